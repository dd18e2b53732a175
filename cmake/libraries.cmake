# The libraries that are not ours. Each is used in the layers that layers.cmake names.

find_package(Threads REQUIRED)
find_package(ICU REQUIRED COMPONENTS uc i18n data)
find_package(ZLIB REQUIRED)
find_package(nlohmann_json REQUIRED)
find_package(simdjson REQUIRED)
find_package(doctest REQUIRED)
find_package(fmt REQUIRED)
include(cmake/lexbor.cmake)
