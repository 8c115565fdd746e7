#include "extract/document_reader.hpp"

#include "extract/characters.hpp"
#include "extract/english/english.hpp"
#include "extract/english/english_status.hpp"
#include "extract/names/families.hpp"

#include <algorithm>

namespace jokbo {

namespace {

constexpr std::uint32_t cue_reach = 3;     // tokens around an ambiguous name in which its type's class noun may stand
constexpr std::uint32_t longest_alias = 6; // tokens in a parenthesis that may be a name
constexpr std::uint16_t strong = 4;        // votes of a cue that settles the type
constexpr std::uint16_t weak = 1;          // votes of one that leaves several
constexpr std::size_t shortest_found_again = 4; // bytes; shorter names are not looked for without their cue

/// Hangul for more than a fifth of the letters.
Language language_of(std::string_view text, Span span) {
    std::size_t hangul = 0;
    std::size_t latin = 0;
    for (std::size_t at = span.begin; at < span.end; at += character_length(text[at])) {
        if (is_hangul(text, at)) {
            ++hangul;
        } else if (is_ascii_letter(text[at])) {
            ++latin;
        }
    }
    return hangul * 4 > latin ? Language::korean : Language::english;
}

std::size_t types_in(TypeSet set) {
    std::size_t count = 0;
    for (std::uint32_t type = 0; type < 32; ++type) {
        count += set.has({type}) ? 1U : 0U;
    }
    return count;
}

std::size_t index_of(Language language) { return static_cast<std::size_t>(language); }

} // namespace

ClassCues::ClassCues(const Ontology& ontology, const Cues& korean, const Cues& english)
    : title{korean.cue("title"), english.cue("title")}, person(ontology.type_named("Person")),
      organization(ontology.type_named("Organization")), product(ontology.type_named("Product")) {
    for (const auto language : {Language::korean, Language::english}) {
        const auto& cues = language == Language::korean ? korean : english;
        for (const auto& type : ontology.types()) {
            if (const auto name = "class." + type.name; !cues.words(name).empty()) {
                kinds[index_of(language)].push_back({cues.cue(name), type.id});
            }
        }
    }
}

DocumentReader::DocumentReader(const ReadingTools& tools, const Document& document)
    : tools_(tools), document_(document), names_(tools.lexicon), salience_(names_),
      filling_(tools.ontology, tools.frames, names_, salience_) {}

void DocumentReader::take_apart() {
    reading_ = tools_.layout.lay_out(document_);
    for (const auto& sentence : tools_.splitter.split(reading_)) {
        SentenceAnalysis analysis;
        analysis.sentence = sentence;
        analysis.block = reading_.blocks[sentence.block].kind;
        analysis.language = language_of(reading_.text, sentence.span);
        tokenize(reading_.text, sentence.span, analysis.tokens);
        sentences_.push_back(std::move(analysis));
    }
}

void DocumentReader::find_names() {
    for (auto& sentence : sentences_) {
        find_known_names(sentence);
        if (sentence.language == Language::korean) {
            tools_.korean.discover(reading_.text, sentence);
        } else if (tools_.english != nullptr) {
            tools_.english->discover(reading_.text, sentence);
        }
        group_names(sentence);
    }
    drop_uncued_names();
    for (auto& sentence : sentences_) {
        unite_aliases(sentence);
    }
    find_again();
    find_by_family_name();
    if (tools_.english != nullptr) {
        tools_.english->unite_short_names(reading_.text, sentences_, names_);
    }
}

/// 정 부사장은: who bears that family name was named in full before.
void DocumentReader::find_by_family_name() {
    const std::string_view text = reading_.text;
    std::unordered_map<std::string, std::uint32_t> last_bearer;
    std::unordered_map<std::string, std::uint32_t> last_version; // 2.0 모델: the model of that version
    const auto model = TypeSet::of(tools_.ontology.type_named("Model"));
    for (auto& sentence : sentences_) {
        if (sentence.language != Language::korean) {
            continue;
        }
        std::vector<EntityMention> found;
        std::size_t next = 0;
        for (std::uint32_t i = 0; i + 1 < sentence.tokens.size(); ++i) {
            while (next < sentence.mentions.size() && sentence.mentions[next].tokens.begin < i) {
                ++next;
            }
            if (next < sentence.mentions.size() && sentence.mentions[next].tokens.begin == i) {
                const auto& mention = sentence.mentions[next];
                const auto name = mention.span.of(text);
                if (mention.types == TypeSet::of(tools_.classes.person) && is_hangul(text, mention.span.begin)) {
                    const auto space = name.rfind(' '); // 알렉산더 왕: the family name stands last
                    last_bearer[std::string(name.substr(space == std::string_view::npos ? 0 : space + 1,
                                                        space == std::string_view::npos ? 3 : name.size()))] =
                        mention.entities.front();
                }
                if (!(mention.types & model).empty() &&
                    sentence.tokens[mention.tokens.end - 1].kind == Token::Kind::number) {
                    last_version[std::string(sentence.tokens[mention.tokens.end - 1].span.of(text))] =
                        mention.entities.front();
                }
                i = mention.tokens.end - 1;
                continue;
            }
            const auto& token = sentence.tokens[i];
            if (token.kind == Token::Kind::number && sentence.tokens[i + 1].span.of(text).starts_with("모델")) {
                if (const auto bearer = last_version.find(std::string(token.span.of(text)));
                    bearer != last_version.end()) {
                    EntityMention mention;
                    mention.tokens = {i, i + 1};
                    mention.span = token.span;
                    mention.types = model;
                    mention.entities = {bearer->second};
                    found.push_back(std::move(mention));
                }
                continue;
            }
            if (token.kind != Token::Kind::hangul || token.span.size() > 6 ||
                sentence.tokens[i + 1].gap == Token::Gap::glued || !tools_.korean.is_title(text, sentence, i + 1)) {
                continue;
            }
            if (const auto bearer = last_bearer.find(std::string(token.span.of(text))); bearer != last_bearer.end()) {
                EntityMention mention;
                mention.tokens = {i, i + 1};
                mention.span = token.span;
                mention.types = TypeSet::of(tools_.classes.person);
                mention.entities = {bearer->second};
                found.push_back(std::move(mention));
            }
        }
        if (!found.empty()) {
            sentence.mentions.insert(sentence.mentions.end(), found.begin(), found.end());
            std::ranges::sort(sentence.mentions, {}, &EntityMention::tokens);
        }
    }
}

void DocumentReader::find_known_names(SentenceAnalysis& sentence) {
    const std::string_view text = reading_.text;
    const auto& tokens = sentence.tokens;
    for (std::uint32_t i = 0; i < tokens.size();) {
        const auto kind = tokens[i].kind;
        if (kind == Token::Kind::punctuation || kind == Token::Kind::symbol) {
            ++i;
            continue;
        }
        if (kind == Token::Kind::hangul) {
            if (const auto likening = tools_.korean.likening(text, sentence, i); likening != 0) {
                i += likening + 1; // 제2의 딥시크 is not DeepSeek
                continue;
            }
        }
        const auto match =
            tools_.names.longest(text, tokens[i].span.begin, sentence.sentence.span.end, [&](std::uint32_t end) {
                return tools_.korean.may_end_name(text, end, sentence.sentence.span.end);
            });
        const auto bearers = match.list == none ? std::vector<NameIndex::Bearer>{}
                                                : tools_.names.bearers(text, tokens[i].span.begin, match);
        if (bearers.empty()) {
            ++i;
            continue;
        }
        EntityMention mention;
        mention.span = {tokens[i].span.begin, match.end};
        auto end = i;
        while (end < tokens.size() && tokens[end].span.begin < match.end) {
            ++end;
        }
        mention.tokens = {i, end};
        if (is_class_noun(sentence, mention)) {
            i = end; // 거대언어모델, LLM: what a thing is, no name of one
            continue;
        }
        bool plain = false;
        for (const auto& bearer : bearers) {
            mention.types.add(tools_.lexicon.entry(bearer.entry).type);
            plain = plain || bearer.use == LexiconName::Use::plain;
        }
        const auto group = names_.of_entries(bearers, mention.span.of(text));
        mention.entities = {group};
        if (!plain) {
            cued_[group] = cued_[group] || has_cue(sentence, mention);
        } else {
            cued_[group] = true;
        }
        sentence.mentions.push_back(std::move(mention));
        i = end;
    }
}

bool DocumentReader::is_class_noun(const SentenceAnalysis& sentence, const EntityMention& mention) const {
    const auto& cues = sentence.language == Language::korean ? tools_.korean_cues : tools_.english_cues;
    std::string word(mention.span.of(reading_.text));
    auto classes = cues.of(word);
    if (classes.empty()) {
        std::ranges::transform(word, word.begin(), ascii_lower);
        classes = cues.of(word);
    }
    return !classes.empty() && std::ranges::any_of(tools_.classes.kinds[index_of(sentence.language)],
                                                   [&](const auto& kind) { return classes.has(kind.cue); });
}

bool DocumentReader::has_cue(const SentenceAnalysis& sentence, const EntityMention& mention) const {
    const std::string_view text = reading_.text;
    const auto& cues = sentence.language == Language::korean ? tools_.korean_cues : tools_.english_cues;
    const auto from = mention.tokens.begin - std::min(mention.tokens.begin, cue_reach);
    const auto to = std::min(static_cast<std::uint32_t>(sentence.tokens.size()), mention.tokens.end + cue_reach);
    for (auto i = from; i < to; ++i) {
        if (i >= mention.tokens.begin && i < mention.tokens.end) {
            continue;
        }
        std::string word(sentence.tokens[i].span.of(text));
        std::ranges::transform(word, word.begin(), ascii_lower);
        auto classes = cues.of(word);
        if (sentence.language == Language::korean) {
            Particle particle{};
            const auto size = tools_.korean.particle_size(word, particle);
            classes = classes | cues.of(std::string_view(word).substr(0, word.size() - size));
        }
        if (classes.empty()) {
            continue;
        }
        const bool titled = classes.has(tools_.classes.title[index_of(sentence.language)]);
        if (titled && (mention.types.has(tools_.classes.person) ||
                       (mention.types.has(tools_.classes.organization) && i >= mention.tokens.end))) {
            return true; // 김가람 대표, GS 회장
        }
        for (const auto& kind : tools_.classes.kinds[index_of(sentence.language)]) {
            if (mention.types.has(kind.type) && kind.type != tools_.classes.person && classes.has(kind.cue)) {
                return true;
            }
        }
    }
    // in quotes, or with its other script behind it
    const auto before =
        mention.tokens.begin > 0 ? sentence.tokens[mention.tokens.begin - 1].span.of(text) : std::string_view{};
    return before == "‘" || before == "'" || before == "\"";
}

void DocumentReader::drop_uncued_names() {
    for (auto& sentence : sentences_) {
        std::erase_if(sentence.mentions, [&](const EntityMention& mention) {
            if (mention.entities.empty()) {
                return true;
            }
            const auto found = cued_.find(mention.entities.front());
            return found != cued_.end() && !found->second;
        });
    }
}

/// Names that the text introduces get their groups.
void DocumentReader::group_names(SentenceAnalysis& sentence) {
    for (auto& mention : sentence.mentions) {
        if (!mention.entities.empty() && sentence.language == Language::english && types_in(mention.types) > 1 &&
            mention.types.has(tools_.classes.organization) &&
            !names_[names_.find(mention.entities.front())].types.has(tools_.classes.organization)) {
            // a product by the lexicon, a company by what the text says of it
            const auto company = TypeSet::of(tools_.classes.organization);
            names_.unite(mention.entities.front(), names_.of_form(mention.span.of(reading_.text), company, strong));
        }
        if (mention.entities.empty() && mention.kind == EntityMention::Kind::name) {
            const auto weight = types_in(mention.types) == 1 ? strong : weak;
            if (weight == weak && sentence.language == Language::english) {
                // what every mention leaves open counts once
                const auto form = mention.span.of(reading_.text);
                const auto group = names_.of_form(form, {}, 0);
                const bool is_new = names_[names_.find(group)].types.empty();
                mention.entities = {is_new ? names_.of_form(form, mention.types, weak) : group};
                if (is_new && mention.types.has(tools_.classes.product)) {
                    names_.of_form(form, TypeSet::of(tools_.classes.product), weak);
                }
                continue;
            }
            mention.entities = {names_.of_form(
                mention.also.empty() ? mention.span.of(reading_.text) : mention.also.front(), mention.types, weight)};
            // what is introduced by no class noun is oftener a product than anything else that is made
            if (weight == weak && mention.types.has(tools_.classes.product)) {
                names_.of_form(mention.span.of(reading_.text), TypeSet::of(tools_.classes.product), weak);
            }
            for (const auto& form : mention.also) {
                names_.unite(mention.entities.front(), names_.of_form(form, mention.types, weight));
            }
        }
    }
    std::ranges::sort(sentence.mentions, {}, &EntityMention::tokens);
}

/// 코히어(Cohere), Independent AI Foundation Model (IAFM): one thing, two names.
void DocumentReader::unite_aliases(SentenceAnalysis& sentence) {
    const std::string_view text = reading_.text;
    const auto& tokens = sentence.tokens;
    for (std::size_t m = 0; m < sentence.mentions.size(); ++m) {
        const auto mention = sentence.mentions[m];
        auto open = mention.tokens.end;
        while (open < tokens.size() && open < mention.tokens.end + 2 &&
               (tokens[open].span.of(text) == "’" || tokens[open].span.of(text) == "'" ||
                tokens[open].span.of(text) == "”")) {
            ++open;
        }
        if (mention.span.end < tokens[mention.tokens.end - 1].span.end || open >= tokens.size() ||
            tokens[open].span.of(text) != "(") {
            continue;
        }
        auto close = open + 1;
        while (close < tokens.size() && close <= open + longest_alias && tokens[close].span.of(text) != ")") {
            ++close;
        }
        if (close >= tokens.size() || tokens[close].span.of(text) != ")" || close == open + 1) {
            continue;
        }
        const auto inside = std::ranges::find_if(
            sentence.mentions, [&](const EntityMention& other) { return other.tokens.begin == open + 1; });
        if (inside != sentence.mentions.end() && inside->tokens.end == close) {
            if (!(inside->types & mention.types).empty()) {
                names_.unite(mention.entities.front(), inside->entities.front());
            }
            continue;
        }
        if (inside != sentence.mentions.end()) {
            continue;
        }
        const Span span{tokens[open + 1].span.begin, tokens[close - 1].span.end};
        const auto& first = tokens[open + 1];
        const bool latin = first.kind == Token::Kind::latin && first.letter_case != Token::Case::lower;
        const bool hangul = first.kind == Token::Kind::hangul && close == open + 2;
        const bool other_script = is_hangul(text, mention.span.begin)
                                    ? latin
                                    : hangul || (latin && first.letter_case == Token::Case::upper && close == open + 2);
        const auto& cues = sentence.language == Language::korean ? tools_.korean_cues : tools_.english_cues;
        std::string lower(first.span.of(text));
        std::ranges::transform(lower, lower.begin(), ascii_lower);
        if (!other_script || !cues.of(first.span.of(text)).empty() || !cues.of(lower).empty()) {
            continue;
        }
        const auto alias = names_.of_form(span.of(text), mention.types, weak);
        names_.unite(mention.entities.front(), alias);
        EntityMention made;
        made.tokens = {open + 1, close};
        made.span = span;
        made.types = mention.types;
        made.entities = {alias};
        sentence.mentions.insert(sentence.mentions.begin() + static_cast<std::ptrdiff_t>(m) + 1, std::move(made));
        ++m;
    }
}

/// Names that the text introduced somewhere are looked for everywhere.
void DocumentReader::find_again() {
    const std::string_view text = reading_.text;
    struct Known {
        std::string form;
        std::uint32_t group;
    };
    std::unordered_map<std::string, std::vector<Known>> by_begin;
    for (std::uint32_t group = 0; group < names_.size(); ++group) {
        if (!names_.is_root(group) || names_[group].naming == Naming::described) {
            continue;
        }
        for (const auto& form : names_[group].names) {
            if (form.size() >= shortest_found_again) {
                by_begin[form.substr(0, std::min<std::size_t>(form.size(), 6))].push_back({form, group});
            }
            // Ross, behind Jonathan Ross
            const auto last = form.rfind(' ');
            if (last != std::string::npos && form.size() - last - 1 >= shortest_found_again && form[last + 1] >= 'A' &&
                form[last + 1] <= 'Z' && names_.type_in(group, TypeSet::of(tools_.classes.person))) {
                const auto name = form.substr(last + 1);
                by_begin[name.substr(0, std::min<std::size_t>(name.size(), 6))].push_back({name, group});
            }
        }
    }
    if (by_begin.empty()) {
        return;
    }
    for (auto& [begin, list] : by_begin) {
        std::ranges::sort(list, [](const Known& a, const Known& b) {
            return a.form.size() > b.form.size() || (a.form.size() == b.form.size() && a.form < b.form);
        });
    }
    for (auto& sentence : sentences_) {
        std::vector<EntityMention> found;
        std::size_t next = 0;
        for (std::uint32_t i = 0; i < sentence.tokens.size(); ++i) {
            while (next < sentence.mentions.size() && sentence.mentions[next].tokens.end <= i) {
                ++next;
            }
            const auto& token = sentence.tokens[i];
            if (next < sentence.mentions.size() && sentence.mentions[next].tokens.begin <= i) {
                i = sentence.mentions[next].tokens.end - 1;
                continue;
            }
            if (token.kind == Token::Kind::punctuation || token.kind == Token::Kind::symbol ||
                token.kind == Token::Kind::number) {
                continue;
            }
            const auto rest = text.substr(token.span.begin, sentence.sentence.span.end - token.span.begin);
            const auto limit = next < sentence.mentions.size()
                                 ? sentence.tokens[sentence.mentions[next].tokens.begin].span.begin
                                 : sentence.sentence.span.end;
            for (const std::size_t size : {std::size_t{6}, std::size_t{5}, std::size_t{4}}) {
                const auto list = by_begin.find(std::string(rest.substr(0, size)));
                if (list == by_begin.end()) {
                    continue;
                }
                const auto hit = std::ranges::find_if(list->second, [&](const Known& known) {
                    const auto end = token.span.begin + static_cast<std::uint32_t>(known.form.size());
                    return rest.starts_with(known.form) && end <= limit &&
                           tools_.korean.may_end_name(text, end, sentence.sentence.span.end);
                });
                if (hit == list->second.end()) {
                    continue;
                }
                EntityMention mention;
                mention.span = {token.span.begin, token.span.begin + static_cast<std::uint32_t>(hit->form.size())};
                auto end = i;
                while (end < sentence.tokens.size() && sentence.tokens[end].span.begin < mention.span.end) {
                    ++end;
                }
                mention.tokens = {i, end};
                mention.types = names_[hit->group].types;
                mention.entities = {hit->group};
                found.push_back(std::move(mention));
                i = end - 1;
                break;
            }
        }
        sentence.mentions.insert(sentence.mentions.end(), found.begin(), found.end());
        std::ranges::sort(sentence.mentions, {}, &EntityMention::tokens);
        for (auto& mention : sentence.mentions) {
            if (mention.kind == EntityMention::Kind::name) {
                mention.types = names_[mention.entities.front()].types;
            }
        }
    }
}

void DocumentReader::find_relations(const FindingSink& sink) {
    const std::string_view text = reading_.text;
    std::vector<ShapeHit> hits;
    std::vector<ValueMention> values;
    const DateResolver dates(document_.published);
    if (const auto own = tools_.cards.own_model(document_, reading_)) {
        salience_.favour(filler_of(*own).group);
    }
    for (at_ = 0; at_ < sentences_.size(); ++at_) {
        auto& sentence = sentences_[at_];
        const auto& block = reading_.blocks[sentence.sentence.block];
        if (block.kind == Block::Kind::heading && block.depth <= 2 && !sentence.mentions.empty()) {
            salience_.forget();
        }
        if (sentence.language == Language::korean) {
            tools_.korean.parse(text, sentence);
        } else if (tools_.english != nullptr) {
            tools_.english->parse(text, sentence);
        }
        const auto status = [&](const Predication& predication) {
            return sentence.language == Language::korean
                     ? tools_.korean.status(text, sentence, predication)
                     : english_status(text, sentence, predication, tools_.english_cues);
        };
        values.clear();
        tools_.values.find(text, sentence.tokens, sentence.language, dates, values);
        const auto qualified = [&](Finding finding) {
            qualify(sentence, values, finding);
            sink(std::move(finding));
        };
        filling_.fill(text, sentence, values, at_, status, qualified);
        hits.clear();
        tools_.patterns.match(text, sentence, hits);
        for (const auto& hit : hits) {
            const auto& pattern = tools_.frames.patterns()[hit.pattern];
            std::vector<std::vector<Filler>> fillers(pattern.slots.size());
            for (std::size_t slot = 0; slot < hit.mentions.size(); ++slot) {
                if (hit.mentions[slot] == none) {
                    fillers[slot] = filling_.around(text, sentence, at_, pattern.slots[slot]);
                    continue;
                }
                for (const auto mention : list_around(sentence, hit.mentions[slot], hit.tokens)) {
                    for (auto& filler : filling_.resolve(text, sentence, at_, mention, pattern.slots[slot])) {
                        fillers[slot].push_back(filler);
                    }
                }
            }
            Qualifiers qualifiers;
            qualifiers.role = hit.role;
            filling_.combine(pattern.frame, fillers, {Status::asserted, hit.tokens, hit.tokens, values}, qualifiers,
                             qualified);
        }
        read_attributes(sentence, values, sink);
        remember(sentence, at_);
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
        } else if (const auto group = is_of_others(sentence) ? none : salience_.one(claim.types & types, at_);
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
    for (const auto& sentence : sentences_) {
        if (sentence.block != Block::Kind::paragraph && sentence.block != Block::Kind::caption) {
            continue; // lists and heads name versions without a word of what they are
        }
        for (const auto& mention : sentence.mentions) {
            if (mention.kind == EntityMention::Kind::name && !mention.entities.empty()) {
                mentioned.push_back(names_.find(mention.entities.front()));
            }
        }
    }
    std::ranges::sort(mentioned);
    mentioned.erase(std::unique(mentioned.begin(), mentioned.end()), mentioned.end());
    for (const auto type : {tools_.ontology.type_named("Model"), tools_.classes.product}) {
        for (const auto& [member, family] :
             families_among(mentioned, names_, tools_.lexicon, type,
                            type == tools_.classes.product ? Versions::with_a_digit : Versions::any_words)) {
            for (at_ = 0; at_ < sentences_.size(); ++at_) {
                const bool stands_here =
                    std::ranges::any_of(sentences_[at_].mentions, [&, member = member](const EntityMention& m) {
                        return m.kind == EntityMention::Kind::name && !m.entities.empty() &&
                               names_.find(m.entities.front()) == member;
                    });
                if (stands_here) {
                    Finding finding;
                    finding.predicate = version_of;
                    finding.subject = {member, type, none, 0.9};
                    finding.object = {family, type, none, 1.0};
                    finding.reader = "names.version";
                    sink(std::move(finding));
                    break;
                }
            }
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

/// The list that a shape's first or last name belongs to: 강진두·이홍구 KB증권 대표.
std::vector<std::uint32_t> DocumentReader::list_around(const SentenceAnalysis& sentence, std::uint32_t mention,
                                                       TokenRange shape) const {
    const std::string_view text = reading_.text;
    std::vector<std::uint32_t> list{mention};
    const auto joined = [&](std::uint32_t left, std::uint32_t right) {
        const auto& a = sentence.mentions[left];
        const auto& b = sentence.mentions[right];
        if (a.tokens.end + 1 != b.tokens.begin || a.types != b.types || b.kind != EntityMention::Kind::name) {
            return false;
        }
        const auto joint = sentence.tokens[a.tokens.end].span.of(text);
        return joint == "·" || joint == "ㆍ" || joint == "・" || joint == ",";
    };
    const auto only_commas = [&](std::uint32_t left) {
        return sentence.tokens[sentence.mentions[left].tokens.end].span.of(text) == ",";
    };
    if (sentence.mentions[mention].tokens.begin == shape.begin) {
        for (auto at = mention; at > 0 && joined(at - 1, at); --at) {
            list.push_back(at - 1);
        }
    }
    if (sentence.mentions[mention].tokens.end >= shape.end) {
        for (auto at = mention; at + 1 < sentence.mentions.size() && joined(at, at + 1); ++at) {
            list.push_back(at + 1);
        }
    }
    // two names with a comma between are no list: a headline's topic and its object
    if (list.size() == 2 && only_commas(std::min(list[0], list[1]))) {
        list.resize(1);
    }
    return list;
}

/// The date and the amount of a finding, where its clause gives one.
void DocumentReader::qualify(const SentenceAnalysis& sentence, const std::vector<ValueMention>& values,
                             Finding& finding) const {
    const bool has_amount = tools_.ontology.predicate(finding.predicate).amount == Predicate::Amount::yes;
    const TokenRange whole{0, static_cast<std::uint32_t>(sentence.tokens.size())};
    std::size_t amounts = 0;
    std::size_t dates = 0;
    for (const auto& value : values) {
        const bool inside = value.tokens.begin >= whole.begin && value.tokens.end <= whole.end;
        if (inside && value.kind == ValueMention::Kind::money && !value.equivalent && has_amount && ++amounts == 1) {
            finding.qualifiers.amount = std::get<Money>(value.value);
        }
        if (inside && value.kind == ValueMention::Kind::date && !std::get<std::string>(value.value).empty() &&
            ++dates == 1 && !finding.value) {
            finding.qualifiers.when = std::get<std::string>(value.value);
        }
    }
    // two amounts or two dates in one sentence: which is whose is not told
    if (amounts > 1) {
        finding.qualifiers.amount.reset();
    }
    if (dates > 1) {
        finding.qualifiers.when.clear();
    }
}

void DocumentReader::remember(const SentenceAnalysis& sentence, std::uint32_t number) {
    const auto subject = tools_.frames.role("subject");
    const auto topic = tools_.frames.role("topic");
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
    for (std::size_t m = 0; m < sentence.mentions.size(); ++m) {
        const auto& mention = sentence.mentions[m];
        if (sentence.language == Language::english) {
            places[m] = mention.place == EntityMention::Place::topic   ? Salience::Place::topic
                      : mention.place == EntityMention::Place::subject ? Salience::Place::subject
                                                                       : Salience::Place::other;
        }
        if (mention.kind == EntityMention::Kind::name && !mention.entities.empty()) {
            if (mention.place != EntityMention::Place::aside) {
                salience_.see(mention.entities.front(), places[m], number);
            }
        } else if (mention.kind == EntityMention::Kind::anaphor && mention.number == 1 &&
                   sentence.language == Language::english && mention.antecedents.empty()) {
            // what is spoken of by a pronoun stays in mind
            if (const auto group = salience_.frequent(mention.types, number); group != none) {
                salience_.see(group, std::min(places[m], Salience::Place::subject), number);
            }
        }
    }
    for (const auto& phrase : sentence.phrases) {
        std::vector<std::uint32_t> groups;
        for (const auto mention : phrase.mentions) {
            if (sentence.mentions[mention].kind == EntityMention::Kind::name) {
                groups.push_back(sentence.mentions[mention].entities.front());
            }
        }
        if (groups.size() >= 2) {
            salience_.see_together(groups, number);
        }
    }
    // a topic and its companion: LG CNS는 코히어와 …
    const auto with = tools_.frames.role(sentence.language == Language::korean ? "와" : "with");
    for (const auto& predication : sentence.predications) {
        std::vector<std::uint32_t> groups;
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
            salience_.see_together(groups, number);
        }
    }
}

} // namespace jokbo
