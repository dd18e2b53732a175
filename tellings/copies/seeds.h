// What makes two articles worth comparing: the limits that the search of a batch
// (candidates.h) and that of an index (index.h) have in common.
//
// Measured: docs/algorithms/copies.md.
#pragma once

#include <cstddef>
#include <cstdint>

namespace tellings::copies {

// Rare roots of an article that are searched for.
inline constexpr std::size_t kRoots = 64;
// A root in more articles than this finds no copies, only work.
inline constexpr std::uint32_t kCommonRoot = 200;
// A run in more articles than this is a set phrase or a form: there, only the
// nearest by length are paired, so many each way.
inline constexpr std::size_t kCommonRun = 200;
inline constexpr std::size_t kNeighbours = 16;
// Runs in common that are more than chance has.
inline constexpr std::uint32_t kLeastRuns = 2;
// Share of the weight of the lighter sketch's roots that two must have in
// common, and the least weight: about one rare word.
inline constexpr float kLeastShare = 0.12F;
inline constexpr float kLeastWeight = 6;
// Pairs by roots alone that the search of a batch compares at most, the best by share; and how
// many of them one article may bring.
inline constexpr std::size_t kFewestPairs = 100'000;
inline constexpr std::size_t kPairsPerArticle = 3;
inline constexpr std::size_t kPartners = 48;
// The same for articles that are searched for in an index: so many for each in the
// mean, and more while the index is small.  A batch of 19,000 compares as many.
inline constexpr std::size_t kPairsPerSearch = 5;

}  // namespace tellings::copies
