// Readings with one key are cut into groups of one value; a group that two
// witnesses bear is an agreement.  Two groups are set against each other only
// if a chain of doubts is passed, each learnt from conflicts labelled by hand,
// where the crude comparison is right in 17 of 73 (anchors of the issue):
//
//   * the ranges must not meet, rounding and qualifiers included;
//   * the same people or things are counted: nouns of one class, and for
//     things that are not people also surroundings in common;
//   * neither speaks of more than the event ("this year", "citywide") nor of a
//     part ("two others");
//   * no article gives both values on one word: then it tells two things;
//   * the two are not each other's sum with the dead, or with the gunman;
//   * ages may grow by a birthday, tolls by a day: that is an update.
//
// What it cannot see: scope that is never said.
#include "tellings/findings/figures.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <set>
#include <string>

#include "tellings/base/hash.h"
#include "tellings/findings/days.h"
#include "tellings/findings/slots.h"

namespace tellings::findings {
namespace {

// Readings of one key that are compared pair by pair; further ones only join a
// value that is there.
constexpr std::size_t kMostCompared = 300;

// Weight of the surroundings in common that makes two equal numbers answers to
// one question, and of two different ones (docs/algorithms/findings.md).
constexpr double kEqualWeight = 5;
constexpr double kLargeNumber = 100;  // rarely met by chance
constexpr double kLargeNumberWorth = 3;
constexpr double kApartWeight = 8;
constexpr double kApartShare = .5;

// A birthday may lie between two articles that are further apart than this.
constexpr int kBirthdayDays = 20;

using Group = std::vector<std::size_t>;  // readings of one value, ascending

bool is_people(const Reading& r) { return r.key.starts_with("people "); }

class Bucket {
 public:
  Bucket(const Board& board, std::vector<const Reading*> readings) : board_(board), readings_(std::move(readings)) {}

  std::vector<Finding> find() {
    make_groups();
    std::vector<std::vector<std::size_t>> questions = join_differing();
    std::vector<Finding> out;
    for (const auto& question : questions) {
      if (auto finding = show(question)) out.push_back(std::move(*finding));
    }
    return out;
  }

 private:
  const Reading& at(std::size_t i) const { return *readings_[i]; }

  // --- equal values -------------------------------------------------------------------

  bool agree(const Reading& a, const Reading& b) const {
    const bool equal = a.figure->low == b.figure->low && a.figure->high == b.figure->high;
    if (!equal && compare(a.reach, b.reach) != Relation::same) return false;
    if (a.superseded != b.superseded) return false;
    if (a.key == "age") return a.head == b.head;
    if (is_people(a)) return a.wider == b.wider && may_be_one_group(a, b);
    double weight = kinship(board_, a, b).weight;
    if (a.reach.exact && a.reach.low >= kLargeNumber) weight += kLargeNumberWorth;
    return weight >= kEqualWeight;
  }

  void make_groups() {
    std::vector<std::size_t> parent(readings_.size());
    std::iota(parent.begin(), parent.end(), std::size_t{0});
    const auto root = [&](std::size_t i) {
      while (parent[i] != i) i = parent[i] = parent[parent[i]];
      return i;
    };
    const std::size_t compared = std::min(readings_.size(), kMostCompared);
    for (std::size_t i = 0; i < compared; ++i) {
      for (std::size_t k = i + 1; k < readings_.size(); ++k) {
        if (root(i) != root(k) && agree(at(i), at(k))) parent[std::max(root(i), root(k))] = std::min(root(i), root(k));
      }
    }
    std::map<std::size_t, Group> groups;
    for (std::size_t i = 0; i < readings_.size(); ++i) groups[root(i)].push_back(i);
    for (auto& [_, group] : groups) groups_.push_back(std::move(group));
  }

  // --- different values ---------------------------------------------------------------

  bool same_question(const Reading& a, const Reading& b) const {
    if (a.superseded || b.superseded || a.wider || b.wider || a.part || b.part) return false;
    if (!board_.witnesses.apart(a.article, b.article)) return false;
    if (a.key == "age") return a.head == b.head;
    if (is_people(a)) return may_be_one_group(a, b);
    const Kinship k = kinship(board_, a, b);
    return k.weight >= kApartWeight && k.share >= kApartShare;
  }

  // True if an article gives both values, and not on the word of two speakers.
  bool one_article_has_both(const Group& a, const Group& b) const {
    for (const std::size_t i : a) {
      for (const std::size_t k : b) {
        if (at(i).article != at(k).article) continue;
        const auto& one = at(i).figure->speakers;
        const auto& other = at(k).figure->speakers;
        const bool two_speakers = !one.empty() && !other.empty() && one.front().name != other.front().name;
        if (!two_speakers) return true;
      }
    }
    return false;
  }

  bool differ(const Group& a, const Group& b) const {
    bool one_question = false;
    for (const std::size_t i : a) {
      for (const std::size_t k : b) {
        if (compare(at(i).reach, at(k).reach) != Relation::apart) return false;
        one_question = one_question || same_question(at(i), at(k));
      }
    }
    return one_question && !one_article_has_both(a, b);
  }

  std::vector<std::vector<std::size_t>> join_differing() const {
    std::vector<std::vector<std::size_t>> out;
    std::vector<bool> used(groups_.size());
    const std::size_t compared = std::min(groups_.size(), kMostCompared);
    for (std::size_t g = 0; g < groups_.size(); ++g) {
      if (used[g]) continue;
      std::vector<std::size_t> question{g};
      for (std::size_t h = g + 1; g < compared && h < compared; ++h) {
        if (used[h]) continue;
        const auto apart = [&](std::size_t q) { return differ(groups_[q], groups_[h]); };
        if (!std::ranges::all_of(question, apart)) continue;
        used[h] = true;
        question.push_back(h);
      }
      out.push_back(std::move(question));
    }
    return out;
  }

