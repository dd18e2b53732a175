#include "tellings/articles/page.h"

#include <algorithm>
#include <array>

#include "tellings/articles/date.h"
#include "tellings/articles/dom.h"
#include "tellings/articles/hints.h"
#include "tellings/base/hash.h"
#include "tellings/base/table.h"

// One walk over the tree.  Text gathers in a line until a block element begins
// or ends; the line's place is that of the block element around it.  What is
// known of the open elements lies in a stack of levels, a level an element, so
// the walk needs no recursion and a page's depth costs memory only.

namespace tellings::articles {
namespace {

enum class Flow : std::uint8_t { inline_, block, skip, line_break, emphasis, link };

constexpr std::uint32_t bit(Inside what) { return 1u << static_cast<unsigned>(what); }

Flow flow_of(lxb_tag_id_t tag) {
  switch (tag) {
    case LXB_TAG_SCRIPT:
    case LXB_TAG_STYLE:
    case LXB_TAG_TEMPLATE:
    case LXB_TAG_IFRAME:
    case LXB_TAG_SVG:
    case LXB_TAG_NOSCRIPT:
    case LXB_TAG_SELECT:
    case LXB_TAG_OPTION:
    case LXB_TAG_TEXTAREA:
    case LXB_TAG_OBJECT:
    case LXB_TAG_VIDEO:
    case LXB_TAG_AUDIO:
    case LXB_TAG_MATH:
    case LXB_TAG_HEAD:
    case LXB_TAG_DATALIST:
    case LXB_TAG_NOFRAMES:
    case LXB_TAG_NOEMBED: return Flow::skip;
    case LXB_TAG_BR: return Flow::line_break;
    case LXB_TAG_A: return Flow::link;
    case LXB_TAG_B:
    case LXB_TAG_STRONG:
    case LXB_TAG_I:
    case LXB_TAG_EM: return Flow::emphasis;
    case LXB_TAG_SPAN:
    case LXB_TAG_ABBR:
    case LXB_TAG_CITE:
    case LXB_TAG_CODE:
    case LXB_TAG_DATA:
    case LXB_TAG_DEL:
    case LXB_TAG_DFN:
    case LXB_TAG_FONT:
    case LXB_TAG_IMG:
    case LXB_TAG_INS:
    case LXB_TAG_KBD:
    case LXB_TAG_LABEL:
    case LXB_TAG_MARK:
    case LXB_TAG_Q:
    case LXB_TAG_S:
    case LXB_TAG_SAMP:
    case LXB_TAG_SMALL:
    case LXB_TAG_STRIKE:
    case LXB_TAG_SUB:
    case LXB_TAG_SUP:
    case LXB_TAG_TIME:
    case LXB_TAG_TT:
    case LXB_TAG_U:
    case LXB_TAG_VAR:
    case LXB_TAG_WBR:
    case LXB_TAG_BDI:
    case LXB_TAG_BDO:
    case LXB_TAG_ACRONYM:
    case LXB_TAG_BIG:
    case LXB_TAG_NOBR:
    case LXB_TAG_RUBY:
    case LXB_TAG_RB:
    case LXB_TAG_METER:
    case LXB_TAG_OUTPUT:
    case LXB_TAG_INPUT:
    case LXB_TAG_META:
    case LXB_TAG_LINK: return Flow::inline_;
    default: return Flow::block;
  }
}

std::uint8_t number_of(lxb_tag_id_t tag) {
  switch (tag) {
    case LXB_TAG_P: return 1;
    case LXB_TAG_DIV: return 2;
    case LXB_TAG_SECTION:
    case LXB_TAG_ARTICLE:
    case LXB_TAG_MAIN: return 3;
    case LXB_TAG_LI: return 4;
    case LXB_TAG_TD:
    case LXB_TAG_TH: return 5;
    case LXB_TAG_H1: return 6;
    case LXB_TAG_H2: return 7;
    case LXB_TAG_H3: return 8;
    case LXB_TAG_H4: return 9;
    case LXB_TAG_H5:
    case LXB_TAG_H6: return 10;
    case LXB_TAG_BLOCKQUOTE: return 11;
    default: return 12;
  }
}

std::uint32_t inside_of(lxb_tag_id_t tag) {
  switch (tag) {
    case LXB_TAG_ARTICLE: return bit(Inside::article);
    case LXB_TAG_MAIN: return bit(Inside::main);
    case LXB_TAG_ASIDE: return bit(Inside::aside);
    case LXB_TAG_NAV: return bit(Inside::nav);
    case LXB_TAG_HEADER: return bit(Inside::header);
    case LXB_TAG_FOOTER: return bit(Inside::footer);
    case LXB_TAG_FIGURE:
    case LXB_TAG_PICTURE: return bit(Inside::figure);
    case LXB_TAG_FORM:
    case LXB_TAG_FIELDSET: return bit(Inside::form);
    case LXB_TAG_UL:
    case LXB_TAG_OL:
    case LXB_TAG_DL: return bit(Inside::list);
    case LXB_TAG_TABLE: return bit(Inside::table);
    case LXB_TAG_BLOCKQUOTE: return bit(Inside::quote);
    case LXB_TAG_FIGCAPTION: return bit(Inside::caption);
    case LXB_TAG_PRE:
    case LXB_TAG_CODE: return bit(Inside::code);
    case LXB_TAG_H1:
    case LXB_TAG_H2:
    case LXB_TAG_H3:
    case LXB_TAG_H4:
    case LXB_TAG_H5:
    case LXB_TAG_H6: return bit(Inside::heading);
    case LXB_TAG_BUTTON: return bit(Inside::button);
    default: return 0;
  }
}

std::string_view view(const lxb_char_t* bytes, std::size_t size) {
  return {reinterpret_cast<const char*>(bytes), size};
}

// The attributes that matter, of one element.
struct Attributes {
  std::string_view names;     // class
  std::string_view property;  // of microdata, else of RDFa without its prefix
  std::string_view id, datetime, content, rel, style;
  bool hidden = false;
};

Attributes attributes_of(lxb_dom_node_t* node) {
  Attributes out;
  int left = 64;  // an element with more is an attack
  for (lxb_dom_attr_t* a = lxb_dom_interface_element(node)->first_attr; a != nullptr && left-- > 0; a = a->next) {
    const std::string_view value = a->value == nullptr ? std::string_view() : view(a->value->data, a->value->length);
    if (a->node.local_name == LXB_DOM_ATTR_CLASS) {
      out.names = value;
    } else if (a->node.local_name == LXB_DOM_ATTR_ID) {
      out.id = value;
    } else if (a->node.local_name == LXB_DOM_ATTR_STYLE) {
      out.style = value;
    } else {
      std::size_t size = 0;
      const lxb_char_t* name = lxb_dom_attr_local_name(a, &size);
      const std::string_view key = view(name, size);
      if (key == "itemprop")
        out.property = value;
      else if (key == "property" && out.property.empty())
        out.property = value.substr(value.rfind(':') == std::string_view::npos ? 0 : value.rfind(':') + 1);
      else if (key == "datetime")
        out.datetime = value;
      else if (key == "content")
        out.content = value;
      else if (key == "rel")
        out.rel = value;
      else if (key == "hidden" || (key == "aria-hidden" && value == "true"))
        out.hidden = true;
      else if (key == "data-testid" || key == "data-component" || key == "data-type" || key == "role") {
        if (out.id.empty()) out.id = value;
      }
    }
  }
  out.hidden = out.hidden || out.style.find("display:none") != std::string_view::npos ||
               out.style.find("display: none") != std::string_view::npos;
  return out;
}

// When an element without datetime says it was: what scripts turn into "3 h".
std::string_view moment_of(lxb_dom_node_t* node) {
  for (const char* name : {"data-utime", "data-datetime", "data-time", "data-timestamp", "data-timeutc", "title"})
    if (const std::string_view value = attribute(node, name); !value.empty()) return value;
  return {};
}

bool is_date_of_abbr(lxb_dom_node_t* node) {
  return !attribute(node, "data-utime").empty() || !find_date(attribute(node, "title"), {}).empty();
}

// What an open element passes on to those inside it.
struct Level {
  lxb_dom_node_t* node = nullptr;
  Flow flow = Flow::block;
  std::uint8_t tag = 0;
  std::uint32_t hints = 0;      // of its own names
  std::uint32_t hints_far = 0;  // of those above it
  std::uint32_t inside = 0;     // its own and those above it
  std::uint32_t number = 0;
  std::uint64_t style = 0;
  int mark = -1;  // its entry in the walk's open marks, or -1
};

struct OpenMark {
  Mark mark;
  std::size_t begin;  // of its text in the flow
};

class Walk {
 public:
  Walk(std::string_view html, Page* page) : html_(html), page_(page) {}

