#include "tellings/statements/recogniser.h"

#include <algorithm>
#include <unordered_map>

#include "tellings/statements/titles.h"
#include "tellings/statements/word_table.h"

namespace tellings::statements {

namespace {

// One pass to gather, one to hand out.
std::vector<std::uint64_t> seen(const Reading& r, const English& model) {
  static const WordSet kPrepositions("in near at from of outside inside across");
  std::unordered_map<std::uint64_t, std::uint8_t> of_word;
  for (const Sentence& s : r.sentences) {
    for (std::size_t i = s.first; i < s.last; ++i) {
      const Token& t = r.tokens[i];
      if (t.kind != TokenKind::word) continue;
      if (t.shape == Shape::lower) {
        if (const auto at = of_word.find(t.hash); at != of_word.end()) at->second |= kLower;
        continue;
      }
      std::uint8_t bits = i > s.first ? kMiddle : 0;
      if (i > s.first) {
        const Token& b = r.tokens[i - 1];
        if (is_title(r, i - 1)) bits |= kTitled;
        if (b.shape == Shape::capital && (model.listed(b.hash) & (kFemale | kMale)) != 0) bits |= kAfterGiven;
        if (kPrepositions.has(b.hash)) bits |= kInPlace;
      }
      of_word[t.hash] |= bits;
    }
  }
  std::vector<std::uint64_t> out(r.tokens.size());
  for (std::size_t i = 0; i < out.size(); ++i) {
    if (r.tokens[i].kind != TokenKind::word || r.tokens[i].shape == Shape::lower) continue;
    out[i] = of_word[r.tokens[i].hash];
  }
  return out;
}

}  // namespace

NameClues name_clues(const Reading& reading, const English& model) {
  NameClues out{clues(reading), std::vector<std::uint64_t>(reading.tokens.size()), seen(reading, model)};
  for (std::size_t i = 0; i < reading.tokens.size(); ++i) {
    const Token& t = reading.tokens[i];
    if (t.kind == TokenKind::word && t.shape != Shape::lower) out.listed[i] = model.listed(t.hash);
  }
  return out;
}

std::vector<Named> recognise(const Reading& reading, const English& model) {
  std::vector<Named> out;
  if (model.names.empty()) return out;
  const NameClues c = name_clues(reading, model);
  for (const Sentence& s : reading.sentences) {
    std::size_t prev = 0, prev2 = 0;
    for (std::size_t i = s.first; i < s.last; ++i) {
      Scores scores{};
      name_features(reading, c, s, i, prev, prev2, [&](std::uint64_t f) { model.names.add(f, &scores); });
      std::size_t best = model.names.best(scores);
      const bool inside = best != 0 && best % 2 == 0;
      if (inside && prev != best && prev != best - 1) best -= 1;  // an I without its B begins a name
      if (best % 2 == 1) {
        out.push_back({i, i + 1, static_cast<NameType>((best - 1) / 2)});
      } else if (best != 0) {
        out.back().last = i + 1;
      }
      prev2 = prev;
      prev = best;
    }
  }
  return out;
}

}  // namespace tellings::statements
