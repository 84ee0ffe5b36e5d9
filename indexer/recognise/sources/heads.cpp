#include "indexer/recognise/sources/heads.h"

#include <algorithm>
#include <array>

#include "corpus/text.h"
#include "indexer/recognise/sources/speakers.h"

namespace pincite {
namespace {

// Words before the noun: `Mine Ban Treaty voluntary Article 7 Report` has five.
constexpr std::size_t kMostBefore = 14;

using Words = std::vector<NoteWord>;

struct Noun {
  std::string_view words;
  SourceShape shape;
  std::string_view type;
};

// the longer before the shorter of the same beginning
constexpr std::array kNouns = std::to_array<Noun>({
    {"ibid", SourceShape::repeat, ""},
    {"ibidem", SourceShape::repeat, ""},
    {"idem", SourceShape::repeat, ""},
    {"там же", SourceShape::repeat, ""},
    {"explanation of vote", SourceShape::speech, "explanation_of_vote"},
    {"oral remarks", SourceShape::speech, "oral_remarks"},
    {"remarks", SourceShape::speech, "oral_remarks"},
    {"statement", SourceShape::speech, "statement"},
    {"statements", SourceShape::speech, "statement"},
    {"intervention", SourceShape::speech, "statement"},
    {"interventions", SourceShape::speech, "statement"},
    {"speech", SourceShape::speech, "statement"},
    {"address", SourceShape::speech, "statement"},
    {"presentation", SourceShape::speech, "presentation"},
    {"declaration de", SourceShape::speech, "statement"},
    {"declaration du", SourceShape::speech, "statement"},
    {"declaracion", SourceShape::speech, "statement"},
    {"intervencion", SourceShape::speech, "statement"},
    {"allocution", SourceShape::speech, "statement"},
    {"выступление", SourceShape::speech, "statement"},
    {"заявление", SourceShape::speech, "statement"},
    {"questionnaire response", SourceShape::questionnaire, "questionnaire"},
    {"note verbale", SourceShape::correspondence, "note_verbale"},
    {"notes verbales", SourceShape::correspondence, "note_verbale"},
    {"letter", SourceShape::correspondence, "letter"},
    {"letters", SourceShape::correspondence, "letter"},
    {"lettre", SourceShape::correspondence, "letter"},
    {"carta", SourceShape::correspondence, "letter"},
    {"письмо", SourceShape::correspondence, "letter"},
    {"email", SourceShape::correspondence, "email"},
    {"e-mail", SourceShape::correspondence, "email"},
    {"emails", SourceShape::correspondence, "email"},
    {"e-mails", SourceShape::correspondence, "email"},
    {"fax", SourceShape::correspondence, "fax"},
    {"faxes", SourceShape::correspondence, "fax"},
    {"facsimile", SourceShape::correspondence, "fax"},
    {"telefax", SourceShape::correspondence, "fax"},
    {"response", SourceShape::correspondence, "response_letter"},
    {"responses", SourceShape::correspondence, "response_letter"},
    {"reply", SourceShape::correspondence, "response_letter"},
    {"personal communication", SourceShape::correspondence, "correspondence"},
    {"communication", SourceShape::correspondence, "correspondence"},
    {"correspondence", SourceShape::correspondence, "correspondence"},
    {"interview", SourceShape::conversation, "interview"},
    {"interviews", SourceShape::conversation, "interview"},
    {"conversation", SourceShape::conversation, "interview"},
    {"entretien", SourceShape::conversation, "interview"},
    {"entrevista", SourceShape::conversation, "interview"},
    {"интервью", SourceShape::conversation, "interview"},
    {"meeting", SourceShape::conversation, "meeting_note"},
    {"meetings", SourceShape::conversation, "meeting_note"},
    {"discussion", SourceShape::conversation, "meeting_note"},
    {"discussions", SourceShape::conversation, "meeting_note"},
    {"cablegram", SourceShape::cable, "cable"},
    {"cable", SourceShape::cable, "cable"},
    {"telegram", SourceShape::cable, "cable"},
});

bool is_adjective(std::string_view key) {
  return is_one_of(
      key, {"oral",         "closing",      "opening",     "written",   "joint",       "official",
            "general",      "national",     "public",      "initial",   "annual",      "updated",
            "voluntary",    "first",        "second",      "third",     "fourth",      "fifth",
            "sixth",        "latest",       "revised",     "telephone", "phone",       "personal",
            "skype",        "the",          "its",         "undated",   "handwritten", "formal",
            "interim",      "unofficial",   "draft",       "update",    "video",       "email",
            "electronic",   "prepared",     "keynote",     "response",  "additional",  "follow-up",
            "transparency", "regular",      "seventh",     "eighth",    "ninth",       "tenth",
            "combined",     "introductory", "ministerial", "country",   "high-level",  "informal",
            "zoom",         "confidential", "по"});
}

/// Bodies that ask, write and interview, as they stand before the noun.
bool is_body_before(const NoteWord& word) {
  return word.all_capitals() ||
         is_one_of(word.key,
                   {"landmine",   "monitor", "cluster",    "munition", "human",    "rights",
                    "watch",      "and",     "ministry",   "of",       "foreign",  "affairs",
                    "defense",    "defence", "government", "campaign", "handicap", "international",
                    "department", "state",   "for"});
}

bool is_year(const NoteWord& word) {
  return word.text.size() == 4 && (word.text.starts_with("19") || word.text.starts_with("20"));
}

/// `Grenadian`; not `In`, which is a code.
bool names_state(const NoteWord& word, const Vocabulary& vocabulary) {
  if (is_one_of(word.text, {"US", "UK"})) return true;
  return word.capital() && word.text.size() > 3 &&
         vocabulary.resolve(Table::states, word.key).size() == 1;
}

/// Whether the words before the noun only say whose it is or of which kind.
bool qualifies(const Parts& parts, std::size_t noun, SourceShape shape,
               const Vocabulary& vocabulary) {
  const Words& words = parts.words();
  if (noun == 0) return true;
  if (shape == SourceShape::correspondence && !writer_before(parts, noun).empty()) return true;
  if (begins_with_post(words)) return true;
  std::vector<Range> named;
  const std::string_view before = parts.part(0, words[noun].begin);
  for (const Table table : {Table::treaties, Table::states}) {
    for (const Mention& mention : vocabulary.mentions(table, before)) {
      named.push_back(
          {static_cast<std::uint32_t>(mention.begin), static_cast<std::uint32_t>(mention.end)});
    }
  }
  for (std::size_t i = 0; i < noun; ++i) {
    const NoteWord& word = words[i];
    const bool in_name = std::ranges::any_of(named, [&](const Range& range) {
      return range.begin <= word.begin && word.begin < range.end;
    });
    if (in_name || is_adjective(word.key) || is_year(word)) continue;
    if (is_body_before(word) && (word.capital() || is_one_of(word.key, {"and", "of", "for"}))) {
      continue;
    }
    // `Grenadian statement`
    if (names_state(word, vocabulary)) continue;
    return false;
  }
  return true;
}

bool is_article_number(std::string_view key) {
  return is_one_of(key, {"7", "vii", "13", "xiii", "10"});
}

std::string_view treaty_report_type(const Words& words, std::size_t article) {
  const std::string_view number = words[article + 1].key;
  if (is_one_of(number, {"13", "xiii"})) return "article13_report";
  if (number == "10") return "protocolV_report";
  for (std::size_t i = 0; i < std::min(article + 6, words.size()); ++i) {
    if (words[i].key == "voluntary" || words[i].key == "voluntario") return "article7_voluntary";
    if (words[i].key == "initial" || words[i].key == "inicial") return "article7_initial";
    if (is_one_of(words[i].key, {"annual", "updated", "anual", "annuel"})) return "article7_annual";
  }
  return "article7_report";
}

/// `Article 7 Report`, `Art. 7 transparency reports`, `Rapport … article 7`, `Informe … artículo
/// 7`.
std::optional<Head> treaty_report(const Words& words, std::size_t i) {
  const bool article = is_one_of(words[i].key, {"article", "art", "articulo"}) ||
                       is_one_of(words[i].text, {"l’article", "l'article"});
  if (!article || i + 1 >= words.size() || !is_article_number(words[i + 1].key)) {
    return std::nullopt;
  }
  std::size_t behind = i + 2;
  while (behind < words.size() &&
         is_one_of(words[behind].key,
                   {"transparency", "initial", "annual", "updated", "voluntary", "national"})) {
    ++behind;
  }
  const bool report =
      behind < words.size() && is_one_of(words[behind].key, {"report", "reports", "reporting"});
  const auto reports = [](const NoteWord& word) {
    return is_one_of(word.key, {"rapport", "informe"});
  };
  const bool before =
      std::ranges::any_of(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(i), reports);
  if (!report && !before) return std::nullopt;
  return Head{SourceShape::treaty_report, treaty_report_type(words, i), i,
              report ? behind + 1 : behind};
}

/// What may stand behind the noun of a citation; behind that of a sentence stands a verb.
bool goes_on_as_citation(const Parts& parts, const Head& head) {
  const Words& words = parts.words();
  if (head.behind >= words.size()) return true;
  const std::size_t end = words[head.behind - 1].end;
  const std::string_view rest = trim(parts.text().substr(end));
  if (rest.empty() || std::string_view(",(:“\"«").find(rest[0]) != std::string_view::npos ||
      rest.starts_with("“") || rest.starts_with("«")) {
    return true;
  }
  const NoteWord& next = words[head.behind];
  if (!next.text.empty() && next.text[0] >= '0' && next.text[0] <= '9') return true;
  if (is_one_of(next.key,
                {"of",       "by",      "from",      "to",     "with",      "for",   "on",
                 "at",       "dated",   "in",        "made",   "delivered", "given", "covering",
                 "form",     "forms",   "submitted", "no",     "sent",      "de",    "du",
                 "des",      "del",     "con",       "avec",   "à",         "a",     "au",
                 "от",       "с",       "via",       "during", "la",        "le",    "los",
                 "received", "between", "presented", "read",   "issued",    "nos",   "provided"})) {
    return true;
  }
  return next.capital();
}

bool is_with_shape(const Words& words, const Head& head) {
  if (head.shape != SourceShape::conversation) return true;
  // `Meeting of States Parties` and `Interview on the radio` are none
  for (std::size_t i = head.behind; i < std::min(head.behind + 4, words.size()); ++i) {
    if (is_one_of(words[i].key, {"with", "avec", "con", "с", "between"})) return true;
  }
  return false;
}

/// `Response to Landmine Monitor questionnaire`, `UNDP response to the LM questionnaire`.
void tell_questionnaire(const Words& words, Head& head) {
  if (!is_one_of(head.type, {"response_letter", "correspondence", "email", "letter", "fax"}))
    return;
  for (std::size_t i = head.first; i < std::min(head.first + 10, words.size()); ++i) {
    if (is_one_of(words[i].key, {"questionnaire", "questionnaires", "cuestionario"})) {
      head.shape = SourceShape::questionnaire;
      head.type = "questionnaire";
      return;
    }
  }
}

std::optional<Head> noun_at(const Words& words, std::size_t i) {
  if (auto head = treaty_report(words, i)) return head;
  for (const Noun& noun : kNouns) {
    if (says(words, i, noun.words)) {
      Head head{noun.shape, noun.type, i, i + count_words(noun.words)};
      tell_questionnaire(words, head);
      return head;
    }
  }
  return std::nullopt;
}

/// `Landmine Monitor Report 2006`, `ICBL, Landmine Monitor 2011`.
std::optional<Head> monitor(const Parts& parts) {
  const Words& words = parts.words();
  std::size_t i = 0;
  while (i < words.size() && i < 3 &&
         is_one_of(words[i].key, {"icbl", "icbl-cmc", "cmc", "hrw", "the"})) {
    ++i;
  }
  const std::size_t first = i;
  if (says(words, i, "landmine and cluster munition monitor")) {
    i += 5;
  } else if (says(words, i, "cluster munition monitor")) {
    i += 3;
  } else if (says(words, i, "landmine monitor")) {
    i += 2;
  } else if (says(words, i, "lm")) {
    i += 1;
  } else {
    return std::nullopt;
  }
  if (i < words.size() && words[i].key == "report") ++i;
  if (i >= words.size() || !is_year(words[i])) return std::nullopt;
  return Head{SourceShape::monitor, "country_profile", first, i + 1};
}

/// `See note 3 above`, `Muradov, op. cit., p. 5`, `supra note 3`.
std::optional<Head> repeats_earlier(const Words& words) {
  constexpr std::size_t kLongest = 14;  // words
  if (words.size() > kLongest) return std::nullopt;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const bool note = is_one_of(words[i].key, {"note", "footnote", "fn", "endnote", "n"}) &&
                      i + 1 < words.size() &&
                      words[i + 1].text.find_first_not_of("0123456789") == std::string_view::npos;
    const bool alone = i == 0 && note && (words.size() <= 2 || words[i + 2].key == "above");
    const bool above = note && i > 0 && is_one_of(words[i - 1].key, {"supra", "above", "cit"});
    if (alone || above || says(words, i, "op cit") || says(words, i, "op.cit") ||
        words[i].key == "supra") {
      return Head{SourceShape::repeat, "", i, words.size()};
    }
  }
  return std::nullopt;
}

}  // namespace

