// Tolls: how many people does each telling say the event killed, injured, ...?
#pragma once

#include <span>
#include <vector>

#include "tellings/findings/board.h"
#include "tellings/findings/slots.h"
#include "tellings/model/finding.h"

namespace tellings::findings {

// Findings of kinds agreement, difference and update about people by what
// befell them (Figure::role), the event as a whole first, then groups of people
// that several tellings count apart.
std::vector<Finding> find_tolls(const Board& board, std::span<const Reading> readings);

}  // namespace tellings::findings
