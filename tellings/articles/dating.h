// When a page says that its article was published and changed.
//
//   date_article(page, said, "https://bell.example/2021/11/07/ferry", 12, &article);
#pragma once

#include <cstddef>
#include <string_view>

#include "tellings/articles/json_ld.h"
#include "tellings/articles/page.h"
#include "tellings/model/article.h"

namespace tellings::articles {

// Fills in `published` and `modified` where the input has not given them:
// RFC 3339, cut to what is known.  `article` has its title and language; `first_paragraph`
// is the line at which the body begins.  Time: a few passes over the lines.
void date_article(const Page& page, const LinkedData& said, std::string_view url, std::size_t first_paragraph,
                  Article* article);

}  // namespace tellings::articles
