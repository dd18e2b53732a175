// html5lib's tests of tree construction: pages become the trees that the HTML
// standard says, whatever we do around the parser.
//
//   https://github.com/html5lib/html5lib-tests/tree-construction
#include <doctest/doctest.h>
#include <lexbor/dom/interfaces/document_type.h>
#include <lexbor/html/html.h>
#include <lexbor/ns/ns.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "tellings/articles/dom.h"

namespace tellings::articles {
namespace {

namespace fs = std::filesystem;

std::string text(const lxb_char_t* bytes, std::size_t size) { return {reinterpret_cast<const char*>(bytes), size}; }

std::string prefix_of(const lxb_dom_node_t* node) {
  return node->ns == LXB_NS_SVG ? "svg " : node->ns == LXB_NS_MATH ? "math " : "";
}

// The attributes of an element, a line each, as the tests sort them.
std::string attributes(lxb_dom_node_t* node, const std::string& indent) {
  std::vector<std::string> lines;
  for (lxb_dom_attr_t* a = lxb_dom_interface_element(node)->first_attr; a != nullptr; a = a->next) {
    std::size_t size = 0;
    const lxb_char_t* name = lxb_dom_attr_qualified_name(a, &size);
    std::string key = text(name, size);
    const bool foreign = node->ns != LXB_NS_HTML;
    for (const std::string part : {"xlink:", "xml:", "xmlns:"})
      if (foreign && key.starts_with(part)) key[part.size() - 1] = ' ';
    std::size_t length = 0;
    const lxb_char_t* value = lxb_dom_attr_value(a, &length);
    lines.push_back(indent + key + "=\"" + (value == nullptr ? "" : text(value, length)) + "\"\n");
  }
  std::ranges::sort(lines);
  std::string out;
  for (const std::string& l : lines) out += l;
  return out;
}

std::string doctype(lxb_dom_node_t* node) {
  auto* type = lxb_dom_interface_document_type(node);
  std::size_t name = 0, open = 0, system = 0;
  const lxb_char_t* n = lxb_dom_document_type_name(type, &name);
  const lxb_char_t* p = lxb_dom_document_type_public_id(type, &open);
  const lxb_char_t* s = lxb_dom_document_type_system_id(type, &system);
  std::string out = "<!DOCTYPE " + (n == nullptr ? std::string() : text(n, name));
  const bool has = (p != nullptr && open > 0) || (s != nullptr && system > 0);
  if (has) out += " \"" + (p == nullptr ? "" : text(p, open)) + "\" \"" + (s == nullptr ? "" : text(s, system)) + "\"";
  return out + ">\n";
}

void print(lxb_dom_node_t* parent, std::size_t depth, std::string* out) {
  const std::string indent = "| " + std::string(2 * depth, ' ');
  for (lxb_dom_node_t* node = parent->first_child; node != nullptr; node = node->next) {
    switch (node->type) {
      case LXB_DOM_NODE_TYPE_DOCUMENT_TYPE: *out += indent + doctype(node); break;
      case LXB_DOM_NODE_TYPE_COMMENT: *out += indent + "<!-- " + std::string(text_of(node)) + " -->\n"; break;
      case LXB_DOM_NODE_TYPE_TEXT: *out += indent + "\"" + std::string(text_of(node)) + "\"\n"; break;
      case LXB_DOM_NODE_TYPE_ELEMENT: {
        std::size_t size = 0;
        const lxb_char_t* name = lxb_dom_element_qualified_name(lxb_dom_interface_element(node), &size);
        *out += indent + "<" + prefix_of(node) + text(name, size) + ">\n" + attributes(node, indent + "  ");
        if (node->local_name == LXB_TAG_TEMPLATE && node->ns == LXB_NS_HTML) {
          *out += indent + "  content\n";
          auto* inside = lxb_html_interface_template(node)->content;
          if (inside != nullptr) print(lxb_dom_interface_node(inside), depth + 2, out);
        }
        print(node, depth + 1, out);
        break;
      }
      default: break;
    }
  }
}

// What stands between a line that is `#name` and the next such line.
std::string part(const std::string& test, const std::string& name) {
  const std::size_t at = ("\n" + test).find("\n#" + name + "\n");
  if (at == std::string::npos) return {};
  const std::size_t begin = at + name.size() + 2;
  const std::size_t end = test.find("\n#", begin == 0 ? 0 : begin - 1);
  return test.substr(begin, end == std::string::npos ? std::string::npos : end - std::min(end, begin));
}

}  // namespace

TEST_CASE("html5lib: pages become the trees of the standard") {
  const fs::path archive = fs::path(TELLINGS_SOURCE_DIR) / "../shared/data/extract/html5lib_tests.tar.gz";
  if (!fs::exists(archive)) {
    MESSAGE("skipped: no ../shared/data/extract/html5lib_tests.tar.gz");
    return;
  }
  const fs::path folder = fs::temp_directory_path() / ("tellings-html5lib-trees-" + std::to_string(getpid()));
  fs::create_directories(folder);
  REQUIRE(std::system(("tar xzf '" + archive.string() + "' -C '" + folder.string() + "'").c_str()) == 0);
  int cases = 0, right = 0;
  for (const auto& entry : fs::recursive_directory_iterator(folder / "html5lib-tests/tree-construction")) {
    if (entry.path().extension() != ".dat") continue;
    std::ifstream in(entry.path(), std::ios::binary);
    const std::string all = "\n\n" + std::string{std::istreambuf_iterator<char>(in), {}};
    for (std::size_t at = all.find("\n\n#data\n"); at != std::string::npos;) {
      const std::size_t next = all.find("\n\n#data\n", at + 1);
      const std::string test = all.substr(at + 2, next == std::string::npos ? next : next - at - 2);
      at = next;
      if (test.find("\n#document-fragment\n") != std::string::npos || test.find("\n#script-on\n") != std::string::npos)
        continue;
      const std::size_t tree = test.find("\n#document\n");
      if (tree == std::string::npos) continue;
      std::string expected = test.substr(tree + 11);
      while (expected.ends_with('\n')) expected.pop_back();
      std::string found;
      const Dom dom(part(test, "data"));
      print(dom.root(), 0, &found);
      while (found.ends_with('\n')) found.pop_back();
      ++cases;
      right += found == expected;
      if (std::getenv("TELLINGS_SHOW") != nullptr && found != expected)
        MESSAGE(entry.path().filename().string(), "\n", part(test, "data"), "\nfound\n", found, "\nexpected\n",
                expected);
    }
  }
  MESSAGE(right << " of " << cases << " cases");
  CHECK(cases > 1400);
  CHECK(right * 100 >= cases * 98);
  fs::remove_all(folder);
}

}  // namespace tellings::articles
