// Stories as the articles come: one at a time, answered at once.
//
//   Stream stream;
//   for (const Article& a : feed) {
//     const Stream::Told told = stream.add(a);
//     say(a.id, told.story);
//     for (const Stream::Merge& m : told.merges) say(m.from, m.into);
//   }
//
// The answers depend on the order of the articles and on nothing else.
#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "tellings/model/article.h"
#include "tellings/stories/closed.h"
#include "tellings/stories/links.h"
#include "tellings/stories/sketch.h"
#include "tellings/stories/vectors.h"

namespace tellings::stories {

class Stream {
 public:
  struct Options {
    // Articles so many days older than the newest day seen are let go, and a
    // story is closed when all of its articles are.
    std::int32_t window_days = 30;
    // But the last so many articles are always kept, whatever their days: a
    // backlog comes in any order.
    std::size_t least_kept = 20000;
    // So many closed stories are remembered, by the last article of each: one
    // that comes late, of a day before the window, opens its story again.
    std::size_t most_closed = 20000;
  };

  // Two stories proved to be one: `from` is never named again.
  struct Merge {
    std::string from;
    std::string into;
  };

  struct Told {
    std::string story;
    std::vector<Merge> merges;  // in the order they were found, after `story` was given
  };

  Stream() : Stream(Options{}) {}
  explicit Stream(const Options& options) : options_(options), closed_(options.most_closed) {}

  // Puts an article into a story.  Cost: some 100 microseconds, bounded by the
  // caps of links.h however many articles came before; each time that half as
  // many came as are kept, these are weighed again, 10 microseconds each.
  Told add(const Article& article) { return add(article.id, sketch(article)); }

  // The same, of an article that was sketched elsewhere.
  Told add(std::string_view id, Sketch sketch);

  // What is held: articles inside the window, and stories behind it.
  std::size_t kept() const { return kept_.size(); }
  std::size_t closed() const { return closed_.size(); }

 private:
  using StoryNo = std::uint32_t;
  using Serial = std::uint32_t;  // of an article, from 0 in the order they came

  struct Kept {
    Sketch sketch;
    Vector vector;
    StoryNo story = 0;
    bool votes = true;  // no earlier copy of it votes
  };

  struct Posting {
    Serial article;
    float weight;
  };

  struct Evidence {
    double above = 0;
    double linked = 0;
  };

  // An open story: how many vote in it, which of its articles are kept, and
  // what it knows of others.
  struct Open {
    std::string id;
    std::size_t voters = 0;
    std::size_t kept = 0;
    std::vector<Serial> articles;  // among them some that were let go
    std::map<StoryNo, Evidence> others;
  };

  struct Found {
    Serial article;
    double likeness;
  };

  Kept& at(Serial serial) { return kept_[serial - first_]; }
  void gather(const Vector& vector, std::vector<std::pair<float, Serial>>* ranked);
  std::vector<Found> find(const Kept& one);
  Evidence sampled(const Kept& one, const Open& story);
  StoryNo settle(std::string_view id, const std::vector<Found>& found, Kept* one);
  StoryNo open(std::string_view id, const Kept& one);
  void link(StoryNo a, StoryNo b, double likeness);
  void merge(StoryNo from, StoryNo into);
  std::vector<Merge> merge_ripe(StoryNo story);
  void enter(Kept one);
  void index(Serial serial, const Vector& vector);
  void let_go();
  void weigh_again();
  bool is_late(std::int32_t day) const { return day != kNoDay && day < newest_day_ - options_.window_days; }
  void leave_index(const Vector& vector);

  Options options_;
  Counts counts_;
  std::deque<Kept> kept_;
  Serial first_ = 0;  // serial of kept_.front()
  std::int32_t newest_day_ = kNoDay;
  std::unordered_map<std::uint32_t, std::vector<Posting>> postings_;  // ascending by article
  std::vector<float> sums_;                                           // by place in kept_; 0 but while gathering
  std::unordered_map<StoryNo, Open> open_;
  ClosedStories closed_;
  StoryNo next_story_ = 0;
  std::size_t since_weighed_ = 0;            // articles that came since all were weighed
  std::unordered_set<std::uint32_t> taken_;  // the keys of the ids that were given
  Spread spread_;
};

}  // namespace tellings::stories
