#include "tellings/articles/byline.h"

#include <doctest/doctest.h>

namespace tellings::articles {

TEST_CASE("a byline becomes clean names") {
  struct Case {
    const char* byline;
    std::vector<std::string> expected;
  };
  const Case cases[] = {
      {"By Ann Lee and Bo Chen", {"Ann Lee", "Bo Chen"}},
      {"Von Ann Lee, Bo Chen", {"Ann Lee", "Bo Chen"}},
      {"Ann Lee | Political Correspondent", {"Ann Lee"}},
      {"ANN LEE", {"Ann Lee"}},
      {"Abby Byrne", {"Abby Byrne"}},
      {"Ann Lee, ann@a.example", {"Ann Lee"}},
      {"Ann Lee, 7 November 2021", {"Ann Lee"}},
      {"Ann Lee and Ann Lee", {"Ann Lee"}},
      {"3 hours ago", {}},
      {"", {}},
  };
  for (const Case& c : cases) {
    CAPTURE(c.byline);
    CHECK(names_in(c.byline) == c.expected);
  }
}

TEST_CASE("desks, houses and agencies are no persons") {
  for (const char* name : {"Ann Lee", "Jean-Luc de la Cour", "홍길동"}) CHECK_MESSAGE(is_person(name), name);
  for (const char* name : {"Staff", "Daily Bell Newsroom", "AFP", "Redaktion", "Reuters"})
    CHECK_MESSAGE(!is_person(name), name);
}

}  // namespace tellings::articles
