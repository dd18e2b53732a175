#include "tellings/copies/sketch.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <set>
#include <string>

#include "tellings/copies/candidates.h"
#include "tellings/copies/run.h"
#include "tellings/copies/schedule.h"

using namespace tellings;
using namespace tellings::copies;

namespace {

std::uint32_t below(std::mt19937* random, std::uint32_t n) { return static_cast<std::uint32_t>((*random)() % n); }

// Made-up words: "w17x" and its like.
std::string made_up(std::mt19937* random, std::size_t words) {
  std::string out;
  for (std::size_t i = 0; i < words; ++i) {
    std::string word = "x";
    for (std::uint32_t n = below(random, 5000); n > 0; n /= 20) word += static_cast<char>('a' + n % 20);
    out += word + ((*random)() % 12 == 0 ? ". " : " ");
  }
  return out;
}

// The same words with every n-th changed.
std::string edited(const std::string& text, std::size_t every) {
  std::string out;
  std::size_t n = 0;
  for (const text::Word& w : text::words(text)) {
    out += ++n % every == 0 ? "changed" + std::to_string(n) : std::string(slice(text, w.span));
    out += ' ';
  }
  return out;
}

std::set<std::vector<std::uint64_t>> exact_runs(const std::string& text) {
  const auto words = text::words(text);
  std::set<std::vector<std::uint64_t>> out;
  for (std::size_t i = 0; i + kRunWords <= words.size(); ++i) {
    std::vector<std::uint64_t> run;
    for (std::size_t k = i; k < i + kRunWords; ++k) run.push_back(words[k].hash);
    out.insert(run);
  }
  return out;
}

// The oracle: Jaccard of the exact sets of runs.
double jaccard(const std::string& a, const std::string& b) {
  const auto x = exact_runs(a);
  const auto y = exact_runs(b);
  std::size_t both = 0;
  for (const auto& run : x) both += y.contains(run);
  return static_cast<double>(both) / static_cast<double>(std::max<std::size_t>(1, x.size() + y.size() - both));
}

std::vector<Article> articles_of(const std::vector<std::string>& texts) {
  std::vector<Article> out(texts.size());
  for (std::size_t i = 0; i < texts.size(); ++i) out[i].text = texts[i];
  return out;
}

}  // namespace

TEST_CASE("the rolling hash of a run is that of its words alone") {
  std::mt19937 random(3);
  const std::string text = made_up(&random, 40);
  const auto words = text::words(text);
  RunHash<text::Word, &text::Word::hash> rolling(words);
  for (std::size_t i = 0; i + kRunWords <= words.size(); ++i) {
    CAPTURE(i);
    RunHash<text::Word, &text::Word::hash> alone(std::span<const text::Word>(words).subspan(i));
    CHECK(rolling.next() == alone.next());
  }
}

TEST_CASE("every pair of Jaccard 0.3 or more is a candidate; the exact sets are the oracle") {
  std::mt19937 random(11);
  std::vector<std::string> texts;
  for (int i = 0; i < 60; ++i) {
    texts.push_back(made_up(&random, 20 + below(&random, 400)));
    for (const std::size_t every : {7u, 11u, 19u, 40u, 1000u}) texts.push_back(edited(texts[texts.size() - 1], every));
  }
  const Batch batch = sketch_all(articles_of(texts), 2);
  Capped capped;
  const auto found = candidates(batch.sketches, batch.weights, &capped);
  std::size_t true_pairs = 0;
  for (std::uint32_t a = 0; a < texts.size(); ++a) {
    for (std::uint32_t b = a + 1; b < std::min<std::size_t>(texts.size(), a + 12); ++b) {
      const double j = jaccard(texts[a], texts[b]);
      if (j < 0.3) continue;
      ++true_pairs;
      CAPTURE(a);
      CAPTURE(b);
      CAPTURE(j);
      CHECK(std::ranges::binary_search(found, Candidate{a, b}));
    }
  }
  CHECK(true_pairs > 100);
}

TEST_CASE("thousands of copies of one text give pairs in proportion, and say what was capped") {
  std::mt19937 random(5);
  const std::string text = made_up(&random, 60);
  const Batch batch = sketch_all(articles_of(std::vector<std::string>(3000, text)), 2);
  Capped capped;
  const auto found = candidates(batch.sketches, batch.weights, &capped);
  CHECK(capped.runs > 0);
  CHECK(found.size() >= 2999);
  CHECK(found.size() < 3000 * 70);
}

TEST_CASE("a text without words has an empty sketch and no candidates") {
  const Batch batch = sketch_all(articles_of({"", "...", "one", "one"}), 1);
  Capped capped;
  CHECK(candidates(batch.sketches, batch.weights, &capped).empty());
}

TEST_CASE("a schedule has every pair once, and its blocks keep to their size") {
  std::mt19937 random(9);
  std::vector<std::uint32_t> words;
  words.reserve(300);
  for (int i = 0; i < 300; ++i) words.push_back(10 + below(&random, 200));
  std::set<Candidate> pairs;
  while (pairs.size() < 2000) {
    const std::uint32_t a = below(&random, 300);
    const std::uint32_t b = below(&random, 300);
    if (a < b) pairs.insert({a, b});
  }
  const std::vector<Candidate> list(pairs.begin(), pairs.end());
  std::vector<int> seen(list.size());
  for (const Block& block : schedule(list, words, 4000)) {
    std::size_t sum = 0;
    for (const std::uint32_t article : block.articles) sum += words[article];
    CHECK(sum <= 4000);
    for (const std::uint32_t i : block.pairs) {
      ++seen[i];
      CHECK(std::ranges::binary_search(block.articles, list[i].a));
      CHECK(std::ranges::binary_search(block.articles, list[i].b));
    }
  }
  CHECK(std::ranges::all_of(seen, [](int n) { return n == 1; }));
}
