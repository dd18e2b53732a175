#include "tellings/stories/stories.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

using namespace tellings;
using namespace tellings::stories;

namespace {

Article article(std::string id, std::string title, std::string text, std::string published = "") {
  Article a;
  a.id = std::move(id);
  a.title = std::move(title);
  a.text = std::move(text);
  a.published = std::move(published);
  return a;
}

// Two tellings of a ferry that ran aground, two of a vote, one of neither.
std::vector<Article> five() {
  return {
      article("a", "Ferry runs aground off Port Lindow",
              "The ferry Grey Heron ran aground off Port Lindow on Monday with 212 passengers. Captain Ida Sorrel said "
              "nobody was hurt. Tugs will pull the Grey Heron free at high tide.",
              "2022-03-07"),
      article("b", "Council votes to close the Marlow Street library",
              "Councillors in Eastwick voted 9 to 6 to close the Marlow Street library. Councillor Tom Pell called the "
              "vote a disgrace. The library opened in 1911.",
              "2022-03-08"),
      article(
          "c", "Grey Heron stuck on a sandbank",
          "Passengers of the Grey Heron, 212 in all, spent Monday night on a sandbank near Port Lindow. Tugs wait for "
          "the tide, said Captain Ida Sorrel.",
          "2022-03-08"),
      article(
          "d", "Marlow Street library to shut",
          "By 9 votes to 6, Eastwick's council decided to shut the library on Marlow Street, which opened in 1911. Tom "
          "Pell, a councillor, protested.",
          "2022-03-09"),
      article("e", "Apple harvest begins early",
              "Growers in the Orrin valley began picking two weeks early after a warm spring. Prices are steady.",
              "2022-03-08"),
  };
}

std::set<std::set<std::string>> ids(const std::vector<Story>& stories, const std::vector<Article>& articles) {
  std::set<std::set<std::string>> out;
  for (const Story& s : stories) {
    std::set<std::string> story;
    for (const ArticleNo a : s.articles) story.insert(articles[index(a)].id);
    out.insert(story);
  }
  return out;
}

}  // namespace

TEST_CASE("accounts of one event are one story, others are apart, even in a batch of five") {
  const auto articles = five();
  CHECK(ids(group(articles, 1), articles) == std::set<std::set<std::string>>{{"a", "c"}, {"b", "d"}, {"e"}});
}

TEST_CASE("two articles are enough to tell") {
  const auto all = five();
  const std::vector<Article> same = {all[0], all[2]};
  const std::vector<Article> other = {all[0], all[1]};
  CHECK(group(same, 1).size() == 1);
  CHECK(group(other, 1).size() == 2);
}

TEST_CASE("a story is named by its earliest article, and titled and described by its own words") {
  const auto articles = five();
  const auto stories = group(articles, 1);
  CHECK(std::ranges::is_sorted(stories, {}, &Story::id));
  for (const Story& s : stories) {
    if (s.articles.size() < 2 || articles[index(s.articles[0])].id != "a") continue;
    const auto alone = group(std::vector<Article>{articles[0]}, 1);
    CHECK(s.id == alone[0].id);
    CHECK(s.id.size() == 10);
    CHECK(s.first == "2022-03-07");
    CHECK(s.last == "2022-03-08");
    CHECK((s.title == articles[0].title || s.title == articles[2].title));
    CHECK(std::ranges::find(s.keywords, "Heron") != s.keywords.end());
  }
}

TEST_CASE("two fillings of one template are two stories") {
  struct Case {
    const char* what;
    const char* title;
    const char* text;
    const char* other_title;
    const char* other_text;
  };
  const Case cases[] = {
      {"places", "Orme takes Kestel county",
       "Judge Dana Orme has carried Kestel, counters said late on Tuesday. With 61 percent counted Orme led Paul Vance "
       "by "
       "4120 votes. In Brill, lines were the longest in 14 years.",
       "Orme takes Ludham county",
       "Judge Dana Orme has carried Ludham, counters said late on Tuesday. With 83 percent counted Orme led Paul Vance "
       "by "
       "977 votes. In Stope, lines were the longest in 31 years."},
      {"days", "Inquiry, day 3: Hannah Voss heard",
       "On day 3 of the inquiry into the Tarn tunnel the witness was Hannah Voss. She spoke for 40 minutes. The panel "
       "saw "
       "18 plans. The next hearing is on Thursday.",
       "Inquiry, day 13: Peter Lamb heard",
       "On day 13 of the inquiry into the Tarn tunnel the witness was Peter Lamb. He spoke for 95 minutes. The panel "
       "saw "
       "77 plans. The next hearing is on Thursday."},
  };
  for (const Case& c : cases) {
    CAPTURE(c.what);
    const std::vector<Article> articles = {article("1", c.title, c.text), article("2", c.other_title, c.other_text)};
    CHECK(group(articles, 1).size() == 2);
    const std::vector<Article> same = {article("1", c.title, c.text), article("2", c.title, c.text)};
    CHECK(group(same, 1).size() == 1);
  }
}

TEST_CASE("a copy in another house's spelling, with a name misspelt throughout, is no second filling of a template") {
  const std::string text =
      "The envoy met U.S. growers in Calder on Monday. Marolan farms want U.S. buyers for their barley, and the "
      "Marolan "
      "minister asked U.S. mills to wait. A Marolan ship brought U.S. seed to Calder in May. The growers told Marolan "
      "papers that U.S. prices fell.";
  std::string copy = text;
  for (const auto& [from, to] : {std::pair<std::string, std::string>{"U.S.", "US"}, {"Marolan", "Marollan"}}) {
    for (std::size_t at = copy.find(from); at != std::string::npos; at = copy.find(from, at + to.size()))
      copy.replace(at, from.size(), to);
  }
  const std::vector<Article> articles = {article("1", "", text), article("2", "", copy)};
  CHECK(group(articles, 1).size() == 1);
}

TEST_CASE("every article is in exactly one story, also one without words") {
  auto articles = five();
  articles.push_back(article("f", "", ""));
  articles.push_back(article("g", "", "..."));
  std::map<std::size_t, int> seen;
  for (const Story& s : group(articles, 2)) {
    for (const ArticleNo a : s.articles) ++seen[index(a)];
  }
  CHECK(seen.size() == articles.size());
  for (const auto& [at, times] : seen) CHECK(times == 1);
  CHECK(group(std::vector<Article>{}, 1).empty());
}

TEST_CASE("the number of threads changes nothing") {
  std::vector<Article> many;
  for (int i = 0; i < 60; ++i) {
    for (const Article& a : five()) {
      many.push_back(a);
      many.back().id += std::to_string(i);
      many.back().text += " Report number " + std::to_string(i * 7919 % 1000) + " of the day.";
    }
  }
  const auto one = group(many, 1);
  const auto three = group(many, 3);
  REQUIRE(one.size() == three.size());
  for (std::size_t i = 0; i < one.size(); ++i) {
    CHECK(one[i].id == three[i].id);
    CHECK(one[i].articles == three[i].articles);
    CHECK(one[i].title == three[i].title);
    CHECK(one[i].keywords == three[i].keywords);
  }
}

TEST_CASE("one_story takes all articles as tellings of one event") {
  const auto articles = five();
  const Story story = one_story(articles);
  CHECK(story.articles.size() == articles.size());
  CHECK(story.first == "2022-03-07");
  CHECK(story.last == "2022-03-09");
  CHECK(one_story(std::vector<Article>{}).articles.empty());
}
