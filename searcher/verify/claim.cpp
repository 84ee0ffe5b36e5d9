#include "searcher/verify/claim.h"

#include <algorithm>

#include "corpus/text.h"
#include "corpus/vocabulary.h"
#include "index/schema.h"
#include "searcher/filters.h"

namespace pincite {
namespace {

using Values = std::vector<std::string>;

/// What is claimed of one field and what a source says of it.
struct Comparison {
  bool claimed = false;
  bool known = false;
  bool same = false;
};

/// `state`: what is claimed of it is not left open.
Agreement together(const Comparison& state, std::initializer_list<Comparison> others) {
  std::vector<Comparison> all = {state};
  all.insert(all.end(), others.begin(), others.end());
  std::erase_if(all, [](const Comparison& one) { return !one.claimed; });
  const auto differs = [](const Comparison& one) { return one.known && !one.same; };
  const auto is_known = [](const Comparison& one) { return one.known; };
  if (std::ranges::any_of(all, differs)) return Agreement::contradicted;
  if (std::ranges::none_of(all, is_known) || (state.claimed && !state.known)) {
    return Agreement::unknown;
  }
  return std::ranges::all_of(all, is_known) ? Agreement::met : Agreement::partly;
}

bool meet(const Values& claimed, const Values& known) {
  return std::ranges::any_of(
      claimed, [&](const std::string& id) { return std::ranges::find(known, id) != known.end(); });
}

Comparison values(const Values& claimed, const Values& known) {
  return {!claimed.empty(), !known.empty(), meet(claimed, known)};
}

Values joined(Values first, const Values& second) {
  first.insert(first.end(), second.begin(), second.end());
  return first;
}

Comparison dates(const Claim& claim, const std::optional<Period>& date,
                 const std::optional<Period>& period) {
  const bool same = std::ranges::any_of(claim.date, [&](const Period& claimed) {
    return (date && claimed.overlaps(*date)) || (period && claimed.overlaps(*period));
  });
  return {!claim.date.empty(), date || period, same};
}

/// The same type, or one a kind of the other.
Comparison types(const Claim& claim, const std::string& type) {
  const Vocabulary& vocabulary = Vocabulary::built_in();
  const bool same = std::ranges::any_of(claim.type, [&](const std::string& claimed) {
    return meet({claimed}, vocabulary.type_and_wider(type)) ||
           meet({type}, vocabulary.type_and_wider(claimed));
  });
  return {!claim.type.empty(), !type.empty(), same};
}

Comparison symbols(const Claim& claim, const std::string& symbol) {
  return values(claim.symbol, symbol_parts(symbol));
}

Values states(const Metadata& metadata) {
  Values named = joined(metadata.state, metadata.on_behalf_of);
  if (!named.empty()) return named;
  for (const Mention& mention : Vocabulary::built_in().mentions(Table::states, metadata.title)) {
    named = joined(std::move(named), mention.ids);
  }
  return named;
}

bool holds_words(const std::string& key, const std::string& words) {
  return !words.empty() && (" " + key + " ").find(" " + words + " ") != std::string::npos;
}

/// A name that is meant where the claim has it, and contradicts nothing where it has not.
Comparison name(const Claim& claim, const std::string& name) {
  const bool same = holds_words(claim.key, name_key(name));
  return {same, same, same};
}

Comparison title(const Claim& claim, const std::string& title) {
  const std::string key = name_key(title);
  const bool same = holds_words(claim.key, key) ||
                    std::ranges::any_of(claim.title, [&](const std::string& words) {
                      return holds_words(key, words);
                    });
  const bool claimed = same || (claim.title_decides && !claim.title.empty());
  return {claimed, !key.empty(), same};
}

}  // namespace

bool Claim::is_understood() const {
  return !document.empty() || !state.empty() || !date.empty() || !type.empty() ||
         !meeting.empty() || !treaty.empty() || !symbol.empty() || !title.empty();
}

Agreement agreement(const Claim& claim, const Document& document) {
  if (!claim.document.empty()) {
    return claim.document == document.id ? Agreement::met : Agreement::contradicted;
  }
  const Metadata& of = document.metadata;
  return together(
      values(claim.state, states(of)),
      {dates(claim, of.date, of.period), types(claim, of.type), values(claim.meeting, of.meeting),
       values(claim.treaty, of.treaty), symbols(claim, of.symbol), title(claim, of.title),
       name(claim, of.publisher), name(claim, of.author)});
}

Agreement agreement(const Claim& claim, const CitedSource& source) {
  if (!claim.document.empty()) {
    return claim.document == source.document ? Agreement::met : Agreement::contradicted;
  }
  return together(values(claim.state, joined(source.state, source.on_behalf_of)),
                  {dates(claim, source.date, source.period), types(claim, source.type),
                   values(claim.meeting, source.meeting), values(claim.treaty, source.treaty),
                   symbols(claim, source.symbol), title(claim, source.title),
                   name(claim, source.publisher), name(claim, source.person)});
}

namespace {

Xapian::Query any_of(const char* field, const Values& values) {
  Condition condition;
  condition.field = find_field(field);
  condition.values = joined(values, {""});  // what says nothing of it, too
  return condition_query(condition);
}

Xapian::Query dated(const std::vector<Period>& dates) {
  std::vector<Xapian::Query> any;
  for (const Period& date : dates) {
    for (const char* field : {"date", "covers"}) {
      Condition condition;
      condition.field = find_field(field);
      condition.days = DayRange{date.first_day(), date.last_day()};
      any.push_back(condition_query(condition));
    }
  }
  Condition undated;
  undated.field = find_field("year");
  undated.values = {""};
  any.push_back(condition_query(undated));
  return {Xapian::Query::OP_OR, any.begin(), any.end()};
}

}  // namespace

Xapian::Query may_meet(const Claim& claim) {
  if (!claim.document.empty()) return {id_term(claim.document)};
  std::vector<Xapian::Query> all;
  if (!claim.state.empty()) all.push_back(any_of("state", claim.state));
  if (!claim.meeting.empty()) all.push_back(any_of("meeting", claim.meeting));
  if (!claim.treaty.empty()) all.push_back(any_of("treaty", claim.treaty));
  if (!claim.date.empty()) all.push_back(dated(claim.date));
  return {Xapian::Query::OP_AND, all.begin(), all.end()};
}

}  // namespace pincite
