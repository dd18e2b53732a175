#include "cli/summary.h"

#include <fmt/format.h>

namespace tellings::cli {

std::string counts_sentence(const Counts& counts) {
  const auto articles = static_cast<std::size_t>(counts.articles);
  if (counts.articles == 1) return "1 article: nothing to compare it with.";
  std::string out = counted(articles, "article");
  if (counts.outlets) out += " from " + counted(static_cast<std::size_t>(*counts.outlets), "outlet");
  const Range& w = counts.witnesses;
  if (w.high == 1) return out + " are 1 account.";
  if (w.low == w.high)
    return fmt::format("{} are {}.", out, counted(static_cast<std::size_t>(w.best), "independent account"));
  return fmt::format("{} are {} to {} independent accounts, most likely {}.", out, w.low, w.high, w.best);
}

std::string story_heading(const pipeline::Analysis& run, std::size_t i, const Look& look) {
  const Story& s = run.stories[i];
  return fmt::format("{}{}  {}\n{}\n", i ? "\n" : "", s.id, look.bold(one_line(s.title)),
                     counts_sentence(run.lineages[i].counts));
}

}  // namespace tellings::cli
