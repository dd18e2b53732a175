// How common the roots of common words are, in many languages: what a run of
// two articles cannot know by itself.
//
//   wordfreq's lists, made into a table by tools/make_background.py.
#pragma once

#include <cstdint>
#include <span>

namespace tellings::copies {

// Steps that a level has for each unit of -ln p, p being the share of articles
// of 300 words that hold the root.
inline constexpr float kLevelsPerUnit = 24;

// Roots (the low 32 bits of Word::root) in ascending order, and their levels.
std::span<const std::uint32_t> background_roots();
std::span<const std::uint8_t> background_levels();

}  // namespace tellings::copies
