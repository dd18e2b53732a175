// Trains the English model of tellings/statements: averaged perceptrons for
// tags and names, rounded to a byte a weight.
//
//   tools/prepare_english.py ... OUT && train_english OUT tellings/statements/data/english.model
//
// Deterministic: fixed order shuffled by a fixed generator.
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <functional>
#include <iostream>
#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include "tellings/base/hash.h"
#include "tellings/statements/english.h"
#include "tellings/statements/features.h"
#include "tellings/statements/recogniser.h"

namespace {

using namespace tellings;
using namespace tellings::statements;

constexpr std::size_t kTagSlots = 1u << 16, kNameSlots = 1u << 17;
constexpr int kRounds = 8;

const std::map<std::string, std::size_t> kTagNumbers = {
    {"ADJ", 0},    {"ADP", 1},    {"ADV", 2},  {"AUX", 3},   {"CCONJ", 4}, {"DET", 5},
    {"INTJ", 6},   {"NOUN", 7},   {"NUM", 8},  {"PART", 9},  {"PRON", 10}, {"PROPN", 11},
    {"PUNCT", 12}, {"SCONJ", 13}, {"SYM", 14}, {"VERB", 15}, {"X", 16}};
const std::map<std::string, std::size_t> kNameNumbers = {
    {"O", 0},       {"B-person", 1}, {"I-person", 2}, {"B-organisation", 3}, {"I-organisation", 4},
    {"B-place", 5}, {"I-place", 6}};

struct Gold {
  std::string text;
  std::vector<std::size_t> ends, labels;  // of gold tokens, by their begin
  std::vector<std::size_t> begins;
};

// A document with the label of each of our tokens.
struct Lesson {
  std::string text;
  Reading reading;
  std::vector<std::size_t> labels;
  NameClues clues;
};

std::vector<Gold> load(const std::string& path, const std::map<std::string, std::size_t>& numbers) {
  std::ifstream in(path);
  std::vector<Gold> out(1);
  std::string text, marks;
  while (std::getline(in, text)) {
    if (text.empty()) {
      if (!out.back().text.empty()) out.emplace_back();
      continue;
    }
    std::getline(in, marks);
    Gold& g = out.back();
    const std::size_t base = g.text.size();
    for (std::size_t at = 0; at < marks.size();) {
      const std::size_t to = std::min(marks.find(' ', at), marks.size());
      const std::string mark = marks.substr(at, to - at);
      const std::size_t c1 = mark.find(':'), c2 = mark.find(':', c1 + 1);
      g.begins.push_back(base + std::stoul(mark));
      g.ends.push_back(base + std::stoul(mark.substr(c1 + 1)));
      g.labels.push_back(numbers.at(mark.substr(c2 + 1)));
      at = to + 1;
    }
    g.text += text + "\n";
  }
  if (out.back().text.empty()) out.pop_back();
  return out;
}

// Each of our tokens takes the label of the gold token that holds its begin;
// a piece after the first of a name's token continues the name.
std::vector<std::size_t> align(const Reading& r, const Gold& g, bool names) {
  std::vector<std::size_t> out(r.tokens.size(), names ? 0 : static_cast<std::size_t>(Tag::other));
  std::size_t k = 0;
  for (std::size_t i = 0; i < r.tokens.size(); ++i) {
    while (k < g.ends.size() && g.ends[k] <= r.tokens[i].span.begin) ++k;
    if (k == g.ends.size() || g.begins[k] > r.tokens[i].span.begin) continue;
    std::size_t label = g.labels[k];
    if (names && label % 2 == 1 && r.tokens[i].span.begin > g.begins[k]) ++label;
    out[i] = label;
  }
  return out;
}

// A trained table, as perceptron.h reads it.
struct Table {
  std::vector<std::uint16_t> marks;
  std::vector<std::int8_t> weights;
};

class Trainer {
 public:
  explicit Trainer(std::size_t labels) : labels_(labels) {}

  // A number for each feature; features seen less than kSeldom times in the
  // first round stay out.
  void count(const std::vector<std::uint64_t>& features) {
    for (const std::uint64_t f : features) ++seen_[f];
  }
  void settle() {
    for (const auto& [f, n] : seen_) {
      if (n >= kSeldom) number_.emplace(f, number_.size());
    }
    weights_.resize(number_.size() * labels_);
    totals_.resize(weights_.size());
    stamps_.resize(weights_.size());
  }

