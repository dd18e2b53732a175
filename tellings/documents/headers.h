// Header fields as WARC, HTTP and MIME have them: `Name: value` lines up to an
// empty one.
//
//   RFC 9112, section 5; RFC 5322, section 2.2 (folded lines)
//
//   const std::size_t length = header_length(bytes);
//   const Headers headers{bytes.substr(0, length)};
//   const std::string type = headers.value("Content-Type");
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tellings::documents {

// The length of the lines in front, with the empty one that ends them, which
// may end in \r\n or \n; nothing if there is no such line.
std::optional<std::size_t> header_length(std::string_view bytes);

struct Headers {
  std::string_view lines;

  // The first field of that name, in any case: without space around it, with
  // one space for a fold; empty if there is none.
  std::string value(std::string_view name) const;
};

// `text/html` of `Text/HTML; charset="utf-8"`.
std::string media_type(std::string_view content_type);

// `utf-8` of it, for "charset"; empty if it has none.
std::string parameter(std::string_view value, std::string_view name);

// True if the two are the same but for the case of ASCII letters.
bool same_word(std::string_view a, std::string_view b);

std::string_view trimmed(std::string_view text);

// A number without sign, all of `text`; nothing if it is none or over 2^62.
std::optional<std::uint64_t> whole_number(std::string_view text);

}  // namespace tellings::documents
