#include "extract/cards/cards.hpp"

#include "extract/cards/card_cells.hpp"
#include "extract/cards/card_reading.hpp"
#include "extract/characters.hpp"
#include "schema/text.hpp"

#include <algorithm>
#include <map>
#include <utility>
#include <vector>

namespace jokbo {

struct CardReader::Engine {
    CardKnowledge knowledge;
    const NameIndex& names;

    bool is_card(const Reading& reading) const;
    bool is_survey(const Reading& reading) const;
    std::optional<CardEntity> own_model(const Reading& reading) const;
    Span commonest_model(std::string_view text) const;
    Span title_name(std::string_view text, Span heading) const;
    void add_tag_names(const Reading& reading, CardEntity& own) const;
};

/// Fields, headings, tables and code that only cards have, weighed.
bool CardReader::Engine::is_card(const Reading& reading) const {
    int points = 0;
    for (const auto& field : reading.fields) {
        if (knowledge.words.is("field.card", field.key)) {
            return true;
        }
    }
    for (const auto& block : reading.blocks) {
        switch (block.kind) {
        case Block::Kind::heading: {
            const auto key = CardWords::folded(block.span.of(reading.text));
            points += knowledge.words.is("card", key) ? 2 : knowledge.words.within_folded("card", key) ? 1 : 0;
            break;
        }
        case Block::Kind::code: points += points > 0 ? 1 : 0; break;
        case Block::Kind::list_item: { // - License: MIT
            const auto line = block.span.of(reading.text);
            const auto colon = line.find(':');
            if (points < 3 && colon < 40) {
                points += knowledge.words.label(line.substr(0, colon)).kind == CardLabel::Kind::property ? 1 : 0;
            }
            break;
        }
        case Block::Kind::table: {
            const auto& table = reading.tables.at(block.table);
            int heads = 0;
            for (const auto& row : table.rows) {
                if (!row.empty()) {
                    const auto kind = knowledge.words.label(row[0].of(reading.text)).kind;
                    heads += kind == CardLabel::Kind::property || kind == CardLabel::Kind::benchmark ? 1 : 0;
                }
            }
            if (!table.rows.empty()) {
                for (const auto cell : table.rows[0]) {
                    const auto kind = knowledge.words.label(cell.of(reading.text)).kind;
                    heads += kind == CardLabel::Kind::property || kind == CardLabel::Kind::benchmark ||
                                     kind == CardLabel::Kind::model
                               ? 1
                               : 0;
                }
            }
            points += std::min(heads, 3);
            break;
        }
        default: break;
        }
        if (points >= 3) {
            return true;
        }
    }
    return false;
}

bool CardReader::Engine::is_survey(const Reading& reading) const {
    for (const auto& block : reading.blocks) {
        if (block.kind == Block::Kind::heading) {
            return knowledge.words.within("survey", block.span.of(reading.text));
        }
    }
    return false;
}

/// The model's name in a heading: A.X 3.1 of "A.X 3.1: 한국어 특화 대규모 언어 모델"; empty where there is none.
Span CardReader::Engine::title_name(std::string_view text, Span heading) const {
    auto name = bare_cell(text, heading);
    for (const auto& lead : knowledge.words.words("title.before")) {
        const auto whole = name.of(text);
        if (whole.size() > lead.size() + 1 && CardWords::folded(whole.substr(0, lead.size())) == lead) {
            name = bare_cell(text, {name.begin + static_cast<std::uint32_t>(lead.size()), name.end});
        }
    }
    for (const std::string_view owner : {"'s ", "’s "}) { // Snowflake's Arctic-embed
        if (const auto at = name.of(text).find(owner); at != std::string_view::npos) {
            name = bare_cell(text, {name.begin + static_cast<std::uint32_t>(at + owner.size()), name.end});
        }
    }
    for (const std::string_view mark : {": ", " - ", " – ", " — ", " | ", "："}) {
        if (const auto at = name.of(text).find(mark); at != std::string_view::npos && at > 0) {
            name = bare_cell(text, {name.begin, name.begin + static_cast<std::uint32_t>(at)});
        }
    }
    name = without_note(text, name);
    for (bool shorter = true; shorter;) {
        shorter = false;
        const auto whole = name.of(text);
        for (const auto& word : knowledge.words.words("title")) {
            if (whole.size() > word.size() + 1 && CardWords::folded(whole.substr(whole.size() - word.size())) == word &&
                (whole[whole.size() - word.size() - 1] == ' ')) {
                name = bare_cell(text, {name.begin, name.end - static_cast<std::uint32_t>(word.size())});
                shorter = true;
                break;
            }
        }
    }
    const auto whole = name.of(text);
    const auto spaces = std::count(whole.begin(), whole.end(), ' ');
    const bool capital =
        std::any_of(whole.begin(), whole.end(), [](char c) { return (c >= 'A' && c <= 'Z') || is_digit(c); });
    const auto folded = CardWords::folded(whole);
    const bool plain = knowledge.words.is("card", folded) || knowledge.words.is("plain", folded) ||
                       knowledge.words.within("survey", whole) || whole.find(" & ") != std::string_view::npos ||
                       whole.find(", ") != std::string_view::npos;
    if (!is_name_like(whole) || spaces > 4 || plain || !capital) {
        return {};
    }
    // A name that the page goes on to speak of, or one with a version.
    const bool known = knowledge.knows(knowledge.model, whole);
    const bool version = !is_digit(whole[0]) && std::any_of(whole.begin(), whole.end(), is_digit);
    const auto rest = text.substr(name.end);
    const bool again = std::search(rest.begin(), rest.end(), whole.begin(), whole.end(),
                                   [](char a, char b) { return ascii_lower(a) == ascii_lower(b); }) != rest.end();
    return known || version || again ? name : Span{};
}

/// The known model of which the page's first lines speak most; empty where they name none twice.
Span CardReader::Engine::commonest_model(std::string_view text) const {
    constexpr std::uint32_t most = 4000;
    std::vector<Token> tokens;
    const auto end = static_cast<std::uint32_t>(std::min<std::size_t>(most, text.size()));
    tokenize(text, {0, end}, tokens);
    std::map<EntryId, std::pair<int, Span>> counts;
    const auto accepts = [&](std::uint32_t at) {
        return at >= text.size() || !(is_ascii_letter(text[at]) || is_digit(text[at]));
    };
    std::uint32_t past = 0;
    std::vector<NameIndex::Bearer> bearers;
    for (const auto& token : tokens) {
        if (token.span.begin < past) {
            continue;
        }
        const auto match = names.longest(text, token.span.begin, end, accepts);
        if (match.list == none) {
            continue;
        }
        names.bearers(text, token.span.begin, match, bearers);
        for (const auto& bearer : bearers) {
            if (knowledge.lexicon.entry(bearer.entry).type == knowledge.model) {
                auto& [count, span] = counts[bearer.entry];
                span = count++ == 0 ? Span{token.span.begin, match.end} : span;
                past = match.end;
            }
        }
    }
    std::pair<int, Span> best{1, {}};
    for (const auto& [entry, count] : counts) {
        if (count.first > best.first || (count.first == best.first && count.second < best.second)) {
            best = count;
        }
    }
    return best.second;
}

/// What stands before the colon of its tags is a name of the model, too: ai/smolvlm of ai/smolvlm:500M.
void CardReader::Engine::add_tag_names(const Reading& reading, CardEntity& own) const {
    for (const auto& table : reading.tables) {
        if (table.rows.size() < 2 || table.rows[0].empty() || table.rows[1].empty() ||
            knowledge.words.label(table.rows[0][0].of(reading.text)).kind != CardLabel::Kind::model) {
            continue;
        }
        const auto cell = table.rows[1][0].of(reading.text);
        const auto colon = cell.find(':');
        if (colon != std::string_view::npos && colon > 0 && cell.substr(0, colon).find(' ') == std::string_view::npos) {
            own.others.emplace_back(cell.substr(0, colon));
            return;
        }
    }
}

std::optional<CardEntity> CardReader::Engine::own_model(const Reading& reading) const {
    if (!is_card(reading) || is_survey(reading)) {
        return std::nullopt;
    }
    Span name{};
    for (const auto& field : reading.fields) {
        if (knowledge.words.is("field.model", field.key) && !field.value.empty()) {
            name = field.value;
        }
    }
    const auto title = std::find_if(reading.blocks.begin(), reading.blocks.end(),
                                    [](const Block& block) { return block.kind == Block::Kind::heading; });
    if (name.empty() && title != reading.blocks.end() && title->depth <= 2) {
        name = title_name(reading.text, title->span);
    }
    if (name.empty()) {
        name = commonest_model(reading.text);
    }
    if (name.empty()) {
        return std::nullopt;
    }
    CardEntity own;
    own.name = std::string(name.of(reading.text));
    own.span = name;
    own.types = TypeSet::of(knowledge.model);
    // A library or an organization of that name is no model.
    if (knowledge.knows(knowledge.organization, own.name) && !knowledge.knows(knowledge.model, own.name)) {
        return std::nullopt;
    }
    const auto found = knowledge.lexicon.find_name(knowledge.model, own.name);
    if (found.size() == 1) {
        own.entry = found.front();
    }
    add_tag_names(reading, own);
    return own;
}

CardReader::CardReader(const Pack& pack, const Ontology& ontology, const Lexicon& lexicon, const NameIndex& names,
                       const ValueReader& values)
    : engine_(std::make_unique<Engine>(Engine{CardKnowledge(pack, ontology, lexicon, values), names})) {}
CardReader::~CardReader() = default;
CardReader::CardReader(CardReader&&) noexcept = default;
CardReader& CardReader::operator=(CardReader&&) noexcept = default;

bool CardReader::is_card(const Reading& reading) const { return engine_->is_card(reading); }

std::optional<CardEntity> CardReader::own_model(const Document&, const Reading& reading) const {
    return engine_->own_model(reading);
}

void CardReader::read(const Document& document, const Reading& reading, std::vector<CardStatement>& statements) const {
    if (reading.tables.empty() && reading.fields.empty() && reading.blocks.size() < 3) {
        return;
    }
    if (!engine_->is_card(reading)) {
        return;
    }
    CardSheet sheet(engine_->knowledge, document, reading, engine_->own_model(reading), statements);
    sheet.read_fields();
    sheet.read_lines();
    sheet.read_tables();
}

} // namespace jokbo
