#include "tellings/base/files.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <system_error>

namespace tellings {
namespace {

[[noreturn]] void fail(const std::string& path) { throw std::system_error(errno, std::generic_category(), path); }

// A descriptor that is closed at the end of its scope.
struct Descriptor {
  int number;
  explicit Descriptor(int n) : number(n) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (number >= 0) ::close(number);
  }
};

void write_all(int descriptor, std::string_view bytes, const std::string& path) {
  while (!bytes.empty()) {
    const ssize_t n = ::write(descriptor, bytes.data(), bytes.size());
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) fail(path);
    bytes.remove_prefix(static_cast<std::size_t>(n));
  }
}

// A name is only on the disk when its folder is.
void sync_folder(const std::string& path) {
  const auto folder = std::filesystem::path(path).parent_path();
  const Descriptor d(::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (d.number >= 0) ::fsync(d.number);
}

}  // namespace

MappedFile MappedFile::open(const std::string& path) {
  const Descriptor d(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  struct stat about{};
  if (d.number < 0 || ::fstat(d.number, &about) != 0) fail(path);
  MappedFile out;
  const auto size = static_cast<std::size_t>(about.st_size);
  if (size == 0) return out;
  void* mapped = ::mmap(nullptr, size, PROT_READ, MAP_SHARED, d.number, 0);
  if (mapped == MAP_FAILED) fail(path);
  out.bytes_ = {static_cast<const char*>(mapped), size};
  return out;
}

MappedFile::~MappedFile() {
  if (!bytes_.empty())
    ::munmap(const_cast<char*>(bytes_.data()), bytes_.size());  // NOLINT(*-const-cast): its signature
}

void write_whole(const std::string& path, std::string_view bytes) {
  const std::string fresh = path + ".new";
  {
    const Descriptor d(::open(fresh.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666));
    if (d.number < 0) fail(fresh);
    write_all(d.number, bytes, fresh);
    if (::fsync(d.number) != 0) fail(fresh);
  }
  if (::rename(fresh.c_str(), path.c_str()) != 0) fail(path);
  sync_folder(path);
}

Appending::Appending(const std::string& path, std::uint64_t size)
    : path_(path), descriptor_(::open(path.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0666)), size_(size) {
  if (descriptor_ < 0) fail(path);
  const auto end = static_cast<off_t>(size);
  if (::ftruncate(descriptor_, end) != 0 || ::lseek(descriptor_, end, SEEK_SET) < 0) {
    ::close(descriptor_);
    fail(path);
  }
}

Appending::~Appending() { ::close(descriptor_); }

void Appending::append(std::string_view bytes) {
  write_all(descriptor_, bytes, path_);
  size_ += bytes.size();
}

void Appending::sync() {
  if (::fsync(descriptor_) != 0) fail(path_);
}

FileLock::FileLock(const std::string& path) : descriptor_(::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666)) {
  if (descriptor_ < 0) fail(path);
  if (::flock(descriptor_, LOCK_EX | LOCK_NB) != 0) {
    ::close(descriptor_);
    descriptor_ = -1;
  }
}

FileLock::~FileLock() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

}  // namespace tellings
