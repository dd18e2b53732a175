#include "tellings/text/sentences.h"

#include <doctest/doctest.h>

#include <string>

using namespace tellings;
using namespace tellings::text;

TEST_CASE("sentences") {
  struct Case {
    const char* what;
    std::string_view input, expected;
  };
  const Case cases[] = {
      {"empty", "  \n\n ", ""},
      {"two", "It rained. It stopped!", "It rained.|It stopped!"},
      {"abbreviations and initials", "Mr. Lee met J. Smith on Oct. 10 at 4 a.m. Monday. He left.",
       "Mr. Lee met J. Smith on Oct. 10 at 4 a.m. Monday.|He left."},
      {"closing marks stay", "“Go.” She went. (He stayed.) Both.", "“Go.”|She went.|(He stayed.)|Both."},
      {"figures and names", "It fell 3.5 points, says bbc.com today.", "It fell 3.5 points, says bbc.com today."},
      {"line breaks end", "A headline\nThe text.", "A headline|The text."},
      {"Chinese", "他来了。她走了！", "他来了。|她走了！"},
      {"Hindi", "वह आया। वह गई।", "वह आया।|वह गई।"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.what);
    std::string got;
    for (const Span s : sentences(c.input)) {
      if (!got.empty()) got += '|';
      got += slice(c.input, s);
    }
    CHECK(got == c.expected);
  }
}
