#include "tellings/findings/slots.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>
#include <span>

#include "tellings/base/hash.h"
#include "tellings/text/words.h"

namespace tellings::findings {
namespace {

struct Group {
  People people;
  std::string_view nouns;  // stems, between spaces
};

constexpr auto kGroups = std::to_array<Group>({
    {People::anybody,
     " people person persons other others victim victims individual individuals man men woman women resident residents "
     "civilian civilians passenger passengers casualty casualties bystander bystanders member members male males "
     "female females someone dead body bodies fatality fatalities patient patients "},
    {People::guards, " guard guards bodyguard bodyguards "},
    {People::officers,
     " officer officers policeman policemen police cop cops deputy deputies trooper troopers sergeant sergeants "},
    {People::troops,
     " soldier soldiers troop troops serviceman servicemen fighter fighters militant militants force forces "},
    {People::protesters,
     " protester protesters protestor protestors demonstrator demonstrators activist activists marcher marchers "},
    {People::children,
     " child children kid kids boy boys girl girls toddler toddlers baby babies infant infants teen teens teenager "
     "teenagers juvenile juveniles daughter daughters son sons "},
    {People::students, " student students pupil pupils "},
    {People::attackers,
     " gunman gunmen shooter shooters attacker attackers suspect suspects assailant assailants robber robbers "},
    {People::workers, " worker workers employee employees staff staffer staffers "},
});

// Words that take a count beyond the event, wherever they stand in its sentence.
constexpr auto kFarWider =
    std::to_array<std::string_view>({"citywide", "nationwide", "statewide", "countywide", "annually", "statistics",
                                     "homicides", "average", "decade", "worldwide"});

// Words that may: a difference shuns them, an agreement does not.
constexpr auto kWider = std::to_array<std::string_view>(
    {"weekend", "year", "years", "month", "months", "since", "previous", "previously", "past", "overall", "total",
     "week", "weeks", "shootings", "incidents", "attacks", "across", "far"});

constexpr auto kDead = std::to_array<std::string_view>(
    {"dead", "died", "dies", "killed", "kills", "killing", "fatally", "slain", "death", "deaths", "fatal"});

// Words around a figure that make it a part of another: "the other two", "two more".
constexpr auto kParts = std::to_array<std::string_view>({"remaining", "additional", "more"});

bool has_word(std::string_view list, std::string_view word) {
  const std::string padded = " " + std::string(word) + " ";
  return list.find(padded) != std::string_view::npos;
}

std::vector<std::string> folded_words(std::string_view text) {
  std::vector<std::string> out;
  for (const text::Word& w : text::words(text)) out.push_back(text::fold(slice(text, w.span)));
  return out;
}

// The word that a noun phrase is about: the last one before "of", "in", "with".
std::string head_of(std::string_view noun) {
  std::string head;
  for (const std::string& w : folded_words(noun)) {
    if (is_stop_word(w) && !head.empty()) break;
    if (!is_stop_word(w)) head = w;
  }
  return head;
}

// True if the words say the number: a bare headline noun ("Woman dead") and a
// broken number ("1 1/2") do not, to a reader who looks there.
bool says_number(const Figure& f, std::string_view words) {
  if (words.find('/') != std::string_view::npos) return false;
  if (f.low != 1.0) return true;
  constexpr auto kOne = std::to_array<std::string_view>({"1", "a", "an", "one", "another", "single", "first"});
  return std::ranges::any_of(folded_words(words),
                             [&](const std::string& w) { return std::ranges::find(kOne, w) != kOne.end(); });
}

bool is_figure_to_compare(const Figure& f, std::string_view text) {
  if (!f.low && !f.high) return false;
  if (f.span.empty() || f.span.end > text.size() || f.sentence.end > text.size()) return false;
  if (!says_number(f, slice(text, f.span))) return false;
  return !f.role.empty() || !f.noun.empty() || !f.unit.empty();
}

bool is_upper(std::string_view text, Span word) {
  return std::isupper(static_cast<unsigned char>(text[word.begin])) != 0;
}

std::string join_names(std::span<const std::string_view> words) {
  std::string out;
  for (const std::string_view w : words) {
    if (!out.empty()) out += ' ';
    out += w;
  }
  return out;
}

// The last words of `before` that are written as a name and touch its end but
// for punctuation; a nickname in quotation marks is passed over: Mark
// "Corky" Miller.
std::string name_at_end(std::string_view before) {
  const auto words = text::words(before);
  std::vector<std::string_view> name;
  std::size_t end = before.size();
  for (auto word = words.rbegin(); word != words.rend() && is_upper(before, word->span) && name.size() < 5; ++word) {
    const std::string_view gap = before.substr(word->span.end, end - word->span.end);
    const bool nickname = gap.find_first_of("\"”") != std::string_view::npos;
    if (gap.find_first_of(";.:(") != std::string_view::npos ||
        (gap.find(',') != std::string_view::npos && !name.empty()))
      break;
    end = word->span.begin;
    if (nickname && !name.empty()) continue;
    name.insert(name.begin(), slice(before, word->span));
  }
  return name.size() > 1 ? join_names(name) : std::string();
}

// The first words of `after` that are written as a name: "-year-old Ann Miller".
std::string name_at_start(std::string_view after) {
  std::vector<std::string_view> name;
  std::size_t at = 0;
  for (const text::Word& w : text::words(after)) {
    const std::string_view word = slice(after, w.span);
    const bool hinge = name.empty() && (word == "year" || word == "years" || word == "old");
    if (!hinge && !is_upper(after, w.span)) break;
    if (after.substr(at, w.span.begin - at).find_first_of(",;.:\n") != std::string_view::npos) break;
    at = w.span.end;
    if (!hinge) name.push_back(word);
  }
  return name.size() > 1 ? join_names(name) : std::string();
}

// The person whose age this is: the full name that touches the figure, else as
// the statement says, if a name stands in it.
std::string person_of(const Telling& t, const Figure& f) {
  std::string name = name_at_end(t.text.substr(f.sentence.begin, f.span.begin - f.sentence.begin));
  if (name.empty()) name = name_at_start(t.text.substr(f.span.end, f.sentence.end - f.span.end));
  if (!name.empty()) return name;
  std::vector<std::string_view> last;
  for (const text::Word& w : text::words(f.scope)) {
    if (!is_upper(f.scope, w.span)) last.clear();
    if (is_upper(f.scope, w.span)) last.push_back(slice(f.scope, w.span));
  }
  return join_names(last);
}

bool is_superseded(const Telling& t, const Figure& f) {
  for (const Statement& s : t.statements) {
    const Correction* c = std::get_if<Correction>(&s);
    if (c == nullptr || !c->span.meets(f.sentence)) continue;
    const std::string from = number_of(text::fold(c->from));
    if (!from.empty() && f.low && from == in_digits(f)) return true;
    if (!c->from.empty() && text::fold(c->from) == text::fold(slice(t.text, f.span))) return true;
  }
  return false;
}

void mark_scope(const Telling& t, Reading* r) {
  const Figure& f = *r->figure;
  const auto words = folded_words(slice(t.text, f.sentence));
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string& w = words[i];
    const bool age = i + 1 < words.size() && words[i + 1].starts_with("old");
    const bool calendar_year = w.size() == 4 && (w.starts_with("19") || w.starts_with("20"));
    const bool span_of_time = i > 0 && (words[i - 1] == "this" || words[i - 1] == "last" || words[i - 1] == "in");
    r->far_wider |=
        std::ranges::find(kFarWider, w) != kFarWider.end() || (span_of_time && (w == "year" || calendar_year));
    r->wider |= calendar_year || (!age && std::ranges::find(kWider, w) != kWider.end());
    r->beside_dead |= std::ranges::find(kDead, w) != kDead.end();
  }
  r->wider |= r->far_wider;
  r->others = f.noun.find("other") != std::string::npos;
  const auto beside =
      folded_words(slice(t.text, {f.span.begin, std::min<std::uint32_t>(f.span.end + 12, f.sentence.end)}));
  r->part =
      std::ranges::any_of(beside, [](const std::string& w) { return std::ranges::find(kParts, w) != kParts.end(); }) ||
      (beside.size() > 2 && beside[1] == "of" && (beside[2] == "the" || beside[2] == "them" || beside[2] == "those"));
}

std::string key_of(const Reading& r) {
  const Figure& f = *r.figure;
  const std::string change = f.change == Change::none ? "" : f.change == Change::up ? " up" : " down";
  if (f.role == "age") return "age";
  if (!f.role.empty()) return "people " + f.role;
  if (f.unit == "person") return "people" + change;
  const bool measured =
      f.unit == "percent" || (f.unit.size() == 3 && std::isupper(static_cast<unsigned char>(f.unit[0])) != 0);
  return measured ? f.unit + change : "count " + stem(head_of(f.noun.empty() ? f.unit : f.noun)) + change;
}

}  // namespace

