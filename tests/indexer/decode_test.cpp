// Bytes in, UTF-8 out, and what is said of it.
#include "indexer/readers/decode.h"

#include <catch2/catch.hpp>
#include <fstream>
#include <nlohmann/json.hpp>
#include <unicode/ucnv.h>

#include "tests/indexer/read_text.h"

using namespace pincite;
using Lines = std::vector<std::string>;

namespace {

/// The text in another encoding; what that lacks becomes a question mark.
std::string encoded(const std::string& text, const char* encoding) {
  std::string bytes(4 * text.size() + 16, '\0');
  UErrorCode status = U_ZERO_ERROR;
  const std::int32_t size =
      ucnv_convert(encoding, "UTF-8", bytes.data(), static_cast<std::int32_t>(bytes.size()),
                   text.data(), static_cast<std::int32_t>(text.size()), &status);
  REQUIRE(U_SUCCESS(status) != 0);
  bytes.resize(static_cast<std::size_t>(size));
  return bytes;
}

const char* const kFrench =
    "L’État partie a déclaré qu’il n’avait plus de mines antipersonnel, « sauf celles gardées pour "
    "la formation », et que la destruction s’était achevée l’été précédent à la frontière — où la "
    "présence d’œuvres de défense était connue.";
const char* const kSpanish =
    "El Ministerio señaló que la destrucción de las minas había concluido el año anterior, según "
    "la "
    "declaración de la delegación en la reunión de los Estados Partes. ¿Cuántas quedaban?";
const char* const kGerman =
    "Die Behörde erklärte, dass über die Jahre hinweg sämtliche Bestände zerstört worden seien; "
    "nur "
    "für Übungszwecke würden noch einige „größere“ Stücke aufbewahrt.";
const char* const kEnglish =
    "The Ministry’s note called it an “accidental technical error” – no more was said of it at the "
    "meeting, and the delegation’s reply did not come.";
const char* const kRussian =
    "Министерство обороны сообщило, что уничтожение запасов противопехотных мин завершено, и что "
    "производство таких мин в стране никогда не велось. Заявление об этом было сделано на встрече.";
const char* const kMoreRussian =
    "Последняя партия мин была уничтожена, и делегация заявляет, что время, отведённое на это по "
    "статье пятой, ещё не истекло.";
const char* const kArabic =
    "أعلنت وزارة الدفاع أن تدمير مخزون الألغام المضادة للأفراد قد انتهى في العام الماضي، وأن "
    "إنتاج هذه الألغام لم يحدث في البلاد، كما جاء في بيان الوفد أمام اجتماع الدول الأطراف.";
const char* const kChinese =
    "国防部表示，杀伤人员地雷的库存已经全部销毁，国内从未生产过这种地雷。代表团在缔约国会议上重申了"
    "这一立场。";
const char* const kTraditional =
    "國防部表示，殺傷人員地雷的庫存已經全部銷毀，國內從未生產過這種地雷。代表團在締約國會議上重申了"
    "這一立場。";
const char* const kJapanese =
    "国防省は、対人地雷の備蓄がすべて廃棄されたこと、そして国内でそのような地雷が生産されたことは"
    "一度もないことを明らかにした。";
const char* const kKorean =
    "국방부는 대인지뢰의 비축분이 모두 폐기되었으며 국내에서 그러한 지뢰가 생산된 적이 없다고 "
    "밝혔다. 대표단은 당사국 회의에서 이 입장을 되풀이하였다.";

}  // namespace

