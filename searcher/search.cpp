#include "searcher/search.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <functional>
#include <memory>

#include "searcher/cited_sources.h"
#include "searcher/closeness.h"
#include "searcher/compile.h"
#include "searcher/facets.h"
#include "searcher/folding.h"
#include "searcher/nothing_found.h"
#include "searcher/passages.h"
#include "searcher/query_bounds.h"
#include "searcher/query_proximity.h"
#include "searcher/query_terms.h"
#include "searcher/rarity.h"
#include "searcher/search_record.h"
#include "searcher/suggestion.h"
#include "searcher/weighting.h"

namespace pincite {
namespace {

using Sort = SearchRequest::Sort;
using Xapian::Query;

constexpr Xapian::doccount kReordered = 200;    // documents among which exact matches come first
constexpr Xapian::doccount kCompared = 100;     // documents in which closeness is looked at
constexpr Xapian::doccount kLookedAt = 20'000;  // documents among which copies are folded
constexpr double kBoost = 1e6;                  // above any score that words give
constexpr std::size_t kMostRespelled = 50;      // words of a query that finds something

struct Ranked {
  Xapian::docid entry = 0;
  double score = 0;
};

/// A search made ready: what to run, in which order.
class Search {
 public:
  Search(const IndexReader& index, const SearchRequest& request, AnswerHead& answer)
      : index_(index), request_(request), answer_(answer) {
    check_length(request.query);
    const ParsedQuery typed = parse_query(request.query);
    const ParsedQuery parsed = bounded(proximate(typed));
    root_ = parsed.root;
    answer_.parsed = to_string(root_);
    compiled_ = compile(root_, index, {request.all, count_words(typed.root)});
    add_request_filters();
    narrow_meanings(compiled_.filters);
    notice(told_meanings(compiled_.filters));
    notice(parsed.notices);
    notice(compiled_.notices);
    tell_no_words();
    words_ = compiled_.query.empty() ? Query::MatchNothing : compiled_.query;
    filters_ = filters_query(compiled_.filters);
    cited_.emplace(index, compiled_.units, cited_conditions(compiled_.filters));
  }

  void run(AnswerSink& sink) {
    answer_.record = record();
    count_all_words();
    tell_phrase();
    tell_undated();
    Xapian::Enquire enquire(index_.database());
    enquire.set_query(filtered(boosted()));
    order(enquire);
    const std::vector<FacetCounter> counters = facet_counters();
    for (const FacetCounter& counter : counters) enquire.add_matchspy(counter.spy());
    CitedCounter cited_counter(*cited_);
    if (counts_cited()) enquire.add_matchspy(&cited_counter);
    const CitedDecider decider(*cited_);
    const Xapian::MSet matches = get_matches(enquire, wanted(), decider);
    answer_.total = matches.get_matches_estimated();
    answer_.exact = !decider.passed_bound() && !cited_counter.passed_bound();
    auto counter = counters.begin();
    for (const std::string& name : request_.facets) {
      const FieldSpec& field = *find_field(name);
      const bool cited = field.kind == FieldKind::cited;
      answer_.facets.emplace_back(name,
                                  cited ? cited_counter.counts(field) : (counter++)->counts());
    }
    if (answer_.total == 0) tell_cited_meetings();
    offer_others();
    show(matches, sink);
  }

 private:
  void notice(const std::vector<Notice>& notices) {
    answer_.notices.insert(answer_.notices.end(), notices.begin(), notices.end());
  }

  void tell_no_words() {
    if (!compiled_.query.empty()) return;
    answer_.notices.push_back(
        {"no_words", "the query holds no word that can be looked for, so nothing was found"});
  }

  void add_request_filters() {
    for (const auto& [field, value] : request_.filters) {
      add_filter(compiled_.filters, resolve_filter(index_, field, value));
    }
    if (request_.from.empty() && request_.to.empty()) return;
    Condition dates;
    dates.field = find_field("date");
    dates.days = DayRange();
    if (!request_.from.empty()) dates.days->first = parse_days("--from", request_.from).first;
    if (!request_.to.empty()) dates.days->last = parse_days("--to", request_.to).last;
    bounds_ = condition_query(dates);
  }

