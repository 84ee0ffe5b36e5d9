#include "searcher/negations.h"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_set>

#include "index/analysis.h"

namespace pincite {
namespace {

constexpr std::string_view kWords =
    "not no never none nor neither nothing nobody nowhere without cannot "

    "ne n pas jamais aucun aucune aucuns aucunes ni sans rien nul nulle non guère "
    "nunca jamás ningún ninguna ninguno sin nada nadie tampoco "
    "não nem sem nenhum nenhuma nicht kein keine keinen keinem keiner nie niemals ohne "
    "не нет ни никогда без нельзя никто ничто ничего никакой никакие никаких "
    "لا لم لن ليس ليست ليسوا غير بدون دون كلا ولا ولم ولن وليس "
    "不 没 沒 無 无 未 非 勿 莫 别 別";
constexpr std::array<std::string_view, 7> kPrefixes = {"un", "in", "im", "il", "ir", "dis", "non"};
constexpr std::size_t kShortest = 3;  // letters behind a prefix

std::unordered_set<std::string> folded(std::string_view words) {
  std::unordered_set<std::string> all;
  for (const Token& token : analyse(words)) all.insert(token.term);
  return all;
}

bool is_negation(const std::string& term) {
  static const std::unordered_set<std::string> words = folded(kWords);
  return words.contains(term) || term.ends_with("n't");
}

bool denies(std::string_view denied, std::string_view word) {
  return word.size() > kShortest && denied.ends_with(word) &&
         std::ranges::find(kPrefixes, denied.substr(0, denied.size() - word.size())) !=
             kPrefixes.end();
}

}  // namespace

bool holds_negation(std::string_view text) {
  return std::ranges::any_of(analyse(text),
                             [](const Token& token) { return is_negation(token.term); });
}

bool deny_each_other(std::string_view first, std::string_view second) {
  return denies(first, second) || denies(second, first);
}

}  // namespace pincite
