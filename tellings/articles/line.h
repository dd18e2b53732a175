// A line of a document on its way to being kept or dropped: what is known of
// it from its own words, and on a page from where it stands.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "tellings/articles/phrases.h"
#include "tellings/articles/shape.h"
#include "tellings/model/article.h"

namespace tellings::articles {

// Where a line of a page stands in the tree.  All zero for text.
struct Place {
  std::uint8_t tag = 0;           // its block element, as page.cc numbers them
  std::uint8_t heading = 0;       // 1 to 6 for h1 to h6
  float linked = 0;               // share of its letters inside links
  float emphasis = 0;             // share of its letters in bold or italics
  int links = 0;                  // links that begin in it
  int good = 0;                   // hints of a body in the classes above it, nearest first
  int bad = 0;                    // hints of furniture there
  int own_good = 0, own_bad = 0;  // the same in its own element and its parent
  bool in_article = false, in_main = false, in_aside = false, in_nav = false, in_header = false, in_footer = false;
  bool in_figure = false, in_form = false, in_list = false, in_table = false, in_quote = false, in_body_prop = false;
  bool in_caption = false, in_code = false;
  int depth = 0;
  std::uint32_t parent = 0;  // number of its parent element, in document order
  std::uint32_t box = 0;     // number of its grandparent
};

struct Line {
  std::string text;  // tidied, never empty
  Shape shape;
  PhraseSet phrases;
  std::uint64_t hash = 0;                        // of its letters; 0 for none
  std::uint32_t terms_begin = 0, terms_end = 0;  // its longer words in Lines::terms
  Place place;
  float own = 1;  // probability that it is the article's own
  std::optional<DropReason> drop;
};

struct Lines {
  std::vector<Line> list;
  std::vector<std::uint32_t> terms;

  // Appends a line unless nothing is left of it when tidied.
  void add(std::string_view text, const Place& place);
};

}  // namespace tellings::articles
