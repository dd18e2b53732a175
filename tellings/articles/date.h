// Dates as pages write them, for machines and for people.
//
//   RFC 3339, ISO 8601, RFC 2822; month names of ICU's locales (CLDR).
//
//   machine_date("2021-11-07T03:12:00.000+0300") == "2021-11-07T03:12:00.000+03:00"
//   find_date("Publié le 7 novembre 2021 à 03:12", "fr") == "2021-11-07T03:12"
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tellings::articles {

// A date that is the whole of `text`, as metadata have it, in RFC 3339 cut to
// what is known; empty if it is none.  Years from 1990 to 2035, since others
// are placeholders (1970) or errors.
std::string machine_date(std::string_view text);

// The first date in running text, the same way; empty if there is none.
// `language` (BCP 47) settles what 3/4/2021 means: English of the United
// States puts the month first.  Of long texts the first 400 bytes are read.
std::string find_date(std::string_view text, std::string_view language);

enum class DateKind : std::uint8_t { plain, published, modified };

struct NamedDate {
  DateKind kind;     // what the words beside it call it
  std::string date;  // as find_date gives it
};

// All dates in running text, in their order: "Published 7 Nov 2021, updated
// 9 Nov 2021".  The first 400 bytes are read.
std::vector<NamedDate> dates_in(std::string_view text, std::string_view language);

// Whether a date such as 13/4/2021 in the text puts the day first (-1), or the
// month as in 4/13/2021 (1); 0 if nothing tells.
int order_of(std::string_view text);

// The date in a paragraph's dateline, "ORSUND, Nov. 7, 2021 (AP) - ...": before
// a dash, after nothing but names of places; empty if there is none.
std::string dateline_date(std::string_view paragraph, std::string_view language);

// A date in a URL's path: /2021/11/07/, /2021-11-07-, /20211107/; empty if
// there is none.
std::string url_date(std::string_view url);

}  // namespace tellings::articles
