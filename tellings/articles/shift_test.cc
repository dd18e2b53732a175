#include "tellings/articles/shift.h"

#include <doctest/doctest.h>

#include <array>
#include <string>

#include "tellings/articles/common_words.h"
#include "tellings/articles/packing.h"

namespace tellings::articles {
namespace {

// Paragraphs that speak of five things again and again.
std::vector<std::string> article(std::array<std::string, 5> things, std::size_t paragraphs) {
  std::vector<std::string> out;
  out.reserve(paragraphs);
  for (std::size_t i = 0; i < paragraphs; ++i)
    out.push_back("The " + things[i % 5] + " have seen more than the " + things[(i + 1) % 5] +
                  ", with some of this from the " + things[(i + 3) % 5] + " that will make the " + things[(i + 2) % 5] +
                  ".");
  return out;
}

const std::array<std::string, 5> kHarbour{"ferry", "lighthouse", "harbourmaster", "anchorage", "steamboat"};
const std::array<std::string, 5> kOrchard{"orchard", "blossom", "applecart", "beekeeper", "frostbite"};

Draft scraped(std::string id, const std::vector<std::string>& first, const std::vector<std::string>& second = {}) {
  Draft d;
  d.scraped = true;
  d.article.id = std::move(id);
  for (const auto* part : {&first, &second})
    for (const std::string& p : *part) d.pieces.push_back({p, 0.9f, {}});
  return d;
}

void cut_by_words(std::vector<Draft>* drafts) {
  WordCuts cuts;
  for (std::size_t i = 0; i < drafts->size(); ++i) cuts.count(i, (*drafts)[i]);
  const auto lines_of = [&](std::size_t i) { return summary_of((*drafts)[i]).lines; };
  for (std::size_t i = 0; i < drafts->size(); ++i) cuts.cut(i, lines_of, &(*drafts)[i]);
}

}  // namespace

TEST_CASE("a text is cut where its words change") {
  for (const std::size_t left : {4u, 6u, 12u}) {
    CAPTURE(left);
    std::vector<Draft> drafts{scraped("a", article(kHarbour, left), article(kOrchard, 6))};
    cut_by_words(&drafts);
    REQUIRE(drafts[0].cuts.size() == 1);
    CHECK(drafts[0].cuts[0].piece == left);
  }
}

TEST_CASE("a text on one thing is not cut") {
  std::vector<Draft> drafts{scraped("a", article(kHarbour, 12)), scraped("b", article(kHarbour, 3)), scraped("c", {})};
  cut_by_words(&drafts);
  for (const Draft& d : drafts) CHECK(d.cuts.empty());
}

TEST_CASE("a heading before the second article is its title") {
  std::vector<std::string> second = article(kOrchard, 6);
  second.insert(second.begin(), "Frostbite in the Orchard");
  std::vector<Draft> drafts{scraped("a", article(kHarbour, 6), second)};
  cut_by_words(&drafts);
  REQUIRE(drafts[0].cuts.size() == 1);
  CHECK(drafts[0].cuts[0].title == "Frostbite in the Orchard");
}

TEST_CASE("a tail that is another article of the batch needs less of a shift") {
  // Two articles on one thing: their words alone would not part them.
  std::array<std::string, 5> pier = kHarbour;
  pier[0] = "breakwater";
  std::vector<std::string> other = article(pier, 5);
  std::vector<Draft> alone{scraped("a", article(kHarbour, 6), other)};
  std::vector<Draft> both{alone[0], scraped("b", other)};
  cut_by_words(&alone);
  cut_by_words(&both);
  CHECK(alone[0].cuts.empty());
  CHECK(both[0].cuts.empty());  // all chains but two run through
  other = article(kOrchard, 5);
  both = {scraped("a", article(kHarbour, 6), other), scraped("b", other)};
  cut_by_words(&both);
  REQUIRE(both[0].cuts.size() == 1);
  CHECK(both[0].cuts[0].piece == 6);
  CHECK(both[1].cuts.empty());
}

TEST_CASE("common words are common") { CHECK(common_share(0) == kRareShare); }

}  // namespace tellings::articles
