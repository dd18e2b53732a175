#include "tellings/articles/agencies.h"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>
#include <utility>

#include "tellings/articles/shape.h"

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
    {"dpa-AFX", "dpa-AFX"},
    {"dpa-afx", "dpa-AFX"},
    {"Agenzia ANSA", "ANSA"},
    {"Ansa", "ANSA"},
    {"Agencia Efe", "EFE"},
    {"Efe", "EFE"},
    {"Anadolu Ajansı", "Anadolu Agency"},
    {"AA", "Anadolu Agency"},
    {"DHA", "Demirören Haber Ajansı"},
    {"İHA", "İhlas Haber Ajansı"},
    {"Agenturen", "Agencies"},
    {"Agencias", "Agencies"},
    {"agencias", "Agencies"},
    {"agenturen", "Agencies"},
    {"Agenzie", "Agencies"},
    {"Adnkronos", "Adnkronos"},
    {"AGI", "AGI"},
    {"BNS", "BNS"},
    {"ELTA", "ELTA"},
    {"LETA", "LETA"},
    {"Agerpres", "Agerpres"},
    {"Mediafax", "Mediafax"},
    {"Tanjug", "Tanjug"},
    {"HINA", "HINA"},
    {"Hina", "HINA"},
    {"FENA", "FENA"},
    {"TASR", "TASR"},
    {"ats", "Keystone-ATS"},
    {"Keystone-ATS", "Keystone-ATS"},
    {"sda", "Keystone-SDA"},
    {"kna", "Katholische Nachrichten-Agentur"},
    {"sid", "Sport-Informations-Dienst"},
    {"Deutschen Presse-Agentur", "Deutsche Presse-Agentur"},
    {"Associated Press of Pakistan", "Associated Press of Pakistan"},
    {"APP", "Associated Press of Pakistan"},
    {"UNB", "United News of Bangladesh"},
    {"BSS", "Bangladesh Sangbad Sangstha"},
    {"TNA", "Thai News Agency"},
    {"SANA", "SANA"},
    {"WAFA", "WAFA"},
    {"MENA", "Middle East News Agency"},
    {"ТАСС", "TASS"},
    {"РИА Новости", "RIA Novosti"},
    {"Интерфакс", "Interfax"},
    {"Укринформ", "Ukrinform"},
    {"Укрінформ", "Ukrinform"},
    {"УНИАН", "UNIAN"},
    {"УНІАН", "UNIAN"},
    {"Рейтер", "Reuters"},
    {"رويترز", "Reuters"},
    {"أ ف ب", "Agence France-Presse"},
    {"أ.ف.ب", "Agence France-Presse"},
    {"فرانس برس", "Agence France-Presse"},
    {"وكالات", "Agencies"},
    {"רויטרס", "Reuters"},
    {"新华社", "Xinhua"},
    {"新華社", "Xinhua"},
    {"中新社", "China News Service"},
    {"中央社", "Central News Agency"},
    {"共同通信社", "Kyodo News"},
    {"共同通信", "Kyodo News"},
    {"共同", "Kyodo News"},
    {"時事通信社", "Jiji Press"},
    {"時事通信", "Jiji Press"},
    {"時事", "Jiji Press"},
    {"ロイター", "Reuters"},
    {"路透社", "Reuters"},
    {"法新社", "Agence France-Presse"},
    {"美联社", "Associated Press"},
    {"美聯社", "Associated Press"},
    {"연합뉴스", "Yonhap"},
    {"뉴시스", "Newsis"},
    {"뉴스1", "News1"},
    {"로이터", "Reuters"},
    {"Agencies", "Agencies"},
    {"agencies", "Agencies"},
});

bool is_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         static_cast<unsigned char>(c) >= 0x80;
}

