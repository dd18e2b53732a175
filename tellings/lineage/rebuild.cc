// One copy is the base: the one that agrees most with the others over all their
// sentences, which is the fullest of the faithful ones.  Sentence by sentence
// its reading is kept, unless another agrees clearly more with the rest (so that a
// lone rewriting loses against two faithful copies), and then every stretch of
// it that most voters put otherwise is put as they do: three copies with one
// slip each give a text without slips.  What the base lacks is taken from the
// others, after the sentence that it follows there.
//
// Taking the best reading of each sentence without a base was tried first: it
// mixes the hands of two rewriters into a text that nobody wrote.
//
// What all copies lost stays lost, and of two copies that differ the fuller one is believed.
#include "tellings/lineage/rebuild.h"

#include <algorithm>
#include <map>

#include "tellings/text/words.h"

namespace tellings::lineage {
namespace {

// Readings with less in common than this are another wording, which has no say
// on single words.
constexpr double kSameWording = 0.6;

// Readings compared at one place, and the longest one, in words.
constexpr std::size_t kMostReadings = 16;
constexpr std::size_t kLongestAlignedWords = 400;

// By how much another reading must be better borne out to replace the base's,
// and the least part of its words that it must have: no summary replaces a sentence.
constexpr double kClearly = 0.5;
constexpr double kFull = 0.7;

struct Reading {
  std::size_t member = 0;
  double weight = 0;
  std::size_t branch = 0;
  std::string text;
  bool opens_paragraph = false;
  std::vector<text::Word> words;
  std::vector<std::uint64_t> hashes;
};

double likeness(const Reading& x, const Reading& y) {
  if (x.hashes == y.hashes) return 1;
  if (std::max(x.hashes.size(), y.hashes.size()) > kLongestAlignedWords) return 0;
  const auto to = align_words(x.hashes, y.hashes);
  const auto n = std::count_if(to.begin(), to.end(), [](int i) { return i >= 0; });
  return 2.0 * static_cast<double>(n) / static_cast<double>(x.hashes.size() + y.hashes.size());
}

// How much of the other branches' say agrees with each reading.
std::vector<double> agreement(const std::vector<Reading>& readings) {
  std::vector<double> out(readings.size(), 0);
  for (std::size_t i = 0; i < readings.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      if (readings[i].branch == readings[j].branch) continue;
      const double alike = likeness(readings[i], readings[j]);
      out[i] += readings[j].weight * alike;
      out[j] += readings[i].weight * alike;
    }
  }
  return out;
}

// Votes on the words of the reading that was taken.
class Ballot {
 public:
  Ballot(const Reading& pivot, const std::vector<Reading>& readings) : pivot_(pivot) {
    for (const Reading& r : readings) {
      if (&r == &pivot || r.hashes.empty() || likeness(pivot, r) < kSameWording) continue;
      if (std::max(r.hashes.size(), pivot.hashes.size()) > kLongestAlignedWords) continue;
      others_.push_back(&r);
      to_.push_back(align_words(pivot.hashes, r.hashes));
    }
  }

  std::string text() const {
    const auto& words = pivot_.words;
    std::string out = pivot_.text.substr(0, words.empty() ? pivot_.text.size() : words[0].span.begin);
    const auto changed = changed_words();
    for (std::size_t i = 0; i < words.size();) {
      std::size_t end = i + 1;
      if (changed[i]) {
        while (end < words.size() && changed[end]) ++end;
        out += elected(i, end);
      } else {
        out += slice(pivot_.text, words[i].span);
      }
      const std::size_t gap = words[end - 1].span.end;
      out += pivot_.text.substr(gap, (end < words.size() ? words[end].span.begin : pivot_.text.size()) - gap);
      i = end;
    }
    return out;
  }

 private:
  // Words of the pivot that some reading lacks or has neighbours put in before.
  std::vector<char> changed_words() const {
    std::vector<char> changed(pivot_.words.size(), 0);
    for (const auto& to : to_) {
      int before = -1;
      for (std::size_t i = 0; i < to.size(); ++i) {
        if (to[i] < 0 || to[i] != before + 1) changed[i] = 1;
        if (to[i] >= 0) before = to[i];
      }
    }
    return changed;
  }

  // What reading r has between the words that it shares around [begin, end).
  std::string_view stretch(std::size_t r, std::size_t begin, std::size_t end) const {
    const auto& to = to_[r];
    int from = 0;
    for (std::size_t i = begin; i-- > 0;) {
      if (to[i] >= 0) {
        from = to[i] + 1;
        break;
      }
    }
    int until = static_cast<int>(others_[r]->words.size());
    for (std::size_t i = end; i < to.size(); ++i) {
      if (to[i] >= 0) {
        until = to[i];
        break;
      }
    }
    if (from >= until) return {};
    const auto& words = others_[r]->words;
    const Span span{words[static_cast<std::size_t>(from)].span.begin,
                    words[static_cast<std::size_t>(until) - 1].span.end};
    return slice(others_[r]->text, span);
  }

  // What most voters have there; the pivot's own words unless outvoted.
  std::string elected(std::size_t begin, std::size_t end) const {
    const Span own{pivot_.words[begin].span.begin, pivot_.words[end - 1].span.end};
    std::map<std::string, double> votes;
    std::map<std::string, std::string_view> form;
    const auto vote = [&](std::string_view text, double weight) {
      const std::string key = text::fold(text);
      votes[key] += weight;
      form.emplace(key, text);
    };
    vote(slice(pivot_.text, own), pivot_.weight);
    for (std::size_t r = 0; r < others_.size(); ++r) vote(stretch(r, begin, end), others_[r]->weight);
    std::string best = text::fold(slice(pivot_.text, own));
    double most = votes[best];
    for (const auto& [key, weight] : votes) {
      if (weight > most + 1e-9) most = weight, best = key;
    }
    return std::string(form[best]);
  }

