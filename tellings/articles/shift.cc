#include "tellings/articles/shift.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <unordered_map>
#include <unordered_set>

#include "tellings/articles/common_words.h"
#include "tellings/articles/shape.h"

// The words of one article run through it: a name or a thing that was said
// twice or more spans most places where one could cut.  Where two articles meet
// nearly all such chains end and others begin.  So at every paragraph border
//
//   broken = crossing / (min(chains that end left of it, that begin right) + crossing + 1)
//
// where every word counts its idf in the batch and the root of its frequency.
// The least value is the border; below kMostCrossing there are two articles.
// On 385 texts, half of them glued (eval/articles.py, glued): at 2 % false
// alarms .87 of the glued are found; the cosine of left and right .51; cosine of
// three paragraphs around the border .00.  For the exact place the cosine helps
// (.85 -> .88 of those cut), and a short line without a full stop belongs to
// what follows it.  Tried without gain: the share of the border paragraph's
// words known on either side; paragraphs that begin with a pronoun.

namespace tellings::articles {
namespace {

constexpr double kMostCrossing = 0.40;
constexpr double kMostCrossingOfCopies = 0.60;  // where the tail is another article, word for word
// What a side must hold in chains of its own, or chance decides: three words
// that only it repeats.
constexpr double kLeastChains = 18;
constexpr double kPrior = 40;                // articles that the table of common words counts as
constexpr std::size_t kLeastParagraphs = 3;  // on either side of a cut
constexpr double kLeastIdf = 1.2;            // commoner words run through everything
constexpr double kCosineWeight = 0.6;

using Term = std::uint32_t;

struct Paragraph {
  std::size_t piece;
  std::vector<Term> terms;
  Shape shape;
  std::uint64_t hash;
};

struct Text {
  std::vector<Paragraph> paragraphs;
};

Text text_of(const Draft& draft) {
  Text out;
  for (std::size_t i = 0; i < draft.pieces.size(); ++i) {
    const Piece& piece = draft.pieces[i];
    if (piece.drop) continue;
    Paragraph p{i, {}, {}, letters_hash(piece.text)};
    p.shape = shape_of(piece.text, &p.terms);
    out.paragraphs.push_back(std::move(p));
  }
  return out;
}

using Idf = std::unordered_map<Term, double>;

// Of the words of a text, in a batch of `texts` that has each in so many.
Idf idf_of(const Text& text, std::size_t texts, const std::unordered_map<Term, std::uint32_t>& articles) {
  Idf idf;
  const auto n = static_cast<double>(texts);
  for (const Paragraph& p : text.paragraphs) {
    for (const Term term : p.terms) {
      const auto [at, fresh] = idf.try_emplace(term, 0);
      if (fresh) at->second = -std::log((articles.at(term) + kPrior * common_share(term)) / (n + kPrior));
    }
  }
  return idf;
}

// For every border b (before paragraph b): how much crosses it, and how much
// alike the sides are.
struct Borders {
  std::vector<double> crossing;  // 0 to 1, as the essay has it
  std::vector<double> cosine;
};

struct Chain {
  std::size_t first = 0, last = 0;
  int count = 0;
};

std::vector<double> crossing_of(const Text& text, const Idf& idf) {
  const std::size_t n = text.paragraphs.size();
  std::unordered_map<Term, Chain> chains;
  for (std::size_t i = 0; i < n; ++i) {
    for (const Term t : text.paragraphs[i].terms) {
      Chain& c = chains.try_emplace(t, Chain{i, i, 0}).first->second;
      c.last = i;
      ++c.count;
    }
  }
  // Sums over borders by differences: a chain crosses borders (first, last],
  // lies left of those after last, right of those up to first.
  std::vector<double> cross(n + 1), left(n + 1), right(n + 1);
  for (const auto& [term, c] : chains) {
    if (c.count < 2 || idf.at(term) <= kLeastIdf) continue;
    const double w = std::round(1e6 * idf.at(term) * std::sqrt(std::min(c.count, 5))) / 1e6;
    cross[c.first + 1] += w;
    cross[c.last + 1] -= w;
    left[c.last + 1] += w;
    right[c.first] += w;
  }
  for (std::size_t b = 1; b <= n; ++b) {
    cross[b] += cross[b - 1];
    left[b] += left[b - 1];
  }
  for (std::size_t b = n; b-- > 0;) right[b] += right[b + 1];
  std::vector<double> out(n + 1, 1);
  for (std::size_t b = 1; b < n; ++b) {
    const double side = std::min(left[b], right[b]);
    if (side >= kLeastChains) out[b] = cross[b] / (side + cross[b] + 1);
  }
  return out;
}

std::vector<double> cosine_of(const Text& text, const Idf& idf) {
  std::unordered_map<Term, std::pair<int, int>> counts;  // left, right
  double left = 0, right = 0, dot = 0;
  const auto weight = [](int count) { return count == 0 ? 0.0 : 1 + std::log(count); };
  for (const Paragraph& p : text.paragraphs)
    for (const Term t : p.terms) ++counts[t].second;
  for (const auto& [t, c] : counts) right += std::pow(weight(c.second) * idf.at(t), 2);
  std::vector<double> out(text.paragraphs.size() + 1, 1);
  for (std::size_t b = 1; b < text.paragraphs.size(); ++b) {
    for (const Term t : text.paragraphs[b - 1].terms) {
      auto& [l, r] = counts[t];
      const double squared = idf.at(t) * idf.at(t), wl = weight(l), wr = weight(r), nl = weight(l + 1),
                   nr = weight(r - 1);
      left += squared * (nl * nl - wl * wl);
      right += squared * (nr * nr - wr * wr);
      dot += squared * (nl * nr - wl * wr);
      ++l;
      --r;
    }
    const double sides = left * right;
    out[b] = sides > 1e-9 ? dot / std::sqrt(sides) : 0;
  }
  return out;
}

// The border with the least crossing and likeness; 0 if there is none.
std::size_t best_border(const Text& text, const Borders& b) {
  std::size_t best = 0;
  double least = 10;
  for (std::size_t i = kLeastParagraphs; i + kLeastParagraphs <= text.paragraphs.size(); ++i) {
    const double value = b.crossing[i] + kCosineWeight * b.cosine[i];
    if (value <= least) {
      least = value;
      best = i;
    }
  }
  return best;
}

double least_crossing(const Text& text, const Borders& b) {
  double least = 1;
  for (std::size_t i = kLeastParagraphs; i + kLeastParagraphs <= text.paragraphs.size(); ++i)
    least = std::min(least, b.crossing[i]);
  return least;
}

// A short line without a full stop heads what follows it.
std::size_t with_heading(const Text& text, std::size_t border) {
  constexpr int kHeadingWords = 6;
  while (border > kLeastParagraphs) {
    const Shape& s = text.paragraphs[border - 1].shape;
    if (s.ends_sentence || s.words > kHeadingWords || s.words == 0 || s.digits > 0) break;
    --border;
  }
  return border;
}

constexpr int kPlainWords = 12;  // shorter paragraphs recur by chance

// Whether two articles go on alike from `mine` and `theirs` on, and the first
// has nothing of the other before that.
bool is_tail(const Text& text, std::size_t mine, const std::vector<std::uint64_t>& other, std::size_t theirs) {
  const auto& ps = text.paragraphs;
  if (theirs + 1 >= other.size() || mine + 1 >= ps.size() || other[theirs + 1] != ps[mine + 1].hash) return false;
  return std::ranges::none_of(ps.begin(), ps.begin() + static_cast<std::ptrdiff_t>(mine),
                              [&](const Paragraph& p) { return std::ranges::find(other, p.hash) != other.end(); });
}

// Whether enough of the text's words are known to be common: in a language that
// neither the table nor the batch knows, every word looks like one that matters.
bool is_known_language(const Text& text, const Idf& idf) {
  constexpr double kCommonIdf = 3;  // one article of twenty
  constexpr double kLeastShare = 0.25;
  std::size_t common = 0, all = 0;
  for (const Paragraph& p : text.paragraphs)
    for (const Term t : p.terms) {
      ++all;
      common += idf.at(t) <= kCommonIdf;
    }
  return static_cast<double>(common) >= kLeastShare * static_cast<double>(all);
}

// A line dropped right before the cut that may well be the second headline.
bool heads(const Piece& piece) {
  if (piece.drop != DropReason::furniture && piece.drop != DropReason::headline) return false;
  const Shape s = shape_of(piece.text);
  return s.words >= 1 && s.words <= 30 && !s.ends_sentence && !s.has_address && s.digits <= s.letters;
}

void cut_at(const Text& text, std::size_t border, Draft* draft) {
  const std::size_t piece = text.paragraphs[border].piece;
  if (heads(draft->pieces[piece - 1])) {
    draft->pieces[piece - 1].drop = DropReason::headline;
    draft->cuts.push_back({piece - 1, draft->pieces[piece - 1].text});
    return;
  }
  Cut c{piece, {}};
  Piece& first = draft->pieces[piece];
  const Shape& s = text.paragraphs[border].shape;
  if (!s.ends_sentence && s.words >= 3 && s.words <= 30) {
    c.title = first.text;
    first.drop = DropReason::headline;
  }
  draft->cuts.push_back(std::move(c));
}

}  // namespace

void WordCuts::count(std::size_t i, const Draft& draft) {
  const Text text = text_of(draft);
  ++texts_;
  std::unordered_set<Term> seen;
  for (const Paragraph& p : text.paragraphs)
    for (const Term term : p.terms)
      if (seen.insert(term).second) ++articles_[term];
  for (std::size_t k = 0; k < std::min<std::size_t>(2, text.paragraphs.size()); ++k)
    if (text.paragraphs[k].shape.words >= kPlainWords) beginnings_[text.paragraphs[k].hash].push_back({i, k});
}

void WordCuts::cut(std::size_t i, const LinesOf& lines_of, Draft* draft) const {
  const Text text = text_of(*draft);
  const auto& ps = text.paragraphs;
  if (!draft->cuts.empty() || ps.size() < 2 * kLeastParagraphs) return;
  const auto begins_another = [&](std::size_t at) {
    const auto found = beginnings_.find(ps[at].hash);
    return found != beginnings_.end() && std::ranges::any_of(found->second, [&](const Beginning& b) {
             return b.draft != i && is_tail(text, at, lines_of(b.draft), b.paragraph);
           });
  };
  std::size_t tail = kLeastParagraphs;
  while (tail + 2 <= ps.size() && !begins_another(tail)) ++tail;

  const Idf idf = idf_of(text, texts_, articles_);
  const Borders borders{crossing_of(text, idf), cosine_of(text, idf)};
  if (tail + 2 <= ps.size() && borders.crossing[tail] < kMostCrossingOfCopies) {
    cut_at(text, with_heading(text, tail), draft);
  } else if (least_crossing(text, borders) < kMostCrossing && is_known_language(text, idf)) {
    cut_at(text, with_heading(text, best_border(text, borders)), draft);
  }
}

}  // namespace tellings::articles
