// A correction needs two halves: what was said first ("initially said", "an
// earlier version stated") and what takes its place ("but later said", "has
// been corrected to"). Editor's notes have the second half alone. The halves
// may stand in two sentences that follow each other.
//
// No correction, though the cue words are there: who reported first ("first
// reported by"), what somebody found out ("later determined to be"), what a
// bystander thought ("at first she thought it was thunder"), plans revised.

#include "tellings/statements/corrections.h"

#include <algorithm>
#include <optional>

#include "tellings/statements/sentence_view.h"
#include "tellings/statements/word_table.h"

namespace tellings::statements {
namespace {

constexpr std::size_t kLongestWords = 160;  // bytes of a clause given as `from` or `to`

const WordSet& firstly() {
  static const WordSet kSet("initially originally previously earlier first");
  return kSet;
}
const WordSet& tells() {
  static const WordSet kSet(
      "said stated told reported announced identified described indicated claimed listed put gave wrote tweeted "
      "confirmed "
      "counted tallied misreported");
  return kSet;
}
const WordSet& thinks() {
  static const WordSet kSet("thought believed assumed suspected");
  return kSet;
}
const WordSet& authorities() {
  static const WordSet kSet(
      "police authorities officials investigators officers deputies detectives sheriff prosecutors troopers agents "
      "department ministry military army government firefighters rescuers doctors reports");
  return kSet;
}
const WordSet& replaces() {
  static const WordSet kSet(
      "said says say told clarified determined confirmed corrected amended revised learned believe believes changed "
      "lowered raised put stated announced found concluded acknowledged admitted updated reported retracted "
      "identified");
  return kSet;
}
const WordSet& wrongly() {
  static const WordSet kSet(
      "misstated misspelled misspelt misidentified misreported misspoke misattributed mischaracterized misnamed "
      "misquoted");
  return kSet;
}
const WordSet& numbers_of_record() {
  static const WordSet kSet(
      "toll number figure figures count estimate statement account tally total report story version information "
      "spelling");
  return kSet;
}

class Finder : SentenceView {
 public:
  Finder(const Reading& r, std::span<const Number> n, std::span<const Figure> f, std::span<const Voice> v)
      : SentenceView(r), numbers_(n), figures_(f), voices_(v) {}

  std::vector<Correction> run() {
    for (std::size_t k = 0; k < r_.sentences.size(); ++k) {
      go_to(r_.sentences[k]);
      if (note() || taken_back() || as_reported() || identified_as() || relative()) continue;
      if (const auto first = first_half(s_->first, s_->last); first && k + 1 < r_.sentences.size()) {
        if (next_takes_back(*first, k + 1)) ++k;
      }
    }
    return std::move(out_);
  }

 private:
  // --- editor's notes --------------------------------------------------------------------------

  bool note() {
    for (std::size_t i = s_->first; i < s_->last; ++i) {
      const bool early = i < s_->first + 4;
      if (early && is_any(i, "correction", "clarification", "corrections") && is(i + 1, ":")) return push_note(i + 2);
      if (wrongly().has(hash(i)) && (tag(i) == Tag::verb || tag(i) == Tag::noun)) return push_note(i);
      if (is_any(i, "incorrectly", "erroneously", "mistakenly", "wrongly") && near_tell(i)) return push_note(i);
      if (is(i, "corrected") && corrected(i)) return push_note(i);
      if (is(i, "clarified") && (said_by(i) || been(i))) return push_note(i);
      if (is_any(i, "version") && is(i + 1, "of") && is_any(i + 2, "this", "the") && i > s_->first &&
          is_any(i - 1, "earlier", "previous", "original", "corrected", "prior") && !is_any(i - 2, "from"))
        return push_note(i - 1);
      if (is_any(i, "revised", "amended", "lowered", "raised", "downgraded") && record(i)) return push_note(i);
      if (is_any(i, "retracted", "backtracked", "recanted") && tag(i) == Tag::verb) return push_note(i);
      if (is(i, "walked") && is(i + 1, "back") && !is_any(i + 2, "to", "into", "and", "toward", "home", ",", "."))
        return push_note(i);
    }
    return false;
  }

