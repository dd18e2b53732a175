// "A man was killed", "Teen found shot to death": one person, without a number.
//
//   find_singles(reading, &figures);
#pragma once

#include <vector>

#include "tellings/model/statement.h"
#include "tellings/statements/tokens.h"

namespace tellings::statements {

// Adds a figure of at least one for each person so named whom a verb of harm
// befell, unless the article counts two or more in that role: then the one is
// a part of them.  The span runs from the article to the noun.
void find_singles(const Reading& reading, std::vector<Figure>* figures);

}  // namespace tellings::statements
