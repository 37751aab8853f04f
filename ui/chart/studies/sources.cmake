# Studies: indicators on charts, comparisons
set(chart_study_sources chart/studies/linecolors.h)
