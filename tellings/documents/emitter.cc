#include "tellings/documents/emitter.h"

#include <utility>

#include "tellings/base/hash.h"

namespace tellings::documents {
namespace {

std::string content_id(const Document& d) {
  std::uint64_t hash = hash_page(d.bytes, static_cast<std::uint64_t>(d.content));
  for (const std::string* field : {&d.metadata.url, &d.metadata.outlet, &d.metadata.title, &d.metadata.published}) {
    hash = hash_bytes(*field, mix(hash));
  }
  std::string id(16, '0');
  for (std::size_t i = 16; i-- > 0; hash >>= 4) id[i] = "0123456789abcdef"[hash & 15];
  return id;
}

}  // namespace

void Emitter::document(Document document) {
  document.source = input_.source;
  if (document.id.empty()) document.id = content_id(document);
  ++documents_;
  sink_->document(std::move(document));
}

void Emitter::whole(Document document_) {
  if (document_.id.empty()) document_.id = input_.file_id;
  document(std::move(document_));
}

void Emitter::reject(std::optional<std::uint64_t> offset, Code code, std::string detail) {
  ++rejections_;
  sink_->rejection({input_.source, offset, {code, std::move(detail)}});
}

}  // namespace tellings::documents
