# The front end: web/src bundled by esbuild into build/<preset>/web and linked
# into the program as the library tellings_web.
#
# Its packages are fetched once for every package-lock.json, into
# web/node_modules; after that a build needs no network.

find_program(NODE node REQUIRED)
find_program(NPM npm REQUIRED)

set(TELLINGS_WEB ${CMAKE_SOURCE_DIR}/web)
set(web_out ${CMAKE_BINARY_DIR}/web)
file(GLOB_RECURSE web_sources CONFIGURE_DEPENDS ${TELLINGS_WEB}/src/*.ts ${TELLINGS_WEB}/src/*.css)

add_custom_command(
  OUTPUT ${web_out}/packages.stamp
  COMMAND ${CMAKE_COMMAND} -DWEB=${TELLINGS_WEB} -DNPM=${NPM} -P ${CMAKE_SOURCE_DIR}/cmake/web_packages.cmake
  COMMAND ${CMAKE_COMMAND} -E touch ${web_out}/packages.stamp
  DEPENDS ${TELLINGS_WEB}/package-lock.json ${CMAKE_SOURCE_DIR}/cmake/web_packages.cmake
  COMMENT "Fetching the front end's packages" VERBATIM)

add_custom_command(
  OUTPUT ${web_out}/report_bytes.cc
  COMMAND ${NODE} ${TELLINGS_WEB}/build.mjs ${web_out}
  DEPENDS ${web_sources} ${TELLINGS_WEB}/build.mjs ${web_out}/packages.stamp
  COMMENT "Bundling the front end" VERBATIM)

add_library(tellings_web STATIC ${web_out}/report_bytes.cc)
target_include_directories(tellings_web PUBLIC ${CMAKE_SOURCE_DIR})

# Its types, its unit tests, and the report in a real browser.
add_test(NAME web.types COMMAND ${NODE} node_modules/typescript/bin/tsc --noEmit WORKING_DIRECTORY ${TELLINGS_WEB})
add_test(NAME web.unit COMMAND ${NODE} test.mjs WORKING_DIRECTORY ${TELLINGS_WEB})
add_test(NAME browser.report COMMAND ${NODE} ${CMAKE_SOURCE_DIR}/tests/browser/report.test.mjs $<TARGET_FILE:tellings>)
set_tests_properties(web.types web.unit browser.report PROPERTIES TIMEOUT 900)
