// What archives do with a page that they have found.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "tellings/documents/emitter.h"
#include "tellings/documents/http.h"

namespace tellings::documents {

// Hands the page on as a document in UTF-8, or says why not; nothing for a
// verdict of `other`.
void emit_page(Verdict verdict, const Page& page, const std::string& url, std::uint64_t offset, Emitter* emit);

// Hands on text that was taken out of a page.
void emit_text(std::string_view text, const std::string& url, std::uint64_t offset, Emitter* emit);

// A URI without the angle brackets and raw spaces that writers leave in it, as
// valid UTF-8.
std::string clean_uri(std::string_view uri);

}  // namespace tellings::documents
