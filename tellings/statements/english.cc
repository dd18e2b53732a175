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

constexpr std::string_view kMagic = "tellings-en-2\n";
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
  const std::size_t tags = counts[0], names = counts[1], words = counts[2];
  if (!std::has_single_bit(tags) || !std::has_single_bit(names)) return out;
  if (bytes.size() != kHeader + words * 5 + tags * (2 + kTags) + names * (2 + kNameLabels)) return out;
  const char* at = bytes.data() + kHeader;
  const auto take = [&at]<typename T>(T, std::size_t n) {
    const std::span<const T> part{reinterpret_cast<const T*>(at), n};
    at += n * sizeof(T);
    return part;
  };
  out.listed_words = take(std::uint32_t{}, words);
  const auto tag_marks = take(std::uint16_t{}, tags);
  const auto name_marks = take(std::uint16_t{}, names);
  out.tags = Perceptron(tag_marks, take(std::int8_t{}, tags * kTags), kTags);
  out.names = Perceptron(name_marks, take(std::int8_t{}, names * kNameLabels), kNameLabels);
  out.listed_kinds = take(std::uint8_t{}, words);
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
