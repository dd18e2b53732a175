// A fixed table from words to values, looked up by the hash that every token
// already has.
//
//   static const WordTable<int> kOnes{{"one", 1}, {"two", 2}};
//   if (const int* value = kOnes.find(token.hash)) total += *value;
#pragma once

#include <algorithm>
#include <cstdint>
#include <initializer_list>
#include <string_view>
#include <utility>
#include <vector>

#include "tellings/statements/tokens.h"

namespace tellings::statements {

template <typename Value>
class WordTable {
 public:
  // Each entry's words stand in one string, one space between them, in lower
  // case; of a word that is given twice the first value holds.
  WordTable(std::initializer_list<std::pair<std::string_view, Value>> entries) {
    for (const auto& [words, value] : entries) {
      for (std::size_t at = 0; at < words.size();) {
        const std::size_t to = std::min(words.find(' ', at), words.size());
        rows_.push_back({word_hash(words.substr(at, to - at)), value});
        at = to + 1;
      }
    }
    std::ranges::stable_sort(rows_, {}, &Row::first);
    for (const Row& r : rows_) filter_[r.first % kBits / 64] |= std::uint64_t{1} << (r.first % 64);
  }

  // The value of the word of this hash, or null.
  const Value* find(std::uint64_t hash) const {
    if ((filter_[hash % kBits / 64] >> (hash % 64) & 1) == 0) return nullptr;
    const auto at = std::ranges::lower_bound(rows_, hash, {}, &Row::first);
    return at != rows_.end() && at->first == hash ? &at->second : nullptr;
  }

  bool has(std::uint64_t hash) const { return find(hash) != nullptr; }

 private:
  using Row = std::pair<std::uint64_t, Value>;
  static constexpr std::size_t kBits = 4096;

  std::vector<Row> rows_;                  // ascending
  std::uint64_t filter_[kBits / 64] = {};  // one bit a hash: most words are in no table
};

// A set of words.
class WordSet {
 public:
  WordSet(std::string_view words) : table_{{words, true}} {}
  bool has(std::uint64_t hash) const { return table_.has(hash); }

 private:
  WordTable<bool> table_;
};

}  // namespace tellings::statements
