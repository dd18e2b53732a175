// Words that stand before a person's name and are no part of it: "President",
// "Sen.", "Mr.".
#pragma once

#include <cstddef>

#include "tellings/statements/tokens.h"

namespace tellings::statements {

// True if the token is a title or an office that is written before a name.
bool is_title(const Reading& reading, std::size_t token);

}  // namespace tellings::statements
