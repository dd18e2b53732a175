#include "tellings/documents/dates.h"

#include <doctest/doctest.h>

using namespace tellings::documents;

TEST_CASE("dates are read in the forms that records and feeds have") {
  struct Case {
    std::string what, input, expected;
  };
  const Case cases[] = {
      {"a day", "2021-11-07", "2021-11-07"},
      {"a month", "2021-11", "2021-11"},
      {"a year", "2021", "2021"},
      {"RFC 3339", "2021-11-07T03:12:00+03:00", "2021-11-07T03:12:00+03:00"},
      {"UTC", "2021-11-07T03:12:00Z", "2021-11-07T03:12:00Z"},
      {"small letters", "2021-11-07t03:12:00z", "2021-11-07T03:12:00Z"},
      {"fractions", "2021-11-07T03:12:00.123456Z", "2021-11-07T03:12:00.123456Z"},
      {"no zone", "2021-11-07T03:12", "2021-11-07T03:12"},
      {"a short zone", "2021-11-07T03:12+03", "2021-11-07T03:12+03:00"},
      {"SQL", "2021-11-07 03:12:45.7", "2021-11-07T03:12:45.7"},
      {"SQL with a zone", "2021-11-07 03:12:45 +0530", "2021-11-07T03:12:45+05:30"},
      {"SQL and UTC", "2021-11-07 03:12:45 UTC", "2021-11-07T03:12:45Z"},
      {"ISO 8601 basic", "20211107T031245Z", "2021-11-07T03:12:45Z"},
      {"basic day", "20211107", "2021-11-07"},
      {"slashes, year first", "2021/11/07 03:12", "2021-11-07T03:12"},
      {"the day of the year", "2021-311", "2021-11-07"},
      {"midnight at the end", "2021-11-07T24:00:00Z", "2021-11-07"},
      {"RFC 822", "Sun, 07 Nov 21 03:12:00 EST", "2021-11-07T03:12:00-05:00"},
      {"RFC 2822", "Sun, 7 Nov 2021 03:12:00 +0300", "2021-11-07T03:12:00+03:00"},
      {"RFC 2822 without seconds", "Sun, 07 Nov 2021 03:12 GMT", "2021-11-07T03:12Z"},
      {"no weekday", "07 Nov 2021 03:12:00 PDT", "2021-11-07T03:12:00-07:00"},
      {"the last century", "Thu, 01 Jan 98 00:00:00 GMT", "1998-01-01T00:00:00Z"},
      {"RFC 850", "Sunday, 07-Nov-21 03:12:00 GMT", "2021-11-07T03:12:00Z"},
      {"asctime", "Sun Nov  7 03:12:00 2021", "2021-11-07T03:12:00"},
      {"Unix date", "Sun Nov 7 03:12:00 UTC 2021", "2021-11-07T03:12:00Z"},
      {"an unknown zone", "Sun, 07 Nov 2021 03:12:00 XYZ", "2021-11-07T03:12:00"},
      {"a zone named and counted", "Sun, 07 Nov 2021 03:12:00 GMT+0200", "2021-11-07T03:12:00+02:00"},
      {"in words", "November 7, 2021", "2021-11-07"},
      {"in words, with the time", "Nov 7, 2021 at 3:12 pm", "2021-11-07T15:12"},
      {"day first", "7 November 2021", "2021-11-07"},
      {"noon", "Nov 7, 2021 12:00 AM", "2021-11-07T00:00"},
      {"ordinals", "7th November 2021", "2021-11-07"},
      {"a month and year", "November 2021", "2021-11"},
      {"the year first", "2021 Nov 7", "2021-11-07"},
      {"French", "7 août 2021 à 03:12", "2021-08-07T03:12"},
      {"German", "7. März 2021", "2021-03-07"},
      {"Spanish", "7 de diciembre de 2021", "2021-12-07"},
      {"Russian", "7 Ноября 2021", "2021-11-07"},
      {"Turkish", "7 Ağustos 2021", "2021-08-07"},
      {"Greek", "Κυρ, 11 Ιούλ 2004 12:00:00 EST", "2004-07-11T12:00:00-05:00"},
      {"Japanese", "2021年11月7日 3:12", "2021-11-07T03:12"},
      {"Japanese, a month", "2021年11月", "2021-11"},
      {"Korean", "2004년 05월 28일  01:31:15", "2004-05-28T01:31:15"},
      {"Korean, after noon", "2004-05-25 오후 11:23:17", "2004-05-25T23:23:17"},
      {"the zone of the East of America", "Mon, 26 January 2004 16:31:00 ET", "2004-01-26T16:31:00-05:00"},
      {"dots", "7.11.2021 14:05", "2021-11-07T14:05"},
      {"two days to two readers", "07/11/2021", "2021"},
      {"one day only", "25/11/2021", "2021-11-25"},
      {"one day only, month first", "11/25/2021", "2021-11-25"},
      {"the same either way", "11/11/2021", "2021-11-11"},
      {"seconds", "1636243200", "2021-11-07T00:00:00Z"},
      {"milliseconds", "1636243200123", "2021-11-07T00:00:00Z"},
      {"a leap day", "2020-02-29", "2020-02-29"},
      {"a leap second", "2016-12-31T23:59:60Z", "2016-12-31T23:59:59Z"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.what);
    CHECK(rfc3339(c.input) == c.expected);
  }
}

TEST_CASE("what no calendar has is not a date") {
  for (const char* input : {"", " ", "yesterday", "2021-02-29", "2021-13-01", "2021-11-07T25:00Z", "Nov 31, 2021", "7",
                            "12:30", "0000-00-00", "31/31/2021 x 4 5 6", "99999999999999999999", "Sun"}) {
    CAPTURE(input);
    CHECK(rfc3339(input) == "");
  }
}

TEST_CASE("a date reads back as itself, and any prefix of one is no crash") {
  for (const std::string date :
       {"2021-11-07T03:12:00.5+03:00", "Sun, 07 Nov 2021 03:12:00 GMT+0200", "Nov 7, 2021 3:12 pm"}) {
    const std::string once = rfc3339(date);
    CHECK(rfc3339(once) == once);
    for (std::size_t n = 0; n <= date.size(); ++n) {
      const std::string cut = rfc3339(date.substr(0, n));
      CHECK(rfc3339(cut) == cut);
    }
  }
}
