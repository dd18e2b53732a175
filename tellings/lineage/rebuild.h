// The text of a lost original, from the texts that were made from it.
//
//   const Rebuilt r = rebuild(collation, texts, has, voters);
//   slice(r.text, r.support[0].span);  // and who bears it out
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "tellings/lineage/collation.h"
#include "tellings/model/span.h"

namespace tellings::lineage {

// A member that goes back to the lost text, with its say: 1 for one made
// from it, less for copies of copies.  Members of one branch say things once.
struct Voter {
  std::size_t member = 0;
  double weight = 1;
  std::size_t branch = 0;  // the child of the lost text through which it comes
};

// Who has a stretch of the rebuilt text.
struct Backing {
  Span span;
  std::vector<std::size_t> members;  // ascending
};

struct Rebuilt {
  std::string text;
  std::vector<Backing> support;  // in order, covering the text
};

// The sentences at the places that `has` marks, in the account's order, each
// as most of the voters that have it put it.  `texts` are the members'.
Rebuilt rebuild(const Collation& collation, std::span<const std::string_view> texts, std::span<const std::uint8_t> has,
                std::span<const Voter> voters);

}  // namespace tellings::lineage
