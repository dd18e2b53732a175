#include "tellings/statements/recogniser.h"

#include <algorithm>

namespace tellings::statements {

NameClues name_clues(const Reading& reading, const English& model) {
  NameClues out{clues(reading), std::vector<std::uint64_t>(reading.tokens.size())};
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
