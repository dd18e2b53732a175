// A second article in the lines of one document.
#pragma once

#include <vector>

#include "tellings/articles/articles.h"
#include "tellings/articles/line.h"

namespace tellings::articles {

// Where another article begins, by what the document alone shows; mostly
// nowhere.  Lines at the cut that are headline or caption of the second article
// are marked as such.
std::vector<Cut> find_cuts(Lines* lines);

}  // namespace tellings::articles
