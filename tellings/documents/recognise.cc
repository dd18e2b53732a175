// The order of the questions matters: formats with a magic number first, then
// those that begin with a bracket, then text.  HTML is whatever begins with a
// tag; browsers ask for one of seventeen (https://mimesniff.spec.whatwg.org/),
// but pages that were cut out of others begin with any.
#include "tellings/documents/recognise.h"

#include <algorithm>

#include "tellings/documents/charset.h"
#include "tellings/documents/csv.h"
#include "tellings/documents/feed.h"
#include "tellings/documents/mhtml.h"

namespace tellings::documents {
namespace {

constexpr std::string_view kSpace = " \t\r\n\f\v";

std::string_view without_space(std::string_view text) {
  text.remove_prefix(std::min(text.find_first_not_of(kSpace), text.size()));
  return text;
}

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

std::string lowered(std::string_view text) {
  std::string out(text);
  std::ranges::transform(out, out.begin(), lower);
  return out;
}

// Formats that carry no article we can read.
std::string_view foreign(std::string_view head) {
  struct Magic {
    std::string_view bytes, what;
  };
  static constexpr Magic kMagics[] = {
      {"%PDF-", "a PDF file"},
      {"PK\x03\x04", "a ZIP archive (or an office document)"},
      {"\xD0\xCF\x11\xE0", "an old office document"},
      {"{\\rtf", "an RTF file"},
      {"\x89PNG", "a PNG image"},
      {"\xFF\xD8\xFF", "a JPEG image"},
      {"GIF8", "a GIF image"},
      {"RIFF", "a RIFF file"},
      {"\x7F"
       "ELF",
       "a program"},
      {"BZh", "packed with bzip2"},
      {"\xFD"
       "7zXZ",
       "packed with xz"},
      {"7z\xBC\xAF", "a 7-Zip archive"},
      {"SQLite format 3", "a SQLite database"},
      {"PAR1", "a Parquet file"},
  };
  for (const Magic& m : kMagics) {
    if (head.starts_with(m.bytes)) return m.what;
  }
  return head.substr(0, 262).ends_with("ustar") ? "a TAR archive" : std::string_view{};
}

// {"..." or {} or [{ or [] or [[ ; also a line of it behind a broken first one.
bool is_json(std::string_view head) {
  std::string_view s = without_space(head);
  if (s.starts_with('[')) {
    s = without_space(s.substr(1));
    return s.starts_with('{') || s.starts_with(']');
  }
  if (s.starts_with('{')) {
    s = without_space(s.substr(1));
    return s.starts_with('"') || s.starts_with('}');
  }
  int opened = 0;
  int lines = 0;
  for (; lines < 5 && !s.empty(); ++lines) {
    const std::size_t end = s.find('\n');
    if (end == std::string_view::npos) break;
    s = without_space(s.substr(end));
    opened += s.starts_with("{\"");
  }
  return opened > 0 && opened + 1 >= lines;
}

bool is_html_name(std::string_view name) {
  const std::string low = lowered(name.substr(name.size() - std::min<std::size_t>(name.size(), 16)));
  return low.find(".htm") != std::string::npos || low.find(".xhtml") != std::string::npos;
}

}  // namespace

bool looks_like_html(std::string_view head) {
  const std::string_view s = without_space(head);
  if (s.size() > 1 && s[0] == '<' && (is_letter(s[1]) || s[1] == '!' || s[1] == '?')) return true;
  const std::string low = lowered(head.substr(0, 4096));
  return low.find("<!doctype html") != std::string::npos || low.find("<html") != std::string::npos;
}

Recognised recognise(std::string_view head, std::string_view name, const Options& options) {
  if (head.starts_with("\xEF\xBB\xBF")) head.remove_prefix(3);
  const std::string_view content = without_space(head);
  if (content.empty()) return {Kind::empty};
  if (const auto what = foreign(head); !what.empty()) return {Kind::other, std::string(what)};
  if (content.starts_with("WARC/")) return {Kind::warc};
  if (content.starts_with("filedesc:")) return {Kind::arc};
  if (is_json(head)) return {Kind::json};
  if (content.front() == '<' && is_feed(content)) return {Kind::feed};
  if (looks_like_html(head) && content.front() == '<') return {Kind::html};
  if (is_mhtml(content)) return {Kind::mhtml};
  if (const auto separator = separator_of(content, name, options)) return {Kind::csv, {}, *separator};
  if (is_binary(head)) return {Kind::other, "binary"};
  const bool named = is_html_name(name) && head.find('<') != std::string_view::npos;
  return {named || looks_like_html(head) ? Kind::html : Kind::text};
}

}  // namespace tellings::documents
