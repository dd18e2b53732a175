#include "tellings/documents/window.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace tellings::documents {
namespace {

// Read at once: large enough that the calls cost nothing, small beside a page.
constexpr std::size_t kPieceBytes = std::size_t{256} << 10;

class Pulled : public Source {
 public:
  Pulled(std::string_view first, std::function<std::size_t(std::span<char>)> more)
      : first_(first), more_(std::move(more)) {}

  std::optional<Piece> append(Buffer* out) override {
    const std::span<char> room = out->room(kPieceBytes);
    std::size_t n = std::min(first_.size(), room.size());
    if (n > 0) {
      std::memcpy(room.data(), first_.data(), n);
      first_.remove_prefix(n);
    } else if (more_) {
      n = more_(room);
    }
    if (n == 0) return std::nullopt;
    out->grow(n);
    const Piece piece{.offset = at_, .plain = true, .cut = false};
    at_ += n;
    return piece;
  }

 private:
  std::string_view first_;
  std::function<std::size_t(std::span<char>)> more_;
  std::uint64_t at_ = 0;
};

}  // namespace

std::span<char> Buffer::room(std::size_t n) {
  if (capacity_ - end_ >= n) return {data_.get() + end_, capacity_ - end_};
  const std::size_t kept = end_ - begin_;
  // Moving the kept bytes pays only when as many have been taken off in front.
  if (capacity_ - kept < n || begin_ < kept) {
    const std::size_t capacity = std::max(2 * kept, kPieceBytes) + n;
    auto data = std::make_unique_for_overwrite<char[]>(capacity);
    if (kept > 0) std::memcpy(data.get(), data_.get() + begin_, kept);
    data_ = std::move(data);
    capacity_ = capacity;
  } else if (kept > 0) {
    std::memmove(data_.get(), data_.get() + begin_, kept);
  }
  begin_ = 0;
  end_ = kept;
  return {data_.get() + end_, capacity_ - end_};
}

bool Window::want(std::size_t n) {
  if (rest_.size() >= n) return true;
  if (!source_) return false;
  while (rest_.size() < n && !cut_) {
    const std::size_t before = buffer_.view().size();
    const auto piece = source_->append(&buffer_);
    rest_ = buffer_.view();
    if (!piece) return false;
    cut_ = piece->cut;
    marks_.push_back({position_ + before, *piece});
  }
  return rest_.size() >= n;
}

void Window::skip(std::size_t n) {
  rest_.remove_prefix(n);
  position_ += n;
  if (!source_) return;
  buffer_.skip(n);
  while (marks_.size() > 1 && marks_[1].position <= position_) marks_.pop_front();
}

std::uint64_t Window::offset() const {
  if (!source_) return position_;
  if (marks_.empty()) return 0;
  const Mark& mark = marks_.front();
  return mark.piece.plain ? mark.piece.offset + (position_ - mark.position) : mark.piece.offset;
}

void Window::resume() {
  skip(rest_.size());
  cut_ = false;
}

std::optional<std::string> take_all(Window* window, std::size_t limit) {
  std::string all;
  while (window->want(1) || window->at_cut()) {
    const std::string_view view = window->view();
    if (view.size() > limit - all.size()) return std::nullopt;
    all += view;
    window->skip(view.size());
    if (window->at_cut()) window->resume();
  }
  return all;
}

std::unique_ptr<Source> pulled(std::string_view first, std::function<std::size_t(std::span<char>)> more) {
  return std::make_unique<Pulled>(first, std::move(more));
}

}  // namespace tellings::documents
