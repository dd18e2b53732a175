#include "tellings/articles/line.h"

namespace tellings::articles {

namespace {

// Of longer lines only the beginning is searched for phrases.
constexpr std::size_t kPhraseBytes = 400;

constexpr std::string_view kSpace = " \n\t\r\f";

}  // namespace

Span trimmed(std::string_view bytes, Span span) {
  const std::string_view inside = slice(bytes, span);
  const std::size_t first = inside.find_first_not_of(kSpace);
  if (first == std::string_view::npos) return {};
  const std::size_t last = inside.find_last_not_of(kSpace);
  return {span.begin + static_cast<std::uint32_t>(first), span.begin + static_cast<std::uint32_t>(last) + 1};
}

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
