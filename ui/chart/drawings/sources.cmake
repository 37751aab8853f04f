# Drawings: lines and shapes that people put on charts
set(chart_drawing_sources
    chart/drawings/chartdrawings.cpp chart/drawings/chartdrawings.h chart/drawings/chartdrawingsinput.cpp
    chart/drawings/chartdrawingsmenu.cpp chart/drawings/chartplane.h chart/drawings/colorbutton.cpp chart/drawings/colorbutton.h
    chart/drawings/drawingcache.cpp chart/drawings/drawingcache.h chart/drawings/drawingfonts.h
    chart/drawings/drawingcommands.cpp chart/drawings/drawingcommands.h
    chart/drawings/drawingdialog.cpp chart/drawings/drawingdialog.h chart/drawings/drawinglayout.cpp chart/drawings/drawinglayout.h
    chart/drawings/drawingmagnet.cpp chart/drawings/drawingmagnet.h chart/drawings/drawingpainter.cpp chart/drawings/drawingpainter.h
    chart/drawings/drawingtext.cpp chart/drawings/drawingtext.h
    chart/drawings/drawingtoolbox.cpp chart/drawings/drawingtoolbox.h chart/drawings/guestlayer.cpp chart/drawings/guestlayer.h)
