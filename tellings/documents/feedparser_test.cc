// feedparser's tests, in the project's terms: what an item's title, address,
// content, authors and dates are.  What it says of sanitising HTML, of relative
// addresses inside of content and of elements that no article has is not ours.
//
//   https://github.com/kurtmckee/feedparser/tree/develop/tests
#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <optional>
#include <vector>

#include "tellings/base/utf8.h"
#include "tellings/documents/dates.h"
#include "tellings/documents/gathered_test.h"
#include "tellings/documents/suite_test.h"
#include "tellings/documents/xml.h"

using namespace tellings;
using namespace tellings::documents;

namespace {

// What stands behind `key == ` in a feed's expectation, the value itself.
std::optional<std::string> expected(const std::string& feed, const std::string& key) {
  const std::size_t line = feed.find("Expect:");
  const std::size_t end = line == std::string::npos ? line : feed.find("-->", line);
  const std::size_t at = line == std::string::npos ? line : feed.find(key + " == ", line);
  if (at == std::string::npos || at > end) return std::nullopt;
  const std::size_t begin = at + key.size() + 4;
  const char quote = feed[begin];
  if (quote != '\'' && quote != '"' && quote != '(') return std::nullopt;
  const std::size_t close = feed.find(quote == '(' ? ')' : quote, begin + 1);
  if (close == std::string::npos || close > end) return std::nullopt;
  return feed.substr(begin + 1, close - begin - 1);
}

std::string without_space(const std::string& text) {
  std::string out;
  std::ranges::copy_if(text, std::back_inserter(out), [](char c) { return c != ' ' && c != '\n'; });
  return out;
}

bool says_same(const std::string& wanted, const std::string& found) {
  if (without_space(wanted) == without_space(plain_text(found))) return true;
  const std::string words = without_space(plain_text(wanted));
  return words == without_space(found) || words == without_space(plain_text(found));
}

// "2004, 7, 11, 17, 0, 0, ..." as the beginning of an RFC 3339 date in universal
// time.
std::string moment_of(const std::string& tuple) {
  std::array<int, 6> n{};
  if (std::sscanf(tuple.c_str(), "%d,%d,%d,%d,%d,%d", &n[0], &n[1], &n[2], &n[3], &n[4], &n[5]) != 6) return {};
  std::array<char, 80> out{};
  std::snprintf(out.data(), out.size(), "%04d-%02d-%02dT%02d:%02d:%02d", n[0], n[1], n[2], n[3], n[4], n[5]);
  return out.data();
}

// A date of ours in universal time, what is not known as the least it can be,
// as feedparser has it.
std::string universal(std::string date) {
  using namespace std::chrono;
  if (date.size() < 4) return {};
  int zone = 0;
  if (date.size() > 16 && !date.ends_with("Z") && (date[date.size() - 6] == '+' || date[date.size() - 6] == '-')) {
    const std::string shift = date.substr(date.size() - 6);
    zone = (std::stoi(shift.substr(1, 2)) * 60 + std::stoi(shift.substr(4, 2))) * (shift[0] == '-' ? -1 : 1);
    date.resize(date.size() - 6);
  }
  const auto number = [&](std::size_t at, int otherwise) {
    return at + 2 <= date.size() ? std::stoi(date.substr(at, 2)) : otherwise;
  };
  const year_month_day day{year(std::stoi(date.substr(0, 4))), month(static_cast<unsigned>(number(5, 1))),
                           std::chrono::day(static_cast<unsigned>(number(8, 1)))};
  const auto moment = sys_days(day) + hours(number(11, 0)) + minutes(number(14, 0) - zone) + seconds(number(17, 0));
  const auto midnight = floor<days>(moment);
  const year_month_day there{midnight};
  const hh_mm_ss clock{moment - midnight};
  std::array<char, 80> out{};
  std::snprintf(out.data(), out.size(), "%04d-%02u-%02uT%02d:%02d:%02d", static_cast<int>(there.year()),
                static_cast<unsigned>(there.month()), static_cast<unsigned>(there.day()),
                static_cast<int>(clock.hours().count()), static_cast<int>(clock.minutes().count()),
                static_cast<int>(clock.seconds().count()));
  return out.data();
}

std::string joined(const std::vector<std::string>& lines) {
  std::string out;
  for (const std::string& l : lines) out += l + "\n";
  return out;
}

// Counts cases and keeps the names of those that are wrong.
struct Tally {
  int cases = 0;
  std::vector<std::string> wrong;

