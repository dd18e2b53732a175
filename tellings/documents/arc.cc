// A record is a line, `URL IP date type ... length`, and as many bytes as its
// last word says.  Version 1 has five words, version 2 ten; URLs may hold
// spaces, so the words are counted from the end, and the date, which is all
// digits, tells the versions apart.
#include "tellings/documents/arc.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tellings/base/limits.h"
#include "tellings/documents/headers.h"
#include "tellings/documents/http.h"
#include "tellings/documents/pages.h"

namespace tellings::documents {
namespace {

constexpr std::size_t kLongestLine = std::size_t{16} << 10;

struct Line {
  std::string_view url;
  std::string_view type;
  std::optional<std::uint64_t> length;  // nothing if it is no number
};

bool is_date(std::string_view word) {
  return word.size() >= 12 && word.size() <= 18 && word.find_first_not_of("0123456789") == std::string_view::npos;
}

std::optional<Line> parsed(std::string_view line) {
  line = trimmed(line);
  std::vector<std::string_view> words;
  for (std::size_t at = 0; at <= line.size();) {
    const std::size_t end = std::min(line.find(' ', at), line.size());
    words.push_back(line.substr(at, end - at));
    at = end + 1;
  }
  for (const std::size_t behind : {std::size_t{3}, std::size_t{8}}) {  // words from the date on, of versions 1 and 2
    if (words.size() < behind + 2 || !is_date(words[words.size() - behind])) continue;
    const std::string_view ip = words[words.size() - behind - 1];
    const std::string_view url = line.substr(0, static_cast<std::size_t>(ip.data() - line.data()));
    if (url.find(':') == std::string_view::npos) continue;
    return Line{trimmed(url), words[words.size() - behind + 1], whole_number(words.back())};
  }
  return std::nullopt;
}

class ArcReader {
 public:
  ArcReader(Window* window, Emitter* emit) : window_(window), emit_(emit) {}

  void read() {
    for (;;) {
      drop_line_ends();
      if (window_->want(1)) {
        take_record();
      } else if (window_->at_cut()) {
        window_->resume();
      } else {
        return;
      }
    }
  }

 private:
  void drop_line_ends() {
    while (window_->want(1) && (window_->view()[0] == '\n' || window_->view()[0] == '\r')) {
      window_->skip(std::min(window_->view().find_first_not_of("\r\n"), window_->view().size()));
    }
  }

  // The line in front without its end; one that is too long is cut.
  std::string_view line_in_front() {
    for (std::size_t n = 512; n <= kLongestLine; n *= 4) {
      const bool all = window_->want(n);
      const std::size_t end = window_->view().find('\n');
      if (end != std::string_view::npos || !all) return window_->view().substr(0, end);
    }
    return window_->view().substr(0, kLongestLine);
  }

  void skip_line(std::size_t size) { window_->skip(std::min(size + 1, window_->view().size())); }

  // Reports what is in front once and drops lines up to one that is a record's.
  void skip_to_next(const char* why) {
    if (!window_->at_cut()) emit_->reject(window_->offset(), Code::bad_syntax, why);
    do {
      skip_line(line_in_front().size());
    } while (window_->want(1) && !parsed(line_in_front()));
  }

  void take_record() {
    const std::string_view line = line_in_front();
    const auto found = parsed(line);
    if (!found) return skip_to_next("bytes between records");
    if (!found->length) return skip_to_next("a record without a length");
    const std::uint64_t offset = window_->offset();
    const std::string url = clean_uri(found->url);
    const bool description = url.starts_with("filedesc:");
    const std::string type(found->type);
    const std::uint64_t length = *found->length;
    skip_line(line.size());
    if (length > kLargestDocumentBytes) return skip_large(length, offset);
    if (!window_->want(length) && !window_->at_cut()) {
      emit_->reject(offset, Code::truncated, "a record that ends before its length");
    }
    const std::size_t there = std::min<std::size_t>(length, window_->view().size());
    const std::string_view block = window_->view().substr(0, there);
    Page page;
    if (!description) {
      const bool http = block.starts_with("HTTP/");
      emit_page(http ? page_of_response(block, &page) : page_of_resource(type, block, &page), page, url, offset, emit_);
    }
    window_->skip(there);
  }

  void skip_large(std::uint64_t length, std::uint64_t offset) {
    emit_->reject(offset, Code::too_large, "a record of more than 64 MiB");
    while (length > 0 && window_->want(1)) {
      const std::size_t n = std::min<std::uint64_t>(length, window_->view().size());
      window_->skip(n);
      length -= n;
    }
  }

  Window* window_;
  Emitter* emit_;
};

}  // namespace

void read_arc(Window* window, Emitter* emit) { ArcReader(window, emit).read(); }

}  // namespace tellings::documents