  const Reading& pivot_;
  std::vector<const Reading*> others_;
  std::vector<std::vector<int>> to_;
};

// The readings of one place: of each member all of its sentences there, fullest voter first.
std::vector<std::vector<Reading>> readings_of(const Collation& c, std::span<const std::string_view> texts,
                                              std::span<const Voter> voters) {
  std::vector<Voter> order(voters.begin(), voters.end());
  std::stable_sort(order.begin(), order.end(), [&](const Voter& x, const Voter& y) {
    if (x.weight != y.weight) return x.weight > y.weight;
    return c.sentences[x.member].size() > c.sentences[y.member].size();
  });
  std::vector<std::vector<Reading>> out(c.places);
  for (const Voter& v : order) {
    for (const Sentence& s : c.sentences[v.member]) {
      auto& list = out[s.place];
      if (list.empty() || list.back().member != v.member) {
        list.push_back({v.member, v.weight, v.branch, {}, s.opens_paragraph, {}, {}});
      } else {
        list.back().text += ' ';
      }
      list.back().text += slice(texts[v.member], s.span);
    }
  }
  return out;
}

// All that is known of one place.
struct Place {
  std::vector<Reading> readings;
  std::vector<double> agreement;  // of each
};

std::vector<Place> places_of(const Collation& c, std::span<const std::string_view> texts,
                             std::span<const std::uint8_t> has, std::span<const Voter> voters) {
  auto readings = readings_of(c, texts, voters);
  std::vector<Place> out(c.places);
  for (std::size_t p = 0; p < c.places; ++p) {
    if (!has[p]) continue;
    out[p].readings = std::move(readings[p]);
    for (std::size_t i = 0; i < std::min(out[p].readings.size(), kMostReadings); ++i) {
      Reading& r = out[p].readings[i];
      r.words = text::words(r.text);
      for (const auto& w : r.words) r.hashes.push_back(w.hash);
    }
    out[p].agreement = agreement(
        {out[p].readings.begin(),
         out[p].readings.begin() + static_cast<std::ptrdiff_t>(std::min(out[p].readings.size(), kMostReadings))});
  }
  return out;
}

// The voters, best base first: by its words, each counted once and once more
// for every branch that agrees with it.
std::vector<std::size_t> by_faith(const std::vector<Place>& places, std::span<const Voter> voters) {
  std::map<std::size_t, double> faith;
  for (const Voter& v : voters) faith[v.member] = 0;
  for (const Place& p : places) {
    for (std::size_t i = 0; i < p.agreement.size(); ++i) {
      faith[p.readings[i].member] +=
          static_cast<double>(p.readings[i].words.size()) * (1 + p.agreement[i]) * p.readings[i].weight;
    }
  }
  std::vector<std::size_t> out;
  for (const Voter& v : voters) out.push_back(v.member);
  std::sort(out.begin(), out.end(),
            [&](std::size_t x, std::size_t y) { return std::pair(-faith[x], x) < std::pair(-faith[y], y); });
  return out;
}

// The places in the base's order; what it lacks after what it follows elsewhere.
std::vector<std::size_t> order_of(const Collation& c, const std::vector<Place>& places,
                                  const std::vector<std::size_t>& members) {
  const std::size_t end = c.places;
  std::vector<std::size_t> next(end + 1, end);
  std::vector<char> placed(end, 0);
  for (const std::size_t m : members) {
    std::size_t before = end;
    for (const Sentence& s : c.sentences[m]) {
      if (places[s.place].readings.empty()) continue;
      if (!placed[s.place]) {
        next[s.place] = next[before];
        next[before] = s.place;
        placed[s.place] = 1;
      }
      before = s.place;
    }
  }
  std::vector<std::size_t> out;
  for (std::size_t p = next[end]; p != end; p = next[p]) out.push_back(p);
  return out;
}

// The base's reading unless another agrees clearly more with the rest.
const Reading& taken(const Place& place, std::size_t base) {
  const std::size_t none = place.readings.size();
  std::size_t own = none;
  std::size_t best = 0;
  for (std::size_t i = 0; i < place.agreement.size(); ++i) {
    if (place.readings[i].member == base) own = i;
    if (place.agreement[i] > place.agreement[best] + 1e-9) best = i;
  }
  if (own == none) return place.readings[best];
  const auto words = [&](std::size_t i) { return static_cast<double>(place.readings[i].words.size()); };
  const bool better = place.agreement[best] > place.agreement[own] + kClearly && words(best) >= kFull * words(own);
  return place.readings[better ? best : own];
}

}  // namespace

Rebuilt rebuild(const Collation& collation, std::span<const std::string_view> texts, std::span<const std::uint8_t> has,
                std::span<const Voter> voters) {
  Rebuilt out;
  const auto places = places_of(collation, texts, has, voters);
  const auto members = by_faith(places, voters);
  for (const std::size_t p : order_of(collation, places, members)) {
    Backing backing;
    for (const Reading& r : places[p].readings) backing.members.push_back(r.member);
    std::sort(backing.members.begin(), backing.members.end());
    const Reading& pivot = taken(places[p], members[0]);
    if (!out.text.empty()) {
      out.text += pivot.opens_paragraph ? "\n\n" : " ";
      out.support.back().span.end = static_cast<std::uint32_t>(out.text.size());
    }
    backing.span.begin = static_cast<std::uint32_t>(out.text.size());
    out.text += Ballot(pivot, places[p].readings).text();
    backing.span.end = static_cast<std::uint32_t>(out.text.size());
    out.support.push_back(std::move(backing));
  }
  return out;
}

}  // namespace tellings::lineage
