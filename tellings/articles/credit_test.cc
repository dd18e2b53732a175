#include "tellings/articles/credit.h"

#include <doctest/doctest.h>

namespace tellings::articles {

TEST_CASE("agencies are credited by where their names stand") {
  struct Case {
    const char* what;
    std::vector<std::string_view> paragraphs;
    std::vector<std::string> bylines;
    std::vector<std::string> expected;
  };
  const std::string_view prose = "The ferry struck the pier on Tuesday, and four passengers were hurt.";
  const Case cases[] = {
      {"a dateline", {"ORSUND (AP) — The ferry struck the pier.", prose}, {}, {"Associated Press"}},
      {"a dateline without a place", {"(Reuters) - The ferry struck the pier.", prose}, {}, {"Reuters"}},
      {"a line at the end", {prose, prose, "— Reuters"}, {}, {"Reuters"}},
      {"two at the end",
       {prose, prose, "With inputs from AFP and dpa"},
       {},
       {"Agence France-Presse", "Deutsche Presse-Agentur"}},
      {"brackets after the last sentence", {prose, "They left on Friday. (AFP)"}, {}, {"Agence France-Presse"}},
      {"told to its reporter",
       {prose, "Two officials told The Associated Press that the pier was old.", prose},
       {},
       {"Associated Press"}},
      {"Reuters' last line", {prose, "Reporting by Ann Lee; Editing by Bo Chen"}, {}, {"Reuters"}},
      {"an agency that names itself one",
       {"ORSUND, Nov 7 (Vell News Agency) - The ferry struck the pier.", prose},
       {},
       {"Vell News Agency"}},
      {"an unknown press association in brackets",
       {"ORSUND (Vell Press Association) — The ferry struck the pier.", prose},
       {},
       {"Vell Press Association"}},
      {"an unknown agency in a byline", {prose}, {"Agence Vell-Presse"}, {"Agence Vell-Presse"}},
      {"another one", {prose}, {"Vell-Agentur"}, {"Vell-Agentur"}},
      {"no agency, but a kind of them", {prose}, {"Foreign Press Association"}, {}},
      {"agents", {prose}, {"Vell-Agenturen"}, {}},
      {"letters that stand alone", {prose, "TT"}, {}, {}},
      {"a byline", {prose}, {"Ann Lee", "AFP"}, {"Agence France-Presse"}},
      {"an agency spoken of", {"Reuters was sold in 2008, the company said in its report.", prose}, {}, {}},
      {"letters inside other words", {"The APPLE harvest (APRIL) began.", prose}, {}, {}},
      {"nothing", {prose}, {"Ann Lee"}, {}},
      {"no paragraphs", {}, {}, {}},
  };
  for (const Case& c : cases) {
    CAPTURE(c.what);
    CHECK(credits_in(c.paragraphs, c.bylines) == c.expected);
  }
}

TEST_CASE("an agency is known by any of its names") {
  CHECK(agency_named("AFP") == "Agence France-Presse");
  CHECK(agency_named("(the associated press)") == "Associated Press");
  CHECK(agency_named("Ann Lee") == std::nullopt);
}

}  // namespace tellings::articles
