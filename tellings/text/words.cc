#include "tellings/text/words.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <array>
#include <cstdint>
#include <memory>

#include "tellings/base/hash.h"
#include "tellings/base/utf8.h"

namespace tellings::text {
namespace {

enum class Kind : std::uint8_t { other, letter, digit, mark, alone, joiner };

// Letters of scripts that do not part words by spaces stand alone.
bool is_unspaced(char32_t c) {
  UErrorCode status = U_ZERO_ERROR;
  switch (uscript_getScript(static_cast<UChar32>(c), &status)) {
    case USCRIPT_HAN:
    case USCRIPT_HIRAGANA:
    case USCRIPT_KATAKANA:
    case USCRIPT_THAI:
    case USCRIPT_LAO:
    case USCRIPT_KHMER:
    case USCRIPT_MYANMAR: return true;
    default: return false;
  }
}

Kind kind_of_slowly(char32_t c) {
  switch (c) {
    case '\'':
    case 0x2019:
    case '.':
    case ',':
    case 0x66B:
    case 0x66C: return Kind::joiner;
    default: break;
  }
  const auto point = static_cast<UChar32>(c);
  if (u_isdigit(point)) return Kind::digit;
  if (u_isalpha(point)) return is_unspaced(c) ? Kind::alone : Kind::letter;
  const auto mask = U_GET_GC_MASK(point);
  if ((mask & U_GC_M_MASK) != 0 || c == 0x200D || c == 0xAD) return Kind::mark;
  if ((mask & U_GC_N_MASK) != 0) return Kind::digit;
  return Kind::other;
}

// The kinds of the Basic Multilingual Plane, worked out once.
Kind kind_of(char32_t c) {
  static const auto table = [] {
    auto kinds = std::make_unique<std::array<Kind, 0x10000>>();
    for (char32_t point = 0; point < 0x10000; ++point) (*kinds)[point] = kind_of_slowly(point);
    return kinds;
  }();
  return c < 0x10000 ? (*table)[c] : kind_of_slowly(c);
}

// What a letter folds to, for letters that are not plain ASCII.
void fold_into(char32_t c, std::string* out) {
  static const icu::Normalizer2* nfd = [] {
    UErrorCode status = U_ZERO_ERROR;
    return icu::Normalizer2::getNFDInstance(status);
  }();
  if (c < 0x80) {
    out->push_back(static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c));
    return;
  }
  if (c == 0x2018 || c == 0x2019 || c == 0x2BC) return out->push_back('\'');
  if (c == 0x2010 || c == 0x2011 || c == 0x2013) return out->push_back('-');
  if (c == 0xAD || c == 0x200D) return;
  icu::UnicodeString parts;
  const auto lower = u_foldCase(static_cast<UChar32>(c), U_FOLD_CASE_DEFAULT);
  if (!nfd->getDecomposition(lower, parts)) return append_utf8(static_cast<char32_t>(lower), out);
  const bool latin = parts.char32At(0) < 0x250;
  for (int32_t i = 0; i < parts.length(); i = parts.moveIndex32(i, 1)) {
    const auto part = static_cast<char32_t>(parts.char32At(i));
    if (latin && kind_of(part) == Kind::mark) continue;
    append_utf8(part, out);
  }
}

}  // namespace

std::string fold(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    fold_into(c.value, &out);
    at += c.length;
  }
  return out;
}

std::vector<Word> words(std::string_view text) {
  std::vector<Word> out;
  std::string folded;
  for (std::size_t at = 0; at < text.size();) {
    CodePoint c = code_point_at(text, at);
    Kind kind = kind_of(c.value);
    if (kind == Kind::other || kind == Kind::mark || kind == Kind::joiner) {
      at += c.length;
      continue;
    }
    const std::size_t begin = at;
    folded.clear();
    fold_into(c.value, &folded);
    at += c.length;
    const bool alone = kind == Kind::alone;
    while (at < text.size()) {
      c = code_point_at(text, at);
      const Kind next = kind_of(c.value);
      if (next == Kind::mark) {
        fold_into(c.value, &folded);
      } else if (next == Kind::joiner && !alone && at + c.length < text.size()) {
        const Kind after = kind_of(code_point_at(text, at + c.length).value);
        const bool apostrophe = c.value == '\'' || c.value == 0x2019;
        if (after != kind || (apostrophe ? kind != Kind::letter : kind == Kind::letter && c.value != '.')) break;
        if (!apostrophe && kind == Kind::letter && at - begin > 1 && text[at - 2] != '.') break;  // "end.Next"
        fold_into(c.value, &folded);
      } else if ((next == Kind::letter || next == Kind::digit) && !alone) {
        kind = next;
        fold_into(c.value, &folded);
      } else {
        break;
      }
      at += c.length;
    }
    const Span span{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at)};
    out.push_back({span, hash_bytes(folded)});
  }
  return out;
}

}  // namespace tellings::text
