// Reads news items as agencies deliver them in JSON.
//
//   https://iptc.org/standards/ninjs/ (ninjs 1.x and 2.x)
//
//   if (is_ninjs(object)) record = record_of_ninjs(object);
#pragma once

#include <simdjson.h>

#include "tellings/documents/record.h"

namespace tellings::documents {

// Whether an object names a body as ninjs does.
bool is_ninjs(const simdjson::dom::object& item);

// Headline, body, byline, dates, language, and the sources as credits.
Record record_of_ninjs(const simdjson::dom::object& item);

}  // namespace tellings::documents
