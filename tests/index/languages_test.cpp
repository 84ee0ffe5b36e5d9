// What the analysis makes equal and keeps apart, a language a case.
#include <catch2/catch.hpp>

#include "tests/index/tokens.h"

using namespace pincite;

TEST_CASE("digits of every script are those of ASCII") {
  check_same({
      {"١٩٩٧", "1997"},
      {"۱۹۹۷", "1997"},
      {"１９９７", "1997"},
      {"१९९७", "1997"},
      {"১৯৯৭", "1997"},
      {"๑๙๙๗", "1997"},
      {"໑໙໙໗", "1997"},
      {"១៩៩៧", "1997"},
      {"၁၉၉၇", "1997"},
      {"𝟭𝟵𝟵𝟳", "1997"},
      {"المادة ٢ (٧)", "المادة 2 (7)"},
      {"พ.ศ.๒๕๔๐", "พ.ศ.2540"},
  });
  check_different({{"١٩٩٧", "1998"}, {"۴", "٥"}});
  check_same({{"۴", "٤"}});
}

TEST_CASE("Latin letters with strokes and hooks are found without") {
  check_same({
      {"Đặng Việt Đức", "Dang Viet Duc"},
      {"ĐIỀU ƯỚC", "điều ước"},
      {"Điều ước", "Dieu uoc"},
      {"Łódź", "Lodz"},
      {"ŁÓDŹ", "łódź"},
      {"Tromsø", "Tromso"},
      {"København Århus Ærø", "Kobenhavn Arhus Aero"},
      {"Reykjavík Þingvellir Suðurland", "Reykjavik Thingvellir Sudurland"},
      {"Malta Ħal Għaxaq", "Malta Hal Ghaxaq"},
      {"Đorđe Đinđić", "Dorde Dindic"},
      {"Njuoŧŧa ŋ", "Njuotta n"},
      {"Azərbaycan Respublikası", "Azerbaycan Respublikasi"},
      {"AZƏRBAYCAN RESPUBLİKASI", "Azərbaycan Respublikası"},
      {"Ɓauchi Ɗan Ƙasa ƴan", "bauchi dan kasa yan"},
      {"Eʋegbe Ɛdzi Ɔdɔ", "evegbe edzi odo"},
      {"București și Iași", "Bucureşti şi Iaşi"},
      {"București", "Bucuresti"},
      {"col·laborar", "collaborar"},
      {"coŀlaborar", "col·laborar"},
      {"COL·LABORAR", "col·laborar"},
      {"façade naïve", "facade naive"},
      {"Ğ ğ Ş ş Ç ç Ö ö", "g g s s c c o o"},
  });
  check_different({
      {"Thor", "Tor"},
      {"mine·ban", "mineban"},
      {"Kärnten", "Kaernten"},
      {"Überprüfung", "Ueberpruefung"},
  });
}

TEST_CASE("Turkish and Azerbaijani letters i, dotted and dotless, are one") {
  check_same({
      {"İstanbul", "Istanbul"},
      {"İSTANBUL", "istanbul"},
      {"i\u0307stanbul", "istanbul"},
      {"ISPARTA", "ısparta"},
      {"Isparta", "ısparta"},
      {"DIŞİŞLERİ", "dışişleri"},
      {"Bakı", "Baki"},
  });
  check_different({{"Isparta", "Sparta"}});
}

TEST_CASE("German") {
  check_same({
      {"Straße", "STRASSE"},
      {"STRAẞE", "strasse"},
      {"für", "FÜR"},
      {"für", "fur"},
      {"Übereinkommen", "U\u0308bereinkommen"},
  });
  check_different({{"für", "fuer"}, {"Maße", "Mase"}});
}

TEST_CASE("Greek, with accents of every age and the final sigma") {
  check_same({
      {"ΣΎΜΒΑΣΗΣ", "σύμβασης"},
      {"Ἀθῆναι", "Αθηναι"},
      {"ΑΘΗΝΑΙ", "Ἀθῆναι"},
      {"προϋπολογισμός", "προυπολογισμος"},
      {"ΐ", "Ϊ\u0301"},
      {"τῷ", "ΤΩΙ"},
      {"µ", "μ"},
      {"ὁδὸς", "οδός"},
  });
  check_different({{"σύμβαση", "σύμβασης"}});
}

