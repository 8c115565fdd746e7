#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace jokbo {

/// The form under which two spellings of a name are the same: NFKC, case folding, and nothing kept but letters,
/// numbers, symbols, and the point between two digits. `SK텔레콤`, `SK 텔레콤` and `sk텔레콤` fold alike, `Qwen 2.5` and
/// `Qwen-2.5` do, too; `GLM 4.5` and `GLM 45` do not.
std::string fold(std::string_view name);

/// `text` with every byte that is not part of well-formed UTF-8 as U+FFFD, one for each maximal broken part as
/// Python and browsers do it.
std::string repaired(std::string_view text);

bool is_utf8(std::string_view text);

/// A quote as its page shows it: HTML tags and the targets of Markdown links gone, character references resolved. Quotes are kept
/// as the bytes of their document; this is for people's eyes.
std::string as_shown(std::string_view quote);

/// The candidate nearest to `word` by edit distance, or empty where none is near (a third of its length).
std::string_view nearest(std::string_view word, const std::vector<std::string_view>& candidates);

} // namespace jokbo
