// A quote opens a field only at its beginning, and closes it only before a
// separator or a line end: any other is a character like the rest, which reads
// the tables that programs write who do not double their quotes.  A quote that
// is never closed would swallow all that follows, so its line is given up and
// the next begins a row again, at most kResyncs times, since each may look at
// all that is left.
#include "tellings/documents/csv.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "tellings/base/limits.h"
#include "tellings/documents/charset.h"
#include "tellings/documents/headers.h"
#include "tellings/documents/record.h"

namespace tellings::documents {
namespace {

constexpr int kResyncs = 16;
constexpr std::size_t kLongestName = 64;
constexpr std::size_t kSampleBytes = std::size_t{256} << 10;

// Finds the fields of one row, in as many calls as its bytes come in.
class RowScanner {
 public:
  struct Cell {
    std::size_t begin, end;
    bool quoted;
  };

  explicit RowScanner(char separator) : separator_(separator) {}

  // True if the row that `view` begins with ends in it; `final`: no more comes.
  bool scan(std::string_view view, bool final) {
    while (at_ < view.size()) {
      if (fresh_ && view[at_] == '"') {
        quoted_ = inside_ = true;
        fresh_ = false;
        begin_ = ++at_;
      } else if (inside_) {
        if (!pass_quote(view, final)) return false;
      } else if (is_end(view[at_])) {
        const char c = view[at_];
        close(at_);
        if (c != separator_) {
          if (c == '\r' && at_ + 1 == view.size() && !final) return reopen();
          end_ = at_ + (view.substr(at_, 2) == "\r\n" ? 2 : 1);
          return true;
        }
        ++at_;
        fresh_ = true;
        begin_ = at_;
      } else {
        fresh_ = false;
        ++at_;
      }
    }
    if (!final || inside_) return false;
    close(at_);
    end_ = at_;
    return true;
  }

  bool in_quotes() const { return inside_; }
  const std::vector<Cell>& cells() const { return cells_; }
  std::size_t end() const { return end_; }  // one past the row's line end

 private:
  bool is_end(char c) const { return c == separator_ || c == '\n' || c == '\r'; }

  // Looks for the quote that closes the field; false if more bytes are needed.
  bool pass_quote(std::string_view view, bool final) {
    const std::size_t quote = view.find('"', at_);
    if (quote == std::string_view::npos) {
      at_ = view.size();
      return true;
    }
    at_ = quote;
    if (quote + 1 == view.size()) {
      if (!final) return false;
      inside_ = false;
      closing_ = quote;
      ++at_;
    } else if (view[quote + 1] == '"') {
      at_ += 2;
    } else {
      ++at_;
      if (is_end(view[at_])) {
        inside_ = false;
        closing_ = quote;
      }
    }
    return true;
  }

  void close(std::size_t at) {
    cells_.push_back({begin_, quoted_ ? closing_ : at, quoted_});
    quoted_ = false;
  }

  // A \r at the end of what is there: whether \n follows shows later.
  bool reopen() {
    quoted_ = cells_.back().quoted;
    cells_.pop_back();
    return false;
  }

  char separator_;
  std::size_t at_ = 0;
  std::size_t begin_ = 0;
  std::size_t closing_ = 0;
  std::size_t end_ = 0;
  bool fresh_ = true;    // at the beginning of a field
  bool quoted_ = false;  // the field began with a quote
  bool inside_ = false;  // which has not been closed
  std::vector<Cell> cells_;
};

std::string value_of(std::string_view row, const RowScanner::Cell& cell) {
  const std::string_view raw = row.substr(cell.begin, cell.end - cell.begin);
  if (!cell.quoted) return std::string(raw);
  std::string out;
  for (std::size_t at = 0; at < raw.size();) {
    const std::size_t quote = std::min(raw.find("\"\"", at), raw.size());
    out += raw.substr(at, quote - at);
    if (quote < raw.size()) out += '"';
    at = quote + 2;
  }
  return out;
}

std::string lowered(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
  }
  return out;
}

std::optional<Field> column(const FieldNames& names, std::string_view name) {
  const auto exact = names.find(trimmed(name));
  return exact ? exact : names.find(lowered(trimmed(name)));
}

// Excel's first line, which names the separator.
std::string_view without_sep_line(std::string_view head) {
  if (!lowered(head.substr(0, 4)).starts_with("sep=")) return head;
  return head.substr(std::min(head.find('\n'), head.size() - 1) + 1);
}

class Table {
 public:
  Table(Window* window, char separator, Emitter* emit)
      : window_(window), separator_(separator), emit_(emit), names_(emit->options()) {
    window_->want(kSampleBytes);
    charset_ = charset_of(window_->view().substr(0, kSampleBytes), {});
    window_->skip(window_->view().size() - without_sep_line(window_->view()).size());
  }

