// Puts the recogniser's names right by what the whole article shows: hyphens
// closed, titles off, one kind for one name, and names found everywhere that
// were found once.
//
//   const std::vector<Named> names = repair(reading, recognise(reading, english()));
#pragma once

#include <vector>

#include "tellings/statements/recogniser.h"

namespace tellings::statements {

// In order, not overlapping.  Linear time.
std::vector<Named> repair(const Reading& reading, std::vector<Named> names);

}  // namespace tellings::statements
