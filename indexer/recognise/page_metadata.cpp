#include "indexer/recognise/page_metadata.h"

#include <algorithm>

#include "corpus/text.h"
#include "indexer/recognise/rows.h"

namespace pincite {
namespace {

constexpr std::string_view kProfile = "country_profile";

/// The one state that is all of `text`; empty where it is none, or may be several.
std::string state_named(const Vocabulary& vocabulary, std::string_view text) {
  const std::vector<std::string> ids = vocabulary.resolve(Table::states, text);
  // a bare code is no page's title
  return ids.size() == 1 && text.size() > 3 ? ids.front() : std::string();
}

struct ProfileTitle {
  std::string state;
  std::string title;
  std::optional<ProfileSubject> subject;
  const HeaderLine* state_line = nullptr;
  const HeaderLine* subject_line = nullptr;
};

/// `Azerbaijan` and `Mine Ban Policy` on two lines, or `Azerbaijan: Mine Ban Policy` on one.
ProfileTitle profile_title(const PageHeader& header, const Vocabulary& vocabulary) {
  ProfileTitle profile;
  if (header.titles.empty()) return profile;
  const bool edition = header.titles.size() > 1 && is_edition(header.titles.front().text);
  const std::size_t at = edition ? 1 : 0;
  const HeaderLine& first = header.titles[at];
  const std::size_t colon = first.text.find(": ");
  profile.state_line = &first;
  profile.subject_line = &first;
  if (colon != std::string::npos) {
    profile.subject = profile_subject(std::string_view(first.text).substr(colon + 2));
    if (profile.subject) {
      profile.state = state_named(vocabulary, std::string_view(first.text).substr(0, colon));
    }
    profile.title = first.text;
    return profile;
  }
  profile.state = state_named(vocabulary, first.text);
  profile.title = first.text;
  if (profile.state.empty() || header.titles.size() < at + 2) return profile;
  profile.subject_line = &header.titles[at + 1];
  profile.subject = profile_subject(profile.subject_line->text);
  if (profile.subject) profile.title += ": " + profile.subject_line->text;
  return profile;
}

/// The row whose label says what status a state has under a treaty, and that treaty.
const HeaderLine* status_row(const PageHeader& header, const Vocabulary& vocabulary,
                             std::string& treaty) {
  for (const HeaderLine& row : header.rows) {
    const std::string label = cells_of(row.text).label;
    if (!name_key(label).ends_with(" status")) continue;
    const std::vector<Mention> treaties = vocabulary.mentions(Table::treaties, label);
    if (treaties.size() != 1 || treaties.front().ids.size() != 1) continue;
    treaty = treaties.front().ids.front();
    return &row;
  }
  return nullptr;
}

void read_rows(const PageHeader& header, const Vocabulary& vocabulary, PageMetadata& page) {
  for (const HeaderLine& row : header.rows) {
    const RowCells cells = cells_of(row.text);
    for (NamedMeeting& meeting : attended_meetings(cells.label, cells.value, vocabulary)) {
      meeting.where = place_of(row);
      page.meetings.push_back(std::move(meeting));
    }
  }
}

/// Fills the page's metadata if it is a country profile; false if it is none.
bool read_profile(const PageHeader& header, const Vocabulary& vocabulary, PageMetadata& page) {
  const ProfileTitle profile = profile_title(header, vocabulary);
  if (profile.state.empty()) return false;
  std::string treaty;
  const HeaderLine* status = status_row(header, vocabulary, treaty);
  const bool structured = !header.rows.empty() || !header.first_heading.empty();
  if (!profile.subject && !structured) return false;
  page.state = {{profile.state}, place_of(*profile.state_line)};
  page.title = {profile.title, place_of(*profile.state_line)};
  const HeaderLine& cue = profile.subject ? *profile.subject_line : *profile.state_line;
  page.type = {std::string(kProfile), place_of(cue)};
  if (profile.subject && !profile.subject->treaty.empty()) {
    page.treaty = {{std::string(profile.subject->treaty)}, place_of(cue)};
  } else if (status != nullptr) {
    page.treaty = {{treaty}, place_of(*status)};
  }
  read_rows(header, vocabulary, page);
  return true;
}

}  // namespace

std::string place_of(const HeaderLine& line) {
  return line.line == 0 ? "title" : "line " + std::to_string(line.line);
}

PageMetadata read_page_metadata(const PageHeader& header, const Vocabulary& vocabulary) {
  PageMetadata page;
  if (!read_profile(header, vocabulary, page)) {
    read_title_lines(header, vocabulary, page);
  }
  if (!page.title.value.empty()) return page;
  if (!header.titles.empty()) {
    page.title = {header.titles.front().text, place_of(header.titles.front())};
  } else if (!header.first_heading.empty()) {
    page.title = {header.first_heading, "first heading"};
  }
  return page;
}

}  // namespace pincite
