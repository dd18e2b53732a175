#include "tellings/copies/judge.h"

#include <cmath>

#include "tellings/copies/judge_table.h"

namespace tellings::copies {

double probability(const Evidence& evidence) {
  double sum = kBias;
  for (std::size_t i = 0; i < evidence.features.size(); ++i)
    sum += kWeights[i] * static_cast<double>(evidence.features[i]);
  return 1 / (1 + std::exp(-sum));
}

}  // namespace tellings::copies
