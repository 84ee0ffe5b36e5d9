#include <algorithm>

#include "indexer/recognise/sources/cited_meetings.h"
#include "indexer/recognise/sources/readers.h"
#include "indexer/recognise/sources/speakers.h"

namespace pincite {
namespace {

/// Whether somebody who holds an office is named in the first words, whatever is held there:
/// `Chair of the Standing Committee`.
bool is_office_holder(std::string_view text) {
  const auto words = note_words(text);
  for (std::size_t i = 0; i < std::min<std::size_t>(words.size(), 4); ++i) {
    if (is_one_of(
            words[i].key,
            {"minister",    "director",   "ambassador",     "president",    "head",
             "chief",       "secretary",  "representative", "adviser",      "advisor",
             "officer",     "official",   "coordinator",    "chair",        "chairman",
             "chairperson", "commander",  "commissioner",   "delegate",     "envoy",
             "governor",    "counsellor", "attache",        "spokesperson", "spokesman",
             "co-chair",    "mission",    "counselor",      "member",       "secretary-general",
             "ministre",    "ministro",   "representant",   "представитель"})) {
      return true;
    }
  }
  return false;
}

class SpeechReader {
 public:
  SpeechReader(Draft& draft, const Head& head) : draft_(draft), head_(head) {}

  bool read() {
    CitedSource& source = draft_.source;
    source.type = head_.type;
    read_locators(draft_);
    read_title(draft_);
    read_treaty(draft_);
    take_remarks();
    const bool owned = read_owner(draft_, head_);
    std::vector<Clause> parts = clauses(
        draft_.parts, end_of_head(draft_.parts, head_),
        {"of", "by", "from", "to", "at", "during", "before", "in", "de", "du", "des", "от"});
    parts = only_leading_of(parts);
    read_clauses(parts, owned);
    if (source.office.empty() && office_end_ > office_begin_) {
      source.office = std::string(without_article(draft_.parts.left(office_begin_, office_end_)));
    }
    settle_state();
    settle_meeting();
    const bool spoken = !source.state.empty() || !source.person.empty() || !source.office.empty() ||
                        !source.on_behalf_of.empty();
    return spoken && (source.date || !source.meeting.empty());
  }

 private:
  std::string text(const Clause& clause) const {
    return draft_.parts.left(clause.begin, clause.end);
  }

  /// Remarks in brackets (`Landmine Monitor notes`) say nothing of the source; what belongs to the
  /// name of a state does.
  void take_remarks() {
    for (const Range& bracket : draft_.parts.enclosed().brackets) {
      const auto words = note_words(draft_.parts.part(bracket.begin, bracket.end));
      const bool of_name = std::ranges::any_of(words, [](const NoteWord& word) {
        return is_one_of(
            word.key, {"republic", "state", "former", "plurinational", "federated", "bolivarian"});
      });
      if (!of_name) draft_.parts.take(bracket.begin, bracket.end);
    }
  }

  /// `of` introduces the speaker right behind the head, and is a part of names elsewhere.
  static std::vector<Clause> only_leading_of(const std::vector<Clause>& clauses) {
    std::vector<Clause> joined;
    for (const Clause& clause : clauses) {
      const bool inner = is_one_of(clause.cue, {"of", "in", "de", "du", "des", "before", "from"});
      if (inner && !joined.empty()) {
        joined.back().end = clause.end;
      } else {
        joined.push_back(clause);
      }
    }
    return joined;
  }

  void read_clauses(const std::vector<Clause>& all, bool owned) {
    bool spoken = owned;
    std::vector<Clause> behind;  // the meeting, or the speaker where there is none
    for (std::size_t i = 0; i < all.size(); ++i) {
      const Clause& clause = all[i];
      const std::string words = text(clause);
      if (clause.cue == "to" && is_accredited_to(words)) {
        extend_office(clause);
        continue;
      }
      if (clause.cue == "on behalf of") {
        read_group(words, draft_.parts.part(clause.begin, clause.end));
      } else if (names_meeting(clause, words, spoken)) {
        i = behind_meeting(all, i);
        behind.clear();
      } else if (is_treaty(words)) {
        continue;
      } else if (!spoken || clause.cue == "by") {
        i += read_speaker(all, i);
        spoken = true;
      } else if (clause.cue == "to" || clause.cue == "at") {
        extend_office(clause);
      } else if (meetings_.empty() && belongs_to_speaker(words, all, i)) {
        add_to_office(clause, words);
      } else {
        behind.push_back(clause);
      }
    }
    draft_.source.place = take_place(draft_, behind, false);
  }

  bool names_meeting(const Clause& clause, const std::string& words, bool spoken) const {
    if (clause.cue == "by" || (clause.cue == "of" && !spoken)) return false;
    if (is_office_holder(words)) return false;
    return is_meeting(words, draft_.vocabulary);
  }

  /// `Permanent Representative to the Conference on Disarmament`: what an office is held at.
  bool is_accredited_to(std::string_view words) const {
    if (office_end_ == 0) return false;
    const std::string_view body = without_article(words);
    return body == "Conference on Disarmament" || body == "CD" || body == "UN" ||
           body == "United Nations";
  }

  bool is_treaty(const std::string& words) const {
    return draft_.vocabulary.resolve(Table::treaties, words).size() == 1;
  }