bool begins_with_post(std::span<const NoteWord> words) {
  return says(words, 0, "permanent mission of") || says(words, 0, "embassy of") ||
         says(words, 0, "high commission of") || says(words, 0, "mission of");
}

std::string writer_before(const Parts& parts, std::size_t noun) {
  const Words& words = parts.words();
  constexpr std::size_t kMostNames = 6;  // words
  if (noun == 0 || noun > kMostNames || !words[noun - 1].possessive) return {};
  std::string name = parts.left(0, words[noun - 1].end);
  for (const std::string_view ending : {"’s", "'s"}) {
    if (name.ends_with(ending)) name.resize(name.size() - ending.size());
  }
  const bool person = is_person(name) && !is_body(name) && !is_role(name) && !is_independent(name);
  return person && words[0].capital() ? name : std::string();
}

std::optional<Head> find_head(const Parts& parts, const Vocabulary& vocabulary) {
  const Words& words = parts.words();
  if (auto head = monitor(parts)) return head;
  // a citation that begins with its title has no head
  const bool titled =
      !parts.enclosed().quotations.empty() && parts.enclosed().quotations.front().begin == 0;
  for (std::size_t i = 0; !titled && i < std::min(words.size(), kMostBefore); ++i) {
    const auto head = noun_at(words, i);
    if (!head) continue;
    if (head->shape == SourceShape::repeat) {
      if (i == 0) return head;
      continue;
    }
    if (!is_with_shape(words, *head)) continue;
    const bool report_before = head->shape == SourceShape::treaty_report &&
                               is_one_of(words[0].key, {"rapport", "informe"});
    if (!report_before && !qualifies(parts, i, head->shape, vocabulary))
      return repeats_earlier(words);
    if (!goes_on_as_citation(parts, *head)) return std::nullopt;
    return head;
  }
  return repeats_earlier(words);
}

}  // namespace pincite
