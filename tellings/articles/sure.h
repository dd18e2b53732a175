// What is dropped whatever the forest thinks, and why a line is dropped.
#pragma once

#include <optional>

#include "tellings/articles/line.h"

namespace tellings::articles {

// The reason to drop a line that is plain from its words alone: traces of
// code, comment forms, "Advertisement", "ALSO READ: ...".
std::optional<DropReason> surely_dropped(const Line& line);

// Why a line that is dropped is: the best guess from its words.
DropReason reason_of(const Line& line);

}  // namespace tellings::articles
