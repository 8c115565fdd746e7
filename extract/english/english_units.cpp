#include "extract/english/english_tagger.hpp"

#include "extract/characters.hpp"

namespace jokbo {

namespace {

bool is_apostrophe(std::string_view text) { return text == "'" || text == "’"; }

bool is_quote(std::string_view text) {
    return text == "\"" || text == "“" || text == "”" || text == "‘" || text == "’" || text == "'" || text == "«" ||
           text == "»" || text == "*" || text == "_" || text == "`";
}

bool is_currency(std::string_view text) {
    return text == "$" || text == "€" || text == "£" || text == "₩" || text == "¥";
}

bool is_possessive_mark(std::string_view text) { return text == "'s" || text == "’s" || text == "'S" || text == "’S"; }

} // namespace

bool EnglishTagger::glued(std::uint32_t token) const {
    return token < s_.analysis->tokens.size() && s_.analysis->tokens[token].gap == Token::Gap::glued;
}

void EnglishTagger::push(std::uint32_t begin, std::uint32_t end, Part part, const EnglishWord* word) {
    EnglishUnit unit;
    unit.tokens = {begin, end};
    unit.part = part;
    unit.word = part == Part::genitive ? &reader_.vocabulary_.word("'s") : word;
    s_.units.push_back(unit);
}

void EnglishTagger::cut() {
    const auto& tokens = s_.analysis->tokens;
    const auto& mentions = s_.analysis->mentions;
    const auto count = static_cast<std::uint32_t>(tokens.size());
    std::uint32_t mention = 0;
    for (std::uint32_t at = 0; at < count;) {
        while (mention < mentions.size() && mentions[mention].tokens.begin < at) {
            ++mention;
        }
        const auto next_mention = mention < mentions.size() ? mentions[mention].tokens.begin : count;
        if (at == next_mention) {
            push(at, mentions[mention].tokens.end, Part::name);
            s_.units.back().mention = mention;
            at = mentions[mention].tokens.end;
            if (at + 1 < count && glued(at) && token_text(at) == "-" && glued(at + 1) &&
                tokens[at + 1].kind == Token::Kind::latin) {
                if (mention + 1 < mentions.size() && mentions[mention + 1].tokens.begin == at + 1) {
                    push(at, at + 1, Part::conjunction); // the Lumen-Tern deal
                    ++at;
                    continue;
                }
                const auto end = compound_end(at + 1, count);
                push(at, end, Part::bound, &word_at(end - 1));
                at = end;
            }
            continue;
        }
        switch (tokens[at].kind) {
        case Token::Kind::latin: take_word(at, next_mention); break;
        case Token::Kind::number: take_amount(at, next_mention); break;
        case Token::Kind::symbol:
            if (is_currency(token_text(at)) && at + 1 < count && tokens[at + 1].kind == Token::Kind::number) {
                take_amount(at, next_mention);
                break;
            }
            [[fallthrough]];
        default: take_mark(at);
        }
    }
}

std::uint32_t EnglishTagger::compound_end(std::uint32_t token, std::uint32_t next_mention) const {
    const auto& tokens = s_.analysis->tokens;
    auto end = token + 1;
    while (end + 1 < tokens.size() && end + 1 < next_mention && glued(end)) {
        const bool hyphen = token_text(end) == "-" && glued(end + 1) &&
                            (tokens[end + 1].kind == Token::Kind::latin || tokens[end + 1].kind == Token::Kind::number);
        if (hyphen) {
            end += 2;
        } else if (tokens[end].kind == Token::Kind::latin && !is_possessive_mark(token_text(end))) {
            ++end;
        } else if (tokens[end].kind == Token::Kind::number) {
            ++end;
        } else {
            break;
        }
    }
    return end;
}

bool EnglishTagger::take_contraction(std::uint32_t& token) {
    const auto& tokens = s_.analysis->tokens;
    if (token + 2 >= tokens.size() || !glued(token + 1) || !glued(token + 2) || !is_apostrophe(token_text(token + 1))) {
        return false;
    }
    const auto tail = token_text(token + 2);
    const auto head = token_text(token);
    if (tokens[token + 2].letter_case != Token::Case::lower) {
        return false; // D’Angelo
    }
    if (tail == "t") {
        const auto& word = reader_.vocabulary_.word(head.substr(0, head.size() - 1));
        auto part = Part::modal;
        if (word.is(EnglishClass::do_)) {
            part = Part::do_;
        } else if (word.is(EnglishClass::be)) {
            part = Part::be;
        } else if (word.is(EnglishClass::have)) {
            part = Part::have;
        }
        push(token, token + 3, part, &word);
    } else if (tail == "re" || tail == "ve" || tail == "ll" || tail == "d" || tail == "m") {
        push(token, token + 1, Part::other, &reader_.vocabulary_.word(head));
        push(token + 1, token + 3,
             tail == "ve"                  ? Part::have
             : tail == "ll" || tail == "d" ? Part::modal
                                           : Part::be,
             &reader_.vocabulary_.word(tail == "ve"                  ? "have"
                                       : tail == "ll" || tail == "d" ? "will"
                                                                     : "are"));
    } else {
        push(token, token + 3, Part::other, &reader_.vocabulary_.word(head));
    }
    token += 3;
    return true;
}

void EnglishTagger::take_word(std::uint32_t& token, std::uint32_t next_mention) {
    if (is_possessive_mark(token_text(token))) {
        push(token, token + 1, Part::genitive);
        ++token;
        return;
    }
    if (take_contraction(token)) {
        return;
    }
    auto end = compound_end(token, next_mention);
    const auto& tokens = s_.analysis->tokens;
    const bool series = token_text(token) == "Series" && end < next_mention && !glued(end) &&
                        tokens[end].letter_case == Token::Case::upper && tokens[end].span.size() == 1;
    if (series) {
        push(token, end + 1, Part::other, &reader_.vocabulary_.word("series"));
        token = end + 1;
        return;
    }
    if (end < next_mention && token_text(end) == "-" && glued(end) && end + 1 == next_mention && glued(end + 1)) {
        push(token, end + 1, Part::adjective, &word_at(token)); // ex-Lumen, non-Lumen
        token = end + 1;
        return;
    }
    const auto whole = text_of({token, end});
    const auto* word = end == token + 1 ? &word_at(token) : &reader_.vocabulary_.word(whole);
    if (end > token + 1 && word->classes == 0 && word->noun == 0xFFFF) {
        word = &word_at(end - 1);
    }
    if (word->phrases != 0xFFFF && end == token + 1) {
        end = phrase_end(token, next_mention, word->phrases);
        word = end == token + 1 ? word : &reader_.vocabulary_.word(text_of({token, end}));
    }
    push(token, end, Part::other, word);
    token = end;
    // the plural's possessive: founders’ shares
    if (token < next_mention && glued(token) && token < tokens.size() && is_apostrophe(token_text(token)) &&
        whole.ends_with('s') && token + 1 < tokens.size() && !glued(token + 1)) {
        push(token, token + 1, Part::genitive);
        ++token;
    }
}

/// Where the phrase ends that begins at `token` and counts as one word; the next token where there is none.
std::uint32_t EnglishTagger::phrase_end(std::uint32_t token, std::uint32_t next_mention, std::uint16_t phrases) const {
    for (const auto& rest : reader_.vocabulary_.phrases(phrases)) {
        const auto end = token + 1 + static_cast<std::uint32_t>(rest.size());
        bool stands = end <= next_mention && end <= s_.analysis->tokens.size();
        for (std::uint32_t i = 0; stands && i < rest.size(); ++i) {
            stands = token_text(token + 1 + i) == rest[i];
        }
        if (stands) {
            return end;
        }
    }
    return token + 1;
}

void EnglishTagger::take_amount(std::uint32_t& token, std::uint32_t next_mention) {
    const auto& tokens = s_.analysis->tokens;
    const auto begin = token;
    token += tokens[token].kind == Token::Kind::symbol ? 2 : 1;
    if (token < tokens.size() && token < next_mention && glued(token)) {
        token = compound_end(token - 1, next_mention);
    }
    while (token < tokens.size() && token < next_mention && tokens[token].kind == Token::Kind::latin &&
           word_at(token).is(EnglishClass::number_word)) {
        if (token + 1 < tokens.size() && token_text(token + 1) == "-" && glued(token + 1)) {
            break; // a $6 billion five-year deal
        }
        ++token;
    }
    if (token < tokens.size() && token_text(token) == "%") {
        ++token;
    }
    push(begin, token, Part::number);
}

/// a U.S. startup, Ada J. Kim: the last point of what has points within, or stands for a name, ends nothing while words follow.
bool EnglishTagger::abbreviates(std::uint32_t point) const {
    if (s_.units.empty() || !glued(point) || point + 1 >= s_.analysis->tokens.size()) {
        return false;
    }
    const auto last = static_cast<std::uint32_t>(s_.units.size() - 1);
    if (is(last, EnglishClass::company_suffix) || is(last, EnglishClass::honorific)) {
        return true;
    }
    const auto before = s_.unit_text(s_.units[last]);
    const bool initial = before.size() == 1 && before.front() >= 'A' && before.front() <= 'Z';
    return initial || before.find('.') != std::string_view::npos;
}

void EnglishTagger::take_mark(std::uint32_t& token) {
    const auto text = token_text(token);
    const auto at = token++;
    if (is_quote(text)) {
        const bool after_plural = is_apostrophe(text) && glued(at) && at > 0 && token_text(at - 1).ends_with('s') &&
                                  at + 1 < s_.analysis->tokens.size() && !glued(at + 1);
        if (after_plural && !s_.units.empty() && s_.units.back().part == Part::name) {
            push(at, at + 1, Part::genitive);
        }
        return;
    }
    auto part = Part::other;
    const bool list = text == ";" && token < s_.analysis->tokens.size() &&
                      (token_text(token) == "and" || s_.analysis->tokens[token].letter_case != Token::Case::lower);
    if (text == "," || list) {
        part = Part::comma;
    } else if (text == "." && abbreviates(at)) {
        return;
    } else if (text == ";" || text == ":" || text == "." || text == "?" || text == "!" || text == "…") {
        part = Part::stop;
    } else if (text == "—" || text == "–" || text == "-") {
        part = Part::dash;
    } else if (text == "(" || text == "[") {
        part = Part::open;
    } else if (text == ")" || text == "]") {
        part = Part::close;
    } else if (text == "&" || text == "/" || text == "+") {
        part = Part::conjunction;
    }
    push(at, at + 1, part);
}

} // namespace jokbo
