#include "tellings/copies/describe.h"

#include <algorithm>
#include <string>

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

struct Covered {
  double a = 0;
  double b = 0;
  double kept = 0;  // share of the covered words that stand in both in one order
};

Covered cover(const Reading& a, const Reading& b, const Alignment& alignment) {
  double in_a = 0;
  double in_b = 0;
  double kept = 0;
  for (const Link& l : alignment.links) {
    const double x = a.sentences[l.a].last - a.sentences[l.a].first;
    const double y = b.sentences[l.b].last - b.sentences[l.b].first;
    in_a += x;
    in_b += y;
    kept += l.kept * (x + y);
  }
  return {in_a / std::max<double>(1, static_cast<double>(a.tokens.size())),
          in_b / std::max<double>(1, static_cast<double>(b.tokens.size())), in_a + in_b > 0 ? kept / (in_a + in_b) : 0};
}

bool same_words(const Reading& a, const Reading& b) {
  return !a.tokens.empty() && std::ranges::equal(a.tokens, b.tokens, {}, &Token::word, &Token::word);
}

CopyKind kind_of(const Reading& a, const Reading& b, const Covered& covered, double score) {
  if (score < kPossible) return CopyKind::quotations;
  if (same_words(a, b)) return CopyKind::identical;
  const double most = std::max(covered.a, covered.b);
  const double least = std::min(covered.a, covered.b);
  if (most < kMixed) return CopyKind::mixed;
  if (covered.kept < kWordForWord) return CopyKind::paraphrased;
  return most >= kWithin && least < kWithin ? CopyKind::cut : CopyKind::edited;
}

// The number of the paragraph that holds a sentence, from 1; 0 if unknown.
std::size_t paragraph_of(const Article& article, Span sentence) {
  for (std::size_t i = 0; i < article.paragraphs.size(); ++i) {
    if (article.paragraphs[i].contains(sentence)) return i + 1;
  }
  return 0;
}

// True if `cut` ends early: its last sentence answers to one of the whole's
// after which the whole goes on.
void tell_cut(const Subject& whole, const Subject& part, const Alignment& alignment, bool a_is_whole, Copy* out) {
  if (alignment.links.empty()) return;
  const auto of_part = [&](const Link& l) { return a_is_whole ? l.b : l.a; };
  const auto of_whole = [&](const Link& l) { return a_is_whole ? l.a : l.b; };
  const Link& last = *std::ranges::max_element(alignment.links, {}, of_part);
  const std::size_t rest = whole.reading.sentences.size() - 1 - of_whole(last);
  if (of_part(last) + 1 != part.reading.sentences.size() || rest < 3) return;
  const std::size_t n = paragraph_of(whole.article, whole.reading.sentences[of_whole(last)].span);
  out->copy = a_is_whole ? Side::b : Side::a;
  out->direction_confidence = 0.8;
  if (n > 0) {
    out->why.push_back(part.article.id + " ends where " + whole.article.id + "'s paragraph " + std::to_string(n) +
                       " ends");
  }
}

}  // namespace

Copy describe(const Subject& a, const Subject& b, const Alignment& alignment, const Evidence&, double score) {
  Copy out;
  const Covered covered = cover(a.reading, b.reading, alignment);
  out.score = score;
  out.covered_a = std::min(1.0, covered.a);
  out.covered_b = std::min(1.0, covered.b);
  out.kind = kind_of(a.reading, b.reading, covered, score);
  for (const Link& l : alignment.links)
    out.passages.push_back({a.reading.sentences[l.a].span, b.reading.sentences[l.b].span, l.kind});
  if (out.kind == CopyKind::cut) {
    const bool a_is_whole = a.reading.tokens.size() > b.reading.tokens.size();
    tell_cut(a_is_whole ? a : b, a_is_whole ? b : a, alignment, a_is_whole, &out);
  }
  return out;
}

}  // namespace tellings::copies
