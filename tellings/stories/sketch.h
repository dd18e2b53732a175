// What is kept of an article to find its story: the terms of its title and
// lead, the slots that its names and figures stand in, and its day.
//
//   const Sketch s = sketch(article);      // about 1.5 KB, the text is not needed after
//
// A sketch depends on its article alone, so sketches may be made on any
// machine, in any order.
#pragma once

#include <cstdint>
#include <limits>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "tellings/model/article.h"
#include "tellings/stories/rows.h"

namespace tellings::stories {

// How much of an article's text is looked at.  News tells the event first:
// beyond 300 words F1 falls (docs/algorithms/stories.md).
inline constexpr std::size_t kLeadWords = 300;

// At most so many terms are kept, those that tell most.
inline constexpr std::size_t kMostTerms = 160;

// What a term is.  `syllables` is a pair in a text that is written syllable by
// syllable, where most words are two.
enum class TermKind : std::uint8_t { word, name, number, pair, syllables };

// A word by its root, a number by its digits, or two neighbours together.  In
// scripts without spaces the pairs of letters stand for words.
struct Term {
  std::uint32_t hash;
  std::uint16_t count;  // a word of the title counts kTitleCount times
  std::uint8_t level;   // how common it is in the language: background.h
  TermKind kind;
};

// A name or number, and the words before and after it.  Two texts made from one
// template have the same contexts with other values.
struct Slot {
  std::uint32_t context;
  std::uint32_t value;
  auto operator<=>(const Slot&) const = default;
};

inline constexpr std::int32_t kNoDay = std::numeric_limits<std::int32_t>::min();

struct Sketch {
  std::vector<Term> terms;    // ascending by hash, each once
  std::vector<Slot> slots;    // ascending, each once
  std::int32_t day = kNoDay;  // of `published`, in days since 1970-01-01
  std::string surfaces;       // its most telling words as written, one a line
};

// Sketches an article.  Cost: linear in its first kLeadWords words.
Sketch sketch(const Article& article);

// The sketches of a batch, each by its place.  Some 1.9 KB an article.
struct Sketches {
  void add(const Sketch& s);
  void add(const Sketches& others);
  std::size_t size() const { return days.size(); }

  Rows<Term> terms;
  Rows<Slot> slots;
  Rows<char> surfaces;
  std::vector<std::int32_t> days;
};

// A term as an article writes it, at its first place there.
struct Surface {
  std::uint32_t term;
  TermKind kind;          // pair: two names side by side; other pairs are left out
  std::string_view text;  // into the article
};

// All words, names, numbers and pairs of names that the sketch of `article` is
// made from, ascending by term, each once.
std::vector<Surface> surfaces(const Article& article);

// The hash that a word of `surfaces` has as a term.
std::uint32_t term_of(std::string_view surface);

// The day of an RFC 3339 date, or kNoDay if it names no day.
std::int32_t day_of(std::string_view published);

}  // namespace tellings::stories
