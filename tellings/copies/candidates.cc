#include "tellings/copies/candidates.h"

#include <algorithm>
#include <utility>

namespace tellings::copies {
namespace {

constexpr std::size_t kLeastRuns = 24;     // sampled runs of an article, if it has so many
constexpr std::size_t kRunsPerSample = 8;  // beyond those one run in so many
constexpr std::size_t kRoots = 32;

constexpr std::size_t kCommonRun = 200;
constexpr std::size_t kCommonRoot = 200;
constexpr float kLeastWeight = 10;     // of shared rare roots: two or three
constexpr std::size_t kPartners = 32;  // that an article gets by roots alone

struct Posting {
  std::uint32_t seed;
  std::uint32_t article;
  auto operator<=>(const Posting&) const = default;
};

std::vector<std::uint32_t> sample_runs(const Reading& r) {
  std::vector<std::uint32_t> out;
  out.reserve(r.runs.size());
  for (const Run& run : r.runs) {
    if (out.empty() || out.back() != run.hash) out.push_back(run.hash);
  }
  out.resize(std::min(out.size(), std::max(kLeastRuns, out.size() / kRunsPerSample)));
  return out;
}

std::vector<std::uint32_t> rare_roots(const Reading& r, const Weights& weights) {
  std::vector<std::pair<float, std::uint32_t>> found;
  for (const Root& root : r.roots) {
    const auto n = weights.articles_with(root.root);
    if (n >= 2 && n <= kCommonRoot) found.emplace_back(-root.weight, root.root);
  }
  std::ranges::sort(found);
  found.resize(std::min(found.size(), kRoots));
  std::vector<std::uint32_t> out;
  for (const auto& [weight, root] : found) out.push_back(root);
  std::ranges::sort(out);
  return out;
}

std::vector<Posting> postings(std::span<const Sketch> sketches, std::vector<std::uint32_t> Sketch::* seeds) {
  std::vector<Posting> out;
  for (std::uint32_t i = 0; i < sketches.size(); ++i) {
    for (const std::uint32_t seed : sketches[i].*seeds) out.push_back({seed, i});
  }
  std::ranges::sort(out);
  return out;
}

std::span<const Posting> list_of(std::span<const Posting> all, std::uint32_t seed) {
  const auto [begin, end] = std::ranges::equal_range(all, seed, {}, &Posting::seed);
  return {begin, end};
}

}  // namespace

Sketch sketch(const Reading& reading, const Weights& weights) {
  return {sample_runs(reading), rare_roots(reading, weights)};
}

std::vector<Candidate> candidates(std::span<const Sketch> sketches, const Weights& weights, Capped* capped) {
  const auto runs = postings(sketches, &Sketch::runs);
  const auto roots = postings(sketches, &Sketch::roots);
  std::vector<std::uint32_t> shared(sketches.size());
  std::vector<float> weight(sketches.size());
  std::vector<std::uint32_t> touched;
  std::vector<Candidate> out;
  for (std::uint32_t a = 0; a < sketches.size(); ++a) {
    for (const std::uint32_t seed : sketches[a].runs) {
      const auto list = list_of(runs, seed);
      if (list.size() > kCommonRun) {
        ++capped->runs;
        continue;
      }
      for (const Posting& p : list) {
        if (p.article == a) continue;
        if (shared[p.article]++ == 0 && weight[p.article] == 0) touched.push_back(p.article);
      }
    }
    for (const std::uint32_t seed : sketches[a].roots) {
      const auto list = list_of(roots, seed);
      const float w = weights.of(seed);
      for (const Posting& p : list) {
        if (p.article == a) continue;
        if (shared[p.article] == 0 && weight[p.article] == 0) touched.push_back(p.article);
        weight[p.article] += w;
      }
    }
    std::vector<std::pair<float, std::uint32_t>> near;
    for (const std::uint32_t b : touched) {
      if (shared[b] >= 2) {
        out.push_back({std::min(a, b), std::max(a, b)});
      } else if (weight[b] >= kLeastWeight) {
        near.emplace_back(-weight[b], b);
      }
      shared[b] = 0;
      weight[b] = 0;
    }
    touched.clear();
    std::ranges::sort(near);
    if (near.size() > kPartners) {
      capped->pairs += near.size() - kPartners;
      near.resize(kPartners);
    }
    for (const auto& [w, b] : near) out.push_back({std::min(a, b), std::max(a, b)});
  }
  std::ranges::sort(out);
  out.erase(std::ranges::unique(out).begin(), out.end());
  return out;
}

}  // namespace tellings::copies
