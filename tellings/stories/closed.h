// Stories behind the window of a stream: closed, not forgotten.
//
//   ClosedStories closed(20000);
//   closed.add({story, id, sketch, vector});
//   if (auto again = closed.take(side)) open(*again);
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "tellings/stories/likeness.h"
#include "tellings/stories/sketch.h"
#include "tellings/stories/vectors.h"

namespace tellings::stories {

// A story and the last article of it that was let go, which stands for it.
struct Closed {
  std::uint32_t story = 0;
  std::string id;
  Sketch last;
  Vector vector;
};

class ClosedStories {
 public:
  // At most so many are remembered, those that were closed last.
  explicit ClosedStories(std::size_t most) : most_(most) {}

  void add(Closed closed);

  // Takes out the story whose last article is most like the one given, if the
  // two alone would be a story by `least`; of equals that with the lower number.
  std::optional<Closed> take(const Side& late, double least);

  std::size_t size() const { return slots_.size() - free_.size(); }

 private:
  void leave(std::uint32_t slot);

  std::size_t most_;
  std::size_t next_ = 0;  // the slot that is overwritten next when all are taken
  std::vector<Closed> slots_;
  std::vector<std::uint32_t> free_;
  std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> postings_;  // slots by their heaviest terms
};

}  // namespace tellings::stories
