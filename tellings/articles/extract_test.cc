#include "tellings/articles/extract.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "tellings/articles/page.h"

namespace tellings::articles {
namespace {

const char* const kPage =
    R"(<!DOCTYPE html><html lang="en"><head><title>Night Ferry Strikes Pier - The Daily Bell</title>
<meta property="og:site_name" content="The Daily Bell"><meta property="og:title" content="Night Ferry Strikes Pier">
<meta property="article:published_time" content="2021-11-07T03:12:00Z"><meta name="author" content="Ann Lee">
<link rel="canonical" href="https://bell.example/2021/11/07/ferry"></head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li><li><a href="/sport">Sport</a></li></ul></nav>
<main><article><h1>Night Ferry Strikes Pier</h1><p class="byline">By <a rel="author" href="/ann">Ann Lee</a></p>
<figure><img src="a.jpg"><figcaption>The ferry at the old pier. Photo: Bo Chen</figcaption></figure>
<div class="article-body"><p>ORSUND (AP) &mdash; The night ferry to Orsund struck the pier of the old harbour on Tuesday morning, and four of its passengers were hurt.</p>
<p>The harbour master said that the ferry had lost its steering shortly before, while the wind was turning to the west.</p>
<div class="related-links"><a href="/bridge">READ MORE: Bridge closed for three weeks</a></div>
<p>&ldquo;We heard a long scraping noise and then everybody lay on the floor,&rdquo; said a passenger from Orsund.</p>
<p>The company that runs the ferry announced that it would bring the passengers to Orsund by bus until the pier is repaired.</p></div>
</article></main><aside><h3>Most read</h3><ul><li><a href="/x">Smallest apple harvest in twenty years</a></li></ul></aside>
<footer><p>Copyright 2021 The Daily Bell. All rights reserved.</p></footer></body></html>)";

Article article_of(std::string html) {
  Document d;
  d.id = "a";
  d.content = Content::html;
  d.bytes = std::move(html);
  std::vector<Draft> drafts;
  drafts.push_back(draft(d));
  std::vector<Article> found = finish(std::move(drafts));
  return found.empty() ? Article{} : found[0];
}

}  // namespace

TEST_CASE("a page gives its article and what it says of it") {
  const Article a = article_of(kPage);
  CHECK(a.title == "Night Ferry Strikes Pier");
  CHECK(a.outlet == "The Daily Bell");
  CHECK(a.authors == std::vector<std::string>{"Ann Lee"});
  CHECK(a.credits == std::vector<std::string>{"Associated Press"});
  CHECK(a.published == "2021-11-07T03:12:00Z");
  CHECK(a.language == "en");
  CHECK(a.url == "https://bell.example/2021/11/07/ferry");
  CHECK(a.paragraphs.size() == 4);
  for (const char* foreign : {"Home", "Photo", "READ MORE", "apple", "Copyright"})
    CHECK_MESSAGE(a.text.find(foreign) == std::string::npos, foreign);
  CHECK(a.quality.value_or(0) > 0.8);
}

TEST_CASE("a page reads the same whatever page was read before it") {
  // A table inside a paragraph: HTML closes the paragraph, quirks mode does not.
  const std::string table =
      "<p>The harbour master counted the ferries of the week, and wrote them down.<table><tr><td>One"
      "<td>Two</table>, he said, and left the pier for the rest of the day.</p>";
  const auto lines_after = [&](const char* before) {
    read_page(before);
    std::vector<std::string> out;
    for (const Line& l : read_page("<!DOCTYPE html>" + table).lines.list) out.push_back(l.text);
    return out;
  };
  CHECK(lines_after("<!DOCTYPE html><p>A") == lines_after("<p>A"));
}

TEST_CASE("no prefix of a page breaks the contract") {
  const std::string page = kPage;
  for (std::size_t n = 0; n <= page.size(); n += 7) {
    CAPTURE(n);
    const Article a = article_of(page.substr(0, n));
    std::string again;
    for (const Span s : a.paragraphs) again.append(again.empty() ? "" : "\n\n").append(slice(a.text, s));
    CHECK(again == a.text);
  }
}

