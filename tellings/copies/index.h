// An index of sketches that grows article by article, in memory or in a folder:
// a new article is searched against millions without reading them again.
//
//   Segments that are merged by size, so that an article is written anew only
//   log n times: J. L. Bentley, J. B. Saxe, "Decomposable searching problems I",
//   Journal of Algorithms 1 (1980); P. O'Neil et al., "The log-structured
//   merge-tree", Acta Informatica 33 (1996).
//
//   Index index = Index::open("news.index");           // or Index index;
//   const std::uint32_t n = index.add(sketch(words), id);
//   for (const Match& m : index.find(sketch(words), n, &capped)) compare(n, m.article);
//   index.commit();                                    // on the disk, or not at all
//
// What a batch search of the same articles compares is found here too, whatever
// the order in which they came, but for the limits that `Capped` counts: both
// use the same seeds and limits (seeds.h).
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "tellings/copies/candidates.h"
#include "tellings/copies/segment.h"
#include "tellings/copies/sketch.h"
#include "tellings/copies/weights.h"

namespace tellings::copies {

// An article worth comparing with the one searched for.
struct Match {
  std::uint32_t article;
  std::uint32_t runs;  // sampled runs in common
  float share;         // of the lighter one's rarest roots, by weight
};

// A folder that holds something else.
struct NoIndex : std::runtime_error {
  using std::runtime_error::runtime_error;
};

class Index {
 public:
  // An empty one, in memory.
  Index() = default;
  Index(Index&&) noexcept = default;
  Index& operator=(Index&&) noexcept = default;

  // The index in a folder; an empty one if there is none yet.  Throws NoIndex if
  // the folder holds something else, Damaged if the index is of another version or
  // not as it was written, and std::system_error if it cannot be read.
  static Index open(const std::string& folder);

  // Adds an article; returns its number, counted from 0 in the order of coming.
  // `sketch` has not chosen its roots yet.
  std::uint32_t add(Sketch sketch, std::string_view id);

  // Articles that are worth comparing with this one: those that share runs, most
  // first, then those that share rare roots, nearest first.  `self` is its own
  // number if it was added; it is not among them.  Throws Damaged.  Not while
  // articles are being added; else safe from any thread after seal().
  std::vector<Match> find(const Sketch& sketch, std::optional<std::uint32_t> self, Capped* capped) const;

  // Makes what was added ready for find().
  void seal();

  // Articles whose ids may be this one: hashes are equal.  After seal().
  std::vector<std::uint32_t> with_id(std::string_view id) const;

  // The number of words of an article.  After seal().
  std::uint32_t words(std::uint32_t article) const { return row(article).words; }

  std::uint32_t size() const { return size_; }
  const Weights& weights() const { return weights_; }
  // Bytes of all segments.
  std::size_t bytes() const;

  // Writes what is new to the folder that was opened; the index there is the old
  // one until this returns, and the new one from then on.
  void commit();

 private:
  struct Part {
    Segment segment;
    std::string file;  // its name in the folder; empty while in memory only
  };

  void load();
  void merge_tail();
  std::vector<std::uint32_t> articles_with(std::uint32_t seed, const Lists& (Segment::*lists)() const,
                                           std::uint32_t* count) const;
  void add_runs(const Sketch& sketch, std::vector<Match>* near, std::vector<std::uint64_t>* postings,
                Capped* capped) const;
  Row row(std::uint32_t article) const;

  std::string folder_;
  std::uint32_t next_file_ = 1;
  std::uint32_t size_ = 0;
  std::vector<Part> parts_;
  std::vector<Sketched> pending_;
  Weights weights_;
};

}  // namespace tellings::copies
