// Character references of XML and HTML.
#pragma once

#include <string>
#include <string_view>

namespace tellings::documents {

// The text with &amp; &eacute; &#8217; and the like replaced by what they stand
// for.  Names that HTML 4 does not have stay, entities that a document declares
// for itself among them: they are an attack more often than a word.
std::string unescaped(std::string_view text);

// The text with & < > written so that markup has none of its own.
std::string escaped(std::string_view text);

}  // namespace tellings::documents
