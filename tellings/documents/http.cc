// Archives keep what servers said, and servers say what is not so: chunks that
// are declared and not there, gzip that a proxy has undone, a body longer or
// shorter than its Content-Length.  So a field only says where to look, and the
// bytes decide.  The body is all that is left of the record: the record's own
// length is the archive's word, the Content-Length the server's.
#include "tellings/documents/http.h"

#include <algorithm>
#include <cstdint>
#include <utility>

#include "tellings/base/limits.h"
#include "tellings/documents/headers.h"
#include "tellings/documents/recognise.h"
#include "tellings/documents/unpack.h"

namespace tellings::documents {
namespace {

// The number in `HTTP/1.1 200 OK`, 0 if the line is none.
std::uint64_t status_of(std::string_view line) {
  if (!line.starts_with("HTTP/")) return 0;
  const std::size_t space = line.find(' ');
  if (space == std::string_view::npos) return 0;
  const std::string_view rest = trimmed(line.substr(space));
  return whole_number(rest.substr(0, std::min<std::size_t>(3, rest.size()))).value_or(0);
}

bool is_html(std::string_view content_type, std::string_view body) {
  const std::string type = media_type(content_type);
  if (type == "text/html" || type == "application/xhtml+xml") return true;
  return (type.empty() || type == "unk" || type == "application/octet-stream") && looks_like_html(body.substr(0, 4096));
}

// Undoes the codings in `fields`, the last one first, as far as they are there.
Verdict undo_packing(std::string_view codings, Page* page) {
  while (!codings.empty()) {
    const std::size_t comma = codings.rfind(',');
    const std::string_view coding = trimmed(comma == std::string_view::npos ? codings : codings.substr(comma + 1));
    codings = comma == std::string_view::npos ? std::string_view{} : codings.substr(0, comma);
    auto unpacked = unpack_body(coding, page->body, kLargestPageBytes + 1);
    if (!unpacked) return Verdict::page;  // not packed so, whatever the field says
    page->unpacked = std::move(*unpacked);
    page->body = page->unpacked;
  }
  return Verdict::page;
}

Verdict judged(const Page& page) {
  if (page.body.size() > kLargestPageBytes) return Verdict::too_large;
  return trimmed(page.body.substr(0, 4096)).empty() && trimmed(page.body).empty() ? Verdict::empty : Verdict::page;
}

}  // namespace

std::optional<std::string> dechunked(std::string_view body) {
  std::string out;
  bool any = false;
  while (!body.empty()) {
    const std::size_t line = std::min(body.find('\n'), body.size());
    const std::string_view size = trimmed(body.substr(0, body.substr(0, line).find(';')).substr(0, line));
    std::uint64_t length = 0;
    const bool number = !size.empty() && size.size() <= 8 && std::ranges::all_of(size, [&](char c) {
      const char low = c >= 'A' && c <= 'F' ? static_cast<char>(c + ('a' - 'A')) : c;
      const bool digit = (low >= '0' && low <= '9') || (low >= 'a' && low <= 'f');
      length = length * 16 + static_cast<std::uint64_t>(low <= '9' ? low - '0' : low - 'a' + 10);
      return digit;
    });
    if (!number) break;
    any = true;
    body.remove_prefix(std::min(line + 1, body.size()));
    if (length == 0) return out;
    const std::size_t taken = std::min<std::uint64_t>(length, body.size());
    out += body.substr(0, taken);
    body.remove_prefix(taken);
    if (body.starts_with('\r')) body.remove_prefix(1);
    if (body.starts_with('\n')) body.remove_prefix(1);
  }
  if (!any) return std::nullopt;
  out += body;  // chunks that stop being chunks: the rest as it stands
  return out;
}

Verdict page_of_response(std::string_view response, Page* page) {
  const std::uint64_t status = status_of(response.substr(0, response.find('\n')));
  if (status < 200 || status > 299) return Verdict::other;
  const std::size_t length = header_length(response).value_or(response.size());
  const Headers headers{response.substr(0, length)};
  page->body = response.substr(length);
  if (same_word(headers.value("Transfer-Encoding"), "chunked")) {
    if (auto whole = dechunked(page->body)) {
      page->unpacked = std::move(*whole);
      page->body = page->unpacked;
    }
  }
  const std::string type = headers.value("Content-Type");
  const std::string coding = headers.value("Content-Encoding");
  if (media_type(type) != "text/html" && coding.empty() && !is_html(type, page->body)) return Verdict::other;
  undo_packing(coding, page);
  if (!is_html(type, page->body)) return Verdict::other;
  page->charset = parameter(type, "charset");
  return judged(*page);
}

Verdict page_of_resource(std::string_view content_type, std::string_view body, Page* page) {
  if (!is_html(content_type, body)) return Verdict::other;
  page->body = body;
  page->charset = parameter(content_type, "charset");
  return judged(*page);
}

}  // namespace tellings::documents
