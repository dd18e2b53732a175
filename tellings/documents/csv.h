// Reads records of a table whose first row names its columns.
//
//   RFC 4180, and what else is found: tabs, semicolons or bars for commas,
//   quotes inside of quotes that were not doubled, any line end, any charset.
//
//   if (const auto separator = separator_of(head, name, options)) read_csv(&window, *separator, &emit);
#pragma once

#include <optional>
#include <string_view>

#include "tellings/documents/documents.h"
#include "tellings/documents/emitter.h"
#include "tellings/documents/window.h"

namespace tellings::documents {

// What separates the columns if `head` begins with a row of their names: one of
// them means text, html or two other fields, or the input's name ends in .csv
// or .tsv.  Nothing if it is no table.
std::optional<char> separator_of(std::string_view head, std::string_view name, const Options& options);

// Hands on a document for every row behind the first.  A row with more columns
// than names, or over kLargestDocumentBytes, is refused; so is one whose quote
// is never closed, and reading goes on at the next line.
void read_csv(Window* window, char separator, Emitter* emit);

}  // namespace tellings::documents
