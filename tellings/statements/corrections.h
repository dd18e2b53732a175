// Where does an article, or somebody in it, take back what was said before?
//
//   "Initially said three, later clarified two", editor's notes, "previously
//   identified as". Rules over cue words; a cue alone is a correction in one
//   sentence of two only.
//
//   for (const Correction& c : find_corrections(reading, numbers, figures, voices)) ...
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "tellings/model/statement.h"
#include "tellings/statements/numbers.h"
#include "tellings/statements/tokens.h"

namespace tellings::statements {

// Who speaks at a cue verb.
struct Voice {
  std::size_t cue = 0;  // its token
  std::string name;
};

// In order of the text.  `figures` belong to `numbers`, one each, both in
// order; `voices` by cue.  Linear time.
std::vector<Correction> find_corrections(const Reading& reading, std::span<const Number> numbers,
                                         std::span<const Figure> figures, std::span<const Voice> voices);

}  // namespace tellings::statements
