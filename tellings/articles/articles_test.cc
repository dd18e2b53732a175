#include "tellings/articles/articles.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace tellings::articles {
namespace {

Document text_document(std::string id, std::string text, Content content = Content::dirty_text) {
  Document d;
  d.id = std::move(id);
  d.source = d.id + ".txt";
  d.content = content;
  d.bytes = std::move(text);
  return d;
}

std::vector<Article> articles_of(const std::vector<Document>& documents, std::vector<Rejection>* rejections = nullptr) {
  std::vector<Draft> drafts;
  drafts.reserve(documents.size());
  for (const Document& d : documents) drafts.push_back(draft(d));
  return finish(drafts, rejections);
}

std::string joined(const Article& a) {
  std::string out;
  for (const Span s : a.paragraphs) out.append(out.empty() ? "" : "\n\n").append(slice(a.text, s));
  return out;
}

bool dropped(const Article& a, std::string_view text, DropReason why) {
  return std::ranges::any_of(a.dropped, [&](const Dropped& d) { return d.text == text && d.why == why; });
}

const char* const kFerry =
    "The night ferry to Orsund struck the pier of the old harbour on Tuesday morning, and four of its passengers were "
    "hurt.\n"
    "The harbour master said that the ferry had lost its steering shortly before, while the wind was turning to the "
    "west.\n"
    "\"We heard a long scraping noise and then everybody lay on the floor,\" said a passenger from Orsund.\n"
    "The company that runs the ferry announced that it would bring the passengers to Orsund by bus until the pier is "
    "repaired.\n";

const char* const kOrchard =
    "Growers in the upper valley expect the smallest apple harvest in twenty years, their association wrote on "
    "Friday.\n"
    "Two nights of frost in April destroyed most of the blossom, and the dry summer left little of the remaining "
    "fruit.\n"
    "Prices for apples have risen by a third since August, and growers fear that shops will turn to imported fruit.\n";

}  // namespace

TEST_CASE("dirty text loses its furniture and keeps its own words") {
  const std::string page =
      std::string("spot_img\nspot_img\nNight Ferry Strikes Pier in Old Harbour of Orsund\n- Advertisement -\n") +
      kFerry + "ALSO READ: Bridge Closed For Three Weeks\nPlease enter your comment!\nPlease enter your name here\n";
  const auto found = articles_of({text_document("a", page)});
  REQUIRE(found.size() == 1);
  const Article& a = found[0];
  CHECK(a.title == "Night Ferry Strikes Pier in Old Harbour of Orsund");
  CHECK(a.paragraphs.size() == 4);
  CHECK(joined(a) == a.text);
  CHECK(dropped(a, "spot_img", DropReason::markup));
  CHECK(dropped(a, "- Advertisement -", DropReason::advertisement));
  CHECK(dropped(a, "ALSO READ: Bridge Closed For Three Weeks", DropReason::related));
  CHECK(dropped(a, "Please enter your comment!", DropReason::comment_form));
  CHECK(dropped(a, a.title, DropReason::headline));
  CHECK(a.quality.value_or(0) > 0.5);
}

TEST_CASE("an article glued on behind a doubled headline is split off") {
  const std::string head = "Smallest Apple Harvest in Twenty Years\n";
  const auto found = articles_of({text_document("a", std::string(kFerry) + head + head + kOrchard)});
  REQUIRE(found.size() == 2);
  CHECK(found[0].paragraphs.size() == 4);
  CHECK(found[1].id == "a#2");
  CHECK(found[1].part == 2);
  CHECK(found[1].title == "Smallest Apple Harvest in Twenty Years");
  CHECK(found[1].text.starts_with("Growers in the upper valley"));
}

TEST_CASE("a date below the headline is the article's, one above it the page's") {
  const std::string title = "Night Ferry Strikes Pier in Old Harbour of Orsund\n";
  const auto below = articles_of({text_document("a", title + "By Ann Lee\nNovember 8, 2021\n" + kFerry)});
  const auto above = articles_of({text_document("a", "Tuesday, April 16, 2024\n" + title + kFerry)});
  REQUIRE(below.size() == 1);
  REQUIRE(above.size() == 1);
  CHECK(below[0].published == "2021-11-08");
  CHECK(below[0].authors == std::vector<std::string>{"Ann Lee"});
  CHECK(above[0].published.empty());
}

