// In which order pairs are compared, so that few articles need to be taken apart
// at a time.
//
//   for (const auto& block : schedule(pairs, words))
//     take apart block.articles; compare block.pairs;
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "tellings/copies/candidates.h"

namespace tellings::copies {

struct Block {
  std::vector<std::uint32_t> articles;  // all that its pairs are of, ascending
  std::vector<std::uint32_t> pairs;     // places in the list of pairs
};

// Every pair stands in one block.  The articles of a block have at most
// `most_words` words, unless a single pair has more.  Articles that are much
// paired with one another come into one block where they fit.
std::vector<Block> schedule(std::span<const Candidate> pairs, std::span<const std::uint32_t> words,
                            std::size_t most_words);

}  // namespace tellings::copies
