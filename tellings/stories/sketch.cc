// How an article becomes terms.
//
// Words go by their first five letters, which is a stemmer for any language
// that puts its endings last; two neighbours make one more term, which is what
// tells "Hong Kong" or the two syllables of a Vietnamese word from their parts,
// and what stands for words where a script has no spaces.  A word is a name if
// it is written with a capital where no sentence begins and never without one;
// a headline with Most Words Capital says nothing about names.
//
// Measured on the sets of eval/stories.py: pairs +.015 of BCubed F1 (Vietnamese
// most), roots +.006, names at 1.2 +.003; lead of 200, 300, 500 words: the same
// within .002.  Stop words need no list: the background makes them light.
#include "tellings/stories/sketch.h"

#include <algorithm>
#include <array>
#include <bit>
#include <charconv>
#include <span>

#include "tellings/base/hash.h"
#include "tellings/base/utf8.h"
#include "tellings/stories/background.h"
#include "tellings/stories/vectors.h"
#include "tellings/text/words.h"

namespace tellings::stories {
namespace {

constexpr std::uint16_t kTitleCount = 3;
constexpr std::size_t kMostBytesOfWord = 16;  // in the mean; bounds what is split of one long line
constexpr std::size_t kSurfaces = 10;

// A word on its way to becoming terms.  `root` 0 marks a break between words.
struct Token {
  Span span;
  std::uint64_t hash = 0;   // of the whole word
  std::uint64_t plain = 0;  // the same without full stops: "U.S." is "US"
  std::uint32_t root = 0;
  std::uint8_t level = 0;
  bool capital = false;  // written with a capital
  bool opening = false;  // where a capital says nothing
  bool number = false;
  bool unspaced = false;    // one letter of a script without spaces
  bool vietnamese = false;  // has a letter that only Vietnamese has
  bool name = false;
};

bool is_between(char32_t c, char32_t low, char32_t high) { return c >= low && c <= high; }

// Capital letters of Latin, Greek, Cyrillic and Armenian script.
bool is_capital(char32_t c) {
  if (c < 0x80) return is_between(c, 'A', 'Z');
  if (is_between(c, 0x100, 0x17F) || is_between(c, 0x1E00, 0x1EFF)) return c % 2 == 0;
  return is_between(c, 0xC0, 0xDE) || is_between(c, 0x386, 0x3AB) || is_between(c, 0x400, 0x42F) ||
         is_between(c, 0x531, 0x556) || c == 0x1AF || c == 0x1A0;
}

// The scripts that text::words() cuts letter by letter.
bool is_unspaced(char32_t c) {
  return is_between(c, 0xE00, 0xEFF) || is_between(c, 0x1000, 0x109F) || is_between(c, 0x1780, 0x17FF) ||
         is_between(c, 0x2E80, 0x9FFF) || is_between(c, 0xF900, 0xFAFF) || c >= 0x20000;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// "1,200", "1.200" and "1200" are one number.
std::uint64_t hash_of_number(std::string_view word, std::size_t* digits) {
  std::string plain;
  for (const char c : word) {
    if (c != ',' && c != '.' && c != '\'') plain += c;
  }
  *digits = plain.size();
  return hash_bytes(plain);
}

// "Corwin's" is "Corwin".
std::string_view without_possessive(std::string_view word) {
  for (const std::string_view mark : {"'s", "\u2019s"}) {
    if (word.size() > mark.size() && word.ends_with(mark)) return word.substr(0, word.size() - mark.size());
  }
  return word;
}

// Letters that only Vietnamese has: with the horn, and with a tone over another mark.
bool has_vietnamese_letter(std::string_view word) {
  for (std::size_t at = 0; at < word.size();) {
    if (static_cast<unsigned char>(word[at]) < 0x80) {
      ++at;
      continue;
    }
    const CodePoint c = code_point_at(word, at);
    if (is_between(c.value, 0x1EA0, 0x1EF9) || c.value == 0x1A1 || c.value == 0x1B0) return true;
    at += c.length;
  }
  return false;
}

// The hash of a word of a text without the full stops inside it.
std::uint64_t hash_without_stops(std::string_view written, std::uint64_t hash) {
  if (written.find('.') == std::string_view::npos) return hash;
  std::string plain(written);
  std::erase(plain, '.');
  const auto again = text::words(plain);
  return again.empty() ? hash : again[0].hash;
}

Token token_of(std::string_view text, const text::Word& word) {
  const std::string_view written = slice(text, word.span);
  const char32_t first = code_point_at(written, 0).value;
  Token t{.span = word.span, .hash = word.hash, .root = static_cast<std::uint32_t>(word.root)};
  if (is_digit(written[0])) {
    std::size_t digits = 0;
    t.number = true;
    t.hash = hash_of_number(written, &digits);
    t.plain = t.hash;
    t.root = static_cast<std::uint32_t>(t.hash);
    t.level = level_of_digits(digits);
    return t;
  }
  t.capital = is_capital(first);
  t.unspaced = is_unspaced(first);
  t.vietnamese = has_vietnamese_letter(written);
  const std::string_view bare = without_possessive(written);
  if (bare.size() != written.size()) {
    const auto again = text::words(bare);
    if (!again.empty()) t.hash = again[0].hash, t.root = static_cast<std::uint32_t>(again[0].root);
  }
  t.plain = hash_without_stops(bare, t.hash);
  t.level = level_of(t.root);
  return t;
}

// True if the text is written syllable by syllable, as Vietnamese is: there a
// third of the words have such a letter, elsewhere none.
bool is_syllabic(std::span<const Token> tokens) {
  const auto count = std::ranges::count_if(tokens, &Token::vietnamese);
  return static_cast<std::size_t>(count) * 5 > tokens.size();
}

// True if a sentence may begin after these bytes between two words.
bool opens(std::string_view between) {
  if (between == " ") return false;
  return between.find_first_of(".!?:;\n\"(") != std::string_view::npos ||
         between.find("\u201C") != std::string_view::npos;
}

// The next stretch of `text` from `at` that ends between two words: some 150 of
// them, so that of a long text no more is split than is looked at.
std::string_view stretch_at(std::string_view text, std::size_t at) {
  constexpr std::size_t kStretch = 1024;
  if (text.size() - at <= kStretch) return text.substr(at);
  const std::size_t end = text.find_first_of(" \n", at + kStretch);
  return text.substr(at, std::min(end, text.size()) - at);
}

// Appends the first `most` words of `text`, then a break.
void tokenize(std::string_view text, std::size_t most, std::vector<Token>* out) {
  std::size_t bytes = std::min(text.size(), most * kMostBytesOfWord);
  while (bytes < text.size() && (static_cast<unsigned char>(text[bytes]) & 0xC0) == 0x80) ++bytes;
  text = text.substr(0, bytes);
  const std::size_t full = out->size() + most;
  std::size_t end = 0;
  for (std::size_t at = 0; at < text.size() && out->size() < full;) {
    const std::string_view stretch = stretch_at(text, at);
    for (text::Word word : text::words(stretch)) {
      if (out->size() == full) break;
      word.span = {static_cast<std::uint32_t>(at + word.span.begin), static_cast<std::uint32_t>(at + word.span.end)};
      Token t = token_of(text, word);
      t.opening = end == 0 || opens(text.substr(end, word.span.begin - end));
      end = word.span.end;
      out->push_back(t);
    }
    at += stretch.size();
  }
  out->push_back({});
}

// In a headline with Most Words Capital no capital marks a name.
void ignore_headline_case(std::span<Token> title) {
  const auto capitals = std::ranges::count_if(title, &Token::capital);
  if (static_cast<std::size_t>(capitals) * 10 < title.size() * 6) return;
  for (Token& t : title) t.opening = true;
}

// How each word is written: a set with open addressing, since sorting them
// would cost more than splitting the text does.
class Cases {
 public:
  explicit Cases(std::size_t words) : cells_(std::bit_ceil(words * 2 + 2)) {}

  void add(std::uint64_t hash, bool small, bool inside) {
    Cell& c = cells_[place_of(hash)];
    c.hash = hash;
    c.small |= small;
    c.inside |= inside;
  }
  // With a capital inside a sentence somewhere, without one nowhere.
  bool is_name(std::uint64_t hash) const {
    const Cell& c = cells_[place_of(hash)];
    return c.inside && !c.small;
  }

 private:
  struct Cell {
    std::uint64_t hash = 0;
    bool small = false;
    bool inside = false;
  };
  std::size_t place_of(std::uint64_t hash) const {
    std::size_t at = hash & (cells_.size() - 1);
    while (cells_[at].hash != hash && (cells_[at].small || cells_[at].inside)) at = (at + 1) & (cells_.size() - 1);
    return at;
  }
  std::vector<Cell> cells_;
};

// Marks names: with a capital inside a sentence somewhere, without one nowhere.
void mark_names(std::vector<Token>* tokens) {
  Cases cases(tokens->size());
  for (const Token& t : *tokens) {
    if (t.root == 0 || t.number || t.unspaced || (t.capital && t.opening)) continue;
    cases.add(t.hash, !t.capital, t.capital);
  }
  for (Token& t : *tokens) t.name = t.capital && cases.is_name(t.hash);
}

TermKind kind_of(const Token& t) { return t.number ? TermKind::number : t.name ? TermKind::name : TermKind::word; }

std::uint32_t pair_hash(std::uint32_t a, std::uint32_t b) {
  return static_cast<std::uint32_t>(mix((std::uint64_t{a} << 32 | b) + 0x9e3779b97f4a7c15u));
}

// The background knows unspaced scripts by pairs of letters, as they are hashed here.
Term pair_of(const Token& a, const Token& b, std::uint16_t count) {
  const std::uint32_t hash = pair_hash(a.root, b.root);
  if (a.unspaced && b.unspaced) return {hash, count, level_of(hash), TermKind::word};
  return {hash, count, level_of_pair(a.level, b.level), TermKind::pair};
}

// How much a term tells by itself, for choosing which to keep.
double worth(const Term& t) {
  const double rarity = static_cast<double>(t.level) + 1;
  return log_count(t.count) * rarity * (t.kind == TermKind::pair ? 0.4 : 1);
}

// Keeps the `most` terms worth most, in any order.
void keep_best(std::size_t most, std::vector<Term>* terms) {
  struct Ranked {
    double worth;
    Term term;
  };
  std::vector<Ranked> ranked;
  ranked.reserve(terms->size());
  for (const Term& t : *terms) ranked.push_back({worth(t), t});
  std::ranges::nth_element(ranked, ranked.begin() + static_cast<std::ptrdiff_t>(most),
                           [](const Ranked& a, const Ranked& b) {
                             return a.worth != b.worth ? a.worth > b.worth : a.term.hash < b.term.hash;
                           });
  terms->clear();
  for (std::size_t i = 0; i < most; ++i) terms->push_back(ranked[i].term);
}

// Terms that are gathered with their counts: a table of twice their most, so
// that nothing need be sorted but what is kept.
class Gathering {
 public:
  explicit Gathering(std::size_t most) : places_(std::bit_ceil(most * 2 + 1), kNone) { terms_.reserve(most); }

  // A name anywhere is a name.
  void add(const Term& t) {
    std::size_t at = t.hash & (places_.size() - 1);
    while (places_[at] != kNone && terms_[places_[at]].hash != t.hash) at = (at + 1) & (places_.size() - 1);
    if (places_[at] == kNone) {
      places_[at] = static_cast<std::uint16_t>(terms_.size());
      terms_.push_back(t);
      return;
    }
    Term& same = terms_[places_[at]];
    same.count = static_cast<std::uint16_t>(std::min(same.count + t.count, 0xFFFF));
    same.kind = std::max(same.kind, t.kind);
  }

  std::vector<Term> take() { return std::move(terms_); }

 private:
  static constexpr std::uint16_t kNone = 0xFFFF;
  std::vector<std::uint16_t> places_;
  std::vector<Term> terms_;
};

std::vector<Term> terms_of(std::span<const Token> tokens, std::size_t title_size) {
  Gathering gathering(tokens.size() * 2);
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const Token& t = tokens[i];
    if (t.root == 0) continue;
    const std::uint16_t count = i < title_size ? kTitleCount : 1;
    const bool has_next = i + 1 < tokens.size() && tokens[i + 1].root != 0;
    const bool next_unspaced = has_next && tokens[i + 1].unspaced;
    const bool alone = t.unspaced && !next_unspaced && (i == 0 || !tokens[i - 1].unspaced);
    if (!t.unspaced || alone) gathering.add({t.root, count, t.level, kind_of(t)});
    if (has_next && t.unspaced == next_unspaced) gathering.add(pair_of(t, tokens[i + 1], count));
  }
  std::vector<Term> terms = gathering.take();
  if (terms.size() > kMostTerms) keep_best(kMostTerms, &terms);
  terms.shrink_to_fit();
  std::ranges::sort(terms, {}, &Term::hash);
  return terms;
}

// Names and numbers side by side stand in one slot: what is before the first
// and after the last of them is its context, and each is one of its values.
std::vector<Slot> slots_of(std::span<const Token> tokens) {
  const auto is_value = [&](std::size_t i) { return i < tokens.size() && (tokens[i].name || tokens[i].number); };
  std::vector<Slot> slots;
  for (std::size_t begin = 0; begin < tokens.size(); ++begin) {
    if (!is_value(begin)) continue;
    std::size_t end = begin;
    while (is_value(end)) ++end;
    const std::uint64_t before = begin > 0 ? tokens[begin - 1].plain : 0;
    const std::uint64_t after = end < tokens.size() ? tokens[end].plain : 0;
    const auto context = static_cast<std::uint32_t>(mix(before * 3 + mix(after + 7)));
    for (; begin < end; ++begin) slots.push_back({context, static_cast<std::uint32_t>(tokens[begin].plain)});
  }
  std::ranges::sort(slots);
  slots.erase(std::ranges::unique(slots).begin(), slots.end());
  slots.shrink_to_fit();
  return slots;
}

// The words as written of the terms worth most; numbers are left to the text.
std::string surfaces_of(const Article& article, std::span<const Token> tokens, std::size_t title_size,
                        std::span<const Term> terms) {
  std::vector<std::pair<double, std::uint32_t>> best;
  for (const Term& t : terms) {
    if (t.kind == TermKind::word || t.kind == TermKind::name) best.push_back({-worth(t), t.hash});
  }
  const auto few = static_cast<std::ptrdiff_t>(std::min(best.size(), kSurfaces + 4));
  std::ranges::partial_sort(best, best.begin() + few, {});
  best.resize(static_cast<std::size_t>(few));
  std::string out;
  std::size_t found = 0;
  for (const auto& [worth, term] : best) {
    if (found == kSurfaces) break;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      const bool title = i < title_size;
      const std::string_view text = title ? article.title : article.text;
      const Token& t = tokens[i];
      if (t.root == term && t.root != 0 && !t.unspaced) {
        out.append(without_possessive(slice(text, t.span))) += '\n';
      } else if (t.unspaced && i + 1 < tokens.size() && pair_hash(t.root, tokens[i + 1].root) == term) {
        out.append(slice(text, {t.span.begin, tokens[i + 1].span.end})) += '\n';
      } else {
        continue;
      }
      ++found;
      break;
    }
  }
  return out;
}

// Days since 1970-01-01 of a date of the proleptic Gregorian calendar.
//   H. Hinnant, "chrono-Compatible Low-Level Date Algorithms", days_from_civil.
std::int32_t days_from_civil(int year, int month, int day) {
  year -= month <= 2;
  const int era = (year >= 0 ? year : year - 399) / 400;
  const int of_era = year - era * 400;
  const int of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
  return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468;
}

// An article's title and lead as words.
struct Reading {
  explicit Reading(const Article& a) : article(a) {
    tokens.reserve(kLeadWords + 32);
    tokenize(a.title, kLeadWords / 4, &tokens);
    title_size = tokens.size();
    ignore_headline_case(std::span(tokens).first(title_size - 1));
    tokenize(a.text, kLeadWords, &tokens);
    mark_names(&tokens);
  }

