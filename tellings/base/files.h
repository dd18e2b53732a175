// Files that are kept: read through the page cache, written so that a crash
// leaves the old file or the new one, never half of either.
//
//   write_whole("index/manifest", bytes);
//   const MappedFile file = MappedFile::open("index/manifest");
//   parse(file.bytes());
//
// What the machine refuses is thrown as std::system_error, whose what() names
// the file.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace tellings {

// A file's bytes, mapped for reading.  The file must not be cut while it is
// mapped: files that are replaced by write_whole() are not.
class MappedFile {
 public:
  static MappedFile open(const std::string& path);

  MappedFile() = default;
  MappedFile(MappedFile&& other) noexcept : bytes_(std::exchange(other.bytes_, {})) {}
  MappedFile& operator=(MappedFile&& other) noexcept {
    std::swap(bytes_, other.bytes_);
    return *this;
  }
  ~MappedFile();

  std::string_view bytes() const { return bytes_; }

 private:
  std::string_view bytes_;
};

// Writes a new file beside `path`, sees it on the disk, and gives it the name.
void write_whole(const std::string& path, std::string_view bytes);

// A file that grows at its end.
class Appending {
 public:
  // Opens or makes it; what stands beyond `size` bytes is cut off.
  Appending(const std::string& path, std::uint64_t size);
  Appending(const Appending&) = delete;
  Appending& operator=(const Appending&) = delete;
  ~Appending();

  void append(std::string_view bytes);
  // Sees to it that all is on the disk.
  void sync();
  std::uint64_t size() const { return size_; }

 private:
  std::string path_;
  int descriptor_;
  std::uint64_t size_;
};

// A lock that one process holds at a time, until it ends.
class FileLock {
 public:
  explicit FileLock(const std::string& path);
  FileLock(FileLock&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}
  FileLock& operator=(FileLock&&) = delete;
  ~FileLock();

  // False if another process holds it.
  explicit operator bool() const { return descriptor_ >= 0; }

 private:
  int descriptor_;
};

}  // namespace tellings
