#include "tellings/copies/copies.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace tellings;

namespace {

Article article(std::string id, const std::vector<std::string>& paragraphs) {
  Article a;
  a.id = std::move(id);
  for (const std::string& p : paragraphs) {
    if (!a.text.empty()) a.text += "\n\n";
    const auto begin = static_cast<std::uint32_t>(a.text.size());
    a.text += p;
    a.paragraphs.push_back({begin, static_cast<std::uint32_t>(a.text.size())});
  }
  return a;
}

const std::vector<std::string> kWire = {
    "A ferry carrying 212 people ran aground off the island of Marrow early on Tuesday after its steering failed.",
    "Rescue boats from three harbours took everyone off within two hours, the coast guard said, and nobody was hurt.",
    "The captain told investigators that the rudder had stopped answering shortly after the ship left the Sound.",
    "It was the second such failure this year on the line, which carries cars and mail to the outer islands.",
    "The company said it would keep the vessel in dock until an inspection was finished, and hire a replacement.",
    "Islanders have complained for years that the ageing fleet leaves them without doctors and fresh bread in winter.",
};

const std::vector<std::string> kReworded = {
    "A ferry with 212 people aboard went aground near the island of Marrow early Tuesday when its steering gave out.",
    // One long sentence. NOLINTNEXTLINE(bugprone-suspicious-missing-comma)
    "Boats sent from three harbours had rescued everyone within two hours, according to the coast guard; nobody was "
    "hurt.",
    "Investigators were told by the captain that the rudder no longer answered soon after the ship had left the Sound.",
    "It is the second failure of the kind this year on a line that carries mail and cars to the outer islands.",
    "The vessel will be kept in dock until the inspection is finished, the company said, and a replacement hired.",
    "For years islanders have complained that the ageing fleet leaves them in winter without fresh bread and doctors.",
};

const std::vector<std::string> kOwn = {
    "Passengers stood on the open deck in life jackets for an hour on Tuesday, singing to keep the children calm.",
    "\"We felt a long scrape and then nothing moved any more,\" said Ida Holm, a nurse on her way to a night shift.",
    "The grounding of the Marrow ferry will reopen a quarrel in the county council over money for new ships.",
    "Two councillors want the licence withdrawn; a third says that no other operator would take the route.",
    "By noon the hull was afloat again on the tide, watched from the shore by half the village.",
};

// What is found between two texts that have something in common.
Copy between(const Article& a, const Article& b) {
  const auto found = copies::compare(a, b);
  REQUIRE(found);
  return found.value_or(Copy{});
}

}  // namespace

TEST_CASE("a text and itself are identical") {
  const Copy found = between(article("1", kWire), article("2", kWire));
  CHECK(found.kind == CopyKind::identical);
  CHECK(found.score > 0.9);
  CHECK(found.covered_a == doctest::Approx(1));
  CHECK(found.passages.size() == kWire.size());
}

TEST_CASE("a text cut after a paragraph is a cut copy, and the cut one is the copy") {
  const Copy found = between(article("whole", kWire), article("part", {kWire.begin(), kWire.begin() + 3}));
  CHECK(found.kind == CopyKind::cut);
  CHECK(found.copy == Side::b);
  REQUIRE(!found.why.empty());
  CHECK(found.why[0] == "part ends where whole's paragraph 3 ends");
}

TEST_CASE("a reworded text is a paraphrased copy") {
  const Copy found = between(article("1", kWire), article("2", kReworded));
  CHECK(found.kind == CopyKind::paraphrased);
  CHECK(found.score >= 0.5);
  CHECK(found.covered_a > 0.8);
}

TEST_CASE("an account of one's own is no copy") {
  const auto found = copies::compare(article("1", kWire), article("2", kOwn));
  CHECK((!found || !is_copy(*found)));
}

TEST_CASE("nothing is found in texts without words or anything in common") {
  CHECK(!copies::compare(article("1", {""}), article("2", kWire)));
  CHECK(!copies::compare(article("1", {"..."}), article("2", {"..."})));
  CHECK(!copies::compare(article("1", {"Alpha beta gamma."}), article("2", {"Delta epsilon zeta."})));
}

TEST_CASE("passages lie on sentences, in the order of a, and do not overlap on either side") {
  std::vector<std::string> moved(kWire.rbegin(), kWire.rend());
  const Article a = article("1", kWire);
  const Article b = article("2", moved);
  const Copy found = between(a, b);
  REQUIRE(found.passages.size() == kWire.size());
  std::uint32_t last = 0;
  for (const Passage& p : found.passages) {
    CHECK(p.a.begin >= last);
    last = p.a.end;
    CHECK(slice(a.text, p.a) == slice(b.text, p.b));
  }
}

TEST_CASE("all pairs come out in order, the same for any number of threads") {
  std::vector<Article> articles;
  for (int i = 0; i < 4; ++i) {
    articles.push_back(article("w" + std::to_string(i), kWire));
    articles.push_back(article("x" + std::to_string(i), kReworded));
    articles.push_back(article("y" + std::to_string(i), kOwn));
  }
  const auto one = copies::find_copies(articles, 1);
  const auto two = copies::find_copies(articles, 2);
  REQUIRE(one.size() == two.size());
  std::size_t copies = 0;
  for (std::size_t i = 0; i < one.size(); ++i) {
    CHECK(one[i].a < one[i].b);
    if (i > 0) CHECK(std::pair(one[i - 1].a, one[i - 1].b) < std::pair(one[i].a, one[i].b));
    CHECK(one[i].a == two[i].a);
    CHECK(one[i].b == two[i].b);
    CHECK(one[i].score == two[i].score);
    copies += is_copy(one[i]);
  }
  CHECK(copies >= 8 * 7 / 2 + 4 * 3 / 2);
}
