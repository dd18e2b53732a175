// The verb decides, and its voice: in "two gunmen killed five" the two are not
// killed. After the counted noun a participle of harm is passive where a form
// of "be" or "get" leads it, or where no object follows it ("two killed in ...").
// Before the number a verb of harm is active and the number its object.
//
// Figures that are a part of another ("including two children") get no role: a
// reader, and the stage that compares, would take them for the whole.

#include "tellings/statements/roles.h"

#include <algorithm>

#include "tellings/statements/sentence_view.h"
#include "tellings/statements/word_table.h"

namespace tellings::statements {
namespace {

enum class Harm : std::uint8_t {
  killed,
  injured,
  shot,
  missing,
  arrested,
  displaced,
  evacuated,
  rescued,
  kidnapped,
  infected,
  charged,
  trapped,
  hospitalised,
  stabbed
};

constexpr std::string_view kRoleNames[] = {"killed",    "injured",   "shot",         "missing",   "arrested",
                                           "displaced", "evacuated", "rescued",      "kidnapped", "infected",
                                           "charged",   "trapped",   "hospitalised", "stabbed"};

const WordTable<Harm>& participles() {
  static const WordTable<Harm> kTable{{"killed slain murdered massacred executed slaughtered dead died dies perished "
                                       "deceased assassinated beheaded martyred drowned",
                                       Harm::killed},
                                      {"injured wounded hurt maimed", Harm::injured},
                                      {"shot", Harm::shot},
                                      {"stabbed", Harm::stabbed},
                                      {"missing unaccounted", Harm::missing},
                                      {"arrested detained apprehended jailed imprisoned", Harm::arrested},
                                      {"displaced homeless", Harm::displaced},
                                      {"evacuated", Harm::evacuated},
                                      {"rescued", Harm::rescued},
                                      {"kidnapped abducted", Harm::kidnapped},
                                      {"infected", Harm::infected},
                                      {"charged indicted", Harm::charged},
                                      {"trapped stranded", Harm::trapped},
                                      {"hospitalized hospitalised", Harm::hospitalised}};
  return kTable;
}

const WordTable<Harm>& actions() {
  static const WordTable<Harm> kTable{
      {"killing kills kill killed murdering murdered murders slaying slew claiming claimed massacring", Harm::killed},
      {"injuring injures injure injured wounding wounds wound wounded hurting hurt", Harm::injured},
      {"shooting shot shoots", Harm::shot},
      {"stabbed stabbing", Harm::stabbed},
      {"arrested arresting arrest arrests detained detaining detain", Harm::arrested},
      {"displacing displaced", Harm::displaced},
      {"kidnapped kidnapping abducted abducting", Harm::kidnapped},
      {"rescued rescuing", Harm::rescued},
      {"infected infecting", Harm::infected},
      {"evacuated evacuating", Harm::evacuated}};
  return kTable;
}

const WordTable<Harm>& toll_nouns() {
  static const WordTable<Harm> kTable{
      {"deaths fatalities", Harm::killed}, {"injuries", Harm::injured}, {"arrests", Harm::arrested}};
  return kTable;
}

const WordSet& to_be() {
  static const WordSet kSet("was were is are been being be got get getting has have had were reportedly 's 're");
  return kSet;
}

const WordSet& people() {
  static const WordSet kSet(
      "people person persons man men woman women child children boy boys girl girls baby babies infant infants toddler "
      "toddlers "
      "teen teens teenager teenagers youth youths adult adults victim victims resident residents civilian civilians "
      "guard guards "
      "officer officers policeman policemen policewoman police soldier soldiers troop troops trooper troopers marine "
      "marines agent agents "
      "protester protesters protestor protestors demonstrator demonstrators militant militants fighter fighters rebel "
      "rebels gunman gunmen "
      "attacker attackers suspect suspects shooter shooters student students teacher teachers worker workers employee "
      "employees "
      "passenger passengers driver drivers pedestrian pedestrians bystander bystanders patient patients doctor doctors "
      "nurse nurses "
      "journalist journalists reporter reporters witness witnesses migrant migrants refugee refugees immigrant "
      "immigrants citizen citizens "
      "american americans iraqi iraqis israeli israelis palestinian palestinians syrian syrians russian russians "
      "ukrainian ukrainians "
      "british chinese others member members official officials leader leaders lawmaker lawmakers senator senators "
      "voter voters politician "
      "politicians supporter supporters activist activists follower followers player players fan fans relative "
      "relatives brother brothers "
      "sister sisters son sons daughter daughters father mother parents parent couple couples friend friends neighbor "
      "neighbors neighbour "
      "neighbours customer customers shopper shoppers tourist tourists guest guests inmate inmates prisoner prisoners "
      "detainee detainees "
      "hostage hostages survivor survivors firefighter firefighters paramedic paramedics medic medics deputy deputies "
      "sheriff pilot pilots "
      "sailor sailors crew crewmen villager villagers farmer farmers miner miners individual individuals male males "
      "female females "
      "sibling siblings cousin cousins nephew niece grandson granddaughter wife husband girlfriend boyfriend juvenile "
      "juveniles minor minors "
      "personnel warrior warriors combatant combatants insurgent insurgents terrorist terrorists extremist extremists "
      "candidate candidates "
      "delegate delegates colleague colleagues staff staffer staffers clerk clerks owner owners homeowner tenant "
      "tenants expert experts "
      "scientist scientists player attendee attendees participant participants spectator spectators pupil pupils "
      "youngster youngsters "
      "mourner mourners worshipper worshippers parishioner parishioners pilgrim pilgrims servant servants user users "
      "caller callers "
      "investigator investigators detective detectives bodyguard bodyguards commander commanders general generals "
      "militiaman militiamen policemen "
      "seniors senior forces prosecutor prosecutors judge judges juror jurors lawyer lawyers spokesman spokesmen "
      "scholar scholars");
  return kSet;
}

class Judge : SentenceView {
 public:
  Judge(const Reading& r, const Sentence& s, const Counted& c) : SentenceView(r, &s), c_(c) {}