  void run(lxb_dom_node_t* root) {
    for (lxb_dom_node_t* node = root->first_child; node != nullptr;) {
      if (enter(node) && node->first_child != nullptr) {
        node = node->first_child;
        continue;
      }
      while (node != root && node->next == nullptr) {
        leave(node);
        node = node->parent;
      }
      if (node == root) break;
      leave(node);
      node = node->next;
    }
    flush();
  }

 private:
  static constexpr std::size_t kMostMarks = 400;
  static constexpr std::size_t kMostMarkBytes = 600;
  static constexpr std::uint32_t kLookedUp = 1u << 31;
  static_assert(kHints < 31);

  // True if the walk goes into the node.
  bool enter(lxb_dom_node_t* node) {
    if (node->type == LXB_DOM_NODE_TYPE_TEXT) {
      take_text(text_of(node), span_of(node));
      return false;
    }
    if (node->type != LXB_DOM_NODE_TYPE_ELEMENT) return false;
    const lxb_tag_id_t tag = node->local_name;
    if (tag == LXB_TAG_SCRIPT) take_script(node);
    if (tag == LXB_TAG_META) take_meta(node);
    if (tag == LXB_TAG_LINK) take_link(node);
    if (tag == LXB_TAG_TITLE && page_->title.empty() && node->first_child != nullptr)
      page_->title = tidy(text_of(node->first_child));
    if (tag == LXB_TAG_HTML) page_->language = attribute(node, "lang");
    const Flow flow = flow_of(tag);
    if (flow == Flow::skip && tag != LXB_TAG_HEAD) return false;
    if (flow == Flow::line_break) {
      take_break();
      return false;
    }
    const bool empty = node->first_child == nullptr && tag != LXB_TAG_TIME && flow != Flow::block;
    if (empty && attribute(node, "content").empty()) return false;
    open(node, tag, flow == Flow::skip ? Flow::block : flow);
    return true;
  }

