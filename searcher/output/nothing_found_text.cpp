#include <algorithm>
#include <ostream>

#include "corpus/text.h"
#include "searcher/output/difference_output.h"
#include "searcher/output/nothing_found.h"
#include "searcher/search_record.h"

namespace pincite {
namespace {

constexpr std::size_t kMostNamed = 10;     // words, filters or values in one line
constexpr std::size_t kLongestPart = 200;  // code points of a part of the query that is repeated

std::string counted(std::uint64_t count, const char* one, const char* more) {
  return std::to_string(count) + " " + (count == 1 ? one : more);
}

std::string documents(std::uint64_t count) { return counted(count, "document", "documents"); }

std::string shortened(const std::string& text) {
  std::size_t at = 0;
  for (std::size_t i = 0; i < kLongestPart && at < text.size(); ++i) next_code_point(text, at);
  return at == text.size() ? text : text.substr(0, at) + "…";
}

std::string listed(const std::vector<std::string>& parts) {
  std::string list;
  for (std::size_t i = 0; i < std::min(parts.size(), kMostNamed); ++i) {
    list += (i == 0 ? "" : ", ") + shortened(parts[i]);
  }
  return parts.size() > kMostNamed ? list + ", …" : list;
}

/// `--state aze (Azerbaijan)`; nothing in brackets where that was typed.
std::string named(const Without& without) {
  std::vector<std::string> more;
  for (const std::string& value : without.values) {
    const bool typed = std::ranges::any_of(without.parts, [&](const std::string& part) {
      return part.find(value) != std::string::npos;
    });
    if (!typed) more.push_back(value);
  }
  return listed(without.parts) + (more.empty() ? "" : " (" + listed(more) + ")");
}

std::string found_by(const Suggestion& offered) {
  return documents(offered.documents) + (offered.unfiltered ? " without the filters" : "");
}

void line(std::ostream& err, const std::string& text) { err << "  " << visible(text) << '\n'; }

void tell_searched(std::ostream& err, const NothingFound& told) {
  err << "pincite: nothing found among " << documents(told.documents) << " ("
      << counted(told.passages, "passage", "passages") << ")\n";
  if (told.without_text > 0) {
    line(err, documents(told.without_text) + (told.without_text == 1 ? " has" : " have") +
                  " no text that could be searched");
  }
  if (told.skipped > 0) {
    line(err, counted(told.skipped, "file or record is", "files or records are") +
                  " not in the index: `pincite status` lists them");
  }
}

void tell_restrictions(std::ostream& err, const NothingFound& told) {
  const bool hidden = told.unrestricted.value_or(0) > 0;
  if (told.unrestricted && !hidden) {
    std::vector<std::string> names;
    for (const Without& one : told.without) {
      if (!one.fields.empty()) names.push_back(named(one));
    }
    line(err, "nothing without the filters either" +
                  (names.empty() ? std::string() : ": " + listed(names)));
  }
  for (const Without& one : told.without) {
    const bool is_part = one.fields.empty();
    if (one.documents > 0 || (hidden && !is_part)) {
      line(err, "without " + named(one) + ": " + documents(one.documents));
    }
  }
  for (const Without& two : told.without_two) {
    line(err, "without " + named(two) + ": " + documents(two.documents));
  }
  if (hidden && told.without.size() > 1) {
    line(err, "without any filter: " + documents(*told.unrestricted));
  }
}

void tell_words(std::ostream& err, const NothingFound& told) {
  std::vector<std::string> absent;
  for (const WordDocuments& word : told.words) {
    if (word.documents == 0) absent.push_back(word.word);
  }
  if (!absent.empty()) line(err, "in no document: " + listed(absent));
  if (told.in_any_order) {
    line(err, "with its words in any order: " + found_by(*told.in_any_order));
  }
}

/// Marked as verify marks it, on one line.
void tell_nearest(std::ostream& err, const NearestText& nearest) {
  std::string wording;
  for (const Span& span : marked_difference(nearest.difference)) wording += span.text;
  const bool parted = differs(nearest.difference);
  line(err, std::string(parted ? "nearest wording" : "it stands") +
                (nearest.unfiltered ? ", without the filters" : "") +
                (parted ? ", [-the document’s-]{+yours+}: “" : ": “") + short_query(wording) + "”");
  line(err, "  " + nearest.hit.document.id);
  line(err, "  cite: " + nearest.hit.passages.front().citation);
}

}  // namespace

void tell_nothing_found(std::ostream& err, const AnswerHead& answer) {
  if (!answer.nothing_found) return;
  const NothingFound& told = *answer.nothing_found;
  tell_searched(err, told);
  tell_restrictions(err, told);
  tell_words(err, told);
  if (told.nearest) tell_nearest(err, *told.nearest);
}

void tell_suggestion(std::ostream& err, const AnswerHead& answer) {
  if (!answer.suggestion) return;
  const Suggestion& offered = *answer.suggestion;
  err << "pincite: did you mean: " << visible(short_query(offered.query)) << "  ("
      << found_by(offered) << ")\n";
}

}  // namespace pincite
