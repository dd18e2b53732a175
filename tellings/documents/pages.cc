#include "tellings/documents/pages.h"

#include <utility>

#include "tellings/base/limits.h"
#include "tellings/base/utf8.h"
#include "tellings/documents/charset.h"
#include "tellings/documents/headers.h"
#include "tellings/documents/lines.h"

namespace tellings::documents {

void emit_page(Verdict verdict, const Page& page, const std::string& url, std::uint64_t offset, Emitter* emit) {
  switch (verdict) {
    case Verdict::other: return;
    case Verdict::empty: return emit->reject(offset, Code::empty, "a page without content: " + url);
    case Verdict::too_large: return emit->reject(offset, Code::too_large, "a page of more than 8 MiB: " + url);
    case Verdict::page: break;
  }
  Document d;
  d.content = Content::html;
  d.origins.resize(1);
  d.bytes = to_utf8(page.body, {.label = page.charset, .markup = true}, &d.origins[0]);
  d.offset = offset;
  d.archived = true;
  d.metadata.url = url;
  emit->document(std::move(d));
}

void emit_text(std::string_view text, const std::string& url, std::uint64_t offset, Emitter* emit) {
  if (text.size() > kLargestPageBytes)
    return emit->reject(offset, Code::too_large, "a text of more than 8 MiB: " + url);
  Document d;
  d.content = Content::dirty_text;
  d.origins.resize(2);
  d.bytes = normal_lines(to_utf8(text, {}, &d.origins[0]), &d.origins[1]);
  d.offset = offset;
  d.archived = true;
  d.metadata.url = url;
  if (d.bytes.empty()) return emit->reject(offset, Code::empty, "a text without content: " + url);
  emit->document(std::move(d));
}

std::string clean_uri(std::string_view uri) {
  uri = trimmed(uri);
  if (uri.starts_with('<') && uri.ends_with('>')) uri = uri.substr(1, uri.size() - 2);
  std::string out;
  for (const char c : uri) c == ' ' ? out += "%20" : out += c;
  return to_valid_utf8(out);
}

}  // namespace tellings::documents
