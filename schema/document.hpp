#pragma once

#include <string>

namespace jokbo {

/// One text that somebody published, as it came.
struct Document {
    /// Unique in a store: the file's name without its suffix, or what a .jsonl line says.
    std::string id;
    std::string title;
    /// ISO date, as precise as is known; empty where unknown.
    std::string published;
    std::string url;
    std::string publisher;
    /// "ko" or "en"; empty means: to be told from the text.
    std::string language;
    /// Where it was read from, as given by the caller.
    std::string path;
    /// The bytes of the file (front matter included), into which every Span of its evidence points.
    /// UTF-16 is transcoded at the door; broken UTF-8 stays as it is here and is repaired where it is read.
    std::string text;
};

} // namespace jokbo
