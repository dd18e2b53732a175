// Dates as pages write them, for machines and for people.
//
//   RFC 3339, ISO 8601, RFC 2822; month names of ICU's locales (CLDR).
//
//   machine_date("2021-11-07T03:12:00.000+0300") == "2021-11-07T03:12:00.000+03:00"
//   find_date("Publié le 7 novembre 2021 à 03:12", "fr") == "2021-11-07T03:12"
#pragma once

#include <string>
#include <string_view>

namespace tellings::articles {

// A date that is the whole of `text`, as metadata have it, in RFC 3339 cut to
// what is known; empty if it is none.  Years from 1990 to 2035, since others
// are placeholders (1970) or errors.
std::string machine_date(std::string_view text);

// The first date in running text, the same way; empty if there is none.
// `language` (BCP 47) settles what 3/4/2021 means: English of the United
// States puts the month first.  Of long texts the first 400 bytes are read.
std::string find_date(std::string_view text, std::string_view language);

// The date in a paragraph's dateline, "ORSUND, Nov. 7, 2021 (AP) - ...": before
// a dash, after nothing but names of places; empty if there is none.
std::string dateline_date(std::string_view paragraph, std::string_view language);

// A date in a URL's path: /2021/11/07/, /2021-11-07-, /20211107/; empty if
// there is none.
std::string url_date(std::string_view url);

}  // namespace tellings::articles