TEST_CASE("deep and endless pages stay within bounds") {
  std::string deep;
  for (int i = 0; i < 20'000; ++i) deep += "<div>";
  article_of(deep + kPage);
  std::string open = kPage;
  open += "<script>";
  for (int i = 0; i < 100'000; ++i) open += "</scr";
  CHECK(article_of(open).paragraphs.size() == 4);
}

TEST_CASE("a body stands in the text once, however often in the page") {
  std::string page = kPage;
  const std::size_t begin = page.find("<div class=\"article-body\">"), end = page.find("</article>");
  page.insert(end, page.substr(begin, end - begin));
  CHECK(article_of(page).paragraphs.size() == 4);
}

TEST_CASE("a page without an article is refused") {
  Document d;
  d.id = "a";
  d.content = Content::html;
  d.bytes = "<html><body><a href=x>Home</a></body></html>";
  CHECK(draft(d).none.has_value());
  d.bytes.clear();
  CHECK(draft(d).none.has_value());
}

TEST_CASE("whatever way a page says it, title, author, day and outlet are found") {
  struct Case {
    const char* what;
    const char* head;
    const char* inside;
  };
  const Case cases[] = {
      {"JSON-LD",
       R"(<script type="application/ld+json">{"@context": "https://schema.org", "@type": "NewsArticle",
       "headline": "Night Ferry Strikes Pier", "datePublished": "2021-11-07", "author": {"@type": "Person", "name": "Ann Lee"},
       "publisher": {"@type": "Organization", "name": "The Daily Bell"}}</script>)",
       ""},
      {"JSON-LD with a comment, a trailing comma, a raw line break and a semicolon",
       R"(<script type="application/ld+json">/* ours */ {"@type": "NewsArticle", // here
       "headline": "Night Ferry
 Strikes Pier", "datePublished": "2021-11-07", "author": [{"name": "Ann Lee"},],
       "publisher": {"name": "The Daily Bell"},};</script>)",
       ""},
      {"JSON-LD in a graph, by reference, next to an empty one",
       R"(<script type="application/ld+json"></script><script type="application/ld+json">null</script>
       <script type="application/ld+json">{"@graph": [{"@id": "#ann", "@type": "Person", "name": "Ann Lee"},
       {"@id": "#bell", "@type": "NewsMediaOrganization", "name": "The Daily Bell"}, {"@type": ["Article", "NewsArticle"],
       "headline": "Night Ferry Strikes Pier", "datePublished": "2021-11-07", "author": {"@id": "#ann"},
       "publisher": {"@id": "#bell"}}]}</script>)",
       ""},
      {"Open Graph",
       R"(<meta property="og:title" content="Night Ferry Strikes Pier"><meta property="og:site_name" content="The Daily Bell">
       <meta property="article:published_time" content="2021-11-07"><meta property="article:author" content="Ann Lee">)",
       ""},
      {"Dublin Core",
       R"(<meta name="DC.title" content="Night Ferry Strikes Pier"><meta name="DC.creator" content="Ann Lee">
       <meta name="DC.publisher" content="The Daily Bell"><meta name="DCTERMS.issued" content="2021-11-07">)",
       ""},
      {"microdata", "",
       R"(<div itemscope itemtype="https://schema.org/NewsArticle"><h1 itemprop="headline">Night Ferry Strikes Pier</h1>
       <span itemprop="author" itemscope><span itemprop="name">Ann Lee</span></span>
       <time itemprop="datePublished" datetime="2021-11-07"></time>
       <span itemprop="publisher" itemscope><b itemprop="name">The Daily Bell</b></span></div>)"},
      {"RDFa", "",
       R"(<div vocab="https://schema.org/" typeof="NewsArticle"><h1 property="headline">Night Ferry Strikes Pier</h1>
       <span property="author" typeof="Person"><span property="name">Ann Lee</span></span>
       <span property="schema:datePublished" content="2021-11-07"></span>
       <span property="publisher" typeof="Organization"><span property="name">The Daily Bell</span></span></div>)"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.what);
    const std::string prose =
        "<p>The night ferry to Orsund struck the pier of the old harbour, and four were hurt.</p>";
    const Article a = article_of(std::string("<html lang=en><head>") + c.head + "</head><body>" + c.inside + prose +
                                 "<p>The harbour master said that the ferry had lost its steering.</p>" +
                                 "<p>The company said that it would bring everybody home by bus.</p></body></html>");
    CHECK(a.title == "Night Ferry Strikes Pier");
    CHECK(a.authors == std::vector<std::string>{"Ann Lee"});
    CHECK(a.published == "2021-11-07");
    CHECK(a.outlet == "The Daily Bell");
    CHECK(a.paragraphs.size() == 3);
  }
}

