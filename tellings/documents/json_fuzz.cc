// JSON: a record a line, and values over lines.
#include "tellings/documents/checked_fuzz.h"
#include "tellings/documents/json.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace tellings::documents;
  const std::string bytes(view_of(data, size));
  checked("{\"id\": \"a\", \"text\": \"b\"}\n" + bytes);
  checked("[{\"text\":" + bytes);
  if (!tellings::is_utf8(repaired_json(bytes))) std::abort();
  return 0;
}
