// What befell the people that a figure counts: killed, injured, missing, ...
//
//   "Seven guards were injured", "killing two", "three dead", "death toll of 12".
//
//   const std::string role = role_of(reading, sentence, counted);
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

#include "tellings/statements/tokens.h"

namespace tellings::statements {

// A number with the noun it counts, as tokens: number [first, last), noun up to `end`.
struct Counted {
  std::size_t first = 0;
  std::size_t last = 0;
  std::size_t end = 0;
};

// The role's name, empty if none is said.
std::string role_of(const Reading& reading, const Sentence& sentence, const Counted& counted);

// True for nouns that count people: "guards", "women", "passers-by".
bool is_person_noun(const Reading& reading, std::size_t token);

}  // namespace tellings::statements
