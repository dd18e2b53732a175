#include "tellings/articles/dom.h"

#include <algorithm>
#include <memory>
#include <new>
#include <string>

#include "tellings/model/origin.h"

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

// The page with the attributes of monstrous tags cut off, in `*room`, and the
// way back in `*origin`; nothing to cut, which is nearly always so: the page
// itself.
std::string_view without_monstrous_tags(std::string_view html, std::string* room, Origin* origin) {
  std::size_t copied = 0;
  // From `>` to the farthest `>` near it: what lies between are short tags.
  const auto past_short = [html](std::size_t at) {
    for (;;) {
      const std::size_t last = html.substr(0, at + kLongTagBytes).rfind('>');
      if (last == std::string_view::npos || last < at) return html.find('<', at);
      at = last + 1;
    }
  };
  for (std::size_t at = past_short(0); at < html.size(); at = past_short(at + 1)) {
    const std::size_t near = html.substr(at + 1, kLongTagBytes).find('>');
    if (near != std::string_view::npos) {
      at += near;
      continue;
    }
    const std::size_t end = std::min(html.find_first_of("<>", at + 1), html.size());
    if (end - at <= kLongTagBytes) continue;
    if (std::ranges::count(html.substr(at, end - at), ' ') > kMostSpacesInTag) {
      const std::size_t kept = at + kLongTagBytes / 2 - copied;
      room->append(html.substr(copied, kept));
      origin->append(1, 1, kept);
      origin->append(0, 1, end - copied - kept);
      copied = end;
    }
    at = end - 1;
  }
  if (copied == 0) return html;
  room->append(html.substr(copied));
  origin->append(1, 1, html.size() - copied);
  return *room;
}

// Writes to each text node, while the tree grows, which bytes of the page it is
// made from: between the tokenizer and the tree.
class Locating {
 public:
  Locating(lxb_html_document_t* document, std::string_view html, const Origin& origin)
      : parser_(static_cast<lxb_html_parser_t*>(document->dom_document.parser)),
        build_(parser_->tkz->callback_token_done),
        tree_(parser_->tkz->callback_token_ctx),
        html_(reinterpret_cast<const lxb_char_t*>(html.data())),
        origin_(origin) {
    lxb_html_tokenizer_callback_token_done_set(parser_->tkz, take, this);
  }
  ~Locating() { lxb_html_tokenizer_callback_token_done_set(parser_->tkz, build_, tree_); }
  Locating(const Locating&) = delete;
  Locating& operator=(const Locating&) = delete;

 private:
  static lxb_html_token_t* take(lxb_html_tokenizer_t* tokenizer, lxb_html_token_t* token, void* self) {
    const auto* me = static_cast<const Locating*>(self);
    const bool text = token->tag_id == LXB_TAG__TEXT && token->begin != nullptr && token->end > token->begin;
    const std::uint64_t begin = me->place(token->begin), end = me->place(token->end);
    lxb_html_token_t* next = me->build_(tokenizer, token, me->tree_);
    if (!text || next == nullptr) return next;
    const lxb_dom_node_t* around = lxb_html_tree_current_node(me->parser_->tree);
    lxb_dom_node_t* node = around == nullptr ? nullptr : around->last_child;
    if (node == nullptr || node->type != LXB_DOM_NODE_TYPE_TEXT) return next;
    const std::uint64_t first = node->user == nullptr ? begin : span_of(node).begin;
    node->user = reinterpret_cast<void*>(first << 32 | end);
    return next;
  }

  std::uint32_t place(const lxb_char_t* at) const { return origin_.source_of(static_cast<std::uint32_t>(at - html_)); }

  lxb_html_parser_t* parser_;
  lxb_html_tokenizer_token_f build_;
  void* tree_;
  const lxb_char_t* html_;
  const Origin& origin_;
};

}  // namespace

Dom::Dom(std::string_view html) {
  std::string room;
  Origin origin;
  html = without_monstrous_tags(html, &room, &origin);
  Document& kept = parser();
  if (!kept) kept.reset(lxb_html_document_create());
  document_ = kept.get();
  if (document_ == nullptr || lxb_html_document_parse_chunk_begin(document_) != LXB_STATUS_OK) throw std::bad_alloc();
  // Not reset by lxb_html_document_clean(): a page would be read as the one before it was.
  document_->dom_document.compat_mode = LXB_DOM_DOCUMENT_CMODE_NO_QUIRKS;
  const Locating locating(document_, html, origin);
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
