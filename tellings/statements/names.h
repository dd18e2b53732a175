// The words by which names are compared.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace tellings::statements {

// The words of a name, folded, without particles ("al", "bin", "de") unless it
// has no others; at most eight.
std::vector<std::string> name_words(std::string_view name);

}  // namespace tellings::statements
