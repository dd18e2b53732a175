// Which articles may belong together: pairs that share telling terms.
//
//   const std::vector<Link> links = find_links(sides, threads);
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "tellings/stories/likeness.h"

namespace tellings::stories {

// Two articles by their places in the list given, a < b.
struct Link {
  std::uint32_t a;
  std::uint32_t b;
  float likeness;
};

// Pairs under this are not kept; what is not kept is taken as kUnlinked where
// an average needs it.  Measured: keeping all pairs changes nothing.
inline constexpr double kFaintest = 0.09;
inline constexpr double kUnlinked = 0.05;

// Every article is looked up by so many of its heaviest terms, and under each
// so many of the articles nearest before it are looked at.
inline constexpr std::size_t kKeys = 40;
inline constexpr std::size_t kReach = 128;

// So many candidates, those that share most over their keys, are compared in
// full.  Measured: 32 finds the same stories on all sets; larger stories than
// this go through parts.h.
inline constexpr std::size_t kMostCompared = 64;

// Candidates share at least this sum of products over their keys, which is a
// lower bound of the cosine.  Measured with kKeys: 32 and .02 find the same
// stories at twice the time, 32 and .06 lose .002 of F1.
inline constexpr float kLeastOverKeys = 0.04f;

// The kKeys heaviest terms of a vector.
std::vector<Weight> keys_of(std::span<const Weight> vector);

// All pairs of likeness kFaintest or more, or below 0, that share one of their most telling
// terms, ascending by (b, a); of one article with more than kMostCompared, those
// that share most.  `sides` in the order of time: of a term that stands in very many
// articles, only those nearest before are looked at.
// Cost: near linear.  The same for any number of threads.
std::vector<Link> find_links(std::span<const Side> sides, std::size_t threads);

}  // namespace tellings::stories
