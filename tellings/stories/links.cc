// An inverted index over the most telling terms of every article.
//
// Each article puts its kKeys heaviest terms into the index; its candidates are
// the articles before it that stand under one of the same terms, at most kReach
// back in each list.  The sum of products over the shared keys is a lower bound
// of the cosine; the candidates with the largest are compared in full.  Time
// order makes the cap harmless: what is cut are the oldest articles under a
// common term, and such a term alone decides nothing.
//
// Articles are done in blocks, each with accumulators of its own, so threads
// change nothing.
#include "tellings/stories/links.h"

#include <algorithm>
#include <bit>
#include <utility>

#include "tellings/base/threads.h"

namespace tellings::stories {
namespace {

constexpr std::size_t kBlock = 2048;

// Of a term that weighs less, a quarter of kReach is looked at: two of them
// together do not make a candidate.  No set changes by it.
constexpr float kHeavy = 0.12f;

struct Posting {
  std::uint32_t term;
  std::uint32_t article;
  float weight;
};

// Lists of articles by term, each ascending.  Terms of one bucket stand
// together, so that each is sorted by itself and nothing is held twice.
class Index {
 public:
  explicit Index(std::span<const Side> sides) : bits_(bits_for(sides.size())) {
    starts_.assign((std::size_t{1} << bits_) + 1, 0);
    for (const Side& s : sides) {
      for (const Weight& key : keys_of(s.vector)) ++starts_[bucket(key.term) + 1];
    }
    for (std::size_t i = 1; i < starts_.size(); ++i) starts_[i] += starts_[i - 1];
    postings_.resize(starts_.back());
    std::vector<std::uint32_t> next(starts_.begin(), starts_.end() - 1);
    for (std::uint32_t i = 0; i < sides.size(); ++i) {
      for (const Weight& key : keys_of(sides[i].vector)) {
        postings_[next[bucket(key.term)]++] = {key.term, i, key.weight};
      }
    }
    for (std::size_t i = 0; i + 1 < starts_.size(); ++i) {
      std::ranges::sort(std::span(postings_).subspan(starts_[i], starts_[i + 1] - starts_[i]), {}, order_of);
    }
  }

  // The articles before `article` under `term`, nearest last, at most `reach`.
  std::span<const Posting> before(std::uint32_t term, std::uint32_t article, std::size_t reach) const {
    const std::size_t at = bucket(term);
    const auto inside = std::span(postings_).subspan(starts_[at], starts_[at + 1] - starts_[at]);
    const auto last = std::ranges::lower_bound(inside, std::pair(term, article), {}, order_of);
    auto first = last - std::min<std::ptrdiff_t>(last - inside.begin(), static_cast<std::ptrdiff_t>(reach));
    if (first != last && first->term != term) first = std::ranges::lower_bound(first, last, term, {}, &Posting::term);
    return {first, last};
  }

 private:
  static std::pair<std::uint32_t, std::uint32_t> order_of(const Posting& p) { return {p.term, p.article}; }
  // Some ten articles to a bucket.
  static unsigned bits_for(std::size_t articles) {
    return std::clamp<unsigned>(static_cast<unsigned>(std::bit_width(articles * kKeys / 10)), 8, 22);
  }
  std::size_t bucket(std::uint32_t term) const { return term >> (32 - bits_); }

  unsigned bits_;
  std::vector<Posting> postings_;
  std::vector<std::uint32_t> starts_;
};

struct Candidate {
  std::uint32_t article;
  float over_keys;
};

// Links of one article to those before it.
class Finder {
 public:
  Finder(std::span<const Side> sides, const Index& index) : sides_(sides), index_(index), sums_(sides.size()) {}

  void find(std::uint32_t article, std::vector<Link>* out) {
    gather(article);
    spread_.set(sides_[article].vector);
    const std::size_t begin = out->size();
    for (std::size_t i = 0; i < candidates_.size(); ++i) {
      const Candidate& c = candidates_[i];
      if (i + 1 < candidates_.size()) fetch(sides_[candidates_[i + 1].article]);
      const double l = likeness(spread_.times(sides_[c.article].vector), sides_[c.article], sides_[article]);
      if (l >= kFaintest || l < 0) out->push_back({c.article, article, static_cast<float>(l)});
    }
    std::ranges::sort(out->begin() + static_cast<std::ptrdiff_t>(begin), out->end(), {}, &Link::a);
  }

 private:
  // Asks for what the next comparison reads, while this one is at work.
  static void fetch(const Side& side) {
    constexpr std::size_t kLine = 64;
    const auto* bytes = reinterpret_cast<const char*>(side.vector.data());
    for (std::size_t at = 0; at < side.vector.size_bytes(); at += kLine) __builtin_prefetch(bytes + at);
    __builtin_prefetch(side.slots.data());
  }

  void gather(std::uint32_t article) {
    candidates_.clear();
    seen_.clear();
    for (const Weight& key : keys_of(sides_[article].vector)) {
      for (const Posting& p : index_.before(key.term, article, key.weight < kHeavy ? kReach / 4 : kReach)) {
        if (sums_[p.article] == 0) seen_.push_back(p.article);
        sums_[p.article] += key.weight * p.weight;
      }
    }
    for (const std::uint32_t other : seen_) {
      if (sums_[other] >= kLeastOverKeys) candidates_.push_back({other, sums_[other]});
      sums_[other] = 0;
    }
    if (candidates_.size() > kMostCompared) {
      std::ranges::nth_element(candidates_, candidates_.begin() + kMostCompared,
                               [](const Candidate& x, const Candidate& y) {
                                 return x.over_keys != y.over_keys ? x.over_keys > y.over_keys : x.article > y.article;
                               });
      candidates_.resize(kMostCompared);
    }
  }

  std::span<const Side> sides_;
  const Index& index_;
  std::vector<float> sums_;  // of products over shared keys; 0 but while gathering
  std::vector<std::uint32_t> seen_;
  std::vector<Candidate> candidates_;
  Spread spread_;
};

}  // namespace

std::vector<Weight> keys_of(std::span<const Weight> vector) {
  std::vector<Weight> keys(vector.begin(), vector.end());
  const auto heavier = [](const Weight& a, const Weight& b) {
    return a.weight != b.weight ? a.weight > b.weight : a.term < b.term;
  };
  if (keys.size() > kKeys) {
    std::ranges::nth_element(keys, keys.begin() + kKeys, heavier);
    keys.resize(kKeys);
  }
  return keys;
}

std::vector<Link> find_links(std::span<const Side> sides, std::size_t threads) {
  const Index index(sides);
  const std::size_t blocks = (sides.size() + kBlock - 1) / kBlock;
  std::vector<std::vector<Link>> found(blocks);
  // As many strands as threads, so that the accumulators are made once a strand.
  const std::size_t strands = std::clamp<std::size_t>(threads, 1, std::max<std::size_t>(blocks, 1));
  parallel_for(strands, strands, [&](std::size_t strand) {
    Finder finder(sides, index);
    for (std::size_t block = strand; block < blocks; block += strands) {
      const std::size_t end = std::min(sides.size(), (block + 1) * kBlock);
      for (std::size_t i = block * kBlock; i < end; ++i) finder.find(static_cast<std::uint32_t>(i), &found[block]);
    }
  });
  std::vector<Link> links;
  std::size_t count = 0;
  for (const auto& part : found) count += part.size();
  links.reserve(count);
  for (auto& part : found) {
    links.insert(links.end(), part.begin(), part.end());
    part = {};
  }
  return links;
}

}  // namespace tellings::stories
