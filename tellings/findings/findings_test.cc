#include "tellings/findings/findings.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "tellings/findings/story_for_test.h"

namespace tellings::findings {
namespace {

constexpr const char* kFirst =
    "Two cranes fell into the harbour of Velmar early on Monday, the port authority said. "
    "Seven dockers were injured when the cranes toppled in a squall. "
    "Nobody has claimed that the anchors were checked before the storm. "
    "Harbour master Ilse Brandt, 51, closed the northern basin until Friday.";
constexpr const char* kSecond =
    "A squall toppled cranes in Velmar's harbour on Monday. "
    "Two dockers were hurt, according to a nurse at the city hospital. "
    "Harbour master Ilse Brandt, 51, said the northern basin stays closed until Friday. "
    "Fishing boats rode out the storm behind the mole.";

StoryForTest harbour() {
  StoryForTest story;
  const ArticleNo a = story.tell(kFirst);
  const ArticleNo b = story.tell(kSecond);
  story.figure(a, "Seven", 7, "dockers", "injured");
  story.figure(b, "Two", 2, "dockers", "injured");
  story.age(a, "51", 51, "Ilse Brandt");
  story.age(b, "51", 51, "Ilse Brandt");
  return story;
}

TEST_CASE("two accounts agree on plain facts and ages, and differ in a toll") {
  const auto found = harbour().findings();
  const auto agreements = of_kind(found, FindingKind::agreement);
  const auto differences = of_kind(found, FindingKind::difference);
  REQUIRE(differences.size() == 1);
  CHECK(differences[0].role == "injured");
  REQUIRE(differences[0].values.size() == 2);
  CHECK(differences[0].values[0].value == "7");
  CHECK(differences[0].values[1].value == "2");
  CHECK(differences[0].values[0].witnesses == 1);
  const auto about = [&](std::string_view words) {
    return std::ranges::any_of(agreements, [&](const Finding& f) {
      return (f.about + " / " + f.values[0].value).find(words) != std::string::npos;
    });
  };
  CHECK(about("northern basin"));
  CHECK(about("age of Ilse Brandt"));
}

TEST_CASE("a copy of an account adds articles, not witnesses") {
  StoryForTest story = harbour();
  const ArticleNo c = story.tell(kFirst);
  story.copy(ArticleNo{0}, c);
  story.figure(c, "Seven", 7, "dockers", "injured");
  for (const Finding& f : story.findings()) {
    for (const Value& v : f.values) {
      CAPTURE(f.about);
      CHECK(v.witnesses <= 2);
      CHECK(static_cast<std::size_t>(v.witnesses) <= v.articles.size());
    }
  }
  const auto differences = of_kind(story.findings(), FindingKind::difference);
  REQUIRE(differences.size() == 1);
  CHECK(differences[0].values[0].articles == std::vector{ArticleNo{0}, ArticleNo{2}});
  CHECK(differences[0].values[0].witnesses == 1);
}

TEST_CASE("articles of one account neither agree nor differ") {
  StoryForTest story = harbour();
  story.copy(ArticleNo{0}, ArticleNo{1});
  CHECK(of_kind(story.findings(), FindingKind::agreement).empty());
  CHECK(of_kind(story.findings(), FindingKind::difference).empty());
}

TEST_CASE("every value has evidence inside its article, and articles that are ascending and its evidence's") {
  StoryForTest story = harbour();
  for (const Finding& f : story.findings()) {
    REQUIRE_FALSE(f.values.empty());
    REQUIRE_FALSE(f.why.empty());
    for (const Value& v : f.values) {
      REQUIRE_FALSE(v.evidence.empty());
      CHECK(std::ranges::is_sorted(v.articles));
      CHECK(articles_of(v.evidence) == v.articles);
      for (const Evidence& e : v.evidence) CHECK_FALSE(story.words(e).empty());
    }
  }
}

TEST_CASE("kinds come in their order") {
  const auto found = harbour().findings();
  CHECK(std::ranges::is_sorted(found, {}, &Finding::kind));
}

TEST_CASE("empty texts and statements outside the text are passed over") {
  StoryForTest story;
  const ArticleNo a = story.tell("");
  const ArticleNo b = story.tell("Short.");
  story.figure(a, "", 3, "ships", "", "ship").span = {5, 9};
  story.quotation(b, "Short", "nobody");
  story.correction(b, "Short", "", "", "", "");
  for (const Finding& f : story.findings()) CHECK_FALSE(f.values.empty());
}

}  // namespace
}  // namespace tellings::findings
