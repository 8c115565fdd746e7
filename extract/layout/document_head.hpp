#pragma once

#include "schema/document.hpp"

#include <string>
#include <string_view>

namespace jokbo {

/// Fills what is empty yet (title, date, url, publisher, language) from the front matter, the first heading and the text;
/// `published` is the last resort for the date.
void complete_from_text(Document& document, std::string_view published);

/// The date within `text` as ISO, as precise as it is (2026, 2026-01, 2026-01-04): `2026-01-04 00:00`, `2026/1/4`,
/// `2026.01.04.`, `2026년 1월 4일`, `Jan 4, 2026`, `4 January 2026`. Empty where there is none.
std::string iso_date(std::string_view text);

} // namespace jokbo