  std::string role() const {
    if (is_part()) return {};
    if (const Harm* h = after()) return std::string(kRoleNames[static_cast<int>(*h)]);
    if (const Harm* h = before()) return std::string(kRoleNames[static_cast<int>(*h)]);
    return {};
  }

 private:
  // "including two children", "two of them were".
  bool is_part() const {
    const std::size_t f = c_.first;
    if (f > s_->first + 1 && is(f - 1, "of") &&
        is_any(f - 2, "father", "mother", "parent", "parents", "dad", "mom", "image", "photo", "one"))
      return true;
    if (is_any(c_.last, "more") && (c_.end <= c_.last + 1)) return true;  // "two more dead"
    if (is(c_.last, "of") && in(c_.last + 1) && r_.tokens[c_.last + 1].tag == Tag::num)
      return true;  // "one of nine people killed"
    if (is(c_.last, "of") && is_any(c_.last + 1, "them", "whom", "those", "these", "us", "the"))
      return true;  // "two of the victims"
    if (joined()) return true;
    if (f > s_->first && is_any(f - 1, "under", "over") && c_.end == c_.last)
      return true;  // "children under 15 who were killed"
    for (std::size_t back = 1; back <= 3 && f >= s_->first + back; ++back) {
      if (is_any(f - back, "including", "include", "included", "among", "besides")) return true;
    }
    return false;
  }

  // "Two adults and one child were killed": neither number is the whole.
  bool joined() const {
    std::size_t k = c_.first;
    while (k > s_->first && is_any(k - 1, "and", ",")) --k;
    if (k == c_.first || k <= s_->first + 1 || !is_person_noun(r_, k - 1)) return false;
    std::size_t n = k - 1;
    while (n > s_->first && k - n < 5 && (tag(n - 1) == Tag::adj || tag(n - 1) == Tag::noun)) --n;
    return n > s_->first && tag(n - 1) == Tag::num;
  }

  const Harm* harm(Harm h) const {
    static constexpr Harm kAll[] = {Harm::killed,       Harm::injured,   Harm::shot,      Harm::missing,
                                    Harm::arrested,     Harm::displaced, Harm::evacuated, Harm::rescued,
                                    Harm::kidnapped,    Harm::infected,  Harm::charged,   Harm::trapped,
                                    Harm::hospitalised, Harm::stabbed};
    return &kAll[static_cast<std::size_t>(h)];
  }

  // "shot and killed", "shot dead", "fatally shot", "shot to death".
  const Harm* refined(std::size_t i, Harm h, bool fatally) const {
    if (h == Harm::shot || h == Harm::injured || h == Harm::stabbed) {
      if (fatally) return harm(Harm::killed);
      if (is_any(i + 1, "dead", "fatally") || (is(i + 1, "to") && is(i + 2, "death"))) return harm(Harm::killed);
      if (is(i + 1, "and") && is_any(i + 2, "killed", "died", "fatally"))
        return harm(h == Harm::injured ? h : Harm::killed);
      if (is(i + 1, "and") && is_any(i + 2, "wounded", "injured", "hurt") && h != Harm::injured)
        return harm(Harm::injured);
      if (is(i + 1, "and") && is_any(i + 2, "critically", "seriously") && is_any(i + 3, "wounded", "injured"))
        return harm(Harm::injured);
    }
    const bool or_other = is_any(i + 1, "or", "and") && in(i + 2) && participles().has(r_.tokens[i + 2].hash);
    if (or_other && (is(i + 1, "or") || h == Harm::killed)) return nullptr;  // "killed or injured": neither alone
    return harm(h);
  }

