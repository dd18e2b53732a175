// Which of two articles was made from the other, told by their content.
//
//   "The shorter is the copy" holds for cutting and fails for rewriting
//   (docs/algorithms/copies.md), so many small signs are weighed together: what
//   only one has, how it words what both have, where each begins and ends.
//
//   const double p = b_is_copy(signs(a, b, alignment), evidence);
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "tellings/copies/align.h"
#include "tellings/copies/evidence.h"
#include "tellings/copies/subject.h"

namespace tellings::copies {

// Differences: what a has more of than b.
inline constexpr std::array<std::string_view, 22> kSignNames = {
    "words",        // log of the words
    "own_names",    // share of the names that the other lacks
    "own_figures",  // of the figures
    "own_quoted",   // of the quoted words
    "own_plain",    // of the other words
    "quoted",       // share of the words that are quoted
    "letters",      // mean length of the words of linked sentences
    "sentence",     // log of the words a linked sentence
    "rarity",       // mean weight of the words of linked sentences
    "commas",       // commas a word
    "marks",        // dashes, brackets, colons, semicolons a word
    "apostrophes",  // words with an apostrophe, a word
    "paragraphs",   // log of the sentences a paragraph
    "dateline",     // opens with one
    "tail",         // share of the sentences after the last linked one
    "head",         // before the first
    "between",      // unlinked, between
    "own_rarity",   // mean weight of the plain words that the other lacks
    "own_letters",  // their mean length
    "variety",      // different words a word of linked sentences
    "figures",      // share of the words that are figures
    "wording",      // words that rewriters put in, less those that they take out
};

using Signs = std::array<float, kSignNames.size()>;

// The signs; those of (b, a) are the same with the other sign.
Signs signs(const Subject& a, const Subject& b, const Alignment& alignment);

// True if a text opens with a dateline: a place in capitals, then a dash.
bool has_dateline(std::string_view text);

// For training: of every plain root in linked sentences, how many more of 100
// words it makes in a than in b; ascending.
std::vector<std::pair<std::uint32_t, float>> wording_rates(const Subject& a, const Subject& b,
                                                           const Alignment& alignment);

// The probability that b was made from a, given that one was made from the
// other; 0.5 for texts without a difference.  Swapping a and b gives 1 - it.
double b_is_copy(const Signs& signs, const Evidence& evidence);

}  // namespace tellings::copies
