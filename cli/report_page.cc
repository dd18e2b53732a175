#include "cli/report_page.h"

#include <fmt/format.h>

#include "cli/report_plain.h"
#include "cli/version.h"
#include "web/report_bytes.h"

namespace tellings::cli {
namespace {

std::string policy() {
  return fmt::format("default-src 'none'; script-src '{}'; style-src '{}'; base-uri 'none'; form-action 'none'",
                     web::kScriptHash, web::kStyleHash);
}

std::string title(const pipeline::Analysis& run) {
  const std::size_t s = largest_story(run);
  const std::string& name = run.stories[s].title;
  return escape_html(name.empty() ? "tellings" : name);
}

}  // namespace

std::size_t largest_story(const pipeline::Analysis& run) {
  std::size_t best = 0;
  for (std::size_t i = 1; i < run.stories.size(); ++i) {
    const Story& s = run.stories[i];
    const Story& b = run.stories[best];
    if (s.articles.size() != b.articles.size()) {
      if (s.articles.size() > b.articles.size()) best = i;
    } else if (s.first != b.first && !s.first.empty() && (b.first.empty() || s.first < b.first)) {
      best = i;
    }
  }
  return best;
}

std::string report_page(const Selection& selection) {
  std::string out = fmt::format(
      "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta http-equiv=\"Content-Security-Policy\" content=\"{}\">\n"
      "<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n"
      "<meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"referrer\" content=\"no-referrer\">\n"
      "<meta name=\"generator\" content=\"tellings {}\">\n<title>{}</title>\n<style>",
      policy(), kVersion, title(*selection.run));
  out += web::kStyle;
  out += "</style>\n</head>\n<body>\n<div id=\"app\"></div>\n<noscript>\n";
  out += report_plain(*selection.run);
  out += "</noscript>\n<script type=\"application/json\" id=\"tellings\">";
  out += report_data(selection);
  out += "</script>\n<script>";
  out += web::kScript;
  out += "</script>\n</body>\n</html>\n";
  return out;
}

}  // namespace tellings::cli
