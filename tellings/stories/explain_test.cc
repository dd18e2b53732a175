#include "tellings/stories/explain.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "tellings/stories/stories.h"

using namespace tellings;
using namespace tellings::stories;

TEST_CASE("a membership is explained by names, figures and words that both articles hold") {
  std::vector<Article> articles(3);
  articles[0].id = "a";
  articles[0].title = "Ferry runs aground off Port Lindow";
  articles[0].text = "The ferry ran aground off Port Lindow on Monday with 212 passengers, said captain Ida Sorrel.";
  articles[0].published = "2022-03-07";
  articles[1].id = "b";
  articles[1].title = "Night on a sandbank for 212";
  articles[1].text =
      "The ferry with 212 on board lay on a sandbank near Port Lindow until captain Ida Sorrel called tugs.";
  articles[1].published = "2022-03-08";
  articles[2].id = "c";
  articles[2].text = "Apple growers began picking early.";
  const auto stories = group(articles, 1);
  const auto why = explain(articles, stories, 2);
  REQUIRE(why.size() == stories.size());
  for (std::size_t i = 0; i < stories.size(); ++i) {
    REQUIRE(why[i].size() == stories[i].articles.size());
    for (const Membership& m : why[i]) {
      if (articles[index(m.article)].id == "c") {
        CHECK_FALSE(m.nearest);
        continue;
      }
      REQUIRE(m.nearest);
      CHECK(m.days_apart == 1);
      CHECK(m.likeness > 0.1);
      CHECK(std::ranges::find(m.names, "Port Lindow") != m.names.end());
      CHECK(m.figures == std::vector<std::string>{"212"});
      for (const auto* list : {&m.names, &m.figures, &m.words}) {
        for (const std::string& s : *list) {
          const Article& a = articles[index(m.article)];
          CHECK((a.title + " " + a.text).find(s) != std::string::npos);
        }
      }
    }
  }
}
