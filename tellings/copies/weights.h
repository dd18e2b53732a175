// How much a shared word says: -ln of the share of articles that hold its root.
//
//   K. Sparck Jones, "A statistical interpretation of term specificity and its
//   application in retrieval", Journal of Documentation 28 (1972).
//
//   Weights weights;                       // the background alone
//   for (const auto& r : articles) weights.count(unique_roots(r));
//   weights.of(root);                      // 0 = in every article, to about 7.5
//
// The background counts as kBackgroundArticles articles, so that a batch of
// two changes next to nothing and a batch of thousands decides.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace tellings::copies {

class Weights {
 public:
  Weights();

  // Counts one article's roots, each once.  Not safe from several threads.
  void count(std::span<const std::uint32_t> unique_roots);

  // The same for many articles at once: `articles` of them hold `root`; and how
  // many articles those were.
  void count(std::uint32_t root, std::uint32_t articles);
  void count_articles(std::uint32_t articles) { articles_ += articles; }

  // The weight of a root, in [0, about 8].  Safe from any thread while no
  // article is being counted.
  float of(std::uint32_t root) const;

  // In how many of the counted articles the root stands.
  std::uint32_t articles_with(std::uint32_t root) const;

  std::uint32_t articles() const { return articles_; }

  // The weight of a root before any article was counted.
  float background(std::uint32_t root) const;

 private:
  struct Slot {
    std::uint32_t root = 0;
    std::uint32_t articles = 0;
    float background = 0;  // articles of the background that hold it; 0 = an empty slot
  };
  std::size_t find(std::uint32_t root) const;
  void grow();

  std::vector<Slot> slots_;  // open addressing, a power of two
  std::size_t used_ = 0;
  std::uint32_t articles_ = 0;
};

}  // namespace tellings::copies
