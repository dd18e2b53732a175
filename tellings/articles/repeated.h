// Lines that recur across one outlet's articles: its furniture.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <unordered_set>
#include <vector>

#include "tellings/articles/articles.h"
#include "tellings/articles/packing.h"

namespace tellings::articles {

// The lines of a batch that recur.
class Recurring {
 public:
  // Drops the draft's kept pieces that recur on its site, as repeated_on_site;
  // `summary` is the draft's own.
  void drop(const Summary& summary, Draft* draft) const;
  // The summary's lines without those that recur.
  std::vector<std::uint64_t> without(const Summary& summary) const;

 private:
  friend Recurring find_recurring(std::size_t, const std::function<Summary(std::size_t)>&,
                                  const std::function<std::string(std::size_t, std::size_t)>&);
  bool holds(std::uint64_t site, std::uint64_t line) const;

  std::unordered_set<std::uint64_t> lines_;  // of site and line together
};

// Finds the kept lines that stand in three or more articles of one outlet (by
// name, else by host) that are otherwise different: short lines anywhere,
// longer ones only at either end of the article, since an outlet repeats its
// paragraphs of background honestly.
//
// `summary` gives that of the i-th of `count` drafts, in the order of their
// ids; `line` the text of the k-th kept piece of the i-th.  Time: linear in the
// lines.  Memory: at most 32 MB to count them, some 100 bytes for each line
// that three articles of an outlet have, of which beyond half a million only
// those of the least hashes are looked at.
Recurring find_recurring(std::size_t count, const std::function<Summary(std::size_t)>& summary,
                         const std::function<std::string(std::size_t, std::size_t)>& line);

}  // namespace tellings::articles
