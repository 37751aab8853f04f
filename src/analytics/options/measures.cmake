# What chains of options tell of their market
list(APPEND TAPELINE_OPTIONS_SOURCES
    options/chainmeasures.cpp options/chainmeasures.h options/contractmeasures.cpp options/contractmeasures.h
    options/chainstrikes.cpp options/chainstrikes.h options/expectedmove.cpp options/expectedmove.h options/impliedforward.cpp options/impliedforward.h
    options/realisedvolatility.cpp options/realisedvolatility.h options/robustline.cpp options/robustline.h
    options/simplexsearch.h options/svi.cpp options/svi.h options/svifit.cpp options/svifit.h
    options/termstructure.cpp options/termstructure.h options/volatilityrank.cpp options/volatilityrank.h
    options/volatilitysmile.cpp options/volatilitysmile.h)
