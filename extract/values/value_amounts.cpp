#include "extract/values/value_scan.hpp"

#include "extract/characters.hpp"

namespace jokbo {

bool is_active_size(std::string_view word) {
    return word.size() >= 3 && word[0] == 'A' && is_digit(word[1]) && word.back() == 'B' &&
           word.find_first_not_of("0123456789.", 1) == word.size() - 1;
}

std::optional<Amount> ValueScan::korean_amount(std::uint32_t at) const {
    Amount amount;
    amount.begin = at;
    double last = 1e18;
    for (;;) {
        const auto section = number_value(word(at));
        const auto eojeol = is(at + 1, Token::Kind::hangul) ? word(at + 1) : std::string_view();
        std::size_t size = 0;
        double times = 1;
        double big = 1;
        for (;;) {
            const auto [means, length] = words_.prefix(Class::multiplier_ko, eojeol.substr(size));
            if (means == nullptr || (means->number >= 10000 && big > 1) || (big > 1)) {
                break;
            }
            (means->number >= 10000 ? big : times) *= static_cast<double>(means->number);
            size += length;
        }
        // "5 조각" and "3 만큼" are no multiples: with a space the multiplier must stand alone or before a currency.
        if (size != 0 && !glued(at + 1) && size != eojeol.size() &&
            words_.prefix(Class::currency_ko, eojeol.substr(size)).first == nullptr) {
            size = 0;
        }
        // Nor is the 조 of 3조각: what follows must be a currency, a counter, a particle.
        if (const auto tail = eojeol.substr(size); size != 0 && !words_.is_tail(tail) &&
                                                   words_.prefix(Class::currency_ko, tail).first == nullptr &&
                                                   words_.prefix(Class::counter_ko, tail).first == nullptr &&
                                                   words_.prefix(Class::unit_ko, tail).first == nullptr &&
                                                   words_.prefix(Class::hedge_after_ko, tail).first == nullptr) {
            size = 0;
        }
        if (size == 0) {
            if (amount.end == 0) {
                return std::nullopt;
            }
            // The last section: 1만 500원.
            amount.value += section;
            amount.end = at + 1;
            amount.end_byte = end_byte(at + 1);
            amount.rest = {};
            return amount;
        }
        amount.value += section * times * big;
        amount.multiplier = times * big;
        amount.form = Amount::Form::multiplied;
        amount.end = at + 2;
        amount.end_byte = tokens_[at + 1].span.begin + static_cast<std::uint32_t>(size);
        amount.rest = eojeol.substr(size);
        const bool goes_on =
            amount.rest.empty() && is(at + 2, Token::Kind::number) && is(at + 3, Token::Kind::hangul) && glued(at + 3);
        if (!goes_on) {
            return amount;
        }
        const auto [means, length] = words_.prefix(Class::multiplier_ko, word(at + 3));
        const auto following = means != nullptr ? static_cast<double>(means->number) : 1.0;
        const bool smaller =
            times * big > following && number_value(word(at + 2)) * following < times * big && times * big < last;
        // 13만1072토큰: glued, the last section may count anything; apart, it must be money: 1만 500원
        const bool another_number =
            means == nullptr && !glued(at + 2) && words_.prefix(Class::currency_ko, word(at + 3)).first == nullptr;
        if (!smaller || another_number) {
            return amount;
        }
        last = times * big;
        at += 2;
    }
}

Amount ValueScan::latin_amount(std::uint32_t at) const {
    Amount amount;
    amount.begin = at;
    amount.end = at + 1;
    amount.value = number_value(word(at));
    amount.end_byte = end_byte(at + 1);
    const auto multiply = [&](const ValueWord& times, Amount::Form form, std::uint32_t end) {
        amount.value *= static_cast<double>(times.number);
        amount.multiplier = static_cast<double>(times.number);
        amount.form = form;
        amount.end = end;
        amount.end_byte = end_byte(end);
    };
    if (is(at + 1, Token::Kind::latin) && glued(at + 1)) {
        if (const auto* times = words_.find(Class::suffix, word(at + 1))) {
            multiply(*times, Amount::Form::suffixed, at + 2);
            if (is(at + 2, "+") && glued(at + 2)) {
                ++amount.end;
            }
        } else if (word(at + 1) == "B+" || word(at + 1) == "M+" || word(at + 1) == "K+") {
            multiply(*words_.find(Class::suffix, word(at + 1).substr(0, 1)), Amount::Form::suffixed, at + 2);
        } else if (const auto* scale = words_.find_english(Class::multiplier_en, word(at + 1))) {
            multiply(*scale, Amount::Form::multiplied, at + 2);
        }
    } else {
        const auto next = is(at + 1, "-") && glued(at + 1) && glued(at + 2) ? at + 2 : at + 1;
        if (is(next, Token::Kind::latin)) {
            if (const auto* times = words_.find_english(Class::multiplier_en, word(next))) {
                multiply(*times, Amount::Form::multiplied, next + 1);
            } else if (next == at + 1 && word(next).size() == 1 && is_money_at(at) &&
                       (word(next) == "B" || word(next) == "M")) {
                multiply(*words_.find(Class::suffix, word(next)), Amount::Form::suffixed, next + 1); // "$ 5 B"
            }
        }
    }
    if (is(amount.end, Token::Kind::hangul) && glued(amount.end)) {
        amount.rest = word(amount.end);
        ++amount.end;
    }
    return amount;
}

std::uint32_t ValueScan::spelled_number(std::uint32_t at) {
    const auto* number = words_.find_english(Class::number_en, word(at));
    if (number == nullptr) {
        return at;
    }
    Amount amount;
    amount.begin = at;
    amount.end = at + 1;
    amount.value = static_cast<double>(number->number);
    if (is(at + 1, "-") && number->number >= 20) {
        if (const auto* digit = words_.find_english(Class::number_en, word(at + 2));
            digit != nullptr && digit->number < 10) {
            amount.value += static_cast<double>(digit->number);
            amount.end = at + 3;
        }
    }
    for (;;) {
        const auto next = is(amount.end, "-") && glued(amount.end) ? amount.end + 1 : amount.end;
        const auto* times =
            is(next, Token::Kind::latin) ? words_.find_english(Class::multiplier_en, word(next)) : nullptr;
        if (times == nullptr) {
            break;
        }
        amount.value *= static_cast<double>(times->number);
        amount.multiplier *= static_cast<double>(times->number);
        amount.form = Amount::Form::multiplied;
        amount.end = next + 1;
    }
    amount.end_byte = end_byte(amount.end);
    return measure(amount);
}

std::string_view ValueScan::currency_before(std::uint32_t& at) const {
    if (at == 0 || at <= taken_) {
        return {};
    }
    const auto* found = words_.find(Class::currency_sign, word(at - 1));
    if (found != nullptr) {
        --at;
        if (at > taken_ && glued(at)) {
            if (const auto* land = words_.find(Class::currency_land, word(at - 1))) {
                --at;
                return land->text;
            }
        }
        return found->text;
    }
    found = words_.find(Class::currency_code, word(at - 1));
    if (found != nullptr) {
        --at;
        return found->text;
    }
    return {};
}

std::string_view ValueScan::currency_behind(Amount& amount) const {
    const auto take = [&](std::string_view eojeol, std::uint32_t begin_byte, std::uint32_t end) -> std::string_view {
        const auto [currency, size] = words_.prefix(Class::currency_ko, eojeol);
        if (currency == nullptr) {
            return {};
        }
        const auto tail = eojeol.substr(size);
        const bool firm = amount.form == Amount::Form::multiplied || size > 3;
        if (!words_.is_tail(tail) && !firm) {
            return {};
        }
        amount.end = end;
        amount.end_byte = begin_byte + static_cast<std::uint32_t>(size);
        amount.rest = tail;
        return currency->text;
    };
    if (!amount.rest.empty()) {
        return take(amount.rest, amount.end_byte, amount.end);
    }
    const auto next = amount.end;
    if (is(next, Token::Kind::hangul)) {
        const auto eojeol = word(next);
        // A single syllable behind a space must be the whole word but for its particle.
        const auto [currency, size] = words_.prefix(Class::currency_ko, eojeol);
        if (currency != nullptr && (size > 3 || words_.is_tail(eojeol.substr(size)) ||
                                    words_.prefix(Class::counter_ko, eojeol.substr(size)).first != nullptr)) {
            return take(eojeol, tokens_[next].span.begin, next + 1);
        }
        return {};
    }
    const auto hyphen = is(next, "-") && glued(next) ? next + 1 : next;
    if (is(hyphen, Token::Kind::latin)) {
        const auto* currency = words_.find_english(Class::currency_en, word(hyphen));
        if (currency == nullptr) {
            currency = words_.find(Class::currency_code, word(hyphen));
        }
        if (currency == nullptr && amount.form == Amount::Form::multiplied) { // 5 billion U.S. dollars
            if (words_.find(Class::currency_land, word(hyphen)) != nullptr &&
                words_.find_english(Class::currency_en, word(hyphen + 1)) != nullptr) {
                amount.end = hyphen + 2;
                amount.end_byte = end_byte(amount.end);
                return words_.find(Class::currency_land, word(hyphen))->text;
            }
        }
        if (currency != nullptr &&
            (amount.form != Amount::Form::plain || words_.find_english(Class::currency_en, word(hyphen)) != nullptr)) {
            amount.end = hyphen + 1;
            amount.end_byte = end_byte(amount.end);
            return currency->text;
        }
    }
    return {};
}

std::string_view ValueScan::unit_behind(Amount& amount) const {
    auto at = amount.end;
    auto eojeol = amount.rest;
    // Behind the same number in other figures: 1000억(100B) 개.
    const auto skip_parenthesis = [&] {
        if (eojeol.empty() && is(at, "(") && is(at + 1, Token::Kind::number)) {
            const auto close = is(at + 2, ")") ? at + 2 : is(at + 3, ")") ? at + 3 : 0;
            at = close != 0 ? close + 1 : at;
        }
    };
    const auto take = [&](std::string_view unit, std::uint32_t end) {
        if (end == at + 1 || end > amount.end) {
            const auto last = words_.prefix(Class::unit_ko, word(end - 1));
            // Only what stands right behind belongs to the value's own words; the rest is context.
            if (end == amount.end + 1) {
                amount.end = end;
                amount.end_byte = last.first != nullptr
                                    ? tokens_[end - 1].span.begin + static_cast<std::uint32_t>(last.second)
                                    : end_byte(end);
                amount.rest = {};
            }
        }
        return unit;
    };
    bool active = false;
    const auto unit_of = [&](const ValueWord& found) -> std::string_view {
        return active && found.text == "parameters" ? std::string_view("active_parameters")
                                                    : std::string_view(found.text);
    };
    skip_parenthesis();
    const bool hangul_first = !eojeol.empty() || is(at, Token::Kind::hangul);
    if (eojeol.empty() && is(at, "-") && glued(at) && glued(at + 1)) {
        if (amount.form == Amount::Form::suffixed && is_active_size(word(at + 1))) {
            return "parameters";
        }
        ++at;
    }
    for (int steps = 0; steps < 5 && (in(at) || !eojeol.empty()); ++steps) {
        const bool own = !eojeol.empty();
        if (!own && is(at, Token::Kind::hangul)) {
            eojeol = word(at);
        }
        if (!eojeol.empty()) {
            auto [unit, size] = words_.prefix(Class::unit_ko, eojeol);
            if (unit != nullptr && (size > 3 || amount.form != Amount::Form::suffixed)) {
                if (own) {
                    amount.end_byte += static_cast<std::uint32_t>(size);
                    return unit_of(*unit);
                }
                return take(unit_of(*unit), at + 1);
            }
            const auto [filler, length] = words_.prefix(Class::filler_ko, eojeol);
            const auto counter = words_.prefix(Class::counter_ko, eojeol);
            if (counter.first != nullptr &&
                (counter.second == eojeol.size() || words_.is_tail(eojeol.substr(counter.second)))) {
                // 5000억 개의 …
            } else if (counter.first != nullptr &&
                       words_.prefix(Class::unit_ko, eojeol.substr(counter.second)).first != nullptr) {
                return unit_of(*words_.prefix(Class::unit_ko, eojeol.substr(counter.second)).first);
            } else if (filler != nullptr && length == eojeol.size()) {
                active = active || filler->text == "active";
            } else {
                return {};
            }
            eojeol = {};
            at += own ? 0U : 1U;
            skip_parenthesis();
        } else if (is(at, Token::Kind::latin)) {
            if (const auto* unit = words_.find_english(Class::unit_en, word(at))) {
                // 2x7B is no multiple of anything, and "5 x" needs its x glued.
                return take(unit_of(*unit), at + 1);
            }
            const auto* filler = words_.find_english(Class::filler_en, word(at));
            if (filler == nullptr && !(hangul_first || is_active_size(word(at)))) {
                return {};
            }
            active = active || (filler != nullptr && filler->text == "active");
            if (active && filler != nullptr && filler->text == "active" && amount.form != Amount::Form::plain &&
                words_.find_english(Class::unit_en, word(at + 1)) == nullptr) {
                return "active_parameters"; // 37B activated for each token
            }
            ++at;
        } else if (is(at, "-") || is(at, ",")) {
            if (is(at, ",")) {
                return {};
            }
            ++at;
        } else {
            return {};
        }
    }
    return {};
}

std::string_view ValueScan::unit_before(std::uint32_t at) const {
    bool active = false;
    for (int steps = 0; steps < 6 && at > taken_; ++steps) {
        --at;
        const auto text = word(at);
        switch (tokens_[at].kind) {
        case Token::Kind::hangul: {
            const auto [unit, size] = words_.prefix(Class::before_ko, text);
            const auto tail = unit != nullptr ? text.substr(size) : std::string_view();
            if (unit != nullptr && (words_.is_tail(tail) || words_.find(Class::link_ko, tail) != nullptr)) {
                const auto* before = at > 0 ? words_.find(Class::filler_ko, word(at - 1)) : nullptr;
                active = active || (before != nullptr && before->text == "active");
                return active && unit->text == "parameters" ? std::string_view("active_parameters")
                                                            : std::string_view(unit->text);
            }
            if (words_.find(Class::link_ko, text) == nullptr && words_.find(Class::hedge_ko, text) == nullptr) {
                return {};
            }
            break;
        }
        case Token::Kind::latin: {
            if (const auto* unit = words_.find_english(Class::before_en, text)) {
                const auto* before = at > 0 ? words_.find_english(Class::filler_en, word(at - 1)) : nullptr;
                active = before != nullptr && before->text == "active";
                return active && unit->text == "parameters" ? std::string_view("active_parameters")
                                                            : std::string_view(unit->text);
            }
            if (words_.find_english(Class::link_en, text) == nullptr) {
                return {};
            }
            break;
        }
        case Token::Kind::punctuation:
            if (text == ")") { // 매개변수(파라미터) 5000억
                std::uint32_t open = at;
                while (open > taken_ && at - open < 4 && word(open) != "(") {
                    --open;
                }
                at = word(open) == "(" ? open : at;
            } else if (text != ":" && text != "(") {
                return {};
            }
            break;
        case Token::Kind::symbol:
            if (text != "~" && text != "∼") {
                return {};
            }
            break;
        default: return {};
        }
    }
    return {};
}

} // namespace jokbo
