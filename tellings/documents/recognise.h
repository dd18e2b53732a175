// What is in these bytes?  By content; a name only breaks ties.
//
//   recognise(window.view(), "page.html", options).kind
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "tellings/documents/documents.h"

namespace tellings::documents {

enum class Kind : std::uint8_t { empty, text, html, mhtml, feed, json, csv, warc, arc, other };

struct Recognised {
  Kind kind = Kind::text;
  // NOLINTNEXTLINE(readability-redundant-member-init): g++ warns of a missing initialiser without it
  std::string what = {};  // of `other`: "a PDF file"
  char separator = ',';   // of csv
};

// Looks at the first bytes of an unpacked input, 64 KiB or all of it, in UTF-8
// or a charset that has ASCII in it.  `name` is the input's path or URL.
Recognised recognise(std::string_view head, std::string_view name, const Options& options);

// True if the content looks like a page, without asking its name.
bool looks_like_html(std::string_view head);

}  // namespace tellings::documents
