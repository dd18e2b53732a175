// How telling a term is.
//
// Inverse document frequency needs documents.  Two articles on one event share
// all that matters, and counted by themselves everything they share would be
// common.  So the batch is counted together with a background of
// kBackgroundArticles imagined ones, in which a term stands as often as
// background.h says: with two articles the background decides, with a hundred
// thousand the batch does, and in between the one passes into the other.
// Measured on batches of 15 articles: BCubed F1 .978 with it, at the threshold
// that is right for whole sets; .92 without (docs/algorithms/stories.md).
#include "tellings/stories/vectors.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>

#include "tellings/base/hash.h"
#include "tellings/base/threads.h"
#include "tellings/stories/background.h"

namespace tellings::stories {
namespace {

// Measured: 300 and 1,000 are within .003 on whole sets and on small batches;
// 0 loses .06 on small batches, 5,000 loses .01 on whole sets.
constexpr double kBackgroundArticles = 300;

// Names +.003; pairs at .35 to .45 the same, 0 -.015, 1 -.05; pairs of
// syllables +.012 on Vietnamese.
constexpr double kKindFactor[] = {1.0, 1.2, 1.1, 0.4, 0.7};  // word, name, number, pair, syllables

constexpr std::uint32_t kNoTerm = 0;

}  // namespace

std::size_t Counts::slot_of(std::uint32_t term) const {
  const std::size_t mask = terms_.size() - 1;
  std::size_t at = mix(term) & mask;
  while (terms_[at] != kNoTerm && terms_[at] != term) at = (at + 1) & mask;
  return at;
}

void Counts::grow() {
  Counts wider;
  const std::size_t size = std::max<std::size_t>(1024, terms_.size() * 2);
  wider.terms_.assign(size, kNoTerm);
  wider.counts_.assign(size, 0);
  for (std::size_t i = 0; i < terms_.size(); ++i) {
    if (counts_[i] == 0) continue;
    const std::size_t at = wider.slot_of(terms_[i]);
    wider.terms_[at] = terms_[i];
    wider.counts_[at] = counts_[i];
    ++wider.used_;
  }
  terms_ = std::move(wider.terms_);
  counts_ = std::move(wider.counts_);
  used_ = wider.used_;
}

void Counts::add(std::span<const Term> terms) {
  ++articles_;
  for (const Term& t : terms) {
    if (used_ * 2 >= terms_.size()) grow();
    const std::size_t at = slot_of(t.hash);
    if (terms_[at] == kNoTerm) {
      terms_[at] = t.hash;
      ++used_;
    }
    ++counts_[at];
  }
}

void Counts::remove(std::span<const Term> terms) {
  --articles_;
  for (const Term& t : terms) --counts_[slot_of(t.hash)];
}

std::uint32_t Counts::of(std::uint32_t term) const {
  if (terms_.empty()) return 0;
  return counts_[slot_of(term)];
}

Counts count_terms(std::span<const Sketch> sketches) {
  Counts counts;
  for (const Sketch& s : sketches) counts.add(s.terms);
  return counts;
}

double log_count(std::uint16_t count) {
  static const auto table = [] {
    std::array<double, 64> out{};
    for (std::size_t i = 1; i < out.size(); ++i) out[i] = 1 + std::log(static_cast<double>(i));
    return out;
  }();
  return count < table.size() ? table[count] : 1 + std::log(static_cast<double>(count));
}

namespace {

// How much a term weighs before its vector is made of unit length; 0 or less:
// nothing.
float weight_of(const Term& t, const Counts& counts) {
  const double articles = counts.articles() + kBackgroundArticles + 1;
  const double standing = counts.of(t.hash) + kBackgroundArticles * share_of(t.level);
  const double rarity = std::log(articles / std::max(standing, 1.0));
  return static_cast<float>(log_count(t.count) * rarity * kKindFactor[static_cast<std::size_t>(t.kind)]);
}

// Leaves out what weighs nothing, and makes the rest of unit length.
void finish(Vector* vector) {
  std::erase_if(*vector, [](const Weight& w) { return w.weight <= 0; });
  double squares = 0;
  for (const Weight& w : *vector) squares += double{w.weight} * double{w.weight};
  const auto scale = static_cast<float>(1 / std::sqrt(std::max(squares, 1e-12)));
  for (Weight& w : *vector) w.weight *= scale;
}

// Terms are counted and weighed in parts by their hashes, so that the counts of
// a million articles never stand in memory together.
constexpr std::size_t kTermsPerPart = std::size_t{1} << 23;
constexpr std::size_t kMostParts = 32;

// Where each part begins in each row: parts + 1 places a row.
std::vector<std::uint8_t> part_bounds(const Rows<Term>& terms, std::size_t parts) {
  static_assert(kMostTerms <= 0xFF);
  std::vector<std::uint8_t> bounds;
  bounds.reserve(terms.size() * (parts + 1));
  for (std::size_t i = 0; i < terms.size(); ++i) {
    std::size_t at = 0;
    for (std::size_t part = 0; part < parts; ++part) {
      while (at < terms[i].size() && std::uint64_t{terms[i][at].hash} * parts >> 32 < part) ++at;
      bounds.push_back(static_cast<std::uint8_t>(at));
    }
    bounds.push_back(static_cast<std::uint8_t>(terms[i].size()));
  }
  return bounds;
}

}  // namespace

Vector weigh(const Sketch& sketch, const Counts& counts) {
  Vector out;
  out.reserve(sketch.terms.size());
  for (const Term& t : sketch.terms) out.push_back({t.hash, weight_of(t, counts)});
  finish(&out);
  return out;
}

Rows<Weight> weigh_all(Rows<Term> terms, std::size_t threads) {
  const std::size_t parts = std::clamp<std::size_t>(terms.values() / kTermsPerPart, 1, kMostParts);
  const std::vector<std::uint8_t> bounds = part_bounds(terms, parts);
  // What a term weighs takes the place of what its weight was made of.
  static_assert(sizeof(Term) == sizeof(Weight));
  parallel_for(parts, threads, [&](std::size_t part) {
    Counts counts;
    const auto row = [&](std::size_t i) {
      const std::uint8_t* bound = &bounds[i * (parts + 1) + part];
      return terms.at(i).subspan(bound[0], static_cast<std::size_t>(bound[1] - bound[0]));
    };
    for (std::size_t i = 0; i < terms.size(); ++i) counts.add(row(i));
    for (std::size_t i = 0; i < terms.size(); ++i) {
      for (Term& t : row(i)) t = std::bit_cast<Term>(Weight{t.hash, weight_of(t, counts)});
    }
  });
  std::vector<Rows<Weight>> blocks(terms.blocks());
  parallel_for(terms.blocks(), threads, [&](std::size_t block) {
    const std::size_t begin = block * Rows<Term>::kRowsPerBlock;
    const std::size_t end = std::min(terms.size(), begin + Rows<Term>::kRowsPerBlock);
    Vector vector;
    for (std::size_t i = begin; i < end; ++i) {
      vector.clear();
      for (const Term& t : terms[i]) vector.push_back(std::bit_cast<Weight>(t));
      finish(&vector);
      blocks[block].add(vector);
    }
    terms.let_go(block);
  });
  Rows<Weight> out;
  for (Rows<Weight>& b : blocks) out.append(std::move(b));
  return out;
}

double dot(std::span<const Weight> a, std::span<const Weight> b) {
  double sum = 0;
  const Weight* x = a.data();
  const Weight* y = b.data();
  const Weight* const x_end = x + a.size();
  const Weight* const y_end = y + b.size();
  while (x != x_end && y != y_end) {
    const std::uint32_t tx = x->term;
    const std::uint32_t ty = y->term;
    if (tx == ty) sum += double{x->weight} * double{y->weight};
    x += tx <= ty;
    y += ty <= tx;
  }
  return sum;
}

void Spread::set(std::span<const Weight> vector) {
  for (const std::uint16_t at : used_) places_[at] = 0;
  used_.clear();
  vector_ = vector;
  for (std::size_t i = 0; i < vector.size(); ++i) {
    std::size_t at = vector[i].term % kCells;
    while (places_[at] != 0) at = (at + 1) % kCells;
    places_[at] = static_cast<std::uint16_t>(i + 1);
    used_.push_back(static_cast<std::uint16_t>(at));
  }
}

double Spread::times(std::span<const Weight> vector) const {
  double sum = 0;
  for (const Weight& w : vector) {
    for (std::size_t at = w.term % kCells; places_[at] != 0; at = (at + 1) % kCells) {
      const Weight& other = vector_[places_[at] - 1u];
      if (other.term != w.term) continue;
      sum += double{w.weight} * double{other.weight};
      break;
    }
  }
  return sum;
}

}  // namespace tellings::stories
