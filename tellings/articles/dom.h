// The HTML parser's tree, kept within bounds.
#pragma once

#include <lexbor/dom/interfaces/character_data.h>
#include <lexbor/html/html.h>

#include <string_view>

#include "tellings/model/span.h"

namespace tellings::articles {

// A parsed page.  Uses this thread's parser: only one may live at a time in a
// thread, which read_page() sees to.
class Dom {
 public:
  explicit Dom(std::string_view html);
  ~Dom();
  Dom(const Dom&) = delete;
  Dom& operator=(const Dom&) = delete;

  lxb_dom_node_t* root() const { return lxb_dom_interface_node(document_); }
  bool whole() const { return whole_; }

 private:
  lxb_html_document_t* document_;
  bool whole_ = true;
};

// The value of an attribute; empty if it is not there.
std::string_view attribute(lxb_dom_node_t* element, std::string_view name);

// The bytes of the page that a text node was made from, with the space around
// them; empty if that is not known, as of text that stood where a table allows
// none.
inline Span span_of(const lxb_dom_node_t* text) {
  const auto packed = reinterpret_cast<std::uintptr_t>(text->user);
  return {static_cast<std::uint32_t>(packed >> 32), static_cast<std::uint32_t>(packed)};
}

// The text of a text node.
inline std::string_view text_of(const lxb_dom_node_t* node) {
  const auto& data = reinterpret_cast<const lxb_dom_character_data_t*>(node)->data;
  return {reinterpret_cast<const char*>(data.data), data.length};
}

}  // namespace tellings::articles
