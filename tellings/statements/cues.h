// Verbs of saying, and how surely each reports speech.
#pragma once

#include "tellings/statements/word_table.h"

namespace tellings::statements {

// How surely a verb reports speech.
enum class Cue : unsigned char {
  say,     // takes a clause or a quotation
  stance,  // "wants", "opposes", "declined": what somebody is for or against, or means to do
  judge,   // takes an object and gives the speaker's view of it
};

const WordTable<Cue>& cues();

// Verbs that need a clause or marks after them to report.
const WordSet& doubtful();

}  // namespace tellings::statements
