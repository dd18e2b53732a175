#include "tellings/statements/tokens.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>

#include "tellings/base/hash.h"
#include "tellings/base/utf8.h"
#include "tellings/text/sentences.h"

namespace tellings::statements {
namespace {

// Words that keep their full stop, as the treebanks write them.
constexpr std::array<std::string_view, 62> kDotted = {
    "mr",   "mrs",  "ms",   "dr",   "prof", "gen",  "col",  "lt",   "sgt",  "capt",  "maj", "rep",  "sen",
    "gov",  "pres", "st",   "mt",   "ft",   "jan",  "feb",  "mar",  "apr",  "jun",   "jul", "aug",  "sep",
    "oct",  "nov",  "dec",  "sept", "vs",   "rev",  "hon",  "adm",  "cmdr", "supt",  "det", "insp", "asst",
    "inc",  "corp", "ltd",  "co",   "jr",   "sr",   "etc",  "ave",  "blvd", "calif", "fla", "mass", "conn",
    "mich", "minn", "tenn", "wash", "ariz", "dist", "atty", "reps", "sens", "no"};

constexpr std::uint32_t kLongestSentence = 400;  // tokens: news has none of 200

constexpr std::array<std::string_view, 6> kClitics = {"s", "re", "ve", "ll", "m", "d"};

bool is_apostrophe(char32_t c) { return c == '\'' || c == 0x2019; }
bool is_letter(char32_t c) {
  if (c < 0x80) return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  const auto mask = U_GET_GC_MASK(static_cast<UChar32>(c));
  return (mask & (U_GC_L_MASK | U_GC_M_MASK)) != 0;
}
bool is_digit(char32_t c) { return c < 0x80 ? c >= '0' && c <= '9' : u_isdigit(static_cast<UChar32>(c)) != 0; }
bool is_upper(char32_t c) { return c < 0x80 ? c >= 'A' && c <= 'Z' : u_isupper(static_cast<UChar32>(c)) != 0; }
bool is_space(char32_t c) {
  return c < 0x80 ? c == ' ' || (c >= 9 && c <= 13) : u_isUWhiteSpace(static_cast<UChar32>(c)) != 0;
}

std::string lower_in_place(std::string_view text) {
  std::string out(text);
  for (std::size_t at = 0; at < out.size();) {
    const auto byte = static_cast<unsigned char>(out[at]);
    if (byte < 0x80) {
      if (byte >= 'A' && byte <= 'Z') out[at] = static_cast<char>(byte + 32);
      ++at;
      continue;
    }
    const CodePoint c = code_point_at(text, at);
    const auto small = static_cast<char32_t>(u_tolower(static_cast<UChar32>(c.value)));
    if (small != c.value) {
      std::string bytes;
      append_utf8(small, &bytes);
      if (bytes.size() == c.length) std::ranges::copy(bytes, out.begin() + static_cast<std::ptrdiff_t>(at));
    }
    at += c.length;
  }
  return out;
}

Shape shape_of(std::string_view word) {
  std::size_t upper = 0, letters = 0;
  bool first = false;
  for (std::size_t at = 0; at < word.size();) {
    const CodePoint c = code_point_at(word, at);
    if (is_letter(c.value)) {
      if (is_upper(c.value)) {
        ++upper;
        if (letters == 0) first = true;
      }
      ++letters;
    }
    at += c.length;
  }
  if (letters == 0) return Shape::none;
  if (upper == 0) return Shape::lower;
  if (upper == letters && letters > 1) return Shape::upper;
  return first && upper == 1 ? Shape::capital : Shape::mixed;
}

// Cuts one sentence.
class Cutter {
 public:
  Cutter(Reading* reading, Span sentence) : out_(reading), text_(reading->text), end_(sentence.end) {
    at_ = sentence.begin;
  }

  void run() {
    while (at_ < end_) {
      const CodePoint c = peek(at_);
      if (is_space(c.value)) {
        at_ += c.length;
        glued_ = false;
      } else if (is_digit(c.value) || (c.value == '.' && !glued_ && is_digit(peek(at_ + 1).value))) {
        number();
      } else if (is_letter(c.value)) {
        word();
      } else {
        mark(c);
      }
    }
  }

