# The libraries that are not ours. Each is used in the layers that layers.cmake names.

find_package(Threads REQUIRED)
find_package(ICU REQUIRED COMPONENTS uc i18n data)
find_package(ZLIB REQUIRED)
find_package(nlohmann_json REQUIRED)
find_package(simdjson REQUIRED)
find_package(doctest REQUIRED)
find_package(fmt REQUIRED)
find_package(PkgConfig REQUIRED)
pkg_check_modules(LIBDEFLATE REQUIRED IMPORTED_TARGET libdeflate)
pkg_check_modules(ZSTD REQUIRED IMPORTED_TARGET libzstd)
pkg_check_modules(LZ4 REQUIRED IMPORTED_TARGET liblz4)
pkg_check_modules(BROTLI REQUIRED IMPORTED_TARGET libbrotlidec)
pkg_check_modules(UCHARDET REQUIRED IMPORTED_TARGET uchardet)
include(cmake/lexbor.cmake)

# CLD2 comes without a file for pkg-config.
find_library(CLD2_LIBRARY cld2 REQUIRED)
find_path(CLD2_INCLUDE cld2/public/compact_lang_det.h REQUIRED)
add_library(CLD2::CLD2 UNKNOWN IMPORTED)
set_target_properties(CLD2::CLD2 PROPERTIES IMPORTED_LOCATION ${CLD2_LIBRARY}
    INTERFACE_INCLUDE_DIRECTORIES ${CLD2_INCLUDE})
