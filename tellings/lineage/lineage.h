// Who was made from whom; what lost text stood behind them; how many
// witnesses?
#pragma once

#include <span>

#include "tellings/model/article.h"
#include "tellings/model/copy.h"
#include "tellings/model/lineage.h"
#include "tellings/model/story.h"

namespace tellings::lineage {

// The lineage of one story.  `articles` and `copies` are the run's; only the
// story's own are looked at.
Lineage trace(std::span<const Article> articles, const Story& story, std::span<const Copy> copies);

}  // namespace tellings::lineage
