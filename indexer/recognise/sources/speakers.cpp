#include "indexer/recognise/sources/speakers.h"

#include <algorithm>
#include <array>

#include "corpus/text.h"
#include "indexer/recognise/sources/words.h"

namespace pincite {
namespace {

using Ids = std::vector<std::string>;

bool is_role_word(std::string_view key) {
  return is_one_of(key, {"minister",
                         "ministers",
                         "director",
                         "ambassador",
                         "deputy",
                         "president",
                         "head",
                         "chief",
                         "secretary",
                         "permanent",
                         "representative",
                         "representatives",
                         "adviser",
                         "advisor",
                         "officer",
                         "official",
                         "officials",
                         "coordinator",
                         "manager",
                         "attache",
                         "counsellor",
                         "counselor",
                         "consul",
                         "charge",
                         "chairman",
                         "chairperson",
                         "chair",
                         "commander",
                         "commissioner",
                         "delegate",
                         "assistant",
                         "vice-president",
                         "vice",
                         "spokesperson",
                         "spokesman",
                         "spokeswoman",
                         "prime",
                         "foreign",
                         "envoy",
                         "governor",
                         "senator",
                         "member",
                         "legal",
                         "senior",
                         "special",
                         "acting",
                         "first",
                         "second",
                         "third",
                         "technical",
                         "programme",
                         "program",
                         "project",
                         "desk",
                         "researcher",
                         "professor",
                         "inspector",
                         "undersecretary",
                         "under-secretary",
                         "general",
                         "state",
                         "co-chair",
                         "parliamentary",
                         "attorney",
                         "registrar",
                         "military",
                         "defence",
                         "defense",
                         "executive",
                         "national",
                         "focal",
                         "country",
                         "operations",
                         "mine",
                         "advocacy",
                         "expert",
                         "specialist",
                         "consultant",
                         "analyst",
                         "editor",
                         "speaker",
                         "king",
                         "clerk",
                         "ministre",
                         "directeur",
                         "ambassadeur",
                         "ministro",
                         "ministra",
                         "embajador",
                         "embajadora",
                         "directora",
                         "conseiller",
                         "министр",
                         "посол",
                         "директор",
                         "начальник",
                         "заместитель",
                         "focal-point",
                         "high",
                         "political",
                         "desk"});
}

bool is_body_word(std::string_view key) {
  return is_one_of(
      key,
      {"ministry",     "department",   "mission",     "embassy",       "office",       "agency",
       "center",       "centre",       "government",  "committee",     "council",      "army",
       "forces",       "secretariat",  "campaign",    "organization",  "organisation", "institute",
       "institution",  "foundation",   "fund",        "programme",     "program",      "unit",
       "service",      "services",     "association", "authority",     "commission",   "union",
       "league",       "bank",         "university",  "group",         "society",      "trust",
       "headquarters", "delegation",   "directorate", "bureau",        "division",     "board",
       "network",      "coalition",    "watch",       "monitor",       "nations",      "police",
       "ministere",    "ministerio",   "mision",      "embajada",      "ambassade",    "gobierno",
       "gouvernement", "министерство", "посольство",  "parliament",    "cabinet",      "academy",
       "company",      "corporation",  "federation",  "navy",          "corps",        "staff",
       "consulate",    "team",         "community",   "international", "commonwealth", "section",
       "branch",       "house",        "senate",      "action"});
}

bool is_honorific(std::string_view key) {
  return is_one_of(
      key,
      {"mr",        "mrs",     "ms",        "dr",         "amb",        "h.e",       "prof",
       "gen",       "col",     "lt",        "maj",        "capt",       "brig",      "sir",
       "lady",      "lord",    "hon",       "honorable",  "honourable", "rev",       "ambassador",
       "general",   "colonel", "major",     "captain",    "lieutenant", "brigadier", "minister",
       "president", "senator", "professor", "princess",   "prince",     "king",      "queen",
       "sheikh",    "his",     "her",       "excellency", "commander",  "admiral",   "sergeant",
       "m",         "mme"});
}

/// Small words inside names: `Maria de la Cruz`, `Ludwig van Holt`.
bool is_particle(std::string_view key) {
  return is_one_of(key, {"de", "la",  "le",  "da",  "dos",  "das",  "do",  "del", "della", "di",
                         "du", "van", "von", "der", "den",  "bin",  "ibn", "al",  "el",    "y",
                         "e",  "ben", "abu", "ter", "ould", "mint", "and", "the"});
}

bool is_independent_word(const NoteWord& word) {
  return is_one_of(
      word.text,
      {"ICBL",  "CMC",   "ICBL-CMC", "HRW",    "LM",    "ICRC", "UN",     "UNDP", "UNICEF", "UNMAS",
       "UNOPS", "UNHCR", "UNMIK",    "UNIDIR", "GICHD", "NPA",  "MAG",    "HALO", "DCA",    "DDG",
       "OSCE",  "OAS",   "NATO",     "NAMSA",  "ISU",   "VVAF", "HI",     "FSD",  "JRS",    "WHO",
       "NGO",   "SAC",   "IFRC",     "UNESCO", "FAO",   "WFP",  "ECOWAS", "EU",   "AU"});
}

constexpr std::array kNames = std::to_array<std::string_view>({"landmine monitor",
                                                               "cluster munition monitor",
                                                               "monitor",
                                                               "human rights watch",
                                                               "united nations",
                                                               "handicap international",
                                                               "international campaign",
                                                               "international committee",
                                                               "geneva international",
                                                               "mines advisory",
                                                               "norwegian people",
                                                               "danish demining",
                                                               "danish church",
                                                               "cluster munition coalition",
                                                               "geneva call",
                                                               "implementation support",
                                                               "amnesty international",
                                                               "european commission",
                                                               "halo trust",
                                                               "survey action",
                                                               "vietnam veterans",
                                                               "red cross"});

/// `text[at…]` names a body of no state in several words.
bool begins_independent(std::span<const NoteWord> words) {
  return std::ranges::any_of(kNames, [&](std::string_view name) { return says(words, 0, name); });
}

std::span<const NoteWord> without_leading(std::span<const NoteWord> words) {
  while (!words.empty() && is_one_of(words[0].key, {"the", "la", "le", "el"})) {
    words = words.subspan(1);
  }
  return words;
}

Ids one_state(std::string_view text, const Vocabulary& vocabulary) {
  text = trim(text);
  // two or three letters may be anybody's initials, but for the states that are known by theirs
  const bool code = text.size() <= 3 && !is_one_of(text, {"US", "UK", "USA", "UAE", "DRC"});
  if (text.empty() || code) return {};
  if (text == "US") return {"USA"};
  Ids ids = vocabulary.resolve(Table::states, text);
  return ids.size() == 1 ? ids : Ids();
}

/// Whether `between` are words that lead from an office to the state that it is of.
bool leads_to_owner(const NoteWord& word) {
  return is_one_of(word.key, {"of", "de", "du", "del", "d", "for"});
}

bool is_office_of_state(std::string_view key) {
  return is_one_of(
      key, {"mission",        "delegation", "ambassador", "embassy",     "foreign", "minister",
            "ministry",       "government", "army",       "permanent",   "armed",   "defence",
            "defense",        "high",       "consulate",  "authorities", "prime",   "president",
            "representative", "deputy",     "parliament"});
}

/// `Head, Palauan Mine Action Office`: the state of a national body of mine action.
Ids state_of_mine_action(std::span<const NoteWord> words, const Vocabulary& vocabulary) {
  for (std::size_t i = 0; i + 2 < words.size(); ++i) {
    const bool body = says(words, i + 1, "mine action") || says(words, i + 1, "national") ||
                      says(words, i + 1, "demining");
    if (!body || !words[i].capital()) continue;
    const auto group = [](const NoteWord& word) { return word.key == "group"; };
    if (std::any_of(words.begin() + static_cast<std::ptrdiff_t>(i), words.end(), group)) continue;
    if (Ids ids = one_state(words[i].text, vocabulary); !ids.empty()) return ids;
  }
  return {};
}

}  // namespace

std::string_view without_article(std::string_view text) {
  for (const std::string_view article : {"the ", "The ", "la ", "le ", "el ", "l’", "l'"}) {
    if (text.starts_with(article)) return text.substr(article.size());
  }
  return text;
}

bool is_role(std::string_view text) {
  const auto all = note_words(text);
  const auto words = without_leading(all);
  return !words.empty() && is_role_word(words[0].key);
}

bool is_body(std::string_view text) {
  const auto words = note_words(text);
  if (words.empty()) return false;
  const auto is_acronym = [](const NoteWord& word) {
    return word.all_capitals() && !is_honorific(word.key);
  };
  const bool titled = words.size() > 1 && is_honorific(words[1].key);
  if ((words[0].key == "the" && !titled) || is_acronym(words[0])) return true;
  return std::ranges::any_of(words, [&](const NoteWord& word) {
    return is_body_word(word.key) || (word.text.size() > 2 && is_acronym(word));
  });
}

bool is_person(std::string_view text) {
  const auto words = note_words(text);
  if (words.empty() || words.size() > 9) return false;
  bool honorific = false;
  std::size_t names = 0;
  for (const NoteWord& word : words) {
    if (word.text.find_first_of("0123456789") != std::string_view::npos) return false;
    if (is_honorific(word.key)) {
      honorific = true;
    } else if (is_body_word(word.key) || word.key == "of" || word.key == "for") {
      return honorific && names > 0 && word.key == "of";  // Princess … of …
    } else if (word.capital()) {
      ++names;
    } else if (!is_particle(word.key)) {
      return false;
    }
  }
  if (words[0].key == "the" && !honorific) return false;
  if (words.size() == 1 && words[0].all_capitals()) return false;
  return names >= 1 && (!is_role_word(words.back().key) || names >= 2);
}

bool is_independent(std::string_view text) {
  const auto all = note_words(text);
  const auto words = without_leading(all);
  if (words.empty()) return false;
  // `Clear Path International`
  const bool named_so = words.size() > 1 && words[0].capital() && words.back().capital() &&
                        is_one_of(words.back().key, {"international", "foundation", "trust"});
  return named_so || begins_independent(words) || is_independent_word(words[0]);
}

std::vector<std::string> states_named(std::string_view text, const Vocabulary& vocabulary) {
  text = trim(text);
  for (const std::string_view form : {text, without_article(text)}) {
    if (Ids whole = one_state(form, vocabulary); !whole.empty()) return whole;
  }
  for (const std::string_view title :
       {"the Government of ", "Government of ", "the Delegation of ", "Delegation of ",
        "the delegation of ", "the government of ", "delegation of ", "government of ",
        "la République de ", "la Republica de "}) {
    if (text.starts_with(title)) return one_state(text.substr(title.size()), vocabulary);
  }
  for (const std::string_view behind : {" delegation", " Delegation", "’s delegation",
                                        "'s delegation", " government", " Government"}) {
    if (text.ends_with(behind)) {
      std::string_view owner = without_article(text.substr(0, text.size() - behind.size()));
      for (const std::string_view ending : {"’s", "'s"}) {
        if (owner.ends_with(ending)) owner.remove_suffix(ending.size());
      }
      return one_state(owner, vocabulary);
    }
  }
  const std::size_t joined = text.find(" and ");
  if (joined == std::string_view::npos) return {};
  Ids ids = one_state(text.substr(0, joined), vocabulary);
  const Ids others = states_named(text.substr(joined + 5), vocabulary);
  if (ids.empty() || others.empty()) return {};
  ids.insert(ids.end(), others.begin(), others.end());
  return ids;
}

std::vector<std::string> state_of_office(std::string_view text, const Vocabulary& vocabulary) {
  const auto words = note_words(text);
  for (const Mention& mention : vocabulary.mentions(Table::states, text)) {
    if (mention.ids.size() != 1) continue;
    const auto at = std::ranges::lower_bound(words, mention.begin, {}, &NoteWord::begin);
    const std::size_t i = static_cast<std::size_t>(at - words.begin());
    std::size_t before = i;
    while (before > 0 && is_one_of(words[before - 1].key, {"the", "republic", "la", "l"})) --before;
    const bool of = before > 0 && leads_to_owner(words[before - 1]);
    const bool academic = before > 1 && is_one_of(words[before - 2].key,
                                                  {"university", "bank", "institute", "church"});
    const std::size_t behind = static_cast<std::size_t>(
        std::ranges::lower_bound(words, mention.end, {}, &NoteWord::begin) - words.begin());
    const bool owner = i == 0 && behind < words.size() && is_office_of_state(words[behind].key);
    if ((of && !academic) || owner) return mention.ids;
  }
  // `Grenadian Embassy`
  for (std::size_t i = 0; i + 1 < words.size() && i < 3; ++i) {
    if (!words[i].capital() || !is_office_of_state(words[i + 1].key)) continue;
    const Ids ids = one_state(words[i].text, vocabulary);
    if (!ids.empty()) return ids;
  }
  return state_of_mine_action(words, vocabulary);
}

}  // namespace pincite
