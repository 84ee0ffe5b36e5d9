#include "corpus/months.h"

#include <algorithm>
#include <array>
#include <string>

#include "corpus/text.h"

namespace pincite {
namespace {

struct Name {
  std::string_view key;  // as name_key() has it
  Month month;
};

// in the order of their bytes
constexpr std::array kNames = std::to_array<Name>({
    {"abril", {4, false}},      {"agosto", {8, false}},    {"aout", {8, false}},
    {"apr", {4, true}},         {"april", {4, false}},     {"aprile", {4, false}},
    {"aug", {8, true}},         {"august", {8, false}},    {"avril", {4, false}},
    {"dec", {12, true}},        {"december", {12, false}}, {"decembre", {12, false}},
    {"dezember", {12, false}},  {"dezembro", {12, false}}, {"dicembre", {12, false}},
    {"diciembre", {12, false}}, {"enero", {1, false}},     {"feb", {2, true}},
    {"febbraio", {2, false}},   {"febrero", {2, false}},   {"februar", {2, false}},
    {"february", {2, false}},   {"fevereiro", {2, false}}, {"fevrier", {2, false}},
    {"gennaio", {1, false}},    {"giugno", {6, false}},    {"jan", {1, true}},
    {"janeiro", {1, false}},    {"januar", {1, false}},    {"january", {1, false}},
    {"janvier", {1, false}},    {"juillet", {7, false}},   {"juin", {6, false}},
    {"jul", {7, true}},         {"julho", {7, false}},     {"juli", {7, false}},
    {"julio", {7, false}},      {"july", {7, false}},      {"jun", {6, true}},
    {"june", {6, false}},       {"junho", {6, false}},     {"juni", {6, false}},
    {"junio", {6, false}},      {"luglio", {7, false}},    {"maggio", {5, false}},
    {"mai", {5, false}},        {"maio", {5, false}},      {"mar", {3, true}},
    {"march", {3, false}},      {"marco", {3, false}},     {"mars", {3, false}},
    {"marz", {3, false}},       {"marzo", {3, false}},     {"may", {5, false}},
    {"mayo", {5, false}},       {"nov", {11, true}},       {"november", {11, false}},
    {"novembre", {11, false}},  {"novembro", {11, false}}, {"noviembre", {11, false}},
    {"oct", {10, true}},        {"october", {10, false}},  {"octobre", {10, false}},
    {"octubre", {10, false}},   {"oktober", {10, false}},  {"ottobre", {10, false}},
    {"outubro", {10, false}},   {"sep", {9, true}},        {"sept", {9, true}},
    {"september", {9, false}},  {"septembre", {9, false}}, {"septiembre", {9, false}},
    {"setembro", {9, false}},   {"setiembre", {9, false}}, {"settembre", {9, false}},
    {"август", {8, false}},     {"августа", {8, false}},   {"апрель", {4, false}},
    {"апреля", {4, false}},     {"декабрь", {12, false}},  {"декабря", {12, false}},
    {"июль", {7, false}},       {"июля", {7, false}},      {"июнь", {6, false}},
    {"июня", {6, false}},       {"маи", {5, false}},       {"март", {3, false}},
    {"марта", {3, false}},      {"мая", {5, false}},       {"ноябрь", {11, false}},
    {"ноября", {11, false}},    {"октябрь", {10, false}},  {"октября", {10, false}},
    {"сентябрь", {9, false}},   {"сентября", {9, false}},  {"февраль", {2, false}},
    {"февраля", {2, false}},    {"январь", {1, false}},    {"января", {1, false}},
});

constexpr std::size_t kLongestName = 24;  // bytes

bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

std::string key_of(std::string_view word) {
  if (!std::ranges::all_of(word, is_ascii_letter)) return name_key(word);
  std::string key(word);
  for (char& c : key) c = static_cast<char>(c | 0x20);
  return key;
}

}  // namespace

Month month_named(std::string_view word) {
  if (word.empty() || word.size() > kLongestName) return {};
  const std::string key = key_of(word);
  const auto found = std::ranges::lower_bound(kNames, key, {}, &Name::key);
  return found != kNames.end() && found->key == key ? found->month : Month{};
}

}  // namespace pincite
