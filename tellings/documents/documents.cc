#include "tellings/documents/documents.h"

#include <simdjson.h>

#include "tellings/base/utf8.h"

namespace tellings::documents {
namespace {

std::string text_field(const simdjson::dom::element& record, std::string_view key) {
  std::string_view value;
  return record[key].get(value) == simdjson::SUCCESS ? std::string(value) : std::string();
}

void read_jsonl(const Input& input, Sink* sink) {
  simdjson::dom::parser parser;
  for (std::size_t at = 0; at < input.bytes.size();) {
    const std::size_t end = std::min(input.bytes.find('\n', at), input.bytes.size());
    const std::string line(input.bytes.substr(at, end - at));
    const std::size_t offset = at;
    at = end + 1;
    if (line.find_first_not_of(" \r\t") == std::string::npos) continue;
    simdjson::dom::element record;
    if (parser.parse(line).get(record) != simdjson::SUCCESS) {
      sink->rejection({input.source, offset, {Code::bad_syntax, "not a JSON object"}});
      continue;
    }
    Document d;
    d.id = text_field(record, "id");
    d.source = input.source;
    d.metadata = {text_field(record, "url"),       text_field(record, "outlet"),   text_field(record, "title"),   {},
                  text_field(record, "published"), text_field(record, "modified"), text_field(record, "language")};
    d.bytes = text_field(record, "text");
    d.content = Content::clean_text;
    sink->document(std::move(d));
  }
}

}  // namespace

void read(const Input& input, const Options&, Sink* sink) {
  if (input.bytes.starts_with("{")) return read_jsonl(input, sink);
  Document d;
  d.id = input.file_id;
  d.source = input.source;
  d.bytes = to_valid_utf8(input.bytes);
  d.content = Content::dirty_text;
  sink->document(std::move(d));
}

}  // namespace tellings::documents
