#include <fmt/format.h>

#include <array>

#include "cli/commands.h"
#include "cli/run.h"
#include "tellings/copies/seeds.h"
#include "tellings/pipeline/copy_index.h"
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

constexpr Printer kPrinter = {[](const Analysis& r) { return r.copies.size(); }, pipeline::copy_record, page};

// "12 new articles against 100,000 of the index: 3 pairs"
void tell_search(const pipeline::CopyIndex::Told& told, std::size_t pairs, bool added) {
  fmt::print(stderr, "tellings: {} against {} of the index: {}{}\n", counted(told.fresh, "new article"), told.before,
             counted(pairs, "pair"), added ? "; added" : "");
  if (told.known > 0) fmt::print(stderr, "tellings: {} in the index already\n", counted(told.known, "article"));
  if (told.capped.runs > 0) {
    fmt::print(stderr,
               "tellings: runs of words that over {} articles share: {}; only articles of like length compared\n",
               copies::kCommonRun, told.capped.runs);
  }
  if (told.capped.pairs > 0)
    fmt::print(stderr, "tellings: {} with rare words in common not compared, others being nearer\n",
               counted(told.capped.pairs, "pair"));
}

int run_with_index(const Args& args) {
  using pipeline::CopyIndex;
  const bool adds = !args.has("--no-add");
  const std::size_t limit = args.number("--limit", std::string::npos, 1, std::string::npos);
  const pipeline::Options options = options_of(args, Stage::copies);
  CopyIndex index(args.value("--index"), adds ? CopyIndex::Use::search_and_add : CopyIndex::Use::search);
  CopyIndex::Told told;
  const Analysis run = index.search(args.operands(), options, &told);
  write_errors(args, run);
  print_run(args, run, limit, kPrinter);
  // What is in the index has been printed: a run that is stopped here is repeated whole.
  index.commit();
  tell_refusals(args, run);
  if (!args.has("--quiet")) tell_search(told, run.copies.size(), adds);
  if (told.read == 0) return nothing_read(args);
  return status_of(run);
}

int run(const Args& args) {
  if (args.has("--index")) return run_with_index(args);
  if (args.has("--no-add")) throw UsageError("copies: --no-add needs --index");
  return run_stage(args, Stage::copies, kPrinter, true);
}

constexpr std::array kOptions = {
    Option{"--index", "FOLDER", "compare with all articles of this index too, and add the new ones to it"},
    Option{"--no-add", "", "leave the index as it is"},
};

}  // namespace

const Command copies_command = {"copies",
                                "which articles share text beyond chance, where, in what manner, which way",
                                "INPUT...",
                                R"(  tellings copies examples/                   # the pairs, in a table
  tellings copies --json news.jsonl | jq 'select(.kind == "paraphrased")'
  tellings copies --index news.index today/   # today's against all that came before
)",
                                R"(Prints every pair of articles of which one was made from the other, or both
from one text. KIND: identical, edited (word for word, small changes), cut,
paraphrased, mixed (the rest is its own), quotations (only quotations, figures
and set phrases in common: not a copy). SCORE is the probability of a copy; OF A
and OF B are the shares of each that lie in shared passages. THE COPY is the one
made from the other, where the texts show it; ? where they do not, or where both
may come from a third.

With --index, articles are remembered in a folder, which is made if it is not
there. Only pairs with a new article are printed; an article that is in the index
already is left out. A run that is stopped has added nothing.
)",
                                kOptions,
                                run};

}  // namespace tellings::cli
