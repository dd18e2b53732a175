#include "tellings/stories/linkage.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdint>
#include <map>
#include <random>
#include <set>
#include <vector>

using namespace tellings::stories;

namespace {

// Average linkage by its definition: look at all pairs of groups, join the best.
std::vector<std::uint32_t> slow_linkage(std::size_t items, const std::vector<Link>& links) {
  std::map<std::pair<std::uint32_t, std::uint32_t>, double> likeness;
  for (const Link& l : links) likeness[{l.a, l.b}] = likeness[{l.b, l.a}] = l.likeness;
  std::map<std::uint32_t, std::vector<std::uint32_t>> groups;
  for (std::uint32_t i = 0; i < items; ++i) groups[i] = {i};
  for (;;) {
    double best = 0;
    std::pair<std::uint32_t, std::uint32_t> join{0, 0};
    for (const auto& [a, in_a] : groups) {
      for (const auto& [b, in_b] : groups) {
        if (a >= b) continue;
        double above = 0;
        double linked = 0;
        for (const std::uint32_t x : in_a) {
          for (const std::uint32_t y : in_b) {
            const auto at = likeness.find({x, y});
            if (at == likeness.end()) continue;
            above += evidence(at->second);
            linked += at->second >= kFaintest ? 1 : 0;
          }
        }
        const double m = margin(above, linked, in_a.size(), in_b.size());
        if (m >= 0 && (join.first == join.second || m > best + 1e-9)) {
          best = m;
          join = {a, b};
        }
      }
    }
    if (join.first == join.second) break;
    auto& into = groups[join.first];
    into.insert(into.end(), groups[join.second].begin(), groups[join.second].end());
    groups.erase(join.second);
  }
  std::vector<std::uint32_t> out(items);
  for (const auto& [group, members] : groups) {
    for (const std::uint32_t m : members) out[m] = group;
  }
  return out;
}

std::vector<Link> random_links(std::size_t items, std::size_t count, std::uint32_t seed) {
  std::mt19937 random(seed);
  std::map<std::pair<std::uint32_t, std::uint32_t>, float> links;
  for (std::size_t i = 0; i < count; ++i) {
    const auto a = static_cast<std::uint32_t>(random() % items);
    const auto b = static_cast<std::uint32_t>(random() % items);
    if (a == b) continue;
    const bool apart = random() % 12 == 0;
    const float likeness = apart ? -0.2f : 0.09f + 0.0007f * static_cast<float>(random() % 1000);
    links[{std::min(a, b), std::max(a, b)}] = likeness;
  }
  std::vector<Link> out;
  for (const auto& [pair, likeness] : links) out.push_back({pair.first, pair.second, likeness});
  return out;
}

}  // namespace

TEST_CASE("the groups are those of average linkage by its definition") {
  for (std::uint32_t seed = 1; seed <= 60; ++seed) {
    CAPTURE(seed);
    const std::size_t items = 6 + seed % 20;
    const auto links = random_links(items, items * (1 + seed % 5), seed);
    CHECK(average_linkage(items, links, 1) == slow_linkage(items, links));
  }
}

TEST_CASE("the number of threads and the order of the links change nothing") {
  auto links = random_links(400, 900, 7);
  const auto one = average_linkage(400, links, 1);
  CHECK(average_linkage(400, links, 4) == one);
  std::ranges::reverse(links);
  CHECK(average_linkage(400, links, 1) == one);
  CHECK(std::set<std::uint32_t>(one.begin(), one.end()).size() > 50);
}

TEST_CASE("a chain of likenesses is not a group, and a bridge glues nothing") {
  // 0-1-2 and 3-4-5 hold together; 6 is like one article of each.
  const std::vector<Link> links = {{0, 1, 0.5f}, {0, 2, 0.5f}, {1, 2, 0.5f}, {3, 4, 0.5f},
                                   {3, 5, 0.5f}, {4, 5, 0.5f}, {0, 6, 0.6f}, {3, 6, 0.6f}};
  const auto group = average_linkage(7, links, 1);
  CHECK(group[0] == group[1]);
  CHECK(group[0] == group[2]);
  CHECK(group[3] == group[4]);
  CHECK(group[3] == group[5]);
  CHECK(group[0] != group[3]);
  const std::vector<Link> chain = {{0, 1, 0.4f}, {1, 2, 0.4f}, {2, 3, 0.4f}, {3, 4, 0.4f}, {4, 5, 0.4f}};
  const auto parts = average_linkage(6, chain, 1);
  CHECK(std::set<std::uint32_t>(parts.begin(), parts.end()).size() > 1);
}
