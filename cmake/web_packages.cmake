# Fetches the packages of WEB/package-lock.json with NPM, unless they are there:
#   cmake -DWEB=web -DNPM=npm -P cmake/web_packages.cmake

file(SHA256 ${WEB}/package-lock.json wanted)
set(stamp ${WEB}/node_modules/.of-lock)
file(LOCK ${WEB}/package-lock.json.guard GUARD PROCESS TIMEOUT 600)  # two presets may build at once
if(EXISTS ${stamp})
  file(READ ${stamp} there)
endif()
if(NOT "${there}" STREQUAL "${wanted}")
  execute_process(COMMAND ${NPM} ci --ignore-scripts --prefer-offline --no-audit --no-fund --loglevel=error
    WORKING_DIRECTORY ${WEB} COMMAND_ERROR_IS_FATAL ANY)
  file(WRITE ${stamp} "${wanted}")
endif()
file(REMOVE ${WEB}/package-lock.json.guard)
