#include "tellings/documents/feed.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <iterator>
#include <optional>

#include "tellings/base/utf8.h"
#include "tellings/documents/entities.h"
#include "tellings/documents/gathered_test.h"
#include "tellings/documents/uri.h"
#include "tellings/documents/xml.h"

using namespace tellings;
using namespace tellings::documents;
using namespace std::string_literals;

namespace {

std::string rss(const std::string& item, const std::string& more = "") {
  return "<?xml version=\"1.0\"?>\n<rss version=\"2.0\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\" "
         "xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><channel><title>The Gull</title><link>http://a.example/</link>"
         "<language>en</language>" +
         more + item + "</channel></rss>";
}

std::string atom(const std::string& entry) {
  return "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"en\"><title>The Gull</title>"
         "<link href=\"http://a.example/\"/>" +
         entry + "</feed>";
}

Document only(const std::string& feed) {
  const Gathered got = gather(feed);
  REQUIRE(got.documents.size() == 1);
  return got.documents[0];
}

}  // namespace

TEST_CASE("an RSS item becomes a document with all that the feed says of it") {
  const Document d =
      only(rss("<item><title>Ferry &amp;amp; barge</title><link>http://a.example/1</link>"
               "<guid isPermaLink=\"false\">17</guid><dc:creator>Ann Lee</dc:creator>"
               "<pubDate>Sun, 07 Nov 2021 03:12:00 GMT</pubDate><description>It sails.</description>"
               "<content:encoded><![CDATA[<p>It <b>sails</b>.</p>]]></content:encoded></item>"));
  CHECK(d.content == Content::html);
  CHECK(d.bytes == "<p>It <b>sails</b>.</p>");
  CHECK(d.id.size() == 16);
  CHECK(d.metadata.title == "Ferry & barge");
  CHECK(d.metadata.url == "http://a.example/1");
  CHECK(d.metadata.outlet == "The Gull");
  CHECK(d.metadata.language == "en");
  CHECK(d.metadata.authors == std::vector<std::string>{"Ann Lee"});
  CHECK(d.metadata.published == "2021-11-07T03:12:00Z");
}

TEST_CASE("an Atom entry becomes a document with all that the feed says of it") {
  const Document d = only(atom(
      "<entry><title type=\"html\">Ferry &lt;i&gt;sails&lt;/i&gt;</title><id>tag:a.example,2021:1</id>"
      "<link rel=\"self\" href=\"http://a.example/self\"/><link href=\"/1\"/>"
      "<author><name>Ann Lee</name><email>ann@a.example</email></author><author><name>Bo</name></author>"
      "<published>2021-11-07T03:12:00+03:00</published><updated>2021-11-08</updated>"
      "<content type=\"xhtml\" xmlns:x=\"http://www.w3.org/1999/xhtml\"><x:div><x:p>It sails.</x:p></x:div></content>"
      "<source><title>Another</title><id>urn:x</id></source></entry>"));
  CHECK(d.id == "tag:a.example,2021:1");
  CHECK(d.bytes == "<div><p>It sails.</p></div>");
  CHECK(d.metadata.title == "Ferry sails");
  CHECK(d.metadata.url == "http://a.example/1");
  CHECK(d.metadata.authors == std::vector<std::string>{"Ann Lee", "Bo"});
  CHECK(d.metadata.published == "2021-11-07T03:12:00+03:00");
  CHECK(d.metadata.modified == "2021-11-08");
}

TEST_CASE("an RDF feed's items stand beside its channel") {
  const Gathered got = gather(
      "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" xmlns=\"http://purl.org/rss/1.0/\" "
      "xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><channel><title>The Gull</title></channel>"
      "<item rdf:about=\"http://a.example/1\"><title>Ferry</title><link>http://a.example/1</link>"
      "<dc:date>2021-11-07</dc:date><description>It sails.</description></item>"
      "<item rdf:about=\"http://a.example/2\"><title>Barge</title></item></rdf:RDF>");
  REQUIRE(got.documents.size() == 2);
  CHECK(got.documents[0].id == "http://a.example/1");
  CHECK(got.documents[0].metadata.outlet == "The Gull");
  CHECK(got.documents[0].metadata.published == "2021-11-07");
  CHECK(got.documents[0].bytes == "<p>It sails.</p>");
  CHECK(got.documents[1].metadata.title == "Barge");
}

