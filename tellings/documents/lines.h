// Line ends of scraped text.
#pragma once

#include <string>
#include <string_view>

namespace tellings::documents {

// The text with one \n for \r\n, \r, \v, \f, U+0085, U+2028 and U+2029 (Unicode
// Standard, section 5.8), and without NULs, byte order marks and \n in front.
std::string normal_lines(std::string_view utf8);

}  // namespace tellings::documents
