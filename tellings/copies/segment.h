// A segment: the sketches of consecutive articles, as one stretch of bytes that
// can be searched where it lies.
//
//   Segment s(make_segment(first, sketched));  // in memory
//   Segment s(MappedFile::open(path));         // or in a file
//   s.runs().find(run); s.row(article).words;
//
// The layout is docs/formats/index.md's.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "tellings/base/files.h"
#include "tellings/copies/lists.h"

namespace tellings::copies {

// What is kept of an article beside its seeds.
struct Row {
  std::uint32_t words = 0;
  std::uint32_t rare = 0;  // roots that are rare whatever the other articles are, at most kRoots
};

// A sketched article on its way into a segment.
struct Sketched {
  Row row;
  std::uint32_t id = 0;              // hash of its id
  std::vector<std::uint32_t> runs;   // ascending
  std::vector<std::uint32_t> roots;  // all different ones, ascending
};

class Segment {
 public:
  // Both throw Damaged for bytes that are no segment, or not a whole one.
  explicit Segment(std::string bytes);
  explicit Segment(MappedFile file);
  Segment(Segment&&) noexcept = default;
  Segment& operator=(Segment&&) noexcept = default;

  std::uint32_t first() const { return first_; }  // the number of its first article
  std::uint32_t size() const { return size_; }    // how many there are
  Row row(std::uint32_t article) const;           // of an article in [first, first + size)

  // Lists of article numbers counted from first().
  const Lists& ids() const { return ids_; }
  const Lists& runs() const { return runs_; }
  const Lists& roots() const { return roots_; }

  std::string_view bytes() const { return owned_ ? std::string_view(*owned_) : file_.bytes(); }

 private:
  void open();

  std::unique_ptr<const std::string> owned_;  // behind a pointer, so that views into it survive a move
  MappedFile file_;
  std::uint32_t first_ = 0;
  std::uint32_t size_ = 0;
  std::string_view rows_;
  Lists ids_, runs_, roots_;
};

// The segment of articles numbered from `first` on.
std::string make_segment(std::uint32_t first, std::span<const Sketched> articles);

// One segment of two that follow each other.
std::string merge_segments(const Segment& older, const Segment& newer);

}  // namespace tellings::copies
