#include "corpus/text.h"

#include <catch2/catch.hpp>

using namespace pincite;
using namespace std::string_literals;

TEST_CASE("the first byte that is not UTF-8 is found") {
  struct Row {
    std::string text;
    std::optional<std::size_t> at;
  };
  const Row rows[] = {
      {"", {}},
      {"plain", {}},
      {"é“漢\U0001F600", {}},
      {"a\0b"s, {}},
      {"\u00A0\uFEFF\uFFFD", {}},
      {"\xF4\x8F\xBF\xBF", {}},     // the last code point
      {"caf\xE9", 3},               // Latin-1
      {"caf\xE9 noir", 3},          // likewise
      {"ab\x80", 2},                // a continuation by itself
      {"\xC0\xAF", 0},              // overlong
      {"\xE0\x80\xAF", 0},          // overlong
      {"\xED\xA0\x80", 0},          // a surrogate
      {"\xF4\x90\x80\x80", 0},      // beyond U+10FFFF
      {"\xF8\x88\x80\x80\x80", 0},  // five bytes
      {"é\xE2\x80", 2},             // cut off
      {"\xFF\xFE"
       "a",
       0},  // a byte order mark of UTF-16
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(first_invalid_utf8(row.text) == row.at);
  }
}

TEST_CASE("code points are counted, not bytes") {
  CHECK(code_points("") == 0);
  CHECK(code_points("abc") == 3);
  CHECK(code_points("é“漢\U0001F600") == 4);
  CHECK(code_points("e\u0301") == 2);
}

TEST_CASE("byte offsets become code point offsets in the order given") {
  const std::string text = "aé漢\U0001F600z";  // bytes 0 1 3 6 10, end 11
  CHECK(code_point_offsets(text, {0, 1, 3, 6, 10, 11}) ==
        std::vector<std::size_t>{0, 1, 2, 3, 4, 5});
  CHECK(code_point_offsets(text, {11, 0, 6, 6, 1}) == std::vector<std::size_t>{5, 0, 3, 3, 1});
  CHECK(code_point_offsets(text, {400, 3}) == std::vector<std::size_t>{5, 2});
  CHECK(code_point_offsets(text, {}).empty());
  CHECK(code_point_offsets("", {0, 7}) == std::vector<std::size_t>{0, 0});
}

TEST_CASE("a name is looked up by its key") {
  const std::pair<const char*, const char*> rows[] = {
      {"Côte d’Ivoire", "cote d ivoire"},
      {"Co\u0302te d'Ivoire", "cote d ivoire"},
      {"  Republic   of\tAzerbaijan ", "republic of azerbaijan"},
      {"Guinea-Bissau", "guinea bissau"},
      {"Guinea‑Bissau", "guinea bissau"},
      {"Türkiye", "turkiye"},
      {"İstanbul", "istanbul"},
      {"STRASSE", "strasse"},
      {"Straße", "strasse"},
      {"ＡＺＥ", "aze"},
      {"ﬁnal report", "final report"},
      {"Азербайджан", "азербаиджан"},
      {"Congo (Kinshasa)", "congo kinshasa"},
      {"10MSP", "10msp"},
      {"“Tenth Meeting”", "tenth meeting"},
      {"São Tomé & Príncipe", "sao tome principe"},
      {"日本", "日本"},
      {"", ""},
      {" – ", ""},
  };
  for (const auto& [name, key] : rows) {
    CAPTURE(name);
    CHECK(name_key(name) == key);
    CHECK(name_key(key) == key);
  }
}

TEST_CASE("names that differ have different keys") {
  CHECK(name_key("Niger") != name_key("Nigeria"));
  CHECK(name_key("Guinea") != name_key("Guinea-Bissau"));
  CHECK(name_key("Iran") != name_key("Iraq"));
  CHECK(name_key("10MSP") != name_key("10 MSP"));
}

TEST_CASE("white space of every kind goes from the ends and shrinks inside") {
  CHECK(trim("") == "");
  CHECK(trim(" \t\r\n\f ") == "");
  CHECK(trim("a") == "a");
  CHECK(trim("\u00A0\u2009 a  b \u3000\u2028") == "a  b");
  CHECK(squeeze("") == "");
  CHECK(squeeze(" \n ") == "");
  CHECK(squeeze("\u00A0 a\u2009\n\u00A0b  é\t") == "a b é");
  CHECK(squeeze("ab") == "ab");
  const std::string text = "  in place ";
  CHECK(trim(text).data() == text.data() + 2);
}

TEST_CASE("what would steer a terminal is shown instead") {
  struct Row {
    std::string text;
    const char* shown;
  };
  const Row rows[] = {
      {"plain “text” é漢", "plain “text” é漢"},
      {"a\tb\nc\rd", "a b c d"},
      {"\x1B[31mred\x1B[0m", "␛[31mred␛[0m"},
      {"\x1B]0;title\x07", "␛]0;title␇"},
      {"a\0b"s, "a␀b"},
      {"\x08\x7F", "␈<U+007F>"},
      {"\u009B31m", "<U+009B>31m"},
      {"\u0080\u009F", "<U+0080><U+009F>"},
      {"\u0085", "<U+0085>"},
      {"\u202Etxt.exe\u202C", "<U+202E>txt.exe<U+202C>"},
      {"\u202A\u202B\u202D", "<U+202A><U+202B><U+202D>"},
      {"\u2066\u2067\u2068\u2069", "<U+2066><U+2067><U+2068><U+2069>"},
      {"caf\xE9!", "caf\uFFFD!"},
      {"\xC2", "\uFFFD"},
      {"\u00A0\u00E9", "\u00A0\u00E9"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.shown);
    CHECK(visible(row.text) == row.shown);
  }
}

TEST_CASE("nothing that visible() gives steers a terminal") {
  std::string all;
  for (unsigned c = 0; c < 256; ++c) all += static_cast<char>(c);
  const std::string shown = visible(all + all);
  CHECK_FALSE(first_invalid_utf8(shown));
  for (std::size_t at = 0; at < shown.size();) {
    const std::int32_t c = next_code_point(shown, at);
    CHECK((c >= 0x20 && c != 0x7F && (c < 0x80 || c >= 0xA0)));
  }
  CHECK(visible(shown) == shown);
}

TEST_CASE("SHA-256 gives the digests that its standard publishes") {
  CHECK(sha256_hex("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  CHECK(sha256_hex("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  CHECK(sha256_hex("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq") ==
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
  CHECK(sha256_hex(std::string(1'000'000, 'a')) ==
        "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
  CHECK(sha256_hex("\0"s) == "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
}
