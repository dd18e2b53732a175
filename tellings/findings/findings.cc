#include "tellings/findings/findings.h"

#include <algorithm>
#include <iterator>

#include "tellings/findings/alone.h"
#include "tellings/findings/board.h"
#include "tellings/findings/corrections.h"
#include "tellings/findings/dates.h"
#include "tellings/findings/figures.h"
#include "tellings/findings/plain_facts.h"
#include "tellings/findings/quotations.h"
#include "tellings/findings/rank.h"

namespace tellings::findings {

std::vector<Finding> align(const Run& run, const Story& story, const Lineage& lineage) {
  if (story.articles.size() < 2 && run.statements.empty()) return {};
  const Board board = read_board(run, story, lineage);
  std::vector<Finding> out = find_figures(board);
  const auto take = [&](std::vector<Finding> found) { std::ranges::move(found, std::back_inserter(out)); };
  take(find_dates(board));
  take(find_quotations(board));
  take(find_corrections(board));
  take(find_plain_facts(board, out));
  take(find_alone(board, out));
  rank(board, &out);
  return out;
}

}  // namespace tellings::findings
