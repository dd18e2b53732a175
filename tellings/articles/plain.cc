#include "tellings/articles/plain.h"

#include <array>
#include <charconv>
#include <utility>

#include "tellings/articles/shape.h"
#include "tellings/base/utf8.h"

namespace tellings::articles {
namespace {

// Names that metadata of news pages was seen to use; the parser of pages
// itself knows all 2,231 of them.
constexpr auto kNamed = std::to_array<std::pair<std::string_view, std::string_view>>({
    {"amp", "&"},    {"quot", "\""},  {"apos", "'"},   {"lt", "<"},     {"gt", ">"},     {"nbsp", " "},
    {"rsquo", "’"},  {"lsquo", "‘"},  {"ldquo", "“"},  {"rdquo", "”"},  {"bdquo", "„"},  {"laquo", "«"},
    {"raquo", "»"},  {"ndash", "–"},  {"mdash", "—"},  {"hellip", "…"}, {"shy", ""},     {"auml", "ä"},
    {"ouml", "ö"},   {"uuml", "ü"},   {"Auml", "Ä"},   {"Ouml", "Ö"},   {"Uuml", "Ü"},   {"szlig", "ß"},
    {"eacute", "é"}, {"egrave", "è"}, {"ecirc", "ê"},  {"agrave", "à"}, {"acirc", "â"},  {"aacute", "á"},
    {"iacute", "í"}, {"oacute", "ó"}, {"uacute", "ú"}, {"ntilde", "ñ"}, {"ccedil", "ç"}, {"atilde", "ã"},
    {"otilde", "õ"}, {"ocirc", "ô"},  {"ugrave", "ù"}, {"ograve", "ò"}, {"igrave", "ì"}, {"Eacute", "É"},
    {"oslash", "ø"}, {"aring", "å"},  {"aelig", "æ"},  {"euro", "€"},   {"pound", "£"},  {"deg", "°"},
    {"middot", "·"}, {"bull", "•"},   {"copy", "©"},   {"reg", "®"},    {"trade", "™"},  {"iuml", "ï"},
    {"icirc", "î"},  {"ucirc", "û"},  {"euml", "ë"},   {"sup2", "²"},
});

// Longest reference that is looked at.
constexpr std::size_t kLongest = 12;

// Appends what the reference at the front of `rest` stands for; returns its
// length, 0 if there is none.
std::size_t take_reference(std::string_view rest, std::string* out) {
  const std::size_t end = rest.substr(0, kLongest).find(';');
  if (end == std::string_view::npos || end < 2) return 0;
  std::string_view name = rest.substr(1, end - 1);
  if (name[0] == '#') {
    const bool hex = name.size() > 1 && (name[1] == 'x' || name[1] == 'X');
    name.remove_prefix(hex ? 2 : 1);
    std::uint32_t value = 0;
    const auto read = std::from_chars(name.data(), name.data() + name.size(), value, hex ? 16 : 10);
    if (read.ec != std::errc() || read.ptr != name.data() + name.size() || value == 0) return 0;
    append_utf8(value, out);
    return end + 1;
  }
  for (const auto& [known, text] : kNamed) {
    if (known != name) continue;
    *out += text;
    return end + 1;
  }
  return 0;
}

}  // namespace

std::string unescape(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = text[at] == '&' ? take_reference(text.substr(at), &out) : 0;
    if (length == 0) out.push_back(text[at]);
    at += length == 0 ? 1 : length;
  }
  return out;
}

std::string plain(std::string_view text) {
  const std::string resolved = unescape(text);
  std::string out;
  out.reserve(resolved.size());
  for (std::size_t at = 0; at < resolved.size(); ++at) {
    const char next = at + 1 < resolved.size() ? resolved[at + 1] : ' ';
    const bool tag =
        resolved[at] == '<' && (next == '/' || (next >= 'a' && next <= 'z') || (next >= 'A' && next <= 'Z'));
    const std::size_t end = tag ? resolved.find('>', at) : std::string::npos;
    if (end == std::string::npos) {
      out.push_back(resolved[at]);
    } else {
      out.push_back(' ');
      at = end;
    }
  }
  return tidy(out);
}

}  // namespace tellings::articles
