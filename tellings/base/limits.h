// The bounds that keep any input from taking all time or memory.
#pragma once

#include <cstddef>

namespace tellings {

// The largest document that is read: pages of news are under 5 MB (189 KB in
// the mean); more is a dump or an attack.
inline constexpr std::size_t kLargestDocumentBytes = std::size_t{64} << 20;

}  // namespace tellings
