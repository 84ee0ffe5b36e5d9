// Words that turn a sentence into its opposite, in the languages of treaty documents.
#pragma once

#include <string_view>

namespace pincite {

/// Whether one of the words of `text` denies: not, never, without, don't, ne … pas, sin, нет, لا,
/// 不, ...
bool holds_negation(std::string_view text);

/// Whether one of two words is the other with a prefix that denies it: `acceptable` and
/// `unacceptable`. Both as the analysis folds them.
bool deny_each_other(std::string_view first, std::string_view second);

}  // namespace pincite
