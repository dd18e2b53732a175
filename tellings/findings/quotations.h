// Quotations: one speaker's words as each telling has them.
//
// Quotations that are near each other, word for word, are one utterance
// (Quootstrap, Pavllo et al., ICWSM 2018, finds speakers by the same
// redundancy).  What all have alike is an agreement between accounts; where
// words changed, fell out or lost their marks, between accounts or in copying,
// the words drift.
#pragma once

#include <vector>

#include "tellings/findings/board.h"
#include "tellings/model/finding.h"

namespace tellings::findings {

// Findings of kind agreement and quotation about words that somebody spoke.
std::vector<Finding> find_quotations(const Board& board);

}  // namespace tellings::findings
