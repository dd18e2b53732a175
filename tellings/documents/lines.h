// Line ends of scraped text.
#pragma once

#include <string>
#include <string_view>

#include "tellings/model/origin.h"

namespace tellings::documents {

// The text with one \n for \r\n, \r, \v, \f, U+0085, U+2028 and U+2029 (Unicode
// Standard, section 5.8), and without NULs, byte order marks and \n in front.
// `origin`, unless null, is where the map back to `utf8` goes; it stays empty if
// nothing was changed.
std::string normal_lines(std::string_view utf8, Origin* origin = nullptr);

}  // namespace tellings::documents
