// Which charset, by evidence before claims.
//
// A byte order mark is certain.  So is well-formed UTF-8 with anything outside
// ASCII in it: the odds that text in another charset follows table 3-7 of the
// Unicode Standard fall below one in a thousand within a sentence.  Labels are
// wrong more often than that.  Nor is a page lost to UTF-8 by one bad byte: if
// nine tenths of what looks like multi-byte sequences are well-formed, it is
// UTF-8 with damage.  Then the labels; then uchardet, whose guess on 36 of 36
// labelled legacy pages was the label; windows-1252 when it has none, since
// every byte means something in it.
//
// UTF-16 without a mark is known by its zeros: ASCII markup has one in every
// second byte.
#include "tellings/documents/charset.h"

#include <simdjson.h>
#include <uchardet/uchardet.h>
#include <unicode/ucnv.h>
#include <unicode/utf16.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <memory>
#include <string>

#include "tellings/base/utf8.h"

namespace tellings::documents {
namespace {

constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF";
constexpr std::size_t kSampleBytes = std::size_t{256} << 10;  // uchardet reads 137 MB/s: 2 ms
constexpr std::size_t kZerosBytes = 1024;
constexpr std::size_t kBinaryBytes = 4096;

struct CloseConverter {
  void operator()(UConverter* c) const { ucnv_close(c); }
};

struct DeleteDetector {
  void operator()(uchardet* d) const { uchardet_delete(d); }
};

std::string_view marked(std::string_view bytes) {
  if (bytes.starts_with(kUtf8Mark)) return "utf-8";
  if (bytes.starts_with("\xFF\xFE")) return "utf-16le";
  if (bytes.starts_with("\xFE\xFF")) return "utf-16be";
  return {};
}

std::string_view by_zeros(std::string_view bytes) {
  const std::size_t pairs = std::min(bytes.size(), kZerosBytes) / 2;
  std::size_t first = 0;
  std::size_t second = 0;
  for (std::size_t i = 0; i < pairs; ++i) {
    first += bytes[2 * i] == '\0';
    second += bytes[2 * i + 1] == '\0';
  }
  if (pairs < 4) return {};
  if (second > pairs / 3 && first <= pairs / 50) return "utf-16le";
  if (first > pairs / 3 && second <= pairs / 50) return "utf-16be";
  return {};
}

// True if the ill-formed parts are few beside the multi-byte sequences.
bool mostly_utf8(std::string_view bytes) {
  std::size_t good = 0;
  std::size_t bad = 0;
  bytes = bytes.substr(0, kSampleBytes);
  for (std::size_t at = 0; at < bytes.size();) {
    if (static_cast<unsigned char>(bytes[at]) < 0x80) {
      ++at;
      continue;
    }
    const CodePoint c = code_point_at(bytes, at);
    (c.value == 0xFFFD ? bad : good) += 1;
    at += c.length;
  }
  return good > 0 && bad <= good / 9;
}

std::string_view guessed(std::string_view bytes) {
  const std::unique_ptr<uchardet, DeleteDetector> detector(uchardet_new());
  const std::string_view sample = bytes.substr(0, kSampleBytes);
  if (uchardet_handle_data(detector.get(), sample.data(), sample.size()) != 0) return {};
  uchardet_data_end(detector.get());
  const std::string_view name = uchardet_get_charset(detector.get());
  if (name == "UHC") return "euc-kr";
  if (name == "MAC-CYRILLIC") return "x-mac-cyrillic";
  return encoding_of(name);
}

// An encoding that a label may give to bytes that are not UTF-8 nor marked.
bool believable(std::string_view encoding) {
  return !encoding.empty() && !encoding.starts_with("utf-") && !icu_name(encoding).empty();
}

// Turns the borders of units, as a converter finds them, into an Origin.
class Units {
 public:
  explicit Units(Origin* origin) : origin_(origin) {}

  // A unit begins, or all ends, at these places.
  void begin(std::uint32_t source, std::size_t text) {
    if (origin_ == nullptr) return;
    origin_->append(static_cast<std::uint32_t>(text) - text_, source - source_);
    source_ = source;
    text_ = static_cast<std::uint32_t>(text);
  }

