#pragma once

#include "schema/document.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace jokbo::bench {

/// The documents below a folder, as `jokbo extract` takes them.
std::vector<Document> documents_in(const std::string& folder);

/// Articles in the manner of the sample pages, up to `bytes`: their paragraphs anew shuffled, and so many of their words changed by a
/// syllable or a letter that new words turn up as often as in a run of real articles. The same on every machine.
std::vector<Document> articles_like(const std::string& samples, std::size_t bytes);

} // namespace jokbo::bench
