// The report as one HTML file that needs no network.
#pragma once

#include <string>

#include "cli/report_data.h"

namespace tellings::cli {

// The whole page: the data, the front end that draws it, and, for a browser
// that runs no script, the counts, findings, lineage and articles as plain
// HTML.  Its Content-Security-Policy allows that script, that style and
// nothing else.
std::string report_page(const Selection& selection);

// Index of the story that a report opens with: most articles, then earliest,
// then smallest id.  There must be a story.
std::size_t largest_story(const pipeline::Analysis& run);

}  // namespace tellings::cli
