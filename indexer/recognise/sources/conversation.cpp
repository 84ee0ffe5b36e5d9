#include <algorithm>

#include "indexer/recognise/sources/correspondent.h"
#include "indexer/recognise/sources/known_places.h"
#include "indexer/recognise/sources/readers.h"
#include "indexer/recognise/sources/speakers.h"

namespace pincite {
namespace {

class ConversationReader {
 public:
  ConversationReader(Draft& draft, const Head& head) : draft_(draft), head_(head) {}

  bool read() {
    CitedSource& source = draft_.source;
    source.type = head_.type;
    read_locators(draft_);
    for (const Range& bracket : draft_.parts.enclosed().brackets) {
      draft_.parts.take(bracket.begin, bracket.end);
    }
    take_manner();
    const auto& words = draft_.parts.words();
    std::size_t with = head_.behind;
    while (with < words.size() && !is_one_of(words[with].key, {"with", "avec", "con", "с"})) ++with;
    if (with == words.size()) return false;
    std::vector<Clause> told =
        with_offices(clauses(draft_.parts, words[with].end, {"in", "at", "à", "en", "в", "from"}));
    if (told.empty()) return false;
    if (source.place.empty()) take_last_place(told);
    read_author(draft_, told);
    if (!is_independent_author(source)) inherit_state(draft_, false);
    const bool somebody =
        !source.person.empty() || !source.office.empty() || source.state_from == SourceOrigin::note;
    return somebody && (source.date || !source.office.empty());
  }

 private:
  std::string text(const Clause& clause) const {
    return draft_.parts.left(clause.begin, clause.end);
  }

  /// `by telephone` says how, and nothing of the source.
  void take_manner() {
    const auto& words = draft_.parts.words();
    for (std::size_t i = 0; i + 1 < words.size(); ++i) {
      const bool by = is_one_of(words[i].key, {"by", "via", "over", "conducted"});
      if (by && is_one_of(words[i + 1].key,
                          {"telephone", "phone", "email", "e-mail", "skype", "video", "zoom"})) {
        draft_.parts.take(words[i].begin, words[i + 1].end);
      }
    }
  }

  /// The clauses without those of the place that `in` introduces; a preposition inside an office
  /// belongs to it.
  std::vector<Clause> with_offices(const std::vector<Clause>& all) {
    std::vector<Clause> told;
    for (std::size_t i = 0; i < all.size(); ++i) {
      const std::string words = text(all[i]);
      const bool in = is_one_of(all[i].cue, {"in", "at", "à", "en", "в"});
      const bool after_comma = i > 0 && draft_.parts.text().substr(all[i - 1].end, 1) == ",";
      // `to the UN in Geneva, Geneva`: the second is the place
      const bool named_again = !after_comma && i + 1 < all.size() && all[i + 1].cue.empty() &&
                               is_known_place(text(all[i + 1])) && !told.empty();
      const bool place = in && !named_again && is_place_like(words) &&
                         (after_comma || is_known_place(words) || told.size() == 1);
      if (place) {
        std::vector<Clause> rest{all[i]};
        while (i + 1 < all.size() && all[i + 1].cue.empty() && is_place_like(text(all[i + 1]))) {
          rest.push_back(all[++i]);
        }
        draft_.source.place = draft_.parts.left(rest.front().begin, rest.back().end);
      } else if (in || all[i].cue == "from") {
        if (told.empty()) {
          told.push_back(all[i]);
        } else {
          told.back().end = all[i].end;
        }
      } else {
        told.push_back(all[i]);
      }
    }
    return told;
  }

  /// The last clause is the place where it looks like one and does not stand alone behind the
  /// person: there it may as well be what the person is of.
  void take_last_place(std::vector<Clause>& told) {
    std::vector<Clause> behind(told.begin() + 1, told.end());
    const bool sure = behind.size() < 2;
    const std::string place = take_place(draft_, behind, sure);
    if (place.empty()) return;
    draft_.source.place = place;
    told.resize(1);
    told.insert(told.end(), behind.begin(), behind.end());
  }

  Draft& draft_;
  const Head& head_;
};

}  // namespace

bool read_conversation(Draft& draft, const Head& head) {
  return ConversationReader(draft, head).read();
}

}  // namespace pincite