  void check(const std::optional<std::string>& wanted, bool right, const std::string& name) {
    if (!wanted) return;
    ++cases;
    if (!right) wrong.push_back(name);
  }
  // All that is wrong is known to be; `least`: so many cases there are.
  void settle(int least, std::vector<std::string> known) {
    std::ranges::sort(wrong);
    std::ranges::sort(known);
    CHECK(cases >= least);
    CHECK(joined(wrong) == joined(known));
    const int right = cases - static_cast<int>(wrong.size());
    MESSAGE(right << " of " << cases << " cases");
  }
};

Document first_item(std::string feed) {
  // An item without title and content is none to us: give it a title.
  for (const std::string close : {"</item>", "</entry>"}) {
    const std::size_t at = feed.rfind(close);
    if (at != std::string::npos && !expected(feed, "entries[0]['title']")) feed.insert(at, "<title>T</title>");
  }
  const Gathered got = gather(feed);
  return got.documents.empty() ? Document{} : got.documents.front();
}

template <typename Look>
void for_each_feed(const Suite& suite, std::initializer_list<const char*> parts, Look look) {
  namespace fs = std::filesystem;
  for (const char* part : parts)
    for (const auto& entry : fs::recursive_directory_iterator(suite.folder() / "feedparser-tests/tests" / part))
      if (entry.path().extension() == ".xml") look(Suite::content(entry.path()), entry.path().filename().string());
}

}  // namespace

TEST_CASE("feedparser: titles, addresses and contents") {
  const Suite suite("feedparser_tests");
  if (!suite.is_there()) return;
  Tally tally;
  for_each_feed(suite,
                {"wellformed/atom", "wellformed/atom10", "wellformed/rss", "wellformed/rdf", "wellformed/namespace",
                 "wellformed/base", "wellformed/amp", "wellformed/xml", "wellformed/sgml", "wellformed/feedburner",
                 "wellformed/node_precedence", "wellformed/media-rss", "illformed", "entities"},
                [&](const std::string& feed, const std::string& name) {
                  const Document d = first_item(feed);
                  const auto check = [&](const char* key, const std::string& found) {
                    if (auto wanted = expected(feed, key))
                      tally.check(wanted, says_same(from_python(*wanted), found), name);
                  };
                  check("entries[0]['title']", d.metadata.title);
                  check("entries[0]['link']", d.metadata.url);
                  check("entries[0]['description']", d.bytes);
                  // The content counts; a summary is the text of items that have no more.
                  const bool more =
                      feed.find("<content") != std::string::npos || feed.find("<description") != std::string::npos;
                  if (!more) check("entries[0]['summary']", d.bytes);
                  check("entries[0]['content'][0]['value']", d.bytes);
                });
  // Links whose base is the address that the feed was fetched from, which a file
  // has not; of two descriptions the first is ours.
  tally.settle(120, {"http_item_link_base_content_location.xml", "http_item_link_base_docuri.xml",
                     "item_description_and_summary.xml", "item_summary_and_description.xml"});
}

