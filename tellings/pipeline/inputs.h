// From the words of a command line to bytes: which files there are, what the
// articles in them will be called, and the bytes themselves.
//
//   for (const Found& f : find_inputs(words, &rejections)) {
//     const auto bytes = FileBytes::open(f.path);
//     if (bytes) read(bytes->view());
//   }
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "tellings/base/result.h"
#include "tellings/model/document.h"

namespace tellings::pipeline {

// A file to read.
struct Found {
  std::string path;     // as given, or inside a folder as given; "-" is standard input
  std::string source;   // the path made valid UTF-8
  std::string file_id;  // its name without extensions if no other input has that, else `source`
};

// The files that `inputs` name, in the order given; folders are walked in the
// order of their names' bytes, without following links to folders.  What is
// not there becomes a rejection of code unreadable, a folder without any file
// one of code empty.
std::vector<Found> find_inputs(const std::vector<std::string>& inputs, std::vector<Rejection>* rejections);

// A file's name without its folder and its extensions: "a/b.html.gz" is "b".
std::string name_without_extensions(std::string_view path);

// The bytes of a file, mapped where the machine can, else read.
class FileBytes {
 public:
  // Fails with unreadable; the detail says why and what to do.
  static Result<FileBytes> open(const std::string& path);

  FileBytes(FileBytes&& other) noexcept;
  FileBytes& operator=(FileBytes&&) = delete;
  ~FileBytes();

  std::string_view view() const { return mapped_ ? std::string_view(mapped_, size_) : std::string_view(read_); }

 private:
  FileBytes() = default;

  const char* mapped_ = nullptr;
  std::size_t size_ = 0;
  std::string read_;
};

}  // namespace tellings::pipeline
