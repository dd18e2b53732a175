#include "tellings/documents/warc.h"

#include <doctest/doctest.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "tellings/base/utf8.h"
#include "tellings/documents/gathered_test.h"
#include "tellings/documents/http.h"
#include "tellings/documents/packing_test.h"

using namespace tellings;
using namespace tellings::documents;
using namespace std::string_literals;

namespace {

std::string page(const std::string& word) { return "<html><body><p>The " + word + " sails.</p></body></html>"; }

std::string http(const std::string& body, const std::string& fields = "Content-Type: text/html; charset=utf-8\r\n",
                 const std::string& status = "200 OK") {
  return "HTTP/1.1 " + status + "\r\n" + fields + "\r\n" + body;
}

std::string record(const std::string& block, const std::string& type = "response",
                   const std::string& fields = "Content-Type: application/http; msgtype=response\r\n",
                   const std::string& uri = "http://a.example/1") {
  return "WARC/1.1\r\nWARC-Type: " + type + "\r\nWARC-Target-URI: " + uri + "\r\n" + fields +
         "Content-Length: " + std::to_string(block.size()) + "\r\n\r\n" + block + "\r\n\r\n";
}

const std::string kInfo = record("software: test\r\n", "warcinfo", "Content-Type: application/warc-fields\r\n");

}  // namespace

TEST_CASE("a WARC gives a document for every 2xx HTML response, with its address") {
  const std::string warc = kInfo + record("GET / HTTP/1.1\r\n\r\n", "request") + record(http(page("ferry"))) +
                           record(http("{}", "Content-Type: application/json\r\n")) +
                           record(http("gone", "Content-Type: text/html\r\n", "404 Not Found")) +
                           record(http(page("moved"), "Content-Type: text/html\r\n", "301 Moved")) +
                           record(http("", ""), "revisit") + record(http(page("barge"), "Content-Type: Text/HTML\r\n"));
  for (const std::string& input : {warc, gzipped(warc), zstandard(warc), lz4_framed(warc)}) {
    const Gathered got = gather(input);
    CHECK(got.all() == page("ferry") + "|" + page("barge") + "|");
    CHECK(got.rejections.empty());
    REQUIRE(got.documents.size() == 2);
    CHECK(got.documents[0].metadata.url == "http://a.example/1");
    CHECK(got.documents[0].content == Content::html);
    CHECK(got.documents[0].id.size() == 16);
    CHECK(got.documents[0].id != got.documents[1].id);
  }
}

TEST_CASE("what crawlers and servers do wrong is read all the same") {
  const std::string body = page("ferry");
  const std::string html = "Content-Type: text/html\r\n";
  const std::string chunked = html + "Transfer-Encoding: chunked\r\n";
  struct Case {
    std::string what;
    std::string warc;
  };
  const std::string old = "WARC/0.18\r\n" + record(http(body)).substr(10);
  const Case cases[] = {
      {"chunks",
       record(http("5;x=1\r\n" + body.substr(0, 5) + "\r\n" + "2c\r\n" + body.substr(5) + "\r\n0\r\n\r\n", chunked))},
      {"chunks that are not there", record(http(body, chunked))},
      {"gzip", record(http(gzipped(body), html + "Content-Encoding: gzip\r\n"))},
      {"gzip that is not there", record(http(body, html + "Content-Encoding: gzip\r\n"))},
      {"gzip under another name", record(http(gzipped(body), html + "Content-Encoding: x-gzip\r\n"))},
      {"zstd", record(http(zstandard(body), html + "Content-Encoding: zstd\r\n"))},
      {"two packings", record(http(zstandard(gzipped(body)), html + "Content-Encoding: gzip, zstd\r\n"))},
      {"br that is not there", record(http(body, html + "Content-Encoding: br\r\n"))},
      {"a wrong HTTP length", record(http(body, html + "Content-Length: 3\r\n"))},
      {"no type", record(http(body, ""))},
      {"HTTP/2", record("HTTP/2 200\r\n" + html + "\r\n" + body)},
      {"a folded field", record(http(body, "Content-Type:\r\n text/html;\r\n\tcharset=utf-8\r\n"))},
      {"an URI in brackets", record(http(body), "response", "", "<http://a.example/1>")},
      {"ClueWeb09", old},
      {"a resource", record(body, "resource", "Content-Type: text/html\r\n")},
      {"no line ends between records", record(http(body)).substr(0, record(http(body)).size() - 4) + kInfo},
      {"many line ends between records", kInfo + "\r\n\r\n\r\n\n" + record(http(body))},
  };
  for (const Case& c : cases) {
    CAPTURE(c.what);
    const Gathered got = gather(c.warc);
    CHECK(got.all() == body + "|");
    CHECK(got.codes() == "");
    for (const Document& d : got.documents) CHECK(d.metadata.url == "http://a.example/1");
  }
}

