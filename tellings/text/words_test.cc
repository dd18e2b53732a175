#include "tellings/text/words.h"

#include <doctest/doctest.h>

#include <string>

#include "tellings/base/hash.h"

using namespace tellings;
using namespace tellings::text;

namespace {

std::string split(std::string_view text) {
  std::string out;
  for (const Word& w : words(text)) {
    if (!out.empty()) out += '|';
    out += slice(text, w.span);
  }
  return out;
}

}  // namespace

TEST_CASE("words of many scripts") {
  struct Case {
    const char* what;
    std::string_view input, expected;
  };
  const Case cases[] = {
      {"empty", "", ""},
      {"only punctuation", " ...—! ", ""},
      {"English", "Don't stop: 1,200 U.S. troops (40%).", "Don't|stop|1,200|U.S|troops|40"},
      {"typographic apostrophe", "Iraq’s PM", "Iraq’s|PM"},
      {"a missing space", "the end.Next", "the|end|Next"},
      {"hyphens part", "al-Kadhimi", "al|Kadhimi"},
      {"Vietnamese", "Thủ tướng Việt Nam", "Thủ|tướng|Việt|Nam"},
      {"Chinese, a letter a word", "习近平 2021年", "习|近|平|2021|年"},
      {"Arabic", "قال الكاظمي", "قال|الكاظمي"},
      {"Hindi, marks stay", "नई दिल्ली", "नई|दिल्ली"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.what);
    CHECK(split(c.input) == c.expected);
  }
}

TEST_CASE("spellings that differ in case, accents or marks alone fold to one") {
  CHECK(fold("ZÜRICH’s") == "zurich's");
  CHECK(fold("ça") == fold("ça"));
  CHECK(fold("Việt") == "viet");
  CHECK(fold("Čapek") == "capek");
}

TEST_CASE("a word's hash is that of its folding, in every script") {
  for (const std::string_view text : {"Don't stop", "U.S. 1,200", "Iraq’s Žižek", "Việt Nam", "Việt", "ΑΘΗΝΑ ήταν",
                                      "Київ й", "قال", "नई दिल्ली", "한국어", "習近平", "ﬁn"}) {
    CAPTURE(text);
    for (const Word& w : words(text)) CHECK(w.hash == hash_bytes(fold(slice(text, w.span))));
  }
}

TEST_CASE("words share a root that begin with the same letters") {
  const auto root = [](std::string_view word) { return words(word).at(0).root; };
  CHECK(root("targets") == root("Targeting"));
  CHECK(root("tarmac") != root("Targeting"));
  CHECK(root("cat") == words("cat").at(0).hash);
  CHECK(root("cat") != root("cats"));
  CHECK(root("Ελληνική") == root("ελληνικός"));
}

TEST_CASE("no bytes are too strange: words lie inside the text, in order") {
  const std::string text =
      "a\xff\xfe"
      "b\xe2\x80 \xf0\x9f\x98\x80 c.d. \xcc\xa7x '.,";
  for (std::size_t n = 0; n <= text.size(); ++n) {
    CAPTURE(n);
    std::uint32_t last = 0;
    for (const Word& w : words(std::string_view(text).substr(0, n))) {
      CHECK(w.span.begin >= last);
      CHECK(w.span.end > w.span.begin);
      CHECK(w.span.end <= n);
      last = w.span.end;
    }
  }
}
