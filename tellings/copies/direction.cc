// How the direction is told.
//
// Signs are differences between the two articles, most of them measured on the
// sentences that are linked, so that a text that was merely cut does not look
// reworded.  The decision is a logistic regression without a constant over the
// signs, alone and times how faithful the copy is (words kept, links a sentence):
// in a faithful copy the longer text is the original; in a rewriting it is the
// text with the names, figures and quotations that the other lacks, and with
// fewer of the words that rewriters put in.
//
// The last sign, wording, is a small table of roots (English: it is 0 for other
// languages) with weights of its own.
//
// Trained and cross-validated by tools/train_direction.py.
#include "tellings/copies/direction.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <vector>

#include "tellings/base/utf8.h"
#include "tellings/copies/direction_table.h"
#include "tellings/copies/novel.h"

namespace tellings::copies {
namespace {

// What one side's linked sentences are like.
struct Manner {
  float words = 0, letters = 0, weight = 0, sentences = 0, commas = 0, marks = 0, apostrophes = 0;
  std::vector<std::uint32_t> roots;  // of plain words, ascending, with repeats

  float of(float sum) const { return sum / std::max(1.0F, words); }
};

// Which sentences of a side to look at: the linked ones, all if none is.
std::vector<bool> looked_at(const Reading& r, const Alignment& alignment, bool is_a) {
  std::vector<bool> out(r.sentences.size(), alignment.links.empty());
  for (const Link& l : alignment.links) out[is_a ? l.a : l.b] = true;
  return out;
}

void count_marks(std::string_view text, Manner* out) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    at += c.length;
    if (c.value == ',' || c.value == 0x3001 || c.value == 0x60C) ++out->commas;
    if (c.value == ':' || c.value == ';' || c.value == '(' || c.value == 0x2013 || c.value == 0x2014) ++out->marks;
    if (c.value == '-' && at < text.size() && (text[at] == '-' || text[at] == ' ')) ++out->marks;
  }
}

Manner manner(const Subject& s, const std::vector<bool>& looked) {
  Manner out;
  for (std::size_t i = 0; i < looked.size(); ++i) {
    if (!looked[i]) continue;
    const Sentence& sentence = s.reading.sentences[i];
    ++out.sentences;
    count_marks(slice(s.article.text, sentence.span), &out);
    for (std::uint32_t k = sentence.first; k < sentence.last; ++k) {
      const Token& t = s.reading.tokens[k];
      const std::string_view word = slice(s.article.text, t.span);
      ++out.words;
      out.letters += static_cast<float>(word.size());
      out.weight += t.weight;
      if (word.find('\'') != word.npos || word.find("\u2019") != word.npos) ++out.apostrophes;
      if (is_plain(t)) out.roots.push_back(t.root);
    }
  }
  std::ranges::sort(out.roots);
  return out;
}

float variety(const Manner& m) {
  float different = 0;
  for (std::size_t i = 0; i < m.roots.size(); ++i) different += i == 0 || m.roots[i] != m.roots[i - 1];
  // Heaps' law: different words grow with about the 0.7th power of all.
  return different / std::pow(std::max(1.0F, static_cast<float>(m.roots.size())), 0.7F);
}

// Plain words that the other article lacks: their mean weight and length.
struct Own {
  float rarity = 0, letters = 0;
};

Own own(const Subject& s, const Reading& other, const std::vector<bool>& looked) {
  float n = 0;
  Own sum;
  for (std::size_t i = 0; i < looked.size(); ++i) {
    if (!looked[i]) continue;
    for (std::uint32_t k = s.reading.sentences[i].first; k < s.reading.sentences[i].last; ++k) {
      const Token& t = s.reading.tokens[k];
      if (!is_plain(t) || std::ranges::binary_search(other.roots, t.root, {}, &Root::root)) continue;
      ++n;
      sum.rarity += t.weight;
      sum.letters += static_cast<float>(t.span.size());
    }
  }
  // Five made-up words of middling kind keep a single one from deciding.
  return {(sum.rarity + 5 * 4.0F) / (n + 5), (sum.letters + 5 * 7.0F) / (n + 5)};
}

// Shares of the sentences that are not linked: before, between and after.
struct Rest {
  float head = 0, between = 0, tail = 0;
};

Rest rest(const Alignment& alignment, std::size_t sentences, bool is_a) {
  if (alignment.links.empty() || sentences == 0) return {};
  std::vector<std::size_t> at;
  at.reserve(alignment.links.size());
  for (const Link& l : alignment.links) at.push_back(is_a ? l.a : l.b);
  const auto [first, last] = std::ranges::minmax(at);
  const auto share = [&](std::size_t n) { return static_cast<float>(n) / static_cast<float>(sentences); };
  return {share(first), share(last + 1 - first - at.size()), share(sentences - 1 - last)};
}

float quoted(const Reading& r) {
  return static_cast<float>(std::ranges::count_if(r.tokens, [](const Token& t) { return t.quoted; })) /
         static_cast<float>(r.tokens.size() + 1);
}

