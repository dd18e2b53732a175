// Records of WARCs, with their HTTP, behind a first line that makes them so.
#include "tellings/documents/checked_fuzz.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace tellings::documents;
  checked("WARC/1.0\r\n" + std::string(view_of(data, size)));
  return 0;
}
