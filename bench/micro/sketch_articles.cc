// Sketches articles as the search for copies does: text to words to sketch.
//
//   cmake --preset release -DTELLINGS_BENCH=ON && cmake --build build/release --target sketch_articles
//   build/release/sketch_articles FILE            # an article a line
//
// Prints megabytes a second of the processor's time for words alone and for words
// and sketches, the best of five rounds.
#include <algorithm>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <string>
#include <vector>

#include "tellings/copies/sketch.h"
#include "tellings/text/words.h"

namespace {

double cpu_seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

// The least time of five rounds over all articles; `work` gives a number, so that
// nothing is left out as useless.
template <typename Work>
double best_of_five(const std::vector<std::string>& articles, std::size_t* sum, Work work) {
  double best = 1e9;
  for (int round = 0; round < 5; ++round) {
    *sum = 0;
    const double start = cpu_seconds();
    for (const std::string& article : articles) *sum += work(article);
    best = std::min(best, cpu_seconds() - start);
  }
  return best;
}

}  // namespace

int main(int argc, char** argv) {
  using namespace tellings;
  std::vector<std::string> articles;
  double megabytes = 0;
  for (int i = 1; i < argc; ++i) {
    std::ifstream in(argv[i], std::ios::binary);
    for (std::string line; std::getline(in, line);) {
      megabytes += static_cast<double>(line.size()) / 1e6;
      articles.push_back(line);
    }
  }
  std::size_t words = 0;
  std::size_t runs = 0;
  const double split = best_of_five(articles, &words, [](const std::string& a) { return text::words(a).size(); });
  const double sketched =
      best_of_five(articles, &runs, [](const std::string& a) { return copies::sketch(text::words(a)).runs.size(); });
  std::printf("%zu articles, %.1f MB, %zu words\n", articles.size(), megabytes, words);
  std::printf("words %.0f MB a second, words and sketch %.0f MB a second, %zu runs sampled\n", megabytes / split,
              megabytes / sketched, runs);
}
