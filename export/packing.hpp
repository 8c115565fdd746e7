#pragma once

#include <string>
#include <string_view>
#include <vector>

/// How the separate parts of a diagram, each laid out by itself, come together on one sheet. Lengths are points.
namespace jokbo::packing {

struct Size {
    double width = 0;
    double height = 0;
};

struct Offset {
    double x = 0;
    double y = 0;
};

/// Where the lower left corner of each box goes: on shelves, the taller boxes first, so that the whole is about `aspect`
/// times as wide as high and no two are nearer than `gap`.
std::vector<Offset> on_shelves(const std::vector<Size>& boxes, double aspect, double gap);

/// A `pos` of GraphViz, a point (`x,y`) or a spline (`e,x,y x,y … ; …`), moved.
std::string moved(std::string_view position, Offset by);

/// The corners of a `bb` of GraphViz: its lower left one, and its size.
struct Bounds {
    Offset corner;
    Size size;
};
Bounds bounds(std::string_view bb);

} // namespace jokbo::packing
