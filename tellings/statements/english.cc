// A greedy left-to-right tagger: one linear model, the two tags before as
// features.  Exact search (Viterbi) gains 0.1 to 0.2 points on these treebanks
// and costs four times as much, so it is left out.

#include "tellings/statements/english.h"

#include <algorithm>
#include <bit>
#include <cstring>

#include "tellings/statements/features.h"

// The model file, put into the program by the assembler: a C++ array of two
// million numbers takes the compiler half a minute.
asm(".section .rodata\n"
    ".balign 16\n"
    ".global tellings_english_model\n"
    ".hidden tellings_english_model\n"
    "tellings_english_model:\n"
    ".incbin \"" TELLINGS_ENGLISH_MODEL
    "\"\n"
    ".global tellings_english_model_end\n"
    ".hidden tellings_english_model_end\n"
    "tellings_english_model_end:\n"
    ".byte 0\n"
    ".previous\n");

extern "C" {
extern const char tellings_english_model[];
extern const char tellings_english_model_end[];
}

namespace tellings::statements {
namespace {

constexpr std::string_view kMagic = "tellings-en-1\n";
constexpr std::size_t kHeader = 32;

static_assert(std::endian::native == std::endian::little, "the model file is little-endian");

}  // namespace

std::uint8_t English::listed(std::uint64_t word) const {
  const auto key = static_cast<std::uint32_t>(word >> 32);
  const auto at = std::ranges::lower_bound(listed_words, key);
  if (at == listed_words.end() || *at != key) return 0;
  return listed_kinds[static_cast<std::size_t>(at - listed_words.begin())];
}

English parse_english(std::string_view bytes) {
  English out;
  if (bytes.size() < kHeader || !bytes.starts_with(kMagic)) return out;
  std::uint32_t counts[3];
  std::memcpy(counts, bytes.data() + 16, sizeof counts);
  const std::size_t tags = std::size_t{counts[0]} * kTags;
  const std::size_t names = std::size_t{counts[1]} * kNameLabels;
  const std::size_t words = (kHeader + tags + names + 3) / 4 * 4;
  if (!std::has_single_bit(counts[0]) || !std::has_single_bit(counts[1])) return out;
  if (bytes.size() != words + std::size_t{counts[2]} * 5) return out;
  const auto* weights = reinterpret_cast<const std::int8_t*>(bytes.data() + kHeader);
  out.tags = Perceptron({weights, tags}, kTags, counts[0]);
  out.names = Perceptron({weights + tags, names}, kNameLabels, counts[1]);
  out.listed_words = {reinterpret_cast<const std::uint32_t*>(bytes.data() + words), counts[2]};
  out.listed_kinds = {reinterpret_cast<const std::uint8_t*>(bytes.data() + words + 4 * counts[2]), counts[2]};
  return out;
}

const English& english() {
  static const English model = parse_english(
      {tellings_english_model, static_cast<std::size_t>(tellings_english_model_end - tellings_english_model)});
  return model;
}

void tag(Reading* reading, const English& model) {
  if (model.tags.empty()) return;
  const std::vector<Clues> c = clues(*reading);
  for (const Sentence& s : reading->sentences) {
    std::size_t prev = kTags, prev2 = kTags;
    for (std::size_t i = s.first; i < s.last; ++i) {
      Scores scores{};
      tag_features(c, s.first, s.last, i, prev, prev2, [&](std::uint64_t f) { model.tags.add(f, &scores); });
      const std::size_t best = model.tags.best(scores);
      reading->tokens[i].tag = static_cast<Tag>(best);
      prev2 = prev;
      prev = best;
    }
  }
}

}  // namespace tellings::statements