  // The bytes of a span of the i-th token.
  std::string_view written(std::size_t i, Span span) const {
    return slice(i < title_size ? article.title : article.text, span);
  }

  const Article& article;
  std::vector<Token> tokens;
  std::size_t title_size = 0;  // tokens of the title, with the break after it
};

}  // namespace

std::int32_t day_of(std::string_view published) {
  if (published.size() < 10 || published[4] != '-' || published[7] != '-') return kNoDay;
  int parts[3] = {};
  const std::array<std::string_view, 3> fields = {published.substr(0, 4), published.substr(5, 2),
                                                  published.substr(8, 2)};
  for (std::size_t i = 0; i < fields.size(); ++i) {
    const auto [end, error] = std::from_chars(fields[i].data(), fields[i].data() + fields[i].size(), parts[i]);
    if (error != std::errc() || end != fields[i].data() + fields[i].size()) return kNoDay;
  }
  return days_from_civil(parts[0], parts[1], parts[2]);
}

std::uint32_t term_of(std::string_view surface) {
  const auto words = text::words(surface);
  if (words.empty()) return 0;
  const Token first = token_of(surface, words[0]);
  if (!first.unspaced || words.size() < 2) return first.root;
  return pair_hash(first.root, token_of(surface, words[1]).root);
}

