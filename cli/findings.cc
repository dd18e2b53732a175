#include <fmt/format.h>

#include <array>

#include "cli/commands.h"
#include "cli/run.h"
#include "cli/summary.h"
#include "tellings/pipeline/records.h"

namespace tellings::cli {
namespace {

constexpr Option kOptions[] = {{"--one-story", "", "take all inputs as tellings of one event"}};

constexpr std::array kHeadings = {
    std::pair{FindingKind::agreement, "What independent accounts agree on"},
    std::pair{FindingKind::difference, "Where they differ"},
    std::pair{FindingKind::update, "What a later figure replaced"},
    std::pair{FindingKind::correction, "What was corrected"},
    std::pair{FindingKind::quotation, "Words that drift"},
    std::pair{FindingKind::alone, "Told by one account only"},
};

// A plain fact: its value is the words themselves, and says more than `about`.
bool is_plain_fact(const Finding& f) {
  return f.kind == FindingKind::agreement && f.values.size() == 1 && !f.values[0].low && !f.values[0].high &&
         f.values[0].value.find(' ') != std::string::npos;
}

std::string value_line(const Analysis& run, const Value& v, const Look& look, bool with_words) {
  std::string ids;
  for (const ArticleNo a : v.articles) ids += " " + one_line(run.articles[index(a)].id);
  std::string speakers;
  for (const std::string& s : v.speakers) speakers += (speakers.empty() ? ", says " : ", to ") + one_line(s);
  const std::string words = with_words ? look.lit(cut_to(one_line(v.value), 70)) + "  " : "";
  return fmt::format("      {}{}{}{}\n", words, counted(static_cast<std::size_t>(v.witnesses), "account"),
                     look.dim(":" + ids), look.dim(speakers));
}

std::string finding_lines(const Analysis& run, const Finding& f, const Look& look) {
  const bool plain = is_plain_fact(f);
  std::string out = fmt::format("    {}\n", look.bold(one_line(plain ? f.values[0].value : f.about)));
  if (f.kind == FindingKind::correction && f.article) {
    out += fmt::format("      {} → {}{}  {}\n", one_line(f.from), look.lit(one_line(f.to)),
                       f.by.empty() ? "" : ", by " + one_line(f.by),
                       look.dim("in " + one_line(run.articles[index(*f.article)].id)));
  } else {
    for (const Value& v : f.values) out += value_line(run, v, look, !plain);
  }
  for (const std::string& why : f.why) out += fmt::format("      {}\n", look.dim(one_line(why)));
  return out;
}

std::string page(const Analysis& run, std::size_t count, const Look& look) {
  std::string out;
  for (std::size_t i = 0; i < count; ++i) {
    out += story_heading(run, i, look);
    for (const auto& [kind, heading] : kHeadings) {
      bool first = true;
      for (const Finding& f : run.findings[i]) {
        if (f.kind != kind) continue;
        if (first) out += fmt::format("\n  {}\n", look.good(heading));
        first = false;
        out += finding_lines(run, f, look);
      }
    }
  }
  return out.empty() ? "no stories\n" : out;
}

int run(const Args& args) {
  return run_stage(args, Stage::findings,
                   {[](const Analysis& r) { return r.stories.size(); }, pipeline::findings_record, page}, true);
}

}  // namespace

const Command findings_command = {
    "findings",
    "what independent accounts agree on, where they differ, what was corrected",
    "INPUT...",
    R"(  tellings findings examples/                 # agreements, differences, corrections
  tellings findings --json --one-story a.txt b.txt
)",
    R"(Compares the statements of a story's independent accounts: what at least two of
them say alike, where their answers cannot both hold, which figures were taken
back, whose words changed from telling to telling. Copies stand behind their
account and are not counted. It does not say what is true.
)",
    kOptions,
    run};

}  // namespace tellings::cli
