// How candidates are found.
//
// Postings (seed, article) of all sketches are sorted once; every seed that two
// articles or more hold is a list.  Then, article by article, the lists that it
// stands in are walked and what each other article shares with it is added up.
//
// Runs find verbatim copies: two shared runs of a bottom-k sample are more than
// chance has.  A run that over kCommonRun articles share is a set phrase or a
// form; there, only articles next to each other by length are paired, so that
// copies made from one form letter are still found in linear time.
//
// Rare roots find reworded copies, which share hardly a run: names, figures and
// rare words survive rewording.  A pair is worth comparing if the shared roots
// are a good part of the lighter sketch.  Of those the closest are compared, up
// to a budget that grows with the articles: a small batch is searched through,
// a large one where it is most likely.
//
// Measured: docs/algorithms/copies.md.
#include "tellings/copies/candidates.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "tellings/copies/seeds.h"

namespace tellings::copies {
namespace {

// Articles by list and lists by article, of all seeds that two or more hold.
class Lists {
 public:
  Lists(std::span<const Sketch> sketches, std::vector<std::uint32_t> Sketch::* seeds) {
    // Room for what there is and no more: these lists are most of a large run's memory.
    std::vector<std::uint64_t> postings;
    std::size_t count = 0;
    for (const Sketch& s : sketches) count += (s.*seeds).size();
    postings.reserve(count);
    for (std::uint32_t i = 0; i < sketches.size(); ++i) {
      for (const std::uint32_t seed : sketches[i].*seeds) postings.push_back(std::uint64_t{seed} << 32 | i);
    }
    std::ranges::sort(postings);
    const auto alone = [&](std::size_t i) {
      const auto same = [&](std::size_t j) { return j < postings.size() && postings[j] >> 32 == postings[i] >> 32; };
      return !same(i + 1) && !same(i - 1);
    };
    std::size_t kept = 0;
    for (std::size_t i = 0; i < postings.size(); ++i) {
      if (!alone(i)) postings[kept++] = postings[i];
    }
    postings.resize(kept);
    articles_.reserve(kept);
    of_article_.assign(sketches.size() + 1, 0);
    for (std::size_t i = 0; i < postings.size(); ++i) {
      const auto seed = static_cast<std::uint32_t>(postings[i] >> 32);
      if (seed_.empty() || seed_.back() != seed) {
        begin_.push_back(static_cast<std::uint32_t>(articles_.size()));
        seed_.push_back(seed);
      }
      articles_.push_back(static_cast<std::uint32_t>(postings[i]));
      ++of_article_[articles_.back() + 1];
    }
    postings = {};
    begin_.push_back(static_cast<std::uint32_t>(articles_.size()));
    for (std::size_t i = 1; i < of_article_.size(); ++i) of_article_[i] += of_article_[i - 1];
    lists_.resize(articles_.size());
    auto next = of_article_;
    for (std::uint32_t list = 0; list < seed_.size(); ++list) {
      for (const std::uint32_t a : articles(list)) lists_[next[a]++] = list;
    }
  }

  std::size_t size() const { return seed_.size(); }
  std::uint32_t seed(std::uint32_t list) const { return seed_[list]; }
  std::span<const std::uint32_t> articles(std::uint32_t list) const {
    return std::span(articles_).subspan(begin_[list], begin_[list + 1] - begin_[list]);
  }
  std::span<const std::uint32_t> lists_of(std::uint32_t article) const {
    return std::span(lists_).subspan(of_article_[article], of_article_[article + 1] - of_article_[article]);
  }

