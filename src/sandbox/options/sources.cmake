# Options chains on a few of the instruments
set(TAPELINE_SANDBOX_OPTIONS_SOURCES
    options/optionactivity.cpp options/optionactivity.h options/optioncalendar.cpp options/optioncalendar.h
    options/optionlistings.cpp options/optionlistings.h options/optionmarket.cpp options/optionmarket.h
    options/optionprints.cpp options/optionprints.h options/optionquotes.cpp options/optionquotes.h
    options/optionroots.cpp options/optionroots.h options/sandboxoption.cpp options/optiontape.cpp options/optiontape.h options/sandboxoption.h
    options/tradingdays.cpp options/tradingdays.h
    options/underlyingprices.cpp options/underlyingprices.h options/volatilitysurface.cpp options/volatilitysurface.h)
