#include "tellings/statements/tokens.h"

#include <doctest/doctest.h>

#include <string>

namespace tellings::statements {
namespace {

std::string cut(std::string_view text) {
  const Reading r = read(text);
  std::string out;
  for (std::size_t i = 0; i < r.tokens.size(); ++i) {
    if (i > 0) out += r.tokens[i].glued ? "+" : " ";
    out += r.word(i);
  }
  return out;
}

TEST_CASE("tokens are cut as the treebanks cut them") {
  struct {
    const char *text, *expected;
  } cases[] = {
      {"Don't go.", "Do+n't go+."},
      {"Al-Amin's house", "Al+-+Amin+'s house"},
      {"the U.S. navy", "the U.S. navy"},
      {"at 4 a.m (0200 GMT)", "at 4 a.m (+0200 GMT+)"},
      {"$1,200.50m or 3.5%", "$+1,200.50+m or 3.5+%"},
      {"O'Neil said Mr. Hall", "O'Neil said Mr. Hall"},
      {"the 2nd of 20:30", "the 2nd of 20:30"},
      {"see https://example.org/a-b now", "see https://example.org/a-b now"},
  };
  for (const auto& c : cases) {
    CAPTURE(std::string(c.text));
    CHECK(cut(c.text) == c.expected);
  }
}

TEST_CASE("every prefix of a text is read, and its tokens lie inside it in order") {
  const std::string text =
      "\xE2\x80\x9CI don\xE2\x80\x99t,\xE2\x80\x9D said A.B. O\xE2\x80\x99Hara, 54\xE2\x80\x94on 3.5% of "
      "\xD0\x97\xD0\xB5\xD0\xBB.";
  for (std::size_t n = 0; n <= text.size(); ++n) {
    const Reading r = read(std::string_view(text).substr(0, n));
    std::uint32_t at = 0;
    for (const Token& t : r.tokens) {
      CHECK(t.span.begin >= at);
      CHECK(t.span.end > t.span.begin);
      at = t.span.end;
    }
    CHECK(at <= n);
    CHECK(r.lower.size() == n);
  }
}

}  // namespace
}  // namespace tellings::statements
