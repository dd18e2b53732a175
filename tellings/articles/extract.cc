#include "tellings/articles/extract.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "tellings/articles/about.h"
#include "tellings/articles/date.h"
#include "tellings/articles/few_lines.h"
#include "tellings/articles/forest.h"
#include "tellings/articles/language.h"
#include "tellings/articles/page.h"
#include "tellings/articles/page_features.h"
#include "tellings/articles/sure.h"

// The page becomes lines with places; a forest says of each how likely it is
// the article's own, seeing its words, its place, its neighbours, and how much
// prose its parent and its style hold.  Then the few things are settled that
// lines cannot settle one by one: what stands twice, the headline, and whether
// there is an article at all.

namespace tellings::articles {
namespace {

// Precision first, since what is kept wrongly becomes false shared text:
// .5 to .6 is where precision of pages held out has gone up and the F1 not
// yet down (tools/train_lines.py page).
constexpr float kLeastOwn = 0.55f;

void judge(const Page& page, const LinkedData& said, Lines* lines) {
  static const Grove grove(page_forest());
  const auto own = grove.probabilities(page_features(*lines, known_of(page, said)));
  for (std::size_t i = 0; i < own.size(); ++i) {
    Line& l = lines->list[i];
    l.own = own[i];
    if (l.own < kLeastOwn) l.drop = reason_of(l);
    if (const auto why = surely_dropped(l); why && !l.drop) l.drop = why;
  }
}

// The article's headline is not its body; a paragraph that stands twice (for
// another width of screen, or drawn out as a quotation) counts once.
void drop_repeats(std::string_view title, Lines* lines) {
  const std::uint64_t headline = letters_hash(title);
  std::unordered_set<std::uint64_t> seen;
  for (Line& l : lines->list) {
    if (l.hash == headline && headline != 0) l.drop = DropReason::headline;
    if (l.drop) continue;
    if (l.shape.words >= 4 && !seen.insert(l.hash).second) {
      l.drop = DropReason::furniture;
    }
  }
}

std::size_t first_paragraph(const Lines& lines) {
  for (std::size_t i = 0; i < lines.list.size(); ++i)
    if (!lines.list[i].drop && is_prose(lines.list[i].shape)) return i;
  for (std::size_t i = 0; i < lines.list.size(); ++i)
    if (!lines.list[i].drop) return i;
  return 0;
}

// A line above the body that says no more than when: the day is known by now.
void drop_bare_dates(std::size_t first, std::string_view language, Lines* lines) {
  constexpr int kMostLetters = 24;  // "Wednesday, 7 November 2021, 03:12 CET"
  for (std::size_t i = 0; i < std::min(first, lines->list.size()); ++i) {
    Line& l = lines->list[i];
    if (l.drop || l.phrases.starts(Phrase::byline) || l.shape.digits < 5 || l.shape.letters > kMostLetters ||
        l.shape.words > 10)
      continue;
    if (!find_date(l.text, language).empty()) l.drop = DropReason::dateline;
  }
}

// The body's first words.
std::string beginning(const Lines& lines, std::size_t first) {
  std::string out;
  for (std::size_t i = first; i < lines.list.size() && out.size() < kLanguageSample; ++i)
    if (!lines.list[i].drop) out += lines.list[i].text + " ";
  return out;
}

// Where the forest kept nothing: the best it has, if it is prose at all.
void keep_best(Lines* lines) {
  float best = 0;
  for (const Line& l : lines->list)
    if (is_prose(l.shape)) best = std::max(best, l.own);
  if (best < 0.03f) return;
  for (Line& l : lines->list)
    if (is_prose(l.shape) && l.own >= best * 0.5f) l.drop.reset();
}

bool keeps_any(const Lines& lines) {
  return std::ranges::any_of(lines.list, [](const Line& l) { return !l.drop; });
}

}  // namespace

Draft draft_page(const Document& document) {
  Draft out;
  out.article.id = document.id;
  out.article.source = document.source;
  Page page = read_page(document.bytes);
  const LinkedData said = read_json_ld(page.json_ld);
  judge(page, said, &page.lines);
  keep_sentences(&page.lines);
  if (!keeps_any(page.lines)) keep_best(&page.lines);
  if (!page.whole) out.damage = Error{Code::too_large, "a page too large to be read to its end"};
  const std::size_t first = first_paragraph(page.lines);
  describe(page, said, document.metadata, first, beginning(page.lines, first), &out.article);
  drop_repeats(out.article.title, &page.lines);
  drop_bare_dates(first, out.article.language, &page.lines);
  if (!keeps_any(page.lines)) {
    out.none = Error{Code::no_article,
                     page.lines.list.empty() ? "a page without text" : "no line of the page reads like an article"};
    return out;
  }
  // Drafts wait for the whole batch: they keep no room that nothing fills.
  out.pieces.reserve(page.lines.list.size());
  for (Line& l : page.lines.list) {
    l.text.shrink_to_fit();
    out.pieces.push_back({std::move(l.text), l.own, l.drop, source_of(document, l.origin)});
  }
  return out;
}

}  // namespace tellings::articles
