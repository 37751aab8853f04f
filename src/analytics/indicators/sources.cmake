# Indicators of charts: one file each, listed in indicatorlist.cpp
set(TAPELINE_INDICATOR_SOURCES
    indicators/anchoredvwap.cpp indicators/arnaudaverage.cpp indicators/averageindicator.h
    indicators/averagetruerange.cpp indicators/bollinger.cpp indicators/bollinger.h
    indicators/bollingerplace.cpp indicators/bollingerwidth.cpp indicators/chandelier.cpp
    indicators/convergence.cpp indicators/delayline.h indicators/directionalindex.cpp
    indicators/directionalmovement.h indicators/donchian.cpp indicators/doubleexponential.cpp
    indicators/envelope.cpp indicators/exponentialaverage.cpp indicators/exponentialmean.h
    indicators/hullaverage.cpp indicators/ichimoku.cpp indicators/indicator.h
    indicators/indicatorinfo.cpp indicators/indicatorinfo.h indicators/indicatorlist.cpp
    indicators/indicatorlist.h indicators/indicatorparts.h indicators/kaufmanaverage.cpp
    indicators/keltner.cpp indicators/leastsquares.cpp indicators/mcginleyaverage.cpp
    indicators/movingaverage.cpp indicators/movingaverage.h indicators/rangebands.cpp
    indicators/regressionbands.cpp indicators/relativestrength.h
    indicators/relativestrengthindex.cpp indicators/rollingdeviation.h indicators/rollingextremes.h
    indicators/rollingmean.h indicators/rollingregression.h indicators/rollingvwap.cpp
    indicators/rollingweightedmean.h indicators/sessionvwap.cpp indicators/simpleaverage.cpp
    indicators/slidingfold.h indicators/stochastic.cpp indicators/supertrend.cpp
    indicators/tillsonaverage.cpp indicators/triangularaverage.cpp indicators/tripleexponential.cpp
    indicators/truerange.cpp indicators/truerange.h indicators/variableaverage.cpp
    indicators/volumeweightedaverage.cpp indicators/weightedaverage.cpp indicators/weightedmean.h
    indicators/weightedprice.cpp indicators/weightedprice.h indicators/wilderaverage.cpp)
