// The report for a browser that runs no script: plain HTML, no drawing.
#pragma once

#include <string>
#include <string_view>

#include "tellings/pipeline/analysis.h"

namespace tellings::cli {

// Text as it stands in an element or a quoted attribute.
std::string escape_html(std::string_view text);

// Every story: its counts, its findings with their sentences, who was made
// from whom and why, its articles.  Links lead from a finding to the article
// that it stands in.
std::string report_plain(const pipeline::Analysis& run);

}  // namespace tellings::cli