TEST_CASE("what an item's content is, in the ways that feeds say it") {
  struct Case {
    std::string what, item, bytes;
  };
  const Case cases[] = {
      {"escaped", "<item><description>&lt;p&gt;A &amp;amp; b&lt;/p&gt;</description></item>", "<p>A &amp; b</p>"},
      {"CDATA", "<item><description><![CDATA[<p>A & b</p>]]></description></item>", "<p>A & b</p>"},
      {"CDATA in two", "<item><description><![CDATA[<p>A]]><![CDATA[ b</p>]]></description></item>", "<p>A b</p>"},
      {"not escaped", "<item><description><p>A &amp; b</p></description></item>", "<p>A &amp; b</p>"},
      {"words", "<item><description>A\n\nb</description></item>", "<p>A</p>\n<p>b</p>"},
      {"undeclared names", "<item><description>caf&eacute; &unknown;</description></item>",
       "<p>caf\xC3\xA9 &unknown;</p>"},
      {"the content before the summary",
       "<item><description>short</description><content:encoded>long</content:encoded></item>", "<p>long</p>"},
      {"Atom text", "<entry><content type=\"text\">a &lt; b</content></entry>", "<p>a &lt; b</p>"},
      {"Atom html", "<entry><content type=\"html\">&lt;p&gt;a&lt;/p&gt;</content></entry>", "<p>a</p>"},
      {"Atom 0.3 base64", "<entry><content type=\"text/html\" mode=\"base64\">PHA+YTwvcD4=</content></entry>",
       "<p>a</p>"},
      {"Atom 1.0 base64", "<entry><content type=\"application/octet-stream\">PHA+YTwvcD4=</content></entry>",
       "<p>a</p>"},
      {"XHTML that declares itself inside",
       "<entry><content type=\"xhtml\"><div "
       "xmlns=\"http://www.w3.org/1999/xhtml\">a</div></content><id>urn:x</id></entry>",
       "<div xmlns=\"http://www.w3.org/1999/xhtml\">a</div>"},
      {"not closed, next item", "<item><description>A</item>", "<p>A</p>"},
      {"capitals", "<ITEM><DESCRIPTION>A</DESCRIPTION></ITEM>", "<p>A</p>"},
      {"a title only", "<item><title>A</title></item>", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.what);
    CHECK(only(rss(c.item)).bytes == c.bytes);
  }
}

TEST_CASE("titles, authors and addresses as feeds write them") {
  struct Case {
    std::string what, item, title, author, url;
  };
  const Case cases[] = {
      {"a title in CDATA", "<item><title><![CDATA[A &amp; b]]></title></item>", "A & b", "", ""},
      {"a title with less-than", "<item><title>1 &lt; 2</title></item>", "1 < 2", "", ""},
      {"a title with a tag", "<item><title>A &lt;b&gt;b&lt;/b&gt;</title></item>", "A b", "", ""},
      {"a title over lines", "<item><title>\n A\n  b </title></item>", "A b", "", ""},
      {"a title not closed", "<item><title>A<link>http://a.example/1</link></item>", "A", "", "http://a.example/1"},
      {"mail and name", "<item><title>A</title><author>ann@a.example (Ann Lee)</author></item>", "A", "Ann Lee", ""},
      {"name and mail", "<item><title>A</title><author>Ann Lee &lt;ann@a.example&gt;</author></item>", "A", "Ann Lee",
       ""},
      {"mail only", "<item><title>A</title><author>ann@a.example</author></item>", "A", "", ""},
      {"an address that is the id", "<item><title>A</title><guid>http://a.example/1</guid></item>", "A", "",
       "http://a.example/1"},
      {"a relative address", "<item><title>A</title><link>../1?x</link></item>", "A", "", "http://a.example/1?x"},
      {"a picture's title", "<item><title>A</title><image><title>B</title></image></item>", "A", "", ""},
      {"media's title",
       "<item xmlns:media=\"http://search.yahoo.com/mrss/\"><media:title>B</media:title><title>A</title></item>", "A",
       "", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.what);
    const Document d = only(rss(c.item));
    CHECK(d.metadata.title == c.title);
    CHECK((d.metadata.authors.empty() ? "" : d.metadata.authors[0]) == c.author);
    CHECK(d.metadata.url == c.url);
  }
}

TEST_CASE("feeds are told from pages and other XML") {
  CHECK(is_feed("<?xml version='1.0'?><!-- c --><!DOCTYPE rss [<!ENTITY a \"<b>\">]><rss>"));
  CHECK(is_feed("\n<rdf:RDF>"));
  CHECK(is_feed("<atom:feed>"));
  CHECK_FALSE(is_feed("<html><rss>"));
  CHECK_FALSE(is_feed("words <rss>"));
  CHECK_FALSE(is_feed("<?xml version='1.0'?><html>"));
}

