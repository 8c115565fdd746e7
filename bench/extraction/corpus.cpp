#include "bench/extraction/corpus.hpp"

#include "bench/measure.hpp"
#include "extract/intake/intake.hpp"

#include <cmath>
#include <string_view>

namespace jokbo::bench {

namespace {

constexpr std::size_t change_one_in =
    5; // words; in real articles a fifth of the words were in none of the thousand before

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// A word of Hangul or of Latin letters with one of them replaced.
std::string changed(std::string_view word, Random& random) {
    std::string other(word);
    const auto first = static_cast<unsigned char>(word.front());
    if (word.size() >= 6 && first >= 0xEBU && first <= 0xECU) {
        std::string syllable;
        append_utf8(syllable, static_cast<std::uint32_t>(0xB000U + random.below(0x1F00)));
        other.replace(0, 3, syllable);
    } else if (word.size() > 4 && is_letter(word[0]) && is_letter(word[2])) {
        other[2] = static_cast<char>('a' + random.below(26));
    }
    return other;
}

std::string varied(std::string_view paragraph, Random& random) {
    std::string text;
    for (std::size_t at = 0; at < paragraph.size();) {
        const auto end = std::min(paragraph.find(' ', at), paragraph.size());
        const auto word = paragraph.substr(at, end - at);
        text += !word.empty() && random.below(change_one_in) == 0 ? changed(word, random) : std::string(word);
        text += end < paragraph.size() ? " " : "";
        at = end + 1;
    }
    return text;
}

} // namespace

std::vector<Document> documents_in(const std::string& folder) {
    std::vector<Document> documents;
    read_documents(
        {folder}, {}, [&](Document document) { documents.push_back(std::move(document)); }, [](Problem) {});
    return documents;
}

std::vector<Document> articles_like(const std::string& samples, std::size_t bytes) {
    struct Page {
        std::string head; // front matter and title
        std::vector<std::string> paragraphs;
    };
    std::vector<Page> pages;
    for (const auto& document : documents_in(samples)) {
        if (document.id == "README") {
            continue;
        }
        Page page;
        const std::string_view text = document.text;
        for (std::size_t at = 0; at < text.size();) {
            const auto end = std::min(text.find("\n\n", at), text.size());
            if (at == 0) {
                page.head = std::string(text.substr(0, end)) + "\n\n";
            } else if (end > at) {
                page.paragraphs.emplace_back(text.substr(at, end - at));
            }
            at = end + 2;
        }
        if (!page.paragraphs.empty()) {
            pages.push_back(std::move(page));
        }
    }
    Random random(7);
    std::vector<Document> documents;
    for (std::size_t made = 0; made < bytes && !pages.empty();) {
        const auto& page = pages[random.below(pages.size())];
        Document document;
        document.id = "article-" + std::to_string(documents.size());
        document.published = "2026-01-05";
        document.text = page.head;
        // from half a screen to a long read; the middle one has about 3 KB
        const auto length = static_cast<std::size_t>(1000.0 * std::exp(2.2 * random.unit()));
        while (document.text.size() < length) {
            document.text += varied(page.paragraphs[random.below(page.paragraphs.size())], random) + "\n\n";
        }
        made += document.text.size();
        documents.push_back(std::move(document));
    }
    return documents;
}

} // namespace jokbo::bench
