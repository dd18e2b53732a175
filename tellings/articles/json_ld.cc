#include "tellings/articles/json_ld.h"

#include <simdjson.h>

#include <algorithm>
#include <array>
#include <memory>
#include <unordered_map>

#include "tellings/articles/plain.h"
#include "tellings/articles/shape.h"

// All objects of all scripts are listed first, however deep they lie (@graph,
// arrays, mainEntity); then the one is chosen that describes the article, by
// its @type and by how much it says; authors that are references (@id) are
// looked up among the others.

namespace tellings::articles {
namespace {

using simdjson::dom::element;
using simdjson::dom::object;

constexpr std::size_t kMostObjects = 2000;
constexpr std::size_t kMostScriptBytes = std::size_t{4} << 20;

// Skips a comment at the front, as JavaScript has them; its length, or 0.
std::size_t comment_length(std::string_view rest) {
  if (rest.starts_with("//")) return std::min(rest.find('\n'), rest.size());
  if (rest.starts_with("/*")) {
    const std::size_t end = rest.find("*/", 2);
    return end == std::string_view::npos ? rest.size() : end + 2;
  }
  if (rest.starts_with("<!--")) return 4;
  if (rest.starts_with("-->") || rest.starts_with("]]>")) return 3;
  if (rest.starts_with("<![CDATA[")) return 9;
  return 0;
}

// Copies a string, its opening quote at `at`; control characters in it are
// escaped.  Returns the place after it.
std::size_t copy_string(std::string_view in, std::size_t at, std::string* out) {
  out->push_back(in[at++]);
  while (at < in.size() && in[at] != '"') {
    const auto byte = static_cast<unsigned char>(in[at]);
    if (byte == '\\' && at + 1 < in.size()) {
      const char next = in[at + 1];
      const bool known = std::string_view("\"\\/bfnrtu").find(next) != std::string_view::npos;
      if (known) out->push_back('\\');
      if (static_cast<unsigned char>(next) >= 0x20) out->push_back(next);
      at += 2;
      continue;
    }
    if (byte < 0x20) {
      *out += byte == '\n' ? "\\n" : " ";
    } else if (byte != '\\') {
      out->push_back(in[at]);
    }
    ++at;
  }
  out->push_back('"');
  return at + 1;
}

void drop_trailing_comma(std::string* out) {
  std::size_t end = out->size();
  while (end > 0 &&
         ((*out)[end - 1] == ' ' || (*out)[end - 1] == '\n' || (*out)[end - 1] == '\t' || (*out)[end - 1] == '\r'))
    --end;
  if (end > 0 && (*out)[end - 1] == ',') out->erase(end - 1, 1);
}

std::string text_at(object o, std::string_view key) {
  element e;
  if (o[key].get(e) != simdjson::SUCCESS) return {};
  std::string_view text;
  if (e.get(text) == simdjson::SUCCESS) return plain(text);
  simdjson::dom::array list;
  if (e.get(list) == simdjson::SUCCESS)
    for (const element item : list)
      if (item.get(text) == simdjson::SUCCESS) return plain(text);
  object inner;
  if (e.get(inner) == simdjson::SUCCESS) {
    for (const char* name : {"@value", "name"})
      if (inner[name].get(text) == simdjson::SUCCESS) return plain(text);
  }
  return {};
}

bool has_type(object o, std::string_view part) {
  element e;
  if (o["@type"].get(e) != simdjson::SUCCESS) return false;
  const auto fits = [&](element t) {
    std::string_view text;
    return t.get(text) == simdjson::SUCCESS && text.find(part) != std::string_view::npos;
  };
  simdjson::dom::array list;
  if (e.get(list) != simdjson::SUCCESS) return fits(e);
  return std::ranges::any_of(list, fits);
}

class Reader {
 public:
  explicit Reader(LinkedData* out) : out_(out) {}

  void read(const std::string& script) {
    if (script.size() > kMostScriptBytes) return;
    parsers_.push_back(std::make_unique<simdjson::dom::parser>());
    element root;
    if (parsers_.back()->parse(script).get(root) != simdjson::SUCCESS) {
      const std::string mended = mend_json(script);
      if (parsers_.back()->parse(mended).get(root) != simdjson::SUCCESS) return;
    }
    list(root);
  }

  void finish() {
    const object* best = nullptr;
    int best_worth = 0;
    for (const object& o : objects_) {
      const int worth = worth_of(o);
      if (worth > best_worth) {
        best_worth = worth;
        best = &o;
      }
    }
    if (best != nullptr) take_article(*best, best_worth);
    if (out_->publisher.empty()) find_publisher();
  }

 private:
  // Lists the objects below an element, in document order.
  void list(element root) {
    std::vector<element> todo{root};
    while (!todo.empty() && objects_.size() < kMostObjects) {
      const element e = todo.back();
      todo.pop_back();
      const std::size_t before = todo.size();
      object o;
      simdjson::dom::array a;
      if (e.get(o) == simdjson::SUCCESS) {
        objects_.push_back(o);
        std::string_view id;
        if (o["@id"].get(id) == simdjson::SUCCESS && o.size() > 1) ids_.try_emplace(std::string(id), o);
        for (const auto& field : o) todo.push_back(field.value);
      } else if (e.get(a) == simdjson::SUCCESS) {
        for (const element item : a) todo.push_back(item);
      }
      std::reverse(todo.begin() + static_cast<std::ptrdiff_t>(before), todo.end());
    }
  }

