#include "searcher/verify/phrase.h"

#include "searcher/match.h"
#include "searcher/phrase_query.h"
#include "searcher/readings.h"

namespace pincite {

std::optional<Phrase> phrase_of(std::string_view text, const IndexReader& index) {
  const std::vector<Token> tokens = analyse(text);
  if (tokens.empty()) return std::nullopt;
  Phrase phrase;
  phrase.unit.kind = Unit::Kind::phrase;
  phrase.unit.typed = typed_characters(text);
  phrase.unit.lattices = {readings_of(text, tokens, index, "")};
  phrase.query = phrase_query(phrase.unit.lattices.front(), index);
  return phrase;
}

Holders holders(const Xapian::Query& query, const Xapian::Query& within, const IndexReader& index,
                std::size_t most) {
  Xapian::Enquire enquire(index.database());
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_query(within.empty() ? query
                                   : Xapian::Query(Xapian::Query::OP_FILTER, query, within));
  const Xapian::doccount all = index.database().get_doccount();
  const Xapian::MSet found = enquire.get_mset(0, static_cast<Xapian::doccount>(most), all + 1);
  Holders result;
  result.total = found.get_matches_estimated();
  for (auto i = found.begin(); i != found.end(); ++i) result.entries.push_back(*i);
  return result;
}

}  // namespace pincite
