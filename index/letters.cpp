#include "index/letters.h"

#include <algorithm>
#include <array>

namespace pincite {
namespace {

struct Letter {
  UChar32 from;
  std::u16string_view to;
};

// By code point; small letters only, since case is folded before.
constexpr std::array<Letter, 99> kLetters = {{
    {0x0060, u"'"},   // what stands for an apostrophe
    {0x00E6, u"ae"},  // Latin letters that have no decomposition
    {0x00F0, u"d"},
    {0x00F8, u"o"},
    {0x00FE, u"th"},
    {0x0111, u"d"},
    {0x0127, u"h"},
    {0x0131, u"i"},
    {0x0138, u"q"},
    {0x0142, u"l"},
    {0x014B, u"n"},
    {0x0153, u"oe"},
    {0x0167, u"t"},
    {0x0180, u"b"},
    {0x0183, u"b"},
    {0x0188, u"c"},
    {0x018C, u"d"},
    {0x0192, u"f"},
    {0x0199, u"k"},
    {0x019A, u"l"},
    {0x019E, u"n"},
    {0x01A5, u"p"},
    {0x01AB, u"t"},
    {0x01AD, u"t"},
    {0x01B4, u"y"},
    {0x01B6, u"z"},
    {0x01DD, u"e"},
    {0x01E5, u"g"},
    {0x0221, u"d"},
    {0x0225, u"z"},
    {0x0234, u"l"},
    {0x0235, u"n"},
    {0x0236, u"t"},
    {0x0237, u"j"},
    {0x023C, u"c"},
    {0x023F, u"s"},
    {0x0240, u"z"},
    {0x0247, u"e"},
    {0x0249, u"j"},
    {0x024B, u"q"},
    {0x024D, u"r"},
    {0x024F, u"y"},
    {0x0253, u"b"},
    {0x0254, u"o"},
    {0x0256, u"d"},
    {0x0257, u"d"},
    {0x0259, u"e"},  // as Azerbaijani is written without it
    {0x025B, u"e"},
    {0x0260, u"g"},
    {0x0263, u"g"},
    {0x0268, u"i"},
    {0x0269, u"i"},
    {0x026B, u"l"},
    {0x0272, u"n"},
    {0x0275, u"o"},
    {0x027D, u"r"},
    {0x0288, u"t"},
    {0x0289, u"u"},
    {0x028A, u"u"},
    {0x028B, u"v"},
    {0x02B9, u"'"},
    {0x02BB, u"'"},
    {0x02BC, u"'"},
    {0x02BD, u"'"},
    {0x02BE, u"'"},
    {0x02BF, u"'"},
    {0x02C8, u"'"},
    {0x02CA, u"'"},
    {0x02CB, u"'"},
    {0x055A, u"'"},
    {0x05F0, u"\u05D5\u05D5"},  // Yiddish digraphs
    {0x05F1, u"\u05D5\u05D9"},
    {0x05F2, u"\u05D9\u05D9"},
    {0x05F3, u"'"},
    {0x0629, u"\u0647"},  // teh marbuta: heh
    {0x0649, u"\u064A"},  // alef maksura, Farsi yeh, yeh barree: yeh
    {0x0671, u"\u0627"},  // alef wasla and others: alef
    {0x0672, u"\u0627"},
    {0x0673, u"\u0627"},
    {0x06A9, u"\u0643"},  // keheh and swash kaf: kaf
    {0x06AA, u"\u0643"},
    {0x06C1, u"\u0647"},  // heh goal, teh marbuta goal, ae: heh
    {0x06C3, u"\u0647"},
    {0x06CC, u"\u064A"},
    {0x06D2, u"\u064A"},
    {0x06D5, u"\u0647"},
    {0x0901, u"\u0902"},  // candrabindu: anusvara
    {0x1D7D, u"p"},
    {0x2010, u"-"},  // in symbols
    {0x2018, u"'"},
    {0x2019, u"'"},
    {0x201B, u"'"},
    {0x2032, u"'"},
    {0x2035, u"'"},
    {0x2C61, u"l"},
    {0x2C65, u"a"},
    {0x2C66, u"t"},
    {0xA78B, u"'"},
    {0xA78C, u"'"},
}};

}  // namespace

std::u16string_view stands_for(UChar32 c) {
  const auto* found =
      std::lower_bound(kLetters.begin(), kLetters.end(), c,
                       [](const Letter& row, UChar32 key) { return row.from < key; });
  return found != kLetters.end() && found->from == c ? found->to : std::u16string_view();
}

}  // namespace pincite
