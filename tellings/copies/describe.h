// Puts a decision into words: the kind of a pair, its passages, how much of
// each they cover, which was made from the other and why.
#pragma once

#include "tellings/copies/align.h"
#include "tellings/copies/evidence.h"
#include "tellings/copies/subject.h"
#include "tellings/model/copy.h"

namespace tellings::copies {

// The pair as a Copy with everything but its numbers `a` and `b`.
Copy describe(const Subject& a, const Subject& b, const Alignment& alignment, const Evidence& evidence, double score);

}  // namespace tellings::copies