 private:
  CodePoint peek(std::size_t at) const { return at < end_ ? code_point_at(text_, at) : CodePoint{0, 1}; }

  void emit(std::size_t end, TokenKind kind) {
    Token t;
    t.span = {static_cast<std::uint32_t>(at_), static_cast<std::uint32_t>(end)};
    t.kind = kind;
    t.glued = glued_;
    const std::string_view low = slice(out_->lower, t.span);
    t.hash = word_hash(low);
    t.shape = kind == TokenKind::word ? shape_of(slice(text_, t.span)) : Shape::none;
    out_->tokens.push_back(t);
    at_ = end;
    glued_ = true;
  }

  // "1,200", "3.5", "20:30", "2nd"; other letters after the digits stand apart.
  void number() {
    std::size_t to = at_;
    while (to < end_) {
      const CodePoint c = peek(to);
      if (is_digit(c.value)) {
        to += c.length;
      } else if ((c.value == '.' || c.value == ',' || c.value == ':') && is_digit(peek(to + 1).value)) {
        ++to;
      } else {
        break;
      }
    }
    std::size_t letters = to;
    while (is_letter(peek(letters).value) && letters < end_) letters += peek(letters).length;
    const std::string_view tail = std::string_view(out_->lower).substr(to, letters - to);
    if (tail == "st" || tail == "nd" || tail == "rd" || tail == "th") {
      emit(letters, TokenKind::word);
    } else {
      emit(to, TokenKind::number);
    }
  }

  // The end of the run of letters and digits at `from`, with apostrophes and
  // full stops inside it where they belong to it.
  std::size_t run_of_letters(std::size_t from) const {
    std::size_t to = from;
    while (to < end_) {
      const CodePoint c = peek(to);
      if (is_letter(c.value) || is_digit(c.value)) {
        to += c.length;
      } else if (is_apostrophe(c.value) && is_letter(peek(to + c.length).value) && !clitic_at(to + c.length) &&
                 !is_not(from, to)) {
        to += c.length;
      } else {
        break;
      }
    }
    return to;
  }

  bool clitic_at(std::size_t at) const { return clitic_end(at) != 0; }

  // The end of the clitic whose letters begin at `at`, or 0.
  std::size_t clitic_end(std::size_t at) const {
    for (const std::string_view c : kClitics) {
      const std::size_t to = at + c.size();
      if (to <= end_ && out_->lower.compare(at, c.size(), c) == 0 && !is_letter(peek(to).value)) return to;
    }
    return 0;
  }

  // True if "n't" ends at the apostrophe `apostrophe`, in the word from `from`.
  bool is_not(std::size_t from, std::size_t apostrophe) const {
    const std::size_t t = apostrophe + peek(apostrophe).length;
    return apostrophe > from + 1 && is_apostrophe(peek(apostrophe).value) && out_->lower[apostrophe - 1] == 'n' &&
           t < end_ && out_->lower[t] == 't' && !is_letter(peek(t + 1).value);
  }

  // "U.S." from the letter at `from`: the end, or `from` if it is none.
  std::size_t initials(std::size_t from) const {
    std::size_t to = from, letters = 0;
    while (to < end_) {
      const CodePoint c = peek(to);
      if (!is_letter(c.value) || peek(to + c.length).value != '.') break;
      to += c.length + 1;
      ++letters;
    }
    if (letters == 1 && to + 1 <= end_ && is_letter(peek(to).value) && !is_letter(peek(to + 1).value) &&
        peek(to + 1).value != '\'') {
      const char last = out_->lower[to];
      return last == 'm' ? to + 1 : from;  // "a.m" without its second full stop
    }
    if (letters > 1) return is_letter(peek(to).value) ? from : to;
    return letters == 1 && is_upper(peek(from).value) && to < end_ && !is_letter(peek(to).value) ? to : from;
  }

