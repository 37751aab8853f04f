# What charts show besides bars. Each subject lists its own files.
set(TAPELINE_CHART_MODELS chart/linestyle.cpp chart/linestyle.h)

# Drawings
list(APPEND TAPELINE_CHART_MODELS
    chart/bartimes.cpp chart/bartimes.h chart/drawing.cpp chart/drawing.h
    chart/drawingbook.cpp chart/drawingbook.h chart/drawingdesk.cpp chart/drawingdesk.h chart/drawinglines.cpp chart/drawinglines.h
    chart/drawingprices.cpp chart/drawingprices.h chart/drawingset.cpp chart/drawingset.h chart/drawingshape.cpp
    chart/drawingshape.h chart/openwindows.cpp chart/openwindows.h)

# Indicators and their values
list(APPEND TAPELINE_CHART_MODELS
    chart/charttemplates.cpp chart/charttemplates.h
    chart/indicatorbars.cpp chart/indicatorbars.h chart/indicatorchoice.cpp chart/indicatorchoice.h
    chart/indicatorset.cpp chart/indicatorset.h chart/indicatortext.cpp chart/indicatortext.h
    chart/indicatorvalues.cpp chart/indicatorvalues.h)
# Alerts
list(APPEND TAPELINE_CHART_MODELS
    chart/alertbook.cpp chart/alertbook.h chart/alertinputs.cpp chart/alertinputs.h chart/alertsmodel.cpp
    chart/alertsmodel.h chart/alerttext.cpp chart/alerttext.h
    chart/alerttracker.cpp chart/alerttracker.h chart/alertwatch.cpp chart/alertwatch.h chart/chartalert.cpp
    chart/chartalert.h)
# Comparisons, and bars made of bars
list(APPEND TAPELINE_CHART_MODELS chart/comparison.cpp chart/comparison.h chart/derivedbars.cpp chart/derivedbars.h
    chart/regularhours.cpp chart/regularhours.h)
