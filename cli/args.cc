#include "cli/args.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace tellings::cli {
namespace {

const Option* find(const Command& command, std::string_view flag) {
  for (const auto options : {command.options, kCommonOptions}) {
    const auto found = std::ranges::find(options, flag, &Option::name);
    if (found != options.end()) return &*found;
  }
  return nullptr;
}

[[noreturn]] void unknown(const Command& command, std::string_view flag) {
  std::vector<std::string_view> names;
  for (const auto options : {command.options, kCommonOptions}) {
    for (const Option& o : options) names.push_back(o.name);
  }
  const std::string_view near = did_you_mean(flag, names);
  const std::string hint = near.empty() ? fmt::format("`tellings {} --help` lists its options", command.name)
                                        : fmt::format("did you mean {}?", near);
  throw UsageError(fmt::format("{}: {} has no such option; {}", flag, command.name, hint));
}

// Damerau's distance, restricted to one edit a place.
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::vector<std::size_t>> d(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) d[i][0] = i;
  for (std::size_t j = 0; j <= b.size(); ++j) d[0][j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t change = a[i - 1] == b[j - 1] ? 0 : 1;
      d[i][j] = std::min({d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + change});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 1);
    }
  }
  return d[a.size()][b.size()];
}

}  // namespace

Args Args::parse(const Command& command, std::span<const std::string> words) {
  Args out;
  out.command_ = &command;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string& word = words[i];
    if (word == "--") {
      out.operands_.insert(out.operands_.end(), words.begin() + static_cast<std::ptrdiff_t>(i) + 1, words.end());
      break;
    }
    if (word == "-" || !word.starts_with('-')) {
      out.operands_.push_back(word);
      continue;
    }
    const std::size_t equals = word.starts_with("--") ? word.find('=') : std::string::npos;
    const std::string flag = word.substr(0, equals);
    const Option* option = find(command, flag);
    if (!option) unknown(command, flag);
    std::string value;
    if (option->value.empty()) {
      if (equals != std::string::npos) throw UsageError(fmt::format("{}: takes no value", flag));
    } else if (equals != std::string::npos) {
      value = word.substr(equals + 1);
    } else if (i + 1 < words.size()) {
      value = words[++i];
    }
    if (!option->value.empty() && value.empty())
      throw UsageError(fmt::format("{}: needs a value, {}", flag, option->value));
    out.given_.push_back({option->name, std::move(value)});
  }
  return out;
}

bool Args::has(std::string_view flag) const { return std::ranges::find(given_, flag, &Given::flag) != given_.end(); }

std::string Args::value(std::string_view flag, std::string_view otherwise) const {
  std::string out(otherwise);
  for (const Given& g : given_) {
    if (g.flag == flag) out = g.value;
  }
  return out;
}

std::vector<std::string> Args::values(std::string_view flag) const {
  std::vector<std::string> out;
  for (const Given& g : given_) {
    if (g.flag == flag) out.push_back(g.value);
  }
  return out;
}

std::size_t Args::number(std::string_view flag, std::size_t otherwise, std::size_t low, std::size_t high) const {
  if (!has(flag)) return otherwise;
  const std::string given = value(flag);
  std::size_t n = 0;
  const auto [end, error] = std::from_chars(given.data(), given.data() + given.size(), n);
  if (error != std::errc() || end != given.data() + given.size() || n < low || n > high) {
    throw UsageError(fmt::format("{}: {} is not a whole number from {} to {}", flag, given, low, high));
  }
  return n;
}

std::string_view did_you_mean(std::string_view word, std::span<const std::string_view> candidates) {
  std::string_view best;
  std::size_t nearest = std::max<std::size_t>(word.size() / 3, 1) + 1;
  for (const std::string_view c : candidates) {
    const std::size_t d = distance(word.substr(0, 64), c);
    if (d < nearest) {
      nearest = d;
      best = c;
    }
  }
  return best;
}

}  // namespace tellings::cli
