#include "tellings/copies/describe.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "tellings/copies/direction.h"
#include "tellings/copies/passages.h"
#include "tellings/copies/reasons.h"

namespace tellings::copies {
namespace {

// Below this probability a pair has only quotations and set phrases in common.
constexpr double kPossible = 0.2;
// Share of the words that makes one article "in" the other.
constexpr double kWithin = 0.75;
constexpr double kMixed = 0.55;
// Share of the covered words kept that makes a copy a copy word for word: the
// editor's changes are fewer, a rewriter's more.
constexpr double kWordForWord = 0.88;

// A direction is given from this confidence on: of pairs made from a third text
// half reach it, of true ones 85 % (tools/train_direction.py).
constexpr double kLeastConfident = 0.8;
// Training saw rewriting machines and cuts, the world has more ways.
constexpr double kMostConfident = 0.97;

bool same_words(const Reading& a, const Reading& b) {
  return !a.tokens.empty() && std::ranges::equal(a.tokens, b.tokens, {}, &Token::word, &Token::word);
}

// True if most of what two articles share stands word for word in both: who
// rewords an article leaves little so, who takes a part of it leaves that part.
bool mostly_verbatim(const Passages& shared) {
  std::size_t all = 0;
  std::size_t verbatim = 0;
  for (const Passage& p : shared.list) {
    all += p.a.size();
    if (p.kind != PassageKind::paraphrased) verbatim += p.a.size();
  }
  return 2 * verbatim > all;
}

CopyKind kind_of(const Reading& a, const Reading& b, const Passages& shared, double score) {
  if (score < kPossible) return CopyKind::quotations;
  if (same_words(a, b)) return CopyKind::identical;
  const double most = std::max(shared.covered_a, shared.covered_b);
  const double least = std::min(shared.covered_a, shared.covered_b);
  if (most < kMixed || (most < kWithin && mostly_verbatim(shared))) return CopyKind::mixed;
  if (shared.kept < kWordForWord) return CopyKind::paraphrased;
  return most >= kWithin && least < kWithin ? CopyKind::cut : CopyKind::edited;
}

// The alignment as the other side sees it.
std::vector<Link> turned(std::vector<Link> links) {
  for (Link& l : links) std::swap(l.a, l.b);
  std::ranges::sort(links, {}, &Link::a);
  return links;
}

// Odds that time alone gives for the earlier being the original: a copy may
// carry an earlier or a wrong date, so they are moderate.
constexpr double kTimeOdds = 5;

void tell_direction(const Subject& a, const Subject& b, const Alignment& alignment, const Evidence& evidence,
                    Copy* out) {
  if (out->kind == CopyKind::quotations || out->kind == CopyKind::identical) {
    if (out->kind == CopyKind::identical && later(a.article, b.article) != 0) {
      out->copy = later(a.article, b.article) < 0 ? Side::b : Side::a;
      out->direction_confidence = kTimeOdds / (1 + kTimeOdds);
    }
  } else {
    const double p = b_is_copy(signs(a, b, alignment), evidence);
    const int time = later(a.article, b.article);
    const double odds = p / (1 - p) * (time < 0 ? kTimeOdds : time > 0 ? 1 / kTimeOdds : 1);
    const double b_made = odds / (1 + odds);
    const double confidence = std::min(std::max(b_made, 1 - b_made), kMostConfident);
    if (confidence < kLeastConfident) return;
    out->copy = b_made >= 0.5 ? Side::b : Side::a;
    out->direction_confidence = confidence;
  }
  if (!out->copy) return;
  out->why = *out->copy == Side::b ? reasons(a, b, alignment.links) : reasons(b, a, turned(alignment.links));
}

}  // namespace

Copy describe(const Subject& a, const Subject& b, const Alignment& alignment, const Evidence& evidence, double score) {
  Copy out;
  Passages shared = passages(a.reading, b.reading, alignment);
  out.score = score;
  out.kind = kind_of(a.reading, b.reading, shared, score);
  out.covered_a = shared.covered_a;
  out.covered_b = shared.covered_b;
  out.passages = std::move(shared.list);
  tell_direction(a, b, alignment, evidence, &out);
  return out;
}

}  // namespace tellings::copies
