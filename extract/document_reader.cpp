#include "extract/document_reader.hpp"

#include "extract/characters.hpp"
#include "extract/english/english.hpp"
#include "extract/english/english_status.hpp"
#include "extract/frames/names_in_slots.hpp"
#include "extract/names/families.hpp"
#include "extract/names/name_finder.hpp"
#include "extract/names/remembering.hpp"

#include <algorithm>
#include <functional>

namespace jokbo {

namespace {

constexpr std::uint16_t strong = 4; // votes of what a card says of its own model
constexpr std::uint16_t weak = 1;   // votes of another name of it

/// Hangul for more than a fifth of the letters. Letters of Hangul stand in tokens of theirs only, and so do those of Latin.
Language language_of(std::string_view text, const std::vector<Token>& tokens) {
    std::size_t hangul = 0;
    std::size_t latin = 0;
    for (const auto& token : tokens) {
        if (token.kind == Token::Kind::hangul) {
            hangul += token.span.size() / 3;
        } else if (token.kind == Token::Kind::latin) {
            latin += static_cast<std::size_t>(std::ranges::count_if(token.span.of(text), is_ascii_letter));
        }
    }
    return hangul * 4 > latin ? Language::korean : Language::english;
}

} // namespace

DocumentReader::DocumentReader(const ReadingTools& tools, const Document& document, ReadingMemory& memory)
    : tools_(tools), document_(document), memory_(memory), names_(tools.lexicon), remembered_roles_(tools.frames),
      salience_(names_, tools.classes.person), filling_(tools.ontology, tools.frames, tools.values, names_, salience_) {
}

void DocumentReader::take_apart() {
    memory_.cards.begin_document();
    reading_ = tools_.layout.lay_out(document_);
    is_card_ = tools_.cards.is_card(reading_);
    const auto sentences = tools_.splitter.split(reading_);
    sentences_.reserve(sentences.size());
    std::vector<Token> tokens;
    const auto take = [&](const Sentence& sentence) {
        auto& analysis = sentences_.emplace_back(memory_.sentence());
        analysis.sentence = sentence;
        analysis.block = reading_.blocks[sentence.block].kind;
        tokens.clear();
        tokenize(reading_.text, sentence.span, tokens);
        analysis.tokens = tokens;
        analysis.language = language_of(reading_.text, tokens);
        if (analysis.language == Language::korean) {
            for (auto& token : analysis.tokens) {
                token.card = memory_.cards.of(token.span.of(reading_.text), token.kind);
            }
        } else if (tools_.english != nullptr) {
            for (auto& token : analysis.tokens) {
                token.word = &tools_.english->word(reading_.text, token);
            }
        }
    };
    for (const auto& sentence : sentences) {
        take(sentence);
        if (sentences_.back().language == Language::korean || tools_.english == nullptr) {
            continue;
        }
        auto begins = tools_.english->glued_sentences(reading_.text, sentences_.back().tokens);
        if (begins.empty()) {
            continue;
        }
        sentences_.pop_back();
        begins.push_back(sentence.span.end);
        auto part = sentence;
        for (const auto end : begins) {
            part.span.end = end;
            take(part);
            part.span.begin = end;
        }
    }
}

void DocumentReader::find_names() {
    NameFinder(tools_, reading_.text, sentences_, names_).run();
    for (auto& sentence : sentences_) {
        if (sentence.language == Language::korean) {
            tools_.korean.parse(reading_.text, sentence);
        }
    }
    NamesInSlots(tools_, reading_.text, sentences_, names_).run();
}

/// The words of a shape as what a clause says: from its last word to where the headline's half ends.
Predication DocumentReader::headline_of(const SentenceAnalysis& sentence, const ShapeHit& hit) const {
    Predication said;
    said.tokens = {hit.tokens.end - 1, hit.tokens.end};
    said.clause = hit.tokens;
    const auto size = static_cast<std::uint32_t>(sentence.tokens.size());
    while (said.clause.end < size) {
        const auto word = sentence.tokens[said.clause.end].span.of(reading_.text);
        if (word == "…" || word == "," || word == ".") {
            break;
        }
        ++said.clause.end;
    }
    return said;
}

void DocumentReader::find_relations(const FindingSink& sink) {
    const std::string_view text = reading_.text;
    std::vector<ShapeHit> hits;
    std::vector<ValueMention> values;
    const auto works_for = tools_.ontology.predicate_named("works_for");
    const auto invests_in = tools_.ontology.predicate_named("invests_in");
    const DateResolver dates(document_.published);
    if (const auto own = is_card_ ? tools_.cards.own_model(document_, reading_) : std::nullopt) {
        salience_.favour(filler_of(*own).group);
    }
    for (auto& sentence : sentences_) { // what a stage is done by stays in the processor's cache
        if (sentence.language == Language::english && tools_.english != nullptr) {
            tools_.english->parse(text, sentence);
        }
    }
    for (at_ = 0; at_ < sentences_.size(); ++at_) {
        auto& sentence = sentences_[at_];
        const auto& block = reading_.blocks[sentence.sentence.block];
        if (block.kind == Block::Kind::heading && block.depth <= 2 && !sentence.mentions.empty()) {
            salience_.forget();
        }
        const auto status = [&](const Predication& predication) {
            return sentence.language == Language::korean
                     ? tools_.korean.status(text, sentence, predication)
                     : english_status(text, sentence, predication, tools_.english_cues);
        };
        values.clear();
        tools_.values.find(text, sentence.tokens, sentence.language, dates, values);
        std::vector<PredicateId> told; // of which a frame has given an amount to somebody
        const auto qualified = [&](Finding finding) {
            qualify(sentence, values, finding);
            if (finding.predicate == invests_in && finding.status != Status::denied) {
                salience_.fund(finding.subject.group);
                salience_.call(finding.object.group, Salience::owned);
            }
            if (finding.value && std::holds_alternative<Money>(*finding.value)) {
                told.push_back(finding.predicate);
            }
            sink(std::move(finding));
        };
        const auto state = [&](const ShapeHit& hit) {
            const auto& pattern = tools_.frames.patterns()[hit.pattern];
            std::vector<std::vector<Filler>> fillers(pattern.slots.size());
            for (std::size_t slot = 0; slot < hit.mentions.size(); ++slot) {
                if (hit.mentions[slot] == none) {
                    fillers[slot] =
                        filling_.around(text, sentence, at_, pattern.slots[slot], pattern.frame, hit.tokens.begin);
                    continue;
                }
                const auto first = hit.mentions[slot];
                const bool acts = pattern.slots[slot].types.has(tools_.classes.organization);
                for (const auto mention : sentence.language == Language::korean || acts
                                              ? list_around(text, sentence, first, hit.tokens)
                                              : IndexList{first}) { // English things have their makers beside them
                    for (auto& filler : filling_.resolve(text, sentence, at_, mention, pattern.slots[slot])) {
                        fillers[slot].push_back(filler);
                    }
                }
            }
            Qualifiers qualifiers;
            qualifiers.role = hit.role;
            // a headline's shape is all that it states, so what follows tells how far it has come: …, 소담 인수 추진
            const bool headline = pattern.place == PhrasePattern::Place::opening;
            const auto whole = headline ? headline_of(sentence, hit) : Predication{};
            const auto stands = headline ? status(whole) : Status::asserted;
            filling_.combine(pattern.frame, fillers, {stands, hit.tokens, headline ? whole.clause : hit.tokens, values},
                             qualifiers, std::cref(qualified));
        };
        hits.clear();
        tools_.patterns.match(text, sentence, hits);
        // 김가람 한빛 대표는 새 모델을 공개했다: for whom somebody acts comes before what is done
        const auto acts = std::ranges::stable_partition(hits, [&](const ShapeHit& hit) {
                              const auto& frame = tools_.frames.frames()[tools_.frames.patterns()[hit.pattern].frame];
                              return frame.relations.front().predicate == works_for;
                          }).begin();
        filling_.note_leaving(text, sentence, at_, std::cref(status));
        std::for_each(hits.begin(), acts, state);
        const auto attributed = [&](Finding finding) {
            // what a shape states (업스테이지의 ‘솔라’) is taken for granted by whoever speaks
            finding.qualifiers.attributed_to = said_by(sentence, finding);
            qualified(std::move(finding));
        };
        if (std::ranges::any_of(sentence.mentions, [](const EntityMention& mention) {
                return mention.is_by_office();
            })) { // “We acquired Tern”, said Ada Kim, CEO of Lumen: whom she speaks for comes first
            filling_.fill(text, sentence, values, at_, std::cref(status), [](const Finding&) {});
        }
        filling_.fill(text, sentence, values, at_, std::cref(status), std::cref(attributed));
        std::for_each(acts, hits.end(), state);
        const auto untold = [&](Finding finding) {
            if (std::ranges::find(told, finding.predicate) == told.end()) {
                sink(std::move(finding));
            }
        };
        read_attributes(sentence, values, std::cref(untold));
        remember(sentence, at_, remembered_roles_, salience_);
    }
}

/// 양사의 LLM은: the topic is somebody's thing that has no name; what was named before is another.
bool DocumentReader::is_of_others(const SentenceAnalysis& sentence) const {
    const auto topic = tools_.frames.role("topic");
    for (const auto& predication : sentence.predications) {
        for (const auto& argument : predication.arguments) {
            if (argument.role != topic || argument.phrase == none ||
                !sentence.phrases[argument.phrase].mentions.empty()) {
                continue;
            }
            const auto begin = sentence.phrases[argument.phrase].tokens.begin;
            if (begin > 0 && sentence.tokens[begin - 1].span.of(reading_.text).ends_with("의")) {
                return true;
            }
        }
    }
    return false;
}

/// 몸값 1조원의 기업으로 성장한 나래: a company that the sentence names, though it is not clear of whom it tells the value.
bool DocumentReader::names_one_of(const SentenceAnalysis& sentence, const AttributeClaim& claim) const {
    const auto organization = TypeSet::of(tools_.classes.organization);
    return sentence.language == Language::korean && claim.types == organization &&
           std::ranges::any_of(sentence.mentions, [&](const EntityMention& mention) {
               return mention.kind == EntityMention::Kind::name && mention.types == organization &&
                      mention.tokens.begin >= claim.tokens.end;
           });
}

void DocumentReader::read_attributes(SentenceAnalysis& sentence, const std::vector<ValueMention>& values,
                                     const FindingSink& sink) {
    if (values.empty()) {
        return;
    }
    std::vector<AttributeClaim> claims;
    tools_.attributes.read(reading_.text, sentence, values, claims);
    for (const auto& claim : claims) {
        Finding finding;
        finding.predicate = claim.predicate;
        finding.value = claim.value;
        finding.status = claim.status;
        finding.tokens = claim.tokens;
        finding.reader = std::string(claim.frame);
        const auto& types = tools_.ontology.predicate(claim.predicate).subjects;
        std::vector<Filler> subjects;
        if (claim.mention != none) {
            const Slot slot{{}, types, {}, Slot::Takes::described_too};
            subjects = filling_.resolve(reading_.text, sentence, at_, claim.mention, slot);
        } else if (const auto group = is_of_others(sentence) || names_one_of(sentence, claim)
                                        ? none
                                        : salience_.one(claim.types & types, at_);
                   group != none) {
            if (const auto type = names_.type_in(group, claim.types & types)) {
                subjects = {{group, *type, none, 0.7}};
            }
        }
        if (subjects.size() == 1) {
            finding.subject = subjects.front();
            sink(std::move(finding));
        }
    }
}

void DocumentReader::relate_versions(const FindingSink& sink) {
    const auto version_of = tools_.ontology.predicate_named("version_of");
    std::vector<std::uint32_t> mentioned;
    std::vector<std::uint32_t> first_place(names_.size(), none); // by group, the sentence
    for (std::uint32_t i = 0; i < sentences_.size(); ++i) {
        const auto& sentence = sentences_[i];
        // lists and heads name versions without a word of what they are
        const bool tells = sentence.block == Block::Kind::paragraph || sentence.block == Block::Kind::caption;
        for (const auto& mention : sentence.mentions) {
            if (mention.kind == EntityMention::Kind::name && !mention.entities.empty()) {
                const auto group = names_.find(mention.entities.front());
                first_place[group] = std::min(first_place[group], i);
                if (tells) {
                    mentioned.push_back(group);
                }
            }
        }
    }
    std::ranges::sort(mentioned);
    mentioned.erase(std::unique(mentioned.begin(), mentioned.end()), mentioned.end());
    const auto english_edition = tools_.english_cues.cue("edition");
    const auto korean_edition = tools_.korean_cues.cue("edition");
    const auto is_edition = [&](std::string_view word) {
        return tools_.english_cues.of(word).has(english_edition) || tools_.korean_cues.of(word).has(korean_edition);
    };
    for (const auto type : {tools_.ontology.type_named("Model"), tools_.classes.product}) {
        for (const auto& [member, family] :
             families_among(mentioned, names_, tools_.lexicon, type,
                            type == tools_.classes.product ? Versions::of_products : Versions::of_models, is_edition)) {
            const auto& votes = names_[family].votes;
            if (votes[tools_.classes.organization.value] > votes[type.value]) {
                continue; // a company's doorbell is no version of the company
            }
            at_ = first_place[member];
            Finding finding;
            finding.predicate = version_of;
            finding.subject = {member, type, none, 0.9};
            finding.object = {family, type, none, 1.0};
            finding.reader = "names.version";
            sink(std::move(finding));
        }
    }
}

Filler DocumentReader::filler_of(const CardEntity& entity) {
    std::uint32_t group = none;
    if (entity.entry) {
        group = names_.of_entries({{*entity.entry, LexiconName::Use::plain, 0}}, entity.name);
    } else {
        group = names_.of_form(entity.name, entity.types, strong);
    }
    for (const auto& other : entity.others) {
        names_.unite(group, names_.of_form(other, entity.types, weak));
    }
    group = names_.find(group);
    return {group, names_.type_in(group, entity.types).value_or(TypeId{}), none, 1.0};
}

void DocumentReader::read_card(const FindingSink& sink) {
    if (!is_card_) {
        return;
    }
    std::vector<CardStatement> statements;
    tools_.cards.read(document_, reading_, statements);
    at_ = 0;
    for (auto& statement : statements) {
        Finding finding;
        finding.predicate = statement.predicate;
        finding.subject = filler_of(statement.subject);
        if (const auto* object = std::get_if<CardEntity>(&statement.object)) {
            finding.object = filler_of(*object);
            if (!tools_.ontology.allows(finding.predicate, finding.subject.type, finding.object.type) ||
                finding.subject.group == finding.object.group) {
                continue;
            }
        } else {
            finding.value = std::get<Value>(statement.object);
        }
        finding.qualifiers = std::move(statement.qualifiers);
        finding.reader = std::move(statement.frame);
        finding.evidence = statement.evidence;
        sink(std::move(finding));
    }
}

} // namespace jokbo
