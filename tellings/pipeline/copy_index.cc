#include "tellings/pipeline/copy_index.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <numeric>
#include <stdexcept>
#include <unordered_map>

#include "tellings/base/threads.h"
#include "tellings/copies/copies.h"
#include "tellings/copies/seeds.h"
#include "tellings/pipeline/reading.h"
#include "tellings/text/words.h"

namespace tellings::pipeline {
namespace {

using copies::Candidate;
using copies::Match;

[[noreturn]] void tell_damage(const std::string& folder, const copies::Damaged& damage) {
  throw std::runtime_error(
      fmt::format("{}: the index cannot be used: {}; make a new one of its articles", folder, damage.what()));
}

copies::Index open(const std::string& folder, CopyIndex::Use use) {
  copies::Index index = copies::Index::open(folder);
  if (index.size() == 0 && use == CopyIndex::Use::search)
    throw std::runtime_error(folder + ": no index there; name the folder that --index made");
  return index;
}

// A folder that holds something else is left alone.
std::optional<FileLock> lock(const std::string& folder, CopyIndex::Use use) {
  if (use == CopyIndex::Use::search) return std::nullopt;
  copies::Index::open(folder);
  std::filesystem::create_directories(folder);
  FileLock held((std::filesystem::path(folder) / "lock").string());
  if (!held) throw std::runtime_error(folder + ": another run is adding to this index; try again when it has ended");
  return held;
}

// Pairs of places: articles of the run first, then those of the index that were found.
struct Found {
  std::vector<Candidate> pairs;
  std::vector<std::uint32_t> old;  // numbers in the index, by place
};

// What each new article found, as pairs without repeats: all that share runs, and
// the closest by rare roots.
Found gather(const std::vector<std::vector<Match>>& matches, std::uint32_t first_fresh, copies::Capped* capped) {
  struct Near {
    float share;
    Candidate pair;
  };
  const auto fresh = static_cast<std::uint32_t>(matches.size());
  Found out;
  std::unordered_map<std::uint32_t, std::uint32_t> place;
  std::vector<Near> near;
  for (std::uint32_t i = 0; i < fresh; ++i) {
    for (const Match& m : matches[i]) {
      std::uint32_t other = m.article - first_fresh;
      if (m.article < first_fresh) {
        const auto [at, is_new] = place.try_emplace(m.article, fresh + static_cast<std::uint32_t>(out.old.size()));
        if (is_new) out.old.push_back(m.article);
        other = at->second;
      }
      const Candidate pair{std::min(i, other), std::max(i, other)};
      if (m.runs >= copies::kLeastRuns) {
        out.pairs.push_back(pair);
      } else {
        near.push_back({m.share, pair});
      }
    }
  }
  std::ranges::sort(
      near, [](const Near& x, const Near& y) { return x.pair != y.pair ? x.pair < y.pair : x.share > y.share; });
  const auto [gone, end] = std::ranges::unique(near, {}, &Near::pair);
  near.erase(gone, end);
  // A pair is found by the later of its articles: half of what a batch has for each.
  const std::size_t few = copies::kFewestPairs / 2 / (first_fresh + fresh + 1);
  const std::size_t most = std::max(copies::kPairsPerSearch, few) * fresh;
  if (near.size() > most) {
    std::ranges::stable_sort(near, std::greater{}, &Near::share);
    capped->pairs += near.size() - most;
    near.resize(most);
  }
  for (const Near& n : near) out.pairs.push_back(n.pair);
  std::ranges::sort(out.pairs);
  out.pairs.erase(std::ranges::unique(out.pairs).begin(), out.pairs.end());
  return out;
}

// The copies, with the articles that they are of in the order of articles.
void put_in_order(std::vector<Copy> found, const std::unordered_map<std::uint32_t, Article>& named, Analysis* run) {
  std::vector<std::uint32_t> order;
  for (const Copy& c : found) {
    order.push_back(static_cast<std::uint32_t>(c.a));
    order.push_back(static_cast<std::uint32_t>(c.b));
  }
  std::ranges::sort(order);
  order.erase(std::ranges::unique(order).begin(), order.end());
  std::ranges::stable_sort(order, [&](std::uint32_t x, std::uint32_t y) { return before(named.at(x), named.at(y)); });
  std::unordered_map<std::uint32_t, ArticleNo> number;
  for (const std::uint32_t n : order) {
    number[n] = ArticleNo{static_cast<std::uint32_t>(number.size())};
    run->articles.push_back(named.at(n));
  }
  for (Copy& c : found) {
    c.a = number.at(static_cast<std::uint32_t>(c.a));
    c.b = number.at(static_cast<std::uint32_t>(c.b));
  }
  std::ranges::sort(found, {}, [](const Copy& c) { return std::pair(c.a, c.b); });
  run->copies = std::move(found);
}

Article name_of(const Article& a) {
  Article out;
  out.id = a.id;
  out.part = a.part;
  out.source = a.source;
  out.title = a.title;
  return out;
}

}  // namespace

CopyIndex::CopyIndex(const std::string& folder, Use use) try
    : folder_(folder), use_(use), lock_(lock(folder, use)), index_(open(folder, use)), archive_(folder, index_.size()) {
} catch (const copies::Damaged& damage) {
  tell_damage(folder, damage);
}

void CopyIndex::leave_out_known(std::vector<Article>* articles, Analysis* run, Told* told) const {
  const auto is_known = [&](const Article& a) {
    for (const std::uint32_t n : index_.with_id(a.id)) {
      const Article old = archive_.read(n);
      if (old.id != a.id) continue;
      if (old.text == a.text) {
        ++told->known;
      } else {
        run->rejections.push_back(
            {a.source, {}, {Code::duplicate_id, fmt::format("the index has another text with the id {}", a.id)}});
      }
      return true;
    }
    return false;
  };
  std::erase_if(*articles, is_known);
}

Analysis CopyIndex::search(const std::vector<std::string>& inputs, const Options& options, Told* told) {
  try {
    return search_whole(inputs, options, told);
  } catch (const copies::Damaged& damage) {
    tell_damage(folder_, damage);
  }
}

Analysis CopyIndex::search_whole(const std::vector<std::string>& inputs, const Options& options, Told* told) {
  Analysis run;
  std::vector<Article> fresh = read_articles(inputs, options, &run.rejections);
  told->before = index_.size();
  told->read = fresh.size();
  leave_out_known(&fresh, &run, told);
  told->fresh = fresh.size();
  if (options.progress) options.progress("search", fresh.size());

  std::vector<copies::Sketch> sketches(fresh.size());
  parallel_for(fresh.size(), options.threads,
               [&](std::size_t i) { sketches[i] = copies::sketch(text::words(fresh[i].text)); });
  const std::uint32_t first = index_.size();
  for (std::size_t i = 0; i < fresh.size(); ++i) index_.add(sketches[i], fresh[i].id);
  index_.seal();
  std::vector<std::vector<Match>> matches(fresh.size());
  std::vector<copies::Capped> capped(fresh.size());
  parallel_for(fresh.size(), options.threads, [&](std::size_t i) {
    matches[i] = index_.find(sketches[i], first + static_cast<std::uint32_t>(i), &capped[i]);
  });
  for (const copies::Capped& c : capped) {
    told->capped.runs += c.runs;
    told->capped.pairs += c.pairs;
  }
  const Found found = gather(matches, first, &told->capped);

  std::vector<std::uint32_t> words;
  for (const copies::Sketch& s : sketches) words.push_back(s.words);
  for (const std::uint32_t n : found.old) words.push_back(index_.words(n));
  std::unordered_map<std::uint32_t, Article> lent;
  std::unordered_map<std::uint32_t, Article> named;
  const copies::Shelf shelf{[&](std::uint32_t n) -> const Article& {
                              if (n < fresh.size()) return fresh[n];
                              return lent[n] = archive_.read(found.old[n - fresh.size()]);
                            },
                            [&](std::uint32_t n) { lent.erase(n); }, false};
  if (options.progress) options.progress("compare", fresh.size());
  std::vector<Copy> all = copies::compare_pairs(found.pairs, words, index_.weights(), shelf, options.threads);
  for (const Copy& c : all) {
    for (const ArticleNo side : {c.a, c.b}) {
      const auto n = static_cast<std::uint32_t>(side);
      if (named.contains(n)) continue;
      named.emplace(n, name_of(n < fresh.size() ? fresh[n] : archive_.read(found.old[n - fresh.size()])));
    }
  }
  put_in_order(std::move(all), named, &run);
  if (use_ == Use::search_and_add) {
    for (const Article& a : fresh) archive_.append(a);
  }
  return run;
}

void CopyIndex::commit() {
  if (use_ == Use::search) return;
  archive_.commit();
  index_.commit();
}

}  // namespace tellings::pipeline
