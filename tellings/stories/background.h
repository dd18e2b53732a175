// How common a word is in the languages of the world: what a batch of two
// articles cannot tell by counting its own.
//
//   share_of(level_of(term))    // 0.99 for "the", 0.0005 for an unknown word
//
// The table holds roots that stand in at least 3 % of texts of 200 words in one
// of 42 languages (language_levels.inc, made by tools/make_language_levels.py).
#pragma once

#include <cstdint>

namespace tellings::stories {

// Commonness in eighths of a halving: level 8 n stands for a share of 2^-n.
inline constexpr std::uint8_t kUnknownLevel = 88;  // 1 in 2,048

// The level of a term, by its hash: kUnknownLevel unless it is in the table.
std::uint8_t level_of(std::uint32_t term);

// The level of a number with so many digits; 4 digits are most often a year.
std::uint8_t level_of_digits(std::size_t digits);

// The level of two neighbours, from those of each: as if they stood together
// five times as often as by chance, but not more often than the rarer.
std::uint8_t level_of_pair(std::uint8_t a, std::uint8_t b);

// The share of texts, 0 to 1, that a level stands for.
double share_of(std::uint8_t level);

}  // namespace tellings::stories
