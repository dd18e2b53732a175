// A date answers the question that its surroundings ask: "sentencing is set for
// June 28".  Two tellings agree if their dates are one (a year holds its days)
// and what stands around them has enough in common; every news story names its
// own day in every second sentence, so that day needs more.  They differ if
// nearly the same is said around dates that cannot both hold, each as precise
// as the other, and neither telling has the other's date anywhere: news tells
// of a notice on Thursday and of its publication on Friday.
#include "tellings/findings/dates.h"

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <map>
#include <memory>
#include <numeric>
#include <optional>
#include <set>
#include <string>

#include "tellings/findings/surroundings.h"

namespace tellings::findings {
namespace {

// Dates of one story that are compared pair by pair, and of one telling.
constexpr std::size_t kMostDates = 600;

// Weights of the surroundings in common (docs/algorithms/findings.md).
constexpr double kEqualWeight = 5;
constexpr double kApartWeight = 8;
constexpr double kApartShare = .5;
constexpr double kSlipWeight = 4;
constexpr double kSlipShare = .35;

constexpr std::size_t kWordsInAbout = 4;

struct Dated {
  TellingNo telling = 0;
  ArticleNo article{};
  Span span;
  std::string value;
  Surroundings context;
};

std::vector<Dated> read_dates(const Board& board) {
  std::vector<Dated> out;
  for (TellingNo no = 0; no < board.tellings.size(); ++no) {
    const Telling& t = board.tellings[no];
    for (const Statement& s : t.statements) {
      const Date* d = std::get_if<Date>(&s);
      if (d == nullptr || d->value.empty() || d->span.empty() || d->span.end > t.text.size()) continue;
      if (t.sentences.empty() || out.size() == kMostDates) continue;
      const Sentence& sentence = t.sentences[board.sentence_at(no, d->span.begin)];
      // The hour adds nothing that a second account would have alike.
      out.push_back({no, t.article, d->span, d->value.substr(0, 10), surroundings(board, sentence, d->span)});
    }
  }
  return out;
}

// True for years that are neighbours: one of them is a slip.
bool nearly_meet(std::string_view a, std::string_view b) {
  if (a.size() != 4 || b.size() != 4) return false;
  const auto year = [](std::string_view digits) {
    int out = 0;
    std::from_chars(std::to_address(digits.begin()), std::to_address(digits.end()), out);
    return out;
  };
  return std::abs(year(a) - year(b)) == 1;
}

class Finder {
 public:
  explicit Finder(const Board& board) : board_(board), dates_(read_dates(board)) {
    for (const Dated& d : dates_) told_[d.telling].insert(d.value);
  }

  std::vector<Finding> find() {
    std::vector<Finding> out;
    for (const auto& group : groups()) {
      if (auto finding = agreement(group)) out.push_back(std::move(*finding));
    }
    for (auto& finding : differences()) out.push_back(std::move(finding));
    return out;
  }

 private:
  bool apart(const Dated& a, const Dated& b) const { return board_.witnesses.apart(a.article, b.article); }

  std::vector<std::vector<std::size_t>> groups() const {
    std::vector<std::size_t> parent(dates_.size());
    std::iota(parent.begin(), parent.end(), std::size_t{0});
    const auto root = [&](std::size_t i) {
      while (parent[i] != i) i = parent[i] = parent[parent[i]];
      return i;
    };
    for (std::size_t i = 0; i < dates_.size(); ++i) {
      for (std::size_t k = i + 1; k < dates_.size(); ++k) {
        if (dates_[i].value != dates_[k].value || dates_[i].telling == dates_[k].telling) continue;
        if (root(i) == root(k) || kinship(dates_[i].context, dates_[k].context).weight < kEqualWeight) continue;
        parent[std::max(root(i), root(k))] = std::min(root(i), root(k));
      }
    }
    std::map<std::size_t, std::vector<std::size_t>> by_root;
    for (std::size_t i = 0; i < dates_.size(); ++i) by_root[root(i)].push_back(i);
    std::vector<std::vector<std::size_t>> out;
    for (auto& [_, group] : by_root) {
      if (group.size() > 1) out.push_back(std::move(group));
    }
    return out;
  }

  Value value_of(std::span<const std::size_t> group) const {
    Value out;
    out.value = dates_[group.front()].value;
    for (const std::size_t i : group) {
      const bool known = !out.evidence.empty() && out.evidence.back().article == dates_[i].article;
      if (!known) out.evidence.push_back({dates_[i].article, dates_[i].span});
    }
    out.articles = articles_of(out.evidence);
    out.witnesses = board_.witnesses.count(out.articles);
    return out;
  }

  std::string about(const Dated& a, const Dated& b) const {
    return "date: " + shared_words(board_, a.telling, a.span, b.context, kWordsInAbout);
  }

  std::optional<Finding> agreement(const std::vector<std::size_t>& group) const {
    Finding out;
    out.values.push_back(value_of(group));
    if (!board_.witnesses.independent(out.values[0].articles)) return std::nullopt;
    const auto other =
        std::ranges::find_if(group, [&](std::size_t i) { return dates_[i].telling != dates_[group.front()].telling; });
    out.about = about(dates_[group.front()], dates_[*other]);
    const double weight = kinship(dates_[group.front()].context, dates_[*other].context).weight;
    out.confidence = 1 - 1 / (1 + weight / 4);
    out.why.push_back("same date for the same thing, " +
                      told_by(out.values[0].witnesses, out.values[0].articles.size()));
    return out;
  }

  bool differ(const Dated& a, const Dated& b) const {
    if (a.value.starts_with(b.value) || b.value.starts_with(a.value) || !apart(a, b)) return false;
    if (told_.at(a.telling).contains(b.value) || told_.at(b.telling).contains(a.value)) return false;
    const Kinship k = kinship(a.context, b.context);
    if (nearly_meet(a.value, b.value)) return k.weight >= kSlipWeight && k.share >= kSlipShare;
    return k.weight >= kApartWeight && k.share >= kApartShare;
  }

  std::vector<Finding> differences() const {
    std::vector<Finding> out;
    std::set<std::pair<std::string, std::string>> shown;
    for (std::size_t i = 0; i < dates_.size(); ++i) {
      for (std::size_t k = i + 1; k < dates_.size(); ++k) {
        const Dated& a = dates_[i];
        const Dated& b = dates_[k];
        if (!differ(a, b) || !shown.emplace(std::min(a.value, b.value), std::max(a.value, b.value)).second) continue;
        Finding f;
        f.kind = FindingKind::difference;
        f.about = about(a, b);
        f.values = {value_of(std::span(&i, 1)), value_of(std::span(&k, 1))};
        f.confidence = .75;
        f.why.push_back("nearly the same said around two dates, and neither telling has the other's");
        out.push_back(std::move(f));
      }
    }
    return out;
  }

  const Board& board_;
  std::vector<Dated> dates_;
  std::map<TellingNo, std::set<std::string>> told_;
};

}  // namespace

std::vector<Finding> find_dates(const Board& board) { return Finder(board).find(); }

}  // namespace tellings::findings