People people_of(std::string_view folded) {
  for (const Group& g : kGroups) {
    if (has_word(g.nouns, folded)) return g.people;
  }
  return People::unsaid;
}

std::vector<Reading> read_figures(const Board& board) {
  std::vector<Reading> out;
  for (TellingNo no = 0; no < board.tellings.size(); ++no) {
    const Telling& t = board.tellings[no];
    if (t.sentences.empty()) continue;
    for (const Statement& s : t.statements) {
      const Figure* f = std::get_if<Figure>(&s);
      if (f == nullptr || !is_figure_to_compare(*f, t.text)) continue;
      Reading r;
      r.telling = no;
      r.article = t.article;
      r.figure = f;
      r.reach = reach(*f);
      const std::string head = head_of(f->noun);
      r.head = head.empty() ? 0 : hash_bytes(stem(head));
      r.people = people_of(head);
      r.place = board.sentence_at(no, f->span.begin);
      r.context = surroundings(board, t.sentences[r.place], f->span);
      r.key = key_of(r);
      r.superseded = is_superseded(t, *f);
      mark_scope(t, &r);
      if (r.key == "age") {
        r.subject = person_of(t, *f);
        r.wider = r.part = false;
      }
      out.push_back(std::move(r));
    }
  }
  return out;
}

bool may_be_one_group(const Reading& a, const Reading& b) {
  if (a.head == b.head) return true;
  const auto open = [](People p) { return p == People::unsaid || p == People::anybody; };
  if (a.people == b.people && !open(a.people)) return true;
  return open(a.people) && open(b.people);
}

}  // namespace tellings::findings
