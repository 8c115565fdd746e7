#pragma once

#include "cli/arguments.hpp"
#include "cli/command.hpp"
#include "cli/terminal.hpp"
#include "schema/lexicon.hpp"
#include "schema/ontology.hpp"
#include "schema/pack.hpp"

#include <filesystem>
#include <iosfwd>
#include <optional>

namespace jokbo::cli {

/// Where a session reads and writes; tests give streams of their own.
struct Streams {
    std::istream& in;
    std::ostream& out;
    std::ostream& error;
};

/// One run of one command: its arguments, its streams, and the knowledge it may ask for.
class Session {
public:
    enum class Output { human, json };

    Session(Arguments arguments, Streams streams, Terminal terminal);

    const Arguments& arguments() const { return arguments_; }
    std::istream& in() { return streams_.in; }
    /// Answers go here and nothing else does.
    std::ostream& out() { return streams_.out; }
    /// Warnings go here, through `warn`; progress does.
    std::ostream& error() { return streams_.error; }
    const Terminal& terminal() const { return terminal_; }

    Output output() const { return arguments_.has("json") ? Output::json : Output::human; }
    bool quiet() const { return arguments_.has("quiet"); }

    /// --db, else JOKBO_DB, else jokbo.db.
    std::filesystem::path store_path() const;

    /// One line `jokbo: …` on standard error.
    void warn(std::string_view message);

    /// Read at the first call, with --pack applied.
    const Pack& pack();
    const Ontology& ontology();
    /// Read when it is first asked something.
    const Lexicon& lexicon();

private:
    Arguments arguments_;
    Streams streams_;
    Terminal terminal_;
    std::optional<Pack> pack_;
    std::optional<Ontology> ontology_;
    std::optional<Lexicon> lexicon_;
};

} // namespace jokbo::cli
