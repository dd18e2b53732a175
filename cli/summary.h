// The counts of a story as one sentence, as the report's first line has it.
#pragma once

#include <string>

#include "tellings/model/lineage.h"

namespace tellings::cli {

// "5 articles from 4 outlets are 3 independent accounts." A range reads
// "3 to 5"; outlets are left out where none is known.
std::string counts_sentence(const Counts& counts);

}  // namespace tellings::cli
