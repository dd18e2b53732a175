#include "tellings/documents/block.h"

#include <zstd.h>

#include <new>

#include "tellings/base/limits.h"

namespace tellings::documents {
namespace {

constexpr int kLevel = 6;  // texts of news: 5 % smaller than the default, half its speed

}  // namespace

std::string pack_block(std::string_view bytes) {
  std::string out(ZSTD_compressBound(bytes.size()), '\0');
  const std::size_t n = ZSTD_compress(out.data(), out.size(), bytes.data(), bytes.size(), kLevel);
  if (ZSTD_isError(n)) throw std::bad_alloc();  // its only cause, as the room suffices
  out.resize(n);
  return out;
}

Result<std::string> unpack_block(std::string_view packed, std::size_t size) {
  if (size > kLargestDocumentBytes) return std::unexpected(Error{Code::too_large, "a block says that it is too large"});
  std::string out(size, '\0');
  const std::size_t n = ZSTD_decompress(out.data(), out.size(), packed.data(), packed.size());
  if (ZSTD_isError(n) || n != size) return std::unexpected(Error{Code::bad_syntax, "a block that does not unpack"});
  return out;
}

}  // namespace tellings::documents
