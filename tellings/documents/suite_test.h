// Other projects' test suites, where the checkout has ../shared: unpacked to a
// folder of their own while a test looks at them.
#pragma once

#include <doctest/doctest.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>

#include "tellings/base/utf8.h"

namespace tellings::documents {

class Suite {
 public:
  // Unpacks ../shared/data/extract/NAME.tar.gz; is_there() tells whether there
  // is one, and a message says so where there is not.
  explicit Suite(const std::string& name) {
    namespace fs = std::filesystem;
    const fs::path archive = fs::path(TELLINGS_SOURCE_DIR) / "../shared/data/extract" / (name + ".tar.gz");
    if (!fs::exists(archive)) {
      MESSAGE("skipped: no ../shared/data/extract/" << name << ".tar.gz");
      return;
    }
    folder_ = fs::temp_directory_path() / ("tellings-" + name + "-" + std::to_string(getpid()));
    fs::create_directories(folder_);
    REQUIRE(std::system(("tar xzf '" + archive.string() + "' -C '" + folder_.string() + "'").c_str()) == 0);
  }
  ~Suite() {
    if (is_there()) std::filesystem::remove_all(folder_);
  }
  Suite(const Suite&) = delete;
  Suite& operator=(const Suite&) = delete;

  bool is_there() const { return !folder_.empty(); }
  const std::filesystem::path& folder() const { return folder_; }

  static std::string content(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }

 private:
  std::filesystem::path folder_;
};

// What stands inside a Python string: \u2019, \xe9, \n, \\ are what they mean.
inline std::string from_python(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] != '\\' || at + 1 == text.size()) {
      out.push_back(text[at]);
      continue;
    }
    const char kind = text[++at];
    const std::size_t digits = kind == 'u' ? 4 : kind == 'x' ? 2 : 0;
    if (digits > 0 && at + digits < text.size()) {
      append_utf8(static_cast<char32_t>(std::stoul(std::string(text.substr(at + 1, digits)), nullptr, 16)), &out);
      at += digits;
    } else {
      out.push_back(kind == 'n' ? '\n' : kind == 't' ? '\t' : kind);
    }
  }
  return out;
}

}  // namespace tellings::documents
