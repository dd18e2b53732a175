#include "tellings/statements/name_repair.h"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "tellings/statements/titles.h"
#include "tellings/statements/word_table.h"

namespace tellings::statements {
namespace {

constexpr std::size_t kLongestName = 8;  // tokens, of the names that are looked for again

bool is_hyphen(const Reading& r, std::size_t i) {
  const std::string_view w = r.low(i);
  return r.tokens[i].kind == TokenKind::mark && (w == "-" || w == "\xE2\x80\x91" || w == "\xE2\x80\x90");
}

bool is_capital(const Reading& r, std::size_t i) {
  return r.tokens[i].kind == TokenKind::word &&
         (r.tokens[i].shape == Shape::capital || r.tokens[i].shape == Shape::upper ||
          r.tokens[i].shape == Shape::mixed);
}

bool is_article(const Reading& r, std::size_t i) {
  static const WordSet kSet("al el ul an as ash ad at az ar bin ibn abu de van von bint");
  return kSet.has(r.tokens[i].hash);
}

bool is_never_a_name(const Reading& r, std::size_t i) {
  static const WordSet kSet(
      "monday tuesday wednesday thursday friday saturday sunday january february march april june july august "
      "september october "
      "november december i the he she they it we you mr mrs ms dr god arabic english french spanish a an this that");
  return kSet.has(r.tokens[i].hash);
}

class Repairer {
 public:
  Repairer(const Reading& r, std::vector<Named> names) : r_(r), names_(std::move(names)) {}

  std::vector<Named> run() {
    std::vector<Named> kept;
    for (Named n : names_) {
      close_hyphens(&n);
      if (!kept.empty() && kept.back().last <= n.first)
        grow(&n, kept.back().last);
      else if (kept.empty())
        grow(&n, 0);
      trim(&n);
      if (n.first >= n.last || !proper(n)) continue;
      if (!kept.empty() && n.first == kept.back().last && !is_title(r_, kept.back().last - 1) &&
          kept.back().type != NameType::place && r_.sentence_of[n.first] == r_.sentence_of[kept.back().first] &&
          r_.text[r_.tokens[n.first].span.begin - 1] == ' ') {
        // Two names without anything between them are one.
        if (n.last - n.first > kept.back().last - kept.back().first) kept.back().type = n.type;
        kept.back().last = n.last;
        continue;
      }
      if (!kept.empty() && n.first < kept.back().last) {
        kept.back().last = std::max(kept.back().last, n.last);
        continue;
      }
      kept.push_back(n);
    }
    names_ = std::move(kept);
    add_runs();
    settle_types();
    find_again();
    return std::move(names_);
  }

 private:
  const Sentence& sentence(std::size_t i) const { return r_.sentences[r_.sentence_of[i]]; }

  // "al" "-" "Kadhimi": all of what is written together.
  void close_hyphens(Named* n) const {
    const Sentence& s = sentence(n->first);
    while (n->first > s.first && r_.tokens[n->first].glued) {
      const bool here = is_hyphen(r_, n->first);
      const std::size_t hyphen = here ? n->first : n->first - 1;
      if (!is_hyphen(r_, hyphen) || hyphen == s.first || !r_.tokens[hyphen].glued) break;
      if (!is_capital(r_, hyphen - 1) && !is_article(r_, hyphen - 1)) break;
      n->first = hyphen - 1;
    }
    while (n->last + 1 < s.last + 1 && n->last < s.last && r_.tokens[n->last].glued) {
      const bool before = is_hyphen(r_, n->last - 1);
      const std::size_t word = before ? n->last : n->last + 1;
      if (!before && !is_hyphen(r_, n->last)) break;
      if (word >= s.last || !r_.tokens[word].glued || !(is_capital(r_, word) || is_article(r_, n->last - 1))) break;
      n->last = word + 1;
    }
    // "Moqtada al" and what it stands before.
    if (n->last < s.last && n->last > n->first && is_article(r_, n->last - 1) && is_capital(r_, n->last)) ++n->last;
  }

