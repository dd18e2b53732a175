#include "cli/summary.h"

#include <fmt/format.h>

#include "cli/output.h"

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

}  // namespace tellings::cli
