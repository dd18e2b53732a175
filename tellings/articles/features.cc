#include "tellings/articles/features.h"

#include <algorithm>
#include <cmath>

#include "tellings/base/table.h"

// A line alone says little: "More rain is expected" may be a subheading or a
// link.  What decides is the company it keeps: prose before and after it,
// words that the prose around it uses too, whether it stands inside the main
// run of prose, and whether it stands there more than once.
//
// The main run is the stretch of lines with the greatest sum, where a
// paragraph of prose counts its words and any other line a fixed loss
// (Kadane's algorithm).

namespace tellings::articles {
namespace {

constexpr float kCap = 40;  // distances in lines beyond this are all far

float ratio(double a, double b) { return b > 0 ? static_cast<float>(a / b) : 0.0f; }

struct Run {
  std::ptrdiff_t begin = 0, end = 0;  // lines [begin, end)
};

Run main_run(const Lines& lines) {
  constexpr double kLoss = 12;  // words that a line of no prose costs
  constexpr double kMost = 60;  // words that a paragraph counts at most
  Run best;
  double best_sum = 0, sum = 0;
  std::ptrdiff_t begin = 0;
  for (std::size_t i = 0; i < lines.list.size(); ++i) {
    const Shape& s = lines.list[i].shape;
    const double gain = is_prose(s) ? std::min<double>(s.words, kMost) * (1 - lines.list[i].place.linked) : -kLoss;
    if (sum <= 0) {
      sum = 0;
      begin = static_cast<std::ptrdiff_t>(i);
    }
    sum += gain;
    if (sum > best_sum) {
      best_sum = sum;
      best = {begin, static_cast<std::ptrdiff_t>(i) + 1};
    }
  }
  return best;
}

// How many paragraphs of prose use each term.
Table<std::uint32_t, int> prose_terms(const Lines& lines) {
  Table<std::uint32_t, int> count(1024);
  for (const Line& l : lines.list)
    if (is_prose(l.shape))
      for (std::uint32_t t = l.terms_begin; t < l.terms_end; ++t) ++count[lines.terms[t]];
  return count;
}

struct Context {
  Run run;
  Table<std::uint32_t, int> terms;
  Table<std::uint64_t, int> copies;  // lines by letters
  std::vector<float> prose_words;    // running sums
  std::vector<float> all_words;
  std::vector<int> prose_before, prose_after;  // lines since / until a paragraph of prose
  float prose_share = 0;
  std::size_t prose_lines = 0;
};

Context context_of(const Lines& lines) {
  const std::size_t n = lines.list.size();
  Context c;
  c.copies = Table<std::uint64_t, int>(n);
  c.run = main_run(lines);
  c.terms = prose_terms(lines);
  c.prose_words.assign(n + 1, 0);
  c.all_words.assign(n + 1, 0);
  c.prose_before.assign(n, static_cast<int>(kCap));
  c.prose_after.assign(n, static_cast<int>(kCap));
  for (std::size_t i = 0; i < n; ++i) {
    const Line& l = lines.list[i];
    ++c.copies[l.hash];
    const auto words = static_cast<float>(std::min(l.shape.words, 200));
    c.prose_words[i + 1] = c.prose_words[i] + (is_prose(l.shape) ? words : 0);
    c.all_words[i + 1] = c.all_words[i] + words;
    c.prose_lines += is_prose(l.shape);
    if (i > 0)
      c.prose_before[i] =
          is_prose(lines.list[i - 1].shape) ? 1 : std::min(c.prose_before[i - 1] + 1, static_cast<int>(kCap));
  }
  for (std::size_t i = n; i-- > 1;)
    c.prose_after[i - 1] = is_prose(lines.list[i].shape) ? 1 : std::min(c.prose_after[i] + 1, static_cast<int>(kCap));
  c.prose_share = ratio(static_cast<double>(c.prose_lines), static_cast<double>(n));
  return c;
}

// Share of a line's terms that other prose uses too.
float shared_terms(const Lines& lines, const Line& l, const Context& c) {
  const int own = is_prose(l.shape) ? 1 : 0;
  int shared = 0;
  for (std::uint32_t t = l.terms_begin; t < l.terms_end; ++t) {
    const int* found = c.terms.find(lines.terms[t]);
    if (found != nullptr && *found > own) ++shared;
  }
  return l.terms_end > l.terms_begin ? ratio(shared, l.terms_end - l.terms_begin) : -1.0f;
}

// Share of the words of lines [i - reach, i + reach] that stand in prose.
float prose_around(const Context& c, std::size_t i, std::size_t reach) {
  const std::size_t n = c.prose_words.size() - 1;
  const std::size_t b = i >= reach ? i - reach : 0, e = std::min(n, i + reach + 1);
  return ratio(c.prose_words[e] - c.prose_words[b], c.all_words[e] - c.all_words[b]);
}

float outside(const Run& run, std::ptrdiff_t i) {
  if (i < run.begin) return -std::min(kCap, static_cast<float>(run.begin - i));
  if (i >= run.end) return std::min(kCap, static_cast<float>(i - run.end + 1));
  return 0;
}

class Row {
 public:
  explicit Row(TextFeatures* out) : out_(out) {}
  void put(float value) { (*out_)[at_++] = value; }
  std::size_t size() const { return at_; }

