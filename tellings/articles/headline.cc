#include "tellings/articles/headline.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "tellings/articles/features.h"

namespace tellings::articles {
namespace {

// Paragraphs after the headline whose words it should share.
constexpr std::size_t kParagraphs = 12;

std::unordered_set<std::uint32_t> terms_after(const Lines& lines, std::size_t begin) {
  std::unordered_set<std::uint32_t> terms;
  std::size_t seen = 0;
  for (std::size_t i = begin; i < lines.list.size() && seen < kParagraphs; ++i) {
    const Line& l = lines.list[i];
    if (!is_prose(l.shape)) continue;
    ++seen;
    terms.insert(lines.terms.begin() + l.terms_begin, lines.terms.begin() + l.terms_end);
  }
  return terms;
}

double share_in(const Lines& lines, const Line& l, const std::unordered_set<std::uint32_t>& terms) {
  if (l.terms_begin == l.terms_end) return 0;
  double hits = 0;
  for (std::uint32_t t = l.terms_begin; t < l.terms_end; ++t) hits += terms.contains(lines.terms[t]);
  return hits / (l.terms_end - l.terms_begin);
}

}  // namespace

bool is_headline_shaped(const Line& line) {
  const Shape& s = line.shape;
  if (s.words < 3 || s.words > 30 || s.has_address || (s.ends_sentence && line.text.ends_with('.')) || s.ends_colon)
    return false;
  if (s.digits > s.letters || s.bars > 1) return false;
  for (const Phrase p : {Phrase::related, Phrase::advert, Phrase::caption, Phrase::byline, Phrase::markup,
                         Phrase::comment, Phrase::legal, Phrase::newsletter, Phrase::share})
    if (line.phrases.starts(p)) return false;
  return !line.phrases.has(Phrase::caption) && !line.phrases.has(Phrase::comment) && !line.phrases.has(Phrase::markup);
}

std::optional<std::size_t> find_headline(const Lines& lines, std::size_t begin, std::size_t end) {
  const auto terms = terms_after(lines, end);
  std::unordered_map<std::uint64_t, int> copies;
  for (std::size_t i = begin; i < end; ++i) ++copies[lines.list[i].hash];
  std::optional<std::size_t> best;
  double best_score = 0.25;  // less: words that the prose does not know
  for (std::size_t i = begin; i < end; ++i) {
    const Line& l = lines.list[i];
    if (!is_headline_shaped(l)) continue;
    // The longer of two that fit, and the first, since captions come after it.
    const double score = share_in(lines, l, terms) + 0.25 * (copies[l.hash] > 1) + 0.02 * std::min(l.shape.words, 12) -
                         0.02 * static_cast<double>(std::min<std::size_t>(i - begin, 10));
    if (score > best_score) {
      best_score = score;
      best = i;
    }
  }
  return best;
}

}  // namespace tellings::articles
