#include "tellings/pipeline/archive.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <random>

#include "tellings/copies/lists.h"

using namespace tellings;
using pipeline::Archive;

namespace {

namespace fs = std::filesystem;

struct Folder {
  std::string path = (fs::temp_directory_path() / ("archive_test_" + std::to_string(std::random_device{}()))).string();
  ~Folder() { fs::remove_all(path); }
};

Article article(std::size_t n) {
  Article a;
  a.id = "article-" + std::to_string(n) + "#2";
  a.part = 2;
  a.outlet = "Norda Wire";
  a.published = "2026-11-0" + std::to_string(n % 9 + 1);
  a.credits = {"Norda", "Velmark Press"};
  a.text = "The first.\n\n" + std::string(n * 40, 'x');
  a.paragraphs = {{0, 10}, {12, static_cast<std::uint32_t>(a.text.size())}};
  return a;
}

void fill(const std::string& folder, std::uint32_t from, std::uint32_t to) {
  Archive archive(folder, from);
  for (std::uint32_t n = from; n < to; ++n) archive.append(article(n));
  archive.commit();
}

}  // namespace

TEST_CASE("an archive gives back what was appended, and forgets what was not counted") {
  const Folder folder;
  fill(folder.path, 0, 100);
  fill(folder.path, 100, 150);
  fill(folder.path, 120, 130);  // a run that was stopped had written 30 more
  const Archive archive(folder.path, 130);
  for (std::uint32_t n = 0; n < 130; ++n) {
    const Article wanted = article(n);
    const Article got = archive.read(n);
    CHECK(got.id == wanted.id);
    CHECK(got.part == wanted.part);
    CHECK(got.text == wanted.text);
    CHECK(got.credits == wanted.credits);
    CHECK(got.paragraphs == wanted.paragraphs);
    CHECK(got.published == wanted.published);
  }
  CHECK_THROWS_AS(Archive(folder.path, 131), copies::Damaged);
}

TEST_CASE("a damaged archive is said to be damaged, never read wrongly") {
  const Folder folder;
  fill(folder.path, 0, 60);
  for (const char* name : {"texts", "places"}) {
    const fs::path path = fs::path(folder.path) / name;
    for (std::size_t at = 0; at < fs::file_size(path); at += 7) {
      CAPTURE(name);
      CAPTURE(at);
      const auto flip = [&] {
        std::fstream file(path, std::ios::in | std::ios::out | std::ios::binary);
        file.seekg(static_cast<std::streamoff>(at));
        const int byte = file.get();
        file.seekp(static_cast<std::streamoff>(at));
        file.put(static_cast<char>(byte ^ 4));
      };
      flip();
      try {
        const Archive archive(folder.path, 60);
        for (std::uint32_t n = 0; n < 60; ++n) {
          const Article got = archive.read(n);
          CHECK(got.text == article(n).text);
        }
      } catch (const copies::Damaged&) {
      }
      flip();
    }
  }
}
