#include "indexer/recognise/metadata.h"

#include <algorithm>
#include <array>

#include "corpus/dates.h"
#include "corpus/text.h"
#include "indexer/readers/known_fields.h"
#include "indexer/recognise/given.h"
#include "indexer/recognise/page_metadata.h"

namespace pincite {
namespace {

using Ids = std::vector<std::string>;

// More values than a field of any document has; looking up a million takes a minute.
constexpr std::size_t kMostValues = 1000;

void add(Ids& ids, std::string id) {
  if (!id.empty() && std::find(ids.begin(), ids.end(), id) == ids.end())
    ids.push_back(std::move(id));
}

std::string either(const Vocabulary& vocabulary, Table table, const Ids& ids) {
  std::string words;
  for (std::size_t i = 0; i < ids.size(); ++i) {
    if (i != 0) words += i + 1 == ids.size() ? " or " : ", ";
    words += vocabulary.label(table, ids[i]);
  }
  return words;
}

class MetadataMaker {
 public:
  MetadataMaker(const GivenFields& given, PageMetadata&& page, const Vocabulary& vocabulary,
                const std::string& where, const std::function<void(Warning&&)>& warn)
      : given_(given),
        page_(std::move(page)),
        vocabulary_(vocabulary),
        where_(where),
        warn_(warn) {}

  Metadata make() {
    texts();
    dates();
    names("treaty", Table::treaties, metadata_.treaty, page_.treaty);
    names("state", Table::states, metadata_.state, page_.state);
    names("on_behalf_of", Table::states, metadata_.on_behalf_of, {});
    meetings();
    type();
    unknown_fields();
    return std::move(metadata_);
  }

 private:
  void warn(const char* code, std::string text) { warn_({code, std::move(text), where_}); }

  void from(const std::string& field, const GivenValue& given) {
    metadata_.provenance[field] = given.provenance;
  }
  void from_page(const std::string& field, const std::string& where) {
    metadata_.provenance[field] = {Origin::header, where};
  }

  void texts() {
    const std::array<std::pair<const char*, std::string*>, 8> fields = {
        {{"title", &metadata_.title},
         {"language", &metadata_.language},
         {"symbol", &metadata_.symbol},
         {"author", &metadata_.author},
         {"publisher", &metadata_.publisher},
         {"place", &metadata_.place},
         {"url", &metadata_.url},
         {"accessed", &metadata_.accessed}}};
    for (const auto& [name, target] : fields) {
      const GivenValue* given = given_.find(name);
      if (given == nullptr || given->values.empty()) continue;
      *target = squeeze(given->values.front());
      from(name, *given);
    }
    if (metadata_.title.empty() && !page_.title.value.empty()) {
      metadata_.title = page_.title.value;
      from_page("title", page_.title.where);
    }
  }

  /// Reads a given date; a date that is none is told and left out.
  std::optional<Period> date(const char* field) {
    const GivenValue* given = given_.find(field);
    if (given == nullptr || given->values.empty()) return std::nullopt;
    const std::string value = squeeze(given->values.front());
    const std::optional<Period> period = read_date(value);
    if (!period) {
      warn("impossible_date", std::string(field) + " “" + visible(value) + "” is no date");
    }
    return period;
  }

  void dates() {
    for (const char* field : {"date", "year"}) {
      if (metadata_.date) break;
      metadata_.date = date(field);
      if (metadata_.date) from("date", *given_.find(field));
    }
    metadata_.period = date("period");
    if (metadata_.period) from("period", *given_.find("period"));
    if (!metadata_.date && page_.date) {
      metadata_.date = page_.date->value;
      from_page("date", page_.date->where);
    }
  }

  /// The one id that a given value means; the value as written where the vocabulary cannot tell.
  std::string id_of(const char* field, Table table, const std::string& written) {
    const std::string value = squeeze(written);
    if (value.empty()) return {};
    const Ids ids = narrowed(table, vocabulary_.resolve(table, value));
    if (ids.size() == 1) return ids.front();
    const std::string quoted = std::string(field) + " “" + visible(value) + "” ";
    if (ids.empty()) {
      warn("unknown_value", quoted + "is not in the vocabulary");
    } else {
      warn("ambiguous_value", quoted + "may be " + either(vocabulary_, table, ids));
    }
    return value;
  }

