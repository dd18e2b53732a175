// What stands on an HTML page: its visible lines, each with its place in the
// tree, and what its head and its marks say about it.
//
//   WHATWG HTML, section 13.2 (parsing), by lexbor.
//
//   const Page page = read_page(bytes);
//   for (const Line& line : page.lines.list) ...
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tellings/articles/line.h"

namespace tellings::articles {

// Something that an element of the page names.
struct Mark {
  enum class Kind : std::uint8_t { h1, time, property, author_link, byline };
  Kind kind;
  std::string name;          // of a property: "datePublished"
  std::string value;         // its attribute: datetime, content
  std::string text;          // the text in it, tidied
  std::uint32_t hints = 0;   // of the classes around it
  std::uint32_t inside = 0;  // bits of Inside
  std::size_t line = 0;      // lines before it
};

struct Page {
  Lines lines;
  std::string title;     // of <title>
  std::string language;  // of <html lang>
  std::string canonical;
  std::vector<std::pair<std::string, std::string>> metas;  // names in lower case, with contents; in document order
  std::vector<std::string> json_ld;
  std::vector<Mark> marks;  // in document order
  bool whole = true;        // false: too large, too deep or of too many lines, the end was left out

  // The content of the first of these meta elements that has any; empty for
  // none.  The view holds as long as the page.
  std::string_view meta(std::span<const std::string_view> names) const;
};

// Reads a page: any bytes are one.  `html` must be valid UTF-8.  Linear time;
// no recursion.  A parser is kept for each thread that calls.
Page read_page(std::string_view html);

}  // namespace tellings::articles
