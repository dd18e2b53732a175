#include "tellings/statements/statements.h"

#include <doctest/doctest.h>

#include <string>

namespace tellings::statements {
namespace {

std::vector<Correction> corrections(const std::string& text) {
  Article a;
  a.text = text;
  std::vector<Correction> out;
  const auto found = read_statements(std::span(&a, 1), 1);
  for (const Statement& s : found[0]) {
    if (const auto* c = std::get_if<Correction>(&s)) out.push_back(*c);
  }
  return out;
}

TEST_CASE("a number that is replaced is a correction with both numbers and who said so") {
  struct {
    const char *text, *from, *to, *by;
  } cases[] = {
      {"The harbour office initially said four boats had sunk. The office later clarified that three had.", "four",
       "three", "harbour office"},
      {"Police originally said nine people were hurt, but later put the number at eleven people.", "nine", "eleven",
       "Police"},
      {"Jo Marsh, 31, whom police initially said was 30, lives in Leeds.", "30", "31", "police"},
  };
  for (const auto& c : cases) {
    CAPTURE(std::string(c.text));
    const auto found = corrections(c.text);
    REQUIRE(found.size() == 1);
    CHECK(found[0].from == c.from);
    CHECK(found[0].to == c.to);
    CHECK(found[0].by == c.by);
  }
}

TEST_CASE("an editor's note is a correction") {
  for (const char* text :
       {"Correction: the bridge is in Selby.", "This story has been corrected to show that the train left at noon.",
        "An earlier version of this article misspelled the mayor's name."}) {
    CAPTURE(std::string(text));
    CHECK(corrections(text).size() == 1);
  }
}

TEST_CASE("what only looks like a correction is none") {
  for (const char* text : {"The Herald first reported the sale.", "At first she thought it was thunder.",
                           "He later said that the car was blue.", "The bag was later determined to be empty.",
                           "The council revised its parking plan.",
                           "The mayor previously said he would run, and on Monday he filed his papers."}) {
    CAPTURE(std::string(text));
    CHECK(corrections(text).empty());
  }
}

}  // namespace
}  // namespace tellings::statements
