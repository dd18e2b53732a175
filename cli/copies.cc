#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/run.h"
#include "tellings/pipeline/names.h"
#include "tellings/pipeline/records.h"

namespace tellings::cli {
namespace {

std::string page(const Analysis& run, std::size_t count, const Look& look) {
  if (run.copies.empty()) return "no two articles share text beyond chance\n";
  const auto id = [&](ArticleNo a) { return one_line(run.articles[index(a)].id); };
  std::vector<std::vector<std::string>> rows;
  for (std::size_t i = 0; i < count; ++i) {
    const Copy& c = run.copies[i];
    const std::string copy =
        c.copy ? fmt::format("{} ({:.2f})", id(*c.copy == Side::a ? c.a : c.b), c.direction_confidence.value_or(0))
               : "?";
    rows.push_back({id(c.a), id(c.b), pipeline::name(c.kind), fmt::format("{:.2f}", c.score),
                    fmt::format("{:.0f} %", 100 * c.covered_a), fmt::format("{:.0f} %", 100 * c.covered_b), copy,
                    c.why.empty() ? "" : one_line(c.why.front())});
  }
  return table(look, {"A", "B", "KIND", "SCORE", "OF A", "OF B", "THE COPY", "WHY"}, rows, {3, 4, 5});
}

int run(const Args& args) {
  return run_stage(args, Stage::copies,
                   {[](const Analysis& r) { return r.copies.size(); }, pipeline::copy_record, page}, true);
}

}  // namespace

const Command copies_command = {"copies",
                                "which articles share text beyond chance, where, in what manner, which way",
                                "INPUT...",
                                R"(  tellings copies examples/                   # the pairs, in a table
  tellings copies --json news.jsonl | jq 'select(.kind == "paraphrased")'
)",
                                R"(Prints every pair of articles of which one was made from the other, or both
from one text. KIND: identical, edited (word for word, small changes), cut,
paraphrased, mixed (the rest is its own), quotations (only quotations, figures
and set phrases in common: not a copy). SCORE is the probability of a copy; OF A
and OF B are the shares of each that lie in shared passages. THE COPY is the one
made from the other, where the texts show it; ? where they do not, or where both
may come from a third.
)",
                                {},
                                run};

}  // namespace tellings::cli
