// Unpacks compressed bytes as they are read: gzip, zstd, lz4.
//
//   RFC 1952 (gzip), RFC 8878 (zstd), LZ4 frame format 1.6.2; a WARC.zst's
//   dictionary: https://iipc.github.io/warc-specifications/specifications/warc-zstd/
//
//   if (packing_of(bytes) != Packing::none)
//     window = Window(unpack(packing_of(bytes), std::move(packed), report));
//
// A file may hold many members (gzip calls them so; frames in the others).  A
// damaged one is reported, gives what can be unpacked of it, and is followed by
// a cut; reading goes on at the next member that can be found.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "tellings/base/result.h"
#include "tellings/documents/window.h"

namespace tellings::documents {

enum class Packing : std::uint8_t { none, gzip, zstd, lz4 };

// What the first bytes (18 are enough) say.
Packing packing_of(std::string_view head);

// Takes word of damage, `offset` bytes into the packed input.
using Report = std::function<void(std::uint64_t offset, Code code, std::string detail)>;

// The source of the unpacked bytes; `packing` must not be none.  Members that
// grow beyond kLargestUnpackRatio are given up, as too_large.
std::unique_ptr<Source> unpack(Packing packing, std::unique_ptr<Window> packed, Report report);

// One whole body, as HTTP packs it: gzip, deflate (with or without its zlib
// header), zstd or br; nothing if it is none of these or is damaged at its very
// start.  A body cut short or damaged further on gives what there is; of one
// that unpacks to more than `limit` bytes it gives somewhat more than these.
std::optional<std::string> unpack_body(std::string_view coding, std::string_view body, std::size_t limit);

}  // namespace tellings::documents
