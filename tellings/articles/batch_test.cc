#include "tellings/articles/batch.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

namespace tellings::articles {
namespace {

Draft full() {
  Draft d;
  d.article = {.id = "a",
               .source = "a.html",
               .part = 2,
               .url = "http://a.example/b",
               .outlet = "Bell",
               .title = "Ferry",
               .authors = {"Ann Lee", "Bo Chen"},
               .credits = {"Reuters"},
               .published = "2021",
               .modified = "2022",
               .language = "en",
               .text = "One\n\nTwo",
               .paragraphs = {{0, 3}, {5, 8}},
               .source_spans = {{10, 13}, {20, 23}},
               .source_offset = 77,
               .dropped = {{"spot_img", DropReason::markup}},
               .quality = 0.5};
  d.pieces = {{"One", 0.25f, {}, {10, 13}}, {"Two", 0.75f, DropReason::byline, {}}};
  d.cuts = {{1, "Two"}};
  d.scraped = true;
  d.none = Error{Code::no_article, "none"};
  return d;
}

}  // namespace

TEST_CASE("a draft comes back from its bytes as it was") {
  const Draft before = full();
  const Draft after = unpack_draft(pack(before));
  CHECK(pack(after) == pack(before));
  CHECK(after.article.authors == before.article.authors);
  CHECK(after.article.dropped.at(0).text == "spot_img");
  CHECK(after.article.quality == before.article.quality);
  CHECK(after.article.source_spans == before.article.source_spans);
  CHECK(after.article.source_offset == before.article.source_offset);
  CHECK(after.pieces.at(0).origin == before.pieces.at(0).origin);
  CHECK(after.pieces.at(1).text == "Two");
  CHECK(after.pieces.at(1).drop == DropReason::byline);
  CHECK(after.cuts.at(0).title == "Two");
  CHECK(after.none->detail == "none");
  CHECK(!unpack_draft(pack(Draft{})).none);
}

TEST_CASE("a summary has the kept lines of a draft that has an article") {
  Draft d = full();
  CHECK(summary_of(d).lines.empty());
  d.none.reset();
  const Summary s = unpack_summary(pack(summary_of(d)));
  CHECK(s.lines.size() == 1);
  CHECK(s.site != 0);
  CHECK(s.scraped);
}

TEST_CASE("a batch does not depend on the order in which it comes") {
  std::vector<Draft> drafts;
  for (int i = 0; i < 40; ++i) {
    Draft d;
    d.article.id = std::to_string(i);
    d.article.outlet = i % 2 == 0 ? "Bell" : "";
    d.article.url = "http://bell.example/" + std::to_string(i);
    for (int k = 0; k < 4; ++k)
      d.pieces.push_back({"Sentence " + std::to_string(k) + " of story " + std::to_string(i) + ".", 0.9f, {}, {}});
    d.pieces.push_back({"The Bell rings daily", 0.9f, {}, {}});
    if (i == 7) d.none = Error{Code::no_article, "no line of the page reads like an article"};
    drafts.push_back(std::move(d));
  }
  const auto records = [&] {
    std::vector<Rejection> none;
    std::string out;
    for (const Article& a : finish(drafts, &none)) out += a.id + "\n" + a.text + "\n";
    CHECK(none.size() == 1);
    return out;
  };
  const std::string forward = records();
  std::ranges::reverse(drafts);
  CHECK(records() == forward);
  CHECK(forward.find("The Bell") == std::string::npos);
}

}  // namespace tellings::articles
