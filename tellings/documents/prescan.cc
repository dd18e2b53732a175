// The standard's prescan of a page for its encoding.
//
//   https://html.spec.whatwg.org/#prescan-a-byte-stream-to-determine-its-encoding
//   https://html.spec.whatwg.org/#extracting-character-encodings-from-meta-elements
#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tellings/documents/charset.h"

namespace tellings::documents {
namespace {

// The standard's least is 1,024 bytes; html5lib's tests have elements behind
// 8,192, as pages with scripts in front do, and reading on costs nothing.
constexpr std::size_t kPrescanBytes = 16384;

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }

std::string lowered(std::string_view text) {
  std::string out(text);
  std::ranges::transform(out, out.begin(), lower);
  return out;
}

struct Attribute {
  std::string name;
  std::string value;
};

// "Get an attribute": removes one from the front of `*rest`.  Empty name: none.
Attribute take_attribute(std::string_view* rest) {
  std::string_view s = *rest;
  const auto drop_space = [&] { s.remove_prefix(std::min(s.size(), s.find_first_not_of(" \t\n\f\r"))); };
  s.remove_prefix(std::min(s.size(), s.find_first_not_of(" \t\n\f\r/")));
  Attribute found;
  std::size_t n = 0;
  while (n < s.size() && (s[n] != '=' || n == 0) && !is_space(s[n]) && s[n] != '/' && s[n] != '>') ++n;
  found.name = lowered(s.substr(0, n));
  s.remove_prefix(n);
  drop_space();
  if (!found.name.empty() && s.starts_with('=')) {
    s.remove_prefix(1);
    drop_space();
    if (!s.empty() && (s[0] == '"' || s[0] == '\'')) {
      const std::size_t end = std::min(s.find(s[0], 1), s.size());
      found.value = lowered(s.substr(1, end - 1));
      s.remove_prefix(std::min(end + 1, s.size()));
    } else {
      n = std::min(s.find_first_of(" \t\n\f\r>"), s.size());
      found.value = lowered(s.substr(0, n));
      s.remove_prefix(n);
    }
  }
  *rest = s;
  return found;
}

// The label in `text/html; charset=...`, empty if there is none.
std::string_view charset_in_content(std::string_view content) {
  for (std::size_t at = 0; (at = content.find("charset", at)) != std::string_view::npos;) {
    at += 7;
    std::string_view rest = content.substr(at);
    rest.remove_prefix(std::min(rest.size(), rest.find_first_not_of(" \t\n\f\r")));
    if (!rest.starts_with('=')) continue;
    rest.remove_prefix(1);
    rest.remove_prefix(std::min(rest.size(), rest.find_first_not_of(" \t\n\f\r")));
    if (rest.empty()) return {};
    if (rest[0] == '"' || rest[0] == '\'') {
      const std::size_t end = rest.find(rest[0], 1);
      return end == std::string_view::npos ? std::string_view{} : rest.substr(1, end - 1);
    }
    return rest.substr(0, rest.find_first_of(" \t\n\f\r;"));
  }
  return {};
}

// What a meta element says, whose attributes begin at the front of `*rest`.
std::string_view take_meta(std::string_view* rest) {
  std::vector<std::string> seen;
  bool pragma = false;
  bool from_content = false;
  bool any = false;
  std::string_view encoding;
  for (Attribute a = take_attribute(rest); !a.name.empty(); a = take_attribute(rest)) {
    if (std::ranges::find(seen, a.name) != seen.end()) continue;
    if (a.name == "http-equiv" && a.value == "content-type") pragma = true;
    if (a.name == "content" && !any) {
      const std::string_view label = charset_in_content(a.value);
      encoding = encoding_of(label);
      any = from_content = !encoding.empty();
    }
    if (a.name == "charset") {
      encoding = encoding_of(a.value);
      any = true;
      from_content = false;
    }
    seen.push_back(std::move(a.name));
  }
  if (rest->empty() || (from_content && !pragma)) return {};
  if (encoding.starts_with("utf-16")) return "utf-8";
  return encoding == "x-user-defined" ? "windows-1252" : encoding;
}

}  // namespace

std::string_view prescan(std::string_view page) {
  std::string_view rest = page.substr(0, kPrescanBytes);
  for (std::size_t at = 0; (at = rest.find('<')) != std::string_view::npos;) {
    rest.remove_prefix(at);
    if (rest.starts_with("<!--")) {
      const std::size_t end = rest.find("-->", 2);
      if (end == std::string_view::npos) return {};
      rest.remove_prefix(end + 3);
      continue;
    }
    const bool closing = rest.starts_with("</");
    const std::size_t name = closing ? 2 : 1;
    if (rest.size() > 5 && lowered(rest.substr(1, 4)) == "meta" && (is_space(rest[5]) || rest[5] == '/')) {
      rest.remove_prefix(5);
      const std::string_view found = take_meta(&rest);
      if (!found.empty()) return found;
    } else if (rest.size() > name && is_letter(rest[name])) {
      rest.remove_prefix(std::min(rest.size(), rest.find_first_of(" \t\n\f\r>")));
      while (!take_attribute(&rest).name.empty()) {
      }
    } else if (closing || rest.starts_with("<!") || rest.starts_with("<?")) {
      rest.remove_prefix(std::min(rest.size(), rest.find('>')));
    } else {
      rest.remove_prefix(1);
    }
  }
  return {};
}

std::string_view xml_declared(std::string_view bytes) {
  bytes.remove_prefix(std::min(bytes.size(), bytes.find_first_not_of(" \t\r\n")));
  if (!bytes.starts_with("<?xml")) return {};
  const std::string_view declaration = bytes.substr(0, std::min(bytes.find('>'), std::size_t{256}));
  const std::size_t at = declaration.find("encoding");
  if (at == std::string_view::npos) return {};
  const std::size_t open = declaration.find_first_of("\"'", at);
  if (open == std::string_view::npos) return {};
  const std::size_t end = declaration.find(declaration[open], open + 1);
  return end == std::string_view::npos ? std::string_view{} : encoding_of(declaration.substr(open + 1, end - open - 1));
}

}  // namespace tellings::documents