std::vector<Surface> surfaces(const Article& article) {
  const Reading read(article);
  std::vector<Surface> out;
  for (std::size_t i = 0; i < read.tokens.size(); ++i) {
    const Token& t = read.tokens[i];
    if (t.root == 0) continue;
    const bool has_next = i + 1 < read.tokens.size() && read.tokens[i + 1].root != 0;
    if (!t.unspaced) out.push_back({t.root, kind_of(t), without_possessive(read.written(i, t.span))});
    if (!has_next) continue;
    const Token& next = read.tokens[i + 1];
    const Span both{t.span.begin, next.span.end};
    if (t.unspaced && next.unspaced) {
      out.push_back({pair_hash(t.root, next.root), TermKind::word, read.written(i, both)});
    } else if (t.name && next.name && next.span.begin == t.span.end + 1) {
      out.push_back({pair_hash(t.root, next.root), TermKind::pair, without_possessive(read.written(i, both))});
    }
  }
  std::ranges::stable_sort(out, {}, &Surface::term);
  out.erase(std::ranges::unique(out, {}, &Surface::term).begin(), out.end());
  return out;
}

Sketch sketch(const Article& article) {
  const Reading read(article);
  Sketch out;
  out.terms = terms_of(read.tokens, read.title_size);
  if (is_syllabic(read.tokens)) {
    for (Term& t : out.terms) {
      if (t.kind == TermKind::pair) t.kind = TermKind::syllables;
    }
  }
  out.slots = slots_of(read.tokens);
  out.day = day_of(article.published);
  out.surfaces = surfaces_of(article, read.tokens, read.title_size, out.terms);
  return out;
}

void Sketches::add(const Sketch& s) {
  terms.add(s.terms);
  slots.add(s.slots);
  surfaces.add(s.surfaces);
  days.push_back(s.day);
}

void Sketches::add(const Sketches& others) {
  for (std::size_t i = 0; i < others.size(); ++i) {
    terms.add(others.terms[i]);
    slots.add(others.slots[i]);
    surfaces.add(others.surfaces[i]);
    days.push_back(others.days[i]);
  }
}

}  // namespace tellings::stories
