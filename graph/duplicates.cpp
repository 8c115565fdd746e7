#include "graph/duplicates.hpp"

#include "graph/transliteration.hpp"
#include "graph/versions.hpp"
#include "schema/text.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

namespace jokbo {

namespace {

/// Shorter names are alike by chance.
constexpr std::size_t least_spelling = 5;
constexpr std::size_t least_sound = 2;
/// A block with more names than this is a common word rather than a trace.
constexpr std::size_t largest_block = 50;

bool has_hangul(std::string_view text) {
    return std::ranges::any_of(
        text, [](char c) { return static_cast<unsigned char>(c) >= 0xEAU && static_cast<unsigned char>(c) <= 0xEDU; });
}

std::vector<std::size_t> character_starts(std::string_view text) {
    std::vector<std::size_t> starts;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if ((static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U) {
            starts.push_back(i);
        }
    }
    starts.push_back(text.size());
    return starts;
}

struct NameOf {
    std::uint32_t entity; ///< index
    std::string text;
    std::string folded;
    std::string latin;
};

class Finder {
public:
    Finder(const Store& store, const Pack& pack) : store_(store), versions_(pack, store.ontology()) {
        std::unordered_map<EntityId, std::uint32_t> index;
        store.for_each_entity([&](const Entity& entity) {
            if (entity.naming == Naming::named) {
                index.emplace(entity.id, static_cast<std::uint32_t>(entities_.size()));
                entities_.push_back(entity);
            }
        });
        neighbours_.resize(entities_.size());
        store.for_each_link({}, [&](const Link& link) {
            const auto a = index.find(link.subject);
            const auto b = index.find(link.object);
            if (a != index.end() && b != index.end()) {
                neighbours_[a->second].insert(b->second);
                neighbours_[b->second].insert(a->second);
            }
        });
        for (std::uint32_t i = 0; i < entities_.size(); ++i) {
            for (const auto& text : store.names(entities_[i].id)) {
                const auto folded = fold(text);
                names_.push_back({i, text, folded, latin_of(folded)});
            }
        }
    }

    std::vector<Duplicate> run(double least_score) {
        block_by_spelling();
        block_by_sound();
        std::vector<Duplicate> found;
        for (auto& [pair, duplicate] : best_) {
            if (duplicate.score >= least_score) {
                found.push_back(std::move(duplicate));
            }
        }
        std::ranges::sort(found, [](const Duplicate& a, const Duplicate& b) {
            return a.score != b.score ? a.score > b.score : std::tie(a.a.key, a.b.key) < std::tie(b.a.key, b.b.key);
        });
        return found;
    }

private:
    using Blocks = std::unordered_map<std::string, std::vector<std::uint32_t>>;

    /// Names that become equal when one character of each (or of one) is left out.
    void block_by_spelling() {
        Blocks blocks;
        for (std::uint32_t i = 0; i < names_.size(); ++i) {
            const auto& folded = names_[i].folded;
            const auto starts = character_starts(folded);
            if (starts.size() - 1 < least_spelling) {
                continue;
            }
            const auto type = std::to_string(entities_[names_[i].entity].type.value) + ':';
            blocks[type + folded].push_back(i);
            for (std::size_t k = 0; k + 1 < starts.size(); ++k) {
                // Numbers tell things apart; they are never what varies.
                if (folded[starts[k]] < '0' || folded[starts[k]] > '9') {
                    blocks[type + folded.substr(0, starts[k]) + folded.substr(starts[k + 1])].push_back(i);
                }
            }
        }
        propose_from(blocks, Duplicate::Reason::spelling);
    }

    void block_by_sound() {
        Blocks blocks;
        for (std::uint32_t i = 0; i < names_.size(); ++i) {
            if (const auto sound = sound_of(names_[i].latin); sound.size() >= least_sound) {
                blocks[std::to_string(entities_[names_[i].entity].type.value) + ':' + sound].push_back(i);
            }
        }
        propose_from(blocks, Duplicate::Reason::transliteration);
    }

    void propose_from(const Blocks& blocks, Duplicate::Reason reason) {
        for (const auto& [key, names] : blocks) {
            if (names.size() > largest_block) {
                continue;
            }
            for (std::size_t i = 0; i < names.size(); ++i) {
                for (std::size_t k = i + 1; k < names.size(); ++k) {
                    propose(names_[names[i]], names_[names[k]], reason);
                }
            }
        }
    }

    bool in_lexicon(std::uint32_t entity) const { return store_.lexicon().find_key(entities_[entity].key) != nullptr; }

    void propose(const NameOf& x, const NameOf& y, Duplicate::Reason reason) {
        if (x.entity == y.entity || (in_lexicon(x.entity) && in_lexicon(y.entity)) ||
            versions_.signature(x.text) != versions_.signature(y.text)) {
            return;
        }
        const bool across_scripts = has_hangul(x.folded) != has_hangul(y.folded);
        if (across_scripts != (reason == Duplicate::Reason::transliteration)) {
            return;
        }
        const auto& near_x = neighbours_[x.entity];
        const auto& near_y = neighbours_[y.entity];
        const auto shared = static_cast<std::size_t>(
            std::ranges::count_if(near_x, [&](std::uint32_t one) { return near_y.contains(one); }));
        const auto fewer = std::min(near_x.size(), near_y.size());
        const double company = fewer == 0 ? 0 : static_cast<double>(shared) / static_cast<double>(fewer);
        const double alike = likeness(x.latin, y.latin);
        // Two that stand beside each other in a relation are two.
        const bool related = near_x.contains(y.entity);
        const double score = (0.7 * alike + 0.3 * company) * (related ? 0.5 : 1.0);
        const auto pair = std::minmax(x.entity, y.entity);
        auto& best = best_[pair];
        if (score > best.score ||
            (score == best.score && std::tie(x.text, y.text) < std::tie(best.a_name, best.b_name))) {
            const bool x_first = near_x.size() != near_y.size() ? near_x.size() > near_y.size()
                                                                : entities_[x.entity].key < entities_[y.entity].key;
            const auto& a = x_first ? x : y;
            const auto& b = x_first ? y : x;
            best = {entities_[a.entity], entities_[b.entity], a.text, b.text, reason, shared, score};
        }
    }

    const Store& store_;
    Versions versions_;
    std::vector<Entity> entities_;
    std::vector<std::set<std::uint32_t>> neighbours_;
    std::vector<NameOf> names_;
    std::map<std::pair<std::uint32_t, std::uint32_t>, Duplicate> best_;
};

} // namespace

std::vector<Duplicate> duplicates(const Store& store, const Pack& pack, double least_score) {
    return Finder(store, pack).run(least_score);
}

} // namespace jokbo
