// Which articles share text beyond chance, where exactly, in what manner,
// which way?
//
//   for (const Copy& c : find_copies(articles, threads))
//     if (is_copy(c)) fold(c.a, c.b);
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <vector>

#include "tellings/copies/candidates.h"
#include "tellings/copies/weights.h"
#include "tellings/model/article.h"
#include "tellings/model/copy.h"

namespace tellings::copies {

// Compares two articles; a < b in the run's order (their numbers in the answer
// are 0 and 1).  Nothing if they share no more than chance has it.
std::optional<Copy> compare(const Article& a, const Article& b);

// All pairs that share text, in the order of (a, b).  The same for any number
// of threads.
std::vector<Copy> find_copies(std::span<const Article> articles, std::size_t threads);

// Articles that are somewhere, by number.  `take` lends one until `drop` gives it
// back; both are called from one thread, and at most some million words' worth of
// articles is lent at a time.
struct Shelf {
  std::function<const Article&(std::uint32_t)> take;
  std::function<void(std::uint32_t)> drop;
  bool in_order = true;  // numbers are in the order of articles
};

// Compares pairs of articles on a shelf; `words[n]` is the number of words of
// article n.  Copies with a before b in the order of articles, in the order of the
// pairs given.  The same for any number of threads.
std::vector<Copy> compare_pairs(std::span<const Candidate> pairs, std::span<const std::uint32_t> words,
                                const Weights& weights, const Shelf& shelf, std::size_t threads);

}  // namespace tellings::copies
