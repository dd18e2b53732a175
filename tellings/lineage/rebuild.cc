// Sentence by sentence.  Of the readings of a place the one nearest to all
// others is taken (a median, so that a lone rewriting loses against two faithful
// copies), and then every stretch of it that most voters put otherwise is
// put as they do: three copies with one slip each give a text without slips.
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

struct Reading {
  std::size_t member = 0;
  double weight = 0;
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

// The reading nearest to all; of equals the first.
std::size_t median(const std::vector<Reading>& readings) {
  std::size_t best = 0;
  double most = -1;
  for (std::size_t i = 0; i < readings.size(); ++i) {
    double sum = 0;
    for (std::size_t j = 0; j < readings.size(); ++j) {
      sum += readings[j].weight * (i == j ? 1 : likeness(readings[i], readings[j]));
    }
    if (sum > most + 1e-9) most = sum, best = i;
  }
  return best;
}

// Votes on the words of the median reading.
class Ballot {
 public:
  Ballot(const Reading& pivot, const std::vector<Reading>& readings) : pivot_(pivot) {
    for (const Reading& r : readings) {
      if (&r == &pivot || likeness(pivot, r) < kSameWording) continue;
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
        list.push_back({v.member, v.weight, {}, s.opens_paragraph, {}, {}});
      } else {
        list.back().text += ' ';
      }
      list.back().text += slice(texts[v.member], s.span);
    }
  }
  return out;
}

}  // namespace

Rebuilt rebuild(const Collation& collation, std::span<const std::string_view> texts, std::span<const std::uint8_t> has,
                std::span<const Voter> voters) {
  Rebuilt out;
  auto places = readings_of(collation, texts, voters);
  for (std::size_t place = 0; place < collation.places; ++place) {
    auto& readings = places[place];
    if (!has[place] || readings.empty()) continue;
    Backing backing;
    for (const Reading& r : readings) backing.members.push_back(r.member);
    std::sort(backing.members.begin(), backing.members.end());
    if (readings.size() > kMostReadings) readings.resize(kMostReadings);
    for (Reading& r : readings) {
      r.words = text::words(r.text);
      for (const auto& w : r.words) r.hashes.push_back(w.hash);
    }
    const Reading& pivot = readings[median(readings)];
    if (!out.text.empty()) {
      out.text += pivot.opens_paragraph ? "\n\n" : " ";
      out.support.back().span.end = static_cast<std::uint32_t>(out.text.size());
    }
    backing.span.begin = static_cast<std::uint32_t>(out.text.size());
    out.text += Ballot(pivot, readings).text();
    backing.span.end = static_cast<std::uint32_t>(out.text.size());
    out.support.push_back(std::move(backing));
  }
  return out;
}

}  // namespace tellings::lineage
