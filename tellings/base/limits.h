// The bounds that keep any input from taking all time or memory.
#pragma once

#include <cstddef>

namespace tellings {

// The largest record that is read: a line of JSONL, a row of CSV, the block of
// a WARC record, a feed.  More is skipped and reported.
inline constexpr std::size_t kLargestDocumentBytes = std::size_t{64} << 20;

// The largest page or text that is read as one article's: pages of news are
// under 5 MB (189 KB in the mean); more is a dump or an attack.  What is made of
// them on the way is some twenty times as large at worst, and 200 MB the bound.
inline constexpr std::size_t kLargestPageBytes = std::size_t{8} << 20;

// How far unpacked bytes may outgrow packed ones: text packs 3 to 50 times,
// deflate's best is 1,032.  Checked only beyond kFreeUnpackedBytes.
inline constexpr std::size_t kLargestUnpackRatio = 200;
inline constexpr std::size_t kFreeUnpackedBytes = std::size_t{128} << 20;

}  // namespace tellings
