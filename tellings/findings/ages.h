// Ages: how old is a person, by each telling?
#pragma once

#include <span>
#include <vector>

#include "tellings/findings/board.h"
#include "tellings/findings/slots.h"
#include "tellings/model/finding.h"

namespace tellings::findings {

// Findings of kinds agreement, difference and update about ages of persons who
// are named.  A year more is no difference when a birthday may lie between the
// articles; two ages in one article are two persons.
std::vector<Finding> find_ages(const Board& board, std::span<const Reading> readings);

}  // namespace tellings::findings
