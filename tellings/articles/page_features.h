// What the line model sees of a line of a page: all that it sees of text, and
// the line's place in the tree.
#pragma once

#include <array>
#include <string_view>
#include <vector>

#include "tellings/articles/features.h"
#include "tellings/articles/json_ld.h"
#include "tellings/articles/page.h"

namespace tellings::articles {

inline constexpr std::size_t kPageFeatures = kTextFeatures + 108;

using PageFeatures = std::array<float, kPageFeatures>;

// What the page says elsewhere that its lines may repeat.
struct Known {
  std::string_view title;
  std::string_view description;
  std::string_view body;  // JSON-LD's articleBody; empty if there is none
};

// The page's head and JSON-LD, which must outlive the answer.
Known known_of(const Page& page, const LinkedData& said);

// One row a line.  Linear in the lines and their words.
std::vector<PageFeatures> page_features(const Lines& lines, const Known& known);

}  // namespace tellings::articles
