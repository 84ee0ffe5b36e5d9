#include "indexer/readers/front_matter.h"

#include <algorithm>
#include <optional>

#include "corpus/text.h"
#include "indexer/readers/fields.h"
#include "indexer/readers/known_fields.h"
#include "indexer/readers/line_shape.h"
#include "indexer/readers/lines.h"

namespace pincite {
namespace {

constexpr std::size_t kMostLines = 1000;

bool is_key_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
         c == '-';
}

/// Length of the `key` in `key: value` or `key:`; 0 where the line is none.
std::size_t key_length(std::string_view line) {
  std::size_t at = 0;
  while (at < line.size() && is_key_character(line[at])) ++at;
  if (at == 0 || at == line.size() || line[at] != ':') return 0;
  return at + 1 == line.size() || line[at + 1] == ' ' || line[at + 1] == '\t' ? at : 0;
}

bool is_comment(std::string_view text) { return text.empty() || text.front() == '#'; }

/// Reads the quoted string that `text` begins with and steps behind it; nothing if it has no end.
std::optional<std::string> take_quoted(std::string_view& text) {
  const char quote = text.front();
  std::string value;
  for (std::size_t i = 1; i < text.size(); ++i) {
    if (quote == '"' && text[i] == '\\' && i + 1 < text.size()) {
      ++i;
      value += text[i] == 'n' ? '\n' : text[i] == 't' ? '\t' : text[i];
    } else if (text[i] != quote) {
      value += text[i];
    } else if (quote == '\'' && i + 1 < text.size() && text[i + 1] == '\'') {
      value += text[i++];
    } else {
      text.remove_prefix(i + 1);
      return value;
    }
  }
  return std::nullopt;
}

/// Reads the unquoted text up to one of `ends` or a comment, and steps behind it.
std::string take_plain(std::string_view& text, std::string_view ends) {
  std::size_t at = 0;
  while (at < text.size() && ends.find(text[at]) == std::string_view::npos &&
         !(text[at] == '#' && at > 0 && (text[at - 1] == ' ' || text[at - 1] == '\t'))) {
    ++at;
  }
  std::string value(trim(text.substr(0, at)));
  text.remove_prefix(at);
  return value == "null" || value == "~" ? std::string() : value;
}

std::optional<std::string> take_scalar(std::string_view& text, std::string_view ends) {
  if (!text.empty() && (text.front() == '"' || text.front() == '\'')) return take_quoted(text);
  return take_plain(text, ends);
}

/// A whole value on one line; nothing where it is not understood.
std::optional<std::vector<std::string>> parse_value(std::string_view text) {
  std::vector<std::string> values;
  const bool list = text.starts_with('[');
  if (list) text.remove_prefix(1);
  for (bool more = true; more;) {
    text = trim_ends(text);
    const std::optional<std::string> value = take_scalar(text, list ? ",]" : "");
    if (!value) return std::nullopt;
    if (!value->empty()) values.push_back(*value);
    text = trim_ends(text);
    more = list && text.starts_with(',');
    if (more) text.remove_prefix(1);
  }
  if (list && !text.starts_with(']')) return std::nullopt;
  if (list) text = trim_ends(text.substr(1));
  if (!is_comment(text)) return std::nullopt;
  return values;
}

class FrontMatterParser {
 public:
  FrontMatterParser(FrontMatter& front, const WarnOf& warn) : front_(front), warn_(warn) {}

  void line(std::string_view line, std::uint32_t number) {
    const std::string_view text = trim(line);
    const bool indented = line.starts_with(' ') || line.starts_with('\t');
    if (is_comment(text)) return;
    if (const std::size_t key = indented ? 0 : key_length(line)) {
      begin(line.substr(0, key), trim(line.substr(key + 1)), number);
    } else if (open_ && (text == "-" || text.starts_with("- "))) {
      item(text.substr(1), number);
    } else if (open_ && indented) {
      if (!skipping_) continue_value(text, number);
    } else {
      complain(number);
    }
  }

  void finish() {
    if (open_ && !one_.values.empty()) close();
    open_ = false;
  }

 private:
  void begin(std::string_view key, std::string_view value, std::uint32_t number) {
    finish();
    open_ = true;
    skipping_ = false;
    is_list_ = value.starts_with('[');
    one_ = {std::string(key), {}, {}, {Origin::front_matter, "line " + std::to_string(number)}};
    if (is_comment(value)) return;
    static constexpr std::string_view kNotOurs = "|>{&*!%@`";
    const auto values =
        kNotOurs.find(value.front()) == std::string_view::npos ? parse_value(value) : std::nullopt;
    skipping_ = !values;
    if (values) one_.values = *values;
    if (!values) complain(number);
  }

  void item(std::string_view text, std::uint32_t number) {
    if (skipping_) return;
    const auto values = parse_value(trim(text));
    if ((!is_list_ && !one_.values.empty()) || !values) {
      complain(number);
      return;
    }
    is_list_ = true;
    if (!values->empty()) one_.values.push_back(values->front());
  }

  void continue_value(std::string_view text, std::uint32_t number) {
    if (one_.values.empty()) {
      skipping_ = true;
      complain(number);
    } else {
      one_.values.back() += " " + std::string(text);
    }
  }

  void close() {
    const KnownField* field = known_field(one_.field);
    if (field != nullptr && is_list_ && !field->several) {
      warn_("wrong_type", "the value of “" + one_.field + "” is a list, not text, and is left out");
      return;
    }
    one_.json = json_text(one_.values, is_list_);
    front_.given.push_back(std::move(one_));
  }

  void complain(std::uint32_t number) {
    warn_("bad_front_matter", "line " + std::to_string(number) + " is not understood");
  }

  FrontMatter& front_;
  const WarnOf& warn_;
  GivenValue one_;
  bool open_ = false;
  bool is_list_ = false;
  bool skipping_ = false;  // what belongs to a value that was not understood
};

bool is_fence(std::string_view line) { return trim(line) == "---"; }

}  // namespace

FrontMatter read_front_matter(std::string_view text, const WarnOf& warn) {
  FrontMatter front;
  if (!text.starts_with("---")) return front;
  LineScanner scanner(text, 1);
  std::vector<Line> lines;
  Line line;
  bool closed = false;
  while (!closed && lines.size() < kMostLines && scanner.next(line)) {
    if (lines.empty() && (line.text != "---" && !is_fence(line.text))) return front;
    closed = !lines.empty() && (is_fence(line.text) || line.text == "...");
    lines.push_back(line);
  }
  const bool any_key = std::any_of(lines.begin(), lines.end(),
                                   [](const Line& each) { return key_length(each.text) != 0; });
  if (!closed || (!any_key && lines.size() > 2)) return front;
  front.bytes = scanner.offset();
  front.lines = static_cast<std::uint32_t>(lines.size());
  FrontMatterParser parser(front, warn);
  for (std::size_t i = 1; i + 1 < lines.size(); ++i) parser.line(lines[i].text, lines[i].number);
  parser.finish();
  return front;
}

}  // namespace pincite
