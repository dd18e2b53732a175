// The most likely descent of the articles of one account: who was made from
// whom, and whether a text that is lost stood behind them.
//
//   const Descent d = find_descent(collation, clues, pairs);
//   d.parent[2];  // the node that member 2 was made from
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "tellings/lineage/changes.h"
#include "tellings/lineage/clues.h"
#include "tellings/lineage/collation.h"

namespace tellings::lineage {

struct Descent {
  std::vector<int> parent;         // by node: members, then lost texts; -1 for the root
  std::vector<double> confidence;  // by node, that it was made from its parent; 0 for the root
  std::vector<double> reversed;    // by node, that its parent was made from it
  std::vector<Traits> lost;        // of the nodes after the members
};

// The descent of two members or more.  At most kMostSearched members are
// searched with all their possible lost texts; of more, each is hung from one
// that shares text with it, or from one lost text: time O(pairs log pairs).
inline constexpr std::size_t kMostSearched = 24;
Descent find_descent(const Collation& collation, std::span<const Clues> clues, std::span<const MemberPair> pairs);

}  // namespace tellings::lineage
