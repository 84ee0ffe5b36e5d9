// Unicode text, on ICU: checking, counting, and folding names for look-up.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pincite {

/// The code point at byte `at`, which moves behind it; negative for a sequence that is not UTF-8.
/// REQUIRES: at < text.size().
std::int32_t next_code_point(std::string_view text, std::size_t& at);

/// Byte where the code point before byte `at` begins. REQUIRES: UTF-8, at > 0.
std::size_t start_before(std::string_view text, std::size_t at);

/// Byte of the first sequence that is not UTF-8; nothing where all of it is.
std::optional<std::size_t> first_invalid_utf8(std::string_view text);

/// How many code points `text` has. REQUIRES: UTF-8.
std::size_t code_points(std::string_view text);

/// Turns byte offsets of one text into code point offsets, in one pass.
/// `bytes` may be in any order; the answer has the same order.
std::vector<std::size_t> code_point_offsets(std::string_view text,
                                            const std::vector<std::uint32_t>& bytes);

/// The form by which names are looked up: compatibility-normalised, case folded, without accents,
/// every run of anything but letters and digits one space, none at the ends.
///   `Côte d’Ivoire` -> `cote d ivoire`
std::string name_key(std::string_view text);

/// `text` without white space (Unicode's) at its ends.
std::string_view trim(std::string_view text);

/// White space runs become one space, none at the ends.
std::string squeeze(std::string_view text);

/// The parts that are not empty, with `separator` between.
std::string joined(const std::vector<std::string>& parts, std::string_view separator);

/// Makes control characters, escape sequences and bidirectional overrides visible, so that text
/// from a document can be shown on a terminal. Tabs and line feeds become spaces.
std::string visible(std::string_view text);

/// Lower-case hexadecimal SHA-256 of `bytes` (FIPS 180-4), 64 digits.
std::string sha256_hex(std::string_view bytes);

}  // namespace pincite
