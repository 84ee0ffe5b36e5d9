// How fast the analysis is, beside the shortest way to do as much with ICU alone: a BreakIterator's
// words, each folded by Normalizer2's nfkc_cf.
//
//   tools/install-packages build bench && cmake --preset release
//   cmake --build --preset release --target analysis_bench &&
//   build/release/tools/bench/analysis_bench
#include <array>
#include <benchmark/benchmark.h>
#include <cstdint>
#include <memory>
#include <string>
#include <unicode/brkiter.h>
#include <unicode/normalizer2.h>
#include <unicode/unistr.h>
#include <vector>

#include "index/analysis.h"

namespace {

// Sentences in the manner of the field, written for this.
struct Language {
  const char* name;
  const char* sentence;
};

constexpr std::array<Language, 7> kLanguages = {{
    {"English",
     "The delegation told the Tenth Meeting (APLC/MSP.10/2010) that its stockpile of "
     "anti-personnel mines, last counted in 1998, had been destroyed, and that the state's reports "
     "would be corrected. "},
    {"French",
     "La délégation a déclaré à la dixième assemblée que l’État avait détruit tous ses stocks de "
     "mines antipersonnel, comptés en 1998, et qu’il présenterait un rapport corrigé. "},
    {"Vietnamese",
     "Đoàn đại biểu đã tuyên bố rằng tất cả mìn sát thương còn lại từ năm 1998 đã được tiêu hủy và "
     "báo cáo sẽ được sửa lại. "},
    {"Russian",
     "Делегация заявила десятому совещанию, что запасы противопехотных мин, подсчитанные в 1998 "
     "году, уничтожены и что доклад государства будет исправлен. "},
    {"Arabic",
     "وأعلن الوفد أمام الاجتماع العاشر أنّ مخزون الدولة من الألغام المضادة للأفراد، الذي أُحصي عام "
     "1998، قد دُمّر وأن التقرير سيُصحَّح. "},
    {"Chinese",
     "代表团在第十次会议上说，该国一九九八年清点的杀伤人员地雷库存已经全部销毁，报告将予更正。"},
    {"Hindi", "प्रतिनिधिमंडल ने कहा कि राज्य की सभी बारूदी सुरंगें नष्ट कर दी गई हैं और रिपोर्ट सुधारी जाएगी। "},
}};

std::string text_of(const benchmark::State& state) {
  const Language& language = kLanguages.at(static_cast<std::size_t>(state.range(0)));
  std::string text;
  while (text.size() < 100'000) text += language.sentence;
  return text;
}

void report(benchmark::State& state, const std::string& text) {
  state.SetLabel(kLanguages.at(static_cast<std::size_t>(state.range(0))).name);
  state.SetBytesProcessed(static_cast<std::int64_t>(text.size()) * state.iterations());
}

void analysis(benchmark::State& state) {
  const std::string text = text_of(state);
  while (state.KeepRunning()) benchmark::DoNotOptimize(pincite::analyse(text));
  report(state, text);
}

std::vector<std::string> words_by_icu(icu::BreakIterator& words, const icu::Normalizer2& fold,
                                      const std::string& text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::UnicodeString units = icu::UnicodeString::fromUTF8(text);
  words.setText(units);
  std::vector<std::string> terms;
  std::int32_t begin = words.first();
  for (std::int32_t end = words.next(); end != icu::BreakIterator::DONE; end = words.next()) {
    if (words.getRuleStatus() >= UBRK_WORD_NONE_LIMIT) {
      fold.normalize(units.tempSubStringBetween(begin, end), status)
          .toUTF8String(terms.emplace_back());
    }
    begin = end;
  }
  return terms;
}

void icu_alone(benchmark::State& state) {
  const std::string text = text_of(state);
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> words(
      icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
  const icu::Normalizer2* fold = icu::Normalizer2::getNFKCCasefoldInstance(status);
  if (U_FAILURE(status)) return state.SkipWithError(u_errorName(status));
  while (state.KeepRunning()) benchmark::DoNotOptimize(words_by_icu(*words, *fold, text));
  report(state, text);
}

}  // namespace

BENCHMARK(analysis)->DenseRange(0, kLanguages.size() - 1);
BENCHMARK(icu_alone)->DenseRange(0, kLanguages.size() - 1);
BENCHMARK_MAIN();
