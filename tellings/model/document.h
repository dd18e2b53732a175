// A document: bytes from one place at one time, before anybody asked what in
// them is an article.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "tellings/base/result.h"
#include "tellings/model/origin.h"
#include "tellings/model/span.h"

namespace tellings {

// How a document's content is to be read.
enum class Content : std::uint8_t {
  html,        // a page: take the article out of it
  clean_text,  // given as an article's text: kept byte for byte
  dirty_text,  // text that somebody scraped: cleaned and split
};

// What the input itself says of an article.  Empty means not said.
struct Metadata {
  std::string url;
  std::string outlet;
  std::string title;
  std::vector<std::string> authors;
  std::string published;  // RFC 3339, cut to what is known
  std::string modified;
  std::string language;              // BCP 47
  std::vector<std::string> credits;  // names of sources, agencies among them
};

struct Document {
  std::string id;      // the input's own, or made as RECORDS.md says
  std::string source;  // path or URL as given, valid UTF-8
  Content content = Content::dirty_text;
  std::string bytes;  // valid UTF-8
  // How `bytes` came of the content as it was found (a file unpacked, the body
  // of a response, the field of a record), the first step first; none: they are it.
  std::vector<Origin> origins = {};
  std::optional<std::uint64_t> offset = {};  // of its record, bytes from the start of the source; none: it is all of it
  bool archived = false;                     // the record is an archive's: found again by its offset, not by an id
  Metadata metadata;
};

// The place in the content as it was found that `at` of the document's bytes
// was made from.
inline std::uint32_t source_of(const Document& document, std::uint32_t at) {
  for (auto step = document.origins.rbegin(); step != document.origins.rend(); ++step) at = step->source_of(at);
  return at;
}

// The same of a span of the document's bytes; of an empty one, that is not known.
inline Span source_of(const Document& document, Span span) {
  if (span.empty()) return {};
  return {source_of(document, span.begin), source_of(document, span.end)};
}

// An input, or a part of one, that was refused or damaged.  A line of --errors.
struct Rejection {
  std::string source;                   // path or URL as given, valid UTF-8
  std::optional<std::uint64_t> offset;  // bytes from the start of the source
  Error why;
};

}  // namespace tellings
