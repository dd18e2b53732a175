#include <fmt/format.h>

#include <cstdio>
#include <fstream>
#include <stdexcept>

#include "cli/commands.h"
#include "cli/report_page.h"
#include "cli/run.h"
#include "cli/summary.h"

namespace tellings::cli {
namespace {

constexpr Option kOptions[] = {
    {"-o", "FILE", "where to write the report; - is standard output"},
    {"--one-story", "", "take all inputs as tellings of one event"},
};

// Writes a whole file; throws, naming it, when the machine does not take it.
void write_file(const std::string& path, std::string_view bytes) {
  std::ofstream out(path, std::ios::binary);
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  out.flush();
  if (!out) throw std::runtime_error(fmt::format("{}: cannot be written; give -o a file that can", path));
}

std::string tally(const std::vector<Finding>& findings) {
  constexpr std::pair<FindingKind, std::string_view> kNames[] = {
      {FindingKind::agreement, "agreement"},
      {FindingKind::difference, "difference"},
      {FindingKind::update, "update"},
      {FindingKind::correction, "correction"},
      {FindingKind::quotation, "quotation that drifted"},
  };
  std::string out;
  for (const auto& [kind, name] : kNames) {
    std::size_t n = 0;
    for (const Finding& f : findings) n += f.kind == kind;
    if (n == 0) continue;
    const std::string words =
        kind == FindingKind::quotation && n > 1 ? fmt::format("{} quotations that drifted", n) : counted(n, name);
    out += (out.empty() ? "" : ", ") + words;
  }
  return out.empty() ? "" : out + ".\n";
}

// What a person wants to know before the file is opened.
std::string summary(const Analysis& run, const std::string& path) {
  const std::size_t s = largest_story(run);
  std::string out;
  if (run.stories.size() > 1) {
    out = fmt::format("{} tell {}. The largest: {}\n", counted(run.articles.size(), "article"),
                      counted(run.stories.size(), "event"), one_line(run.stories[s].title));
  }
  return out + counts_sentence(run.lineages[s].counts) + "\n" + tally(run.findings[s]) + path + "\n";
}

int run(const Args& args) {
  const std::string path = args.value("-o");
  const bool json = args.has("--json");
  if (path.empty() && !json) throw UsageError("report: say where to write it, as in -o report.html");

  const Analysis found = analyse(args, Stage::findings);
  tell_refusals(args, found);
  if (found.articles.empty()) {
    if (!args.has("--quiet")) fmt::print(stderr, "tellings: no article was read, so there is nothing to report\n");
    return 3;
  }
  const Selection selection = select_for_report(found);
  if (!selection.left_out.empty() && !args.has("--quiet")) {
    fmt::print(stderr, "tellings: over 2 MB of text: {} outside the findings left out of the report\n",
               counted(selection.left_out.size(), "article"));
  }
  if (path == "-") {
    write_out(report_page(selection));
  } else if (!path.empty()) {
    write_file(path, report_page(selection));
  }
  if (json) write_out(report_data(selection));
  if (path != "-" && !json && !args.has("--quiet")) write_out(summary(found, path));
  flush_out();
  return status_of(found);
}

}  // namespace

const Command report_command = {
    "report",
    "everything in one HTML file for a reader",
    "INPUT... -o FILE",
    R"(  tellings report examples/ -o report.html         # opens from disk, needs no network
  tellings report --one-story a.txt b.txt -o -     # to standard output
  tellings report --json examples/ > report.json   # its data alone
)",
    R"(Writes one HTML file: how many independent accounts there are, what they agree
on, where they differ, who copied whom, what was corrected, whose words changed,
the articles side by side. Every line opens its sentence. The same records as the
other commands print stand in it as JSON. With several events it opens with the
largest. Over 2 MB of text, articles that no finding rests on are left out.
)",
    kOptions,
    run};

}  // namespace tellings::cli
