// The way: sketches, vectors, links, copies folded, average linkage, stories.
//
// Every step is a function of the whole batch in time order, so the order in
// which the articles came and the number of threads change nothing.
#include "tellings/stories/stories.h"

#include <algorithm>
#include <numeric>
#include <unordered_set>
#include <utility>

#include "tellings/base/threads.h"
#include "tellings/stories/describe.h"
#include "tellings/stories/folding.h"
#include "tellings/stories/linkage.h"
#include "tellings/stories/links.h"
#include "tellings/stories/parts.h"
#include "tellings/stories/vectors.h"

namespace tellings::stories {
namespace {

// The articles from the earliest day to the latest; those without a day last.
std::vector<ArticleNo> in_time_order(std::span<const std::int32_t> days) {
  std::vector<ArticleNo> order(days.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = ArticleNo{i};
  std::ranges::stable_sort(order, {}, [&](ArticleNo a) {
    const std::int32_t day = days[index(a)];
    return std::pair(day == kNoDay, day);
  });
  return order;
}

// What of each article is compared, by their places in `order`.
std::vector<Side> sides_of(std::span<const ArticleNo> order, const Rows<Weight>& vectors, const Sketches& sketches) {
  std::vector<Side> sides;
  sides.reserve(order.size());
  for (const ArticleNo a : order) {
    sides.push_back({vectors[index(a)], sketches.slots[index(a)], sketches.days[index(a)]});
  }
  return sides;
}

// A group of articles, all of them and those that vote.
struct Members {
  std::vector<ArticleNo> all;
  std::vector<ArticleNo> voters;
};

std::vector<Members> members_of(std::span<const ArticleNo> order, std::span<const std::uint32_t> voter,
                                std::span<const std::uint32_t> group) {
  std::vector<std::uint32_t> place(order.size());
  std::vector<Members> out;
  for (std::uint32_t i = 0; i < order.size(); ++i) {
    const std::uint32_t first = group[voter[i]];
    if (first == i) {
      place[i] = static_cast<std::uint32_t>(out.size());
      out.emplace_back();
    }
    Members& m = out[place[first]];
    m.all.push_back(order[i]);
    if (voter[i] == i) m.voters.push_back(order[i]);
  }
  return out;
}

// Ids in the order of the earliest articles: where two would be the same, the
// later story takes another.
void name_stories(std::span<const Article> articles, std::vector<Story>* stories) {
  struct Named {
    ArticleNo earliest;
    Story* story;
  };
  std::vector<Named> named;
  for (Story& s : *stories) {
    const auto earlier = [&](ArticleNo a, ArticleNo b) { return is_earlier(articles, a, b); };
    named.push_back({*std::ranges::min_element(s.articles, earlier), &s});
  }
  std::ranges::sort(named, {}, &Named::earliest);
  std::unordered_set<std::uint32_t> taken;
  for (const Named& n : named) {
    const std::string& id = articles[index(n.earliest)].id;
    std::uint32_t key = story_key(id);
    for (unsigned salt = 1; !taken.insert(key).second; ++salt) key = story_key(id, salt);
    n.story->id = story_id(key);
  }
}

}  // namespace

std::vector<Story> group(std::span<const Article> articles, Sketches sketches, std::size_t threads) {
  const std::size_t count = articles.size();
  const Rows<Weight> vectors = weigh_all(std::move(sketches.terms), threads);
  const std::vector<ArticleNo> order = in_time_order(sketches.days);
  const std::vector<Side> sides = sides_of(order, vectors, sketches);
  std::vector<Link> links = find_links(sides, threads);
  const std::vector<std::uint32_t> voter = fold_copies(count, links);
  std::vector<Touch> touching;
  std::vector<std::uint32_t> groups =
      average_linkage(count, links_of_voters(std::move(links), voter), threads, &touching);
  join_parts(sides, voter, touching, &groups);

  std::vector<Members> members = members_of(order, voter, groups);
  std::vector<Story> stories(members.size());
  parallel_for(stories.size(), threads, [&](std::size_t i) {
    std::ranges::sort(members[i].all);
    stories[i].articles = std::move(members[i].all);
    describe(articles, sketches.surfaces, vectors, members[i].voters, &stories[i]);
  });
  name_stories(articles, &stories);
  std::ranges::sort(stories, {}, &Story::id);
  return stories;
}

Sketches sketch_all(std::span<const Article> articles, std::size_t threads) {
  constexpr std::size_t kAtOnce = 4096;
  Sketches out;
  std::vector<Sketch> some;
  for (std::size_t begin = 0; begin < articles.size(); begin += kAtOnce) {
    const auto part = articles.subspan(begin, std::min(kAtOnce, articles.size() - begin));
    some.resize(part.size());
    parallel_for(part.size(), threads, [&](std::size_t i) { some[i] = sketch(part[i]); });
    for (const Sketch& s : some) out.add(s);
  }
  return out;
}

std::vector<Story> group(std::span<const Article> articles, std::size_t threads) {
  return group(articles, sketch_all(articles, threads), threads);
}

Story one_story(std::span<const Article> articles) {
  Story story;
  if (articles.empty()) return story;
  Sketches sketches = sketch_all(articles, 1);
  const Rows<Weight> vectors = weigh_all(std::move(sketches.terms), 1);
  for (std::uint32_t i = 0; i < articles.size(); ++i) story.articles.push_back(ArticleNo{i});
  describe(articles, sketches.surfaces, vectors, story.articles, &story);
  const auto earlier = [&](ArticleNo a, ArticleNo b) { return is_earlier(articles, a, b); };
  story.id = story_id(story_key(articles[index(*std::ranges::min_element(story.articles, earlier))].id));
  return story;
}

}  // namespace tellings::stories