TEST_CASE("clean text is kept byte for byte") {
  for (const std::string text : {"One.\n\nTwo\nlines.", "", "\n\n", "a\n\n\n\nb\n\n\n", "  spaces \n"}) {
    CAPTURE(text);
    const auto found = articles_of({text_document("a", text, Content::clean_text)});
    REQUIRE(found.size() == 1);
    CHECK(found[0].text == text);
    std::string again;
    for (std::size_t i = 0; i < found[0].paragraphs.size(); ++i)
      again.append(i > 0 ? "\n\n" : "").append(slice(found[0].text, found[0].paragraphs[i]));
    CHECK(again == text);
  }
}

TEST_CASE("of a few lines every sentence is kept, and nothing else") {
  struct Case {
    const char* what;
    Content content;
    const char* input;
    const char* text;
  };
  using enum Content;
  const char* const kBoth = "The ferry struck the pier on Tuesday, and four were hurt.\n\nNobody was arrested.";
  const Case cases[] = {
      {"text", dirty_text, "The ferry struck the pier on Tuesday, and four were hurt.\nNobody was arrested.\n", kBoth},
      {"text with a headline", dirty_text,
       "Night ferry strikes pier\n\nThe ferry struck the pier on Tuesday, and four were hurt.\n\nNobody was "
       "arrested.\n",
       kBoth},
      {"text with furniture", dirty_text,
       "The ferry struck the pier on Tuesday, and four were hurt.\nNobody was arrested.\nShare on Facebook\nALSO READ: "
       "Bridge "
       "closed.\nPlease enter your comment!\n",
       kBoth},
      {"a page", html,
       "<h1>Night ferry strikes pier</h1><p>The ferry struck the pier on Tuesday, and four were hurt.</p><p>Nobody was "
       "arrested.</p><footer><p>Copyright 2021 The Bell. All rights reserved.</p></footer>",
       kBoth},
      {"an agency at the end", html,
       "<p>The ferry struck the pier on Tuesday, and four were hurt.</p><p>Nobody was arrested. (AFP)</p>",
       "The ferry struck the pier on Tuesday, and four were hurt.\n\nNobody was arrested. (AFP)"},
      {"a copyright line in the body", html,
       "<div id=articleBody>The ferry struck the pier on Tuesday, and four were hurt.<br><br>Nobody was "
       "arrested.<br><br>"
       "lee@bell.example &lt;저작권자 ⓒ 종일보, 무단 전재 및 재배포 금지&gt;</div>",
       kBoth},
      {"a comment", html,
       "<p>The ferry struck the pier on Tuesday, and four were hurt.</p><p>Nobody was arrested.</p><div class=comment>"
       "<p>Get well soon everybody.</p></div>",
       kBoth},
      {"Hebrew", dirty_text,
       "המעבורת הלילית פגעה ביום שלישי בבוקר ברציף הנמל הישן, וארבעה מנוסעיה נפצעו.\nהחברה הודיעה שתסיע את הנוסעים "
       "באוטובוסים.\nשתפו בפייסבוק\n",
       "המעבורת הלילית פגעה ביום שלישי בבוקר ברציף הנמל הישן, וארבעה מנוסעיה נפצעו.\n\nהחברה הודיעה שתסיע את הנוסעים "
       "באוטובוסים."},
      {"a day above the body", html,
       "<h1>フェリーが桟橋に衝突</h1><p>2021年11月7日 "
       "3時12分</p><p>オルスン行きの夜のフェリーが火曜日の朝、古い港の桟橋に衝突し、"
       "乗客四人が軽いけがをした。</p><p>会社は桟橋が直るまでバスで乗客を運ぶと発表した。</p>",
       "オルスン行きの夜のフェリーが火曜日の朝、古い港の桟橋に衝突し、乗客四人が軽いけがをした。\n\n会社は桟橋が直るま"
       "で"
       "バスで乗客を運ぶと発表した。"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.what);
    const auto found = articles_of({text_document("a", c.input, c.content)});
    REQUIRE(found.size() == 1);
    CHECK(found[0].text == c.text);
  }
}

TEST_CASE("a byline without a mark names the author") {
  for (const std::string line : {"By Ann Lee", "Von Ann Lee", "Par Ann Lee"}) {
    CAPTURE(line);
    const auto found = articles_of(
        {text_document("a", "<h1>Ferry strikes pier</h1><p>" + line + "</p><p>" + kFerry + "</p>", Content::html)});
    REQUIRE(found.size() == 1);
    CHECK(found[0].authors == std::vector<std::string>{"Ann Lee"});
  }
}

