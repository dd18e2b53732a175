// Which stretches of a text stand in quotation marks?
//
//   Marks of all scripts: “ ” „ « » 「 」 『 』 ‘ ’ and the straight ones, which
//   are paired by their place. A quotation runs on over a paragraph's end where
//   the next paragraph opens with a mark again; one whose opening mark was lost
//   begins with its sentence.
//
//   for (const Marked& m : find_marked(reading)) show(slice(text, m.inside));
#pragma once

#include <vector>

#include "tellings/statements/tokens.h"

namespace tellings::statements {

struct Marked {
  Span inside;            // the words inside the marks
  std::size_t first = 0;  // the tokens of it, without the marks: [first, last)
  std::size_t last = 0;
  bool open = false;  // no closing mark: runs to the paragraph's end
};

// In order, not overlapping, not empty.  Linear time.
std::vector<Marked> find_marked(const Reading& reading);

}  // namespace tellings::statements
