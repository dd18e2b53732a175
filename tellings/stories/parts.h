// Stories larger than an article's links reach.
//
// An article keeps links to kMostCompared others, so of a story of a thousand
// accounts most pairs have none, and average linkage leaves it in parts of some
// hundred.  Here two parts that touch are compared afresh, a sample of the one
// with a sample of the other, and joined by the same rule.
//
//   std::vector<Touch> touching;
//   auto group = average_linkage(n, links, threads, &touching);
//   join_parts(sides, touching, &group);
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "tellings/stories/likeness.h"
#include "tellings/stories/linkage.h"

namespace tellings::stories {

// Joins groups that `touching` names, and what they become, while the mean
// likeness of a sample of their pairs is enough; the best first.  `voter[i]`:
// the item that votes for item i; `group[i]`, for voters alone: the smallest
// item of the group of i, and so on return.  Cost: at most 400 comparisons a
// pair.
void join_parts(std::span<const Side> sides, std::span<const std::uint32_t> voter, std::span<const Touch> touching,
                std::vector<std::uint32_t>* group);

}  // namespace tellings::stories
