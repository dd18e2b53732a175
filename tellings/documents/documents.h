// What is in these bytes, and in which charset?
//
//   read({.bytes = file, .source = "page.html", .file_id = "page"}, {}, &sink);
//
// docs/formats/inputs.md has what is read, how it is recognised, and what comes
// of it.
#pragma once

#include <cstddef>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tellings/model/document.h"

namespace tellings::documents {

// One input as it was given.
struct Input {
  std::string_view bytes;
  std::string source;   // path or URL, valid UTF-8
  std::string file_id;  // the id for a document that is the whole input

  // If set, the input goes on behind `bytes` with what this writes to the span:
  // how many bytes, 0 at the end.  So a file of any size is read in the memory
  // of a record.
  // NOLINTNEXTLINE(readability-redundant-member-init): g++ warns of a missing initialiser without it
  std::function<std::size_t(std::span<char>)> more = {};
};

struct Options {
  // Renamed fields of records and columns: {"text", "body"} reads `body` as text.
  std::vector<std::pair<std::string, std::string>> fields;
};

// Where documents and refusals go, in the order of the input.
class Sink {
 public:
  virtual ~Sink() = default;
  virtual void document(Document document) = 0;
  virtual void rejection(Rejection rejection) = 0;
};

// Recognises what `input` is, by content, and hands every document in it to
// `sink`; what cannot be read is a rejection, and the rest goes on.  At least
// one of either comes.  Any bytes do; what a sink throws comes through.
//
// Of packed inputs the offset of a rejection is that of the packed member (the
// gzip record of a WARC) it was found in.
void read(const Input& input, const Options& options, Sink* sink);

}  // namespace tellings::documents
