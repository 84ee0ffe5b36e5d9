#include "indexer/readers/paragraphs.h"

#include <algorithm>

#include "corpus/text.h"
#include "indexer/readers/line_shape.h"
#include "indexer/readers/lines.h"

namespace pincite {
namespace {

// Widths, in code points, that people and programs wrap text to.
constexpr std::size_t kNarrowest = 36;
constexpr std::size_t kWidest = 130;

/// A line that shows something, and what stands between it and the one before.
struct TextLine {
  Line line;
  std::size_t width = 0;  // code points, without white space at the end
  bool after_blank = false;
  bool after_page = false;
};

std::vector<TextLine> text_lines(std::string_view text, std::uint32_t first_line) {
  std::vector<TextLine> lines;
  LineScanner scanner(text, first_line);
  Line line;
  bool blank = false;
  bool page = false;
  while (scanner.next(line)) {
    page = page || line.new_page;
    if (line.blank) {
      blank = blank || line.separates();
      continue;
    }
    lines.push_back({line, 0, blank, page});
    blank = false;
    page = false;
  }
  return lines;
}

bool in_mid_sentence(const TextLine& before, const TextLine& after) {
  return !ends_sentence(before.line.text) && starts_lower(after.line.text);
}

/// Whether what stands between two lines is more than a line's end.
bool is_gap(const TextLine& before, const TextLine& after) {
  if (!after.after_page) return after.after_blank;
  return after.after_blank ? !in_mid_sentence(before, after) : ends_sentence(before.line.text);
}

bool has_blank_lines(const std::vector<TextLine>& lines) {
  for (std::size_t i = 1; i < lines.size(); ++i) {
    const TextLine& line = lines[i];
    if (line.after_blank && is_gap(lines[i - 1], line) && !starts_with_note_label(line.line.text)) {
      return true;
    }
  }
  return false;
}

/// Bytes of the first word, and of what glues to it.
std::size_t first_word(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t");
  if (begin == std::string_view::npos) return 0;
  return std::min(text.find_first_of(" \t", begin), text.size()) - begin;
}

std::string_view without_end(std::string_view text) {
  const std::size_t last = text.find_last_not_of(" \t");
  return last == std::string_view::npos ? std::string_view() : text.substr(0, last + 1);
}

/// Whether the next word would not have fitted in the line, so that it had to break there.
bool is_full(const TextLine& line, const TextLine& next, std::size_t width) {
  const std::string_view word = next.line.text.substr(0, first_word(next.line.text));
  return line.width <= kWidest && line.width + 1 + code_points(word) > width;
}

/// The width that nearly all lines stay within: of nine lines in ten.
std::size_t usual_width(const std::vector<TextLine>& lines) {
  std::vector<std::size_t> widths;
  for (const TextLine& line : lines) widths.push_back(line.width);
  const std::size_t tenth = widths.size() < 10 ? widths.size() - 1 : widths.size() * 9 / 10;
  const auto at = widths.begin() + static_cast<std::ptrdiff_t>(tenth);
  std::nth_element(widths.begin(), at, widths.end());
  return *at;
}

/// The width that the text is wrapped to, 0 where it is not: lines break because the next word
/// did not fit, and a good part of them in mid-sentence.
std::size_t wrapped_width(std::vector<TextLine>& lines) {
  if (lines.size() < 2) return 0;
  for (TextLine& line : lines) line.width = code_points(without_end(line.line.text));
  const std::size_t width = usual_width(lines);
  if (width < kNarrowest || width > kWidest) return 0;
  std::size_t full = 0;
  std::size_t broken = 0;
  for (std::size_t i = 1; i < lines.size(); ++i) {
    if (!is_full(lines[i - 1], lines[i], width)) continue;
    ++full;
    if (in_mid_sentence(lines[i - 1], lines[i])) ++broken;
  }
  return 3 * full >= lines.size() - 1 && 4 * broken >= full && broken > 0 ? width : 0;
}

bool is_indented(std::string_view line) { return line.starts_with("  ") || line.starts_with("\t"); }

bool is_cell(const TextLine& line) { return without_end(line.line.text).ends_with('|'); }

/// Whether a line between two that are wrapped is no prose: short by itself, behind a sentence's
/// end, and without one.
bool stands_alone(const TextLine& before, const TextLine& line, const TextLine* next,
                  std::size_t width) {
  if (!ends_sentence(before.line.text) || ends_sentence(line.line.text)) return false;
  if (starts_lower(line.line.text) || 10 * line.width > 6 * width) return false;
  return next == nullptr || !is_full(line, *next, width);
}

/// `next`: the line behind `after`, or nullptr.
bool belong_together(const TextLine& before, const TextLine& after, const TextLine* next,
                     std::size_t width) {
  if (is_gap(before, after)) return false;
  if (is_cell(before) || is_cell(after)) return false;
  if (ends_in_joint(before.line.text)) return true;
  if (after.after_page) return true;
  if (width == 0 || (is_indented(after.line.text) && !is_indented(before.line.text))) return false;
  return is_full(before, after, width) && !stands_alone(before, after, next, width);
}

/// The paragraph of lines [from, to].
Block block_of(std::string_view text, const Line& from, const Line& to) {
  return {Block::Kind::text, std::string(trim_ends(text.substr(from.begin, to.end - from.begin))),
          0, from.number, is_indented(from.text)};
}

}  // namespace

std::vector<Block> split_at_blank_lines(std::string_view text, std::uint32_t first_line) {
  std::vector<Block> blocks;
  LineScanner scanner(text, first_line);
  Line line;
  Line from;
  Line to;
  bool open = false;
  while (scanner.next(line)) {
    if (line.separates()) {
      if (open) blocks.push_back(block_of(text, from, to));
      open = false;
    } else if (!line.blank) {
      if (!open) from = line;
      to = line;
      open = true;
    }
  }
  if (open) blocks.push_back(block_of(text, from, to));
  return blocks;
}

std::vector<Block> split_paragraphs(std::string_view text, std::uint32_t first_line) {
  std::vector<TextLine> lines = text_lines(text, first_line);
  const bool by_blank = has_blank_lines(lines);
  const std::size_t width = by_blank ? 0 : wrapped_width(lines);
  std::vector<Block> blocks;
  std::size_t from = 0;
  for (std::size_t i = 1; i <= lines.size(); ++i) {
    if (i < lines.size()) {
      const TextLine* next = i + 1 < lines.size() ? &lines[i + 1] : nullptr;
      const bool together = by_blank ? !is_gap(lines[i - 1], lines[i])
                                     : belong_together(lines[i - 1], lines[i], next, width);
      if (together) continue;
    }
    blocks.push_back(block_of(text, lines[from].line, lines[i - 1].line));
    from = i;
  }
  return blocks;
}

}  // namespace pincite
