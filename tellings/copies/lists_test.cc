#include "tellings/copies/lists.h"

#include <doctest/doctest.h>

#include <map>
#include <random>

using namespace tellings::copies;

namespace {

using Table = std::map<std::uint32_t, std::vector<std::uint32_t>>;

Table random_table(std::size_t lists) {
  std::mt19937 random(7);
  Table out;
  while (out.size() < lists) {
    std::uint32_t article = 0;
    auto& list = out[static_cast<std::uint32_t>(random())];
    for (std::size_t n = 1 + random() % 9; list.size() < n;)
      list.push_back(article += 1 + static_cast<std::uint32_t>(random() % 1000));
  }
  return out;
}

std::string bytes_of(const Table& table, std::size_t most, std::size_t kept) {
  ListsWriter writer(most, kept);
  for (const auto& [seed, articles] : table) writer.add({seed, static_cast<std::uint32_t>(articles.size()), articles});
  return writer.take();
}

}  // namespace

TEST_CASE("lists give back what was written, by seed and in order") {
  for (const std::size_t size : {0u, 1u, 127u, 128u, 129u, 1000u}) {
    CAPTURE(size);
    const Table table = random_table(size);
    const std::string bytes = bytes_of(table, 100, 100);
    const Lists lists(bytes);
    Lists::Reader reader(lists);
    std::size_t seen = 0;
    for (const auto& [seed, articles] : table) {
      REQUIRE(reader.next());
      CHECK(reader.list().seed == seed);
      CHECK(reader.list().articles == articles);
      const auto found = lists.find(seed);
      REQUIRE(found);
      CHECK(found->articles == articles);
      CHECK(!lists.find(seed + 1).has_value() == !table.contains(seed + 1));
    }
    CHECK(!reader.next());
    lists.for_each_count([&](std::uint32_t seed, std::uint32_t count) { seen += table.at(seed).size() == count; });
    CHECK(seen == table.size());
  }
}

TEST_CASE("of a list that is too long the newest are kept, and the count of all") {
  const std::string bytes = bytes_of({{5, {1, 2, 3, 4}}, {9, {7}}}, 3, 2);
  const auto found = Lists(bytes).find(5);
  REQUIRE(found);
  CHECK(found->count == 4);
  CHECK(found->articles == std::vector<std::uint32_t>{3, 4});
  CHECK(Lists(bytes).find(9)->articles == std::vector<std::uint32_t>{7});
}

TEST_CASE("damaged lists are reported or give the same answers") {
  const Table table = random_table(40);
  const std::string good = bytes_of(table, 100, 100);
  const auto tried = [&](const std::string& bytes) {
    try {
      const Lists lists(bytes);
      for (const auto& [seed, articles] : table) {
        const auto found = lists.find(seed);
        if (!found || found->articles != articles) return false;
      }
    } catch (const Damaged&) {
      return true;
    }
    return true;
  };
  for (std::size_t n = 0; n < good.size(); ++n) {
    CAPTURE(n);
    CHECK_THROWS_AS(Lists(good.substr(0, n)), Damaged);
    std::string bad = good;
    bad[n] = static_cast<char>(bad[n] ^ 0x10);
    CHECK(tried(bad));
  }
}
