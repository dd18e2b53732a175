#include "tellings/pipeline/inputs.h"

#include <fcntl.h>
#include <fmt/format.h>
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

constexpr std::size_t kLargestRead = std::size_t{1} << 20;  // more is no faster

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

Result<File> File::open(const std::string& path) {
  const bool standard = path == "-";
  const int descriptor = standard ? STDIN_FILENO : ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  File out(descriptor, !standard);
  struct stat info{};
  if (descriptor < 0 || ::fstat(descriptor, &info) != 0) {
    return std::unexpected(Error{Code::unreadable, "cannot be read: " + reason(errno)});
  }
  if (S_ISDIR(info.st_mode)) return std::unexpected(Error{Code::unreadable, "cannot be read: " + reason(EISDIR)});
  return out;
}

std::size_t File::read(std::span<char> room) {
  while (!failure_) {
    const ssize_t n = ::read(descriptor_, room.data(), std::min(room.size(), kLargestRead));
    if (n >= 0) return static_cast<std::size_t>(n);
    if (errno != EINTR) failure_ = Error{Code::unreadable, "cannot be read to its end: " + reason(errno)};
  }
  return 0;
}

File::File(File&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)), owned_(other.owned_), failure_(std::move(other.failure_)) {}

File::~File() {
  if (owned_ && descriptor_ >= 0) ::close(descriptor_);
}

}  // namespace tellings::pipeline
