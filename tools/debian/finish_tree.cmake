# Run by cpack on the installed tree, before it is packed: what Debian's policy asks of a package and
# `cmake --install` has no reason to do.

# Without this a package would be made that names no dependencies.
find_program(SHLIBDEPS dpkg-shlibdeps)
if(NOT SHLIBDEPS)
  message(FATAL_ERROR "dpkg-shlibdeps is missing; tools/install-packages package installs it")
endif()

set(tree ${CPACK_TEMPORARY_DIRECTORY}/usr/share)
set(doc ${tree}/doc/pincite)

# Policy 12.5: the licence by reference.
configure_file(${CPACK_PINCITE_DEBIAN_FOLDER}/copyright ${doc}/copyright COPYONLY)

# Policy 12.7: Debian's changelog. SOURCE_DATE_EPOCH sets its date.
string(TIMESTAMP now "%a, %d %b %Y %H:%M:%S +0000" UTC)
file(WRITE ${doc}/changelog
"pincite (${CPACK_PACKAGE_VERSION}) unstable; urgency=medium

  * See CHANGELOG.md.

 -- ${CPACK_PACKAGE_CONTACT}  ${now}
")

# Policy 12.1 and 12.7: manual and changelog are compressed.
file(GLOB pages ${tree}/man/man1/*.1)
execute_process(COMMAND gzip -9n ${pages} ${doc}/changelog COMMAND_ERROR_IS_FATAL ANY)