TEST_CASE("a page's day may stand behind its body only") {
  const std::string prose = "<p>The night ferry to Orsund struck the pier of the old harbour, and four were hurt.</p>";
  const Article a = article_of("<html lang=de><body><h1>Night Ferry Strikes Pier</h1>" + prose +
                               "<p>The harbour master said that the ferry had lost its steering.</p>" +
                               R"(<div class="post-footer">Dieser Artikel wurde am 7. November 2021 um 14:48 von
                               <a href="/ann">Ann Lee</a> geschrieben und unter <a href="/f">Fähren</a> eingeordnet.</div>
                               <p class="comment-meta">9. November 2021, 11:21</p></body></html>)");
  CHECK(a.published == "2021-11-07T14:48");
}

TEST_CASE("a page's day is the one printed by its headline") {
  struct Case {
    const char* what;
    const char* head;    // in <head>
    const char* below;   // under it
    const char* inside;  // between the paragraphs
    const char* expected;
  };
  const char* const kEvening = R"(<meta property="article:published_time" content="2021-11-06T23:10:00Z">)";
  const Case cases[] = {
      {"a date without a mark", "", "<p>7 November 2021, 03:12</p>", "", "2021-11-07T03:12"},
      {"the evening in the east", kEvening, R"(<p class="date">7 November 2021</p>)", "", "2021-11-07"},
      {"the same day", kEvening, R"(<p class="date">6 November 2021</p>)", "", "2021-11-06T23:10:00Z"},
      {"another day altogether", kEvening, R"(<p class="date">5 May 2020</p>)", "", "2020-05-05"},
      {"another day, called a change", kEvening, "<p>Updated 9 November 2021</p>", "", "2021-11-06T23:10:00Z"},
      {"a change named in the line above", kEvening, "<p>Last updated</p><p>9 November 2021</p>", "",
       "2021-11-06T23:10:00Z"},
      {"a publication and a change", "", "<p>Updated 9 Nov 2021 - published 7 Nov 2021</p>", "", "2021-11-07"},
      {"day and month exchanged", R"(<meta name="date" content="2021-11-07">)", "<p>11.07.2021</p>", "", "2021-11-07"},
      {"a day in a sentence", kEvening, "<p>The old pier, which the town had closed on 5 May 2020, is open.</p>", "",
       "2021-11-06T23:10:00Z"},
      {"months first, as another date shows", "", "<p>11/7/2021</p>", "<p>Seen 11/27/2021</p>", "2021-11-07"},
      {"a moment that a script turns into hours", "",
       R"(<p><abbr title="Sunday, 7 November 2021" data-utime="1636254720">3 hours</abbr></p>)", "",
       "2021-11-07T03:12:00Z"},
      {"a post shown in the text", "", R"(<p class="date">7 November 2021</p>)",
       R"(<blockquote><p>Oh no! <time datetime="2020-01-02T10:00:00+00:00">2 January 2020</time></p></blockquote>)",
       "2021-11-07"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.what);
    const std::string prose =
        "<p>The night ferry to Orsund struck the pier of the old harbour, and four were hurt.</p>";
    const Article a = article_of(std::string("<html lang=en-GB><head><title>Night Ferry Strikes Pier</title>") +
                                 c.head + "</head><body><h1>Night Ferry Strikes Pier</h1>" + c.below + prose +
                                 c.inside + "<p>The harbour master said that the ferry had lost its steering.</p>" +
                                 "<p>The company said that it would bring everybody home by bus.</p></body></html>");
    CHECK(a.published == c.expected);
  }
}