  std::size_t guess(const std::vector<std::uint64_t>& features) {
    std::vector<double> scores(labels_);
    rows_.clear();
    for (const std::uint64_t f : features) {
      const auto at = number_.find(f);
      if (at == number_.end()) continue;
      rows_.push_back(at->second * labels_);
      for (std::size_t k = 0; k < labels_; ++k) scores[k] += static_cast<double>(weights_[rows_.back() + k]);
    }
    return static_cast<std::size_t>(std::ranges::max_element(scores) - scores.begin());
  }

  // About the features of the last guess.
  void learn(std::size_t truth, std::size_t guessed) {
    ++clock_;
    if (truth == guessed) return;
    for (const std::size_t row : rows_) {
      bump(row + truth, 1);
      bump(row + guessed, -1);
    }
  }

  // Averages, scaled so that all but one weight in a thousand fit a byte; of
  // all features those with the largest weights, as many as fill the slots to
  // four fifths.
  Table table(std::size_t slots) {
    std::vector<std::pair<double, std::uint64_t>> order;
    std::vector<double> sizes;
    for (const auto& [f, n] : number_) {
      double most = 0;
      for (std::size_t k = 0; k < labels_; ++k) {
        bump(n * labels_ + k, 0);
        const double w = std::abs(totals_[n * labels_ + k]);
        most = std::max(most, w);
        if (w > 0) sizes.push_back(w);
      }
      order.emplace_back(-most, f);
    }
    std::ranges::sort(order);
    order.resize(std::min(order.size(), slots * 4 / 5));
    std::ranges::sort(sizes);
    const double scale = 127 / sizes[sizes.size() * 999 / 1000];
    Table out{std::vector<std::uint16_t>(slots), std::vector<std::int8_t>(slots * labels_)};
    for (const auto& [most, f] : order) {
      std::size_t slot = f & (slots - 1);
      while (out.marks[slot] != 0) slot = (slot + 1) & (slots - 1);
      out.marks[slot] = Perceptron::mark_of(f);
      for (std::size_t k = 0; k < labels_; ++k) {
        const double w = std::clamp(totals_[number_.at(f) * labels_ + k] * scale, -127.0, 127.0);
        out.weights[slot * labels_ + k] = static_cast<std::int8_t>(std::lround(w));
      }
    }
    std::cerr << number_.size() << " features, " << order.size() << " kept\n";
    return out;
  }

 private:
  static constexpr int kSeldom = 2;

  void bump(std::size_t i, float by) {
    totals_[i] += static_cast<double>(clock_ - stamps_[i]) * static_cast<double>(weights_[i]);
    stamps_[i] = clock_;
    weights_[i] += by;
  }

  std::size_t labels_;
  std::map<std::uint64_t, int> seen_;
  std::unordered_map<std::uint64_t, std::size_t> number_;
  std::vector<std::size_t> rows_;
  std::vector<float> weights_;
  std::vector<double> totals_;
  std::vector<std::uint64_t> stamps_;
  std::uint64_t clock_ = 0;
};

// The documents in an order that depends on the round only.
std::vector<std::size_t> order(std::size_t n, int round) {
  std::vector<std::size_t> out(n);
  for (std::size_t i = 0; i < n; ++i) out[i] = i;
  for (std::size_t i = n; i > 1; --i) {
    std::swap(out[i - 1], out[mix(i * 977 + static_cast<std::uint64_t>(round)) % i]);
  }
  return out;
}

template <typename Features>
Table train(const std::vector<Lesson>& lessons, std::size_t labels, std::size_t slots, std::size_t edge,
            Features&& features, const std::function<bool(std::size_t)>& use) {
  Trainer trainer(labels);
  std::vector<std::uint64_t> seen;
  for (int round = -1; round < kRounds; ++round) {
    std::size_t right = 0, all = 0;
    for (const std::size_t d : order(lessons.size(), round)) {
      if (!use(d)) continue;
      const Lesson& l = lessons[d];
      for (const Sentence& s : l.reading.sentences) {
        std::size_t prev = edge, prev2 = edge;
        for (std::size_t i = s.first; i < s.last; ++i) {
          seen.clear();
          features(l, s, i, prev, prev2, [&](std::uint64_t f) { seen.push_back(f); });
          std::size_t guess = l.labels[i];
          if (round < 0) {
            trainer.count(seen);
          } else {
            guess = trainer.guess(seen);
            trainer.learn(l.labels[i], guess);
          }
          right += guess == l.labels[i];
          ++all;
          prev2 = prev;
          prev = guess;
        }
      }
    }
    if (round < 0) trainer.settle();
    std::cerr << "round " << round << ": " << static_cast<double>(right) / static_cast<double>(all) << "\n";
  }
  return trainer.table(slots);
}

struct WordList {
  std::vector<std::uint32_t> words;
  std::vector<std::uint8_t> kinds;
};

WordList gazetteer(const std::string& path) {
  std::map<std::uint32_t, std::uint8_t> bits;
  std::ifstream in(path);
  for (std::string line; std::getline(in, line);) {
    const std::size_t tab = line.find('\t');
    const int bit = std::stoi(line.substr(0, tab));
    std::uint8_t& kinds = bits[static_cast<std::uint32_t>(word_hash(line.substr(tab + 1)) >> 32)];
    kinds = static_cast<std::uint8_t>(kinds | bit);
  }
  WordList out;
  for (const auto& [word, kind] : bits) {
    out.words.push_back(word);
    out.kinds.push_back(kind);
  }
  return out;
}

// Which half of the documents this one is in: by its text, so that a document
// falls into one half in both sets.
std::size_t fold(const Gold& g) { return hash_bytes(g.text.substr(0, 40)) % 2; }

std::vector<Lesson> lessons(const std::vector<Gold>& gold) {
  std::vector<Lesson> out(gold.size());
  for (std::size_t i = 0; i < gold.size(); ++i) {
    out[i].text = gold[i].text;
    out[i].reading = read(out[i].text);
  }
  return out;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    std::cerr << "usage: train_english PREPARED MODEL\n";
    return 2;
  }
  const std::string from = argv[1];
  const WordList list = gazetteer(from + "/gazetteer.txt");

