#include "tellings/documents/csv.h"

#include <doctest/doctest.h>

#include "tellings/base/utf8.h"
#include "tellings/documents/gathered_test.h"
#include "tellings/documents/packing_test.h"

using namespace tellings;
using namespace tellings::documents;
using namespace std::string_literals;

TEST_CASE("rows become documents by the names of their columns") {
  const Gathered got = gather(
      "id,title,text,authors,published,url,language,outlet\r\n"
      "a,Ferry,\"It sails, he said.\r\nAnd \"\"docks\"\".\",Ann Lee; Bo,\"Nov 7, 2021\",http://a.example/,en,The "
      "Gull\r\n");
  REQUIRE(got.documents.size() == 1);
  const Document& d = got.documents[0];
  CHECK(d.id == "a");
  CHECK(d.content == Content::clean_text);
  CHECK(d.bytes == "It sails, he said.\r\nAnd \"docks\".");
  CHECK(d.metadata.title == "Ferry");
  CHECK(d.metadata.authors == std::vector<std::string>{"Ann Lee", "Bo"});
  CHECK(d.metadata.published == "2021-11-07");
  CHECK(d.metadata.url == "http://a.example/");
  CHECK(d.metadata.language == "en");
  CHECK(d.metadata.outlet == "The Gull");
}

TEST_CASE("tables are told from texts") {
  struct Case {
    std::string what;
    std::string input, name;
    std::optional<char> separator;
  };
  const Case cases[] = {
      {"commas", "id,text\n", "f", ','},
      {"tabs", "id\ttext\n", "f", '\t'},
      {"semicolons", "id;text\n", "f", ';'},
      {"bars", "id|text\n", "f", '|'},
      {"quoted names", "\"id\",\"text\"\n", "f", ','},
      {"capitals", "ID,Text\n", "f", ','},
      {"Excel's line in front", "sep=;\nid;text\n", "f", ';'},
      {"two known names", "id,title,body\n", "f", ','},
      {"none known, by its name", "key,body\n", "f.csv.gz", ','},
      {"none known", "key,body\n", "f", std::nullopt},
      {"prose", "The ferry sails, they say, on Monday.\n", "f", std::nullopt},
      {"one column", "text\nThe ferry\n", "f", std::nullopt},
      {"prose with a name in it", "Send us a text, please.\n", "f", std::nullopt},
  };
  for (const Case& c : cases) {
    CAPTURE(c.what);
    CHECK(separator_of(c.input, c.name, {}) == c.separator);
  }
  CHECK(separator_of("key,body\n", "f", {.fields = {{"text", "body"}}}) == ',');
}

TEST_CASE("rows that are not as they should be") {
  struct Case {
    std::string what;
    std::string input, all, codes;
  };
  const Case cases[] = {
      {"fewer columns", "id,text,title\na,A\n", "A|", ""},
      {"more columns, empty", "id,text\na,A,,\n", "A|", ""},
      {"more columns, full", "id,text\na,A,x\nz,Z\n", "Z|", "bad_syntax"},
      {"empty rows", "id,text\n\na,A\n \n\nz,Z", "A|Z|", ""},
      {"no text", "id,text\na,\nz,Z\n", "Z|", "no_article"},
      {"quotes that are not doubled", "id,text\na,\"He said \"no\" and left\"\nz,Z\n", "He said \"no\" and left|Z|",
       ""},
      {"a quote inside of a field", "id,text\na,5\" wide\nz,Z\n", "5\" wide|Z|", ""},
      {"a quote that is never closed", "id,text\na,A\nb,\"never\nz,Z\n", "A|Z|", "bad_syntax"},
      {"old Macintosh's line ends", "id,text\ra,A\rz,Z\r", "A|Z|", ""},
      {"tabs", "id\ttext\na\tA, and more\n", "A, and more|", ""},
      {"HTML", "id,html\na,<p>A\n", "<p>A|", ""},
      {"scraped", "id,text,scraped\na,A\0,True\n"s, "A|", ""},
      {"windows-1252", "id,text\na,caf\xE9 na\xEFve\n", "caf\xC3\xA9 na\xC3\xAFve|", ""},
      {"a byte order mark", "\xEF\xBB\xBFid,text\na,A\n", "A|", ""},
      {"a row of 65 MiB", "id,text\na,A\nb," + std::string(65u << 20, 'x') + "\nz,Z\n", "A|Z|", "too_large"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.what);
    const Gathered got = gather(c.input);
    CHECK(got.all() == c.all);
    CHECK(got.codes() == c.codes);
  }
}

TEST_CASE("many quotes that are never closed do not cost the square of the table") {
  std::string table = "id,text\n";
  for (int i = 0; i < 20'000; ++i) table += "a,\"never closed\n" + std::string(i % 2 == 0 ? "" : "x") + "b,\"\n";
  const Gathered got = gather(table);
  CHECK(got.rejections.size() + got.documents.size() > 0);
}

TEST_CASE("a table reads the same in pieces, and every prefix of it says something") {
  const std::string table =
      "id,text\r\na,\"One, \"\"two\"\"\r\nthree\"\r\nb,\"He said \"no\".\"\r\nc,plain\r\nd,\"last\"";
  const Gathered whole = gather(table);
  REQUIRE(whole.documents.size() == 4);
  for (const std::size_t step : {1u, 2u, 5u}) CHECK(gather_in_steps(table, step).all() == whole.all());
  for (const std::string& input : {table, gzipped(table)}) {
    for (std::size_t n = 1; n <= input.size(); ++n) {
      const Gathered got = gather(input.substr(0, n));
      CHECK(got.documents.size() + got.rejections.size() > 0);
    }
  }
}
