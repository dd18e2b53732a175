// A window that moves over bytes of any number, plain or being unpacked, so
// that a reader of records needs memory for one record only.
//
//   Window window(bytes);
//   while (window.want(1)) {
//     const std::string_view line = first_line(window.view());
//     ...
//     window.skip(line.size());
//   }
//
// Where the bytes are damaged (a broken gzip member), the window ends at the
// damage: `want` says no and `at_cut` yes, and `resume` goes on behind it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace tellings::documents {

// Bytes in memory that are added behind and taken off in front.
class Buffer {
 public:
  std::string_view view() const { return {data_.get() + begin_, end_ - begin_}; }
  // At least `n` bytes to write to, behind the last; `grow` then keeps them.
  std::span<char> room(std::size_t n);
  void grow(std::size_t n) { end_ += n; }
  void skip(std::size_t n) { begin_ += n; }
  // Bytes that may be read behind view(), whatever they hold.
  std::size_t readable_behind() const { return capacity_ - end_; }

 private:
  std::unique_ptr<char[]> data_;
  std::size_t capacity_ = 0;
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
};

// What a source has just appended.
struct Piece {
  std::uint64_t offset = 0;  // from the start of the input: of the bytes, or of the packed member they came from
  bool plain = false;        // each byte is one of the input's, so that offsets can be counted on
  bool cut = false;          // damage follows, which the source has reported
};

// Where a window's bytes come from.
class Source {
 public:
  virtual ~Source() = default;
  // Appends some bytes, or none if `cut`; nothing at the end.
  virtual std::optional<Piece> append(Buffer* out) = 0;
};

class Window {
 public:
  // Over bytes that are all there and outlive the window.
  explicit Window(std::string_view bytes) : rest_(bytes) {}
  explicit Window(std::unique_ptr<Source> source) : source_(std::move(source)) {}

  // Makes view() at least `n` bytes long.  False if the bytes end or are cut
  // before that; then view() is all there is.
  bool want(std::size_t n);
  // What is there now.  Valid until the next want() or resume().
  std::string_view view() const { return rest_; }
  // Bytes behind view() that may be read, though not used: simdjson wants 64.
  std::size_t readable_behind() const { return buffer_.readable_behind(); }
  void skip(std::size_t n);

  // Where view() begins: in the bytes as unpacked, and in the input (of packed
  // bytes: where their member begins).
  std::uint64_t position() const { return position_; }
  std::uint64_t offset() const;

  // True if view() is all there is because of damage; resume() drops what is
  // left before it and goes on behind it.
  bool at_cut() const { return cut_; }
  void resume();

 private:
  struct Mark {
    std::uint64_t position;
    Piece piece;
  };

  void show();

  std::unique_ptr<Source> source_;
  Buffer buffer_;
  std::string_view rest_;
  bool cut_ = false;  // nothing is appended while this is so
  std::uint64_t position_ = 0;
  std::deque<Mark> marks_;
};

// All that is left, of which at most `limit` bytes; nothing if there is more.
// Goes on behind cuts.
std::optional<std::string> take_all(Window* window, std::size_t limit);

// The bytes `first`, then what `more` gives until it gives none.
std::unique_ptr<Source> pulled(std::string_view first, std::function<std::size_t(std::span<char>)> more);

}  // namespace tellings::documents
