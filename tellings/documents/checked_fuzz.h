// What must hold of every document and rejection, whatever the bytes; a fuzz
// target stops where it does not.
#pragma once

#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "tellings/base/utf8.h"
#include "tellings/documents/documents.h"
#include "tellings/documents/emitter.h"
#include "tellings/documents/window.h"

namespace tellings::documents {

struct Checked : Sink {
  void document(Document given) override {
    const Document& d = given;
    const Metadata& m = d.metadata;
    for (const std::string* s :
         {&d.id, &d.bytes, &m.url, &m.outlet, &m.title, &m.published, &m.modified, &m.language}) {
      if (!is_utf8(*s)) std::abort();
    }
    for (const std::string& author : m.authors) {
      if (!is_utf8(author)) std::abort();
    }
    if (d.id.empty()) std::abort();
    ++heard;
    hash = hash * 31 + d.bytes.size();
  }
  void rejection(Rejection r) override {
    if (!is_utf8(r.why.detail) || r.why.detail.empty()) std::abort();
    ++heard;
  }

  std::size_t heard = 0;
  std::size_t hash = 0;
};

// Reads `bytes` and checks what comes.
inline Checked checked(std::string_view bytes, std::string source = "fuzz") {
  Checked sink;
  read({.bytes = bytes, .source = std::move(source), .file_id = "fuzz"}, {}, &sink);
  if (sink.heard == 0) std::abort();
  return sink;
}

inline std::string_view view_of(const std::uint8_t* data, std::size_t size) {
  return {reinterpret_cast<const char*>(data), size};
}

}  // namespace tellings::documents
