#include "tellings/articles/shape.h"

#include <unicode/uchar.h>

#include <array>
#include <cstdint>
#include <memory>

#include "tellings/base/hash.h"
#include "tellings/base/utf8.h"

// Pages hold hundreds of lines and every byte passes here, so what a code point
// is comes from one table of 64 K bytes, filled once from ICU's properties.

namespace tellings::articles {
namespace {

enum class Sort : std::uint8_t {
  other,
  space,
  nothing,
  upper,
  lower,
  letter,
  alone,
  digit,
  stop,
  comma,
  quote,
  closer,
  bar,
  colon,
  mark
};

bool stands_alone(char32_t c) {
  return (c >= 0x0E00 && c <= 0x0EFF) || (c >= 0x1000 && c <= 0x109F) || (c >= 0x1780 && c <= 0x17FF) ||
         (c >= 0x3040 && c <= 0x30FF) || (c >= 0x3400 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF) || c >= 0x20000;
}

Sort sort_slowly(char32_t c) {
  switch (c) {
    case '.':
    case '!':
    case '?':
    case 0x2026:
    case 0x3002:
    case 0xFF01:
    case 0xFF1F:
    case 0xFF0E:
    case 0x0964:
    case 0x061F:
    case 0x06D4:
    case 0x0589:
    case 0x1362:
    case 0x104B:
    case 0x17D4: return Sort::stop;
    case ',':
    case 0x060C:
    case 0x3001:
    case 0xFF0C:
    case ';':
    case 0x061B: return Sort::comma;
    case '"':
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0xAB:
    case 0xBB:
    case 0x300C:
    case 0x300D:
    case 0x300E:
    case 0x300F:
    case 0x2039:
    case 0x203A:
    case 0x201A:
    case 0x2018:
    case 0x2019: return Sort::quote;
    case ')':
    case ']':
    case '\'':
    case 0xFF09:
    case 0x3011: return Sort::closer;
    case '|':
    case 0x2022:
    case 0xB7:
    case 0x2192:
    case 0xA9:
    case '#':
    case '>':
    case 0x25BA:
    case 0x25B6:
    case 0x25A0:
    case 0x25CF:
    case 0x2605: return Sort::bar;
    case ':':
    case 0xFF1A: return Sort::colon;
    case '\n':
    case '\t':
    case '\r':
    case '\f':
    case '\v':
    case 0x85: return Sort::space;
    case 0xAD:
    case 0x200B:
    case 0x200E:
    case 0x200F:
    case 0x2060:
    case 0xFEFF:
    case 0xFFFE:
    case 0xFFFF: return Sort::nothing;
    default: break;
  }
  const auto point = static_cast<UChar32>(c);
  if (u_isspace(point) || u_isUWhiteSpace(point)) return Sort::space;
  if (c < 0x20 || (c >= 0x7F && c < 0xA0) || (c >= 0x202A && c <= 0x202E)) return Sort::nothing;
  if (u_isupper(point) || u_istitle(point)) return Sort::upper;
  if (u_islower(point)) return Sort::lower;
  if (u_isalpha(point)) return stands_alone(c) ? Sort::alone : Sort::letter;
  if (u_isdigit(point)) return Sort::digit;
  if ((U_GET_GC_MASK(point) & U_GC_M_MASK) != 0) return Sort::mark;
  return Sort::other;
}

Sort sort_of_others(char32_t c) {
  static const auto table = [] {
    auto sorts = std::make_unique<std::array<Sort, 0x10000>>();
    for (char32_t point = 0; point < 0x10000; ++point) (*sorts)[point] = sort_slowly(point);
    return sorts;
  }();
  return c < 0x10000 ? (*table)[c] : sort_slowly(c);
}

// ASCII needs no look at the guard of a static.
constexpr auto kAscii = [] {
  std::array<Sort, 128> sorts{};
  for (unsigned c = 0; c < 128; ++c) {
    const char x = static_cast<char>(c);
    sorts[c] = x >= 'a' && x <= 'z'   ? Sort::lower
               : x >= 'A' && x <= 'Z' ? Sort::upper
               : x >= '0' && x <= '9' ? Sort::digit
                                      : Sort::other;
    if (c < 0x20 || c == 0x7F) sorts[c] = Sort::nothing;
  }
  for (const char c : {' ', '\n', '\t', '\r', '\f', '\v'}) sorts[static_cast<unsigned char>(c)] = Sort::space;
  for (const char c : {'.', '!', '?'}) sorts[static_cast<unsigned char>(c)] = Sort::stop;
  for (const char c : {',', ';'}) sorts[static_cast<unsigned char>(c)] = Sort::comma;
  for (const char c : {')', ']', '\''}) sorts[static_cast<unsigned char>(c)] = Sort::closer;
  for (const char c : {'|', '#', '>'}) sorts[static_cast<unsigned char>(c)] = Sort::bar;
  sorts['"'] = Sort::quote;
  sorts[':'] = Sort::colon;
  return sorts;
}();

// ASCII's letters and digits in lower case, 0 for the rest.
constexpr auto kPlain = [] {
  std::array<unsigned char, 128> plain{};
  for (unsigned char c = 0; c < 128; ++c) {
    const Sort s = kAscii[c];
    if (s == Sort::lower || s == Sort::digit) plain[c] = c;
    if (s == Sort::upper) plain[c] = static_cast<unsigned char>(c + 32);
  }
  return plain;
}();

Sort sort_of(char32_t c) { return c < 0x80 ? kAscii[c] : sort_of_others(c); }

// What is gathered of the word being read.
struct Reader {
  Shape shape;
  int in_word = 0;        // letters and digits of the word so far
  int alone = 0;          // letters of unspaced scripts
  bool number = true;     // digits only
  std::size_t begin = 0;  // of the word, in the text
  bool first = true;      // no letter or digit was seen yet
  Sort last = Sort::space;
  std::uint32_t hash = 0;  // of the word so far, in lower case
  char32_t before = 0;     // the letter before, of an unspaced script
  std::vector<std::uint32_t>* terms = nullptr;

