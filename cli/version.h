// The program's version, as CMakeLists.txt declares it.
#pragma once

#include <string_view>

namespace tellings::cli {

inline constexpr std::string_view kVersion = TELLINGS_VERSION;

}  // namespace tellings::cli
