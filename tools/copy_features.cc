// Prints the evidence that the program itself finds for pairs of articles, so
// that training and use cannot drift apart.
//
//   copy_features ARTICLES.jsonl < PAIRS.tsv > FEATURES.tsv
//   copy_features ARTICLES.jsonl --candidates > PAIRS.tsv
//
// PAIRS.tsv holds two ids a line; the answer has a line of names first, then a
// line of numbers for each pair.
#include <iostream>
#include <map>
#include <string>
#include <vector>

#include "tellings/copies/align.h"
#include "tellings/copies/candidates.h"
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
  const auto batch = copies::read_all(articles, 2);
  if (argc > 2) {
    std::vector<copies::Sketch> sketches;
    for (const auto& r : batch.readings) sketches.push_back(copies::sketch(r, batch.weights));
    copies::Capped capped;
    for (const auto& c : copies::candidates(sketches, batch.weights, &capped))
      std::cout << articles[c.a].id << '\t' << articles[c.b].id << '\n';
    return 0;
  }
  std::map<std::string, std::size_t> number;
  for (std::size_t i = 0; i < articles.size(); ++i) number[articles[i].id] = i;

  const char* separator = "";
  for (const auto name : copies::kFeatureNames) {
    std::cout << separator << name;
    separator = "\t";
  }
  std::cout << '\n';
  std::string a;
  std::string b;
  while (std::cin >> a >> b) {
    const auto& x = batch.readings.at(number.at(a));
    const auto& y = batch.readings.at(number.at(b));
    separator = "";
    for (const float f : copies::weigh(x, y, copies::align(x, y)).features) {
      std::cout << separator << f;
      separator = "\t";
    }
    std::cout << '\n';
  }
}
