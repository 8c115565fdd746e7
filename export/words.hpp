#pragma once

#include "schema/statement.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace jokbo {

/// A value as data: 72000000000, true, 2025-07, 6800000000 USD.
std::string exact_text(const Value& value);

/// A value at a glance: 72B, yes, 2025-07, 6.8B USD.
std::string short_text(const Value& value);

/// A confidence with at most four digits behind the point, whatever the locale: 0.93, 1.0.
std::string decimal_text(double number);

/// `text` as XML 1.0 and JSON both may carry it: broken UTF-8 and forbidden characters as U+FFFD.
std::string clean_text(std::string_view text);

/// Whether `clean_text` would change nothing.
bool is_clean(std::string_view text);

/// Cleaned, with the characters that mean something in XML as entities, quotes and line breaks included.
std::string xml_text(std::string_view text);

/// The text cut at spaces into lines of at most `columns`, where a Hangul syllable takes two; a longer word stays whole.
std::vector<std::string> wrapped(std::string_view text, int columns);

/// At most `columns` wide, with an ellipsis where something was left out.
std::string shortened(std::string_view text, int columns);

} // namespace jokbo
