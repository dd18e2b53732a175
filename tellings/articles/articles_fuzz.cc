// Any bytes as a page and as scraped text: no crash, and the contract holds.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "tellings/articles/articles.h"
#include "tellings/base/utf8.h"

namespace {

using namespace tellings;

void check(const Article& a) {
  std::string again;
  for (std::size_t i = 0; i < a.paragraphs.size(); ++i)
    again.append(i > 0 ? "\n\n" : "").append(slice(a.text, a.paragraphs[i]));
  if (again != a.text || !is_utf8(a.text) || !is_utf8(a.title)) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  for (const Content content : {Content::html, Content::dirty_text, Content::clean_text}) {
    Document d;
    d.id = "a";
    d.content = content;
    d.bytes = to_valid_utf8({reinterpret_cast<const char*>(data), size});
    std::vector<articles::Draft> drafts(1);
    drafts[0] = articles::draft(d);
    for (const Article& a : articles::finish(drafts)) check(a);
  }
  return 0;
}
