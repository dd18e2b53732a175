// Inverted lists on bytes: which articles hold a seed.
//
//   I. H. Witten, A. Moffat, T. C. Bell, "Managing Gigabytes", 2nd ed. 1999,
//   ch. 3: ascending article numbers as the gaps between them.
//
//   ListsWriter writer(most);
//   for (ascending seeds) writer.add({seed, count, articles});
//   const Lists lists(writer.take());          // of bytes that outlive it
//   lists.find(seed)->articles;
//
// The layout is docs/formats/index.md's.  Bytes may be damaged or hostile: what
// does not hold together throws Damaged, and nothing outside of them is read.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "tellings/base/varint.h"

namespace tellings::copies {

// Bytes of an index that are not what was written.
struct Damaged : std::runtime_error {
  using std::runtime_error::runtime_error;
};

// The articles that hold a seed.
struct List {
  std::uint32_t seed = 0;
  std::uint32_t count = 0;              // how many there are
  std::vector<std::uint32_t> articles;  // ascending: all, or as many of the newest as are kept
};

class ListsWriter {
 public:
  // Of a list longer than `most`, the newest `kept` are kept.
  ListsWriter(std::size_t most, std::size_t kept) : most_(most), kept_(kept) {}

  // Adds a list; seeds ascend.
  void add(const List& list);

  // All lists, as bytes.
  std::string take();

 private:
  void close_block();

  std::size_t most_;
  std::size_t kept_;
  std::size_t in_block_ = 0;
  std::uint32_t last_ = 0;
  std::uint64_t keys_at_ = 0;
  std::uint64_t postings_at_ = 0;
  std::uint64_t lists_ = 0;
  std::string keys_, postings_, directory_;
};

class Lists {
 public:
  Lists() = default;
  // A view of what ListsWriter made; throws Damaged.
  explicit Lists(std::string_view bytes);

  // The list of a seed, if there is one.
  std::optional<List> find(std::uint32_t seed) const;

  // Goes through the lists in the order of their seeds.
  class Reader {
   public:
    explicit Reader(const Lists& lists) : lists_(lists) {}
    // Moves to the next list; false at the end.
    bool next();
    const List& list() const { return list_; }

   private:
    const Lists& lists_;
    std::size_t block_ = 0;
    std::vector<List> ahead_;
    std::size_t at_ = 0;
    List list_;
  };

  // Calls visit(seed, count) for every list, without reading the articles.
  template <typename Visit>
  void for_each_count(Visit visit) const {
    for (std::size_t b = 0; b < blocks_; ++b) {
      Bytes in(keys_of(b));
      for (Key key{0, 0, 0}; !in.at_end();) {
        key = next_key(key, &in);
        visit(key.seed, key.count);
      }
    }
  }

 private:
  struct Block;
  struct Key {
    std::uint32_t seed;
    std::uint32_t count;
    std::uint32_t kept;
  };
  Block block(std::size_t b) const;
  std::string_view keys_of(std::size_t b) const;
  static Key next_key(const Key& before, Bytes* in);
  std::string_view postings_of(std::size_t b) const;

  std::string_view keys_, postings_, directory_;
  std::size_t blocks_ = 0;
};

}  // namespace tellings::copies
