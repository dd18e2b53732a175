#include "tellings/documents/lines.h"

#include <algorithm>
#include <array>
#include <utility>

namespace tellings::documents {
namespace {

struct Instead {
  std::string_view what;
  std::string_view text;
};

constexpr auto kInstead = std::to_array<Instead>({
    {"\r\n", "\n"},
    {"\r", "\n"},
    {"\v", "\n"},
    {"\f", "\n"},
    {std::string_view("\0", 1), ""},
    {"\xC2\x85", "\n"},
    {"\xE2\x80\xA8", "\n"},
    {"\xE2\x80\xA9", "\n\n"},
    {"\xEF\xBB\xBF", ""},
});

// What begins one of kInstead.
constexpr std::string_view kSpecial("\r\v\f\0\xC2\xE2\xEF", 7);

}  // namespace

std::string normal_lines(std::string_view utf8, Origin* origin) {
  std::string out;
  out.reserve(utf8.size());
  Origin made;
  const std::size_t all = utf8.size();
  const auto take = [&](std::size_t size, std::string_view text) {
    if (out.empty()) text.remove_prefix(std::min(text.find_first_not_of('\n'), text.size()));
    out += text;
    if (text.size() == size) {
      made.append(1, 1, size);
    } else {
      made.append(static_cast<std::uint32_t>(text.size()), static_cast<std::uint32_t>(size));
    }
    utf8.remove_prefix(size);
  };
  while (!utf8.empty()) {
    if (out.empty() && utf8.front() == '\n') {
      take(1, {});
    } else if (const std::size_t plain = std::min(utf8.find_first_of(kSpecial), utf8.size()); plain > 0) {
      take(plain, utf8.substr(0, plain));
    } else {
      const auto* found = std::ranges::find_if(kInstead, [&](const Instead& i) { return utf8.starts_with(i.what); });
      found == kInstead.end() ? take(1, utf8.substr(0, 1)) : take(found->what.size(), found->text);
    }
  }
  if (origin != nullptr && (out.size() != all || made.stretches() > 1)) *origin = std::move(made);
  return out;
}

}  // namespace tellings::documents
