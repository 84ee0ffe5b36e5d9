// What the head of a document says about it: recognised, and never guessed. The body and the notes
// say nothing here: whom they name is not who speaks.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "corpus/period.h"
#include "corpus/vocabulary.h"
#include "indexer/recognise/page_header.h"

namespace pincite {

/// A recognised value, and where it stands. Empty where nothing was recognised.
template <typename Value>
struct Recognised {
  Value value{};
  std::string where;
};

/// A meeting named, not yet narrowed to one, and the dates that stand behind its name.
struct NamedMeeting {
  std::vector<std::string> ids;
  std::vector<Period> dates;
  std::string where;
};

struct PageMetadata {
  Recognised<std::string> title;
  Recognised<std::vector<std::string>> state;
  Recognised<std::string> type;
  Recognised<std::vector<std::string>> treaty;
  std::vector<NamedMeeting> meetings;
  std::optional<Recognised<std::optional<Period>>> date;
};

PageMetadata read_page_metadata(const PageHeader& header, const Vocabulary& vocabulary);

/// Meetings that a cell of a header table says were attended. A clause that denies it
/// (`Did not attend`, `Absent`) names none.
std::vector<NamedMeeting> attended_meetings(std::string_view label, std::string_view value,
                                            const Vocabulary& vocabulary);

/// What the title lines of a statement, letter, report or resolution say.
/// Fills only what is still empty.
void read_title_lines(const PageHeader& header, const Vocabulary& vocabulary, PageMetadata& page);

/// `line 3`, or what there is to say where lines are not counted.
std::string place_of(const HeaderLine& line);

}  // namespace pincite
