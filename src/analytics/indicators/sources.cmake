# Indicators of charts: one file each, listed in indicatorlist.cpp
set(TAPELINE_INDICATOR_SOURCES
    indicators/indicator.h indicators/indicatorinfo.cpp indicators/indicatorinfo.h
    indicators/indicatorlist.cpp indicators/indicatorlist.h indicators/rollingmean.h
    indicators/simpleaverage.cpp)
