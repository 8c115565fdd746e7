#include "extract/layout/reading.hpp"

#include <algorithm>

namespace jokbo {

void Reading::append_verbatim(std::string_view piece, std::uint32_t from) {
    if (piece.empty()) {
        return;
    }
    const auto at = static_cast<std::uint32_t>(text.size());
    const bool goes_on = !runs_.empty() && runs_.back().kind == Run::Kind::verbatim && runs_.back().from_end == from;
    text.append(piece);
    const auto from_end = from + static_cast<std::uint32_t>(piece.size());
    if (goes_on) {
        runs_.back().from_end = from_end;
    } else {
        runs_.push_back({at, from, from_end, Run::Kind::verbatim});
    }
}

void Reading::append_made(std::string_view piece, Span from) {
    if (piece.empty()) {
        return;
    }
    runs_.push_back({static_cast<std::uint32_t>(text.size()), from.begin, from.end, Run::Kind::made});
    text.append(piece);
}

void Reading::drop_last() {
    if (text.empty()) {
        return;
    }
    text.pop_back();
    Run& run = runs_.back();
    if (run.at == text.size()) {
        runs_.pop_back();
    } else if (run.kind == Run::Kind::verbatim) {
        --run.from_end;
    }
}

std::size_t Reading::run_at(std::uint32_t position) const {
    const auto after = std::ranges::upper_bound(runs_, position, {}, &Run::at);
    return after == runs_.begin() ? 0 : static_cast<std::size_t>(after - runs_.begin()) - 1;
}

void Reading::append_copy(const Reading& other, Span span) {
    for (std::size_t i = other.run_at(span.begin); i < other.runs_.size() && other.runs_[i].at < span.end; ++i) {
        const Run& run = other.runs_[i];
        const auto run_end =
            i + 1 < other.runs_.size() ? other.runs_[i + 1].at : static_cast<std::uint32_t>(other.text.size());
        const Span part{std::max(run.at, span.begin), std::min(run_end, span.end)};
        if (part.begin >= part.end) {
            continue;
        }
        if (run.kind == Run::Kind::verbatim) {
            append_verbatim(part.of(other.text), run.from + (part.begin - run.at));
        } else {
            append_made(part.of(other.text), {run.from, run.from_end});
        }
    }
}

Span Reading::original(Span span) const {
    if (runs_.empty()) {
        return {};
    }
    auto i = run_at(span.begin);
    const auto place = [](const Run& run, std::uint32_t position) {
        return run.kind == Run::Kind::verbatim ? run.from + (position - run.at) : run.from;
    };
    if (span.empty()) {
        const Run& run = runs_[i];
        const auto at = std::min(place(run, span.begin), run.from_end);
        return {at, at};
    }
    Span found{place(runs_[i], span.begin), 0};
    for (; i < runs_.size() && runs_[i].at < span.end; ++i) {
        const Run& run = runs_[i];
        const bool ends_inside = i + 1 == runs_.size() || span.end <= runs_[i + 1].at;
        const bool verbatim = run.kind == Run::Kind::verbatim;
        found.begin = std::min(found.begin, place(run, std::max(run.at, span.begin)));
        found.end = std::max(found.end, verbatim && ends_inside ? run.from + (span.end - run.at) : run.from_end);
    }
    return found;
}

} // namespace jokbo
