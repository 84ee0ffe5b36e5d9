#include "indexer/recognise/sources/symbols.h"

#include <algorithm>

namespace pincite {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool has_digit(std::string_view text) { return std::ranges::any_of(text, is_digit); }

bool is_year(std::string_view text) {
  return text.size() == 4 && std::ranges::all_of(text, is_digit) &&
         (text.starts_with("19") || text.starts_with("20"));
}

bool is_symbol(std::string_view word) {
  const std::size_t stroke = word.find('/');
  if (stroke == std::string_view::npos || !has_digit(word)) return false;
  const std::string_view body = word.substr(0, stroke);
  const auto strokes = std::ranges::count(word, '/');
  if (is_one_of(body, {"A", "S", "E", "T", "L", "ST", "HRI", "TD", "DP", "AG"})) return strokes > 1;
  return is_one_of(body, {"APLC", "CCM", "CCW", "CD", "GA", "DC", "SC", "NPT", "BWC", "TPNW", "ATT",
                          "CWC", "RES", "UNEP", "CTBT-Art.XIV"});
}

/// `65/48`, `54/54B`: digits on both sides, a capital at most behind.
bool is_resolution_number(std::string_view word) {
  if (!word.empty() && word.back() >= 'A' && word.back() <= 'Z') word.remove_suffix(1);
  const std::size_t stroke = word.find('/');
  if (stroke == 0 || stroke == std::string_view::npos || stroke + 1 == word.size()) return false;
  return std::ranges::all_of(word.substr(0, stroke), is_digit) &&
         std::ranges::all_of(word.substr(stroke + 1), is_digit) && stroke < 4;
}

bool is_number(std::string_view word) {
  return !word.empty() && std::ranges::all_of(word, is_digit);
}

/// The letter that stands apart behind a resolution's number: `54/54 B`.
std::size_t letter_behind(const Parts& parts, std::size_t i) {
  const auto& words = parts.words();
  if (i + 1 >= words.size()) return i;
  const std::string_view text = words[i + 1].text;
  const bool letter = text.size() == 1 && text[0] >= 'A' && text[0] <= 'Z';
  return letter && parts.part(words[i].end, words[i + 1].begin) == " " ? i + 1 : i;
}

/// The letter apart from the number, as the Organisation writes it.
std::string spaced(std::string_view number, std::string_view letter) {
  std::string symbol(number);
  if (!letter.empty()) return symbol + " " + std::string(letter);
  if (symbol.back() >= 'A' && symbol.back() <= 'Z') symbol.insert(symbol.size() - 1, 1, ' ');
  return symbol;
}

std::string take_numbered(Parts& parts, std::size_t i, std::string_view prefix) {
  const auto& words = parts.words();
  const std::size_t last = letter_behind(parts, i);
  const std::string_view letter = last == i ? std::string_view() : words[last].text;
  std::string symbol = std::string(prefix) + spaced(words[i].text, letter);
  parts.take(words[i].begin, words[last].end);
  return symbol;
}

/// `1325 (2000)`.
std::string take_council(Parts& parts, std::size_t i) {
  const auto& words = parts.words();
  std::string symbol = "S/RES/" + std::string(words[i].text);
  std::size_t end = words[i].end;
  if (i + 1 < words.size() && is_year(words[i + 1].text) &&
      parts.part(end, words[i + 1].begin) == " (") {
    symbol += " (" + std::string(words[i + 1].text) + ")";
    end = words[i + 1].end + 1;
  }
  parts.take(words[i].begin, end);
  return symbol;
}

bool of_council(const Parts& parts, std::size_t before) {
  const auto& words = parts.words();
  for (std::size_t i = 0; i < before; ++i) {
    if (is_one_of(words[i].key, {"unsc", "unscr"}) || says(words, i, "security council")) {
      return true;
    }
  }
  return false;
}

bool contains(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

}  // namespace

std::string take_symbol(Parts& parts) {
  const auto& words = parts.words();
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (parts.taken(words[i].begin) || !is_symbol(words[i].text)) continue;
    if (words[i].text.starts_with("RES/")) return take_numbered(parts, i, "A/");
    if (words[i].text.starts_with("A/RES/")) return take_numbered(parts, i, {});
    std::string symbol(words[i].text);
    parts.take(words[i].begin, words[i].end);
    return symbol;
  }
  return {};
}

std::string take_resolution(Parts& parts) {
  const auto& words = parts.words();
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    if (!is_one_of(words[i].key, {"resolution", "resolutions", "unscr", "res"})) continue;
    std::size_t number = i + 1;
    if (is_one_of(words[number].key, {"no", "number"})) ++number;
    if (number == words.size()) return {};
    if (is_resolution_number(words[number].text)) return take_numbered(parts, number, "A/RES/");
    if (of_council(parts, number) && is_number(words[number].text)) {
      return take_council(parts, number);
    }
  }
  return {};
}

std::string_view type_by_symbol(std::string_view symbol) {
  if (contains(symbol, "/RES/")) return "resolution";
  if (contains(symbol, "/PV.") || contains(symbol, "/SR.")) return "verbatim_record";
  if (contains(symbol, "/WP.")) return "working_paper";
  const std::string_view body = symbol.substr(0, symbol.find('/'));
  if (is_one_of(body, {"GA", "DC", "SC", "L"})) return "press_release";
  const bool assembly = is_one_of(body, {"A", "S", "E", "T", "ST"});
  if (assembly) return contains(symbol, "/L.") ? "draft_resolution" : "un_document";
  return is_one_of(body, {"TD", "DP", "AG", "UNEP", "HRI"}) ? "un_document" : "meeting_doc";
}

SymbolFacts facts_of_symbol(std::string_view symbol, const Vocabulary& vocabulary) {
  SymbolFacts facts;
  const auto begins = [symbol](const Entry& entry) {
    const auto found = entry.more.find("symbols");
    if (found == entry.more.end()) return std::size_t{0};
    std::size_t longest = 0;
    std::string_view list = found->second;
    while (!list.empty()) {
      const std::size_t bar = std::min(list.find('|'), list.size());
      const std::string_view beginning = list.substr(0, bar);
      list.remove_prefix(std::min(bar + 1, list.size()));
      const bool whole = beginning.ends_with('/') || symbol.size() == beginning.size() ||
                         (symbol.size() > beginning.size() && symbol[beginning.size()] == '/');
      if (whole && symbol.starts_with(beginning)) longest = std::max(longest, beginning.size());
    }
    return longest;
  };
  std::size_t best = 0;
  for (const Entry& treaty : vocabulary.entries(Table::treaties)) {
    const std::size_t length = begins(treaty);
    if (length > best) facts.treaty = {treaty.id};
    best = std::max(best, length);
  }
  if (facts.treaty.empty()) {
    // the session of a United Nations organ is no year
    const bool dated = symbol.starts_with("S/") && is_year(symbol.substr(2, 4));
    if (dated) facts.year = Period::parse(symbol.substr(2, 4));
    return facts;
  }
  best = 0;
  for (const Entry& meeting : vocabulary.entries(Table::meetings)) {
    const std::size_t length = begins(meeting);
    if (length > best) facts.meeting = {meeting.id};
    best = std::max(best, length);
  }
  for (std::size_t at = 0; at < symbol.size() && !facts.year;) {
    const std::size_t stroke = std::min(symbol.find('/', at), symbol.size());
    if (is_year(symbol.substr(at, stroke - at))) facts.year = Period::parse(symbol.substr(at, 4));
    at = stroke + 1;
  }
  return facts;
}

}  // namespace pincite
