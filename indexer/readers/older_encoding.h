// Encodings older than Unicode, told by what the bytes would spell. ICU's detector ranks them by
// the letter sequences of some twenty languages and gives a confidence from 0 to 100.
//
// Measured on the Universal Declaration of Human Rights in 24 languages and speeches in English,
// cut into pieces and put into windows-125x, ISO-8859-x, KOI8-R, GB18030, Big5, Shift_JIS, EUC-JP
// and EUC-KR, 2,280 pieces of each length:
//
//   characters         30     60    120    250    500   1000 and more
//   confidence 30    86/3   91/2   92/1   93/1  94/.1   94/0    % right / % wrong, the rest refused
//   confidence 50    68/1  73/.5  77/.6  79/.3   82/0   82/0
//
// The six languages of the United Nations and German: 99 % right from 120 characters on at 30. What
// is refused is Finnish, Croatian, Persian, whose letters ICU has no statistics for; what is wrong
// is mostly Polish, Croatian and Turkish in pieces of a line or two.
//
// ICU does not know DOS and Macintosh code pages and takes them for windows-1252 or -1251 with a
// confidence of 60 and more. They are told by what nobody writes: capitals within words and marks
// between letters (`d‚claration`, `DŽclaration`). Of 8 such encodings, 480 pieces of each length,
// taken for another: 11 % at 120 characters, 1 % at 500, none from 1000 on.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace pincite {

struct OlderText {
  std::string text;      // UTF-8
  std::string encoding;  // IANA's name
};

/// The text, if the bytes are an older encoding throughout and ICU is sure enough which.
/// As browsers do, ISO-8859-1 is read as windows-1252, of which it is a part, and so on.
std::optional<OlderText> decode_older(std::string_view bytes);

}  // namespace pincite
