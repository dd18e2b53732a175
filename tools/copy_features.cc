// Prints the evidence that the program itself finds for pairs of articles, so
// that training and use cannot drift apart.
//
//   copy_features ARTICLES.jsonl < PAIRS.tsv > FEATURES.tsv
//   copy_features ARTICLES.jsonl --candidates > PAIRS.tsv
//
// PAIRS.tsv holds two ids a line; the answer has a line of names first, then a
// line for each pair: features, signs, roots with their rates.
#include <iostream>
#include <map>
#include <string>
#include <vector>

#include "tellings/copies/align.h"
#include "tellings/copies/candidates.h"
#include "tellings/copies/direction.h"
#include "tellings/copies/evidence.h"
#include "tellings/copies/reading.h"
#include "tellings/pipeline/analysis.h"

int main(int argc, char** argv) {
  using namespace tellings;
  if (argc < 2) {
    std::cerr << "usage: copy_features ARTICLES.jsonl < PAIRS.tsv\n";
    return 2;
  }
  pipeline::Options options;
  options.up_to = pipeline::Stage::articles;
  const auto articles = pipeline::analyse({argv[1]}, options).articles;
  const auto batch = copies::sketch_all(articles, 2);
  if (argc > 2) {
    copies::Capped capped;
    for (const auto& c : copies::candidates(batch.sketches, batch.weights, &capped))
      std::cout << articles[c.a].id << '\t' << articles[c.b].id << '\n';
    return 0;
  }
  std::vector<copies::Reading> readings;
  for (const Article& article : articles) readings.push_back(copies::read(article.text, batch.weights));
  std::map<std::string, std::size_t> number;
  for (std::size_t i = 0; i < articles.size(); ++i) number[articles[i].id] = i;

  for (const auto name : copies::kFeatureNames) std::cout << name << '\t';
  for (const auto name : copies::kSignNames) std::cout << "sign_" << name << '\t';
  std::cout << "wording\n";
  std::string a;
  std::string b;
  while (std::cin >> a >> b) {
    const std::size_t i = number.at(a);
    const std::size_t j = number.at(b);
    const copies::Subject x{articles[i], readings[i]};
    const copies::Subject y{articles[j], readings[j]};
    const auto alignment = copies::align(x.reading, y.reading);
    for (const float f : copies::weigh(x.reading, y.reading, alignment).features) std::cout << f << '\t';
    for (const float f : copies::signs(x, y, alignment)) std::cout << f << '\t';
    for (const auto& [root, rate] : copies::wording_rates(x, y, alignment)) std::cout << root << ':' << rate << ' ';
    std::cout << '\n';
  }
}
