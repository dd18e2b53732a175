// Parts of saved pages behind a header that makes them so.
#include "tellings/documents/checked_fuzz.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace tellings::documents;
  checked("MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n" + std::string(view_of(data, size)));
  return 0;
}
