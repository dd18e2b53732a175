// Any bytes, at once and in pieces: the same documents.
#include <algorithm>

#include "tellings/documents/checked_fuzz.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace tellings::documents;
  const std::string_view bytes = view_of(data, size);
  const Checked whole = checked(bytes);
  std::string_view rest = bytes;
  const auto more = [&](std::span<char> room) {
    const std::size_t n = std::min({std::size_t{13}, room.size(), rest.size()});
    rest.copy(room.data(), n);
    rest.remove_prefix(n);
    return n;
  };
  Checked pieces;
  read({.bytes = {}, .source = "fuzz", .file_id = "fuzz", .more = more}, {}, &pieces);
  if (pieces.heard != whole.heard || pieces.hash != whole.hash) std::abort();
  return 0;
}
