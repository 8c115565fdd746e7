#include "eval/calibration.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>

namespace jokbo {

namespace {

/// How many claims the wider kind is worth.
constexpr double weight = 8;
/// Where nothing at all was counted.
constexpr double unknown = 0.8;
/// Nothing that was only read is certain, and nothing is certainly wrong.
constexpr double least = 0.05;
constexpr double most = 0.99;
constexpr std::array edges = {0.0, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 1.0};

std::string file_of(std::string_view frame) { return std::string(frame.substr(0, frame.find('.'))) + ".*"; }

std::string claim_of(const Statement& statement) {
    std::string claim = fmt::format("{} {} {} ", statement.predicate.value, static_cast<int>(statement.status),
                                    folded_for_score(statement.subject.name));
    if (const auto* object = std::get_if<Mention>(&statement.object)) {
        return claim + folded_for_score(object->name);
    }
    return claim + value_for_score(std::get<Value>(statement.object));
}

} // namespace

void Calibration::take(std::size_t page, const Statement& statement, Verdict verdict) {
    auto& claim = pages_[page][claim_of(statement)];
    auto& confidence = claim.confidence[statement.evidence.frame];
    confidence = std::max(confidence, statement.confidence);
    if (verdict == Verdict::right) {
        claim.verdict = verdict;
    }
}

void Calibration::count(const std::map<std::string, Claim>& claims, double sign, Counts& counts) {
    for (const auto& [name, claim] : claims) {
        for (const auto& [frame, confidence] : claim.confidence) {
            for (const auto& key : {frame, file_of(frame), std::string("*")}) {
                auto& count = counts[key];
                count.right += claim.verdict == Verdict::right ? sign : 0;
                count.sure += sign * confidence;
                count.read += sign > 0 ? 1 : 0;
            }
        }
    }
}

Calibration::Counts Calibration::counted() const {
    Counts counts;
    for (const auto& [page, claims] : pages_) {
        count(claims, 1, counts);
    }
    return counts;
}

double Calibration::reliability(const Counts& counts, std::string_view frame) {
    double value = unknown;
    for (const auto& key : {std::string("*"), file_of(frame), std::string(frame)}) {
        if (const auto found = counts.find(key); found != counts.end()) {
            const auto& [right, sure, read] = found->second;
            value = (right + weight * value) / (sure + weight);
        }
        if (key == frame) {
            break;
        }
    }
    return std::clamp(value, least, most);
}

double Calibration::reliability(std::string_view frame) const { return reliability(counted(), frame); }

std::string Calibration::table() const {
    const auto counts = counted();
    std::string text = "frame\treliability\tright\tread\n";
    const auto list = [&](auto wanted) {
        for (const auto& [frame, count] : counts) {
            if (wanted(frame)) {
                text +=
                    fmt::format("{}\t{:.3f}\t{:.0f}\t{}\n", frame, reliability(counts, frame), count.right, count.read);
            }
        }
    };
    list([](const std::string& frame) { return frame == "*"; });
    list([](const std::string& frame) { return frame.ends_with(".*"); });
    list([](const std::string& frame) { return !frame.ends_with("*"); });
    return text;
}

std::vector<Calibration::Judged> Calibration::judged() const {
    std::vector<Judged> all;
    auto counts = counted();
    for (const auto& [page, claims] : pages_) {
        count(claims, -1, counts);
        for (const auto& [name, claim] : claims) {
            double expected = 0;
            for (const auto& [frame, confidence] : claim.confidence) {
                expected = std::max(expected, confidence * reliability(counts, frame));
            }
            all.push_back({expected, claim.verdict == Verdict::right});
        }
        count(claims, 1, counts);
    }
    return all;
}

std::vector<Calibration::Bin> Calibration::bins() const {
    std::vector<Bin> bins;
    for (std::size_t i = 1; i < edges.size(); ++i) {
        bins.push_back({edges.at(i - 1), edges.at(i)});
    }
    for (const auto& [expected, right] : judged()) {
        const auto bin = std::ranges::find_if(bins, [&](const Bin& one) { return expected < one.to; });
        auto& its = bin == bins.end() ? bins.back() : *bin;
        ++its.claims;
        its.right += right ? 1 : 0;
        its.expected += expected;
    }
    return bins;
}

std::string Calibration::comparison() const {
    std::string text = fmt::format("{:13} {:>6} {:>9} {:>9}\n", "belief", "claims", "expected", "observed");
    const auto line = [&](std::string_view name, std::size_t claims, double expected, std::size_t right) {
        const auto all = static_cast<double>(claims);
        text +=
            fmt::format("{:13} {:6} {:9.3f} {:9.3f}\n", name, claims, expected / all, static_cast<double>(right) / all);
    };
    Bin sum;
    for (const auto& bin : bins()) {
        if (bin.claims > 0) {
            line(fmt::format("{:.2f} to {:.2f}", bin.from, bin.to), bin.claims, bin.expected, bin.right);
        }
        sum.claims += bin.claims;
        sum.right += bin.right;
        sum.expected += bin.expected;
    }
    if (sum.claims == 0) {
        return text + "no claims\n";
    }
    line("all", sum.claims, sum.expected, sum.right);
    const double base = static_cast<double>(sum.right) / static_cast<double>(sum.claims);
    double error = 0;
    double plain = 0;
    for (const auto& [expected, right] : judged()) {
        const double truth = right ? 1 : 0;
        error += (truth - expected) * (truth - expected);
        plain += (truth - base) * (truth - base);
    }
    text += fmt::format("mean squared error {:.4f}; with one belief for all {:.4f}\n",
                        error / static_cast<double>(sum.claims), plain / static_cast<double>(sum.claims));
    return text;
}

} // namespace jokbo
