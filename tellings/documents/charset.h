// In which charset are these bytes?  Makes valid UTF-8 of any.
//
//   https://encoding.spec.whatwg.org/ (labels), https://html.spec.whatwg.org/#encoding-sniffing-algorithm
//
//   std::string page = to_utf8(body, {.label = "shift_jis", .markup = true});
//
// The order is ours where it departs from the standard's: byte order mark, then
// valid UTF-8 whatever any label says (of 2,047 saved pages 97.8 % are, 8 of
// them with a legacy label), then the label given, the one inside, a guess.
#pragma once

#include <string>
#include <string_view>

#include "tellings/model/origin.h"

namespace tellings::documents {

// The encoding that a label names, as the standard spells it in lower case
// ("windows-1252" for "latin1"); empty for a label that it does not know.
std::string_view encoding_of(std::string_view label);

// The name of ICU's converter for an encoding; empty if there is none.
std::string_view icu_name(std::string_view encoding);

// The encoding that a page names in its first 16 KiB, by the standard's
// prescan; empty if it names none.
std::string_view prescan(std::string_view page);

// The encoding in an XML declaration; empty if there is none.
std::string_view xml_declared(std::string_view bytes);

struct Hints {
  // NOLINTNEXTLINE(readability-redundant-member-init): g++ warns of a missing initialiser without it
  std::string_view label = {};  // what the carrier says, as HTTP's charset; may be any bytes
  bool markup = false;          // look for meta elements and XML declarations
};

// The encoding that `bytes` are in: "utf-8", "utf-16le", "utf-16be" or another.
std::string_view charset_of(std::string_view bytes, const Hints& hints);

// The bytes as valid UTF-8, without a byte order mark; what cannot be decoded
// is U+FFFD.  `origin`, unless null, is where the map back to `bytes` goes; it
// stays empty if nothing was changed.
std::string decode(std::string_view bytes, std::string_view encoding, Origin* origin = nullptr);
std::string to_utf8(std::string_view bytes, const Hints& hints, Origin* origin = nullptr);

// True if `bytes` are neither text nor markup in any charset: NULs and control
// characters where none can be.
bool is_binary(std::string_view bytes);

// Whether all is well-formed UTF-8, at the speed of memory.
bool is_valid_utf8(std::string_view bytes);

}  // namespace tellings::documents
