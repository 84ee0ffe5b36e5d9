#include "searcher/links.h"

#include <algorithm>
#include <set>

#include "index/links.h"
#include "index/schema.h"

namespace pincite {
namespace {

/// The entries that have any of the keys, but `own`; some more than `most` at most.
std::set<Xapian::docid> entries_with(const IndexReader& index, InnerTerm kind,
                                     const std::vector<std::string>& keys, Xapian::docid own,
                                     std::size_t most) {
  std::set<Xapian::docid> entries;
  const Xapian::Database& database = index.database();
  for (const std::string& key : keys) {
    const std::string term = inner_term(kind, key);
    for (auto i = database.postlist_begin(term); i != database.postlist_end(term); ++i) {
      if (*i != own) entries.insert(*i);
      if (entries.size() > most) return entries;
    }
  }
  return entries;
}

std::string id_of(const IndexReader& index, Xapian::docid entry) {
  return index.record(entry).document().id;
}

}  // namespace

void link_sources(Document& document, std::uint32_t note, const IndexReader& index) {
  const Xapian::docid own = index.find(document.id);
  for (CitedSource& source : document.notes[note].sources) {
    const auto found = entries_with(index, InnerTerm::known_by, link_keys(source), own, 1);
    if (found.size() == 1) source.document = id_of(index, *found.begin());
  }
}

std::vector<std::string> documents_citing(const Document& document, const IndexReader& index,
                                          std::size_t most) {
  std::vector<std::string> ids;
  for (const Xapian::docid entry : entries_with(
           index, InnerTerm::cites, link_keys(document.metadata), index.find(document.id), most)) {
    if (ids.size() < most) ids.push_back(id_of(index, entry));
  }
  std::sort(ids.begin(), ids.end());
  return ids;
}

}  // namespace pincite
