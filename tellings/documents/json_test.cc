#include "tellings/documents/json.h"

#include <doctest/doctest.h>

#include "tellings/base/utf8.h"
#include "tellings/documents/gathered_test.h"
#include "tellings/documents/packing_test.h"

using namespace tellings;
using namespace tellings::documents;
using namespace std::string_literals;

TEST_CASE("a record's fields become the document's, in whatever type they come") {
  const Gathered got = gather(
      R"({"id": 7, "url": "http://a.example/1", "outlet": "The Gull", "title": "Ferry", "authors": ["Ann Lee", {"name": "Bo"}],)"
      R"( "published": 1636243200, "modified": "Nov 8, 2021", "language": "en", "text": "It sails."})");
  REQUIRE(got.documents.size() == 1);
  const Document& d = got.documents[0];
  CHECK(d.id == "7");
  CHECK(d.content == Content::clean_text);
  CHECK(d.bytes == "It sails.");
  CHECK(d.metadata.url == "http://a.example/1");
  CHECK(d.metadata.outlet == "The Gull");
  CHECK(d.metadata.title == "Ferry");
  CHECK(d.metadata.authors == std::vector<std::string>{"Ann Lee", "Bo"});
  CHECK(d.metadata.published == "2021-11-07T00:00:00Z");
  CHECK(d.metadata.modified == "2021-11-08");
  CHECK(d.metadata.language == "en");
}

TEST_CASE("text, html and scraped say how the content is to be read") {
  struct Case {
    std::string what;
    std::string record;
    Content content;
    std::string bytes;
  };
  const Case cases[] = {
      {"text", R"({"text": "a"})", Content::clean_text, "a"},
      {"scraped text", R"({"text": "a", "scraped": true})", Content::dirty_text, "a"},
      {"not scraped", R"({"text": "a", "scraped": false})", Content::clean_text, "a"},
      {"html", R"({"html": "<p>a"})", Content::html, "<p>a"},
      {"both: the text", R"({"html": "<p>a", "text": "b"})", Content::clean_text, "b"},
      {"an empty text and html", R"({"html": "<p>a", "text": ""})", Content::html, "<p>a"},
      {"null and html", R"({"text": null, "html": "<p>a"})", Content::html, "<p>a"},
      {"an empty text", R"({"id": "x", "text": ""})", Content::clean_text, ""},
      {"a title only", R"({"title": "a"})", Content::clean_text, ""},
      {"the last of two", R"({"text": "a", "text": "b"})", Content::clean_text, "b"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.what);
    const Gathered got = gather(c.record + "\n");
    REQUIRE(got.documents.size() == 1);
    CHECK(got.documents[0].content == c.content);
    CHECK(got.documents[0].bytes == c.bytes);
    CHECK(got.rejections.empty());
  }
}

