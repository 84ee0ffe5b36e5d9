// Documents of random shape and text, the same for the same seed, of which every field is used.
#pragma once

#include <random>
#include <string>

#include "corpus/document.h"

namespace pincite {

class RandomDocument {
 public:
  explicit RandomDocument(unsigned seed) : random_(seed) {}

  Document make(std::size_t passages, std::size_t longest_text) {
    Document document;
    document.id = text(40) + "id";
    document.source = text(80);
    document.sha256 = std::string(64, 'a');
    add_metadata(document.metadata);
    for (std::size_t i = 0; i < passages; ++i) {
      document.passages.push_back(passage(static_cast<std::uint32_t>(i), longest_text));
    }
    add_notes(document);
    return document;
  }

  std::uint32_t below(std::size_t bound) {
    return std::uniform_int_distribution<std::uint32_t>(
        0, static_cast<std::uint32_t>(bound == 0 ? 0 : bound - 1))(random_);
  }

 private:
  std::string text(std::size_t longest) {
    static constexpr const char* kPieces[] = {
        "mine ", "ban", " é", "漢", "\n", "[5]", "\U0001F600", "treaty ", ".", "“", "A/RES/59/84"};
    const std::size_t length = below(longest + 1);
    std::string made;
    while (made.size() < length) made += kPieces[below(std::size(kPieces))];
    if (below(8) == 0) made += '\0';
    return below(5) == 0 ? std::string() : made;
  }

  std::vector<std::string> texts() {
    std::vector<std::string> made(below(4));
    for (std::string& one : made) one = text(20);
    return made;
  }

  std::optional<Period> period() {
    const char* const written[] = {"2010", "2010-11", "2010-11-29", "2000-06/2008-11"};
    return below(3) == 0 ? std::nullopt : Period::parse(written[below(std::size(written))]);
  }

  void add_metadata(Metadata& metadata) {
    for (std::string* value :
         {&metadata.title, &metadata.type, &metadata.language, &metadata.symbol, &metadata.author,
          &metadata.publisher, &metadata.place, &metadata.url, &metadata.accessed}) {
      *value = text(60);
    }
    for (auto* values :
         {&metadata.state, &metadata.on_behalf_of, &metadata.meeting, &metadata.treaty}) {
      *values = texts();
    }
    metadata.date = period();
    metadata.period = period();
    for (std::uint32_t i = below(6); i > 0; --i) {
      metadata.provenance[text(10)] = {static_cast<Origin>(below(7)), text(20)};
      metadata.fields[text(10)] = text(200);
    }
  }

  Range range_in(const std::string& in) {
    const std::uint32_t begin = below(in.size() + 1);
    return {begin, begin + below(in.size() - begin + 1)};
  }

  Passage passage(std::uint32_t index, std::size_t longest_text) {
    Passage made;
    made.kind = static_cast<PassageKind>(below(7));
    made.text = text(longest_text);
    made.locator.heading = index == 0 || below(3) == 0 ? kNone : below(index);
    made.locator.paragraph = below(1000);
    made.locator.paragraph_label = text(6);
    made.locator.page = text(4);
    made.locator.page_index = below(900);
    std::uint32_t from = 0;
    for (std::uint32_t i = below(4); i > 0 && from < made.text.size(); --i) {
      const std::uint32_t end = from + 1 + below(made.text.size() - from);
      made.silent.push_back({from, end});
      from = end;
    }
    made.hash = (std::uint64_t{random_()} << 32U) | random_();
    return made;
  }

  void add_notes(Document& document) {
    const std::size_t passages = document.passages.size();
    if (passages == 0) return;
    for (std::uint32_t i = below(20); i > 0; --i) {
      const std::uint32_t first = below(passages);
      document.notes.push_back({text(4), first, 1 + below(passages - first), below(9), sources()});
    }
    for (std::uint32_t i = below(20); i > 0; --i) {
      const std::uint32_t at = below(passages);
      const std::string& in = document.passages[at].text;
      const bool paired = !document.notes.empty() && below(4) != 0;
      document.marks.push_back(
          {paired ? below(document.notes.size()) : kNone, at, range_in(in), range_in(in)});
    }
  }

  std::vector<CitedSource> sources() {
    std::vector<CitedSource> made(below(3));
    for (CitedSource& source : made) {
      for (std::string* value : {&source.type, &source.person, &source.office, &source.addressee,
                                 &source.title, &source.publisher, &source.place, &source.page,
                                 &source.symbol, &source.url, &source.repeats}) {
        *value = text(20);
      }
      for (auto* values :
           {&source.state, &source.on_behalf_of, &source.meeting, &source.treaty, &source.form}) {
        *values = texts();
      }
      source.state_from = static_cast<SourceOrigin>(below(3));
      source.treaty_from = static_cast<SourceOrigin>(below(3));
      source.date = period();
      source.period = period();
      source.at = {below(9), 9 + below(90)};
    }
    return made;
  }

  std::mt19937 random_;
};

}  // namespace pincite
