#include "tellings/documents/charset.h"

#include <doctest/doctest.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "tellings/base/utf8.h"

using namespace tellings;
using namespace tellings::documents;
using namespace std::string_literals;

namespace {

std::string utf16(std::string_view ascii, bool big) {
  std::string out;
  for (const char c : ascii) out += big ? std::string{'\0', c} : std::string{c, '\0'};
  return out;
}

}  // namespace

namespace {

// What a unit of the decoded text was made from, for each.
std::string way_back(std::string_view bytes, std::string_view encoding) {
  Origin origin;
  const std::string text = decode(bytes, encoding, &origin);
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t next = at + code_point_at(text, at).length;
    const std::uint32_t begin = origin.source_of(static_cast<std::uint32_t>(at));
    out += bytes.substr(begin, origin.source_of(static_cast<std::uint32_t>(next)) - begin);
    out += '|';
    at = next;
  }
  return out;
}

}  // namespace

TEST_CASE("decoded text knows its way back") {
  CHECK(way_back("\xEF\xBB\xBF"
                 "a\xC3\xA9",
                 "utf-8") == "a|\xC3\xA9|");
  CHECK(way_back("a\xFF"
                 "b",
                 "utf-8") == "a|\xFF|b|");
  CHECK(way_back("caf\xE9!", "windows-1252") == "c|a|f|\xE9|!|");
  CHECK(way_back("\x82\xA0"
                 "a\x82\xA2",
                 "shift_jis") == "\x82\xA0|a|\x82\xA2|");
  CHECK(way_back("\x1B$B$\"\x1B(Ba", "iso-2022-jp") == "$\"\x1B(B|a|");  // escapes belong to what they end
  const std::string_view pair(
      "a\0\x3D\xD8\x00\xDE"
      "b\0",
      8);
  CHECK(way_back(pair, "utf-16le") == std::string("a\0|\x3D\xD8\x00\xDE|b\0|", 11));
}

TEST_CASE("pairs of surrogates keep together wherever the decoder stops") {
  for (const std::size_t before : {4094u, 4095u, 4096u, 4097u}) {
    std::string bytes;
    for (std::size_t i = 0; i < before; ++i) bytes.append("a\0", 2);
    for (int i = 0; i < 5000; ++i) bytes.append("\x3D\xD8\x00\xDE", 4);
    Origin origin;
    const std::string text = decode(bytes, "utf-16le", &origin);
    CHECK(text.size() == before + 4 * 5000);
    CHECK(text.find("\xEF\xBF\xBD") == std::string::npos);
    CHECK(origin.source_of(static_cast<std::uint32_t>(before + 4 * 4000)) == 2 * before + 4 * 4000);
  }
}

TEST_CASE("labels are mapped as the standard maps them") {
  struct Case {
    std::string label, encoding;
  };
  for (const Case& c : {Case{"latin1", "windows-1252"},
                        {"ISO-8859-1", "windows-1252"},
                        {"us-ascii", "windows-1252"},
                        {" UTF8 \n", "utf-8"},
                        {"gb2312", "gbk"},
                        {"ks_c_5601-1987", "euc-kr"},
                        {"sjis", "shift_jis"},
                        {"x-sjis", "shift_jis"},
                        {"iso-8859-9", "windows-1254"},
                        {"tis-620", "windows-874"},
                        {"unicode", "utf-16le"},
                        {"nonsense", ""},
                        {"", ""},
                        {"latin1 utf-8", ""}}) {
    CAPTURE(c.label);
    CHECK(encoding_of(c.label) == c.encoding);
  }
}

TEST_CASE("a page's charset is told by evidence, then by labels, then guessed") {
  const std::string utf8 = "<p>caf\xC3\xA9 na\xC3\xAFve</p>";
  const std::string latin = "<p>caf\xE9 na\xEFve</p>";
  const std::string greek = "<meta charset=iso-8859-7><p>\xC1\xE8\xDE\xED\xE1</p>";
  struct Case {
    std::string what;
    std::string bytes, label, expected;
  };
  const Case cases[] = {
      {"valid UTF-8 beats a label", utf8, "iso-8859-1", "utf-8"},
      {"ASCII is UTF-8", "<p>cafe</p>", "shift_jis", "utf-8"},
      {"a label", latin, "iso-8859-15", "iso-8859-15"},
      {"a label beats a meta element", greek, "windows-1251", "windows-1251"},
      {"a meta element", greek, "", "iso-8859-7"},
      {"a meta element beats a false label", greek, "utf-8", "iso-8859-7"},
      {"a meta element behind an unknown label", greek, "x-nonsense", "iso-8859-7"},
      {"an XML declaration", "<?xml version='1.0' encoding='koi8-r'?><p>\xC1\xC2</p>", "", "koi8-r"},
      {"a byte order mark beats all", "\xEF\xBB\xBF" + latin, "koi8-r", "utf-8"},
      {"one bad byte in UTF-8", utf8 + utf8 + utf8 + utf8 + utf8 + "\xFF", "koi8-r", "utf-8"},
      {"UTF-16 without a mark", utf16("<p>cafe</p>", false), "", "utf-16le"},
      {"UTF-16, big end first", utf16("<p>cafe</p>", true), "utf-8", "utf-16be"},
      {"a meta element may not say UTF-16", "<meta charset=utf-16><p>\xE9", "", "windows-1252"},
      {"ISO-2022-JP is ASCII to look at", "<p>\x1B$B%+%J\x1B(B</p>", "iso-2022-jp", "iso-2022-jp"},
      {"nothing known", "\xE9", "", "windows-1252"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.what);
    CHECK(charset_of(c.bytes, {.label = c.label, .markup = true}) == c.expected);
  }
}

