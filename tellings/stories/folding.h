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

// For each item the item that votes for it, itself if it is the first of its
// text.  An item folds into an earlier one only if both are as alike as copies
// are, so folding never chains.  `links` ascending by (b, a).
std::vector<std::uint32_t> fold_copies(std::size_t items, std::span<const Link> links);

// Links between voters only, as if copies were not there; but two voters that
// one article is a copy of are as alike as copies are.  `links` and what is
// returned ascending by (b, a), each pair once.
std::vector<Link> links_of_voters(std::vector<Link> links, std::span<const std::uint32_t> voter);

}  // namespace tellings::stories
