// Why a text is taken for a copy of another, in sentences that a person can
// check.
//
//   for (const auto& why : describe(changes, "001")) print(why);
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "tellings/lineage/descent.h"
#include "tellings/model/copy.h"

namespace tellings::lineage {

// In what manner the changes make a copy.
CopyKind kind_of(const Changes& changes);

// What the copy keeps, lost and gained.  `from` is the original's id, empty for a
// lost text.
std::vector<std::string> describe(const Changes& changes, std::string_view from);

// "1 sentence", "2 sentences".
std::string counted(int n, std::string_view noun);

}  // namespace tellings::lineage
