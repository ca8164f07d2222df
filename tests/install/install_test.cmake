# Run by CTest: cmake -DBUILD=… -DSOURCE=… -DWORK=… -DGENERATOR=… -DFLAGS=… -P install_test.cmake
# FLAGS are the sanitizer's, which the consumer must share with the library.
function(run)
  execute_process(COMMAND ${ARGV} COMMAND_ERROR_IS_FATAL ANY)
endfunction()

file(REMOVE_RECURSE ${WORK})
string(REPLACE ";" " " flags "${FLAGS}")
run(${CMAKE_COMMAND} --install ${BUILD} --prefix ${WORK}/prefix)
run(${CMAKE_COMMAND} -G ${GENERATOR} -S ${SOURCE} -B ${WORK}/build
  -DCMAKE_PREFIX_PATH=${WORK}/prefix "-DCMAKE_CXX_FLAGS=${flags}")
run(${CMAKE_COMMAND} --build ${WORK}/build)
run(${WORK}/build/consumer)

# Everything the command needs comes with it, and works from where it was installed.
foreach(needed bin/tranche share/tranche/rules share/tranche/corpus)
  if(NOT EXISTS ${WORK}/prefix/${needed})
    message(FATAL_ERROR "${needed} was not installed.")
  endif()
endforeach()
run(${WORK}/prefix/bin/tranche --version)
file(REMOVE_RECURSE ${WORK})
