#include "tellings/copies/reading.h"

#include <algorithm>
#include <cmath>

#include "tellings/base/threads.h"
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

void read_tokens(std::string_view text, const Weights& weights, Reading* out) {
  Quotation quotation(text);
  const auto words = text::words(text);
  out->tokens.reserve(words.size());
  for (const text::Word& w : words) {
    const std::string_view word = slice(text, w.span);
    out->tokens.push_back({w.span, static_cast<std::uint32_t>(w.hash), static_cast<std::uint32_t>(w.root),
                           weights.of(static_cast<std::uint32_t>(w.root)), quotation.open_at(w.span.begin),
                           is_figure(word), is_capital(word)});
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

std::vector<std::uint32_t> unique_roots(const Reading& r) {
  std::vector<std::uint32_t> out;
  for (const Term& t : r.terms) {
    if (out.empty() || out.back() != t.root) out.push_back(t.root);
  }
  return out;
}

void read_terms(Reading* out) {
  auto& terms = out->terms;
  terms.reserve(out->tokens.size());
  for (std::uint32_t s = 0; s < out->sentences.size(); ++s) {
    for (std::uint32_t i = out->sentences[s].first; i < out->sentences[s].last; ++i) {
      Token& t = out->tokens[i];
      if (i == out->sentences[s].first) t.name = false;
      terms.push_back({t.root, s, t.weight, !t.quoted && !t.figure && !t.name});
    }
  }
  std::ranges::sort(terms, [](const Term& x, const Term& y) {
    if (x.root != y.root) return x.root < y.root;
    return x.sentence != y.sentence ? x.sentence < y.sentence : x.plain > y.plain;
  });
  const auto [gone, end] = std::ranges::unique(
      terms, [](const Term& x, const Term& y) { return x.root == y.root && x.sentence == y.sentence; });
  terms.erase(gone, end);
  for (std::size_t i = 0; i < terms.size(); ++i) {
    const Term& t = terms[i];
    Sentence& s = out->sentences[t.sentence];
    s.norm += t.weight * t.weight;
    if (t.plain) s.plain += t.weight * t.weight;
  }
  for (Sentence& s : out->sentences) {
    s.norm = std::sqrt(s.norm);
    s.plain = std::sqrt(s.plain);
  }
}

}  // namespace

Reading read(std::string_view text, const Weights& weights) {
  Reading out;
  read_tokens(text, weights, &out);
  read_sentences(text, &out);
  read_terms(&out);
  return out;
}

Batch read_all(std::span<const Article> articles, std::size_t threads) {
  Batch batch;
  batch.readings.resize(articles.size());
  const auto read_each = [&](std::size_t i) { batch.readings[i] = read(articles[i].text, batch.weights); };
  parallel_for(articles.size(), threads, read_each);
  for (const Reading& r : batch.readings) batch.weights.count(unique_roots(r));
  parallel_for(articles.size(), threads, read_each);
  return batch;
}

}  // namespace tellings::copies
