// Records are cut out first, then parsed one by one, so that a broken one
// costs itself only.
//
// Lines are cut at \n: a JSON string cannot hold one, so the next line is always
// a new chance.  Anything else (an array, objects that go over several lines)
// is cut by counting brackets outside of strings.  There a quote that is
// missing swallows what follows; then the next line that begins with a brace is
// taken for a record again, at most kResyncs times, since each may look at all
// that is left.
#include "tellings/documents/json.h"

#include <algorithm>
#include <cstring>
#include <string>

#include "tellings/base/limits.h"
#include "tellings/documents/json_record.h"

namespace tellings::documents {
namespace {

constexpr int kResyncs = 16;
constexpr std::string_view kSpace = " \t\r\n";

// --- lines ----------------------------------------------------------------------------

class Lines {
 public:
  Lines(Window* window, Emitter* emit) : window_(window), parser_(emit), emit_(emit) {}

  void read() {
    while (window_->want(1) || window_->at_cut()) {
      const std::size_t end = find_end();
      if (end > kLargestDocumentBytes) {
        emit_->reject(window_->offset(), Code::too_large, "a line of more than 64 MiB");
        skip_line();
        continue;
      }
      const std::string_view view = window_->view();
      const std::string_view line = view.substr(0, end);
      // Before and behind damage stand halves of lines: what can be read of
      // them is, the damage itself has been reported.
      const bool half = after_cut_ || (end == view.size() && window_->at_cut());
      if (line.find_first_not_of(kSpace) != std::string_view::npos) {
        const std::size_t readable = view.size() - end + window_->readable_behind();
        parser_.read(line, readable, window_->offset(), {.whole = false, .quiet = half});
      }
      after_cut_ = false;
      window_->skip(std::min(end + 1, view.size()));
      if (window_->view().empty() && window_->at_cut()) {
        window_->resume();
        after_cut_ = true;
      }
    }
  }

 private:
  // The length of the line in front, or more than the largest.
  std::size_t find_end() {
    std::size_t searched = 0;
    for (;;) {
      const std::string_view view = window_->view();
      const std::size_t at = view.find('\n', searched);
      if (at != std::string_view::npos) return at;
      searched = view.size();
      if (searched > kLargestDocumentBytes || !window_->want(searched + 1)) return searched;
    }
  }

  void skip_line() {
    while (window_->want(1)) {
      const std::size_t at = window_->view().find('\n');
      if (at != std::string_view::npos) return window_->skip(at + 1);
      window_->skip(window_->view().size());
    }
    if (window_->at_cut()) window_->resume();
  }

  Window* window_;
  RecordParser parser_;
  Emitter* emit_;
  bool after_cut_ = false;
};

// --- values over several lines --------------------------------------------------------

// Finds the end of the value that begins with a bracket at 0, looking at
// `*seen` bytes and more only.
class Balance {
 public:
  // One past the value's end in `view`, which has grown since the last call;
  // npos if it is not there yet.
  std::size_t find_end(std::string_view view) {
    while (at_ < view.size()) {
      const char c = view[at_];
      if (in_string_) {
        const std::size_t quote = view.find('"', at_);
        at_ = quote == std::string_view::npos ? view.size() : quote + 1;
        in_string_ = quote == std::string_view::npos || is_escaped(view, quote);
        continue;
      }
      ++at_;
      if (c == '"') {
        in_string_ = true;
      } else if (c == '{' || c == '[') {
        ++depth_;
      } else if ((c == '}' || c == ']') && --depth_ == 0) {
        return at_;
      }
    }
    return std::string_view::npos;
  }

 private:
  // True behind an odd number of backslashes.
  static bool is_escaped(std::string_view view, std::size_t quote) {
    std::size_t slashes = 0;
    while (slashes < quote && view[quote - 1 - slashes] == '\\') ++slashes;
    return slashes % 2 == 1;
  }

