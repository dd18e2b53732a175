// Dates: when does each telling say that something was, is or will be?
#pragma once

#include <vector>

#include "tellings/findings/board.h"
#include "tellings/model/finding.h"

namespace tellings::findings {

// Findings of kinds agreement and difference about dates.
std::vector<Finding> find_dates(const Board& board);

}  // namespace tellings::findings
