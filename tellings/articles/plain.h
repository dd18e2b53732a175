// Text out of strings that may carry HTML.
#pragma once

#include <string>
#include <string_view>

namespace tellings::articles {

// The text with character references of HTML resolved (numbers, and the named
// ones that news uses), tags taken out, tidied.  One level; valid UTF-8.
std::string plain(std::string_view text);

// The same without taking tags out or tidying.
std::string unescape(std::string_view text);

}  // namespace tellings::articles
