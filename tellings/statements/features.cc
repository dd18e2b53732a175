#include "tellings/statements/features.h"

namespace tellings::statements {

std::vector<Clues> clues(const Reading& reading) {
  std::vector<Clues> out(reading.tokens.size());
  for (std::size_t i = 0; i < out.size(); ++i) {
    const Token& t = reading.tokens[i];
    const std::string_view low = reading.low(i);
    Clues& c = out[i];
    const std::size_t n = low.size();
    // A number's digits matter by their count only.
    c.word = t.kind == TokenKind::number ? 2 + std::min<std::size_t>(n, 6) : t.hash;
    c.suffix1 = hash_bytes(low.substr(n - std::min<std::size_t>(n, 1)));
    c.suffix2 = hash_bytes(low.substr(n - std::min<std::size_t>(n, 2)));
    c.suffix3 = hash_bytes(low.substr(n - std::min<std::size_t>(n, 3)));
    c.prefix2 = hash_bytes(low.substr(0, 2));
    c.prefix3 = hash_bytes(low.substr(0, 3));
    c.form = static_cast<std::uint64_t>(t.shape) + 5 * static_cast<std::uint64_t>(t.kind) + (t.glued ? 15u : 0u) +
             30u * std::min<std::size_t>(n / 3, 2);
  }
  return out;
}

}  // namespace tellings::statements
