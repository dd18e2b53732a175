// Which numbers does a text state, as ranges?
//
//   Digits, words, fractions, ranges, "a dozen", "tens of thousands", with what
//   qualifies them ("at least", "up to", "about"). Dates, times, ordinals,
//   scores, telephone and house numbers and numbers inside names are none.
//   Shape of the result as in VUB-HYDR/Wikimpacts: (low, high, approximate).
//
//   for (const Number& n : find_numbers(reading, dated)) show(n.low, n.high);
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "tellings/statements/tokens.h"

namespace tellings::statements {

struct Number {
  std::size_t first = 0;  // tokens [first, last): with the qualifier and a currency sign
  std::size_t last = 0;
  std::size_t core = 0;  // where the number itself begins
  std::optional<double> low;
  std::optional<double> high;
  bool approximate = false;
  bool digits = false;      // written with digits
  bool indefinite = false;  // "dozens", "hundreds"
  bool fraction = false;    // "two-thirds", "half"
  std::string currency;     // ISO 4217 code of a sign before it
};

// The numbers of a tagged reading, in order, not overlapping; tokens for which
// `taken` is true (dates, say) are no numbers.  Linear time.
std::vector<Number> find_numbers(const Reading& reading, const std::vector<bool>& taken);

}  // namespace tellings::statements
