# What charts show besides bars. Each subject lists its own files.
set(TAPELINE_CHART_MODELS chart/linestyle.cpp chart/linestyle.h)

# Drawings
list(APPEND TAPELINE_CHART_MODELS
    chart/bartimes.cpp chart/bartimes.h chart/drawing.cpp chart/drawing.h chart/drawinglines.cpp chart/drawinglines.h
    chart/drawingprices.cpp chart/drawingprices.h chart/openwindows.cpp chart/openwindows.h)
