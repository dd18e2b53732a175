// A stretch of bytes packed by zstd (RFC 8878), for what is kept on the disk.
//
//   const std::string packed = pack_block(bytes);
//   const auto bytes = unpack_block(packed, size);
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "tellings/base/result.h"

namespace tellings::documents {

std::string pack_block(std::string_view bytes);

// What pack_block() packed, `size` bytes; bad_syntax for anything else.
Result<std::string> unpack_block(std::string_view packed, std::size_t size);

}  // namespace tellings::documents
