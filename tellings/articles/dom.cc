#include "tellings/articles/dom.h"

#include <algorithm>
#include <memory>
#include <new>
#include <string>

// A page is fed to lexbor in chunks, and between two chunks its appetite is
// looked at: memory that the tree takes, and how many elements are open, for
// with every start tag the standard has the parser look through the open ones,
// so that 100,000 nested elements cost 5,000,000,000 steps.  The parser stays
// with the thread (keeping its arenas is worth 30 % of the time), unless a page
// made it large.

namespace tellings::articles {
namespace {

constexpr std::size_t kChunkBytes = 16 << 10;
constexpr std::size_t kMostOpen = 3000;  // news pages have under 60
constexpr std::size_t kMostTreeBytes = std::size_t{96} << 20;
constexpr std::size_t kMostPageBytes = std::size_t{24} << 20;
constexpr std::size_t kKeptTreeBytes = std::size_t{24} << 20;

struct Destroy {
  void operator()(lxb_html_document_t* d) const { lxb_html_document_destroy(d); }
};
using Document = std::unique_ptr<lxb_html_document_t, Destroy>;

// The thread's parser: scratch memory, no state that an answer depends on.
Document& parser() {
  thread_local Document document;
  return document;
}

std::size_t arena_bytes(const lexbor_mem_t* mem) {
  std::size_t bytes = 0;
  for (const lexbor_mem_chunk_t* c = mem->chunk_first; c != nullptr; c = c->next) bytes += c->size;
  return bytes;
}

std::size_t tree_bytes(const lxb_html_document_t* d) {
  return arena_bytes(d->dom_document.mraw->mem) + arena_bytes(d->dom_document.text->mem);
}

bool is_greedy(const lxb_html_document_t* d) {
  const auto* p = static_cast<const lxb_html_parser_t*>(d->dom_document.parser);
  return p->tree->open_elements->length > kMostOpen || tree_bytes(d) > kMostTreeBytes;
}

// A tag with more spaces than this is no tag that somebody wrote: its
// attributes are cut off, since the parser compares each with all before it.
constexpr std::ptrdiff_t kMostSpacesInTag = 1000;
constexpr std::size_t kLongTagBytes = 4 << 10;

// The page with the attributes of monstrous tags cut off, in `*room`; nothing
// to cut, which is nearly always so: the page itself.
std::string_view without_monstrous_tags(std::string_view html, std::string* room) {
  std::size_t copied = 0;
  for (std::size_t at = html.find('<'); at < html.size(); at = html.find('<', at + 1)) {
    const std::size_t near = html.substr(at + 1, kLongTagBytes).find('>');
    if (near != std::string_view::npos) {
      at += near;
      continue;
    }
    const std::size_t end = std::min(html.find_first_of("<>", at + 1), html.size());
    if (end - at <= kLongTagBytes) continue;
    if (std::ranges::count(html.substr(at, end - at), ' ') > kMostSpacesInTag) {
      room->append(html.substr(copied, at + kLongTagBytes / 2 - copied));
      copied = end;
    }
    at = end - 1;
  }
  if (copied == 0) return html;
  room->append(html.substr(copied));
  return *room;
}

}  // namespace

Dom::Dom(std::string_view html) {
  std::string room;
  html = without_monstrous_tags(html, &room);
  Document& kept = parser();
  if (!kept) kept.reset(lxb_html_document_create());
  document_ = kept.get();
  if (document_ == nullptr || lxb_html_document_parse_chunk_begin(document_) != LXB_STATUS_OK) throw std::bad_alloc();
  whole_ = html.size() <= kMostPageBytes;
  html = html.substr(0, kMostPageBytes);
  for (std::size_t at = 0; at < html.size(); at += kChunkBytes) {
    const std::string_view chunk = html.substr(at, kChunkBytes);
    if (lxb_html_document_parse_chunk(document_, reinterpret_cast<const lxb_char_t*>(chunk.data()), chunk.size()) !=
        LXB_STATUS_OK)
      throw std::bad_alloc();
    if (is_greedy(document_) && at + kChunkBytes < html.size()) {
      whole_ = false;
      break;
    }
  }
  if (lxb_html_document_parse_chunk_end(document_) != LXB_STATUS_OK) throw std::bad_alloc();
}

Dom::~Dom() {
  if (!whole_ || tree_bytes(document_) > kKeptTreeBytes) {
    parser().reset();
  } else {
    lxb_html_document_clean(document_);
  }
}

std::string_view attribute(lxb_dom_node_t* element, std::string_view name) {
  std::size_t length = 0;
  const lxb_char_t* value = lxb_dom_element_get_attribute(
      lxb_dom_interface_element(element), reinterpret_cast<const lxb_char_t*>(name.data()), name.size(), &length);
  return value == nullptr ? std::string_view() : std::string_view(reinterpret_cast<const char*>(value), length);
}

}  // namespace tellings::articles
