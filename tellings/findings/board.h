// The board: one story's articles cut into sentences and terms, with what each
// term weighs, for all finders to look at.
//
// Weight is inverse sentence frequency inside the story (Sparck Jones 1972):
// what every sentence of an event holds ("police", the town) says little.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "tellings/findings/findings.h"
#include "tellings/findings/terms.h"
#include "tellings/findings/witnesses.h"

namespace tellings::findings {

struct Sentence {
  Span span;
  std::vector<Term> terms;
};

// One article of the story.  The views point into the run.
struct Telling {
  ArticleNo article{};
  std::string_view text;
  std::string_view published;
  std::span<const Statement> statements;
  std::vector<Sentence> sentences;
};

// An index into Board::tellings.
using TellingNo = std::uint32_t;

// A sentence of a telling.
struct Place {
  TellingNo telling = 0;
  std::uint32_t sentence = 0;
  auto operator<=>(const Place&) const = default;
};

struct Board {
  Witnesses witnesses;
  std::vector<Telling> tellings;  // ascending by article
  std::unordered_map<std::uint64_t, double> weights;

  double weight(std::uint64_t term) const;
  const Sentence& at(Place place) const { return tellings[place.telling].sentences[place.sentence]; }

  // The sentence of a telling that holds the offset, or the nearest before it.
  std::uint32_t sentence_at(TellingNo telling, std::uint32_t offset) const;
};

// Reads the story's articles.  Linear in their text.
Board read_board(const Run& run, const Story& story, const Lineage& lineage);

// One telling a witness group, the fullest of each that is in no other group,
// at most `most`, the fullest first.
std::vector<TellingNo> faces(const Board& board, std::size_t most);

// Values of one finding from the articles that give it.
std::vector<ArticleNo> articles_of(std::span<const Evidence> evidence);

// "4 of 4" in words a reader can check: "told by 2 accounts in 5 articles".
std::string told_by(int witnesses, std::size_t articles);

}  // namespace tellings::findings