  void leave(lxb_dom_node_t* node) {
    if (levels_.empty() || levels_.back().node != node) return;
    const Level level = levels_.back();
    if (level.flow == Flow::block) flush();
    if (level.mark >= 0) close_mark();
    if (level.flow == Flow::link) --links_open_;
    if (level.flow == Flow::emphasis) --emphasis_open_;
    if (level.flow == Flow::block) blocks_.pop_back();
    levels_.pop_back();
  }

  void open(lxb_dom_node_t* node, lxb_tag_id_t tag, Flow flow) {
    const Attributes a = attributes_of(node);
    Level level;
    level.node = node;
    level.flow = flow;
    level.tag = number_of(tag);
    // The names of html and body speak of the page, not of what stands in it.
    const bool outer = tag == LXB_TAG_HTML || tag == LXB_TAG_BODY || tag == LXB_TAG_HEAD;
    level.hints = outer ? 0 : hints_of(a.names) | hints_of(a.id);
    if (!levels_.empty()) {
      level.hints_far = levels_.back().hints_far | levels_.back().hints;
      level.inside = levels_.back().inside;
    }
    level.inside |= inside_of(tag) | (a.hidden ? bit(Inside::hidden) : 0) |
                    (a.property == "articleBody" ? bit(Inside::body_property) : 0);
    level.style = hash_bytes(a.names, tag + 1);
    if (flow == Flow::block) {
      flush();
      level.number = ++numbers_;
      blocks_.push_back(levels_.size());
    } else {
      line_hints_ |= level.hints;
    }
    if (flow == Flow::link) {
      ++links_open_;
      ++line_links_;
    }
    if (flow == Flow::emphasis) ++emphasis_open_;
    level.mark = open_mark(node, tag, a, level);
    levels_.push_back(level);
  }

