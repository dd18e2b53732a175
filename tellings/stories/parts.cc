#include "tellings/stories/parts.h"

#include <algorithm>
#include <map>
#include <queue>
#include <set>
#include <utility>

namespace tellings::stories {
namespace {

// A mean over so many pairs is within .01 of that over all (a pair's likeness
// spreads by some .1 within a story).
constexpr std::size_t kPairs = 400;
constexpr std::size_t kSample = 20;

// `most` of `items`, evenly spaced, which in time order is over all days.
std::vector<std::uint32_t> sample_of(std::span<const std::uint32_t> items, std::size_t most) {
  std::vector<std::uint32_t> out;
  const std::size_t count = std::min(items.size(), most);
  out.reserve(count);
  for (std::size_t i = 0; i < count; ++i) out.push_back(items[i * items.size() / count]);
  return out;
}

// The margin of two groups of voters, by a sample of their pairs.
double sampled_margin(std::span<const Side> sides, std::span<const std::uint32_t> a, std::span<const std::uint32_t> b) {
  const std::size_t in_fewer = std::min({a.size(), b.size(), kSample});
  const std::vector<std::uint32_t> x = sample_of(a, a.size() <= b.size() ? in_fewer : kPairs / in_fewer);
  const std::vector<std::uint32_t> y = sample_of(b, a.size() <= b.size() ? kPairs / in_fewer : in_fewer);
  double above = 0;
  double linked = 0;
  Spread spread;
  for (const std::uint32_t i : x) {
    spread.set(sides[i].vector);
    for (const std::uint32_t j : y) {
      const double l = likeness(spread.times(sides[j].vector), sides[i], sides[j]);
      if (l >= 0 && l < kFaintest) continue;
      above += evidence(l);
      linked += l > 0 ? 1 : 0;
    }
  }
  const double share = static_cast<double>(a.size()) * static_cast<double>(b.size()) /
                       (static_cast<double>(x.size()) * static_cast<double>(y.size()));
  return margin(above * share, linked * share, a.size(), b.size());
}

using Pair = std::pair<std::uint32_t, std::uint32_t>;

class Parts {
 public:
  Parts(std::span<const Side> sides, std::span<const std::uint32_t> voter, std::span<const Touch> touching,
        std::vector<std::uint32_t>* group)
      : sides_(sides), group_(group) {
    for (const Touch& t : touching) members_[t.a], members_[t.b];
    for (std::uint32_t i = 0; i < voter.size(); ++i) {
      if (voter[i] != i) continue;
      if (const auto at = members_.find((*group)[i]); at != members_.end()) at->second.push_back(i);
    }
    for (const Touch& t : touching) touch(t.a, t.b);
  }

  void run() {
    while (!joins_.empty()) {
      const auto [margin, pair] = joins_.top();
      joins_.pop();
      const auto at = margins_.find({-pair.first, -pair.second});
      if (at != margins_.end() && at->second == margin) join(at->first.first, at->first.second);
    }
  }

 private:
  using Signed = std::pair<std::int64_t, std::int64_t>;  // of equal margins the smaller items first

  void touch(std::uint32_t a, std::uint32_t b) {
    const double m = sampled_margin(sides_, members_[a], members_[b]);
    if (m < 0) return;
    margins_[{a, b}] = m;
    joins_.push({m, {-std::int64_t{a}, -std::int64_t{b}}});
    beside_[a].insert(b);
    beside_[b].insert(a);
  }

  void join(std::int64_t first, std::int64_t second) {
    const auto a = static_cast<std::uint32_t>(first);
    const auto b = static_cast<std::uint32_t>(second);
    std::set<std::uint32_t> others = beside_[a];
    others.insert(beside_[b].begin(), beside_[b].end());
    others.erase(a);
    others.erase(b);
    for (const std::uint32_t gone : {a, b}) {
      for (const std::uint32_t other : beside_[gone]) {
        margins_.erase({std::min(gone, other), std::max(gone, other)});
        beside_[other].erase(gone);
      }
      beside_.erase(gone);
    }
    for (const std::uint32_t item : members_[b]) (*group_)[item] = a;
    std::vector<std::uint32_t> both;
    std::ranges::merge(members_[a], members_[b], std::back_inserter(both));
    members_[a] = std::move(both);
    members_.erase(b);
    for (const std::uint32_t other : others) touch(std::min(a, other), std::max(a, other));
  }

  std::span<const Side> sides_;
  std::vector<std::uint32_t>* group_;
  std::map<std::uint32_t, std::vector<std::uint32_t>> members_;  // ascending
  std::map<std::uint32_t, std::set<std::uint32_t>> beside_;      // those that it could join
  std::map<Signed, double> margins_;
  std::priority_queue<std::pair<double, Signed>> joins_;
};

}  // namespace

void join_parts(std::span<const Side> sides, std::span<const std::uint32_t> voter, std::span<const Touch> touching,
                std::vector<std::uint32_t>* group) {
  if (touching.empty()) return;
  Parts(sides, voter, touching, group).run();
}

}  // namespace tellings::stories
