// What a page says about its article: title, authors, dates, outlet, language.
#pragma once

#include "tellings/articles/json_ld.h"
#include "tellings/articles/page.h"
#include "tellings/model/article.h"
#include "tellings/model/document.h"

namespace tellings::articles {

// Fills in what the input (`given`) does not already say, from JSON-LD, meta
// elements, microdata, the URL and the visible text, in this order of trust.
// `first_paragraph` is the line at which the body begins.
void describe(const Page& page, const LinkedData& said, const Metadata& given, std::size_t first_paragraph,
              Article* article);

}  // namespace tellings::articles
