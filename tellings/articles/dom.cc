#include "tellings/articles/dom.h"

#include <array>
#include <memory>
#include <new>

// A page is fed to lexbor in chunks, and between two chunks its appetite is
// looked at: memory that the tree takes, and how many elements are open, for
// with every start tag the standard has the parser look through the open ones,
// so that 100,000 nested elements cost 5,000,000,000 steps.  The parser stays
// with the thread (keeping its arenas is worth 30 % of the time), unless a page
// made it large.
//
// Attributes: the tree compares each with all before it on its element, and of
// <b> and the like with those of the open ones; names that HTML does not know
// are kept in tables that do not grow.  So an element keeps its first thousand,
// the tables are made large, and a page that makes the parser compare too much,
// or knows too many names, is greedy too.  (The tokenizer would compare them
// once more, before anybody could take some away: it is told not to.)

namespace tellings::articles {
namespace {

constexpr std::size_t kChunkBytes = 16 << 10;
constexpr std::size_t kMostOpen = 3000;  // news pages have under 60
constexpr std::size_t kMostTreeBytes = std::size_t{96} << 20;
constexpr std::size_t kMostPageBytes = std::size_t{16} << 20;
constexpr std::size_t kMostAttributes = 1000;      // of an element; an image with all its sizes has under 100
constexpr std::size_t kMostCompared = 50'000'000;  // pairs of attributes
constexpr std::size_t kMostNames = 300'000;        // that HTML does not know; pages have under 300
constexpr std::size_t kKeptTreeBytes = std::size_t{24} << 20;

struct Destroy {
  void operator()(lxb_html_document_t* d) const { lxb_html_document_destroy(d); }
};
using Document = std::unique_ptr<lxb_html_document_t, Destroy>;

// A table of names with chains enough for kMostNames.
lexbor_hash_t* large_table(lexbor_hash_t* small, std::size_t entry_bytes) {
  constexpr std::size_t kChains = 8192;  // 64 KB, cleared with every page
  lexbor_hash_destroy(small, true);
  lexbor_hash_t* table = lexbor_hash_create();
  if (lexbor_hash_init(table, kChains, entry_bytes) != LXB_STATUS_OK) throw std::bad_alloc();
  return table;
}

Document new_document() {
  Document out(lxb_html_document_create());
  if (out == nullptr) throw std::bad_alloc();
  out->dom_document.tags = large_table(out->dom_document.tags, sizeof(lxb_tag_data_t));
  out->dom_document.attrs = large_table(out->dom_document.attrs, sizeof(lxb_dom_attr_data_t));
  return out;
}

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
  const std::size_t names = lexbor_dobject_allocated(d->dom_document.tags->entries) +
                            lexbor_dobject_allocated(d->dom_document.attrs->entries);
  return p->tree->open_elements->length > kMostOpen || tree_bytes(d) > kMostTreeBytes || names > kMostNames;
}

// Takes from a tag what it has beyond kMostAttributes, but for the last, which
// may still be read; returns how many are left.
std::size_t trim_attributes(lxb_html_tokenizer_t* tokenizer, lxb_html_token_t* token) {
  std::size_t count = 0;
  for (lxb_html_token_attr_t* a = token->attr_first; a != nullptr;) {
    lxb_html_token_attr_t* next = a->next;
    if (count < kMostAttributes || next == nullptr) {
      ++count;
    } else {
      lxb_html_token_attr_delete(token, a, tokenizer->dobj_token_attr);
    }
    a = next;
  }
  return count;
}

// Stands between the tokenizer and the tree: writes to each text node which
// bytes of the page it is made from, and trims tags.
class Between {
 public:
  Between(lxb_html_document_t* document, std::string_view html)
      : parser_(static_cast<lxb_html_parser_t*>(document->dom_document.parser)),
        build_(parser_->tkz->callback_token_done),
        tree_(parser_->tkz->callback_token_ctx),
        html_(reinterpret_cast<const lxb_char_t*>(html.data())) {
    parser_->tkz->opt |= LXB_HTML_TOKENIZER_OPT_ATTR_KEEP_DUPLICATE;
    lxb_html_tokenizer_callback_token_done_set(parser_->tkz, take, this);
  }
  ~Between() { lxb_html_tokenizer_callback_token_done_set(parser_->tkz, build_, tree_); }
  Between(const Between&) = delete;
  Between& operator=(const Between&) = delete;

  // Between two chunks: whether the tags have made the tree compare too much.
  bool is_greedy() {
    trim_attributes(parser_->tkz, parser_->tkz->token);
    return compared_ > kMostCompared;
  }

 private:
  static lxb_html_token_t* take(lxb_html_tokenizer_t* tokenizer, lxb_html_token_t* token, void* self) {
    auto* me = static_cast<Between*>(self);
    if (token->attr_first != nullptr) {
      const std::size_t attributes = trim_attributes(tokenizer, token);
      me->compared_ += attributes * (attributes + me->parser_->tree->open_elements->length);
    }
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

  std::uint32_t place(const lxb_char_t* at) const { return static_cast<std::uint32_t>(at - html_); }

  lxb_html_parser_t* parser_;
  lxb_html_tokenizer_token_f build_;
  void* tree_;
  const lxb_char_t* html_;
  std::size_t compared_ = 0;
};

}  // namespace

Dom::Dom(std::string_view html) {
  Document& kept = parser();
  if (!kept) kept = new_document();
  document_ = kept.get();
  if (lxb_html_document_parse_chunk_begin(document_) != LXB_STATUS_OK) throw std::bad_alloc();
  // What browsers do when elements come and go: choose an option of a list, by a
  // look at all options with each that comes.
  static constexpr std::array<lxb_html_document_open_elements_pop_f, LXB_TAG__LAST_ENTRY> kNoSteps{};
  lxb_dom_document_mutation_init(&document_->dom_document);
  document_->open_pop = kNoSteps.data();
  // Not reset by lxb_html_document_clean(): a page would be read as the one before it was.
  document_->dom_document.compat_mode = LXB_DOM_DOCUMENT_CMODE_NO_QUIRKS;
  Between between(document_, html);
  whole_ = html.size() <= kMostPageBytes;
  html = html.substr(0, kMostPageBytes);
  for (std::size_t at = 0; at < html.size(); at += kChunkBytes) {
    const std::string_view chunk = html.substr(at, kChunkBytes);
    if (lxb_html_document_parse_chunk(document_, reinterpret_cast<const lxb_char_t*>(chunk.data()), chunk.size()) !=
        LXB_STATUS_OK)
      throw std::bad_alloc();
    const bool greedy = between.is_greedy() || is_greedy(document_);
    if (greedy && at + kChunkBytes < html.size()) {
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
