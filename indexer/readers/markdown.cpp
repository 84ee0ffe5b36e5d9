#include <algorithm>

#include "indexer/readers/formats.h"
#include "indexer/readers/line_shape.h"
#include "indexer/readers/lines.h"

namespace pincite {
namespace {

std::size_t indent_of(std::string_view line) {
  return std::min(line.find_first_not_of(' '), line.size());
}

/// Level of an ATX heading (`## Use`), 0 where the line is none.
int hashes(std::string_view line) {
  const std::size_t indent = indent_of(line);
  const std::size_t end = std::min(line.find_first_not_of('#', indent), line.size());
  const std::size_t count = end - indent;
  if (indent > 3 || count == 0 || count > 6) return 0;
  if (end < line.size() && line[end] != ' ' && line[end] != '\t') return 0;
  return static_cast<int>(count);
}

/// A heading's text: without the hashes before it, and those behind it after a space.
std::string_view heading_text(std::string_view line) {
  line = trim_ends(line);
  line = trim_ends(line.substr(std::min(line.find_first_not_of('#'), line.size())));
  const std::size_t last = line.find_last_not_of('#');
  if (last == std::string_view::npos) return {};
  if (last + 1 < line.size() && line[last] == ' ') line = trim_ends(line.substr(0, last));
  return line;
}

/// Level that an underline (`===`, `---`) gives the line above, 0 where the line is none.
int underline(std::string_view line) {
  line = trim_ends(line);
  if (line.empty() || (line.front() != '=' && line.front() != '-')) return 0;
  if (line.find_first_not_of(line.front()) != std::string_view::npos) return 0;
  return line.front() == '=' ? 1 : 2;
}

bool is_fence(std::string_view line) {
  line = trim_ends(line);
  return line.starts_with("```") || line.starts_with("~~~");
}

/// Whether the line begins a list item: `- `, `* `, `+ `, `1. `, `1) `.
bool is_item(std::string_view line) {
  line.remove_prefix(indent_of(line));
  std::size_t at = 0;
  while (at < line.size() && at < 9 && line[at] >= '0' && line[at] <= '9') ++at;
  static constexpr std::string_view kBullets = "-*+";
  static constexpr std::string_view kStops = ".)";
  if (at >= line.size()) return false;
  if ((at == 0 ? kBullets : kStops).find(line[at]) == std::string_view::npos) return false;
  return at + 1 < line.size() && (line[at + 1] == ' ' || line[at + 1] == '\t');
}

/// Whether the text begins with the definition of a note: `[^5]: Text`.
bool is_definition(std::string_view text) {
  const auto found = caret_reference_at(text, indent_of(text));
  return found && text.substr(found->end).starts_with(':');
}

bool is_indented(std::string_view line) { return line.starts_with("  ") || line.starts_with('\t'); }

class MarkdownReader {
 public:
  explicit MarkdownReader(std::string_view text) : text_(text) {}

  void line(const Line& line) {
    // indented paragraphs go on with the definition of a note
    if (after_blank_ && !line.blank && in_definition() && !is_indented(line.text)) close();
    if (!line.blank) after_blank_ = false;
    if (in_fence_) {
      extend(line);
      in_fence_ = !is_fence(line.text);
      if (!in_fence_) close();
    } else if (line.blank) {
      if (!in_definition()) close();
      after_blank_ = true;
    } else if (const int level = hashes(line.text)) {
      close();
      heading(heading_text(line.text), level, line.number);
    } else if (is_fence(line.text)) {
      close();
      extend(line);
      in_fence_ = true;
    } else {
      prose(line);
    }
  }

  std::vector<Block> finish() {
    close();
    return std::move(blocks_);
  }

 private:
  void prose(const Line& line) {
    const int level = open_ && kind_ == Block::Kind::text ? underline(line.text) : 0;
    if (level != 0) {
      open_ = false;
      heading(trim_ends(text_.substr(begin_, end_ - begin_)), level, number_);
      return;
    }
    const bool item =
        is_item(line.text) && (!open_ || kind_ == Block::Kind::list_item || !is_number(line.text));
    if (item) close();
    if (!open_) kind_ = item ? Block::Kind::list_item : Block::Kind::text;
    extend(line);
  }

  /// A paragraph's line may begin with a number by chance; one with a bullet hardly does.
  static bool is_number(std::string_view line) {
    const char c = line[indent_of(line)];
    return c >= '0' && c <= '9';
  }

  bool in_definition() const {
    return open_ && kind_ == Block::Kind::text && is_definition(text_.substr(begin_));
  }

  void heading(std::string_view text, int level, std::uint32_t number) {
    if (!text.empty()) blocks_.push_back({Block::Kind::heading, std::string(text), level, number});
  }

  void extend(const Line& line) {
    if (!open_) {
      begin_ = line.begin;
      number_ = line.number;
      if (in_fence_ || is_fence(line.text)) kind_ = Block::Kind::text;
    }
    open_ = true;
    end_ = line.end;
  }

  void close() {
    if (open_) {
      const std::string_view text = trim_ends(text_.substr(begin_, end_ - begin_));
      if (!text.empty()) blocks_.push_back({kind_, std::string(text), 0, number_});
    }
    open_ = false;
  }

  std::string_view text_;
  std::vector<Block> blocks_;
  Block::Kind kind_ = Block::Kind::text;
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
  std::uint32_t number_ = 0;
  bool open_ = false;
  bool in_fence_ = false;
  bool after_blank_ = false;
};

}  // namespace

std::vector<Block> read_markdown(std::string_view text, std::uint32_t first_line) {
  MarkdownReader reader(text);
  LineScanner scanner(text, first_line);
  Line line;
  while (scanner.next(line)) reader.line(line);
  return reader.finish();
}

}  // namespace pincite
