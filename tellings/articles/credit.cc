#include "tellings/articles/credit.h"

#include <algorithm>
#include <array>

#include "tellings/articles/agencies.h"
#include "tellings/articles/credit_parts.h"
#include "tellings/articles/phrases.h"
#include "tellings/articles/shape.h"

// An agency's name in prose proves nothing: papers report on Reuters, and quote
// what others told it.  What counts is where the name stands: in the dateline,
// in a line of its own at the end, after "told" (the words were said to its
// reporter, and only its own text writes so without "news agency" around it).
// Outside of the text it counts in a byline, beside a date or right behind the
// last paragraph; under a picture it names the photographer's.

namespace tellings::articles {
namespace {

bool is_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         static_cast<unsigned char>(c) >= 0x80;
}

// Full-width brackets and signs as ASCII ones.
std::string narrow(std::string_view text) {
  constexpr auto kWide = std::to_array<std::pair<std::string_view, char>>({{"（", '('},
                                                                           {"）", ')'},
                                                                           {"【", '('},
                                                                           {"】", ')'},
                                                                           {"［", '('},
                                                                           {"］", ')'},
                                                                           {"＝", '='},
                                                                           {"／", '/'},
                                                                           {"　", ' '}});
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const bool may_be_wide = text[at] == '\xE3' || text[at] == '\xEF';
    const auto wide =
        !may_be_wide ? kWide.end()
                     : std::ranges::find_if(kWide, [&](const auto& w) { return text.substr(at).starts_with(w.first); });
    out.push_back(wide != kWide.end() ? wide->second : text[at] == '[' ? '(' : text[at] == ']' ? ')' : text[at]);
    at += wide != kWide.end() ? wide->first.size() : 1;
  }
  return out;
}

// --- in the text -------------------------------------------------------------------

// "(AP)", "(dpa/lno)", "(ロンドン=共同)", "(中央社記者…電)": what brackets name.
std::vector<std::string> bracketed(std::string_view inside) {
  if (const std::size_t equals = inside.rfind('='); equals != std::string_view::npos) {
    // The place or the agency first; of two agencies that hand on, both.
    std::vector<std::string> names = list_of(inside, {.initials = 0, .ambiguous = true});
    return !names.empty() ? names : list_of(inside.substr(equals + 1), {.initials = 1, .ambiguous = true});
  }
  const AgencyAt first = take_agency(inside);
  const bool wire = inside.find("電") != std::string_view::npos || inside.find("电") != std::string_view::npos;
  if (first.length > 0 && wire) return {std::string(first.name)};
  return list_of(inside, {.initials = 2, .ambiguous = true});
}

// Whether words before brackets could be a dateline's: no sentence ends among
// them, but for abbreviations as in "CAMBRIDGE, Mass., Dec. 11".
bool is_place_and_date(std::string_view text) {
  constexpr std::size_t kLongestAbbreviation = 5;
  for (std::size_t stop = text.find(". "); stop != std::string_view::npos; stop = text.find(". ", stop + 1)) {
    const std::size_t begin = text.substr(0, stop).find_last_of(" ,") + 1;
    if (stop - begin > kLongestAbbreviation || text[begin] < 'A' || text[begin] > 'Z') return false;
  }
  return true;
}

// "BAGHDAD (AP) — ...", "(Reuters) - ...", "London: AFP - ...", "/ТАСС/."
void take_dateline(std::string_view paragraph, std::vector<std::string>* out) {
  constexpr std::size_t kNear = 120;
  const std::string narrowed = narrow(paragraph.substr(0, 2 * kNear));
  const std::string_view head = std::string_view(narrowed).substr(0, kNear);
  const std::size_t open = head.find('(');
  const std::size_t close = open == std::string_view::npos ? open : head.find(')', open);
  if (close != std::string_view::npos && is_place_and_date(head.substr(0, open))) {
    const std::string_view after = head.substr(close + 1, 5);
    bool dashed = open < 3;
    for (const std::string_view sign : {" -", " —", " –", "—", "–", " ―", ":", ".", "-", " /"})
      dashed = dashed || after.starts_with(sign);
    if (dashed) add_names(bracketed(head.substr(open + 1, close - open - 1)), out);
  }
  for (const std::string_view dash : {" - ", " – ", " — ", ": "}) {
    const std::size_t at = head.find(dash);
    if (at == std::string_view::npos || at > 60) continue;
    const std::string_view before = head.substr(0, at);
    const std::size_t begin = before.find_last_of(",:;|/ ") + 1;
    const AgencyAt agency = take_agency(before.substr(begin));
    if (agency.length > 0 && agency.length == before.size() - begin && agency.name != "Bloomberg" &&
        !is_ambiguous(before.substr(begin)))
      add_name(agency.name, out);
    const std::string_view behind = head.substr(at + dash.size());
    const AgencyAt next = take_agency(behind);
    if (next.known && behind.substr(next.length).starts_with(".")) add_name(next.name, out);  // "7 ноя - РИА Новости."
    break;
  }
  const std::size_t slash = head.find('/');
  if (slash != std::string_view::npos) {
    const AgencyAt agency = take_agency(head.substr(slash + 1));
    if (agency.known && head.substr(slash + 1 + agency.length).starts_with("/")) add_name(agency.name, out);
  }
  // "新华社北京11月7日电"
  const AgencyAt first = take_agency(head);
  const bool wire = head.find("电") != std::string_view::npos || head.find("電") != std::string_view::npos;
  if (first.known && static_cast<unsigned char>(head[0]) >= 0xE3 && wire) add_name(first.name, out);
}

