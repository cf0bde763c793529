# What is installed beside the program, and the Debian package. The program installs itself (app/CMakeLists.txt).
include(GNUInstallDirs)
set(KAKUIN_PICTURES_URL "" CACHE STRING
  "Address under which software centres can fetch docs/pictures; empty: the AppStream metadata has no screenshots")
if(UNIX AND NOT APPLE)
  file(READ packaging/org.kakuin.Kakuin.metainfo.xml kakuin_metainfo)
  if(KAKUIN_PICTURES_URL)
    file(READ packaging/screenshots.xml.in kakuin_screenshots)
    string(CONFIGURE "${kakuin_screenshots}" kakuin_screenshots @ONLY)
    string(REPLACE "  <provides>" "${kakuin_screenshots}  <provides>" kakuin_metainfo "${kakuin_metainfo}")
  endif()
  set(kakuin_metainfo_file ${PROJECT_BINARY_DIR}/metainfo/org.kakuin.Kakuin.metainfo.xml)
  file(CONFIGURE OUTPUT ${kakuin_metainfo_file} CONTENT "${kakuin_metainfo}" @ONLY)

  install(FILES packaging/org.kakuin.Kakuin.desktop DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
  install(FILES ${kakuin_metainfo_file} DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo)
  install(FILES packaging/org.kakuin.Kakuin.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/mime/packages)
  install(FILES packaging/completion/kakuin.bash RENAME kakuin
    DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions)
  install(FILES packaging/completion/_kakuin DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions)
  # Debian wants manual pages compressed, reproducibly
  find_program(KAKUIN_GZIP gzip)
  foreach(page man1/kakuin.1 ja/man1/kakuin.1)
    string(REPLACE "man1/" "" source ${page})
    get_filename_component(folder ${page} DIRECTORY)
    set(made ${PROJECT_BINARY_DIR}/man/${folder}/kakuin.1)
    file(MAKE_DIRECTORY ${PROJECT_BINARY_DIR}/man/${folder})
    if(KAKUIN_GZIP)
      execute_process(COMMAND ${KAKUIN_GZIP} -9 -n -c ${PROJECT_SOURCE_DIR}/packaging/man/${source}
        OUTPUT_FILE ${made}.gz COMMAND_ERROR_IS_FATAL ANY)
      set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS packaging/man/${source})
      install(FILES ${made}.gz DESTINATION ${CMAKE_INSTALL_MANDIR}/${folder})
    else()
      install(FILES packaging/man/${source} DESTINATION ${CMAKE_INSTALL_MANDIR}/${folder})
    endif()
  endforeach()
  install(FILES resources/icons/kakuin.svg DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps)
  install(FILES LICENSE RENAME copyright DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/kakuin)
  install(DIRECTORY docs/roles DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/kakuin)
endif()

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME kakuin)
set(CPACK_PACKAGE_VENDOR "The Kakuin authors")
set(CPACK_PACKAGE_CONTACT "The Kakuin authors <kakuin@localhost>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "console for the certificates that Exchange servers issue to themselves")
set(CPACK_PACKAGE_DESCRIPTION
  "Kakuin shows the servers of an Exchange organisation with their certificates,
 says what each one is used for, and renews it through a wizard that shows
 every command before it runs. It comes with a practice organisation.")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
# whatever the umask
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE
  WORLD_READ WORLD_EXECUTE)
set(CPACK_STRIP_FILES ON)
set(CPACK_VERBATIM_VARIABLES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION admin)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
# libraries that the program links, as dpkg-shlibdeps finds them; the plugins that Qt loads by itself; what QtKeychain
# loads by itself, and does not depend on; authorities for https
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_DEPENDS "libqt6sql6-sqlite, libqt6svg6, libsecret-1-0, ca-certificates")
# the words of Qt's own dialogs in Japanese, and characters to write them with; kinit; windows on Wayland
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "qt6-translations-l10n, fonts-noto-cjk, krb5-user, qt6-wayland")
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "openssh-client, gnome-keyring")
include(CPack)
