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
  std::size_t draft;
  std::vector<Paragraph> paragraphs;
};

std::vector<Text> texts_of(std::span<Draft> drafts) {
  std::vector<Text> out;
  for (std::size_t d = 0; d < drafts.size(); ++d) {
    if (!drafts[d].scraped || drafts[d].none) continue;
    Text text{d, {}};
    for (std::size_t i = 0; i < drafts[d].pieces.size(); ++i) {
      const Piece& piece = drafts[d].pieces[i];
      if (piece.drop) continue;
      Paragraph p{i, {}, {}, letters_hash(piece.text)};
      p.shape = shape_of(piece.text, &p.terms);
      text.paragraphs.push_back(std::move(p));
    }
    out.push_back(std::move(text));
  }
  return out;
}

using Idf = std::unordered_map<Term, double>;

Idf idf_of(const std::vector<Text>& texts) {
  std::unordered_map<Term, int> count;
  for (const Text& t : texts) {
    std::unordered_set<Term> seen;
    for (const Paragraph& p : t.paragraphs)
      for (const Term term : p.terms)
        if (seen.insert(term).second) ++count[term];
  }
  Idf idf;
  const auto n = static_cast<double>(texts.size());
  for (const auto& [term, c] : count) idf[term] = -std::log((c + kPrior * common_share(term)) / (n + kPrior));
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

// Where a paragraph of prose begins an article of the batch.
struct Beginning {
  std::size_t text;
  std::size_t paragraph;
};

using Beginnings = std::unordered_map<std::uint64_t, std::vector<Beginning>>;

constexpr int kPlainWords = 12;  // shorter paragraphs recur by chance

Beginnings beginnings_of(const std::vector<Text>& texts) {
  Beginnings out;
  for (std::size_t t = 0; t < texts.size(); ++t)
    for (std::size_t i = 0; i < std::min<std::size_t>(2, texts[t].paragraphs.size()); ++i)
      if (texts[t].paragraphs[i].shape.words >= kPlainWords) out[texts[t].paragraphs[i].hash].push_back({t, i});
  return out;
}

// The border from which on the text is another article of the batch.
std::optional<std::size_t> tail_of_another(const std::vector<Text>& texts, std::size_t mine,
                                           const Beginnings& beginnings) {
  const auto& ps = texts[mine].paragraphs;
  for (std::size_t i = kLeastParagraphs; i + 2 <= ps.size(); ++i) {
    const auto found = beginnings.find(ps[i].hash);
    if (found == beginnings.end()) continue;
    for (const Beginning& b : found->second) {
      const auto& other = texts[b.text].paragraphs;
      if (b.text == mine || b.paragraph + 1 >= other.size() || i + 1 >= ps.size() ||
          other[b.paragraph + 1].hash != ps[i + 1].hash)
        continue;
      const auto in_other = [&](const Paragraph& p) {
        return std::ranges::any_of(other, [&](const Paragraph& o) { return o.hash == p.hash; });
      };
      const auto before = std::ranges::count_if(ps.begin(), ps.begin() + static_cast<std::ptrdiff_t>(i), in_other);
      if (before == 0) return i;
    }
  }
  return std::nullopt;
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

void cut(const Text& text, std::size_t border, Draft* draft) {
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

void cut_by_words(std::span<Draft> drafts) {
  const std::vector<Text> texts = texts_of(drafts);
  const Idf idf = idf_of(texts);
  const Beginnings beginnings = beginnings_of(texts);
  for (std::size_t t = 0; t < texts.size(); ++t) {
    Draft& draft = drafts[texts[t].draft];
    if (!draft.cuts.empty() || texts[t].paragraphs.size() < 2 * kLeastParagraphs) continue;
    const Borders borders{crossing_of(texts[t], idf), cosine_of(texts[t], idf)};
    const auto tail = tail_of_another(texts, t, beginnings);
    if (tail && borders.crossing[*tail] < kMostCrossingOfCopies) {
      cut(texts[t], with_heading(texts[t], *tail), &draft);
    } else if (least_crossing(texts[t], borders) < kMostCrossing && is_known_language(texts[t], idf)) {
      cut(texts[t], with_heading(texts[t], best_border(texts[t], borders)), &draft);
    }
  }
}

}  // namespace tellings::articles
