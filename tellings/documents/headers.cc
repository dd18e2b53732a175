#include "tellings/documents/headers.h"

#include <algorithm>
#include <cstdint>

namespace tellings::documents {
namespace {

constexpr std::string_view kSpace = " \t\r\n\f\v";

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }

// Removes a line with its end from the front of `*rest`.
std::string_view take_line(std::string_view* rest) {
  const std::size_t end = std::min(rest->find('\n'), rest->size());
  std::string_view line = rest->substr(0, end);
  rest->remove_prefix(std::min(end + 1, rest->size()));
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

}  // namespace

std::optional<std::size_t> header_length(std::string_view bytes) {
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t end = bytes.find('\n', at);
    if (end == std::string_view::npos) return std::nullopt;
    if (end == at || (end == at + 1 && bytes[at] == '\r')) return end + 1;
    at = end + 1;
  }
  return std::nullopt;
}

std::string Headers::value(std::string_view name) const {
  for (std::string_view rest = lines; !rest.empty();) {
    const std::string_view line = take_line(&rest);
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos || !same_word(trimmed(line.substr(0, colon)), name)) continue;
    std::string value(trimmed(line.substr(colon + 1)));
    while (rest.starts_with(' ') || rest.starts_with('\t')) {
      const std::string_view fold = trimmed(take_line(&rest));
      if (!fold.empty()) value.append(value.empty() ? "" : " ").append(fold);
    }
    return value;
  }
  return {};
}

std::string media_type(std::string_view content_type) {
  std::string type(trimmed(content_type.substr(0, content_type.find(';'))));
  std::ranges::transform(type, type.begin(), lower);
  return type;
}

std::string parameter(std::string_view value, std::string_view name) {
  std::size_t at = value.find(';');
  while (at != std::string_view::npos) {
    std::string_view rest = trimmed(value.substr(at + 1));
    const std::size_t equals = rest.find_first_of("=;");
    if (equals != std::string_view::npos && rest[equals] == '=' && same_word(trimmed(rest.substr(0, equals)), name)) {
      rest = trimmed(rest.substr(equals + 1));
      const bool quoted = !rest.empty() && (rest[0] == '"' || rest[0] == '\'');
      if (quoted) return std::string(rest.substr(1, rest.find(rest[0], 1) - 1));
      return std::string(trimmed(rest.substr(0, rest.find(';'))));
    }
    at = value.find(';', at + 1);
  }
  return {};
}

bool same_word(std::string_view a, std::string_view b) {
  return std::ranges::equal(a, b, [](char x, char y) { return lower(x) == lower(y); });
}

std::string_view trimmed(std::string_view text) {
  text.remove_prefix(std::min(text.find_first_not_of(kSpace), text.size()));
  while (!text.empty() && kSpace.find(text.back()) != std::string_view::npos) text.remove_suffix(1);
  return text;
}

std::optional<std::uint64_t> whole_number(std::string_view text) {
  std::uint64_t value = 0;
  if (text.empty() || text.size() > 18) return std::nullopt;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + static_cast<std::uint64_t>(c - '0');
  }
  return value;
}

}  // namespace tellings::documents
