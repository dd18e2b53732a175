#include "tellings/articles/language.h"

#include <doctest/doctest.h>

namespace tellings::articles {

TEST_CASE("a text's language is what its words are in, unless that is not sure") {
  struct Case {
    const char* what;
    const char* declared;
    const char* text;
    const char* expected;
  };
  const char* const kSpanish =
      "El transbordador nocturno chocó el martes por la mañana con el muelle del puerto viejo y cuatro de sus "
      "pasajeros "
      "resultaron heridos. El capitán del puerto dijo que el barco había perdido el timón poco antes, mientras el "
      "viento "
      "cambiaba hacia el oeste.";
  const Case cases[] = {
      {"nothing declared", "", kSpanish, "es"},
      {"wrongly declared", "en-US", kSpanish, "es"},
      {"rightly declared", "es-MX", kSpanish, "es-MX"},
      {"too short to contradict", "en", "El barco chocó con el muelle.", "en"},
      {"nothing to tell it from", "", "1 2 3", ""},
      {"no text", "de", "", "de"},
      {"Hebrew", "", "מעבורת הלילה פגעה ביום שלישי בבוקר במזח של הנמל הישן, וארבעה מנוסעיה נפצעו קל.", "he"},
      {"Japanese", "", "夜のフェリーが火曜日の朝、古い港の桟橋に衝突し、乗客四人がけがをした。", "ja"},
      {"one language under another name", "nb-NO",
       "Nattfergen traff brygga i den gamle havna tirsdag morgen, og fire av passasjerene ble skadet. Havnesjefen sa "
       "at "
       "fergen hadde mistet styringen like før, mens vinden dreide mot vest, og at den skulle undersøkes.",
       "nb-NO"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.what);
    CHECK(settled_language(c.declared, c.text) == c.expected);
  }
}

TEST_CASE("no cut of a text is read out of its bounds") {
  const std::string text = "夜のフェリーが火曜日の朝、古い港の桟橋に衝突し、乗客四人がけがをした。";
  for (std::size_t n = 0; n <= text.size(); n += 3) language_in(text.substr(0, n));
  std::string lengthy;
  while (lengthy.size() < 2 * kLanguageSample) lengthy += "é";
  language_in(lengthy);
  language_in("x" + lengthy);
}

}  // namespace tellings::articles