  std::uint32_t hints_of(std::string_view names) {
    if (names.empty()) return 0;
    std::uint32_t& known = known_[hash_page(names.substr(0, 1000))];
    if (known == 0) known = hints_in(names) | kLookedUp;
    return known & ~kLookedUp;
  }

  int open_mark(lxb_dom_node_t* node, lxb_tag_id_t tag, const Attributes& a, const Level& level) {
    if (page_->marks.size() + marks_.size() >= kMostMarks) return -1;
    Mark m;
    if (tag == LXB_TAG_H1) {
      m.kind = Mark::Kind::h1;
    } else if (!a.property.empty() && a.property != "articleBody") {
      m.kind = Mark::Kind::property;
      m.name = a.property;
      m.value = a.datetime.empty() ? a.content : a.datetime;
    } else if (tag == LXB_TAG_TIME || (tag == LXB_TAG_ABBR && is_date_of_abbr(node))) {
      m.kind = Mark::Kind::time;
      m.value = !a.datetime.empty() ? a.datetime : moment_of(node);
    } else if (tag == LXB_TAG_A && a.rel.find("author") != std::string_view::npos) {
      m.kind = Mark::Kind::author_link;
    } else if (has_hint(level.hints, Hint::author) || has_hint(level.hints, Hint::date)) {
      m.kind = Mark::Kind::byline;
    } else {
      return -1;
    }
    m.hints = level.hints | level.hints_far;
    if (m.kind == Mark::Kind::byline) m.name = tidy(a.names.substr(0, 200));
    m.inside = level.inside;
    m.line = page_->lines.list.size();
    marks_.push_back({std::move(m), flow_text_.size()});
    return static_cast<int>(marks_.size());
  }

  void close_mark() {
    OpenMark m = std::move(marks_.back());
    marks_.pop_back();
    const std::size_t size = std::min(flow_text_.size() - std::min(m.begin, flow_text_.size()), kMostMarkBytes);
    std::string_view text = std::string_view(flow_text_).substr(std::min(m.begin, flow_text_.size()), size);
    while (!text.empty() && size == kMostMarkBytes && (static_cast<unsigned char>(text.back()) & 0xC0) == 0x80)
      text.remove_suffix(1);
    if (!text.empty() && size == kMostMarkBytes) text.remove_suffix(1);
    m.mark.text = tidy(text);
    page_->marks.push_back(std::move(m.mark));
  }

  void take_text(std::string_view text, Span span) {
    if (in_head()) return;
    if (!is_blank(text)) {
      // Of a line of several nodes all must be known, and in order.
      if (!placed_) origin_ = span;
      if (placed_ && (origin_.empty() || span.begin < origin_.end)) span = {};
      origin_ = span.empty() ? Span() : Span{origin_.begin, span.end};
      placed_ = true;
    }
    std::size_t end = text.size();
    while (end > 0 && is_html_space(text[end - 1])) --end;
    if (end > 0) said_ = line_.size() + end;
    line_ += text;
    flow_text_ += text;
    if (links_open_ > 0) linked_ += text.size();
    if (emphasis_open_ > 0) emphasised_ += text.size();
  }

  bool in_head() const { return !levels_.empty() && levels_.back().node->local_name == LXB_TAG_TITLE; }

  // Two breaks part paragraphs; one does where a sentence has ended.
  void take_break() {
    flow_text_ += '\n';
    const std::string_view said = std::string_view(line_).substr(0, said_);
    if (said.size() > 3 && (break_before_ == line_.size() || shape_of(said.substr(cut_point(said))).ends_sentence)) {
      flush();
    } else {
      line_ += ' ';
      break_before_ = line_.size();
    }
  }

