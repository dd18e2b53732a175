// A record's length is in its header, and the next record begins behind it.
// Where that is not so, the length is wrong or bytes are missing; then the next
// line that begins with `WARC/` is where the record ends, and the damage is
// reported.  Looking for that line costs one pass over the bytes that would
// have been the record's, so no input costs more than twice its length.
#include "tellings/documents/warc.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "tellings/base/limits.h"
#include "tellings/documents/charset.h"
#include "tellings/documents/headers.h"
#include "tellings/documents/http.h"
#include "tellings/documents/lines.h"
#include "tellings/documents/pages.h"

namespace tellings::documents {
namespace {

constexpr std::size_t kLargestHeader = std::size_t{256} << 10;
constexpr std::size_t kLook = 64;  // behind a record: line ends and the next version line
constexpr std::string_view kVersion = "WARC/";
constexpr std::string_view kNext = "\nWARC/";

class WarcReader {
 public:
  WarcReader(Window* window, Emitter* emit) : window_(window), emit_(emit) {}

  void read() {
    for (;;) {
      drop_space();
      if (window_->want(1)) {
        window_->want(kVersion.size());
        if (window_->view().starts_with(kVersion)) {
          take_record();
        } else {
          skip_to_next("bytes between records");
        }
      } else if (window_->at_cut()) {
        window_->resume();
      } else {
        return;
      }
    }
  }

 private:
  void drop_space() {
    while (window_->want(1)) {
      const std::size_t n = std::min(window_->view().find_first_not_of(" \t\r\n"), window_->view().size());
      if (n == 0) return;
      window_->skip(n);
    }
  }

  // Reports what is in front and drops it, up to a line that begins a record.
  // Behind a cut that has been reported already.
  void skip_to_next(const char* why) {
    if (!window_->at_cut()) emit_->reject(window_->offset(), Code::bad_syntax, why);
    for (;;) {
      const std::string_view view = window_->view();
      const std::size_t at = view.find(kNext, 0);
      if (at != std::string_view::npos) return window_->skip(at + 1);
      const std::size_t kept = std::min(view.size(), kNext.size() - 1);
      window_->skip(view.size() - kept);
      if (!window_->want(kept + 1)) return window_->skip(kept);
    }
  }

  // The header's length; 0 if it does not end within kLargestHeader.
  std::size_t find_header() {
    for (std::size_t n = 4096; n <= kLargestHeader; n *= 4) {
      const bool all = window_->want(n);
      if (const auto length = header_length(window_->view().substr(0, n))) return *length;
      if (!all) return 0;
    }
    return 0;
  }

  void take_record() {
    const std::size_t header = find_header();
    if (header == 0) return skip_to_next("a record whose header does not end");
    const std::uint64_t offset = window_->offset();
    const auto length = whole_number(Headers{window_->view().substr(0, header)}.value("Content-Length"));
    if (!length) return skip_to_next("a record without a Content-Length");
    if (*length > kLargestDocumentBytes && window_->want(header + kLargestDocumentBytes)) {
      return skip_large(header, *length, offset);
    }

    const std::size_t declared = header + static_cast<std::size_t>(*length);
    window_->want(declared + kLook);
    const std::size_t end = true_end(header, declared, offset);
    take_block(header, end, offset);
    window_->skip(std::min(end, window_->view().size()));
  }

  // Where the record ends: as declared, or at the next record if that is not
  // what follows there.
  std::size_t true_end(std::size_t header, std::size_t declared, std::uint64_t offset) {
    const std::string_view view = window_->view();
    if (declared <= view.size()) {
      const std::string_view behind = trimmed(view.substr(declared, kLook));
      if (behind.empty() || behind.starts_with(kVersion.substr(0, std::min(behind.size(), kVersion.size())))) {
        return declared;
      }
    }
    const std::size_t next = view.find(kNext, header - 1);
    const bool wrong = next < declared;
    if (declared > view.size() && !window_->at_cut() && !wrong) {
      emit_->reject(offset, Code::truncated, "a record that ends before its Content-Length");
    } else if (wrong) {
      emit_->reject(offset, Code::bad_syntax, "a record with a wrong Content-Length");
    }
    return std::min({wrong ? next + 1 : declared, view.size()});
  }

  // More than is read of one record: a film, or a length that is wrong.
  void skip_large(std::size_t header, std::uint64_t length, std::uint64_t offset) {
    emit_->reject(offset, Code::too_large, "a record of more than 64 MiB");
    window_->skip(header - 1);
    for (std::uint64_t left = length + 1; left > 0 && window_->want(1);) {
      window_->want(kNext.size());
      const std::string_view view = window_->view().substr(0, std::min<std::uint64_t>(left, window_->view().size()));
      const std::size_t at = view.find(kNext);
      if (at != std::string_view::npos) return window_->skip(at + 1);
      const std::size_t n = view.size() < kNext.size() ? view.size() : view.size() - (kNext.size() - 1);
      window_->skip(n);
      left -= n;
    }
  }

  void take_block(std::size_t header, std::size_t end, std::uint64_t offset) {
    const std::string_view view = window_->view();
    const Headers headers{view.substr(0, header)};
    const std::string_view block = view.substr(header, end - std::min(end, header));
    const std::string type = headers.value("WARC-Type");
    if (type != "response" && type != "resource" && type != "conversion") return;

    const std::string content = headers.value("Content-Type");
    const std::string uri = clean_uri(headers.value("WARC-Target-URI"));
    Page page;
    if (type == "conversion") {
      if (media_type(content) == "text/plain") emit_text(block, uri, offset, emit_);
    } else if (type == "resource" && !block.starts_with("HTTP/")) {
      emit_page(page_of_resource(content, block, &page), page, uri, offset, emit_);
    } else {
      emit_page(page_of_response(block, &page), page, uri, offset, emit_);
    }
  }

  Window* window_;
  Emitter* emit_;
};

}  // namespace

void read_warc(Window* window, Emitter* emit) { WarcReader(window, emit).read(); }

}  // namespace tellings::documents
