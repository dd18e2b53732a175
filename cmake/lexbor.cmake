# lexbor 3.1.0, the HTML5 parser: Debian 12 has no package of it, so its source
# comes from a registry, pinned by hash: the selectolax 1.0.2 source archive
# holds the whole tree. Kept in build/downloads, so that it is fetched once.
# From Debian 13 on the distribution's own package is taken.
#
# Gives lexbor::lexbor.

find_path(LEXBOR_INCLUDE lexbor/html/html.h)
find_library(LEXBOR_LIBRARY lexbor)
if(LEXBOR_INCLUDE AND LEXBOR_LIBRARY)
  add_library(lexbor::lexbor UNKNOWN IMPORTED)
  set_target_properties(lexbor::lexbor PROPERTIES
    IMPORTED_LOCATION ${LEXBOR_LIBRARY} INTERFACE_INCLUDE_DIRECTORIES ${LEXBOR_INCLUDE})
  return()
endif()

set(LEXBOR_ARCHIVE selectolax-1.0.2)
set(LEXBOR_SHA256 f0508ad927aa426425d4aa7a2bb2f8b21c01412534465bd227e241d4d0a6a418)
set(TELLINGS_DOWNLOADS ${CMAKE_SOURCE_DIR}/build/downloads CACHE PATH "Where fetched sources are kept")
set(LEXBOR_SOURCE ${TELLINGS_DOWNLOADS}/${LEXBOR_ARCHIVE}/lexbor/source)

if(NOT EXISTS ${LEXBOR_SOURCE}/lexbor/html/html.h)
  find_package(Python3 REQUIRED COMPONENTS Interpreter)
  message(STATUS "Fetching lexbor 3.1.0 (3.6 MB)")
  execute_process(
    COMMAND ${Python3_EXECUTABLE} -m pip download -q --disable-pip-version-check --no-deps
      --no-binary selectolax -d ${TELLINGS_DOWNLOADS} selectolax==1.0.2
    COMMAND_ERROR_IS_FATAL ANY)
  file(SHA256 ${TELLINGS_DOWNLOADS}/${LEXBOR_ARCHIVE}.tar.gz got)
  if(NOT got STREQUAL LEXBOR_SHA256)
    message(FATAL_ERROR "the lexbor archive has the wrong hash: ${got}")
  endif()
  file(ARCHIVE_EXTRACT INPUT ${TELLINGS_DOWNLOADS}/${LEXBOR_ARCHIVE}.tar.gz DESTINATION ${TELLINGS_DOWNLOADS})
endif()

set(lexbor_files)
foreach(module core dom html ns tag ports/posix)  # all that html needs
  file(GLOB_RECURSE files ${LEXBOR_SOURCE}/lexbor/${module}/*.c)
  list(APPEND lexbor_files ${files})
endforeach()
add_library(lexbor STATIC EXCLUDE_FROM_ALL ${lexbor_files})
add_library(lexbor::lexbor ALIAS lexbor)
target_include_directories(lexbor SYSTEM PUBLIC ${LEXBOR_SOURCE})
target_compile_definitions(lexbor PUBLIC LEXBOR_STATIC)
target_compile_options(lexbor PRIVATE -w -O2)
set_target_properties(lexbor PROPERTIES C_STANDARD 99 POSITION_INDEPENDENT_CODE ON INTERPROCEDURAL_OPTIMIZATION OFF)
target_link_libraries(lexbor PUBLIC m)
