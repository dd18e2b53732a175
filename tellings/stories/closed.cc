#include "tellings/stories/closed.h"

#include <algorithm>
#include <map>
#include <utility>

#include "tellings/stories/links.h"

namespace tellings::stories {
namespace {

// Slots looked at under one term, and compared in full.
constexpr std::size_t kMostUnderTerm = 256;
constexpr std::size_t kMostCandidates = 32;

}  // namespace

void ClosedStories::leave(std::uint32_t slot) {
  for (const Weight& key : keys_of(slots_[slot].vector)) {
    const auto at = postings_.find(key.term);
    if (at == postings_.end()) continue;
    std::erase(at->second, slot);
    if (at->second.empty()) postings_.erase(at);
  }
  slots_[slot] = {};
}

void ClosedStories::add(Closed closed) {
  if (most_ == 0) return;
  std::uint32_t slot = 0;
  if (!free_.empty()) {
    slot = free_.back();
    free_.pop_back();
  } else if (slots_.size() < most_) {
    slot = static_cast<std::uint32_t>(slots_.size());
    slots_.emplace_back();
  } else {
    slot = static_cast<std::uint32_t>(next_++ % most_);
    leave(slot);
  }
  for (const Weight& key : keys_of(closed.vector)) {
    std::vector<std::uint32_t>& list = postings_[key.term];
    if (list.size() < kMostUnderTerm) list.push_back(slot);
  }
  slots_[slot] = std::move(closed);
}

std::optional<Closed> ClosedStories::take(const Side& late, double least) {
  std::map<std::uint32_t, float> sums;
  for (const Weight& key : keys_of(late.vector)) {
    const auto at = postings_.find(key.term);
    if (at == postings_.end()) continue;
    for (const std::uint32_t slot : at->second) sums[slot] += key.weight;
  }
  std::vector<std::pair<float, std::uint32_t>> ranked;
  ranked.reserve(sums.size());
  for (const auto& [slot, sum] : sums) ranked.emplace_back(-sum, slot);
  std::ranges::sort(ranked);
  if (ranked.size() > kMostCandidates) ranked.resize(kMostCandidates);

  std::optional<std::uint32_t> best;
  for (const auto& [sum, slot] : ranked) {
    const Closed& c = slots_[slot];
    const double l = likeness(dot(late.vector, c.vector), late, {c.vector, c.last.slots, c.last.day});
    if (l < least || (best && l == least && slots_[*best].story < c.story)) continue;
    best = slot;
    least = l;
  }
  if (!best) return std::nullopt;
  Closed out = slots_[*best];
  leave(*best);
  free_.push_back(*best);
  return out;
}

}  // namespace tellings::stories