  bool near_tell(std::size_t i) const {
    for (std::size_t k = i; k < i + 3; ++k) {
      if (tells().has(hash(k)) || is_any(k, "spelled", "attributed", "referred", "named", "called")) return true;
    }
    return i > s_->first && tells().has(hash(i - 1));
  }

  bool been(std::size_t i) const {
    for (std::size_t back = 1; back <= 4 && i >= s_->first + back; ++back) {
      if (is_any(i - back, "been", "was", "were")) return true;
    }
    return false;
  }

  // "has been corrected", "police have corrected the spelling", but not
  // "corrected the candidate by tweeting".
  bool corrected(std::size_t i) const {
    if (is(i + 1, "version") || been(i)) return true;
    const bool perfect = i > s_->first && is_any(i - 1, "have", "has", "later", "since", "'ve");
    for (std::size_t k = i + 1; k < i + 5; ++k) {
      if (numbers_of_record().has(hash(k)) &&
          (perfect || is_any(k, "spelling", "toll", "number", "figure", "information", "statement")))
        return true;
    }
    return false;
  }

  bool said_by(std::size_t i) const {
    return i > s_->first && (is_any(i - 1, "later", "has", "have", "they", "he", "she", "subsequently") ||
                             tag(i - 1) == Tag::noun || tag(i - 1) == Tag::propn);
  }

  // "revised the death toll", "amended that number", "the toll was revised to".
  bool record(std::size_t i) const {
    for (std::size_t k = i + 1; k < i + 5; ++k) {
      if (is_any(k, "toll", "number", "count", "tally", "figure", "statement", "account", "correction")) return true;
    }
    for (std::size_t back = 1; back <= 4 && i >= s_->first + back; ++back) {
      if (is_any(i - back, "toll", "count", "tally") && been(i)) return true;
    }
    return false;
  }

  bool push_note(std::size_t at) {
    Correction c;
    c.span = s_->span;
    c.by = voice_in(s_->first, s_->last);
    for (std::size_t i = s_->first; i < s_->last; ++i) {
      if (is_any(i, "initially", "originally", "first") && i > s_->first && is(i - 1, "after")) {
        values(i, s_->last, s_->first, i, &c);  // "is 26 after initially 24"
      } else if (is(i, "from") && i > at) {
        from_to(i + 1, &c);
      }
    }
    if (c.from.empty()) not_pair(at, &c);
    out_.push_back(std::move(c));
    return true;
  }

  // "from 10 to 12", which the lexer may have read as a range.
  void from_to(std::size_t i, Correction* c) const {
    const auto [a, b] = numbers_in(i, i + 6);
    if (a >= b || numbers_[a].core != i) return;
    const bool range = numbers_[a].low != numbers_[a].high;
    if (range && numbers_[a].last == i + 3) {
      c->from = words(i, i + 1);
      c->to = words(i + 2, i + 3);
    } else if (a + 1 < b) {
      c->from = number(a);
      c->to = number(a + 1);
    }
  }

  // "was in Columbus, not Cleveland".
  void not_pair(std::size_t at, Correction* c) const {
    for (std::size_t i = at; i + 2 < s_->last; ++i) {
      if (is(i, ",") && is(i + 1, "not")) {
        std::size_t end = s_->last;
        while (end > i + 2 && r_.tokens[end - 1].kind == TokenKind::mark) --end;
        if (end > i + 2) c->from = words(i + 2, end);
        std::size_t from = i;
        while (from > s_->first && i - from < 6 &&
               (tag(from - 1) == Tag::propn || tag(from - 1) == Tag::noun || tag(from - 1) == Tag::adj ||
                tag(from - 1) == Tag::det))
          --from;
        if (from < i) c->to = words(from, i);
        return;
      }
    }
  }

  // --- first ..., later ... --------------------------------------------------------------------

  struct First {
    std::size_t verb;
    bool thought;
  };

