// Runs of words, and the rolling hash of them.
//
//   R. M. Karp, M. O. Rabin, "Efficient randomized pattern-matching algorithms",
//   IBM Journal of Research and Development 31 (1987).
//
//   RunHash<Token, &Token::word> hash(tokens);
//   for (std::size_t i = 0; i + kRunWords <= tokens.size(); ++i) use(hash.next());
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace tellings::copies {

// The words of a run: what measures of near-duplicates are usually made of.
inline constexpr std::size_t kRunWords = 5;

// Hashes of all runs of `Words` words of a sequence, one after another, from
// the low 32 bits of each word's hash.
template <typename Word, auto hash_of, std::size_t Words = kRunWords>
class RunHash {
 public:
  explicit RunHash(std::span<const Word> words) : words_(words) {
    for (std::size_t i = 0; i + 1 < Words && i < words.size(); ++i) push(i);
  }

  // The hash of the next run.  At most words.size() - Words + 1 times.
  std::uint32_t next() {
    push(at_ + Words - 1);
    const std::uint64_t h = hash_;
    hash_ -= value(at_++) * kOldest;
    return static_cast<std::uint32_t>((h ^ (h >> 29)) * 0xBF58476D1CE4E5B9u >> 32);
  }

 private:
  static constexpr std::uint64_t kBase = 0x9E3779B97F4A7C15u;
  static constexpr std::uint64_t kOldest = [] {
    std::uint64_t power = 1;
    for (std::size_t i = 1; i < Words; ++i) power *= kBase;
    return power;
  }();

  std::uint64_t value(std::size_t i) const { return static_cast<std::uint32_t>(words_[i].*hash_of) + 1ull; }
  void push(std::size_t i) { hash_ = hash_ * kBase + value(i); }

  std::span<const Word> words_;
  std::size_t at_ = 0;
  std::uint64_t hash_ = 0;
};

}  // namespace tellings::copies
