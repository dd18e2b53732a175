// Records of ARCs behind a first line that makes them so.
#include "tellings/documents/checked_fuzz.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace tellings::documents;
  checked("filedesc://a 127.0.0.1 20140216050221 text/plain 0\n" + std::string(view_of(data, size)));
  return 0;
}
