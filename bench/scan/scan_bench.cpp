// usage: scan_bench [RUNS] [NAMES CORPUS]
//
// Finds 1 k, 20 k and 200 k names in 64 MB of text: our trie, and what others are made of, one after the other in one process.
// NAMES (a name a line, the most frequent first) and CORPUS are files; without them both are made: Korean and English people,
// companies and libraries, by Zipf's law, one word in twelve. Prints MB/s (median), seconds to build, and ratios.
#include "bench/measure.hpp"
#include "bench/scan/name_scan.hpp"
#include "bench/scan/peers.hpp"
#include "extract/characters.hpp"
#include "extract/names/name_trie.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <iterator>
#include <map>
#include <unordered_set>

using namespace jokbo;

namespace {

constexpr std::size_t most_names = 200'000;
constexpr std::size_t corpus_bytes = 64'000'000;

class Maker {
public:
    std::vector<std::string> names() {
        std::vector<std::string> all;
        std::unordered_set<std::string> seen;
        while (all.size() < most_names) {
            auto name = this->name();
            if (seen.insert(name).second) {
                all.push_back(std::move(name));
            }
        }
        return all;
    }

    std::string corpus(const std::vector<std::string>& names) {
        std::vector<std::string> words[2];
        for (int i = 0; i < 30'000; ++i) {
            words[0].push_back(hangul(2 + random_.below(2)));
            words[1].push_back(latin(2 + random_.below(2)));
        }
        std::string text;
        while (text.size() < corpus_bytes) {
            const std::size_t language = random_.below(10) < 6 ? 0 : 1;
            const auto stop = text.size() + 1600 + random_.below(800);
            while (text.size() < stop) {
                for (std::size_t left = 8 + random_.below(12); left > 0; --left) {
                    const auto& from = random_.below(12) == 0 ? names : words[language];
                    text += from[zipf(from.size())];
                    text += language == 0 ? particles_[random_.below(std::size(particles_))] : "";
                    text += ' ';
                }
                text += language == 0 ? "발표했다.\n" : "depends.\n";
            }
            text += "\f\n";
        }
        return text;
    }

private:
    std::size_t zipf(std::size_t count) {
        return static_cast<std::size_t>(std::exp(random_.unit() * std::log(static_cast<double>(count + 1)))) - 1;
    }
    std::string hangul(std::size_t syllables) {
        static constexpr std::uint32_t initials[] = {0, 2, 3, 5, 6, 7, 9, 11, 12, 14, 15, 16, 17, 18};
        static constexpr std::uint32_t vowels[] = {0, 4, 8, 13, 20};
        static constexpr std::uint32_t finals[] = {0, 0, 0, 4, 21};
        std::string word;
        while (syllables-- > 0) {
            bench::append_utf8(word, 0xAC00U +
                                         (initials[random_.below(std::size(initials))] * 21 +
                                          vowels[random_.below(std::size(vowels))]) *
                                             28 +
                                         finals[random_.below(std::size(finals))]);
        }
        return word;
    }
    std::string latin(std::size_t syllables) {
        static constexpr const char* parts[] = {"al",  "ber", "cor", "dan", "el",  "fin", "gra", "har",  "in",
                                                "jor", "kel", "lan", "mar", "nor", "ol",  "per", "quin", "ros",
                                                "san", "tor", "ul",  "ver", "wil", "xen", "yor", "zan",  "ton",
                                                "ley", "son", "er",  "ia",  "ex",  "on",  "us"};
        std::string word;
        while (syllables-- > 0) {
            word += parts[random_.below(std::size(parts))];
        }
        return word;
    }
    std::string capital(std::string word) {
        word[0] = static_cast<char>(word[0] - 'a' + 'A');
        return word;
    }
    std::string name() {
        static constexpr const char* kinds[] = {"전자", "산업", "은행", "대학교", "연구소", "통신", "소프트", "바이오"};
        static constexpr const char* tails[] = {"Systems", "Inc", "Labs", "Group", "Software", "Bank", "Networks"};
        switch (random_.below(6)) {
        case 0: return hangul(3);
        case 1: return hangul(2 + random_.below(2)) + kinds[random_.below(std::size(kinds))];
        case 2: return hangul(2 + random_.below(2)) + " " + kinds[random_.below(std::size(kinds))];
        case 3: return capital(latin(2 + random_.below(2))) + " " + capital(latin(2 + random_.below(2)));
        case 4: return capital(latin(2 + random_.below(2))) + " " + tails[random_.below(std::size(tails))];
        default: return "lib" + latin(2 + random_.below(2)) + "-" + std::to_string(random_.below(100));
        }
    }

