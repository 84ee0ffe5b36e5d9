// What the analysis makes equal, and what it keeps apart. Rows are read as: a phrase of the one
// text is found (or not) in the other.
#include "index/analysis.h"

#include <catch2/catch.hpp>

#include "tests/index/tokens.h"

using namespace pincite;

TEST_CASE("the same whatever the quotation marks and apostrophes") {
  check_same({
      {"an “accidental technical error.”", "an \"accidental technical error\"."},
      {"„ban“ «ban» 「ban」 ″ban″ ‹ban›", "ban ban ban ban ban"},
      {"an 'error'", "an ‘error’"},
      {"state's", "state’s"},
      {"state's", "stateʼs"},
      {"state's", "state‘s"},
      {"state's", "state‛s"},
      {"state's", "state′s"},
      {"state's", "state´s"},
      {"state's", "state`s"},
      {"state's", "stateʻs"},
      {"state's", "stateʽs"},
      {"state's", "state＇s"},
      {"Kazan' oblast", "Kazanʹ oblast"},
      {"Ivan'ovo", "Ivanʹovo"},
      {"ג'ורג", "ג׳ורג"},
      {"states' reports", "states reports"},
      {"state's", "state‵s"},
      {"state's", "state\uFF40s"},
      {"state's", "state’\u2060s"},
      {"[state]'s", "state's"},
      {"Qur'an", "Qurʾān"},
      {"Ba'ath", "Baʿath"},
      {"rock 'n' roll", "rock ’n’ roll"},
      {"the state''s", "the state s"},
      {"the '90s", "the ’90s"},
  });
}

TEST_CASE("the same whatever the case") {
  check_same({
      {"MINE BAN TREATY", "mine ban treaty"},
      {"ÉTAT", "état"},
      {"АЗЕРБАЙДЖАН", "азербайджан"},
      {"ΟΔΟΣ", "οδός"},
      {"οδος", "οδοσ"},
      {"ΣΎΜΒΑΣΗΣ", "σύμβασης"},
      {"Straße", "STRASSE"},
      {"Straße", "strasse"},
      {"STRAẞE", "straße"},
      {"İstanbul", "istanbul"},
      {"ıstanbul", "istanbul"},
      {"ISTANBUL", "istanbul"},
      {"ՀԱՅԱՍՏԱՆ", "հայաստան"},
      {"ᲡᲐᲥᲐᲠᲗᲕᲔᲚᲝ", "საქართველო"},
  });
}

TEST_CASE("the same with and without accents, composed or not") {
  check_same({
      {"Côte d’Ivoire", "Cote d'Ivoire"},
      {"Côte", "Co\u0302te"},
      {"Türkiye", "Turkiye"},
      {"señal", "sen\u0303al"},
      {"señal", "senal"},
      {"Việt Nam", "Viet Nam"},
      {"Việt", "Vie\u0323\u0302t"},
      {"São Tomé", "Sao Tome"},
      {"ёлка", "елка"},
      {"е\u0308лка", "елка"},
      {"мой", "мои\u0306"},
      {"за́мок", "замок"},
      {"Åland", "A\u030Aland"},
      {"σύμβαση", "συμβαση"},
  });
}

TEST_CASE("the same in ligatures, full width and other compatibility forms") {
  check_same({
      {"ﬁnal eﬀort oﬃce", "final effort office"},
      {"ＡＰＬＣ １０", "APLC 10"},
      {"ĳs", "ijs"},
      {"ſtate", "state"},
      {"mise en œuvre", "mise en oeuvre"},
      {"Œuvre", "OEUVRE"},
      {"mediæval", "mediaeval"},
      {"ｶﾞｲﾄﾞ", "ガイド"},
      {"ガ", "カ\u3099"},
      {"և", "եւ"},
      {"Ⅳ", "IV"},
      {"CO₂", "CO2"},
      {"№ 5", "No. 5"},
      {"Nº 5", "No. 5"},
      {"㎏", "kg"},
      {"①", "1"},
      {"⑴ ⒈", "1 1"},
      {"5ᵗʰ", "5th"},
      {"ŉ", "n"},
      {"ﬅate", "state"},
      {"𝐦𝐢𝐧𝐞", "mine"},
      {"Å", "Å"},
      {"⼈⼝", "人口"},
      {"株", "㈱"},
  });
}

