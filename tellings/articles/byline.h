// Authors as clean persons.
//
//   names_in("By Ann Lee and Bo Chen | Political Correspondent") -> {"Ann Lee", "Bo Chen"}
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace tellings::articles {

// The names in a byline or author field, in order, each once: without "By",
// titles, addresses, dates; parted at commas and "and" of many languages.
// Agencies stay in; what cannot be a name (digits, more than five words, a
// desk) is left out.
std::vector<std::string> names_in(std::string_view byline);

// Whether a name looks like a person's: two to five words in capitals, none of
// them a desk's or a house's ("Newsroom", "Staff", "Redaktion").
bool is_person(std::string_view name);

}  // namespace tellings::articles
