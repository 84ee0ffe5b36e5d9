// Plain words find their inflected forms, in every language of the index.
#include <catch2/catch.hpp>

#include "tests/searcher/collection.h"

using namespace pincite;

namespace {

/// `a b, c d`: in a document of the language, the query a finds b, c finds d.
struct Forms {
  const char* language;
  const char* pairs;
};

const Forms kForms[] = {
    {"en",
     "mine mines, party parties, stockpile stockpiling, destroy destroyed, "
     "destruction destructions, obligation obligations, clear cleared, "
     "weapon weapons, negotiation negotiations, negotiate negotiating, "
     "victim victim's, survivor survivors, country countries, treaty treaties, "
     "ratify ratified, ratification ratifications, transfer transferred, "
     "produce producing, army armies, policy policies, assist assistance, "
     "prohibit prohibited, landmine landmines, casualty casualties, "
     "explosive explosives, agreed agree, stockpiles stockpile"},
    {"fr",
     "mine mines, négociation négociations, partie parties, détruit détruits, "
     "état états, armée armées, armé armés, interdit interdite, "
     "interdiction interdictions, obligation obligations, déminage déminages, "
     "traité traités, employer employé, employé employées, stocker stockées, "
     "national nationaux, régional régionaux, blessé blessés, victime victimes, "
     "général générale, signataire signataires, ratifier ratifié, "
     "étranger étrangère, céder cède, complet complète, munition munitions, "
     "arme armes, explosif explosifs, convention conventions, survivant survivants, "
     "mines minées, negociation négociations"},
    {"es",
     "mina minas, negociación negociaciones, parte partes, obligación obligaciones, "
     "destruir destruidas, destrucción destrucciones, víctima víctimas, "
     "país países, explosión explosiones, prohibido prohibida, prohibir prohíbe, "
     "almacenar almacenadas, arma armas, ejército ejércitos, niño niños, "
     "español españoles, situación situaciones, convención convenciones, "
     "estado estados, general generales, declaró declararon, limpiar limpiando, "
     "enviar envió, armas arma, gobiernos gobierno, municion municiones, sobreviviente "
     "sobrevivientes, "
     "tratado tratados, acuerdo acuerdos, terrestre terrestres, explosivo explosivas"},
    {"ru",
     "мина мины, мина мин, мина минами, договор договоры, договор договора, "
     "договор договоров, государство государства, государство государствами, "
     "сторона стороны, сторона сторонами, обязательство обязательства, "
     "жертва жертвы, жертва жертвам, оружие оружия, "
     "противопехотная противопехотных, противопехотный противопехотные, "
     "конвенция конвенции, запрещение запрещения, уничтожение уничтожению, "
     "переговоры переговоров, сообщил сообщила, учёный учёные, "
     "правительство правительству, доклад докладами, боеприпас боеприпасов, "
     "армия армией, область областях, участник участников, ученый учёных, "
     "пострадавший пострадавших, выживший выживших, разминирование разминирования, "
     "запас запасов"},
    {"ar",
     "لغم اللغم, ألغام الألغام, ألغام للألغام, ألغام والألغام, ألغام بالألغام, "
     "دولة الدولة, دول الدول, دولة دولتان, طرف الطرف, أطراف الأطراف, أطراف للأطراف, "
     "معاهدة المعاهدة, معاهدة معاهدات, معاهدة بالمعاهدة, اتفاقية الاتفاقية, "
     "اتفاقية اتفاقيات, اتفاقية والاتفاقية, ضحية الضحية, حكومة حكومات, "
     "حكومة الحكومة, حكومة وللحكومة, مفاوضة المفاوضات, مفاوضات المفاوضات, "
     "تقرير تقريرها, تدمير تدميرها, التزام التزامات, لغم ألغام, لغم الألغام, "
     "دولة دول, طرف أطراف, اتفاقية واتفاقياتها, الإعلان إعلان, قرار القرارات, "
     "قرار بالقرار, سياسة السياسية, منطقة المنطقة, عمل أعمال, هدف الأهداف, "
     "فرد للأفراد, قنبلة القنبلة, ذخيرة الذخيرة, ذخائر الذخائر, حظر الحظر, "
     "تطهير وتطهير, دولة للدولة, دول والدول, تقرير كالتقرير, ضحايا الضحايا, "
     "ضحايا للضحايا"},
    {"ca",
     "mina mines, obligació obligacions, destrucció destruccions, víctima víctimes, "
     "país països"},
    {"da",
     "mine miner, forpligtelse forpligtelser, stat staterne, "
     "forhandling forhandlinger"},
    {"de",
     "Mine Minen, Staat Staaten, Vertrag Verträge, Land Länder, "
     "Verpflichtung Verpflichtungen, Opfer Opfern, Waffe Waffen, Gebäude Gebäuden, "
     "Vertragsstaat Vertragsstaaten, Größe Größen, verboten verbotene, "
     "Räumung Räumungen"},
    {"eu", "estatu estatuak, herrialde herrialdeak, eskubide eskubideak, gizon gizonak"},
    {"fi",
     "miina miinat, valtio valtioiden, velvoite velvoitteet, ase aseiden, "
     "päivä päivänä, sääntö sääntöjen"},
    {"ga", "bád mbád, bád bhád, gunna ngunna"},
    {"hu",
     "akna aknák, egyezmény egyezmények, állam államok, fegyver fegyverek, "
     "kötelezettség kötelezettségek, ház házban, híd hidak"},
    {"hy", "մարդ մարդիկ, ական ականներ, ական ականները"},
    {"id", "ranjau ranjaunya, senjata persenjataan, negara negaranya, larang melarang"},
    {"it",
     "mina mine, negoziato negoziati, obbligo obblighi, distrutto distrutte, "
     "vittima vittime, parte parti, accordo accordi, nazionale nazionali"},
    {"lt",
     "mina minos, sutartis sutarties, valstybė valstybės, ginklas ginklai, "
     "šalis šalys"},
    {"ne", "देश देशहरू, बारुद बारुदको, सन्धि सन्धिमा"},
    {"nl",
     "mijn mijnen, verplichting verplichtingen, verdrag verdragen, staat staten, "
     "slachtoffer slachtoffers"},
    {"no",
     "mine miner, forpliktelse forpliktelser, stat statene, våpen våpenet, "
     "avtale avtaler"},
    {"pt",
     "mina minas, obrigação obrigações, negociação negociações, país países, "
     "vítima vítimas, destruído destruídas"},
    {"ro",
     "mină mine, obligație obligații, stat statelor, victimă victime, țară țări, "
     "convenție convenției"},
    {"sv", "mina minor, stat stater, förpliktelse förpliktelser, förhandling förhandlingar"},
    {"ta", "நாடு நாடுகள், கண்ணிவெடி கண்ணிவெடிகள், ஒப்பந்தம் ஒப்பந்தங்கள்"},
    {"tr",
     "mayın mayınlar, mayın mayınların, antlaşma antlaşmalar, devlet devletler, "
     "ülke ülkeler, silah silahlar, kurban kurbanları, yükümlülük yükümlülükler"},
};

std::vector<std::string> split(const std::string& text, const std::string& separator) {
  std::vector<std::string> parts;
  std::size_t begin = 0;
  for (std::size_t end = 0; end != std::string::npos; begin = end + separator.size()) {
    end = text.find(separator, begin);
    parts.push_back(text.substr(begin, end == std::string::npos ? end : end - begin));
  }
  return parts;
}

auto in_language(const std::string& language) {
  return [language](Metadata& metadata) { metadata.language = language; };
}

}  // namespace

