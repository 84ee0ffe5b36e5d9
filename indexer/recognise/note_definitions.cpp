#include "indexer/readers/line_shape.h"
#include "indexer/recognise/notes.h"

namespace pincite {
namespace {

/// A definition that begins a line: where, its label, and where its text begins.
struct Definition {
  std::size_t begin = 0;
  std::string_view label;
  std::size_t text_begin = 0;
};

std::optional<Definition> definition_at(std::string_view text, std::size_t at) {
  const auto found = caret_reference_at(text, at);
  if (!found || !text.substr(found->end).starts_with(':')) return std::nullopt;
  const std::size_t begin = text.find_first_not_of(" \t\n\r", found->end + 1);
  return Definition{at, found->label, begin == std::string_view::npos ? text.size() : begin};
}

std::vector<Definition> definitions_of(std::string_view text) {
  std::vector<Definition> found;
  if (text.find("]:") == std::string_view::npos || text.starts_with("```")) return found;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t first = text.find_first_not_of(" \t\r\n", at);
    if (first == std::string_view::npos) break;
    if (const auto definition = definition_at(text, first)) found.push_back(*definition);
    at = std::min(text.find('\n', first), text.size());
  }
  return found;
}

/// Whether an empty line begins at the line's end `at`; then `at` moves behind it.
bool skip_blank_line(std::string_view text, std::size_t& at) {
  const std::size_t next = text.find_first_not_of(" \t\r", at + 1);
  if (next == std::string_view::npos || text[next] != '\n') return false;
  at = next;
  return true;
}

/// Cuts a definition into its paragraphs, up to byte `end`.
void take_paragraphs(std::string_view text, std::size_t begin, std::size_t end, PieceCutter& cutter,
                     std::uint32_t note, std::vector<Piece>& pieces) {
  const auto take = [&](std::size_t to) {
    Piece piece = cutter.take(to);
    if (piece.text.empty()) return;
    piece.kind = PassageKind::note;
    piece.settled = true;
    piece.note = note;
    pieces.push_back(std::move(piece));
  };
  for (std::size_t at = text.find('\n', begin); at < end; at = text.find('\n', at + 1)) {
    if (skip_blank_line(text, at) && at < end) take(at + 1);
  }
  take(end);
}

void cut(Piece&& piece, const std::vector<Definition>& definitions, Page& page) {
  PieceCutter cutter(piece);
  Piece head = cutter.take(definitions.front().begin);
  if (!head.text.empty()) page.pieces.push_back(std::move(head));
  for (std::size_t i = 0; i < definitions.size(); ++i) {
    const Definition& definition = definitions[i];
    const std::size_t end =
        i + 1 < definitions.size() ? definitions[i + 1].begin : piece.text.size();
    FoundNote found;
    found.label = std::string(definition.label);
    found.defined = true;
    found.text_begin =
        static_cast<std::uint32_t>(std::min(definition.text_begin, end) - definition.begin);
    const auto note = static_cast<std::uint32_t>(page.notes.size());
    page.notes.push_back(std::move(found));
    take_paragraphs(piece.text, definition.begin, end, cutter, note, page.pieces);
  }
}

}  // namespace

void find_definitions(Page& page) {
  std::vector<Piece> pieces = std::move(page.pieces);
  page.pieces.clear();
  page.pieces.reserve(pieces.size());
  for (Piece& piece : pieces) {
    const std::vector<Definition> definitions = definitions_of(piece.text);
    if (definitions.empty()) {
      page.pieces.push_back(std::move(piece));
    } else {
      cut(std::move(piece), definitions, page);
    }
  }
}

}  // namespace pincite
