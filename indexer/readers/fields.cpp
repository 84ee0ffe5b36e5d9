#include "indexer/readers/fields.h"

#include <nlohmann/json.hpp>
#include <optional>
#include <stdexcept>

#include "corpus/text.h"
#include "indexer/readers/known_fields.h"

namespace pincite {
namespace {

using nlohmann::json;

constexpr int kDeepest = 64;

/// Thrown through the parser, which has no other way to be stopped.
struct TooDeep : std::runtime_error {
  TooDeep() : std::runtime_error("nested too deeply") {}
};

std::string text_of(const json& value) {
  return value.is_string() ? value.get<std::string>() : value.dump();
}

std::string dump(const json& value) {
  return value.dump(-1, ' ', false, json::error_handler_t::replace);
}

bool says_nothing(const json& value) {
  if (value.is_string()) return trim(value.get_ref<const std::string&>()).empty();
  return value.is_null() || ((value.is_array() || value.is_object()) && value.empty());
}

/// The values of a known field; nothing where the type is wrong.
std::optional<std::vector<std::string>> values_of(const json& value, const KnownField& field) {
  const auto fits = [&field](const json& one) {
    return one.is_string() || (field.number && one.is_number());
  };
  if (fits(value)) return std::vector<std::string>{text_of(value)};
  if (!value.is_array() || !field.several) return std::nullopt;
  std::vector<std::string> values;
  for (const json& one : value) {
    if (says_nothing(one)) continue;
    if (!fits(one)) return std::nullopt;
    values.push_back(text_of(one));
  }
  return values;
}

std::string type_problem(const std::string& name, const json& value, const KnownField& field) {
  return "the value of “" + name + "” is " + value.type_name() + ", not " +
         (field.several ? "text or a list of texts" : "text") + ", and is left out";
}

}  // namespace

nlohmann::json parse_object(std::string_view text, std::string& problem) {
  const auto bound = [](int depth, json::parse_event_t, json&) {
    if (depth > kDeepest) throw TooDeep();
    return true;
  };
  try {
    json parsed = json::parse(text, bound);
    if (parsed.is_object()) return parsed;
    problem = "is not a JSON object";
  } catch (const json::parse_error& error) {
    if (const std::optional<std::size_t> bad = first_invalid_utf8(text)) {
      problem = "is not UTF-8 (at byte " + std::to_string(*bad + 1) + "); convert it to UTF-8";
      return nullptr;
    }
    problem = "is not valid JSON (at byte " + std::to_string(error.byte) + ")";
  } catch (const json::out_of_range&) {
    problem = "holds a number that is out of range";
  } catch (const TooDeep&) {
    problem = "is nested more than " + std::to_string(kDeepest) + " levels deep";
  }
  return nullptr;
}

std::vector<GivenValue> given_values(const nlohmann::json& object, Origin from,
                                     const std::function<std::string(const std::string&)>& where,
                                     const WarnOf& warn) {
  std::vector<GivenValue> given;
  for (const auto& [name, value] : object.items()) {
    if (says_nothing(value)) continue;
    GivenValue one{name, {}, {}, {from, where(name)}};
    if (const KnownField* field = known_field(name)) {
      auto values = values_of(value, *field);
      if (!values) warn("wrong_type", type_problem(visible(name), value, *field));
      if (!values || values->empty()) continue;
      one.values = std::move(*values);
    } else if (value.is_string()) {
      one.values = {value.get<std::string>()};
    }
    one.json = dump(value);
    given.push_back(std::move(one));
  }
  return given;
}

std::string json_text(const std::vector<std::string>& values, bool is_list) {
  return is_list ? dump(json(values)) : dump(json(values.front()));
}

}  // namespace pincite
