# What charts show besides bars. Each subject lists its own files.
set(TAPELINE_CHART_MODELS chart/linestyle.cpp chart/linestyle.h)
