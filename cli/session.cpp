#include "cli/session.hpp"

#include <cstdlib>
#include <ostream>

namespace jokbo::cli {

Session::Session(Arguments arguments, Streams streams, Terminal terminal)
    : arguments_(std::move(arguments)), streams_(streams), terminal_(terminal) {}

std::filesystem::path Session::store_path() const {
    const char* environment = std::getenv("JOKBO_DB");
    if (!arguments_.has("db") && environment != nullptr && *environment != '\0') {
        return environment;
    }
    return arguments_.value("db");
}

void Session::warn(std::string_view message) { streams_.error << "jokbo: " << message << '\n'; }

const Pack& Session::pack() {
    if (!pack_) {
        pack_ = Pack::embedded();
        if (arguments_.has("pack")) {
            pack_->add_folder(arguments_.value("pack"));
        }
    }
    return *pack_;
}

const Ontology& Session::ontology() {
    if (!ontology_) {
        ontology_ = Ontology::load(pack());
    }
    return *ontology_;
}

const Lexicon& Session::lexicon() {
    if (!lexicon_) {
        lexicon_ = Lexicon::deferred(pack(), ontology());
    }
    return *lexicon_;
}

} // namespace jokbo::cli