  const Harm* after() const {
    bool be = false, fatally = false, left = false;
    std::size_t k = c_.end;
    if (k > c_.last && toll_nouns().has(r_.tokens[k - 1].hash) && k - c_.last < 4)
      return toll_nouns().find(r_.tokens[k - 1].hash);
    std::size_t steps = 0;
    for (; in(k) && steps < 14; ++k, ++steps) {
      const Token& t = r_.tokens[k];
      if (const Harm* h = participles().find(t.hash)) return judge(k, *h, be, fatally, left);
      if (is_any(k, "fatally", "mortally")) {
        fatally = true;
      } else if (to_be().has(t.hash)) {
        be = true;
      } else if (is(k, "lost") && is_any(k + 1, "their", "his", "her") && is_any(k + 2, "lives", "life")) {
        return harm(Harm::killed);
      } else if (is_any(k, "suffered", "sustained", "received", "suffering", "sustaining")) {
        return suffered(k + 1);
      } else if (is(k, "in") &&
                 is_any(k + 1, "critical", "serious", "stable", "fair", "grave", "guarded", "extremely") &&
                 (is(k + 2, "condition") || is(k + 3, "condition"))) {
        return harm(Harm::injured);
      } else if (is(k, ",") && in(k + 2) && r_.tokens[k + 1].kind == TokenKind::number && is(k + 2, ",")) {
        k += 2;  // "Boy, 3, killed"
      } else if (is_any(k, "should", "could", "would", "might", "may", "if", "not", "n't", "nearly", "almost")) {
        return nullptr;
      } else if (is(k, "in") && is(k + 1, "custody")) {
        return be ? harm(Harm::arrested) : nullptr;
      } else if (is(k, "taken") && is(k + 1, "into") && is(k + 2, "custody")) {
        return harm(Harm::arrested);
      } else if (is(k, "taken") && is_any(k + 1, "to") && hospital(k + 2)) {
        return harm(Harm::hospitalised);
      } else if (is(k, "gunned") && is(k + 1, "down")) {
        return harm(Harm::killed);
      } else if (is_any(k, "found", "pronounced", "confirmed", "declared", "reported", "left", "presumed", "feared",
                        "believed") ||
                 t.tag == Tag::adv || is_any(k, "both", "all", "who", "also", "either")) {
        left = true;
      } else if (!passes(k, be)) {
        return nullptr;
      }
    }
    return nullptr;
  }

  bool hospital(std::size_t k) const {
    for (std::size_t i = k; in(i) && i < k + 5; ++i) {
      if (is_any(i, "hospital", "hospitals", "medical", "center")) return true;
    }
    return false;
  }

  const Harm* suffered(std::size_t k) const {
    for (std::size_t i = k; in(i) && i < k + 6; ++i) {
      if (is_any(i, "injuries", "wounds", "wound", "injury")) return harm(Harm::injured);
      if (r_.tokens[i].tag == Tag::punct) return nullptr;
    }
    return nullptr;
  }

  // What may stand between the noun and its participle: where, from where, an age.
  bool passes(std::size_t k, bool be) const {
    if (be) return tag(k) == Tag::adv;
    if (is_any(k, ",", ";", ".", ":", "but", "while", "that", "which", "when", "as", "by"))
      return is(k, ",") && is(k + 1, "ages");
    const Tag t = tag(k);
    if (t == Tag::verb) return k == c_.end && r_.low(k).ends_with("ed");  // "stationed outside his residence"
    return t == Tag::adp || t == Tag::noun || t == Tag::propn || t == Tag::adj || t == Tag::det || t == Tag::part ||
           t == Tag::pron || is(k, "-") || is(k, "more");
  }

  const Harm* judge(std::size_t k, Harm h, bool be, bool fatally, bool left) const {
    if (is_any(k + 1, "himself", "herself", "themselves", "itself")) return nullptr;
    const bool intransitive =
        is_any(k, "dead", "died", "dies", "perished", "missing", "deceased", "homeless", "unaccounted", "drowned");
    const bool direct = k == c_.end;
    // "two drones, and seven guards were injured": a noun phrase between that is
    // no complement has its own number, which the number's own reading finds.
    for (std::size_t i = c_.end; i < k; ++i) {
      if (tag(i) == Tag::num && i > c_.end) return nullptr;
    }
    if (!be && !intransitive) {
      const Tag next = tag(k + 1);
      const bool object = next == Tag::det || next == Tag::num || next == Tag::noun || next == Tag::propn ||
                          next == Tag::pron || (next == Tag::adj && !is(k + 1, "dead")) ||
                          is_any(k + 1, "at", "more", "nearly", "about");
      const bool at_place = is(k + 1, "at") && !is(k + 2, "least");
      if (object && !at_place && !is_any(k + 1, "when", "who", "that") && !day(k + 1)) return nullptr;
      if (!direct && !left && !fatally && k - c_.end > 8) return nullptr;
    }
    if (h == Harm::charged && is_any(k + 1, "at", "toward", "towards")) return nullptr;
    return refined(k, h, fatally);
  }

