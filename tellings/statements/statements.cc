#include "tellings/statements/statements.h"

namespace tellings::statements {

std::vector<std::vector<Statement>> read_statements(std::span<const Article> articles, std::size_t) {
  return std::vector<std::vector<Statement>>(articles.size());
}

double same_name(std::string_view a, std::string_view b) { return a == b ? 1 : 0; }

}  // namespace tellings::statements
