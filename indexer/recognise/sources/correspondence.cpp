#include <algorithm>

#include "corpus/text.h"
#include "indexer/recognise/sources/cited_dates.h"
#include "indexer/recognise/sources/correspondent.h"
#include "indexer/recognise/sources/readers.h"
#include "indexer/recognise/sources/speakers.h"

namespace pincite {
namespace {

bool is_letter_word(std::string_view key) {
  return is_one_of(key, {"letter", "letters", "request", "requests", "inquiry", "enquiry", "query",
                         "questions", "email", "e-mail", "fax", "questionnaire", "questionnaires",
                         "survey", "correspondence", "inquiries", "enquiries"});
}

/// Posts that an office is held at: behind them `to` begins no addressee.
bool is_post(std::string_view text) {
  const auto words = note_words(text);
  return std::ranges::any_of(words, [](const NoteWord& word) {
    return is_one_of(word.key, {"mission", "ambassador", "representative", "delegation",
                                "commissioner", "envoy", "consul", "delegate", "liaison", "adviser",
                                "advisor", "observer", "assistant", "counsellor"});
  });
}

bool is_accreditation(std::string_view text, const Vocabulary& vocabulary) {
  text = without_article(text);
  const auto words = note_words(text);
  if (words.empty()) return false;
  if (is_one_of(words[0].key,
                {"un", "united", "osce", "oas", "nato", "eu", "conference", "european", "minister",
                 "president", "director", "prime", "holy", "secretary", "african", "cd"}) &&
      !is_person(text)) {
    return true;
  }
  return !states_named(text.substr(0, text.find(" in ")), vocabulary).empty();
}

class CorrespondenceReader {
 public:
  CorrespondenceReader(Draft& draft, const Head& head) : draft_(draft), head_(head) {}

  bool read() {
    CitedSource& source = draft_.source;
    source.type = head_.type;
    const bool undated = std::ranges::any_of(
        draft_.parts.words(), [](const NoteWord& word) { return word.key == "undated"; });
    read_locators(draft_);
    read_title(draft_);
    for (const Range& bracket : draft_.parts.enclosed().brackets) {
      draft_.parts.take(bracket.begin, bracket.end);
    }
    if (!source.date) source.date = take_year(draft_.parts);
    bool owned = read_owner(draft_, head_);
    if (!owned && source.state.empty()) {
      source.person = writer_before(draft_.parts, head_.first);
      owned = !source.person.empty();
    }
    distribute();
    if (!owned || !author_.empty()) {
      source.place = take_place(draft_, last_was_addressee_ ? addressee_ : author_, true);
      read_author(draft_, author_);
    }
    set_addressee();
    const bool from_somebody =
        !source.person.empty() || !source.office.empty() || !source.state.empty();
    if (!is_independent_author(source) && (from_somebody || is_independent(source.addressee))) {
      inherit_state(draft_, false);
    }
    if (!answers_something()) return false;
    if (is_bare()) return source.date.has_value();
    return (source.date || undated) && (from_somebody || !source.addressee.empty());
  }

 private:
  std::string text(const Clause& clause) const {
    return draft_.parts.left(clause.begin, clause.end);
  }

  /// `Email, 22 June 2007`: nothing is told but what it is and when.
  bool is_bare() const {
    const std::size_t end = end_of_head(draft_.parts, head_);
    return head_.first == 0 && draft_.parts.text().substr(end, 1) == "," &&
           draft_.parts.left(end, draft_.parts.text().size()).empty();
  }

  /// Tells which clauses are of the author and which of the addressee.
  void distribute() {
    std::vector<Clause>* current = nullptr;
    for (const Clause& clause :
         clauses(draft_.parts, end_of_head(draft_.parts, head_),
                 {"from", "by", "to", "of", "in", "at", "with", "for", "de", "du", "del", "от", "à",
                  "a", "к", "via", "concerning", "regarding", "on"})) {
      const std::string words = text(clause);
      if (is_one_of(clause.cue, {"in response to", "via", "concerning", "regarding", "on"})) {
        current = nullptr;
      } else if (is_one_of(clause.cue, {"from", "by", "от", "with"}) ||
                 (is_one_of(clause.cue, {"of", "de", "du", "del"}) && current == nullptr)) {
        if (clause.cue == "from" && current != nullptr && !current->empty() &&
            current == &author_) {
          author_.back().end = clause.end;
          continue;
        }
        current = &author_;
        author_.push_back(clause);
      } else if (is_one_of(clause.cue, {"to", "à", "a", "к"})) {
        if (current == &author_ && !author_.empty() && is_post(text(author_.back())) &&
            is_accreditation(words, draft_.vocabulary)) {
          author_.back().end = clause.end;
          continue;
        }
        current = &addressee_;
        addressee_.push_back(clause);
      } else if (clause.cue.empty() && current != nullptr) {
        if (!is_number(words)) current->push_back(clause);
      } else if (current != nullptr && !current->empty()) {
        current->back().end = clause.end;
      }
      last_was_addressee_ = current == &addressee_;
    }
  }

