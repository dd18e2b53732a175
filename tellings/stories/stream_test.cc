#include "tellings/stories/stream.h"

#include <doctest/doctest.h>

#include <map>
#include <set>
#include <string>
#include <vector>

#include "tellings/stories/stories.h"

using namespace tellings;
using namespace tellings::stories;

namespace {

// Two accounts of the n-th of many mishaps, with names and figures of its own.
std::vector<Article> mishap(int n) {
  const std::string ship =
      std::string("Mar") + static_cast<char>('a' + n % 26) + static_cast<char>('a' + n / 26 % 26) + "lin";
  const std::string port =
      std::string("Port ") + static_cast<char>('A' + n % 26) + static_cast<char>('a' + n * 7 % 26) + "ster";
  const std::string count = std::to_string(100 + n * 37 % 800);
  Article a;
  a.id = "a" + std::to_string(n);
  a.title = ship + " aground off " + port;
  a.text = "The ferry " + ship + " ran aground off " + port + " with " + count + " passengers. Tugs will pull the " +
           ship + " free at high tide.";
  Article b;
  b.id = "b" + std::to_string(n);
  b.title = "Stuck on a sandbank near " + port;
  b.text =
      "All " + count + " people on the " + ship + " spent the night on a sandbank near " + port + ", its captain said.";
  const int day = 1 + n % 28;
  a.published = b.published = "2023-" + std::string(n / 28 % 12 < 9 ? "0" : "") + std::to_string(1 + n / 28 % 12) +
                              (day < 10 ? "-0" : "-") + std::to_string(day);
  return {a, b};
}

}  // namespace

TEST_CASE("an article joins the story that came before, and its id is the first article's") {
  Stream stream;
  const auto one = mishap(1);
  const auto two = mishap(2);
  const auto first = stream.add(one[0]);
  const auto other = stream.add(two[0]);
  const auto second = stream.add(one[1]);
  CHECK(first.story != other.story);
  CHECK(second.story == first.story);
  CHECK(first.story == group(std::vector<Article>{one[0]}, 1)[0].id);
}

TEST_CASE("a story merged away is never named again, and ids are never given twice") {
  Stream stream;
  std::set<std::string> gone;
  std::map<std::string, std::string> first_of;  // story -> its first article
  for (int round = 0; round < 2; ++round) {
    for (int n = 0; n < 200; ++n) {
      const Article a = mishap(n)[static_cast<std::size_t>(round)];
      const auto told = stream.add(a);
      CHECK_FALSE(gone.contains(told.story));
      first_of.try_emplace(told.story, a.id);
      for (const auto& m : told.merges) {
        CHECK_FALSE(gone.contains(m.into));
        CHECK(gone.insert(m.from).second);
      }
    }
  }
  CHECK(first_of.size() > 150);
}

TEST_CASE("what is older than the window is let go, and the story of it is closed") {
  Stream stream({.window_days = 30, .least_kept = 10});
  std::string early;
  for (int n = 0; n < 120; ++n) {
    const auto told = stream.add(mishap(n)[0]);
    if (n == 0) early = told.story;
  }
  CHECK(stream.kept() < 40);
  CHECK(stream.add(mishap(119)[1]).story == stream.add(mishap(119)[0]).story);
  CHECK(stream.closed() > 50);
  SUBCASE("but not forgotten: an article that comes late opens it again") {
    CHECK(stream.add(mishap(0)[1]).story == early);
    CHECK(stream.add(mishap(0)[0]).story == early);
  }
  SUBCASE("and an article of today that is like it is another event") {
    Article today = mishap(0)[1];
    today.published = mishap(119)[0].published;
    CHECK(stream.add(today).story != early);
  }
}

TEST_CASE("only so many closed stories are remembered") {
  Stream stream({.window_days = 30, .least_kept = 10, .most_closed = 20});
  const std::string early = stream.add(mishap(0)[0]).story;
  for (int n = 1; n < 120; ++n) stream.add(mishap(n)[0]);
  CHECK(stream.closed() == 20);
  CHECK(stream.add(mishap(0)[1]).story != early);
}

TEST_CASE("articles without words are each a story") {
  Stream stream;
  Article a;
  a.id = "1";
  Article b;
  b.id = "2";
  const auto first = stream.add(a);
  CHECK(first.story != stream.add(b).story);
}
