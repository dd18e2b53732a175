// A second article, found by what its words are about.
//
//   After M. A. Hearst, "TextTiling", Computational Linguistics 23 (1997), and
//   lexical chains (J. Morris, G. Hirst, 1991), turned to whole texts.
#pragma once

#include <span>

#include "tellings/articles/articles.h"

namespace tellings::articles {

// Adds a cut to the scraped drafts in which another article begins: hardly any
// word that matters runs on from what is left of the cut to what is right of
// it.  Which words matter is counted in the batch, and in a small batch taken
// from a table of common words.  A draft whose tail is another article of the
// batch needs less of a shift.  Linear in the text.
void cut_by_words(std::span<Draft> drafts);

}  // namespace tellings::articles
