#include "searcher/nothing_found.h"

#include <algorithm>
#include <array>

#include "index/directory.h"
#include "index/entry.h"
#include "index/schema.h"
#include "index/skipped.h"
#include "searcher/nearest_text.h"
#include "searcher/restrictions.h"

namespace pincite {
namespace {

using Kind = QueryNode::Kind;
using Role = QueryNode::Role;

constexpr std::size_t kMostParts = 12;  // that are left out one by one, and two by two

/// Documents whose text nothing can be found in, such as pages that are pictures.
std::uint64_t documents_without_text(const IndexReader& index) {
  const Xapian::valueno slot = number(Slot::sizes);
  const Xapian::Database& database = index.database();
  std::uint64_t count = 0;
  for (auto i = database.valuestream_begin(slot); i != database.valuestream_end(slot); ++i) {
    if (read_sizes(*i).bytes == 0) ++count;
  }
  return count;
}

Without without(const RestrictedSearch& search, std::span<const std::size_t> left_out) {
  Without told;
  for (const std::size_t i : left_out) {
    const Restriction& restriction = search.restrictions()[i];
    told.parts.insert(told.parts.end(), restriction.typed.begin(), restriction.typed.end());
    told.values.insert(told.values.end(), restriction.values.begin(), restriction.values.end());
    if (!restriction.field.empty()) told.fields.push_back(restriction.field);
  }
  told.documents = search.count(left_out);
  return told;
}

void add_restrictions(const RestrictedSearch& search, NothingFound& told) {
  const std::size_t count = search.restrictions().size();
  if (count == 0) return;
  told.unrestricted = search.count_unrestricted();
  const std::size_t most = std::min(count, kMostParts);
  for (std::size_t i = 0; i < most; ++i) {
    told.without.push_back(without(search, std::array{i}));
  }
  const bool one_hides =
      std::ranges::any_of(told.without, [](const Without& one) { return one.documents > 0; });
  if (one_hides || count < 3 || *told.unrestricted == 0) return;
  for (std::size_t i = 0; i < most; ++i) {
    for (std::size_t j = i + 1; j < most; ++j) {
      Without two = without(search, std::array{i, j});
      if (two.documents > 0) told.without_two.push_back(std::move(two));
    }
  }
}

/// Indexes of the children of the top level that must all match.
std::vector<std::size_t> required_parts(const QueryNode& words, bool all) {
  std::vector<std::size_t> parts;
  for (std::size_t i = 0; i < words.children.size(); ++i) {
    const bool required = words.kind == Kind::all_of ||
                          (words.kind == Kind::bag &&
                           (words.roles[i] == Role::must || (all && words.roles[i] == Role::may)));
    const Kind kind = words.children[i].kind;
    if (required && kind != Kind::filter && kind != Kind::none_of) parts.push_back(i);
  }
  return parts;
}

QueryNode without_child(const QueryNode& node, std::size_t i) {
  QueryNode rest = node;
  rest.children.erase(rest.children.begin() + static_cast<std::ptrdiff_t>(i));
  if (!rest.roles.empty()) rest.roles.erase(rest.roles.begin() + static_cast<std::ptrdiff_t>(i));
  return rest;
}

/// The whole query with the words exchanged, its filters and exclusions kept.
void add_required(const IndexReader& index, const SearchRequest& request, const QueryNode& root,
                  NothingFound& told) {
  const std::vector<std::size_t> parts = required_parts(root, request.all);
  if (parts.size() < 2 || parts.size() > kMostParts) return;
  for (const std::size_t i : parts) {
    QueryNode rest = without_child(root, i);
    if (rest.children.size() == 1) rest = QueryNode(rest.children.front());
    told.without.push_back(
        {{to_string(root.children[i])}, {}, {}, RestrictedSearch(index, request, rest).count()});
  }
}

/// A phrase that only the filters hide needs no looser one.
void add_any_order(const IndexReader& index, const SearchRequest& request, const QueryNode& root,
                   NothingFound& told) {
  const QueryNode loose = without_order(root);
  if (loose == root || told.unrestricted.value_or(0) > 0) return;
  const RestrictedSearch search(index, request, loose);
  const std::uint32_t found = search.count();
  const std::uint32_t anywhere = found > 0 ? found : search.count_unrestricted();
  if (anywhere > 0) told.in_any_order = {to_string(loose), anywhere, found == 0};
}

void add_words(std::span<const QueryTerm> terms, NothingFound& told) {
  for (const QueryTerm& term : terms) {
    if (term.excluded) continue;
    const bool again = std::ranges::any_of(
        told.words, [&](const WordDocuments& other) { return other.word == term.typed; });
    if (!again && told.words.size() < 100) told.words.push_back({term.typed, term.documents});
  }
}

}  // namespace

NothingFound nothing_found(const IndexReader& index, const SearchRequest& request,
                           const QueryNode& root, std::span<const QueryTerm> terms) {
  NothingFound told;
  const IndexTotals totals = index.totals();
  told.documents = totals.documents;
  told.passages = totals.passages;
  told.without_text = documents_without_text(index);
  told.skipped = read_skipped(index.database().get_metadata(metadata_key::kSkipped)).size();
  add_restrictions(RestrictedSearch(index, request, root), told);
  add_required(index, request, root, told);
  add_any_order(index, request, root, told);
  add_words(terms, told);
  told.nearest = nearest_text(index, RestrictedSearch(index, request, root));
  return told;
}

}  // namespace pincite
