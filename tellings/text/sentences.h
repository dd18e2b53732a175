// Sentences: where they begin and end, in any language.
//
//   Unicode Standard Annex #29 in spirit, with the abbreviations of news text.
//
//   for (const Span s : sentences(article.text)) show(slice(article.text, s));
#pragma once

#include <string_view>
#include <vector>

#include "tellings/model/span.h"

namespace tellings::text {

// The sentences of valid UTF-8 `text`, in order, without the space around
// them; a line break ends a sentence.  Closing quotation marks and brackets
// belong to the sentence that they close.  Linear time.
std::vector<Span> sentences(std::string_view text);

}  // namespace tellings::text
