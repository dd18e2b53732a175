// Charsets: labels, the prescan, guesses, and decoding by each.
#include <algorithm>

#include "tellings/documents/charset.h"
#include "tellings/documents/checked_fuzz.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace tellings::documents;
  std::string_view bytes = view_of(data, size);
  const std::size_t label = std::min(bytes.find('\n'), bytes.size());
  const std::string_view rest = bytes.substr(label);
  if (!tellings::is_utf8(to_utf8(rest, {.label = bytes.substr(0, label), .markup = true}))) std::abort();
  const std::string_view encoding = encoding_of(bytes.substr(0, label));
  if (!encoding.empty() && !tellings::is_utf8(decode(rest, encoding))) std::abort();
  if (is_valid_utf8(bytes) != tellings::is_utf8(bytes)) std::abort();
  return 0;
}
