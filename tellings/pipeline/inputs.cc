#include "tellings/pipeline/inputs.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <filesystem>
#include <map>
#include <system_error>
#include <utility>

#include "tellings/base/utf8.h"

namespace tellings::pipeline {
namespace {

namespace fs = std::filesystem;

constexpr std::array<std::string_view, 24> kExtensions = {
    ".txt", ".md",    ".html", ".htm",    ".xhtml", ".mhtml", ".mht", ".warc", ".arc", ".rss", ".atom", ".rdf",
    ".xml", ".jsonl", ".json", ".ndjson", ".csv",   ".tsv",   ".gz",  ".zst",  ".lz4", ".bz2", ".xz",   ".zip"};

std::string reason(int error) { return std::generic_category().message(error); }

void walk(const fs::path& folder, std::vector<std::string>* files, std::vector<Rejection>* rejections) {
  std::error_code error;
  std::vector<fs::directory_entry> entries;
  for (auto at = fs::directory_iterator(folder, error); !error && at != fs::directory_iterator(); at.increment(error)) {
    entries.push_back(*at);
  }
  if (error) {
    rejections->push_back(
        {to_valid_utf8(folder.string()), {}, {Code::unreadable, "folder cannot be read: " + error.message()}});
  }
  std::ranges::sort(entries, {}, [](const fs::directory_entry& e) { return e.path().native(); });
  for (const fs::directory_entry& e : entries) {
    std::error_code ignored;
    const bool folder_here = e.is_directory(ignored);
    if (folder_here && e.is_symlink(ignored)) continue;  // could lead in a ring
    if (folder_here) {
      walk(e.path(), files, rejections);
    } else {
      files->push_back(e.path().native());
    }
  }
}

Result<std::string> read_all(int file) {
  std::string out;
  std::array<char, 1 << 16> buffer;
  for (;;) {
    const ssize_t n = ::read(file, buffer.data(), buffer.size());
    if (n == 0) return out;
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) return std::unexpected(Error{Code::unreadable, "cannot be read: " + reason(errno)});
    out.append(buffer.data(), static_cast<std::size_t>(n));
  }
}

}  // namespace

std::string name_without_extensions(std::string_view path) {
  while (path.ends_with('/')) path.remove_suffix(1);
  std::string name(path.substr(path.find_last_of('/') + 1));
  const auto lower = [](std::string_view text) {
    std::string out(text);
    std::ranges::transform(out, out.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return out;
  };
  bool known = false;
  for (bool again = true; again;) {
    const std::size_t dot = name.rfind('.');
    again = dot != std::string::npos && dot > 0 &&
            std::ranges::find(kExtensions, lower(std::string_view(name).substr(dot))) != kExtensions.end();
    if (again) name.resize(dot);
    known |= again;
  }
  const std::size_t dot = name.rfind('.');
  if (!known && dot != std::string::npos && dot > 0) name.resize(dot);
  return name;
}

std::vector<Found> find_inputs(const std::vector<std::string>& inputs, std::vector<Rejection>* rejections) {
  std::vector<std::string> files;
  for (const std::string& input : inputs) {
    std::error_code error;
    const auto status = fs::status(input, error);
    if (input == "-" || (fs::exists(status) && !fs::is_directory(status))) {
      files.push_back(input);
    } else if (fs::is_directory(status)) {
      const std::size_t before = files.size();
      const std::size_t refused = rejections->size();
      walk(input, &files, rejections);
      if (files.size() == before && rejections->size() == refused) {
        rejections->push_back({to_valid_utf8(input), {}, {Code::empty, "a folder without files"}});
      }
    } else {
      const std::string why = error ? error.message() : reason(ENOENT);
      rejections->push_back({to_valid_utf8(input), {}, {Code::unreadable, "cannot be read: " + why}});
    }
  }

  std::map<std::string, int> names;
  for (const std::string& file : files) ++names[name_without_extensions(file)];
  std::vector<Found> out;
  for (std::string& file : files) {
    const std::string name = name_without_extensions(file);
    const std::string source = to_valid_utf8(file);
    const bool usable = file != "-" && names[name] == 1 && !name.empty();
    out.push_back({std::move(file), source, usable ? to_valid_utf8(name) : source});
    if (out.back().path == "-") out.back().file_id.clear();  // a hash of the content will do
  }
  return out;
}

Result<FileBytes> FileBytes::open(const std::string& path) {
  const int file = path == "-" ? STDIN_FILENO : ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) return std::unexpected(Error{Code::unreadable, "cannot be read: " + reason(errno)});
  FileBytes out;
  struct stat info{};
  const bool regular = ::fstat(file, &info) == 0 && S_ISREG(info.st_mode) && info.st_size > 0 && path != "-";
  void* const at =
      regular ? ::mmap(nullptr, static_cast<std::size_t>(info.st_size), PROT_READ, MAP_PRIVATE, file, 0) : MAP_FAILED;
  if (at != MAP_FAILED) {
    out.mapped_ = static_cast<const char*>(at);
    out.size_ = static_cast<std::size_t>(info.st_size);
    ::madvise(at, out.size_, MADV_SEQUENTIAL);
  } else if (auto bytes = read_all(file)) {
    out.read_ = std::move(*bytes);
  } else {
    if (path != "-") ::close(file);
    return std::unexpected(bytes.error());
  }
  if (path != "-") ::close(file);
  return out;
}

FileBytes::FileBytes(FileBytes&& other) noexcept
    : mapped_(std::exchange(other.mapped_, nullptr)), size_(other.size_), read_(std::move(other.read_)) {}

FileBytes::~FileBytes() {
  if (mapped_) ::munmap(const_cast<char*>(mapped_), size_);
}

}  // namespace tellings::pipeline
