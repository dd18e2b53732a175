// Sketches as weighted vectors: TF-IDF of unit length, over the batch and the
// background together.
//
//   const Counts counts = count_terms(sketches);
//   const Vector v = weigh(sketches[i], counts);
//   const double cosine = dot(v, weigh(sketches[j], counts));
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "tellings/stories/sketch.h"

namespace tellings::stories {

struct Weight {
  std::uint32_t term;
  float weight;
};

// Ascending by term, each once, of unit length (or empty).
using Vector = std::vector<Weight>;

// In how many sketches each term stands.  A set of 32-bit keys with open
// addressing: 12 bytes a term, no order.
class Counts {
 public:
  // Counts one more article with these terms.
  void add(const Sketch& sketch);
  // Takes an article that was added back out.
  void remove(const Sketch& sketch);

  std::uint32_t of(std::uint32_t term) const;
  std::uint32_t articles() const { return articles_; }

 private:
  std::size_t slot_of(std::uint32_t term) const;
  void grow();

  std::vector<std::uint32_t> terms_;
  std::vector<std::uint32_t> counts_;
  std::size_t used_ = 0;
  std::uint32_t articles_ = 0;
};

Counts count_terms(std::span<const Sketch> sketches);

// How much a term's count in an article says: 1 + ln(count).
double log_count(std::uint16_t count);

// Cost: linear in the sketch's terms.  Safe from any thread.
Vector weigh(const Sketch& sketch, const Counts& counts);

// The inner product; the cosine if both are of unit length.
double dot(std::span<const Weight> a, std::span<const Weight> b);

// One vector spread over a table, to multiply many others with: a look-up a
// term, four times faster than merging two sorted lists.
class Spread {
 public:
  Spread() : cells_(kCells) {}

  // `vector` of at most kMostTerms terms.
  void set(std::span<const Weight> vector);
  double times(std::span<const Weight> vector) const;

 private:
  static constexpr std::size_t kCells = 4096;  // 32 KB
  std::vector<Weight> cells_;
  std::vector<std::size_t> used_;
};

}  // namespace tellings::stories