  void read() {
    while (window_->want(1) || window_->at_cut()) {
      if (window_->view().empty()) {
        window_->resume();
        skip_line();  // the second half of a row
      } else {
        take_row();
      }
    }
  }

 private:
  void take_row() {
    RowScanner row(separator_);
    for (;;) {
      const std::size_t size = window_->view().size();
      if (row.scan(window_->view(), false)) break;
      if (size > kLargestDocumentBytes) return give_up(Code::too_large, "a row of more than 64 MiB");
      if (window_->want(size + 1)) continue;
      if (window_->at_cut()) return window_->skip(size);  // reported with the damage
      if (row.scan(window_->view(), true)) break;
      return give_up(Code::bad_syntax, "a quote that is never closed");
    }
    if (row.end() > kLargestDocumentBytes) {
      emit_->reject(window_->offset(), Code::too_large, "a row of more than 64 MiB");
      return window_->skip(row.end());
    }
    const std::string_view bytes = window_->view().substr(0, row.end());
    const bool blank = row.cells().size() == 1 && trimmed(bytes).empty();
    if (blank) {
    } else if (columns_.empty()) {
      take_names(bytes, row.cells());
    } else {
      emit_row(bytes, row.cells());
    }
    window_->skip(row.end());
  }

  std::string words(std::string_view row, const RowScanner::Cell& cell) const {
    return decode(value_of(row, cell), charset_);
  }

  void take_names(std::string_view row, const std::vector<RowScanner::Cell>& cells) {
    for (const auto& cell : cells) {
      columns_.emplace_back(trimmed(words(row, cell)));
      fields_.push_back(column(names_, columns_.back()));
    }
  }

  void emit_row(std::string_view row, const std::vector<RowScanner::Cell>& cells) {
    Record record;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      std::string value = words(row, cells[i]);
      if (i >= columns_.size()) {
        if (!trimmed(value).empty()) record.wrong = "a row with more columns than the first";
      } else if (value.empty()) {
        continue;
      } else if (fields_[i] == Field::authors) {
        set_authors(value, &record);
      } else if (const auto field = fields_[i]) {
        record.set(*field, *field == Field::scraped ? lowered(value) : std::move(value));
      } else if (record.others.size() < 6) {
        record.others.push_back(columns_[i]);
      }
    }
    emit_record(std::move(record), window_->offset(), false, emit_);
  }

  static void set_authors(std::string_view value, Record* record) {
    while (!value.empty()) {
      const std::size_t end = std::min(value.find(';'), value.size());
      record->set(Field::authors, std::string(trimmed(value.substr(0, end))));
      value.remove_prefix(std::min(end + 1, value.size()));
    }
  }

  void give_up(Code code, const char* why) {
    emit_->reject(window_->offset(), code, why);
    if (++resyncs_ <= kResyncs) return skip_line();
    while (window_->want(1)) window_->skip(window_->view().size());
  }

  void skip_line() {
    while (window_->want(1)) {
      const std::size_t end = window_->view().find('\n');
      if (end != std::string_view::npos) return window_->skip(end + 1);
      window_->skip(window_->view().size());
    }
  }

  Window* window_;
  char separator_;
  Emitter* emit_;
  FieldNames names_;
  std::string_view charset_;
  std::vector<std::string> columns_;
  std::vector<std::optional<Field>> fields_;
  int resyncs_ = 0;
};

}  // namespace

std::optional<char> separator_of(std::string_view head, std::string_view name, const Options& options) {
  const FieldNames names(options);
  const std::string ending = lowered(name.substr(name.size() - std::min<std::size_t>(name.size(), 10)));
  const bool named = ending.find(".csv") != std::string::npos || ending.find(".tsv") != std::string::npos;
  head = without_sep_line(head);
  for (const char separator : {'\t', ',', ';', '|'}) {
    RowScanner row(separator);
    if (!row.scan(head, true) || row.cells().size() < 2) continue;
    int known = 0;
    bool content = false;
    bool fits = true;
    for (const auto& cell : row.cells()) {
      const std::string title = value_of(head, cell);
      const auto field = column(names, title);
      known += field.has_value();
      content |= field == Field::text || field == Field::html;
      fits &= title.size() <= kLongestName;
    }
    if (fits && (content || known >= 2 || named)) return separator;
  }
  return std::nullopt;
}

void read_csv(Window* window, char separator, Emitter* emit) { Table(window, separator, emit).read(); }

}  // namespace tellings::documents
