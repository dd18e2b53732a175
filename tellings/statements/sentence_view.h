// One sentence of a reading, asked by the places of its tokens.  A place
// outside the sentence holds no word, so that rules may look ahead and back
// without counting.
//
//   class Ages : SentenceView {
//     bool age(std::size_t i) const { return is(i, "aged") && tag(i + 1) == Tag::num; }
//   };
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "tellings/statements/tokens.h"

namespace tellings::statements {

class SentenceView {
 public:
  // Both outlive the view; without a sentence there is nothing until go_to().
  explicit SentenceView(const Reading& reading, const Sentence* sentence = nullptr) : r_(reading), s_(sentence) {}

 protected:
  void go_to(const Sentence& sentence) { s_ = &sentence; }

  bool in(std::size_t i) const { return i >= s_->first && i < s_->last; }
  std::string_view low(std::size_t i) const { return in(i) ? r_.low(i) : std::string_view(); }
  bool is(std::size_t i, std::string_view word) const { return low(i) == word; }
  template <typename... Words>
  bool is_any(std::size_t i, Words... words) const {
    return (is(i, words) || ...);
  }
  Tag tag(std::size_t i) const { return in(i) ? r_.tokens[i].tag : Tag::punct; }
  std::uint64_t hash(std::size_t i) const { return in(i) ? r_.tokens[i].hash : 0; }

  const Reading& r_;
  const Sentence* s_;
};

}  // namespace tellings::statements
