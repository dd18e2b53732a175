#include "tellings/documents/documents.h"

#include <memory>
#include <optional>
#include <utility>

#include "tellings/base/limits.h"
#include "tellings/documents/arc.h"
#include "tellings/documents/charset.h"
#include "tellings/documents/csv.h"
#include "tellings/documents/emitter.h"
#include "tellings/documents/feed.h"
#include "tellings/documents/json.h"
#include "tellings/documents/lines.h"
#include "tellings/documents/mhtml.h"
#include "tellings/documents/recognise.h"
#include "tellings/documents/unpack.h"
#include "tellings/documents/warc.h"
#include "tellings/documents/window.h"

namespace tellings::documents {
namespace {

constexpr std::size_t kHeadBytes = std::size_t{64} << 10;
constexpr std::string_view kSpace = " \t\r\n\f\v";
constexpr int kMostPackings = 3;  // page.html.gz inside a .zst, and one more

// Makes the head of the input visible, behind space and damage if it begins
// with those.
void look(Window* window) {
  while (!window->want(kHeadBytes) || window->view().find_first_not_of(kSpace) == std::string_view::npos) {
    if (window->view().find_first_not_of(kSpace) != std::string_view::npos) return;
    const bool more = window->want(1) || window->at_cut();
    if (!more) return;
    window->skip(window->view().size());
    if (window->at_cut()) window->resume();
  }
}

std::unique_ptr<Window> open(const Input& input, Emitter* emit) {
  auto window =
      input.more ? std::make_unique<Window>(pulled(input.bytes, input.more)) : std::make_unique<Window>(input.bytes);
  const Report report = [emit](std::uint64_t offset, Code code, std::string detail) {
    emit->reject(offset, code, std::move(detail));
  };
  look(window.get());
  for (int i = 0; i < kMostPackings; ++i) {
    const Packing packing = packing_of(window->view());
    if (packing == Packing::none) break;
    window = std::make_unique<Window>(unpack(packing, std::move(window), report));
    look(window.get());
  }
  return window;
}

// All of an input in UTF-8, for readers that need it at once.
std::optional<std::string> take_decoded(Window* window, Emitter* emit) {
  auto bytes = take_all(window, kLargestDocumentBytes);
  if (bytes) return to_utf8(*bytes, {.label = {}, .markup = true});
  emit->reject(0, Code::too_large, "a feed of more than 64 MiB");
  return std::nullopt;
}

void read_saved(Window* window, Emitter* emit) {
  const auto bytes = take_all(window, kLargestDocumentBytes);
  if (!bytes) return emit->reject(0, Code::too_large, "a saved page of more than 64 MiB");
  read_mhtml(*bytes, emit);
}

// An input that is one document.  `before` is of what was done to its bytes
// before they came here.
void read_whole(Window* window, Content content, const Origin& before, Emitter* emit) {
  const auto bytes = take_all(window, kLargestPageBytes);
  if (!bytes) return emit->reject(0, Code::too_large, "a page of more than 8 MiB");
  Document d;
  d.content = content;
  d.origins = {before, {}, {}};
  d.bytes = to_utf8(*bytes, {.label = {}, .markup = content == Content::html}, &d.origins[1]);
  if (content != Content::html) d.bytes = normal_lines(d.bytes, &d.origins[2]);
  emit->whole(std::move(d));
}

void read_recognised(Window* window, const Origin& before, Emitter* emit) {
  const Recognised found = recognise(window->view().substr(0, kHeadBytes), emit->input().source, emit->options());
  switch (found.kind) {
    case Kind::empty: return emit->reject(std::nullopt, Code::empty, "no bytes but space");
    case Kind::other: return emit->reject(std::nullopt, Code::unsupported, found.what);
    case Kind::warc: return read_warc(window, emit);
    case Kind::arc: return read_arc(window, emit);
    case Kind::json: return read_json(window, emit);
    case Kind::csv: return read_csv(window, found.separator, emit);
    case Kind::feed:
      if (const auto feed = take_decoded(window, emit)) read_feed(*feed, emit);
      return;
    case Kind::mhtml: return read_saved(window, emit);
    case Kind::html: return read_whole(window, Content::html, before, emit);
    case Kind::text: return read_whole(window, Content::dirty_text, before, emit);
  }
}

}  // namespace

void read(const Input& input, const Options& options, Sink* sink) {
  Emitter emit(input, options, sink);
  const auto window = open(input, &emit);
  const std::string_view charset = charset_of(window->view().substr(0, kHeadBytes), {});
  if (charset.starts_with("utf-16")) {
    const auto bytes = take_all(window.get(), kLargestDocumentBytes);
    if (!bytes) return emit.reject(0, Code::too_large, "more than 64 MiB in UTF-16");
    Origin origin;
    const std::string decoded = decode(*bytes, charset, &origin);
    Window utf8{std::string_view(decoded)};
    read_recognised(&utf8, origin, &emit);
  } else {
    if (window->view().starts_with("\xEF\xBB\xBF")) window->skip(3);
    Origin skipped;
    skipped.append(0, 1, window->position());
    read_recognised(window.get(), skipped, &emit);
  }
  if (emit.documents() + emit.rejections() == 0)
    emit.reject(std::nullopt, Code::no_article, "no page and no text in it");
}

}  // namespace tellings::documents
