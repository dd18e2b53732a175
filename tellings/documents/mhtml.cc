#include "tellings/documents/mhtml.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "tellings/documents/charset.h"
#include "tellings/documents/headers.h"
#include "tellings/documents/lines.h"
#include "tellings/documents/mime.h"
#include "tellings/documents/pages.h"

namespace tellings::documents {
namespace {

constexpr int kDeepestParts = 5;  // mixed, alternative, related and two to spare

struct Part {
  Headers headers;
  std::string_view body;
};

Part part_of(std::string_view bytes) {
  const std::size_t length = header_length(bytes).value_or(bytes.size());
  return {Headers{bytes.substr(0, length)}, bytes.substr(length)};
}

// What stands between the lines `--boundary`.
std::vector<std::string_view> split(std::string_view body, const std::string& boundary) {
  std::vector<std::string_view> parts;
  const std::string mark = "--" + boundary;
  std::optional<std::size_t> begin;
  for (std::size_t at = 0; (at = body.find(mark, at)) != std::string_view::npos; at += mark.size()) {
    if (at > 0 && body[at - 1] != '\n') continue;
    if (begin) parts.push_back(body.substr(*begin, at - *begin));
    const std::size_t line = body.find('\n', at);
    begin.reset();
    if (body.substr(at + mark.size()).starts_with("--") || line == std::string_view::npos) break;
    begin = line + 1;
  }
  if (begin) parts.push_back(body.substr(*begin));  // cut short
  return parts;
}

// Finds the page, in the order of the parts, and a text in case there is none.
void find(std::string_view bytes, int depth, std::optional<Part>* page, std::optional<Part>* text) {
  const Part part = part_of(bytes);
  const std::string content = part.headers.value("Content-Type");
  const std::string type = media_type(content);
  const std::string boundary = parameter(content, "boundary");
  if (type.starts_with("multipart/") && !boundary.empty() && depth < kDeepestParts) {
    for (const std::string_view one : split(part.body, boundary)) {
      if (!*page) find(one, depth + 1, page, text);
    }
  } else if (type == "text/html" || type == "application/xhtml+xml") {
    *page = part;
  } else if (!*text && (type == "text/plain" || type.empty()) && !trimmed(part.body).empty()) {
    *text = part;
  }
}

std::string decoded(const Part& part) {
  const std::string coding = part.headers.value("Content-Transfer-Encoding");
  if (same_word(coding, "quoted-printable")) return from_quoted_printable(part.body);
  if (same_word(coding, "base64")) return from_base64(part.body);
  return std::string(part.body);
}

}  // namespace

bool is_mhtml(std::string_view head) {
  const std::size_t length = header_length(head).value_or(head.size());
  const Headers headers{head.substr(0, length)};
  const std::size_t colon = head.find(':');
  const std::size_t odd = head.find_first_of(" \t\r\n<{");
  if (colon == std::string_view::npos || odd < colon) return false;
  const std::string type = media_type(headers.value("Content-Type"));
  if (type.starts_with("multipart/")) return true;
  return type == "text/html" && !(headers.value("MIME-Version").empty() && headers.value("From").empty());
}

void read_mhtml(std::string_view bytes, Emitter* emit) {
  std::optional<Part> page;
  std::optional<Part> text;
  find(bytes, 0, &page, &text);
  if (!page && !text) return emit->reject(0, Code::no_article, "no page among the parts");
  const Part& part = page ? *page : *text;
  const Headers outer = part_of(bytes).headers;
  Document d;
  d.content = page ? Content::html : Content::dirty_text;
  d.origins.resize(2);
  const std::string label = parameter(part.headers.value("Content-Type"), "charset");
  d.bytes = to_utf8(decoded(part), {.label = label, .markup = true}, &d.origins[0]);
  if (!page) d.bytes = normal_lines(d.bytes, &d.origins[1]);
  d.metadata.url = clean_uri(outer.value("Snapshot-Content-Location"));
  if (d.metadata.url.empty()) d.metadata.url = clean_uri(part.headers.value("Content-Location"));
  if (!d.metadata.url.starts_with("http")) d.metadata.url.clear();  // a file on somebody's disk, or cid:
  emit->whole(std::move(d));
}

}  // namespace tellings::documents
