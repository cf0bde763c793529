# What is installed beside the program, and the Debian package. The program installs itself (app/CMakeLists.txt).
include(GNUInstallDirs)
if(UNIX AND NOT APPLE)
  install(FILES packaging/org.kakuin.Kakuin.desktop DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
  install(FILES packaging/org.kakuin.Kakuin.metainfo.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo)
  install(FILES resources/icons/kakuin.svg DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps)
  install(FILES LICENSE RENAME copyright DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/kakuin)
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
set(CPACK_STRIP_FILES ON)
set(CPACK_VERBATIM_VARIABLES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION admin)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
# libraries that the program links, as dpkg-shlibdeps finds them; the plugins that Qt loads by itself; what QtKeychain
# loads by itself, and does not depend on
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_DEPENDS "libqt6sql6-sqlite, libqt6svg6, libsecret-1-0")
# the words of Qt's own dialogs in Japanese, and characters to write them with
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "qt6-translations-l10n, fonts-noto-cjk")
include(CPack)