TEST_CASE("Russian and its neighbours: stress and ё are optional, other letters are not") {
  check_same({
      {"ё", "е"},
      {"ЁЛКА", "елка"},
      {"догово\u0301р", "договор"},
      {"ѐ", "е"},
      {"Всё ещё", "все еще"},
      {"м’ясо", "м'ясо"},
      {"м’ясо", "мʼясо"},
      {"м’ясо", "м‘ясо"},
      {"УКРАЇНА", "україна"},
      {"Украі\u0308на", "Україна"},
      {"и\u0306", "й"},
      {"у\u0306", "ў"},
      {"г\u0301", "ѓ"},
      {"к\u0301", "ќ"},
      {"Ѓорѓи Ќелија", "ѓорѓи ќелија"},
  });
  check_different({
      {"й", "и"},
      {"Україна", "Украіна"},
      {"ґ", "г"},
      {"ў", "у"},
      {"ѓ", "г"},
      {"ќ", "к"},
      {"и", "і"},
      {"м’ясо", "мясо"},
      {"Србија", "Srbija"},
      {"ъ", "ь"},
      {"э", "е"},
      {"ӣ", "и"},
  });
}

TEST_CASE("Armenian") {
  check_same({
      {"ՀԱՅԱՍՏԱՆ", "Հայաստան"},
      {"և", "եվ"},
      {"և", "եւ"},
      {"ԵՎ", "և"},
      {"ԵՒ", "և"},
      {"Ինչո՞ւ", "Ինչու"},
      {"Այո՛", "այո"},
      {"հակա֊հետևակային", "հակա հետեւակային"},
      {"Արևելք։", "արեվելք"},
  });
  check_different({{"ու", "ով"}, {"հայ", "հայի"}});
}

TEST_CASE("Georgian, its capitals too") {
  check_same({
      {"ᲡᲐᲥᲐᲠᲗᲕᲔᲚᲝ", "საქართველო"},
      {"Ⴀ", "ⴀ"},
      {"„საქართველო“", "საქართველო"},
  });
  check_different({{"საქართველო", "საქართველოს"}});
}

TEST_CASE("Hebrew: points, geresh, gershayim, maqaf") {
  check_same({
      {"שָׁלוֹם", "שלום"},
      {"שׁלום", "שלום"},
      {"\uFB2Aלום", "שלום"},
      {"אל־ג׳זירה", "אל ג'זירה"},
      {"אל־ג׳זירה", "אל-ג'זירה"},
      {"או״ם", "או\"ם"},
      {"או״ם", "או”ם"},
      {"או״ם", "או''ם"},
      {"ײַדיש", "יידיש"},
      {"ױ", "וי"},
  });
  check_different({{"כ", "ך"}, {"ג'ורג", "גורג"}, {"ב", "כ"}});
}

TEST_CASE("Arabic: what is left out or varies in writing") {
  check_same({
      {"الأُمَمُ المُتَّحِدَةُ", "الامم المتحدة"},
      {"هٰذا", "هذا"},
      {"إتفاقية", "اتفاقيه"},
      {"مستشفى", "مستشفي"},
      {"شئون", "شيون"},
      {"ﷲ", "الله"},
      {"ﻣﻌﺎﻫﺪﺓ", "معاهدة"},
      {"أ\u0301", "ا"},
      {"لا\u0653", "لآ"},
      {"قرار\u061Cات", "قرارات"},
      {"الدول، الأطراف؛", "الدول الأطراف"},
      {"«الألغام»", "الألغام"},
  });
  check_different({
      {"الدول", "دول"},
      {"والدول", "الدول"},
      {"ا", "ء"},
      {"ح", "ج"},
      {"ي", "ب"},
      {"دولة", "دول"},
  });
}

