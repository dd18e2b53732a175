#include "tellings/text/words.h"

#include <doctest/doctest.h>

using namespace tellings;
using namespace tellings::text;

namespace {

std::string split(std::string_view text) {
  std::string out;
  for (const Word& w : words(text)) out += (out.empty() ? "" : "|") + std::string(slice(text, w.span));
  return out;
}

}  // namespace

TEST_CASE("words of many scripts") {
  struct Case {
    const char* what;
    std::string_view input, expected;
  };
  const Case cases[] = {
      {"empty", "", ""},
      {"only punctuation", " ...—! ", ""},
      {"English", "Don't stop: 1,200 U.S. troops (40%).", "Don't|stop|1,200|U.S|troops|40"},
      {"typographic apostrophe", "Iraq’s PM", "Iraq’s|PM"},
      {"a missing space", "the end.Next", "the|end|Next"},
      {"hyphens part", "al-Kadhimi", "al|Kadhimi"},
      {"Vietnamese", "Thủ tướng Việt Nam", "Thủ|tướng|Việt|Nam"},
      {"Chinese, a letter a word", "习近平 2021年", "习|近|平|2021|年"},
      {"Arabic", "قال الكاظمي", "قال|الكاظمي"},
      {"Hindi, marks stay", "नई दिल्ली", "नई|दिल्ली"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.what);
    CHECK(split(c.input) == c.expected);
  }
}

TEST_CASE("spellings that differ in case, accents or marks alone fold to one") {
  CHECK(fold("ZÜRICH’s") == "zurich's");
  CHECK(fold("ça") == fold("ça"));
  CHECK(fold("Việt") == "viet");
  CHECK(fold("Čapek") == "capek");
}
