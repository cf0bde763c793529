# MIT Kerberos: libkrb5 and its GSSAPI. Gives the target Kerberos::GSSAPI.
# (Debian: libkrb5-dev. macOS: Homebrew's krb5, named by CMAKE_PREFIX_PATH; the system's own GSS.framework is Heimdal.)
find_path(Kerberos_INCLUDE_DIR gssapi/gssapi_krb5.h)
find_library(Kerberos_GSSAPI_LIBRARY gssapi_krb5)
find_library(Kerberos_KRB5_LIBRARY krb5)
mark_as_advanced(Kerberos_INCLUDE_DIR Kerberos_GSSAPI_LIBRARY Kerberos_KRB5_LIBRARY)

include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(Kerberos
  REQUIRED_VARS Kerberos_GSSAPI_LIBRARY Kerberos_KRB5_LIBRARY Kerberos_INCLUDE_DIR)

if(Kerberos_FOUND AND NOT TARGET Kerberos::GSSAPI)
  add_library(Kerberos::GSSAPI INTERFACE IMPORTED)
  set_target_properties(Kerberos::GSSAPI PROPERTIES
    INTERFACE_INCLUDE_DIRECTORIES "${Kerberos_INCLUDE_DIR}"
    INTERFACE_LINK_LIBRARIES "${Kerberos_GSSAPI_LIBRARY};${Kerberos_KRB5_LIBRARY}")
endif()
