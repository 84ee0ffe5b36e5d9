#include "indexer/recognise/sources/forms.h"

#include <algorithm>

namespace pincite {
namespace {

constexpr char kLastForm = 'J';

bool is_form_word(const NoteWord& word) {
  return is_one_of(word.key, {"form", "forms", "formulaire", "formulaires", "formulario",
                              "formularios", "форма", "формы"});
}

/// A capital, perhaps with a number behind a point (`B.1`) or right behind (`B1`).
bool is_form(const NoteWord& word) {
  const std::string_view text = word.text;
  if (text.empty() || text[0] < 'A' || text[0] > kLastForm) return false;
  std::string_view number = text.substr(1);
  if (number.starts_with('.')) number.remove_prefix(1);
  return number.size() <= 1 &&
         std::ranges::all_of(number, [](char c) { return c > '0' && c <= '9'; });
}

std::string form_of(const NoteWord& word) {
  std::string form(word.text);
  if (form.size() == 2) form.insert(1, 1, '.');
  return form;
}

void add(std::vector<std::string>& forms, std::string form) {
  if (std::ranges::find(forms, form) == forms.end()) forms.push_back(std::move(form));
}

bool lists(std::string_view between) {
  return is_one_of(between, {", ", " ", ",", "/", " & ", " – "}) || between == "-" ||
         between == "–";
}

bool is_range(std::string_view between) { return between == "-" || between == "–"; }

class FormReader {
 public:
  FormReader(Parts& parts, std::vector<std::string>& forms) : parts_(parts), forms_(forms) {}

  /// Reads the list behind the form word words[i]; returns the index of the first word behind it.
  std::size_t read(std::size_t i) {
    const auto& words = parts_.words();
    const std::size_t begin = words[i].begin;
    const std::size_t first = i + 1;
    if (first >= words.size() || !is_form(words[first])) return first;
    add(forms_, form_of(words[first]));
    std::size_t last = first;
    for (std::size_t next = following(last); next != last; next = following(last)) {
      if (is_range(parts_.part(words[last].end, words[next].begin))) fill(last, next);
      add(forms_, form_of(words[next]));
      last = next;
    }
    parts_.take(begin, words[last].end);
    return last + 1;
  }

 private:
  /// The form that goes on the list behind words[i]; `i` where none does.
  std::size_t following(std::size_t i) const {
    const auto& words = parts_.words();
    std::size_t next = i + 1;
    if (next >= words.size() || !lists(parts_.part(words[i].end, words[next].begin))) return i;
    while (next < words.size() &&
           (is_one_of(words[next].key, {"and", "et", "y", "и"}) || is_form_word(words[next]))) {
      ++next;
    }
    return next < words.size() && is_form(words[next]) ? next : i;
  }

  void fill(std::size_t from, std::size_t to) {
    const auto& words = parts_.words();
    if (words[from].text.size() != 1 || words[to].text.size() != 1) return;
    for (char c = words[from].text[0]; c < words[to].text[0]; ++c) add(forms_, std::string(1, c));
  }

  Parts& parts_;
  std::vector<std::string>& forms_;
};

}  // namespace

std::vector<std::string> take_forms(Parts& parts) {
  std::vector<std::string> forms;
  FormReader reader(parts, forms);
  for (std::size_t i = 0; i < parts.words().size();) {
    i = is_form_word(parts.words()[i]) ? reader.read(i) : i + 1;
  }
  return forms;
}

}  // namespace pincite
