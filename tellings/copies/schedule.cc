#include "tellings/copies/schedule.h"

#include <algorithm>
#include <numeric>
#include <tuple>
#include <utility>

namespace tellings::copies {
namespace {

// Groups of articles that only grow while their words fit into a block.
class Groups {
 public:
  explicit Groups(std::span<const std::uint32_t> words) : parent_(words.size()), words_(words.begin(), words.end()) {
    std::iota(parent_.begin(), parent_.end(), 0u);
  }
  std::uint32_t of(std::uint32_t i) {
    while (parent_[i] != i) i = parent_[i] = parent_[parent_[i]];
    return i;
  }
  void join(std::uint32_t a, std::uint32_t b, std::size_t most_words) {
    a = of(a);
    b = of(b);
    if (a == b || words_[a] + words_[b] > most_words) return;
    if (b < a) std::swap(a, b);
    parent_[b] = a;
    words_[a] += words_[b];
  }

 private:
  std::vector<std::uint32_t> parent_;
  std::vector<std::size_t> words_;
};

}  // namespace

std::vector<Block> schedule(std::span<const Candidate> pairs, std::span<const std::uint32_t> words,
                            std::size_t most_words) {
  Groups groups(words);
  for (const Candidate& c : pairs) groups.join(c.a, c.b, most_words / 4);
  std::vector<std::tuple<std::uint32_t, std::uint32_t, std::uint32_t>> order;
  for (std::uint32_t i = 0; i < pairs.size(); ++i) {
    const std::uint32_t x = groups.of(pairs[i].a);
    const std::uint32_t y = groups.of(pairs[i].b);
    order.emplace_back(std::min(x, y), std::max(x, y), i);
  }
  std::ranges::sort(order);

  std::vector<Block> out;
  std::vector<std::uint32_t> in(words.size(), 0);  // the number of the last block that an article came into, from 1
  std::size_t taken = 0;
  for (const auto& [x, y, i] : order) {
    const auto cost = [&](std::uint32_t article) {
      return in[article] == out.size() && !out.empty() ? 0 : std::size_t{words[article]};
    };
    if (out.empty() || taken + cost(pairs[i].a) + cost(pairs[i].b) > most_words) {
      out.emplace_back();
      taken = 0;
    }
    for (const std::uint32_t article : {pairs[i].a, pairs[i].b}) {
      if (in[article] == out.size()) continue;
      taken += words[article];
      in[article] = static_cast<std::uint32_t>(out.size());
      out.back().articles.push_back(article);
    }
    out.back().pairs.push_back(i);
  }
  for (Block& block : out) std::ranges::sort(block.articles);
  return out;
}

}  // namespace tellings::copies
