// What the unpackers have in common: members one behind the other, damage, and
// members that unpack to more than anybody means.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string_view>

#include "tellings/documents/unpack.h"
#include "tellings/documents/window.h"

namespace tellings::documents {

class MemberSource : public Source {
 public:
  MemberSource(std::unique_ptr<Window> packed, Report report)
      : packed_(std::move(packed)), report_(std::move(report)) {}

  std::optional<Piece> append(Buffer* out) final;

 protected:
  enum class State : std::uint8_t { more, end, damaged };
  struct Step {
    std::size_t taken = 0;
    std::size_t made = 0;
    State state = State::more;
  };

  // The bytes that every member begins with.
  virtual std::string_view magic() const = 0;
  // True if a member could begin with `head` (18 bytes, fewer at the end).
  virtual bool begins_member(std::string_view head) const { return head.starts_with(magic()); }
  // Takes what stands between members off the packed bytes.
  virtual void take_between() {}
  // Unpacks one member at once if that is possible, and takes it off.
  virtual bool take_whole(Buffer*) { return false; }
  // Begins with a member, then unpacks it stretch by stretch.
  virtual void start() = 0;
  virtual Step step(std::string_view in, std::span<char> out) = 0;
  virtual const char* name() const = 0;

  Window& packed() { return *packed_; }
  const Report& report() const { return report_; }

 private:
  std::optional<Piece> stretch(Buffer* out);
  Piece damaged(Code code, const char* what);
  void find_member(std::size_t from);
  Piece piece(bool cut) const { return {.offset = offset_, .plain = false, .cut = cut}; }

  std::unique_ptr<Window> packed_;
  Report report_;
  std::uint64_t offset_ = 0;  // of the member
  bool inside_ = false;       // a member that is being unpacked stretch by stretch
  std::size_t used_ = 0;      // bytes in front of packed_ that have been unpacked, kept to search them again
  bool kept_ = false;         // all of the member is still there
  std::uint64_t in_ = 0;      // of the member, so far
  std::uint64_t out_ = 0;
};

std::unique_ptr<Source> gunzip(std::unique_ptr<Window> packed, Report report);
std::unique_ptr<Source> unzstd(std::unique_ptr<Window> packed, Report report);
std::unique_ptr<Source> unlz4(std::unique_ptr<Window> packed, Report report);

}  // namespace tellings::documents
