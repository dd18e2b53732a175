// Every verb of saying outside quotation marks is a cue if it has a source and
// a content. The source is its subject: before it, past auxiliaries, adverbs
// and an apposition between commas; or after it, where it is turned round
// ("..." said Jane Roe, a teacher). The content is the marked words that touch
// the cue's clause, else the clause after it or, where the verb ends its
// clause, the one before it.
//
// Quotations without a cue in their sentence go to the speaker of the sentence
// before if the paragraph runs on, since that is how news is written.
//
// What does not work: nouns as cues ("his claim that ...") and contents over
// several sentences. Verbs of stance ("wants", "opposes") count where their
// subject is a person or a body.

#include "tellings/statements/attributions.h"

#include <algorithm>
#include <optional>

#include "tellings/statements/cues.h"
#include "tellings/statements/phrases.h"
#include "tellings/statements/roles.h"
#include "tellings/statements/sentence_view.h"
#include "tellings/statements/word_table.h"

namespace tellings::statements {
namespace {

const WordSet& speaking_pronouns() {
  static const WordSet kSet("he she they i we it who you");
  return kSet;
}

const WordSet& helpers() {
  static const WordSet kSet(
      "has have had is was are were been be 's 've 'd will would also later then did does n't not not once again later "
      "previously");
  return kSet;
}

class Reader : SentenceView {
 public:
  Reader(const Reading& r, std::span<const Marked> marked)
      : SentenceView(r), marked_(marked), inside_(r.tokens.size()) {
    for (std::size_t m = 0; m < marked.size(); ++m) {
      for (std::size_t i = marked[m].first; i < marked[m].last; ++i) inside_[i] = static_cast<std::uint32_t>(m + 1);
    }
    taken_.resize(marked.size());
  }

  std::vector<Attribution> run() {
    for (const Sentence& s : r_.sentences) {
      go_to(s);
      sentence();
    }
    rest();
    std::ranges::stable_sort(out_, {}, [](const Attribution& a) { return std::pair(a.content.first, a.content.last); });
    return std::move(out_);
  }

 private:
  bool quoted(std::size_t i) const { return inside_[i] != 0; }
  bool is_mark(std::size_t i) const {
    return is_any(i, "\"", "\xE2\x80\x9C", "\xE2\x80\x9D", "\xC2\xAB", "\xC2\xBB", "''", "``", "\xE2\x80\x98",
                  "\xE2\x80\x99", "'");
  }

  void sentence() {
    for (std::size_t i = s_->first; i < s_->last; ++i) {
      if (quoted(i)) continue;
      if (is(i, "according") && is(i + 1, "to")) {
        according(i, i + 2);
      } else if (is(i, "as") && is(i + 1, "per")) {
        according(i, i + 2);
      } else if (const Cue* c = cues().find(r_.tokens[i].hash)) {
        if (tag(i) == Tag::verb || (tag(i) == Tag::aux) ||
            is_any(i, "said", "says", "told", "added", "tweeted", "wrote"))
          verb(i, *c);
      }
    }
  }

  // --- "according to X" -------------------------------------------------------------------

  void according(std::size_t i, std::size_t from) {
    Attribution a;
    a.cue = {i, from};
    a.source = phrase_from(from);
    if (a.source.empty()) return;
    const std::size_t end = sentence_end();
    if (i == s_->first || (i == s_->first + 1)) {
      const std::size_t comma = next_comma(a.source.last, a.source.last + 16);
      if (comma == 0 || comma + 2 >= end) return;
      std::size_t last = end;
      for (std::size_t k = comma + 1; k < end; ++k) {
        // "As per X, one fell, while two fell, according to Y": each has its own.
        if (is(k, "according") && !quoted(k)) last = clause_start(comma + 1, k);
      }
      a.content = {comma + 1, last};
      while (a.content.last > a.content.first + 1 && is_any(a.content.last - 1, ",", "while", "but", "and"))
        --a.content.last;
    } else {
      std::size_t last = i;
      while (last > s_->first && (is_any(last - 1, ",", "(") || is_mark(last - 1))) --last;
      const bool led = is_any(s_->first, "according", "as") && (is(s_->first + 1, "to") || is(s_->first + 1, "per"));
      a.content = {led ? clause_start(s_->first, i) : s_->first, last};
      if (a.content.empty()) return;
    }
    push_all(a);
  }

  // Where the last clause before token `to` begins: after ", while" and the like.
  std::size_t clause_start(std::size_t from, std::size_t to) const {
    for (std::size_t k = to; k > from + 1; --k) {
      if (is_any(k - 1, "while", "but", "and", "whereas") && is(k - 2, ",")) return k;
    }
    return from;
  }

