# Configures the project in BUILD with the compiler CLANG and builds the fuzz targets.
execute_process(
  COMMAND ${CMAKE_COMMAND} -S ${SOURCE} -B ${BUILD} -G Ninja -DPINCITE_FUZZ=ON
          -DCMAKE_CXX_COMPILER=${CLANG} -DCMAKE_BUILD_TYPE=Debug "-DCMAKE_CXX_FLAGS=-O1 -gline-tables-only"
  COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND ${CMAKE_COMMAND} --build ${BUILD} --target fuzz_targets
                COMMAND_ERROR_IS_FATAL ANY)
