// From the words of a command line to bytes: which files there are, what the
// articles in them will be called, and the bytes themselves.
//
//   for (const Found& f : find_inputs(words, &rejections)) {
//     auto file = File::open(f.path);
//     while (file && file->read(room) > 0) ...
//   }
#pragma once

#include <cstddef>
#include <optional>
#include <span>
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

// A file that is read from its beginning to its end, in the memory of the room
// that is given.  Not mapped: a map counts as memory, and a file that is cut
// while it is read would end the program.
class File {
 public:
  // Fails with unreadable; the detail says why.
  static Result<File> open(const std::string& path);

  File(File&& other) noexcept;
  File& operator=(File&&) = delete;
  ~File();

  // Writes the next bytes to `room`: how many, 0 at the end or at a failure.
  std::size_t read(std::span<char> room);
  // What went wrong in the middle, if anything did.
  const std::optional<Error>& failure() const { return failure_; }

 private:
  File(int descriptor, bool owned) : descriptor_(descriptor), owned_(owned) {}

  int descriptor_;
  bool owned_;
  std::optional<Error> failure_;
};

}  // namespace tellings::pipeline
