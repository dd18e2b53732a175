// What a read hands on, kept for tests to look at.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "tellings/documents/documents.h"
#include "tellings/documents/emitter.h"

namespace tellings::documents {

struct Gathered : Sink {
  void document(Document d) override { documents.push_back(std::move(d)); }
  void rejection(Rejection r) override { rejections.push_back(std::move(r)); }

  // The documents' bytes, one behind the other.
  std::string all() const {
    std::string out;
    for (const Document& d : documents) out += d.bytes + "|";
    return out;
  }

  // The codes of the rejections, as --errors prints them.
  std::string codes() const {
    std::string out;
    for (const Rejection& r : rejections) out += std::string(out.empty() ? "" : " ") + name(r.why.code);
    return out;
  }

  std::vector<Document> documents;
  std::vector<Rejection> rejections;
};

inline Gathered gather(std::string_view bytes, std::string source = "file", const Options& options = {}) {
  Gathered out;
  read({.bytes = bytes, .source = std::move(source), .file_id = "file"}, options, &out);
  return out;
}

// The same, given in pieces of `step` bytes.
inline Gathered gather_in_steps(std::string_view bytes, std::size_t step) {
  Gathered out;
  std::string_view rest = bytes;
  const auto more = [&](std::span<char> room) {
    const std::size_t n = std::min({step, room.size(), rest.size()});
    rest.copy(room.data(), n);
    rest.remove_prefix(n);
    return n;
  };
  read({.bytes = {}, .source = "file", .file_id = "file", .more = more}, {}, &out);
  return out;
}

}  // namespace tellings::documents
