// Answers: values of a figure's finding, with their evidence and accounts.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "tellings/findings/board.h"
#include "tellings/findings/slots.h"
#include "tellings/model/finding.h"

namespace tellings::findings {

// The readings of one value as an answer: the first reading of each article is
// its evidence.  Accounts that rest on one speaker's name count once.
Value answer(const Board& board, std::span<const Reading* const> readings);

// A finding about a figure without values: kind agreement, and the role, noun,
// unit and question of `reading`.
Finding question_of(const Reading& reading);

// True if an article gives both values, and not on the word of two speakers:
// then it tells two things.
bool one_article_has_both(std::span<const Reading* const> a, std::span<const Reading* const> b);

// The days between the first article of one value and the last of the other;
// empty if a day is not known.
std::optional<int> days_between(const Board& board, std::span<const Reading* const> earlier,
                                std::span<const Reading* const> later);

// True if a value must be counted among those that hold together with `other`.
bool holds_with(const Reading& a, const Reading& b);

}  // namespace tellings::findings