  Xapian::doccount everything() const { return index_.database().get_doccount(); }

  Query filtered(const Query& words) const {
    Query all = words;
    if (!filters_.empty()) all = Query(Query::OP_FILTER, all, filters_);
    if (!bounds_.empty()) all = Query(Query::OP_FILTER, all, bounds_);
    return all;
  }

  /// Documents that hold the words as a phrase come first, then those that hold them as typed.
  Query boosted() const {
    if (sort() != Sort::relevance) return words_;
    return above(above(words_, compiled_.as_typed), compiled_.as_phrase);
  }

  /// Lifts those of the documents that match `better`, if it asks for anything.
  static Query above(const Query& words, const Query& better) {
    if (better.empty()) return words;
    auto* boost = new Xapian::FixedWeightPostingSource(kBoost);
    return {Query::OP_AND_MAYBE, words, Query(Query::OP_FILTER, Query(boost->release()), better)};
  }

  /// Every match is looked at, so that counts are exact.
  Xapian::MSet get_matches(const Xapian::Enquire& enquire, Xapian::doccount most,
                           const CitedDecider& decider) const {
    return enquire.get_mset(0, most, everything() + 1, nullptr,
                            cited_->has_conditions() ? &decider : nullptr);
  }

  Xapian::doccount count(const Query& query) const {
    Xapian::Enquire enquire(index_.database());
    enquire.set_query(query);
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    return get_matches(enquire, 0, CitedDecider(*cited_)).get_matches_estimated();
  }

  void count_all_words() {
    if (!compiled_.has_words) return;
    answer_.all_words = count(filtered(Query(Query::OP_FILTER, words_, compiled_.all_words)));
  }

  void tell_phrase() {
    if (compiled_.as_phrase.empty()) return;
    const Xapian::doccount holding =
        count(filtered(Query(Query::OP_FILTER, words_, compiled_.as_phrase)));
    if (holding == 0) return;
    const std::string documents =
        holding == 1 ? "1 document holds" : std::to_string(holding) + " documents hold";
    answer_.notices.push_back({"words_as_phrase", documents +
                                                      " these words as a phrase; put them "
                                                      "in quotation marks to see only " +
                                                      (holding == 1 ? "that one" : "those")});
  }

  void tell_undated() {
    std::vector<Condition> others;
    bool dated = false;
    for (const Condition& filter : compiled_.filters) {
      if (filter.days && filter.field->slot != Slot::period_first) {
        dated = true;
      } else {
        others.push_back(filter);
      }
    }
    if (!dated && bounds_.empty()) return;
    others.push_back({find_field("year"), {""}, std::nullopt, {}});
    const Xapian::doccount left_out = count(Query(Query::OP_FILTER, words_, filters_query(others)));
    if (left_out == 0) return;
    answer_.notices.push_back(
        {"undated_left_out", std::to_string(left_out) +
                                 (left_out == 1 ? " document" : " documents") +
                                 " without a date left out by the date filter"});
  }

  /// Where a document belongs to no such meeting, its notes may still cite one.
  void tell_cited_meetings() {
    const FieldSpec* meeting = find_field("meeting");
    const auto is_meeting = [&](const Condition& filter) {
      return filter.field == meeting && filter.values != std::vector<std::string>{""};
    };
    if (std::ranges::none_of(compiled_.filters, is_meeting)) return;
    for (Condition& filter : compiled_.filters) {
      if (is_meeting(filter)) filter.field = find_field("cites.meeting");
    }
    filters_ = filters_query(compiled_.filters);
    cited_.emplace(index_, compiled_.units, cited_conditions(compiled_.filters));
    const Xapian::doccount citing = count(filtered(words_));
    if (citing == 0) return;
    answer_.notices.push_back(
        {"meeting_is_cited", std::to_string(citing) + (citing == 1 ? " document" : " documents") +
                                 " would be found by --cites-meeting in the place of --meeting"});
  }

