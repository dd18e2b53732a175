#include "tellings/articles/json_ld.h"

#include <doctest/doctest.h>

namespace tellings::articles {

TEST_CASE("JSON-LD is read, whole and broken") {
  struct Case {
    const char* what;
    std::vector<std::string> scripts;
  };
  const Case cases[] = {
      {"plain",
       {R"({"@type": "NewsArticle", "headline": "Ferry", "datePublished": "2021-11-07", "author": {"@type": "Person", "name": "Ann Lee"}})"}},
      {"in a graph, the author by reference",
       {R"({"@graph": [{"@type": "WebPage", "name": "Site"}, {"@type": "Article", "headline": "Ferry", "datePublished": "2021-11-07",
            "author": {"@id": "#a"}}, {"@type": "Person", "@id": "#a", "name": "Ann Lee"}]})"}},
      {"a raw line break in a string",
       {"{\"@type\": \"NewsArticle\", \"headline\": \"Ferry\", \"description\": \"a\nb\", \"datePublished\": "
        "\"2021-11-07\", \"author\": [\"Ann Lee\"]}"}},
      {"trailing commas and a comment",
       {R"(/* x */ {"@type": "NewsArticle", "headline": "Ferry", "datePublished": "2021-11-07", "author": [{"name": "Ann Lee",},],} // y)"}},
      {"inside an HTML comment",
       {R"(<!-- {"@type": "NewsArticle", "headline": "Ferry", "datePublished": "2021-11-07", "author": "Ann Lee"} -->)"}},
      {"two objects one after another",
       {R"({"@type": "Organization", "name": "Bell"}{"@type": ["NewsArticle"], "headline": "Ferry", "datePublished": "2021-11-07", "author": "Ann Lee"};)"}},
      {"entities for quotation marks",
       {"{&quot;@type&quot;: &quot;NewsArticle&quot;, &quot;headline&quot;: &quot;Ferry&quot;, "
        "&quot;datePublished&quot;: &quot;2021-11-07&quot;, &quot;author&quot;: &quot;Ann Lee&quot;}"}},
      {"a broken script beside a good one",
       {"{\"@type\":",
        R"({"@type": "NewsArticle", "headline": "Ferry", "datePublished": "2021-11-07", "author": "Ann Lee"})"}},
  };
  for (const Case& c : cases) {
    CAPTURE(c.what);
    const LinkedData said = read_json_ld(c.scripts);
    CHECK(said.has_article);
    CHECK(said.headline == "Ferry");
    CHECK(said.published == "2021-11-07");
    REQUIRE(said.authors.size() == 1);
    CHECK(said.authors[0].name == "Ann Lee");
  }
}

TEST_CASE("any prefix of a script is read without harm") {
  const std::string script =
      R"({"@graph": [{"@type": "NewsArticle", "headline": "A \"b\" \u00e9", "author": [{"name": "C"}], "articleBody": "d"}]})";
  for (std::size_t n = 0; n <= script.size(); ++n) read_json_ld(std::vector<std::string>{script.substr(0, n)});
  CHECK(!read_json_ld({}).has_article);
}

}  // namespace tellings::articles