  // --- verbs ----------------------------------------------------------------------------------

  void verb(std::size_t v, Cue kind) {
    if (infinitive(v)) return;
    Attribution a;
    a.cue = {v, v + 1};
    const bool turned = after_words(v) && subject_after(v, &a);
    if (!turned && !subject_before(v, &a)) return;
    if (is_any(a.source.first, "no", "nobody", "none", "neither")) return;
    if (is_any(v, "told", "tells", "telling", "tell", "reminded")) a.listener = phrase_from(v + 1);
    if (kind == Cue::stance && !has_a_view(a)) return;
    if (is_any(v, "spoke", "talked", "complained", "debated", "wondered") &&
        !is_any(v + 1, "of", "about", "against", "that", "whether", "why", "how"))
      return;
    if (kind == Cue::judge && is_any(v + 1, "for", "on", "the", "off", "in", "it") &&
        is_any(v, "called", "calls", "calling") && is_any(v + 1, "off", "in"))
      return;
    if (is(v, "went") && !(is(v + 1, "on") && is(v + 2, "to"))) return;
    if (is(v, "pointed") && !is(v + 1, "out") && !is(v + 1, "to")) return;
    content(v, kind, turned, &a);
  }

  // Persons and bodies have views: pronouns of persons, names, people by trade.
  bool has_a_view(const Attribution& a) const {
    for (std::size_t i = a.source.first; i < a.source.last; ++i) {
      if (tag(i) == Tag::propn || (speaking_pronouns().has(r_.tokens[i].hash) && !is(i, "it")) || is_person_noun(r_, i))
        return true;
    }
    return false;
  }

  bool infinitive(std::size_t v) const {
    return v > s_->first && is(v - 1, "to") && !(v > s_->first + 2 && is(v - 2, "on") && is(v - 3, "went"));
  }

  // True if words that may be its content end just before the verb: a mark or a comma.
  bool after_words(std::size_t v) const {
    std::size_t k = v;
    if (k > s_->first && tag(k - 1) == Tag::adv) --k;
    return k > s_->first && (is_mark(k - 1) || is(k - 1, ",") || is(k - 1, "\xE2\x80\x94") || quoted(k - 1));
  }

  // "said Jane Roe": a name or a noun with its article directly after it.
  bool subject_after(std::size_t v, Attribution* a) const {
    if (!in(v + 1)) return false;
    const Tag t = tag(v + 1);
    const bool begins = t == Tag::propn || t == Tag::num || t == Tag::noun || t == Tag::adj || t == Tag::det ||
                        (t == Tag::pron && speaking_pronouns().has(r_.tokens[v + 1].hash)) ||
                        r_.tokens[v + 1].shape == Shape::capital;
    if (!begins || quoted(v + 1)) return false;
    // "Roe, a teacher, said the bridge fell": the comma closes an apposition.
    if (is(v - 1, ",") && apposition_before(v) && !is_any(v, "wrote") && !mark_soon_before(v)) return false;
    Tokens source = phrase_from(v + 1);
    if (source.empty() && t == Tag::pron) source = {v + 1, v + 2};
    if (source.empty()) return false;
    // A clause after the verb has a verb of its own: "said the bridge fell".
    for (std::size_t k = source.last; in(k) && k < source.last + 1; ++k) {
      if ((tag(k) == Tag::verb || tag(k) == Tag::aux) && !is_any(k, "who") && !quoted(k) && !r_.low(k).ends_with("ing"))
        return false;
    }
    a->source = source;
    return true;
  }

  bool mark_soon_before(std::size_t v) const { return v >= s_->first + 2 && (is_mark(v - 1) || is_mark(v - 2)); }

  // The subject before the verb at v.
  bool subject_before(std::size_t v, Attribution* a) const {
    std::size_t k = v;
    bool ing = r_.low(v).ends_with("ing");
    while (k > s_->first &&
           (tag(k - 1) == Tag::adv || tag(k - 1) == Tag::aux || helpers().has(r_.tokens[k - 1].hash)) &&
           !quoted(k - 1)) {
      if (tag(k - 1) == Tag::aux && !is_any(k - 1, "to")) ing = false;
      --k;
    }
    const std::size_t before_helpers = k;
    // Passive: "it was reported", "was told": the source is not the subject.
    for (std::size_t i = before_helpers; i < v; ++i) {
      if (is_any(i, "was", "were", "is", "are", "been", "be") && !r_.low(v).ends_with("ing")) return false;
    }
    if (k == s_->first) return false;
    if (is(k - 1, "and") || (is(k - 1, ",") && ing)) return earlier_subject(k - 1, a);
    if (ing && !is(k - 1, ",")) return earlier_subject(k, a);
    if (tag(k - 1) == Tag::pron && speaking_pronouns().has(r_.tokens[k - 1].hash)) {
      if (is(k - 1, "who")) return relative_subject(k - 1, a);
      a->source = {k - 1, k};
      return true;
    }
    if (is(k - 1, ",") || is(k - 1, ")")) {
      if (const auto head = apposition_before(k)) {
        a->source = *head;
        return true;
      }
      return false;
    }
    const Tokens p = extended_before(k);
    if (p.empty()) return false;
    a->source = p;
    return true;
  }

