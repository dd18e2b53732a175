// Figures: on which numbers do the witnesses agree, on which do they differ?
//
// Precision before recall: a difference is shown only where the question is
// the same, the ranges do not meet, and no article explains both values.
#pragma once

#include <vector>

#include "tellings/findings/board.h"
#include "tellings/model/finding.h"

namespace tellings::findings {

// Findings of kinds agreement, difference and update about figures.
std::vector<Finding> find_figures(const Board& board);

}  // namespace tellings::findings
