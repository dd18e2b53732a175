// Reads records of JSON: one a line (JSONL, NDJSON), an array of them, one
// object, several behind one another, or a JSON Feed.
//
//   RFC 8259; https://jsonlines.org; https://www.jsonfeed.org/version/1.1/
//
//   read_json(&window, &emit);
#pragma once

#include <string>
#include <string_view>

#include "tellings/documents/emitter.h"
#include "tellings/documents/window.h"

namespace tellings::documents {

// Hands on a document for every object in the window.  A record that is not
// JSON, has no text or is over kLargestDocumentBytes is refused, and the next
// one is read.  Memory for one record; 1 GB/s and more for records of a page.
void read_json(Window* window, Emitter* emit);

// The JSON with what must not stand in it replaced so that it can be read:
// ill-formed UTF-8 and lone surrogates by U+FFFD, raw control characters in
// strings by their escapes.
std::string repaired_json(std::string_view json);

}  // namespace tellings::documents