  static int worth_of(object o) {
    int worth = 0;
    if (has_type(o, "NewsArticle") || has_type(o, "BlogPosting") || has_type(o, "Report")) {
      worth = 50;
    } else if (has_type(o, "Article")) {
      worth = 45;
    } else if (has_type(o, "WebPage") || has_type(o, "Recipe") || has_type(o, "Review") ||
               has_type(o, "CreativeWork") || has_type(o, "VideoObject") || has_type(o, "Event") ||
               has_type(o, "Product")) {
      worth = has_type(o, "WebPage") ? 12 : 8;
    } else {
      return 0;
    }
    const auto has = [&](const char* key) { return o[key].error() == simdjson::SUCCESS; };
    return worth + 4 * has("headline") + 2 * has("datePublished") + 2 * has("author") + 3 * has("articleBody") -
           (has_type(o, "VideoObject") ? 6 : 0);
  }

  void take_article(object o, int worth) {
    out_->has_article = worth >= 45;
    out_->headline = text_at(o, "headline");
    if (out_->headline.empty()) out_->headline = text_at(o, "name");
    out_->description = text_at(o, "description");
    std::string_view body;
    if (o["articleBody"].get(body) == simdjson::SUCCESS) out_->body = body;
    out_->published = text_at(o, "datePublished");
    if (out_->published.empty()) out_->published = text_at(o, "dateCreated");
    out_->modified = text_at(o, "dateModified");
    out_->language = text_at(o, "inLanguage");
    take_agents(o, "author", &out_->authors);
    if (out_->authors.empty()) take_agents(o, "creator", &out_->authors);
    for (const char* key : {"sourceOrganization", "provider", "creditText", "isBasedOn", "copyrightHolder"})
      take_agents(o, key, &out_->sources);
    std::vector<Agent> publishers;
    take_agents(o, "publisher", &publishers);
    if (!publishers.empty()) out_->publisher = publishers[0].name;
  }

  void take_agents(object o, std::string_view key, std::vector<Agent>* out) {
    element e;
    if (o[key].get(e) != simdjson::SUCCESS) return;
    std::vector<element> todo{e};
    for (std::size_t i = 0; i < todo.size() && i < 100; ++i) {
      simdjson::dom::array list;
      std::string_view text;
      object agent;
      if (todo[i].get(list) == simdjson::SUCCESS) {
        for (const element item : list) todo.push_back(item);
      } else if (todo[i].get(text) == simdjson::SUCCESS) {
        add_agent(plain(text), false, out);
      } else if (todo[i].get(agent) == simdjson::SUCCESS) {
        take_agent(agent, out);
      }
    }
  }

  void take_agent(object agent, std::vector<Agent>* out) {
    std::string_view id;
    if (agent["name"].error() != simdjson::SUCCESS && agent["@id"].get(id) == simdjson::SUCCESS) {
      const auto known = ids_.find(std::string(id));
      if (known == ids_.end()) return;
      agent = known->second;
    }
    // A list of names in one person's name.
    simdjson::dom::array names;
    if (agent["name"].get(names) == simdjson::SUCCESS) {
      for (const element n : names) {
        std::string_view text;
        if (n.get(text) == simdjson::SUCCESS) add_agent(plain(text), has_type(agent, "Organization"), out);
      }
      return;
    }
    add_agent(text_at(agent, "name"), has_type(agent, "Organization"), out);
  }

  static void add_agent(std::string name, bool organisation, std::vector<Agent>* out) {
    if (name.empty() || name.size() > 300 || name.starts_with("http")) return;
    if (std::ranges::none_of(*out, [&](const Agent& a) { return a.name == name; }))
      out->push_back({std::move(name), organisation});
  }

  void find_publisher() {
    for (const object& o : objects_) {
      if (!has_type(o, "NewsMediaOrganization") && !has_type(o, "WebSite")) continue;
      out_->publisher = text_at(o, "name");
      if (!out_->publisher.empty()) return;
    }
  }

  LinkedData* out_;
  std::vector<std::unique_ptr<simdjson::dom::parser>> parsers_;
  std::vector<object> objects_;
  std::unordered_map<std::string, object> ids_;
};

}  // namespace

std::string mend_json(std::string_view script) {
  const bool entities = script.find("&quot;") != std::string_view::npos && script.find("\":") == std::string_view::npos;
  const std::string resolved = entities ? unescape(script) : std::string();
  if (entities) script = resolved;
  std::string out = "[";
  int depth = 0;
  bool done_one = false;
  for (std::size_t at = 0; at < script.size();) {
    const char c = script[at];
    if (c == '"') {
      at = copy_string(script, at, &out);
      continue;
    }
    if (const std::size_t length = comment_length(script.substr(at)); length > 0) {
      at += length;
      continue;
    }
    if (depth == 0 && c != '{' && c != '[') {  // between objects: commas, semicolons, stray words
      ++at;
      continue;
    }
    if (c == '{' || c == '[') {
      if (depth++ == 0 && done_one) out += ",";
    } else if (c == '}' || c == ']') {
      drop_trailing_comma(&out);
      if (--depth == 0) done_one = true;
    }
    if (static_cast<unsigned char>(c) >= 0x20) out.push_back(c);
    ++at;
  }
  return out + "]";
}

LinkedData read_json_ld(std::span<const std::string> scripts) {
  LinkedData out;
  Reader reader(&out);
  for (const std::string& script : scripts) reader.read(script);
  reader.finish();
  return out;
}

}  // namespace tellings::articles
