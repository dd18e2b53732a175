#include "tellings/statements/numbers.h"

#include <doctest/doctest.h>
#include <unicode/rbnf.h>

#include <string>

#include "tellings/statements/english.h"

namespace tellings::statements {
namespace {

std::string numbers(std::string_view text) {
  Reading r = read(text);
  tag(&r, english());
  std::string out;
  for (const Number& n : find_numbers(r, std::vector<bool>(r.tokens.size()))) {
    const auto end = [](const std::optional<double>& x) {
      if (!x) return std::string("?");
      std::string s = std::to_string(*x);
      while (s.back() == '0') s.pop_back();
      if (s.back() == '.') s.pop_back();
      return s;
    };
    out += (out.empty() ? "" : " ") + end(n.low) + ":" + end(n.high) + (n.approximate ? "~" : "");
  }
  return out;
}

TEST_CASE("numbers are read as ranges with their qualifiers") {
  struct {
    const char *text, *expected;
  } cases[] = {
      {"They sold seven boats.", "7:7"},
      {"At least two boats sank.", "2:?"},
      {"More than 1,200 people came.", "1200:?"},
      {"Up to 40 houses burned.", "?:40"},
      {"No more than five boats left.", "?:5"},
      {"About 30 cows fled.", "30:30~"},
      {"Dozens of cows fled.", "24:99"},
      {"A dozen eggs broke.", "12:12"},
      {"Half a million people came.", "500000:500000"},
      {"It cost $1.5 million.", "1500000:1500000"},
      {"They need 15 to 22 boats.", "15:22"},
      {"Between three and five boats sank.", "3:5"},
      {"A rise of 5% to 10% is expected.", "5:10"},
      {"There are 1 to 2 thousand cows.", "1000:2000"},
      {"Three quarters of the cows fled.", "0.75:0.75"},
      {"It took two and a half hours.", "2.5:2.5"},
      {"The fee is RM79 a month.", "79:79"},
      {"Some 700-plus cows fled.", "700:700~"},
  };
  for (const auto& c : cases) {
    CAPTURE(std::string(c.text));
    CHECK(numbers(c.text) == c.expected);
  }
}

TEST_CASE("what is part of something else is no number") {
  for (const char* text : {"The AR-15 was found.", "Section 427 was repealed.", "They won 3-1.", "Call 555-1234 now.",
                           "No one saw it.", "Take Interstate 95 north.", "The second boat sank."}) {
    CAPTURE(std::string(text));
    CHECK(numbers(text) == "");
  }
}

TEST_CASE("number words agree with ICU's spell-out of every number tried") {
  UErrorCode status = U_ZERO_ERROR;
  const icu::RuleBasedNumberFormat spell(icu::URBNF_SPELLOUT, icu::Locale::getUS(), status);
  REQUIRE(U_SUCCESS(status));
  for (std::int32_t n = 2; n < 3000000; n = n * 5 / 4 + 1) {
    icu::UnicodeString words;
    std::string text;
    spell.format(n, words).toUTF8String(text);
    CAPTURE(std::string(text));
    CHECK(numbers("They counted " + text + " cows.") == std::to_string(n) + ":" + std::to_string(n));
  }
}

}  // namespace
}  // namespace tellings::statements
