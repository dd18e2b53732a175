// How a pair is judged.
//
// Each feature alone says little: long honest reports share as many words as
// short copies do.  What counts is the combination (names in common AND nothing
// new AND order kept, for texts of this length), so the decision is a logistic
// regression over the features and their products: 30 features, 465 products.
//
// Features are held to the range that training saw; without that, products of
// values out of range decide for texts of unusual length.
//
// Measured against plain logistic regression, gradient boosting and a small
// network on the same folds: docs/algorithms/copies.md.
#include "tellings/copies/judge.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "tellings/copies/judge_table.h"

namespace tellings::copies {

double probability(const Evidence& evidence) {
  std::array<double, kFeatureNames.size()> z{};
  for (std::size_t i = 0; i < z.size(); ++i) {
    const FeatureWeight& w = kFeatureWeights[i];
    z[i] = (std::clamp(static_cast<double>(evidence.features[i]), w.low, w.high) - w.mean) / w.deviation;
  }
  double sum = kBias;
  std::size_t product = 0;
  for (std::size_t i = 0; i < z.size(); ++i) {
    double row = kFeatureWeights[i].weight;
    for (std::size_t j = i; j < z.size(); ++j) row += kProductWeights[product++] * z[j];
    sum += row * z[i];
  }
  return 1 / (1 + std::exp(-sum));
}

}  // namespace tellings::copies
