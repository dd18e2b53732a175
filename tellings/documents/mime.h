// The encodings that mail puts around bytes.
//
//   RFC 2045, sections 6.7 (quoted-printable) and 6.8 (base64)
#pragma once

#include <string>
#include <string_view>

namespace tellings::documents {

// Bytes of quoted-printable; what is not well-formed stays as it is.
std::string from_quoted_printable(std::string_view text);

// Bytes of base64, in either alphabet; other characters are passed over.
std::string from_base64(std::string_view text);

}  // namespace tellings::documents
