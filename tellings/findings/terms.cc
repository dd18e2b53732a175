#include "tellings/findings/terms.h"

#include <algorithm>
#include <array>

#include "tellings/base/hash.h"
#include "tellings/base/utf8.h"
#include "tellings/text/words.h"

namespace tellings::findings {
namespace {

constexpr auto kStopWords = std::to_array<std::string_view>(
    {"a",     "about", "added",  "after",   "ago",     "all",    "also",      "am",        "an",    "and",     "any",
     "are",   "as",    "at",     "be",      "because", "been",   "before",    "being",     "but",   "by",      "can",
     "could", "did",   "do",     "does",    "down",    "during", "each",      "for",       "from",  "further", "had",
     "has",   "have",  "having", "he",      "her",     "here",   "hers",      "him",       "his",   "how",     "i",
     "if",    "in",    "into",   "is",      "it",      "its",    "just",      "may",       "me",    "might",   "more",
     "most",  "mr",    "mrs",    "ms",      "my",      "of",     "off",       "on",        "only",  "or",      "other",
     "our",   "out",   "over",   "own",     "said",    "same",   "say",       "saying",    "says",  "she",     "should",
     "so",    "some",  "such",   "than",    "that",    "the",    "their",     "them",      "then",  "there",   "these",
     "they",  "this",  "those",  "through", "to",      "told",   "too",       "under",     "until", "up",      "us",
     "very",  "was",   "we",     "were",    "what",    "when",   "where",     "which",     "while", "who",     "whom",
     "whose", "why",   "with",   "would",   "you",     "your",   "according", "according", "per"});

// Turn a statement round.
constexpr auto kDenials = std::to_array<std::string_view>(
    {"no", "not", "never", "none", "nobody", "neither", "nor", "without", "cannot", "denied", "denies", "deny"});

// Put a statement into the future.
constexpr auto kOutlooks =
    std::to_array<std::string_view>({"expected", "expects", "scheduled", "plans", "planned", "due", "intends"});

// Beginnings or middles of words of what befell people.
constexpr auto kTollWords = std::to_array<std::string_view>(
    {"kill", "dead", "death", "died", "dies", "fatal", "slain", "murder", "injur", "wound", "hurt", "hospitali"});

constexpr auto kNumbers = std::to_array<std::pair<std::string_view, std::string_view>>(
    {{"zero", "0"},     {"one", "1"},      {"two", "2"},        {"three", "3"},     {"four", "4"},
     {"five", "5"},     {"six", "6"},      {"seven", "7"},      {"eight", "8"},     {"nine", "9"},
     {"ten", "10"},     {"eleven", "11"},  {"twelve", "12"},    {"thirteen", "13"}, {"fourteen", "14"},
     {"fifteen", "15"}, {"sixteen", "16"}, {"seventeen", "17"}, {"eighteen", "18"}, {"nineteen", "19"},
     {"twenty", "20"},  {"thirty", "30"},  {"forty", "40"},     {"fifty", "50"},    {"sixty", "60"},
     {"seventy", "70"}, {"eighty", "80"},  {"ninety", "90"}});

// English endings, longest first.
constexpr auto kEndings =
    std::to_array<std::string_view>({"ingly", "ations", "ation", "edly", "ments", "ment", "ings", "ing", "ies", "ied",
                                     "ers", "er", "ed", "es", "ly", "s", "e", "y"});

// Two forms of one verb seldom agree beyond this many letters ("investig-ated",
// "investig-ation").
constexpr std::size_t kLongestStem = 7;

bool contains(std::span<const std::string_view> list, std::string_view word) {
  return std::ranges::find(list, word) != list.end();
}

bool is_ascii(std::string_view word) {
  return std::ranges::all_of(word, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

bool begins_upper(std::string_view word) { return !word.empty() && word[0] >= 'A' && word[0] <= 'Z'; }

std::string bare(std::string_view word) {
  std::string folded = text::fold(word);
  if (folded.ends_with("'s")) folded.resize(folded.size() - 2);
  return folded;
}

}  // namespace

bool is_stop_word(std::string_view folded) { return contains(kStopWords, folded); }

bool is_toll_word(std::string_view folded) {
  return std::ranges::any_of(kTollWords, [&](std::string_view w) { return folded.find(w) != std::string_view::npos; });
}

std::string stem(std::string_view folded) {
  if (!is_ascii(folded)) return std::string(folded);
  std::string out(folded);
  for (const std::string_view ending : kEndings) {
    if (!out.ends_with(ending) || out.size() < ending.size() + 3) continue;
    out.resize(out.size() - ending.size());
    break;
  }
  if (out.size() > kLongestStem) out.resize(kLongestStem);
  return out;
}

std::string number_of(std::string_view folded) {
  for (const auto& [word, value] : kNumbers) {
    if (word == folded) return std::string(value);
  }
  if (folded.empty() || folded[0] < '0' || folded[0] > '9') return {};
  std::string digits;
  for (const char c : folded) {
    if (c >= '0' && c <= '9') digits.push_back(c);
    if (c == '.') digits.push_back(c);
  }
  return digits;
}

void TermReader::learn_names(std::string_view text, std::span<const Statement> statements) {
  for (const Statement& s : statements) {
    const Name* name = std::get_if<Name>(&s);
    if (name == nullptr || name->type == NameType::place || name->span.end > text.size()) continue;
    const auto words = text::words(slice(text, name->span));
    if (words.empty()) continue;
    const std::string last = bare(slice(slice(text, name->span), words.back().span));
    const std::uint64_t id = hash_bytes(stem(last));
    const std::uint64_t entity = mix(0x6e616d65u + name->entity);
    if (last.size() > 2 && !is_stop_word(last)) alias_.emplace(id, entity);
  }
}

TermReader::Known TermReader::look_up(std::uint64_t hash, std::string_view word) {
  const auto [at, fresh] = known_.try_emplace(hash);
  if (!fresh) return at->second;
  const std::string folded = bare(word);
  const std::string number = number_of(folded);
  if (!number.empty()) {
    at->second = {hash_bytes(number), TermKind::number};
  } else if (contains(kDenials, folded) || folded.ends_with("n't")) {
    at->second = {hash_bytes("not"), TermKind::denial};
  } else if (contains(kOutlooks, folded)) {
    at->second = {hash_bytes(folded), TermKind::outlook};
  } else if (!is_stop_word(folded) && (folded.size() > 1 || !is_ascii(folded))) {
    at->second = {hash_bytes(stem(folded)), TermKind::plain};
  }
  return at->second;
}

std::vector<Term> TermReader::terms(std::string_view text, Span sentence) {
  std::vector<Term> out;
  std::uint32_t place = 0;
  const std::string_view part = slice(text, sentence);
  for (const text::Word& w : text::words(part)) {
    const std::string_view word = slice(part, w.span);
    Known known = look_up(w.hash, word);
    const Span span{sentence.begin + w.span.begin, sentence.begin + w.span.end};
    ++place;
    if (known.id == 0) continue;
    if (known.kind == TermKind::plain && begins_upper(word)) {
      const auto alias = alias_.find(known.id);
      if (alias != alias_.end()) known.id = alias->second;
      if (place > 1 || alias != alias_.end()) known.kind = TermKind::name;
    }
    out.push_back({known.id, span, place, known.kind});
  }
  return out;
}

}  // namespace tellings::findings