  // Takes in the capitalised proper nouns that stand before: names are whole.
  void grow(Named* n, std::size_t floor) const {
    const Sentence& s = sentence(n->first);
    while (n->first > std::max<std::size_t>(floor, s.first + 1)) {
      const std::size_t b = n->first - 1;
      const bool led = is_article(r_, n->first) && r_.tokens[b].shape == Shape::capital;  // "Hashed | al-Shaabi"
      if (!is_capital(r_, b) || (r_.tokens[b].tag != Tag::propn && !led)) return;
      if (r_.tokens[n->first].glued || is_title(r_, b) || is_never_a_name(r_, b)) return;
      --n->first;
    }
  }

  void trim(Named* n) const {
    const auto loose = [&](std::size_t i) {
      return r_.tokens[i].kind == TokenKind::mark || r_.low(i) == "'s" || r_.low(i) == "\xE2\x80\x99s" ||
             r_.low(i) == "the" || r_.low(i) == "and";
    };
    while (n->first < n->last && loose(n->first)) ++n->first;
    while (n->last > n->first && (loose(n->last - 1) || r_.low(n->last - 1) == "of")) --n->last;
    static const WordSet kSpeaks("spokesman spokeswoman spokesperson minister senator governor");
    for (std::size_t i = n->first; i + 1 < n->last; ++i) {
      if (kSpeaks.has(r_.tokens[i].hash) && is_capital(r_, i + 1) && n->last - i <= 4) n->type = NameType::person;
    }
    while (n->last > n->first + 1 && kSpeaks.has(r_.tokens[n->last - 1].hash)) --n->last;
    if (n->type != NameType::person) return;
    for (std::size_t i = n->last - 1; i-- > n->first;) {
      if (!is_title(r_, i) || r_.tokens[i + 1].kind == TokenKind::mark) continue;
      n->first = i + 1;  // "State Department Spokesperson | Ned Price"
      break;
    }
    while (n->first < n->last && r_.tokens[n->first].kind == TokenKind::mark) ++n->first;
  }

  bool proper(const Named& n) const {
    bool capital = false;
    for (std::size_t i = n.first; i < n.last; ++i) capital = capital || is_capital(r_, i);
    if (n.last == n.first + 1 &&
        (is_never_a_name(r_, n.first) || (is_title(r_, n.first) && n.type == NameType::person)))
      return false;
    return capital;
  }

  // Capitalised words in a row that say what they are by one of them: "the
  // Popular Front", "Harbour Authority".
  void add_runs() {
    std::vector<Named> out;
    std::size_t next = 0;
    for (const Sentence& s : r_.sentences) {
      if (all_capital(s)) continue;
      for (std::size_t i = s.first; i < s.last; ++i) {
        while (next < names_.size() && names_[next].last <= i) ++next;
        if (next < names_.size() && names_[next].first <= i) continue;
        if (!is_capital(r_, i) || is_never_a_name(r_, i) || is_title(r_, i)) continue;
        const std::size_t limit = next < names_.size() ? std::min<std::size_t>(names_[next].first, s.last) : s.last;
        std::size_t end = i + 1;
        while (end < limit && end < i + 6 &&
               (is_capital(r_, end) || (r_.low(end) == "'s" && end + 1 < limit && is_capital(r_, end + 1))))
          ++end;
        if (end - i < 2 || end == limit) continue;
        if (body_nouns().has(r_.tokens[end - 1].hash)) out.push_back({i, end, NameType::organisation});
        i = end;
      }
    }
    names_.insert(names_.end(), out.begin(), out.end());
    std::ranges::stable_sort(names_, {}, &Named::first);
  }

  static const WordSet& body_nouns() {
    static const WordSet kSet(
        "forces party ministry department university council committee commission institute institution association "
        "agency union court police army "
        "navy bank group company corporation college federation foundation organisation organization authority service "
        "services league alliance "
        "movement front coalition congress parliament senate assembly bureau office centre center society network "
        "administration corps command "
        "ministries church club trust fund board guard brigade brigades militia news times post press journal herald "
        "tribune");
    return kSet;
  }

