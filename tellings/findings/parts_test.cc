#include <doctest/doctest.h>

#include "tellings/findings/days.h"
#include "tellings/findings/persons.h"
#include "tellings/findings/story_for_test.h"
#include "tellings/findings/terms.h"
#include "tellings/findings/witnesses.h"
#include "tellings/findings/wording.h"

namespace tellings::findings {
namespace {

TEST_CASE("a merged article adds no account to either of its groups") {
  Story story;
  story.articles = {ArticleNo{0}, ArticleNo{1}, ArticleNo{2}, ArticleNo{3}};
  Lineage lineage;
  lineage.witnesses = {{ArticleNo{0}, ArticleNo{2}}, {ArticleNo{1}, ArticleNo{2}}};
  const Witnesses witnesses(story, lineage);
  struct Case {
    const char* what;
    std::vector<ArticleNo> articles;
    int expected;
  };
  const Case cases[] = {{"nobody", {}, 0},
                        {"one", {ArticleNo{0}}, 1},
                        {"the merge alone", {ArticleNo{2}}, 1},
                        {"the merge with a parent", {ArticleNo{1}, ArticleNo{2}}, 1},
                        {"the merge with both parents", {ArticleNo{0}, ArticleNo{1}, ArticleNo{2}}, 2},
                        {"one that the lineage does not name", {ArticleNo{0}, ArticleNo{3}}, 2}};
  for (const Case& c : cases) {
    CAPTURE(c.what);
    CHECK(witnesses.count(c.articles) == c.expected);
  }
  CHECK(witnesses.apart(ArticleNo{0}, ArticleNo{1}));
  CHECK_FALSE(witnesses.apart(ArticleNo{0}, ArticleNo{2}));
  CHECK_FALSE(witnesses.apart(ArticleNo{3}, ArticleNo{3}));
}

TEST_CASE("names are compared as persons") {
  struct Case {
    const char* a;
    const char* b;
    Sameness expected;
  };
  const Case cases[] = {{"Ilse Brandt", "Ilse M. Brandt", Sameness::same},
                        {"Ilse Brandt", "Brandt", Sameness::maybe},
                        {"Ilse Brandt", "Jonas Brandt", Sameness::other},
                        {"Omar Farid Jr.", "Omar Farid Sr.", Sameness::other},
                        {"Omar Farid Jr.", "Omar Farid", Sameness::same},
                        {"al-Qadhir", "Qadher", Sameness::maybe},
                        {"", "Brandt", Sameness::other}};
  for (const Case& c : cases) {
    CAPTURE(c.a);
    CAPTURE(c.b);
    CHECK(compare(read_person(c.a), read_person(c.b)) == c.expected);
    CHECK(compare(read_person(c.b), read_person(c.a)) == c.expected);
  }
}

TEST_CASE("endings fall, numbers are one in words and digits, small words are no terms") {
  CHECK(stem("injured") == stem("injures"));
  CHECK(stem("election") == stem("elections"));
  CHECK(stem("go") == "go");
  CHECK(number_of("seven") == "7");
  CHECK(number_of("1,200") == "1200");
  CHECK(number_of("cranes").empty());
  TermReader reader;
  const std::string_view text = "Seven of the cranes were not checked by 7 men in Velmar";
  const auto terms = reader.terms(text, {0, static_cast<std::uint32_t>(text.size())});
  REQUIRE(terms.size() == 7);
  CHECK(terms[0].id == terms[4].id);
  CHECK(terms[0].kind == TermKind::number);
  CHECK(terms[2].kind == TermKind::denial);
  CHECK(terms[6].kind == TermKind::name);
}

TEST_CASE("spellings of one entity are one term") {
  const std::string first = "Said Qadher spoke.";
  const std::string second = "Then Qadhir left.";
  TermReader reader;
  const std::vector<Statement> one{Name{{0, 11}, NameType::person, 4}};
  const std::vector<Statement> two{Name{{5, 11}, NameType::person, 4}};
  reader.learn_names(first, one);
  reader.learn_names(second, two);
  CHECK(reader.terms(first, {0, 18})[0].id == reader.terms(second, {0, 17})[0].id);
}

TEST_CASE("a wording is found where it stands, with what changed") {
  const std::string wanted = "for the sake of the harbour";
  const std::string text = "She asked for calm, for the good of the harbour, and left";
  const auto all = [](const std::string& s) { return read_wording(s, {0, static_cast<std::uint32_t>(s.size())}); };
  const Wording window = all(text);
  const auto found = find_wording(all(wanted), window);
  REQUIRE(found);
  CHECK(slice(text, {window.words[found->begin].span.begin, window.words[found->end - 1].span.end}) ==
        "for the good of the harbour");
  REQUIRE(found->changes.size() == 1);
  CHECK(found->changes[0].begin == 2);
  CHECK(found->changes[0].end == 3);
  CHECK(found->likeness > .5);
}

TEST_CASE("a wording inside itself is found whole, at every place") {
  const std::string text = "one two three four five six seven eight nine";
  const Wording window = read_wording(text, {0, static_cast<std::uint32_t>(text.size())});
  for (std::uint32_t from = 0; from + 2 <= window.words.size(); ++from) {
    Wording part;
    part.words.assign(window.words.begin() + from, window.words.begin() + from + 2);
    const auto found = find_wording(part, window);
    REQUIRE(found);
    CHECK(found->begin == from);
    CHECK(found->end == from + 2);
    CHECK(found->likeness == 1);
    CHECK(found->changes.empty());
  }
  CHECK_FALSE(find_wording({}, window));
  CHECK_FALSE(find_wording(window, {}));
}

TEST_CASE("days are counted from dates that name a day") {
  CHECK(day_of("1970-01-01") == 0);
  CHECK(day_of("2000-03-01") == 11017);
  CHECK(day_of("2021-11-07T03:12:00+03:00").value() - day_of("2020-11-07").value() == 365);
  for (const char* bad : {"", "2021", "2021-11", "2021-13-01", "2021-11-00", "yesterday!"}) {
    CAPTURE(bad);
    CHECK_FALSE(day_of(bad));
  }
}

}  // namespace
}  // namespace tellings::findings
