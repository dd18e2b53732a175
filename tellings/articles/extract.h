// The article of an HTML page.
#pragma once

#include "tellings/articles/articles.h"

namespace tellings::articles {

// Takes the article out of a page: which of its lines are the article's own,
// and what the page says of it.
Draft draft_page(const Document& document);

}  // namespace tellings::articles