  std::size_t address(std::size_t from, std::size_t to) const {
    const std::string_view word = std::string_view(out_->lower).substr(from, to - from);
    const bool scheme = (word == "http" || word == "https") && out_->lower.compare(to, 3, "://") == 0;
    if (!scheme && !(word == "www" && peek(to).value == '.')) return to;
    while (to < end_ && !is_space(peek(to).value)) to += peek(to).length;
    return to;
  }

  // "RM79", "USD10m", "$US55": the end of the letters, if digits follow them.
  std::size_t currency_letters(std::size_t from, std::size_t to) const {
    static constexpr std::array<std::string_view, 16> kCodes = {"usd", "aud", "cad", "nzd", "eur", "gbp", "inr", "jpy",
                                                                "cny", "hkd", "sgd", "zar", "rm",  "rs",  "rmb", "chf"};
    static constexpr std::array<std::string_view, 6> kAfterSign = {"us", "a", "au", "nz", "c", "hk"};
    std::size_t end = from;
    while (end < to && out_->lower[end] >= 'a' && out_->lower[end] <= 'z') ++end;
    if (end == from || end == to || !is_digit(peek(end).value) || !is_upper(peek(from).value)) return 0;
    const std::string_view letters = std::string_view(out_->lower).substr(from, end - from);
    const bool signed_before = from > 0 && text_[from - 1] == '$';
    if (std::ranges::find(kCodes, letters) != kCodes.end()) return end;
    return signed_before && std::ranges::find(kAfterSign, letters) != kAfterSign.end() ? end : 0;
  }

  void word() {
    const std::size_t dotted = initials(at_);
    if (dotted > at_) return emit(dotted, TokenKind::word);
    std::size_t to = run_of_letters(at_);
    if (const std::size_t code = currency_letters(at_, to); code != 0) return emit(code, TokenKind::word);
    if (is_not(at_, to)) {
      const std::size_t end = to + peek(to).length + 1;
      emit(to - 1, TokenKind::word);
      return emit(end, TokenKind::word);
    }
    to = address(at_, to);
    if (peek(to).value == '.' && to + 1 < end_ &&
        std::ranges::find(kDotted, std::string_view(out_->lower).substr(at_, to - at_)) != kDotted.end()) {
      ++to;
    }
    emit(to, TokenKind::word);
  }

  void mark(CodePoint c) {
    if (is_apostrophe(c.value) && glued_) {
      if (const std::size_t end = clitic_end(at_ + c.length); end != 0) return emit(end, TokenKind::word);
    }
    std::size_t to = at_ + c.length;
    if ((c.value == '\'' || c.value == '`') && peek(to).value == c.value) ++to;  // typed for a double mark
    while ((c.value == '.' || c.value == '-' || c.value == '*' || c.value == '_') && peek(to).value == c.value) ++to;
    emit(to, TokenKind::mark);
  }

  Reading* out_;
  std::string_view text_;
  std::size_t end_;
  std::size_t at_ = 0;
  bool glued_ = false;
};

}  // namespace

std::uint64_t word_hash(std::string_view word) {
  const std::size_t curly = word.find("\xE2\x80\x99");
  if (curly == std::string_view::npos) return hash_bytes(word);
  std::string plain(word);
  for (std::size_t at = curly; at != std::string::npos; at = plain.find("\xE2\x80\x99", at)) plain.replace(at, 3, "'");
  return hash_bytes(plain);
}

Reading read(std::string_view text) {
  Reading out;
  out.text = text;
  out.lower = lower_in_place(text);
  out.tokens.reserve(text.size() / 5);
  for (const Span span : text::sentences(text)) {
    const auto first = static_cast<std::uint32_t>(out.tokens.size());
    Cutter(&out, span).run();
    const auto last = static_cast<std::uint32_t>(out.tokens.size());
    if (first == last) continue;
    // Longer ones are no sentences, and would cost time by their square.
    for (std::uint32_t from = first; from < last; from += kLongestSentence) {
      const std::uint32_t to = std::min(from + kLongestSentence, last);
      out.sentence_of.resize(to, static_cast<std::uint32_t>(out.sentences.size()));
      out.sentences.push_back({last - first <= kLongestSentence ? span : out.cover(from, to), from, to});
    }
  }
  return out;
}

}  // namespace tellings::statements