  bool day(std::size_t k) const {
    static const WordSet kDays("monday tuesday wednesday thursday friday saturday sunday yesterday today early late");
    return in(k) && kDays.has(r_.tokens[k].hash);
  }

  const Harm* before() const {
    std::size_t k = c_.first;
    for (std::size_t steps = 0; steps < 4 && k > s_->first; ++steps) {
      --k;
      if (const Harm* h = actions().find(r_.tokens[k].hash)) {
        const bool claimed = is_any(k, "claimed", "claiming");
        if (claimed && !lives()) return nullptr;
        if (passive(k) || is(k, "shooting")) return nullptr;
        if (k > s_->first && is(k - 1, "to") && is_any(k, "kill", "injure", "wound", "hurt", "shoot")) return nullptr;
        if (!person_object()) return nullptr;
        return *h == Harm::shot && fatally_before(k) ? harm(Harm::killed) : refined_active(k, h);
      }
      if (is(k, "of") && k > s_->first &&
          is_any(k - 1, "death", "deaths", "killing", "killings", "murder", "murders", "slaying", "slayings",
                 "lives") &&
          person_object())
        return harm(Harm::killed);
      if (is(k, "of") && is(k - 1, "toll") && k > s_->first + 1 && is(k - 2, "death")) return harm(Harm::killed);
      if (is_any(k, "to", "at", "of", "is", "was", "stands", "stood") && toll(k)) return harm(Harm::killed);
      const bool light =
          tag(k) == Tag::adv || tag(k) == Tag::det || is_any(k, "at", "least", "another", "other", "more", "than");
      if (!light) return nullptr;
    }
    return nullptr;
  }

  // "death toll rose to 12", "the death toll stands at 12".
  bool toll(std::size_t k) const {
    for (std::size_t i = k; i > s_->first && k - i < 7; --i) {
      if (is(i - 1, "toll") && i > s_->first + 1 && is(i - 2, "death")) return true;
    }
    return false;
  }

  const Harm* refined_active(std::size_t k, const Harm* h) const {
    if (*h == Harm::shot && is(k - 1, "and") && k > s_->first + 1 && is_any(k - 2, "killed")) return harm(Harm::killed);
    return h;
  }
  bool fatally_before(std::size_t k) const { return k > s_->first && is_any(k - 1, "fatally", "mortally"); }
  bool lives() const { return is(c_.end - 1, "lives") || is(c_.end, "lives"); }
  bool passive(std::size_t k) const {
    return (is_any(k, "killed", "injured", "wounded", "shot", "arrested", "hurt") && k > s_->first &&
            to_be().has(r_.tokens[k - 1].hash) && !is_any(k - 1, "has", "have", "had"));
  }

  // "killed two people", "killed two", but not "killed two days later".
  bool person_object() const {
    if (c_.end == c_.last) {
      const Tag next = tag(c_.end);
      return next != Tag::noun && !is_any(c_.end, "%", "percent", "-", "times");
    }
    return is_person_noun(r_, c_.end - 1) || lives();
  }

  const Counted& c_;
};

}  // namespace

std::string role_of(const Reading& reading, const Sentence& sentence, const Counted& counted) {
  return Judge(reading, sentence, counted).role();
}

bool is_person_noun(const Reading& reading, std::size_t token) {
  if (people().has(reading.tokens[token].hash)) return true;
  // "colleague", "passer-by": by ending, where the noun is one of persons by rule.
  const std::string_view w = reading.low(token);
  for (const std::string_view end :
       {"men", "women", "erman", "dsman", "erwoman", "keeper", "ists", "goers", "holders", "makers", "keepers"}) {
    if (w.size() > end.size() + 1 && w.ends_with(end) && w != "specimen") return true;
  }
  // Those who do something by trade: "hikers", "welders"; not "containers".
  static const WordSet kThings(
      "containers trailers computers numbers papers orders letters flowers towers rivers tankers helicopters choppers "
      "fighters-bombers carriers freighters steamers trawlers cruisers bombers boulders shelters theaters offers "
      "centers "
      "meters liters quarters matters chapters posters servers sensors tractors reactors doors floors motors factors "
      "sectors errors "
      "mirrors monitors colors layers answers others fingers shoulders covers corners counters customers dollars "
      "bunkers lockers "
      "dealers bulldozers");
  return w.size() > 5 && (w.ends_with("ers") || w.ends_with("ors")) && !kThings.has(reading.tokens[token].hash);
}

}  // namespace tellings::statements
