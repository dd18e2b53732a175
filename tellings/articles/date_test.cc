#include "tellings/articles/date.h"

#include <doctest/doctest.h>

namespace tellings::articles {
namespace {

struct Case {
  const char* text;
  const char* language;
  const char* expected;
};

}  // namespace

TEST_CASE("machine dates become RFC 3339, cut to what they say") {
  const Case cases[] = {
      {"2021-11-07T03:12:00+03:00", "", "2021-11-07T03:12:00+03:00"},
      {"2021-11-07T03:12:00.123Z", "", "2021-11-07T03:12:00.123Z"},
      {"2021-11-07T03:12:00+0300", "", "2021-11-07T03:12:00+03:00"},
      {"2021-11-07 03:12", "", "2021-11-07T03:12"},
      {"2021-11-07", "", "2021-11-07"},
      {"20211107", "", "2021-11-07"},
      {"2021/11/07", "", "2021-11-07"},
      {"Sun, 07 Nov 2021 03:12:00 GMT", "", "2021-11-07T03:12:00Z"},
      {"Sun, 07 Nov 2021 03:12:00 +0300", "", "2021-11-07T03:12:00+03:00"},
      {"1636254720", "", "2021-11-07T03:12:00Z"},
      {"1970-01-01", "", ""},
      {"2021-13-07", "", ""},
      {"2021-02-29", "", ""},
      {"soon", "", ""},
      {"", "", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(machine_date(c.text) == c.expected);
  }
}

TEST_CASE("dates are found in the text of many languages") {
  const Case cases[] = {
      {"Published November 7, 2021 at 3:12 PM", "en", "2021-11-07T15:12"},
      {"By Ann Lee, 7 Nov 2021", "en-GB", "2021-11-07"},
      {"7th of November, 2021", "en", "2021-11-07"},
      {"Stand: 07.11.2021, 03:12 Uhr", "de", "2021-11-07T03:12"},
      {"7. März 2021", "de", "2021-03-07"},
      {"Publié le 7 août 2021 à 03:12", "fr", "2021-08-07T03:12"},
      {"7 de noviembre de 2021", "es", "2021-11-07"},
      {"7 ноября 2021", "ru", "2021-11-07"},
      {"7 listopada 2021", "pl", "2021-11-07"},
      {"2021年11月7日 03:12", "ja", "2021-11-07T03:12"},
      {"2021年11月7日 3時12分", "ja", "2021-11-07T03:12"},
      {"7 בנובמבר 2021", "he", "2021-11-07"},
      {"2021년 11월 7일", "ko", "2021-11-07"},
      {"٧ نوفمبر ٢٠٢١", "ar", "2021-11-07"},
      {"১৮ ফেব্রুয়ারি ২০২০", "bn", "2020-02-18"},
      {"2 تير 1399", "fa", "2020-06-22"},
      {"۱۶ آبان ۱۴۰۰", "fa", "2021-11-07"},
      {"7 พฤศจิกายน 2564", "th", "2021-11-07"},
      {"3/4/2021", "en-US", "2021-03-04"},
      {"3/4/2021", "en-GB", "2021-04-03"},
      {"25/12/2021", "en-US", "2021-12-25"},
      {"in 2021 some 7 of 11 boats", "en", ""},
      {"no digits here", "en", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(find_date(c.text, c.language) == c.expected);
  }
}

TEST_CASE("a URL's path gives a date, its numbers do not") {
  CHECK(url_date("https://a.example/2021/11/07/ferry") == "2021-11-07");
  CHECK(url_date("https://a.example/news/2021-11-07-ferry") == "2021-11-07");
  CHECK(url_date("https://a.example/20211107/ferry") == "2021-11-07");
  CHECK(url_date("https://a.example/article/12021110") == "");
  CHECK(url_date("https://a.example/2021/ferry") == "");
  CHECK(url_date("https://web.archive.org/web/20240226054445/http://a.example/2021/11/07/ferry") == "2021-11-07");
  CHECK(url_date("https://web.archive.org/web/20240226054445/http://a.example/ferry") == "");
}

TEST_CASE("dates are called published or modified by the words beside them") {
  using enum DateKind;
  struct Named {
    const char* text;
    std::vector<DateKind> expected;
  };
  const Named cases[] = {
      {"7 Nov 2021", {plain}},
      {"Published 7 Nov 2021, updated 9 Nov 2021", {published, modified}},
      {"Updated 9 Nov 2021 | First published: 7 Nov 2021", {modified, published}},
      {"7 Nov 2021 | Updated 14:05", {plain}},
      {"Zuletzt geändert am 9.11.2021", {modified}},
      {"Mis à jour le 9 novembre 2021", {modified}},
      {"Dieser Artikel wurde am 7. November 2021 von Ann veröffentlicht", {published}},
      {"2021年11月9日 更新", {modified}},
      {"입력 2021.11.07 수정 2021.11.09", {published, modified}},
      {"05.11.2021 - Güncelleme : 06.11.2021", {plain, modified}},
      {"no date", {}},
  };
  for (const Named& c : cases) {
    CAPTURE(c.text);
    std::vector<DateKind> kinds;
    for (const NamedDate& d : dates_in(c.text, "en")) kinds.push_back(d.kind);
    CHECK(kinds == c.expected);
  }
}

TEST_CASE("a number above twelve tells whether days or months come first") {
  CHECK(order_of("Seen 11/27/2021") == 1);
  CHECK(order_of("Seen 27/11/2021") == -1);
  CHECK(order_of("Seen 7/11/2021") == 0);
  CHECK(order_of("Seen 27.11.2021") == 0);
}

TEST_CASE("no prefix of a date is read out of its bounds") {
  const std::string_view text = "2021-11-07T03:12:00.123456789+03:00 le 7 août 2021 à 03:12";
  for (std::size_t n = 0; n <= text.size(); ++n) {
    machine_date(text.substr(0, n));
    find_date(text.substr(0, n), "fr");
    url_date(text.substr(0, n));
    dates_in(text.substr(0, n), "fr");
    order_of(text.substr(0, n));
  }
}

TEST_CASE("a dateline dates the text below it") {
  struct Case {
    const char* paragraph;
    const char* expected;
  };
  const Case cases[] = {
      {"ORSUND, March 15, 2026 (Vell News Agency) - The ferry struck the pier.", "2026-03-15"},
      {"ORSUND, Velmark (Vell), 15 March 2026 — The ferry struck the pier.", "2026-03-15"},
      {"Orsund, 15. März 2026 (dpa) – Die Fähre stieß an den Pier.", "2026-03-15"},
      {"ORSUND, le 15 mars 2026 (AFP) - Le bac a heurté le quai.", "2026-03-15"},
      {"March 15, 2026 - The ferry struck the pier.", "2026-03-15"},
      {"ORSUND, March 15 (Vell) - The ferry struck the pier.", ""},
      {"The ferry built on March 15, 2026 - the oldest - struck the pier.", ""},
      {"ORSUND (AP) - The ferry struck the pier on March 15, 2026.", ""},
      {"The ferry struck the pier on March 15, 2026.", ""},
      {"", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.paragraph);
    CHECK(dateline_date(c.paragraph, "") == c.expected);
  }
}

TEST_CASE("dates are read as careless hands write them") {
  CHECK(machine_date("2021-11-07T23:15:0Z") == "2021-11-07T23:15:00Z");
  CHECK(find_date("الجمعة 24 نيسان / أبريل 2020 09:22", "") == "2020-04-24T09:22");
}

}  // namespace tellings::articles
