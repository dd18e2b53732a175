#include "tellings/articles/line.h"

#include <algorithm>

namespace tellings::articles {

namespace {

// Of longer lines only the beginning is searched for phrases.
constexpr std::size_t kPhraseBytes = 400;

}  // namespace

Span trimmed(std::string_view bytes, Span span) {
  while (!span.empty() && is_html_space(bytes[span.begin])) ++span.begin;
  while (!span.empty() && is_html_space(bytes[span.end - 1])) --span.end;
  return span.empty() ? Span() : span;
}

bool is_blank(std::string_view text) { return std::ranges::all_of(text, is_html_space); }

void Lines::add(std::string_view text, const Place& place, Span origin) {
  Line line;
  line.text = tidy(text);
  if (line.text.empty()) return;
  line.place = place;
  line.origin = origin;
  line.terms_begin = static_cast<std::uint32_t>(terms.size());
  line.shape = shape_of(line.text, &terms);
  line.terms_end = static_cast<std::uint32_t>(terms.size());
  std::string_view head = line.text;
  if (head.size() > kPhraseBytes) {
    std::size_t cut = kPhraseBytes;
    while ((static_cast<unsigned char>(head[cut]) & 0xC0) == 0x80) --cut;
    head = head.substr(0, cut);
  }
  line.phrases = phrases_in(lower(head));
  line.hash = letters_hash(line.text);
  list.push_back(std::move(line));
}

}  // namespace tellings::articles