  // Where the last few characters begin.
  static std::size_t cut_point(std::string_view text) {
    std::size_t at = text.size() > 12 ? text.size() - 12 : 0;
    while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) ++at;
    return at;
  }

  void flush() {
    if (page_->lines.list.size() == kMostLines) {
      page_->whole = page_->whole && is_blank(line_);
    } else if (!is_blank(line_)) {
      page_->lines.add(line_, place(), trimmed(html_, origin_));
      flow_text_ += '\n';
    }
    line_.clear();
    said_ = 0;
    placed_ = false;
    break_before_ = std::string::npos;
    linked_ = emphasised_ = 0;
    line_links_ = links_open_;
    line_hints_ = 0;
  }

  Place place() const {
    Place p;
    const auto level = [&](std::size_t up) {
      return up < blocks_.size() ? &levels_[blocks_[blocks_.size() - 1 - up]] : nullptr;
    };
    const Level* own = level(0);
    if (own == nullptr) return p;
    p.tag = own->tag;
    p.hints_own = own->hints | line_hints_;
    p.hints_far = own->hints_far;
    p.inside = levels_.back().inside;
    p.style = own->style;
    p.depth = static_cast<int>(std::min<std::size_t>(blocks_.size(), 200));
    for (std::size_t up = 1; up <= 3; ++up)
      if (const Level* l = level(up)) p.hints_near |= l->hints;
    if (const Level* l = level(1)) {
      p.parent_tag = l->tag;
      p.parent = l->number;
      p.parent_style = l->style;
    }
    if (const Level* l = level(2)) p.box = l->number;
    const auto all = static_cast<float>(line_.size());
    p.linked = static_cast<float>(linked_) / all;
    p.emphasis = static_cast<float>(emphasised_) / all;
    p.links = line_links_;
    return p;
  }

  void take_script(lxb_dom_node_t* node) {
    if (attribute(node, "type").find("ld+json") == std::string_view::npos || node->first_child == nullptr) return;
    if (page_->json_ld.size() < 64) page_->json_ld.emplace_back(text_of(node->first_child));
  }

  void take_meta(lxb_dom_node_t* node) {
    if (page_->metas.size() >= 600) return;
    const std::string_view content = attribute(node, "content");
    if (content.empty()) return;
    for (const char* key : {"property", "name", "itemprop", "http-equiv"}) {
      const std::string_view name = attribute(node, key);
      if (!name.empty()) page_->metas.emplace_back(lower(name), tidy(content.substr(0, 4000)));
    }
  }

  void take_link(lxb_dom_node_t* node) {
    if (page_->canonical.empty() && attribute(node, "rel") == "canonical") page_->canonical = attribute(node, "href");
  }

  std::string_view html_;
  Page* page_;
  Span origin_;          // of line_
  bool placed_ = false;  // something of line_ has a place, if only an unknown one
  std::vector<Level> levels_;
  std::vector<std::size_t> blocks_;  // levels that are block elements
  std::vector<OpenMark> marks_;
  Table<std::uint64_t, std::uint32_t> known_{256};  // hints by names
  std::string line_;                                // text since the last block border
  std::string flow_text_;                           // all visible text so far
  std::size_t said_ = 0;                            // bytes of line_ up to its last that is not space
  std::size_t break_before_ = std::string::npos;
  std::size_t linked_ = 0, emphasised_ = 0;
  int links_open_ = 0, emphasis_open_ = 0, line_links_ = 0;
  std::uint32_t line_hints_ = 0;
  std::uint32_t numbers_ = 0;
};

}  // namespace

std::string_view Page::meta(std::span<const std::string_view> names) const {
  for (const std::string_view name : names)
    for (const auto& [key, content] : metas)
      if (key == name && !content.empty()) return content;
  return {};
}

Page read_page(std::string_view html) {
  Page page;
  const Dom dom(html);
  page.whole = dom.whole();
  Walk(html, &page).run(dom.root());
  return page;
}

}  // namespace tellings::articles
