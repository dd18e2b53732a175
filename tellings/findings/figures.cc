// Numbers that are no tolls and no ages: sums, shares, votes, miles, drones.
// Two equal ones are one statement if what stands around them has enough in
// common for their size: "7" is everywhere, "$43,885,310" is not.  Two that
// cannot both hold are a difference only if nearly the same is said around
// them, neither speaks of a wider scope or a part, and no article gives both.
//
// Works: "a 48-page indictment" / "the 47-page indictment".  Does not: scope
// that is never said ("income" and "adjusted gross income").
#include "tellings/findings/figures.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <map>
#include <numeric>
#include <optional>
#include <string>

#include "tellings/findings/ages.h"
#include "tellings/findings/answers.h"
#include "tellings/findings/slots.h"
#include "tellings/findings/tolls.h"

namespace tellings::findings {
namespace {

using Readings = std::vector<const Reading*>;

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

// Numbers that nearly meet ("48 pages", "47 pages") seldom answer two questions
// in like surroundings: one of them is a slip.
constexpr double kNearlyMeet = .06;
constexpr double kSlipWeight = 3.5;
constexpr double kSlipShare = .2;

// A thing that both tellings speak of in this many sentences is what the story
// is about; two numbers of it need no like surroundings.
constexpr std::size_t kTopicSentences = 3;
constexpr double kTopicWeight = 2;

constexpr std::size_t kWordsInAbout = 4;

class Things {
 public:
  Things(const Board& board, Readings readings) : board_(board), readings_(std::move(readings)) {}

  std::vector<Finding> find() {
    make_values();
    std::vector<Finding> out;
    std::vector<bool> used(values_.size());
    for (std::size_t v = 0; v < values_.size(); ++v) {
      if (used[v]) continue;
      std::vector<std::size_t> question{v};
      for (std::size_t w = v + 1; w < std::min(values_.size(), kMostCompared); ++w) {
        const auto apart = [&](std::size_t q) { return differ(values_[q], values_[w]); };
        if (used[w] || !std::ranges::all_of(question, apart)) continue;
        used[w] = true;
        question.push_back(w);
      }
      if (auto finding = show(question)) out.push_back(std::move(*finding));
    }
    return out;
  }

 private:
  bool agree(const Reading& a, const Reading& b) const {
    const bool equal = a.figure->low == b.figure->low && a.figure->high == b.figure->high;
    if (!equal || a.superseded != b.superseded) return false;
    double weight = kinship(a.context, b.context).weight;
    if (a.reach.exact && a.reach.low >= kLargeNumber) weight += kLargeNumberWorth;
    return weight >= kEqualWeight;
  }

  void make_values() {
    std::vector<std::size_t> parent(readings_.size());
    std::iota(parent.begin(), parent.end(), std::size_t{0});
    const auto root = [&](std::size_t i) {
      while (parent[i] != i) i = parent[i] = parent[parent[i]];
      return i;
    };
    for (std::size_t i = 0; i < std::min(readings_.size(), kMostCompared); ++i) {
      for (std::size_t k = i + 1; k < readings_.size(); ++k) {
        const std::size_t a = root(i);
        const std::size_t b = root(k);
        if (a != b && agree(*readings_[i], *readings_[k])) parent[std::max(a, b)] = std::min(a, b);
      }
    }
    std::map<std::size_t, Readings> values;
    for (std::size_t i = 0; i < readings_.size(); ++i) values[root(i)].push_back(readings_[i]);
    for (auto& [_, value] : values) values_.push_back(std::move(value));
  }

  // As near and as precise as a slip of the pen leaves them.
  static bool nearly_meet(const Reading& a, const Reading& b) {
    if (!a.figure->low || !b.figure->low) return false;
    const double x = *a.figure->low;
    const double y = *b.figure->low;
    const double most = std::max(std::abs(x), std::abs(y));
    return most >= 10 && std::abs(x - y) <= kNearlyMeet * most && digits_of(x) == digits_of(y);
  }

  bool same_question(const Reading& a, const Reading& b) const {
    if (a.superseded || b.superseded || a.part || b.part) return false;
    if (!board_.witnesses.apart(a.article, b.article)) return false;
    const Kinship k = kinship(a.context, b.context);
    if (nearly_meet(a, b)) return k.weight >= kSlipWeight && k.share >= kSlipShare;
    if (a.wider || b.wider) return false;
    if (k.weight >= kApartWeight && k.share >= kApartShare) return true;
    return k.weight >= kTopicWeight && is_topic(a) && is_topic(b);
  }

