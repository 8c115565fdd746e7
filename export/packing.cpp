#include "export/packing.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <numeric>

namespace jokbo::packing {

namespace {

bool begins_number(char c) { return (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '+'; }

/// The number at `at`, which moves behind it.
double number_at(std::string_view text, std::size_t& at) {
    double value = 0;
    const auto* first = text.data() + at + (text[at] == '+' ? 1 : 0);
    const auto* past = std::from_chars(first, text.data() + text.size(), value).ptr;
    at = std::max(at + 1, static_cast<std::size_t>(past - text.data()));
    return value;
}

double width_for(const std::vector<Size>& boxes, double aspect, double gap) {
    double area = 0;
    double widest = 0;
    for (const Size& box : boxes) {
        area += (box.width + gap) * (box.height + gap);
        widest = std::max(widest, box.width);
    }
    return std::max(widest, std::sqrt(area * aspect));
}

} // namespace

std::vector<Offset> on_shelves(const std::vector<Size>& boxes, double aspect, double gap) {
    std::vector<std::size_t> order(boxes.size());
    std::iota(order.begin(), order.end(), 0U);
    std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) { return boxes[a].height > boxes[b].height; });
    const double width = width_for(boxes, aspect, gap);
    // A shelf is as high as its first box. Lower ones stand in columns, one below the other; the last column may widen.
    struct Column {
        double x = 0;
        double width = 0;
        double used = 0;
    };
    std::vector<Offset> places(boxes.size());
    std::vector<Column> columns;
    double shelf_top = 0;
    double shelf_height = 0;
    for (const std::size_t i : order) {
        const Size box = boxes[i];
        const auto fits = [&](const Column& column) {
            const bool wide_enough =
                box.width <= column.width || (&column == &columns.back() && column.x + box.width <= width);
            return wide_enough && column.used + gap + box.height <= shelf_height;
        };
        auto column = std::ranges::find_if(columns, fits);
        if (column == columns.end()) {
            const double x = columns.empty() ? 0 : columns.back().x + columns.back().width + gap;
            if (!columns.empty() && x + box.width > width) {
                shelf_top -= shelf_height + gap;
                columns.clear();
            }
            if (columns.empty()) {
                shelf_height = box.height;
            }
            columns.push_back({columns.empty() ? 0 : x, box.width, -gap});
            column = std::prev(columns.end());
        }
        column->width = std::max(column->width, box.width);
        column->used += gap + box.height;
        places[i] = {column->x, shelf_top - column->used};
    }
    return places;
}

std::string moved(std::string_view position, Offset by) {
    std::string out;
    bool is_x = true;
    for (std::size_t at = 0; at < position.size();) {
        if (begins_number(position[at])) {
            const double value = number_at(position, at) + (is_x ? by.x : by.y);
            out += fmt::format("{:.3f}", value);
            is_x = !is_x;
        } else {
            out += position[at++];
        }
    }
    return out;
}

Bounds bounds(std::string_view bb) {
    double corners[4] = {};
    std::size_t found = 0;
    for (std::size_t at = 0; at < bb.size() && found < 4;) {
        if (begins_number(bb[at])) {
            corners[found++] = number_at(bb, at);
        } else {
            ++at;
        }
    }
    return {{corners[0], corners[1]}, {corners[2] - corners[0], corners[3] - corners[1]}};
}

} // namespace jokbo::packing
