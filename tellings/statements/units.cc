#include "tellings/statements/units.h"

#include "tellings/statements/sentence_view.h"
#include "tellings/statements/word_table.h"

namespace tellings::statements {
namespace {

using Names = WordTable<std::string_view>;

// Units as words, with or without a space before them.
const Names& words() {
  static const Names kTable{{"% percent pc pct", "percent"},
                            {"percentage", "percentage"},
                            {"cent cents", "cent"},
                            {"penny pence", "penny"},
                            {"dollar dollars buck bucks usd", "USD"},
                            {"euro euros eur", "EUR"},
                            {"yen", "JPY"},
                            {"yuan renminbi rmb", "CNY"},
                            {"rupee rupees", "INR"},
                            {"shekel shekels", "ILS"},
                            {"ringgit", "MYR"},
                            {"ruble rubles rouble roubles", "RUB"},
                            {"won", "KRW"},
                            {"baht", "THB"},
                            {"rand", "ZAR"},
                            {"naira", "NGN"},
                            {"franc francs", "CHF"},
                            {"dinar dinars", "dinar"},
                            {"dirham dirhams", "AED"},
                            {"riyal riyals", "SAR"},
                            {"lira liras", "TRY"},
                            {"peso pesos", "peso"},
                            {"krona kronor", "SEK"},
                            {"second seconds sec secs", "second"},
                            {"minute minutes min mins", "minute"},
                            {"hour hours hr hrs", "hour"},
                            {"day days", "day"},
                            {"week weeks", "week"},
                            {"month months", "month"},
                            {"year years yr yrs", "year"},
                            {"decade decades", "decade"},
                            {"century centuries", "century"},
                            {"inch inches", "inch"},
                            {"foot feet ft", "foot"},
                            {"yard yards yd", "yard"},
                            {"mile miles mi", "mile"},
                            {"millimeter millimeters millimetre millimetres mm", "millimetre"},
                            {"centimeter centimeters centimetre centimetres cm", "centimetre"},
                            {"meter meters metre metres", "metre"},
                            {"kilometer kilometers kilometre kilometres km kms", "kilometre"},
                            {"nanometer nanometers nanometre nanometres nm", "nanometre"},
                            {"gram grams gramme grammes", "gram"},
                            {"kilogram kilograms kg kgs kilo kilos", "kilogram"},
                            {"milligram milligrams mg", "milligram"},
                            {"ton tons", "ton"},
                            {"tonne tonnes", "tonne"},
                            {"ounce ounces oz", "ounce"},
                            {"lb lbs", "pound-mass"},
                            {"stone", "stone"},
                            {"liter liters litre litres", "litre"},
                            {"milliliter milliliters millilitre ml", "millilitre"},
                            {"gallon gallons", "gallon"},
                            {"barrel barrels bbl", "barrel"},
                            {"acre acres", "acre"},
                            {"hectare hectares ha", "hectare"},
                            {"mph", "mile per hour"},
                            {"m.p.h. m.p.h", "mile per hour"},
                            {"kph kmh", "kilometre per hour"},
                            {"mpg", "mile per gallon"},
                            {"rpm", "revolutions per minute"},
                            {"horsepower hp bhp", "horsepower"},
                            {"watt watts w", "watt"},
                            {"kilowatt kilowatts kw", "kilowatt"},
                            {"megawatt megawatts mw", "megawatt"},
                            {"gigawatt gigawatts gw", "gigawatt"},
                            {"kwh", "kilowatt hour"},
                            {"mwh", "megawatt hour"},
                            {"gwh", "gigawatt hour"},
                            {"mpa", "megapascal"},
                            {"ksi", "kilopound per square inch"},
                            {"psi", "pound per square inch"},
                            {"\xCE\xBCm \xC2\xB5m micrometer micrometers micrometre micrometres", "micrometre"},
                            {"kb/s", "kilobyte per second"},
                            {"volt volts", "volt"},
                            {"mah", "milliampere hour"},
                            {"hertz hz", "hertz"},
                            {"khz", "kilohertz"},
                            {"mhz", "megahertz"},
                            {"ghz", "gigahertz"},
                            {"byte bytes", "byte"},
                            {"kilobyte kilobytes kb", "kilobyte"},
                            {"megabyte megabytes mb", "megabyte"},
                            {"gigabyte gigabytes gb", "gigabyte"},
                            {"terabyte terabytes tb", "terabyte"},
                            {"mbps", "megabit per second"},
                            {"gbps", "gigabit per second"},
                            {"megapixel megapixels mp", "megapixel"},
                            {"celsius centigrade", "celsius"},
                            {"fahrenheit", "fahrenheit"},
                            {"decibel decibels db", "decibel"},
                            {"calorie calories", "calorie"},
                            {"lumen lumens", "lumen"}};
  return kTable;
}

// Units only where they are written against the digits or after them as an
// abbreviation: else they are words or letters of their own.
const Names& glued() {
  static const Names kTable{{"g", "gram"},  {"m", "metre"},      {"s", "second"}, {"h", "hour"},   {"l", "litre"},
                            {"p", "penny"}, {"c", "cent"},       {"v", "volt"},   {"x", "count"},  {"in", "inch"},
                            {"t", "tonne"}, {"f", "fahrenheit"}, {"y", "year"},   {"k", "kelvin"}, {"d", "day"}};
  return kTable;
}

// Nouns of which the number is a score or a rank, not a count of things.
const WordSet& shared_out() {
  static const WordSet kSet(
      "year month week day hour minute second quarter decade night share barrel person head capita gallon litre liter "
      "unit kilogram kilo kg pound ounce gram mile kilometre kilometer tonne ton acre pupil student household vote "
      "ticket "
      "game match season set piece pop annum employee family child room passenger click user month term shift patient");
  return kSet;
}

// The currency of a sign written after the number: "1,200€".
std::string_view sign_after(std::string_view mark) {
  if (mark == "\xE2\x82\xAC") return "EUR";
  if (mark == "\xC2\xA3") return "GBP";
  if (mark == "$") return "USD";
  if (mark == "\xE2\x82\xAA") return "ILS";
  return {};
}

class Reader : SentenceView {
 public:
  Reader(const Reading& r, const Sentence& s) : SentenceView(r, &s) {}

