#include "tellings/text/sentences.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <string>

#include "tellings/base/utf8.h"

namespace tellings::text {
namespace {

// Abbreviations of English news that a name or a number follows, folded.
constexpr std::array<std::string_view, 58> kAbbreviations = {
    "mr",   "mrs",  "ms",   "dr",   "prof", "gen",  "col", "lt",   "sgt",   "capt", "maj",  "rep",
    "sen",  "gov",  "pres", "st",   "mt",   "ft",   "jan", "feb",  "mar",   "apr",  "jun",  "jul",
    "aug",  "sep",  "sept", "oct",  "nov",  "dec",  "no",  "vs",   "rev",   "hon",  "adm",  "cmdr",
    "supt", "det",  "insp", "asst", "dist", "atty", "ave", "blvd", "calif", "fla",  "mass", "conn",
    "mich", "minn", "pa",   "va",   "tenn", "wash", "ill", "ore",  "ariz",  "u.s"};

bool is_closing(char32_t c) {
  return c == '"' || c == '\'' || c == ')' || c == ']' || c == 0x201D || c == 0x2019 || c == 0xBB || c == 0x300D ||
         c == 0x300F;
}

bool is_space(char32_t c) { return u_isUWhiteSpace(static_cast<UChar32>(c)) != 0; }

bool is_wide_stop(char32_t c) { return c == 0x3002 || c == 0xFF01 || c == 0xFF1F || c == 0xFF61; }

bool is_stop(char32_t c) {
  return c == '.' || c == '!' || c == '?' || c == 0x2026 || c == 0x61F || c == 0x6D4 || c == 0x964 || c == 0x965 ||
         is_wide_stop(c);
}

// True if the full stop at `at` ends an abbreviation or an initial.
bool is_abbreviation(std::string_view text, std::size_t begin, std::size_t at) {
  std::size_t from = at;
  while (from > begin && (text[from - 1] == '.' || (static_cast<unsigned char>(text[from - 1]) & 0x80) != 0 ||
                          u_isalpha(static_cast<unsigned char>(text[from - 1])) != 0)) {
    --from;
  }
  std::string word;
  for (const char c : text.substr(from, at - from))
    word.push_back(static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c));
  const bool initial = word.size() == 1 && text[from] >= 'A' && text[from] <= 'Z';
  const bool dotted = word.size() > 1 && word.find('.') != std::string::npos;  // "a.m", "U.N"
  return initial || dotted || std::ranges::find(kAbbreviations, word) != kAbbreviations.end();
}

}  // namespace

std::vector<Span> sentences(std::string_view text) {
  std::vector<Span> out;
  std::size_t begin = 0;
  const auto emit = [&](std::size_t from, std::size_t end) {
    while (from < end && is_space(code_point_at(text, from).value)) from += code_point_at(text, from).length;
    while (end > from && static_cast<unsigned char>(text[end - 1]) <= ' ') --end;
    if (from < end) out.push_back({static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(end)});
  };

  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    const std::size_t stop = at;
    at += c.length;
    if (c.value == '\n') {
      emit(begin, stop);
      begin = at;
      continue;
    }
    if (!is_stop(c.value)) continue;

    while (at < text.size() && is_stop(code_point_at(text, at).value)) at += code_point_at(text, at).length;
    while (at < text.size() && is_closing(code_point_at(text, at).value)) at += code_point_at(text, at).length;
    if (at < text.size() && !is_wide_stop(c.value)) {
      std::size_t next = at;
      while (next < text.size() && text[next] != '\n' && is_space(code_point_at(text, next).value))
        next += code_point_at(text, next).length;
      if (next == at) continue;  // "3.5", "bbc.com"
      const char32_t first = next < text.size() ? code_point_at(text, next).value : U'\n';
      if (u_islower(static_cast<UChar32>(first)) != 0) continue;
      if (c.value == '.' && at == stop + 1 && is_abbreviation(text, begin, stop)) continue;
    }
    emit(begin, at);
    begin = at;
  }
  emit(begin, text.size());
  return out;
}

}  // namespace tellings::text
