#include "tellings/statements/marks.h"

#include <algorithm>
#include <array>

namespace tellings::statements {
namespace {

enum class Mark { none, open, close, straight };

struct Pair {
  std::string_view open, close;
};
constexpr std::array<Pair, 8> kPairs = {{{"\xE2\x80\x9C", "\xE2\x80\x9D"},    // “ ”
                                         {"\xE2\x80\x9E", "\xE2\x80\x9D"},    // „ ”
                                         {"\xE2\x80\x9E", "\xE2\x80\x9C"},    // „ “
                                         {"\xC2\xAB", "\xC2\xBB"},            // « »
                                         {"\xE3\x80\x8C", "\xE3\x80\x8D"},    // 「 」
                                         {"\xE3\x80\x8E", "\xE3\x80\x8F"},    // 『 』
                                         {"\xE2\x80\x98", "\xE2\x80\x99"},    // ‘ ’
                                         {"\xE2\x80\xBA", "\xE2\x80\xB9"}}};  // › ‹

constexpr std::size_t kLongest = 400;  // tokens in one paragraph: longer are marks gone wrong

class Finder {
 public:
  explicit Finder(const Reading& r) : r_(r) {}

  std::vector<Marked> run() {
    const std::size_t n = r_.tokens.size();
    std::size_t last_end = 0;
    for (std::size_t i = 0; i < n;) {
      const std::string_view w = r_.low(i);
      std::size_t end = 0;
      if (r_.tokens[i].kind == TokenKind::mark && opens(i)) {
        end = close_of(i);
        const bool unclosed = end == 0 && (w == "\"" || w == "\xE2\x80\x9C" || w == "\xC2\xAB");
        if (end == 0 && unclosed) {
          const std::size_t stop = paragraph_end(i);
          if (resumes(stop, w)) {
            add(i + 1, stop, true);
            i = last_end = stop;
            continue;
          }
          ++i;
          continue;
        }
        if (end != 0) {
          add(i + 1, end, false);
          i = last_end = end + 1;
          continue;
        }
      } else if (w == "\xE2\x80\x9D" && r_.tokens[i].kind == TokenKind::mark) {  // its opening mark was lost
        const std::size_t begin = std::max<std::size_t>(r_.sentences[r_.sentence_of[i]].first, last_end);
        if (i > begin + 2) add(begin, i, false);
        last_end = i + 1;
      }
      ++i;
    }
    return std::move(out_);
  }

 private:
  bool same_paragraph(std::size_t a, std::size_t b) const {
    const std::uint32_t from = r_.tokens[a].span.end, to = r_.tokens[b].span.begin;
    return from >= to || r_.text.substr(from, to - from).find('\n') == std::string_view::npos;
  }

  std::size_t paragraph_end(std::size_t i) {
    if (i < paragraph_end_) return paragraph_end_;
    std::size_t k = i + 1;
    while (k < r_.tokens.size() && same_paragraph(k - 1, k)) ++k;
    return paragraph_end_ = k;
  }

  // True if the paragraph at token `k` opens with the mark again.
  bool resumes(std::size_t k, std::string_view mark) const { return k < r_.tokens.size() && r_.low(k) == mark; }

  bool space_before(std::size_t i) const {
    return i == 0 || !r_.tokens[i].glued || r_.sentence_of[i] != r_.sentence_of[i - 1] || r_.low(i - 1) == "(" ||
           r_.low(i - 1) == "[" || r_.low(i - 1) == "\xE2\x80\x94" || r_.low(i - 1) == "--" ||
           r_.low(i - 1) == "\xE2\x80\x98" || r_.low(i - 1) == "'";
  }
  bool space_after(std::size_t i) const {
    return i + 1 >= r_.tokens.size() || !r_.tokens[i + 1].glued || r_.sentence_of[i] != r_.sentence_of[i + 1];
  }

  bool opens(std::size_t i) const {
    const std::string_view w = r_.low(i);
    if (w == "\"" || w == "''") return space_before(i) || !space_after(i);
    if (w == "'" || w == "\xE2\x80\x98") return space_before(i) && !space_after(i);
    if (w == "``") return true;
    return std::ranges::any_of(kPairs, [&](const Pair& p) { return p.open == w; });
  }

  // The closing mark's token, within the paragraph; 0 if there is none.
  std::size_t close_of(std::size_t i) const {
    const std::string_view open = r_.low(i);
    const bool single = open == "'" || open == "\xE2\x80\x98";
    for (std::size_t k = i + 1; k < r_.tokens.size() && k < i + kLongest && same_paragraph(k - 1, k); ++k) {
      const std::string_view w = r_.low(k);
      if (r_.tokens[k].kind != TokenKind::mark) continue;
      if (single) {
        // An apostrophe of the plural ("the guards' ") closes nothing sure.
        const bool mark = open == "'" ? w == "'" : w == "\xE2\x80\x99";
        if (mark && space_or_mark_after(k) && k > i + 1) return k;
        if (k > i + 60) return 0;
        continue;
      }
      if ((open == "''" || open == "``") && w == "''" && k > i + 1) return k;
      if (open == "\"" && (w == "\"" || w == "\xE2\x80\x9D") && k > i + 1) return k;
      if (open == "\xE2\x80\x9C" && (w == "\xE2\x80\x9D" || (w == "\"" && k > i + 1))) return k;
      if (open == "\xE2\x80\x9C" && w == open && k > i + 1 && space_after(k)) return k;  // the wrong way round
      for (const Pair& p : kPairs) {
        if (p.open == open && p.close == w) return k;
      }
    }
    return 0;
  }

  bool space_or_mark_after(std::size_t k) const { return space_after(k) || r_.tokens[k + 1].kind == TokenKind::mark; }

  void add(std::size_t first, std::size_t last, bool open) {
    if (first >= last) return;
    out_.push_back({r_.cover(first, last), first, last, open});
  }

  const Reading& r_;
  std::size_t paragraph_end_ = 0;  // of the paragraph looked at last
  std::vector<Marked> out_;
};

}  // namespace

std::vector<Marked> find_marked(const Reading& reading) { return Finder(reading).run(); }

}  // namespace tellings::statements
