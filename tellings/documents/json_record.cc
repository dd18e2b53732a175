#include "tellings/documents/json_record.h"

#include <simdjson.h>

#include <algorithm>
#include <cstring>
#include <optional>
#include <string>

#include "tellings/base/utf8.h"
#include "tellings/documents/dates.h"
#include "tellings/documents/json.h"
#include "tellings/documents/ninjs.h"
#include "tellings/documents/record.h"

namespace tellings::documents {
namespace {

using simdjson::dom::element;
using simdjson::dom::element_type;

constexpr std::size_t kOthersNamed = 6;

// A string as it is, a number as written; nothing for the rest.
std::optional<std::string> words(const element& value) {
  switch (value.type()) {
    case element_type::STRING: return std::string(std::string_view(value));
    case element_type::INT64:
    case element_type::UINT64:
    case element_type::DOUBLE: return simdjson::to_string(value);
    default: return std::nullopt;
  }
}

// "Ann Lee", {"name": "Ann Lee"} or an array of either.
void add_authors(const element& value, std::vector<std::string>* authors) {
  std::string_view name;
  if (value.is_array()) {
    for (const element one : value.get_array()) {
      if (!one.is_array()) add_authors(one, authors);
    }
  } else if (value.get(name) == simdjson::SUCCESS || value["name"].get(name) == simdjson::SUCCESS) {
    if (!name.empty()) authors->emplace_back(name);
  }
}

void set_field(Field field, std::string_view name, const element& value, Record* record) {
  if (value.is_null()) return;
  if (field == Field::scraped) {
    record->scraped = value.is_bool() ? bool(value) : words(value) == "true";
    return;
  }
  if (field == Field::authors) return add_authors(value, &record->metadata.authors);
  if (field == Field::text || field == Field::html) {
    if (!value.is_string()) {
      record->wrong = "\"" + to_valid_utf8(name) + "\" is not a string";
      return;
    }
    record->set(field, std::string(std::string_view(value)));
    return;
  }
  if (auto in_words = words(value)) record->set(field, std::move(*in_words));
}

Record record_of(const simdjson::dom::object& object, const FieldNames& names) {
  Record record;
  for (const auto [key, value] : object) {
    if (const auto field = names.find(key)) {
      set_field(*field, key, value, &record);
    } else if (record.others.size() < kOthersNamed && (value.is_string() || value.is_object())) {
      record.others.emplace_back(key);
    }
  }
  return record;
}

// --- JSON Feed -------------------------------------------------------------------------

std::string text_at(const element& object, std::string_view key) {
  std::string_view value;
  return object[key].get(value) == simdjson::SUCCESS ? std::string(value) : std::string();
}

bool is_feed(const element& value) {
  std::string_view version;
  return value["version"].get(version) == simdjson::SUCCESS && version.find("jsonfeed.org/version") < 16 &&
         value["items"].is_array();
}

Record record_of_item(const element& item, const element& feed) {
  Record record;
  record.id = text_at(item, "id");
  if (record.id.find(':') == std::string::npos) record.id.clear();  // unique in its feed only
  Metadata& m = record.metadata;
  m.url = text_at(item, "url");
  if (m.url.empty()) m.url = text_at(item, "external_url");
  m.outlet = text_at(feed, "title");
  m.title = text_at(item, "title");
  m.published = rfc3339(text_at(item, "date_published"));
  m.modified = rfc3339(text_at(item, "date_modified"));
  m.language = text_at(item, "language");
  if (m.language.empty()) m.language = text_at(feed, "language");
  element authors;
  const bool own =
      item["authors"].get(authors) == simdjson::SUCCESS || item["author"].get(authors) == simdjson::SUCCESS;
  if (own || feed["authors"].get(authors) == simdjson::SUCCESS || feed["author"].get(authors) == simdjson::SUCCESS) {
    add_authors(authors, &m.authors);
  }
  if (item["content_html"].is_string()) {
    record.html = text_at(item, "content_html");
  } else {
    record.text = text_at(item, "content_text");
    if (record.text->empty()) record.text = text_at(item, "summary");
    record.scraped = true;
  }
  return record;
}

}  // namespace

struct RecordParser::State {
  explicit State(Emitter* e) : emit(e), names(e->options()) {}

  void parsed(const element& value, std::uint64_t offset, bool whole);
  void parsed_object(const simdjson::dom::object& object, std::uint64_t offset, bool whole);
  bool parse(std::string_view json, std::size_t readable, element* value);

