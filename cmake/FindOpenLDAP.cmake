# OpenLDAP's client library, 2.5 or later. Gives the target OpenLDAP::LDAP.
# (Debian: libldap-dev. macOS: Homebrew's openldap, named by CMAKE_PREFIX_PATH; the system's own LDAP.framework is too old.)
find_path(OpenLDAP_INCLUDE_DIR openldap.h)
find_library(OpenLDAP_LDAP_LIBRARY ldap)
find_library(OpenLDAP_LBER_LIBRARY lber)
mark_as_advanced(OpenLDAP_INCLUDE_DIR OpenLDAP_LDAP_LIBRARY OpenLDAP_LBER_LIBRARY)
if(OpenLDAP_INCLUDE_DIR AND EXISTS ${OpenLDAP_INCLUDE_DIR}/ldap_features.h)
  file(STRINGS ${OpenLDAP_INCLUDE_DIR}/ldap_features.h openldap_versions REGEX "^#define LDAP_VENDOR_VERSION_(MAJOR|MINOR|PATCH) ")
  list(TRANSFORM openldap_versions REPLACE "^.* ([0-9X]+)$" "\\1")
  list(JOIN openldap_versions "." OpenLDAP_VERSION)
endif()

include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(OpenLDAP
  REQUIRED_VARS OpenLDAP_LDAP_LIBRARY OpenLDAP_LBER_LIBRARY OpenLDAP_INCLUDE_DIR VERSION_VAR OpenLDAP_VERSION)

if(OpenLDAP_FOUND AND NOT TARGET OpenLDAP::LDAP)
  add_library(OpenLDAP::LDAP INTERFACE IMPORTED)
  set_target_properties(OpenLDAP::LDAP PROPERTIES
    INTERFACE_INCLUDE_DIRECTORIES "${OpenLDAP_INCLUDE_DIR}"
    INTERFACE_LINK_LIBRARIES "${OpenLDAP_LDAP_LIBRARY};${OpenLDAP_LBER_LIBRARY}")
endif()
