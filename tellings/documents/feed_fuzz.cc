// Feeds, and the XML, entities, addresses and dates in them.
#include "tellings/documents/charset.h"
#include "tellings/documents/checked_fuzz.h"
#include "tellings/documents/dates.h"
#include "tellings/documents/entities.h"
#include "tellings/documents/uri.h"
#include "tellings/documents/xml.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace tellings::documents;
  const std::string bytes = to_utf8(view_of(data, size), {});
  checked("<rss xmlns:dc='http://purl.org/dc/elements/1.1/'><channel>" + bytes);
  checked("<feed><entry>" + bytes);
  if (!tellings::is_utf8(plain_text(bytes)) || !tellings::is_utf8(unescaped(bytes))) std::abort();
  if (rfc3339(rfc3339(bytes)) != rfc3339(bytes)) std::abort();
  resolved("http://a.example/b/c", bytes);
  resolved(bytes, "../d");
  return 0;
}
