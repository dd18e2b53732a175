#include "tellings/findings/facts.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "tellings/findings/corrections.h"
#include "tellings/findings/plain_facts.h"
#include "tellings/findings/quotations.h"
#include "tellings/findings/story_for_test.h"

namespace tellings::findings {
namespace {

TEST_CASE("sentences that share rare words close together are one fact, others are none") {
  struct Case {
    const char* what;
    const char* a;
    const char* b;
    bool expected;
  };
  const Case cases[] = {
      {"reworded", "No one claimed responsibility for the breach.",
       "While no group claimed responsibility, divers searched the basin.", true},
      {"names alone", "Ilse Brandt of Velmar was born there.", "Later that night Ilse Brandt of Velmar slept.", false},
      {"other numbers", "The ferry carried 240 tonnes of gravel.", "The ferry carried 310 tonnes of gravel.", false},
      {"one word", "The squall came from the west.", "A squall surprised all sailors.", false},
      {"nothing", "The squall came from the west.", "Bread was dear in autumn.", false},
  };
  for (const Case& c : cases) {
    CAPTURE(c.what);
    StoryForTest story;
    story.tell(c.a);
    story.tell(c.b);
    CHECK(find_facts(story.board()).empty() != c.expected);
  }
}

TEST_CASE("a long lead meets several sentences, each a fact of its own") {
  StoryForTest story;
  story.tell(
      "Divers recovered the anchor chain from the northern basin, and the insurer Halvard refused payment to the "
      "dockers' union.");
  story.tell("The anchor chain was recovered by divers. Halvard, the insurer, refused any payment to the union.");
  CHECK(find_facts(story.board()).size() == 2);
}

TEST_CASE("facts do not depend on which article comes first") {
  const char* a = "Divers recovered the anchor chain from the basin. The insurer refused payment to the union.";
  const char* b = "The union was refused payment by its insurer. Later divers recovered an anchor chain.";
  StoryForTest one;
  one.tell(a);
  one.tell(b);
  StoryForTest two;
  two.tell(b);
  two.tell(a);
  const auto first = find_facts(one.board());
  const auto second = find_facts(two.board());
  REQUIRE(first.size() == second.size());
  for (const Fact& f : first) {
    const auto same = [&](const Fact& g) { return g.terms == f.terms && g.score == doctest::Approx(f.score); };
    CHECK(std::ranges::any_of(second, same));
  }
}

TEST_CASE("what is expected in one account and done in another is an update") {
  StoryForTest story;
  story.tell("The insurer Halvard is expected to refuse payment to the dockers union on Tuesday.");
  story.tell("Halvard refused payment to the dockers union, the insurer said.");
  const auto found = find_plain_facts(story.board(), {});
  REQUIRE(found.size() == 1);
  CHECK(found[0].kind == FindingKind::update);
  CHECK(found[0].values.size() == 2);
}

TEST_CASE("a fact beside two values of a difference is none") {
  StoryForTest story;
  const ArticleNo a = story.tell("Seven dockers of the northern basin were injured by cranes.");
  const ArticleNo b = story.tell("Two dockers of the northern basin were injured by cranes.");
  Finding difference;
  difference.kind = FindingKind::difference;
  difference.values.resize(2);
  difference.values[0].evidence = {{a, story.find(a, "Seven")}};
  difference.values[1].evidence = {{b, story.find(b, "Two")}};
  CHECK_FALSE(find_plain_facts(story.board(), {}).empty());
  CHECK(find_plain_facts(story.board(), std::span(&difference, 1)).empty());
}

TEST_CASE("one wording in two accounts is an agreement; changed words, and marks lost in a copy, drift") {
  StoryForTest story;
  const ArticleNo a = story.tell("\"We will rebuild the mole stone by stone,\" Brandt said.");
  const ArticleNo b = story.tell("Brandt vowed: \"We will rebuild the mole stone by stone.\"");
  story.quotation(a, "We will rebuild the mole stone by stone,", "Ilse Brandt");
  story.quotation(b, "We will rebuild the mole stone by stone.", "Brandt");
  auto found = find_quotations(story.board());
  REQUIRE(found.size() == 1);
  CHECK(found[0].kind == FindingKind::agreement);
  CHECK(found[0].values[0].witnesses == 2);

  const ArticleNo c = story.tell("\"We shall raise the mole stone by stone,\" Brandt said.");
  story.quotation(c, "We shall raise the mole stone by stone,", "Brandt");
  const ArticleNo d = story.tell("We will rebuild the mole stone by stone, Brandt said.");
  story.copy(a, d);
  found = find_quotations(story.board());
  REQUIRE(found.size() == 1);
  CHECK(found[0].kind == FindingKind::quotation);
  CHECK(found[0].values.size() == 3);
  const auto says = [&](std::string_view words) {
    return std::ranges::any_of(found[0].why, [&](const std::string& w) { return w.find(words) != std::string::npos; });
  };
  CHECK(says("'rebuild' became 'raise'") != says("'will rebuild' became 'shall raise'"));
  CHECK(says("quotation marks lost"));
}

TEST_CASE("a quotation cut short does not drift") {
  StoryForTest story;
  const ArticleNo a = story.tell("\"We will rebuild the mole stone by stone, whatever the sea does,\" she said.");
  const ArticleNo b = story.tell("She would \"rebuild the mole stone by stone\", she said.");
  story.quotation(a, "We will rebuild the mole stone by stone, whatever the sea does,", "Ilse Brandt");
  story.quotation(b, "rebuild the mole stone by stone", "Brandt");
  const auto found = find_quotations(story.board());
  REQUIRE(found.size() == 1);
  CHECK(found[0].kind == FindingKind::agreement);
}

TEST_CASE("a correction is one finding for all articles that tell of it") {
  StoryForTest story;
  for (int i = 0; i < 2; ++i) {
    const ArticleNo a = story.tell("The port first spoke of three cranes, later of two.");
    story.correction(a, "The port first spoke of three cranes, later of two", "cranes", "three", "two", "the port");
  }
  const auto found = find_corrections(story.board());
  REQUIRE(found.size() == 1);
  CHECK(found[0].from == "three");
  CHECK(found[0].to == "two");
  CHECK(found[0].by == "the port");
  REQUIRE(found[0].values.size() == 2);
  CHECK(found[0].values[0].articles.size() == 2);
}

}  // namespace
}  // namespace tellings::findings