  // "X, who leads Y, said": the phrase before the relative clause.
  bool relative_subject(std::size_t who, Attribution* a) const {
    std::size_t k = who;
    if (k > s_->first && is(k - 1, ",")) --k;
    a->source = extended_before(k);
    if (!a->source.empty()) a->source.last = who + 1;
    return !a->source.empty();
  }

  // "..., saying": whoever the sentence's first verb has as its subject.
  bool earlier_subject(std::size_t k, Attribution* a) const {
    for (auto it = out_.rbegin(); it != out_.rend() && !it->source.empty() && in(it->source.first); ++it) {
      if (it->cue.first < k) {
        a->source = it->source;
        return true;
      }
    }
    for (std::size_t i = s_->first; i < k; ++i) {
      if ((tag(i) == Tag::verb || tag(i) == Tag::aux) && !quoted(i) && i > s_->first) {
        if (tag(i - 1) == Tag::pron && speaking_pronouns().has(r_.tokens[i - 1].hash)) {
          a->source = {i - 1, i};
          return true;
        }
        std::size_t from = i;
        while (from > s_->first && tag(from - 1) == Tag::adv) --from;
        if (is(from - 1, ",")) {
          if (const auto head = apposition_before(from)) {
            a->source = *head;
            return true;
          }
        }
        a->source = extended_before(from);
        return !a->source.empty();
      }
    }
    return false;
  }

  // "NP, apposition," before token k (which follows the closing comma): the NP.
  std::optional<Tokens> apposition_before(std::size_t k) const {
    std::size_t i = k - 1;  // the closing comma
    std::size_t steps = 0;
    while (i > s_->first + 1 && ++steps < 30) {
      --i;
      if (quoted(i)) return {};
      if (!is(i, ",") && !is(i, "(")) continue;
      const Tokens p = extended_before(i);
      if (p.empty()) return {};
      // "In Baghdad, Iraq, ...": a comma inside a place's name.
      if (tag(i + 1) == Tag::propn && is(i + 2, ",") && p.first > s_->first + 2) continue;
      // A name stands farther back: "Roe, 54, of Leeds,".
      if (tag(p.last - 1) != Tag::propn && p.first > s_->first && is(p.first - 1, ",")) continue;
      return p;
    }
    return {};
  }

  // The noun phrase that ends before k, with what hangs on it by a preposition
  // ("a spokesman for the group").
  Tokens extended_before(std::size_t k) const {
    Phrase p = phrase_before(r_, s_->first, k);
    if (!p.head && k > s_->first + 1 && tag(k - 1) == Tag::adj && (tag(k - 2) == Tag::det || tag(k - 2) == Tag::adj) &&
        !quoted(k - 1)) {
      return {k > s_->first + 2 && tag(k - 3) == Tag::det ? k - 3 : k - 2, k};  // "the Iraqi military said"
    }
    if (!p.head || quoted(*p.head)) return {};
    if (is_time(*p.head) && p.first > s_->first) {  // "police on Monday said", "the court this month rejected"
      std::size_t before = p.first;
      if (is_any(before - 1, "on", "in", "late", "early", "this", "last")) --before;
      if (before == s_->first) return {};
      p = phrase_before(r_, s_->first, before);
      if (!p.head || quoted(*p.head)) return {};
    }
    std::size_t first = p.first;
    for (int times = 0; times < 3 && first > s_->first + 1; ++times) {
      if (!is_any(first - 1, "of", "for", "from", "at", "in", "with", "to", "on")) {
        break;
      }
      const Phrase q = phrase_before(r_, s_->first, first - 1);
      if (!q.head || q.first == q.last) break;
      // "In Baghdad on Sunday police said": a phrase that is no head of it.
      if (q.first > s_->first && is_any(q.first - 1, "in", "on") && times == 0 && is_any(first - 1, "on")) break;
      first = q.first;
    }
    // "The police said on Sunday": a day is no speaker.
    return {first, p.last};
  }