  static bool is_number(std::string_view words) {
    const auto all = note_words(words);
    return all.empty() || is_one_of(all[0].key, {"no", "ref", "reference", "number"}) ||
           all[0].text.find_first_of("0123456789") != std::string_view::npos;
  }

  void set_addressee() {
    if (addressee_.empty()) return;
    std::string addressee = draft_.parts.left(addressee_.front().begin, addressee_.back().end);
    const auto words = note_words(addressee);
    for (const NoteWord& word : words) {
      if (!is_letter_word(word.key)) continue;
      answers_letter_ = true;
      std::string_view owner = trim(std::string_view(addressee).substr(0, word.begin));
      for (const std::string_view ending : {"’s", "'s", "’"}) {
        if (owner.ends_with(ending)) owner.remove_suffix(ending.size());
      }
      addressee = std::string(owner);
      break;
    }
    const std::string_view bare = without_article(addressee);
    const auto bare_words = note_words(bare);
    if (!answers_letter_ || (!bare_words.empty() && bare_words.front().capital())) {
      draft_.source.addressee = std::string(bare);
    }
  }

  /// A response is one only to a letter, or to a body that writes letters.
  bool answers_something() const {
    if (draft_.source.type != "response_letter") return true;
    return answers_letter_ || is_independent(draft_.source.addressee);
  }

  Draft& draft_;
  const Head& head_;
  std::vector<Clause> author_;
  std::vector<Clause> addressee_;
  bool last_was_addressee_ = false;
  bool answers_letter_ = false;
};

}  // namespace

bool read_correspondence(Draft& draft, const Head& head) {
  return CorrespondenceReader(draft, head).read();
}

bool read_questionnaire(Draft& draft, const Head& head) {
  CitedSource& source = draft.source;
  source.type = head.type;
  read_locators(draft);
  for (const Range& bracket : draft.parts.enclosed().brackets) {
    draft.parts.take(bracket.begin, bracket.end);
  }
  if (!source.date) source.date = take_year(draft.parts);
  const auto& words = draft.parts.words();
  std::size_t asked = head.first;
  while (asked < words.size() && !words[asked].key.starts_with("questionnaire")) ++asked;
  if (asked == words.size()) return false;
  std::size_t issuer = head.behind;
  while (issuer < asked && words[issuer].key != "to") ++issuer;
  if (issuer < asked) {
    std::string body = draft.parts.left(words[issuer].end, words[asked].begin);
    for (const std::string_view ending : {"’s", "'s"}) {
      if (body.ends_with(ending)) body.resize(body.size() - ending.size());
    }
    source.addressee = std::string(without_article(body));
  }
  read_owner(draft, head);
  std::vector<Clause> author;
  if (issuer > head.behind) {
    // `Response of Palau to the questionnaire`
    for (const Clause& clause :
         clauses(draft.parts, end_of_head(draft.parts, head), {"of", "by", "from", "to"})) {
      if (clause.begin >= words[asked].begin || clause.cue == "to") break;
      author.push_back(clause);
    }
  }
  for (const Clause& clause : clauses(draft.parts, words[asked].end, {"by", "from"})) {
    const bool goes_on = clause.begin == words[asked].end;
    if (!clause.cue.empty() || (!author.empty() && !goes_on)) author.push_back(clause);
  }
  const std::string office = source.office;
  source.place = take_place(draft, author, true);
  read_author(draft, author);
  if (source.office.empty()) source.office = office;
  if (!is_independent_author(source)) inherit_state(draft, false);
  return source.date.has_value() || !source.state.empty() || !source.office.empty();
}

}  // namespace pincite
