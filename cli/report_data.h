// The data of a report: the records of all commands as one JSON object.
#pragma once

#include <cstddef>
#include <string>

#include "tellings/pipeline/analysis.h"

namespace tellings::cli {

// Bytes of article text that a report holds.  Above it, articles that no
// finding rests on are left out.
inline constexpr std::size_t kReportText = 2'000'000;

// What of a run goes into a report: all of it, or, over `most` bytes of text,
// the run without the texts of articles outside the findings, without what
// points into them, and without names, dates and pairs across stories.
struct Selection {
  const pipeline::Analysis* run = nullptr;  // the given run, or `cut`
  pipeline::Analysis cut;
  std::vector<std::string> left_out;  // ids, ascending
};

// Selects from a run, which must outlive the selection.
Selection select_for_report(const pipeline::Analysis& run, std::size_t most = kReportText);

// {"version", "articles", "copies", "stories", "lineage", "statements",
// "findings", "refused": the records of RECORDS, "sentences": where the
// sentences of each article and lost original are, "left_out"}.  Every `<`
// stands as \u003c, so that no text can end the script element around it.
std::string report_data(const Selection& selection);

}  // namespace tellings::cli
