#include "tellings/copies/passages.h"

#include <algorithm>
#include <cstdint>

namespace tellings::copies {
namespace {

// A run this long outside linked sentences is no accident; shorter ones are
// names and set phrases.
constexpr std::uint32_t kLeastRun = 7;
// Words in a row that anchor the ends of what two sentences share.
constexpr std::uint32_t kAnchor = 4;
// What is cut off a sentence must be this long, or the cut is pedantry.
constexpr std::uint32_t kLeastTrim = 4;
// Places of one run that are tried.
constexpr std::size_t kMostPlaces = 8;

// Tokens [first, last) of each side.
struct Stretch {
  std::uint32_t first_a, last_a, first_b, last_b;
};

bool same_word(const Reading& a, std::uint32_t i, const Reading& b, std::uint32_t j) {
  return a.tokens[i].word == b.tokens[j].word;
}

bool anchored(const Reading& a, std::uint32_t i, const Reading& b, std::uint32_t j) {
  for (std::uint32_t k = 0; k < kAnchor; ++k) {
    if (!same_word(a, i + k, b, j + k)) return false;
  }
  return true;
}

// The part of two linked sentences between their first and last common run of
// kAnchor words; the whole where there is none.
Stretch trimmed(const Reading& a, const Reading& b, const Stretch& whole) {
  Stretch out{whole.last_a, whole.first_a, whole.last_b, whole.first_b};
  for (std::uint32_t i = whole.first_a; i + kAnchor <= whole.last_a; ++i) {
    for (std::uint32_t j = whole.first_b; j + kAnchor <= whole.last_b; ++j) {
      if (!anchored(a, i, b, j)) continue;
      out.first_a = std::min(out.first_a, i);
      out.first_b = std::min(out.first_b, j);
      out.last_a = std::max(out.last_a, i + kAnchor);
      out.last_b = std::max(out.last_b, j + kAnchor);
    }
  }
  return out.first_a < out.last_a ? out : whole;
}

class Tiling {
 public:
  Tiling(const Reading& a, const Reading& b) : a_(a), b_(b), in_a_(a.tokens.size()), in_b_(b.tokens.size()) {}

  void add_link(const Link& l) {
    const Sentence& x = a_.sentences[l.a];
    const Sentence& y = b_.sentences[l.b];
    const Stretch whole{x.first, x.last, y.first, y.last};
    if (l.kind == PassageKind::same || l.kept == 0) return add(whole, x.span, y.span, l.kept, l.kind);
    const Stretch part = trimmed(a_, b_, whole);
    const std::uint32_t off_a = x.last - x.first - (part.last_a - part.first_a);
    const std::uint32_t off_b = y.last - y.first - (part.last_b - part.first_b);
    const float kept = kept_words(a_, {{}, part.first_a, part.last_a, 0, 0}, b_, {{}, part.first_b, part.last_b, 0, 0});
    // Something that only one has was cut off: a sentence glued on, or left out.
    const bool one_sided = std::max(off_a, off_b) >= kLeastTrim && 3 * std::min(off_a, off_b) <= std::max(off_a, off_b);
    if (one_sided && kept >= kEdited && kept > l.kept) {
      add(part, span(a_, part.first_a, part.last_a), span(b_, part.first_b, part.last_b), kept, kind_of(kept));
    } else {
      add(whole, x.span, y.span, l.kept, l.kind);
    }
  }

  // Runs outside of what was added so far, in the order of a.
  void add_runs() {
    std::vector<const Run*> at(a_.tokens.size());
    for (const Run& run : a_.runs) at[run.at] = &run;
    for (std::uint32_t i = 0; i < at.size(); ++i) {
      if (at[i] == nullptr || in_a_[i]) continue;
      Stretch best{};
      const auto same = std::ranges::equal_range(b_.runs, at[i]->hash, {}, &Run::hash);
      std::size_t tried = 0;
      for (const Run& run : same) {
        if (++tried > kMostPlaces) break;
        const Stretch s = extended(i, run.at);
        if (s.last_a - s.first_a > best.last_a - best.first_a) best = s;
      }
      if (best.last_a - best.first_a < kLeastRun) continue;
      add(best, span(a_, best.first_a, best.last_a), span(b_, best.first_b, best.last_b), 1, PassageKind::same);
      i = best.last_a - 1;
    }
  }

  Passages take() {
    std::ranges::sort(out_.list, {}, &Passage::a);
    const double words = words_a_ + words_b_;
    out_.covered_a = words_a_ / std::max<double>(1, static_cast<double>(a_.tokens.size()));
    out_.covered_b = words_b_ / std::max<double>(1, static_cast<double>(b_.tokens.size()));
    out_.kept = words > 0 ? kept_ / words : 0;
    return std::move(out_);
  }

 private:
  static Span span(const Reading& r, std::uint32_t first, std::uint32_t last) {
    return {r.tokens[first].span.begin, r.tokens[last - 1].span.end};
  }

  // The longest run of equal, uncovered words from a's i and b's j on.
  Stretch extended(std::uint32_t i, std::uint32_t j) const {
    std::uint32_t n = 0;
    while (i + n < in_a_.size() && j + n < in_b_.size() && !in_a_[i + n] && !in_b_[j + n] &&
           same_word(a_, i + n, b_, j + n)) {
      ++n;
    }
    return {i, i + n, j, j + n};
  }

  void add(const Stretch& s, Span x, Span y, float kept, PassageKind kind) {
    for (std::uint32_t i = s.first_a; i < s.last_a; ++i) in_a_[i] = true;
    for (std::uint32_t j = s.first_b; j < s.last_b; ++j) in_b_[j] = true;
    words_a_ += s.last_a - s.first_a;
    words_b_ += s.last_b - s.first_b;
    kept_ += static_cast<double>(kept) * (s.last_a - s.first_a + s.last_b - s.first_b);
    out_.list.push_back({x, y, kind});
  }

  const Reading& a_;
  const Reading& b_;
  std::vector<bool> in_a_;
  std::vector<bool> in_b_;
  double words_a_ = 0;
  double words_b_ = 0;
  double kept_ = 0;
  Passages out_;
};

}  // namespace

Passages passages(const Reading& a, const Reading& b, const Alignment& alignment) {
  Tiling tiling(a, b);
  for (const Link& l : alignment.links) tiling.add_link(l);
  tiling.add_runs();
  return tiling.take();
}

}  // namespace tellings::copies
