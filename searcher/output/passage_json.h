// The parts that JSON answers are made of: a document, a passage, its notes (contract, section 6).
#pragma once

#include <iosfwd>
#include <nlohmann/json.hpp>

#include "searcher/answer.h"

namespace pincite {

using Json = nlohmann::ordered_json;

/// Null where `text` is empty.
Json text_or_null(const std::string& text);

/// The ISO form; null where there is none.
Json period_or_null(const std::optional<Period>& period);

/// A document's metadata and where it was read from.
Json document_json(const Document& document);

/// Which passage it is and where it stands (`number` to `page_index`), without its text.
/// `passage`: its index.
Json place_json(const Document& document, std::uint32_t passage);

/// A passage of an answer. Offsets count code points. `carriers`: carriers() of the document.
Json passage_json(const Document& document, const PassageHit& hit,
                  const std::vector<std::uint32_t>& carriers);

/// A document of an answer with its passages.
Json hit_json(const DocumentHit& hit);

/// A passage of `show`: nothing was looked for, so that it has neither match nor highlights, and
/// all its notes.
Json whole_passage_json(const Document& document, std::uint32_t passage,
                        const std::vector<std::uint32_t>& carriers);

/// `json` with two spaces a level, as write() writes it.
std::string to_text(const Json& json);

/// Writes `json` with two spaces a level and a line feed at the end, as UTF-8. Control characters
/// and bidirectional overrides are escaped, bytes that are not UTF-8 become U+FFFD.
void write(std::ostream& out, const Json& json);

}  // namespace pincite
