// What speaks for two articles being made from one text: figures that a
// decision can be trained on, and the alignment behind them.
//
//   const Evidence e = weigh(a, b, align(a, b));
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

#include "tellings/copies/align.h"
#include "tellings/copies/reading.h"

namespace tellings::copies {

inline constexpr std::array<std::string_view, 30> kFeatureNames = {
    "chain",          // sum of the cosines in order, by the sentences of the shorter
    "chain_plain",    // the same without names, figures and quotations
    "cosine",         // idf cosine of the whole texts
    "plain",          // the same without names, figures and quotations
    "shingles",       // share of the shorter one's 5-word runs that the other has
    "open",           // the same of those that touch no quotation
    "run",            // log of the longest common run of words outside quotations
    "order",          // chain by what the best matches add up to, whatever the order
    "steps",          // share of the links that follow the last link on both sides
    "linked",         // share of the shorter one's sentences that are linked
    "late",           // mean cosine of the chain in the shorter one's second half
    "kept",           // mean share of words kept over the links
    "size",           // log of the shorter one's sentences
    "ratio",          // log of the ratio of the lengths
    "ordered",        // weight of the words both have in one order, by the shorter one's
    "ordered_plain",  // the same without names, figures and quotations
    "in_order",       // ordered by common, whatever the order
    "triples",        // share of the shorter one's open 3-word runs that the other has
    "lowest",         // the cosine that a quarter of the shorter one's links are below
    "middle",         // the same, half of them
    "ends",           // mean cosine of the chain in the shorter one's last quarter
    "quoted",         // share of the shorter one's words that are quoted
    "new_names",      // share of one's names that the other does not have: the smaller share
    "more_names",     // the larger
    "new_figures",    // of figures, the smaller
    "new_quoted",     // of quoted words, the smaller
    "new_plain",      // of other words, the smaller
    "more_plain",     // the larger
    "links",          // log of the number of words in one order
    "words",          // log of the shorter one's words
};

using Features = std::array<float, kFeatureNames.size()>;

struct Evidence {
  Features features{};
  float shingles_a = 0;  // share of a's 5-word runs that b has
  float shingles_b = 0;
};

// Cosine of two texts, by the weights of their roots.
float cosine(const Reading& a, const Reading& b);

// True if both hold at least `least` 5-word runs of the other.
bool share_runs(const Reading& a, const Reading& b, std::size_t least);

Evidence weigh(const Reading& a, const Reading& b, const Alignment& alignment);

}  // namespace tellings::copies
