#include "tellings/findings/figures.h"

#include <doctest/doctest.h>

#include "tellings/findings/dates.h"
#include "tellings/findings/story_for_test.h"

namespace tellings::findings {
namespace {

// The kind of the one finding of a role, or nothing.
std::optional<FindingKind> kind_of(const std::vector<Finding>& findings, std::string_view role) {
  std::optional<FindingKind> kind;
  for (const Finding& f : findings) {
    if (f.role == role) kind = f.kind;
  }
  return kind;
}

TEST_CASE("two tolls that differ are no difference if something explains them") {
  struct Case {
    const char* what;
    std::string first;
    std::string second;
    double a;
    double b;
    std::string noun_a;
    std::string noun_b;
    std::optional<FindingKind> expected;
  };
  const Case cases[] = {
      {"plainly apart", "Seven people were injured.", "Two people were injured.", 7, 2, "people", "people",
       FindingKind::difference},
      {"the same", "Seven people were injured.", "Seven men were hurt.", 7, 7, "people", "men", FindingKind::agreement},
      {"other people", "Seven guards were injured.", "Two pupils were injured.", 7, 2, "guards", "pupils", {}},
      {"a wider count",
       "Seven people were injured.",
       "Forty people were injured citywide.",
       7,
       40,
       "people",
       "people",
       {}},
      {"a part", "Seven people were injured.", "Two of the people were injured badly.", 7, 2, "people", "people", {}},
      {"besides somebody",
       "Seven people were injured.",
       "A boy and six others were injured.",
       7,
       6,
       "people",
       "others",
       {}},
  };
  for (const Case& c : cases) {
    CAPTURE(c.what);
    StoryForTest story;
    const ArticleNo a = story.tell(c.first);
    const ArticleNo b = story.tell(c.second);
    const auto number = [](const std::string& text) {
      for (const char* w : {"Seven", "Two", "Forty", "six"}) {
        if (text.find(w) != std::string::npos) return w;
      }
      return "";
    };
    story.figure(a, number(c.first), c.a, c.noun_a, "injured");
    story.figure(b, number(c.second), c.b, c.noun_b, "injured");
    CHECK(kind_of(find_figures(story.board()), "injured") == c.expected);
  }
}

TEST_CASE("an article that gives both tolls explains them, unless it sets two sources against each other") {
  const auto kind = [](std::string second) {
    StoryForTest story;
    const ArticleNo a = story.tell("One striker died on Friday.");
    const ArticleNo b = story.tell(std::move(second));
    story.figure(a, "One", 1, "striker", "killed");
    story.figure(b, "one", 1, "striker", "killed");
    story.figure(b, "two", 2, "strikers", "killed");
    return kind_of(find_figures(story.board()), "killed");
  };
  CHECK_FALSE(kind("Police say one striker died at the gate and two strikers died in all."));
  CHECK(kind("By one source one striker died, while two strikers died, according to another.") ==
        FindingKind::difference);
}

TEST_CASE("a toll of another day is an update") {
  StoryForTest story;
  const ArticleNo a = story.tell("Two people were killed.", "2031-05-02");
  const ArticleNo b = story.tell("Three people were killed.", "2031-05-04");
  story.figure(a, "Two", 2, "people", "killed");
  story.figure(b, "Three", 3, "people", "killed");
  const auto found = find_figures(story.board());
  REQUIRE(found.size() == 1);
  CHECK(found[0].kind == FindingKind::update);
  CHECK(found[0].values[0].value == "2");
}

TEST_CASE("ages of one person differ, grow by a birthday, and are two persons' in one article") {
  const auto kind = [](double first, double second, const char* day, bool both) {
    StoryForTest story;
    const ArticleNo a = story.tell("Ann Orlow, 31, was charged. Ann Orlow, 58, was not.", "2031-05-02");
    const ArticleNo b = story.tell("The court heard Ann Orlow, 32, on the day.", day);
    story.age(a, "31", first, "Ann Orlow");
    if (both) story.age(a, "58", second, "Ann Orlow");
    story.age(b, "32", second, "Ann Orlow");
    return kind_of(find_figures(story.board()), "age");
  };
  CHECK(kind(31, 32, "2031-05-03", false) == FindingKind::difference);
  CHECK(kind(31, 32, "2031-09-03", false) == FindingKind::update);
  CHECK(kind(32, 31, "2031-09-03", false) == FindingKind::difference);
  CHECK(kind(31, 31, "2031-05-03", false) == FindingKind::agreement);
  CHECK_FALSE(kind(31, 58, "2031-05-03", true));
}

TEST_CASE("accounts that rest on one named speaker count once") {
  StoryForTest story;
  for (int i = 0; i < 3; ++i) {
    const ArticleNo a = story.tell("Nine people were injured, Captain Rolf Aker said.");
    story.figure(a, "Nine", 9, "people", "injured").speakers = {{{}, "Rolf Aker"}};
  }
  const auto found = find_figures(story.board());
  REQUIRE(found.size() == 1);
  CHECK(found[0].kind == FindingKind::agreement);
  CHECK(found[0].values[0].witnesses == 1);
  CHECK(found[0].values[0].articles.size() == 3);
}

TEST_CASE("numbers that nearly meet in like surroundings differ; far ones in other surroundings do not") {
  StoryForTest story;
  const ArticleNo a = story.tell("The clerk published a 48-page survey of the broken breakwater. The mast cost $900.");
  const ArticleNo b = story.tell("A 47-page survey of the breakwater was published. The new lamp was sold for $350.");
  story.figure(a, "48", 48, "survey", "", "page");
  story.figure(b, "47", 47, "survey", "", "page");
  story.figure(a, "$900", 900, "", "", "USD");
  story.figure(b, "$350", 350, "", "", "USD");
  const auto found = find_figures(story.board());
  REQUIRE(found.size() == 1);
  CHECK(found[0].kind == FindingKind::difference);
  CHECK(found[0].values[0].value == "48");
}

TEST_CASE("dates agree by day and surroundings, and differ only where neither telling has the other's") {
  StoryForTest story;
  const ArticleNo a = story.tell("The hearing before Judge Malin Roos was set for June 28. The bridge opened in 1967.");
  const ArticleNo b =
      story.tell("Judge Malin Roos set the hearing for June 28 at noon. The old bridge opened in 1966.");
  story.date(a, "June 28", "2031-06-28");
  story.date(b, "June 28", "2031-06-28");
  story.date(a, "1967", "1967");
  story.date(b, "1966", "1966");
  const auto found = find_dates(story.board());
  REQUIRE(found.size() == 2);
  CHECK(found[0].kind == FindingKind::agreement);
  CHECK(found[0].values[0].value == "2031-06-28");
  CHECK(found[1].kind == FindingKind::difference);

  StoryForTest informed;
  const ArticleNo c = informed.tell("The bridge opened in 1967, not in 1966.");
  const ArticleNo d = informed.tell("The old bridge opened in 1966.");
  informed.date(c, "1967", "1967");
  informed.date(c, "1966", "1966");
  informed.date(d, "1966", "1966");
  CHECK(of_kind(find_dates(informed.board()), FindingKind::difference).empty());
}

}  // namespace
}  // namespace tellings::findings
