#include "tellings/findings/ranges.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <limits>

namespace tellings::findings {
namespace {

// "About 30" allows 27 to 33: anchors on figures in news take a tenth.
constexpr double kAbout = .10;

// "Nearly a million" and "more than a million" are used of a million itself.
constexpr double kEdge = .01;

// Below this, people are counted, not rounded.
constexpr double kCounted = 1000;

// True if one value is the other, rounded or cut at its last digit.
bool rounds_to(double rough, double fine) {
  const int digits = digits_of(rough);
  if (digits >= digits_of(fine)) return false;
  const double unit = std::pow(10, std::floor(std::log10(std::abs(rough))) - digits + 1);
  const double steps = fine / unit;
  const auto is_rough = [&](double x) { return std::abs(x * unit - rough) <= 1e-9 * std::abs(rough); };
  return is_rough(std::round(steps)) || is_rough(std::floor(steps + 1e-9)) || is_rough(std::ceil(steps - 1e-9));
}

bool rounded(const Reach& a, const Reach& b) {
  if (!a.exact || !b.exact || a.low <= 0 || b.low <= 0) return false;
  if (std::min(a.low, b.low) < kCounted && (a.people || b.people)) return false;
  // One digit says too little: "2" is not "1.6", but "a million" is "960,000".
  const double rough = digits_of(a.low) < digits_of(b.low) ? a.low : b.low;
  if (digits_of(rough) < 2 && std::abs(a.low - b.low) > kAbout / 2 * std::max(a.low, b.low)) return false;
  return rounds_to(a.low, b.low) || rounds_to(b.low, a.low);
}

std::string number(double value) {
  char buffer[64];
  std::snprintf(buffer, sizeof buffer, "%.10g", value);
  std::string out = buffer;
  const std::size_t whole = std::min(out.find_first_of(".e"), out.size());
  if (out.find('e') == std::string::npos) {
    for (std::size_t at = whole; at > 3 && out[at - 4] != '-'; at -= 3) out.insert(at - 3, ",");
  }
  return out;
}

}  // namespace

int digits_of(double value) {
  for (int digits = 1; digits < 15; ++digits) {
    const double unit = std::pow(10, std::floor(std::log10(std::abs(value))) - digits + 1);
    if (std::abs(value - std::round(value / unit) * unit) <= 1e-9 * std::abs(value)) return digits;
  }
  return 15;
}

Reach reach(const Figure& f) {
  constexpr double kInfinite = std::numeric_limits<double>::infinity();
  Reach out{f.low.value_or(-kInfinite), f.high.value_or(kInfinite), false, f.unit == "person"};
  if (f.low && f.high && *f.low == *f.high && !f.approximate) out.exact = true;
  if (f.approximate) {
    out.low -= kAbout * std::abs(out.low);
    out.high += kAbout * std::abs(out.high);
  } else if (!out.exact && f.low.has_value() != f.high.has_value()) {
    if (!(out.people && std::max(f.low.value_or(0), f.high.value_or(0)) < kCounted)) {
      out.low -= kEdge * std::abs(out.low);
      out.high += kEdge * std::abs(out.high);
    }
  }
  return out;
}

Relation compare(const Reach& a, const Reach& b) {
  if (a.exact && b.exact && a.low == b.low) return Relation::same;
  if (a.low <= b.high && b.low <= a.high) return Relation::compatible;
  return rounded(a, b) ? Relation::compatible : Relation::apart;
}

std::string in_digits(const Figure& f) {
  if (f.low && f.high && *f.low == *f.high) return (f.approximate ? "about " : "") + number(*f.low);
  if (f.low && f.high) return number(*f.low) + " to " + number(*f.high);
  if (f.low) return "at least " + number(*f.low);
  if (f.high) return "up to " + number(*f.high);
  return {};
}

}  // namespace tellings::findings
