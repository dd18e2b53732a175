#include "tellings/articles/host.h"

namespace tellings::articles {

std::string_view host_of(std::string_view url) {
  const std::size_t begin = url.find("//");
  if (begin == std::string_view::npos) return {};
  url.remove_prefix(begin + 2);
  url = url.substr(0, url.find_first_of("/?#:"));
  return url.starts_with("www.") ? url.substr(4) : url;
}

}  // namespace tellings::articles