TEST_CASE("the same in Arabic and Persian letters, marks and hamza forms") {
  check_same({
      {"أحمد إلى آخر", "احمد الى اخر"},
      {"ٱلله", "الله"},
      {"مسؤول", "مسوول"},
      {"ا\u0654حمد", "أحمد"},
      {"الألغــــام", "الألغام"},
      {"لمّا كان", "لما كان"},
      {"اتِّفَاقِيَّة", "اتفاقية"},
      {"ـَـِ مُعَاهَدَة", "معاهده"},
      {"الألغـَام", "الألغام"},
      {"معاهدة", "معاهده"},
      {"على", "علي"},
      {"ایران", "ايران"},
      {"کشور", "كشور"},
      {"خانۀ", "خانه"},
      {"خان\u06C0", "خانه"},
      {"\u06C1م", "هم"},
      {"\u06D2", "ي"},
      {"ﻻ", "لا"},
      {"ﺍﻷﻟﻐﺎﻡ", "الألغام"},
      {"ل\uFE77م", "لم"},
      {"ل\uFE76م", "لم"},
      {"\u200Fالألغام\u200F", "الألغام"},
      {"\u2067الألغام\u2069", "الألغام"},
  });
}

TEST_CASE("the same with and without Hebrew points") {
  check_same({
      {"שָׁלוֹם", "שלום"},
      {"אַמְנָה", "אמנה"},
      {"בֵּית־דִּין", "בית דין"},
      {"צה״ל", "צה\"ל"},
  });
}

TEST_CASE("the same whatever the space, and a soft hyphen is none") {
  check_same({
      {"mine ban", "mine\u00A0ban"},
      {"mine ban", "mine\u202Fban"},
      {"mine ban", "mine\u2009ban"},
      {"mine ban", "mine\u200Aban"},
      {"mine ban", "mine\u3000ban"},
      {"mine ban", "mine\u200Bban"},
      {"mine ban", "mine \u200Bban"},
      {"mine ban", "mine \uFEFFban"},
      {"mine ban", "mine\u2060 ban"},
      {"mine ban", "mine\tban"},
      {"mine ban", "mine\nban"},
      {"mine ban", "mine\r\n  ban"},
      {"mine ban", "mine\fban"},
      {"mine ban", "mine\u2028ban"},
      {"technical", "tech\u00ADnical"},
      {"technical", "\u00ADtech\u00AD\u00ADnical\u00AD"},
      {"technical", "tech\u2060nical"},
      {"technical", "tech\u034Fnical"},
      {"technical", "tech\uFE0Fnical"},
      {"technical", "\u202Atechnical\u202C"},
      {"technical", "\u2066tech\u200Enical\u2069"},
      {"technical", "tech\u00AD\nnical"},
      {"technical", "tech\u00AD\r\n  nical"},
      {"technical", "tech\u00AD nical"},
      {"technical", "tech\u00AD\n\fnical"},
      {"technical", "tech\u00AD\u2028nical"},
      {"technical error", "technical\u00AD-\nerror"},
      {"technical 5", "technical\u00AD [5]"},
      {"mine ban", "mine\u0085ban"},
      {"mine ban", "mine\u2003ban"},
      {"mine ban", "mine\u180E ban"},
      {"mine ban", "mine\u205Fban"},
      {"mine ban", "mine\uFFFDban"},
      {"mine ban", "mine 💣 ban"},
      {"mine ban", "mine👨‍👩‍👧ban"},
  });
}

TEST_CASE("hyphens of every kind part words as spaces do") {
  check_same({
      {"anti-personnel", "anti personnel"},
      {"anti‐personnel", "anti personnel"},
      {"anti‑personnel", "anti personnel"},
      {"anti–personnel", "anti personnel"},
      {"anti—personnel", "anti personnel"},
      {"anti−personnel", "anti personnel"},
      {"anti－personnel", "anti personnel"},
      {"anti- personnel", "anti personnel"},
      {"anti-\npersonnel", "anti personnel"},
      {"state-of-the-art", "state of the art"},
      {"29 November–3 December", "29 November 3 December"},
      {"and/or", "and or"},
      {"Myanmar/Burma", "Myanmar Burma"},
      {"1997/98", "1997 98"},
      {"anti―personnel", "anti personnel"},
      {"anti‒personnel", "anti personnel"},
      {"anti﹣personnel", "anti personnel"},
      {"anti֊personnel", "anti personnel"},
  });
}

TEST_CASE("an elided article is a word of its own") {
  check_same({
      {"l’accord d’Ottawa", "l accord d ottawa"},
      {"qu'il", "qu il"},
      {"L'État", "l etat"},
      {"dell’accordo", "dell accordo"},
      {"jusqu’à", "jusqu a"},
      {"Qu’est-ce", "qu est ce"},
      {"L’[É]tat", "l etat"},
      {"l’\u2060État", "l etat"},
      {"ｌ＇État", "l etat"},
      {"D\u0027\u200Eun", "d un"},
      {"gl’inglesi", "gl inglesi"},
      {"nell’ambito", "nell ambito"},
      {"un’arma", "un arma"},
  });
  CHECK(terms("aujourd’hui") == Terms{"aujourd'hui"});
  CHECK(terms("don’t") == Terms{"don't"});
  CHECK(terms("the state’s") == Terms{"the", "state's"});
  CHECK(terms("the UN’s and all’s") == Terms{"the", "un's", "and", "all's"});
  CHECK(terms("s’il l’est") == Terms{"s", "il", "l", "est"});
}

