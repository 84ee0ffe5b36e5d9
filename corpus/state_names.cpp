#include "corpus/state_names.h"

#include <algorithm>
#include <array>
#include <memory>
#include <string>
#include <unicode/locdspnm.h>
#include <unicode/locid.h>
#include <unicode/ures.h>
#include <unordered_set>

#include "corpus/error.h"

namespace pincite {
namespace {

struct Region {
  std::string code;
  std::uint32_t entry = 0;
};

std::vector<Region> regions_of(std::span<const Entry> states) {
  std::vector<Region> regions;
  for (std::uint32_t i = 0; i < states.size(); ++i) {
    const auto iso2 = states[i].more.find("iso2");
    const auto kind = states[i].more.find("kind");
    const bool historic = kind != states[i].more.end() && kind->second.starts_with("historic");
    if (iso2 != states[i].more.end() && !historic) regions.push_back({iso2->second, i});
  }
  return regions;
}

/// Whether ICU has region names for just this locale; most that name a country repeat those of
/// their language. True where that cannot be told.
bool has_own_names(const icu::Locale& locale) {
  UErrorCode status = U_ZERO_ERROR;
  ures_close(ures_open(U_ICUDATA_NAME "-region", locale.getName(), &status));
  return status != U_USING_FALLBACK_WARNING && status != U_USING_DEFAULT_WARNING;
}

class Reader {
 public:
  Reader(const std::vector<Region>& regions, NameIndex& names) : regions_(regions), names_(names) {}

  /// Adds the usual and the short names (`UK`, `Bosnia`) in the language of `locale`.
  void read(const icu::Locale& locale) {
    for (const UDisplayContext length : {UDISPCTX_LENGTH_FULL, UDISPCTX_LENGTH_SHORT}) {
      std::array<UDisplayContext, 2> contexts{length, UDISPCTX_NO_SUBSTITUTE};
      const std::unique_ptr<icu::LocaleDisplayNames> display(
          icu::LocaleDisplayNames::createInstance(locale, contexts.data(),
                                                  static_cast<std::int32_t>(contexts.size())));
      if (!display) throw Error("ICU", "cannot give the names of states", "reinstall libicu");
      for (const Region& region : regions_) add(*display, region);
    }
  }

 private:
  void add(const icu::LocaleDisplayNames& display, const Region& region) {
    icu::UnicodeString name;
    display.regionDisplayName(region.code.c_str(), name);
    if (name.isBogus() || name.isEmpty()) return;
    std::string utf8;
    name.toUTF8String(utf8);
    // Languages share many names, and folding one takes longer than giving it.
    if (!seen_.insert(region.code + utf8).second) return;
    names_.add(utf8, region.entry);
  }

  const std::vector<Region>& regions_;
  NameIndex& names_;
  std::unordered_set<std::string> seen_;
};

}  // namespace

const NameIndex& StateNames::in_un_languages() const {
  std::call_once(un_read_, [this] {
    const std::vector<Region> regions = regions_of(states_);
    Reader reader(regions, un_);
    for (const char* language : {"en", "fr", "es", "ru", "zh", "ar"}) {
      reader.read(icu::Locale(language));
    }
    un_.sort();
  });
  return un_;
}

const NameIndex& StateNames::in_all_languages() const {
  std::call_once(all_read_, [this] {
    const std::vector<Region> regions = regions_of(states_);
    Reader reader(regions, all_);
    std::int32_t count = 0;
    const icu::Locale* locales = icu::Locale::getAvailableLocales(count);
    for (const icu::Locale& locale : std::span(locales, static_cast<std::size_t>(count))) {
      if (has_own_names(locale)) reader.read(locale);
    }
    all_.sort();
  });
  return all_;
}

}  // namespace pincite
