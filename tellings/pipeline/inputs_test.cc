#include "tellings/pipeline/inputs.h"

#include <doctest/doctest.h>

#include <unistd.h>
#include <array>

#include <filesystem>
#include <fstream>

using namespace tellings;
using namespace tellings::pipeline;

namespace fs = std::filesystem;

namespace {

// A folder that goes away with the test.
struct Folder {
  fs::path path = fs::temp_directory_path() / ("tellings-inputs-" + std::to_string(getpid()));

  Folder() { fs::create_directories(path); }
  ~Folder() { fs::remove_all(path); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  std::string file(const std::string& name, std::string_view text = "x") const {
    fs::create_directories((path / name).parent_path());
    std::ofstream(path / name, std::ios::binary) << text;
    return (path / name).string();
  }
};

}  // namespace

TEST_CASE("an id is the file's name without its extensions") {
  struct Case {
    const char* what;
    std::string_view path, expected;
  };
  const Case cases[] = {
      {"plain", "a/b/story.txt", "story"},
      {"compressed page", "story.html.gz", "story"},
      {"upper case", "STORY.HTML", "STORY"},
      {"no extension", "a/story", "story"},
      {"an extension that is not known", "story.dat", "story"},
      {"dots that are none", "2021.11.07.txt", "2021.11.07"},
      {"hidden", ".txt", ".txt"},
      {"a folder's slash", "a/b/", "b"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.what);
    CHECK(name_without_extensions(c.path) == c.expected);
  }
}

TEST_CASE("folders are walked in name order, names shared by two inputs give way to paths") {
  const Folder folder;
  folder.file("in/b.txt");
  folder.file("in/a/c.txt");
  const std::string other = folder.file("c.html");
  fs::create_directory_symlink("..", folder.path / "in" / "ring");

  std::vector<Rejection> rejections;
  const auto found = find_inputs({(folder.path / "in").string(), other}, &rejections);
  REQUIRE(found.size() == 3);
  CHECK(rejections.empty());
  CHECK(found[0].path.ends_with("in/a/c.txt"));
  CHECK(found[0].file_id == found[0].source);
  CHECK(found[1].file_id == "b");
  CHECK(found[2].file_id == other);
}

TEST_CASE("what is not there, and a folder without files, are refused by name") {
  const Folder folder;
  fs::create_directory(folder.path / "empty");
  std::vector<Rejection> rejections;
  CHECK(find_inputs({"no\xff such", (folder.path / "empty").string()}, &rejections).empty());
  REQUIRE(rejections.size() == 2);
  CHECK(rejections[0].source == "no\xEF\xBF\xBD such");
  CHECK(rejections[0].why.code == Code::unreadable);
  CHECK(rejections[1].why.code == Code::empty);
}

TEST_CASE("a file's bytes are given whole, an empty file's too") {
  const Folder folder;
  const auto whole = [](const std::string& path) {
    auto file = File::open(path);
    REQUIRE(file);
    std::string out;
    std::array<char, 1000> room{};
    for (std::size_t n = 1; n > 0;) out.append(room.data(), n = file->read(room));
    CHECK_FALSE(file->failure());
    return out;
  };
  const std::string big(1 << 20, 'y');
  CHECK(whole(folder.file("big", big)) == big);
  CHECK(whole(folder.file("none", "")).empty());
  const auto refused = File::open((folder.path / "not there").string());
  REQUIRE_FALSE(refused);
  CHECK(refused.error().code == Code::unreadable);
  CHECK_FALSE(File::open(folder.path.string()));
}