TEST_CASE("what the input names as its source is credited, if it is an agency") {
  Document d = text_document("a", "The ferry struck the pier.", Content::clean_text);
  d.metadata.credits = {"Norda News Agency", "The Daily Bell", "AFP"};
  CHECK(articles_of({d})[0].credits == std::vector<std::string>{"Norda News Agency", "Agence France-Presse"});
}

TEST_CASE("a document without an article is refused, the others are delivered") {
  std::vector<Rejection> rejections;
  const auto found =
      articles_of({text_document("a", "spot_img\nAdvertisement\n"), text_document("b", kFerry)}, &rejections);
  CHECK(found.size() == 1);
  REQUIRE(rejections.size() == 1);
  CHECK(rejections[0].why.code == Code::no_article);
  CHECK(rejections[0].source == "a.txt");
}

TEST_CASE("no prefix of a dirty text breaks the contract") {
  const std::string page = std::string("A Headline of the Night Ferry\n") + kFerry + "Läs också: mer\n";
  for (std::size_t n = 0; n <= page.size(); ++n) {
    CAPTURE(n);
    for (const Article& a : articles_of({text_document("a", page.substr(0, n))})) CHECK(joined(a) == a.text);
  }
}

TEST_CASE("a line that says nothing but the authors is a byline, whatever stands around it") {
  struct Case {
    const char* what;
    std::string line;
    bool byline;
  };
  const Case cases[] = {
      {"one author", "By Ann Lee", true},
      {"two, and a date", "By Ann Lee and Bo Dahl | Sunday, 15 March 2026, 09:12", true},
      {"a sentence about an author", "Ann Lee was on the ferry when it struck the pier.", false},
  };
  for (const Case& c : cases) {
    CAPTURE(c.what);
    Document page = text_document("page", "", Content::html);
    page.bytes =
        R"(<html lang="en"><head><script type="application/ld+json">{"@type": "NewsArticle", "headline": "Ferry strikes pier",
      "author": [{"@type": "Person", "name": "Ann Lee"}, {"@type": "Person", "name": "Bo Dahl"}]}</script></head>
      <body><article><h1>Ferry strikes pier</h1><p>)" +
        c.line + "</p><p>" + kFerry + "</p><p>" + kFerry + "</p></article></body></html>";
    const auto found = articles_of({page});
    REQUIRE(found.size() == 1);
    CHECK(dropped(found[0], c.line, DropReason::byline) == c.byline);
  }
}

TEST_CASE("the seed reports lose their furniture") {
  const std::filesystem::path folder = std::filesystem::path(TELLINGS_SOURCE_DIR) / ".." / "shared" / "seeds";
  if (!std::filesystem::exists(folder)) {
    MESSAGE("skipped: no shared/seeds here");
    return;
  }
  std::vector<Document> documents;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() != ".txt") continue;
    std::ifstream in(entry.path(), std::ios::binary);
    documents.push_back(text_document(entry.path().stem().string(), {std::istreambuf_iterator<char>(in), {}}));
  }
  const auto found = articles_of(documents);
  CHECK(found.size() == 6);
  for (const Article& a : found) {
    CAPTURE(a.id);
    CHECK(!a.title.empty());
    for (const char* dirt :
         {"spot_img", "enter your", "Read:", "READ:", "Latest Posts", "gtag", "Advertisement", "SOURCE:", "(Reuters)"})
      CHECK_MESSAGE(a.text.find(dirt) == std::string::npos, dirt);
  }
}

TEST_CASE("of a text or page of too many lines the beginning is read, and that is told") {
  std::string text = kFerry, page = "<p>" + std::string(kFerry) + "</p>";
  for (int i = 0; i < 30'000; ++i) {
    text += "Pier " + std::to_string(i) + "\n";
    page += "<p>Pier " + std::to_string(i);
  }
  for (const Document& d : {text_document("a", text), text_document("a", page, Content::html)}) {
    std::vector<Rejection> rejections;
    const auto found = articles_of({d}, &rejections);
    REQUIRE(found.size() == 1);
    CHECK(found[0].text.find("scraping noise") != std::string::npos);
    REQUIRE(rejections.size() == 1);
    CHECK(rejections[0].why.code == Code::too_large);
  }
}

}  // namespace tellings::articles