  // "initially said", "originally had told", "At first, Roe said".
  std::optional<First> first_half(std::size_t from, std::size_t to) const {
    for (std::size_t i = from; i < to; ++i) {
      const bool at_first = is(i, "first") && i > from && is(i - 1, "at");
      const bool earlier_reports = is_any(i, "earlier", "initial", "early", "preliminary", "first") &&
                                   is_any(i + 1, "reports", "report", "statements", "accounts", "information");
      if (!firstly().has(hash(i)) && !earlier_reports) continue;
      if (is(i, "first") && !at_first && !earlier_reports &&
          (is(i + 2, "by") || (i > from && is_any(i - 1, "the", "his", "her", "their", "a"))))
        continue;
      if (is_any(i, "previously", "earlier") && !earlier_reports && after_verb(i)) continue;
      const bool opens = i == from || (at_first && i == from + 1);
      const std::size_t reach = opens || earlier_reports ? i + 10 : i + 4;
      for (std::size_t k = i + 1; k < reach && k < to; ++k) {
        if (is(k, "by")) break;
        if (tells().has(hash(k)) && !is(k + 1, "by")) return First{k, false};
        if (thinks().has(hash(k)) && authority(from, k)) return First{k, true};
      }
      if (i > from && tells().has(hash(i - 1)) && !is(i, "first") && !is_any(i, "earlier", "previously"))
        return First{i - 1, false};
    }
    return {};
  }

  bool after_verb(std::size_t i) const { return i > s_->first && tag(i - 1) == Tag::verb; }

  // Police and the like think on the record; "it was thought" too.
  bool authority(std::size_t from, std::size_t verb) const {
    if (verb > from && is_any(verb - 1, "was", "were", "been")) return true;
    for (std::size_t back = 1; back <= 5 && verb >= from + back; ++back) {
      if (authorities().has(hash(verb - back)) || is_any(verb - back, "was", "were")) return true;
    }
    return false;
  }

  // What takes the first half's place, from token i on.
  std::optional<std::size_t> second_half(std::size_t from, std::size_t to, bool weak) const {
    bool turn = false;
    for (std::size_t i = from; i < to; ++i) {
      if (is_any(i, "but", "however", "although", "though", "yet")) turn = true;
      const bool later = is_any(i, "later", "subsequently", "now", "since", "then") || (is(i, "after") && turn);
      if (is(i, "no") && is(i + 1, "longer") && turn) return i + 2;
      if (is_any(i, "amended", "revised", "corrected", "retracted", "clarified") && (turn || !weak)) return i;
      if (!(later && (turn || !weak))) continue;
      for (std::size_t k = i; k < i + 7 && k < to; ++k) {
        if (replaces().has(hash(k)) && (tag(k) == Tag::verb || tag(k) == Tag::adj || !weak)) return k;
      }
      // "but police now say", "in a later interview said"
      for (std::size_t back = 1; back <= 2 && i >= from + back; ++back) {
        if (replaces().has(hash(i - back)) && turn) return i - back;
      }
    }
    // "Earlier reports stated ..., but deputies say": who speaks is another.
    if (turn) {
      for (std::size_t i = from; i + 2 < to; ++i) {
        if (!is_any(i, "but", "however")) continue;
        for (std::size_t k = i + 1; k < i + 7 && k < to; ++k) {
          if (is_any(k, "say", "says", "said", "told", "confirmed", "clarified") && authority(i, k)) return k;
        }
      }
    }
    return {};
  }

  bool taken_back() {
    if (const auto first = first_half(s_->first, s_->last)) {
      if (const auto second = second_half(first->verb + 1, s_->last, true))
        return push(*first, *second, s_->first, s_->last);
    }
    // "said ..., but later said he could not confirm".
    std::optional<std::size_t> said;
    for (std::size_t i = s_->first; i < s_->last; ++i) {
      if (is(i, "but") && is_any(i + 1, "later", "subsequently", "then") &&
          (replaces().has(hash(i + 2)) && tag(i + 2) == Tag::verb) && said)
        return push({*said, false}, i + 2, s_->first, s_->last);
      if (is_any(i, "said", "told", "say", "stated", "reported")) said = i;
      if (is(i, "went") && is(i + 3, "say")) said = i + 3;
    }
    // "is 26 after initially providing statistics showing 24".
    for (std::size_t i = s_->first; i < s_->last; ++i) {
      if (is(i, "after") && is_any(i + 1, "initially", "originally", "first") &&
          is_any(i + 2, "saying", "providing", "reporting", "stating", "telling", "giving", "announcing"))
        return push({i + 2, false}, i, s_->first, s_->last);
    }
    return false;
  }