// Length of the agency's name that begins `text`, of those that mean nothing
// else in mid-sentence; 0 for none.
std::size_t plain_length(std::string_view text) {
  constexpr auto kPlain = std::to_array<std::string_view>({"The Associated Press",
                                                           "Associated Press",
                                                           "The Canadian Press",
                                                           "Australian Associated Press",
                                                           "Agence France-Presse",
                                                           "Deutsche Presse-Agentur",
                                                           "Deutschen Presse-Agentur",
                                                           "Bloomberg News",
                                                           "Kyodo News",
                                                           "Keystone-ATS",
                                                           "Keystone-SDA",
                                                           "PA Media",
                                                           "Reuters",
                                                           "Xinhua",
                                                           "Belga",
                                                           "Ritzau",
                                                           "ANSA",
                                                           "Ansa",
                                                           "Lusa",
                                                           "AFP",
                                                           "EFE",
                                                           "Efe",
                                                           "PTI",
                                                           "ANI",
                                                           "AAP",
                                                           "ANP",
                                                           "AP",
                                                           "dpa"});
  for (const std::string_view name : kPlain)
    if (text.starts_with(name) && (text.size() == name.size() || !is_word(text[name.size()]))) return name.size();
  return 0;
}

// Whether somebody says something in the words right before: the verbs of
// languages whose word for "to" means other things too.
bool says(std::string_view before) {
  constexpr std::size_t kReach = 110;
  constexpr auto kVerbs = std::to_array<std::string_view>(
      {"sagte",    "erklärte", "erläuterte", "bestätigte", "teilte",     "äußerte", "berichtete am",
       "déclaré",  "indiqué",  "confié",     "affirmé",    "expliqué",   "raconté", "précisé",
       "dijo",     "dijeron",  "asegur",     "confirm",    "informaron", "explic",  "declar",
       "manifest", "relat",    "señal",      "disse",      "afirmou",    "contó",   "detto",
       "spiegato", "dichiara", "sade",       "zei",        "zegt",       "sagde"});
  before = before.substr(before.size() - std::min(before.size(), kReach));
  const std::size_t stop = before.rfind(". ");
  if (stop != std::string_view::npos) before.remove_prefix(stop);
  if (before.find("wie ") != std::string_view::npos && before.find("sagte") == std::string_view::npos) return false;
  return std::ranges::any_of(kVerbs, [&](std::string_view v) { return before.find(v) != std::string_view::npos; });
}

// Whether the words before an agency's name say that something was told to it:
// "told ...", "sagte er der ...", "a déclaré à l'...".
bool is_told(std::string_view before) {
  constexpr auto kPlainLinks = std::to_array<std::string_view>(
      {"told ", "tells ", "told the news agency ", "told news agency ", "gegenüber ", "gegenüber der "});
  constexpr auto kLinksOfVerbs = std::to_array<std::string_view>(
      {" der ", " à l'", " à l’", " à ", " a ", " a la agencia ", " all'", " all’", " à agência ", " til ", " till "});
  const auto ends = [&](std::string_view link) { return before.ends_with(link); };
  return std::ranges::any_of(kPlainLinks, ends) || (std::ranges::any_of(kLinksOfVerbs, ends) && says(before));
}

// Whether the words after an agency's name say that it was told another time:
// "... in October", "... last year".
bool is_long_ago(std::string_view after) {
  constexpr auto kPast = std::to_array<std::string_view>(
      {" in January", " in February", " in March", " in April", " in May", " in June", " in July", " in August",
       " in September", " in October", " in November", " in December", " in 19", " in 20", " last year", " last month",
       " last week", " earlier this", " at the time"});
  return std::ranges::any_of(kPast, [&](std::string_view p) { return after.starts_with(p); });
}

