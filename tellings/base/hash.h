// Hashes with a fixed definition: the same value on every machine, so that ids
// and sketches may be stored.
#pragma once

#include <cstdint>
#include <string_view>

namespace tellings {

// SplitMix64's finaliser: a bijection of 64-bit words that spreads every bit.
//   G. L. Steele, D. Lea, C. H. Flood, "Fast Splittable Pseudorandom Number
//   Generators", OOPSLA 2014.
constexpr std::uint64_t mix(std::uint64_t x) {
  x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9u;
  x = (x ^ (x >> 27)) * 0x94d049bb133111ebu;
  return x ^ (x >> 31);
}

// FNV-1a, 64 bits, of the bytes, finished with mix().
//   http://www.isthe.com/chongo/tech/comp/fnv/
constexpr std::uint64_t hash_bytes(std::string_view bytes, std::uint64_t seed = 0xcbf29ce484222325u) {
  std::uint64_t h = seed;
  for (const char c : bytes) h = (h ^ static_cast<unsigned char>(c)) * 0x100000001b3u;
  return mix(h);
}

// Another hash of the same use, for pages: it takes 32 bytes at a time.
std::uint64_t hash_page(std::string_view bytes, std::uint64_t seed = 0);

}  // namespace tellings