  bool is_time(std::size_t i) const {
    static const WordSet kSet(
        "monday tuesday wednesday thursday friday saturday sunday today yesterday week month year morning afternoon "
        "evening night "
        "january february march april may june july august september october november december");
    return kSet.has(r_.tokens[i].hash);
  }

  // The noun phrase that begins at k, with its preposition phrases.
  Tokens phrase_from(std::size_t k) const {
    const Phrase p = phrase_at(r_, *s_, k);
    if (!p.head) return {};
    std::size_t last = p.last;
    for (int times = 0; times < 2 && is_any(last, "of", "for", "from", "at", "with"); ++times) {
      const Phrase q = phrase_at(r_, *s_, last + 1);
      if (!q.head) break;
      last = q.last;
    }
    return {k, last};
  }

  // --- contents ---------------------------------------------------------------------------------

  std::size_t sentence_end() const {
    std::size_t end = s_->last;
    while (end > s_->first && (is_any(end - 1, ".", "!", "?", "...", "\xE2\x80\xA6") || is_mark(end - 1))) --end;
    return end;
  }

  std::size_t next_comma(std::size_t from, std::size_t to) const {
    for (std::size_t i = from; in(i) && i < to; ++i) {
      if (is(i, ",") && !quoted(i)) return i;
    }
    return 0;
  }

  // The first marked stretch that begins in [from, to).
  std::optional<std::size_t> marked_in(std::size_t from, std::size_t to) const {
    const auto at = std::ranges::lower_bound(marked_, from, {}, &Marked::first);
    if (at == marked_.end() || at->first >= to) return {};
    return static_cast<std::size_t>(at - marked_.begin());
  }

  void content(std::size_t v, Cue kind, bool turned, Attribution* a) {
    const std::size_t end = sentence_end();
    const std::size_t head = std::min(v, a->source.first);
    const std::size_t tail = std::max(v + 1, turned ? a->source.last : v + 1);
    bool found = false;
    // Marked words that end just before the source and verb.
    std::size_t k = head;
    while (k > s_->first && (is(k - 1, ",") || is_mark(k - 1) || is_any(k - 1, "as", "\xE2\x80\x94", "--", "-"))) --k;
    if (k > 0 && k - 1 < r_.tokens.size() && k > s_->first && quoted(k - 1)) {
      a->content = {marked_[inside_[k - 1] - 1].first, marked_[inside_[k - 1] - 1].last};
      push_marked(*a, inside_[k - 1] - 1);
      found = true;
    }
    // Marked words after it, in the sentence or the one that it opens.
    for (auto m = marked_in(tail, end + 1); m; m = marked_in(marked_[*m].last, end + 1)) {
      push_marked(*a, *m);
      found = true;
    }
    if (found && k < head && k > s_->first && quoted(k - 1)) {
      // "..." he said. "...": the rest of the paragraph's marks follow in rest().
      return;
    }
    indirect(v, kind, turned, tail, end, found, a);
  }

  void indirect(std::size_t v, Cue kind, bool turned, std::size_t tail, std::size_t end, bool found, Attribution* a) {
    std::size_t from = tail;
    if (!a->listener.empty() && !turned) from = std::max(from, a->listener.last);
    const std::size_t that = find_that(from, end);
    const bool clause = that != 0 || clause_at(from, end);
    if (!turned && (clause || (kind != Cue::say && from < end))) {
      a->content = {that != 0 ? that + 1 : from, clause_end(from, end)};
      if (!a->content.empty() && a->content.last - a->content.first > 1) out_.push_back(*a);
      return;
    }
    if (found) return;
    // "The bridge fell, she said": the clause before it.
    std::size_t first = s_->first, last = std::min(v, a->source.first);
    while (last > first && (is_any(last - 1, ",", "\xE2\x80\x94", "--") || is_mark(last - 1))) --last;
    const bool comma = last < std::min(v, a->source.first);
    if (comma && last > first + 2 && kind == Cue::say) {
      a->content = {first, last};
      out_.push_back(*a);
      return;
    }
    if (!turned && from + 1 < end && !doubtful().has(r_.tokens[v].hash)) {
      a->content = {from, clause_end(from, end)};
      if (a->content.last > a->content.first + 1) out_.push_back(*a);
    }
  }

  // "that" within the next few words.
  std::size_t find_that(std::size_t from, std::size_t end) const {
    for (std::size_t i = from; i < end && i < from + 8; ++i) {
      if (is(i, "that") && !quoted(i) && tag(i) != Tag::det) return i;
      if (is_any(i, ",", ";")) return 0;
    }
    return 0;
  }

