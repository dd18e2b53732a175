// How an index lies in a folder: segments in files of their own, never changed
// once written, and the file `manifest` that names those that count:
//
//   tellings index 1
//   next 3
//   segment 0 65536 000001.segment
//   segment 65536 9000 000002.segment
//   hash 8f3c0d9e11a2b3c4
//
// A commit writes the new segments, then a new manifest under another name, gives
// it the name, and removes segments that were merged away.  Whatever a crash
// leaves beside the manifest is removed by the next commit.
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <iterator>
#include <set>
#include <sstream>

#include "tellings/base/files.h"
#include "tellings/base/hash.h"
#include "tellings/copies/index.h"

namespace tellings::copies {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kTitle = "tellings index ";
constexpr std::string_view kVersion = "1";
constexpr std::string_view kEnding = ".segment";

std::string hex(std::uint64_t value) {
  char out[17];
  std::snprintf(out, sizeof out, "%016llx", static_cast<unsigned long long>(value));
  return out;
}

// True for anything but a folder in which at most an unfinished first run has left
// its files.
bool is_foreign(const fs::path& folder) {
  if (!fs::exists(folder)) return false;
  if (!fs::is_directory(folder)) return true;
  const std::set<std::string> ours = {"lock", "texts", "places", "manifest.new"};
  return std::ranges::any_of(fs::directory_iterator(folder), [&](const fs::directory_entry& entry) {
    const std::string name = entry.path().filename();
    return !ours.contains(name) && name.find(kEnding) == name.npos;
  });
}

// The lines of a manifest without the title and the hash, which are checked.
std::istringstream checked(std::string_view manifest) {
  if (!manifest.starts_with(kTitle)) throw Damaged("the manifest is not one");
  const std::string_view version = manifest.substr(kTitle.size(), manifest.find('\n') - kTitle.size());
  if (version != kVersion)
    throw Damaged("it is of version " + std::string(version.substr(0, 20)) + ", this program reads " +
                  std::string(kVersion));
  const std::size_t last = manifest.rfind("hash ");
  if (last == manifest.npos || manifest.substr(last) != "hash " + hex(hash_bytes(manifest.substr(0, last))) + "\n")
    throw Damaged("the manifest has the wrong hash");
  const std::size_t begin = manifest.find('\n') + 1;
  return std::istringstream(std::string(manifest.substr(begin, last - begin)));
}

}  // namespace

Index Index::open(const std::string& folder) {
  Index out;
  out.folder_ = folder;
  out.load();
  return out;
}

void Index::load() {
  const fs::path manifest = fs::path(folder_) / "manifest";
  if (!fs::exists(manifest)) {
    if (is_foreign(folder_)) throw NoIndex(folder_ + ": not an index of tellings; name a new folder");
    return;
  }
  std::istringstream lines = checked(MappedFile::open(manifest).bytes());
  std::string word;
  while (lines >> word) {
    if (word == "next" && lines >> next_file_) continue;
    std::uint32_t first = 0;
    std::uint32_t size = 0;
    std::string name;
    if (word != "segment" || !(lines >> first >> size >> name) || name.find('/') != name.npos || first != size_)
      throw Damaged("the manifest has a line that means nothing");
    try {
      parts_.push_back({Segment(MappedFile::open(fs::path(folder_) / name)), name});
      const Segment& s = parts_.back().segment;
      if (s.first() != first || s.size() != size) throw Damaged("another segment than the manifest names");
      s.roots().for_each_count([&](std::uint32_t root, std::uint32_t n) { weights_.count(root, n); });
      weights_.count_articles(size);
    } catch (const Damaged& d) {
      throw Damaged(name + ": " + d.what());
    }
    size_ += size;
  }
}

void Index::commit() {
  seal();
  if (folder_.empty()) return;
  fs::create_directories(folder_);
  std::set<std::string> named;
  for (Part& p : parts_) {
    if (p.file.empty()) {
      std::string name = std::to_string(next_file_++);
      name = std::string(6 - std::min<std::size_t>(6, name.size()), '0') + name + std::string(kEnding);
      write_whole(fs::path(folder_) / name, p.segment.bytes());
      p = {Segment(MappedFile::open(fs::path(folder_) / name)), name};
    }
    named.insert(p.file);
  }
  std::string manifest = std::string(kTitle) + std::string(kVersion) + "\nnext " + std::to_string(next_file_) + "\n";
  for (const Part& p : parts_) {
    manifest +=
        "segment " + std::to_string(p.segment.first()) + " " + std::to_string(p.segment.size()) + " " + p.file + "\n";
  }
  manifest += "hash " + hex(hash_bytes(manifest)) + "\n";
  write_whole(fs::path(folder_) / "manifest", manifest);
  for (const auto& entry : fs::directory_iterator(folder_)) {
    const std::string name = entry.path().filename();
    const bool ours = name.ends_with(kEnding) || name.ends_with(std::string(kEnding) + ".new");
    if (ours && !named.contains(name)) fs::remove(entry.path());
  }
}

}  // namespace tellings::copies
