#include "tellings/articles/repeated.h"

#include <doctest/doctest.h>

#include <string>

namespace tellings::articles {
namespace {

Draft of_outlet(std::string outlet, int number, const std::string& line) {
  Draft d;
  d.article.id = std::to_string(number);
  d.article.outlet = std::move(outlet);
  for (int i = 0; i < 5; ++i)
    d.pieces.push_back(
        {"Sentence " + std::to_string(i) + " of story " + std::to_string(number) + " says what no other says.",
         0.9f,
         {}});
  d.pieces.push_back({line, 0.9f, {}});
  return d;
}

void drop_repeated(std::vector<Draft>* drafts) {
  const Recurring found = find_recurring(
      drafts->size(), [&](std::size_t i) { return summary_of((*drafts)[i]); },
      [&](std::size_t i, std::size_t kept) { return (*drafts)[i].pieces[kept].text; });
  for (Draft& d : *drafts) found.drop(summary_of(d), &d);
}

}  // namespace

TEST_CASE("a line that three articles of an outlet end with is furniture") {
  std::vector<Draft> drafts;
  drafts.reserve(3);
  for (int i = 0; i < 3; ++i) drafts.push_back(of_outlet("Bell", i, "The Bell rings daily"));
  drop_repeated(&drafts);
  for (const Draft& d : drafts) {
    CHECK(d.pieces.back().drop == DropReason::repeated_on_site);
    CHECK(!d.pieces.front().drop);
  }
}

TEST_CASE("what copies of one article share stays, and so does a line of two") {
  std::vector<Draft> copies, two;
  for (int i = 0; i < 4; ++i) copies.push_back(of_outlet("Bell", 7, "The Bell rings daily"));
  for (int i = 0; i < 2; ++i) two.push_back(of_outlet("Bell", i, "The Bell rings daily"));
  drop_repeated(&copies);
  drop_repeated(&two);
  for (const auto* drafts : {&copies, &two})
    for (const Draft& d : *drafts) CHECK(!d.pieces.back().drop);
}

TEST_CASE("outlets are told apart") {
  std::vector<Draft> drafts;
  drafts.reserve(3);
  for (int i = 0; i < 3; ++i) drafts.push_back(of_outlet("Bell " + std::to_string(i), i, "The Bell rings daily"));
  drop_repeated(&drafts);
  for (const Draft& d : drafts) CHECK(!d.pieces.back().drop);
}

}  // namespace tellings::articles
