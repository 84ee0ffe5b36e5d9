#include "indexer/recognise/page_header.h"

#include <algorithm>
#include <array>

#include "corpus/dates.h"
#include "corpus/text.h"
#include "indexer/readers/line_shape.h"
#include "indexer/recognise/headings.h"

namespace pincite {
namespace {

// Title cues of country profiles in the field's table of document types.
constexpr std::array<ProfileSubject, 5> kSubjects = {{{"Mine Ban Policy", "MBT"},
                                                      {"Cluster Munition Ban Policy", "CCM"},
                                                      {"Mine Action", ""},
                                                      {"Casualties and Victim Assistance", ""},
                                                      {"Support for Mine Action", ""}}};

// What other themes of profiles have in their names, as name_key() has it.
constexpr std::array<std::string_view, 9> kSubjectWords = {
    "policy", "mine action", "victim assistance", "casualties",   "clearance",
    "impact", "ban",         "risk education",    "contamination"};
constexpr std::size_t kMostSubjectWords = 7;

constexpr std::size_t kMostTitleLines = 5;
constexpr std::size_t kLongestLine = 200;  // bytes of a line that the head of a page may have
constexpr std::size_t kMostHeaderPieces = 60;
constexpr std::string_view kUpdated = "last updated";

/// `<PERU | SAINT LUCIA>`, which stood between the pages of a report.
bool is_navigation(std::string_view text) {
  if (text.size() > kLongestLine) return false;
  if (text.starts_with('<') && text.ends_with('>')) {
    return text.find('|') != std::string_view::npos && text.find('\n') == std::string_view::npos;
  }
  return text.size() < 24 && name_key(text) == "table of contents";
}

bool is_updated(std::string_view text) {
  return text.size() < 80 && (text.front() == 'L' || text.front() == 'l') &&
         name_key(text).starts_with(kUpdated);
}

std::string without_marks(std::string_view text) {
  std::string kept;
  std::size_t at = 0;
  while (const auto mark = find_bracket_number(text, at)) {
    kept += text.substr(at, mark->begin - at);
    at = mark->end;
  }
  kept += text.substr(at);
  return squeeze(kept);
}

bool names_state(const Vocabulary& vocabulary, std::string_view text) {
  return text.size() < kLongestLine && vocabulary.resolve(Table::states, text).size() == 1;
}

/// Whether a line below the title of a statement or letter belongs to the title: it says at which
/// meeting, or when.
bool continues_title(const Vocabulary& vocabulary, const Piece& piece) {
  const std::string& text = piece.text;
  if (text.size() > kLongestLine || text.find('\n') != std::string::npos) return false;
  if (ends_sentence(text) || text.ends_with(',')) return false;
  const std::vector<FoundDate> dates = find_dates(text);
  if (!dates.empty() && dates.back().end == text.size()) return true;
  return !vocabulary.mentions(Table::meetings, text).empty();
}

/// A title may end in a date or be longer than a heading where its first words tell what it is.
bool looks_like_title(std::string_view text) {
  if (looks_like_heading(text)) return true;
  return text.size() < kLongestLine && text.find('\n') == std::string_view::npos &&
         !ends_sentence(text) && !type_by_title(text).empty();
}

bool is_open(const Piece& piece) { return !piece.settled && piece.note == kNone; }

void make_title(Piece& piece) {
  piece.kind = PassageKind::title;
  piece.settled = true;
  piece.level = 0;
}

/// A first paragraph of a few short lines is a title with what belongs to it: a piece a line.
void cut_first_lines(Page& page) {
  Piece& first = page.pieces.front();
  if (!is_open(first) || first.text.size() > kMostTitleLines * kLongestLine) return;
  const std::vector<std::string_view> lines = lines_of(first.text);
  if (lines.size() < 2 || lines.size() > kMostTitleLines || !looks_like_title(lines.front()) ||
      std::any_of(lines.begin(), lines.end(),
                  [](std::string_view line) { return line.size() > kLongestLine / 2; })) {
    return;
  }
  if (ends_sentence(lines.back()) || starts_lower(lines[1])) return;
  PieceCutter cutter(first);
  std::vector<Piece> parts;
  for (const std::string_view line : lines) {
    parts.push_back(
        cutter.take(static_cast<std::size_t>(line.data() + line.size() - first.text.data())));
  }
  page.pieces.erase(page.pieces.begin());
  page.pieces.insert(page.pieces.begin(), std::make_move_iterator(parts.begin()),
                     std::make_move_iterator(parts.end()));
}

/// The only heading of the first level, at the start, is the title.
void take_declared_title(Page& page) {
  Piece& first = page.pieces.front();
  const auto firsts = std::count_if(page.pieces.begin(), page.pieces.end(), [](const Piece& piece) {
    return piece.kind == PassageKind::heading && piece.level == 1;
  });
  if (first.kind != PassageKind::heading || first.level != 1 || firsts != 1) return;
  make_title(first);
  if (page.pieces.size() < 2) return;
  Piece& second = page.pieces[1];
  const bool of_head = second.kind == PassageKind::heading || is_open(second);
  if (of_head && profile_subject(second.text)) make_title(second);
}

/// Whether the line below a state's name is the theme of its page, and not the first heading of
/// its text: another heading or the header table stands below it.
bool is_subject_line(const std::vector<Piece>& pieces, std::size_t at) {
  const std::string& text = pieces[at].text;
  if (!profile_subject(text)) return false;
  if (std::any_of(kSubjects.begin(), kSubjects.end(), [&](const ProfileSubject& subject) {
        return name_key(text) == name_key(subject.name);
      })) {
    return true;
  }
  const Piece& next = pieces[at + 1];
  return next.kind == PassageKind::row || (is_open(next) && looks_like_heading(next.text));
}

}  // namespace

std::optional<ProfileSubject> profile_subject(std::string_view text) {
  if (text.size() > kLongestLine) return std::nullopt;
  const std::string key = name_key(text);
  const auto known =
      std::find_if(kSubjects.begin(), kSubjects.end(),
                   [&key](const ProfileSubject& subject) { return key == name_key(subject.name); });
  if (known != kSubjects.end()) return *known;
  const bool theme =
      std::any_of(kSubjectWords.begin(), kSubjectWords.end(), [&key](std::string_view words) {
        return (" " + key + " ").find(" " + std::string(words) + " ") != std::string::npos;
      });
  const auto words = static_cast<std::size_t>(std::count(key.begin(), key.end(), ' ')) + 1;
  if (!theme || !looks_like_heading(text) || words > kMostSubjectWords) return std::nullopt;
  if (key.find("cluster munition") != std::string::npos) return ProfileSubject{text, "CCM"};
  if (key.find("mine ban") != std::string::npos) return ProfileSubject{text, "MBT"};
  return ProfileSubject{text, ""};
}

bool is_edition(std::string_view text) {
  if (text.size() > 80) return false;
  const std::string key = name_key(text);
  return key.starts_with("landmine monitor") || key.starts_with("cluster munition monitor");
}

void drop_navigation(Page& page) {
  if (!page.whole_text) return;
  page.pieces.erase(std::remove_if(page.pieces.begin(), page.pieces.end(),
                                   [](const Piece& piece) { return is_navigation(piece.text); }),
                    page.pieces.end());
}

void find_titles(Page& page, const Vocabulary& vocabulary) {
  if (!page.whole_text || page.pieces.size() < 2) return;
  if (page.declares_headings) {
    take_declared_title(page);
    return;
  }
  cut_first_lines(page);
  std::vector<Piece>& pieces = page.pieces;
  if (!is_open(pieces[0]) || !looks_like_title(pieces[0].text)) return;
  std::size_t at = 0;
  make_title(pieces[at]);
  // the edition stands above the title
  if (is_edition(pieces[0].text) && is_open(pieces[1]) && looks_like_heading(pieces[1].text)) {
    make_title(pieces[++at]);
  }
  if (names_state(vocabulary, pieces[at].text)) {
    const bool subject = at + 2 < pieces.size() && is_open(pieces[at + 1]);
    if (subject && is_subject_line(pieces, at + 1)) make_title(pieces[at + 1]);
    return;
  }
  for (++at; at < kMostTitleLines && at + 1 < pieces.size() && is_open(pieces[at]); ++at) {
    if (!continues_title(vocabulary, pieces[at])) break;
    make_title(pieces[at]);
  }
}

PageHeader header_of(const Page& page) {
  PageHeader header;
  bool in_head = true;
  for (std::size_t i = 0; i < page.pieces.size() && i < kMostHeaderPieces; ++i) {
    const Piece& piece = page.pieces[i];
    if (piece.text.empty() || piece.note != kNone) break;
    const HeaderLine line{piece.text, piece.line};
    if (piece.kind == PassageKind::title) {
      header.titles.push_back({without_marks(piece.text), piece.line});
    } else if (piece.kind == PassageKind::heading) {
      if (header.first_heading.empty()) header.first_heading = without_marks(piece.text);
    } else if (page.whole_text && !header.updated && is_updated(piece.text)) {
      header.updated = line;
    } else if (piece.kind == PassageKind::row) {
      if (in_head && page.whole_text) header.rows.push_back(line);
    } else {
      in_head = false;
      if (page.whole_text && piece.text.size() < kLongestLine) header.opening.push_back(line);
    }
  }
  return header;
}

}  // namespace pincite
