#include "tellings/articles/shape.h"

#include <doctest/doctest.h>

#include "tellings/base/utf8.h"

namespace tellings::articles {

TEST_CASE("the shape of a line counts words, capitals and sentence ends in any script") {
  struct Case {
    const char* what;
    const char* line;
    int words, capitalised, stops;
    bool ends;
  };
  const Case cases[] = {
      {"prose", "The ferry left. It was late!", 6, 2, 2, true},
      {"a closing quotation mark after the stop", "“It was late.”", 3, 1, 1, true},
      {"a headline", "Ferry Leaves Late", 3, 3, 0, false},
      {"an apostrophe inside a word", "The mayor's boat", 3, 1, 0, false},
      {"Japanese: two letters a word", "船は遅れて出た。", 4, 0, 1, true},
      {"Arabic question mark", "هل تأخرت؟", 2, 0, 1, true},
      {"nothing", "", 0, 0, 0, false},
  };
  for (const Case& c : cases) {
    CAPTURE(c.what);
    const Shape s = shape_of(c.line);
    CHECK(s.words == c.words);
    CHECK(s.capitalised == c.capitalised);
    CHECK(s.stops == c.stops);
    CHECK(s.ends_sentence == c.ends);
  }
}

TEST_CASE("tidy leaves one space between words and none at the ends") {
  CHECK(tidy("  a\t\n b\xC2\xA0 c \xE2\x80\x8B") == "a b c");
  CHECK(tidy(" \n ").empty());
}

TEST_CASE("lower folds case and curly apostrophes, of any prefix of a line") {
  const std::string line = "ÄRGER’S  Ünde";
  CHECK(lower(line) == "ärger's ünde");
  for (std::size_t n = 0; n <= line.size(); ++n) CHECK(is_utf8(lower(std::string_view(line).substr(0, n))));
}

TEST_CASE("lines that differ in case, space and punctuation have one hash") {
  CHECK(letters_hash("Ferry leaves, late!") == letters_hash("ferry LEAVES late"));
  CHECK(letters_hash("ferry leaves late") != letters_hash("ferry leaves later"));
  CHECK(letters_hash("***") == 0);
}

}  // namespace tellings::articles
