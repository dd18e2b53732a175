// Sketches as weighted vectors: TF-IDF of unit length, over the batch and the
// background together.
//
//   const Counts counts = count_terms(sketches);
//   const Vector v = weigh(sketches[i], counts);
//   const double cosine = dot(v, weigh(sketches[j], counts));
#pragma once

#include <array>
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
  void add(std::span<const Term> terms);
  // Takes an article that was added back out.
  void remove(std::span<const Term> terms);

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

// The vectors of a whole batch, by its own counts.  Takes no memory beside the
// terms, which are given back as it goes, but a count of one part of them.
// The same for any number of threads.
Rows<Weight> weigh_all(Rows<Term> terms, std::size_t threads);

// The inner product; the cosine if both are of unit length.
double dot(std::span<const Weight> a, std::span<const Weight> b);

// One vector spread over a table, to multiply many others with: a look-up a
// term, which most often finds the cell empty.
class Spread {
 public:
  // `vector` of at most kMostTerms terms, which must outlive its use here.
  void set(std::span<const Weight> vector);
  double times(std::span<const Weight> vector) const;

 private:
  static constexpr std::size_t kCells = 4096;  // 8 KB
  std::span<const Weight> vector_;
  std::array<std::uint16_t, kCells> places_{};  // in vector_, from 1; 0 where nothing is
  std::vector<std::uint16_t> used_;
};

}  // namespace tellings::stories
