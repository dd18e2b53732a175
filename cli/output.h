// Where commands write: standard output, checked, and text made safe and neat
// for a terminal.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace tellings::cli {

// Appends to standard output.  Throws std::system_error when the machine does
// not take it (a full disk).
void write_out(std::string_view text);

// Hands everything written so far to the machine; throws as write_out() does.
void flush_out();

// How text may look: colours only for a terminal that wants them.
class Look {
 public:
  // `when` is auto, always or never; auto asks standard output, NO_COLOR
  // (https://no-color.org) and TERM.
  explicit Look(std::string_view when);

  std::string bold(std::string_view text) const { return paint("1", text); }
  std::string dim(std::string_view text) const { return paint("2", text); }
  std::string lit(std::string_view text) const { return paint("33", text); }
  std::string good(std::string_view text) const { return paint("36", text); }

  // Columns of the terminal, 0 if standard output is none: then nothing is cut.
  std::size_t columns() const { return columns_; }

 private:
  std::string paint(std::string_view code, std::string_view text) const;

  bool colour_ = false;
  std::size_t columns_ = 0;
};

// One line of text from an article, safe to show: control characters, which
// could take over a terminal, and line breaks become spaces.
std::string one_line(std::string_view text);

// The columns that text takes on a terminal: wide letters take two, marks none.
std::size_t display_width(std::string_view text);

// The text cut to at most `columns` with "…" where it was longer.
std::string cut_to(std::string_view text, std::size_t columns);

// Rows with a header, columns two spaces apart; the last is cut to the
// terminal, if there is one.  `right` lists the columns of numbers.
std::string table(const Look& look, const std::vector<std::string>& header,
                  const std::vector<std::vector<std::string>>& rows, const std::vector<std::size_t>& right = {});

// "1 article", "5 articles": English counts.
std::string counted(std::size_t n, std::string_view noun);

}  // namespace tellings::cli
