// One sorted table of 32-bit words: the upper 26 bits of a term's hash and six
// bits of level.  26 bits mistake one unknown term in 2,500 for a common one,
// which costs that term some weight and nothing else.
#include "tellings/stories/background.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace tellings::stories {
namespace {

constexpr std::uint32_t kTable[] = {
#include "tellings/stories/language_levels.inc"
};
constexpr std::size_t kTableSize = sizeof kTable / sizeof *kTable;
constexpr std::uint32_t kLevelMask = 63;

// Where the hashes that begin with each 12 bits start: one jump, then a few steps.
constexpr unsigned kBucketBits = 12;
const auto& buckets() {
  static const auto starts = [] {
    std::array<std::uint32_t, (1u << kBucketBits) + 1> out{};
    std::size_t at = 0;
    for (std::uint32_t b = 0; b < out.size(); ++b) {
      while (at < kTableSize && (kTable[at] >> (32 - kBucketBits)) < b) ++at;
      out[b] = static_cast<std::uint32_t>(at);
    }
    return out;
  }();
  return starts;
}

}  // namespace

std::uint8_t level_of(std::uint32_t term) {
  const auto& starts = buckets();
  const std::uint32_t bucket = term >> (32 - kBucketBits);
  for (std::uint32_t i = starts[bucket]; i < starts[bucket + 1]; ++i) {
    if ((kTable[i] & ~kLevelMask) == (term & ~kLevelMask)) return static_cast<std::uint8_t>(kTable[i] & kLevelMask);
  }
  return kUnknownLevel;
}

std::uint8_t level_of_digits(std::size_t digits) {
  constexpr std::uint8_t kLevels[] = {22, 22, 40, 61, 40};  // shares .15, .15, .03, .005, .03
  return digits < std::size(kLevels) ? kLevels[digits] : kUnknownLevel;
}

std::uint8_t level_of_pair(std::uint8_t a, std::uint8_t b) {
  constexpr int kFiveTimes = 19;  // 8 log2(5)
  constexpr int kRarest = 102;    // a pair not seen before: 0.3 of an unknown word
  const int chance = a + b - kFiveTimes;
  return static_cast<std::uint8_t>(std::clamp(chance, int{std::max(a, b)}, std::max(kRarest, int{std::max(a, b)})));
}

double share_of(std::uint8_t level) {
  static const auto shares = [] {
    std::array<double, 256> out{};
    for (std::size_t i = 0; i < out.size(); ++i) out[i] = std::exp2(-static_cast<double>(i) / 8);
    return out;
  }();
  return shares[level];
}

}  // namespace tellings::stories
