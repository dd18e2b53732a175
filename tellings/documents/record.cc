#include "tellings/documents/record.h"

#include <algorithm>

#include "tellings/base/limits.h"
#include "tellings/documents/dates.h"
#include "tellings/documents/lines.h"

namespace tellings::documents {
namespace {

constexpr std::pair<std::string_view, Field> kNames[] = {
    {"id", Field::id},
    {"url", Field::url},
    {"outlet", Field::outlet},
    {"title", Field::title},
    {"text", Field::text},
    {"html", Field::html},
    {"published", Field::published},
    {"modified", Field::modified},
    {"authors", Field::authors},
    {"language", Field::language},
    {"scraped", Field::scraped},
};

// What can be said to a user whose records have other names.
std::string advice(const Record& record) {
  std::string detail = "a record without \"text\" or \"html\"";
  if (record.others.empty()) return detail;
  detail += "; it has";
  for (const std::string& name : record.others) detail += " \"" + name + "\"";
  return detail + ": --field text=NAME reads one as text";
}

}  // namespace

FieldNames::FieldNames(const Options& options) {
  for (const auto& [name, field] : kNames) {
    const auto renamed = std::ranges::find(options.fields, name, &std::pair<std::string, std::string>::first);
    if (renamed == options.fields.end()) names_.emplace_back(name, field);
  }
  for (const auto& [to, from] : options.fields) {
    const auto known = std::ranges::find(kNames, to, &std::pair<std::string_view, Field>::first);
    if (known != std::end(kNames)) names_.emplace_back(from, known->second);
  }
}

std::optional<Field> FieldNames::find(std::string_view name) const {
  for (const auto& [known, field] : names_) {
    if (known == name) return field;
  }
  return std::nullopt;
}

void Record::set(Field field, std::string value) {
  switch (field) {
    case Field::id: id = std::move(value); break;
    case Field::url: metadata.url = std::move(value); break;
    case Field::outlet: metadata.outlet = std::move(value); break;
    case Field::title: metadata.title = std::move(value); break;
    case Field::text: text = std::move(value); break;
    case Field::html: html = std::move(value); break;
    case Field::published: metadata.published = rfc3339(value); break;
    case Field::modified: metadata.modified = rfc3339(value); break;
    case Field::authors:
      if (!value.empty()) metadata.authors.push_back(std::move(value));
      break;
    case Field::language: metadata.language = std::move(value); break;
    case Field::scraped: scraped = value == "true" || value == "1"; break;
  }
}

bool is_article(const Record& record) { return record.text || record.html || !record.metadata.title.empty(); }

void emit_record(Record record, std::uint64_t offset, bool whole, Emitter* emit) {
  if (!record.wrong.empty()) return emit->reject(offset, Code::bad_syntax, record.wrong);
  if (!is_article(record)) return emit->reject(offset, Code::no_article, advice(record));
  const bool html = record.html && (!record.text || record.text->empty());
  Document d;
  d.id = std::move(record.id);
  d.metadata = std::move(record.metadata);
  d.content = html ? Content::html : record.scraped ? Content::dirty_text : Content::clean_text;
  if (html) {
    d.bytes = std::move(*record.html);
  } else if (record.text) {
    d.origins.resize(1);
    d.bytes = record.scraped ? normal_lines(*record.text, &d.origins[0]) : std::move(*record.text);
  }
  if (d.content != Content::clean_text && d.bytes.size() > kLargestPageBytes) {
    return emit->reject(offset, Code::too_large, "a page of more than 8 MiB");
  }
  if (!whole) d.offset = offset;
  whole ? emit->whole(std::move(d)) : emit->document(std::move(d));
}

}  // namespace tellings::documents