 private:
  Origin* origin_;
  std::uint32_t source_ = 0;
  std::uint32_t text_ = 0;
};

// to_valid_utf8(), with the map back.
std::string repaired(std::string_view bytes, Origin* origin) {
  if (origin == nullptr) return to_valid_utf8(bytes);
  std::string out;
  out.reserve(bytes.size());
  while (!bytes.empty()) {
    const std::size_t valid = valid_prefix(bytes);
    out += bytes.substr(0, valid);
    origin->append(1, 1, valid);
    bytes.remove_prefix(valid);
    if (bytes.empty()) break;
    const std::size_t before = out.size();
    const std::size_t length = code_point_at(bytes, 0).length;
    append_utf8(0xFFFD, &out);
    origin->append(static_cast<std::uint32_t>(out.size() - before), static_cast<std::uint32_t>(length));
    bytes.remove_prefix(length);
  }
  return out;
}

std::string from_icu(std::string_view bytes, std::string_view converter_name, Origin* origin) {
  UErrorCode error = U_ZERO_ERROR;
  const std::string name(converter_name);
  const std::unique_ptr<UConverter, CloseConverter> converter(ucnv_open(name.c_str(), &error));
  if (U_FAILURE(error)) return repaired(bytes, origin);
  std::string out;
  out.reserve(bytes.size() + bytes.size() / 2);
  Units units(origin);
  std::array<UChar, 4096> wide;
  std::array<std::int32_t, wide.size()> from;  // of a unit: where it began, from `at`
  const char* at = bytes.data();
  const char* const end = at + bytes.size();
  std::size_t held = 0;  // half of a pair, from the stretch before
  do {
    const auto begin = static_cast<std::uint32_t>(at - bytes.data());
    UChar* to = wide.data() + held;
    error = U_ZERO_ERROR;
    ucnv_toUnicode(converter.get(), &to, wide.data() + wide.size(), &at, end, from.data() + held, true, &error);
    auto made = static_cast<std::size_t>(to - wide.data());
    held = error == U_BUFFER_OVERFLOW_ERROR && made > 1 && U16_IS_LEAD(wide[made - 1]) ? 1 : 0;
    made -= held;
    for (std::size_t i = 0; i < made;) {
      // -1: begun before this stretch, so it is the unit that is open.
      if (from[i] >= 0) units.begin(begin + static_cast<std::uint32_t>(from[i]), out.size());
      char32_t value = wide[i++];
      if (U16_IS_LEAD(value) && i < made && U16_IS_TRAIL(wide[i]))
        value = 0x10000 + ((value - 0xD800) << 10) + (char32_t{wide[i++]} - 0xDC00);
      append_utf8(value, &out);
    }
    if (held > 0) {
      units.begin(begin + static_cast<std::uint32_t>(std::max(from[made], 0)), out.size());
      wide[0] = wide[made];
      from[0] = -1;
    }
  } while (error == U_BUFFER_OVERFLOW_ERROR);
  units.begin(static_cast<std::uint32_t>(bytes.size()), out.size());
  return out;
}

std::string_view strip_mark(std::string_view bytes, std::string_view encoding) {
  if (marked(bytes) == encoding) bytes.remove_prefix(encoding == "utf-8" ? 3 : 2);
  return bytes;
}

}  // namespace

bool is_valid_utf8(std::string_view bytes) { return simdjson::validate_utf8(bytes.data(), bytes.size()); }

std::string_view charset_of(std::string_view bytes, const Hints& hints) {
  if (const auto mark = marked(bytes); !mark.empty()) return mark;
  if (const auto wide = by_zeros(bytes); !wide.empty()) return wide;
  const std::string_view given = encoding_of(hints.label);
  const auto inside = [&]() -> std::string_view {
    if (!hints.markup) return {};
    const std::string_view declared = xml_declared(bytes);
    return believable(declared) ? declared : prescan(bytes);
  };
  if (is_valid_utf8(bytes)) {
    // ISO-2022-JP is ASCII with escape sequences: only a label tells.
    const bool escapes = bytes.find("\x1B$") != std::string_view::npos;
    return escapes && (given == "iso-2022-jp" || inside() == "iso-2022-jp") ? "iso-2022-jp" : "utf-8";
  }
  if (mostly_utf8(bytes)) return "utf-8";
  if (believable(given)) return given;
  if (const auto own = inside(); believable(own)) return own;
  const std::string_view guess = guessed(bytes);
  return believable(guess) ? guess : "windows-1252";
}

std::string decode(std::string_view bytes, std::string_view encoding, Origin* origin) {
  const std::string_view content = strip_mark(bytes, encoding);
  const std::size_t mark = bytes.size() - content.size();
  if (origin != nullptr) origin->append(0, 1, mark);
  if (encoding != "utf-8") return from_icu(content, icu_name(encoding), origin);
  if (!is_valid_utf8(content)) return repaired(content, origin);
  if (origin != nullptr && mark > 0) origin->append(1, 1, content.size());
  return std::string(content);
}

std::string to_utf8(std::string_view bytes, const Hints& hints, Origin* origin) {
  return decode(bytes, charset_of(bytes, hints), origin);
}

bool is_binary(std::string_view bytes) {
  const std::string_view sample = bytes.substr(0, kBinaryBytes);
  const auto never_text = [](char c) {
    return static_cast<unsigned char>(c) < 0x20 && !(c >= '\t' && c <= '\r') && c != '\x1B';
  };
  // Random bytes have one in ten; text in any charset next to none.
  return static_cast<std::size_t>(std::ranges::count_if(sample, never_text)) * 20 > sample.size();
}

}  // namespace tellings::documents
