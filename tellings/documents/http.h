// Reads an HTTP response as crawlers store it.
//
//   RFC 9112 (HTTP/1.1), section 7.1 (chunks)
//
//   const auto page = page_of_response(record.block);
//   if (page) emit.document(html_document(*page));
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "tellings/base/result.h"

namespace tellings::documents {

// A page as a server or an archive gave it, not decoded yet.
struct Page {
  std::string_view body;  // into the response, or into `unpacked`
  std::string charset;    // what the Content-Type says, empty if it does not
  std::string unpacked;   // of chunks and packing, empty if there were none

  Page() = default;
  Page(const Page&) = delete;
  Page& operator=(const Page&) = delete;
};

enum class Verdict : std::uint8_t { page, other, empty, too_large };

// Takes the page out of a response: status 2xx and a type of HTML, or none and
// content that looks like it.  `other` is anything else.  Chunks and packing
// are undone where they are really there, whatever the fields say; a body that
// is cut short gives what there is.  The page may hold views into `response`.
Verdict page_of_response(std::string_view response, Page* page);

// The same of a body whose type is known, as a WARC's resource record has it.
Verdict page_of_resource(std::string_view content_type, std::string_view body, Page* page);

// A chunked body put together; nothing if it does not begin with a chunk.
std::optional<std::string> dechunked(std::string_view body);

}  // namespace tellings::documents