  bool next_takes_back(First first, std::size_t next) {
    const Sentence& a = *s_;
    const Sentence& b = r_.sentences[next];
    if (r_.text.substr(a.span.end, b.span.begin - a.span.end).size() > 4) return false;
    go_to(b);
    const auto second = second_half(b.first, b.last, false);
    const bool turned =
        second && (turns(b) || is_any(*second, "clarified", "corrected", "amended", "revised", "retracted"));
    go_to(a);
    if (!turned) return false;
    return push(first, *second, a.first, b.last);
  }

  bool turns(const Sentence& b) const {
    for (std::size_t i = b.first; i < b.last && i < b.first + 12; ++i) {
      const std::string_view w = r_.low(i);
      if (w == "however" || w == "but" || w == "later") return true;
    }
    return false;
  }

  bool push(First first, std::size_t second, std::size_t from, std::size_t to) {
    Correction c;
    c.span = r_.cover(from, to);
    c.by = voice_at(first.verb);
    if (c.by.empty()) c.by = voice_at(second);
    const std::size_t middle = std::min(std::max(first.verb, second), to);
    const bool reversed = second < first.verb;
    reversed ? values(first.verb, to, from, first.verb, &c) : values(first.verb, middle, middle, to, &c);
    if (c.from.empty()) clauses(first.verb, second, to, &c);
    out_.push_back(std::move(c));
    return true;
  }

  // --- other shapes ------------------------------------------------------------------------------

  // "was not X, as previously reported".
  bool as_reported() {
    for (std::size_t i = s_->first; i + 2 < s_->last; ++i) {
      if (!is_any(i, "as", "than") || !firstly().has(hash(i + 1))) continue;
      if (!tells().has(hash(i + 2)) && !thinks().has(hash(i + 2))) continue;
      bool denied = is(i, "than");
      for (std::size_t k = s_->first; k < i; ++k)
        denied = denied || is_any(k, "not", "no", "n't", "instead", "rather", "never");
      if (!denied) continue;
      Correction c;
      c.span = s_->span;
      c.by = voice_in(s_->first, s_->last);
      values(s_->first, i, i, s_->last, &c);
      out_.push_back(std::move(c));
      return true;
    }
    return false;
  }

  // "his cousin, previously identified as his uncle,".
  bool identified_as() {
    for (std::size_t i = s_->first + 1; i + 3 < s_->last; ++i) {
      if (!firstly().has(hash(i)) ||
          !is_any(i + 1, "identified", "described", "reported", "named", "listed", "misidentified") || !is(i + 2, "as"))
        continue;
      if (!is(i - 1, ",") && !is(i - 1, "(")) continue;
      Correction c;
      c.span = s_->span;
      c.by = voice_in(s_->first, s_->last);
      std::size_t end = i + 3;
      while (end < s_->last && !is_any(end, ",", ".", ")", ";")) ++end;
      c.from = words(i + 3, end);
      std::size_t first = i - 1;
      while (first > s_->first && i - first < 8 &&
             (tag(first - 1) == Tag::noun || tag(first - 1) == Tag::propn || tag(first - 1) == Tag::adj ||
              is(first - 1, "-") || tag(first - 1) == Tag::num))
        --first;
      c.to = first < i - 1 ? words(first, i - 1) : std::string();
      out_.push_back(std::move(c));
      return true;
    }
    return false;
  }

  // "Roe, 17, whom police initially said was 16,".
  bool relative() {
    for (std::size_t i = s_->first + 1; i + 3 < s_->last; ++i) {
      if (!is_any(i, "whom", "who", "which")) continue;
      for (std::size_t k = i + 2; k < i + 5; ++k) {
        if (!firstly().has(hash(k)) || !(tells().has(hash(k + 1)) || thinks().has(hash(k + 1)))) continue;
        bool is_was = false;
        for (std::size_t j = k + 2; j < k + 6; ++j) is_was = is_was || is_any(j, "was", "were");
        if (!is_was || !authorities().has(hash(k - 1))) continue;
        Correction c;
        c.span = s_->span;
        c.by = voice_at(k + 1);
        if (c.by.empty()) c.by = std::string(r_.word(k - 1));
        values(k, s_->last, s_->first, k, &c);
        out_.push_back(std::move(c));
        return true;
      }
    }
    return false;
  }

