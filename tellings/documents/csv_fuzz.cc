// Rows of tables, with commas and with tabs.
#include "tellings/documents/checked_fuzz.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace tellings::documents;
  checked("id,text,title\n" + std::string(view_of(data, size)));
  checked("id\ttext\n" + std::string(view_of(data, size)));
  return 0;
}
