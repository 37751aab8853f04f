# Where every dependency is found; alias targets hide the difference between Debian and vcpkg.
find_package(Qt6 6.4 REQUIRED COMPONENTS Core Gui Widgets Network WebSockets Charts Sql Svg PrintSupport
    LinguistTools)
if(TAPELINE_TESTS)
    find_package(Qt6 6.4 REQUIRED COMPONENTS Test)
endif()
qt_standard_project_setup()

find_package(QCustomPlotQt6 CONFIG QUIET)
if(TARGET QCustomPlotQt6::QCustomPlotQt6)
    add_library(tapeline::qcustomplot ALIAS QCustomPlotQt6::QCustomPlotQt6)
else()
    find_package(qcustomplot CONFIG REQUIRED) # vcpkg's name
    add_library(tapeline::qcustomplot ALIAS qcustomplot::qcustomplot)
endif()

find_package(simdjson CONFIG REQUIRED)
add_library(tapeline::simdjson ALIAS simdjson::simdjson)

find_package(Boost 1.81 REQUIRED)
add_library(tapeline::boost ALIAS Boost::boost)

find_package(ZLIB REQUIRED)
find_package(zstd CONFIG QUIET)
if(TARGET zstd::libzstd)
    add_library(tapeline::zstd ALIAS zstd::libzstd)
elseif(TARGET zstd::libzstd_shared)
    add_library(tapeline::zstd ALIAS zstd::libzstd_shared)
else()
    find_package(PkgConfig REQUIRED)
    pkg_check_modules(zstd REQUIRED IMPORTED_TARGET GLOBAL libzstd)
    add_library(tapeline::zstd ALIAS PkgConfig::zstd)
endif()

find_package(Threads REQUIRED)

find_package(Qt6Keychain CONFIG REQUIRED)
add_library(tapeline_keychain INTERFACE) # its own target is an alias, of which there can be no second
target_link_libraries(tapeline_keychain INTERFACE Qt6Keychain::Qt6Keychain)
add_library(tapeline::keychain ALIAS tapeline_keychain)
