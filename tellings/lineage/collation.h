// The articles of one account laid side by side: which sentence of one is which
// sentence of another, and where their words differ.
//
//   const Collation c = collate(members, clues, pairs, members.size());
//   c.has[1][7];  // member 1 has the sentence of place 7
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "tellings/lineage/clues.h"
#include "tellings/model/article.h"
#include "tellings/model/copy.h"

namespace tellings::lineage {

// A sentence of a member, with the words that it is compared by.
struct Sentence {
  Span span;                              // of the member's text
  std::vector<std::uint64_t> words;       // hashes, in order
  std::vector<std::uint64_t> long_words;  // of these, those that are long enough to mean something
  std::size_t place = 0;                  // of the sentence in the account, see Collation
  bool opens_paragraph = false;
  bool quotes = false;  // has quotation marks
};

// A reading that no state is known for: the member lacks the sentence.
inline constexpr std::uint16_t kNoReading = 0xFFFF;

// Members that read alike have one state.  All variants with the same states
// are one entry; its weight is how many different changes of words they are.
struct Variant {
  std::vector<std::uint16_t> state;  // by member
  double weight = 1;
};

struct Collation {
  std::vector<std::vector<Sentence>> sentences;  // by member, in order
  std::size_t places = 0;                        // different sentences of the account, numbered in its order
  std::vector<std::vector<std::uint8_t>> has;    // by member, by place
  std::vector<std::uint8_t> foreign;             // by place: hardly a word of it stands elsewhere in the account
  std::vector<Variant> wording;                  // words changed inside a sentence
  std::vector<Variant> rewritten;                // whole sentences put otherwise
  std::vector<Variant> layout;                   // 1 where a paragraph opens, 0 where none does
  std::vector<Variant> marks;                    // 1 where there are quotation marks, 0 where they are gone
};

// Where two sentences' words stand for each other: for each word of `a` the
// number of that word of `b`, or -1.  A longest common subsequence; time
// O(a.size() b.size()).
std::vector<int> align_words(std::span<const std::uint64_t> a, std::span<const std::uint64_t> b);

// Lays the members side by side.  `pairs` are those between members, by their
// numbers in `members`; `clues` are the members'.  The members from `whole` on
// are merges, whose order counts least.  Time grows with the pairs' passages
// and, for each sentence, with its different readings times their length.
struct MemberPair {
  std::size_t a = 0;
  std::size_t b = 0;
  const Copy* copy = nullptr;
};
Collation collate(std::span<const Article* const> members, std::span<const Clues> clues,
                  std::span<const MemberPair> pairs, std::size_t whole);

}  // namespace tellings::lineage
