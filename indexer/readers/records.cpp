#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>

#include "corpus/error.h"
#include "corpus/text.h"
#include "indexer/readers/decompress.h"
#include "indexer/readers/fields.h"
#include "indexer/readers/formats.h"
#include "indexer/readers/paragraphs.h"

namespace pincite {
namespace {

using nlohmann::json;

constexpr std::size_t kLongestRecord = std::size_t{1} << 28U;  // bytes
constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF";

/// Whether the text begins with its own title, which then need not be put in front of it.
bool begins_with(const std::vector<Block>& blocks, std::string_view title) {
  if (blocks.empty()) return false;
  const std::string& first = blocks.front().text;
  if (first.size() > 2 * title.size() + 16 || title.size() > 2 * first.size() + 16) return false;
  return name_key(first) == name_key(title);
}

std::vector<Block> blocks_of(const json& record) {
  std::vector<Block> blocks;
  if (const auto text = record.find("text"); text != record.end() && text->is_string()) {
    blocks = split_at_blank_lines(text->get_ref<const std::string&>());
  }
  const auto given = record.find("title");
  if (given == record.end() || !given->is_string()) return blocks;
  const std::string_view title = trim(given->get_ref<const std::string&>());
  if (begins_with(blocks, title)) {
    blocks.front().kind = Block::Kind::title;
  } else if (!title.empty()) {
    blocks.insert(blocks.begin(), Block{Block::Kind::title, std::string(title), 0, 0});
  }
  return blocks;
}

/// Why an object is no document, or empty.
std::string record_problem(const json& record, const std::vector<Block>& blocks) {
  const auto text = record.find("text");
  if (text == record.end() || text->is_null()) return "has no text";
  if (!text->is_string()) return std::string("its text is ") + text->type_name() + ", not a string";
  return blocks.empty() ? "its text is empty" : "";
}

class RecordReader {
 public:
  RecordReader(const std::string& shown, const ReadingSink& sink) : shown_(shown), sink_(sink) {}

  void read(std::string_view line, std::uint32_t number) {
    std::string problem;
    json record = parse_object(line, problem);
    std::vector<Block> blocks;
    if (problem.empty()) blocks = blocks_of(record);
    if (problem.empty()) problem = record_problem(record, blocks);
    if (!problem.empty()) {
      sink_.skipped({shown_, number, problem});
      return;
    }
    Reading reading;
    reading.source = shown_;
    reading.line = number;
    reading.sha256 = sha256_hex(line);
    reading.blocks = std::move(blocks);
    reading.given = given(record, number);
    reading.whole_text = false;
    sink_.document(std::move(reading));
  }

 private:
  std::vector<GivenValue> given(json& record, std::uint32_t number) const {
    record.erase("text");
    const WarnOf warn = [&](std::string code, std::string text) {
      sink_.warning({std::move(code), std::move(text), shown_ + ":" + std::to_string(number)});
    };
    return given_values(
        record, Origin::record, [](const std::string& name) { return name; }, warn);
  }

  const std::string& shown_;
  const ReadingSink& sink_;
};

/// What the first line shows the file to be if it is something else altogether; else empty.
std::string file_problem(std::string_view line) {
  if (line.substr(0, 4096).find('\0') == std::string_view::npos) return {};
  const bool wide = line.starts_with("\xFF\xFE") || line.starts_with("\xFE\xFF") ||
                    line.starts_with(std::string_view("{\0", 2)) ||
                    line.starts_with(std::string_view("\0{", 2));
  return wide ? "is UTF-16, and records are UTF-8; convert it"
              : "holds binary data, not JSON lines";
}

bool is_blank(std::string_view line) {
  return line.find_first_not_of(" \t\r") == std::string_view::npos;
}

/// The lines of a file, numbered; what goes wrong with the file ends them and is kept.
class RecordLines {
 public:
  explicit RecordLines(const std::filesystem::path& path) {
    attempt([&] {
      source_ = open_bytes(path);
      lines_.emplace(*source_, kLongestRecord);
    });
  }

  bool next() {
    bool found = false;
    if (problem_.empty()) attempt([&] { found = lines_->next(); });
    if (!found) return false;
    ++number_;
    if (number_ == 1) problem_ = file_problem(lines_->line());
    return problem_.empty();
  }

  std::string_view line() const {
    std::string_view line = lines_->line();
    if (number_ == 1 && line.starts_with(kUtf8Mark)) line.remove_prefix(kUtf8Mark.size());
    if (line.ends_with('\r')) line.remove_suffix(1);
    return line;
  }
  bool too_long() const { return lines_->too_long(); }
  std::uint32_t number() const { return number_; }
  const std::string& problem() const { return problem_; }

 private:
  template <typename Action>
  void attempt(Action action) {
    try {
      action();
    } catch (const Error& error) {
      problem_ = error.cause();
    }
  }

  std::unique_ptr<ByteSource> source_;
  std::optional<LineReader> lines_;
  std::uint32_t number_ = 0;
  std::string problem_;
};

}  // namespace

void read_records(const std::filesystem::path& path, const std::string& shown,
                  const ReadingSink& sink) {
  RecordLines lines(path);
  RecordReader reader(shown, sink);
  bool any = false;
  while (lines.next()) {
    if (lines.too_long()) {
      sink.skipped({shown, lines.number(), "is longer than 256 MiB"});
    } else if (!is_blank(lines.line())) {
      reader.read(lines.line(), lines.number());
    } else {
      continue;
    }
    any = true;
  }
  if (!lines.problem().empty()) {
    sink.skipped({shown, any ? lines.number() + 1 : 0, lines.problem()});
  } else if (!any) {
    sink.skipped({shown, 0, lines.number() == 0 ? "is empty" : "holds no record"});
  }
}

}  // namespace pincite