TEST_CASE("charsets of archived pages: evidence, HTTP, meta") {
  const std::string greek = "<p>\xC1\xE8\xDE\xED\xE1</p>";
  const std::string utf8 = "<p>\xCE\x91\xCE\xB8\xCE\xAE\xCE\xBD\xCE\xB1</p>";
  CHECK(gather(record(http(greek, "Content-Type: text/html; charset=iso-8859-7\r\n"))).all() == utf8 + "|");
  CHECK(gather(record(http(utf8, "Content-Type: text/html; charset=\"iso-8859-7\"\r\n"))).all() == utf8 + "|");
  CHECK(gather(record(http("<meta charset=greek>" + greek, "Content-Type: text/html\r\n"))).all() ==
        "<meta charset=greek>" + utf8 + "|");
}

TEST_CASE("the text of a WET file is scraped text") {
  const Gathered got = gather(record("The ferry\r\nsails.", "conversion", "Content-Type: text/plain\r\n"));
  REQUIRE(got.documents.size() == 1);
  CHECK(got.documents[0].content == Content::dirty_text);
  CHECK(got.documents[0].bytes == "The ferry\nsails.");
}

TEST_CASE("damage in a WARC costs the record that it is in") {
  const std::string a = record(http(page("ferry")));
  const std::string b = record(http(page("barge")));
  const std::string z = record(http(page("canoe")));
  const auto with_length = [&](const std::string& r, const std::string& length) {
    std::string out = r;
    const std::size_t at = out.find("Content-Length: ") + 16;
    return out.replace(at, out.find('\r', at) - at, length);
  };
  const std::string ferry = page("ferry") + "|";
  const std::string canoe = page("canoe") + "|";
  struct Case {
    std::string what;
    std::string warc, all, codes;
  };
  const Case cases[] = {
      {"bytes between", a + "garbage\r\nmore\r\n" + z, ferry + canoe, "bad_syntax"},
      {"half a version line in front", "WARC/\n" + a + z, ferry + canoe, ""},
      {"no length", a + "WARC/1.0\r\nWARC-Type: response\r\n\r\n" + z, ferry + canoe, "bad_syntax"},
      {"a length that is no number", a + with_length(b, "abc") + z, ferry + canoe, "bad_syntax"},
      {"too long a length", a + with_length(b, "400") + z, ferry + page("barge") + "\r\n\r\n|" + canoe, "bad_syntax"},
      {"far too long a length", a + with_length(b, "99999999") + z, ferry + page("barge") + "\r\n\r\n|" + canoe,
       "bad_syntax"},
      {"a header that does not end", a + "WARC/1.0\r\nWARC-Type: resp", ferry, "bad_syntax"},
      {"the end is missing", a + z.substr(0, z.size() - 20),
       ferry + page("canoe").substr(0, page("canoe").size() - 16) + "|", "truncated"},
      {"a page of 17 MiB", a + record(http(std::string(17u << 20, 'x'))) + z, ferry + canoe, "too_large"},
      {"a record of 65 MiB", a + record(http(std::string(65u << 20, 'x'))) + z, ferry + canoe, "too_large"},
      {"an empty page", a + record(http(" \n")) + z, ferry + canoe, "empty"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.what);
    const Gathered got = gather(c.warc);
    CHECK(got.all() == c.all);
    CHECK(got.codes() == c.codes);
    for (const Rejection& r : got.rejections) {
      REQUIRE(r.offset.has_value());
      CHECK(*r.offset <= a.size() + 10);
    }
  }
}

