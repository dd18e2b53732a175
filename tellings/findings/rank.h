// Rank: which findings a reader should see first, and how many.
#pragma once

#include <vector>

#include "tellings/findings/board.h"
#include "tellings/model/finding.h"

namespace tellings::findings {

// Sorts by kind, then most telling first: surer, by more witnesses, earlier in
// the articles; and keeps of each kind what a reader can take in.
void rank(const Board& board, std::vector<Finding>* findings);

}  // namespace tellings::findings
