#include "tellings/statements/statements.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <string>

#include "tellings/base/utf8.h"

namespace tellings::statements {
namespace {

std::vector<Statement> read_one(const std::string& text, const std::string& published = "") {
  Article a;
  a.text = text;
  a.published = published;
  return read_statements(std::span(&a, 1), 1)[0];
}

template <typename Kind>
std::vector<Kind> all(const std::vector<Statement>& statements) {
  std::vector<Kind> out;
  for (const Statement& s : statements) {
    if (const auto* k = std::get_if<Kind>(&s)) out.push_back(*k);
  }
  return out;
}

TEST_CASE("people get the role that befell them, those who did it none") {
  struct {
    const char *text, *role;
    double low;
  } cases[] = {
      {"Seven guards were injured in the blast.", "injured", 7},
      {"The blast killed two people.", "killed", 2},
      {"The storm hit the coast, killing four.", "killed", 4},
      {"Three men were shot and killed on Sunday.", "killed", 3},
      {"The death toll rose to 12.", "killed", 12},
      {"Two fishermen died in the storm.", "killed", 2},
      {"The storm left five people dead.", "killed", 5},
      {"Six hikers are still missing.", "missing", 6},
      {"Police arrested nine protesters.", "arrested", 9},
      {"Two gunmen killed a shopkeeper.", "", 2},
      {"Ten people, including two children, were hurt.", "", 2},
  };
  for (const auto& c : cases) {
    CAPTURE(std::string(c.text));
    const auto figures = all<Figure>(read_one(c.text));
    const auto at = std::ranges::find_if(figures, [&](const Figure& f) { return f.low == c.low; });
    REQUIRE(at != figures.end());
    CHECK(at->role == c.role);
  }
}

TEST_CASE("one victim is at least one, and a part where more are counted") {
  CHECK(all<Figure>(read_one("A fisherman was killed by the storm.")).at(0).high == std::nullopt);
  const auto figures = all<Figure>(read_one("Two people were killed. A fisherman was killed by the wave."));
  CHECK(figures.size() == 1);
}

TEST_CASE("figures carry unit, noun, change and age") {
  const auto figures =
      all<Figure>(read_one("Exports rose 4.5 percent. Jo Marsh, 41, sold 30 red boats for $2 million."));
  REQUIRE(figures.size() == 4);
  CHECK(figures[0].unit == "percent");
  CHECK(figures[0].change == Change::up);
  CHECK(figures[0].scope == "Exports");
  CHECK(figures[1].role == "age");
  CHECK(figures[1].unit == "year");
  CHECK(figures[2].noun == "red boats");
  CHECK(figures[3].unit == "USD");
}

TEST_CASE("speakers are found before and after, and by pronoun") {
  struct {
    const char *text, *speaker;
    bool direct;
  } cases[] = {
      {"\xE2\x80\x9CThe bridge fell,\xE2\x80\x9D said Jane Marsh, a teacher.", "Jane Marsh", true},
      {"\"The bridge fell last night,\" Jane Marsh said.", "Jane Marsh", true},
      {"Jane Marsh said that the bridge fell.", "Jane Marsh", false},
      {"The bridge fell in the night, according to police.", "police", false},
      {"Mayor Jane Marsh spoke on Monday. \"The bridge fell last night,\" she said.", "Jane Marsh", true},
  };
  for (const auto& c : cases) {
    CAPTURE(std::string(c.text));
    const auto quotations = all<Quotation>(read_one(c.text));
    REQUIRE(quotations.size() == 1);
    REQUIRE(quotations[0].speaker.has_value());
    CHECK(quotations[0].speaker->name == c.speaker);
    CHECK(quotations[0].direct == c.direct);
  }
}

TEST_CASE("a figure knows on whose word it stands") {
  const auto figures = all<Figure>(read_one("Police said that three boats had sunk."));
  REQUIRE(figures.size() == 1);
  REQUIRE(figures[0].speakers.size() == 1);
  CHECK(figures[0].speakers[0].name == "Police");
}

TEST_CASE("spellings of one name are one entity over the run, other names are not") {
  std::vector<Article> run(2);
  run[0].text = "President Muqtada al-Harim met Peter Marsh in London. Al-Harim smiled.";
  run[1].text = "President Moqtada Harim said he met Peter Walsh in London. Harim left.";
  const auto found = read_statements(run, 2);
  std::map<std::string, std::uint32_t> entity;
  for (std::size_t i = 0; i < 2; ++i) {
    for (const Name& n : all<Name>(found[i])) entity[std::string(slice(run[i].text, n.span))] = n.entity;
  }
  REQUIRE(entity.contains("Muqtada al-Harim"));
  REQUIRE(entity.contains("Moqtada Harim"));
  CHECK(entity["Muqtada al-Harim"] == entity["Moqtada Harim"]);
  CHECK(entity["Peter Marsh"] != entity["Peter Walsh"]);
}

TEST_CASE("same_name tells spellings from other names") {
  struct {
    const char *a, *b;
    bool same;
  } cases[] = {
      {"Sara", "Sarah", true},
      {"Mohammed Said", "Muhammad Saeed", true},
      {"Thorneberry", "Throneberry", true},
      {"al-Sadr", "Sadr", true},
      {"Kemp", "Camp", false},
      {"Peter Marsh", "Peter Walsh", false},
      {"\xD9\x85\xD8\xAD\xD9\x85\xD8\xAF", "Muhammad", true},
  };
  for (const auto& c : cases) {
    CAPTURE(std::string(c.a));
    CAPTURE(std::string(c.b));
    CHECK((same_name(c.a, c.b) > 0.8) == c.same);
    CHECK(same_name(c.a, c.b) == doctest::Approx(same_name(c.b, c.a)));
  }
}

TEST_CASE("other languages give marks and digits, and nothing made up") {
  const auto found = read_one(
      "\xC2\xAB\xD0\x9C\xD0\xBE\xD1\x81\xD1\x82 \xD1\x83\xD0\xBF\xD0\xB0\xD0\xBB\xC2\xBB 35 \xD0\xBB\xD0\xB5\xD1\x82.");
  CHECK(all<Correction>(found).empty());
  REQUIRE(all<Figure>(found).size() == 1);
  CHECK(all<Figure>(found)[0].low == 35);
}

TEST_CASE("every prefix of a text gives statements inside it, on code point borders") {
  const std::string text =
      "Police initially said three \xE2\x80\x9Cquiet\xE2\x80\x9D men, aged 30\xE2\x80\x93"
      "40, died on Sunday (7 May). "
      "They later said two had. \xE2\x80\x9CIt is \xE2\x82\xAC"
      "5m,\xE2\x80\x9D said A. B. O\xE2\x80\x99Hara.\n\nAl-Amin left.";
  for (std::size_t n = 0; n <= text.size(); ++n) {
    const std::string prefix = to_valid_utf8(text.substr(0, n));
    for (const Statement& s : read_one(prefix, "2023-05-08")) {
      const Span span = span_of(s);
      CHECK(span.begin < span.end);
      CHECK(span.end <= prefix.size());
      CHECK(is_utf8(slice(prefix, span)));
    }
  }
}

}  // namespace
}  // namespace tellings::statements
