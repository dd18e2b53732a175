// How words are split.
//
// One pass, one table look-up a letter.  ASCII, which is nearly all of most
// news text, never leaves a table of 128 entries that is part of the program;
// other letters go through the blocks of letters.h, which hold kind and
// folding together.  The hash of a word is built letter by letter (FNV-1a of
// the folded bytes, then mix()), so that no folded string is ever made.
//
// Measured on 15.9 MB of news wire: about 200 MB/s (docs/algorithms/copies.md).
#include "tellings/text/words.h"

#include <array>
#include <cstdint>

#include "tellings/base/hash.h"
#include "tellings/base/utf8.h"
#include "tellings/text/letters.h"

namespace tellings::text {
namespace {

using Kind = LetterKind;

constexpr std::uint64_t kFnvStart = 0xcbf29ce484222325u;
constexpr std::uint64_t kFnvPrime = 0x100000001b3u;

struct Ascii {
  Kind kind = Kind::other;
  unsigned char folded = 0;
};

constexpr auto kAscii = [] {
  std::array<Ascii, 128> table{};
  for (unsigned char c = 0; c < 128; ++c) {
    const bool upper = c >= 'A' && c <= 'Z';
    table[c].folded = upper ? static_cast<unsigned char>(c + 32) : c;
    if (upper || (c >= 'a' && c <= 'z')) table[c].kind = Kind::letter;
    if (c >= '0' && c <= '9') table[c].kind = Kind::digit;
    if (c == '\'' || c == '.' || c == ',') table[c].kind = Kind::joiner;
  }
  return table;
}();

// A place in the text: the letter there and its length in bytes.
struct Place {
  Kind kind;
  std::uint8_t length;
  char32_t value;
  const Letter* letter;  // null for ASCII
};

Place place_at(std::string_view text, std::size_t at) {
  const auto byte = static_cast<unsigned char>(text[at]);
  if (byte < 0x80) return {kAscii[byte].kind, 1, byte, nullptr};
  const CodePoint c = code_point_at(text, at);
  const Letter& letter = letter_of(c.value);
  return {letter.kind, static_cast<std::uint8_t>(c.length), c.value, &letter};
}

// The hash of the word so far.
class Folding {
 public:
  void add(const Place& p) {
    if (p.letter == nullptr) {
      put(kAscii[p.value].folded);
      latin_ = true;
    } else if (p.kind != Kind::mark || !latin_) {
      for (const char c : p.letter->folded()) put(static_cast<unsigned char>(c));
      if (p.kind != Kind::mark) latin_ = p.letter->latin;
    }
    if (p.kind != Kind::mark && ++letters_ == kRootLetters) root_ = hash_;
  }
  std::uint64_t hash() const { return mix(hash_); }
  std::uint64_t root() const { return mix(letters_ < kRootLetters ? hash_ : root_); }

 private:
  void put(unsigned char byte) { hash_ = (hash_ ^ byte) * kFnvPrime; }

  std::uint64_t hash_ = kFnvStart;
  std::uint64_t root_ = 0;
  std::size_t letters_ = 0;
  bool latin_ = false;  // the last letter is a Latin one: its marks are dropped
};

// True if the joiner at `at` stays inside a word of `kind` that began at
// `begin`: "don't", "1,200", "U.S" but not "end.Next".
bool joins(std::string_view text, std::size_t begin, std::size_t at, const Place& joiner, Kind kind) {
  if (at + joiner.length >= text.size() || place_at(text, at + joiner.length).kind != kind) return false;
  if (joiner.value == '\'' || joiner.value == 0x2019) return kind == Kind::letter;
  if (kind == Kind::digit) return true;
  return joiner.value == '.' && (at - begin <= 1 || text[at - 2] == '.');
}

// The end of the word that begins at `begin` with `first`.
std::size_t read_word(std::string_view text, std::size_t begin, const Place& first, Folding* folding) {
  Kind kind = first.kind;
  folding->add(first);
  std::size_t at = begin + first.length;
  while (at < text.size()) {
    const Place next = place_at(text, at);
    const bool alone = kind == Kind::alone;
    if ((next.kind == Kind::letter || next.kind == Kind::digit) && !alone) {
      kind = next.kind;
    } else if (next.kind != Kind::mark && (next.kind != Kind::joiner || alone || !joins(text, begin, at, next, kind))) {
      break;
    }
    folding->add(next);
    at += next.length;
  }
  return at;
}

}  // namespace

std::string fold(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  bool latin = false;
  for (std::size_t at = 0; at < text.size();) {
    const Place p = place_at(text, at);
    at += p.length;
    if (p.letter == nullptr) {
      out.push_back(static_cast<char>(kAscii[p.value].folded));
      latin = p.kind == Kind::letter;
    } else if (p.kind != Kind::mark || !latin) {
      out += p.letter->folded();
      if (p.kind != Kind::mark) latin = p.letter->latin;
    }
  }
  return out;
}

std::vector<Word> words(std::string_view text) {
  std::vector<Word> out;
  out.reserve(text.size() / 5);
  for (std::size_t at = 0; at < text.size();) {
    const Place first = place_at(text, at);
    if (first.kind == Kind::other || first.kind == Kind::mark || first.kind == Kind::joiner) {
      at += first.length;
      continue;
    }
    Folding folding;
    const std::size_t end = read_word(text, at, first, &folding);
    out.push_back({{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)}, folding.hash(), folding.root()});
    at = end;
  }
  return out;
}

}  // namespace tellings::text
