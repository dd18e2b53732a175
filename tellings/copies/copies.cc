#include "tellings/copies/copies.h"

#include <algorithm>

#include "tellings/base/threads.h"
#include "tellings/copies/align.h"
#include "tellings/copies/candidates.h"
#include "tellings/copies/describe.h"
#include "tellings/copies/evidence.h"
#include "tellings/copies/judge.h"
#include "tellings/copies/reading.h"
#include "tellings/copies/schedule.h"

namespace tellings::copies {
namespace {

// Pairs less likely than this are worth a line only if they share so many of
// their runs (Jaccard): two notices made from one form.
constexpr double kWorthPrinting = 0.1;
constexpr float kMuchInCommon = 0.25F;

// Texts less alike than this by all of their words are no rewordings of each other:
// of rewordings that are found, 995 of 1,000 are more so (docs/algorithms/copies.md).
// What was copied word for word may be a small part of both; so many runs show it.
constexpr float kLeastCosine = 0.15F;
constexpr std::size_t kVerbatimRuns = 3;

// Words that are taken apart at a time: about 70 bytes each.
constexpr std::size_t kWordsAtATime = std::size_t{2} << 20;

std::optional<Copy> compare(const Subject& a, const Subject& b) {
  if (cosine(a.reading, b.reading) < kLeastCosine && !share_runs(a.reading, b.reading, kVerbatimRuns))
    return std::nullopt;
  const Alignment alignment = align(a.reading, b.reading);
  const Evidence evidence = weigh(a.reading, b.reading, alignment);
  if (alignment.links.empty() && evidence.shingles_a == 0) return std::nullopt;
  const double score = probability(evidence);
  const float both = evidence.shingles_a + evidence.shingles_b;
  const float jaccard =
      both > 0 ? evidence.shingles_a * evidence.shingles_b / (both - evidence.shingles_a * evidence.shingles_b) : 0;
  if (score < kWorthPrinting && jaccard < kMuchInCommon) return std::nullopt;
  return describe(a, b, alignment, evidence, score);
}

}  // namespace

std::optional<Copy> compare(const Article& a, const Article& b) {
  const Weights weights;
  const Reading x = read(a.text, weights);
  const Reading y = read(b.text, weights);
  auto found = compare(Subject{a, x}, Subject{b, y});
  if (found) found->b = ArticleNo{1};
  return found;
}

std::vector<Copy> compare_pairs(std::span<const Candidate> pairs, std::span<const std::uint32_t> words,
                                const Weights& weights, const Shelf& shelf, std::size_t threads) {
  std::vector<std::optional<Copy>> found(pairs.size());
  std::vector<const Article*> articles(words.size());
  std::vector<Reading> readings(words.size());
  for (const Block& block : schedule(pairs, words, kWordsAtATime)) {
    for (const std::uint32_t n : block.articles) articles[n] = &shelf.take(n);
    parallel_for(block.articles.size(), threads, [&](std::size_t i) {
      const std::uint32_t n = block.articles[i];
      readings[n] = read(articles[n]->text, weights);
    });
    parallel_for(block.pairs.size(), threads, [&](std::size_t i) {
      auto [a, b] = pairs[block.pairs[i]];
      if (!shelf.in_order && before(*articles[b], *articles[a])) std::swap(a, b);
      auto& copy = found[block.pairs[i]];
      copy = compare(Subject{*articles[a], readings[a]}, Subject{*articles[b], readings[b]});
      if (!copy) return;
      copy->a = ArticleNo{a};
      copy->b = ArticleNo{b};
    });
    for (const std::uint32_t n : block.articles) {
      readings[n] = Reading();
      shelf.drop(n);
    }
  }
  std::vector<Copy> out;
  for (auto& copy : found) {
    if (copy) out.push_back(std::move(*copy));
  }
  return out;
}

std::vector<Copy> find_copies(std::span<const Article> articles, std::size_t threads) {
  const Batch batch = sketch_all(articles, threads);
  Capped capped;
  const auto pairs = candidates(batch.sketches, batch.weights, &capped);
  std::vector<std::uint32_t> words;
  words.reserve(batch.sketches.size());
  for (const Sketch& s : batch.sketches) words.push_back(s.words);
  const Shelf shelf{[&](std::uint32_t n) -> const Article& { return articles[n]; }, [](std::uint32_t) {}};
  return compare_pairs(pairs, words, batch.weights, shelf, threads);
}

}  // namespace tellings::copies