TEST_CASE("a plain word finds its other forms, in the languages that have a stemmer") {
  for (const Forms& row : kForms) {
    Collection c;
    std::string text;
    for (const std::string& pair : split(row.pairs, ", ")) text += split(pair, " ")[1] + "; ";
    c.add("one", {text.c_str()}, in_language(row.language));
    for (const std::string& pair : split(row.pairs, ", ")) {
      CAPTURE(row.language, pair);
      const auto words = split(pair, " ");
      CHECK_THAT(highlighted(c.search(words[0])), Catch::Contains("[" + words[1] + "]"));
      CHECK(c.found("=" + words[0]) ==
            (text.find(words[0] + ";") == 0 || text.find(" " + words[0] + ";") < text.size() ? "one"
                                                                                             : ""));
    }
  }
}

TEST_CASE("quotation marks and = switch other forms off; signs and operators do not") {
  Collection c;
  c.add("many", {"The parties cleared the mines near the old harbour."})
      .add("one", {"A mine was found there, and one party cleared it."})
      .add("none", {"No weapon of this kind is kept at the harbour."});
  struct Row {
    const char* query;
    const char* found;
  };
  const Row rows[] = {
      {"mine", "one many"},
      {"=mine", "one"},
      {"\"mine\"", "one"},
      {"+mine +party", "one many"},
      {"-mine", "none"},
      {"harbour -mine", "none"},
      {"harbour -=mine", "many none"},
      {"harbour AND NOT mine", "none"},
      {"mine AND harbour", "many"},
      {"party NEAR/2 clearing", "one many"},
      {"=party NEAR/2 clearing", "one"},
      {"mine ADJ/4 harbours", "many"},
      {"(weapons OR mine) AND harbours", "none many"},
      {"HARBOURS", "none many"},
      {"harb*", "none many"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.query);
    const auto sorted = [](const std::string& ids) {
      auto parts = split(ids, " ");
      std::sort(parts.begin(), parts.end());
      return parts;
    };
    CHECK(sorted(c.found(row.query)) == sorted(row.found));
  }
  CHECK(highlighted(c.search("party AND clear AND harbours")) == "[parties][cleared][harbour]");
  CHECK(highlighted(c.search("party NEAR/2 clears +old")) == "[parties][cleared][old]");
  SearchRequest all;
  all.query = "mine party";
  all.all = true;
  CHECK(c.search(all).total == 2);
  CHECK(c.search("mine party").all_words == 2U);
}

