// Which names mean the same person, body or place, over all articles of a run?
//
//   Within an article a short name is its long one's ("Kadhimi" after "Mustafa
//   al-Kadhimi"); between articles whole names are joined where they are
//   spellings of one (same_name) and of one kind. Names are joined on evidence
//   in the text only: no list of who is who.
//
//   join_entities(&names_of_all_articles);
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "tellings/model/statement.h"

namespace tellings::statements {

// A name in an article.
struct Mention {
  std::string name;
  NameType type = NameType::person;
  std::size_t alias_of = SIZE_MAX;  // the mention that this is said to be another name of: "X, or Y", "X (XYZ)"
  std::uint32_t entity = 0;         // set by join_entities, from 1
};

// Numbers the entities by their first mention.  Also settles each mention's
// type: that of most mentions of its entity in its article.  Work grows with
// the names times the names of like sound, which are capped.
void join_entities(std::vector<std::vector<Mention>>* articles);

}  // namespace tellings::statements