  /// Other spellings, and where nothing was found, what hides the answer.
  void offer_others() {
    const std::vector<QueryTerm> terms = query_terms(index_, root_);
    if (answer_.total == 0) answer_.nothing_found = nothing_found(index_, request_, root_, terms);
    if (answer_.total > 0 && terms.size() > kMostRespelled) return;
    answer_.suggestion = suggestion(index_, request_, root_, terms);
  }

  Sort sort() const {
    return request_.sort.value_or(compiled_.has_words ? Sort::relevance : Sort::date);
  }

  void order(Xapian::Enquire& enquire) {
    if (compiled_.has_words) {
      enquire.set_weighting_scheme(WordWeight());
    } else {
      enquire.set_weighting_scheme(Xapian::BoolWeight());
    }
    if (sort() == Sort::relevance) return;
    const bool descending = sort() == Sort::date_descending;
    // what has no date comes last either way
    if (descending) {
      key_.add_value(number(Slot::date_last), true, day_value(0));
    } else {
      key_.add_value(number(Slot::date_first), false, day_value(99999999));
    }
    if (!compiled_.has_words) key_.add_value(number(Slot::id));
    enquire.set_sort_by_key_then_relevance(&key_, false);
  }

  std::vector<FacetCounter> facet_counters() const {
    std::vector<FacetCounter> counters;
    for (const std::string& name : request_.facets) {
      const FieldSpec& field = *find_field(name);
      if (field.kind == FieldKind::facet) counters.emplace_back(field);
    }
    return counters;
  }

  bool counts_cited() const {
    return std::ranges::any_of(request_.facets, [](const std::string& name) {
      return find_field(name)->kind == FieldKind::cited;
    });
  }

  /// Where the text of an entry must lie to count; nothing where it may lie anywhere.
  std::vector<PositionSpan> within(Xapian::docid entry) const {
    if (!cited_->has_conditions()) return {};
    return cited_->in(entry).covers;
  }

  bool has_quotation() const {
    return std::ranges::any_of(compiled_.units,
                               [](const Unit& unit) { return unit.kind == Unit::Kind::phrase; });
  }

  bool reorders() const { return sort() == Sort::relevance && compiled_.has_words; }

  Xapian::doccount wanted() const {
    if (request_.limit == 0) return everything();
    const std::size_t last = request_.offset + request_.limit;
    const std::size_t best = folds() ? kLookedAt : reorders() ? kReordered : 0U;
    const std::size_t wanted = std::max(best, last);
    return static_cast<Xapian::doccount>(std::min<std::size_t>(wanted, everything()));
  }

  DocumentHit hit(const Ranked& ranked) const {
    DocumentHit made = document_hit(index_, ranked.entry, compiled_.units, request_.passages,
                                    within(ranked.entry));
    made.score = std::fmod(ranked.score, kBoost);  // what lifts a document is no score
    return made;
  }

  /// Conditions on what notes cite are about notes, which copies of a text may lack.
  bool folds() const { return request_.fold && !cited_->has_conditions(); }

  /// The places of the hits in the order of the matches, and which of their passages are copies.
  std::vector<Lead> leads(const std::vector<Ranked>& order) {
    Folding folding(index_, compiled_.units, filtered(words_));
    std::vector<Lead> page;
    std::size_t passed_over = 0;
    for (std::size_t i = 0; i < order.size(); ++i) {
      if (request_.limit != 0 && page.size() == request_.limit) break;
      std::optional<Lead> lead = folding.lead(order[i].entry, hit(order[i]));
      if (!lead) {
        ++answer_.folded;
      } else if (passed_over < request_.offset) {
        ++passed_over;
      } else {
        lead->place = i;
        page.push_back(std::move(*lead));
      }
    }
    answer_.first_rank = static_cast<std::uint32_t>(passed_over + 1);
    return page;
  }

  /// `--offset` and `--limit` count documents that are shown, from the start of the whole list.
  void show_folded(const Xapian::MSet& matches, AnswerSink& sink) {
    const std::vector<Ranked> order = ranks(matches);
    std::vector<Lead> page = leads(order);
    answer_.shown = static_cast<std::uint32_t>(page.size());
    answer_.elapsed_ms = elapsed_ms();
    sink.begin(answer_);
    std::uint32_t rank = answer_.first_rank;
    for (Lead& lead : page) {
      DocumentHit made = hit(order[lead.place]);
      add_copies(made, std::move(lead));
      made.rank = rank++;
      sink.hit(std::move(made));
    }
    answer_.elapsed_ms = elapsed_ms();
    sink.end(answer_);
  }

