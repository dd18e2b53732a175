// A second article, found by what its words are about.
//
//   After M. A. Hearst, "TextTiling", Computational Linguistics 23 (1997), and
//   lexical chains (J. Morris, G. Hirst, 1991), turned to whole texts.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <unordered_map>
#include <vector>

#include "tellings/articles/articles.h"

namespace tellings::articles {

// Which words matter is counted in the batch, and in a small batch taken from a
// table of common words:
//
//   WordCuts cuts;
//   for (...) cuts.count(i, draft);
//   for (...) cuts.cut(i, lines, &draft);
class WordCuts {
 public:
  // Counts the words of the i-th draft of the batch; i ascends.
  void count(std::size_t i, const Draft& draft);

  // Gives the kept lines of another draft of the batch as letters_hash().
  using LinesOf = std::function<std::vector<std::uint64_t>(std::size_t)>;

  // Adds a cut to the i-th draft, which has been counted, if another article
  // begins in it: hardly any word that matters runs on from what is left of the
  // cut to what is right of it.  A draft whose tail is another article of the
  // batch needs less of a shift.  Linear in the text.  Safe from any thread.
  void cut(std::size_t i, const LinesOf& lines_of, Draft* draft) const;

 private:
  // Where a paragraph of prose begins an article of the batch.
  struct Beginning {
    std::size_t draft;
    std::size_t paragraph;
  };

  std::size_t texts_ = 0;
  std::unordered_map<std::uint32_t, std::uint32_t> articles_;  // how many have a word
  std::unordered_map<std::uint64_t, std::vector<Beginning>> beginnings_;
};

}  // namespace tellings::articles
