#include "tellings/statements/currencies.h"

#include <string_view>

namespace tellings::statements {
namespace {

struct Sign {
  std::string_view mark, code;
};
constexpr Sign kSigns[] = {{"$", "USD"},
                           {"\xE2\x82\xAC", "EUR"},
                           {"\xC2\xA3", "GBP"},
                           {"\xC2\xA5", "JPY"},
                           {"\xE2\x82\xB9", "INR"},
                           {"\xE2\x82\xAA", "ILS"},
                           {"\xE2\x82\xBD", "RUB"},
                           {"\xE2\x82\xA9", "KRW"},
                           {"\xE2\x82\xBA", "TRY"},
                           {"\xE2\x82\xA6", "NGN"},
                           {"\xE2\x82\xB4", "UAH"},
                           {"\xE0\xB8\xBF", "THB"}};
constexpr Sign kDollars[] = {{"us", "USD"},  {"u.s.", "USD"}, {"hk", "HKD"}, {"c", "CAD"},  {"ca", "CAD"},
                             {"can", "CAD"}, {"a", "AUD"},    {"au", "AUD"}, {"nz", "NZD"}, {"s", "SGD"},
                             {"r", "BRL"},   {"nt", "TWD"},   {"z", "ZWL"}};
constexpr Sign kLetters[] = {{"rs", "INR"},  {"rs.", "INR"}, {"rm", "MYR"},  {"usd", "USD"}, {"eur", "EUR"},
                             {"gbp", "GBP"}, {"chf", "CHF"}, {"aud", "AUD"}, {"cad", "CAD"}, {"jpy", "JPY"},
                             {"cny", "CNY"}, {"inr", "INR"}, {"sek", "SEK"}, {"rmb", "CNY"}, {"zar", "ZAR"},
                             {"hkd", "HKD"}, {"sgd", "SGD"}, {"idr", "IDR"}, {"php", "PHP"}, {"aed", "AED"}};

template <std::size_t N>
std::string_view code_of(const Sign (&table)[N], std::string_view mark) {
  for (const Sign& s : table) {
    if (s.mark == mark) return s.code;
  }
  return {};
}

}  // namespace

CurrencySign currency_before(const Reading& r, std::size_t first, std::size_t i) {
  CurrencySign out;
  if (i <= first) return out;
  std::size_t k = i - 1;
  if (r.low(k) == "-" && k > first && r.tokens[k].glued) --k;  // "$-50.8bn"
  const std::string_view mark = r.low(k);
  if (const std::string_view code = code_of(kSigns, mark); !code.empty()) {
    out.code = code;
    out.first = k;
    if (mark == "$" && k > first) {
      const std::string_view dollars = code_of(kDollars, r.low(k - 1));
      const bool capitals = r.word(k - 1)[0] >= 'A' && r.word(k - 1)[0] <= 'Z' && r.tokens[k - 1].shape != Shape::lower;
      const bool letter = r.tokens[k - 1].span.size() == 1;  // "A $6 fee" is no dollar of Australia's
      if (!dollars.empty() && capitals && (r.tokens[k].glued || !letter || r.low(k - 1) == "c"))
        out = {std::string(dollars), k - 1};
    }
    return out;
  }
  if (k > first && r.low(k - 1) == "$" && r.tokens[k].glued) {  // "$US113"
    if (const std::string_view dollars = code_of(kDollars, mark); !dollars.empty())
      return {std::string(dollars), k - 1};
  }
  if (r.tokens[k].kind == TokenKind::word && r.tokens[i].kind == TokenKind::number &&
      r.tokens[k].shape != Shape::lower) {
    if (const std::string_view code = code_of(kLetters, mark); !code.empty()) return {std::string(code), k};
  }
  return out;
}

}  // namespace tellings::statements
