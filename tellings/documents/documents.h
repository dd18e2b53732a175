// What is in these bytes, and in which charset?
//
//   read({.bytes = file, .source = "page.html"}, {}, &sink);
#pragma once

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
// `sink`; what cannot be read is a rejection, and the rest goes on.
void read(const Input& input, const Options& options, Sink* sink);

}  // namespace tellings::documents