  // The only number that its telling gives of a thing that it speaks of throughout.
  bool is_topic(const Reading& r) const {
    const bool counted = r.key.starts_with("count ") && r.head != 0 && !is_time(r.key);
    const auto other = [&](const Reading* x) {
      return x->telling == r.telling && !x->superseded && !x->part && compare(x->reach, r.reach) == Relation::apart;
    };
    if (!counted || std::ranges::any_of(readings_, other)) return false;
    const auto has = [&](const Sentence& s) {
      return std::ranges::any_of(s.terms, [&](const Term& t) { return t.id == r.head; });
    };
    return static_cast<std::size_t>(std::ranges::count_if(board_.tellings[r.telling].sentences, has)) >=
           kTopicSentences;
  }

  static bool is_time(std::string_view key) {
    constexpr auto kTimes =
        std::to_array<std::string_view>({"year", "month", "week", "day", "hour", "minut", "second", "time"});
    return std::ranges::any_of(kTimes, [&](std::string_view t) { return key.substr(6).starts_with(t); });
  }

  // The readings that say one number flatly, if any do: "about" and "nearly"
  // beside them qualify nothing.
  static Readings flat(const Readings& value) {
    Readings out;
    std::ranges::copy_if(value, std::back_inserter(out), [](const Reading* r) { return r->reach.exact; });
    return out.empty() ? value : out;
  }

  bool differ(const Readings& all_a, const Readings& all_b) const {
    bool one_question = false;
    const Readings a = flat(all_a);
    const Readings b = flat(all_b);
    for (const Reading* x : a) {
      for (const Reading* y : b) {
        if (compare(x->reach, y->reach) != Relation::apart) return false;
        one_question = one_question || same_question(*x, *y);
      }
    }
    return one_question && !one_article_has_both(all_a, all_b);
  }

  // The noun, and what stands around the number in both tellings.
  void name(const std::vector<std::size_t>& question, Finding* out) const {
    const Reading& a = *values_[question.front()].front();
    const Readings& last = values_[question.back()];
    const auto apart = std::ranges::find_if(last, [&](const Reading* r) { return r->telling != a.telling; });
    const Reading& b = apart == last.end() ? *last.back() : **apart;
    out->noun = out->noun.substr(0, out->noun.find(" of "));
    const std::string around = shared_words(board_, a.telling, a.figure->span, b.context, kWordsInAbout);
    out->about = out->noun.empty() ? a.figure->unit : out->noun;
    if (!around.empty()) out->about += (out->about.empty() ? "" : ": ") + around;
  }

  std::optional<Finding> show(const std::vector<std::size_t>& question) const {
    Finding out = question_of(*values_[question.front()].front());
    name(question, &out);
    std::vector<ArticleNo> all;
    for (const std::size_t v : question) {
      out.values.push_back(answer(board_, values_[v]));
      all.insert(all.end(), out.values.back().articles.begin(), out.values.back().articles.end());
    }
    if (!board_.witnesses.independent(all) || values_[question.front()].front()->superseded) return std::nullopt;
    if (question.size() > 1) {
      out.kind = FindingKind::difference;
      out.confidence = .8;
      out.why.push_back("nearly the same said around numbers that cannot both hold, and no account gives both");
      return out;
    }
    out.confidence = .8;
    out.why.push_back("same number for the same question, " + told_by(out.values[0].witnesses, all.size()));
    if (out.values[0].witnesses < 2) out.why.push_back("they rest on the word of one speaker");
    return out;
  }

  const Board& board_;
  Readings readings_;
  std::vector<Readings> values_;
};

}  // namespace

std::vector<Finding> find_figures(const Board& board) {
  const auto readings = read_figures(board);
  std::map<std::string, Readings> by_key;
  for (const Reading& r : readings) {
    if (r.key != "age" && r.figure->role.empty()) by_key[r.key].push_back(&r);
  }
  std::vector<Finding> out = find_tolls(board, readings);
  auto ages = find_ages(board, readings);
  std::ranges::move(ages, std::back_inserter(out));
  for (auto& [_, same_key] : by_key) {
    auto found = Things(board, std::move(same_key)).find();
    std::ranges::move(found, std::back_inserter(out));
  }
  return out;
}

}  // namespace tellings::findings
