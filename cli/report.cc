#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/run.h"

namespace tellings::cli {
namespace {
int run(const Args&) { throw std::runtime_error("report: not here yet"); }
}  // namespace
const Command report_command = {"report", "everything in one HTML file for a reader", "INPUT... -o FILE", "", "", {},
                                run};
}  // namespace tellings::cli
