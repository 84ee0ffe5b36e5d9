#include "indexer/recognise/sources/cited_sources.h"

#include <algorithm>

#include "corpus/text.h"
#include "indexer/recognise/sources/citations.h"
#include "indexer/recognise/sources/joined_citations.h"
#include "indexer/recognise/sources/words.h"

namespace pincite {
namespace {

constexpr std::size_t kMostLookedAt = 200;  // earlier sources that an `op. cit.` is looked for in

bool is_prose(const ReadCitation& read) { return !read.source && !read.repeat; }

/// Whether nothing but a title in quotation marks stands in the stretch: `“Title.” Newspaper, DATE`
/// is one citation, which the stop inside the quotation has cut in two.
bool is_only_title(std::string_view text) {
  const Enclosed enclosed = find_enclosed(text);
  return enclosed.quotations.size() == 1 && enclosed.quotations[0].begin == 0 &&
         enclosed.quotations[0].end == text.size();
}

/// `12 May 2004`, `and Form B, 12 May 2004`: what goes on a list whose head stands before it.
/// `same_form`: a form that stands before it holds of it, too.
std::optional<CitedSource> going_on(std::string_view text, const CitedSource& before,
                                    const PageContext& page, const Vocabulary& vocabulary,
                                    bool same_form) {
  if (!is_one_of(before.type, {"article7_report", "article7_annual", "article7_voluntary",
                               "article7_initial", "article13_report"})) {
    return std::nullopt;
  }
  const auto words = note_words(text);
  const bool number = !words.empty() && words[0].text[0] >= '0' && words[0].text[0] <= '9';
  const bool form = !words.empty() && is_one_of(words[0].key, {"form", "forms"});
  if (!number && !form) return std::nullopt;
  const ReadCitation read =
      read_citation("Article 7 Report, " + std::string(text), page, vocabulary);
  if (!read.source || (!read.source->date && read.source->form.empty())) return std::nullopt;
  CitedSource source = before;
  if (read.source->date) source.date = read.source->date;
  source.period = read.source->period;
  if (!same_form || !read.source->form.empty()) source.form = read.source->form;
  source.page = read.source->page;
  return source;
}

std::string key_of(const CitedSource& source) {
  if (source.type.empty() || !source.date) return {};
  std::string key = source.type + '\n' + source.date->iso() + '\n';
  if (!source.person.empty()) return key + source.person;
  for (const std::string& state : source.state) key += state + ' ';
  return source.state.empty() ? std::string() : key;
}

void fill(std::string& target, const std::string& from, bool& filled) {
  if (!target.empty() || from.empty()) return;
  target = from;
  filled = true;
}

void fill(std::vector<std::string>& target, const std::vector<std::string>& from, bool& filled) {
  if (!target.empty() || from.empty()) return;
  target = from;
  filled = true;
}

/// Whether a short form says nothing that the full one does not.
bool is_short_form(const CitedSource& source, const CitedSource& full) {
  const auto within = [](const std::string& part, const std::string& whole) {
    return part.empty() || whole.find(part) != std::string::npos;
  };
  return within(source.person, full.person) && within(source.office, full.office) &&
         within(source.place, full.place) && within(source.addressee, full.addressee) &&
         (source.meeting.empty() || source.meeting == full.meeting);
}

/// The treaty in front of a form's letter: the one of the source that is repeated.
void set_forms(CitedSource& source, const std::vector<std::string>& forms) {
  if (forms.empty()) return;
  source.form.clear();
  const std::string treaty = source.treaty.empty() ? std::string() : source.treaty.front();
  for (const std::string& form : forms) source.form.push_back(form_value(treaty, form));
}

}  // namespace

std::vector<CitedSource> SourceReader::read(std::string_view label, std::string_view text) {
  std::vector<CitedSource> sources;
  const Enclosed enclosed = find_enclosed(text);
  const std::vector<Stretch> stretches =
      cut_at_joints(text, cut_into_stretches(text, enclosed), page_, vocabulary_);
  by_label_.erase(std::string(label));
  const auto add = [&](CitedSource source, const Range& at) {
    source.at = at;
    remember(source, label);
    sources.push_back(std::move(source));
  };
  const auto words_of = [text](const Range& at) {
    return text.substr(at.begin, at.end - at.begin);
  };
  for (std::size_t i = 0; i < stretches.size(); ++i) {
    Range at = stretches[i].at;
    ReadCitation read = read_citation(words_of(at), page_, vocabulary_);
    if (is_prose(read) && i + 1 < stretches.size() && is_only_title(words_of(at))) {
      const Range both{at.begin, stretches[i + 1].at.end};
      ReadCitation joined = read_citation(words_of(both), page_, vocabulary_);
      const bool own_head =
          !is_prose(read_citation(words_of(stretches[i + 1].at), page_, vocabulary_));
      if (joined.source && !own_head) {
        read = std::move(joined);
        at = both;
        ++i;
      }
    }
    if (read.source) {
      complete(*read.source);
      add(std::move(*read.source), at);
    } else if (read.repeat) {
      for (CitedSource& source : repeated(*read.repeat)) add(std::move(source), at);
    } else if (stretches[i].after_semicolon && !sources.empty()) {
      if (auto more =
              going_on(words_of(at), sources.back(), page_, vocabulary_, stretches[i].after_and)) {
        add(std::move(*more), at);
      }
    }
  }
  return sources;
}

std::vector<CitedSource> SourceReader::repeated(const Repeat& repeat) const {
  std::vector<CitedSource> sources;
  if (repeat.previous) {
    if (earlier_.empty()) return {};
    sources = {earlier_.back().source};
    if (sources[0].repeats.empty()) sources[0].repeats = earlier_.back().label;
  } else if (!repeat.note.empty()) {
    const auto found = by_label_.find(repeat.note);
    if (found == by_label_.end()) return {};
    for (const std::size_t i : found->second) {
      sources.push_back(earlier_[i].source);
      sources.back().repeats = repeat.note;
    }
  } else {
    sources = named(repeat);
  }
  for (CitedSource& source : sources) {
    if (!repeat.told.page.empty()) source.page = repeat.told.page;
    if (repeat.told.date) source.date = repeat.told.date;
    if (!repeat.day.empty() && source.date) {
      const std::string year = source.date->iso().substr(0, 4);
      if (auto date = Period::parse(year + repeat.day)) source.date = date;
    }
    set_forms(source, repeat.told.form);
  }
  return sources;
}

/// `Muradov, op. cit.`: the latest earlier source of a person, body or title so named.
std::vector<CitedSource> SourceReader::named(const Repeat& repeat) const {
  const std::string name = name_key(repeat.name);
  if (name.empty()) return {};
  const std::size_t least = earlier_.size() > kMostLookedAt ? earlier_.size() - kMostLookedAt : 0;
  for (std::size_t i = earlier_.size(); i-- > least;) {
    const CitedSource& source = earlier_[i].source;
    for (const std::string* value : {&source.person, &source.publisher, &source.title}) {
      const std::string key = name_key(*value);
      if (key != name && !key.ends_with(" " + name) && !key.starts_with(name + " ")) continue;
      CitedSource found = source;
      if (found.repeats.empty()) found.repeats = earlier_[i].label;
      return {found};
    }
  }
  return {};
}

/// Fills what a short form leaves out from the full one, told by its kind, speaker and date.
void SourceReader::complete(CitedSource& source) const {
  const auto found = full_forms_.find(key_of(source));
  if (found == full_forms_.end()) return;
  const auto& [full, label] = earlier_[found->second];
  if (!is_short_form(source, full)) return;
  bool filled = false;
  const bool treaty = source.treaty.empty() && !full.treaty.empty();
  fill(source.meeting, full.meeting, filled);
  fill(source.treaty, full.treaty, filled);
  if (treaty) source.treaty_from = full.treaty_from;
  fill(source.person, full.person, filled);
  fill(source.office, full.office, filled);
  fill(source.place, full.place, filled);
  fill(source.addressee, full.addressee, filled);
  if (filled) source.repeats = label;
}

void SourceReader::remember(const CitedSource& source, std::string_view label) {
  const std::size_t index = earlier_.size();
  earlier_.push_back({source, std::string(label)});
  by_label_[std::string(label)].push_back(index);
  if (const std::string key = key_of(source); !key.empty()) full_forms_.try_emplace(key, index);
}

void find_cited_sources(Document& document, const Vocabulary& vocabulary) {
  const Metadata& metadata = document.metadata;
  SourceReader reader({metadata.state, metadata.treaty, metadata.type, metadata.date}, vocabulary);
  for (Note& note : document.notes)
    note.sources = reader.read(note.label, note_text(document, note));
}

}  // namespace pincite
