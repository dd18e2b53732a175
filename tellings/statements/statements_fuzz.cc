// Any valid UTF-8 is an article; every statement lies inside it, on code point
// borders.
#include <cassert>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "tellings/base/utf8.h"
#include "tellings/statements/statements.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  tellings::Article article;
  article.text = tellings::to_valid_utf8({reinterpret_cast<const char*>(data), size});
  article.published = "2024-02-29";
  const auto found = tellings::statements::read_statements({&article, 1}, 1);
  for (const tellings::Statement& s : found[0]) {
    const tellings::Span span = tellings::span_of(s);
    assert(span.begin < span.end && span.end <= article.text.size());
    assert(tellings::is_utf8(tellings::slice(article.text, span)));
  }
  return 0;
}