TEST_CASE("a paragraph of a page knows the bytes it was made from") {
  const std::string page = kPage;
  const Article a = article_of(page);
  REQUIRE(a.source_spans.size() == a.paragraphs.size());
  REQUIRE(a.paragraphs.size() == 4);
  const auto from = [&](std::size_t i) { return std::string(slice(page, a.source_spans[i])); };
  CHECK(from(0).starts_with("ORSUND (AP) &mdash; The night ferry"));
  CHECK(from(0).ends_with("were hurt."));
  CHECK(from(2) ==
        "&ldquo;We heard a long scraping noise and then everybody lay on the floor,&rdquo; said a passenger from "
        "Orsund.");
}

TEST_CASE("the way back goes through links, tables and tags that were cut off") {
  std::string attributes;
  for (int i = 0; i < 2000; ++i) attributes += " data-a" + std::to_string(i) + "=1";
  const std::string page =
      "<body><div" + attributes + "><h1>Night Ferry Strikes Pier</h1><p>The <a href=x>night ferry</a> to Orsund " +
      "struck the <b>pier</b> of the old harbour on Tuesday, and four were hurt.</p>" +
      "<table>The harbour master said that the ferry had lost its steering shortly before.<tr><td>1</td></tr></table>" +
      "<p>The company said that it would bring everybody home by bus.</p></div></body>";
  const Article a = article_of(page);
  REQUIRE(a.source_spans.size() == a.paragraphs.size());
  REQUIRE(!a.paragraphs.empty());
  for (std::size_t i = 0; i < a.paragraphs.size(); ++i) {
    if (a.source_spans[i].empty()) continue;  // what stood in the table was moved
    const std::string_view made_from = slice(page, a.source_spans[i]);
    const std::string_view text = slice(a.text, a.paragraphs[i]);
    CHECK(made_from.substr(0, 4) == text.substr(0, 4));
    CHECK(made_from.substr(made_from.size() - 5) == text.substr(text.size() - 5));
  }
  CHECK(!a.source_spans.front().empty());
}

TEST_CASE("an attribute of many words costs nothing but itself") {
  std::string words;
  for (int i = 0; i < 3000; ++i) words += "word ";
  const Page page =
      read_page("<body><div data-all=\"" + words + "\" class='entry' class='other'><p>The ferry.</p></div>");
  REQUIRE(page.lines.list.size() == 1);
  CHECK(page.lines.list[0].text == "The ferry.");
  const Page first = read_page("<div class='entry'><p>The ferry.</p></div>");
  CHECK(page.lines.list[0].place.parent_style == first.lines.list[0].place.parent_style);
}

TEST_CASE("attributes and names without end are cut off, whatever parts them") {
  for (const char* between : {" ", "/", "\n", "=''", "=\"\""}) {
    CAPTURE(between);
    std::string page = "<p>The ferry.</p><div ";
    for (int i = 0; i < 100'000; ++i) page.append("a").append(std::to_string(i)).append(between);
    const Page read = read_page(page + "><p>The pier.</p>");
    CHECK(read.whole);
    CHECK(read.lines.list.size() == 2);
    for (int i = 100'000; i < 400'000; ++i) page.append("a").append(std::to_string(i)).append(between);
    const Page cut = read_page(page + "><p>The pier.</p>");
    CHECK(!cut.whole);
    CHECK(cut.lines.list.size() == 1);
  }
}

TEST_CASE("a list of very many options costs no more than its bytes") {
  std::string page = "<p>The ferry.</p><select>";
  for (int i = 0; i < 200'000; ++i) page += "<option>x";
  CHECK(read_page(page + "</select><p>The pier.</p>").lines.list.size() == 2);
}

}  // namespace tellings::articles
