// Plain facts as findings: "no one claimed responsibility", told by two
// accounts, with the sentence of each.
#pragma once

#include <vector>

#include "tellings/findings/board.h"
#include "tellings/model/finding.h"

namespace tellings::findings {

// Findings of kinds agreement and update (expected in one telling, done in
// another) from sentences that align.
std::vector<Finding> find_plain_facts(const Board& board);

}  // namespace tellings::findings