void take_told(std::string_view paragraph, std::vector<std::string>* out) {
  constexpr std::string_view kFirst = "TACDBKPRXLEd";  // letters that plain names begin with
  for (std::size_t at = 1; at < paragraph.size(); ++at) {
    if (is_word(paragraph[at - 1]) && paragraph[at - 1] != '\x99') continue;  // ’ ends with this byte
    if (kFirst.find(paragraph[at]) == std::string_view::npos) continue;
    const std::size_t length = plain_length(paragraph.substr(at));
    if (length > 0 && is_told(paragraph.substr(0, at)) && !is_long_ago(paragraph.substr(at + length)))
      add_name(take_agency(paragraph.substr(at)).name, out);
  }
  constexpr std::string_view kTold = "told ";
  for (std::size_t at = paragraph.find(kTold); at != std::string_view::npos; at = paragraph.find(kTold, at + 1)) {
    const AgencyAt agency = take_agency(paragraph.substr(at + kTold.size()));
    if (agency.length > 0 && !agency.known) add_name(agency.name, out);
  }
}

// A line at the end: "— Reuters", "With AFP inputs", "(AP)", "... the end. EFE",
// "Reporting by ...; editing by ...".
void take_end(std::string_view paragraph, std::vector<std::string>* out) {
  const std::string narrowed = narrow(paragraph);
  std::string_view text = narrowed;
  if (is_heading(text)) return;
  if (text.size() < 120) {
    const bool slashed = text.size() < 20 && text.find('/') != std::string_view::npos;  // "aja/PAP"
    const Allowed allowed{.initials = slashed ? 1u : 0u, .ambiguous = slashed || text.starts_with("(")};
    if (const auto names = list_of(text, allowed); !names.empty()) return add_names(names, out);
  }
  if (is_signed_by_reuters(text)) add_name("Reuters", out);
  take_helpers(text, out);
  while (text.ends_with('.') || text.ends_with(' ')) text.remove_suffix(1);
  // The last words in brackets, after a dash, or alone behind a full stop.
  const std::size_t open = text.rfind('(');
  if (text.ends_with(")") && open != std::string_view::npos && text.size() - open < 80)
    return add_names(bracketed(text.substr(open + 1, text.size() - open - 2)), out);
  constexpr std::size_t kLastWords = 45;
  text = text.substr(text.size() - std::min(text.size(), kLastWords));
  for (const std::string_view sign : {"—", "–", " - ", " / ", "/", ". ", "» ", "\" ", "” ", "! ", "? "}) {
    const std::size_t at = text.rfind(sign);
    if (at == std::string_view::npos) continue;
    if (sign == ". " && at >= 2 && text[at - 2] == ' ') continue;  // an initial: "Michael R. Bloomberg"
    add_names(list_of(text.substr(at + sign.size()), {}), out);
  }
}

// A paragraph that ends with an agency's small letters: "... in Berlin. (dpa)".
// So German texts close, comments or not behind them; pictures' credits do not.
void take_closing(std::string_view paragraph, std::vector<std::string>* out) {
  constexpr auto kSmallLetters =
      std::to_array<std::string_view>({"dpa", "afp", "rtr", "dts", "epd", "ats", "sda", "kna"});
  if (!paragraph.ends_with(')') || paragraph.size() < 60) return;
  const std::size_t open = paragraph.rfind('(');
  if (open == std::string_view::npos || open < 2 || paragraph[open - 1] != ' ') return;
  if (std::string_view(".!?\"").find(paragraph[open - 2]) == std::string_view::npos) return;
  const std::string_view inside = paragraph.substr(open + 1, paragraph.size() - open - 2);
  for (const std::string_view letters : kSmallLetters)
    if (inside == letters) add_name(take_agency(letters).name, out);
}

}  // namespace

std::vector<std::string> credits_in(std::span<const std::string_view> paragraphs, std::span<const std::string> fields,
                                    std::span<const std::string> lines) {
  constexpr std::size_t kShort = 120;
  std::vector<std::string> out;
  for (const std::string& f : fields)
    if (f.size() < kShort) add_names(list_of(f, {.initials = 0, .ambiguous = true}), &out);
  for (const std::string& l : lines) add_names(credits_of_line(l), &out);
  const std::size_t n = paragraphs.size();
  for (std::size_t i = 0; i < std::min<std::size_t>(n, 3); ++i) {
    if (paragraphs[i].size() < kShort && starts_byline(paragraphs[i])) add_names(list_of(paragraphs[i], {}), &out);
    take_dateline(paragraphs[i], &out);
  }
  for (std::size_t i = n - std::min<std::size_t>(n, 3); i < n; ++i) take_end(paragraphs[i], &out);
  for (const std::string_view p : paragraphs) {
    take_closing(p, &out);
    take_told(p, &out);
  }
  return out;
}

}  // namespace tellings::articles