TEST_CASE("older encodings are read, and named") {
  struct Row {
    const char* text;
    const char* encoding;
    const char* named;
  };
  const std::vector<Row> rows = {
      {kFrench, "windows-1252", "windows-1252"},
      {"La présence de mines à la frontière a été signalée par les autorités.", "ISO-8859-1",
       "windows-1252"},
      {kSpanish, "ISO-8859-1", "windows-1252"},
      {kGerman, "windows-1252", "windows-1252"},
      {kEnglish, "windows-1252", "windows-1252"},
      {kRussian, "windows-1251", "windows-1251"},
      {kRussian, "KOI8-R", "KOI8-R"},
      {kRussian, "ISO-8859-5", "ISO-8859-5"},
      {kArabic, "windows-1256", "windows-1256"},
      {kArabic, "ISO-8859-6", "ISO-8859-6"},
      {kChinese, "GB18030", "GB18030"},
      {kTraditional, "Big5", "Big5-HKSCS"},
      {kJapanese, "windows-31j", "Shift_JIS"},
      {kJapanese, "EUC-JP", "EUC-JP"},
      {kKorean, "windows-949", "EUC-KR"},
      {kEnglish, "UTF-16LE", "UTF-16LE"},
      {kFrench, "UTF-16BE", "UTF-16BE"},
      {kRussian, "UTF-16LE", "UTF-16LE"},
      {"国防部。\n\n全部销毁。\n\n", "UTF-16LE", "UTF-16LE"},
      {"国防部。\n\n全部销毁。\n\n", "UTF-16BE", "UTF-16BE"},
      {kEnglish, "UTF-32LE", "UTF-32LE"},
  };
  for (const Row& row : rows) {
    INFO(row.encoding << ": " << row.text);
    const Decoded decoded = decode(encoded(row.text, row.encoding));
    CHECK(decoded.problem.empty());
    CHECK(decoded.text == row.text);
    CHECK(decoded.encoding == row.named);
    CHECK(decoded.replaced == 0);
  }
}

TEST_CASE("the first byte that tells the encoding may stand far behind the start") {
  std::string text;
  for (int i = 0; i < 20000; ++i) text += "Nothing but plain words on this line.\n";
  text += kFrench;
  const Decoded decoded = decode(encoded(text, "windows-1252"));
  CHECK(decoded.encoding == "windows-1252");
  CHECK(decoded.text == text);
}

TEST_CASE("an encoding that ICU does not know is not taken for another") {
  struct Row {
    const char* text;
    const char* encoding;
  };
  for (const Row& row : std::vector<Row>{{kFrench, "ibm-850"},
                                         {kGerman, "ibm-437"},
                                         {kFrench, "macintosh"},
                                         {kMoreRussian, "x-mac-cyrillic"},
                                         {kRussian, "ibm-866"}}) {
    INFO(row.encoding);
    const Decoded decoded = decode(encoded(row.text, row.encoding));
    CHECK(decoded.text.empty());
    CHECK_THAT(decoded.problem, Catch::StartsWith("is not UTF-8 (byte at offset "));
  }
}

TEST_CASE("UTF-8 but for a few bytes stays UTF-8") {
  struct Row {
    const char* what;
    std::string bytes;
    std::string text;
    std::size_t replaced;
    std::size_t first_bad;
  };
  const std::string good = "L’État déclaré à l’été: «oui», «non», «peut-être».";
  const std::vector<Row> rows = {
      {"a character cut off at the end", good + "\xE2\x80", good + "\uFFFD", 1, good.size()},
      {"the same in a text of ASCII", "So it said: \xE2\x80", "So it said: \uFFFD", 1, 12},
      {"one stray byte", good + "caf\xE9 noir", good + "caf\uFFFD noir", 1, good.size() + 3},
      {"two of them", "\x80" + good + "\xFF", "\uFFFD" + good + "\uFFFD", 2, 0},
      {"a surrogate", good + "\xED\xA0\x80", good + "\uFFFD\uFFFD\uFFFD", 3, good.size()},
  };
  for (const Row& row : rows) {
    INFO(row.what);
    const Decoded decoded = decode(row.bytes);
    CHECK(decoded.problem.empty());
    CHECK(decoded.text == row.text);
    CHECK(decoded.encoding.empty());
    CHECK(decoded.replaced == row.replaced);
    CHECK(decoded.first_bad == row.first_bad);
  }
}