// Words that stand before an agency's kind without being its name.
bool is_no_name(std::string_view word) {
  constexpr auto kOthers =
      std::to_array<std::string_view>({"The", "A", "An", "Our", "This", "Foreign", "Local", "By", "Von", "Par", "Por"});
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

// Letters of scripts that put no spaces between words: a name ends where it
// ends.
bool is_unspaced(std::string_view text) { return !text.empty() && static_cast<unsigned char>(text[0]) >= 0xE3; }

// Names by their spellings in lower case, built once; reading it is safe from
// any thread.
const std::unordered_map<std::string, std::string_view>& by_lower_case() {
  static const std::unordered_map<std::string, std::string_view> table = [] {
    std::unordered_map<std::string, std::string_view> out;
    for (const Agency& a : kAgencies)
      if (a.spelling.size() > 2) out.try_emplace(lower(a.spelling), a.name);
    return out;
  }();
  return table;
}

bool is_small(std::string_view word) {
  constexpr auto kSmall = std::to_array<std::string_view>(
      {"with",    "and",        "from",      "by",          "source",  "sources", "quelle",      "quellen",
       "via",     "und",        "mit",       "avec",        "et",      "con",     "y",           "fuente",
       "fonte",   "inputs",     "input",     "reports",     "in",      "agency",  "agencies",    "files",
       "staff",   "material",   "von",       "the",         "news",    "desk",    "redaktion",   "nachrichtenagenturen",
       "wire",    "service",    "af",        "agentur",     "por",     "agencia", "información", "informação",
       "de",      "da",         "com",       "editorial",   "par",     "di",      "redazione",   "periodista",
       "digital", "additional", "reporting", "kilde",       "källa",   "bron",    "kaynak",      "źródło",
       "agenzia", "services",   "writers",   "materialien", "meldung", "nach",    "ap-",         "och",
       "og",      "a",          "sport"});
  return std::ranges::find(kSmall, word) != kSmall.end();
}

// Whether any agency's name begins with a byte: few words' do.
constexpr auto kBegins = [] {
  std::array<bool, 256> begins{};
  for (const Agency& a : kAgencies) begins[static_cast<unsigned char>(a.spelling[0])] = true;
  return begins;
}();

}  // namespace

AgencyAt take_agency(std::string_view text) {
  AgencyAt best;
  for (const Agency& a : kAgencies) {
    if (text.empty() || !kBegins[static_cast<unsigned char>(text[0])]) break;
    const std::size_t size = a.spelling.size();
    if (text.empty() || text[0] != a.spelling[0] || size <= best.length || !text.starts_with(a.spelling)) continue;
    const char after = text.size() > size ? text[size] : ' ';
    const bool digit = after >= '0' && after <= '9' && size > 2;  // "BNS2020.10.26"
    if (is_word(after) && !digit && !is_unspaced(a.spelling)) continue;
    best = {a.name, size, true};
  }
  if (best.length > 0) return best;
  const auto [name, length] = take_unknown(text);
  return {name, length, false};
}

std::string_view strip_signs(std::string_view text) {
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

bool is_ambiguous(std::string_view spelling) {
  constexpr auto kPlain =
      std::to_array<std::string_view>({"AP", "AFP", "EFE", "DPA", "UPI", "PTI", "ANI", "NTB", "BNS"});
  return spelling.size() <= 4 && static_cast<unsigned char>(spelling[0]) < 0x80 && spelling[0] <= 'Z' &&
         spelling.find_first_of("abcdefghijklmnopqrstuvwxyz") == std::string_view::npos &&
         std::ranges::find(kPlain, spelling) == kPlain.end();
}

std::vector<std::string> list_of(std::string_view text, Allowed allowed) {
  constexpr std::size_t kLongest = 2000;  // bytes; more is no list of agencies
  std::vector<std::string> out;
  if (text.size() > kLongest) return out;
  constexpr std::size_t kInitials = 4;
  std::size_t initials = 0;
  for (text = strip_signs(text); !text.empty(); text = strip_signs(text)) {
    const AgencyAt agency = take_agency(text);
    if (agency.length > 0 && (allowed.ambiguous || !is_ambiguous(text.substr(0, agency.length)))) {
      if (std::ranges::find(out, agency.name) == out.end()) out.emplace_back(agency.name);
      text.remove_prefix(agency.length);
      continue;
    }
    std::size_t end = 0;
    while (end < text.size() && is_word(text[end])) ++end;
    if (end == 0) {
      if (text[0] != '=' && text[0] != '&' && text[0] != '+') return {};
      text.remove_prefix(1);
      continue;
    }
    const std::string word = lower(text.substr(0, end));
    const bool number = word.find_first_not_of("0123456789") == std::string::npos;
    if (!number && !is_small(word) && (end > kInitials || ++initials > allowed.initials)) return {};
    text.remove_prefix(end);
  }
  return out;
}

std::optional<std::string_view> agency_named(std::string_view name) {
  name = strip_signs(name);
  if (name.empty()) return std::nullopt;
  const AgencyAt agency = take_agency(name);
  if (agency.length == name.size()) return agency.name;
  constexpr std::size_t kLongestName = 60;
  if (name.size() > kLongestName) return std::nullopt;
  const auto found = by_lower_case().find(lower(name));
  return found != by_lower_case().end() ? std::optional(found->second) : std::nullopt;
}

}  // namespace tellings::articles
