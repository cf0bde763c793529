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
if(KAKUIN_SANITIZE)
  target_compile_options(kakuin_flags INTERFACE -fsanitize=${KAKUIN_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=undefined
    # not in the tests themselves: the checks are a quarter of their compilation, and the code under test has them
    $<$<BOOL:$<TARGET_PROPERTY:KAKUIN_IS_TEST>>:-fno-sanitize=undefined>)
  target_link_options(kakuin_flags INTERFACE -fsanitize=${KAKUIN_SANITIZE})
endif()
