// The head of a page: its title lines, the table below them, and what a profile's subject tells.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/vocabulary.h"
#include "indexer/recognise/pieces.h"

namespace pincite {

/// The theme of a profile page of the Landmine and Cluster Munition Monitor.
struct ProfileSubject {
  std::string_view name;    // `Mine Ban Policy`
  std::string_view treaty;  // id of the treaty that it is about; empty where it is of none
};

/// The subject that is named by all of `text`; nothing where it is no theme of a profile.
std::optional<ProfileSubject> profile_subject(std::string_view text);

/// `Landmine Monitor Report 2004`, which may stand above the title of a profile.
bool is_edition(std::string_view text);

/// The id of the type that a title begins with (`Statement of ...`); empty where it tells none.
std::string_view type_by_title(std::string_view title);

/// Lines that are navigation and no text, as old copies of profile pages have them, are dropped.
void drop_navigation(Page& page);

/// Tells the title lines of a page that declares none.
void find_titles(Page& page, const Vocabulary& vocabulary);

struct HeaderLine {
  std::string text;  // white space squeezed, without note marks
  std::uint32_t line = 0;
};

/// What recognition of metadata looks at.
struct PageHeader {
  std::vector<HeaderLine> titles;
  std::vector<HeaderLine> rows;     // as they stand, before the first paragraph
  std::vector<HeaderLine> opening;  // the first short lines of the text behind the titles
  std::optional<HeaderLine> updated;
  std::string first_heading;
};

PageHeader header_of(const Page& page);

}  // namespace pincite