TEST_CASE("a damaged gzip member of a WARC costs its record, and is named by its offset") {
  const std::string one = gzipped(record(http(page("ferry"))));
  std::string two = gzipped(record(http("<p>" + noise(9000))));
  const std::string three = gzipped(record(http(page("canoe"))));
  two[two.size() / 2] ^= '\x20';
  const Gathered got = gather(one + two + three);
  CHECK(got.documents.front().bytes == page("ferry"));
  CHECK(got.documents.back().bytes == page("canoe"));
  REQUIRE(got.rejections.size() == 1);
  CHECK(got.rejections[0].offset == one.size());
}

TEST_CASE("every prefix of a WARC, plain and packed, is read as far as it goes") {
  const std::string warc = kInfo + record(http(page("ferry"))) + record(http(page("canoe")));
  for (const std::string& input : {warc, gzipped(kInfo) + gzipped(warc.substr(kInfo.size()))}) {
    for (std::size_t n = 1; n <= input.size(); ++n) {
      const Gathered got = gather(input.substr(0, n));
      CHECK(got.documents.size() + got.rejections.size() > 0);
      for (const Document& d : got.documents) CHECK(is_utf8(d.bytes));
    }
  }
}

TEST_CASE("ARC files of both versions are read") {
  const std::string body = http(page("ferry"));
  const std::string size = std::to_string(body.size());
  const std::string description = "1 0 Test\nURL IP-address Archive-date Content-type Archive-length\n";
  const std::string head =
      "filedesc://a.arc 127.0.0.1 20140216050221 text/plain " + std::to_string(description.size()) + "\n" + description;
  const std::string words = " 10.0.0.1 20140216050221 text/html ";
  struct Case {
    std::string what;
    std::string arc, all, codes;
  };
  const std::string ferry = page("ferry") + "|";
  const std::string good = "http://a.example/1" + words + size + "\n" + body + "\n";
  const Case cases[] = {
      {"version 1", head + "\n" + good, ferry, ""},
      {"version 2", head + "\nhttp://a.example/1" + words + "200 sum - 0 a.arc " + size + "\n" + body + "\n", ferry,
       ""},
      {"a space in the address", head + "\nhttp://a.example/1?q=a b" + words + size + "\n" + body, ferry, ""},
      {"no HTTP header",
       head + "\nhttp://a.example/1" + words + std::to_string(page("ferry").size()) + "\n" + page("ferry"), ferry, ""},
      {"a length of -1", head + "\nhttp://a.example/0" + words + "-1\n\n" + good, ferry, "bad_syntax"},
      {"a length that is no number", head + "\nhttp://a.example/0" + words + "abc\n\n" + good, ferry, "bad_syntax"},
      {"bytes between", head + "\n" + good + "garbage here\n" + good, ferry + ferry, "bad_syntax"},
      {"the end is missing", head + "\n" + good.substr(0, good.size() - 15),
       page("ferry").substr(0, page("ferry").size() - 14) + "|", "truncated"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.what);
    const Gathered got = gather(c.arc);
    CHECK(got.all() == c.all);
    CHECK(got.codes() == c.codes);
    for (const Document& d : got.documents) CHECK(d.metadata.url.starts_with("http://a.example/1"));
    for (std::size_t n = 1; n <= c.arc.size(); n += 7) {
      const Gathered cut = gather(c.arc.substr(0, n));
      CHECK(cut.documents.size() + cut.rejections.size() > 0);
    }
  }
}