TEST_CASE("a title is searched in all forms of its words") {
  Collection c;
  c.add("titled", {"Nothing is said of it."},
        [](Metadata& metadata) { metadata.title = "Destroyed stockpiles"; });
  CHECK(c.found("title:stockpile") == "titled");
  CHECK(c.found("title:(destroy AND stockpiling)") == "titled");
  CHECK(c.found("title:=stockpile").empty());
  CHECK(c.found("stockpile").empty());
}

TEST_CASE("a document of unknown language is found by forms of every language of the index") {
  Collection c;
  c.add("unknown", {"Die Staaten; les négociations; the armies."});
  CHECK(c.found("army") == "unknown");
  CHECK(c.found("Staat").empty());
  c.add("german", {"Ein Satz über etwas anderes."}, in_language("de-AT"));
  CHECK(c.found("Staat") == "unknown");
  c.add("french", {"Une phrase."}, in_language("fr"));
  CHECK(c.found("négociation") == "unknown");
  CHECK(c.found("negociation") == "unknown");
  c.add("later", {"Die Verträge; les armées."});
  CHECK(c.found("Vertrag") == "later");
  CHECK(c.found("army") == "unknown");
}

TEST_CASE("forms are those of a document's own language") {
  Collection c;
  c.add("german", {"Die Staaten"}, in_language("de")).add("russian", {"мины"}, in_language("ru"));
  CHECK(c.found("Staat") == "german");
  CHECK(c.found("мина") == "russian");
  c.add("english", {"mines"}, in_language("en")).add("chinese", {"地雷"}, in_language("zh"));
  CHECK(c.found("mine") == "english");
  CHECK(c.found("地雷") == "chinese");
}

TEST_CASE("forms of documents that are gone find nothing") {
  Collection c;
  c.add("one", {"The treaties were kept."}).add("one", {"A treaty was kept."});
  CHECK(highlighted(c.search("treaties")) == "[treaty]");
  c.add("one", {"Something else."});
  CHECK(c.found("treaties").empty());
}

TEST_CASE("an elided article is no part of its word") {
  Collection c;
  c.add("fr", {"L’arrêt de l'Azerbaïdjan"}, in_language("fr"))
      .add("it", {"Le parti dell'accordo"}, in_language("it"));
  for (const char* query : {"arrêt", "l'arrêt", "d’arrêts", "Azerbaidjan", "d'Azerbaïdjan"}) {
    CAPTURE(query);
    CHECK(c.found(query) == "fr");
  }
  for (const char* query : {"accordo", "l'accordo", "dell’accordi"}) {
    CAPTURE(query);
    CHECK(c.found(query) == "it");
  }
  CHECK(c.found("\"d'Azerbaïdjan\"").empty());
}

TEST_CASE("a prefix of thousands of words finds every document, in NEAR with a notice") {
  Collection c;
  std::string text;
  for (int i = 0; i < 3000; ++i) text += "prefix" + std::to_string(i) + " ";
  c.add("many", {(text + text).c_str(), "Prefixed harbours."})
      .add("rare", {"Only prefixrare here."})
      .add("none", {"No such word."});
  const Answer answer = c.search("prefix*");
  CHECK(Collection::ids(answer) == "many rare");
  CHECK(answer.notices.empty());
  CHECK(c.found("-prefix*") == "none");
  CHECK(c.found("prefix* AND only") == "rare");
  CHECK(c.found("prefixrar*") == "rare");
  CHECK(c.found("absent*").empty());
  CHECK(has_notice(c.search("prefix* NEAR/3 word"), "prefix_bounded"));
  CHECK_FALSE(has_notice(c.search("prefixe* NEAR/3 harbour"), "prefix_bounded"));
  CHECK(c.found("prefixe* NEAR/3 harbour") == "many");
}

TEST_CASE("thousands of words that share their stems are answered in bounded time") {
  Collection c;
  std::string text;
  for (int i = 0; i < 20000; ++i) {
    std::string word = "word";
    for (int bits = i; bits > 0; bits /= 2) word += bits % 2 == 0 ? "ing" : "ed";
    text += word + " ";
  }
  c.add("hostile", {text.c_str()});
  std::string query;
  for (int i = 0; i < 1000; ++i)
    query += "worded" + std::string(static_cast<std::size_t>(i % 40), 'x') + " ";
  CHECK(c.search(query).total == 1);
}