  Emitter* emit;
  FieldNames names;
  simdjson::dom::parser parser;
  std::string padded;
};

bool RecordParser::State::parse(std::string_view json, std::size_t readable, element* value) {
  if (readable < simdjson::SIMDJSON_PADDING) {
    padded.resize(std::max(padded.size(), json.size() + simdjson::SIMDJSON_PADDING));
    std::memcpy(padded.data(), json.data(), json.size());
    json = {padded.data(), json.size()};
  }
  return parser.parse(json.data(), json.size(), false).get(*value) == simdjson::SUCCESS;
}

void RecordParser::State::parsed_object(const simdjson::dom::object& object, std::uint64_t offset, bool whole) {
  Record record = record_of(object, names);
  if (!is_article(record) && record.wrong.empty()) {
    if (is_ninjs(object)) return emit_record(record_of_ninjs(object), offset, whole, emit);
    for (const auto [key, value] : object) {  // {"status": "ok", "articles": [{...}, ...]}
      simdjson::dom::array list;
      if (value.get(list) != simdjson::SUCCESS || list.size() == 0 || !list.at(0).is_object()) continue;
      for (const element one : list) {
        simdjson::dom::object inner;
        if (one.get(inner) != simdjson::SUCCESS) continue;
        Record inner_record = record_of(inner, names);
        if (!is_article(inner_record) && is_ninjs(inner)) inner_record = record_of_ninjs(inner);
        emit_record(std::move(inner_record), offset, false, emit);
      }
      return;
    }
  }
  emit_record(std::move(record), offset, whole, emit);
}

void RecordParser::State::parsed(const element& value, std::uint64_t offset, bool whole) {
  simdjson::dom::object object;
  if (value.get(object) != simdjson::SUCCESS) return emit->reject(offset, Code::bad_syntax, "not a JSON object");
  if (!is_feed(value)) return parsed_object(object, offset, whole);
  for (const element item : value["items"].get_array()) {
    if (item.is_object()) emit_record(record_of_item(item, value), offset, false, emit);
  }
}

RecordParser::RecordParser(Emitter* emit) : state_(std::make_unique<State>(emit)) {}
RecordParser::~RecordParser() = default;

void RecordParser::read(std::string_view json, std::size_t readable, std::uint64_t offset, Manner manner) {
  element value;
  if (state_->parse(json, readable, &value)) return state_->parsed(value, offset, manner.whole);
  if (state_->parse(repaired_json(json), 0, &value)) {
    state_->emit->reject(offset, Code::bad_encoding, "characters that no JSON may hold were replaced");
    return state_->parsed(value, offset, manner.whole);
  }
  if (!manner.quiet) state_->emit->reject(offset, Code::bad_syntax, "not valid JSON");
}

// --- repair ------------------------------------------------------------------------------

namespace {

// The value of \uXXXX at the front, or -1.
int escape_at(std::string_view s) {
  if (s.size() < 6 || s[0] != '\\' || s[1] != 'u') return -1;
  int value = 0;
  for (const char c : s.substr(2, 4)) {
    const int digit = c >= '0' && c <= '9'   ? c - '0'
                      : c >= 'a' && c <= 'f' ? c - 'a' + 10
                      : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                             : -1;
    if (digit < 0) return -1;
    value = value * 16 + digit;
  }
  return value;
}

// Appends the escape at the front of `s`, made valid; how many bytes it took.
std::size_t append_escape(std::string_view s, std::string* out) {
  const int first = escape_at(s);
  if (first < 0xD800 || first > 0xDFFF) {
    out->append(s.substr(0, 2));
    return std::min<std::size_t>(2, s.size());
  }
  const int second = first < 0xDC00 ? escape_at(s.substr(6)) : -1;
  if (second >= 0xDC00 && second <= 0xDFFF) {
    out->append(s.substr(0, 12));
    return 12;
  }
  out->append("\\ufffd");
  return 6;
}

}  // namespace

std::string repaired_json(std::string_view json) {
  const std::string valid = to_valid_utf8(json);
  const std::string_view s = valid;
  std::string out;
  out.reserve(s.size() + 16);
  bool in_string = false;
  for (std::size_t at = 0; at < s.size();) {
    const char c = s[at];
    if (in_string && c == '\\') {
      at += append_escape(s.substr(at), &out);
      continue;
    }
    if (c == '"') in_string = !in_string;
    if (in_string && static_cast<unsigned char>(c) < 0x20) {
      constexpr std::string_view kHex = "0123456789abcdef";
      out += "\\u00";
      out += kHex[static_cast<std::size_t>(c) >> 4];
      out += kHex[static_cast<std::size_t>(c) & 15];
    } else {
      out += c;
    }
    ++at;
  }
  return out;
}

}  // namespace tellings::documents
