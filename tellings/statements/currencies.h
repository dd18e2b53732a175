// Currency signs before a number.
#pragma once

#include <cstddef>
#include <string>

#include "tellings/statements/tokens.h"

namespace tellings::statements {

// The ISO 4217 code that the signs and letters ending before token `i` name
// ("US", "$" before 5), and where they begin; empty if none.
struct CurrencySign {
  std::string code;
  std::size_t first = 0;
};
CurrencySign currency_before(const Reading& reading, std::size_t sentence_first, std::size_t i);

}  // namespace tellings::statements