TEST_CASE("chunks: RFC 9112, section 7.1") {
  CHECK(dechunked("3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n") == "abcde");
  CHECK(dechunked("A;name=value\r\n0123456789\r\n0\r\n") == "0123456789");
  CHECK(dechunked("3\nabc\n0\n") == "abc");
  CHECK(dechunked("5\r\nabc") == "abc");
  CHECK(dechunked("3\r\nabc\r\nnot a size") == "abcnot a size");
  CHECK_FALSE(dechunked("<html>").has_value());
  CHECK_FALSE(dechunked("").has_value());
}

TEST_CASE("the samples of warcio and FastWARC are read, broken ones as far as they go") {
  namespace fs = std::filesystem;
  struct Case {
    std::string file;
    std::size_t pages;
    std::string codes;
  };
  const Case cases[] = {
      {"warcio-tests/test/data/bad.arc", 0, "bad_syntax bad_syntax bad_syntax"},
      {"warcio-tests/test/data/example-bad-non-chunked.warc.gz", 1, ""},
      {"warcio-tests/test/data/example-bad.warc.gz.bad", 1, ""},
      {"warcio-tests/test/data/example-digest.warc", 0, "no_article"},
      {"warcio-tests/test/data/example-iana.org-chunked.warc", 1, ""},
      {"warcio-tests/test/data/example-resource.warc.gz", 1, ""},
      {"warcio-tests/test/data/example-space-in-target-uri.warc.gz", 0, "no_article"},
      {"warcio-tests/test/data/example-space-in-url.arc", 1, "truncated"},
      {"warcio-tests/test/data/example-trunc.warc", 1, "bad_syntax"},
      {"warcio-tests/test/data/example-wget-bad-target-uri.warc.gz", 1, ""},
      {"warcio-tests/test/data/example-wrong-chunks.warc.gz", 1, ""},
      {"warcio-tests/test/data/example.arc", 1, ""},
      {"warcio-tests/test/data/example.arc.gz", 1, ""},
      {"warcio-tests/test/data/example.warc", 1, ""},
      {"warcio-tests/test/data/example.warc.gz", 1, ""},
      {"warcio-tests/test/data/post-test.warc.gz", 0, "no_article"},
      {"fastwarc-tests/tests/data/block-sized-records.warc", 0, "no_article"},
      {"fastwarc-tests/tests/data/block-sized-records.warc.gz", 0, "no_article"},
      {"fastwarc-tests/tests/data/block-sized-records.warc.lz4", 0, "no_article"},
      {"fastwarc-tests/tests/data/clipped.warc.gz", 1, "truncated"},
      {"fastwarc-tests/tests/data/clueweb-quirk.warc.gz", 29, ""},
      {"fastwarc-tests/tests/data/warcfile.warc", 16, ""},
      {"fastwarc-tests/tests/data/warcfile.warc.gz", 16, ""},
      {"fastwarc-tests/tests/data/warcfile.warc.lz4", 16, ""},
  };
  const fs::path data = fs::path(TELLINGS_SOURCE_DIR) / "../shared/data/extract";
  if (!fs::exists(data / "warcio_tests.tar.gz") || !fs::exists(data / "fastwarc_tests.tar.gz")) {
    MESSAGE("skipped: no ../shared/data/extract/warcio_tests.tar.gz");
    return;
  }
  const fs::path folder = fs::temp_directory_path() / ("tellings-warc-samples-" + std::to_string(getpid()));
  fs::create_directories(folder);
  for (const char* name : {"warcio_tests.tar.gz", "fastwarc_tests.tar.gz"}) {
    REQUIRE(std::system(("tar xzf '" + (data / name).string() + "' -C '" + folder.string() + "'").c_str()) == 0);
  }
  for (const Case& c : cases) {
    CAPTURE(c.file);
    std::ifstream in(folder / c.file, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(in), {}};
    REQUIRE_FALSE(bytes.empty());
    const Gathered got = gather(bytes);
    CHECK(got.documents.size() == c.pages);
    CHECK(got.codes() == c.codes);
    for (const Document& d : got.documents) {
      CHECK(d.metadata.url.starts_with("http"));
      CHECK(is_utf8(d.bytes));
    }
  }
  fs::remove_all(folder);
}
