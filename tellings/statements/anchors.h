// From when is an article that does not say it? From the articles of the run
// that tell of the same names, where these agree.
//
//   infer_anchors(entities_of_each_article, &anchors);
#pragma once

#include <cstdint>
#include <vector>

#include "tellings/statements/dates.h"

namespace tellings::statements {

// Fills in the year, and the month where they agree on it, of anchors without
// a year: `entities` are the sorted, distinct entities of each article.  A day
// is never inferred.  Linear in the entities, of which very common ones count
// for nothing.
void infer_anchors(const std::vector<std::vector<std::uint32_t>>& entities, std::vector<Day>* anchors);

}  // namespace tellings::statements
