// Reads the dates that records and feeds carry, in the forms that occur.
//
//   RFC 3339 and ISO 8601, W3CDTF, RFC 822, 850 and 2822, asctime, SQL's,
//   seconds or milliseconds since 1970, `November 7, 2021`, `7 novembre 2021`,
//   `7.11.2021 14:05`, `2021年11月7日`
//
//   rfc3339("Sun, 07 Nov 2021 03:12 EST")  ->  "2021-11-07T03:12-05:00"
#pragma once

#include <string>
#include <string_view>

namespace tellings::documents {

// The date as RFC 3339, cut to what is known: without a time or a zone that is
// not given; only the year of 07/11/2021, which is two days to two readers.
// Empty if it is no date, or one that no calendar has.
std::string rfc3339(std::string_view text);

}  // namespace tellings::documents
