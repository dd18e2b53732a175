#include "tellings/copies/copies.h"

#include <algorithm>

#include "tellings/base/threads.h"
#include "tellings/copies/align.h"
#include "tellings/copies/candidates.h"
#include "tellings/copies/describe.h"
#include "tellings/copies/evidence.h"
#include "tellings/copies/judge.h"
#include "tellings/copies/reading.h"

namespace tellings::copies {
namespace {

// Pairs less likely than this, without a sentence in common word for word, are
// not worth a line.
constexpr double kWorthPrinting = 0.1;

std::optional<Copy> compare(const Subject& a, const Subject& b) {
  const Alignment alignment = align(a.reading, b.reading);
  const Evidence evidence = weigh(a.reading, b.reading, alignment);
  if (alignment.links.empty() && evidence.shingles_a == 0) return std::nullopt;
  const double score = probability(evidence);
  const bool verbatim =
      std::ranges::any_of(alignment.links, [](const Link& l) { return l.kind != PassageKind::paraphrased; });
  if (score < kWorthPrinting && !verbatim) return std::nullopt;
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

std::vector<Copy> find_copies(std::span<const Article> articles, std::size_t threads) {
  const auto [weights, readings] = read_all(articles, threads);
  std::vector<Sketch> sketches(articles.size());
  parallel_for(articles.size(), threads, [&](std::size_t i) { sketches[i] = sketch(readings[i], weights); });
  Capped capped;
  const auto pairs = candidates(sketches, weights, &capped);
  std::vector<std::optional<Copy>> found(pairs.size());
  parallel_for(pairs.size(), threads, [&](std::size_t i) {
    const auto [a, b] = pairs[i];
    found[i] = compare(Subject{articles[a], readings[a]}, Subject{articles[b], readings[b]});
    if (found[i]) {
      found[i]->a = ArticleNo{a};
      found[i]->b = ArticleNo{b};
    }
  });
  std::vector<Copy> out;
  for (auto& c : found) {
    if (c) out.push_back(std::move(*c));
  }
  return out;
}

}  // namespace tellings::copies
