#include "tellings/pipeline/records.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

namespace tellings::pipeline {

TEST_CASE("text is quoted as the JSON library quotes it") {
  std::string every;
  for (char c = 1; c > 0; ++c) every += c;
  every += '\0';
  every += "é 橋 😀 \u2028";
  CHECK(pipeline::quoted(every) == nlohmann::json(every).dump());
  CHECK(pipeline::quoted("") == "\"\"");
}

TEST_CASE("an article's record is JSON with its fields in order, null for what is not known") {
  Article a;
  a.id = "a\"b";
  a.source = "x";
  a.authors = {"Ann Lee", "Bo"};
  a.text = "One\n\nTwo";
  a.paragraphs = {{0, 3}, {5, 8}};
  a.source_spans = {{10, 13}, {}};
  a.dropped = {{"spot_img", DropReason::markup}, {"x", DropReason::byline}};
  a.quality = 0.93456;
  CHECK(article_record(a) ==
        R"({"id":"a\"b","source":"x","source_offset":null,"part":1,"url":null,"outlet":null,"title":null,)"
        R"("authors":["Ann Lee","Bo"],"credits":[],"published":null,"modified":null,"language":null,)"
        R"("text":"One\n\nTwo","paragraphs":[[0,3],[5,8]],"source_spans":[[10,13],null],)"
        R"("dropped":[{"text":"spot_img","why":"markup"},{"text":"x","why":"byline"}],"quality":0.9346})");
  a.quality.reset();
  a.source_offset = 12;
  const auto record = nlohmann::json::parse(article_record(a));
  CHECK(record["quality"].is_null());
  CHECK(record["source_offset"] == 12);
}

}  // namespace tellings::pipeline
