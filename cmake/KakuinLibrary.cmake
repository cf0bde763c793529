# kakuin_library(NAME FILES...): one of the layers. Static, unless KAKUIN_SHARED_LIBRARIES says otherwise.
function(kakuin_library name)
  if(KAKUIN_SHARED_LIBRARIES)
    add_library(${name} SHARED ${ARGN})
    # no NAME_EXPORTS: nothing reads it, and a precompiled header is only shared between equal definitions
    set_target_properties(${name} PROPERTIES DEFINE_SYMBOL "")
  else()
    add_library(${name} STATIC ${ARGN})
  endif()
endfunction()
