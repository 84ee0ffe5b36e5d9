// Names in the form they are looked up by, in order, so that whole names and the beginnings of
// names are found by binary search.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace pincite {

/// name_key() without the English article, which names have or lack without meaning it:
///   `The Gambia` -> `gambia`;  `Meeting of the States Parties` -> `meeting of states parties`
std::string lookup_key(std::string_view name);

/// A word of a text, as names are looked up by it.
struct NameToken {
  std::string key;
  std::size_t begin = 0;  // bytes of the text
  std::size_t end = 0;
  bool apart = false;  // no name runs from the word before into this one
};

/// The words of a text in order, without the English article. Blank lines and `;` `:` `|` keep
/// words apart.
std::vector<NameToken> name_tokens(std::string_view text);

class NameIndex {
 public:
  struct Name {
    std::string key;
    std::uint32_t entry = 0;

    // clang-tidy 14 sees a null pointer in <=>
    auto operator<=>(const Name&) const = default;  // NOLINT(modernize-use-nullptr)
  };

  /// A run of tokens that is a name: how many they are (0: none is) and what it names.
  struct Match {
    std::size_t tokens = 0;
    std::span<const Name> names;
  };

  /// A name without any letter or digit is not added.
  void add(std::string_view name, std::uint32_t entry);
  void add_key(std::string key, std::uint32_t entry);
  /// To be called between the last add() and the first look-up.
  void sort();

  const std::vector<Name>& names() const { return names_; }
  /// All names with exactly this key.
  std::span<const Name> find(std::string_view key) const;
  /// Whether a name begins with `beginning`.
  bool begins(std::string_view beginning) const;
  /// The longest name that begins at tokens[first] and ends before tokens[last].
  Match longest(std::span<const NameToken> tokens, std::size_t first, std::size_t last) const;

 private:
  std::vector<Name> names_;
};

}  // namespace pincite
