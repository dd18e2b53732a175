#include "tellings/base/hash.h"

#include <bit>
#include <cstddef>
#include <cstring>

namespace tellings {
namespace {

constexpr std::uint64_t kOdd = 0x9e3779b97f4a7c15u;  // 2^64 / golden ratio, as SplitMix64 has it

std::uint64_t word_at(std::string_view bytes, std::size_t at) {
  std::uint64_t word = 0;
  std::memcpy(&word, bytes.data() + at, sizeof word);
  if constexpr (std::endian::native == std::endian::big) word = __builtin_bswap64(word);
  return word;
}

}  // namespace

// Four lanes of eight bytes: pages come at a gigabyte a second, and a hash that
// goes byte by byte would be half of the reading time.
std::uint64_t hash_page(std::string_view bytes, std::uint64_t seed) {
  std::uint64_t lanes[4] = {seed, seed + kOdd, seed + 2 * kOdd, seed + 3 * kOdd};
  std::size_t at = 0;
  for (; at + 32 <= bytes.size(); at += 32) {
    for (std::size_t i = 0; i < 4; ++i) lanes[i] = std::rotl((lanes[i] ^ word_at(bytes, at + 8 * i)) * kOdd, 31);
  }
  std::uint64_t hash = hash_bytes(bytes.substr(at), mix(bytes.size() ^ seed));
  for (const std::uint64_t lane : lanes) hash = mix(hash ^ lane);
  return hash;
}

}  // namespace tellings
