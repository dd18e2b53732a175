// What only the batch can tell, with the drafts kept outside of memory: lines
// that recur across an outlet's articles, articles glued together.
//
//   Batch batch(&shelf);
//   for (...) batch.add(pack_for(draft(document)));
//   batch.settle();
//   for (std::size_t i = 0; i < batch.size(); ++i) take(batch.finished(i));
//
// The answer does not depend on the order in which drafts are added.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "tellings/articles/articles.h"
#include "tellings/articles/packing.h"
#include "tellings/articles/repeated.h"
#include "tellings/articles/shift.h"

namespace tellings::articles {

// Where bytes wait.
class Shelf {
 public:
  virtual ~Shelf() = default;
  // Keeps the bytes; returns where they are.
  virtual std::uint64_t put(std::string_view bytes) = 0;
  // Writes what stands at `at` to `room`, all of which must have been put.
  // Safe from any thread while nothing is put.
  virtual void get(std::uint64_t at, std::span<char> room) const = 0;
};

// A shelf in memory.
class MemoryShelf : public Shelf {
 public:
  std::uint64_t put(std::string_view bytes) override;
  void get(std::uint64_t at, std::span<char> room) const override;

 private:
  std::string bytes_;
};

// A draft on its way to a batch.
struct PackedDraft {
  std::string id;
  std::string summary;
  std::string draft;
};

// Safe from any thread.
PackedDraft pack_for_batch(const Draft& draft);

// Memory: id and place of every draft; while settling what recurs besides
// (repeated.h), and the words of scraped texts with their counts.
class Batch {
 public:
  // `shelf` outlives the batch.
  explicit Batch(Shelf* shelf) : shelf_(shelf) {}

  void add(const PackedDraft& draft);
  // Once, when all have been added.
  void settle();

  // What became of a draft: its articles, and why there is none or not all.
  struct Finished {
    std::vector<Article> articles;
    std::optional<Rejection> rejection;
  };
  std::size_t size() const { return drafts_.size(); }
  // The i-th by id, after settle().  Safe from any thread.
  Finished finished(std::size_t i) const;

 private:
  struct Place {
    std::string id;
    std::uint64_t at;  // the summary, the draft behind it
    std::uint32_t summary_bytes;
    std::uint32_t draft_bytes;
  };

  Summary summary(std::size_t i) const;
  Draft draft(std::size_t i) const;  // without the lines that recur

  Shelf* shelf_;
  std::vector<Place> drafts_;
  Recurring recurring_;
  WordCuts cuts_;
};

}  // namespace tellings::articles
