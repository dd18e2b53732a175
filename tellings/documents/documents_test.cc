#include "tellings/documents/documents.h"

#include <doctest/doctest.h>

#include "tellings/base/utf8.h"
#include "tellings/documents/gathered_test.h"
#include "tellings/documents/packing_test.h"

using namespace tellings;
using namespace tellings::documents;
using namespace std::string_literals;

namespace {

const std::string kPage =
    "<!DOCTYPE html><html><head><title>Ferry</title></head><body><p>The ferry sails on Monday.</p></body></html>";
const std::string kText = "The ferry sails on Monday.\n\nIt will carry forty cars.";
const std::string kLines =
    "{\"id\": \"a\", \"text\": \"The ferry sails.\"}\n{\"id\": \"b\", \"text\": \"It carries cars.\"}\n";

}  // namespace

TEST_CASE("an input that is one document has the file's id and kind") {
  struct Case {
    std::string what;
    std::string bytes, source;
    Content content;
  };
  const Case cases[] = {
      {"a page", kPage, "a", Content::html},
      {"a page behind space and a comment", "\n <!-- saved -->" + kPage, "a", Content::html},
      {"a fragment", "<div>The ferry</div>", "a", Content::html},
      {"a page named so that does not begin with a tag", "The ferry <b>sails</b>", "a.html", Content::html},
      {"a text with an angle bracket", "The ferry < sails", "a.txt", Content::dirty_text},
      {"text", kText, "a", Content::dirty_text},
      {"text in square brackets", "[Reuters] The ferry sails", "a", Content::dirty_text},
      {"text in braces", "{Update} The ferry sails", "a", Content::dirty_text},
      {"markdown", "# The ferry\n\nIt *sails*.", "a.md", Content::dirty_text},
  };
  for (const Case& c : cases) {
    CAPTURE(c.what);
    const Gathered got = gather(c.bytes, c.source);
    REQUIRE(got.documents.size() == 1);
    CHECK(got.documents[0].id == "file");
    CHECK(got.documents[0].source == c.source);
    CHECK(got.documents[0].content == c.content);
    CHECK(got.rejections.empty());
  }
}

TEST_CASE("what is no document is refused by its name") {
  struct Case {
    std::string what;
    std::string bytes;
    std::string codes;
  };
  const Case cases[] = {
      {"nothing", "", "empty"},
      {"space", " \r\n\t", "empty"},
      {"a byte order mark", "\xEF\xBB\xBF", "empty"},
      {"NULs", std::string(5000, '\0'), "unsupported"},
      {"a PDF", "%PDF-1.4 ...", "unsupported"},
      {"an image", "\x89PNG\r\n\x1a\n", "unsupported"},
      {"packed nothing", gzipped(""), "empty"},
      {"not gzip behind its first bytes", "\x1f\x8b\x08\x00 and then no gzip at all"s, "bad_syntax empty"},
      {"a page of 17 MiB", "<p>" + std::string(17u << 20, 'x'), "too_large"},
      {"a packed page of 100 MiB", gzipped("<p>" + std::string(100u << 20, 'x')), "too_large"},
      {"200 MiB of space, packed", gzipped(std::string(200u << 20, ' ')), "too_large empty"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.what);
    const Gathered got = gather(c.bytes);
    CHECK(got.documents.empty());
    CHECK(got.codes() == c.codes);
  }
}

TEST_CASE("packed inputs are read as what is in them, packed twice too") {
  for (const std::string& packed :
       {gzipped(kPage), zstandard(kPage), lz4_framed(kPage), gzipped(zstandard(kPage)),
        gzipped(kPage.substr(0, 30)) + gzipped(kPage.substr(30)), gzipped(kPage) + std::string(512, '\0')}) {
    const Gathered got = gather(packed);
    CHECK(got.all() == kPage + "|");
    CHECK(got.rejections.empty());
  }
}

TEST_CASE("line ends of text become \\n; clean text and pages keep theirs") {
  CHECK(gather("\r\n\nOne\r\ntwo\rthree\xE2\x80\xA8"
               "four\0!"s)
            .all() == "One\ntwo\nthree\nfour!|");
  CHECK(gather("<p>\r\n</p>").all() == "<p>\r\n</p>|");
  CHECK(gather(R"({"id": "a", "text": "One\r\ntwo\u0000"})").all() == "One\r\ntwo\0|"s);
  CHECK(gather(R"({"id": "a", "scraped": true, "text": "One\r\ntwo\u0000"})").all() == "One\ntwo|");
}

