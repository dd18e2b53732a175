// Alone: what only one account tells.
#pragma once

#include <vector>

#include "tellings/findings/board.h"
#include "tellings/model/finding.h"

namespace tellings::findings {

// Findings of kind alone: figures that answer a question which no other account
// answers, and quotations with a named speaker that no other account has.
// Nothing for a story with fewer than two accounts.  `others` are the findings
// so far; what stands in them is not alone.
std::vector<Finding> find_alone(const Board& board, const std::vector<Finding>& others);

}  // namespace tellings::findings
