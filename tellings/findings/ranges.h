// Ranges: can two figures both hold?
//
// "At least seven" is [7, ...), "dozens" [24, 99], "about 30" 30 give or take a
// tenth; "$43 million" and "$43,885,310" are one sum, rounded.
//
//   if (compare(reach(a), reach(b)) == Relation::apart) differ();
#pragma once

#include <cstdint>
#include <string>

#include "tellings/model/statement.h"

namespace tellings::findings {

// The values that a figure allows, ends included; an open end is infinite.
struct Reach {
  double low = 0;
  double high = 0;
  bool exact = false;   // one value, not qualified
  bool people = false;  // counts people: small numbers are never rounded
};

enum class Relation : std::uint8_t {
  same,        // one exact value in both
  compatible,  // could both hold
  apart,       // cannot both hold
};

// What a figure allows.  A figure without either end allows everything.
Reach reach(const Figure& figure);

Relation compare(const Reach& a, const Reach& b);

// The decimal digits of a value before its trailing zeros: 43,000,000 has 2,
// 5,687.75 has 6; at most 15.
int digits_of(double value);

// A figure for a reader: "7", "at least 7", "up to 20", "24 to 99", "about 30".
std::string in_digits(const Figure& figure);

}  // namespace tellings::findings
