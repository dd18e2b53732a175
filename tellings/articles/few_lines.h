// Documents of a few lines: a brief, a feed's item, a post.
//
//   keep_sentences(&lines);
#pragma once

#include "tellings/articles/line.h"

namespace tellings::articles {

// Keeps, of a document of a dozen lines or fewer, the sentences that the forest
// dropped for being short or without company, unless they are announced as
// something else or stand where no article does.
void keep_sentences(Lines* lines);

}  // namespace tellings::articles
