// What a page says about its article: title, authors, dates, outlet, language.
#pragma once

#include <string_view>

#include "tellings/articles/json_ld.h"
#include "tellings/articles/page.h"
#include "tellings/model/article.h"
#include "tellings/model/document.h"

namespace tellings::articles {

// Fills in what the input (`given`) does not already say, from JSON-LD, meta
// elements, microdata, the URL and the visible text, in this order of trust.
// `first_paragraph` is the line at which the body begins, `body` the body's
// first words, which tell the language where the page does not.
void describe(const Page& page, const LinkedData& said, const Metadata& given, std::size_t first_paragraph,
              std::string_view body, Article* article);

}  // namespace tellings::articles
