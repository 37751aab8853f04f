# Indicators of charts: one file each, listed in indicatorlist.cpp
set(TAPELINE_INDICATOR_SOURCES
    indicators/averagetruerange.cpp indicators/bollinger.cpp indicators/bollinger.h
    indicators/convergence.cpp indicators/directionalindex.cpp indicators/directionalmovement.h
    indicators/donchian.cpp indicators/exponentialaverage.cpp indicators/exponentialmean.h
    indicators/ichimoku.cpp indicators/indicator.h indicators/indicatorinfo.cpp
    indicators/indicatorinfo.h indicators/indicatorlist.cpp indicators/indicatorlist.h
    indicators/indicatorparts.h indicators/keltner.cpp indicators/movingaverage.cpp
    indicators/movingaverage.h indicators/relativestrength.h indicators/relativestrengthindex.cpp
    indicators/rollingdeviation.h indicators/rollingextremes.h indicators/rollingmean.h
    indicators/rollingregression.h indicators/sessionvwap.cpp indicators/simpleaverage.cpp
    indicators/slidingfold.h indicators/stochastic.cpp indicators/supertrend.cpp
    indicators/truerange.cpp indicators/truerange.h indicators/weightedmean.h
    indicators/weightedprice.cpp indicators/weightedprice.h)
