// What do the witnesses agree on, where do they differ?
#pragma once

#include <span>
#include <vector>

#include "tellings/model/article.h"
#include "tellings/model/copy.h"
#include "tellings/model/finding.h"
#include "tellings/model/lineage.h"
#include "tellings/model/statement.h"
#include "tellings/model/story.h"

namespace tellings::findings {

// The run's values, as the earlier stages gave them.
struct Run {
  std::span<const Article> articles;
  std::span<const std::vector<Statement>> statements;  // one list an article
  std::span<const Copy> copies;
};

// The findings of one story: most telling first within each kind, the kinds in
// the order of FindingKind.
std::vector<Finding> align(const Run& run, const Story& story, const Lineage& lineage);

}  // namespace tellings::findings
