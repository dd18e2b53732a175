// Made by tools/train_copies.py: weights of the features in evidence.h's order.
#pragma once

#include <array>

#include "tellings/copies/evidence.h"

namespace tellings::copies {

inline constexpr double kBias = -7.1220;
inline constexpr std::array<double, kFeatureNames.size()> kWeights = {
    0.2268,   // chain
    -7.6831,  // chain_plain
    1.6776,   // cosine
    -4.9895,  // plain
    -3.1169,  // shingles
    16.1168,  // open
    0.0438,   // run
    -0.0798,  // order
    0.1199,   // steps
    -1.3127,  // linked
    -0.3113,  // late
    -2.1888,  // kept
    -0.1851,  // size
    1.1447,   // ratio
    10.0263,  // ordered
    20.3787,  // ordered_plain
    2.1330,   // in_order
    4.6517,   // triples
    5.2674,   // lowest
    0.4452,   // middle
    0.8152,   // ends
    4.4760,   // quoted
};

}  // namespace tellings::copies
