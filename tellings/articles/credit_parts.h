// What the reading of credits inside a text and around it have in common.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tellings::articles {

// Appends the names that are not there yet.
void add_name(std::string_view name, std::vector<std::string>* out);
void add_names(std::span<const std::string> names, std::vector<std::string>* out);

// "(Reporting by Ann Lee; Editing by Bo Chen)": so only Reuters signs.
bool is_signed_by_reuters(std::string_view text);

// "Agencies" alone heads lists of all sorts of agencies.
bool is_heading(std::string_view line);

// Any agency that is named in a sentence about who worked on the text.
void take_helpers(std::string_view sentence, std::vector<std::string>* out);

// Whether a line begins as bylines do: "By", "Von", "Text:".
bool starts_byline(std::string_view line);

// The credits of a line that credit_lines() has found.
std::vector<std::string> credits_of_line(std::string_view line);

}  // namespace tellings::articles
