// A sketch: what is kept of an article to find its copies.
//
//   A sample of its 5-word runs, those with the smallest hashes (A. Z. Broder,
//   "On the resemblance and containment of documents", 1997: a bottom-k sketch),
//   and its rarest roots.  Both samples are consistent: two articles that hold
//   the same things keep the same, so what sketches share estimates what the
//   texts share.
//
//   Sketch s = sketch(text::words(article.text));
//   choose_roots(weights, &s);           // when all of the batch is counted
//
// About 250 bytes for a report of 130 words, 350 for one of 500.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "tellings/copies/weights.h"
#include "tellings/model/article.h"
#include "tellings/text/words.h"

namespace tellings::copies {

struct Sketch {
  std::uint32_t words = 0;
  float weight = 0;                  // of the chosen roots together
  std::vector<std::uint32_t> runs;   // hashes of sampled runs, ascending
  std::vector<std::uint32_t> roots;  // different roots, ascending; after choose_roots() the rarest
};

// Samples the runs and lists all roots.  Linear time but for the sorts.
Sketch sketch(std::span<const text::Word> words);

// Keeps the roots that tell most: those that few articles have, but at least
// `least`: 2 if `weights` have counted this one.
void choose_roots(const Weights& weights, Sketch* sketch, std::uint32_t least = 2);

// The sketches of a batch, and weights that have counted all of it.
struct Batch {
  Weights weights;
  std::vector<Sketch> sketches;
};

// Sketches all articles, with their rarest roots chosen.  The same for any
// number of threads.
Batch sketch_all(std::span<const Article> articles, std::size_t threads);

}  // namespace tellings::copies
