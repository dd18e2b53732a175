// Packed bytes, and HTTP bodies under each coding.
#include <memory>

#include "tellings/documents/checked_fuzz.h"
#include "tellings/documents/unpack.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace tellings::documents;
  const std::string_view bytes = view_of(data, size);
  for (const std::string_view magic : {std::string_view("\x1f\x8b\x08\0\0\0\0\0\0\x03", 10),
                                       std::string_view("\x28\xb5\x2f\xfd"), std::string_view("\x04\x22\x4d\x18")}) {
    const std::string packed = std::string(magic) + std::string(bytes);
    Window window(unpack(packing_of(packed), std::make_unique<Window>(std::string_view(packed)),
                         [](std::uint64_t, tellings::Code, std::string) {}));
    while (window.want(1) || window.at_cut()) window.at_cut() ? window.resume() : window.skip(window.view().size());
  }
  for (const char* coding : {"gzip", "deflate", "br", "zstd"}) unpack_body(coding, bytes, std::size_t{1} << 20);
  return 0;
}