  std::size_t at_ = 0;
  std::size_t depth_ = 0;
  bool in_string_ = false;
};

class Values {
 public:
  Values(Window* window, Emitter* emit) : window_(window), parser_(emit), emit_(emit) {}

  void read() {
    for (;;) {
      if (!window_->want(1)) {
        if (!window_->at_cut()) break;
        window_->resume();
        continue;
      }
      const std::string_view view = window_->view();
      const std::size_t at = view.find_first_not_of(" \t\r\n,[]");
      if (at != 0) {
        window_->skip(std::min(at, view.size()));
      } else if (view[0] == '{') {
        take_object();
      } else {
        skip_other();
      }
    }
    if (holds_) emit_held(count_ == 1);
  }

 private:
  void take_object() {
    Balance balance;
    for (;;) {
      const std::size_t end = balance.find_end(window_->view());
      if (end != std::string_view::npos) return take(end);
      const std::size_t size = window_->view().size();
      if (size > kLargestDocumentBytes) return resync(Code::too_large, "an object of more than 64 MiB");
      if (!window_->want(size + 1)) return resync(Code::truncated, "an object that is never closed");
    }
  }

  // The first object waits for the second, to know if it is all of the file.
  void take(std::size_t end) {
    if (holds_) emit_held(false);
    ++count_;
    held_ = window_->view().substr(0, end);
    holds_ = true;
    held_offset_ = window_->offset();
    window_->skip(end);
  }

  void emit_held(bool whole) {
    parser_.read(held_, 0, held_offset_, {.whole = whole, .quiet = false});
    holds_ = false;
  }

  void resync(Code code, const char* why) {
    if (holds_) emit_held(false);
    ++count_;
    emit_->reject(window_->offset(), code, why);
    if (++resyncs_ > kResyncs) return drop_rest();
    std::string_view view = window_->view();
    for (std::size_t at = 1; (at = view.find('\n', at)) != std::string_view::npos; ++at) {
      const std::size_t next = view.find_first_not_of(kSpace, at);
      if (next == std::string_view::npos || view[next] != '{') continue;
      return window_->skip(next);
    }
    drop_rest();
  }

  void drop_rest() {
    while (window_->want(1)) window_->skip(window_->view().size());
    if (window_->at_cut()) window_->resume();
  }

  // A number, word or string where an object should be.
  void skip_other() {
    if (holds_) emit_held(false);
    ++count_;
    emit_->reject(window_->offset(), Code::bad_syntax, "not a JSON object");
    for (;;) {
      const std::string_view view = window_->view();
      const std::size_t at = view.find_first_of("{\n");
      window_->skip(std::min(at, view.size()));
      if (at != std::string_view::npos || !window_->want(1)) return;
    }
  }

  Window* window_;
  RecordParser parser_;
  Emitter* emit_;
  std::string held_;  // if holds_
  bool holds_ = false;
  std::uint64_t held_offset_ = 0;
  int count_ = 0;
  int resyncs_ = 0;
};

// True if the file is one record a line: its first line closes what it opens,
// or the second opens a record again.
bool is_lines(Window* window) {
  constexpr std::size_t kLook = std::size_t{1} << 20;
  window->want(kLook);
  std::string_view view = window->view().substr(0, kLook);
  view.remove_prefix(std::min(view.find_first_not_of(kSpace), view.size()));
  if (!view.starts_with('{')) return !view.starts_with('[');
  const std::size_t newline = view.find('\n');
  if (newline == std::string_view::npos) return true;
  if (Balance().find_end(view.substr(0, newline)) != std::string_view::npos) return true;
  const std::size_t next = view.find_first_not_of("\r\n", newline);
  return next != std::string_view::npos && view[next] == '{';
}

}  // namespace

void read_json(Window* window, Emitter* emit) {
  if (is_lines(window)) {
    Lines(window, emit).read();
  } else {
    Values(window, emit).read();
  }
}

}  // namespace tellings::documents
