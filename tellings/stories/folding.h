// Copies fold into one voter: forty prints of one wire text are one opinion on
// what belongs together.
//
//   const std::vector<std::uint32_t> voter = fold_copies(n, links);
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "tellings/stories/links.h"

namespace tellings::stories {

// Articles of one text are at least so alike: copies, cut or touched up, are at
// .8 and more, two accounts of one event under .6 in all sets.
inline constexpr double kCopyLikeness = 0.8;

// For each item the item that votes for it, itself if it is the first of its
// text.  An item folds into an earlier one only if both are as alike as copies
// are, so folding never chains.  `links` ascending by (b, a).
std::vector<std::uint32_t> fold_copies(std::size_t items, std::span<const Link> links);

}  // namespace tellings::stories
