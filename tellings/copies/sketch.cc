#include "tellings/copies/sketch.h"

#include <algorithm>
#include <utility>

#include "tellings/base/threads.h"
#include "tellings/copies/run.h"
#include "tellings/copies/seeds.h"

namespace tellings::copies {
namespace {

// Runs sampled of an article, if it has so many, and one in how many beyond.
constexpr std::size_t kFewestRuns = 20;
constexpr std::size_t kRunsPerSample = 12;

}  // namespace

Sketch sketch(std::span<const text::Word> words) {
  Sketch out;
  out.words = static_cast<std::uint32_t>(words.size());
  if (words.size() >= kRunWords) {
    std::vector<std::uint32_t> runs(words.size() - kRunWords + 1);
    RunHash<text::Word, &text::Word::hash> hash(words);
    for (std::uint32_t& run : runs) run = hash.next();
    const std::size_t keep = std::min(runs.size(), std::max(kFewestRuns, runs.size() / kRunsPerSample));
    // Twice as many, since runs may repeat.
    const auto middle = runs.begin() + static_cast<std::ptrdiff_t>(std::min(runs.size(), 2 * keep));
    std::ranges::nth_element(runs, middle);
    std::sort(runs.begin(), middle);
    runs.erase(std::unique(runs.begin(), middle), runs.end());
    runs.resize(std::min(runs.size(), keep));
    out.runs.assign(runs.begin(), runs.end());
  }
  std::vector<std::uint32_t> roots(words.size());
  for (std::size_t i = 0; i < words.size(); ++i) roots[i] = static_cast<std::uint32_t>(words[i].root);
  std::ranges::sort(roots);
  roots.erase(std::ranges::unique(roots).begin(), roots.end());
  out.roots.assign(roots.begin(), roots.end());
  return out;
}

void choose_roots(const Weights& weights, Sketch* sketch, std::uint32_t least) {
  std::vector<std::pair<float, std::uint32_t>> found;
  for (const std::uint32_t root : sketch->roots) {
    const std::uint32_t n = weights.articles_with(root);
    if (n >= least && n <= kCommonRoot) found.emplace_back(-weights.of(root), root);
  }
  const std::size_t keep = std::min(found.size(), kRoots);
  std::ranges::partial_sort(found, found.begin() + static_cast<std::ptrdiff_t>(keep));
  found.resize(keep);
  std::vector<std::uint32_t> roots;
  roots.reserve(keep);
  sketch->weight = 0;
  for (const auto& [weight, root] : found) {
    roots.push_back(root);
    sketch->weight -= weight;
  }
  std::ranges::sort(roots);
  sketch->roots = std::move(roots);
}

Batch sketch_all(std::span<const Article> articles, std::size_t threads) {
  Batch batch;
  batch.sketches.resize(articles.size());
  parallel_for(articles.size(), threads,
               [&](std::size_t i) { batch.sketches[i] = sketch(text::words(articles[i].text)); });
  for (const Sketch& s : batch.sketches) batch.weights.count(s.roots);
  parallel_for(articles.size(), threads, [&](std::size_t i) { choose_roots(batch.weights, &batch.sketches[i]); });
  return batch;
}

}  // namespace tellings::copies
