// From text to the terms it is found by. The one function that documents, queries and highlights
// all go through; what it makes equal is found, what it makes different is not.
//
// A token is a word as it is written, folded: compatibility forms, case, accents, digits of every
// script, kinds of apostrophe. Hyphens part words, each with a position of its own; a soft hyphen
// is nothing, at a line's end too. A document symbol (`APLC/MSP.10/2010`) is one token, also where
// it is broken behind a slash. Chinese, Japanese, Thai and their like give one token a character,
// and so do signs that stand for letters (`½`, `№`, `①`). Ellipses, punctuation, quotation marks,
// editorial brackets (`[A]s`) and the ranges named silent (note marks) take no position.
//
// What is cut out of a text where a token begins and where one ends gives the same tokens by
// itself.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/document.h"

namespace pincite {

/// Of the rules; part of the fingerprint. Raise it when a rule changes.
inline constexpr int kAnalysisVersion = 3;

struct Token {
  enum class Kind : std::uint8_t {
    word,
    symbol,  // a document symbol
    mark,    // a number in square brackets or in superscript, which may be a note mark
  };
  std::string term;         // without prefix
  std::uint32_t begin = 0;  // bytes of the text
  std::uint32_t end = 0;
  Kind kind = Kind::word;
};

/// The tokens of `text` in order; the n-th has the n-th position. `silent`: ascending ranges of
/// the text that give no tokens. One that begins with a hyphen joins the words at its sides to one
/// token: a word broken at a line's end. REQUIRES: UTF-8.
std::vector<Token> analyse(std::string_view text, std::span<const Range> silent = {});

/// Positions between the last token of a passage and the first of the next, so that no phrase or
/// NEAR reaches across.
inline constexpr std::uint32_t kPassageGap = 100;

/// Six hexadecimal digits that change with the analysis and the Unicode data it rests on.
std::string analysis_fingerprint();

}  // namespace pincite
