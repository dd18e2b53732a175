#include "tellings/findings/wording.h"

#include <algorithm>
#include <span>

#include "tellings/findings/terms.h"
#include "tellings/text/words.h"

namespace tellings::findings {
namespace {

// A word that carries meaning weighs as much as three that do not; a word left
// out or changed costs a little, so that the shortest stretch wins.
constexpr int kCarrying = 3;
constexpr int kHolding = 1;
constexpr int kChanged = -1;
constexpr int kLeftOut = -1;

enum class Step : std::uint8_t { stop, both, wanted_only, text_only };

int weight_of(const Wording::Word& w) { return w.carries ? kCarrying : kHolding; }

// The table of best scores, row by row, with the step that led to each cell.
class Table {
 public:
  Table(const Wording& wanted, const Wording& text)
      : a_(wanted.words),
        b_(text.words),
        n_(std::min(a_.size(), kLongestWording)),
        m_(std::min(b_.size(), kLongestWording)),
        steps_((n_ + 1) * (m_ + 1), Step::stop) {}

  std::optional<Found> solve() {
    std::vector<int> above(m_ + 1, 0);
    std::vector<int> row(m_ + 1, 0);
    for (std::size_t i = 1; i <= n_; ++i) {
      row[0] = static_cast<int>(i) * kLeftOut;
      step(i, 0) = Step::wanted_only;
      for (std::size_t k = 1; k <= m_; ++k) row[k] = best(i, k, above, row);
      std::swap(above, row);
    }
    const auto top = std::ranges::max_element(above);
    return trace(static_cast<std::size_t>(top - above.begin()));
  }

 private:
  Step& step(std::size_t i, std::size_t k) { return steps_[i * (m_ + 1) + k]; }

  int best(std::size_t i, std::size_t k, const std::vector<int>& above, const std::vector<int>& row) {
    const bool same = a_[i - 1].id == b_[k - 1].id;
    int score = above[k - 1] + (same ? weight_of(a_[i - 1]) : kChanged);
    Step from = Step::both;
    if (above[k] + kLeftOut > score) {
      score = above[k] + kLeftOut;
      from = Step::wanted_only;
    }
    if (row[k - 1] + kLeftOut > score) {
      score = row[k - 1] + kLeftOut;
      from = Step::text_only;
    }
    step(i, k) = from;
    return score;
  }

  std::optional<Found> trace(std::size_t last) {
    Found out;
    out.end = static_cast<std::uint32_t>(last);
    int common = 0;
    std::size_t k = last;
    for (std::size_t i = n_; i > 0;) {
      const Step from = step(i, k);
      const bool same = from == Step::both && a_[i - 1].id == b_[k - 1].id;
      if (same) {
        common += weight_of(a_[i - 1]);
        out.same += a_[i - 1].carries;
      } else {
        note(&out, i - (from != Step::text_only), i, k - (from != Step::wanted_only), k);
      }
      if (from != Step::text_only) --i;
      if (from != Step::wanted_only) --k;
    }
    out.begin = static_cast<std::uint32_t>(k);
    std::ranges::reverse(out.changes);
    int all = 0;
    for (std::size_t i = 0; i < n_; ++i) all += weight_of(a_[i]);
    out.likeness = all == 0 ? 0 : static_cast<double>(common) / all;
    if (common == 0) return std::nullopt;
    return out;
  }

  // Adds a changed word to the stretch that follows it, if it touches it.
  static void note(Found* out, std::size_t begin, std::size_t end, std::size_t other_begin, std::size_t other_end) {
    const Change c{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end),
                   static_cast<std::uint32_t>(other_begin), static_cast<std::uint32_t>(other_end)};
    if (!out->changes.empty() && out->changes.back().begin == c.end && out->changes.back().other_begin == c.other_end) {
      out->changes.back().begin = c.begin;
      out->changes.back().other_begin = c.other_begin;
    } else {
      out->changes.push_back(c);
    }
  }

  std::span<const Wording::Word> a_;
  std::span<const Wording::Word> b_;
  std::size_t n_;
  std::size_t m_;
  std::vector<Step> steps_;
};

}  // namespace

Wording read_wording(std::string_view text, Span span) {
  Wording out;
  const std::string_view part = slice(text, span);
  for (const text::Word& w : text::words(part)) {
    const Span at{span.begin + w.span.begin, span.begin + w.span.end};
    out.words.push_back({w.hash, at, !is_stop_word(text::fold(slice(part, w.span)))});
  }
  return out;
}

std::optional<Found> find_wording(const Wording& wanted, const Wording& text) {
  if (wanted.words.empty() || text.words.empty()) return std::nullopt;
  return Table(wanted, text).solve();
}

}  // namespace tellings::findings
