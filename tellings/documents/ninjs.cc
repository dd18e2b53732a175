#include "tellings/documents/ninjs.h"

#include <string>
#include <string_view>

#include "tellings/documents/dates.h"

namespace tellings::documents {
namespace {

using simdjson::dom::element;
using simdjson::dom::object;

std::string text_at(const object& o, std::string_view key) {
  std::string_view value;
  return o[key].get(value) == simdjson::SUCCESS ? std::string(value) : std::string();
}

// The first string of `name` in an array of objects: "headlines": [{"value": "..."}].
std::string first_in(const object& o, std::string_view key, std::string_view name) {
  simdjson::dom::array list;
  if (o[key].get(list) != simdjson::SUCCESS) return {};
  for (const element e : list) {
    object inner;
    if (e.get(inner) != simdjson::SUCCESS) continue;
    if (std::string value = text_at(inner, name); !value.empty()) return value;
  }
  return {};
}

// The body in ninjs 2: [{"contenttype": "text/plain", "value": "..."}].
void take_bodies(const object& item, Record* record) {
  simdjson::dom::array list;
  if (item["bodies"].get(list) != simdjson::SUCCESS) return;
  for (const element e : list) {
    object body;
    if (e.get(body) != simdjson::SUCCESS) continue;
    std::string value = text_at(body, "value");
    const bool plain = text_at(body, "contenttype").find("plain") != std::string::npos;
    std::optional<std::string>& kept = plain ? record->text : record->html;
    if (!value.empty() && !kept) kept = std::move(value);
  }
}

void add_credit(std::string name, Metadata* m) {
  if (!name.empty()) m->credits.push_back(std::move(name));
}

}  // namespace

bool is_ninjs(const object& item) {
  for (const char* body : {"body_text", "body_xhtml", "body_html"})
    if (item[body].is_string()) return true;
  return item["bodies"].is_array() && (item["headlines"].is_array() || item["versioncreated"].is_string());
}

Record record_of_ninjs(const object& item) {
  Record record;
  record.id = text_at(item, "uri");
  Metadata& m = record.metadata;
  if (record.id.starts_with("http")) m.url = record.id;
  m.title = text_at(item, "headline");
  if (m.title.empty()) m.title = first_in(item, "headlines", "value");
  if (std::string by = text_at(item, "byline"); !by.empty()) m.authors.push_back(std::move(by));
  m.published = rfc3339(text_at(item, "firstcreated"));
  m.modified = rfc3339(text_at(item, "versioncreated"));
  if (m.published.empty()) m.published = m.modified;
  m.language = text_at(item, "language");
  add_credit(text_at(item, "source"), &m);
  add_credit(text_at(item, "copyrightholder"), &m);
  add_credit(first_in(item, "infosources", "name"), &m);
  if (std::string text = text_at(item, "body_text"); !text.empty()) record.text = std::move(text);
  for (const char* body : {"body_xhtml", "body_html"})
    if (std::string html = text_at(item, body); !html.empty() && !record.html) record.html = std::move(html);
  take_bodies(item, &record);
  return record;
}

}  // namespace tellings::documents
