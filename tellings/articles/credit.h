// Agencies that a text names as its origin.
//
//   credits_in(paragraphs, bylines) -> {"Associated Press"}
//
// The shapes: a dateline "BAGHDAD (AP) —", a last line "— Reuters", "With AFP",
// "Reporting by A; Editing by B", "told The Associated Press", and a byline that
// is an agency.  A picture's "(Reuters)" is none: captions are not looked at.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tellings::articles {

// The full name of the agency that `name` is, in any of its spellings ("AFP",
// "Agence France-Presse"); nothing if it is none.
std::optional<std::string_view> agency_named(std::string_view name);

// The full names of the agencies credited, each once, in the order found.
// `bylines` are names of authors and sources as the document has them.
std::vector<std::string> credits_in(std::span<const std::string_view> paragraphs, std::span<const std::string> bylines);

// Takes a credit that stands as a line of its own ("(Reuters)", "Source: AP").
bool is_credit_line(std::string_view line);

}  // namespace tellings::articles
