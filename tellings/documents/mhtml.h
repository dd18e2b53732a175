// Reads a page that a browser saved as one file, or a letter with a page in it.
//
//   RFC 2557 (MHTML), RFC 2046 (multipart), RFC 2387 (multipart/related)
//
//   if (is_mhtml(head)) read_mhtml(bytes, &emit);
#pragma once

#include <string_view>

#include "tellings/documents/emitter.h"

namespace tellings::documents {

// True if the first lines are header fields that announce parts or a page.
bool is_mhtml(std::string_view head);

// Hands on the first page among the parts, or the first text if there is none,
// with the address that it was saved from as url.
void read_mhtml(std::string_view bytes, Emitter* emit);

}  // namespace tellings::documents
