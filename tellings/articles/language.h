// The language of a text, from its words.
//
//   CLD2, https://github.com/CLD2Owners/cld2: naive Bayes over groups of four letters.
//
//   settled_language("en-US", "El transbordador chocó con el muelle ...") == "es"
#pragma once

#include <string>
#include <string_view>

namespace tellings::articles {

// How much of a text the language is told from; more is not surer.
inline constexpr std::size_t kLanguageSample = 1000;  // bytes

// The language that the text's beginning is in, as a BCP 47 code; empty where
// that is not sure.  `text` must be valid UTF-8.  About 0.05 ms; safe from any
// thread.
std::string language_in(std::string_view text);

// The language declared, or the text's own where none is declared, or where the
// text is surely in another one: templates declare English for pages in any.
std::string settled_language(std::string_view declared, std::string_view text);

}  // namespace tellings::articles
