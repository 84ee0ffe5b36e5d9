// A citation on its way to becoming a source: what has been read of it, and what is left to read.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "corpus/cited_source.h"
#include "corpus/vocabulary.h"
#include "indexer/recognise/sources/heads.h"
#include "indexer/recognise/sources/page_context.h"
#include "indexer/recognise/sources/parts.h"

namespace pincite {

struct Draft {
  Parts parts;
  const PageContext& page;
  const Vocabulary& vocabulary;
  CitedSource source{};
};

/// What stands between commas and prepositions: `from Garay Muradov`, `Head of Department`.
struct Clause {
  std::string_view cue;  // the preposition in front: `from`, `on behalf of`; empty behind a comma
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// The clauses from byte `begin` on. `cues`: the prepositions that begin one.
std::vector<Clause> clauses(const Parts& parts, std::size_t begin, WordList cues);

/// Where the head ends, in bytes.
std::size_t end_of_head(const Parts& parts, const Head& head);

/// Takes address, page, symbol and dates out, in this order, and sets them.
void read_locators(Draft& draft);

/// Takes the first quotation out and sets the title.
void read_title(Draft& draft);

/// Sets the treaty that the citation itself names, outside quotations, where it is only one.
void read_treaty(Draft& draft);

/// The state whose noun it is (`Grenada’s letter`, `Palauan statement`); sets the state, or the
/// office of a body in the same place (`ICBL letter`). Returns whether it set either.
bool read_owner(Draft& draft, const Head& head);

void set_state(CitedSource& source, std::vector<std::string> state, SourceOrigin from);

/// Sets the page's state, where the source names none and the page has one. A page that is itself a
/// letter or a speech lends its state only with `any_page`: whom its notes name is not who speaks.
void inherit_state(Draft& draft, bool any_page);

/// Whether `text` may be a place: capitalised, short, neither office nor body.
bool is_place_like(std::string_view text);

/// Takes the last clauses as the place, where they are one: `Kuala Lumpur`, `St. George’s,
/// Grenada`. `clauses` keeps the others. `sure`: only cities that are known.
std::string take_place(const Draft& draft, std::vector<Clause>& clauses, bool sure);

}  // namespace pincite