TEST_CASE("feedparser: authors and dates of items, titles of feeds") {
  const Suite suite("feedparser_tests");
  if (!suite.is_there()) return;
  Tally authors, dates, titles;
  for_each_feed(suite, {"wellformed", "illformed"}, [&](const std::string& feed, const std::string& name) {
    const Document d = first_item(feed);
    std::string names;
    for (const std::string& a : d.metadata.authors) names += names.empty() ? a : ", " + a;
    for (const char* key : {"entries[0]['author_detail']['name']", "entries[0]['authors'][0]['name']"})
      if (const auto wanted = expected(feed, key)) authors.check(wanted, names.starts_with(*wanted), name);
    if (const auto wanted = expected(feed, "entries[0]['published_parsed']"))
      dates.check(wanted, universal(d.metadata.published) == moment_of(*wanted), name);
    if (const auto wanted = expected(feed, "entries[0]['updated_parsed']")) {
      const bool either =
          universal(d.metadata.modified) == moment_of(*wanted) || universal(d.metadata.published) == moment_of(*wanted);
      dates.check(wanted, either, name);
    }
    if (feed.find("<item") != std::string::npos || feed.find("<entry") != std::string::npos)
      if (const auto wanted = expected(feed, "feed['title']"))
        titles.check(wanted, says_same(from_python(*wanted), d.metadata.outlet), name);
  });
  authors.settle(5, {});
  // Of two dates of one kind the first is ours; the Channel Definition Format of
  // 1997 is not read.
  dates.settle(11, {"entry_published_parsed_date_overwriting.xml", "entry_updated_multiple_values.xml",
                    "item_lastmod_parsed.xml"});
  titles.settle(1, {});
}

TEST_CASE("feedparser: encodings") {
  const Suite suite("feedparser_tests");
  if (!suite.is_there()) return;
  Tally tally;
  for_each_feed(suite, {"encoding", "illformed/chardet"}, [&](const std::string& feed, const std::string& name) {
    const Gathered got = gather(feed);
    bool valid = true;
    for (const Document& d : got.documents) valid = valid && is_utf8(d.bytes) && is_utf8(d.metadata.title);
    tally.check("valid", valid && got.documents.size() + got.rejections.size() > 0, name);
    const Document d = got.documents.empty() ? Document{} : got.documents.front();
    for (const auto& [key, found] :
         {std::pair("entries[0]['description']", d.bytes), std::pair("entries[0].summary", d.bytes),
          std::pair("feed['title']", d.metadata.outlet)})
      if (const auto wanted = expected(feed, key)) tally.check(wanted, says_same(from_python(*wanted), found), name);
  });
  // Bytes that are no text, a control character that stood for a quotation mark
  // in windows-1252, and a feed without items.
  tally.settle(99, {"bozo_linenoise.xml", "demoronize-1.xml", "euc-kr.xml"});
}

TEST_CASE("feedparser: forms of dates") {
  const Suite suite("feedparser_tests");
  if (!suite.is_there()) return;
  const std::string file = Suite::content(suite.folder() / "feedparser-tests/tests/test_date_parsers.py");
  Tally tally;
  constexpr std::string_view kFirst = "_parse_date_";
  for (std::size_t at = file.find(kFirst, file.find("parametrize")); at != std::string::npos;
       at = file.find(kFirst, at + 1)) {
    const std::size_t open = file.find('"', at), close = file.find('"', open + 1);
    if (close == std::string::npos) break;
    const std::size_t next = file.find(kFirst, at + 1);
    const std::size_t tuple = file.find('(', file.find('\n', close));
    const std::size_t none = file.find("None", close);
    const std::string text = from_python(file.substr(open + 1, close - open - 1));
    if (text.empty() || text.size() > 60) continue;
    const std::size_t here = file.find('(', close);
    const bool is_none = none < std::min(here, next);
    const std::string moment = is_none ? "" : moment_of(file.substr(std::min(here, tuple) + 1, 60));
    const std::string found = rfc3339(text);
    tally.check(text, is_none ? found.size() < 10 : universal(found) == moment, text);
  }
  // Years of two digits or before 1000, and what we read as far as it goes where
  // feedparser gives up; Korean clocks without a zone are not taken for Seoul's.
  tally.settle(
      65, {"-03-12", "-0312", "03-12-31", "031231", "03335", "2003-012-31T10:14:55+00:00", "2004-05-25 오후 11:23:17",
           "2004년 05월 28일  01:31:15", "2013-01-27-01", "2013-01-28T09:00:00+00:xx", "2013-01-28T09:xx:00Z",
           "2013-01-28T11:30:00-06:00Textra", "Sun, 16 Dec 2012 11:47:32 +00:zz", "Thu, 01 Jan 0100 00:00:01 +0100"});
}