TEST_CASE("long text in a legacy charset is recognised without a label") {
  // "The ferry sails on Monday and will carry forty cars to the island." in Russian, windows-1251 and koi8-r.
  const std::string text = "Паром отправляется в понедельник и перевезёт на остров сорок автомобилей и двести человек.";
  for (const char* encoding : {"windows-1251", "koi8-r"}) {
    CAPTURE(encoding);
    std::string legacy;
    for (std::size_t at = 0; at < text.size();) {
      const CodePoint c = code_point_at(text, at);
      at += c.length;
      for (int byte = 32; byte < 256; ++byte) {
        const std::string one(1, static_cast<char>(byte));
        if (code_point_at(decode(one, encoding), 0).value != c.value) continue;
        legacy += one;
        break;
      }
    }
    CHECK(to_utf8(legacy, {}) == text);
  }
}

TEST_CASE("every encoding with a converter decodes all bytes to valid UTF-8, and ASCII to itself") {
  std::string all;
  for (int i = 0; i < 65536; ++i) all += {static_cast<char>(i >> 8), static_cast<char>(i & 255)};
  for (const char* label :
       {"big5",         "euc-jp",       "euc-kr",       "gb18030",        "gbk",           "ibm866",
        "iso-2022-jp",  "iso-8859-2",   "iso-8859-3",   "iso-8859-4",     "iso-8859-5",    "iso-8859-6",
        "iso-8859-7",   "iso-8859-8",   "iso-8859-10",  "iso-8859-13",    "iso-8859-14",   "iso-8859-15",
        "koi8-r",       "koi8-u",       "macintosh",    "shift_jis",      "utf-8",         "windows-1250",
        "windows-1251", "windows-1252", "windows-1253", "windows-1254",   "windows-1255",  "windows-1256",
        "windows-1257", "windows-1258", "windows-874",  "x-mac-cyrillic", "x-user-defined"}) {
    CAPTURE(label);
    const std::string_view encoding = encoding_of(label);
    REQUIRE_FALSE(encoding.empty());
    CHECK(is_utf8(decode(all, encoding)));
    CHECK(decode("The ferry <b>", encoding) == "The ferry <b>");
    if (encoding != "utf-8" && encoding != "iso-2022-jp")
      CHECK(decode("\xE9\xE9", encoding) != "\xEF\xBF\xBD\xEF\xBF\xBD");
  }
  CHECK(decode("\x93Quoted\x94", "windows-1252") == "\xE2\x80\x9CQuoted\xE2\x80\x9D");
  CHECK(decode("\x82\xA0", "shift_jis") == "\xE3\x81\x82");
  CHECK(decode("\xFF\xFE"
               "a\0"s
               "\x3D\xD8\x00\xDE"s,
               "utf-16le") == "a\xF0\x9F\x98\x80");
}

TEST_CASE("binary is told from text in any charset") {
  CHECK(is_binary(std::string(100, '\0')));
  CHECK_FALSE(is_binary("The ferry.\r\n\t\x1B[0m"));
  CHECK_FALSE(is_binary("\xCF\xE0\xF0\xEE\xEC\x81\x9F\xFF"));
  CHECK_FALSE(is_binary(""));
}

TEST_CASE("html5lib's charset tests give what browsers take the page for") {
  namespace fs = std::filesystem;
  const fs::path folder = fs::temp_directory_path() / ("tellings-html5lib-" + std::to_string(getpid()));
  const fs::path archive = fs::path(TELLINGS_SOURCE_DIR) / "../shared/data/extract/html5lib_tests.tar.gz";
  if (!fs::exists(archive)) {
    MESSAGE("skipped: no ../shared/data/extract/html5lib_tests.tar.gz");
    return;
  }
  fs::create_directories(folder);
  const std::string command = "tar xzf '" + archive.string() + "' -C '" + folder.string() + "'";
  REQUIRE(std::system(command.c_str()) == 0);
  int cases = 0;
  int right = 0;
  for (const char* name : {"tests1.dat", "tests2.dat"}) {
    std::ifstream in(folder / "html5lib-tests/encoding" / name, std::ios::binary);
    const std::string all{std::istreambuf_iterator<char>(in), {}};
    for (std::size_t at = 0; (at = all.find("#data\n", at)) != std::string::npos;) {
      const std::size_t data = at + 6;
      const std::size_t label = all.find("#encoding\n", data);
      if (label == std::string::npos) break;
      const std::size_t end = std::min(all.find('\n', label + 10), all.size());
      const std::string page = all.substr(data, label - data);
      const std::string expected = all.substr(label + 10, end - label - 10);
      at = end;
      ++cases;
      std::string_view found = page.starts_with("\xEF\xBB\xBF") ? charset_of(page, {}) : prescan(page);
      if (found.empty()) found = "windows-1252";
      right += found == encoding_of(expected);
      if (found != encoding_of(expected)) MESSAGE(name, " at ", data, ": ", std::string(found), " not ", expected);
    }
  }
  CHECK(cases > 60);
  CHECK(right == cases);
  fs::remove_all(folder);
}
