#include "extract/names/remembering.hpp"

#include <algorithm>

namespace jokbo {

void remember(const SentenceAnalysis& sentence, std::uint32_t number, const RememberedRoles& roles,
              Salience& salience) {
    if (sentence.subject == SentenceAnalysis::Subject::absent) {
        salience.go_on(number);
    }
    if (sentence.mentions.empty()) {
        return; // every third sentence
    }
    const auto subject = roles.subject;
    const auto topic = roles.topic;
    std::vector<Salience::Place> places(sentence.mentions.size(), Salience::Place::other);
    for (const auto& predication : sentence.predications) {
        for (const auto& argument : predication.arguments) {
            if (argument.phrase == none || (argument.role != subject && argument.role != topic)) {
                continue;
            }
            for (const auto mention : sentence.phrases[argument.phrase].mentions) {
                auto& place = places[mention];
                place = argument.role == topic          ? Salience::Place::topic
                      : place == Salience::Place::topic ? place
                                                        : Salience::Place::subject;
            }
        }
    }
    // What an anaphor speaks of stays in mind. "The company" was named before this sentence, of whose subjects it may be none; a
    // pronoun may look back to any name before it.
    const auto speak_of = [&](const EntityMention& mention, Salience::Place place) {
        if (const auto group = salience.frequent(mention.types, number, salience.clue(sentence, mention));
            group != none) {
            salience.see(group, std::min(place, Salience::Place::subject), number);
        }
    };
    const auto looks_further = [&](const EntityMention& mention) {
        return mention.kind == EntityMention::Kind::anaphor && mention.number == 1 &&
               sentence.language == Language::english && mention.antecedents.empty() &&
               mention.bias != EntityMention::Bias::speaker;
    };
    const auto is_pronoun = [](const EntityMention& mention) { return mention.tokens.end == mention.tokens.begin + 1; };
    for (std::size_t m = 0; m < sentence.mentions.size(); ++m) {
        const auto& mention = sentence.mentions[m];
        if (sentence.language == Language::english || places[m] == Salience::Place::other) {
            places[m] = mention.place == EntityMention::Place::topic   ? Salience::Place::topic
                      : mention.place == EntityMention::Place::subject ? Salience::Place::subject
                                                                       : Salience::Place::other;
        }
        if (looks_further(mention) && !is_pronoun(mention)) {
            speak_of(mention, places[m]);
        }
    }
    for (std::size_t m = 0; m < sentence.mentions.size(); ++m) {
        const auto& mention = sentence.mentions[m];
        if (mention.kind == EntityMention::Kind::name && !mention.entities.empty()) {
            if (mention.place != EntityMention::Place::aside) {
                salience.see(mention.entities.front(), places[m], number);
            }
        } else if (looks_further(mention) && is_pronoun(mention)) {
            speak_of(mention, places[m]);
        } else if (sentence.language == Language::korean && mention.kind == EntityMention::Kind::anaphor &&
                   mention.number != 1 && places[m] != Salience::Place::other) {
            // 두 모델은 Qwen 2.5를 바탕으로 …: the text goes on about the two
            for (const auto group : salience.several(mention.types, mention.number, number)) {
                salience.see(group, places[m], number);
            }
        }
    }
    for (const auto& calling : sentence.callings) {
        const auto& mention = sentence.mentions[calling.mention];
        if (mention.kind == EntityMention::Kind::name && !mention.entities.empty()) {
            salience.call(mention.entities.front(), calling.noun);
        }
    }
    std::vector<std::uint32_t> groups;
    for (const auto& phrase : sentence.phrases) {
        groups.clear();
        for (const auto mention : phrase.mentions) {
            if (sentence.mentions[mention].kind == EntityMention::Kind::name) {
                groups.push_back(sentence.mentions[mention].entities.front());
            }
        }
        if (groups.size() >= 2) {
            salience.see_together(groups, number);
        }
    }
    // a topic and its companion: LG CNS는 코히어와 …
    const auto with = roles.with[static_cast<std::size_t>(sentence.language)];
    for (const auto& predication : sentence.predications) {
        groups.clear();
        for (const auto& argument : predication.arguments) {
            if (argument.phrase != none && (argument.role == subject || argument.role == with)) {
                for (const auto mention : sentence.phrases[argument.phrase].mentions) {
                    if (sentence.mentions[mention].kind == EntityMention::Kind::name) {
                        groups.push_back(sentence.mentions[mention].entities.front());
                    }
                }
            }
        }
        if (groups.size() >= 2) {
            salience.see_together(groups, number);
        }
    }
}

} // namespace jokbo
