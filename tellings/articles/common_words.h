// How common a word is in articles, where a batch is too small to tell.
#pragma once

#include <cstdint>

namespace tellings::articles {

// The share of articles that have a word which is not in the table.
inline constexpr double kRareShare = 0.004;

// The share, 0 to 1, of articles of its language (English, German) that have
// the term, as shape_of() hashes it; kRareShare if few have.
double common_share(std::uint32_t term);

}  // namespace tellings::articles
