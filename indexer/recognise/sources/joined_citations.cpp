#include "indexer/recognise/sources/joined_citations.h"

#include "corpus/dates.h"
#include "corpus/text.h"
#include "indexer/recognise/sources/heads.h"
#include "indexer/recognise/sources/read_citation.h"

namespace pincite {
namespace {

constexpr std::size_t kLongestJoined = 2000;  // bytes of a stretch that is looked into
constexpr int kMostJoints = 16;               // of a stretch
constexpr std::string_view kJoint = " and ";

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Whether a citation may end so: with a year, a page, or a bracket.
bool may_end(std::string_view text) {
  while (text.ends_with(',') || text.ends_with(' ')) text.remove_suffix(1);
  return !text.empty() && (is_digit(text.back()) || text.back() == ')');
}

bool is_quotation(std::string_view text) {
  return text.starts_with("“") || text.starts_with('"') || text.starts_with("«");
}

bool is_only_date(std::string_view text) {
  const std::vector<FoundDate> dates = find_dates(text);
  return !dates.empty() && dates[0].begin == 0 && dates[0].end == text.size();
}

class Joints {
 public:
  Joints(const PageContext& page, const Vocabulary& vocabulary)
      : page_(page), vocabulary_(vocabulary) {}

  /// Whether `and` stands between two citations.
  bool between(std::string_view before, std::string_view behind) const {
    if (!may_end(before) || behind.empty()) return false;
    const bool date = is_digit(behind[0]) && is_only_date(behind);
    if (!date && !begins_citation(behind)) return false;
    while (before.ends_with(',')) before.remove_suffix(1);
    const auto first = read_citation(before, page_, vocabulary_).source;
    if (!first || (!first->date && first->page.empty())) return false;
    if (date) return first->date && first->type.starts_with("article7");
    return read_citation(behind, page_, vocabulary_).source.has_value();
  }

 private:
  bool begins_citation(std::string_view text) const {
    if (is_quotation(text)) return true;
    const auto head = find_head(Parts(text), vocabulary_);
    return head && head->shape != SourceShape::repeat;
  }

  const PageContext& page_;
  const Vocabulary& vocabulary_;
};

void cut_one(std::string_view note, Stretch rest, const Joints& joints, std::vector<Stretch>& cut) {
  const std::string_view text = note.substr(0, rest.at.end);
  const bool looked_into = rest.at.end - rest.at.begin <= kLongestJoined;
  std::size_t at = looked_into ? text.find(kJoint, rest.at.begin) : std::string_view::npos;
  const std::size_t offset = rest.at.begin;
  const Enclosed enclosed =
      at == std::string_view::npos ? Enclosed() : find_enclosed(text.substr(offset));
  int tried = 0;
  for (; at != std::string_view::npos && tried < kMostJoints; at = text.find(kJoint, at + 1)) {
    if (range_around(enclosed.quotations, at - offset) ||
        range_around(enclosed.brackets, at - offset)) {
      continue;
    }
    const std::string_view before = trim(text.substr(rest.at.begin, at - rest.at.begin));
    const std::size_t behind = at + kJoint.size();
    tried += may_end(before) ? 1 : 0;
    if (!joints.between(before, text.substr(behind))) continue;
    const std::size_t end = at - (text[at - 1] == ',' ? 1 : 0);
    cut.push_back(
        {{rest.at.begin, static_cast<std::uint32_t>(end)}, rest.after_semicolon, rest.after_and});
    rest = {{static_cast<std::uint32_t>(behind), rest.at.end}, true, true};
  }
  cut.push_back(rest);
}

}  // namespace

std::vector<Stretch> cut_at_joints(std::string_view note, const std::vector<Stretch>& stretches,
                                   const PageContext& page, const Vocabulary& vocabulary) {
  const Joints joints(page, vocabulary);
  std::vector<Stretch> cut;
  for (const Stretch& stretch : stretches) cut_one(note, stretch, joints, cut);
  return cut;
}

}  // namespace pincite
