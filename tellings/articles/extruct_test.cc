// extruct's samples, in the project's terms: whatever a page says in JSON-LD,
// Open Graph, Dublin Core, microdata and RDFa is found on it.  What an article
// has no use for (addresses of pictures, what refers to what) is not looked at.
//
//   https://github.com/scrapinghub/extruct/tree/master/tests/samples
#include <doctest/doctest.h>
#include <simdjson.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <string>
#include <vector>

#include "tellings/articles/json_ld.h"
#include "tellings/articles/page.h"
#include "tellings/articles/plain.h"
#include "tellings/articles/shape.h"
#include "tellings/base/utf8.h"

namespace tellings::articles {
namespace {

namespace fs = std::filesystem;
using simdjson::dom::element;

std::string content(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

// The samples' folder; empty, with a message, where the checkout has none.
struct Samples {
  Samples();
  ~Samples() {
    if (!folder.empty()) fs::remove_all(folder);
  }
  Samples(const Samples&) = delete;
  Samples& operator=(const Samples&) = delete;

  fs::path folder, samples;
};

Samples::Samples() {
  const fs::path archive = fs::path(TELLINGS_SOURCE_DIR) / "../shared/data/extract/extruct_tests.tar.gz";
  if (!fs::exists(archive)) {
    MESSAGE("skipped: no ../shared/data/extract/extruct_tests.tar.gz");
    return;
  }
  folder = fs::temp_directory_path() / ("tellings-extruct-" + std::to_string(getpid()));
  fs::create_directories(folder);
  REQUIRE(std::system(("tar xzf '" + archive.string() + "' -C '" + folder.string() + "'").c_str()) == 0);
  samples = folder / "extruct-tests/tests/samples";
}

// A value with its keys in order and its white space as one: equal for values
// that say the same.
std::string canonical(const element& e) {
  simdjson::dom::object object;
  simdjson::dom::array array;
  std::string_view text;
  std::string out;
  if (e.get(object) == simdjson::SUCCESS) {
    std::set<std::string> fields;
    for (const auto& [key, value] : object) fields.insert(std::string(key) + ":" + canonical(value));
    for (const std::string& f : fields) out += f + ",";
    return "{" + out + "}";
  }
  if (e.get(array) == simdjson::SUCCESS) {
    for (const element item : array) out += canonical(item) + ",";
    return "[" + out + "]";
  }
  if (e.get(text) == simdjson::SUCCESS) return "\"" + plain(text) + "\"";
  return simdjson::minify(e);
}

// The objects of a script: itself, or those of its arrays.
void list(const element& e, std::set<std::string>* out) {
  simdjson::dom::array array;
  if (e.get(array) != simdjson::SUCCESS) {
    if (e.is_object()) out->insert(canonical(e));
    return;
  }
  for (const element item : array) list(item, out);
}

// The strings below "properties" of microdata, and what RDFa says in "@value".
void list_strings(const element& e, std::vector<std::string>* out) {
  simdjson::dom::object object;
  simdjson::dom::array array;
  std::string_view text;
  if (e.get(object) == simdjson::SUCCESS) {
    for (const auto& [key, value] : object)
      if (key != "type" && key != "@type" && key != "@id" && key != "id" && key != "@language")
        list_strings(value, out);
  } else if (e.get(array) == simdjson::SUCCESS) {
    for (const element item : array) list_strings(item, out);
  } else if (e.get(text) == simdjson::SUCCESS && text.find('/') == std::string_view::npos && !text.ends_with(".html") &&
             !text.ends_with(".jpg") && !text.ends_with(".png")) {
    if (std::string line = tidy(text); !line.empty()) out->push_back(std::move(line));
  }
}

std::vector<std::string> said_by_marks(const Page& page) {
  std::vector<std::string> out;
  for (const Mark& m : page.marks)
    for (const std::string& said : {m.value, m.text}) out.push_back(tidy(said));
  for (const auto& [name, said] : page.metas) out.push_back(tidy(said));
  return out;
}

struct Tally {
  int cases = 0;
  std::vector<std::string> wrong;
  void check(bool right, const std::string& name) {
    ++cases;
    if (!right) wrong.push_back(name);
  }
  void settle(int least, const std::vector<std::string>& known) {
    std::ranges::sort(wrong);
    std::string found, expected;
    for (const std::string& w : wrong) found += w + "\n";
    for (const std::string& k : known) expected += k + "\n";
    CHECK(cases >= least);
    CHECK(found == expected);
    const int right = cases - static_cast<int>(wrong.size());
    MESSAGE(right << " of " << cases << " cases");
  }
};

}  // namespace

TEST_CASE("extruct: JSON-LD, broken in ten ways") {
  const Samples unpacked;
  const fs::path& samples = unpacked.samples;
  if (samples.empty()) return;
  Tally tally;
  for (const auto& entry : fs::recursive_directory_iterator(samples)) {
    if (entry.path().extension() != ".jsonld") continue;
    fs::path html = entry.path();
    const Page page = read_page(to_valid_utf8(content(html.replace_extension(".html"))));
    std::set<std::string> found, wanted;
    for (const std::string& script : page.json_ld) {
      simdjson::dom::parser parser;
      element root;
      if (parser.parse(script).get(root) == simdjson::SUCCESS ||
          parser.parse(mend_json(script)).get(root) == simdjson::SUCCESS)
        list(root, &found);
    }
    simdjson::dom::parser parser;
    element root;
    REQUIRE(parser.parse(content(entry.path())).get(root) == simdjson::SUCCESS);
    list(root, &wanted);
    for (const std::string& object : wanted) tally.check(found.contains(object), entry.path().filename().string());
  }
  // Expected of these two is RDF made of the whole page.
  tally.settle(15, {"Maxïmo Park Gigography, Tour History & Past Concerts.jsonld",
                    "Years & Years Tickets, Tour Dates 2015 & Concerts.jsonld"});
}

TEST_CASE("extruct: Open Graph and Dublin Core") {
  const Samples unpacked;
  const fs::path& samples = unpacked.samples;
  if (samples.empty()) return;
  Tally tally;
  const auto look = [&](const std::string& name, const auto& each) {
    const Page page = read_page(to_valid_utf8(content(samples / "misc" / (name + ".html"))));
    simdjson::dom::parser parser;
    element root;
    REQUIRE(parser.parse(content(samples / "misc" / (name + ".json"))).get(root) == simdjson::SUCCESS);
    each(root, [&](std::string_view key, std::string_view value) {
      const auto said = [&](const auto& meta) { return meta.first == lower(key) && meta.second == tidy(value); };
      tally.check(std::ranges::any_of(page.metas, said), name + ": " + std::string(key));
    });
  };
  for (const char* name : {"opengraph_test", "opengraph_ns_product_test"})
    look(name, [](const element& root, const auto& check) {
      for (const element graph : root.get_array())
        for (const element pair : graph["properties"].get_array())
          check(std::string_view(pair.at(0)), std::string_view(pair.at(1)));
    });
  look("dublincore_test", [](const element& root, const auto& check) {
    for (const char* kind : {"elements", "terms"})
      for (const element e : root.at(0)[kind].get_array()) {
        std::string_view said;
        if (e["content"].get(said) == simdjson::SUCCESS) check(std::string_view(e["name"]), said);
      }
  });
  tally.settle(30, {});
}

TEST_CASE("extruct: microdata and RDFa") {
  const Samples unpacked;
  const fs::path& samples = unpacked.samples;
  if (samples.empty()) return;
  Tally tally;
  for (const auto& entry : fs::recursive_directory_iterator(samples)) {
    const fs::path& path = entry.path();
    const std::string folder = path.parent_path().filename().string(), file = path.filename().string();
    if (path.extension() != ".json" || folder == "misc" || folder == "songkick" ||
        file.find("flat") != std::string::npos)
      continue;
    fs::path html = path;
    html.replace_extension(".html");
    if (file.ends_with(".expanded.json")) html = path.parent_path() / (file.substr(0, file.size() - 14) + ".html");
    if (!fs::exists(html)) continue;
    const std::vector<std::string> said = said_by_marks(read_page(to_valid_utf8(content(html))));
    simdjson::dom::parser parser;
    element root;
    REQUIRE(parser.parse(content(path)).get(root) == simdjson::SUCCESS);
    std::vector<std::string> wanted;
    list_strings(root, &wanted);
    for (const std::string& w : wanted)
      tally.check(std::ranges::find(said, w) != said.end(), folder + "/" + file + ": " + w.substr(0, 40));
  }
  // Addresses without a protocol, values of <data> and <meter>, an input's name,
  // and a text longer than a mark may be.
  tally.settle(223, {"schema.org/Event.002.json: foo-fighters-may20-fedexforum",
                     "schema.org/Event.002.json: foo-fighters-may23-midamericacenter",
                     "schema.org/MusicRecording.001.json: foo-fighters-may20-fedexforum",
                     "schema.org/MusicRecording.001.json: foo-fighters-may23-midamericacenter",
                     "schema.org/SearchAction.001.json: search_term_string", "w3c/microdata.4.2.data.json: 9678AOU879",
                     "w3c/microdata.4.2.meter.json: 3.5",
                     "websites/microdata-with-description.json: Johnsons 4 Fleas Cats & Kittens - 3 Trea"});
}

}  // namespace tellings::articles
