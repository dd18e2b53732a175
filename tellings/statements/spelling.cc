#include "tellings/statements/spelling.h"

#include <unicode/translit.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>

#include "tellings/text/words.h"

namespace tellings::statements {
namespace {

constexpr std::size_t kLongest = 40;  // sounds

bool is_ascii(std::string_view s) {
  return std::ranges::all_of(s, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

// Any script to plain Latin letters.  ICU's transliterators are not shared
// between threads: one a thread.
std::string to_latin(std::string_view word) {
  thread_local const std::unique_ptr<icu::Transliterator> latin = [] {
    UErrorCode status = U_ZERO_ERROR;
    return std::unique_ptr<icu::Transliterator>(icu::Transliterator::createInstance(
        "Any-Latin; NFD; [:Nonspacing Mark:] Remove; Latin-ASCII; Lower", UTRANS_FORWARD, status));
  }();
  icu::UnicodeString text = icu::UnicodeString::fromUTF8({word.data(), static_cast<std::int32_t>(word.size())});
  if (latin) latin->transliterate(text);
  std::string out;
  text.toUTF8String(out);
  return out;
}

struct Rule {
  std::string_view letters;
  char sound;
};

// Letters that make one sound, longest first.  Upper case: sounds without a
// letter of their own. K kh, S sh, C ch, T th, D dh, G gh.
constexpr std::array<Rule, 24> kRules = {
    {{"sch", 'S'}, {"tch", 'C'}, {"dge", 'j'}, {"sh", 'S'}, {"ch", 'C'}, {"kh", 'K'}, {"th", 'T'}, {"dh", 'D'},
     {"gh", 'G'},  {"ph", 'f'},  {"ck", 'k'},  {"wh", 'w'}, {"ou", 'u'}, {"oo", 'u'}, {"ee", 'i'}, {"ie", 'i'},
     {"ea", 'i'},  {"ei", 'e'},  {"ai", 'e'},  {"ay", 'e'}, {"ey", 'i'}, {"au", 'o'}, {"aw", 'o'}, {"ow", 'o'}}};

bool is_vowel(char c) { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' || c == 'y'; }

// What one sound for another costs, and one left out.
struct Costs {
  double (*swap)(char, char);
  double (*drop)(char, bool at_end);
  double (*add)(char, bool at_end);
};

bool together(std::string_view group, char a, char b) {
  return group.find(a) != std::string_view::npos && group.find(b) != std::string_view::npos;
}

double swap_by_ear(char a, char b) {
  if (a == b) return 0;
  const bool va = is_vowel(a), vb = is_vowel(b);
  if (va && vb) return 0.35;
  if (va != vb) return together("yij", a, b) ? 0.5 : 1.3;
  for (const std::string_view g : {"kKqc", "sSz", "dDT", "tT", "fv", "gG", "CS", "zD", "jg"}) {
    if (together(g, a, b)) return 0.4;
  }
  for (const std::string_view g : {"kKqcgGC", "sSzcxC", "dDztT", "fvbpw", "jgyC", "mn", "lr", "hKG"}) {
    if (together(g, a, b)) return 0.8;
  }
  return 1.2;
}

double drop_by_ear(char c, bool at_end) {
  if (is_vowel(c)) return at_end ? 0.4 : 0.45;
  if (c == 'h' || c == 'w') return 0.4;
  return at_end ? 0.9 : 1.0;
}

constexpr Costs kByEar = {swap_by_ear, drop_by_ear, drop_by_ear};

// A word without its short vowels, as Arabic writes it, against a Latin one:
// vowels may be added almost freely, and letters that one script lacks fall
// together (p and b, v and f, g and j).
double swap_abjad(char a, char b) {
  if (a == b) return 0;
  for (const std::string_view g :
       {"wuov", "yieaj", "bp", "fvw", "jgGC", "kqcKg", "tTd", "szSCDc", "dDz", "ae", "hKa"}) {
    if (together(g, a, b)) return 0.15;
  }
  return is_vowel(a) && is_vowel(b) ? 0.3 : 1.2;
}

double drop_abjad(char c, bool) { return c == 'a' || c == 'y' || c == 'w' || c == 'h' ? 0.35 : 1.0; }
double add_abjad(char c, bool) { return is_vowel(c) ? 0.08 : c == 'h' || c == 'w' ? 0.2 : 1.0; }

constexpr Costs kAbjad = {swap_abjad, drop_abjad, add_abjad};

double distance(std::string_view a, std::string_view b, const Costs& costs) {
  const std::size_t n = a.size(), m = b.size();
  std::array<std::array<double, kLongest + 1>, 3> rows{};
  for (std::size_t j = 1; j <= m; ++j) rows[0][j] = rows[0][j - 1] + costs.add(b[j - 1], j == m);
  for (std::size_t i = 1; i <= n; ++i) {
    auto& now = rows[i % 3];
    const auto& before = rows[(i - 1) % 3];
    now[0] = before[0] + costs.drop(a[i - 1], i == n);
    for (std::size_t j = 1; j <= m; ++j) {
      now[j] = std::min({before[j - 1] + costs.swap(a[i - 1], b[j - 1]), before[j] + costs.drop(a[i - 1], i == n),
                         now[j - 1] + costs.add(b[j - 1], j == m)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        now[j] = std::min(now[j], rows[(i - 2) % 3][j - 2] + 0.6);  // two sounds the wrong way round
      }
    }
  }
  return rows[n % 3][m];
}

// W. E. Winkler, "String Comparator Metrics and Enhanced Decision Rules in the
// Fellegi-Sunter Model of Record Linkage", 1990.
double jaro_winkler(std::string_view a, std::string_view b) {
  a = a.substr(0, kLongest);
  b = b.substr(0, kLongest);
  const std::size_t reach = std::max<std::size_t>(std::max(a.size(), b.size()) / 2, 1) - 1;
  std::array<bool, kLongest> in_a{}, in_b{};
  std::size_t common = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    for (std::size_t j = i > reach ? i - reach : 0; j < std::min(b.size(), i + reach + 1); ++j) {
      if (in_b[j] || a[i] != b[j]) continue;
      in_a[i] = in_b[j] = true;
      ++common;
      break;
    }
  }
  if (common == 0) return 0;
  std::size_t moved = 0, j = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (!in_a[i]) continue;
    while (!in_b[j]) ++j;
    if (a[i] != b[j]) ++moved;
    ++j;
  }
  const auto c = static_cast<double>(common);
  const double jaro = (c / static_cast<double>(a.size()) + c / static_cast<double>(b.size()) +
                       (c - static_cast<double>(moved) / 2) / c) /
                      3;
  std::size_t prefix = 0;
  while (prefix < 4 && prefix < std::min(a.size(), b.size()) && a[prefix] == b[prefix]) ++prefix;
  return jaro + 0.1 * static_cast<double>(prefix) * (1 - jaro);
}

// True if the word is written in a script that leaves vowels out.
bool is_abjad(std::string_view word) {
  for (std::size_t i = 0; i + 1 < word.size(); ++i) {
    const auto c = static_cast<unsigned char>(word[i]);
    if (c >= 0xD6 && c <= 0xDB) return true;  // U+0590 to U+06FF: Hebrew, Arabic
  }
  return false;
}

}  // namespace

std::string sounds(std::string_view word) {
  const std::string plain = text::fold(is_ascii(word) ? std::string(word) : to_latin(word));
  std::string out;
  for (std::size_t at = 0; at < plain.size() && out.size() < kLongest;) {
    char sound = 0;
    std::size_t length = 1;
    for (const Rule& r : kRules) {
      if (plain.compare(at, r.letters.size(), r.letters) == 0) {
        sound = r.sound;
        length = r.letters.size();
        break;
      }
    }
    const char c = plain[at];
    if (sound == 0 && c >= 'a' && c <= 'z') sound = c;
    at += length;
    if (sound == 0) continue;
    if (sound == 'x') {
      out += "ks";
      continue;
    }
    if (!out.empty() && out.back() == sound) continue;  // doubled
    out.push_back(sound);
  }
  return out;
}

double same_word(std::string_view a, std::string_view b) {
  if (a == b) return 1;
  const bool abjad = is_abjad(a) != is_abjad(b);
  const std::string x = sounds(a), y = sounds(b);
  if (x.empty() || y.empty()) return 0;
  const double length = static_cast<double>(std::max(x.size(), y.size()));
  if (abjad) {
    const bool bare = is_abjad(a);
    const double d = distance(bare ? x : y, bare ? y : x, kAbjad);
    return 1 / (1 + std::exp(-(4.0 - 16.0 * d / (length + 1.0))));
  }
  double odds = 5.0 - 14.0 * distance(x, y, kByEar) / (length + 1.5) + 12.0 * (jaro_winkler(a, b) - 0.88);
  if (x[0] != y[0]) odds -= 1.5;  // the first sound is seldom in doubt
  return 1 / (1 + std::exp(-odds));
}

std::string skeleton(std::string_view word) {
  std::string out;
  for (const char c : sounds(word)) {
    if (is_vowel(c) || c == 'h' || c == 'w') continue;
    char k = c;
    switch (c) {
      case 'K':
      case 'q':
      case 'c':
      case 'g':
      case 'G': k = 'k'; break;
      case 'D':
      case 'z':
      case 'T':
      case 't': k = 'd'; break;
      case 'S':
      case 'C':
      case 'j': k = 's'; break;
      case 'v':
      case 'b':
      case 'p': k = 'f'; break;
      default: break;
    }
    if (out.empty() || out.back() != k) out.push_back(k);
  }
  return out;
}

}  // namespace tellings::statements
