# The graph of layers, declared once: what each may include, and which outside
# libraries it links. tools/check_layers.py holds every #include to it.

set(TELLINGS_LAYERS base model text documents articles copies stories lineage
    statements findings pipeline)

set(LAYER_base "")
set(LAYER_model base)
set(LAYER_text base model)
set(LAYER_documents base model text)
set(LAYER_articles base model text)
set(LAYER_copies base model text)
set(LAYER_stories base model text copies)
set(LAYER_lineage base model text copies)
set(LAYER_statements base model text)
set(LAYER_findings base model text)
set(LAYER_pipeline base model text documents articles copies stories lineage
    statements findings)
set(LAYER_cli base model text documents articles copies stories lineage
    statements findings pipeline web)
set(LIBRARIES_cli fmt::fmt)

set(LIBRARIES_base Threads::Threads)
set(LIBRARIES_text ICU::uc ICU::i18n)
set(LIBRARIES_stories fmt::fmt)
set(LIBRARIES_documents simdjson::simdjson ICU::uc ZLIB::ZLIB PkgConfig::LIBDEFLATE
    PkgConfig::ZSTD PkgConfig::LZ4 PkgConfig::BROTLI PkgConfig::UCHARDET)
set(LIBRARIES_articles lexbor::lexbor simdjson::simdjson CLD2::CLD2 ICU::uc ICU::i18n)
set(LIBRARIES_statements ICU::uc ICU::i18n)
set(LIBRARIES_pipeline nlohmann_json::nlohmann_json fmt::fmt)

# Adds the library tellings_NAME of tellings/NAME/*.cc, and its unit tests
# tellings_NAME_test of tellings/NAME/*_test.cc; with TELLINGS_FUZZ a target for
# every tellings/NAME/*_fuzz.cc.
function(tellings_add_layer layer)
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/tellings/${layer}/*.cc)
  set(tests ${sources})
  set(fuzzers ${sources})
  list(FILTER sources EXCLUDE REGEX "_(test|fuzz)\\.cc$")
  list(FILTER tests INCLUDE REGEX "_test\\.cc$")
  list(FILTER fuzzers INCLUDE REGEX "_fuzz\\.cc$")
  list(TRANSFORM LAYER_${layer} PREPEND tellings_ OUTPUT_VARIABLE below)

  if(sources)
    add_library(tellings_${layer} STATIC ${sources})
    target_include_directories(tellings_${layer} PUBLIC ${CMAKE_SOURCE_DIR})
    target_link_libraries(tellings_${layer} PUBLIC ${below} PRIVATE ${LIBRARIES_${layer}})
    tellings_compile(tellings_${layer})
  else()
    add_library(tellings_${layer} INTERFACE)
    target_include_directories(tellings_${layer} INTERFACE ${CMAKE_SOURCE_DIR})
    target_link_libraries(tellings_${layer} INTERFACE ${below} ${LIBRARIES_${layer}})
  endif()

  if(tests)
    add_executable(tellings_${layer}_test ${tests} ${CMAKE_SOURCE_DIR}/tests/doctest_main.cc)
    target_link_libraries(tellings_${layer}_test PRIVATE tellings_${layer} doctest::doctest ${LIBRARIES_${layer}})
    target_compile_definitions(tellings_${layer}_test PRIVATE TELLINGS_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
    tellings_compile(tellings_${layer}_test)
    add_test(NAME unit.${layer} COMMAND tellings_${layer}_test)
  endif()

  if(TELLINGS_FUZZ)
    foreach(source IN LISTS fuzzers)
      get_filename_component(name ${source} NAME_WE)
      add_executable(${name} ${source})
      target_link_libraries(${name} PRIVATE tellings_${layer} ${LIBRARIES_${layer}})
      tellings_compile(${name})
      target_link_options(${name} PRIVATE -fsanitize=fuzzer)
    endforeach()
  endif()
endfunction()

# Tells the file that puts the English model into the program where it lies.
function(tellings_embed_models)
  set(model ${CMAKE_SOURCE_DIR}/tellings/statements/data/english.model)
  set_source_files_properties(${CMAKE_SOURCE_DIR}/tellings/statements/english.cc
    TARGET_DIRECTORY tellings_statements PROPERTIES
    COMPILE_DEFINITIONS TELLINGS_ENGLISH_MODEL="${model}" OBJECT_DEPENDS ${model})
endfunction()