  void start(Sort s, std::size_t at) {
    begin = at;
    number = true;
    hash = 0x811C9DC5u;
    before = 0;
    if (s == Sort::upper) ++shape.capitalised;
    if (s == Sort::digit) ++shape.numbers;
    if (first) shape.starts_lower = s == Sort::lower;
    first = false;
  }
  void end(std::string_view text, std::size_t at) {
    if (in_word == 0) return;
    ++shape.words;
    if (!number && in_word <= 3) ++shape.short_words;
    if (terms != nullptr && (in_word >= 4 || number)) terms->push_back(hash);
    const std::string_view word = text.substr(begin, at - begin);
    if (number && word.size() == 4 && (word.starts_with("19") || word.starts_with("20"))) shape.has_year = true;
    in_word = 0;
  }
  void letter(Sort s, char32_t c, std::size_t at) {
    if (in_word == 0) start(s, at);
    ++in_word;
    if (s == Sort::upper) c = c < 0x80 ? c + 32 : static_cast<char32_t>(u_tolower(static_cast<UChar32>(c)));
    hash = (hash ^ static_cast<std::uint32_t>(c)) * 0x01000193u;
    s == Sort::digit ? ++shape.digits : ++shape.letters;
    if (s != Sort::digit) number = false;
    if (s == Sort::upper) ++shape.uppers;
  }
};

// A letter of a script without spaces: pairs of them stand for words.
void letter_alone(char32_t c, Reader* r) {
  ++r->alone;
  ++r->shape.letters;
  r->first = false;
  if (r->terms != nullptr && r->before != 0)
    r->terms->push_back(static_cast<std::uint32_t>(mix((std::uint64_t{r->before} << 32) | c)));
  r->before = c;
}

void finish_line(std::string_view text, Reader* r) {
  r->shape.words += (r->alone + 1) / 2;
  r->shape.has_address = text.find("http") != std::string_view::npos || text.find("www.") != std::string_view::npos ||
                         text.find('@') != std::string_view::npos;
}

}  // namespace

Shape shape_of(std::string_view text, std::vector<std::uint32_t>* terms) {
  Reader r;
  r.terms = terms;
  Shape& s = r.shape;
  bool wide_stop = false;  // of Chinese and Japanese, where no space follows
  for (std::size_t at = 0; at < text.size();) {
    const auto byte = static_cast<unsigned char>(text[at]);
    const CodePoint c = byte < 0x80 ? CodePoint{byte, 1} : code_point_at(text, at);
    const Sort sort = sort_of(c.value);
    switch (sort) {
      case Sort::upper:
      case Sort::lower:
      case Sort::letter:
      case Sort::digit: r.letter(sort, c.value, at); break;
      case Sort::alone:
        r.end(text, at);
        letter_alone(c.value, &r);
        break;
      case Sort::mark:
      case Sort::nothing: break;
      default:
        if (sort == Sort::closer && byte == '\'' && r.in_word > 0) break;
        r.end(text, at);
        if (sort == Sort::comma) ++s.commas;
        if (sort == Sort::bar) ++s.bars;
        if (sort == Sort::quote) {
          ++s.quotes;
          if (r.first) s.starts_quote = true;
        }
        if (sort == Sort::space && (r.last == Sort::stop)) ++s.stops;
        if (sort == Sort::colon && r.last == Sort::digit && at + 1 < text.size() && text[at + 1] >= '0' &&
            text[at + 1] <= '9')
          s.has_clock = true;
        break;
    }
    if (sort == Sort::stop) {
      s.ends_sentence = true;
      s.ends_dots = c.value == 0x2026 || (r.last == Sort::stop && byte == '.');
      wide_stop = c.value >= 0x3000;
      if (wide_stop) ++s.stops;
    } else if (sort != Sort::space && sort != Sort::quote && sort != Sort::closer && sort != Sort::nothing) {
      s.ends_sentence = s.ends_dots = false;
      s.ends_colon = sort == Sort::colon;
    }
    if (sort == Sort::stop) s.ends_colon = false;
    if (sort != Sort::nothing && sort != Sort::mark &&
        !(r.last == Sort::stop && (sort == Sort::quote || sort == Sort::closer)))
      r.last = sort;
    at += c.length;
  }
  r.end(text, text.size());
  if (s.ends_sentence && !wide_stop) ++s.stops;
  finish_line(text, &r);
  return s;
}

std::string lower(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  bool space = false;
  for (std::size_t at = 0; at < text.size();) {
    const auto byte = static_cast<unsigned char>(text[at]);
    const CodePoint c = byte < 0x80 ? CodePoint{byte, 1} : code_point_at(text, at);
    at += c.length;
    const Sort sort = sort_of(c.value);
    if (sort == Sort::nothing) continue;
    if (sort == Sort::space) {
      space = !out.empty();
      continue;
    }
    if (space) out.push_back(' ');
    space = false;
    if (c.value < 0x80) {
      out.push_back(static_cast<char>(sort == Sort::upper ? c.value + 32 : c.value));
    } else if (c.value == 0x2019) {
      out.push_back('\'');
    } else {
      append_utf8(static_cast<char32_t>(u_tolower(static_cast<UChar32>(c.value))), &out);
    }
  }
  return out;
}

bool append_tidy(std::string_view text, std::string* out) {
  const std::size_t before = out->size();
  bool space = false;
  for (std::size_t at = 0; at < text.size();) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte > 0x20 && byte < 0x7F) {
      if (space && !out->empty() && out->back() != ' ' && out->back() != '\n') out->push_back(' ');
      space = false;
      out->push_back(text[at++]);
      continue;
    }
    const CodePoint c = byte < 0x80 ? CodePoint{byte, 1} : code_point_at(text, at);
    const Sort sort = sort_of(c.value);
    if (sort == Sort::space) {
      space = true;
    } else if (sort != Sort::nothing || c.value == 0x200E || c.value == 0x200F) {
      if (space && !out->empty() && out->back() != ' ' && out->back() != '\n') out->push_back(' ');
      space = false;
      out->append(text, at, c.length);
    }
    at += c.length;
  }
  if (space && !out->empty() && out->back() != ' ' && out->back() != '\n') out->push_back(' ');
  return out->size() > before;
}

std::string tidy(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  append_tidy(text, &out);
  while (!out.empty() && out.back() == ' ') out.pop_back();
  if (out.starts_with(' ')) out.erase(0, 1);
  return out;
}

std::uint64_t letters_hash(std::string_view line) {
  std::uint64_t h = 0;
  for (std::size_t at = 0; at < line.size();) {
    const auto byte = static_cast<unsigned char>(line[at]);
    if (byte < 0x80) {
      ++at;
      if (const unsigned char plain = kPlain[byte]; plain != 0) h = (h ^ plain) * 0x100000001b3u;
      continue;
    }
    const CodePoint c = code_point_at(line, at);
    at += c.length;
    const Sort sort = sort_of(c.value);
    if (sort != Sort::upper && sort != Sort::lower && sort != Sort::letter && sort != Sort::alone &&
        sort != Sort::digit)
      continue;
    h = (h ^ static_cast<char32_t>(u_tolower(static_cast<UChar32>(c.value)))) * 0x100000001b3u;
  }
  return h == 0 ? 0 : mix(h);
}

}  // namespace tellings::articles