  std::optional<Unit> unit(std::size_t i) const {
    // "54-year-old", "6.1-inch": the unit behind a hyphen.
    if (is(i, "-") && r_.tokens[i].glued && in(i + 1) && r_.tokens[i + 1].glued) ++i;
    if (!in(i)) return {};
    if (r_.tokens[i].glued) {
      if (const std::string_view code = sign_after(r_.low(i)); !code.empty()) return rated({std::string(code), i + 1});
    }
    if (is(i, "per") && is(i + 1, "cent")) return rated({"percent", i + 2});
    const bool of_points = is_any(i, "percent", "%", "percentage") || (is(i, "per") && is(i + 1, "cent"));
    if (of_points && is_any(i + 1, "point", "points")) return Unit{"percentage point", i + 2};
    if (is(i, "percentage")) return {};
    if (is_any(i, "\xC2\xB0", "degree", "degrees", "deg")) return degrees(i);
    if (is_any(i, "degf")) return Unit{"fahrenheit", i + 1};
    if (is_any(i, "degc")) return Unit{"celsius", i + 1};
    if (is_any(i, "\xE2\x80\xB3") && r_.tokens[i].glued) return Unit{"inch", i + 1};
    if (is_any(i, "square", "sq", "cubic")) return square(i);
    if (is_any(i, "pound", "pounds")) return pounds(i);
    if (is_any(i, "light") && is_any(i + 1, "year", "years")) return Unit{"light year", i + 2};
    if (is_any(i, "basis") && is_any(i + 1, "point", "points")) return Unit{"basis point", i + 2};
    if (is(i, "new") && is(i + 1, "zealand") && is_any(i + 2, "dollar", "dollars")) return rated({"NZD", i + 3});
    if (is_any(i, "singapore", "singaporean") && is_any(i + 1, "dollar", "dollars")) return rated({"SGD", i + 2});
    if (is_any(i, "chinese") && is_any(i + 1, "yuan")) return rated({"CNY", i + 2});
    if (is_any(i, "us", "u.s.", "american") && is_any(i + 1, "dollar", "dollars")) return rated({"USD", i + 2});
    if (is_any(i, "canadian") && is_any(i + 1, "dollar", "dollars")) return rated({"CAD", i + 2});
    if (is_any(i, "australian") && is_any(i + 1, "dollar", "dollars")) return rated({"AUD", i + 2});
    if (is(i, "hong") && is(i + 1, "kong") && is_any(i + 2, "dollar", "dollars")) return rated({"HKD", i + 3});
    if (is(i, "times") || is(i, "fold")) return Unit{"count", i + 1};
    if (const std::string_view* name = words().find(r_.tokens[i].hash)) {
      if (*name == "metre" || *name == "stone") return rated({std::string(*name), i + 1});
      return rated({std::string(*name), i + 1});
    }
    if (r_.tokens[i].glued && i > s_->first && r_.tokens[i - 1].kind == TokenKind::number) {
      if (const std::string_view* name = glued().find(r_.tokens[i].hash)) return rated({std::string(*name), i + 1});
    }
    return {};
  }

