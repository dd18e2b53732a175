// The commands, each in the file of its name.
#pragma once

#include "cli/command.h"

namespace tellings::cli {

extern const Command articles_command;
extern const Command copies_command;
extern const Command compare_command;
extern const Command stories_command;
extern const Command lineage_command;
extern const Command statements_command;
extern const Command findings_command;
extern const Command report_command;
extern const Command names_command;

}  // namespace tellings::cli
