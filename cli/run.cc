#include "cli/run.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <fstream>
#include <system_error>
#include <thread>

#include "cli/help.h"
#include "tellings/pipeline/reading.h"
#include "tellings/pipeline/records.h"

namespace tellings::cli {
namespace {

constexpr std::array kCommon = {
    Option{"--json", "", "print JSON, one record a line (docs/formats/records.md)"},
    Option{"--errors", "FILE", "write a JSON line for every input that was refused or damaged"},
    Option{"--threads", "N", "threads to use (default: one a processor)"},
    Option{"--limit", "N", "print at most N records"},
    Option{"--field", "NEW=OLD", "read the field or column OLD of records as NEW (text=body)"},
    Option{"--quiet", "", "say nothing on stderr but errors"},
    Option{"--no-progress", "", "show no progress, even at a terminal"},
    Option{"--color", "WHEN", "auto, always or never; auto heeds NO_COLOR"},
    Option{"--help", "", "show this help"},
};

// The count of documents read so far, on stderr at a terminal.
class Progress {
 public:
  explicit Progress(bool shown) : shown_(shown) {}
  ~Progress() {
    if (drawn_) fmt::print(stderr, "\r\x1b[K");
  }
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  void tell(std::string_view stage, std::size_t done) {
    if (!shown_) return;
    fmt::print(stderr, "\r\x1b[K{} {}", stage, done);
    std::fflush(stderr);
    drawn_ = true;
  }

 private:
  bool shown_;
  bool drawn_ = false;
};

bool shows_progress(const Args& args) {
  return !args.has("--quiet") && !args.has("--no-progress") && isatty(STDERR_FILENO) == 1;
}

std::vector<std::pair<std::string, std::string>> fields_of(const Args& args) {
  std::vector<std::pair<std::string, std::string>> out;
  for (const std::string& given : args.values("--field")) {
    const std::size_t equals = given.find('=');
    if (equals == 0 || equals == std::string::npos || equals + 1 == given.size()) {
      throw UsageError(fmt::format("--field: {} is not NEW=OLD, as in text=body", given));
    }
    out.emplace_back(given.substr(0, equals), given.substr(equals + 1));
  }
  return out;
}

}  // namespace

const std::span<const Option> kCommonOptions = kCommon;

Look look_of(const Args& args) {
  const std::string when = args.value("--color", "auto");
  if (when != "auto" && when != "always" && when != "never") {
    throw UsageError(fmt::format("--color: {} is not auto, always or never", when));
  }
  return Look(when);
}

void write_errors(const Args& args, const Analysis& run) {
  if (!args.has("--errors")) return;
  const std::string path = args.value("--errors");
  std::ofstream out(path, std::ios::binary);
  for (const Rejection& r : run.rejections) out << pipeline::rejection_record(r) << '\n';
  out.flush();
  if (!out) throw std::runtime_error(fmt::format("{}: cannot be written; give --errors a file that can", path));
}

pipeline::Options options_of(const Args& args, Stage up_to) {
  if (args.operands().empty()) {
    throw UsageError(fmt::format("{}: no inputs; name files or folders, or - for standard input", args.command().name));
  }
  const std::size_t processors = std::max(1u, std::thread::hardware_concurrency());
  look_of(args);
  return {
      .up_to = up_to,
      .threads = args.number("--threads", processors, 1, 1024),
      .one_story = args.has("--one-story"),
      .why = args.has("--why"),
      .fields = fields_of(args),
      .progress = {},
  };
}

Analysis analyse(const Args& args, Stage up_to) {
  pipeline::Options options = options_of(args, up_to);
  Progress progress(shows_progress(args));
  options.progress = [&](std::string_view stage, std::size_t done) { progress.tell(stage, done); };
  Analysis run = pipeline::analyse(args.operands(), options);
  write_errors(args, run);
  return run;
}

Analysis each_article(const Args& args, pipeline::Options options,
                      const std::function<void(const std::vector<Article>&)>& take) {
  Analysis run;
  write_errors(args, run);  // a file that cannot be written shows before the work, not after it
  {
    Progress progress(shows_progress(args));
    options.progress = [&](std::string_view stage, std::size_t done) { progress.tell(stage, done); };
    pipeline::each_article(args.operands(), options, take, &run.rejections);
  }
  write_errors(args, run);
  return run;
}

void tell_refusals(const Args& args, const Analysis& run) {
  if (args.has("--quiet")) return;
  constexpr std::size_t kShown = 10;
  for (std::size_t i = 0; i < std::min(run.rejections.size(), kShown); ++i) {
    const Rejection& r = run.rejections[i];
    const std::string place = r.offset ? fmt::format(", byte {}", *r.offset) : "";
    fmt::print(stderr, "tellings: {}{}: {}\n", one_line(r.source), place, one_line(r.why.detail));
  }
  if (run.rejections.size() > kShown) {
    fmt::print(stderr, "tellings: and {} more; --errors FILE lists all\n", run.rejections.size() - kShown);
  }
}

int status_of(const Analysis& run) { return run.rejections.empty() ? 0 : 4; }

void print_run(const Args& args, const Analysis& run, std::size_t limit, const Printer& printer) {
  const std::size_t count = std::min(limit, printer.count(run));
  if (args.has("--json")) {
    for (std::size_t i = 0; i < count; ++i) write_out(printer.record(run, i) + "\n");
  } else {
    write_out(printer.page(run, count, look_of(args)));
    if (count < printer.count(run)) write_out(fmt::format("… and {} more\n", printer.count(run) - count));
  }
  flush_out();
}

int nothing_read(const Args& args) {
  if (!args.has("--quiet")) fmt::print(stderr, "tellings: no article was read, so there is nothing to measure\n");
  return 3;
}

int run_stage(const Args& args, Stage up_to, const Printer& printer, bool needs_articles) {
  const std::size_t limit = args.number("--limit", std::string::npos, 1, std::string::npos);
  const Analysis run = analyse(args, up_to);
  print_run(args, run, limit, printer);
  tell_refusals(args, run);
  if (run.articles.empty() && needs_articles) return nothing_read(args);
  return status_of(run);
}

}  // namespace tellings::cli
