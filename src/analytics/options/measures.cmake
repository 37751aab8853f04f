# What chains of options tell of their market
list(APPEND TAPELINE_OPTIONS_SOURCES
    options/impliedforward.cpp options/impliedforward.h options/robustline.cpp options/robustline.h)
