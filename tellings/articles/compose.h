// From a draft's pieces to articles.
#pragma once

#include <vector>

#include "tellings/articles/articles.h"

namespace tellings::articles {

// Appends the draft's articles, one a part, to `*out`: joins the kept pieces
// to a text, lists the dropped ones, estimates the quality.
void compose(Draft draft, std::vector<Article>* out);

}  // namespace tellings::articles
