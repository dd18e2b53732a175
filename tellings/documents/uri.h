// Relative references in feeds.
//
//   RFC 3986, section 5.2
#pragma once

#include <string>
#include <string_view>

namespace tellings::documents {

// The URI that `reference` means where the base is `base`; `reference` itself
// if it is whole already or the base is not.
std::string resolved(std::string_view base, std::string_view reference);

}  // namespace tellings::documents