  /// Adds the meeting that begins with all[i]; its name may hold commas. Returns the index of its
  /// last clause.
  std::size_t behind_meeting(const std::vector<Clause>& all, std::size_t i) {
    std::size_t end = all[i].end;
    const std::string_view rest = draft_.parts.text().substr(all[i].begin);
    const auto mentions = draft_.vocabulary.mentions(Table::meetings, rest);
    if (!mentions.empty() && all[i].begin + mentions.front().begin < all[i].end) {
      end = std::max(end, all[i].begin + mentions.front().end);
    }
    std::size_t last = i;
    while (last + 1 < all.size() && all[last + 1].begin < end) ++last;
    meetings_.emplace_back(
        without_article(draft_.parts.left(all[i].begin, std::max(end, all[last].end))));
    return last;
  }

  /// Reads the speaker from all[i] on; returns how many more clauses belong to the name.
  std::size_t read_speaker(const std::vector<Clause>& all, std::size_t i) {
    CitedSource& source = draft_.source;
    const std::string words = text(all[i]);
    if (i + 1 < all.size() && all[i + 1].cue.empty()) {
      auto inverted = states_named(words + ", " + text(all[i + 1]), draft_.vocabulary);
      if (!inverted.empty() && states_named(words, draft_.vocabulary) != inverted) {
        set_state(source, std::move(inverted), SourceOrigin::note);
        return 1;
      }
    }
    if (auto states = states_named(words, draft_.vocabulary); !states.empty()) {
      set_state(source, std::move(states), SourceOrigin::note);
    } else if (note_words(words).size() < 2 && !is_body(words) && !is_role(words)) {
      return 0;  // one name alone may be a state’s in a form that is not known
    } else if (is_person(words) && !is_body(words)) {
      source.person = std::string(without_article(words));
    } else {
      add_to_office(all[i], words);
    }
    return 0;
  }

  /// Whether a clause behind the speaker says who that is: an office, or the state it is held in.
  bool belongs_to_speaker(const std::string& words, const std::vector<Clause>& all,
                          std::size_t i) const {
    if (is_role(words) || is_body(words) || is_office_holder(words)) return true;
    const bool meeting_follows = std::any_of(
        all.begin() + static_cast<std::ptrdiff_t>(i) + 1, all.end(),
        [&](const Clause& clause) { return names_meeting(clause, text(clause), true); });
    return meeting_follows && (!draft_.source.person.empty() || office_end_ > office_begin_);
  }

  void add_to_office(const Clause& clause, const std::string& words) {
    if (auto state = states_named(words, draft_.vocabulary); !state.empty()) {
      if (draft_.source.state.empty())
        set_state(draft_.source, std::move(state), SourceOrigin::note);
      return;
    }
    if (office_end_ == 0) office_begin_ = clause.begin;
    office_end_ = clause.end;
  }

  void extend_office(const Clause& clause) {
    if (office_end_ != 0) office_end_ = clause.end;
  }

  /// `Caribbean Community (CARICOM)`: the initials, where they stand behind the name.
  static std::string_view group_initials(std::string_view whole) {
    const std::size_t open = whole.find('(');
    const std::size_t close = whole.find(')', open);
    if (open == std::string_view::npos || close == std::string_view::npos) return {};
    const std::string_view inside = whole.substr(open + 1, close - open - 1);
    const auto words = note_words(inside);
    return words.size() == 1 && words[0].all_capitals() ? inside : std::string_view();
  }

  void read_group(const std::string& words, std::string_view whole) {
    const std::string_view initials = group_initials(whole);
    const std::string_view group = initials.empty() ? without_article(words) : initials;
    auto ids = draft_.vocabulary.resolve(Table::states, group);
    const bool one = ids.size() == 1;
    const bool is_state = one && ids[0].size() == 3 && ids[0] != "EUE";
    if (is_state && draft_.source.state.empty()) {
      set_state(draft_.source, std::move(ids), SourceOrigin::note);
    } else {
      draft_.source.on_behalf_of = {one ? ids[0] : std::string(group)};
    }
  }

  void settle_state() {
    CitedSource& source = draft_.source;
    if (source.state.empty()) {
      set_state(source, state_of_office(source.office, draft_.vocabulary), SourceOrigin::note);
    }
    if (source.person.empty() || is_independent(source.office)) return;
    inherit_state(draft_, false);
  }

  void settle_meeting() {
    CitedSource& source = draft_.source;
    const std::vector<std::string> named = source.treaty;
    for (const std::string& name : meetings_) {
      CitedMeeting found = cited_meeting(name, named, source.date, draft_.page, draft_.vocabulary);
      const bool known = draft_.vocabulary.find(Table::meetings, found.meeting.front()) != nullptr;
      // a second name of the same, or a wider one, adds nothing
      const bool twice =
          std::ranges::find(source.meeting, found.meeting.front()) != source.meeting.end();
      if (twice || (!known && !source.meeting.empty())) continue;
      if (known && !source.meeting.empty() &&
          draft_.vocabulary.find(Table::meetings, source.meeting.front()) == nullptr) {
        source.meeting.clear();
      }
      source.meeting.push_back(found.meeting.front());
      if (source.treaty.empty() && !found.treaty.empty()) {
        source.treaty = found.treaty;
        source.treaty_from = found.by_page ? SourceOrigin::document : SourceOrigin::note;
      }
    }
  }

  Draft& draft_;
  const Head& head_;
  std::vector<std::string> meetings_;
  std::size_t office_begin_ = 0;
  std::size_t office_end_ = 0;
};

}  // namespace

bool read_speech(Draft& draft, const Head& head) { return SpeechReader(draft, head).read(); }

}  // namespace pincite
