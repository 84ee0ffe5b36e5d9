// What kind of source a citation is of, told by its first words before any name is looked for.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "corpus/vocabulary.h"
#include "indexer/recognise/sources/parts.h"

namespace pincite {

enum class SourceShape {
  repeat,          // Ibid.; op. cit.; see note 3 above
  speech,          // Statement of X, MEETING, PLACE, DATE
  treaty_report,   // Article 7 Report, Form A
  questionnaire,   // Response to Landmine Monitor questionnaire by X
  correspondence,  // Letter from X, OFFICE, to Y
  conversation,    // Interview with X, OFFICE, PLACE
  monitor,         // Landmine Monitor Report 2006, p. 844
  cable,           // Cablegram 234 from X to Y
};

struct Head {
  SourceShape shape = SourceShape::speech;
  std::string_view type;   // id of the document type
  std::size_t first = 0;   // word: the noun that tells the shape
  std::size_t behind = 0;  // word behind the head
};

/// The head that the citation begins with. Nothing where it begins with none: a citation told by
/// its title, its symbol or its number, or no citation at all.
std::optional<Head> find_head(const Parts& parts, const Vocabulary& vocabulary);

/// Whether a post abroad stands at the start: `Permanent Mission of Palau to the UN response to …`.
bool begins_with_post(std::span<const NoteWord> words);

/// The person whose name stands before the noun: `Muradov’s letter`. `noun`: its word. Empty where
/// it is a state, an office, a body or nobody.
std::string writer_before(const Parts& parts, std::size_t noun);

}  // namespace pincite
