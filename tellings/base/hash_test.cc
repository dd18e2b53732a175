#include "tellings/base/hash.h"

#include <doctest/doctest.h>

#include <set>
#include <string>

using namespace tellings;

TEST_CASE("a page's hash tells apart what differs in one byte, its length or its seed") {
  const std::string page(100, 'x');
  std::set<std::uint64_t> seen = {hash_page(page), hash_page(page, 1), hash_page("")};
  for (std::size_t i = 0; i < page.size(); ++i) {
    std::string other = page;
    other[i] = 'y';
    seen.insert(hash_page(other));
    seen.insert(hash_page(page.substr(i + 1) + "z"));
  }
  CHECK(seen.size() == 3 + 2 * page.size());
}

TEST_CASE("hashes stay what they are, since ids are made of them") {
  CHECK(hash_page("The ferry sails to the island on Monday, and back.") == 8873905613447757733u);
  CHECK(hash_page("") == 2176872171090964246u);
}
