# One target that carries the language standard, the definitions and the warnings; every target links it PRIVATE.
add_library(kakuin_flags INTERFACE)
target_compile_features(kakuin_flags INTERFACE cxx_std_20)
target_compile_definitions(kakuin_flags INTERFACE
  QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_CAST_FROM_BYTEARRAY QT_NO_URL_CAST_FROM_STRING QT_NO_FOREACH
  QT_NO_KEYWORDS QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_STRICT_ITERATORS QT_DISABLE_DEPRECATED_BEFORE=0x060400
  QT_MESSAGELOGCONTEXT)
if(MSVC)
  target_compile_options(kakuin_flags INTERFACE /utf-8 /permissive- /W4)
else()
  target_compile_options(kakuin_flags INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wold-style-cast
    -Wnon-virtual-dtor -Woverloaded-virtual -Werror=switch)
endif()
if(CMAKE_UNITY_BUILD AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # GCC takes each file of a batch for a header, and warns of private types in anonymous namespaces; `plain` keeps the warning
  target_compile_options(kakuin_flags INTERFACE -Wno-subobject-linkage)
endif()
if(KAKUIN_WERROR AND NOT MSVC)
  target_compile_options(kakuin_flags INTERFACE -Werror)
endif()
# Debian's hardening flags (dpkg-buildflags with hardening=+all), and those that it adds later. A target of its own, so that a
# test can build a sample with them. packaging/check-hardening looks for each of them in the program.
add_library(kakuin_hardening INTERFACE)
if(NOT MSVC)
  include(CheckCXXCompilerFlag)
  include(CheckPIESupported)
  check_pie_supported(LANGUAGES CXX)
  check_cxx_compiler_flag(-fcf-protection KAKUIN_HAS_CET) # x86
  # -fPIC, not -fPIE: Qt's libraries keep their own copy of what a program would copy, and a program that was compiled with
  # -fPIE ends at its start
  target_compile_options(kakuin_hardening INTERFACE -fstack-protector-strong -fstack-clash-protection -Wformat
    -Werror=format-security -fPIC -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=2 $<$<BOOL:${KAKUIN_HAS_CET}>:-fcf-protection>)
  target_compile_definitions(kakuin_hardening INTERFACE _GLIBCXX_ASSERTIONS)
  if(NOT APPLE)
    target_link_options(kakuin_hardening INTERFACE -pie -Wl,-z,relro -Wl,-z,now)
  endif()
endif()
if(KAKUIN_HARDENING)
  target_link_libraries(kakuin_flags INTERFACE kakuin_hardening)
  if(NOT MSVC)
    # the same program wherever the sources lie
    target_compile_options(kakuin_flags INTERFACE -ffile-prefix-map=${PROJECT_SOURCE_DIR}=.)
  endif()
endif()
if(KAKUIN_SANITIZE)
  target_compile_options(kakuin_flags INTERFACE -fsanitize=${KAKUIN_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=undefined
    # not in the tests themselves: the checks are a quarter of their compilation, and the code under test has them
    $<$<BOOL:$<TARGET_PROPERTY:KAKUIN_IS_TEST>>:-fno-sanitize=undefined>)
  target_link_options(kakuin_flags INTERFACE -fsanitize=${KAKUIN_SANITIZE})
endif()
