// In what is a number measured: percent, money, time, length, "per barrel"?
//
//   Names are singular English nouns as in Almasian et al., "CQE: A
//   Comprehensive Quantity Extractor", EMNLP 2023; money by ISO 4217.
//
//   if (const auto unit = unit_after(reading, sentence, number.last)) show(unit->name);
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "tellings/statements/tokens.h"

namespace tellings::statements {

struct Unit {
  std::string name;      // "percent", "USD", "mile per hour"
  std::size_t last = 0;  // the token after its words
};

// The unit whose words begin at token `i`, with its rate; `spaced` if a space
// stands between the number and it.
std::optional<Unit> unit_after(const Reading& reading, const Sentence& sentence, std::size_t i);

// "per barrel", "a year", "an hour" at token `i`: the name of what is shared
// out and the token after it.
std::optional<Unit> rate_after(const Reading& reading, const Sentence& sentence, std::size_t i);

// The singular of an English noun, by its ending.
std::string singular(std::string_view noun);

}  // namespace tellings::statements
