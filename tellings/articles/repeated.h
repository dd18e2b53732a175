// Lines that recur across one outlet's articles: its furniture.
#pragma once

#include <span>

#include "tellings/articles/articles.h"

namespace tellings::articles {

// Drops, as repeated_on_site, kept lines that stand in three or more articles
// of one outlet (by name, else by host) that are otherwise different: short
// lines anywhere, longer ones only at either end of the article, since an
// outlet repeats its paragraphs of background honestly.  Linear in the lines.
void drop_repeated(std::span<Draft> drafts);

}  // namespace tellings::articles
