#include "tellings/base/result.h"

#include <cassert>

namespace tellings {

const char* name(Code code) {
  switch (code) {
    case Code::empty: return "empty";
    case Code::unreadable: return "unreadable";
    case Code::bad_syntax: return "bad_syntax";
    case Code::bad_encoding: return "bad_encoding";
    case Code::truncated: return "truncated";
    case Code::too_large: return "too_large";
    case Code::unsupported: return "unsupported";
    case Code::no_article: return "no_article";
    case Code::duplicate_id: return "duplicate_id";
  }
  assert(false);
  return "";
}

}  // namespace tellings
