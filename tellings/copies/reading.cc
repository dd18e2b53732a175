#include "tellings/copies/reading.h"

#include <algorithm>
#include <cmath>

#include "tellings/base/utf8.h"
#include "tellings/text/sentences.h"
#include "tellings/text/words.h"

namespace tellings::copies {
namespace {

// Text without stops is cut into sentences of at most so many words, so that
// no comparison grows with the square of a paragraph.
constexpr std::uint32_t kLongestSentence = 96;

// Tells, going through a text once, where quotation marks are open.  Marks that
// look the same on both sides toggle; a paragraph closes what it opened.
class Quotation {
 public:
  explicit Quotation(std::string_view text) : text_(text) {}

  // True if the byte at `to` stands inside marks; `to` never goes back.
  bool open_at(std::size_t to) {
    while (at_ < to) {
      const auto byte = static_cast<unsigned char>(text_[at_]);
      if (byte == '"') {
        open_ = !open_;
      } else if (byte == '\n') {
        open_ = false;
      } else if (byte == 0xE2 || byte == 0xC2 || byte == 0xE3) {
        step(code_point_at(text_, at_).value);
      }
      ++at_;
    }
    return open_;
  }

 private:
  void step(char32_t c) {
    if (c == 0x201C || c == 0x201E || c == 0xAB || c == 0x300C || c == 0x300E) open_ = true;
    if (c == 0x201D || c == 0xBB || c == 0x300D || c == 0x300F) open_ = false;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  bool open_ = false;
};

bool is_figure(std::string_view word) { return word[0] >= '0' && word[0] <= '9'; }

// Capitals of Latin, Greek and Cyrillic; other scripts have none, or rare ones.
bool is_capital(std::string_view word) {
  const char32_t c = code_point_at(word, 0).value;
  return (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0xDE && c != 0xD7) || (c >= 0x391 && c <= 0x3AB) ||
         (c >= 0x400 && c <= 0x42F);
}

void read_tokens(std::string_view text, Reading* out) {
  Quotation quotation(text);
  const auto words = text::words(text);
  out->tokens.reserve(words.size());
  for (const text::Word& w : words) {
    const std::string_view word = slice(text, w.span);
    out->tokens.push_back({w.span, static_cast<std::uint32_t>(w.hash), static_cast<std::uint32_t>(w.root), 0,
                           quotation.open_at(w.span.begin), is_figure(word), is_capital(word)});
  }
}

void read_sentences(std::string_view text, Reading* out) {
  const auto& tokens = out->tokens;
  std::uint32_t at = 0;
  for (const Span s : text::sentences(text)) {
    while (at < tokens.size() && tokens[at].span.end <= s.end) {
      Sentence sentence{s, at, at, 0, 0};
      while (at < tokens.size() && tokens[at].span.end <= s.end && at - sentence.first < kLongestSentence) ++at;
      sentence.last = at;
      if (sentence.first > 0 && tokens[sentence.first - 1].span.begin >= s.begin)
        sentence.span.begin = tokens[sentence.first].span.begin;
      if (at < tokens.size() && tokens[at].span.end <= s.end) sentence.span.end = tokens[at - 1].span.end;
      out->sentences.push_back(sentence);
    }
  }
}

void read_places(Reading* out) {
  for (const Sentence& s : out->sentences) out->tokens[s.first].name = false;  // a capital means nothing there
  std::vector<std::uint64_t> keys(out->tokens.size());
  for (std::size_t i = 0; i < keys.size(); ++i) keys[i] = std::uint64_t{out->tokens[i].root} << 32 | i;
  std::ranges::sort(keys);
  out->places.reserve(keys.size());
  for (const std::uint64_t key : keys) out->places.push_back(static_cast<std::uint32_t>(key));
}

void read_roots(const Weights& weights, Reading* out) {
  for (std::uint32_t i = 0; i < out->places.size();) {
    Root root{out->tokens[out->places[i]].root, i, i, 0, 0, false, true, false, false};
    root.weight = weights.of(root.root);
    for (; i < out->places.size() && out->tokens[out->places[i]].root == root.root; ++i) {
      Token& t = out->tokens[out->places[i]];
      t.weight = root.weight;
      root.plain = root.plain || is_plain(t);
      root.quoted = root.quoted && t.quoted;
      root.figure = root.figure || t.figure;
      root.name = root.name || t.name;
    }
    root.last = i;
    root.often = root.weight * (1 + std::log(static_cast<float>(root.last - root.first)));
    out->norm += root.often * root.often;
    if (root.plain) out->plain += root.often * root.often;
    out->roots.push_back(root);
  }
  out->norm = std::sqrt(out->norm);
  out->plain = std::sqrt(out->plain);
}

void read_terms(Reading* out) {
  std::vector<std::uint32_t> sentence_of(out->tokens.size());
  for (std::uint32_t s = 0; s < out->sentences.size(); ++s) {
    for (std::uint32_t i = out->sentences[s].first; i < out->sentences[s].last; ++i) sentence_of[i] = s;
  }
  out->terms.reserve(out->tokens.size());
  for (const std::uint32_t place : out->places) {
    const Token& t = out->tokens[place];
    const bool again =
        !out->terms.empty() && out->terms.back().root == t.root && out->terms.back().sentence == sentence_of[place];
    if (!again) out->terms.push_back({t.root, sentence_of[place], t.weight, false});
    out->terms.back().plain = out->terms.back().plain || is_plain(t);
  }
  for (const Term& t : out->terms) {
    Sentence& s = out->sentences[t.sentence];
    s.norm += t.weight * t.weight;
    if (t.plain) s.plain += t.weight * t.weight;
  }
  for (Sentence& s : out->sentences) {
    s.norm = std::sqrt(s.norm);
    s.plain = std::sqrt(s.plain);
  }
}

template <std::size_t Words>
std::vector<Run> read_runs(const std::vector<Token>& tokens) {
  std::vector<Run> out;
  if (tokens.size() < Words) return out;
  std::vector<std::uint64_t> keys(tokens.size() - Words + 1);
  RunHash<Token, &Token::word, Words> hash(tokens);
  for (std::size_t i = 0; i < keys.size(); ++i) keys[i] = std::uint64_t{hash.next()} << 32 | i;
  std::ranges::sort(keys);
  out.reserve(keys.size());
  for (const std::uint64_t key : keys) {
    const auto at = static_cast<std::uint32_t>(key);
    bool open = true;
    for (std::size_t k = at; k < at + Words; ++k) open = open && !tokens[k].quoted;
    out.push_back({static_cast<std::uint32_t>(key >> 32), at, open});
  }
  return out;
}

}  // namespace

Reading read(std::string_view text, const Weights& weights) {
  Reading out;
  read_tokens(text, &out);
  read_sentences(text, &out);
  read_places(&out);
  read_roots(weights, &out);
  read_terms(&out);
  out.runs = read_runs<kRunWords>(out.tokens);
  out.triples = read_runs<3>(out.tokens);
  return out;
}

}  // namespace tellings::copies
