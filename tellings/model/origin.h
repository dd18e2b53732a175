// Where text that was decoded or tidied came from, byte for byte.
//
//   Origin origin;
//   origin.append(0, 3);   // a byte order mark that was left out
//   origin.append(1, 1);   // "a"
//   origin.append(2, 1);   // "é", which was one byte of windows-1252
//   origin.source_of(3);   // 5
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace tellings {

// A map from places in a text to places in the bytes it was made from.  Empty:
// the text is those bytes.  Memory: 12 bytes a stretch in which every unit is
// as long as the one before, on both sides.
class Origin {
 public:
  // The next `text` bytes of the text were made from the next `source` bytes,
  // `times` times over.
  void append(std::uint32_t text, std::uint32_t source, std::size_t times = 1) {
    if ((text == 0 && source == 0) || times == 0) return;
    if (source > kLongestUnit) {
      append(0, 1, source - kLongestUnit);
      source = kLongestUnit;
    }
    const bool first = runs_.empty();
    if (first || runs_.back().text != text || runs_.back().source != source)
      runs_.push_back({text_, source_, static_cast<std::uint16_t>(text), static_cast<std::uint16_t>(source)});
    text_ += static_cast<std::uint32_t>(text * times);
    source_ += static_cast<std::uint32_t>(source * times);
  }

  // The place that the byte at `at` was made from: the beginning of its unit.
  std::uint32_t source_of(std::uint32_t at) const {
    if (runs_.empty()) return at;
    if (at >= text_) return source_ + (at - text_);
    const Run& run = *(std::ranges::upper_bound(runs_, at, {}, &Run::text_begin) - 1);
    return run.source_begin + (run.text == 0 ? 0 : (at - run.text_begin) / run.text * run.source);
  }

  std::size_t stretches() const { return runs_.size(); }

 private:
  struct Run {
    std::uint32_t text_begin;
    std::uint32_t source_begin;
    std::uint16_t text;  // bytes of a unit
    std::uint16_t source;
  };

  static constexpr std::uint32_t kLongestUnit = UINT16_MAX;

  std::vector<Run> runs_;
  std::uint32_t text_ = 0;
  std::uint32_t source_ = 0;
};

}  // namespace tellings
