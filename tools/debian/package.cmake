# The Debian package, made in a build folder by `cpack -G DEB`. Its dependencies are read from the
# program by dpkg-shlibdeps (tools/packages, role `package`).
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME pincite)
set(CPACK_PACKAGE_CONTACT "Pincite developers <pincite@localhost>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "full-text search of treaty documents, with cited passages")
set(CPACK_PACKAGE_DESCRIPTION
"Pincite finds what a state said, when and where, in a collection of treaty
documents, and answers with the passage, word for word, and its citation.
Quotations are found whatever their typography; totals and counts by state,
year, type, meeting and treaty are exact.")
set(CPACK_DEBIAN_PACKAGE_SECTION text)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
    OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_VERBATIM_VARIABLES ON)
set(CPACK_PINCITE_DEBIAN_FOLDER ${CMAKE_CURRENT_LIST_DIR})
set(CPACK_PRE_BUILD_SCRIPTS ${CMAKE_CURRENT_LIST_DIR}/finish_tree.cmake)
include(CPack)
