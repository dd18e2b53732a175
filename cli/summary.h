// What stands above a story on the pages for people: its name, and its counts
// as one sentence, as the report's first line has it.
#pragma once

#include <cstddef>
#include <string>

#include "cli/output.h"
#include "tellings/model/lineage.h"
#include "tellings/pipeline/analysis.h"

namespace tellings::cli {

// "5 articles from 4 outlets are 3 independent accounts." A range reads
// "3 to 5"; outlets are left out where none is known.
std::string counts_sentence(const Counts& counts);

// The lines above what is told of the i-th story, one of `run.lineages`: its id
// and title, and the counts; a blank line before all but the first.
std::string story_heading(const pipeline::Analysis& run, std::size_t i, const Look& look);

}  // namespace tellings::cli
