#include "tellings/base/utf8.h"

#include <doctest/doctest.h>

using namespace tellings;

TEST_CASE("every code point survives being written and read") {
  for (char32_t value = 0; value <= 0x10FFFF; ++value) {
    if (value >= 0xD800 && value <= 0xDFFF) continue;
    std::string text;
    append_utf8(value, &text);
    const CodePoint c = code_point_at(text, 0);
    REQUIRE(c.value == value);
    REQUIRE(c.length == text.size());
  }
}

TEST_CASE("ill-formed bytes become U+FFFD, as table 3-7 and section 3.9 have it") {
  struct Case {
    const char* what;
    std::string_view input, expected;
  };
  const Case cases[] = {
      {"a lone continuation byte", "a\x80z", "a\xEF\xBF\xBDz"},
      {"an overlong slash", "\xC0\xAF", "\xEF\xBF\xBD\xEF\xBF\xBD"},
      {"a surrogate", "\xED\xA0\x80", "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD"},
      {"over U+10FFFF", "\xF4\x90\x80\x80", "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD"},
      {"cut short: one for the maximal part", "\xE2\x82z", "\xEF\xBF\xBDz"},
      {"cut short at the end", "ab\xF0\x9F\x98", "ab\xEF\xBF\xBD"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.what);
    CHECK(to_valid_utf8(c.input) == c.expected);
    CHECK_FALSE(is_utf8(c.input));
    CHECK(is_utf8(to_valid_utf8(c.input)));
  }
  CHECK(is_utf8("plain, \xC3\xA9, \xEF\xBF\xBD, \xF0\x9F\x98\x80"));
}
