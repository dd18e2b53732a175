// A record of a table or of JSON, before it is a document: which of its fields
// mean what.
//
//   const FieldNames names(options);
//   Record record;
//   if (const auto field = names.find("body")) record.set(*field, "The words.");
//   emit_record(std::move(record), offset, &emit);
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tellings/documents/documents.h"
#include "tellings/documents/emitter.h"

namespace tellings::documents {

enum class Field : std::uint8_t {
  id,
  url,
  outlet,
  title,
  text,
  html,
  published,
  modified,
  authors,
  language,
  scraped,
};

// The fields' names as RECORDS has them, renamed as the user says.
class FieldNames {
 public:
  explicit FieldNames(const Options& options);
  std::optional<Field> find(std::string_view name) const;

 private:
  std::vector<std::pair<std::string, Field>> names_;
};

struct Record {
  std::string id;
  Metadata metadata;
  std::optional<std::string> text;
  std::optional<std::string> html;
  bool scraped = false;
  std::string wrong;                // why it must be refused, empty if it need not
  std::vector<std::string> others;  // names of a few fields that mean nothing here, for advice

  // Takes a field's value in words: a date in any form, one author.
  void set(Field field, std::string value);
};

// True if there is anything that an article could be made of.
bool is_article(const Record& record);

// Hands the record on as a document, or says why it cannot be one.  `whole`: it
// is all that its file holds.
void emit_record(Record record, std::uint64_t offset, bool whole, Emitter* emit);

}  // namespace tellings::documents
