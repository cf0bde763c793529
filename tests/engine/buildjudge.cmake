# Builds tests/engine/judge: cmake -DDOTNET=… -DPROJECT=… -DOUTPUT=… -P buildjudge.cmake
# Without .NET, or when its packages cannot be had (no network), says "engine_build: skipped", which ctest understands;
# with KAKUIN_REQUIRE_ENGINE in the environment that is a failure. An error in the judge itself always is.
set(ENV{DOTNET_NOLOGO} 1)
set(ENV{DOTNET_CLI_TELEMETRY_OPTOUT} 1)
set(ENV{DOTNET_GENERATE_ASPNET_CERTIFICATE} false)
set(ENV{MSBUILDDISABLENODEREUSE} 1) # nothing stays running behind the build

function(cannot reason)
  if(NOT "$ENV{KAKUIN_REQUIRE_ENGINE}" STREQUAL "")
    message(FATAL_ERROR "${reason}")
  endif()
  message(NOTICE "engine_build: skipped: ${reason}")
endfunction()

if(NOT DOTNET)
  cannot("no .NET SDK was found (program 'dotnet')")
  return()
endif()
execute_process(COMMAND "${DOTNET}" --version RESULT_VARIABLE result OUTPUT_VARIABLE version ERROR_VARIABLE errors
  OUTPUT_STRIP_TRAILING_WHITESPACE)
if(NOT result EQUAL 0)
  cannot("'${DOTNET} --version' does not work: ${errors}")
  return()
endif()
if(version VERSION_LESS 8.0)
  cannot("the .NET SDK is ${version}; 8 or later is needed")
  return()
endif()
execute_process(COMMAND "${DOTNET}" restore "${PROJECT}" --artifacts-path "${OUTPUT}" -v quiet
  RESULT_VARIABLE result OUTPUT_VARIABLE text ERROR_VARIABLE text)
if(NOT result EQUAL 0)
  cannot("the packages of the judge cannot be had: ${text}")
  return()
endif()
execute_process(COMMAND "${DOTNET}" build "${PROJECT}" --no-restore -c Release --artifacts-path "${OUTPUT}" -v quiet
  -p:UseSharedCompilation=false RESULT_VARIABLE result)
if(NOT result EQUAL 0)
  message(FATAL_ERROR "the judge does not build")
endif()
