#include "tellings/stories/parts.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "tellings/stories/stories.h"
#include "tellings/stories/stream.h"

using namespace tellings;
using namespace tellings::stories;

namespace {

// The n-th word that nobody uses.
std::string invented(std::uint32_t n) {
  std::string out;
  for (int i = 0; i < 5; ++i, n /= 20) out += static_cast<char>('a' + n % 20);
  return out;
}

// An account of an event: some of the sixteen things that are to be said of it,
// in its own order, and with words between them that are common.
Article account(std::uint32_t event, std::uint32_t number, std::mt19937* random) {
  Article a;
  a.id = std::to_string(event) + "-" + std::to_string(number);
  a.published = number % 2 == 0 ? "2024-05-01" : "2024-05-02";
  for (int i = 0; i < 13; ++i) {
    const auto thing = static_cast<std::uint32_t>((*random)() % 16);
    for (std::uint32_t k = 0; k < 5; ++k) a.text += invented(0x10000 + 80 * (event % 5000) + 5 * thing + k) + " ";
    for (int k = 0; k < 3; ++k) a.text += invented(static_cast<std::uint32_t>((*random)() % 500)) + " ";
  }
  return a;
}

std::string event_of(const Article& a) { return a.id.substr(0, a.id.find('-')); }

}  // namespace

TEST_CASE("a story of a thousand accounts that are no copies is one, and two that touch are two") {
  std::mt19937 random(1);
  std::vector<Article> articles;
  for (std::uint32_t i = 0; i < 1000; ++i) articles.push_back(account(0, i, &random));
  for (std::uint32_t i = 0; i < 300; ++i) articles.push_back(account(1, i, &random));
  for (std::uint32_t i = 0; i < 7000; ++i) articles.push_back(account(2 + i / 3, i, &random));
  // A live blog: half of its words are of the first event, half of the second.
  for (std::uint32_t i = 0; i < 5; ++i) {
    articles.push_back(account(0, 9000 + i, &random));
    articles.back().id = "live-" + std::to_string(i);
    const std::string other = account(1, 0, &random).text;
    articles.back().text += other;
  }
  std::map<std::string, std::set<std::string>> events;
  std::map<std::string, std::size_t> largest;
  for (const Story& s : group(articles, 2)) {
    for (const ArticleNo a : s.articles) {
      const std::string event = event_of(articles[index(a)]);
      if (event == "live") continue;
      events[s.id].insert(event);
      std::size_t same = 0;
      for (const ArticleNo b : s.articles) same += event_of(articles[index(b)]) == event;
      largest[event] = std::max(largest[event], same);
    }
  }
  for (const auto& [story, in_it] : events) CHECK(in_it.size() == 1);
  CHECK(largest["0"] == 1000);
  CHECK(largest["1"] == 300);
}

TEST_CASE("a stream keeps a story of hundreds of accounts together") {
  std::mt19937 random(2);
  Stream stream;
  std::map<std::string, int> stories;
  for (std::uint32_t i = 0; i < 4800; ++i) {
    const bool large = i % 12 == 0;
    const auto told = stream.add(account(large ? 0 : 1 + i / 4, i, &random));
    if (large) ++stories[told.story];
  }
  int largest = 0;
  for (const auto& [story, articles] : stories) largest = std::max(largest, articles);
  CAPTURE(stories.size());
  CHECK(largest >= 380);
}
