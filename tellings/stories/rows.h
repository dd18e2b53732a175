// Many short lists in little memory: one after another in blocks, with no
// allocation, capacity or pointer of their own.
//
//   Rows<Term> terms;
//   terms.add(sketch.terms);
//   for (const Term& t : terms[0]) ...
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace tellings::stories {

template <typename T>
class Rows {
 public:
  // Rows of one block stand side by side; a block can be let go by itself.
  static constexpr std::size_t kRowsPerBlock = 1024;

  // Appends a row.  Views of earlier rows of its block end.
  void add(std::span<const T> row) {
    if (size_ % kRowsPerBlock == 0) start_block();
    Block& b = blocks_.back();
    b.values.insert(b.values.end(), row.begin(), row.end());
    b.ends.push_back(static_cast<std::uint32_t>(b.values.size()));
    ++size_;
  }

  std::size_t size() const { return size_; }
  std::size_t blocks() const { return blocks_.size(); }

  std::span<const T> operator[](std::size_t i) const { return row(blocks_[i / kRowsPerBlock], i % kRowsPerBlock); }
  std::span<T> at(std::size_t i) { return row(blocks_[i / kRowsPerBlock], i % kRowsPerBlock); }

  // How many values there are in all rows.
  std::size_t values() const {
    std::size_t sum = 0;
    for (const Block& b : blocks_) sum += b.values.size();
    return sum;
  }

  // Gives the memory of a block back; its rows must not be looked at again.
  void let_go(std::size_t block) { blocks_[block] = {}; }

  // Appends all rows of `other`, whose blocks are full but for its last, to
  // rows whose blocks are all full.
  void append(Rows&& other) {
    for (Block& b : other.blocks_) blocks_.push_back(std::move(b));
    size_ += other.size_;
    other = {};
  }

 private:
  struct Block {
    std::vector<T> values;
    std::vector<std::uint32_t> ends;
  };

  template <typename B>
  static auto row(B& block, std::size_t i) {
    const std::size_t begin = i == 0 ? 0 : block.ends[i - 1];
    return std::span(block.values).subspan(begin, block.ends[i] - begin);
  }

  void start_block() {
    if (!blocks_.empty()) blocks_.back().values.shrink_to_fit();
    blocks_.emplace_back();
    blocks_.back().ends.reserve(kRowsPerBlock);
  }

  std::vector<Block> blocks_;
  std::size_t size_ = 0;
};

}  // namespace tellings::stories