float figures(const Reading& r) {
  return static_cast<float>(std::ranges::count_if(r.tokens, [](const Token& t) { return t.figure; })) /
         static_cast<float>(r.tokens.size() + 1);
}

float paragraph_length(const Subject& s) {
  return std::log(static_cast<float>(s.reading.sentences.size() + 1) /
                  static_cast<float>(s.article.paragraphs.size() + 1));
}

float wording(const Manner& m) {
  float sum = 0;
  for (const std::uint32_t root : m.roots) {
    const auto found = std::ranges::lower_bound(kWordings, root, {}, &Wording::root);
    if (found != std::end(kWordings) && found->root == root) sum += static_cast<float>(found->weight);
  }
  return 100 * m.of(sum);
}

}  // namespace

// True for "BAGHDAD (AP) -- " and its like: capitals, then a dash, within the
// first words.
bool has_dateline(std::string_view text) {
  std::size_t capitals = 0;
  std::size_t letters = 0;
  for (std::size_t at = 0; at < text.size() && at < 60;) {
    const CodePoint c = code_point_at(text, at);
    at += c.length;
    const bool dash = c.value == 0x2013 || c.value == 0x2014 || (c.value == '-' && at < text.size() && text[at] != '-');
    if (dash && capitals >= 3 && at < text.size() && (text[at] == ' ' || text[at - 2] == ' ')) return true;
    if (c.value == '.' || c.value == '\n') return false;
    capitals += c.value >= 'A' && c.value <= 'Z';
    letters += c.value >= 'a' && c.value <= 'z';
    if (letters > 24) return false;
  }
  return false;
}

Signs signs(const Subject& a, const Subject& b, const Alignment& alignment) {
  const auto looked_a = looked_at(a.reading, alignment, true);
  const auto looked_b = looked_at(b.reading, alignment, false);
  const Manner x = manner(a, looked_a);
  const Manner y = manner(b, looked_b);
  const Novel novel_a = novel(a.reading, b.reading);
  const Novel novel_b = novel(b.reading, a.reading);
  const Own own_a = own(a, b.reading, looked_a);
  const Own own_b = own(b, a.reading, looked_b);
  const Rest rest_a = rest(alignment, a.reading.sentences.size(), true);
  const Rest rest_b = rest(alignment, b.reading.sentences.size(), false);
  const auto log_ratio = [](float p, float q) { return std::log((p + 1) / (q + 1)); };
  return {log_ratio(static_cast<float>(a.reading.tokens.size()), static_cast<float>(b.reading.tokens.size())),
          novel_a.names - novel_b.names,
          novel_a.figures - novel_b.figures,
          novel_a.quoted - novel_b.quoted,
          novel_a.plain - novel_b.plain,
          quoted(a.reading) - quoted(b.reading),
          x.of(x.letters) - y.of(y.letters),
          log_ratio(x.words / std::max(1.0F, x.sentences), y.words / std::max(1.0F, y.sentences)),
          x.of(x.weight) - y.of(y.weight),
          x.of(x.commas) - y.of(y.commas),
          x.of(x.marks) - y.of(y.marks),
          x.of(x.apostrophes) - y.of(y.apostrophes),
          paragraph_length(a) - paragraph_length(b),
          static_cast<float>(has_dateline(a.article.text)) - static_cast<float>(has_dateline(b.article.text)),
          rest_a.tail - rest_b.tail,
          rest_a.head - rest_b.head,
          rest_a.between - rest_b.between,
          own_a.rarity - own_b.rarity,
          own_a.letters - own_b.letters,
          variety(x) - variety(y),
          figures(a.reading) - figures(b.reading),
          wording(x) - wording(y)};
}

std::vector<std::pair<std::uint32_t, float>> wording_rates(const Subject& a, const Subject& b,
                                                           const Alignment& alignment) {
  std::vector<std::pair<std::uint32_t, float>> out;
  const auto add = [&](const Manner& m, float sign) {
    for (const std::uint32_t root : m.roots) out.emplace_back(root, sign * 100 / std::max(1.0F, m.words));
  };
  add(manner(a, looked_at(a.reading, alignment, true)), 1);
  add(manner(b, looked_at(b.reading, alignment, false)), -1);
  std::ranges::sort(out);
  std::vector<std::pair<std::uint32_t, float>> sums;
  for (const auto& [root, rate] : out) {
    if (sums.empty() || sums.back().first != root) sums.emplace_back(root, 0.0F);
    sums.back().second += rate;
  }
  return sums;
}

double b_is_copy(const Signs& signs, const Evidence& evidence) {
  const std::array<double, kSignTimes> times = {1, evidence.features[11], evidence.features[5],
                                                evidence.features[12] / 3};
  double sum = 0;
  for (std::size_t t = 0; t < kSignTimes; ++t) {
    for (std::size_t i = 0; i < signs.size(); ++i) {
      const SignRange& range = kSignRanges[i];
      sum += kSignWeights[t][i] * times[t] * std::clamp<double>(signs[i], -range.most, range.most) / range.deviation;
    }
  }
  return 1 / (1 + std::exp(-sum));
}

}  // namespace tellings::copies
