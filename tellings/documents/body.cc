// The packings of HTTP bodies, undone at once.
//
//   RFC 9110, section 8.4.1: gzip, deflate (which some servers send without the
//   zlib header it should have); RFC 7932: br; RFC 8878: zstd.
#include <brotli/decode.h>
#include <zlib.h>
#include <zstd.h>

#include <algorithm>
#include <array>
#include <cstdint>

#include "tellings/documents/headers.h"
#include "tellings/documents/unpack.h"

namespace tellings::documents {
namespace {

constexpr std::size_t kStretchBytes = std::size_t{64} << 10;

// `bits`: zlib's, +16 for gzip, negative for no header.
std::string inflated(std::string_view body, int bits, std::size_t limit) {
  std::string out;
  z_stream z{};
  if (inflateInit2(&z, bits) != Z_OK) return out;
  z.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(body.data()));  // zlib only reads it
  z.avail_in = static_cast<uInt>(std::min<std::size_t>(body.size(), UINT32_MAX));
  int result = Z_OK;
  while (result == Z_OK && out.size() < limit) {
    const std::size_t before = out.size();
    out.resize(before + std::max(kStretchBytes, before / 2));
    z.next_out = reinterpret_cast<Bytef*>(out.data() + before);
    z.avail_out = static_cast<uInt>(out.size() - before);
    result = inflate(&z, Z_NO_FLUSH);
    out.resize(out.size() - z.avail_out);
    if (result == Z_OK && out.size() == before) break;
    if (result == Z_STREAM_END && z.avail_in > 0 && bits > 16) result = inflateReset(&z);  // another member
  }
  inflateEnd(&z);
  return out;
}

std::string unbrotli(std::string_view body, std::size_t limit) {
  std::string out;
  BrotliDecoderState* const state = BrotliDecoderCreateInstance(nullptr, nullptr, nullptr);
  const auto* in = reinterpret_cast<const std::uint8_t*>(body.data());
  std::size_t left = body.size();
  BrotliDecoderResult result = BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT;
  while (result == BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT && out.size() < limit) {
    std::array<std::uint8_t, kStretchBytes> room;
    std::uint8_t* next = room.data();
    std::size_t free = room.size();
    result = BrotliDecoderDecompressStream(state, &left, &in, &free, &next, nullptr);
    out.append(reinterpret_cast<const char*>(room.data()), room.size() - free);
  }
  BrotliDecoderDestroyInstance(state);
  // br has no magic number: only a decode to the end shows that it was br.
  if (result == BROTLI_DECODER_RESULT_ERROR) out.clear();
  return out;
}

std::string unzstandard(std::string_view body, std::size_t limit) {
  std::string out;
  ZSTD_DCtx* const context = ZSTD_createDCtx();
  ZSTD_inBuffer in{body.data(), body.size(), 0};
  std::array<char, kStretchBytes> room;
  for (std::size_t made = 1; made > 0 && out.size() < limit;) {
    ZSTD_outBuffer to{room.data(), room.size(), 0};
    const std::size_t result = ZSTD_decompressStream(context, &to, &in);
    made = to.pos;
    out.append(room.data(), made);
    if (ZSTD_isError(result)) break;
  }
  ZSTD_freeDCtx(context);
  return out;
}

}  // namespace

std::optional<std::string> unpack_body(std::string_view coding, std::string_view body, std::size_t limit) {
  const Packing packing = packing_of(body);
  std::string out;
  if (packing == Packing::gzip) {  // under whatever name
    out = inflated(body, 15 + 16, limit);
  } else if (packing == Packing::zstd) {
    out = unzstandard(body, limit);
  } else if (same_word(coding, "deflate")) {
    out = inflated(body, 15, limit);
    if (out.empty()) out = inflated(body, -15, limit);
  } else if (same_word(coding, "br")) {
    out = unbrotli(body, limit);
  }
  if (out.empty()) return std::nullopt;
  return out;
}

}  // namespace tellings::documents