  // --- what was replaced by what -------------------------------------------------------------------

  std::string words(std::size_t first, std::size_t last) const {
    std::string out(slice(r_.text, r_.cover(first, last)));
    if (out.size() > kLongestWords)
      out.resize(out.rfind(' ', kLongestWords) == std::string::npos ? 0 : out.rfind(' ', kLongestWords));
    return out;
  }

  std::pair<std::size_t, std::size_t> numbers_in(std::size_t first, std::size_t last) const {
    const auto a = std::ranges::lower_bound(numbers_, first, {}, &Number::core);
    const auto b = std::ranges::lower_bound(numbers_, last, {}, &Number::core);
    return {static_cast<std::size_t>(a - numbers_.begin()), static_cast<std::size_t>(b - numbers_.begin())};
  }

  std::string number(std::size_t n) const {
    return std::string(slice(r_.text, r_.cover(numbers_[n].core, numbers_[n].last)));
  }

  // The two numbers that count one thing: the first half's, the second half's.
  void values(std::size_t a, std::size_t b, std::size_t x, std::size_t y, Correction* c) const {
    const auto [a0, a1] = numbers_in(a, b);
    const auto [b0, b1] = numbers_in(x, y);
    for (std::size_t i = a0; i < a1; ++i) {
      for (std::size_t k = b0; k < b1; ++k) {
        if (i == k || numbers_[i].low == numbers_[k].low || !alike(figures_[i], figures_[k])) continue;
        c->from = number(i);
        c->to = number(k);
        c->subject = !figures_[i].noun.empty()   ? figures_[i].noun
                     : !figures_[k].noun.empty() ? figures_[k].noun
                                                 : figures_[i].scope;
        if (c->subject.empty() && (figures_[k].role == "age" || figures_[i].role == "age")) c->subject = "age";
        return;
      }
      if (i > a0 + 20) return;
    }
  }

  static bool alike(const Figure& a, const Figure& b) {
    if (a.role == "age" || b.role == "age") return a.role == b.role || a.unit.empty() || b.unit.empty();
    return a.noun.empty() || b.noun.empty() || a.unit == b.unit;
  }

  // Without numbers: what followed the two verbs.
  void clauses(std::size_t first, std::size_t second, std::size_t to, Correction* c) const {
    if (second <= first) return;
    std::size_t a = first + 1, b = second;
    while (b > a && !is_any(b - 1, ",", "but", "and")) --b;
    while (b > a && is_any(b - 1, ",", "but", "and", ";")) --b;
    if (is(a, "that")) ++a;
    if (a < b) c->from = words(a, b);
    std::size_t x = second + 1, y = to;
    while (y > x && r_.tokens[y - 1].kind == TokenKind::mark) --y;
    if (x < y && r_.low(x) == "that") ++x;
    if (x < y) c->to = words(x, y);
  }

  std::string voice_at(std::size_t cue) const {
    const auto at = std::ranges::lower_bound(voices_, cue, {}, &Voice::cue);
    return at != voices_.end() && at->cue == cue ? at->name : std::string();
  }
  std::string voice_in(std::size_t first, std::size_t last) const {
    const auto at = std::ranges::lower_bound(voices_, first, {}, &Voice::cue);
    return at != voices_.end() && at->cue < last ? at->name : std::string();
  }

  std::span<const Number> numbers_;
  std::span<const Figure> figures_;
  std::span<const Voice> voices_;
  std::vector<Correction> out_;
};

}  // namespace

std::vector<Correction> find_corrections(const Reading& reading, std::span<const Number> numbers,
                                         std::span<const Figure> figures, std::span<const Voice> voices) {
  return Finder(reading, numbers, figures, voices).run();
}

}  // namespace tellings::statements
