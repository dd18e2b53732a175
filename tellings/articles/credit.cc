#include "tellings/articles/credit.h"

#include <algorithm>
#include <array>

#include "tellings/articles/shape.h"

// An agency's name in prose proves nothing: papers report on Reuters, and quote
// what others told it.  What counts is where the name stands: in the dateline,
// in a line of its own at the end, after "told" (the words were said to its
// reporter, and only its own text writes so without "news agency" around it).

namespace tellings::articles {
namespace {

struct Agency {
  std::string_view spelling;  // as it stands in text; all capitals match only so
  std::string_view name;
};

constexpr auto kAgencies = std::to_array<Agency>({
    {"The Associated Press", "Associated Press"},
    {"Associated Press", "Associated Press"},
    {"AP", "Associated Press"},
    {"Thomson Reuters", "Reuters"},
    {"Reuters", "Reuters"},
    {"REUTERS", "Reuters"},
    {"rtr", "Reuters"},
    {"Agence France-Presse", "Agence France-Presse"},
    {"Agence France Presse", "Agence France-Presse"},
    {"AFP", "Agence France-Presse"},
    {"Deutsche Presse-Agentur", "Deutsche Presse-Agentur"},
    {"DPA", "Deutsche Presse-Agentur"},
    {"dpa", "Deutsche Presse-Agentur"},
    {"EFE", "EFE"},
    {"Agencia EFE", "EFE"},
    {"ANSA", "ANSA"},
    {"Austria Presse Agentur", "Austria Presse Agentur"},
    {"APA", "Austria Presse Agentur"},
    {"Keystone-SDA", "Keystone-SDA"},
    {"SDA", "Keystone-SDA"},
    {"ATS", "Keystone-ATS"},
    {"Press Association", "PA Media"},
    {"PA Media", "PA Media"},
    {"PA", "PA Media"},
    {"United Press International", "United Press International"},
    {"UPI", "United Press International"},
    {"Bloomberg", "Bloomberg"},
    {"Bloomberg News", "Bloomberg"},
    {"Xinhua", "Xinhua"},
    {"TASS", "TASS"},
    {"ITAR-TASS", "TASS"},
    {"RIA Novosti", "RIA Novosti"},
    {"Interfax", "Interfax"},
    {"Kyodo", "Kyodo News"},
    {"Kyodo News", "Kyodo News"},
    {"Jiji Press", "Jiji Press"},
    {"Jiji", "Jiji Press"},
    {"Yonhap", "Yonhap"},
    {"Anadolu", "Anadolu Agency"},
    {"Anadolu Agency", "Anadolu Agency"},
    {"Press Trust of India", "Press Trust of India"},
    {"PTI", "Press Trust of India"},
    {"Asian News International", "Asian News International"},
    {"ANI", "Asian News International"},
    {"IANS", "Indo-Asian News Service"},
    {"Indo-Asian News Service", "Indo-Asian News Service"},
    {"The Canadian Press", "Canadian Press"},
    {"Canadian Press", "Canadian Press"},
    {"Australian Associated Press", "Australian Associated Press"},
    {"AAP", "Australian Associated Press"},
    {"Bernama", "Bernama"},
    {"Antara", "Antara"},
    {"Saudi Press Agency", "Saudi Press Agency"},
    {"SPA", "Saudi Press Agency"},
    {"WAM", "Emirates News Agency"},
    {"IRNA", "IRNA"},
    {"Ritzau", "Ritzau"},
    {"NTB", "NTB"},
    {"TT Nyhetsbyrån", "TT"},
    {"STT", "STT"},
    {"Tidningarnas Telegrambyrå", "TT"},
    {"PAP", "Polska Agencja Prasowa"},
    {"ČTK", "ČTK"},
    {"CTK", "ČTK"},
    {"MTI", "MTI"},
    {"ANP", "ANP"},
    {"Belga", "Belga"},
    {"Lusa", "Lusa"},
    {"LUSA", "Lusa"},
    {"SID", "Sport-Informations-Dienst"},
    {"Ukrinform", "Ukrinform"},
    {"UNIAN", "UNIAN"},
    {"Europa Press", "Europa Press"},
    {"Agencia Brasil", "Agência Brasil"},
    {"Agência Brasil", "Agência Brasil"},
    {"Notimex", "Notimex"},
    {"Télam", "Télam"},
    {"Central News Agency", "Central News Agency"},
    {"CNA", "Central News Agency"},
    {"Kuwait News Agency", "Kuwait News Agency"},
    {"KUNA", "Kuwait News Agency"},
    {"NAN", "News Agency of Nigeria"},
    {"News Agency of Nigeria", "News Agency of Nigeria"},
    {"SAnews", "SAnews"},
    {"epd", "Evangelischer Pressedienst"},
    {"KNA", "Katholische Nachrichten-Agentur"},
    {"dts", "dts Nachrichtenagentur"},
    {"Agencies", "Agencies"},
    {"agencies", "Agencies"},
});

// In mid-sentence only names that mean nothing else.
constexpr auto kPlain = std::to_array<std::string_view>(
    {"The Associated Press", "Associated Press", "AP", "Reuters", "Agence France-Presse", "AFP",
     "Deutsche Presse-Agentur", "EFE", "Xinhua", "Bloomberg News", "Kyodo News", "PTI", "ANI", "PA Media",
     "Australian Associated Press", "AAP", "dpa", "The Canadian Press"});

constexpr auto kTold = std::to_array<std::string_view>({"told ", "told the news agency ", "told news agency ",
                                                        "sagte der ", "a déclaré à l'", "a indiqué à l'", "dijo a ",
                                                        "statement to ", "sent to ", "interview with ", "seen by "});

bool is_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         static_cast<unsigned char>(c) >= 0x80;
}

// Words that stand before an agency's kind without being its name.
bool is_no_name(std::string_view word) {
  constexpr auto kOthers = std::to_array<std::string_view>({"The", "A", "An", "Our", "This", "Foreign", "Local"});
  return std::ranges::find(kOthers, word) != kOthers.end();
}

// Whether text[0, end) is one to four words in capitals: a name.
bool is_capitals(std::string_view text, std::size_t end) {
  if (text[0] < 'A' || text[0] > 'Z') return false;
  for (std::size_t i = 0; i < end; ++i) {
    if (!is_word(text[i]) && text[i] != ' ' && text[i] != '-') return false;
    if (text[i] == ' ' && (i + 1 >= end || (text[i + 1] < 'A' || text[i + 1] > 'Z'))) return false;
  }
  return !is_no_name(text.substr(0, std::min(text.find(' '), end)));
}

// An agency that is not in the table but says that it is one: "Norda News
// Agency", "Agence Norda-Presse", "Norda-Agentur" at the front of `text`.
std::pair<std::string_view, std::size_t> take_unknown(std::string_view text) {
  constexpr auto kKinds = std::to_array<std::string_view>(
      {" News Agency", " Press Agency", " Press Association", " Telegraph Agency", " News Service", " Newswire",
       " Nachrichtenagentur", " Presseagentur", " Presse-Agentur", "-Presseagentur", "-Agentur", "-Presse"});
  constexpr std::size_t kLongestName = 40;
  for (const std::string_view kind : kKinds) {
    const std::size_t at = text.substr(0, kLongestName).find(kind);
    if (at == std::string_view::npos || at == 0 || !is_capitals(text, at)) continue;
    if (kind == "-Presse" && !text.starts_with("Agence ")) continue;
    const std::size_t end = at + kind.size();
    if (end < text.size() && (is_word(text[end]) || text[end] == '-')) continue;
    return {text.substr(0, end), end};
  }
  return {{}, 0};
}

// The agency whose spelling begins `text` and ends with the word; its length.
std::pair<std::string_view, std::size_t> take_agency(std::string_view text) {
  std::pair<std::string_view, std::size_t> best{{}, 0};
  for (const Agency& a : kAgencies) {
    if (!text.starts_with(a.spelling) || a.spelling.size() <= best.second || a.name.empty()) continue;
    if (text.size() > a.spelling.size() && is_word(text[a.spelling.size()])) continue;
    best = {a.name, a.spelling.size()};
  }
  return best.second > 0 ? best : take_unknown(text);
}

void add(std::string_view name, std::vector<std::string>* out) {
  if (!name.empty() && std::ranges::find(*out, name) == out->end()) out->emplace_back(name);
}

std::string_view strip(std::string_view text) {
  constexpr std::string_view kEdges = " \t()[]|/*.,:;-\"'";
  for (bool again = true; again;) {
    again = false;
    while (!text.empty() && kEdges.find(text.front()) != std::string_view::npos) text.remove_prefix(1), again = true;
    while (!text.empty() && kEdges.find(text.back()) != std::string_view::npos) text.remove_suffix(1), again = true;
    for (const std::string_view dash : {"—", "–", "―", "©", "…"}) {
      if (text.starts_with(dash)) text.remove_prefix(dash.size()), again = true;
      if (text.ends_with(dash)) text.remove_suffix(dash.size()), again = true;
    }
  }
  return text;
}

// All agencies in a run of names parted by signs or small words: "AFP/Reuters",
// "with AP and dpa".  False if anything else stands in it.
bool take_list(std::string_view text, std::vector<std::string>* out) {
  constexpr auto kSmall = std::to_array<std::string_view>({"with",      "and",
                                                           "from",      "by",
                                                           "source",    "sources",
                                                           "quelle",    "quellen",
                                                           "via",       "und",
                                                           "mit",       "avec",
                                                           "et",        "con",
                                                           "y",         "fuente",
                                                           "fonte",     "inputs",
                                                           "input",     "reports",
                                                           "in",        "agency",
                                                           "agencies",  "files",
                                                           "material",  "von",
                                                           "the",       "news",
                                                           "desk",      "staff",
                                                           "wire",      "service",
                                                           "agenturen", "nachrichtenagenturen"});
  bool found = false;
  for (text = strip(text); !text.empty(); text = strip(text)) {
    const auto [name, length] = take_agency(text);
    if (length > 0) {
      add(name, out);
      found = true;
      text.remove_prefix(length);
      continue;
    }
    std::size_t end = 0;
    while (end < text.size() && is_word(text[end])) ++end;
    if (end == 0) return false;
    if (std::ranges::find(kSmall, lower(text.substr(0, end))) == kSmall.end()) return false;
    text.remove_prefix(end);
  }
  return found;
}

// "BAGHDAD (AP) — ...", "(Reuters) - ...", "London: AFP - ..."
void take_dateline(std::string_view paragraph, std::vector<std::string>* out) {
  const std::string_view head = paragraph.substr(0, 90);
  const std::size_t open = head.find('(');
  const std::size_t close = open == std::string_view::npos ? open : head.find(')', open);
  if (close != std::string_view::npos) {
    const std::string_view after = paragraph.substr(close + 1, 5);
    const bool dashed = after.starts_with(" -") || after.starts_with(" —") || after.starts_with(" –") ||
                        after.starts_with("—") || after.starts_with(" ―") || after.starts_with(":") ||
                        after.starts_with(".") || open < 3;
    std::vector<std::string> names;
    if (dashed && head.substr(0, open).find(". ") == std::string_view::npos &&
        take_list(head.substr(open + 1, close - open - 1), &names))
      for (const std::string& n : names) add(n, out);
  }
  for (const std::string_view dash : {" - ", " – ", " — ", ": "}) {
    const std::size_t at = head.find(dash);
    if (at == std::string_view::npos || at > 60) continue;
    const std::string_view before = head.substr(0, at);
    const std::size_t begin = before.find_last_of(",:;|/ ") + 1;
    const auto [name, length] = take_agency(before.substr(begin));
    if (length > 0 && length == before.size() - begin && name != "Bloomberg") add(name, out);
    break;
  }
}

// All of kTold end with one of these, and an agency begins with a capital, or is
// "dpa": one pass over the text finds where to look.
bool may_be_told(std::string_view text, std::size_t at) {
  const bool after = text[at - 1] == ' ' || text[at - 1] == '\'';
  return after && ((text[at] >= 'A' && text[at] <= 'Z') || text.substr(at, 2) == "dp");
}

void take_told(std::string_view paragraph, std::vector<std::string>* out) {
  std::vector<std::pair<std::size_t, std::size_t>> places;  // which of kTold, where it ends
  for (std::size_t at = 2; at < paragraph.size(); ++at) {
    if (!may_be_told(paragraph, at)) continue;
    for (std::size_t k = 0; k < kTold.size(); ++k) {
      const std::string_view told = kTold[k];
      if (paragraph[at - 2] == told[told.size() - 2] && paragraph.substr(0, at).ends_with(told))
        places.emplace_back(k, at);
    }
  }
  std::ranges::sort(places);
  for (const auto& [k, at] : places) {
    const auto [name, length] = take_agency(paragraph.substr(at));
    const std::string_view spelling = paragraph.substr(at, length);
    if (length > 0 && (take_unknown(spelling).second > 0 || std::ranges::find(kPlain, spelling) != kPlain.end()))
      add(name, out);
  }
}

// A line at the end: "— Reuters", "With AFP inputs", "(AP)", "Reporting by ...; editing by ...".
void take_end(std::string_view paragraph, std::vector<std::string>* out) {
  std::vector<std::string> names;
  if (paragraph.size() < 120 && take_list(paragraph, &names)) {
    for (const std::string& n : names) add(n, out);
    return;
  }
  const std::string low = lower(paragraph.substr(0, 40));
  if ((low.starts_with("(reporting by") || low.starts_with("reporting by")) &&
      lower(paragraph).find("editing by") != std::string::npos)
    add("Reuters", out);
  // The last words in brackets or after a dash.
  const std::size_t open = paragraph.rfind('(');
  if (paragraph.ends_with(")") && open != std::string_view::npos && paragraph.size() - open < 60 &&
      take_list(paragraph.substr(open), &names))
    for (const std::string& n : names) add(n, out);
  const std::string_view last_words = paragraph.substr(paragraph.size() - std::min<std::size_t>(paragraph.size(), 45));
  for (const std::string_view dash : {"—", "–", " - ", " / ", "/"}) {
    const std::size_t at = last_words.rfind(dash);
    if (at == std::string_view::npos || at + dash.size() >= last_words.size()) continue;
    names.clear();
    if (take_list(last_words.substr(at + dash.size()), &names))
      for (const std::string& n : names) add(n, out);
  }
}

}  // namespace

