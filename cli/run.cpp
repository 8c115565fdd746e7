#include "cli/run.hpp"

#include "cli/help.hpp"
#include "schema/error.hpp"

#include <algorithm>
#include <new>
#include <ostream>

namespace jokbo::cli {

namespace {

Exit run_command(const std::vector<std::string>& words, Streams streams, const Terminal& terminal) {
    if (words.empty()) {
        print_overview(streams.error, Terminal{});
        return Exit::usage;
    }
    const std::string first = words.front() == "--version" || words.front() == "-V" ? "version" : words.front();
    if (words.size() == 1 && (first == "--help" || first == "-h")) {
        print_overview(streams.out, terminal);
        return Exit::ok;
    }
    CommandLine line =
        first == "version" ? CommandLine{first, {words.begin() + 1, words.end()}} : split_command_line(words);
    if (line.command.empty()) {
        throw UsageError("a command is missing\n       jokbo help lists them all");
    }
    const Command& command = command_named(line.command);
    try {
        Session session(Arguments::parse(command, line.words), streams, terminal);
        if (session.arguments().has("help")) {
            print_help(streams.out, command, terminal);
            return Exit::ok;
        }
        return command.run(session);
    } catch (const UsageError& error) {
        throw UsageError(std::string(error.what()) + "\n       see: jokbo " + std::string(command.name) + " --help");
    }
}

Exit guarded(const std::vector<std::string>& words, Streams streams, const Terminal& terminal) {
    const auto tell = [&](const char* what, Exit exit) {
        streams.out.flush();
        streams.error << "jokbo: " << what << '\n';
        return exit;
    };
    try {
        return run_command(words, streams, terminal);
    } catch (const NotFound& error) {
        return tell(error.what(), Exit::nothing);
    } catch (const UsageError& error) {
        return tell(error.what(), Exit::usage);
    } catch (const Error& error) {
        return tell(error.what(), Exit::broken);
    } catch (const std::bad_alloc&) {
        return tell("out of memory", Exit::broken);
    } catch (const std::exception& error) {
        return tell((std::string("this is a fault of jokbo itself: ") + error.what()).c_str(), Exit::broken);
    }
}

} // namespace

Exit run(const std::vector<std::string>& words, Streams streams, const Terminal& terminal) {
    const Exit exit = guarded(words, streams, terminal);
    streams.out.flush();
    if (!streams.out) {
        streams.error << "jokbo: cannot write to standard output\n";
        return Exit::broken;
    }
    return exit;
}

} // namespace jokbo::cli