 private:
  std::vector<std::uint32_t> seed_, begin_, articles_;  // by list
  std::vector<std::uint32_t> of_article_, lists_;       // by article
};

// Pairs of neighbours by length in the lists of common runs.
void pair_neighbours(const Lists& runs, std::span<const Sketch> sketches, Capped* capped, std::vector<Candidate>* out) {
  for (std::uint32_t list = 0; list < runs.size(); ++list) {
    const auto all = runs.articles(list);
    if (all.size() <= kCommonRun) continue;
    ++capped->runs;
    std::vector<std::uint32_t> order(all.begin(), all.end());
    std::ranges::sort(order, {},
                      [&](std::uint32_t i) { return std::tuple(sketches[i].words, sketches[i].runs[0], i); });
    for (std::size_t i = 0; i < order.size(); ++i) {
      for (std::size_t j = i + 1; j < order.size() && j <= i + kNeighbours; ++j)
        out->push_back({std::min(order[i], order[j]), std::max(order[i], order[j])});
    }
  }
}

// A pair found by roots alone.
struct Near {
  float share;
  Candidate pair;
};

bool closer(const Near& x, const Near& y) { return x.share != y.share ? x.share > y.share : x.pair < y.pair; }

// Keeps the `most` closest.
void keep_closest(std::size_t most, std::vector<Near>* pairs, Capped* capped) {
  if (pairs->size() <= most) return;
  std::ranges::nth_element(*pairs, pairs->begin() + static_cast<std::ptrdiff_t>(most), closer);
  capped->pairs += pairs->size() - most;
  pairs->resize(most);
}

// What articles share with the one at hand.
struct Shared {
  std::uint32_t runs = 0;
  float weight = 0;
};

}  // namespace

std::vector<Candidate> candidates(std::span<const Sketch> sketches, const Weights& weights, Capped* capped) {
  const Lists runs(sketches, &Sketch::runs);
  const Lists roots(sketches, &Sketch::roots);
  std::vector<float> weight_of(roots.size());
  for (std::uint32_t list = 0; list < roots.size(); ++list) weight_of[list] = weights.of(roots.seed(list));

  std::vector<Candidate> out;
  pair_neighbours(runs, sketches, capped, &out);
  std::vector<Shared> shared(sketches.size());
  std::vector<std::uint32_t> touched;
  const std::size_t most = std::max(kFewestPairs, kPairsPerArticle * sketches.size());
  const std::size_t partners = std::clamp<std::size_t>(4 * most / (sketches.size() + 1), 1, kPartners);
  std::vector<Near> near;  // of the article at hand
  std::vector<Near> all_near;
  const auto touch = [&](std::uint32_t b) -> Shared& {
    if (shared[b].runs == 0 && shared[b].weight == 0) touched.push_back(b);
    return shared[b];
  };
  for (std::uint32_t a = 0; a < sketches.size(); ++a) {
    for (const std::uint32_t list : runs.lists_of(a)) {
      if (runs.articles(list).size() > kCommonRun) continue;
      for (const std::uint32_t b : runs.articles(list)) ++touch(b).runs;
    }
    for (const std::uint32_t list : roots.lists_of(a)) {
      for (const std::uint32_t b : roots.articles(list)) touch(b).weight += weight_of[list];
    }
    near.clear();
    for (const std::uint32_t b : touched) {
      const Shared s = std::exchange(shared[b], {});
      if (b == a) continue;
      const float lighter = std::min(sketches[a].weight, sketches[b].weight);
      if (s.runs >= kLeastRuns) {
        if (a < b) out.push_back({a, b});
      } else if (s.weight >= std::max(kLeastWeight, kLeastShare * lighter)) {
        near.push_back({s.weight / lighter, {std::min(a, b), std::max(a, b)}});
      }
    }
    touched.clear();
    keep_closest(partners, &near, capped);
    all_near.insert(all_near.end(), near.begin(), near.end());
  }
  std::ranges::sort(all_near, {}, &Near::pair);
  const auto [gone, end] = std::ranges::unique(all_near, {}, &Near::pair);
  all_near.erase(gone, end);
  keep_closest(most, &all_near, capped);
  for (const Near& n : all_near) out.push_back(n.pair);
  std::ranges::sort(out);
  out.erase(std::ranges::unique(out).begin(), out.end());
  return out;
}

}  // namespace tellings::copies
