#include "cli/output.h"

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <system_error>

#include "tellings/base/utf8.h"

namespace tellings::cli {
namespace {

[[noreturn]] void fail() { throw std::system_error(errno, std::generic_category(), "standard output"); }

// East Asian wide and fullwidth blocks (UAX #11), and emoji.
bool is_wide(char32_t c) {
  return (c >= 0x1100 && c <= 0x115F) || (c >= 0x2E80 && c <= 0xA4CF) || (c >= 0xAC00 && c <= 0xD7A3) ||
         (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFE30 && c <= 0xFE6F) || (c >= 0xFF00 && c <= 0xFF60) ||
         (c >= 0xFFE0 && c <= 0xFFE6) || (c >= 0x1F300 && c <= 0x1F64F) || (c >= 0x1F900 && c <= 0x1F9FF) ||
         (c >= 0x20000 && c <= 0x3FFFD);
}

bool is_mark(char32_t c) {
  return (c >= 0x300 && c <= 0x36F) || (c >= 0x591 && c <= 0x5BD) || (c >= 0x610 && c <= 0x61A) ||
         (c >= 0x64B && c <= 0x65F) || (c >= 0x200B && c <= 0x200F) || (c >= 0x20D0 && c <= 0x20FF) ||
         (c >= 0xFE00 && c <= 0xFE0F);
}

std::size_t width_of(char32_t c) { return is_mark(c) ? 0 : is_wide(c) ? 2 : 1; }

}  // namespace

void write_out(std::string_view text) {
  if (std::fwrite(text.data(), 1, text.size(), stdout) != text.size()) fail();
}

void flush_out() {
  if (std::fflush(stdout) != 0) fail();
}

Look::Look(std::string_view when) {
  const bool terminal = isatty(STDOUT_FILENO) == 1;
  const char* no_color = std::getenv("NO_COLOR");
  const char* term = std::getenv("TERM");
  const bool wanted = terminal && !(no_color && *no_color) && !(term && std::string_view(term) == "dumb");
  colour_ = when == "always" || (when == "auto" && wanted);
  if (terminal) {
    winsize size{};
    columns_ = ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col : 80;
  }
}

std::string Look::paint(std::string_view code, std::string_view text) const {
  return colour_ ? fmt::format("\x1b[{}m{}\x1b[0m", code, text) : std::string(text);
}

std::string one_line(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    at += c.length;
    const bool control = c.value < 0x20 || (c.value >= 0x7F && c.value < 0xA0) ||
                         (c.value >= 0x202A && c.value <= 0x202E) || (c.value >= 0x2066 && c.value <= 0x2069) ||
                         c.value == 0x2028 || c.value == 0x2029;
    if (!control) {
      append_utf8(c.value, &out);
    } else if (!out.empty() && out.back() != ' ') {
      out += ' ';
    }
  }
  return out;
}

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    if (c.value == 0x1B) {  // a colour of ours: up to its m
      at = std::min(text.find('m', at), text.size() - 1) + 1;
      continue;
    }
    width += width_of(c.value);
    at += c.length;
  }
  return width;
}

std::string cut_to(std::string_view text, std::size_t columns) {
  if (display_width(text) <= columns) return std::string(text);
  std::size_t width = 0;
  std::size_t at = 0;
  while (at < text.size()) {
    const CodePoint c = code_point_at(text, at);
    if (width + width_of(c.value) + 1 > columns) break;
    width += width_of(c.value);
    at += c.length;
  }
  return std::string(text.substr(0, at)) + "…";
}

std::string table(const Look& look, const std::vector<std::string>& header,
                  const std::vector<std::vector<std::string>>& rows, const std::vector<std::size_t>& right) {
  const std::size_t columns = header.size();
  std::vector<std::size_t> widths(columns);
  for (std::size_t c = 0; c < columns; ++c) {
    widths[c] = display_width(header[c]);
    for (const auto& row : rows) widths[c] = std::max(widths[c], display_width(row[c]));
  }
  std::size_t before_last = 0;
  for (std::size_t c = 0; c + 1 < columns; ++c) before_last += widths[c] + 2;
  const std::size_t last =
      look.columns() == 0 ? std::string::npos : std::max<std::size_t>(look.columns(), before_last + 20) - before_last;

  const auto line = [&](const std::vector<std::string>& cells) {
    std::string out;
    for (std::size_t c = 0; c < columns; ++c) {
      const std::string cell = c + 1 == columns ? cut_to(cells[c], last) : cells[c];
      const std::string pad(c + 1 == columns ? 0 : widths[c] - display_width(cell), ' ');
      out += std::ranges::find(right, c) != right.end() ? pad + cell : cell + pad;
      if (c + 1 < columns) out += "  ";
    }
    while (out.ends_with(' ')) out.pop_back();
    return out;
  };
  std::string out = look.dim(line(header)) + "\n";
  for (const auto& row : rows) out += line(row) + "\n";
  return out;
}

std::string counted(std::size_t n, std::string_view noun) {
  if (n == 1) return fmt::format("1 {}", noun);
  const bool after_vowel = noun.size() > 1 && std::string_view("aeiou").contains(noun[noun.size() - 2]);  // days
  if (noun.ends_with('y') && !after_vowel) return fmt::format("{} {}ies", n, noun.substr(0, noun.size() - 1));
  return fmt::format("{} {}s", n, noun);
}

}  // namespace tellings::cli
