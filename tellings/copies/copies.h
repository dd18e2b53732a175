// Which articles share text beyond chance, where exactly, in what manner,
// which way?
//
//   for (const Copy& c : find_copies(articles, threads))
//     if (is_copy(c)) fold(c.a, c.b);
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "tellings/model/article.h"
#include "tellings/model/copy.h"

namespace tellings::copies {

// Compares two articles; a < b in the run's order (their numbers in the answer
// are 0 and 1).  Nothing if they share no more than chance has it.
std::optional<Copy> compare(const Article& a, const Article& b);

// All pairs that share text, in the order of (a, b).  The same for any number
// of threads.
std::vector<Copy> find_copies(std::span<const Article> articles, std::size_t threads);

}  // namespace tellings::copies