    static constexpr const char* particles_[] = {"은", "는", "이", "가", "을", "를",
                                                 "의", "에", "와", "과", "로", "에서"};
    bench::Random random_{42};
};

/// What jokbo itself scans with: letter case and hyphens are folded, no name ends inside a word.
bench::Scanner name_trie(const std::vector<std::string>& names) {
    std::vector<std::string> folded;
    folded.reserve(names.size());
    std::vector<std::pair<std::string_view, std::uint32_t>> words;
    for (const auto& name : names) {
        auto& word = folded.emplace_back(name);
        std::ranges::transform(word, word.begin(), [](char c) { return c == '-' ? ' ' : ascii_lower(c); });
        words.emplace_back(word, static_cast<std::uint32_t>(words.size()));
    }
    const auto trie = std::make_shared<NameTrie>(std::move(words));
    return [trie](std::string_view text) {
        return bench::count_names(text,
                                  [&](std::string_view in, std::uint32_t at, std::uint32_t end, const auto& accepts) {
                                      const auto match = trie->longest(in, at, end, accepts);
                                      return match.word == NameTrie::no_word ? 0 : match.end;
                                  });
    };
}

} // namespace

int main(int argc, char** argv) {
    const int runs = argc > 1 ? std::atoi(argv[1]) : 5;
    Maker maker;
    std::vector<std::string> names;
    std::string corpus;
    if (argc > 3) {
        std::ifstream lines(argv[2]);
        for (std::string line; std::getline(lines, line);) {
            names.push_back(line);
        }
        std::ifstream file(argv[3], std::ios::binary);
        corpus.assign(std::istreambuf_iterator<char>(file), {});
    } else {
        names = maker.names();
        corpus = maker.corpus(names);
    }
    fmt::print("{} names, {:.0f} MB; medians of {} runs, processor time\n\n", names.size(),
               static_cast<double>(corpus.size()) / 1e6, runs);
    auto scanners = bench::peers();
    scanners.insert(scanners.begin(), {"jokbo", name_trie});
    for (const std::size_t count : {1'000U, 20'000U, 200'000U}) {
        const std::vector<std::string> some(names.begin(),
                                            names.begin() + static_cast<std::ptrdiff_t>(std::min(count, names.size())));
        std::map<std::string_view, std::pair<double, double>> found; // MB/s, seconds to build
        for (const auto& [name, build] : scanners) {
            const auto from = bench::processor_seconds();
            const auto scan = build(some);
            const auto built = bench::processor_seconds() - from;
            if (!scan) {
                fmt::print("{:10} {:7} SKIPPED: not installed\n", name, count);
                continue;
            }
            std::vector<double> seconds;
            std::size_t hits = 0;
            for (int run = 0; run <= runs; ++run) {
                const auto begin = bench::processor_seconds();
                hits = scan(corpus);
                if (run > 0) {
                    seconds.push_back(bench::processor_seconds() - begin);
                }
            }
            const auto rate = static_cast<double>(corpus.size()) / 1e6 / bench::quantile(seconds, 0.5);
            found[name] = {rate, built};
            fmt::print("{:10} {:7} {:8.1f} MB/s   build {:7.3f} s   {:9} found\n", name, count, rate, built, hits);
        }
        fmt::print("jokbo / trie8: {:.2f} of its rate, {:.2f} of its build",
                   found["jokbo"].first / found["trie8"].first, found["jokbo"].second / found["trie8"].second);
        if (found.contains("hyperscan")) {
            fmt::print("; jokbo / hyperscan: {:.2f}, {:.3f}", found["jokbo"].first / found["hyperscan"].first,
                       found["jokbo"].second / found["hyperscan"].second);
        }
        fmt::print("\n\n");
        std::fflush(stdout);
    }
}
