#include "extract/names/coreference.hpp"

#include <algorithm>

namespace jokbo {

namespace {

constexpr std::uint32_t reach = 5;          // sentences that a pronoun looks back
constexpr std::uint32_t long_reach = 10;    // sentences that "the company" looks back
constexpr std::uint32_t lone_reach = 3;     // sentences that a bare noun looks back
constexpr std::uint32_t together_reach = 4; // sentences that 양사 looks back
constexpr std::uint32_t often = 3;          // times that a text names whom it is about
constexpr std::size_t kept = 48;            // mentions that are remembered
constexpr std::size_t most_counted = 1024;  // groups of whom it is known how often they were named

double weight(Salience::Place place) {
    switch (place) {
    case Salience::Place::topic: return 3.0;
    case Salience::Place::subject: return 2.5;
    default: return 1.0;
    }
}

} // namespace

void Salience::see(std::uint32_t group, Place place, std::uint32_t sentence) {
    if (seen_.size() > 2 * kept) {
        seen_.erase(seen_.begin(), seen_.end() - static_cast<std::ptrdiff_t>(kept));
    }
    seen_.push_back({group, place, sentence});
    ++times_[group];
    // A text of thousands of names is about those that it comes back to.
    for (std::uint32_t seldom = 1; times_.size() > most_counted; seldom *= 2) {
        std::erase_if(times_, [&](const auto& counted) { return counted.second <= seldom; });
    }
}

void Salience::go_on(std::uint32_t sentence) {
    std::uint32_t theme = none;
    for (auto back = seen_.size(); back-- > 0 && seen_[back].sentence + 1 == sentence;) {
        if (seen_[back].place != Place::topic) {
            continue;
        }
        if (theme != none && theme != names_.find(seen_[back].group)) {
            return; // two are spoken of
        }
        theme = names_.find(seen_[back].group);
    }
    if (theme != none) {
        seen_.push_back({theme, Place::topic, sentence});
    }
}

void Salience::see_together(const std::vector<std::uint32_t>& groups, std::uint32_t sentence) {
    if (together_.size() > kept) {
        together_.erase(together_.begin(), together_.begin() + static_cast<std::ptrdiff_t>(kept / 2));
    }
    together_.push_back({groups, sentence});
}

void Salience::call(std::uint32_t group, std::uint32_t noun) {
    if (called_.size() > 2 * kept) {
        called_.erase(called_.begin(), called_.end() - static_cast<std::ptrdiff_t>(kept));
    }
    called_.push_back({group, noun});
}

bool Salience::is_called(std::uint32_t group, std::uint32_t noun) const {
    return noun != 0 && std::ranges::any_of(called_, [&](const Called& called) {
               return called.noun == noun && names_.find(called.group) == group;
           });
}

Salience::Clue Salience::clue(const SentenceAnalysis& sentence, const EntityMention& mention) const {
    Clue clue{mention.noun, {}, mention.bias};
    if (mention.home != none && !sentence.mentions[mention.home].entities.empty()) {
        clue.country = names_.country(sentence.mentions[mention.home].entities.front());
    }
    return clue;
}

bool Salience::rules_out(const Clue& clue, std::uint32_t group) const {
    if (!clue.country.empty()) {
        const auto country = names_.country(group);
        if (!country.empty() && country != clue.country) {
            return true;
        }
    }
    return clue.bias == EntityMention::Bias::funded && !is_called(group, clue.noun) &&
           std::ranges::any_of(funders_, [&](std::uint32_t f) { return names_.find(f) == names_.find(group); });
}

void Salience::forget() {
    called_.clear();
    funders_.clear();
    seen_.clear();
    together_.clear();
    times_.clear();
}

std::uint32_t Salience::one(TypeSet types, std::uint32_t sentence) const {
    std::uint32_t best = none;
    double best_score = 0;
    double second = 0;
    std::vector<std::pair<std::uint32_t, double>> scores;
    for (const auto& seen : seen_) {
        if (sentence - seen.sentence > reach || !fits(seen.group, types)) {
            continue;
        }
        const auto group = names_.find(seen.group);
        const double score = weight(seen.place) / (1.0 + 0.8 * (sentence - seen.sentence));
        const auto found = std::ranges::find(scores, group, &std::pair<std::uint32_t, double>::first);
        if (found == scores.end()) {
            scores.emplace_back(group, score);
        } else {
            found->second = std::max(found->second, score) + 0.1 * std::min(found->second, score);
        }
    }
    if (favoured_ != none && names_.type_in(favoured_, types)) {
        return names_.find(favoured_);
    }
    for (const auto& [group, score] : scores) {
        if (score > best_score) {
            second = best_score;
            best_score = score;
            best = group;
        } else {
            second = std::max(second, score);
        }
    }
    return best_score > second * 1.05 ? best : none;
}

std::uint32_t Salience::lone(TypeSet types, std::uint32_t sentence) const {
    std::uint32_t found = none;
    for (const auto& seen : seen_) {
        if (sentence - seen.sentence > lone_reach || !fits(seen.group, types)) {
            continue;
        }
        const auto group = names_.find(seen.group);
        if (found != none && found != group) {
            return none;
        }
        found = group;
    }
    return found;
}

std::uint32_t Salience::frequent(TypeSet types, std::uint32_t sentence, const Clue& clue) const {
    const auto noun = clue.noun;
    struct Score {
        std::uint32_t group;
        double recent;
        double often;
    };
    std::vector<Score> scores;
    for (const auto& seen : seen_) {
        if (sentence - seen.sentence > long_reach || !fits(seen.group, types) || rules_out(clue, seen.group)) {
            continue;
        }
        const auto group = names_.find(seen.group);
        const double score = weight(seen.place) / (1.0 + 0.8 * (sentence - seen.sentence));
        const auto found = std::ranges::find(scores, group, &Score::group);
        if (found == scores.end()) {
            scores.push_back({group, score, weight(seen.place)});
        } else {
            found->recent = std::max(found->recent, score);
            found->often += weight(seen.place);
        }
    }
    if (noun == owned) { // the round is of whoever raised one last
        for (std::size_t back = called_.size(); back-- > 0;) {
            const auto group = names_.find(called_[back].group);
            if (called_[back].noun == owned && std::ranges::find(scores, group, &Score::group) != scores.end()) {
                return group;
            }
        }
    }
    const auto at_home = [&](const Score& score) { return names_.country(score.group) == clue.country; };
    if (!clue.country.empty() && std::ranges::any_of(scores, at_home)) { // the Chinese one is one that is known to be
        std::erase_if(scores, [&](const Score& score) { return !at_home(score); });
    }
    // the startup is one that was called so, if any was
    const auto called = [&](const Score& score) { return is_called(score.group, noun); };
    if (std::ranges::any_of(scores, called)) {
        std::erase_if(scores, [&](const Score& score) { return !called(score); });
    }
    double total = 0;
    for (const auto& score : scores) {
        total += score.often;
    }
    std::uint32_t best = none;
    double best_score = 0;
    double second = 0;
    for (const auto& score : scores) {
        const double value = score.recent * (1.0 + 3.0 * score.often / total);
        if (value > best_score) {
            second = best_score;
            best_score = value;
            best = score.group;
        } else {
            second = std::max(second, value);
        }
    }
    return best_score > second * 1.1 ? best : none;
}

Salience::Lead Salience::lead(TypeSet types) const {
    std::unordered_map<std::uint32_t, std::uint32_t> of_root;
    for (const auto& [group, times] : times_) {
        if (fits(group, types)) {
            of_root[names_.find(group)] += times;
        }
    }
    Lead lead;
    for (const auto& [group, times] : of_root) {
        if (times > lead.most) {
            lead.second = lead.most;
            lead.most = times;
            lead.group = group;
        } else {
            lead.second = std::max(lead.second, times);
        }
    }
    return lead;
}

std::uint32_t Salience::about(TypeSet types) const {
    const auto lead = this->lead(types);
    return lead.most > lead.second ? lead.group : none;
}

std::uint32_t Salience::protagonist(TypeSet types) const {
    const auto lead = this->lead(types);
    return lead.most >= often && lead.most >= 2 * lead.second ? lead.group : none;
}

std::vector<std::uint32_t> Salience::several(TypeSet types, std::uint8_t number, std::uint32_t sentence) const {
    for (std::size_t back = together_.size(); back-- > 0;) {
        const auto& together = together_[back];
        if (sentence - together.sentence > together_reach) {
            break;
        }
        std::vector<std::uint32_t> fitting;
        for (const auto group : together.groups) {
            const auto root = names_.find(group);
            if (names_.type_in(root, types) && std::ranges::find(fitting, root) == fitting.end()) {
                fitting.push_back(root);
            }
        }
        if (number == 0 ? fitting.size() >= 2 : fitting.size() == number) {
            return fitting;
        }
    }
    return {};
}

} // namespace jokbo
