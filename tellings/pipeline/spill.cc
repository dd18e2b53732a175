#include "tellings/pipeline/spill.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <stdexcept>
#include <system_error>

namespace tellings::pipeline {
namespace {

// 1 MB at a time once there is a file: more is no faster.
constexpr std::size_t kWriteBytes = std::size_t{1} << 20;

[[noreturn]] void fail(const char* what) {
  throw std::runtime_error(fmt::format("a temporary file cannot be {}: {}; name a folder with room in TMPDIR", what,
                                       std::generic_category().message(errno)));
}

// A file in `folder` that has no name any more, or -1.
int open_in(std::string folder) {
  folder += "/tellings-XXXXXX";
  const int file = ::mkostemp(folder.data(), O_CLOEXEC);
  if (file >= 0) ::unlink(folder.c_str());
  return file;
}

int open_file() {
  const char* given = std::getenv("TMPDIR");
  if (given != nullptr && *given != '\0') return open_in(given);
  const int file = open_in("/var/tmp");
  return file >= 0 ? file : open_in("/tmp");
}

}  // namespace

Spill::~Spill() {
  if (file_ >= 0) ::close(file_);
}

std::uint64_t Spill::put(std::string_view bytes) {
  const std::uint64_t at = written_ + behind_.size();
  behind_ += bytes;
  if (behind_.size() > memory_bytes_) write_out();
  return at;
}

void Spill::write_out() {
  if (file_ < 0) {
    file_ = open_file();
    if (file_ < 0) fail("made");
    memory_bytes_ = std::min(memory_bytes_, kWriteBytes);
  }
  for (std::string_view rest = behind_; !rest.empty();) {
    const ssize_t n = ::pwrite(file_, rest.data(), rest.size(), static_cast<off_t>(written_));
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) fail("written");
    written_ += static_cast<std::uint64_t>(n);
    rest.remove_prefix(static_cast<std::size_t>(n));
  }
  behind_.clear();
  if (behind_.capacity() > 4 * kWriteBytes) behind_.shrink_to_fit();
}

void Spill::get(std::uint64_t at, std::span<char> room) const {
  while (!room.empty() && at < written_) {
    const std::size_t there = std::min<std::uint64_t>(room.size(), written_ - at);
    const ssize_t n = ::pread(file_, room.data(), there, static_cast<off_t>(at));
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) fail("read");
    at += static_cast<std::uint64_t>(n);
    room = room.subspan(static_cast<std::size_t>(n));
  }
  if (!room.empty()) behind_.copy(room.data(), room.size(), at - written_);
}

}  // namespace tellings::pipeline
