// Agencies that a text names as its origin.
//
//   credits_in(paragraphs, fields, lines) -> {"Associated Press"}
//
// The shapes: a dateline "BAGHDAD (AP) —", a last line "— Reuters", "With AFP",
// "(dpa/lno)", "Reporting by A; Editing by B", "told The Associated Press", a
// byline that is an agency, a notice "© dpa-infocom".  A picture's "(Reuters)" is
// none: captions are not looked at.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "tellings/articles/articles.h"

namespace tellings::articles {

// The full names of the agencies credited, each once, in the order found.
// `fields` are names of authors and sources as the document has them, `lines`
// what credit_lines() finds around the body.
std::vector<std::string> credits_in(std::span<const std::string_view> paragraphs, std::span<const std::string> fields,
                                    std::span<const std::string> lines);

// The dropped lines at either end of the body that credit the text, not a
// picture: a byline beside a date, a line right behind the last paragraph, a
// copyright notice.  Farther away stand menus and other articles' bylines.
std::vector<std::string> credit_lines(std::span<const Piece> pieces, std::string_view language);

}  // namespace tellings::articles
