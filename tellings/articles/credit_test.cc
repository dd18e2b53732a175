#include "tellings/articles/credit.h"

#include <doctest/doctest.h>

#include "tellings/articles/agencies.h"

namespace tellings::articles {

TEST_CASE("agencies are credited by where their names stand") {
  struct Case {
    const char* what;
    std::vector<std::string_view> paragraphs;
    std::vector<std::string> bylines;
    std::vector<std::string> expected;
  };
  const std::string_view prose = "The ferry struck the pier on Tuesday, and four passengers were hurt.";
  const Case cases[] = {
      {"a dateline", {"ORSUND (AP) — The ferry struck the pier.", prose}, {}, {"Associated Press"}},
      {"a dateline without a place", {"(Reuters) - The ferry struck the pier.", prose}, {}, {"Reuters"}},
      {"a line at the end", {prose, prose, "— Reuters"}, {}, {"Reuters"}},
      {"two at the end",
       {prose, prose, "With inputs from AFP and dpa"},
       {},
       {"Agence France-Presse", "Deutsche Presse-Agentur"}},
      {"brackets after the last sentence", {prose, "They left on Friday. (AFP)"}, {}, {"Agence France-Presse"}},
      {"told to its reporter",
       {prose, "Two officials told The Associated Press that the pier was old.", prose},
       {},
       {"Associated Press"}},
      {"Reuters' last line", {prose, "Reporting by Ann Lee; Editing by Bo Chen"}, {}, {"Reuters"}},
      {"an agency that names itself one",
       {"ORSUND, Nov 7 (Vell News Agency) - The ferry struck the pier.", prose},
       {},
       {"Vell News Agency"}},
      {"an unknown press association in brackets",
       {"ORSUND (Vell Press Association) — The ferry struck the pier.", prose},
       {},
       {"Vell Press Association"}},
      {"an unknown agency in a byline", {prose}, {"Agence Vell-Presse"}, {"Agence Vell-Presse"}},
      {"another one", {prose}, {"Vell-Agentur"}, {"Vell-Agentur"}},
      {"no agency, but a kind of them", {prose}, {"Foreign Press Association"}, {}},
      {"agents", {prose}, {"Vell-Agenturen"}, {}},
      {"letters that stand alone", {prose, "TT"}, {}, {}},
      {"a dateline with abbreviations",
       {"ORSUND, Mass., Feb. 8 (UPI) — The ferry struck the pier.", prose},
       {},
       {"United Press International"}},
      {"brackets behind a sentence", {"The ferry struck the pier. The paper (Reuters) said so.", prose}, {}, {}},
      {"initials beside the agency", {prose, "They left on Friday. (dpa/lno)"}, {}, {"Deutsche Presse-Agentur"}},
      {"the paper beside the agency", {prose, "Sie fuhren am Freitag. (OB mit dpa)"}, {}, {"Deutsche Presse-Agentur"}},
      {"a date beside the agency",
       {prose, "Sie fuhren am Freitag. (KNA 19.11.21)"},
       {},
       {"Katholische Nachrichten-Agentur"}},
      {"German brackets with comments behind",
       {"Die Fähre hat am Dienstag die Mole gerammt, und vier Menschen wurden verletzt. (dpa)", prose, prose, prose,
        prose},
       {},
       {"Deutsche Presse-Agentur"}},
      {"a name behind the last sentence", {prose, "Se fueron el viernes. EFE"}, {}, {"EFE"}},
      {"a person's name behind an initial", {prose, "They blamed Michael R. Bloomberg."}, {}, {}},
      {"brackets with a full stop behind", {prose, "Sono partiti venerdì. (ANSA)."}, {}, {"ANSA"}},
      {"in Spanish words",
       {prose, "(Con información de AFP, EFE y Reuters)"},
       {},
       {"Agence France-Presse", "EFE", "Reuters"}},
      {"helpers", {prose, "Additional reporting from PA"}, {}, {"PA Media"}},
      {"a contribution", {prose, "The Associated Press contributed to this report."}, {}, {"Associated Press"}},
      {"told in German",
       {"Die Fähre sei alt, sagte ein Sprecher der Deutschen Presse-Agentur am Freitag.", prose},
       {},
       {"Deutsche Presse-Agentur"}},
      {"told in French", {"Le bac est vieux, a déclaré un porte-parole à l'AFP.", prose}, {}, {"Agence France-Presse"}},
      {"told in Spanish", {"Según confirmó a EFE la dueña, el barco es viejo.", prose}, {}, {"EFE"}},
      {"told another time", {"He told The Associated Press in October that the pier was old.", prose}, {}, {}},
      {"according to it", {"The pier is old, according to The Associated Press.", prose}, {}, {}},
      {"what it saw", {"A memo seen by Reuters says that the pier is old.", prose}, {}, {}},
      {"a party of that name", {prose, "The deputy Bo Lee (Unity-AP) left the room."}, {}, {}},
      {"Chinese", {"新华社奥尔松11月7日电 渡轮撞上码头，四人受伤。"}, {}, {"Xinhua"}},
      {"Japanese", {"【オルスン＝共同】フェリーが桟橋に衝突し、4人が負傷した。"}, {}, {"Kyodo News"}},
      {"Korean", {"(오르순=연합뉴스) 페리가 부두를 들이받아 4명이 다쳤다."}, {}, {"Yonhap"}},
      {"Russian", {"ОРСУНД, 7 ноября. /ТАСС/. Паром врезался в причал."}, {}, {"TASS"}},
      {"Arabic", {"أورسوند (رويترز) - اصطدمت العبارة بالرصيف."}, {}, {"Reuters"}},
      {"a heading", {prose, "Agencies"}, {}, {}},
      {"a byline", {prose}, {"Ann Lee", "AFP"}, {"Agence France-Presse"}},
      {"an agency spoken of", {"Reuters was sold in 2008, the company said in its report.", prose}, {}, {}},
      {"letters inside other words", {"The APPLE harvest (APRIL) began.", prose}, {}, {}},
      {"nothing", {prose}, {"Ann Lee"}, {}},
      {"no paragraphs", {}, {}, {}},
  };
  for (const Case& c : cases) {
    CAPTURE(c.what);
    CHECK(credits_in(c.paragraphs, c.bylines, {}) == c.expected);
  }
}

TEST_CASE("lines around the body credit the text, not a picture") {
  using enum DropReason;
  const Piece body{"The ferry struck the pier on Tuesday, and four passengers were hurt badly.", 1, {}};
  const auto dropped = [](const char* text, DropReason why = furniture) { return Piece{text, 0, why}; };
  struct Case {
    const char* what;
    std::vector<Piece> pieces;
    std::vector<std::string> expected;
  };
  const Case cases[] = {
      {"a byline", {dropped("By Associated Press Nov 7, 2021, 3:53pm CDT"), body, body, body}, {"Associated Press"}},
      {"beside a date", {dropped("Reuters"), dropped("7 November 2021"), body, body, body}, {"Reuters"}},
      {"with its place", {dropped("AFP, ORSUND"), body, body, body}, {"Agence France-Presse"}},
      {"with agencies", {dropped("By The Bell with Agencies"), body, body, body}, {"Agencies"}},
      {"between bars",
       {dropped("PTI | November 7, 2021 | Updated 08:24 IST"), body, body, body},
       {"Press Trust of India"}},
      {"behind the body", {body, body, body, dropped("(SID)")}, {"Sport-Informations-Dienst"}},
      {"a notice",
       {body, body, body, dropped("Share"), dropped("© dpa-infocom, dpa:211107-99-1/2")},
       {"Deutsche Presse-Agentur"}},
      {"a copyright", {body, body, body, dropped("© 2021 Reuters. All rights reserved.")}, {"Reuters"}},
      {"Reuters' signature", {body, body, body, dropped("(Reporting by Ann Lee; Editing by Bo Chen)")}, {"Reuters"}},
      {"a picture in mid-text", {body, body, dropped("REUTERS"), body}, {}},
      {"a picture at the head",
       {dropped("The ferry at the old pier in the evening sun on Monday."), dropped("Reuters"), body, body, body},
       {}},
      {"a picture at the end", {dropped("Image copyright AFP"), body, body, body, dropped("AFP")}, {}},
      {"a picture's owner", {body, body, body, dropped("© dpa | Bo Chen")}, {}},
      {"a menu", {dropped("Agencies"), body, body, body}, {}},
  };
  for (const Case& c : cases) {
    CAPTURE(c.what);
    CHECK(credits_in({}, {}, credit_lines(c.pieces, "en")) == c.expected);
  }
}

TEST_CASE("an agency is known by any of its names") {
  CHECK(agency_named("AFP") == "Agence France-Presse");
  CHECK(agency_named("(the associated press)") == "Associated Press");
  CHECK(agency_named("Ann Lee") == std::nullopt);
}

}  // namespace tellings::articles
