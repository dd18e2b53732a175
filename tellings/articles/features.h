// What the line model sees of a line: its own shape, its neighbours, and where
// it stands in the document.
#pragma once

#include <array>
#include <span>
#include <vector>

#include "tellings/articles/line.h"

namespace tellings::articles {

inline constexpr std::size_t kTextFeatures = 64;

using TextFeatures = std::array<float, kTextFeatures>;

// A paragraph of prose: the anchor that other lines are judged by.
bool is_prose(const Shape& shape);

// ln(1 + x), x not negative: from a table for the whole numbers that nearly all are.
float log1(double x);

// One row a line.  Linear in the lines and their words.
std::vector<TextFeatures> text_features(const Lines& lines);

}  // namespace tellings::articles
