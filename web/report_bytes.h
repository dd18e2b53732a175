// The front end as bytes in the program: made from web/src when it is built
// (cmake/web.cmake), so that a report needs no other file and no network.
#pragma once

#include <string_view>

namespace tellings::web {

// The script and the style sheet, UTF-8, safe inside their elements.
extern const std::string_view kScript;
extern const std::string_view kStyle;

// Their hashes as a Content-Security-Policy names them: "sha256-…".
extern const std::string_view kScriptHash;
extern const std::string_view kStyleHash;

}  // namespace tellings::web
