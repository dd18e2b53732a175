# How every target of ours is compiled: tellings_compile(TARGET).

function(tellings_compile target)
  target_compile_options(${target} PRIVATE
    -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion
    -Wold-style-cast -Wnon-virtual-dtor -Woverloaded-virtual)
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    target_compile_options(${target} PRIVATE -Wno-restrict)  # false in g++ 12: GCC bug 105651
  endif()
  if(TELLINGS_WERROR)
    target_compile_options(${target} PRIVATE -Werror)
  endif()
  if(CMAKE_BUILD_TYPE STREQUAL "Debug")
    target_compile_options(${target} PRIVATE -O1)
    target_compile_definitions(${target} PRIVATE _GLIBCXX_ASSERTIONS)
  endif()
  # assert() states what only a programmer can break: it stays in release builds.
  target_compile_options(${target} PRIVATE -UNDEBUG)
  if(TELLINGS_SANITIZE)
    target_compile_options(${target} PRIVATE
      -fsanitize=${TELLINGS_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
    target_link_options(${target} PRIVATE -fsanitize=${TELLINGS_SANITIZE})
  endif()
  if(TELLINGS_FUZZ)
    target_compile_options(${target} PRIVATE -fsanitize=fuzzer-no-link)
  endif()
endfunction()
