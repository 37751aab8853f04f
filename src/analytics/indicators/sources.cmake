# Indicators of charts: one file each, listed in indicatorlist.cpp
set(TAPELINE_INDICATOR_SOURCES
    indicators/accumulation.cpp indicators/anchoredvwap.cpp indicators/arnaudaverage.cpp
    indicators/aroon.cpp indicators/aroonoscillator.cpp indicators/averageindicator.h
    indicators/averagetruerange.cpp indicators/awesomeoscillator.cpp indicators/bollinger.cpp
    indicators/bollinger.h indicators/bollingerplace.cpp indicators/bollingerwidth.cpp
    indicators/chaikinflow.cpp indicators/chaikinoscillator.cpp indicators/chandelier.cpp
    indicators/choppiness.cpp indicators/commoditychannel.cpp indicators/convergence.cpp
    indicators/coppockcurve.cpp indicators/delayline.h indicators/detrendedprice.cpp
    indicators/directionalindex.cpp indicators/directionalmovement.h
    indicators/directionalrating.cpp indicators/donchian.cpp indicators/doubleexponential.cpp
    indicators/easeofmovement.cpp indicators/elderray.cpp indicators/envelope.cpp
    indicators/exponentialaverage.cpp indicators/exponentialmean.h indicators/forceindex.cpp
    indicators/fractals.cpp indicators/historicalvolatility.cpp indicators/hullaverage.cpp
    indicators/ichimoku.cpp indicators/indicator.h indicators/indicatorinfo.cpp
    indicators/indicatorinfo.h indicators/indicatorlist.cpp indicators/indicatorlist.h
    indicators/indicatorparts.h indicators/kaufmanaverage.cpp indicators/keltner.cpp
    indicators/klingeroscillator.cpp indicators/leastsquares.cpp indicators/massindex.cpp
    indicators/mcginleyaverage.cpp indicators/momentum.cpp indicators/moneyflow.h
    indicators/moneyflowindex.cpp indicators/movingaverage.cpp indicators/movingaverage.h
    indicators/onbalancevolume.cpp indicators/parabolicstop.cpp indicators/percentoscillator.cpp
    indicators/pivotpoints.cpp indicators/pricevolumetrend.cpp indicators/rangebands.cpp
    indicators/rateofchange.cpp indicators/regressionbands.cpp indicators/regressionfit.cpp
    indicators/regressionslope.cpp indicators/relativestrength.h
    indicators/relativestrengthindex.cpp indicators/relativevolume.cpp indicators/rollingdeviation.h
    indicators/rollingextremes.h indicators/rollingmean.h indicators/rollingregression.h
    indicators/rollingvwap.cpp indicators/rollingweightedmean.h indicators/sessionvwap.cpp
    indicators/simpleaverage.cpp indicators/slidingfold.h indicators/standarddeviation.cpp
    indicators/stochastic.cpp indicators/stochasticstrength.cpp indicators/supertrend.cpp
    indicators/tillsonaverage.cpp indicators/triangularaverage.cpp indicators/triplechange.cpp
    indicators/tripleexponential.cpp indicators/truerange.cpp indicators/truerange.h
    indicators/truestrength.cpp indicators/ultimateoscillator.cpp indicators/variableaverage.cpp
    indicators/volume.cpp indicators/volumeweightedaverage.cpp indicators/vortex.cpp
    indicators/weightedaverage.cpp indicators/weightedmean.h indicators/weightedprice.cpp
    indicators/weightedprice.h indicators/wilderaverage.cpp indicators/williamsrange.cpp)
