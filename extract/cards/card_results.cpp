#include "extract/cards/card_table.hpp"

#include "schema/text.hpp"

#include <algorithm>
#include <set>

namespace jokbo {

CardTable::Party CardTable::party(Span head) const {
    const auto& reading = sheet_.reading_.text;
    const auto whole = bare_cell(reading, head);
    const auto name = without_note(reading, whole);
    Party made{sheet_.entity(name, sheet_.knowledge_.model), sheet_.kin(text(name)), whole};
    if (sheet_.own_ && words().is("own", CardWords::folded(text(name)))) {
        made.kin = Kin::same;
    }
    if (made.kin == Kin::same) {
        made.entity = *sheet_.own_;
    } else if (!note_of(reading, whole).empty()) {
        made.entity.others.emplace_back(text(whole));
    }
    return made;
}

/// The names of one variant: ai/smolvlm:500M ai/smolvlm:500M-F16 ai/smolvlm:latest.
CardTable::Party CardTable::variant(Span one) const {
    const auto whole = bare_cell(sheet_.reading_.text, one);
    const auto words_of = text(whole);
    if (words_of.find(':') == std::string_view::npos || words_of.find(' ') == std::string_view::npos) {
        return party(one);
    }
    std::vector<Span> tags;
    auto begin = whole.begin;
    for (auto at = whole.begin; at <= whole.end; ++at) {
        const bool space = at == whole.end || sheet_.reading_.text[at] == ' ' || sheet_.reading_.text[at] == '\n';
        if (space) {
            if (at > begin) {
                tags.push_back({begin, at});
            }
            begin = at + 1;
        }
    }
    const auto is_tag = [&](Span tag) {
        return text(tag).find(':') != std::string_view::npos && text(tag).back() != ':';
    };
    if (!std::all_of(tags.begin(), tags.end(), is_tag)) {
        return party(one);
    }
    auto first = std::find_if(tags.begin(), tags.end(), [&](Span tag) { return !text(tag).ends_with(":latest"); });
    first = first == tags.end() ? tags.begin() : first;
    auto made = party(*first);
    for (const auto& tag : tags) {
        if (tag != *first) {
            made.entity.others.emplace_back(text(tag));
        }
    }
    return made;
}

/// A size or a maker in parentheses behind a name: DeepSeek-R1 (671B MoE), bge-m3 (BAAI).
void CardTable::state_note(const Party& model, Span evidence) {
    const auto note = note_of(sheet_.reading_.text, model.head);
    if (!note.empty() && has_size(text(note)) && note.size() < 20) {
        sheet_.counts(model.entity, sheet_.knowledge_.parameters, {}, note, evidence, "note");
    } else if (!note.empty() && sheet_.knowledge_.knows(sheet_.knowledge_.organization, text(note))) {
        sheet_.relate(model.entity, sheet_.knowledge_.developed_by, sheet_.entity(note, sheet_.knowledge_.organization),
                      evidence, "note");
    }
}

/// A variant is a version of the card's model; what was distilled from it is none.
void CardTable::state_version(const Party& model, Span evidence) {
    const auto distilled = [](std::string_view name) { return fold(name).find("distill") != std::string::npos; };
    if (sheet_.own_ && model.kin == Kin::variant && (!distilled(model.entity.name) || distilled(sheet_.own_->name))) {
        sheet_.relate(model.entity, sheet_.knowledge_.version_of, *sheet_.own_, evidence, "variant");
    }
}

void CardTable::evaluate(const Party& model, Span benchmark, Span evidence) {
    const auto name = benchmark_name(words(), sheet_.reading_.text, benchmark);
    sheet_.relate(model.entity, sheet_.knowledge_.evaluated_on, sheet_.entity(name, sheet_.knowledge_.dataset),
                  evidence, "result");
}

void CardTable::compare(const std::vector<Party>& parties) {
    auto own = Kin::stranger;
    for (const auto& one : parties) {
        own = std::max(own, one.kin);
    }
    if (own == Kin::stranger) {
        return;
    }
    // Where the card's model itself stands there, its variants do as well.
    own = own == Kin::same ? Kin::variant : own;
    for (const auto& subject : parties) {
        if (subject.kin < own) {
            continue;
        }
        for (const auto& other : parties) {
            if (other.kin < own && fold(other.entity.name) != fold(subject.entity.name)) {
                sheet_.relate(subject.entity, sheet_.knowledge_.compared_with, other.entity,
                              hull(subject.head, other.head), "comparison");
            }
        }
    }
}

void CardTable::read_model_rows(std::size_t names) {
    // Columns of results count where one of them is known, or the heading speaks of results.
    std::vector<std::size_t> benchmarks;
    bool known = under_ == Under::evaluation;
    for (std::size_t i = 0; i < width(); ++i) {
        if (i != names && columns_[i].scores && is_benchmark(columns_[i].head)) {
            benchmarks.push_back(i);
            known =
                known || sheet_.knowledge_.knows(sheet_.knowledge_.dataset,
                                                 text(benchmark_name(words(), sheet_.reading_.text, columns_[i].head)));
        }
    }
    if (!known) {
        benchmarks.clear();
    }
    const bool variants =
        sheet_.own_ && words().folded(text(columns_[names].head)).find("variant") != std::string::npos;
    std::vector<Party> parties;
    std::set<std::string_view> sizes;
    for (auto row = first_; row < table_.rows.size(); ++row) {
        if (is_section_row(row)) { // models are measured against those of their section
            compare(parties);
            parties.clear();
            continue;
        }
        auto model = variant(cell(row, names));
        const auto name = std::string_view(model.entity.name);
        if (!is_name_like(name) || words().label(name).kind != Kind::unknown) {
            if (!sheet_.own_ || !is_mere_size(name)) {
                continue;
            }
        }
        if (is_mere_size(name)) { // a size of the card's own model
            if (!sheet_.own_) {
                continue;
            }
            model.entity = *sheet_.own_;
            model.kin = Kin::same;
        }
        const auto evidence = row_span(row).empty() ? cell(row, names) : row_span(row);
        const auto slash = name.find('/');
        const bool tag = slash != std::string_view::npos && name.find(':', slash) != std::string_view::npos;
        if (variants || tag) {
            model.kin = std::max(model.kin, Kin::variant);
        }
        state_version(model, evidence);
        state_note(model, evidence);
        for (std::size_t i = 0; i < width(); ++i) {
            const auto kind = columns_[i].label.kind;
            if (i != names && (kind == Kind::property || kind == Kind::architecture || kind == Kind::hub)) {
                sheet_.property(model.entity, columns_[i].label, text(columns_[i].head), cell(row, i), evidence,
                                tag || variants ? "variant" : "row");
                // What a variant measures, the card's model comes in.
                if (variants && model.kin != Kin::same && kind == Kind::property &&
                    sizes.insert(text(cell(row, i))).second) {
                    sheet_.property(*sheet_.own_, columns_[i].label, text(columns_[i].head), cell(row, i), evidence,
                                    "variant");
                }
            }
        }
        bool evaluated = false;
        for (const auto i : benchmarks) {
            if (is_score(text(cell(row, i)))) {
                evaluate(model, columns_[i].head, evidence);
                evaluated = true;
            }
        }
        // tasks of the benchmark above
        for (std::size_t i = 0; i < width() && !evaluated && !measured_.empty(); ++i) {
            evaluated = i != names && columns_[i].label.kind != Kind::property &&
                        columns_[i].label.kind != Kind::ignored && is_score(text(cell(row, i)));
            if (evaluated) {
                evaluate(model, measured_, evidence);
            }
        }
        if (evaluated) {
            parties.push_back(std::move(model));
        }
    }
    compare(parties);
}

void CardTable::read_result_rows(std::size_t names) {
    std::vector<std::pair<std::size_t, Party>> models;
    for (std::size_t i = 0; i < width(); ++i) {
        const auto& column = columns_[i];
        if (i == names || !is_model_head(column) || i < (names == none_ ? 1 : names)) {
            continue;
        }
        const auto word = text(without_note(sheet_.reading_.text, bare_cell(sheet_.reading_.text, column.head)));
        if (column.label.kind == Kind::score || is_mere_size(word)) {
            if (sheet_.own_ && column.scores) {
                models.emplace_back(i, Party{*sheet_.own_, Kin::same, column.head});
            }
        } else if (column.scores || (looks_like_model(column.head) && names != none_)) {
            models.emplace_back(i, party(column.head));
        }
    }
    if (models.empty()) {
        return;
    }
    const auto labels = names == none_ ? 0 : names;
    const auto head = row_span(first_ - 1);
    bool compared = false;
    Span benchmark{};
    for (auto row = first_; row < table_.rows.size(); ++row) {
        if (is_section_row(row)) {
            continue;
        }
        const auto one = cell(row, labels);
        const auto label = words().label(text(one));
        const auto evidence = row_span(row);
        if (label.kind == Kind::property || label.kind == Kind::architecture) {
            for (const auto& [column, model] : models) {
                if ((names != none_ || looks_like_model(model.head)) && !evidence.empty()) {
                    sheet_.property(model.entity, label, text(one), cell(row, column), hull(one, cell(row, column)),
                                    "column");
                }
            }
            continue;
        }
        if (names == none_) {
            continue;
        }
        if (!one.empty()) {
            benchmark = is_benchmark(one) ? one : Span{};
        }
        if (benchmark.empty()) {
            continue;
        }
        for (const auto& [column, model] : models) {
            if (is_score(text(cell(row, column)))) {
                evaluate(model, benchmark, evidence.empty() ? benchmark : hull(benchmark, cell(row, column)));
                compared = true;
            }
        }
    }
    if (compared) {
        std::vector<Party> parties;
        for (auto& [column, model] : models) {
            state_note(model, head.empty() ? model.head : head);
            state_version(model, model.head);
            parties.push_back(std::move(model));
        }
        compare(parties);
    }
}

/// MTEB of the heading "MTEB (Multilingual)".
Span CardSheet::measured_under(Span heading) const {
    const auto name = benchmark_name(knowledge_.words, reading_.text, heading);
    return knowledge_.knows(knowledge_.dataset, text(name)) ? name : Span{};
}

void CardSheet::read_tables() {
    auto under = CardTable::Under::anything;
    Span measured{};
    for (const auto& block : reading_.blocks) {
        if (block.kind == Block::Kind::heading) {
            under = knowledge_.words.within("evaluation", text(block.span)) ? CardTable::Under::evaluation
                  : block.depth <= 2                                        ? CardTable::Under::anything
                                                                            : under;
            measured = measured_under(block.span);
        } else if (block.kind == Block::Kind::table && block.table < reading_.tables.size()) {
            CardTable(*this, reading_.tables[block.table], under, measured).read();
        }
    }
}

} // namespace jokbo