  const std::vector<Gold> tag_gold = load(from + "/tags.txt", kTagNumbers);
  std::vector<Lesson> tag_lessons = lessons(tag_gold);
  for (std::size_t i = 0; i < tag_gold.size(); ++i) {
    tag_lessons[i].labels = align(tag_lessons[i].reading, tag_gold[i], false);
    tag_lessons[i].clues.clues = clues(tag_lessons[i].reading);
  }
  const auto tagging = [](const Lesson& l, const Sentence& s, std::size_t i, std::size_t p, std::size_t p2, auto sink) {
    tag_features(l.clues.clues, s.first, s.last, i, p, p2, sink);
  };
  const Table tags = train(tag_lessons, kTags, kTagSlots, kTags, tagging, [](std::size_t) { return true; });

  // Names are learned over tags as they will be: each half of the documents
  // tagged by what the other half taught.
  const std::vector<Gold> name_gold = load(from + "/names.txt", kNameNumbers);
  std::vector<Lesson> name_lessons = lessons(name_gold);
  English model;
  model.listed_words = list.words;
  model.listed_kinds = list.kinds;
  for (const std::size_t half : {0u, 1u}) {
    const Table other =
        train(tag_lessons, kTags, kTagSlots, kTags, tagging, [&](std::size_t d) { return fold(tag_gold[d]) != half; });
    model.tags = Perceptron(other.marks, other.weights, kTags);
    for (std::size_t i = 0; i < name_gold.size(); ++i) {
      if (fold(name_gold[i]) == half) tag(&name_lessons[i].reading, model);
    }
  }
  for (std::size_t i = 0; i < name_gold.size(); ++i) {
    Lesson& l = name_lessons[i];
    l.labels = align(l.reading, name_gold[i], true);
    l.clues = name_clues(l.reading, model);
  }
  const auto naming = [](const Lesson& l, const Sentence& s, std::size_t i, std::size_t p, std::size_t p2, auto sink) {
    name_features(l.reading, l.clues, s, i, p, p2, sink);
  };
  const Table names = train(name_lessons, kNameLabels, kNameSlots, 0, naming, [](std::size_t) { return true; });

  std::string out = "tellings-en-2\n";
  out.resize(16);
  const auto put = [&out](const auto& values) {
    out.append(reinterpret_cast<const char*>(values.data()), values.size() * sizeof(values[0]));
  };
  put(std::vector<std::uint32_t>{kTagSlots, kNameSlots, static_cast<std::uint32_t>(list.words.size()), 0});
  put(list.words);
  put(tags.marks);
  put(names.marks);
  put(tags.weights);
  put(names.weights);
  put(list.kinds);
  std::ofstream(argv[2], std::ios::binary) << out;
  return 0;
}
