#include "extract/layout/layout.hpp"

#include "extract/layout/layout_cues.hpp"
#include "extract/layout/layout_repair.hpp"
#include "extract/layout/markup.hpp"

namespace jokbo {

struct LayoutReader::Cues {
    explicit Cues(const Pack& pack) : html(pack), repair(pack) {}

    Html html;
    LayoutRepair repair;
};

LayoutReader::LayoutReader(const Pack& pack) : cues_(std::make_unique<const Cues>(pack)) {}
LayoutReader::~LayoutReader() = default;
LayoutReader::LayoutReader(LayoutReader&&) noexcept = default;
LayoutReader& LayoutReader::operator=(LayoutReader&&) noexcept = default;

Reading LayoutReader::lay_out(const Document& document) const {
    std::vector<BlockNote> notes;
    auto reading = MarkupReader(document.text, cues_->html).read(notes);
    return cues_->repair.repair(std::move(reading), notes, document);
}

} // namespace jokbo
