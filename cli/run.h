// What the commands that read inputs have in common: their options, the run
// over the stages, the list of refusals, the summary and the exit status.
#pragma once

#include <functional>
#include <string>

#include "cli/args.h"
#include "cli/output.h"
#include "tellings/pipeline/analysis.h"

namespace tellings::cli {

using pipeline::Analysis;
using pipeline::Stage;

// How a command prints what the run found.
struct Printer {
  // Records, and the JSON of the i-th; printed one a line with --json.
  std::size_t (*count)(const Analysis&);
  std::string (*record)(const Analysis&, std::size_t);
  // The same for a person: the first `count` records.
  std::string (*page)(const Analysis&, std::size_t count, const Look& look);
};

// Reads the inputs that `args` names, runs the stages up to `up_to`, writes
// --errors, and tells refusals and progress on stderr.  Throws UsageError when
// there are no inputs or an option is wrong.
Analysis analyse(const Args& args, Stage up_to);

// The same for the articles alone, which are taken some at a time, in their
// order (pipeline/reading.h); the answer has what was refused.
Analysis each_article(const Args& args, pipeline::Options options,
                      const std::function<void(const std::vector<Article>&)>& take);

// analyse(), then print.  Returns the exit status: 0, 4 with refusals, or 3 if
// no article was read and `needs_articles`.
int run_stage(const Args& args, Stage up_to, const Printer& printer, bool needs_articles);

// Prints the first `limit` records, as --json or as a page.
void print_run(const Args& args, const Analysis& run, std::size_t limit, const Printer& printer);

// Says that nothing was read, unless --quiet; returns the exit status for it.
int nothing_read(const Args& args);

// The options of a run that `args` name; throws UsageError as analyse() does.
pipeline::Options options_of(const Args& args, Stage up_to);

// Writes the file that --errors names, if it names one.
void write_errors(const Args& args, const Analysis& run);

// Says what was refused, in words, on stderr, unless --quiet.
void tell_refusals(const Args& args, const Analysis& run);

// The look that --color asks for; throws UsageError if it is no such word.
Look look_of(const Args& args);

// 4 if anything was refused, else 0.
int status_of(const Analysis& run);

}  // namespace tellings::cli
