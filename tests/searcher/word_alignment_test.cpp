#include "searcher/word_alignment.h"

#include <catch2/catch.hpp>
#include <sstream>
#include <string>

using namespace pincite;

namespace {

std::vector<std::string> words(const std::string& text) {
  std::istringstream in(text);
  std::vector<std::string> all;
  for (std::string word; in >> word;) all.push_back(word);
  return all;
}

std::vector<std::string_view> views(const std::vector<std::string>& words) {
  return {words.begin(), words.end()};
}

std::string joined(const std::vector<std::string>& all, const WordSpan& span) {
  std::string text;
  for (std::uint32_t i = span.begin; i < span.end; ++i) {
    text += (text.empty() ? "" : "_") + all[i];
  }
  return text;
}

/// `one +added -dropped`; compounds as `antitank=anti_tank`.
std::string told(const std::string& quotation, const std::string& text) {
  const std::vector<std::string> quoted = words(quotation);
  const std::vector<std::string> source = words(text);
  std::string told;
  for (const AlignedWords& step : align(views(quoted), views(source))) {
    told += told.empty() ? "" : " ";
    const std::string ours = joined(quoted, step.quoted);
    const std::string theirs = joined(source, step.source);
    switch (step.kind) {
      case AlignedWords::Kind::same:
        told += ours == theirs ? ours : ours + "=" + theirs;
        break;
      case AlignedWords::Kind::added:
        told += "+" + ours;
        break;
      case AlignedWords::Kind::dropped:
        told += "-" + theirs;
        break;
    }
  }
  return told;
}

}  // namespace

TEST_CASE("words of a quotation are laid beside those of its source") {
  struct Row {
    const char* quoted;
    const char* source;
    const char* told;
  };
  const Row rows[] = {
      {"we clear mines", "today we clear mines here", "we clear mines"},
      {"we clear fields", "today we clear mines here", "we clear +fields"},
      {"they clear mines", "today we clear mines here", "+they clear mines"},
      {"we will sow mines", "we will clear mines", "we will -clear +sow mines"},
      {"we will not clear mines", "we will clear mines", "we will +not clear mines"},
      {"we will clear mines", "we will not clear mines", "we will -not clear mines"},
      {"we mines clear", "we clear mines", "we +mines clear"},
      {"antitank mines", "no anti tank mines", "antitank=anti_tank mines"},
      {"all anti tank mines", "all antitank mines", "all anti_tank=antitank mines"},
      {"a b c d", "z a x b c d", "a -x b c d"},
      {"a b c d", "", "+a +b +c +d"},
      {"", "a b", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.quoted, row.source);
    CHECK(told(row.quoted, row.source) == row.told);
  }
}

TEST_CASE("a quotation far longer than its source takes no more than their band") {
  const std::string source = "we clear mines";
  std::string quoted;
  for (int i = 0; i < 1000; ++i) quoted += "word ";
  CHECK(told(quoted + source, source).ends_with(" we clear mines"));
}
