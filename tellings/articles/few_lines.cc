#include "tellings/articles/few_lines.h"

#include <algorithm>
#include <string_view>

#include "tellings/articles/hints.h"
#include "tellings/articles/sure.h"

// The forests learned from whole pages, where a sentence of three words far
// from prose is a button.  Where all there is are two paragraphs, "Nobody was
// arrested." is one of them.

namespace tellings::articles {
namespace {

constexpr std::size_t kFew = 12;

bool is_announced(const PhraseSet& p) {
  for (const Phrase kind : {Phrase::related, Phrase::comment, Phrase::advert, Phrase::share, Phrase::newsletter,
                            Phrase::caption, Phrase::byline, Phrase::media, Phrase::markup})
    if (p.starts(kind)) return true;
  return p.has(Phrase::legal) || p.has(Phrase::comment) || p.has(Phrase::newsletter) || p.has(Phrase::markup);
}

bool stands_apart(const Place& place) {
  for (const Inside what : {Inside::aside, Inside::nav, Inside::header, Inside::footer, Inside::figure, Inside::form,
                            Inside::caption, Inside::hidden, Inside::heading, Inside::button})
    if (place.is_in(what)) return true;
  const std::uint32_t hints = place.hints_own | place.hints_near;
  for (const Hint hint : {Hint::comment, Hint::share, Hint::related, Hint::advert, Hint::newsletter, Hint::nav,
                          Hint::footer, Hint::sidebar, Hint::caption, Hint::author, Hint::tag})
    if (has_hint(hints, hint)) return true;
  return place.linked > 0.3f;
}

// Whether a sentence ends before the brackets that end the line: "... on Friday. (AFP)".
bool ends_before_brackets(std::string_view text) {
  const std::size_t open = text.rfind('(');
  if (!text.ends_with(')') || open == std::string_view::npos || open < 2) return false;
  return text[open - 1] == ' ' && std::string_view(".!?\"").find(text[open - 2]) != std::string_view::npos;
}

bool is_sentence(const Line& l) {
  constexpr int kLeastWords = 3;
  return l.shape.words >= kLeastWords && (l.shape.ends_sentence || ends_before_brackets(l.text)) &&
         !l.shape.starts_lower && !l.shape.has_address && l.shape.bars == 0;
}

}  // namespace

void keep_sentences(Lines* lines) {
  if (lines->list.size() > kFew) return;
  const auto kept = std::ranges::count_if(lines->list, [](const Line& l) { return !l.drop; });
  for (Line& l : lines->list) {
    if (!l.drop || !is_sentence(l) || surely_dropped(l) || is_announced(l.phrases) || stands_apart(l.place)) continue;
    if (kept == 0 && l.own < 0.02f) continue;
    l.drop.reset();
    l.own = std::max(l.own, 0.5f);
  }
}

}  // namespace tellings::articles
