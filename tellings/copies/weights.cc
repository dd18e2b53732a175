#include "tellings/copies/weights.h"

#include <algorithm>
#include <cmath>

#include "tellings/copies/background.h"

namespace tellings::copies {
namespace {

// The weight of the background in articles, and the share of its articles that
// hold a word it does not list.
constexpr float kBackgroundArticles = 1000;
constexpr float kUnlistedShare = 6e-4F;

std::size_t spread(std::uint32_t root) { return root * std::size_t{0x9E3779B97F4A7C15u} >> 20; }

}  // namespace

Weights::Weights() : slots_(std::size_t{1} << 17) {
  const auto roots = background_roots();
  const auto levels = background_levels();
  for (std::size_t i = 0; i < roots.size(); ++i) {
    const float share = std::exp(-static_cast<float>(levels[i]) / kLevelsPerUnit);
    slots_[find(roots[i])] = {roots[i], 0, share * kBackgroundArticles};
  }
  used_ = roots.size();
}

std::size_t Weights::find(std::uint32_t root) const {
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = spread(root) & mask;
  while (slots_[at].background > 0 && slots_[at].root != root) at = (at + 1) & mask;
  return at;
}

void Weights::grow() {
  std::vector<Slot> old(slots_.size() * 2);
  old.swap(slots_);
  for (const Slot& s : old) {
    if (s.background > 0) slots_[find(s.root)] = s;
  }
}

void Weights::count(std::span<const std::uint32_t> unique_roots) {
  ++articles_;
  for (const std::uint32_t root : unique_roots) count(root, 1);
}

void Weights::count(std::uint32_t root, std::uint32_t articles) {
  Slot& slot = slots_[find(root)];
  if (slot.background > 0) {
    slot.articles += articles;
    return;
  }
  slot = {root, articles, kUnlistedShare * kBackgroundArticles};
  if (++used_ * 2 > slots_.size()) grow();
}

float Weights::background(std::uint32_t root) const {
  const float background = slots_[find(root)].background;
  return std::log(1 / (background > 0 ? background / kBackgroundArticles : kUnlistedShare));
}

float Weights::of(std::uint32_t root) const {
  const Slot& slot = slots_[find(root)];
  const float background = slot.background > 0 ? slot.background : kUnlistedShare * kBackgroundArticles;
  const float all = kBackgroundArticles + static_cast<float>(articles_);
  return std::max(0.0F, std::log(all / (background + static_cast<float>(slot.articles))));
}

std::uint32_t Weights::articles_with(std::uint32_t root) const {
  const Slot& slot = slots_[find(root)];
  return slot.background > 0 ? slot.articles : 0;
}

}  // namespace tellings::copies
