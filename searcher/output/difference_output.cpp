#include "searcher/output/difference_output.h"

#include "corpus/text.h"

namespace pincite {

Json difference_json(const std::vector<Difference>& difference) {
  Json all = Json::array();
  for (const Difference& one : difference) {
    Json json;
    json["op"] = to_string(one.kind);
    json["text"] = one.text;
    if (one.negation) json["negation"] = true;
    if (one.ellipsis) json["ellipsis"] = true;
    all.push_back(std::move(json));
  }
  return all;
}

InkedText marked_difference(const std::vector<Difference>& difference) {
  InkedText line;
  for (const Difference& one : difference) {
    const std::string text(trim(one.text));
    const bool space = text.size() < one.text.size() && one.text.ends_with(' ');
    switch (one.kind) {
      case Difference::Kind::same:
        append(line, one.text, Ink::plain);
        continue;
      case Difference::Kind::added:
        append(line, "{+" + text + "+}", Ink::match);
        break;
      case Difference::Kind::dropped:
        if (one.text.starts_with(' ')) append(line, " ", Ink::plain);
        append(line, one.ellipsis ? "(-" + text + "-)" : "[-" + text + "-]", Ink::match);
        break;
    }
    if (space) append(line, " ", Ink::plain);
  }
  return line;
}

}  // namespace pincite
