#include "tellings/documents/lines.h"

#include <algorithm>

namespace tellings::documents {

std::string normal_lines(std::string_view utf8) {
  constexpr std::string_view kSpecial("\r\v\f\0\xC2\xE2\xEF", 7);
  std::string out;
  out.reserve(utf8.size());
  while (!utf8.empty()) {
    const std::size_t plain = std::min(utf8.find_first_of(kSpecial), utf8.size());
    out += utf8.substr(0, plain);
    utf8.remove_prefix(plain);
    const auto take = [&](std::string_view what, std::string_view instead) {
      if (!utf8.starts_with(what)) return false;
      out += instead;
      utf8.remove_prefix(what.size());
      return true;
    };
    if (utf8.empty() || take("\r\n", "\n") || take("\r", "\n") || take("\v", "\n") || take("\f", "\n")) continue;
    if (take(std::string_view("\0", 1), "") || take("\xC2\x85", "\n")) continue;
    if (take("\xE2\x80\xA8", "\n") || take("\xE2\x80\xA9", "\n\n") || take("\xEF\xBB\xBF", "")) continue;
    out += utf8.substr(0, 1);
    utf8.remove_prefix(1);
  }
  out.erase(0, std::min(out.find_first_not_of('\n'), out.size()));
  return out;
}

}  // namespace tellings::documents
