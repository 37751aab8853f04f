# Studies: indicators on charts, comparisons
set(chart_study_sources chart/studies/linecolors.h)
# Indicators and panes
list(APPEND chart_study_sources
    chart/studies/chartindicators.cpp chart/studies/chartindicators.h
    chart/studies/indicatordefaults.cpp chart/studies/indicatordefaults.h chart/studies/indicatorpicker.cpp chart/studies/indicatorpicker.h
    chart/studies/indicatorsettings.cpp chart/studies/indicatorsettings.h
    chart/studies/chartstudies.cpp chart/studies/chartstudies.h chart/studies/panelayout.cpp chart/studies/panelayout.h
    chart/studies/studycanvas.cpp chart/studies/studycanvas.h chart/studies/studyframe.h chart/studies/studyinput.cpp chart/studies/studyinput.h
    chart/studies/studylegend.cpp chart/studies/studylegend.h chart/studies/studyoverlay.cpp chart/studies/studyoverlay.h
    chart/studies/studypainter.cpp chart/studies/studypainter.h chart/studies/studyscale.cpp chart/studies/studyscale.h
    chart/studies/studyscene.h)
# Templates
list(APPEND chart_study_sources
    chart/studies/templatedialog.cpp chart/studies/templatedialog.h chart/studies/templatemenu.cpp chart/studies/templatemenu.h)
