// Average linkage over links: the two groups whose pairs are alike most in the
// mean become one, until none is alike enough.
//
//   R. R. Sokal, C. D. Michener, "A statistical method for evaluating systematic
//   relationships", Univ. Kansas Science Bulletin 38 (1958): UPGMA.
//
//   const std::vector<std::uint32_t> group = average_linkage(n, links, threads);
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "tellings/stories/links.h"

namespace tellings::stories {

// The mean likeness that two groups need to become one of `size` items.
// Larger groups need more: a chain of half-likenesses grows by accident.
double least_mean(std::size_t size);

// How far two groups are above what they need to become one; below 0 they stay
// apart.  `above`: the sum over their linked pairs of likeness above kUnlinked,
// as evidence() has it; `linked`: how many pairs are linked.
double margin(double above, double linked, std::size_t size_a, std::size_t size_b);

// What one link adds to `above`.
double evidence(double likeness);

// Two groups, a < b by their smallest items, that are apart, but have links that
// would be enough if there were more of them, as there may be (parts.h).
struct Touch {
  std::uint32_t a;
  std::uint32_t b;
};

// For each of `items` items, the smallest item of its group.  Pairs without a
// link count as kUnlinked.  Of equal means the pair with the smaller items goes
// first.  Links in any order.  The same for any number of threads.
// Appends to `touching`, unless it is null, the groups that touch (parts.h).
// Cost: O(l log l) for l links where groups are small; memory 56 l bytes.
std::vector<std::uint32_t> average_linkage(std::size_t items, std::vector<Link> links, std::size_t threads,
                                           std::vector<Touch>* touching = nullptr);

}  // namespace tellings::stories
