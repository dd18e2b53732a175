#include "tellings/findings/persons.h"

#include <algorithm>
#include <array>

#include "tellings/model/span.h"
#include "tellings/text/words.h"

namespace tellings::findings {
namespace {

constexpr auto kSuffixes = std::to_array<std::string_view>({"jr", "sr", "ii", "iii", "iv"});
constexpr auto kTitles = std::to_array<std::string_view>(
    {"mr", "mrs", "ms", "dr", "sgt", "lt", "capt", "officer", "deputy", "al", "el", "the"});

template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& list, std::string_view word) {
  return std::ranges::find(list, word) != list.end();
}

// The consonants of a name, digraphs of transliteration made one: "kadhimi",
// "kazemi" -> "kdm", "kzm".
std::string skeleton(std::string_view word) {
  std::string out;
  for (const char c : word) {
    const bool vowel = std::string_view("aeiouyw'h").find(c) != std::string_view::npos;
    if (!vowel && (out.empty() || out.back() != c)) out.push_back(c);
  }
  return out;
}

bool sound_alike(std::string_view a, std::string_view b) {
  if (a == b) return true;
  const std::string left = skeleton(a);
  return left.size() > 1 && left == skeleton(b);
}

}  // namespace

Person read_person(std::string_view name) {
  Person out;
  for (const text::Word& w : text::words(name)) {
    std::string word = text::fold(slice(name, w.span));
    if (word.ends_with("'s")) word.resize(word.size() - 2);
    std::erase(word, '.');
    if (is_one_of(kSuffixes, word) && !out.words.empty()) {
      out.suffix = word;
    } else if (!is_one_of(kTitles, word)) {
      out.words.push_back(std::move(word));
    }
  }
  return out;
}

Sameness compare(const Person& a, const Person& b) {
  if (a.words.empty() || b.words.empty()) return Sameness::other;
  if (!a.suffix.empty() && !b.suffix.empty() && a.suffix != b.suffix) return Sameness::other;
  const bool full = a.words.size() > 1 && b.words.size() > 1;
  const bool last = a.words.back() == b.words.back();
  if (full) {
    if (a.words.front() != b.words.front()) return Sameness::other;
    if (last) return Sameness::same;
    return sound_alike(a.words.back(), b.words.back()) ? Sameness::maybe : Sameness::other;
  }
  return sound_alike(a.words.back(), b.words.back()) ? Sameness::maybe : Sameness::other;
}

}  // namespace tellings::findings