TEST_CASE("a feed's own entities are not expanded, however many laughs they hold") {
  std::string dtd = "<!DOCTYPE r [<!ENTITY a \"ha\">";
  for (char c = 'b'; c < 'n'; ++c) {
    dtd += "<!ENTITY "s + c + " \"";
    for (int i = 0; i < 10; ++i) dtd += "&"s + static_cast<char>(c - 1) + ";";
    dtd += "\">";
  }
  const Document d = only(dtd + "]>" + rss("<item><title>&m;</title><description>&m;</description></item>").substr(21));
  CHECK(d.metadata.title == "&m;");
  CHECK(d.bytes == "<p>&m;</p>");
}

TEST_CASE("an item about a film has the film's title and text, where it has none of its own") {
  const std::string media =
      "<media:group xmlns:media=\"http://search.yahoo.com/mrss/\"><media:title>Ferry</media:title>"
      "<media:description>The ferry struck the pier.</media:description></media:group>";
  CHECK(only(rss("<item>" + media + "</item>")).metadata.title == "Ferry");
  CHECK(only(rss("<item>" + media + "</item>")).bytes.find("The ferry struck") != std::string::npos);
  const Document own = only(rss("<item>" + media + "<title>Own</title><description>Own words.</description></item>"));
  CHECK(own.metadata.title == "Own");
  CHECK(own.bytes.find("Own words.") != std::string::npos);
}

TEST_CASE("a feed without items, and one whose items are empty, say so") {
  CHECK(gather(rss("")).codes() == "no_article");
  CHECK(gather(rss("<item></item><item/>")).codes() == "no_article no_article");
}

TEST_CASE("every prefix of a feed gives the items that are whole, in valid UTF-8") {
  const std::string feed =
      rss("<item><title>A</title><description><![CDATA[<p>caf\xC3\xA9]]></description></item>"
          "<item><title>B</title><link>http://a.example/2</link></item>");
  for (std::size_t n = 1; n <= feed.size(); ++n) {
    const Gathered got = gather(feed.substr(0, n));
    CHECK(got.documents.size() + got.rejections.size() > 0);
    for (const Document& d : got.documents) CHECK(is_utf8(d.bytes));
  }
}

TEST_CASE("a feed's charset is its declaration's, unless it is UTF-8") {
  const std::string item = "<item><title>\xC1\xE8\xDE\xED\xE1</title></item></channel></rss>";
  const std::string head = "<?xml version=\"1.0\" encoding=\"iso-8859-7\"?><rss><channel>";
  CHECK(only(head + item).metadata.title == "\xCE\x91\xCE\xB8\xCE\xAE\xCE\xBD\xCE\xB1");
  CHECK(only(head + "<item><title>\xCE\x91</title></item></channel></rss>").metadata.title == "\xCE\x91");
}

TEST_CASE("character references are those of HTML, as its standard reads them") {
  CHECK(unescaped("&lt;&amp;&gt;&quot;&apos;&eacute;&nbsp;") == "<&>\"'\xC3\xA9\xC2\xA0");
  CHECK(unescaped("&#65;&#x42;&#X43;&#150;&#8217;") == "ABC\xE2\x80\x93\xE2\x80\x99");
  CHECK(unescaped("&#xD800;&#x110000;&#0;&#99999999999;") == "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD");
  CHECK(unescaped("&nothing; & &; &#; &#x; AT&T &amp") == "&nothing; & &; &#; &#x; AT&T &amp");
  CHECK(plain_text("<p>One<br/>two &amp; <b>three</b></p>") == "One two & three");
}

TEST_CASE("relative references: the examples of RFC 3986, section 5.4.1") {
  const std::string base = "http://a/b/c/d;p?q";
  const char* const cases[][2] = {{"g:h", "g:h"},
                                  {"g", "http://a/b/c/g"},
                                  {"./g", "http://a/b/c/g"},
                                  {"g/", "http://a/b/c/g/"},
                                  {"/g", "http://a/g"},
                                  {"//g", "http://g"},
                                  {"?y", "http://a/b/c/d;p?y"},
                                  {"g?y", "http://a/b/c/g?y"},
                                  {"#s", "http://a/b/c/d;p?q#s"},
                                  {"g#s", "http://a/b/c/g#s"},
                                  {"", "http://a/b/c/d;p?q"},
                                  {".", "http://a/b/c/"},
                                  {"..", "http://a/b/"},
                                  {"../g", "http://a/b/g"},
                                  {"../..", "http://a/"},
                                  {"../../g", "http://a/g"},
                                  {"../../../g", "http://a/g"}};
  for (const auto& [reference, expected] : cases) {
    CAPTURE(reference);
    CHECK(resolved(base, reference) == expected);
  }
  CHECK(resolved("http://a", "g") == "http://a/g");
  CHECK(resolved("", "g") == "g");
}
