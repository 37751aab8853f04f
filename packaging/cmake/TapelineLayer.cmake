# tapeline_add_layer(<name> SOURCES <files> LINK <layers and Qt modules this layer may see>
#                    [PRIVATE_LINK <libraries only its .cpp files see>] [PCH <headers>])
#
# A layer is a static library that shows its dependents only its own directories, so an include in the
# wrong direction stops at "No such file". Files may lie in sub-folders; each is on the include path.
function(tapeline_add_layer name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;LINK;PRIVATE_LINK;PCH")
    add_library(tapeline_${name} STATIC ${arg_SOURCES})
    set(folders ${CMAKE_CURRENT_SOURCE_DIR})
    foreach(source IN LISTS arg_SOURCES)
        cmake_path(GET source PARENT_PATH folder)
        if(folder)
            list(APPEND folders ${CMAKE_CURRENT_SOURCE_DIR}/${folder})
        endif()
    endforeach()
    list(REMOVE_DUPLICATES folders)
    target_include_directories(tapeline_${name} PUBLIC ${folders})
    target_link_libraries(tapeline_${name} PUBLIC ${arg_LINK} PRIVATE tapeline_options ${arg_PRIVATE_LINK})
    if(arg_PCH)
        target_precompile_headers(tapeline_${name} PRIVATE ${arg_PCH})
    endif()
    list(TRANSFORM arg_SOURCES PREPEND ${CMAKE_CURRENT_SOURCE_DIR}/)
    set_property(GLOBAL APPEND PROPERTY TAPELINE_TR_SOURCES ${arg_SOURCES}) # for lupdate
endfunction()

# The headers worth precompiling below Widgets
set(TAPELINE_CORE_PCH <QString> <QList> <QHash> <QObject> <QDateTime> <QTimeZone> <QByteArray>
    <algorithm> <array> <chrono> <functional> <memory> <optional> <span> <string> <string_view>
    <variant> <vector>)
set(TAPELINE_UI_PCH ${TAPELINE_CORE_PCH} <QWidget> <QPainter> <QBoxLayout> <QLabel> <QAction>)