TEST_CASE("a broken record costs itself only") {
  struct Case {
    std::string what;
    std::string input;
    std::string all, codes;
  };
  const std::string a = "{\"id\": \"a\", \"text\": \"A\"}\n";
  const std::string z = "{\"id\": \"z\", \"text\": \"Z\"}\n";
  const Case cases[] = {
      {"cut in a string", a + "{\"id\": \"b\", \"text\": \"<p>\n" + z, "A|Z|", "bad_syntax"},
      {"cut in the first", "{\"id\": \"b\", \"text\": \"<p>\n" + a + z, "A|Z|", "bad_syntax"},
      {"brackets by the thousand", a + std::string(100'000, '[') + "\n" + z, "A|Z|", "bad_syntax"},
      {"not an object", a + "7\n[1]\n" + z, "A|Z|", "bad_syntax bad_syntax"},
      {"a number for a text", a + "{\"text\": 7}\n" + z, "A|Z|", "bad_syntax"},
      {"no text", a + "{\"id\": \"b\"}\n" + z, "A|Z|", "no_article"},
      {"bytes that are no UTF-8", a + "\xFF\xFE\n" + z, "A|Z|", "bad_syntax"},
      {"a string that is no UTF-8", a + "{\"text\": \"x\xFFy\"}\n" + z, "A|x\xEF\xBF\xBDy|Z|", "bad_encoding"},
      {"half a pair", a + R"({"text": "x \ud800 y \udc00\u0000"})" + "\n" + z, "A|x \xEF\xBF\xBD y \xEF\xBF\xBD\0|Z|"s,
       "bad_encoding"},
      {"a raw tab", a + "{\"text\": \"x\ty\"}\n" + z, "A|x\ty|Z|", "bad_encoding"},
      {"a whole pair", R"({"text": "\ud83d\ude00"})", "\xF0\x9F\x98\x80|", ""},
      {"Windows' line ends and empty lines", "{\"text\": \"A\"}\r\n\r\n{\"text\": \"Z\"}\r\n", "A|Z|", ""},
      {"a line of 65 MiB", a + "{\"text\": \"" + std::string(65u << 20, 'x') + "\"}\n" + z, "A|Z|", "too_large"},
      {"an array", "[\n" + a + ", {\"id\": 1}, 7, \"x\",\n" + z + "]\n", "A|Z|", "no_article bad_syntax"},
      {"an array cut short", "[" + a + "," + z.substr(0, 12), "A|", "truncated"},
      {"a quote missing in an array", "[\n" + a + ",\n{\"id\": \"b, \"text\": \"B\"},\n" + z + "]\n", "A|Z|",
       "truncated"},
      {"objects over lines", "{\n\"text\":\n\"A\"}\n{\n\"text\": \"Z\"\n}", "A|Z|", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.what);
    const Gathered got = gather(c.input);
    CHECK(got.all() == c.all);
    CHECK(got.codes() == c.codes);
  }
}

TEST_CASE("rejections say where") {
  const std::string a = "{\"id\": \"a\", \"text\": \"A\"}\n";
  const Gathered got = gather(a + a + "{oops\n" + a);
  REQUIRE(got.rejections.size() == 1);
  CHECK(got.rejections[0].offset == 2 * a.size());
  const Gathered packed = gather(gzipped(a) + gzipped("{oops\n" + a));
  REQUIRE(packed.rejections.size() == 1);
  CHECK(packed.rejections[0].offset == gzipped(a).size());
}

TEST_CASE("fields are renamed, and a user is told of names that could be") {
  const Options options{.fields = {{"text", "body"}, {"id", "key"}}};
  const Gathered got = gather(R"({"id": "x", "key": "k", "text": "not this", "body": "this"})", "f", options);
  REQUIRE(got.documents.size() == 1);
  CHECK(got.documents[0].id == "k");
  CHECK(got.documents[0].bytes == "this");

  const Gathered lost = gather(R"({"id": "x", "body": "this"})");
  REQUIRE(lost.rejections.size() == 1);
  CHECK(lost.rejections[0].why.detail.find("\"body\"") != std::string::npos);
}

TEST_CASE("the ids of records: their own, the file's if alone in it, else a hash") {
  CHECK(gather("{\"text\":\n\"A\"}").documents[0].id == "file");
  CHECK(gather("{\"text\": \"A\"}\n").documents[0].id.size() == 16);
  CHECK(gather("[{\"text\": \"A\"}, {\"text\": \"B\"}]").documents[0].id.size() == 16);
}

TEST_CASE("an object that holds the records in a list is looked into") {
  const Gathered got = gather(R"({"status": "ok", "articles": [{"id": "a", "text": "A"}, {"id": "b", "text": "B"}]})");
  CHECK(got.all() == "A|B|");
}

TEST_CASE("JSON Feed 1.1: a document an item") {
  const Gathered got = gather(R"({"version": "https://jsonfeed.org/version/1.1", "title": "The Gull", "language": "en",
    "authors": [{"name": "Ann Lee"}], "items": [
    {"id": "http://a.example/1", "url": "http://a.example/1", "title": "Ferry", "content_html": "<p>It sails.</p>",
     "date_published": "2021-11-07T03:12:00-05:00"},
    {"id": "2", "content_text": "It\r\ndocks.", "author": {"name": "Bo"}}]})");
  REQUIRE(got.documents.size() == 2);
  const Document& a = got.documents[0];
  CHECK(a.id == "http://a.example/1");
  CHECK(a.content == Content::html);
  CHECK(a.metadata.outlet == "The Gull");
  CHECK(a.metadata.published == "2021-11-07T03:12:00-05:00");
  CHECK(a.metadata.authors == std::vector<std::string>{"Ann Lee"});
  const Document& b = got.documents[1];
  CHECK(b.id.size() == 16);
  CHECK(b.bytes == "It\ndocks.");
  CHECK(b.metadata.authors == std::vector<std::string>{"Bo"});
}

TEST_CASE("ninjs: an agency's item is a record, its sources are credits") {
  const Gathered one = gather(R"({"uri": "http://norda.example/1", "type": "text", "headline": "Ferry strikes pier",
    "byline": "Ann Lee", "language": "en", "firstcreated": "2021-11-07T03:12:00Z", "versioncreated": "2021-11-07T05:00:00Z",
    "source": "Norda News Agency", "copyrightholder": "AFP", "body_text": "The ferry struck the pier."})");
  REQUIRE(one.documents.size() == 1);
  const Document& d = one.documents[0];
  CHECK(d.id == "http://norda.example/1");
  CHECK(d.bytes == "The ferry struck the pier.");
  CHECK(d.metadata.title == "Ferry strikes pier");
  CHECK(d.metadata.authors == std::vector<std::string>{"Ann Lee"});
  CHECK(d.metadata.published == "2021-11-07T03:12:00Z");
  CHECK(d.metadata.modified == "2021-11-07T05:00:00Z");
  CHECK(d.metadata.credits == std::vector<std::string>{"Norda News Agency", "AFP"});
  const Gathered two =
      gather(R"({"items": [{"uri": "x", "versioncreated": "2021-11-07", "headlines": [{"value": "Ferry"}],
    "bodies": [{"contenttype": "text/html", "value": "<p>The ferry struck the pier.</p>"}],
    "infosources": [{"name": "AFP"}]}]})");
  REQUIRE(two.documents.size() == 1);
  CHECK(two.documents[0].content == Content::html);
  CHECK(two.documents[0].metadata.title == "Ferry");
  CHECK(two.documents[0].metadata.published == "2021-11-07");
  CHECK(two.documents[0].metadata.credits == std::vector<std::string>{"AFP"});
}

TEST_CASE("lines are read on both sides of damage in a packed file") {
  const std::string words = noise(60'000);
  std::string lines[3];
  for (unsigned i = 0; i < 3; ++i) {
    for (unsigned j = 0; j < 50; ++j) {
      lines[i] += "{\"id\": \"" + std::to_string(100 * i + j) + "\", \"text\": \"" +
                  words.substr(std::size_t{400} * (50u * i + j), 400) + "\"}\n";
    }
  }
  std::string packed = gzipped(lines[0]) + gzipped(lines[1]) + gzipped(lines[2]);
  packed[gzipped(lines[0]).size() + 5000] ^= '\x55';
  const Gathered got = gather(packed);
  CHECK(got.codes() == "bad_syntax");
  CHECK(got.documents.size() >= 100);
  CHECK(got.documents.front().id == "0");
  CHECK(got.documents.back().id == "249");
}
