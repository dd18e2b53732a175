// The decision: how likely is it that one of two articles was made from the
// other, or both from one text?
//
//   Logistic regression over the evidence; weights by tools/train_copies.py.
#pragma once

#include "tellings/copies/evidence.h"

namespace tellings::copies {

// A probability, 0 to 1.
double probability(const Evidence& evidence);

}  // namespace tellings::copies