TEST_CASE("bytes that are no text say where") {
  struct Row {
    std::string bytes;
    const char* problem;
  };
  const std::vector<Row> rows = {
      {std::string("ab\0c", 4), "holds binary data, not text (a zero byte at offset 2)"},
      {std::string("\x7F"
                   "ELF\x02\x01\x01\0\0\0\0\0\0\0\0\0\x03\0>\0\x01\0\0\0",
                   24),
       "holds binary data, not text (a zero byte at offset 7)"},
      {std::string("/etc/a\0/etc/b\0/usr/c\0/usr/d\0", 28),
       "holds binary data, not text (a zero byte at offset 6)"},
      {std::string(4096, '\0'), "holds binary data, not text (a zero byte at offset 0)"},
      {"\xFF\xFE\x41", "begins like UTF-16LE but is not (bytes at offset 2)"},
      {std::string("\xFF\xFE\x41\x00\x00\xD8\x42\x00", 8),
       "begins like UTF-16LE but is not (bytes at offset 4)"},
      {std::string(kFrench) + encoded(kFrench, "windows-1252").substr(0, 100),
       "is UTF-8 in part and something else in part (byte at offset 263); convert it to UTF-8"},
      {"ab \x81\x8D\x8F\x90\x9D",
       "is not UTF-8 (byte at offset 3), and no other encoding shows clearly; convert it to UTF-8"},
  };
  for (const Row& row : rows) {
    INFO(row.problem);
    const Decoded decoded = decode(row.bytes);
    CHECK(decoded.problem == row.problem);
    CHECK(decoded.text.empty());
  }
}

TEST_CASE("text that begins like an encoding's mark") {
  CHECK(decode("+/v8 is how UTF-7 would begin").text == "+/v8 is how UTF-7 would begin");
}

TEST_CASE("what was inferred is told and kept with the document") {
  const std::string bytes = encoded(kFrench, "windows-1252");
  const Outcome older = read("a.txt", bytes);
  CHECK(
      older.warnings ==
      Lines{"decoded_as: is not UTF-8 and was read as windows-1252, by what it spells; if accents "
            "or letters look wrong, convert the file to UTF-8"});
  REQUIRE(older.readings.size() == 1);
  CHECK(older.readings[0].sha256 == sha256_hex(bytes));
  const Document document = document_of("a.txt", bytes);
  CHECK(document.metadata.fields.at("encoding") == "\"windows-1252\"");
  CHECK(document.passages.at(0).text == kFrench);

  const Outcome repaired = read("a.txt", std::string(kFrench) + "\xE2\x80");
  CHECK(repaired.warnings ==
        Lines{"invalid_bytes: 1 sequence of bytes is not UTF-8 and shown as U+FFFD (the first at "
              "offset " +
              std::to_string(std::string(kFrench).size()) + ")"});
  CHECK(document_of("a.txt", std::string(kFrench) + "\xE2\x80")
            .metadata.fields.at("replaced_sequences") == "1");

  CHECK(read("a.txt", "A.", encoded("{\"title\": \"La déclaration à l’été\"}", "windows-1252"))
            .warnings.at(0)
            .starts_with("decoded_as: a.txt.json is not UTF-8"));
}

TEST_CASE("the Universal Declaration in the encodings of its languages") {
  std::ifstream file(shared("corpora/udhr-un6.jsonl"));
  if (!file) {
    WARN("no real documents: " << shared("corpora") << " is absent");
    return;
  }
  const std::map<std::string, Lines> encodings = {
      {"en", {"UTF-16LE"}},
      {"fr", {"windows-1252", "UTF-16BE"}},
      {"es", {"windows-1252", "ISO-8859-1"}},
      {"ru", {"windows-1251", "KOI8-R", "ISO-8859-5", "UTF-16LE"}},
      {"ar", {"windows-1256", "UTF-16LE"}},
      {"zh", {"GB18030", "UTF-16LE", "UTF-16BE"}}};
  for (std::string line; std::getline(file, line);) {
    const auto record = nlohmann::json::parse(line);
    const std::string text = record["text"];
    for (const std::string& encoding : encodings.at(record["language"])) {
      INFO(record["id"] << " in " << encoding);
      const std::string bytes = encoded(text, encoding.c_str());
      const std::string expected = decode(bytes).text;
      CHECK(encoded(expected, encoding.c_str()) == bytes);
      if (encoding.starts_with("UTF") || encoding == "GB18030") CHECK(expected == text);
    }
  }
}
