#include "extract/english/english_clauses.hpp"

#include <algorithm>

namespace jokbo {

namespace {

using Part = EnglishUnit::Part;
using Form = VerbGroup::Form;
using Voice = VerbGroup::Voice;

} // namespace

void EnglishClauses::run() {
    clauses_.assign(1, {});
    chain_.clear();
    pending_.clear();
    fronted_.clear();
    fronted_title_ = none;
    last_noun_ = none;
    last_member_ = none;
    rejected_ = none;
    preposition_ = none;
    s_.segments.assign(1, 0);
    std::uint32_t noun = 0;
    for (std::uint32_t at = 0; at < s_.units.size();) {
        while (noun < s_.nouns.size() && s_.nouns[noun].begin < at) {
            ++noun;
        }
        if (noun < s_.nouns.size() && s_.nouns[noun].begin == at) {
            on_noun(noun);
            at = s_.nouns[noun].end;
            preposition_ = none;
            continue;
        }
        switch (part(at)) {
        case Part::verb:
        case Part::be:
        case Part::have:
        case Part::do_:
        case Part::modal:
        case Part::infinitive_to: {
            const auto end = read_group(at);
            on_verb(static_cast<std::uint32_t>(s_.verbs.size() - 1));
            at = end;
            break;
        }
        case Part::preposition:
            preposition_ = at;
            ++at;
            break;
        case Part::adverb: ++at; break;
        default: on_mark(at); ++at;
        }
    }
}

Part EnglishClauses::part_before(std::uint32_t at) const {
    while (at > 0) {
        --at;
        if (part(at) != Part::adverb && part(at) != Part::negation) {
            return part(at);
        }
    }
    return Part::stop;
}

std::string_view EnglishClauses::verb_text(const VerbGroup& group) const {
    return group.verb == 0xFFFF ? std::string_view{} : std::string_view(reader_.vocabulary_.verb(group.verb));
}

void EnglishClauses::begin_segment(std::uint32_t at) {
    if (s_.segments.back() < at) {
        s_.segments.push_back(at);
    }
}

std::uint32_t EnglishClauses::read_group(std::uint32_t at) {
    VerbGroup group;
    group.begin = at;
    group.head = at;
    bool be = false;
    bool have = false;
    bool main = false;
    auto i = at;
    for (; i < s_.units.size() && !main; ++i) {
        const auto here = part(i);
        if (here == Part::infinitive_to) {
            if (i != at && !be && !have) {
                break;
            }
            continue;
        }
        if (here == Part::modal || here == Part::do_) {
            group.head = i;
        } else if (here == Part::be) {
            be = true;
            group.head = i;
        } else if (here == Part::have) {
            have = true;
            be = false;
            group.head = i;
        } else if (here == Part::verb) {
            const auto form = s_.units[i].form;
            if (i != at && !be && form == EnglishWord::ing) {
                break;
            }
            group.head = i;
            main = true;
            if (form == EnglishWord::participle && (be || !have)) {
                group.voice = Voice::passive;
            }
        } else if (here == Part::negation || here == Part::adverb) {
            const auto next = part(i + 1);
            const bool inside = next == Part::verb || next == Part::be || next == Part::have ||
                                next == Part::negation || next == Part::adverb || next == Part::infinitive_to;
            if (!inside) {
                break;
            }
        } else {
            break;
        }
    }
    group.end = i;
    const auto first = part(at);
    if (first == Part::infinitive_to) {
        group.form = Form::infinitive;
    } else if (first == Part::verb && s_.units[at].form == EnglishWord::ing) {
        group.form = Form::ing;
    } else if (first == Part::verb && s_.units[at].form == EnglishWord::participle) {
        group.form = Form::participle;
    } else if (is_text(at, "being") || is_text(at, "having")) {
        group.form = Form::ing;
    } else if (first == Part::verb && s_.units[at].form == EnglishWord::base) {
        group.form = Form::infinitive; // "to acquire and integrate", "help build"
    }
    group.verb = main ? s_.units[group.head].word->verb
               : have ? reader_.vocabulary_.verb_index("have")
               : be   ? reader_.vocabulary_.verb_index("be")
                      : std::uint16_t{0xFFFF};
    group.copula = !main && be;
    if (main) {
        const auto text = verb_text(group);
        group.copula = group.voice == Voice::active &&
                       (text == "become" || text == "remain" || text == "include" || text == "represent");
    }
    s_.verbs.push_back(group);
    return group.end;
}

void EnglishClauses::give_surface(VerbGroup& group, std::uint32_t noun) {
    (group.voice == Voice::passive ? group.object : group.subject) = noun;
    if (noun != none && s_.nouns[noun].verb == none) {
        s_.nouns[noun].verb = static_cast<std::uint32_t>(&group - s_.verbs.data());
    }
}

void EnglishClauses::on_verb(std::uint32_t index) {
    auto& group = s_.verbs[index];
    switch (group.form) {
    case Form::finite: on_finite(group, index); break;
    case Form::infinitive: on_infinitive(group); break;
    case Form::participle: on_participle(group, index); break;
    case Form::ing: on_ing(group, index); break;
    }
    group.segment = static_cast<std::uint32_t>(s_.segments.size() - 1);
    top().verb = index;
    chain_.clear();
    preposition_ = none;
}

void EnglishClauses::on_finite(VerbGroup& group, std::uint32_t index) {
    if (raise_antecedent(group)) {
        return;
    }
    const bool conjunction = part_before(group.begin) == Part::conjunction;
    while (clauses_.size() > 1 && top().finite && !conjunction) {
        clauses_.pop_back();
    }
    auto& clause = top();
    if (clause.finite || part_before(group.begin) == Part::comma || part_before(group.begin) == Part::close) {
        begin_segment(group.begin);
    }
    if (clause.kind == Clause::Kind::relative && clause.subject == none && !clause.role) {
        clause.subject = clause.antecedent;
        clause.antecedent = none;
    }
    give_surface(group, clause.subject);
    if (fronted_title_ != none && clause.subject != none && is_person(clause.subject)) {
        equate(fronted_title_, clause.subject, none);
        fronted_title_ = none;
    }
    if (clause.kind == Clause::Kind::relative && clause.antecedent != none && !group.copula) {
        if (clause.role) {
            s_.dependents.push_back({Dependent::Of::verb, index, *clause.role, clause.antecedent});
        } else if (group.voice == Voice::active) {
            group.object = clause.antecedent;
        }
        clause.antecedent = none;
    }
    clause.finite = true;
    if (clause.kind == Clause::Kind::main) {
        for (const auto& [role, noun] : fronted_) {
            s_.dependents.push_back({Dependent::Of::verb, index, role, noun});
        }
        fronted_.clear();
    }
    if (clause.subject != none && clause.kind == Clause::Kind::main) {
        settle_pending(clause.subject);
    }
}

/// "a model that Lumen says outperforms others": the antecedent acts, it is not what is said.
bool EnglishClauses::raise_antecedent(VerbGroup& group) {
    if (top().kind != Clause::Kind::relative || !top().finite || top().verb == none) {
        return false;
    }
    auto& saying = s_.verbs[top().verb];
    const bool raised = saying.end == group.begin && saying.object != none && saying.subject != none &&
                        s_.nouns[saying.object].begin < s_.nouns[saying.subject].begin;
    if (!raised) {
        return false;
    }
    begin_segment(group.begin);
    give_surface(group, saying.object);
    saying.object = none;
    return true;
}

void EnglishClauses::push(Clause::Kind kind, std::uint32_t at) {
    begin_segment(at);
    Clause clause;
    clause.kind = kind;
    clauses_.push_back(clause);
}

void EnglishClauses::on_mark(std::uint32_t at) {
    switch (part(at)) {
    case Part::relative: {
        const auto pronoun = s_.unit_text(s_.units[at]);
        if (last_noun_ == none) {
            push(Clause::Kind::subordinate, at);
            return;
        }
        const bool reported = s_.nouns[last_noun_].mention == none && s_.nouns[last_noun_].end == at &&
                              is(s_.nouns[last_noun_].head, EnglishClass::report);
        if (pronoun == "that" && (follows_time(at) || reported)) { // said on Monday that, denied reports that
            push(Clause::Kind::complement, at);
            return;
        }
        push(Clause::Kind::relative, at);
        top().antecedent = antecedent_for(pronoun);
        if (pronoun == "where") {
            top().role = reader_.frames_->role("at");
        } else if (preposition_ != none) {
            top().role = reader_.frames_->role(s_.unit_text(s_.units[preposition_]));
            top().antecedent = top().role ? top().antecedent : none;
        }
        chain_.clear();
        break;
    }
    case Part::subordinator: push(Clause::Kind::subordinate, at); break;
    case Part::complementizer: push(Clause::Kind::complement, at); break;
    case Part::open: push(Clause::Kind::insertion, at); break;
    case Part::close:
        while (clauses_.size() > 1 && top().kind != Clause::Kind::insertion) {
            clauses_.pop_back();
        }
        if (clauses_.size() > 1) {
            clauses_.pop_back();
        }
        begin_segment(at);
        break;
    case Part::stop:
        clauses_.assign(1, {});
        begin_segment(at);
        pending_.clear();
        fronted_.clear();
        chain_.clear();
        last_noun_ = none;
        break;
    case Part::comma:
    case Part::dash:
        if (top().verb != none) {
            s_.verbs[top().verb].closed = true;
        }
        break;
    default: break;
    }
    if (part(at) != Part::negation && part(at) != Part::conjunction && part(at) != Part::close) {
        preposition_ = none;
    }
}

/// Whether a noun phrase of time stands right before the unit.
bool EnglishClauses::follows_time(std::uint32_t at) const {
    const auto after = std::ranges::upper_bound(s_.nouns, at, {}, &NounPhrase::begin);
    if (after == s_.nouns.begin()) {
        return false;
    }
    const auto noun = static_cast<std::uint32_t>(after - s_.nouns.begin() - 1);
    return s_.nouns[noun].end == at && is_time(noun);
}

std::uint32_t EnglishClauses::antecedent_for(std::string_view pronoun) const {
    for (std::uint32_t back = 0, i = last_noun_; back < 4; ++back, --i) {
        const bool who = pronoun == "who" || pronoun == "whom";
        const bool either =
            !who && s_.nouns[i].mention == none && types_of(i).has(reader_.types_.organization); // investors that
        if ((who == is_person(i) || either) && !is_time(i)) {
            return s_.nouns[i].list;
        }
        if (i == 0) {
            break;
        }
    }
    return s_.nouns[last_noun_].list;
}

} // namespace jokbo
