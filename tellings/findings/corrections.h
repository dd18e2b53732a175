// Corrections: what an article, or a speaker in it, takes back.
#pragma once

#include <vector>

#include "tellings/findings/board.h"
#include "tellings/model/finding.h"

namespace tellings::findings {

// Findings of kind correction: one for each thing taken back, with all articles
// that tell of it.  The other witnesses' values are not touched: they are not
// refuted by it.
std::vector<Finding> find_corrections(const Board& board);

}  // namespace tellings::findings
