#include "tellings/articles/byline.h"

#include <algorithm>
#include <array>

#include "tellings/articles/agencies.h"
#include "tellings/articles/shape.h"

namespace tellings::articles {
namespace {

constexpr auto kBefore = std::to_array<std::string_view>({
    "by:",
    "by ",
    "written by",
    "posted by",
    "published by",
    "reported by",
    "story by",
    "report by",
    "words by",
    "text by",
    "author:",
    "authors:",
    "author",
    "von:",
    "von ",
    "ein kommentar von",
    "kommentar von",
    "interview von",
    "eine analyse von",
    "aus ",
    "autor:",
    "autorin:",
    "text:",
    "par ",
    "propos recueillis par",
    "por ",
    "por:",
    "di ",
    "a cura di",
    "door ",
    "av ",
    "af ",
    "od ",
    "autor ",
    "текст:",
    "автор:",
    "автор",
    "文",
    "記者",
    "记者",
    "γράφει",
    "του ",
    "της ",
    "écrit par",
    "geschrieben von",
    "from ",
    "auteur:",
    "redactie:",
    "redakcja:",
    "tekst:",
    "skrevet av",
    "verfasst von",
    "dpa:",
    "contributed by",
    "edited by",
    "opinion by",
    "analysis by",
    "بقلم",
    "كتب:",
    "كتبت:",
    "كتب ",
    "كتبت ",
    "מאת",
});

constexpr auto kAnd =
    std::to_array<std::string_view>({" and ", " und ", " et ", " y ", " e ", " en ", " og ", " och ", " i ", " и ",
                                     " та ", " ve ", " & ", " with ", " mit ", " avec ", " con ", "/"});

// Words that begin what is no longer the name.
constexpr auto kTitles = std::to_array<std::string_view>({
    "correspondent", "reporter", "editor",    "writer",      "columnist",     "journalist",      "contributor",
    "staff",         "updated",  "published", "posted",      "author",        "freelance",       "photographer",
    "producer",      "bureau",   "redakteur", "redakteurin", "korrespondent", "korrespondentin", "journalistin",
    "chef",          "senior",   "special",   "political",   "director",      "professor",       "analyst",
    "researcher",    "lecturer", "fellow",    "associate",   "assistant",     "reporterin",      "volontär",
    "volontärin",    "autorin",  "기자",      "記者",        "记者",
});

constexpr auto kDesks = std::to_array<std::string_view>({
    "newsroom",      "staff",        "redaktion", "redaction",  "rédaction", "redacción",
    "redacao",       "redação",      "redazione", "redactie",   "redakcja",  "редакция",
    "desk",          "team",         "editorial", "editors",    "editor",    "admin",
    "administrator", "news",         "online",    "agency",     "agencies",  "press",
    "media",         "tv",           "radio",     "magazine",   "times",     "post",
    "journal",       "web",          "digital",   "unknown",    "anonymous", "guest",
    "correspondent", "reporter",     "reporters", "bureau",     "service",   "services",
    "contributor",   "contributors", "network",   "daily",      "group",     "gmbh",
    "inc",           "ltd",          "llc",       "copyright",  "board",     "wire",
    "wires",         "nachrichten",  "zeitung",   "agenturen",  "agence",    "agencia",
    "company",       "university",   "institute", "foundation",
});

std::string_view trim(std::string_view s) {
  constexpr std::string_view kEdges = " \t\n,.:;|-*()[]\"/";
  for (;;) {
    const std::size_t before = s.size();
    while (!s.empty() && kEdges.find(s.front()) != std::string_view::npos) s.remove_prefix(1);
    while (!s.empty() && kEdges.find(s.back()) != std::string_view::npos && !s.ends_with("Jr.") && !s.ends_with("Sr."))
      s.remove_suffix(1);
    for (const std::string_view sign : {"–", "—", "•", "·", "›", "»"}) {
      if (s.starts_with(sign)) s.remove_prefix(sign.size());
      if (s.ends_with(sign)) s.remove_suffix(sign.size());
    }
    if (s.size() == before) return s;
  }
}

std::string_view strip_before(std::string_view s) {
  s = trim(s);
  for (bool again = true; again;) {
    again = false;
    const std::string low = lower(s.substr(0, 60));
    for (const std::string_view b : kBefore) {
      if (!low.starts_with(b) || s.size() <= b.size()) continue;
      const bool cut = b.back() == ' ' || b.back() == ':' || s[b.size()] == ' ' || s[b.size()] == ':';
      if (!cut) continue;
      s = trim(s.substr(b.size()));
      again = true;
      break;
    }
  }
  return s;
}

// Cuts a name where a title, an address or a date begins.
std::string_view strip_after(std::string_view s) {
  s = s.substr(0, s.find_first_of("|@<>{}()[]"));
  for (const std::string_view sign :
       {"•", "·", " - ", " – ", " — ", "›", "\n", ": ", " für ", " for ", " in ", " aus ", " at ", "http"})
    if (const std::size_t at = s.find(sign); at != std::string_view::npos && at > 2) s = s.substr(0, at);
  std::size_t begin = 0;
  for (std::size_t words = 0; begin < s.size(); ++words) {
    const std::size_t end = std::min(s.find(' ', begin), s.size());
    const std::string low = lower(s.substr(begin, end - begin));
    if (words >= 2 && std::ranges::find(kTitles, trim(low)) != kTitles.end()) return trim(s.substr(0, begin));
    begin = end + 1;
  }
  return trim(s);
}

void split(std::string_view s, std::vector<std::string_view>* out) {
  std::size_t first = std::string_view::npos, length = 0;
  const auto consider = [&](std::string_view sign) {
    const std::size_t at = s.find(sign);
    if (at != std::string_view::npos && at < first) {
      first = at;
      length = sign.size();
    }
  };
  for (;;) {
    first = std::string_view::npos;
    for (const std::string_view sign : {",", ";", "|", "、", "，"}) consider(sign);
    for (const std::string_view sign : kAnd) consider(sign);
    out->push_back(s.substr(0, first));
    if (first == std::string_view::npos) return;
    s.remove_prefix(first + length);
  }
}

bool could_be_name(std::string_view name) {
  if (name.size() < 2 || name.size() > 80) return false;
  const Shape s = shape_of(name);
  return s.digits == 0 && s.words >= 1 && s.words <= 6 && !s.has_address && s.letters >= 2 &&
         (!s.starts_lower || s.words <= 3);
}

// "Political Correspondent": a word of it is a title.
bool names_a_job(std::string_view low) {
  for (std::size_t at = 0; at < low.size();) {
    const std::size_t end = std::min(low.find(' ', at), low.size());
    if (std::ranges::find(kTitles, low.substr(at, end - at)) != kTitles.end()) return true;
    at = end + 1;
  }
  return false;
}

// A name that is all capitals, as people are written: "ANN LEE" -> "Ann Lee".
std::string decapitalise(std::string_view name) {
  const Shape s = shape_of(name);
  if (s.words < 2 || s.uppers != s.letters || s.letters < 6 || static_cast<int>(name.size()) > s.letters + s.words + 2)
    return std::string(name);
  std::string out(name);
  for (std::size_t i = 1; i < out.size(); ++i) {
    const char before = out[i - 1];
    const bool inside = (before >= 'A' && before <= 'Z') || (before >= 'a' && before <= 'z');
    if (inside && out[i] >= 'A' && out[i] <= 'Z') out[i] = static_cast<char>(out[i] + 32);
  }
  return out;
}

}  // namespace

std::vector<std::string> names_in(std::string_view byline) {
  std::vector<std::string> out;
  const std::string whole = tidy(byline.substr(0, 400));
  std::vector<std::string_view> parts;
  split(strip_before(whole), &parts);
  for (std::string_view part : parts) {
    const std::string name = decapitalise(strip_after(strip_before(part)));
    const bool address = part.find('@') != std::string_view::npos;
    if (!could_be_name(name) || (address && name.find(' ') == std::string::npos)) continue;
    const std::string low = lower(name);
    if (names_a_job(low)) continue;
    if (std::ranges::none_of(out, [&](const std::string& o) { return lower(o) == low; })) out.push_back(name);
  }
  return out;
}

bool is_person(std::string_view name) {
  if (agency_named(name)) return false;
  const Shape s = shape_of(name);
  const bool cased = s.uppers > 0;
  if (s.starts_lower) return false;
  if (cased && (s.words < 2 || s.words > 6 || s.capitalised * 2 < s.words)) return false;
  std::string low = lower(name);
  for (char& c : low)
    if (c == '-' || c == '/' || c == '.') c = ' ';
  for (std::size_t at = 0; at < low.size();) {
    const std::size_t end = std::min(low.find(' ', at), low.size());
    if (std::ranges::find(kDesks, std::string_view(low).substr(at, end - at)) != kDesks.end()) return false;
    at = end + 1;
  }
  return true;
}

}  // namespace tellings::articles
