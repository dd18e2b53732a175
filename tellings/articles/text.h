// An article that somebody scraped into plain text, with whatever dirt it has.
#pragma once

#include "tellings/articles/articles.h"

namespace tellings::articles {

// Sorts the lines of dirty text into the article's own and the rest, and finds
// title, date, authors among the rest.
Draft draft_text(const Document& document);

// Keeps clean text byte for byte: its paragraphs, joined by "\n\n", are the
// text that was given.
Draft draft_clean(const Document& document, Detail detail);

}  // namespace tellings::articles
