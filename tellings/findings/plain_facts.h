// Plain facts as findings: "no one claimed responsibility", told by two
// accounts, with the sentence of each.
#pragma once

#include <span>
#include <vector>

#include "tellings/findings/board.h"
#include "tellings/model/finding.h"

namespace tellings::findings {

// Findings of kinds agreement and update (expected in one telling, done in
// another) from sentences that align.  A fact whose words hold two values of one
// of `others`' differences is none: "two guards were injured", "seven guards
// were injured".
std::vector<Finding> find_plain_facts(const Board& board, std::span<const Finding> others);

}  // namespace tellings::findings
