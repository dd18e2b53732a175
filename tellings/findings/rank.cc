#include "tellings/findings/rank.h"

#include <algorithm>
#include <cstddef>
#include <tuple>

namespace tellings::findings {
namespace {

// Two pages of agreements; the rest are details.  A careful reader lists 14 for
// a story of three articles; 30 hold three quarters of them, by importance.
constexpr std::size_t kMostAgreements = 30;
constexpr std::size_t kMostOthers = 40;
constexpr std::size_t kMostAlone = 20;

// What being told by all accounts, and by the first or last sentence, is worth
// beside confidence (docs/algorithms/findings.md).
constexpr double kAccounts = .9;
constexpr double kLate = .3;

std::size_t most_of(FindingKind kind) {
  switch (kind) {
    case FindingKind::agreement: return kMostAgreements;
    case FindingKind::alone: return kMostAlone;
    default: return kMostOthers;
  }
}

// How early in their articles the evidence stands, 0 to 1: news tells the most
// important first.
double lateness(const Board& board, const Finding& f) {
  double sum = 0;
  std::size_t count = 0;
  for (const Value& v : f.values) {
    for (const Evidence& e : v.evidence) {
      const auto t = std::ranges::lower_bound(board.tellings, e.article, {}, &Telling::article);
      if (t == board.tellings.end() || t->text.empty()) continue;
      sum += static_cast<double>(e.span.begin) / static_cast<double>(t->text.size());
      ++count;
    }
  }
  return count == 0 ? 1 : sum / static_cast<double>(count);
}

}  // namespace

void rank(const Board& board, std::vector<Finding>* findings) {
  struct Ranked {
    Finding finding;
    double merit;
  };
  std::vector<Ranked> ranked;
  const double all_witnesses = static_cast<double>(std::max<std::size_t>(1, board.witnesses.groups().size()));
  for (Finding& f : *findings) {
    std::vector<Evidence> all;
    for (const Value& v : f.values) all.insert(all.end(), v.evidence.begin(), v.evidence.end());
    const auto articles = articles_of(all);
    const double witnesses = board.witnesses.count(articles);
    ranked.push_back({std::move(f), 0});
    ranked.back().merit = ranked.back().finding.confidence + kAccounts * witnesses / all_witnesses -
                          kLate * lateness(board, ranked.back().finding);
  }
  std::ranges::stable_sort(ranked, [](const Ranked& a, const Ranked& b) {
    return std::tuple(a.finding.kind, -a.merit) < std::tuple(b.finding.kind, -b.merit);
  });
  findings->clear();
  std::size_t of_kind = 0;
  for (Ranked& r : ranked) {
    of_kind = findings->empty() || findings->back().kind != r.finding.kind ? 1 : of_kind + 1;
    if (of_kind <= most_of(r.finding.kind)) findings->push_back(std::move(r.finding));
  }
}

}  // namespace tellings::findings
