// A small index made of documents written in the test, and searches of it.
#pragma once

#include <functional>
#include <initializer_list>
#include <string>
#include <vector>

#include "index/entry.h"
#include "indexer/writer.h"
#include "searcher/search.h"
#include "tests/temporary_folder.h"

namespace pincite {

class Collection {
 public:
  /// A document of paragraphs.
  Collection& add(const std::string& id, std::initializer_list<const char*> paragraphs,
                  const std::function<void(Metadata&)>& describe = {}) {
    Document document;
    document.id = id;
    for (const char* text : paragraphs) {
      Passage& passage = document.passages.emplace_back();
      passage.text = text;
      passage.locator.paragraph = static_cast<std::uint32_t>(document.passages.size());
    }
    if (describe) describe(document.metadata);
    return add(std::move(document));
  }

  Collection& add(Document&& document) {
    hash_passages(document);
    IndexWriter writer(folder(), IndexWriter::Mode::update);
    WrittenWords written;
    const Xapian::Document entry =
        make_entry(document, {"content of " + document.id, "/" + document.id}, &written);
    writer.replace(document.id, entry, written);
    writer.commit();
    return *this;
  }

  std::filesystem::path folder() const { return temporary_.path() / "index"; }

  Answer search(SearchRequest request) const {
    Answer answer;
    with_index(folder(),
               [&](const IndexReader& index) { answer = pincite::search(index, request); });
    return answer;
  }

  Answer search(const std::string& query) const {
    SearchRequest request;
    request.query = query;
    return search(std::move(request));
  }

  /// Ids of the documents found, in their order, with a space between.
  std::string found(const std::string& query) const { return ids(search(query)); }

  static std::string ids(const Answer& answer) {
    std::string all;
    for (const DocumentHit& hit : answer.hits) all += (all.empty() ? "" : " ") + hit.document.id;
    return all;
  }

 private:
  TemporaryFolder temporary_;
};

/// The texts that are highlighted in the passages of an answer, in brackets: `[one][two]`.
inline std::string highlighted(const Answer& answer) {
  std::string all;
  for (const DocumentHit& hit : answer.hits) {
    for (const PassageHit& passage : hit.passages) {
      for (const Range& range : passage.highlights) {
        all += "[" +
               hit.document.passages[passage.passage].text.substr(range.begin,
                                                                  range.end - range.begin) +
               "]";
      }
    }
  }
  return all;
}

inline bool has_notice(const Answer& answer, const std::string& code) {
  for (const Notice& notice : answer.notices) {
    if (notice.code == code) return true;
  }
  return false;
}

}  // namespace pincite
