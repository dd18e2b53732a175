// Why a direction was given, in sentences that a person can check against the
// two texts.
#pragma once

#include <string>
#include <vector>

#include "tellings/copies/align.h"
#include "tellings/copies/subject.h"

namespace tellings::copies {

// The reasons that speak for `copy` having been made from `original`, the most
// telling first, at most four.  `links` is the alignment with the original as a.
std::vector<std::string> reasons(const Subject& original, const Subject& copy, const std::vector<Link>& links);

// Which was published first: below 0 if a, above 0 if b, 0 if that is not known.
// Both dates count as far as both go.
int later(const Article& a, const Article& b);

}  // namespace tellings::copies