std::optional<std::string_view> agency_named(std::string_view name) {
  name = strip(name);
  if (name.empty()) return std::nullopt;
  const auto [agency, length] = take_agency(name);
  if (length == name.size() && length > 0) return agency;
  const std::string low = lower(name);
  for (const Agency& a : kAgencies)
    if (!a.name.empty() && a.spelling.size() > 2 && lower(a.spelling) == low) return a.name;
  return std::nullopt;
}

bool is_credit_line(std::string_view line) {
  std::vector<std::string> names;
  return line.size() < 120 && take_list(line, &names);
}

std::vector<std::string> credits_in(std::span<const std::string_view> paragraphs,
                                    std::span<const std::string> bylines) {
  std::vector<std::string> out;
  for (const std::string& b : bylines) {
    std::vector<std::string> names;
    if (b.size() < 120 && take_list(b, &names))
      for (const std::string& n : names) add(n, &out);
  }
  const std::size_t n = paragraphs.size();
  for (std::size_t i = 0; i < std::min<std::size_t>(n, 3); ++i) take_dateline(paragraphs[i], &out);
  for (std::size_t i = n - std::min<std::size_t>(n, 3); i < n; ++i) take_end(paragraphs[i], &out);
  for (const std::string_view p : paragraphs) take_told(p, &out);
  return out;
}

}  // namespace tellings::articles