TEST_CASE("Persian and Urdu: a zero-width non-joiner is nothing inside a word") {
  check_same({
      {"می\u200Cخواهم", "میخواهم"},
      {"مي\u200Cخواهم", "می\u200Cخواهم"},
      {"کتاب‌ها", "كتابها"},
      {"خانهٔ", "خانه"},
      {"جمهوری اسلامی ایران", "جمهوري اسلامي ايران"},
      {"۱۳۸۹", "1389"},
      {"جمہوریہ", "جمهوریه"},
      {"پاکستان", "پاكستان"},
      {"مدرسۃ", "مدرسه"},
  });
  check_different({
      {"می\u200Cخواهم", "می خواهم"},
      {"پ", "ب"},
      {"گ", "ک"},
      {"ھ", "ہ"},
      {"ٹ", "ت"},
  });
}

TEST_CASE("Hindi and its neighbours: vowel signs count, the nukta does not") {
  check_same({
      {"क़ानून", "कानून"},
      {"क\u093Cानून", "\u0958ानून"},
      {"हूँ", "हूं"},
      {"हिन्दी", "हि\u200Dन्दी"},
      {"தமிழ்", "தமிழ்"},
      {"கொ", "க\u0BC6\u0BBE"},
      {"ক\u09CBন", "ক\u09C7\u09BEন"},
  });
  check_different({
      {"हिन्दी", "हिन्द"},
      {"कि", "की"},
      {"कम", "काम"},
      {"தமிழ்", "தமிழ"},
      {"ড়", "ড"},
      {"ሀገር", "ሃገር"},
  });
}

TEST_CASE("Chinese, simplified and traditional apart") {
  check_same({
      {"“地雷”、禁止。", "地雷禁止"},
      {"地\u200B雷", "地雷"},
      {"地 雷", "地雷"},
      {"葛\U000E0100", "葛"},
      {"\uF9DC", "隆"},
      {"２０１０年１１月", "2010年11月"},
      {"〇", "〇"},
  });
  check_different({{"条约", "條約"}, {"地雷", "雷地"}, {"人", "入"}, {"未", "末"}});
}

TEST_CASE("Japanese") {
  check_same({
      {"ｼﾞﾗｲ", "ジライ"},
      {"シ\u3099ライ", "ジライ"},
      {"ﾎﾟｰﾗﾝﾄﾞ", "ポーランド"},
      {"サーバー", "ｻｰﾊﾞｰ"},
      {"条約・協定", "条約協定"},
      {"人々", "人々"},
      {"みすゞ", "みすゝ\u3099"},
      {"「対人地雷」", "対人地雷"},
  });
  check_different({
      {"サーバ", "サーバー"},
      {"じらい", "ジライ"},
      {"か", "が"},
      {"ハ", "パ"},
      {"人々", "人"},
      {"つ", "っ"},
  });
}

TEST_CASE("Korean: syllables composed or not, words as they are spaced") {
  check_same({
      {"한국", "\u1112\u1161\u11AB\u1100\u116E\u11A8"},
      {"한국", "하\u11AB국"},
      {"한ㆍ미", "한·미"},
      {"한ㆍ미", "한 미"},
      {"대인지뢰", "대인지뢰"},
      {"UN 결의 １３２５호", "un 결의 1325호"},
  });
  check_different({{"대인지뢰", "대인 지뢰"}, {"한국", "한국은"}, {"가", "까"}});
}

TEST_CASE("Thai, Lao, Khmer, Burmese") {
  check_same({
      {"น้ำ", "น\u0E4D\u0E49\u0E32"},
      {"น้ำ", "น\u0E49\u0E4D\u0E32"},
      {"กำ", "ก\u0E4D\u0E32"},
      {"ນ້ຳ", "ນ\u0ECD\u0EC9\u0EB2"},
      {"ໜຶ່ງ", "ຫນຶ່ງ"},
      {"ໝາ", "ຫມາ"},
      {"ทุ่น\u200Bระเบิด", "ทุ่นระเบิด"},
      {"ทุ่น ระเบิด", "ทุ่นระเบิด"},
      {"ខ្មែរ\u200Bមីន", "ខ្មែរមីន"},
      {"မိုင်း", "မိုင်း"},
  });
  check_different({
      {"กำ", "กา"},
      {"ทุ่น", "ทุน"},
      {"ມ", "ຫມ"},
      {"មីន", "មិន"},
      {"มา", "มาก"},
  });
}