  std::optional<Unit> rate(std::size_t i) const {
    std::size_t k = i;
    if (is_any(k, "per", "/")) {
      ++k;
      if (is_any(k, "square", "sq")) {
        if (const auto area = square(k)) return area;
      }
      if (is(k, "cent") || !in(k) || r_.tokens[k].kind != TokenKind::word) return {};
      if (const std::string_view* name = words().find(r_.tokens[k].hash)) return Unit{std::string(*name), k + 1};
      return Unit{singular(r_.low(k)), k + 1};
    }
    if (is_any(k, "a", "an", "each", "every") && in(k + 1) && shared_out().has(r_.tokens[k + 1].hash) &&
        !is_any(k + 2, "ago", "later", "earlier", "before", "after"))
      return Unit{singular(r_.low(k + 1)), k + 2};
    return {};
  }

 private:
  Unit rated(Unit u) const {
    if (const auto per = rate(u.last)) return {u.name + " per " + per->name, per->last};
    return u;
  }

  std::optional<Unit> degrees(std::size_t i) const {
    if (is_any(i + 1, "c", "celsius", "centigrade")) return Unit{"celsius", i + 2};
    if (is_any(i + 1, "f", "fahrenheit")) return Unit{"fahrenheit", i + 2};
    return Unit{"degree", i + 1};
  }

  std::optional<Unit> square(std::size_t i) const {
    std::size_t k = i + 1;
    if ((is(k, "-") || is(k, ".")) && r_.tokens[k].glued) ++k;
    if (!in(k)) return {};
    if (is(k, "m")) return rated({"square metre", k + 1});
    const std::string_view* name = words().find(r_.tokens[k].hash);
    if (!name) return {};
    return rated({(is(i, "cubic") ? "cubic " : "square ") + std::string(*name), k + 1});
  }

  // Money or weight: weight where a measured thing follows or a body is meant.
  std::optional<Unit> pounds(std::size_t i) const {
    if (is(i + 1, "sterling")) return rated({"GBP", i + 2});
    if (is(i + 1, "-") && is_any(i + 2, "foot", "feet")) return Unit{"pound-foot", i + 3};
    if (is_any(i + 1, "of", "heavier", "lighter") || (i > s_->first && r_.low(i - 1) == "-"))
      return Unit{"pound-mass", i + 1};
    return rated({is(i, "pounds") ? "GBP" : "pound-mass", i + 1});
  }
};

}  // namespace

std::string singular(std::string_view noun) {
  static const WordTable<std::string_view> kOdd{
      {"people persons", "person"}, {"children", "child"},  {"men", "man"},
      {"women", "woman"},           {"lives", "life"},      {"wives", "wife"},
      {"police", "police"},         {"feet", "foot"},       {"policemen", "policeman"},
      {"series", "series"},         {"species", "species"}, {"countries", "country"},
      {"shelves", "shelf"},         {"knives", "knife"}};
  if (const std::string_view* odd = kOdd.find(word_hash(noun))) return std::string(*odd);
  const auto without = [&](std::size_t n, std::string_view end = "") {
    return std::string(noun.substr(0, noun.size() - n)) + std::string(end);
  };
  if (noun.size() > 4 && noun.ends_with("ies")) return without(3, "y");
  for (const std::string_view end : {"sses", "ches", "shes", "xes"}) {
    if (noun.size() > end.size() && noun.ends_with(end)) return without(2);
  }
  if (noun.size() > 6 && noun.ends_with("uses") && noun.find("ous") == std::string_view::npos &&
      noun.find("aus") == std::string_view::npos && noun.find("cus") == std::string_view::npos)
    return without(2);  // viruses, campuses
  if (noun.size() > 2 && noun.ends_with("s") && !noun.ends_with("ss") && !noun.ends_with("us") && !noun.ends_with("is"))
    return without(1);
  return std::string(noun);
}

std::optional<Unit> unit_after(const Reading& reading, const Sentence& sentence, std::size_t i) {
  return Reader(reading, sentence).unit(i);
}

std::optional<Unit> rate_after(const Reading& reading, const Sentence& sentence, std::size_t i) {
  return Reader(reading, sentence).rate(i);
}

}  // namespace tellings::statements
