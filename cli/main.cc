#include <cstdio>
#include <exception>
#include <fstream>
#include <iostream>
#include <string>
#include <vector>

#include "tellings/pipeline/analysis.h"
#include "tellings/pipeline/records.h"

namespace {

using namespace tellings::pipeline;

struct Command {
  std::string_view name;
  Stage up_to;
  std::size_t (*count)(const Analysis&);
  std::string (*record)(const Analysis&, std::size_t);
};

constexpr Command kCommands[] = {
    {"articles", Stage::articles, [](const Analysis& r) { return r.articles.size(); }, article_record},
    {"copies", Stage::copies, [](const Analysis& r) { return r.copies.size(); }, copy_record},
    {"stories", Stage::stories, [](const Analysis& r) { return r.stories.size(); }, story_record},
    {"lineage", Stage::lineage, [](const Analysis& r) { return r.stories.size(); }, lineage_record},
    {"statements", Stage::statements, [](const Analysis& r) { return r.articles.size(); }, statements_record},
    {"findings", Stage::findings, [](const Analysis& r) { return r.stories.size(); }, findings_record},
};

int run(const std::vector<std::string>& words) {
  for (const Command& c : kCommands) {
    if (words.empty() || c.name != words[0]) continue;
    Options options{.up_to = c.up_to, .threads = 1, .one_story = false, .fields = {}};
    std::vector<std::string> inputs;
    std::string errors;
    for (std::size_t i = 1; i < words.size(); ++i) {
      if (words[i] == "--threads") {
        options.threads = std::stoul(words.at(++i));
      } else if (words[i] == "--errors") {
        errors = words.at(++i);
      } else if (words[i] == "--one-story") {
        options.one_story = true;
      } else if (words[i] == "-" || !words[i].starts_with("-")) {
        inputs.push_back(words[i]);
      }
    }
    const Analysis found = analyse(inputs, options);
    for (std::size_t i = 0; i < c.count(found); ++i) std::cout << c.record(found, i) << '\n';
    if (!errors.empty()) {
      std::ofstream out(errors);
      for (const auto& r : found.rejections) out << rejection_record(r) << '\n';
    }
    return found.rejections.empty() ? 0 : 4;
  }
  std::cerr << "tellings: no such command\n";
  return 2;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    return run({argv + 1, argv + argc});
  } catch (const std::exception& error) {
    std::cerr << "tellings: " << error.what() << '\n';
    return 1;
  }
}
