# Drawings: lines and shapes that people put on charts
set(chart_drawing_sources chart/drawings/guestlayer.cpp chart/drawings/guestlayer.h)
