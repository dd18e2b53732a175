// A line of a document on its way to being kept or dropped: what is known of
// it from its own words, and on a page from where it stands.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tellings/articles/phrases.h"
#include "tellings/articles/shape.h"
#include "tellings/model/article.h"

namespace tellings::articles {

// What stands around a line of a page.
enum class Inside : std::uint8_t {
  article,
  main,
  aside,
  nav,
  header,
  footer,
  figure,
  form,
  list,
  table,
  quote,
  body_property,
  caption,
  code,
  hidden,
  heading,
  button,
};

// Where a line of a page stands in the tree.  All zero for text.
struct Place {
  std::uint8_t tag = 0;  // its block element: 1 p, 2 div, 3 section and the like, 4 li, 5 td, 6 h1 ... 11 h6, 12 others
  std::uint8_t parent_tag = 0;   // the block element above it, the same way
  float linked = 0;              // share of its letters inside links
  float emphasis = 0;            // share of its letters in bold or italics
  int links = 0;                 // links that begin in it
  std::uint32_t hints_own = 0;   // hints.h, of the classes of its block element and those inside it
  std::uint32_t hints_near = 0;  // of the three block elements above
  std::uint32_t hints_far = 0;   // of all elements above
  std::uint32_t inside = 0;      // bits of Inside
  int depth = 0;                 // block elements above it
  std::uint32_t parent = 0;      // number of the block element above its own, in document order
  std::uint32_t box = 0;         // number of the one above that
  std::uint64_t style = 0;       // hash of its element's name and class
  std::uint64_t parent_style = 0;

  bool is_in(Inside what) const { return (inside >> static_cast<unsigned>(what) & 1u) != 0; }
};

struct Line {
  std::string text;  // tidied, never empty
  Shape shape;
  PhraseSet phrases;
  std::uint64_t hash = 0;                        // of its letters; 0 for none
  std::uint32_t terms_begin = 0, terms_end = 0;  // its longer words in Lines::terms
  Span origin;                                   // the bytes of the document that it was made from; empty: not known
  Place place;
  float own = 1;  // probability that it is the article's own
  std::optional<DropReason> drop;
};

// Space as HTML has it, the line feed included.
constexpr bool is_html_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f'; }

// Whether a text is nothing but such space.
bool is_blank(std::string_view text);

// The span without such space at its ends.
Span trimmed(std::string_view bytes, Span span);

// Of documents with more lines, news pages having some 300, only these are read.
inline constexpr std::size_t kMostLines = 20'000;

struct Lines {
  std::vector<Line> list;
  std::vector<std::uint32_t> terms;

  // Appends a line unless nothing is left of it when tidied.  `origin` are the
  // bytes of the document that hold it, empty if that is not known.
  void add(std::string_view text, const Place& place, Span origin);
};

}  // namespace tellings::articles
