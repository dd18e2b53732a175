#include "tellings/lineage/lineage.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace tellings::lineage {
namespace {

// An invented report, a sentence an entry.
constexpr std::array<std::string_view, 10> kReport = {
    "The harbour bridge at Lindholm was shut on Tuesday evening after a barge struck its eastern pillar.",
    "Engineers found cracks in two of the nine girders and ordered all lorries to turn back.",
    "The barge, laden with gravel from the Orre quarry, had lost its rudder in the current.",
    "Its master told the harbour office that the anchor chain broke when he tried to stop.",
    "Nobody aboard was hurt, though a deckhand was treated for cold after falling overboard.",
    "Ferries began to carry passengers between the two banks shortly before midnight.",
    "The town council will meet on Thursday to decide who pays for the repairs.",
    "A similar accident closed the same crossing for eleven weeks in the spring of 1998.",
    "Shopkeepers on the southern bank fear that customers will stay away until Christmas.",
    "Divers are to look at the foundations as soon as the flood allows it.",
};

Article article(std::string id, std::initializer_list<std::string> sentences) {
  Article a;
  a.id = std::move(id);
  for (const std::string& s : sentences) {
    if (!a.text.empty()) a.text += "\n\n";
    const auto begin = static_cast<std::uint32_t>(a.text.size());
    a.text += s;
    a.paragraphs.push_back({begin, static_cast<std::uint32_t>(a.text.size())});
  }
  return a;
}

std::string line(std::size_t i) { return std::string(kReport[i]); }

// A pair whose equal sentences are its passages.
Copy pair(const std::vector<Article>& all, std::size_t a, std::size_t b) {
  Copy c;
  c.a = ArticleNo{static_cast<std::uint32_t>(a)};
  c.b = ArticleNo{static_cast<std::uint32_t>(b)};
  c.kind = CopyKind::edited;
  c.score = 0.99;
  for (const Span p : all[a].paragraphs) {
    for (const Span q : all[b].paragraphs) {
      if (slice(all[a].text, p) == slice(all[b].text, q)) c.passages.push_back({p, q, PassageKind::same});
    }
  }
  c.covered_a = static_cast<double>(c.passages.size()) / static_cast<double>(all[a].paragraphs.size());
  c.covered_b = static_cast<double>(c.passages.size()) / static_cast<double>(all[b].paragraphs.size());
  return c;
}

std::vector<Copy> all_pairs(const std::vector<Article>& all) {
  std::vector<Copy> out;
  for (std::size_t a = 0; a < all.size(); ++a) {
    for (std::size_t b = a + 1; b < all.size(); ++b) {
      Copy c = pair(all, a, b);
      if (!c.passages.empty()) out.push_back(std::move(c));
    }
  }
  return out;
}

Story story_of(const std::vector<Article>& all) {
  Story s;
  for (std::uint32_t i = 0; i < all.size(); ++i) s.articles.push_back(ArticleNo{i});
  return s;
}

Lineage trace_all(const std::vector<Article>& all) { return trace(all, story_of(all), all_pairs(all)); }

// "a>b" for every edge, ids in order.
std::vector<std::string> edges_of(const Lineage& l, const std::vector<Article>& all) {
  std::vector<std::string> out;
  const auto name = [&](NodeNo n) {
    const Node& node = l.nodes[index(n)];
    return node.article ? all[index(*node.article)].id : node.id;
  };
  for (const Edge& e : l.edges) out.push_back(name(e.from) + ">" + name(e.to));
  std::sort(out.begin(), out.end());
  return out;
}

TEST_CASE("an article without copies is a witness of its own") {
  const std::vector<Article> all{article("a", {line(0), line(1)}), article("b", {line(5), line(6)})};
  const Lineage l = trace_all(all);
  CHECK(l.nodes.size() == 2);
  CHECK(l.edges.empty());
  CHECK(l.witnesses.size() == 2);
  CHECK(l.counts.witnesses.best == 2);
  CHECK_FALSE(l.counts.outlets.has_value());
}

TEST_CASE("a story of nothing has no witness and does not fail") {
  const Lineage l = trace({}, Story{}, {});
  CHECK(l.nodes.empty());
  CHECK(l.witnesses.empty());
}

TEST_CASE("outlets are counted once each, and only where every article names its own") {
  std::vector<Article> all{article("a", {line(0)}), article("b", {line(3)}), article("c", {line(6)})};
  all[0].outlet = all[1].outlet = "Lindholm Post";
  CHECK_FALSE(trace_all(all).counts.outlets.has_value());
  all[2].outlet = "Amble Courier";
  CHECK(trace_all(all).counts.outlets == 2);
}

TEST_CASE("a text cut at the end is a copy of the whole one") {
  const std::vector<Article> all{
      article("cut", {line(0), line(1), line(2), line(3)}),
      article("whole", {line(0), line(1), line(2), line(3), line(4), line(5), line(6), line(7)})};
  const Lineage l = trace_all(all);
  CHECK(edges_of(l, all) == std::vector<std::string>{"whole>cut"});
  CHECK(l.witnesses.size() == 1);
  CHECK(l.counts.texts == 1);
  CHECK(std::find(l.edges[0].why.begin(), l.edges[0].why.end(), "ends 4 sentences before whole does") !=
        l.edges[0].why.end());
}

TEST_CASE("copies that each have what the others lack come from a lost text, which has it all") {
  const std::vector<Article> all{article("a", {line(0), line(1), line(3), line(4), line(5), line(6), line(8)}),
                                 article("b", {line(0), line(2), line(3), line(4), line(5), line(7), line(8)}),
                                 article("c", {line(1), line(2), line(3), line(4), line(6), line(7), line(8)})};
  const Lineage l = trace_all(all);
  REQUIRE(l.nodes.size() == 4);
  const Node& lost = l.nodes[3];
  CHECK(lost.id == "lost-1");
  CHECK(edges_of(l, all) == std::vector<std::string>{"lost-1>a", "lost-1>b", "lost-1>c"});
  for (std::size_t i = 0; i < 9; ++i) {
    CAPTURE(i);
    CHECK(lost.text.find(kReport[i]) != std::string::npos);
  }
}

TEST_CASE("the support of a lost text covers it and names who has each sentence") {
  const std::vector<Article> all{article("a", {line(0), line(1), line(3), line(4), line(5), line(6), line(8)}),
                                 article("b", {line(0), line(2), line(3), line(4), line(5), line(7), line(8)}),
                                 article("c", {line(1), line(2), line(3), line(4), line(6), line(7), line(8)})};
  const Lineage l = trace_all(all);
  REQUIRE(l.nodes.size() == 4);
  const Node& lost = l.nodes[3];
  std::uint32_t end = 0;
  for (const Support& s : lost.support) {
    CHECK(s.span.begin == end);
    CHECK_FALSE(s.span.empty());
    end = s.span.end;
    for (const ArticleNo a : s.articles) {
      std::string_view text = slice(lost.text, s.span);
      while (text.ends_with('\n') || text.ends_with(' ')) text.remove_suffix(1);
      CHECK(all[index(a)].text.find(text) != std::string::npos);
    }
  }
  CHECK(end == lost.text.size());
}

TEST_CASE("a lost text is credited to the agency that its copies credit") {
  std::vector<Article> all{article("a", {line(0), line(1), line(3), line(4), line(5), line(6), line(8)}),
                           article("b", {line(0), line(2), line(3), line(4), line(5), line(7), line(8)}),
                           article("c", {line(1), line(2), line(3), line(4), line(6), line(7), line(8)})};
  all[1].credits = {"Orre News Agency"};
  const Lineage l = trace_all(all);
  REQUIRE(l.nodes.size() == 4);
  CHECK(l.nodes[3].credit == "Orre News Agency");
}

TEST_CASE("an article made from two accounts stands in both groups and has two parents") {
  std::vector<Article> all{
      article("a", {line(0), line(1), line(2), line(3), line(4), line(5)}),
      article("m", {line(0), line(1), line(2), line(3), line(7), line(8), line(9)}),
      article("z", {"Fog lay over the whole of the estuary when the pilots came ashore.", line(7), line(8), line(9),
                    "No pilot in the town remembers a night as dark as this one."})};
  const Lineage l = trace_all(all);
  CHECK(l.witnesses == std::vector<std::vector<ArticleNo>>{{ArticleNo{0}, ArticleNo{1}}, {ArticleNo{1}, ArticleNo{2}}});
  CHECK(edges_of(l, all) == std::vector<std::string>{"a>m", "z>m"});
  CHECK(l.counts.witnesses.best == 2);
}

TEST_CASE("one doubtful pair does not weld two accounts together, but widens the range") {
  std::vector<Article> all;
  for (const char* id : {"a", "b", "c"}) all.push_back(article(id, {line(0), line(1), line(2), line(3)}));
  for (const char* id : {"x", "y", "z"}) all.push_back(article(id, {line(5), line(6), line(7), line(8)}));
  auto pairs = all_pairs(all);
  Copy doubtful;
  doubtful.a = ArticleNo{0};
  doubtful.b = ArticleNo{3};
  doubtful.kind = CopyKind::paraphrased;
  doubtful.score = 0.6;
  doubtful.passages = {{all[0].paragraphs[0], all[3].paragraphs[0], PassageKind::paraphrased}};
  pairs.insert(pairs.begin() + 2, doubtful);
  const Lineage l = trace(all, story_of(all), pairs);
  CHECK(l.witnesses.size() == 2);
  CHECK(l.counts.witnesses.low == 1);
  CHECK(l.counts.witnesses.best == 2);
}

TEST_CASE("two equal texts are one witness, and neither is called the copy") {
  const std::vector<Article> all{article("a", {line(0), line(1), line(2)}), article("b", {line(0), line(1), line(2)})};
  const Lineage l = trace_all(all);
  CHECK(l.witnesses.size() == 1);
  CHECK(l.edges.empty());
}

TEST_CASE("a story of two thousand copies is traced in a moment") {
  std::vector<Article> all;
  for (int i = 0; i < 2000; ++i) {
    std::string id = std::to_string(10000 + i);
    all.push_back(article(id, {line(0), line(1), "The " + id + " notice of it was read out.", line(2), line(3)}));
  }
  std::vector<Copy> pairs;
  for (std::size_t i = 0; i < all.size(); ++i) {
    for (std::size_t j = i + 1; j < std::min(all.size(), i + 12); ++j) pairs.push_back(pair(all, i, j));
  }
  const Lineage l = trace(all, story_of(all), pairs);
  CHECK(l.witnesses.size() == 1);
}

}  // namespace
}  // namespace tellings::lineage
