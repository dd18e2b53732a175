// What an article says that another does not have at all.
//
//   novel(b, a).names == 0   // b names nobody whom a does not name
#pragma once

#include "tellings/copies/reading.h"

namespace tellings::copies {

// Shares, by weight, of an article's names, figures, quoted and other words
// that stand nowhere in the other.
struct Novel {
  float names = 0, figures = 0, quoted = 0, plain = 0;
};

Novel novel(const Reading& article, const Reading& other);

}  // namespace tellings::copies