  // True if a subject and a verb follow soon.
  bool clause_at(std::size_t from, std::size_t end) const {
    bool noun = false;
    for (std::size_t i = from; i < end && i < from + 16; ++i) {
      const Tag t = tag(i);
      if (t == Tag::noun || t == Tag::propn || t == Tag::pron) noun = true;
      if (noun && (t == Tag::aux || (t == Tag::verb && !r_.low(i).ends_with("ing")))) return true;
      if (is_any(i, ";")) return false;
    }
    return false;
  }

  // Where a reported clause ends: at the sentence's end or at the next cue's clause.
  std::size_t clause_end(std::size_t from, std::size_t end) const {
    for (std::size_t i = from; i + 1 < end; ++i) {
      if (is(i, ",") && is_any(i + 1, "according", "saying", "adding")) return i;
      if (is(i, ";")) return i;
    }
    return end;
  }

  // --- marked words -----------------------------------------------------------------------------

  void push_marked(Attribution a, std::size_t m) {
    if (taken_[m]) return;
    taken_[m] = true;
    a.direct = true;
    a.content = {marked_[m].first, marked_[m].last};
    out_.push_back(a);
  }

  // "According to X": its content, and the marked words inside it.
  void push_all(Attribution a) {
    for (auto m = marked_in(a.content.first, a.content.last + 1); m && marked_[*m].first <= a.content.last;
         m = marked_in(marked_[*m].last, a.content.last + 1)) {
      push_marked(a, *m);
    }
    out_.push_back(a);
  }

  // Marked words that no cue of their sentence has: they run on from the
  // quotation before them, or stand between a cue and the marks it introduces.
  void rest() {
    std::vector<std::size_t> by_mark(marked_.size(), out_.size());
    for (std::size_t i = 0; i < out_.size(); ++i) {
      if (out_[i].direct) by_mark[inside_[out_[i].content.first] - 1] = i;
    }
    const std::size_t none = out_.size();
    std::size_t attributed = none;
    for (std::size_t m = 0; m < marked_.size(); ++m) {
      if (taken_[m]) {
        attributed = by_mark[m];
        continue;
      }
      const std::size_t words = marked_[m].last - marked_[m].first;
      if (words < 4) continue;
      Attribution a;
      a.direct = true;
      a.content = {marked_[m].first, marked_[m].last};
      const bool runs_on = m > 0 && attributed != none && by_mark[m - 1] != none && follows(m);
      if (!runs_on) named_beside(m, &a);
      if (runs_on) {
        a.source = out_[attributed].source;
        a.listener = out_[attributed].listener;
        by_mark[m] = attributed;
        taken_[m] = true;
      }
      out_.push_back(a);
    }
  }

  // "..." - Jane Roe; Jane Roe: "...".
  void named_beside(std::size_t m, Attribution* a) {
    const std::size_t open = marked_[m].first - 1, close = marked_[m].last;
    if (close + 2 < r_.tokens.size()) {
      std::size_t dash = close + 1;
      const std::string_view w = r_.low(dash);
      if (w == "-" || w == "--" || w == "\xE2\x80\x93" || w == "\xE2\x80\x94" || w == "\xE2\x80\x95") {
        go_to(r_.sentences[r_.sentence_of[dash + 1]]);
        const Tokens source = phrase_from(dash + 1);
        if (!source.empty() && r_.tokens[dash + 1].shape != Shape::lower) {
          a->source = source;
          a->cue = {dash, dash + 1};
          return;
        }
      }
    }
    if (marked_[m].first >= 3 && r_.low(open - 1) == ":") {
      go_to(r_.sentences[r_.sentence_of[open - 1]]);
      const Tokens source = extended_before(open - 1);
      if (!source.empty() && source.first == s_->first) {
        a->source = source;
        a->cue = {open - 1, open};
      }
    }
  }

  // True if quotation m follows the one before it in its paragraph, or the one
  // before was left open at the end of its paragraph.
  bool follows(std::size_t m) const {
    if (marked_[m - 1].open) return true;
    const std::uint32_t from = marked_[m - 1].inside.end, to = marked_[m].inside.begin;
    const std::string_view gap = r_.text.substr(from, to - from);
    if (gap.find('\n') != std::string_view::npos) return false;
    return gap.size() < 400;
  }

  std::span<const Marked> marked_;
  std::vector<std::uint32_t> inside_;  // of each token: 1 + the marked stretch that holds it
  std::vector<bool> taken_;
  std::vector<Attribution> out_;
};

}  // namespace

std::vector<Attribution> find_attributions(const Reading& reading, std::span<const Marked> marked) {
  return Reader(reading, marked).run();
}

}  // namespace tellings::statements