  // Headlines have capitals everywhere, which then say nothing.
  bool all_capital(const Sentence& s) const {
    std::size_t words = 0, capital = 0;
    for (std::size_t i = s.first; i < s.last; ++i) {
      if (r_.tokens[i].kind != TokenKind::word || r_.low(i).size() < 4) continue;
      ++words;
      capital += is_capital(r_, i);
    }
    return capital * 10 > words * 6;
  }

  std::uint64_t key(std::size_t first, std::size_t last) const {
    std::uint64_t h = 0;
    for (std::size_t i = first; i < last; ++i) h = mix(h ^ r_.tokens[i].hash);
    return h;
  }

  // A name has one kind in an article: that of most of its mentions; a surname
  // that of the persons whose names end with it.
  void settle_types() {
    for (const Named& n : names_) {
      auto& v = votes_[key(n.first, n.last)];
      ++v[static_cast<std::size_t>(n.type)];
      if (n.type == NameType::person && n.last - n.first > 1) {
        votes_[key(n.last - 1, n.last)][0] += 2;
        // "Mustafa al-Kadhimi" speaks for "al-Kadhimi" too.
        if (n.last - n.first > 3 && is_hyphen(r_, n.last - 2)) votes_[key(n.last - 3, n.last)][0] += 2;
      }
    }
    for (Named& n : names_) {
      const auto& v = votes_[key(n.first, n.last)];
      const auto best = static_cast<std::size_t>(std::ranges::max_element(v) - v.begin());
      if (v[best] > v[static_cast<std::size_t>(n.type)]) n.type = static_cast<NameType>(best);
    }
  }

  // Names that were found once are names where they stand again.
  void find_again() {
    std::unordered_map<std::uint64_t, std::pair<std::size_t, NameType>>
        known;  // by first word: longest, and of one word
    std::unordered_map<std::uint64_t, NameType> whole;
    for (const Named& n : names_) {
      if (n.last - n.first > kLongestName) continue;
      if (n.last - n.first == 1 && (r_.tokens[n.first].shape == Shape::lower || r_.low(n.first).size() < 3)) continue;
      whole.emplace(key(n.first, n.last), n.type);
      auto& longest = known[r_.tokens[n.first].hash];
      longest.first = std::max(longest.first, n.last - n.first);
    }
    std::vector<Named> out;
    std::size_t next = 0;
    for (const Sentence& s : r_.sentences) {
      for (std::size_t i = s.first; i < s.last;) {
        while (next < names_.size() && names_[next].first < i) ++next;
        if (next < names_.size() && names_[next].first == i) {
          out.push_back(names_[next]);
          i = names_[next].last;
          continue;
        }
        const std::size_t limit = next < names_.size() ? std::min<std::size_t>(names_[next].first, s.last) : s.last;
        const std::size_t end = again(i, limit, known, whole, &out);
        i = end;
      }
    }
    names_ = std::move(out);
  }

  std::size_t again(std::size_t i, std::size_t limit,
                    const std::unordered_map<std::uint64_t, std::pair<std::size_t, NameType>>& known,
                    const std::unordered_map<std::uint64_t, NameType>& whole, std::vector<Named>* out) const {
    if (!is_capital(r_, i) && !is_article(r_, i)) return i + 1;
    const auto at = known.find(r_.tokens[i].hash);
    if (at == known.end()) return i + 1;
    for (std::size_t n = std::min(at->second.first, limit - i); n > 0; --n) {
      const auto found = whole.find(key(i, i + n));
      if (found == whole.end()) continue;
      const bool first = i == sentence(i).first;
      const bool common = r_.tokens[i].tag != Tag::propn && (first || n == 1);
      if (common || (i + n < r_.tokens.size() && is_hyphen(r_, i + n) && r_.tokens[i + n].glued)) continue;
      Named named{i, i + n, found->second};
      if (is_article(r_, i)) grow(&named, out->empty() ? 0 : out->back().last);
      out->push_back(named);
      return i + n;
    }
    return i + 1;
  }

  const Reading& r_;
  std::vector<Named> names_;
  std::unordered_map<std::uint64_t, std::array<int, 3>> votes_;
};

}  // namespace

std::vector<Named> repair(const Reading& reading, std::vector<Named> names) {
  return Repairer(reading, std::move(names)).run();
}

}  // namespace tellings::statements
