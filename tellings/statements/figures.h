// Which figures does an article state: how many of what, with what befell
// them, measured in what, rising or falling?
//
//   for (const Figure& f : find_figures(reading, numbers)) show(f.noun, f.low);
#pragma once

#include <span>
#include <vector>

#include "tellings/model/statement.h"
#include "tellings/statements/numbers.h"
#include "tellings/statements/tokens.h"

namespace tellings::statements {

// One figure for each number, in order; without speakers and dates.
std::vector<Figure> find_figures(const Reading& reading, std::span<const Number> numbers);

}  // namespace tellings::statements
