#include "tellings/pipeline/analysis.h"

#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>

#include "tellings/articles/articles.h"
#include "tellings/base/threads.h"
#include "tellings/base/utf8.h"
#include "tellings/copies/copies.h"
#include "tellings/documents/documents.h"
#include "tellings/findings/findings.h"
#include "tellings/lineage/lineage.h"
#include "tellings/statements/statements.h"
#include "tellings/stories/stories.h"

namespace tellings::pipeline {
namespace {

class Collector : public documents::Sink {
 public:
  explicit Collector(std::vector<Rejection>* rejections) : rejections_(rejections) {}
  void document(Document d) override { drafts.push_back(articles::draft(d)); }
  void rejection(Rejection r) override { rejections_->push_back(std::move(r)); }
  std::vector<articles::Draft> drafts;

 private:
  std::vector<Rejection>* rejections_;
};

std::string slurp(std::istream& in) { return {std::istreambuf_iterator<char>(in), {}}; }

bool runs(Stage stage, Stage up_to) {
  if (up_to == Stage::statements) return stage == Stage::articles || stage == Stage::statements;
  return stage <= up_to;
}

}  // namespace

Analysis analyse(const std::vector<std::string>& inputs, const Options& options) {
  Analysis run;
  Collector collector(&run.rejections);
  for (const std::string& path : inputs) {
    std::string bytes;
    if (path == "-") {
      bytes = slurp(std::cin);
    } else {
      std::ifstream in(path, std::ios::binary);
      if (!in) {
        run.rejections.push_back({to_valid_utf8(path), {}, {Code::unreadable, "cannot be opened"}});
        continue;
      }
      bytes = slurp(in);
    }
    const documents::Input input{bytes, to_valid_utf8(path), std::filesystem::path(path).stem().string()};
    documents::read(input, {options.fields}, &collector);
  }
  run.articles = articles::finish(std::move(collector.drafts));

  const Stage up_to = options.up_to;
  if (runs(Stage::copies, up_to)) run.copies = copies::find_copies(run.articles, options.threads);
  if (runs(Stage::stories, up_to)) {
    if (!options.one_story) {
      run.stories = stories::group(run.articles, run.copies, options.threads);
    } else if (!run.articles.empty()) {
      run.stories = {stories::one_story(run.articles)};
    }
  }
  if (runs(Stage::lineage, up_to)) {
    run.lineages.resize(run.stories.size());
    parallel_for(run.stories.size(), options.threads,
                 [&](std::size_t i) { run.lineages[i] = lineage::trace(run.articles, run.stories[i], run.copies); });
  }
  if (runs(Stage::statements, up_to)) run.statements = statements::read_statements(run.articles, options.threads);
  if (runs(Stage::findings, up_to)) {
    run.findings.resize(run.stories.size());
    const findings::Run all{run.articles, run.statements, run.copies};
    parallel_for(run.stories.size(), options.threads,
                 [&](std::size_t i) { run.findings[i] = findings::align(all, run.stories[i], run.lineages[i]); });
  }
  return run;
}

}  // namespace tellings::pipeline
