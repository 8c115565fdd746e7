#include "extract/extractor.hpp"

namespace jokbo {

struct Extractor::Engine {};

Extractor::Extractor(const Pack&, const Ontology&, const Lexicon&) : engine_(std::make_unique<Engine>()) {}
Extractor::~Extractor() = default;
Extractor::Extractor(Extractor&&) noexcept = default;
Extractor& Extractor::operator=(Extractor&&) noexcept = default;

void Extractor::extract(const Document&, const StatementSink&) const {}

} // namespace jokbo
