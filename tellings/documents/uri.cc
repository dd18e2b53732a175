#include "tellings/documents/uri.h"

#include <algorithm>

namespace tellings::documents {
namespace {

// One past "scheme:", 0 if there is none.
std::size_t scheme_end(std::string_view uri) {
  const std::size_t end = uri.find_first_of(":/?#");
  return end == std::string_view::npos || end == 0 || uri[end] != ':' ? 0 : end + 1;
}

// RFC 3986, 5.2.4, for a path that begins with a slash.
std::string without_dots(std::string_view path) {
  std::string out;
  while (!path.empty()) {
    const std::size_t end = std::min(path.find('/', 1), path.size());
    const std::string_view part = path.substr(0, end);
    path.remove_prefix(end);
    if (part == "/..") {
      out.resize(std::min(out.rfind('/'), out.size()));
      if (path.empty()) out += '/';
    } else if (part == "/.") {
      if (path.empty()) out += '/';
    } else {
      out += part;
    }
  }
  return out;
}

}  // namespace

std::string resolved(std::string_view base, std::string_view reference) {
  const std::size_t scheme = scheme_end(base);
  if (scheme == 0 || scheme_end(reference) != 0 || !base.substr(scheme).starts_with("//"))
    return std::string(reference);
  if (reference.empty()) return std::string(base);
  if (reference.starts_with("//")) return std::string(base.substr(0, scheme)).append(reference);
  base = base.substr(0, base.find('#'));
  if (reference[0] == '#') return std::string(base).append(reference);
  base = base.substr(0, base.find('?'));
  if (reference[0] == '?') return std::string(base).append(reference);

  const std::size_t path = std::min(base.find('/', scheme + 2), base.size());
  const std::size_t query = std::min(reference.find_first_of("?#"), reference.size());
  std::string joined(reference.substr(0, query));
  if (reference[0] != '/') {
    const std::size_t last = base.rfind('/');
    joined.insert(0, last < path ? std::string_view("/") : base.substr(path, last + 1 - path));
  }
  return std::string(base.substr(0, path)) + without_dots(joined) + std::string(reference.substr(query));
}

}  // namespace tellings::documents
