# jokbo_embed(TARGET FILE...): puts data files into TARGET under their paths from the project's root.
# The bytes come in by the assembler's .incbin, so that megabytes of data cost no compile time.
function(jokbo_embed target)
  set(assembly "${CMAKE_CURRENT_BINARY_DIR}/${target}_data.S")
  set(table "${CMAKE_CURRENT_BINARY_DIR}/${target}_data.cpp")
  set(section ".section .rodata\n")
  set(declarations "")
  set(rows "")
  set(paths "")
  set(number 0)
  foreach(file IN LISTS ARGN)
    set(path "${PROJECT_SOURCE_DIR}/${file}")
    list(APPEND paths "${path}")
    string(APPEND section
      ".global jokbo_data_${number}\n.global jokbo_data_${number}_end\n"
      "jokbo_data_${number}:\n.incbin \"${path}\"\njokbo_data_${number}_end:\n.byte 0\n")
    string(APPEND declarations "extern \"C\" const char jokbo_data_${number}[], jokbo_data_${number}_end[];\n")
    string(APPEND rows
      "        {\"${file}\", {jokbo_data_${number}, static_cast<std::size_t>(jokbo_data_${number}_end - jokbo_data_${number})}},\n")
    math(EXPR number "${number} + 1")
  endforeach()
  string(APPEND section ".section .note.GNU-stack,\"\",%progbits\n")
  file(CONFIGURE OUTPUT "${assembly}" CONTENT "${section}" @ONLY)
  file(CONFIGURE OUTPUT "${table}" CONTENT
"#include \"schema/embedded.hpp\"

#include <vector>

${declarations}
namespace jokbo {

std::span<const EmbeddedFile> embedded_files() {
    static const std::vector<EmbeddedFile> files = {
${rows}    };
    return files;
}

} // namespace jokbo
" @ONLY)
  set_source_files_properties("${assembly}" PROPERTIES OBJECT_DEPENDS "${paths}")
  target_sources(${target} PRIVATE "${assembly}" "${table}")
endfunction()
