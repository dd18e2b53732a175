#include "tellings/documents/mhtml.h"

#include <doctest/doctest.h>

#include "tellings/base/utf8.h"
#include "tellings/documents/gathered_test.h"
#include "tellings/documents/mime.h"

using namespace tellings;
using namespace tellings::documents;

namespace {

const std::string kSaved =
    "From: <Saved by Blink>\r\n"
    "Snapshot-Content-Location: https://a.example/ferry\r\n"
    "Subject: Ferry\r\n"
    "MIME-Version: 1.0\r\n"
    "Content-Type: multipart/related;\r\n\ttype=\"text/html\";\r\n\tboundary=\"----x\"\r\n\r\n\r\n"
    "------x\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n"
    "Content-Location: https://a.example/ferry\r\n\r\n"
    "<html><body><p class=3D\"a\">The ferry sails to the caf=C3=A9 on=\r\n Monday.</p></body></html>\r\n"
    "------x\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n"
    "------x--\r\n";

}  // namespace

TEST_CASE("a page that Chromium saved is one document, with its address") {
  const Gathered got = gather(kSaved);
  REQUIRE(got.documents.size() == 1);
  CHECK(got.documents[0].id == "file");
  CHECK(got.documents[0].content == Content::html);
  CHECK(got.documents[0].metadata.url == "https://a.example/ferry");
  CHECK(got.documents[0].bytes ==
        "<html><body><p class=\"a\">The ferry sails to the caf\xC3\xA9 on Monday.</p></body></html>\r\n");
}

TEST_CASE("letters and other orders of parts") {
  struct Case {
    std::string what;
    std::string input, bytes;
    Content content;
  };
  const std::string head = "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n";
  const Case cases[] = {
      {"parts in parts",
       head + "--b\nContent-Type: multipart/alternative; boundary=c\n\n--c\nContent-Type: text/plain\n\nwords\n"
              "--c\nContent-Type: text/html\n\n<p>words</p>\n--c--\n--b--\n",
       "<p>words</p>\n", Content::html},
      {"text only", head + "--b\nContent-Type: text/plain; charset=iso-8859-1\n\ncaf\xE9\n--b--\n", "caf\xC3\xA9\n",
       Content::dirty_text},
      {"base64", head + "--b\nContent-Type: text/html\nContent-Transfer-Encoding: Base64\n\nPHA+\nYTwvcD4=\n--b--\n",
       "<p>a</p>", Content::html},
      {"one part", "MIME-Version: 1.0\nContent-Type: text/html; charset=koi8-r\n\n<p>\xC1\xC2\xD7</p>",
       "<p>\xD0\xB0\xD0\xB1\xD0\xB2</p>", Content::html},
      {"no end", head + "--b\nContent-Type: text/html\n\n<p>a", "<p>a", Content::html},
  };
  for (const Case& c : cases) {
    CAPTURE(c.what);
    const Gathered got = gather(c.input);
    REQUIRE(got.documents.size() == 1);
    CHECK(got.documents[0].bytes == c.bytes);
    CHECK(got.documents[0].content == c.content);
  }
}

TEST_CASE("text that begins like a header is text") {
  CHECK_FALSE(is_mhtml("Note: the ferry sails.\n\nOn Monday."));
  CHECK_FALSE(is_mhtml("From: the editor\nTo: all\n\nThe ferry sails."));
  CHECK_FALSE(is_mhtml("The ferry sails"));
  CHECK(is_mhtml(kSaved));
}

TEST_CASE("every prefix of a saved page says something, in valid UTF-8") {
  for (std::size_t n = 1; n <= kSaved.size(); ++n) {
    const Gathered got = gather(kSaved.substr(0, n));
    CHECK(got.documents.size() + got.rejections.size() > 0);
    for (const Document& d : got.documents) CHECK(is_utf8(d.bytes));
  }
}

TEST_CASE("quoted-printable and base64, well-formed and not") {
  CHECK(from_quoted_printable("a=3Db=\r\nc=\nd=e9=") == "a=bcd\xE9=");
  CHECK(from_quoted_printable("=ZZ") == "=ZZ");
  CHECK(from_base64("aGVs\r\nbG8=") == "hello");
  CHECK(from_base64("aGVsbG8") == "hello");
  CHECK(from_base64("_-8") == "\xFF\xEF");
  CHECK(from_base64("") == "");
}