TEST_CASE("ellipses and editorial brackets take no position") {
  check_same({
      {"additional mines.… Therefore", "additional mines therefore"},
      {"additional mines … therefore", "additional mines therefore"},
      {"additional mines... therefore", "additional mines therefore"},
      {"additional mines . . . therefore", "additional mines therefore"},
      {"additional mines […] therefore", "additional mines therefore"},
      {"additional mines [...] therefore", "additional mines therefore"},
      {"additional mines[…]therefore", "additional mines therefore"},
      {"additional mines…therefore", "additional mines therefore"},
      {"[A]s small", "As small"},
      {"[a]s small", "As small"},
      {"battle[s] ended", "battles ended"},
      {"[É]tats", "états"},
      {"mines [and] bombs", "mines and bombs"},
      {"[mines] (and) {bombs}", "mines and bombs"},
      {"additional mines.... Therefore", "additional mines therefore"},
      {"additional mines ‥ therefore", "additional mines therefore"},
      {"additional mines ⋯ therefore", "additional mines therefore"},
      {"additional mines .\u00A0.\u00A0. therefore", "additional mines therefore"},
      {"additional mines (…) therefore", "additional mines therefore"},
      {"［A］s small", "As small"},
      {"an error [sic] was", "an error sic was"},
      {"[t]he State[’s] report", "the state’s report"},
      {"b[om]b", "bomb"},
  });
}

TEST_CASE("scripts without spaces give one token a character") {
  CHECK(terms("地雷禁止") == Terms{"地", "雷", "禁", "止"});
  CHECK(terms("2010年11月") == Terms{"2010", "年", "11", "月"});
  CHECK(terms("カタカナー") == Terms{"カ", "タ", "カ", "ナ", "ー"});
  CHECK(terms("ひらがな、漢字。") == Terms{"ひ", "ら", "が", "な", "漢", "字"});
  CHECK(terms("𠀀𠀁") == Terms{"𠀀", "𠀁"});
  CHECK(terms("ทุ่น") == Terms{"ทุ่", "น"});
  CHECK(terms("ICBL地雷") == Terms{"icbl", "地", "雷"});
  for (const char* text : {"地雷禁止条約", "対人地雷のガイド", "ทุ่นระเบิด", "ກັບລະເບີດ", "មីន", "မိုင်း"}) {
    check_ranges(text);
  }
}

TEST_CASE("Korean, Georgian, Armenian, Devanagari and Ethiopic words are words") {
  CHECK(terms("대인지뢰 금지") == Terms{"대인지뢰", "금지"});
  CHECK(terms("საქართველო") == Terms{"საქართველო"});
  CHECK(terms("Ինչո՞ւ Հայաստան։") == Terms{"ինչու", "հայաստան"});
  CHECK(terms("हिन्दी में").size() == 2);
  CHECK(terms("ኢትዮጵያ፡ሕዝብ").size() == 2);
  check_same({{"대인", "\u1103\u1162\u110B\u1175\u11AB"}});
  check_different({{"हिन्दी", "हन्द"}});
}

TEST_CASE("what differs stays apart") {
  check_different({
      {"state's", "states"},
      {"state's", "state s"},
      {"anti-personnel", "antipersonnel"},
      {"not able", "notable"},
      {"mine", "mines"},
      {"mine ban", "ban mine"},
      {"use of the mines", "use of mines"},
      {"мой", "мои"},
      {"война", "воина"},
      {"1997", "1998"},
      {"Article 2", "Article 2 (7)"},
      {"A/RES/59/84", "A RES 59 84"},
      {"A/RES/59/84", "A/RES/59/85"},
      {"A/RES/59/84", "A/RES/59"},
      {"Niger", "Nigeria"},
      {"が", "か"},
      {"パ", "バ"},
      {"地雷", "雷地"},
      {"mines and bombs", "mines bombs"},
      {"[and] mines", "mines"},
      {"כ", "ך"},
      {"ا", "ء"},
      {"2½ years", "2 years"},
      {"½", "⅓"},
      {"an error [sic] was", "an error was"},
      {"A/RES/59/84 B", "A/RES/59/84"},
      {"mine\u00ADfield", "mine field"},
      {"mine-field", "minefield"},
      {"tech\u00AD\nnical", "tech nical"},
  });
}
