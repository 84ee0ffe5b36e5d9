#include "indexer/recognise/sources/cited_meetings.h"

#include <algorithm>
#include <functional>

#include "indexer/recognise/sources/words.h"

namespace pincite {
namespace {

using Ids = std::vector<std::string>;

constexpr int kTolerance = 7;  // days that a date may lie beside the days of a meeting

bool is_meeting_word(std::string_view key) {
  return is_one_of(
      key, {"meeting",        "meetings",        "conference", "conferences", "seminar",
            "workshop",       "committee",       "committees", "session",     "assembly",
            "summit",         "symposium",       "forum",      "ceremony",    "consultations",
            "unga",           "negotiations",    "debate",     "colloquium",  "roundtable",
            "intersessional", "intersessionals", "congress",   "plenary",     "reunion",
            "conferencia",    "seminario",       "assemblee",  "asamblea",    "comite",
            "совещание",      "конференция",     "комитет",    "msp",         "revcon"});
}

bool mentions_assembly(const std::vector<NoteWord>& words) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i].key == "unga" || says(words, i, "general assembly") ||
        says(words, i, "first committee") || says(words, i, "fourth committee") ||
        says(words, i, "assemblee generale") || says(words, i, "asamblea general")) {
      return true;
    }
  }
  return false;
}

bool mentions_intersessional(const std::vector<NoteWord>& words) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i].key.starts_with("intersessional") || says(words, i, "standing committee") ||
        says(words, i, "standing committees")) {
      return true;
    }
  }
  return false;
}

/// Days as numbers that can be added to; months are taken as 31 days, which is near enough.
int day_number(int yyyymmdd) {
  return yyyymmdd / 10000 * 372 + yyyymmdd / 100 % 100 * 31 + yyyymmdd % 100;
}

bool held_on(const Entry& meeting, const Period& date, int tolerance) {
  if (!meeting.period) return false;
  return day_number(meeting.period->first_day()) - tolerance <= day_number(date.last_day()) &&
         day_number(date.first_day()) <= day_number(meeting.period->last_day()) + tolerance;
}

class MeetingFinder {
 public:
  MeetingFinder(const Ids& named, const std::optional<Period>& date, const PageContext& page,
                const Vocabulary& vocabulary)
      : named_(named), date_(date), page_(page), vocabulary_(vocabulary) {}

  /// Whether it took the page's treaty to tell.
  bool by_page() const { return by_page_; }

  Ids find(const std::string& text) {
    Ids ids = vocabulary_.resolve(Table::meetings, text);
    if (ids.empty()) {
      for (const Mention& mention : vocabulary_.mentions(Table::meetings, text)) {
        ids.insert(ids.end(), mention.ids.begin(), mention.ids.end());
      }
    }
    const auto words = note_words(text);
    for (const NoteWord& word : words) {
      if (ids.empty() && word.all_capitals()) ids = vocabulary_.resolve(Table::meetings, word.text);
    }
    if (ids.empty() && date_ && mentions_intersessional(words)) {
      ids = held("Intersessional meetings");
    }
    if (ids.empty() && date_ && mentions_assembly(words)) ids = held("General Assembly session");
    return narrowed(std::move(ids));
  }

 private:
  const Entry& entry(const std::string& id) const { return *vocabulary_.find(Table::meetings, id); }

  Ids held(std::string_view kind) const {
    Ids ids;
    for (const Entry& meeting : vocabulary_.entries(Table::meetings)) {
      const auto found = meeting.more.find("kind");
      if (found != meeting.more.end() && found->second == kind && held_on(meeting, *date_, 0)) {
        ids.push_back(meeting.id);
      }
    }
    return ids;
  }

  /// Those that `fits`; all where it fits none.
  static bool keep(Ids& ids, const std::function<bool(const std::string&)>& fits) {
    Ids kept;
    std::ranges::copy_if(ids, std::back_inserter(kept), fits);
    if (kept.empty()) return false;
    ids = std::move(kept);
    return true;
  }

  bool of_treaty(const std::string& id, const Ids& treaties) const {
    const std::string& treaty = entry(id).parent;
    const Entry* known = vocabulary_.find(Table::treaties, treaty);
    return std::ranges::any_of(treaties, [&](const std::string& one) {
      return treaty == one || (known != nullptr && known->parent == one);
    });
  }

  Ids narrowed(Ids ids) {
    if (!named_.empty()) {
      keep(ids, [&](const std::string& id) { return of_treaty(id, named_); });
    }
    // a name that says which one it is holds, whatever the date
    if (ids.size() < 2) return ids;
    if (date_) {
      const bool exact =
          keep(ids, [&](const std::string& id) { return held_on(entry(id), *date_, 0); });
      if (!exact && !keep(ids, [&](const std::string& id) {
            return held_on(entry(id), *date_, kTolerance);
          })) {
        return {};
      }
    }
    if (ids.size() > 1 && !page_.treaty.empty()) {
      by_page_ = keep(ids, [&](const std::string& id) { return of_treaty(id, page_.treaty); });
    }
    return ids.size() == 1 ? ids : Ids();
  }

  const Ids& named_;
  const std::optional<Period>& date_;
  const PageContext& page_;
  const Vocabulary& vocabulary_;
  bool by_page_ = false;
};

}  // namespace

bool is_meeting(std::string_view text, const Vocabulary& vocabulary) {
  for (const NoteWord& word : note_words(text)) {
    if (is_meeting_word(word.key) && (word.capital() || word.key != "meeting")) return true;
    const bool code =
        word.all_capitals() && word.text.find_first_of("0123456789") != std::string_view::npos;
    if (code && !vocabulary.resolve(Table::meetings, word.text).empty()) return true;
  }
  return !vocabulary.mentions(Table::meetings, text).empty();
}

CitedMeeting cited_meeting(const std::string& text, const std::vector<std::string>& named,
                           const std::optional<Period>& date, const PageContext& page,
                           const Vocabulary& vocabulary) {
  CitedMeeting cited;
  MeetingFinder finder(named, date, page, vocabulary);
  cited.meeting = finder.find(text);
  cited.by_page = finder.by_page();
  if (cited.meeting.empty()) {
    cited.meeting = {text};
    return cited;
  }
  const Entry* meeting = vocabulary.find(Table::meetings, cited.meeting.front());
  if (meeting != nullptr && !meeting->parent.empty()) cited.treaty = {meeting->parent};
  return cited;
}

}  // namespace pincite
