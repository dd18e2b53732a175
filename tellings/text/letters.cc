#include "tellings/text/letters.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <memory>
#include <mutex>
#include <string>

#include "tellings/base/utf8.h"

namespace tellings::text {
namespace {

constexpr std::size_t kBlock = 256;
constexpr char32_t kPoints = 0x110000;

using Block = std::array<Letter, kBlock>;

// Letters of scripts that do not part words by spaces stand alone.
bool is_unspaced(UChar32 c) {
  UErrorCode status = U_ZERO_ERROR;
  switch (uscript_getScript(c, &status)) {
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

bool is_mark(UChar32 c) { return (U_GET_GC_MASK(c) & U_GC_M_MASK) != 0 || c == 0x200D || c == 0xAD; }

LetterKind kind_of(UChar32 c) {
  switch (c) {
    case '\'':
    case 0x2019:
    case '.':
    case ',':
    case 0x66B:
    case 0x66C: return LetterKind::joiner;
    default: break;
  }
  if (u_isdigit(c)) return LetterKind::digit;
  if (u_isalpha(c)) return is_unspaced(c) ? LetterKind::alone : LetterKind::letter;
  if (is_mark(c)) return LetterKind::mark;
  return (U_GET_GC_MASK(c) & U_GC_N_MASK) != 0 ? LetterKind::digit : LetterKind::other;
}

bool is_latin(UChar32 c) { return c < 0x250 && u_isalpha(c); }

std::string fold_of(UChar32 c) {
  if (c == 0x2018 || c == 0x2019 || c == 0x2BC) return "'";
  if (c == 0x2010 || c == 0x2011 || c == 0x2013) return "-";
  if (c == 0xAD || c == 0x200D) return {};
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfd = icu::Normalizer2::getNFDInstance(status);
  const UChar32 lower = u_foldCase(c, U_FOLD_CASE_DEFAULT);
  std::string out;
  icu::UnicodeString parts;
  if (nfd == nullptr || !nfd->getDecomposition(lower, parts)) {
    append_utf8(static_cast<char32_t>(lower), &out);
    return out;
  }
  const bool latin = is_latin(parts.char32At(0));
  for (int32_t i = 0; i < parts.length(); i = parts.moveIndex32(i, 1)) {
    const UChar32 part = parts.char32At(i);
    if (!latin || !is_mark(part)) append_utf8(static_cast<char32_t>(part), &out);
  }
  return out;
}

Letter make(UChar32 c) {
  Letter letter;
  letter.kind = kind_of(c);
  const std::string folded = fold_of(c);
  letter.size = static_cast<std::uint8_t>(std::min(folded.size(), letter.bytes.size()));
  std::copy_n(folded.begin(), letter.size, letter.bytes.begin());
  letter.latin = !folded.empty() && is_latin(static_cast<UChar32>(code_point_at(folded, 0).value));
  return letter;
}

struct Blocks {
  std::array<std::once_flag, kPoints / kBlock> made;
  std::array<std::unique_ptr<Block>, kPoints / kBlock> block;
};

}  // namespace

const Letter& letter_of(char32_t c) {
  static const auto blocks = std::make_unique<Blocks>();
  c = std::min<char32_t>(c, kPoints - 1);
  const std::size_t n = c / kBlock;
  std::call_once(blocks->made[n], [n] {
    auto block = std::make_unique<Block>();
    for (std::size_t i = 0; i < kBlock; ++i) (*block)[i] = make(static_cast<UChar32>(n * kBlock + i));
    blocks->block[n] = std::move(block);
  });
  return (*blocks->block[n])[c % kBlock];
}

}  // namespace tellings::text