  // --- what to show -------------------------------------------------------------------

  std::vector<ArticleNo> articles(const Group& group) const {
    std::vector<Evidence> evidence;
    for (const std::size_t i : group) evidence.push_back({at(i).article, at(i).figure->span});
    return articles_of(evidence);
  }

  // Accounts behind a value: those that rest on one named speaker count once.
  int witnesses(const Group& group) const {
    std::map<std::string, std::set<ArticleNo>> by_speaker;
    std::vector<ArticleNo> own;
    for (const std::size_t i : group) {
      const auto& speakers = at(i).figure->speakers;
      const bool named = !speakers.empty() && speakers.front().name.find(' ') != std::string::npos;
      if (named) {
        by_speaker[speakers.front().name].insert(at(i).article);
      } else {
        own.push_back(at(i).article);
      }
    }
    std::ranges::sort(own);
    for (const auto& [_, on_his_word] : by_speaker) {
      if (std::ranges::none_of(on_his_word, [&](ArticleNo a) { return std::ranges::binary_search(own, a); })) {
        own.push_back(*on_his_word.begin());
        std::ranges::sort(own);
      }
    }
    return board_.witnesses.count(own);
  }

  Value value_of(const Group& group) const {
    const Reading& first = at(group.front());
    Value out;
    out.value = in_digits(*first.figure);
    out.low = first.figure->low;
    out.high = first.figure->high;
    for (const std::size_t i : group) {
      const Evidence e{at(i).article, at(i).figure->span};
      if (out.evidence.empty() || out.evidence.back().article != e.article) out.evidence.push_back(e);
    }
    out.articles = articles(group);
    out.witnesses = witnesses(group);
    for (const Speaker& s : first.figure->speakers) out.speakers.push_back(s.name);
    return out;
  }

  std::optional<Finding> show(const std::vector<std::size_t>& question) const {
    Finding out;
    for (const std::size_t g : question) out.values.push_back(value_of(groups_[g]));
    const Reading& first = at(groups_[question.front()].front());
    const Figure& f = *first.figure;
    if (f.low && f.high && f.role.empty() && first.superseded) return std::nullopt;
    if (question.size() == 1 && (!board_.witnesses.independent(out.values[0].articles) || first.superseded)) {
      return std::nullopt;
    }
    out.kind = question.size() == 1 ? FindingKind::agreement : FindingKind::difference;
    out.role = f.role;
    out.noun = f.noun;
    out.unit = f.unit;
    out.about = about(first);
    explain(question, &out);
    return out;
  }

  static std::string about(const Reading& r) {
    const Figure& f = *r.figure;
    if (r.key == "age") return "age of " + r.subject;
    std::string out = f.noun;
    if (out.empty()) out = f.unit == "person" ? "people" : f.unit;
    if (!f.role.empty()) out += (out.empty() ? "" : " ") + f.role;
    if (f.noun.empty() && f.role.empty() && !f.scope.empty()) out += ": " + f.scope;
    return out;
  }

  void explain(const std::vector<std::size_t>& question, Finding* out) const {
    std::size_t told = 0;
    int accounts = 0;
    for (const Value& v : out->values) {
      told += v.articles.size();
      accounts += v.witnesses;
    }
    out->confidence = question.size() == 1 ? .9 : .8;
    if (question.size() == 1) {
      out->why.push_back("same number for the same question, " + told_by(accounts, told));
      if (accounts < 2) out->why.push_back("they rest on the word of one speaker");
      return;
    }
    out->why.push_back("same question, ranges that do not meet, and no account says both");
    turn_into_update(out);
  }

  // Ages that grow with time between articles are no contradiction.
  void turn_into_update(Finding* out) const {
    if (out->role != "age" || out->values.size() != 2) return;
    const auto days = [&](const Value& v, bool earliest) {
      std::optional<int> day;
      for (const Telling& t : board_.tellings) {
        if (!std::ranges::binary_search(v.articles, t.article)) continue;
        const auto own = day_of(t.published);
        if (own && (!day || (earliest ? *own < *day : *own > *day))) day = own;
      }
      return day;
    };
    const bool rising = *out->values[0].low < *out->values[1].low;
    const Value& young = out->values[rising ? 0 : 1];
    const Value& old = out->values[rising ? 1 : 0];
    const auto first = days(young, true);
    const auto last = days(old, false);
    if (!first || !last || *last - *first <= kBirthdayDays) return;
    const double years = *old.low - *young.low;
    if (years > 1 + (*last - *first) / 365.25) return;
    out->kind = FindingKind::update;
    if (!rising) std::swap(out->values[0], out->values[1]);
    out->why = {"a birthday may lie between the articles"};
  }

  const Board& board_;
  std::vector<const Reading*> readings_;
  std::vector<Group> groups_;
};

}  // namespace

std::vector<Finding> find_figures(const Board& board) {
  const auto readings = read_figures(board);
  std::map<std::string, std::vector<const Reading*>> buckets;
  for (const Reading& r : readings) buckets[r.key].push_back(&r);
  std::vector<Finding> out;
  for (auto& [_, bucket] : buckets) {
    auto found = Bucket(board, std::move(bucket)).find();
    std::ranges::move(found, std::back_inserter(out));
  }
  return out;
}

}  // namespace tellings::findings
