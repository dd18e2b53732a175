// Writes what the line models see, for tools/train_lines.py.
//
//   dump_lines text|page < documents > rows
//
// A document is a 32-bit length and its bytes.  For each come the number of its
// lines and, for every line, the length of its text, the text, and its features
// as floats.  All numbers are 32 bits, little-endian.
#include <cstdint>
#include <cstdio>
#include <iostream>
#include <string>
#include <string_view>

#include "tellings/articles/features.h"
#include "tellings/articles/json_ld.h"
#include "tellings/articles/line.h"
#include "tellings/articles/page.h"
#include "tellings/articles/page_features.h"

namespace {

using namespace tellings::articles;

void put(std::uint32_t number) { std::fwrite(&number, sizeof number, 1, stdout); }

template <typename Rows>
void write(const Lines& lines, const Rows& rows) {
  put(static_cast<std::uint32_t>(lines.list.size()));
  for (std::size_t i = 0; i < rows.size(); ++i) {
    put(static_cast<std::uint32_t>(lines.list[i].text.size()));
    std::fwrite(lines.list[i].text.data(), 1, lines.list[i].text.size(), stdout);
    std::fwrite(rows[i].data(), sizeof(float), rows[i].size(), stdout);
  }
}

Lines lines_of_text(std::string_view text) {
  Lines lines;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    lines.add(text.substr(at, end - at), {}, {});
    at = end + 1;
  }
  return lines;
}

}  // namespace

int main(int argc, char** argv) {
  const bool pages = argc > 1 && std::string_view(argv[1]) == "page";
  std::uint32_t size = 0;
  while (std::fread(&size, sizeof size, 1, stdin) == 1) {
    std::string bytes(size, '\0');
    if (std::fread(bytes.data(), 1, size, stdin) != size) return 1;
    if (pages) {
      const Page page = read_page(bytes);
      write(page.lines, page_features(page.lines, known_of(page, read_json_ld(page.json_ld))));
    } else {
      const Lines lines = lines_of_text(bytes);
      write(lines, text_features(lines));
    }
  }
}
