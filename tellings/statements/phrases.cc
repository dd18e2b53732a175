#include "tellings/statements/phrases.h"

#include <algorithm>

#include "tellings/statements/word_table.h"

namespace tellings::statements {
namespace {

constexpr std::size_t kLongestPhrase = 16;  // tokens; longer runs are lists or headlines

bool is_hyphen(std::string_view w) { return w == "-" || w == "\xE2\x80\x91" || w == "\xE2\x80\x90"; }

// Participles and the like that stand before a noun: "armed drones".
bool modifies(const Reading& r, const Sentence& s, std::size_t i) {
  const std::string_view w = r.low(i);
  if (r.tokens[i].tag != Tag::verb || !(w.ends_with("ed") || w.ends_with("ing") || w.ends_with("en"))) return false;
  return i + 1 < s.last &&
         (r.tokens[i + 1].tag == Tag::noun || r.tokens[i + 1].tag == Tag::adj || r.tokens[i + 1].tag == Tag::propn);
}

const WordSet& quotes_and_brackets() {
  static const WordSet kSet("\" \xE2\x80\x9C \xE2\x80\x9D ' \xE2\x80\x98 \xE2\x80\x99");
  return kSet;
}

}  // namespace

Phrase phrase_at(const Reading& r, const Sentence& s, std::size_t i) {
  Phrase out{i, i, i, {}};
  std::size_t k = i;
  bool content = false;
  while (k < s.last && k < i + kLongestPhrase) {
    const Token& t = r.tokens[k];
    const std::string_view w = r.low(k);
    if (t.tag == Tag::det ||
        (t.tag == Tag::pron && (w == "his" || w == "her" || w == "its" || w == "their" || w == "our" || w == "my" ||
                                w == "your" || w == "these" || w == "those"))) {
      if (content) break;
      out.noun = k + 1;
    } else if (w == "'s" || w == "\xE2\x80\x99s" ||
               (out.head && (w == "'" || w == "\xE2\x80\x99") && t.glued && r.low(k - 1).ends_with("s"))) {
      if (!out.head) break;
      out.head.reset();
      out.noun = k + 1;
    } else if (t.tag == Tag::noun || t.tag == Tag::propn) {
      out.head = k;
      content = true;
    } else if (t.tag == Tag::adj || t.tag == Tag::num || modifies(r, s, k)) {
      if (out.head && !(k + 1 < s.last && (r.tokens[k + 1].tag == Tag::noun || r.tokens[k + 1].tag == Tag::propn ||
                                           is_hyphen(r.low(k + 1)))))
        break;
      if (out.head && t.tag != Tag::adj) break;
      content = true;
    } else if (is_hyphen(w) && t.glued && content && k + 1 < s.last && r.tokens[k + 1].glued) {
      // stays inside the phrase
    } else if (t.tag == Tag::adv && !out.head && k + 1 < s.last && r.tokens[k + 1].tag == Tag::adj) {
      content = true;
    } else if (quotes_and_brackets().has(t.hash) && !out.head && k + 1 < s.last) {
      // an adjective in marks
    } else {
      break;
    }
    ++k;
  }
  if (out.head) out.last = *out.head + 1;
  return out;
}

Phrase phrase_before(const Reading& r, std::size_t from, std::size_t i) {
  Phrase out{i, i, i, {}};
  std::size_t k = i;
  while (k > from && i - k < kLongestPhrase) {
    const Token& t = r.tokens[k - 1];
    const std::string_view w = r.low(k - 1);
    const bool numbered =
        !out.head && t.glued && t.kind == TokenKind::number && k > from + 1 && is_hyphen(r.low(k - 2));  // "TA-125"
    if (t.tag == Tag::noun || t.tag == Tag::propn || numbered) {
      if (!out.head) out.head = k - 1, out.last = k;
    } else if (!out.head) {
      break;
    } else if (t.tag == Tag::adj || t.tag == Tag::num || (is_hyphen(w) && t.glued) || w == "'s" ||
               w == "\xE2\x80\x99s" || w == "&") {
      // inside the phrase
    } else if (t.tag == Tag::det || (t.tag == Tag::pron && (w == "his" || w == "her" || w == "its" || w == "their" ||
                                                            w == "our" || w == "my"))) {
      out.first = out.noun = k - 1;
      return out.noun = k, out;
    } else {
      break;
    }
    --k;
  }
  out.first = out.noun = k;
  return out;
}

std::string noun_of(const Reading& r, const Phrase& p) {
  return p.head ? std::string(slice(r.text, r.cover(p.noun, p.last))) : std::string();
}

std::string text_of(const Reading& r, const Phrase& p) {
  return p.head ? std::string(slice(r.text, r.cover(p.first, p.last))) : std::string();
}

}  // namespace tellings::statements