TEST_CASE("reading in pieces gives what reading at once gives") {
  const std::string inputs[] = {
      kPage, kText, kLines, gzipped(kLines), zstandard(kPage), "[" + kLines + "]", gzipped(kLines) + gzipped(kLines)};
  for (const std::string& input : inputs) {
    const Gathered whole = gather(input);
    for (const std::size_t step : {1u, 3u, 7u, 100u}) {
      const Gathered pieces = gather_in_steps(input, step);
      CHECK(pieces.all() == whole.all());
      CHECK(pieces.codes() == whole.codes());
    }
  }
}

TEST_CASE("every prefix of a good input gives documents or says why not, and valid UTF-8") {
  const std::string wide = "\xFF\xFE" + [] {
    std::string out;
    for (const char c : kPage) out += {c, '\0'};
    return out;
  }();
  for (const std::string& input :
       {kPage, kText, kLines, gzipped(kPage), zstandard(kLines), lz4_framed(kText), wide, "[" + kLines + "]",
        std::string("{\n \"id\": \"a\",\n \"text\": \"The ferry.\"\n}")}) {
    for (std::size_t n = 0; n <= input.size(); ++n) {
      const Gathered got = gather(input.substr(0, n));
      CHECK(got.documents.size() + got.rejections.size() > 0);
      for (const Document& d : got.documents) {
        REQUIRE(is_utf8(d.bytes));
        REQUIRE_FALSE(d.id.empty());
      }
    }
  }
}

TEST_CASE("records without an id get one from what they say, and where") {
  const Gathered got = gather(
      "{\"text\": \"One.\"}\n{\"text\": \"Two.\"}\n{\"text\": \"One.\"}\n"
      "{\"text\": \"One.\", \"url\": \"http://a.example/\"}\n");
  REQUIRE(got.documents.size() == 4);
  CHECK(got.documents[0].id.size() == 16);
  CHECK(got.documents[0].id.find_first_not_of("0123456789abcdef") == std::string::npos);
  CHECK(got.documents[0].id == got.documents[2].id);
  CHECK(got.documents[0].id != got.documents[1].id);
  CHECK(got.documents[0].id != got.documents[3].id);
}

TEST_CASE("a document knows its way back to the bytes as they came") {
  struct Case {
    std::string what;
    std::string bytes;
    std::string found;  // in those bytes: "sails", as it stands there
  };
  const Case cases[] = {
      {"as it is", "The ferry\nsails.", "sails"},
      {"other line ends", "\r\n\r\nThe ferry\r\nsails.", "sails"},
      {"a mark", "\xEF\xBB\xBFThe ferry\nsails.", "sails"},
      {"windows-1252", "Die F\xE4hre \x84sails\x93.", "sails"},
      {"UTF-16", "\xFF\xFET\0h\0e\0 \0s\0a\0i\0l\0s\0.\0"s, "s\0a\0i\0l\0s\0"s},
      {"UTF-16 without a mark", "T\0h\0e\0\r\0\n\0s\0a\0i\0l\0s\0.\0"s, "s\0a\0i\0l\0s\0"s},
      {"bad bytes", "The \xFF\xFE f\xC3\xA9rry \r sails.", "sails"},
      {"packed", gzipped("The ferry\r\nsails."), ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.what);
    const Gathered got = gather(c.bytes, "a.txt");
    REQUIRE(got.documents.size() == 1);
    const Document& d = got.documents[0];
    CHECK(!d.offset);
    const auto at = static_cast<std::uint32_t>(d.bytes.find("sails"));
    const Span span = source_of(d, Span{at, at + 5});
    CHECK((c.found.empty() ? span == Span{11, 16} : c.bytes.substr(span.begin, span.size()) == c.found));
  }
}

TEST_CASE("a record says where in its source it begins") {
  const Gathered got = gather(kLines, "a.jsonl");
  REQUIRE(got.documents.size() == 2);
  CHECK(got.documents[0].offset == 0);
  CHECK(got.documents[1].offset == kLines.find("{\"id\": \"b\""));
}
