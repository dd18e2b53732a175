#include "tellings/pipeline/analysis.h"

#include "tellings/base/threads.h"
#include "tellings/copies/copies.h"
#include "tellings/findings/findings.h"
#include "tellings/lineage/lineage.h"
#include "tellings/pipeline/reading.h"
#include "tellings/statements/statements.h"
#include "tellings/stories/explain.h"
#include "tellings/stories/stories.h"

namespace tellings::pipeline {
namespace {

bool runs(Stage stage, Stage up_to) {
  if (up_to == Stage::statements) return stage == Stage::articles || stage == Stage::statements;
  if (up_to == Stage::stories) return stage == Stage::articles || stage == Stage::stories;
  return stage <= up_to;
}

// True if nothing of this run needs the texts once they are sketched.
bool forgets_texts(const Options& options) {
  return options.up_to == Stage::stories && !options.one_story && !options.why;
}

// Reads the inputs and groups them, keeping of each text its sketch alone.
void group_without_texts(const std::vector<std::string>& inputs, Options options, Analysis* run) {
  options.texts = false;
  stories::Sketches sketches;
  const auto take = [&](std::vector<Article> some) {
    sketches.add(stories::sketch_all(some, options.threads));
    for (Article& a : some) {
      Article kept;
      kept.id = std::move(a.id);
      kept.part = a.part;
      kept.title = std::move(a.title);
      kept.published = std::move(a.published);
      run->articles.push_back(std::move(kept));
    }
  };
  each_article(inputs, options, take, &run->rejections);
  if (options.progress) options.progress("group", run->articles.size());
  run->stories = stories::group(run->articles, std::move(sketches), options.threads);
}

}  // namespace

Analysis analyse(const std::vector<std::string>& inputs, const Options& options) {
  Analysis run;
  if (forgets_texts(options)) {
    group_without_texts(inputs, options, &run);
    return run;
  }
  run.articles = read_articles(inputs, options, &run.rejections);
  const auto starts = [&](Stage stage, std::string_view name) {
    const bool wanted = runs(stage, options.up_to);
    if (wanted && options.progress) options.progress(name, run.articles.size());
    return wanted;
  };

  if (starts(Stage::copies, "compare")) run.copies = copies::find_copies(run.articles, options.threads);
  if (starts(Stage::stories, "group")) {
    if (!options.one_story) {
      run.stories = stories::group(run.articles, options.threads);
    } else if (!run.articles.empty()) {
      run.stories = {stories::one_story(run.articles)};
    }
    if (options.why) run.memberships = stories::explain(run.articles, run.stories, options.threads);
  }
  if (starts(Stage::lineage, "trace")) {
    run.lineages.resize(run.stories.size());
    parallel_for(run.stories.size(), options.threads,
                 [&](std::size_t i) { run.lineages[i] = lineage::trace(run.articles, run.stories[i], run.copies); });
  }
  if (starts(Stage::statements, "understand"))
    run.statements = statements::read_statements(run.articles, options.threads);
  if (starts(Stage::findings, "align")) {
    run.findings.resize(run.stories.size());
    const findings::Run all{run.articles, run.statements, run.copies};
    parallel_for(run.stories.size(), options.threads,
                 [&](std::size_t i) { run.findings[i] = findings::align(all, run.stories[i], run.lineages[i]); });
  }
  return run;
}

}  // namespace tellings::pipeline
