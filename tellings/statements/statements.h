// Which figures, quotations, names, dates and corrections does an article
// make, on whose word?
#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "tellings/model/article.h"
#include "tellings/model/statement.h"

namespace tellings::statements {

// The statements of each article, in the order of the text; names that are
// spellings of one have one entity over all of them.
std::vector<std::vector<Statement>> read_statements(std::span<const Article> articles, std::size_t threads);

// Probability, 0 to 1, that both are spellings of one name.
double same_name(std::string_view a, std::string_view b);

}  // namespace tellings::statements