 private:
  TextFeatures* out_;
  std::size_t at_ = 0;
};

void put_shape(const Line& l, Row* row) {
  const Shape& s = l.shape;
  row->put(log1(s.words));
  row->put(ratio(s.letters, s.words));
  row->put(ratio(s.digits, s.digits + s.letters));
  row->put(ratio(s.uppers, s.letters));
  row->put(ratio(s.capitalised, s.words));
  row->put(ratio(s.numbers, s.words));
  row->put(ratio(s.short_words, s.words));
  row->put(ratio(s.commas, s.words));
  row->put(static_cast<float>(std::min(s.stops, 10)));
  row->put(static_cast<float>(std::min(s.quotes, 6)));
  row->put(static_cast<float>(std::min(s.bars, 4)));
  row->put(s.starts_lower);
  row->put(s.starts_quote);
  row->put(s.ends_sentence ? 1.0f + static_cast<float>(s.ends_dots) : 0.0f);
  row->put(s.ends_colon);
  row->put(s.has_address);
  row->put(s.has_clock);
  row->put(s.has_year);
}

void put_phrases(const PhraseSet& p, Row* row) {
  for (unsigned k = 0; k < static_cast<unsigned>(Phrase::kinds_); ++k) {
    const auto kind = static_cast<Phrase>(k);
    row->put(p.is(kind) ? 3.0f : p.starts(kind) ? 2.0f : p.has(kind) ? 1.0f : 0.0f);
  }
}

// A neighbour in three numbers.
void put_neighbour(const Lines& lines, std::ptrdiff_t i, Row* row) {
  if (i < 0 || i >= static_cast<std::ptrdiff_t>(lines.list.size())) {
    row->put(-1);
    row->put(-1);
    row->put(-1);
    return;
  }
  const Line& l = lines.list[static_cast<std::size_t>(i)];
  row->put(log1(l.shape.words));
  row->put(l.shape.ends_sentence);
  row->put(l.phrases.any());
}

void put_context(const Lines& lines, std::size_t i, const Context& c, Row* row) {
  const Line& l = lines.list[i];
  const auto at = static_cast<std::ptrdiff_t>(i);
  const std::size_t n = lines.list.size();
  for (const std::ptrdiff_t k : {-2, -1, 1, 2}) put_neighbour(lines, at + k, row);
  row->put(shared_terms(lines, l, c));
  row->put(static_cast<float>(std::min(20u, l.terms_end - l.terms_begin)));
  row->put(static_cast<float>(std::min(6, *c.copies.find(l.hash))));
  row->put(prose_around(c, i, 2));
  row->put(prose_around(c, i, 5));
  row->put(prose_around(c, i, 12));
  row->put(static_cast<float>(c.prose_before[i]));
  row->put(static_cast<float>(c.prose_after[i]));
  row->put(outside(c.run, at));
  row->put(ratio(static_cast<double>(at - c.run.begin), static_cast<double>(c.run.end - c.run.begin)));
  row->put(log1(static_cast<double>(i)));
  row->put(log1(static_cast<double>(n - 1 - i)));
  row->put(ratio(static_cast<double>(i), static_cast<double>(n)));
  row->put(log1(static_cast<double>(n)));
  row->put(c.prose_share);
  row->put(log1(static_cast<double>(c.prose_lines)));
  row->put(ratio(c.prose_words[i], c.prose_words[n]));
  row->put(is_prose(l.shape));
}

}  // namespace

float log1(double x) {
  static const auto table = [] {
    std::array<float, 1024> logs{};
    for (std::size_t i = 0; i < logs.size(); ++i) logs[i] = static_cast<float>(std::log1p(static_cast<double>(i)));
    return logs;
  }();
  const auto whole = static_cast<std::size_t>(x);
  const bool known = whole < table.size() && static_cast<double>(whole) == x;
  return known ? table[whole] : static_cast<float>(std::log1p(x));
}

bool is_prose(const Shape& s) {
  return (s.words >= 10 && s.ends_sentence) || (s.words >= 25 && s.letters > s.digits * 3);
}

std::vector<TextFeatures> text_features(const Lines& lines) {
  const Context c = context_of(lines);
  std::vector<TextFeatures> out(lines.list.size());
  for (std::size_t i = 0; i < out.size(); ++i) {
    Row row(&out[i]);
    put_shape(lines.list[i], &row);
    put_phrases(lines.list[i].phrases, &row);
    put_context(lines, i, c, &row);
  }
  return out;
}

}  // namespace tellings::articles
