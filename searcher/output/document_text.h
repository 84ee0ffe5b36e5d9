// The parts that text for people is made of: a document's title and facts, a passage with its
// notes and citation.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/vocabulary.h"
#include "searcher/output/printer.h"

namespace pincite {

/// Title, facts and id. `rank`: the number before the title, 0 for none.
void print_document_head(Printer& printer, const Document& document, std::uint32_t rank);

/// Where the passage stands, its text with what matched, its notes, its citation. `carriers`:
/// carriers() of the document.
void print_passage(Printer& printer, const Document& document, const PassageHit& hit,
                   const std::vector<std::uint32_t>& carriers, std::size_t indent);

/// `note 5: ` and the note's text.
InkedText note_line(const Document& document, const Note& note);

/// The ids, or what is written in their place, as people call them, separated by `; `.
std::string labels(Table table, const std::vector<std::string>& ids);

}  // namespace pincite
