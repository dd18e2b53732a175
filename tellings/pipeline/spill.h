// A shelf that takes more than memory has: what is over goes to a file without
// a name, which is gone when the program ends, however it ends.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "tellings/articles/batch.h"

namespace tellings::pipeline {

class Spill : public articles::Shelf {
 public:
  // Up to `memory_bytes` stay in memory, and no file is made for less.
  explicit Spill(std::size_t memory_bytes = std::size_t{32} << 20) : memory_bytes_(memory_bytes) {}
  ~Spill() override;
  Spill(const Spill&) = delete;
  Spill& operator=(const Spill&) = delete;

  // The file is made in the folder that TMPDIR names, else in /var/tmp, which
  // is on a disk where /tmp may be memory, else in /tmp.  Throws
  // std::runtime_error when it cannot be made or written.
  std::uint64_t put(std::string_view bytes) override;
  void get(std::uint64_t at, std::span<char> room) const override;

 private:
  void write_out();

  std::size_t memory_bytes_;
  int file_ = -1;
  std::uint64_t written_ = 0;  // bytes in the file
  std::string behind_;         // those that come after them
};

}  // namespace tellings::pipeline