  void names(const char* field, Table table, Ids& target, const Recognised<Ids>& recognised) {
    if (const GivenValue* given = given_.find(field)) {
      const std::size_t count = std::min(given->values.size(), kMostValues);
      if (count < given->values.size()) {
        warn("too_many_values",
             std::string(field) + " has " + std::to_string(given->values.size()) +
                 " values; only the first " + std::to_string(count) + " are taken");
      }
      for (std::size_t i = 0; i < count; ++i) add(target, id_of(field, table, given->values[i]));
      if (!target.empty()) from(field, *given);
    } else if (!recognised.value.empty()) {
      target = recognised.value;
      from_page(field, recognised.where);
    }
  }

  void meetings() {
    if (given_.find("meeting") != nullptr) {
      names("meeting", Table::meetings, metadata_.meeting, {});
      return;
    }
    for (const NamedMeeting& named : page_.meetings) {
      const Ids ids = narrowed(Table::meetings, named.ids, named.dates);
      if (ids.size() != 1) continue;
      add(metadata_.meeting, ids.front());
      metadata_.provenance.emplace("meeting", Provenance{Origin::header, named.where});
    }
  }

  void type() {
    if (const GivenValue* given = given_.find("type"); given != nullptr && !given->values.empty()) {
      metadata_.type = id_of("type", Table::types, given->values.front());
      from("type", *given);
    } else if (!page_.type.value.empty()) {
      metadata_.type = page_.type.value;
      from_page("type", page_.type.where);
    }
  }

  /// Keeps those that `fits`, unless it fits none.
  template <typename Fits>
  void keep(Ids& ids, Fits fits) {
    if (ids.size() < 2) return;
    Ids kept;
    std::copy_if(ids.begin(), ids.end(), std::back_inserter(kept), fits);
    if (!kept.empty()) ids = std::move(kept);
  }

  /// Of several meetings, those of the document's treaties, and held when it says.
  Ids narrowed(Table table, Ids ids, std::vector<Period> periods = {}) {
    if (table != Table::meetings || ids.size() < 2) return ids;
    const Ids& treaties = metadata_.treaty;
    keep(ids, [&](const std::string& id) {
      const Entry* entry = vocabulary_.find(table, id);
      return entry != nullptr &&
             std::find(treaties.begin(), treaties.end(), entry->parent) != treaties.end();
    });
    if (periods.empty() && metadata_.date) periods.push_back(*metadata_.date);
    keep(ids, [&](const std::string& id) {
      const Entry* entry = vocabulary_.find(table, id);
      return entry != nullptr && entry->period &&
             std::any_of(periods.begin(), periods.end(),
                         [&](const Period& period) { return entry->period->overlaps(period); });
    });
    return ids;
  }

  void unknown_fields() {
    for (const GivenValue& given : given_.all()) {
      if (known_field(given.field) != nullptr) continue;
      metadata_.fields[given.field] = given.json;
    }
  }

  const GivenFields& given_;
  PageMetadata page_;
  const Vocabulary& vocabulary_;
  const std::string& where_;
  const std::function<void(Warning&&)>& warn_;
  Metadata metadata_;
};

}  // namespace

Metadata make_metadata(std::vector<GivenValue>&& given, const PageHeader& header,
                       const Vocabulary& vocabulary, const std::string& where,
                       const std::function<void(Warning&&)>& warn) {
  const GivenFields fields(std::move(given));
  Metadata metadata =
      MetadataMaker(fields, read_page_metadata(header, vocabulary), vocabulary, where, warn).make();
  if (header.updated && !metadata.fields.contains("updated")) {
    const std::vector<FoundDate> dates = find_dates(header.updated->text);
    if (!dates.empty()) metadata.fields["updated"] = '"' + dates.front().period.iso() + '"';
  }
  return metadata;
}

}  // namespace pincite