  void show(const Xapian::MSet& matches, AnswerSink& sink) {
    if (folds()) return show_folded(matches, sink);
    const std::vector<Ranked> order = ranks(matches);
    const std::size_t begin = std::min(order.size(), request_.offset);
    const std::size_t most = order.size() - begin;
    const std::size_t shown = request_.limit == 0 ? most : std::min(most, request_.limit);
    answer_.first_rank = static_cast<std::uint32_t>(begin + 1);
    answer_.shown = static_cast<std::uint32_t>(shown);
    answer_.elapsed_ms = elapsed_ms();
    sink.begin(answer_);
    for (std::size_t i = begin; i < begin + shown; ++i) {
      DocumentHit made = hit(order[i]);
      made.rank = static_cast<std::uint32_t>(i + 1);
      sink.hit(std::move(made));
    }
    answer_.elapsed_ms = elapsed_ms();
    sink.end(answer_);
  }

  double elapsed_ms() const {
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start_)
        .count();
  }

  SearchRecord record() const {
    SearchRecord record = record_of(request_, compiled_.filters);
    record.index = index_.folder().string();
    record.documents = everything();
    record.sort = to_string(sort());
    return record;
  }

  /// The matches in their order. Among the best, closeness of the words counts too, and those that
  /// hold a quotation as it was typed come first.
  std::vector<Ranked> ranks(const Xapian::MSet& matches) const {
    std::vector<Ranked> order;
    for (auto i = matches.begin(); i != matches.end(); ++i) {
      order.push_back({*i, i.get_weight()});
    }
    if (!reorders() || order.size() < 2) return order;
    const std::vector<Unit> telling = telling_units(compiled_.units);
    for (std::size_t i = 0;
         telling.size() > 1 && i < std::min<std::size_t>(kCompared, order.size()); ++i) {
      order[i].score += closeness(occurrences(index_, order[i].entry, telling), telling);
    }
    for (std::size_t i = 0; has_quotation() && i < std::min<std::size_t>(kReordered, order.size());
         ++i) {
      const Xapian::docid entry = order[i].entry;
      if (holds_exactly(index_, entry, compiled_.units, within(entry)))
        order[i].score += 4 * kBoost;
    }
    std::ranges::stable_sort(order, std::greater<>(), &Ranked::score);
    return order;
  }

  const IndexReader& index_;
  const SearchRequest& request_;
  AnswerHead& answer_;
  QueryNode root_;  // the query as it is understood
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
  CompiledQuery compiled_;
  Query words_;
  Query filters_;
  Query bounds_;                               // from --from and --to
  mutable std::optional<CitedSources> cited_;  // keeps what it saw last
  Xapian::MultiValueKeyMaker key_;
};

/// Keeps all that it takes.
struct WholeAnswer : AnswerSink {
  void begin(const AnswerHead& head) override { answer = {head, {}}; }
  void hit(DocumentHit&& hit) override { answer.hits.push_back(std::move(hit)); }
  void end(const AnswerHead& head) override { answer.elapsed_ms = head.elapsed_ms; }

  Answer answer;
};

}  // namespace

std::vector<std::string> facet_fields() {
  std::vector<std::string> fields;
  for (const FieldSpec& field : schema()) {
    if (field.kind == FieldKind::facet || field.kind == FieldKind::cited) {
      fields.emplace_back(field.word);
    }
  }
  return fields;
}

void search(const IndexReader& index, const SearchRequest& request, AnswerSink& sink) {
  AnswerHead head;
  head.query = request.query;
  head.revision = index.revision();
  Search(index, request, head).run(sink);
}

Answer search(const IndexReader& index, const SearchRequest& request) {
  WholeAnswer whole;
  search(index, request, whole);
  return std::move(whole.answer);
}

}  // namespace pincite
