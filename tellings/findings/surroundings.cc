#include "tellings/findings/surroundings.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "tellings/text/words.h"

namespace tellings::findings {
namespace {

// Terms on each side of a span that tell what it is about.
constexpr std::ptrdiff_t kReach = 12;

// Terms after which a neighbour weighs half.
constexpr double kHalfway = 3;

}  // namespace

Surroundings surroundings(const Board& board, const Sentence& sentence, Span span) {
  const auto& terms = sentence.terms;
  const auto begin_of = [](const Term& t) { return t.span.begin; };
  const auto here = std::ranges::lower_bound(terms, span.begin, {}, begin_of) - terms.begin();
  const auto there = std::ranges::lower_bound(terms, span.end, {}, begin_of) - terms.begin();
  Surroundings out;
  for (std::ptrdiff_t i = 0; i < std::ssize(terms); ++i) {
    const Term& t = terms[static_cast<std::size_t>(i)];
    const std::ptrdiff_t steps = i < here ? here - i - 1 : i - there;
    if (steps < 0 || steps > kReach || t.kind == TermKind::denial) continue;
    out.push_back({t.id, board.weight(t.id) / (1 + static_cast<double>(steps) / kHalfway)});
  }
  std::ranges::sort(out, {}, [](const Near& n) { return std::pair(n.term, -n.weight); });
  const auto repeated = std::ranges::unique(out, {}, &Near::term);
  out.erase(repeated.begin(), repeated.end());
  return out;
}

Kinship kinship(const Surroundings& a, const Surroundings& b) {
  double all_a = 0;
  double all_b = 0;
  for (const Near& n : a) all_a += n.weight;
  for (const Near& n : b) all_b += n.weight;
  Kinship out;
  auto x = a.begin();
  auto y = b.begin();
  while (x != a.end() && y != b.end()) {
    if (x->term == y->term) out.weight += std::min(x->weight, y->weight);
    const bool step_x = x->term <= y->term;
    const bool step_y = y->term <= x->term;
    x += step_x;
    y += step_y;
  }
  const double least = std::min(all_a, all_b);
  out.share = least > 0 ? out.weight / least : 0;
  return out;
}

std::string shared_words(const Board& board, TellingNo telling, Span span, const Surroundings& other,
                         std::size_t most) {
  const Telling& t = board.tellings[telling];
  if (t.sentences.empty()) return {};
  const Sentence& sentence = t.sentences[board.sentence_at(telling, span.begin)];
  const Surroundings own = surroundings(board, sentence, span);
  struct Word {
    Span span;
    double weight;
  };
  std::vector<Word> words;
  for (const Term& term : sentence.terms) {
    const auto near = std::ranges::lower_bound(own, term.id, {}, &Near::term);
    if (near == own.end() || near->term != term.id || span.meets(term.span)) continue;
    if (!std::ranges::binary_search(other, term.id, {}, &Near::term)) continue;
    if (!is_toll_word(text::fold(slice(t.text, term.span)))) words.push_back({term.span, near->weight});
  }
  std::ranges::stable_sort(words, std::ranges::greater{}, &Word::weight);
  if (words.size() > most) words.resize(most);
  std::ranges::sort(words, {}, [](const Word& w) { return w.span.begin; });
  std::string out;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const bool touching = i > 0 && words[i].span.begin == words[i - 1].span.end + 1;
    if (i > 0) out += touching ? t.text[words[i - 1].span.end] : ' ';
    out += slice(t.text, words[i].span);
  }
  std::ranges::replace(out, '\n', ' ');
  return out;
}

}  // namespace tellings::findings
