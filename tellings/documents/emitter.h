// Hands documents and refusals on, with what they all have in common: the
// source, and ids as RECORDS has them.
//
//   Emitter emit(input, options, &sink);
//   emit.document(std::move(document));
//   emit.reject(window.offset(), Code::bad_syntax, "not a JSON object");
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "tellings/documents/documents.h"

namespace tellings::documents {

class Emitter {
 public:
  Emitter(const Input& input, const Options& options, Sink* sink) : input_(input), options_(options), sink_(sink) {}

  // Hands a document on.  Without an id it gets 16 hex digits of the hash of
  // what it is: its content, url, outlet, title and date.
  void document(Document document);
  // Hands on a document that is the whole input: without an id it gets the file's.
  void whole(Document document);
  void reject(std::optional<std::uint64_t> offset, Code code, std::string detail);

  const Input& input() const { return input_; }
  const Options& options() const { return options_; }
  std::uint64_t documents() const { return documents_; }
  std::uint64_t rejections() const { return rejections_; }

 private:
  const Input& input_;
  const Options& options_;
  Sink* sink_;
  std::uint64_t documents_ = 0;
  std::uint64_t rejections_ = 0;
};

}  // namespace tellings::documents
