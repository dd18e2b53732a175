#include "tellings/findings/slots.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>

#include "tellings/base/hash.h"
#include "tellings/text/words.h"

namespace tellings::findings {
namespace {

// Terms on each side of a figure that tell what it is about.
constexpr std::size_t kNear = 10;

// A name this many bytes before or after an age is its person's: ", ", ", a ",
// "-year-old ".
constexpr std::uint32_t kNameGap = 14;

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

// Words in a sentence that take a count beyond the event: other places, other times.
constexpr auto kWider = std::to_array<std::string_view>(
    {"citywide", "nationwide", "statewide", "countywide", "weekend",    "year",    "years",   "annually",   "month",
     "months",   "decade",     "since",     "previous",   "previously", "past",    "overall", "total",      "week",
     "weeks",    "homicide",   "homicides", "shootings",  "incidents",  "attacks", "across",  "statistics", "average"});

// Words just before a figure that make it a part of another.
constexpr auto kParts =
    std::to_array<std::string_view>({"other", "others", "another", "remaining", "additional", "more"});

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

bool is_figure_to_compare(const Figure& f, std::size_t text_bytes) {
  if (!f.low && !f.high) return false;
  if (f.span.empty() || f.span.end > text_bytes || f.sentence.end > text_bytes) return false;
  return !f.role.empty() || !f.noun.empty() || !f.unit.empty();
}

// The person whose age stands at `figure`: the nearest name beside it.
const Name* person_beside(const Telling& t, const Figure& f) {
  const Name* best = nullptr;
  std::uint32_t least = kNameGap + 1;
  for (const Statement& s : t.statements) {
    const Name* name = std::get_if<Name>(&s);
    if (name == nullptr || name->type != NameType::person || !f.sentence.contains(name->span)) continue;
    std::uint32_t gap = least;
    if (name->span.end <= f.span.begin) gap = f.span.begin - name->span.end;
    if (name->span.begin >= f.span.end) gap = name->span.begin - f.span.end;
    if (gap < least) {
      least = gap;
      best = name;
    }
  }
  return best;
}

std::vector<std::uint64_t> context_of(const Sentence& sentence, Span figure) {
  const auto& terms = sentence.terms;
  const auto at = std::ranges::lower_bound(terms, figure.begin, {}, [](const Term& t) { return t.span.begin; });
  const auto here = static_cast<std::size_t>(at - terms.begin());
  const std::size_t first = here < kNear ? 0 : here - kNear;
  const std::size_t last = std::min(terms.size(), here + kNear);
  std::vector<std::uint64_t> out;
  for (std::size_t i = first; i < last; ++i) {
    if (terms[i].kind != TermKind::number && terms[i].kind != TermKind::denial) out.push_back(terms[i].id);
  }
  std::ranges::sort(out);
  const auto repeated = std::ranges::unique(out);
  out.erase(repeated.begin(), repeated.end());
  return out;
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
  r->wider = std::ranges::any_of(words, [](const std::string& w) {
    return std::ranges::find(kWider, w) != kWider.end() ||
           (w.size() == 4 && (w.starts_with("19") || w.starts_with("20")));
  });
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
  return f.unit + change + (measured ? "" : "/" + stem(head_of(f.noun)));
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
      if (f == nullptr || !is_figure_to_compare(*f, t.text.size())) continue;
      Reading r;
      r.telling = no;
      r.article = t.article;
      r.figure = f;
      r.reach = reach(*f);
      const std::string head = head_of(f->noun);
      r.head = head.empty() ? 0 : hash_bytes(stem(head));
      r.people = people_of(head);
      r.place = board.sentence_at(no, f->span.begin);
      r.context = context_of(t.sentences[r.place], f->span);
      r.key = key_of(r);
      r.superseded = is_superseded(t, *f);
      mark_scope(t, &r);
      if (r.key == "age") {
        const Name* name = person_beside(t, *f);
        if (name == nullptr) continue;
        r.subject = std::string(slice(t.text, name->span));
        r.head = mix(name->entity + 1);
        r.wider = r.part = false;
      }
      out.push_back(std::move(r));
    }
  }
  return out;
}

Kinship kinship(const Board& board, const Reading& a, const Reading& b) {
  double all_a = 0;
  double all_b = 0;
  Kinship out;
  for (const std::uint64_t t : a.context) all_a += board.weight(t);
  for (const std::uint64_t t : b.context) all_b += board.weight(t);
  for (const std::uint64_t t : a.context) {
    if (std::ranges::binary_search(b.context, t)) out.weight += board.weight(t);
  }
  const double least = std::min(all_a, all_b);
  out.share = least > 0 ? out.weight / least : 0;
  return out;
}

bool may_be_one_group(const Reading& a, const Reading& b) {
  if (a.head == b.head) return true;
  const auto open = [](People p) { return p == People::unsaid || p == People::anybody; };
  if (a.people == b.people && !open(a.people)) return true;
  return open(a.people) && open(b.people);
}

}  // namespace tellings::findings
