#include "tellings/copies/copies.h"

namespace tellings::copies {

std::optional<Copy> compare(const Article&, const Article&) { return std::nullopt; }

std::vector<Copy> find_copies(std::span<const Article>, std::size_t) { return {}; }

}  // namespace tellings::copies
