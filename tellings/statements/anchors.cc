#include "tellings/statements/anchors.h"

#include <algorithm>
#include <unordered_map>

namespace tellings::statements {
namespace {

constexpr std::size_t kEnough = 3;       // names that two articles on one event share at least
constexpr std::size_t kTooCommon = 100;  // dated articles: a name in more says nothing of the event
constexpr int kOneEvent = 60;            // days over which one event is told

// What the related anchors agree on; a zero day if nothing.
Day agreed(const std::vector<Day>& related) {
  Day out = related.front();
  for (const Day& d : related) {
    if (d.year != out.year) return {};
    if (d.month != out.month) out.month = 0;
    if (d.month != 0 && related.front().month != 0) {
      const Day a{d.year, d.month, std::max(d.day, 1)},
          b{related.front().year, related.front().month, std::max(related.front().day, 1)};
      if (std::abs(days_of(a) - days_of(b)) > kOneEvent) return {};
    }
  }
  out.day = 0;
  return out;
}

}  // namespace

void infer_anchors(const std::vector<std::vector<std::uint32_t>>& entities, std::vector<Day>* anchors) {
  std::unordered_map<std::uint32_t, std::vector<std::size_t>> dated;
  for (std::size_t a = 0; a < entities.size(); ++a) {
    if ((*anchors)[a].year == 0) continue;
    for (const std::uint32_t e : entities[a]) {
      auto& list = dated[e];
      if (list.size() <= kTooCommon) list.push_back(a);
    }
  }
  std::vector<std::size_t> shared(entities.size());
  std::vector<std::size_t> touched;
  const std::vector<Day> known = *anchors;
  for (std::size_t a = 0; a < entities.size(); ++a) {
    if (known[a].year != 0) continue;
    touched.clear();
    for (const std::uint32_t e : entities[a]) {
      const auto at = dated.find(e);
      if (at == dated.end() || at->second.size() > kTooCommon) continue;
      for (const std::size_t b : at->second) {
        if (shared[b]++ == 0) touched.push_back(b);
      }
    }
    std::vector<Day> related;
    for (const std::size_t b : touched) {
      if (shared[b] >= kEnough) related.push_back(known[b]);
      shared[b] = 0;
    }
    if (!related.empty()) (*anchors)[a] = agreed(related);
  }
}

}  // namespace tellings::statements
