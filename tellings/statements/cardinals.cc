#include "tellings/statements/cardinals.h"

#include <charconv>
#include <cmath>
#include <string>

#include "tellings/base/utf8.h"
#include "tellings/statements/word_table.h"

namespace tellings::statements {
namespace {

const WordTable<int>& small() {
  static const WordTable<int> kTable{
      {"zero", 0},      {"one", 1},       {"two", 2},       {"three", 3},    {"four", 4},     {"five", 5},
      {"six", 6},       {"seven", 7},     {"eight", 8},     {"nine", 9},     {"ten", 10},     {"eleven", 11},
      {"twelve", 12},   {"thirteen", 13}, {"fourteen", 14}, {"fifteen", 15}, {"sixteen", 16}, {"seventeen", 17},
      {"eighteen", 18}, {"nineteen", 19}, {"twenty", 20},   {"thirty", 30},  {"forty", 40},   {"fifty", 50},
      {"sixty", 60},    {"seventy", 70},  {"eighty", 80},   {"ninety", 90}};
  return kTable;
}

const WordTable<double>& scales() {
  static const WordTable<double> kTable{{"hundred", 1e2},        {"thousand", 1e3},     {"million mn mln", 1e6},
                                        {"billion bn bln", 1e9}, {"trillion tn", 1e12}, {"dozen", 12},
                                        {"lakh lakhs", 1e5},     {"crore crores", 1e7}};
  return kTable;
}

struct Indefinite {
  double low, high;
};

const WordTable<Indefinite>& indefinites() {
  static const WordTable<Indefinite> kTable{{"dozens", {24, 99}},         {"scores", {40, 99}},
                                            {"hundreds", {200, 999}},     {"thousands", {2000, 9999}},
                                            {"millions", {2e6, 9999999}}, {"billions", {2e9, 9999999999}}};
  return kTable;
}

const WordTable<int>& parts() {
  static const WordTable<int> kTable{{"half halves", 2},    {"third thirds", 3}, {"quarter quarters fourth fourths", 4},
                                     {"fifth fifths", 5},   {"sixth sixths", 6}, {"seventh sevenths", 7},
                                     {"eighth eighths", 8}, {"ninth ninths", 9}, {"tenth tenths", 10}};
  return kTable;
}

}  // namespace

const double* scale_of_word(std::uint64_t hash) { return scales().find(hash); }

double parse_digits(std::string_view word, bool* good) {
  std::string plain;
  std::size_t group = 0, groups = 0;
  bool fraction = false;
  *good = true;
  for (const char c : word) {
    if (c == ',') {
      if (fraction || (groups > 0 && group != 3 && group != 2)) *good = false;
      ++groups;
      group = 0;
    } else if (c == '.') {
      if (fraction) *good = false;
      fraction = true;
      plain.push_back(c);
    } else if (c >= '0' && c <= '9') {
      if (!fraction) ++group;
      plain.push_back(c);
    } else {
      *good = false;
    }
  }
  if (groups > 0 && group != 3) *good = false;
  double value = 0;
  const auto [end, error] = std::from_chars(plain.data(), plain.data() + plain.size(), value);
  if (error != std::errc() || end != plain.data() + plain.size()) *good = false;
  return value;
}

bool CardinalReader::small_words(std::size_t i, Cardinal* c) const {
  double total = 0, part = 0;
  std::size_t k = i;
  bool any = false;
  while (in(k)) {
    const std::uint64_t h = token(k).hash;
    if (const int* v = small().find(h)) {
      const bool joins = !any || part == 0 || (std::fmod(part, 100) >= 20 && *v < 10 && std::fmod(part, 10) == 0) ||
                         (std::fmod(part, 100) == 0);
      if (!joins) break;
      part += *v;
    } else if (is(k, "hundred") && any) {
      part *= 100;
    } else if (const double* scale = scales().find(h); scale && any && *scale >= 12 && !is(k, "hundred")) {
      total += part * *scale;
      part = 0;
    } else if (any && is_dash(k) && glued(k) && glued(k + 1) && in(k + 1) && small().has(token(k + 1).hash) &&
               std::fmod(part, 10) == 0 && part >= 20 && *small().find(token(k + 1).hash) < 10) {
      ++k;
      continue;
    } else if (any && is(k, "and") && in(k + 1) && (std::fmod(part, 100) == 0) && total + part >= 100 &&
               small().has(token(k + 1).hash)) {
      ++k;
      continue;
    } else {
      break;
    }
    any = true;
    ++k;
    c->last = k;
  }
  c->low = c->high = total + part;
  return any;
}

// "5k", "1.2m", "3bn": the scale written against the digits, or a word.
void CardinalReader::scale_after(Cardinal* c, bool money) const {
  for (int times = 0; times < 2 && in(c->last); ++times) {
    const std::size_t k = c->last;
    double by = 0;
    if (glued(k)) {
      const std::string_view w = r_.word(k);
      if (w == "k" || w == "K") by = 1e3;
      if (w == "M" || (w == "m" && (money || tag(k + 1) == Tag::noun))) by = 1e6;
      if (w == "B" || w == "b") by = 1e9;
      if (w == "T" && money) by = 1e12;
      if (is_any(k, "bn", "mn", "tn", "mln", "bln")) by = *scales().find(token(k).hash);
      if (is_dash(k) && in(k + 1) && glued(k + 1)) {  // "2-million"
        if (const double* scale = scales().find(token(k + 1).hash); scale && *scale > 100) {
          c->low *= *scale;
          c->high *= *scale;
          c->last = k + 2;
          continue;
        }
      }
    }
    if (by == 0) {
      const double* scale = scales().find(token(k).hash);
      if (!scale && (r_.word(k) == "m" || r_.word(k) == "M") && money) by = 1e6;
      if (scale) by = *scale;
    }
    if (by == 0) return;
    c->low *= by;
    c->high *= by;
    ++c->last;
  }
}

bool CardinalReader::digit_words(std::size_t i, Cardinal* c, bool money) const {
  bool good = false;
  double value = parse_digits(r_.low(i), &good);
  if (!good) return false;
  c->last = i + 1;
  c->digits = true;
  const auto simple = [&](std::size_t k) {
    return in(k + 1) && (is(k, "/") || is(k, "\xE2\x81\x84")) && glued(k) && glued(k + 1) &&
           token(k + 1).kind == TokenKind::number;
  };
  bool fine = false;
  if (in(i + 1) && token(i + 1).kind == TokenKind::number && !glued(i + 1) && simple(i + 2) && value < 1000) {  // 1 1/2
    const double a = parse_digits(r_.low(i + 1), &fine), b = parse_digits(r_.low(i + 3), &fine);
    if (fine && a < b && b <= 16) {
      value += a / b;
      c->last = i + 4;
    }
  } else if (simple(i + 1)) {
    const double b = parse_digits(r_.low(i + 2), &fine);
    const bool usual =
        fine && value < b &&
        (b == 16 || b == 32 || b == 64 || b == 128 || b == 2 || b == 3 || b == 4 || b == 5 || b == 8 || b == 10) &&
        !is(i + 3, "/");
    if (!usual) return false;
    value /= b;
    c->fraction = true;
    c->last = i + 3;
  }
  if (in(c->last) && glued(c->last)) {  // vulgar fractions: 2½
    const char32_t v = code_point_at(r_.word(c->last), 0).value;
    const double add = v == 0xBD ? .5 : v == 0xBC ? .25 : v == 0xBE ? .75 : 0;
    if (add > 0) {
      value += add;
      ++c->last;
    }
  }
  c->low = c->high = value;
  scale_after(c, money);
  return true;
}

bool CardinalReader::indefinite(std::size_t i, Cardinal* c) const {
  const Indefinite* x = indefinites().find(token(i).hash);
  if (x) {
    c->low = x->low;
    c->high = x->high;
    c->last = i + 1;
    if (is(i + 1, "of") && in(i + 2)) {
      const Indefinite* y = indefinites().find(token(i + 2).hash);
      if (y && y->low > x->low) {  // hundreds of thousands
        c->low = (x->low > 100 ? 100 : 1) * y->low / 2 * (x->low > 100 ? 1 : x->low);
        c->high = c->low * 10;
        if (x->low == 200) c->low = y->low / 2 * 200, c->high = y->low / 2 * 1000 - 1;
        c->last = i + 3;
      }
    }
    if (is(i, "scores") && tag(i) == Tag::verb) return false;
    c->indefinite = true;
    return true;
  }
  if (is(i, "tens") && is(i + 1, "of") && in(i + 2)) {  // tens of thousands
    const Indefinite* y = indefinites().find(token(i + 2).hash);
    if (!y || y->low < 1000) return false;
    c->low = y->low / 2 * 10;
    c->high = c->low * 10;
    c->last = i + 3;
    c->indefinite = true;
    return true;
  }
  return false;
}

// "half a dozen", "a dozen", "a hundred", "a couple", "half", "a third", "a quarter of".
bool CardinalReader::article(std::size_t i, Cardinal* c) const {
  const bool a = is_any(i, "a", "an");
  if (a && in(i + 1)) {
    if (const double* scale = scales().find(token(i + 1).hash)) {
      c->low = c->high = *scale;
      c->last = i + 2;
      c->approximate = false;
      while (in(c->last) && scales().has(token(c->last).hash) && *scales().find(token(c->last).hash) > *scale) {
        c->low = c->high = c->low * *scales().find(token(c->last).hash);
        ++c->last;
      }
      return true;
    }
    if (is(i + 1, "couple") && is_any(i + 2, "of", "hundred", "dozen", "thousand", "more")) {
      c->low = c->high = 2;
      c->approximate = true;
      c->last = i + 2;
      if (const double* s = in(i + 2) ? scales().find(token(i + 2).hash) : nullptr) {
        c->low = c->high = 2 * *s;
        c->last = i + 3;
      }
      return true;
    }
    if (is_any(i + 1, "third", "quarter", "fifth", "tenth") && is(i + 2, "of")) {
      c->low = c->high = 1.0 / *parts().find(token(i + 1).hash);
      c->fraction = true;
      c->last = i + 2;
      return true;
    }
    if (is(i + 1, "half") && in(i + 2) && scales().has(token(i + 2).hash)) {
      c->low = c->high = *scales().find(token(i + 2).hash) / 2;
      c->last = i + 3;
      return true;
    }
    return false;
  }
  if (is(i, "half")) {
    if (is(i + 1, "a") && in(i + 2) && scales().has(token(i + 2).hash)) {
      c->low = c->high = *scales().find(token(i + 2).hash) / 2;
      c->last = i + 3;
      return true;
    }
    if (is_any(i + 1, "of", "the") && !is_any(i - 1, "first", "second", "other", "back", "top", "bottom", "better")) {
      c->low = c->high = .5;
      c->fraction = true;
      c->last = i + 1;
      return true;
    }
  }
  return false;
}

// "two-thirds", "three quarters", "two and a half".
void CardinalReader::fraction_after(Cardinal* c) const {
  std::size_t k = c->last;
  if (c->low != std::floor(c->low)) return;
  if (is(k, "and") && is(k + 1, "a") && is_any(k + 2, "half", "quarter")) {
    c->low += is(k + 2, "half") ? .5 : .25;
    c->high = c->low;
    c->last = k + 3;
    if (!c->digits || c->low < 100) scale_after(c, false);
    return;
  }
  if (is_dash(k) && glued(k) && glued(k + 1)) ++k;
  const int* part = in(k) && c->low >= 1 && c->low < 10 ? parts().find(token(k).hash) : nullptr;
  const bool plural = part && (c->low == 1 || low(k).ends_with("s") || is(k, "halves"));
  if (!part || !plural || c->low >= *part || c->digits) return;
  if (is_any(k, "quarter", "quarters") && is_any(k + 1, "century")) return;
  c->low = c->high = c->low / *part;
  c->fraction = true;
  c->last = k + 1;
}

bool CardinalReader::cardinal(std::size_t i, Cardinal* c, bool money) const {
  if (!in(i)) return false;
  const Token& t = token(i);
  *c = {};
  if (t.kind == TokenKind::number) {
    if (!digit_words(i, c, money)) return false;
  } else if (t.kind == TokenKind::word) {
    if (!article(i, c) && !indefinite(i, c)) {
      if (!small_words(i, c)) return false;
      if (in(c->last)) scale_after(c, money);
    }
  } else {
    return false;
  }
  if (!c->indefinite && !c->fraction) fraction_after(c);
  return true;
}

}  // namespace tellings::statements
