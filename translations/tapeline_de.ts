<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE">
<context>
    <name>AnalysisText</name>
    <message>
        <location filename="../ui/options/analysistext.cpp" line="34"/>
        <source>%1 (%2)</source>
        <extracomment>A date, and how long it is until then</extracomment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <location filename="../ui/options/analysistext.cpp" line="47"/>
        <source>%1 %</source>
        <extracomment>A share in percent</extracomment>
        <translation>%1 %</translation>
    </message>
    <message>
        <location filename="../ui/options/analysistext.cpp" line="61"/>
        <source>$%1</source>
        <extracomment>An amount of dollars, shortened</extracomment>
        <translation>%1 $</translation>
    </message>
    <message>
        <location filename="../ui/options/analysistext.cpp" line="63"/>
        <source>+$%1</source>
        <extracomment>An amount of dollars, shortened</extracomment>
        <translation>+%1 $</translation>
    </message>
    <message>
        <location filename="../ui/options/analysistext.cpp" line="65"/>
        <source>−$%1</source>
        <extracomment>An amount of dollars, shortened</extracomment>
        <translation>−%1 $</translation>
    </message>
    <message>
        <location filename="../ui/options/analysistext.cpp" line="76"/>
        <source>ended</source>
        <translation>beendet</translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/options/analysistext.cpp" line="78"/>
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n Stunde</numerusform>
            <numerusform>%n Stunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/options/analysistext.cpp" line="79"/>
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n Tag</numerusform>
            <numerusform>%n Tage</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../ui/options/analysistext.cpp" line="85"/>
        <source>Choose a stock, an index or an option to see what its chain adds up to.</source>
        <translation>Aktie, Index oder Option wählen, um zu sehen, was die Kette ergibt.</translation>
    </message>
    <message>
        <location filename="../ui/options/analysistext.cpp" line="90"/>
        <source>A recording has no option chains. Connect to the service or the simulated market to see them.</source>
        <translation>Eine Aufzeichnung hat keine Optionsketten. Mit dem Dienst oder dem simulierten Markt verbinden, um sie zu sehen.</translation>
    </message>
    <message>
        <location filename="../ui/options/analysistext.cpp" line="93"/>
        <source>%1 has no listed options.</source>
        <translation>Auf %1 gibt es keine Optionen.</translation>
    </message>
    <message>
        <location filename="../ui/options/analysistext.cpp" line="97"/>
        <source>Volatilities, volume and open interest come with chain snapshots. %1</source>
        <translation>Volatilitäten, Umsatz und Open Interest kommen mit Momentaufnahmen der Kette. %1</translation>
    </message>
    <message>
        <location filename="../ui/options/analysistext.cpp" line="103"/>
        <source>The chain of %1 could not be had. Asking goes on.</source>
        <translation>Die Kette von %1 war nicht zu haben. Es wird weiter gefragt.</translation>
    </message>
    <message>
        <location filename="../ui/options/analysistext.cpp" line="108"/>
        <source>Loading the chain of %1.</source>
        <translation>Die Kette von %1 wird geladen.</translation>
    </message>
</context>
<context>
    <name>DataText</name>
    <message numerus="yes">
        <location filename="../src/models/data/datatext.cpp" line="29"/>
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n Minute</numerusform>
            <numerusform>%n Minuten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../src/models/data/datatext.cpp" line="30"/>
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n Stunde</numerusform>
            <numerusform>%n Stunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../src/models/data/datatext.cpp" line="42"/>
        <source>%1 bar(s)</source>
        <extracomment>%1 is a number of bars</extracomment>
        <translation>
            <numerusform>%1 Kerze</numerusform>
            <numerusform>%1 Kerzen</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../src/models/data/datatext.cpp" line="73"/>
        <source>Never</source>
        <translation>Nie</translation>
    </message>
    <message>
        <location filename="../src/models/data/datatext.cpp" line="76"/>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <location filename="../src/models/data/datatext.cpp" line="77"/>
        <source>Yesterday</source>
        <translation>Gestern</translation>
    </message>
    <message numerus="yes">
        <location filename="../src/models/data/datatext.cpp" line="77"/>
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>vor %n Tag</numerusform>
            <numerusform>vor %n Tagen</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../src/models/data/datatext.cpp" line="86"/>
        <source>Simulated</source>
        <translation>Simuliert</translation>
    </message>
    <message numerus="yes">
        <location filename="../src/models/data/datatext.cpp" line="91"/>
        <source>%n symbol(s)</source>
        <translation>
            <numerusform>%n Symbol</numerusform>
            <numerusform>%n Symbole</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../src/models/data/datatext.cpp" line="102"/>
        <source>%1 and %n more</source>
        <extracomment>%1 are symbols</extracomment>
        <translation>
            <numerusform>%1 und %n weiteres</numerusform>
            <numerusform>%1 und %n weitere</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../src/models/data/datatext.cpp" line="112"/>
        <source>At most %1 request(s). Your plan sets no limit.</source>
        <extracomment>%1 is a number, 1 or more</extracomment>
        <translation>
            <numerusform>Höchstens %1 Anfrage. Der Plan setzt keine Grenze.</numerusform>
            <numerusform>Höchstens %1 Anfragen. Der Plan setzt keine Grenze.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../src/models/data/datatext.cpp" line="115"/>
        <source>At most %1 request(s): about %2 on your plan.</source>
        <extracomment>%1 is a number, 1 or more, %2 a time such as &quot;5 minutes&quot;</extracomment>
        <translation>
            <numerusform>Höchstens %1 Anfrage: etwa %2 mit diesem Plan.</numerusform>
            <numerusform>Höchstens %1 Anfragen: etwa %2 mit diesem Plan.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../src/models/data/datatext.cpp" line="126"/>
        <source>%1 of %n symbol(s) · %2</source>
        <extracomment>%1 is a number of symbols, %2 &quot;1,234 bars&quot;</extracomment>
        <translation>
            <numerusform>%1 von %n Symbol · %2</numerusform>
            <numerusform>%1 von %n Symbolen · %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DownloadDraft</name>
    <message>
        <location filename="../src/models/data/downloaddraft.cpp" line="31"/>
        <source>Type at least one symbol.</source>
        <translation>Mindestens ein Symbol eingeben.</translation>
    </message>
    <message numerus="yes">
        <location filename="../src/models/data/downloaddraft.cpp" line="33"/>
        <source>%n symbol(s) at once are too many: up to %1 are taken.</source>
        <translation>
            <numerusform>%n Symbol auf einmal ist zu viel: bis zu %1 gehen.</numerusform>
            <numerusform>%n Symbole auf einmal sind zu viele: bis zu %1 gehen.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../src/models/data/downloaddraft.cpp" line="38"/>
        <source>“%1” is not a symbol. Stocks are written like AAPL, options like O:SPY251219C00650000.</source>
        <translation>„%1“ ist kein Symbol. Aktien schreibt man wie AAPL, Optionen wie O:SPY251219C00650000.</translation>
    </message>
    <message>
        <location filename="../src/models/data/downloaddraft.cpp" line="47"/>
        <source>Two days are needed: the first and the last.</source>
        <translation>Zwei Tage werden gebraucht: der erste und der letzte.</translation>
    </message>
    <message>
        <location filename="../src/models/data/downloaddraft.cpp" line="49"/>
        <source>The first day is after the last.</source>
        <translation>Der erste Tag liegt nach dem letzten.</translation>
    </message>
    <message>
        <location filename="../src/models/data/downloaddraft.cpp" line="50"/>
        <source>The first day lies in the future.</source>
        <translation>Der erste Tag liegt in der Zukunft.</translation>
    </message>
</context>
<context>
    <name>LadderOrders</name>
    <message>
        <location filename="../ui/book/ladderorders.cpp" line="128"/>
        <source>S</source>
        <extracomment>Letter of a stop order in the price ladder</extracomment>
        <translation>S</translation>
    </message>
    <message>
        <location filename="../ui/book/ladderorders.cpp" line="131"/>
        <source>SL</source>
        <extracomment>Letters of a stop-limit order in the price ladder</extracomment>
        <translation>SL</translation>
    </message>
    <message>
        <location filename="../ui/book/ladderorders.cpp" line="134"/>
        <source>T</source>
        <extracomment>Letter of a trailing stop in the price ladder</extracomment>
        <translation>T</translation>
    </message>
</context>
<context>
    <name>OptionCommands</name>
    <message>
        <location filename="../ui/options/optioncommands.cpp" line="39"/>
        <source>Close the option strategy together</source>
        <translation>Optionsstrategie zusammen schließen</translation>
    </message>
    <message>
        <location filename="../ui/options/optioncommands.cpp" line="42"/>
        <source>Roll the option strategy</source>
        <translation>Optionsstrategie rollen</translation>
    </message>
    <message>
        <location filename="../ui/options/optioncommands.cpp" line="45"/>
        <source>Adjust the option strategy</source>
        <translation>Optionsstrategie anpassen</translation>
    </message>
</context>
<context>
    <name>TradeCommands</name>
    <message>
        <location filename="../ui/trading/tradecommands.cpp" line="57"/>
        <source>Size %1: %2</source>
        <extracomment>Command; %1 is which of the sizes to choose from, %2 a quantity</extracomment>
        <translation>Größe %1: %2</translation>
    </message>
    <message>
        <location filename="../ui/trading/tradecommands.cpp" line="58"/>
        <source>Size %1</source>
        <translation>Größe %1</translation>
    </message>
    <message>
        <location filename="../ui/trading/tradecommands.cpp" line="90"/>
        <source>Buy at the bid</source>
        <translation>Zum Geldkurs kaufen</translation>
    </message>
    <message>
        <location filename="../ui/trading/tradecommands.cpp" line="93"/>
        <source>Buy at the ask (lift)</source>
        <translation>Zum Briefkurs kaufen (nehmen)</translation>
    </message>
    <message>
        <location filename="../ui/trading/tradecommands.cpp" line="96"/>
        <source>Sell at the ask</source>
        <translation>Zum Briefkurs verkaufen</translation>
    </message>
    <message>
        <location filename="../ui/trading/tradecommands.cpp" line="99"/>
        <source>Sell at the bid (hit)</source>
        <translation>Zum Geldkurs verkaufen (nehmen)</translation>
    </message>
    <message>
        <location filename="../ui/trading/tradecommands.cpp" line="110"/>
        <source>Halve the position</source>
        <translation>Position halbieren</translation>
    </message>
    <message>
        <location filename="../ui/trading/tradecommands.cpp" line="113"/>
        <source>Flatten the position</source>
        <translation>Position glattstellen</translation>
    </message>
    <message>
        <location filename="../ui/trading/tradecommands.cpp" line="116"/>
        <source>Reverse the position</source>
        <translation>Position drehen</translation>
    </message>
    <message>
        <location filename="../ui/trading/tradecommands.cpp" line="119"/>
        <source>Stop to break-even</source>
        <translation>Stop auf Einstand</translation>
    </message>
    <message>
        <location filename="../ui/trading/tradecommands.cpp" line="125"/>
        <source>Flatten everything</source>
        <translation>Alles glattstellen</translation>
    </message>
    <message>
        <location filename="../ui/trading/tradecommands.cpp" line="128"/>
        <source>Cancel the orders of the symbol</source>
        <translation>Orders des Symbols stornieren</translation>
    </message>
    <message>
        <location filename="../ui/trading/tradecommands.cpp" line="131"/>
        <source>Cancel all orders</source>
        <translation>Alle Orders stornieren</translation>
    </message>
    <message>
        <location filename="../ui/trading/tradecommands.cpp" line="139"/>
        <source>One-click trading</source>
        <translation>Ein-Klick-Handel</translation>
    </message>
    <message>
        <location filename="../ui/trading/tradecommands.cpp" line="149"/>
        <source>Card of the trade keys…</source>
        <translation>Karte der Handelstasten …</translation>
    </message>
</context>
<context>
    <name>tapeline</name>
    <message>
        <location filename="../src/models/chart/indicatortext.cpp" line="49"/>
        <source>Moving averages</source>
        <translation>Gleitende Durchschnitte</translation>
    </message>
    <message>
        <location filename="../src/models/chart/indicatortext.cpp" line="51"/>
        <source>Bands and channels</source>
        <translation>Bänder und Kanäle</translation>
    </message>
    <message>
        <location filename="../src/models/chart/indicatortext.cpp" line="53"/>
        <location filename="../src/analytics/indicators/momentum.cpp" line="34"/>
        <location filename="../src/analytics/indicators/momentum.cpp" line="40"/>
        <source>Momentum</source>
        <translation>Momentum</translation>
    </message>
    <message>
        <location filename="../src/models/chart/indicatortext.cpp" line="55"/>
        <source>Trend</source>
        <translation>Trend</translation>
    </message>
    <message>
        <location filename="../src/models/chart/indicatortext.cpp" line="57"/>
        <source>Volatility</source>
        <translation>Volatilität</translation>
    </message>
    <message>
        <location filename="../src/models/chart/indicatortext.cpp" line="59"/>
        <location filename="../src/analytics/indicators/volume.cpp" line="39"/>
        <source>Volume</source>
        <translation>Umsatz</translation>
    </message>
    <message>
        <location filename="../src/analytics/indicators/accumulation.cpp" line="29"/>
        <source>Accumulation/distribution line</source>
        <translation>Akkumulation/Distribution</translation>
    </message>
    <message>
        <location filename="../src/analytics/indicators/anchoredvwap.cpp" line="50"/>
        <source>From</source>
        <translation>Ab</translation>
    </message>
    <message>
        <location filename="../src/analytics/indicators/anchoredvwap.cpp" line="56"/>
        <source>Anchored VWAP</source>
        <translation>Verankerter VWAP</translation>
    </message>
    <message>
        <location filename="../src/analytics/indicators/arnaudaverage.cpp" line="64"/>
        <source>Arnaud Legoux moving average</source>
        <translation>Arnaud-Legoux-Durchschnitt</translation>
    </message>
    <message>
        <location filename="../src/analytics/indicators/arnaudaverage.cpp" line="69"/>
        <source>Offset</source>
        <translation>Versatz</translation>
    </message>
    <message>
        <location filename="../src/analytics/indicators/arnaudaverage.cpp" line="75"/>
        <source>Sigma</source>
        <translation>Sigma</translation>
    </message>
    <message>
        <location filename="../src/analytics/indicators/arnaudaverage.cpp" line="81"/>
        <location filename="../src/analytics/indicators/averageindicator.h" line="47"/>
        <location filename="../src/analytics/indicators/averagetruerange.cpp" line="36"/>
        <location filename="../src/analytics/indicators/kaufmanaverage.cpp" line="61"/>
        <location filename="../src/analytics/indicators/movingaverage.cpp" line="10"/>
        <location filename="../src/analytics/indicators/tillsonaverage.cpp" line="56"/>
        <location filename="../src/analytics/indicators/variableaverage.cpp" line="63"/>
        <location filename="../src/analytics/indicators/volume.cpp" line="42"/>
        <location filename="../src/analytics/indicators/volumeweightedaverage.cpp" line="39"/>
        <source>Average</source>
        <translation>Durchschnitt</translation>
    </message>
    <message>
        <location filename="../src/analytics/indicators/aroon.cpp" line="38"/>
        <source>Aroon</source>
        <translation>Aroon</translation>
    </message>
    <message>
        <location filename="../src/analytics/indicators/aroon.cpp" line="44"/>
        <source>Aroon up</source>
        <translation>Aroon auf</translation>
    </message>
    <message>
        <location filename="../src/analytics/indicators/aroon.cpp" line="45"/>
        <source>Aroon down</source>
        <translation>Aroon ab</translation>
    </message>
    <message>
        <location filename="../src/analytics/indicators/aroonoscillator.cpp" line="35"/>
        <source>Aroon oscillator</source>
        <translation>Aroon-Oszillator</translation>
    </message>
    <message>
        <location filename="../src/analytics/indicators/aroonoscillator.cpp" line="40"/>
        <location filename="../src/analytics/indicators/awesomeoscillator.cpp" line="41"/>
        <location filename="../src/analytics/indicators/chaikinoscillator.cpp" line="44"/>
        <location filename="../src/analytics/indicators/detrendedprice.cpp" line="43"/>
        <location filename="../src/analytics/indicators/klingeroscillator.cpp" line="52"/>
        <source>Oscillator</source>
        <translation>Oszillator</translation>
    </message>
    <message>
        <location filename="../src/analytics/indicators/averagetruerange.cpp" line="31"/>
        <source>Average true range</source>
        <translation>Average True Range</translation>
    </message>
    <message>
        <location filename="../src/analytics/indicators/averagetruerange.cpp" line="37"/>
        <location filename="../src/analytics/indicators/movingaverage.cpp" line="11"/>
        <source>Simple</source>
        <translation>Einfach</translation>
    </message>
    <message>
        <location filename="../src/analytics/indicators/averagetruerange.cpp" line="39"/>
        <source>ATR</source>
        <translation>ATR</translation>
    </message>
    <message>
        <location filename="../src/analytics/indicators/awesomeoscillator.cpp" line="34"/>
        <source>Awesome oscillator</source>
        <translation>Awesome Oscillator</translation>
    </message>
    <message>
        <location filename="../src/analytics/indicators/awesomeoscillator.cpp" line="38"/>
        <location filename="../src/analytics/indicators/chaikinoscillator.cpp" line="41"/>
        <location filename="../src/analytics/indicators/convergence.cpp" line="45"/>
        <location filename="../src/analytics/indicators/kaufmanaverage.cpp" line="58"/>
        <location filename="../src/analytics/indicators/klingeroscillator.cpp" line="48"/>
        <location filename="../src/analytics/indicators/percentoscillator.cpp" line="49"/>
        <location filename="../src/analytics/indicators/truestrength.cpp" line="56"/>
        <source>Fast length</source>
        <translation>Schnelle Länge</translation>
    </message>
    <message>
        <location filename="../src/analytics/indicators/awesomeoscillator.cpp" line="39"/>
        <location filename="../src/analytics/indicators/chaikinoscillator.cpp" line="42"/>
        <location filename="../src/analytics/indicators/convergence.cpp" line="46"/>
        <location filename="../src/analytics/indicators/kaufmanaverage.cpp" line="59"/>
        <location filename="../src/analytics/indicators/klingeroscillator.cpp" line="49"/>
        <location filename="../src/analytics/indicators/percentoscillator.cpp" line="50"/>
        <location filename="../src/analytics/indicators/truestrength.cpp" line="55"/>
        <source>Slow length</source>
        <translation>Langsame Länge</translation>
    </message>
    <message>
        <location filename="../src/analytics/indicators/bollinger.cpp" line="32"/>
        <source>Bollinger bands</source>
        <translation>Bollinger-Bänder</translation>
    </message>
    <message>
        <location filename="../src/analytics/indicators/bollinger.cpp" line="36"/>
        <location filename="../src/analytics/indicators/donchian.cpp" line="46"/>
        <location filename="../src/analytics/indicators/envelope.cpp" line="45"/>
        <location filename="../src/analytics/indicators/keltner.cpp" line="47"/>
        <source>Middle</source>
        <translation>Mitte</translation>
    </message>
    <message>
        <location filename="../src/analytics/indicators/bollinger.cpp" line="37"/>
        <location filename="../src/analytics/indicators/donchian.cpp" line="47"/>
        <location filename="../src/analytics/indicators/envelope.cpp" line="46"/>
        <location filename="../src/analytics/indicators/keltner.cpp" line="48"/>
        <location filename="../src/analytics/indicators/rangebands.cpp" line="41"/>
        <location filename="../src/analytics/indicators/regressionbands.cpp" line="55"/>
        <source>Upper</source>
        <translation>Oben</translation>
    </message>
    <message>
        <location filename="../src/analytics/indicators/bollinger.cpp" line="38"/>
        <location filename="../src/analytics/indicators/donchian.cpp" line="48"/>
        <location filename="../src/analytics/indicators/envelope.cpp" line="47"/>
        <location filename="../src/analytics/indicators/keltner.cpp" line="49"/>
        <location filename="../src/analytics/indicators/rangebands.cpp" line="42"/>
        <location filename="../src/analytics/indicators/regressionbands.cpp" line="56"/>
        <source>Lower</source>
        <translation>Unten</translation>
    </message>
    <message>
        <location filename="../src/analytics/indicators/bollinger.h" line="43"/>
        <location filename="../src/analytics/indicators/regressionbands.cpp" line="49"/>
        <source>Deviations</source>
        <translation>Abweichungen</translation>
    </message>
    <message>
        <location filename="../src/analytics/indicators/bollingerplace.cpp" line="33"/>
        <source>Bollinger %B</source>
        <translation>Bollinger %B</translation>
    </message>
    <message>
        <location filename="../src/analytics/indicators/bollingerwidth.cpp" line="32"/>
        <source>Bollinger bandwidth</source>
        <translation>Bollinger-Bandbreite</translation>
    </message>
    <message>
        <location filename="../src/analytics/indicators/bollingerwidth.cpp" line="38"/>
        <source>Bandwidth in percent</source>
        <translation>Bandbreite in Prozent</translation>
    </message>
    <message>
        <location filename="../src/analytics/indicators/chaikinflow.cpp" line="33"/>
        <source>Chaikin money flow</source>
        <translation>Chaikin Money Flow</translation>
    </message>
    <message>
        <location filename="../src/analytics/indicators/chaikinoscillator.cpp" line="37"/>
        <source>Chaikin oscillator</source>
        <translation>Chaikin-Oszillator</translation>
    </message>
    <message>
        <location filename="../src/analytics/indicators/chandelier.cpp" line="39"/>
        <source>Chandelier exit</source>
        <translation>Chandelier Exit</translation>
    </message>
    <message>
        <location filename="../src/analytics/indicators/chandelier.cpp" line="44"/>
        <source>Stop of a long</source>
        <translation>Stop für Long</translation>
    </message>
    <message>
        <location filename="../src/analytics/indicators/chandelier.cpp" line="45"/>
        <source>Stop of a short</source>
        <translation>Stop für Short</translation>
    </message>
    <message>
        <location filename="../src/analytics/indicators/choppiness.cpp" line="47"/>
        <source>Choppiness index</source>
        <translation>Choppiness-Index</translation>
    </message>
    <message>
        <location filename="../src/analytics/indicators/choppiness.cpp" line="53"/>
        <source>Choppiness</source>
        <translation>Choppiness</translation>
    </message>
    <message>
        <location filename="../src/analytics/indicators/commoditychannel.cpp" line="58"/>
        <source>Commodity channel index</source>
        <translation>Commodity Channel Index</translation>
    </message>
    <message>
        <location filename="../src/analytics/indicators/convergence.cpp" line="41"/>
        <source>Moving average convergence/divergence</source>
        <translation>Moving Average Convergence/Divergence</translation>
    </message>
    <message>
        <location filename="../src/analytics/indicators/convergence.cpp" line="47"/>
        <location filename="../src/analytics/indicators/klingeroscillator.cpp" line="50"/>
        <location filename="../src/analytics/indicators/percentoscillator.cpp" line="51"/>
        <location filename="../src/analytics/indicators/triplechange.cpp" line="53"/>
        <location filename="../src/analytics/indicators/truestrength.cpp" line="57"/>
        <source>Signal length</source>
        <translation>Signallänge</translation>
    </message>
    <message>
        <location filename="../src/analytics/indicators/convergence.cpp" line="49"/>
        <source>MACD</source>
        <translation>MACD</translation>
    </message>
    <message>
        <location filename="../src/analytics/indicators/convergence.cpp" line="50"/>
        <location filename="../src/analytics/indicators/klingeroscillator.cpp" line="53"/>
        <location filename="../src/analytics/indicators/percentoscillator.cpp" line="54"/>
        <location filename="../src/analytics/indicators/triplechange.cpp" line="57"/>
        <location filename="../src/analytics/indicators/truestrength.cpp" line="61"/>
        <source>Signal</source>
        <translation>Signal</translation>
    </message>
    <message>
        <location filename="../src/analytics/indicators/convergence.cpp" line="52"/>
        <location filename="../src/analytics/indicators/percentoscillator.cpp" line="56"/>
        <source>Histogram</source>
        <translation>Histogramm</translation>
    </message>
    <message>
        <location filename="../src/analytics/indicators/coppockcurve.cpp" line="42"/>
        <source>Coppock curve</source>
        <translation>Coppock-Kurve</translation>
    </message>
    <message>
        <location filename="../src/analytics/indicators/coppockcurve.cpp" line="47"/>
        <source>Long rate of change</source>
        <translation>Lange Änderungsrate</translation>
    </message>
    <message>
        <location filename="../src/analytics/indicators/coppockcurve.cpp" line="48"/>
        <source>Short rate of change</source>
        <translation>Kurze Änderungsrate</translation>
    </message>
    <message>
        <location filename="../src/analytics/indicators/coppockcurve.cpp" line="49"/>
        <location filename="../src/analytics/indicators/indicatorparts.h" line="17"/>
        <source>Length</source>
        <translation>Länge</translation>
    </message>
    <message>
        <location filename="../src/analytics/indicators/coppockcurve.cpp" line="52"/>
        <source>Curve</source>
        <translation>Kurve</translation>
    </message>
    <message>
        <location filename="../src/analytics/indicators/detrendedprice.cpp" line="37"/>
        <source>Detrended price oscillator</source>
        <translation>Detrended Price Oscillator</translation>
    </message>
    <message>
        <location filename="../src/analytics/indicators/directionalindex.cpp" line="33"/>
        <source>Average directional index</source>
        <translation>Average Directional Index</translation>
    </message>
    <message>
        <location filename="../src/analytics/indicators/directionalrating.cpp" line="36"/>
        <source>Directional movement rating</source>
        <translation>Directional Movement Rating</translation>
    </message>
    <message>
        <location filename="../src/analytics/indicators/donchian.cpp" line="40"/>
        <source>Donchian channel</source>
        <translation>Donchian-Kanal</translation>
    </message>
    <message>
        <location filename="../src/analytics/indicators/donchian.cpp" line="45"/>
        <source>Only of the bars before</source>
        <translation>Nur der Kerzen davor</translation>
    </message>
    <message>
        <location filename="../src/analytics/indicators/doubleexponential.cpp" line="35"/>
        <source>Double exponential moving average</source>
        <translation>Doppelt exponentieller Durchschnitt</translation>
    </message>
    <message>
        <location filename="../src/analytics/indicators/easeofmovement.cpp" line="38"/>
        <source>Ease of movement</source>
        <translation>Ease of Movement</translation>
    </message>
    <message>
        <location filename="../src/analytics/indicators/easeofmovement.cpp" line="43"/>
        <source>Ease</source>
        <translation>Leichtigkeit</translation>
    </message>
    <message>
        <location filename="../src/analytics/indicators/elderray.cpp" line="34"/>
        <source>Elder ray</source>
        <translation>Elder-Ray</translation>
    </message>
    <message>
        <location filename="../src/analytics/indicators/elderray.cpp" line="40"/>
        <source>Power of the bulls</source>
        <translation>Kraft der Bullen</translation>
    </message>
    <message>
        <location filename="../src/analytics/indicators/elderray.cpp" line="44"/>
        <source>Power of the bears</source>
        <translation>Kraft der Bären</translation>
    </message>
    <message>
        <location filename="../src/analytics/indicators/envelope.cpp" line="38"/>
        <source>Moving average envelope</source>
        <translation>Hüllkurven um einen Durchschnitt</translation>
    </message>
    <message>
        <location filename="../src/analytics/indicators/envelope.cpp" line="43"/>
        <source>Percent</source>
        <translation>Prozent</translation>
    </message>
    <message>
        <location filename="../src/analytics/indicators/exponentialaverage.cpp" line="12"/>
        <source>Exponential moving average</source>
        <translation>Exponentieller gleitender Durchschnitt</translation>
    </message>
    <message>
        <location filename="../src/analytics/indicators/forceindex.cpp" line="35"/>
        <source>Force index</source>
        <translation>Force-Index</translation>
    </message>
    <message>
        <location filename="../src/analytics/indicators/forceindex.cpp" line="40"/>
        <source>Force</source>
        <translation>Kraft</translation>
    </message>
    <message>
        <location filename="../src/analytics/indicators/fractals.cpp" line="50"/>
        <source>Williams fractals</source>
        <translation>Williams-Fraktale</translation>
    </message>
    <message>
        <location filename="../src/analytics/indicators/fractals.cpp" line="55"/>
        <source>Peak</source>
        <translation>Gipfel</translation>
    </message>
    <message>
        <location filename="../src/analytics/indicators/fractals.cpp" line="59"/>
        <source>Trough</source>
        <translation>Tal</translation>
    </message>
    <message>
        <location filename="../src/analytics/indicators/historicalvolatility.cpp" line="13"/>
        <source>Bars a year</source>
        <translation>Kerzen im Jahr</translation>
    </message>
    <message>
        <location filename="../src/analytics/indicators/historicalvolatility.cpp" line="48"/>
        <source>Historical volatility</source>
        <translation>Historische Volatilität</translation>
    </message>
    <message>
        <location filename="../src/analytics/indicators/historicalvolatility.cpp" line="54"/>
        <source>Percent a year</source>
        <translation>Prozent im Jahr</translation>
    </message>
    <message>
        <location filename="../src/analytics/indicators/hullaverage.cpp" line="35"/>
        <source>Hull moving average</source>
        <translation>Hull-Durchschnitt</translation>
    </message>
    <message>
        <location filename="../src/analytics/indicators/ichimoku.cpp" line="52"/>
        <source>Displacement</source>
        <translation>Verschiebung</translation>
    </message>
    <message>
        <location filename="../src/analytics/indicators/ichimoku.cpp" line="56"/>
        <source>Ichimoku cloud</source>
        <translation>Ichimoku-Wolke</translation>
    </message>
    <message>
        <location filename="../src/analytics/indicators/ichimoku.cpp" line="60"/>
        <source>Conversion line</source>
        <translation>Wendelinie</translation>
    </message>
    <message>
        <location filename="../src/analytics/indicators/ichimoku.cpp" line="61"/>
        <source>Base line</source>
        <translation>Basislinie</translation>
    </message>
    <message>
        <location filename="../src/analytics/indicators/ichimoku.cpp" line="62"/>
        <location filename="../src/analytics/indicators/ichimoku.cpp" line="67"/>
        <source>Leading span B</source>
        <translation>Vorauslinie B</translation>
    </message>
    <message>
        <location filename="../src/analytics/indicators/ichimoku.cpp" line="64"/>
        <source>Conversion line (Tenkan)</source>
        <translation>Wendelinie (Tenkan)</translation>
    </message>
    <message>
        <location filename="../src/analytics/indicators/ichimoku.cpp" line="65"/>
        <source>Base line (Kijun)</source>
        <translation>Basislinie (Kijun)</translation>
    </message>
    <message>
        <location filename="../src/analytics/indicators/ichimoku.cpp" line="66"/>
        <source>Leading span A</source>
        <translation>Vorauslinie A</translation>
    </message>
    <message>
        <location filename="../src/analytics/indicators/ichimoku.cpp" line="69"/>
        <source>Lagging span (Chikou)</source>
        <translation>Nachlauflinie (Chikou)</translation>
    </message>
    <message>
        <location filename="../src/analytics/indicators/indicatorinfo.cpp" line="9"/>
        <location filename="../src/analytics/indicators/weightedprice.cpp" line="10"/>
        <source>Close</source>
        <translation>Schluss</translation>
    </message>
    <message>
        <location filename="../src/analytics/indicators/indicatorinfo.cpp" line="9"/>
        <source>Open</source>
        <translation>Eröffnung</translation>
    </message>
    <message>
        <location filename="../src/analytics/indicators/indicatorinfo.cpp" line="10"/>
        <source>High</source>
        <translation>Hoch</translation>
    </message>
    <message>
        <location filename="../src/analytics/indicators/indicatorinfo.cpp" line="10"/>
        <source>Low</source>
        <translation>Tief</translation>
    </message>
    <message>
        <location filename="../src/analytics/indicators/indicatorinfo.cpp" line="11"/>
        <source>(H+L)/2</source>
        <translation>(H+T)/2</translation>
    </message>
    <message>
        <location filename="../src/analytics/indicators/indicatorinfo.cpp" line="11"/>
        <location filename="../src/analytics/indicators/weightedprice.cpp" line="9"/>
        <source>(H+L+C)/3</source>
        <translation>(H+T+S)/3</translation>
    </message>
    <message>
        <location filename="../src/analytics/indicators/indicatorinfo.cpp" line="12"/>
        <location filename="../src/analytics/indicators/weightedprice.cpp" line="10"/>
        <source>(O+H+L+C)/4</source>
        <translation>(O+H+T+S)/4</translation>
    </message>
    <message>
        <location filename="../src/analytics/indicators/indicatorinfo.cpp" line="18"/>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <location filename="../src/analytics/indicators/indicatorparts.h" line="32"/>
        <source>Multiplier</source>
        <translation>Multiplikator</translation>
    </message>
    <message>
        <location filename="../src/analytics/indicators/kaufmanaverage.cpp" line="54"/>
        <source>Kaufman adaptive moving average</source>
        <translation>Adaptiver Durchschnitt nach Kaufman</translation>
    </message>
    <message>
        <location filename="../src/analytics/indicators/keltner.cpp" line="40"/>
        <source>Keltner channel</source>
        <translation>Keltner-Kanal</translation>
    </message>
    <message>
        <location filename="../src/analytics/indicators/keltner.cpp" line="45"/>
        <source>ATR length</source>
        <translation>ATR-Länge</translation>
    </message>
    <message>
        <location filename="../src/analytics/indicators/klingeroscillator.cpp" line="43"/>
        <source>Klinger oscillator</source>
        <translation>Klinger-Oszillator</translation>
    </message>
    <message>
        <location filename="../src/analytics/indicators/leastsquares.cpp" line="33"/>
        <source>Least squares moving average</source>
        <translation>Durchschnitt der kleinsten Quadrate</translation>
    </message>
    <message>
        <location filename="../src/analytics/indicators/massindex.cpp" line="40"/>
        <source>Mass index</source>
        <translation>Mass-Index</translation>
    </message>
    <message>
        <location filename="../src/analytics/indicators/massindex.cpp" line="45"/>
        <source>Average length</source>
        <translation>Länge des Durchschnitts</translation>
    </message>
    <message>
        <location filename="../src/analytics/indicators/massindex.cpp" line="47"/>
        <source>Mass</source>
        <translation>Masse</translation>
    </message>
    <message>
        <location filename="../src/analytics/indicators/mcginleyaverage.cpp" line="38"/>
        <source>McGinley dynamic</source>
        <translation>McGinley Dynamic</translation>
    </message>
    <message>
        <location filename="../src/analytics/indicators/moneyflowindex.cpp" line="46"/>
        <source>Money flow index</source>
        <translation>Money-Flow-Index</translation>
    </message>
    <message>
        <location filename="../src/analytics/indicators/movingaverage.cpp" line="11"/>
        <source>Exponential</source>
        <translation>Exponentiell</translation>
    </message>
    <message>
        <location filename="../src/analytics/indicators/movingaverage.cpp" line="12"/>
        <source>Wilder</source>
        <translation>Wilder</translation>
    </message>
    <message>
        <location filename="../src/analytics/indicators/movingaverage.cpp" line="12"/>
        <source>Weighted</source>
        <translation>Gewichtet</translation>
    </message>
    <message>
        <location filename="../src/analytics/indicators/onbalancevolume.cpp" line="34"/>
        <source>On-balance volume</source>
        <translation>On-Balance-Volume</translation>
    </message>
    <message>
        <location filename="../src/analytics/indicators/parabolicstop.cpp" line="87"/>
        <source>Parabolic SAR</source>
        <translation>Parabolic SAR</translation>
    </message>
    <message>
        <location filename="../src/analytics/indicators/parabolicstop.cpp" line="91"/>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <location filename="../src/analytics/indicators/parabolicstop.cpp" line="97"/>
        <source>Largest step</source>
        <translation>Größter Schritt</translation>
    </message>
    <message>
        <location filename="../src/analytics/indicators/parabolicstop.cpp" line="103"/>
        <source>Stop</source>
        <translation>Stop</translation>
    </message>
    <message>
        <location filename="../src/analytics/indicators/percentoscillator.cpp" line="44"/>
        <source>Percentage price oscillator</source>
        <translation>Percentage Price Oscillator</translation>
    </message>
    <message>
        <location filename="../src/analytics/indicators/pivotpoints.cpp" line="74"/>
        <source>Pivot points</source>
        <translation>Pivot-Punkte</translation>
    </message>
    <message>
        <location filename="../src/analytics/indicators/pivotpoints.cpp" line="77"/>
        <location filename="../src/analytics/indicators/sessionvwap.cpp" line="54"/>
        <source>Session</source>
        <translation>Sitzung</translation>
    </message>
    <message>
        <location filename="../src/analytics/indicators/pivotpoints.cpp" line="78"/>
        <location filename="../src/analytics/indicators/sessionvwap.cpp" line="55"/>
        <source>Regular hours</source>
        <translation>Regulärer Handel</translation>
    </message>
    <message>
        <location filename="../src/analytics/indicators/pivotpoints.cpp" line="79"/>
        <location filename="../src/analytics/indicators/sessionvwap.cpp" line="56"/>
        <source>Extended hours</source>
        <translation>Erweiterte Zeiten</translation>
    </message>
    <message>
        <location filename="../src/analytics/indicators/pricevolumetrend.cpp" line="32"/>
        <source>Price volume trend</source>
        <translation>Price Volume Trend</translation>
    </message>
    <message>
        <location filename="../src/analytics/indicators/rangebands.cpp" line="37"/>
        <source>ATR bands</source>
        <translation>ATR-Bänder</translation>
    </message>
    <message>
        <location filename="../src/analytics/indicators/rateofchange.cpp" line="36"/>
        <source>Rate of change</source>
        <translation>Änderungsrate</translation>
    </message>
    <message>
        <location filename="../src/analytics/indicators/rateofchange.cpp" line="42"/>
        <source>Change in percent</source>
        <translation>Änderung in Prozent</translation>
    </message>
    <message>
        <location filename="../src/analytics/indicators/regressionbands.cpp" line="44"/>
        <source>Linear regression bands</source>
        <translation>Bänder der linearen Regression</translation>
    </message>
    <message>
        <location filename="../src/analytics/indicators/regressionbands.cpp" line="50"/>
        <source>Width</source>
        <translation>Breite</translation>
    </message>
    <message>
        <location filename="../src/analytics/indicators/regressionbands.cpp" line="51"/>
        <source>Deviation from the line</source>
        <translation>Abweichung von der Linie</translation>
    </message>
    <message>
        <location filename="../src/analytics/indicators/regressionbands.cpp" line="52"/>
        <source>Standard error</source>
        <translation>Standardfehler</translation>
    </message>
    <message>
        <location filename="../src/analytics/indicators/regressionbands.cpp" line="54"/>
        <source>Line</source>
        <translation>Linie</translation>
    </message>
    <message>
        <location filename="../src/analytics/indicators/regressionfit.cpp" line="35"/>
        <source>Linear regression R squared</source>
        <translation>R² der linearen Regression</translation>
    </message>
    <message>
        <location filename="../src/analytics/indicators/regressionfit.cpp" line="41"/>
        <source>R squared</source>
        <translation>R²</translation>
    </message>
    <message>
        <location filename="../src/analytics/indicators/regressionslope.cpp" line="34"/>
        <source>Linear regression slope</source>
        <translation>Steigung der linearen Regression</translation>
    </message>
    <message>
        <location filename="../src/analytics/indicators/regressionslope.cpp" line="40"/>
        <source>Rise a bar</source>
        <translation>Anstieg je Kerze</translation>
    </message>
    <message>
        <location filename="../src/analytics/indicators/relativestrengthindex.cpp" line="34"/>
        <source>Relative strength index</source>
        <translation>Relative-Stärke-Index</translation>
    </message>
    <message>
        <location filename="../src/analytics/indicators/relativestrengthindex.cpp" line="39"/>
        <source>Method</source>
        <translation>Verfahren</translation>
    </message>
    <message>
        <location filename="../src/analytics/indicators/relativestrengthindex.cpp" line="42"/>
        <source>RSI</source>
        <translation>RSI</translation>
    </message>
    <message>
        <location filename="../src/analytics/indicators/relativevolume.cpp" line="135"/>
        <source>Days</source>
        <translation>Tage</translation>
    </message>
    <message>
        <location filename="../src/analytics/indicators/relativevolume.cpp" line="138"/>
        <source>Relative volume at this time of day</source>
        <translation>Relativer Umsatz zu dieser Tageszeit</translation>
    </message>
    <message>
        <location filename="../src/analytics/indicators/relativevolume.cpp" line="144"/>
        <source>Relative volume</source>
        <translation>Relativer Umsatz</translation>
    </message>
    <message>
        <location filename="../src/analytics/indicators/rollingvwap.cpp" line="35"/>
        <source>VWAP of the last bars</source>
        <translation>VWAP der letzten Kerzen</translation>
    </message>
    <message>
        <location filename="../src/analytics/indicators/rollingvwap.cpp" line="39"/>
        <location filename="../src/analytics/indicators/weightedprice.cpp" line="30"/>
        <source>VWAP</source>
        <translation>VWAP</translation>
    </message>
    <message>
        <location filename="../src/analytics/indicators/sessionvwap.cpp" line="60"/>
        <source>VWAP of the session</source>
        <translation>VWAP der Sitzung</translation>
    </message>
    <message>
        <location filename="../src/analytics/indicators/simpleaverage.cpp" line="10"/>
        <source>Simple moving average</source>
        <translation>Einfacher gleitender Durchschnitt</translation>
    </message>
    <message>
        <location filename="../src/analytics/indicators/standarddeviation.cpp" line="34"/>
        <source>Standard deviation</source>
        <translation>Standardabweichung</translation>
    </message>
    <message>
        <location filename="../src/analytics/indicators/standarddeviation.cpp" line="40"/>
        <source>Deviation</source>
        <translation>Abweichung</translation>
    </message>
    <message>
        <location filename="../src/analytics/indicators/stochastic.cpp" line="40"/>
        <source>Stochastic</source>
        <translation>Stochastik</translation>
    </message>
    <message>
        <location filename="../src/analytics/indicators/stochastic.cpp" line="45"/>
        <location filename="../src/analytics/indicators/stochasticstrength.cpp" line="55"/>
        <source>%K smoothing</source>
        <translation>Glättung von %K</translation>
    </message>
    <message>
        <location filename="../src/analytics/indicators/stochastic.cpp" line="46"/>
        <location filename="../src/analytics/indicators/stochasticstrength.cpp" line="56"/>
        <source>%D length</source>
        <translation>Länge von %D</translation>
    </message>
    <message>
        <location filename="../src/analytics/indicators/stochasticstrength.cpp" line="48"/>
        <source>Stochastic RSI</source>
        <translation>Stochastik-RSI</translation>
    </message>
    <message>
        <location filename="../src/analytics/indicators/stochasticstrength.cpp" line="54"/>
        <source>Stochastic length</source>
        <translation>Länge der Stochastik</translation>
    </message>
    <message>
        <location filename="../src/analytics/indicators/supertrend.cpp" line="56"/>
        <source>Supertrend</source>
        <translation>Supertrend</translation>
    </message>
    <message>
        <location filename="../src/analytics/indicators/supertrend.cpp" line="61"/>
        <source>Rising trend</source>
        <translation>Steigender Trend</translation>
    </message>
    <message>
        <location filename="../src/analytics/indicators/supertrend.cpp" line="62"/>
        <source>Falling trend</source>
        <translation>Fallender Trend</translation>
    </message>
    <message>
        <location filename="../src/analytics/indicators/tillsonaverage.cpp" line="45"/>
        <source>T3 moving average (Tillson)</source>
        <translation>T3-Durchschnitt (Tillson)</translation>
    </message>
    <message>
        <location filename="../src/analytics/indicators/tillsonaverage.cpp" line="50"/>
        <source>Volume factor</source>
        <translation>Volumenfaktor</translation>
    </message>
    <message>
        <location filename="../src/analytics/indicators/triangularaverage.cpp" line="31"/>
        <source>Triangular moving average</source>
        <translation>Dreieckiger gleitender Durchschnitt</translation>
    </message>
    <message>
        <location filename="../src/analytics/indicators/triplechange.cpp" line="48"/>
        <source>TRIX</source>
        <translation>TRIX</translation>
    </message>
    <message>
        <location filename="../src/analytics/indicators/tripleexponential.cpp" line="38"/>
        <source>Triple exponential moving average</source>
        <translation>Dreifach exponentieller Durchschnitt</translation>
    </message>
    <message>
        <location filename="../src/analytics/indicators/truerange.cpp" line="27"/>
        <location filename="../src/analytics/indicators/truerange.cpp" line="32"/>
        <source>True range</source>
        <translation>True Range</translation>
    </message>
    <message>
        <location filename="../src/analytics/indicators/truerange.h" line="62"/>
        <source>Leave out the first bar&apos;s range</source>
        <translation>Ohne die Spanne der ersten Kerze</translation>
    </message>
    <message>
        <location filename="../src/analytics/indicators/truestrength.cpp" line="50"/>
        <source>True strength index</source>
        <translation>True-Strength-Index</translation>
    </message>
    <message>
        <location filename="../src/analytics/indicators/ultimateoscillator.cpp" line="74"/>
        <source>Ultimate oscillator</source>
        <translation>Ultimate Oscillator</translation>
    </message>
    <message>
        <location filename="../src/analytics/indicators/ultimateoscillator.cpp" line="79"/>
        <source>Short length</source>
        <translation>Kurze Länge</translation>
    </message>
    <message>
        <location filename="../src/analytics/indicators/ultimateoscillator.cpp" line="80"/>
        <source>Middle length</source>
        <translation>Mittlere Länge</translation>
    </message>
    <message>
        <location filename="../src/analytics/indicators/ultimateoscillator.cpp" line="81"/>
        <source>Long length</source>
        <translation>Lange Länge</translation>
    </message>
    <message>
        <location filename="../src/analytics/indicators/ultimateoscillator.cpp" line="83"/>
        <source>Ultimate</source>
        <translation>Ultimate</translation>
    </message>
    <message>
        <location filename="../src/analytics/indicators/variableaverage.cpp" line="55"/>
        <source>Variable index dynamic average</source>
        <translation>Variable Index Dynamic Average</translation>
    </message>
    <message>
        <location filename="../src/analytics/indicators/variableaverage.cpp" line="60"/>
        <source>Momentum length</source>
        <translation>Länge des Momentums</translation>
    </message>
    <message>
        <location filename="../src/analytics/indicators/volume.cpp" line="32"/>
        <source>Volume and its average</source>
        <translation>Umsatz und sein Durchschnitt</translation>
    </message>
    <message>
        <location filename="../src/analytics/indicators/volumeweightedaverage.cpp" line="35"/>
        <source>Volume-weighted moving average</source>
        <translation>Nach Umsatz gewichteter Durchschnitt</translation>
    </message>
    <message>
        <location filename="../src/analytics/indicators/vortex.cpp" line="50"/>
        <source>Vortex</source>
        <translation>Vortex</translation>
    </message>
    <message>
        <location filename="../src/analytics/indicators/weightedaverage.cpp" line="10"/>
        <source>Weighted moving average</source>
        <translation>Gewichteter gleitender Durchschnitt</translation>
    </message>
    <message>
        <location filename="../src/analytics/indicators/weightedprice.cpp" line="8"/>
        <source>Price</source>
        <translation>Kurs</translation>
    </message>
    <message>
        <location filename="../src/analytics/indicators/weightedprice.cpp" line="9"/>
        <source>As traded</source>
        <translation>Wie gehandelt</translation>
    </message>
    <message>
        <location filename="../src/analytics/indicators/weightedprice.cpp" line="31"/>
        <source>Inner band, above</source>
        <translation>Inneres Band, oben</translation>
    </message>
    <message>
        <location filename="../src/analytics/indicators/weightedprice.cpp" line="32"/>
        <source>Inner band, below</source>
        <translation>Inneres Band, unten</translation>
    </message>
    <message>
        <location filename="../src/analytics/indicators/weightedprice.cpp" line="33"/>
        <source>Outer band, above</source>
        <translation>Äußeres Band, oben</translation>
    </message>
    <message>
        <location filename="../src/analytics/indicators/weightedprice.cpp" line="34"/>
        <source>Outer band, below</source>
        <translation>Äußeres Band, unten</translation>
    </message>
    <message>
        <location filename="../src/analytics/indicators/weightedprice.cpp" line="44"/>
        <source>Inner band, 0: none</source>
        <translation>Inneres Band, 0: keines</translation>
    </message>
    <message>
        <location filename="../src/analytics/indicators/weightedprice.cpp" line="45"/>
        <source>Outer band, 0: none</source>
        <translation>Äußeres Band, 0: keines</translation>
    </message>
    <message>
        <location filename="../src/analytics/indicators/wilderaverage.cpp" line="30"/>
        <source>Smoothed moving average (Wilder)</source>
        <translation>Geglätteter Durchschnitt (Wilder)</translation>
    </message>
    <message>
        <location filename="../src/analytics/indicators/williamsrange.cpp" line="33"/>
        <source>Williams %R</source>
        <translation>Williams %R</translation>
    </message>
</context>
<context>
    <name>tapeline::AboutDialog</name>
    <message>
        <location filename="../ui/dialogs/aboutdialog.cpp" line="36"/>
        <source>Tapeline %1</source>
        <extracomment>%1 is the version number</extracomment>
        <translation>Tapeline %1</translation>
    </message>
    <message>
        <location filename="../ui/dialogs/aboutdialog.cpp" line="39"/>
        <source>Reads the tape and trades on paper. It never sends a real order.</source>
        <translation>Liest das Orderband und handelt auf Papier. Eine echte Order wird nie gesendet.</translation>
    </message>
    <message>
        <location filename="../ui/dialogs/aboutdialog.cpp" line="58"/>
        <source>&lt;p&gt;Tapeline is free software: you may use, study, change and share it under the GNU General Public License, version 3 or any later version. It comes without any warranty.&lt;/p&gt;&lt;p&gt;It stands on&lt;/p&gt;&lt;ul&gt;&lt;li&gt;Qt %1, under the LGPL version 3 and the GPL version 3&lt;/li&gt;&lt;li&gt;QCustomPlot by Emanuel Eichhammer, under the GPL version 3&lt;/li&gt;&lt;li&gt;Boost, under the Boost Software License&lt;/li&gt;&lt;li&gt;simdjson, under the Apache License 2.0&lt;/li&gt;&lt;li&gt;the typeface Inter by The Inter Project Authors, under the SIL Open Font License, changed to have figures of one width (Tapeline Sans)&lt;/li&gt;&lt;/ul&gt;</source>
        <translation>&lt;p&gt;Tapeline ist freie Software: Sie darf unter der GNU General Public License, Version 3 oder jeder späteren Version, benutzt, untersucht, verändert und weitergegeben werden. Es gibt keinerlei Gewährleistung.&lt;/p&gt;&lt;p&gt;Es beruht auf&lt;/p&gt;&lt;ul&gt;&lt;li&gt;Qt %1, unter der LGPL Version 3 und der GPL Version 3&lt;/li&gt;&lt;li&gt;QCustomPlot von Emanuel Eichhammer, unter der GPL Version 3&lt;/li&gt;&lt;li&gt;Boost, unter der Boost Software License&lt;/li&gt;&lt;li&gt;simdjson, unter der Apache License 2.0&lt;/li&gt;&lt;li&gt;der Schrift Inter von The Inter Project Authors, unter der SIL Open Font License, geändert zu Ziffern gleicher Breite (Tapeline Sans)&lt;/li&gt;&lt;/ul&gt;</translation>
    </message>
    <message>
        <location filename="../ui/dialogs/aboutdialog.cpp" line="77"/>
        <source>About Tapeline</source>
        <translation>Über Tapeline</translation>
    </message>
    <message>
        <location filename="../ui/dialogs/aboutdialog.cpp" line="84"/>
        <source>Credits</source>
        <translation>Mitwirkende</translation>
    </message>
    <message>
        <location filename="../ui/dialogs/aboutdialog.cpp" line="85"/>
        <source>Licence of Tapeline</source>
        <translation>Lizenz von Tapeline</translation>
    </message>
    <message>
        <location filename="../ui/dialogs/aboutdialog.cpp" line="86"/>
        <source>Licence of the typeface</source>
        <translation>Lizenz der Schrift</translation>
    </message>
</context>
<context>
    <name>tapeline::AccountForm</name>
    <message>
        <location filename="../ui/trading/accountform.cpp" line="123"/>
        <source>Starting cash</source>
        <translation>Anfangskapital</translation>
    </message>
    <message>
        <location filename="../ui/trading/accountform.cpp" line="123"/>
        <location filename="../ui/trading/accountform.cpp" line="238"/>
        <source>Amount</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <location filename="../ui/trading/accountform.cpp" line="126"/>
        <source>A new paper account</source>
        <translation>Ein neues Papierkonto</translation>
    </message>
    <message>
        <location filename="../ui/trading/accountform.cpp" line="127"/>
        <source>Create</source>
        <translation>Anlegen</translation>
    </message>
    <message>
        <location filename="../ui/trading/accountform.cpp" line="130"/>
        <source>Deposit into %1</source>
        <translation>Auf %1 einzahlen</translation>
    </message>
    <message>
        <location filename="../ui/trading/accountform.cpp" line="131"/>
        <source>Deposit</source>
        <translation>Einzahlen</translation>
    </message>
    <message>
        <location filename="../ui/trading/accountform.cpp" line="134"/>
        <source>Withdraw from %1</source>
        <translation>Von %1 auszahlen</translation>
    </message>
    <message>
        <location filename="../ui/trading/accountform.cpp" line="135"/>
        <source>Withdraw</source>
        <translation>Auszahlen</translation>
    </message>
    <message>
        <location filename="../ui/trading/accountform.cpp" line="138"/>
        <source>Begin %1 anew with %2? Positions, orders and results so far are archived and leave the account.</source>
        <translation>%1 mit %2 neu beginnen? Bisherige Positionen, Orders und Ergebnisse werden archiviert und verlassen das Konto.</translation>
    </message>
    <message>
        <location filename="../ui/trading/accountform.cpp" line="141"/>
        <source>Reset %1</source>
        <translation>%1 zurücksetzen</translation>
    </message>
    <message>
        <location filename="../ui/trading/accountform.cpp" line="174"/>
        <source>The account needs a name.</source>
        <translation>Das Konto braucht einen Namen.</translation>
    </message>
    <message>
        <location filename="../ui/trading/accountform.cpp" line="176"/>
        <source>There is an account %1 already.</source>
        <translation>Ein Konto %1 gibt es schon.</translation>
    </message>
    <message>
        <location filename="../ui/trading/accountform.cpp" line="178"/>
        <location filename="../ui/trading/accountform.cpp" line="193"/>
        <source>“%1” is no amount: a number above 0 is needed.</source>
        <translation>„%1“ ist kein Betrag: Nötig ist eine Zahl über 0.</translation>
    </message>
    <message>
        <location filename="../ui/trading/accountform.cpp" line="205"/>
        <source>No commission</source>
        <translation>Keine Provision</translation>
    </message>
    <message>
        <location filename="../ui/trading/accountform.cpp" line="205"/>
        <source>0.005 a share, 1.00 at least, 1 % at most</source>
        <translation>0,005 je Aktie, mindestens 1,00, höchstens 1 %</translation>
    </message>
    <message>
        <location filename="../ui/trading/accountform.cpp" line="206"/>
        <source>1.00 an order</source>
        <translation>1,00 je Order</translation>
    </message>
    <message>
        <location filename="../ui/trading/accountform.cpp" line="206"/>
        <source>0.1 % of the value</source>
        <translation>0,1 % des Werts</translation>
    </message>
    <message>
        <location filename="../ui/trading/accountform.cpp" line="208"/>
        <source>Limits off</source>
        <extracomment>How the limits of an account act</extracomment>
        <translation>Grenzen aus</translation>
    </message>
    <message>
        <location filename="../ui/trading/accountform.cpp" line="208"/>
        <source>Limits warn</source>
        <translation>Grenzen warnen</translation>
    </message>
    <message>
        <location filename="../ui/trading/accountform.cpp" line="208"/>
        <source>Limits are strict</source>
        <translation>Grenzen sperren</translation>
    </message>
    <message>
        <location filename="../ui/trading/accountform.cpp" line="237"/>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <location filename="../ui/trading/accountform.cpp" line="239"/>
        <source>Commission</source>
        <translation>Provision</translation>
    </message>
    <message>
        <location filename="../ui/trading/accountform.cpp" line="240"/>
        <source>Limits</source>
        <translation>Grenzen</translation>
    </message>
    <message>
        <location filename="../ui/trading/accountform.cpp" line="241"/>
        <source>Risk a trade, a symbol and a strategy, cash reserve, daily loss, and orders a minute</source>
        <translation>Risiko je Geschäft, Symbol und Strategie, Barreserve, Tagesverlust und Orders je Minute</translation>
    </message>
    <message>
        <location filename="../ui/trading/accountform.cpp" line="243"/>
        <source>Not now</source>
        <translation>Nicht jetzt</translation>
    </message>
</context>
<context>
    <name>tapeline::AccountPanel</name>
    <message>
        <location filename="../ui/trading/accountpanel.cpp" line="213"/>
        <source>%1 is open, and traded on from now.</source>
        <translation>%1 ist eröffnet; ab jetzt wird darauf gehandelt.</translation>
    </message>
    <message>
        <location filename="../ui/trading/accountpanel.cpp" line="403"/>
        <location filename="../src/app/desk.cpp" line="240"/>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <location filename="../ui/trading/accountpanel.cpp" line="243"/>
        <source>Resume</source>
        <translation>Aufheben</translation>
    </message>
    <message>
        <location filename="../ui/trading/accountpanel.cpp" line="243"/>
        <source>Kill switch</source>
        <translation>Not-Aus</translation>
    </message>
    <message>
        <location filename="../ui/trading/accountpanel.cpp" line="246"/>
        <source>Openings are stopped (kill switch): orders that open are refused until you resume.</source>
        <translation>Eröffnungen sind gesperrt (Not-Aus): Orders, die etwas öffnen, werden abgelehnt, bis Sie ihn aufheben.</translation>
    </message>
    <message>
        <location filename="../ui/trading/accountpanel.cpp" line="249"/>
        <source>The daily loss limit is reached: nothing is opened until the next day.</source>
        <translation>Der höchste Tagesverlust ist erreicht: Bis zum nächsten Tag wird nichts eröffnet.</translation>
    </message>
    <message>
        <location filename="../ui/trading/accountpanel.cpp" line="251"/>
        <source>Margin call: positions must be closed, or money deposited.</source>
        <translation>Margin Call: Positionen müssen geschlossen oder Geld eingezahlt werden.</translation>
    </message>
    <message>
        <location filename="../ui/trading/accountpanel.cpp" line="304"/>
        <source>That was refused: %1.</source>
        <translation>Das wurde abgelehnt: %1.</translation>
    </message>
    <message>
        <location filename="../ui/trading/accountpanel.cpp" line="315"/>
        <source>%1 deposited into %2.</source>
        <translation>%1 auf %2 eingezahlt.</translation>
    </message>
    <message>
        <location filename="../ui/trading/accountpanel.cpp" line="318"/>
        <source>%1 withdrawn from %2.</source>
        <translation>%1 von %2 ausgezahlt.</translation>
    </message>
    <message>
        <location filename="../ui/trading/accountpanel.cpp" line="321"/>
        <source>%1 begins anew.</source>
        <translation>%1 beginnt neu.</translation>
    </message>
    <message>
        <location filename="../ui/trading/accountpanel.cpp" line="339"/>
        <source>The account cannot be made: %1.</source>
        <translation>Das Konto kann nicht angelegt werden: %1.</translation>
    </message>
    <message>
        <location filename="../ui/trading/accountpanel.cpp" line="404"/>
        <source>Account that is traded on</source>
        <translation>Konto, auf dem gehandelt wird</translation>
    </message>
    <message>
        <location filename="../ui/trading/accountpanel.cpp" line="405"/>
        <source>New account…</source>
        <translation>Neues Konto …</translation>
    </message>
    <message>
        <location filename="../ui/trading/accountpanel.cpp" line="405"/>
        <source>Deposit…</source>
        <translation>Einzahlen …</translation>
    </message>
    <message>
        <location filename="../ui/trading/accountpanel.cpp" line="405"/>
        <source>Withdraw…</source>
        <translation>Auszahlen …</translation>
    </message>
    <message>
        <location filename="../ui/trading/accountpanel.cpp" line="405"/>
        <source>Reset…</source>
        <translation>Zurücksetzen …</translation>
    </message>
    <message>
        <location filename="../ui/trading/accountpanel.cpp" line="408"/>
        <source>Refuses every order that opens; positions can still be closed</source>
        <translation>Lehnt jede Order ab, die etwas öffnet; Positionen lassen sich weiter schließen</translation>
    </message>
    <message>
        <location filename="../ui/trading/accountpanel.cpp" line="409"/>
        <location filename="../ui/trading/accountpanel.cpp" line="414"/>
        <source>Equity</source>
        <translation>Eigenkapital</translation>
    </message>
    <message>
        <location filename="../ui/trading/accountpanel.cpp" line="410"/>
        <source>If every price moved by</source>
        <translation>Bewegt sich jeder Kurs um</translation>
    </message>
    <message>
        <location filename="../ui/trading/accountpanel.cpp" line="411"/>
        <location filename="../ui/trading/accountpanel.cpp" line="415"/>
        <source>All accounts</source>
        <translation>Alle Konten</translation>
    </message>
    <message>
        <location filename="../ui/trading/accountpanel.cpp" line="412"/>
        <source>Without deposits</source>
        <translation>Ohne Einzahlungen</translation>
    </message>
    <message>
        <location filename="../ui/trading/accountpanel.cpp" line="413"/>
        <source>What was earned: deposits and withdrawals are taken out</source>
        <translation>Was verdient wurde: Ein- und Auszahlungen sind herausgerechnet</translation>
    </message>
</context>
<context>
    <name>tapeline::AccountTiles</name>
    <message>
        <location filename="../ui/trading/accounttiles.cpp" line="98"/>
        <source>Total equity</source>
        <translation>Eigenkapital gesamt</translation>
    </message>
    <message>
        <location filename="../ui/trading/accounttiles.cpp" line="99"/>
        <source>Cash</source>
        <translation>Barmittel</translation>
    </message>
    <message>
        <location filename="../ui/trading/accounttiles.cpp" line="100"/>
        <source>Day P/L</source>
        <translation>Tages-G/V</translation>
    </message>
    <message>
        <location filename="../ui/trading/accounttiles.cpp" line="101"/>
        <source>Open P/L (unrealized)</source>
        <translation>Offener G/V (unrealisiert)</translation>
    </message>
    <message>
        <location filename="../ui/trading/accounttiles.cpp" line="102"/>
        <source>Realized P/L, gross</source>
        <translation>Realisierter G/V, brutto</translation>
    </message>
    <message>
        <location filename="../ui/trading/accounttiles.cpp" line="103"/>
        <source>Realized P/L, net of fees</source>
        <translation>Realisierter G/V, nach Gebühren</translation>
    </message>
    <message>
        <location filename="../ui/trading/accounttiles.cpp" line="104"/>
        <source>Fees</source>
        <translation>Gebühren</translation>
    </message>
    <message>
        <location filename="../ui/trading/accounttiles.cpp" line="105"/>
        <source>Buying power</source>
        <translation>Kaufkraft</translation>
    </message>
    <message>
        <location filename="../ui/trading/accounttiles.cpp" line="106"/>
        <source>Win rate</source>
        <translation>Trefferquote</translation>
    </message>
    <message>
        <location filename="../ui/trading/accounttiles.cpp" line="107"/>
        <source>Closed trades with a profit after fees, of all closed ones</source>
        <translation>Geschlossene Geschäfte mit Gewinn nach Gebühren, von allen geschlossenen</translation>
    </message>
    <message>
        <location filename="../ui/trading/accounttiles.cpp" line="108"/>
        <source>Total trades</source>
        <translation>Geschäfte gesamt</translation>
    </message>
    <message>
        <location filename="../ui/trading/accounttiles.cpp" line="109"/>
        <source>Closed round trips</source>
        <translation>Eröffnet und wieder geschlossen</translation>
    </message>
</context>
<context>
    <name>tapeline::AccountsModel</name>
    <message>
        <location filename="../src/models/trading/accountsmodel.cpp" line="83"/>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <location filename="../src/models/trading/accountsmodel.cpp" line="85"/>
        <source>Equity</source>
        <translation>Eigenkapital</translation>
    </message>
    <message>
        <location filename="../src/models/trading/accountsmodel.cpp" line="87"/>
        <source>Cash</source>
        <translation>Barmittel</translation>
    </message>
    <message>
        <location filename="../src/models/trading/accountsmodel.cpp" line="89"/>
        <source>Day P/L</source>
        <translation>Tages-G/V</translation>
    </message>
    <message>
        <location filename="../src/models/trading/accountsmodel.cpp" line="91"/>
        <source>Open P/L</source>
        <translation>Offener G/V</translation>
    </message>
    <message>
        <location filename="../src/models/trading/accountsmodel.cpp" line="93"/>
        <source>Realized, gross</source>
        <translation>Realisiert, brutto</translation>
    </message>
    <message>
        <location filename="../src/models/trading/accountsmodel.cpp" line="95"/>
        <source>Fees</source>
        <translation>Gebühren</translation>
    </message>
    <message>
        <location filename="../src/models/trading/accountsmodel.cpp" line="97"/>
        <source>Realized, net</source>
        <translation>Realisiert, netto</translation>
    </message>
    <message>
        <location filename="../src/models/trading/accountsmodel.cpp" line="99"/>
        <source>Win rate</source>
        <translation>Trefferquote</translation>
    </message>
    <message>
        <location filename="../src/models/trading/accountsmodel.cpp" line="101"/>
        <source>Trades</source>
        <translation>Geschäfte</translation>
    </message>
</context>
<context>
    <name>tapeline::AlertBinding</name>
    <message>
        <location filename="../src/app/alertbinding.cpp" line="199"/>
        <source>It waits for the live market.</source>
        <translation>Er wartet auf den echten Markt.</translation>
    </message>
    <message>
        <location filename="../src/app/alertbinding.cpp" line="201"/>
        <source>It waits for the simulated market, on which it was made.</source>
        <translation>Er wartet auf den simulierten Markt, in dem er angelegt wurde.</translation>
    </message>
    <message>
        <location filename="../src/app/alertbinding.cpp" line="203"/>
        <source>It waits for a recording to be played.</source>
        <translation>Er wartet darauf, dass eine Aufzeichnung läuft.</translation>
    </message>
    <message>
        <location filename="../src/app/alertbinding.cpp" line="208"/>
        <source>Its drawing is not there any more.</source>
        <translation>Seine Zeichnung gibt es nicht mehr.</translation>
    </message>
    <message>
        <location filename="../src/app/alertbinding.cpp" line="224"/>
        <source>The bars back to its drawing are being loaded.</source>
        <translation>Die Kerzen bis zurück zu seiner Zeichnung werden geladen.</translation>
    </message>
    <message>
        <location filename="../src/app/alertbinding.cpp" line="225"/>
        <source>Its drawing begins before the bars that can be loaded: on longer bars it can be watched.</source>
        <translation>Seine Zeichnung beginnt vor den Kerzen, die sich laden lassen: Mit längeren Kerzen lässt sie sich beobachten.</translation>
    </message>
    <message>
        <location filename="../src/app/alertbinding.cpp" line="228"/>
        <source>Its bars are being loaded.</source>
        <translation>Seine Kerzen werden geladen.</translation>
    </message>
    <message>
        <location filename="../src/app/alertbinding.cpp" line="231"/>
        <source>There are no bars of %1 yet.</source>
        <translation>Von %1 gibt es noch keine Kerzen.</translation>
    </message>
    <message>
        <location filename="../src/app/alertbinding.cpp" line="233"/>
        <source>The stream is not live: it goes on when prices are fresh again.</source>
        <translation>Der Datenstrom steht: Es geht weiter, sobald die Kurse wieder frisch sind.</translation>
    </message>
</context>
<context>
    <name>tapeline::AlertBook</name>
    <message numerus="yes">
        <location filename="../src/models/chart/alertbook.cpp" line="208"/>
        <source>%n alert(s) are active, more cannot be watched. Pause or delete one first.</source>
        <translation>
            <numerusform>%n Alarm ist aktiv, mehr lassen sich nicht beobachten. Erst einen anhalten oder löschen.</numerusform>
            <numerusform>%n Alarme sind aktiv, mehr lassen sich nicht beobachten. Erst einen anhalten oder löschen.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../src/models/chart/alertbook.cpp" line="242"/>
        <location filename="../src/models/chart/alertbook.cpp" line="261"/>
        <location filename="../src/models/chart/alertbook.cpp" line="271"/>
        <source>The alert is not there any more.</source>
        <translation>Den Alarm gibt es nicht mehr.</translation>
    </message>
</context>
<context>
    <name>tapeline::AlertCheck</name>
    <message>
        <location filename="../src/models/chart/chartalert.cpp" line="118"/>
        <source>The level is no number.</source>
        <translation>Das Niveau ist keine Zahl.</translation>
    </message>
    <message>
        <location filename="../src/models/chart/chartalert.cpp" line="124"/>
        <source>There is no such indicator.</source>
        <translation>Einen solchen Indikator gibt es nicht.</translation>
    </message>
    <message>
        <location filename="../src/models/chart/chartalert.cpp" line="126"/>
        <source>This line is drawn back in time: at the newest bar it has no value that could be watched.</source>
        <translation>Diese Linie ist zurück in der Zeit gezeichnet: An der neuesten Kerze hat sie keinen Wert, der sich beobachten ließe.</translation>
    </message>
    <message>
        <location filename="../src/models/chart/chartalert.cpp" line="131"/>
        <source>There is no such drawing.</source>
        <translation>Eine solche Zeichnung gibt es nicht.</translation>
    </message>
    <message>
        <location filename="../src/models/chart/chartalert.cpp" line="215"/>
        <source>An alert needs a symbol.</source>
        <translation>Ein Alarm braucht ein Symbol.</translation>
    </message>
    <message>
        <location filename="../src/models/chart/chartalert.cpp" line="217"/>
        <source>The note is too long.</source>
        <translation>Die Notiz ist zu lang.</translation>
    </message>
    <message>
        <location filename="../src/models/chart/chartalert.cpp" line="219"/>
        <source>Choose a price or an indicator to watch.</source>
        <translation>Einen Kurs oder Indikator zum Beobachten wählen.</translation>
    </message>
    <message>
        <location filename="../src/models/chart/chartalert.cpp" line="224"/>
        <source>The share lies above 0 and up to 1,000 %.</source>
        <translation>Der Anteil liegt über 0 und höchstens bei 1.000 %.</translation>
    </message>
    <message>
        <location filename="../src/models/chart/chartalert.cpp" line="226"/>
        <source>The number of bars lies between 1 and 500.</source>
        <translation>Die Zahl der Kerzen liegt zwischen 1 und 500.</translation>
    </message>
    <message>
        <location filename="../src/models/chart/chartalert.cpp" line="232"/>
        <source>Something cannot cross itself.</source>
        <translation>Etwas kann sich nicht selbst kreuzen.</translation>
    </message>
    <message>
        <location filename="../src/models/chart/chartalert.cpp" line="237"/>
        <source>A range needs two different levels.</source>
        <translation>Ein Bereich braucht zwei verschiedene Niveaus.</translation>
    </message>
</context>
<context>
    <name>tapeline::AlertDialog</name>
    <message>
        <location filename="../ui/chart/alerts/alertdialog.cpp" line="26"/>
        <source>New alert on %1</source>
        <translation>Neuer Alarm für %1</translation>
    </message>
    <message>
        <location filename="../ui/chart/alerts/alertdialog.cpp" line="27"/>
        <source>Alert on %1</source>
        <translation>Alarm für %1</translation>
    </message>
    <message>
        <location filename="../ui/chart/alerts/alertdialog.cpp" line="36"/>
        <source>Create</source>
        <translation>Anlegen</translation>
    </message>
    <message>
        <location filename="../ui/chart/alerts/alertdialog.cpp" line="36"/>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
</context>
<context>
    <name>tapeline::AlertForm</name>
    <message>
        <location filename="../ui/chart/alerts/alertform.cpp" line="64"/>
        <source>Until (ET)</source>
        <translation>Bis (ET)</translation>
    </message>
    <message>
        <location filename="../ui/chart/alerts/alertform.cpp" line="67"/>
        <source>Sound</source>
        <translation>Ton</translation>
    </message>
    <message>
        <location filename="../ui/chart/alerts/alertform.cpp" line="93"/>
        <source>Watch</source>
        <extracomment>What an alert watches: the price or an indicator</extracomment>
        <translation>Beobachten</translation>
    </message>
    <message>
        <location filename="../ui/chart/alerts/alertform.cpp" line="94"/>
        <source>Condition</source>
        <translation>Bedingung</translation>
    </message>
    <message>
        <location filename="../ui/chart/alerts/alertform.cpp" line="96"/>
        <source>Against</source>
        <extracomment>What the watched value is compared with</extracomment>
        <translation>Gegen</translation>
    </message>
    <message>
        <location filename="../ui/chart/alerts/alertform.cpp" line="97"/>
        <source>Level</source>
        <translation>Niveau</translation>
    </message>
    <message>
        <location filename="../ui/chart/alerts/alertform.cpp" line="98"/>
        <source>Other level</source>
        <translation>Anderes Niveau</translation>
    </message>
    <message>
        <location filename="../ui/chart/alerts/alertform.cpp" line="99"/>
        <source>By (%)</source>
        <translation>Um (%)</translation>
    </message>
    <message>
        <location filename="../ui/chart/alerts/alertform.cpp" line="100"/>
        <source>Within (bars)</source>
        <translation>Innerhalb (Kerzen)</translation>
    </message>
    <message>
        <location filename="../ui/chart/alerts/alertform.cpp" line="102"/>
        <source>Fires</source>
        <extracomment>How often an alert fires</extracomment>
        <translation>Löst aus</translation>
    </message>
    <message>
        <location filename="../ui/chart/alerts/alertform.cpp" line="103"/>
        <source>Bars</source>
        <translation>Kerzen</translation>
    </message>
    <message>
        <location filename="../ui/chart/alerts/alertform.cpp" line="106"/>
        <source>Until (Eastern time)</source>
        <translation>Bis (Zeit in New York)</translation>
    </message>
    <message>
        <location filename="../ui/chart/alerts/alertform.cpp" line="115"/>
        <source>For yourself, said when it fires</source>
        <translation>Für Sie selbst; wird beim Auslösen genannt</translation>
    </message>
    <message>
        <location filename="../ui/chart/alerts/alertform.cpp" line="116"/>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <location filename="../ui/chart/alerts/alertform.cpp" line="137"/>
        <source>Price of %1</source>
        <translation>Kurs von %1</translation>
    </message>
    <message>
        <location filename="../ui/chart/alerts/alertform.cpp" line="139"/>
        <source>A level</source>
        <translation>Ein Niveau</translation>
    </message>
    <message>
        <location filename="../ui/chart/alerts/alertform.cpp" line="146"/>
        <source>A drawing</source>
        <translation>Eine Zeichnung</translation>
    </message>
    <message>
        <location filename="../ui/chart/alerts/alertform.cpp" line="286"/>
        <source>“%1” is no number.</source>
        <translation>„%1“ ist keine Zahl.</translation>
    </message>
</context>
<context>
    <name>tapeline::AlertLogModel</name>
    <message>
        <location filename="../src/models/chart/alertsmodel.cpp" line="248"/>
        <source>Time (ET)</source>
        <translation>Zeit (ET)</translation>
    </message>
    <message>
        <location filename="../src/models/chart/alertsmodel.cpp" line="250"/>
        <source>Symbol</source>
        <translation>Symbol</translation>
    </message>
    <message>
        <location filename="../src/models/chart/alertsmodel.cpp" line="252"/>
        <source>What happened</source>
        <translation>Was geschah</translation>
    </message>
    <message>
        <location filename="../src/models/chart/alertsmodel.cpp" line="254"/>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <location filename="../src/models/chart/alertsmodel.cpp" line="256"/>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
</context>
<context>
    <name>tapeline::AlertNews</name>
    <message>
        <location filename="../ui/chart/alerts/alertnews.cpp" line="37"/>
        <source>%1.</source>
        <extracomment>An alert that fired, and the note that someone gave it</extracomment>
        <translation>%1.</translation>
    </message>
    <message>
        <location filename="../ui/chart/alerts/alertnews.cpp" line="37"/>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
    <message>
        <location filename="../ui/chart/alerts/alertnews.cpp" line="38"/>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/chart/alerts/alertnews.cpp" line="42"/>
        <source>%1 (and %n more before it)</source>
        <extracomment>%1 is the newest of several alerts that fired</extracomment>
        <translation>
            <numerusform>%1 (und %n weiterer davor)</numerusform>
            <numerusform>%1 (und %n weitere davor)</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../ui/chart/alerts/alertnews.cpp" line="48"/>
        <source>Alert on %1</source>
        <translation>Alarm für %1</translation>
    </message>
    <message>
        <location filename="../ui/chart/alerts/alertnews.cpp" line="58"/>
        <source>Alerts could not be saved: %1. They are watched all the same.</source>
        <translation>Alarme ließen sich nicht speichern: %1. Beobachtet werden sie trotzdem.</translation>
    </message>
</context>
<context>
    <name>tapeline::AlertText</name>
    <message>
        <location filename="../src/models/chart/alerttext.cpp" line="32"/>
        <source>%1 of %2</source>
        <extracomment>An indicator and a symbol: &quot;RSI 14 of AAPL&quot;</extracomment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <location filename="../src/models/chart/alerttext.cpp" line="42"/>
        <source>the price</source>
        <translation>Kurs</translation>
    </message>
    <message>
        <location filename="../src/models/chart/alerttext.cpp" line="47"/>
        <source>%1 to %2</source>
        <extracomment>A range of two prices: &quot;187.00 to 188.00&quot;</extracomment>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <location filename="../src/models/chart/alerttext.cpp" line="54"/>
        <source>a drawing</source>
        <translation>Zeichnung</translation>
    </message>
    <message>
        <location filename="../src/models/chart/alerttext.cpp" line="79"/>
        <source>%1 crosses %2</source>
        <extracomment>Alerts: %1 is a symbol or an indicator, %2 a price, a line or an indicator</extracomment>
        <translation>%1 kreuzt %2</translation>
    </message>
    <message>
        <location filename="../src/models/chart/alerttext.cpp" line="81"/>
        <source>%1 crosses above %2</source>
        <translation>%1 kreuzt %2 aufwärts</translation>
    </message>
    <message>
        <location filename="../src/models/chart/alerttext.cpp" line="83"/>
        <source>%1 crosses below %2</source>
        <translation>%1 kreuzt %2 abwärts</translation>
    </message>
    <message>
        <location filename="../src/models/chart/alerttext.cpp" line="85"/>
        <source>%1 is above %2</source>
        <translation>%1 liegt über %2</translation>
    </message>
    <message>
        <location filename="../src/models/chart/alerttext.cpp" line="87"/>
        <source>%1 is below %2</source>
        <translation>%1 liegt unter %2</translation>
    </message>
    <message>
        <location filename="../src/models/chart/alerttext.cpp" line="89"/>
        <source>%1 enters %2</source>
        <translation>%1 kommt in den Bereich %2</translation>
    </message>
    <message>
        <location filename="../src/models/chart/alerttext.cpp" line="91"/>
        <source>%1 leaves %2</source>
        <translation>%1 verlässt den Bereich %2</translation>
    </message>
    <message numerus="yes">
        <location filename="../src/models/chart/alerttext.cpp" line="93"/>
        <source>%1 rises by %2 % within %n bar(s)</source>
        <translation>
            <numerusform>%1 steigt innerhalb von %n Kerze um %2 %</numerusform>
            <numerusform>%1 steigt innerhalb von %n Kerzen um %2 %</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../src/models/chart/alerttext.cpp" line="96"/>
        <source>%1 falls by %2 % within %n bar(s)</source>
        <translation>
            <numerusform>%1 fällt innerhalb von %n Kerze um %2 %</numerusform>
            <numerusform>%1 fällt innerhalb von %n Kerzen um %2 %</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../src/models/chart/alerttext.cpp" line="108"/>
        <source>%1 crossed %2</source>
        <extracomment>Alerts that fired: %1 is a symbol or an indicator, %2 a price, a line or an indicator</extracomment>
        <translation>%1 kreuzte %2</translation>
    </message>
    <message>
        <location filename="../src/models/chart/alerttext.cpp" line="110"/>
        <source>%1 crossed above %2</source>
        <translation>%1 kreuzte %2 aufwärts</translation>
    </message>
    <message>
        <location filename="../src/models/chart/alerttext.cpp" line="112"/>
        <source>%1 crossed below %2</source>
        <translation>%1 kreuzte %2 abwärts</translation>
    </message>
    <message>
        <location filename="../src/models/chart/alerttext.cpp" line="114"/>
        <source>%1 went above %2</source>
        <translation>%1 stieg über %2</translation>
    </message>
    <message>
        <location filename="../src/models/chart/alerttext.cpp" line="116"/>
        <source>%1 went below %2</source>
        <translation>%1 fiel unter %2</translation>
    </message>
    <message>
        <location filename="../src/models/chart/alerttext.cpp" line="118"/>
        <source>%1 entered %2</source>
        <translation>%1 kam in den Bereich %2</translation>
    </message>
    <message>
        <location filename="../src/models/chart/alerttext.cpp" line="120"/>
        <source>%1 left %2</source>
        <translation>%1 verließ den Bereich %2</translation>
    </message>
    <message numerus="yes">
        <location filename="../src/models/chart/alerttext.cpp" line="122"/>
        <source>%1 rose by %2 % within %n bar(s)</source>
        <translation>
            <numerusform>%1 stieg innerhalb von %n Kerze um %2 %</numerusform>
            <numerusform>%1 stieg innerhalb von %n Kerzen um %2 %</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../src/models/chart/alerttext.cpp" line="125"/>
        <source>%1 fell by %2 % within %n bar(s)</source>
        <translation>
            <numerusform>%1 fiel innerhalb von %n Kerze um %2 %</numerusform>
            <numerusform>%1 fiel innerhalb von %n Kerzen um %2 %</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../src/models/chart/alerttext.cpp" line="137"/>
        <source>%1, %n min delayed</source>
        <extracomment>%1 is what happened; the plan&apos;s data is late by %n minutes</extracomment>
        <translation>
            <numerusform>%1, %n min verzögert</numerusform>
            <numerusform>%1, %n min verzögert</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../src/models/chart/alerttext.cpp" line="146"/>
        <source>Crossing</source>
        <translation>Kreuzt</translation>
    </message>
    <message>
        <location filename="../src/models/chart/alerttext.cpp" line="148"/>
        <source>Crossing up</source>
        <translation>Kreuzt aufwärts</translation>
    </message>
    <message>
        <location filename="../src/models/chart/alerttext.cpp" line="150"/>
        <source>Crossing down</source>
        <translation>Kreuzt abwärts</translation>
    </message>
    <message>
        <location filename="../src/models/chart/alerttext.cpp" line="152"/>
        <source>Above</source>
        <translation>Darüber</translation>
    </message>
    <message>
        <location filename="../src/models/chart/alerttext.cpp" line="154"/>
        <source>Below</source>
        <translation>Darunter</translation>
    </message>
    <message>
        <location filename="../src/models/chart/alerttext.cpp" line="156"/>
        <source>Entering a range</source>
        <translation>Kommt in einen Bereich</translation>
    </message>
    <message>
        <location filename="../src/models/chart/alerttext.cpp" line="158"/>
        <source>Leaving a range</source>
        <translation>Verlässt einen Bereich</translation>
    </message>
    <message>
        <location filename="../src/models/chart/alerttext.cpp" line="160"/>
        <source>Rising by %</source>
        <translation>Steigt um %</translation>
    </message>
    <message>
        <location filename="../src/models/chart/alerttext.cpp" line="162"/>
        <source>Falling by %</source>
        <translation>Fällt um %</translation>
    </message>
    <message>
        <location filename="../src/models/chart/alerttext.cpp" line="171"/>
        <source>Once</source>
        <translation>Einmal</translation>
    </message>
    <message>
        <location filename="../src/models/chart/alerttext.cpp" line="173"/>
        <source>Once per bar</source>
        <translation>Einmal je Kerze</translation>
    </message>
    <message>
        <location filename="../src/models/chart/alerttext.cpp" line="175"/>
        <source>Once per bar, at its close</source>
        <translation>Einmal je Kerze, zu ihrem Schluss</translation>
    </message>
    <message>
        <location filename="../src/models/chart/alerttext.cpp" line="184"/>
        <source>Active</source>
        <translation>Aktiv</translation>
    </message>
    <message>
        <location filename="../src/models/chart/alerttext.cpp" line="186"/>
        <source>Paused</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <location filename="../src/models/chart/alerttext.cpp" line="188"/>
        <source>Fired</source>
        <translation>Ausgelöst</translation>
    </message>
    <message>
        <location filename="../src/models/chart/alerttext.cpp" line="190"/>
        <source>Expired</source>
        <translation>Abgelaufen</translation>
    </message>
    <message>
        <location filename="../src/models/chart/alerttext.cpp" line="225"/>
        <source>%1 bars</source>
        <extracomment>%1 names bars that time does not end: &quot;500T&quot;</extracomment>
        <translation>%1-Kerzen</translation>
    </message>
    <message numerus="yes">
        <location filename="../src/models/chart/alerttext.cpp" line="229"/>
        <source>%n-second bars</source>
        <translation>
            <numerusform>%n-Sekunden-Kerzen</numerusform>
            <numerusform>%n-Sekunden-Kerzen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../src/models/chart/alerttext.cpp" line="231"/>
        <source>%n-minute bars</source>
        <translation>
            <numerusform>%n-Minuten-Kerzen</numerusform>
            <numerusform>%n-Minuten-Kerzen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../src/models/chart/alerttext.cpp" line="233"/>
        <source>%n-hour bars</source>
        <translation>
            <numerusform>%n-Stunden-Kerzen</numerusform>
            <numerusform>%n-Stunden-Kerzen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../src/models/chart/alerttext.cpp" line="235"/>
        <source>%n-day bars</source>
        <translation>
            <numerusform>%n-Tages-Kerzen</numerusform>
            <numerusform>%n-Tages-Kerzen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../src/models/chart/alerttext.cpp" line="237"/>
        <source>%n-week bars</source>
        <translation>
            <numerusform>%n-Wochen-Kerzen</numerusform>
            <numerusform>%n-Wochen-Kerzen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../src/models/chart/alerttext.cpp" line="239"/>
        <source>%n-month bars</source>
        <translation>
            <numerusform>%n-Monats-Kerzen</numerusform>
            <numerusform>%n-Monats-Kerzen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../src/models/chart/alerttext.cpp" line="241"/>
        <source>%n-quarter bars</source>
        <translation>
            <numerusform>%n-Quartals-Kerzen</numerusform>
            <numerusform>%n-Quartals-Kerzen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../src/models/chart/alerttext.cpp" line="243"/>
        <source>%n-year bars</source>
        <translation>
            <numerusform>%n-Jahres-Kerzen</numerusform>
            <numerusform>%n-Jahres-Kerzen</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../src/models/chart/alerttext.cpp" line="258"/>
        <source>%1, once</source>
        <extracomment>%1 is what an alert waits for: &quot;AAPL crosses above 187.50, once&quot;</extracomment>
        <translation>%1, einmal</translation>
    </message>
    <message>
        <location filename="../src/models/chart/alerttext.cpp" line="263"/>
        <source>%1 on %2, once</source>
        <extracomment>&quot;RSI 14 of AAPL crosses above 70 on 5-minute bars, once&quot;</extracomment>
        <translation>%1 in %2, einmal</translation>
    </message>
    <message>
        <location filename="../src/models/chart/alerttext.cpp" line="265"/>
        <source>%1 on %2, once per bar</source>
        <translation>%1 in %2, einmal je Kerze</translation>
    </message>
    <message>
        <location filename="../src/models/chart/alerttext.cpp" line="267"/>
        <source>%1 at the close of %2</source>
        <translation>%1 zum Schluss von %2</translation>
    </message>
    <message>
        <location filename="../src/models/chart/alerttext.cpp" line="278"/>
        <source>%1 ET</source>
        <extracomment>A time of day in New York: &quot;10:31:07 ET&quot;</extracomment>
        <translation>%1 ET</translation>
    </message>
    <message>
        <location filename="../src/models/chart/alerttext.cpp" line="300"/>
        <source>%1: %2 at %3</source>
        <extracomment>What happened, a value, a time: &quot;AAPL crossed 187.50: 187.52 at 10:31:07 ET&quot;</extracomment>
        <translation>%1: %2 um %3</translation>
    </message>
</context>
<context>
    <name>tapeline::AlertsModel</name>
    <message>
        <location filename="../src/models/chart/alertsmodel.cpp" line="110"/>
        <source>Symbol</source>
        <translation>Symbol</translation>
    </message>
    <message>
        <location filename="../src/models/chart/alertsmodel.cpp" line="112"/>
        <source>Alert</source>
        <translation>Alarm</translation>
    </message>
    <message>
        <location filename="../src/models/chart/alertsmodel.cpp" line="114"/>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <location filename="../src/models/chart/alertsmodel.cpp" line="116"/>
        <source>Last fired (ET)</source>
        <translation>Zuletzt ausgelöst (ET)</translation>
    </message>
    <message>
        <location filename="../src/models/chart/alertsmodel.cpp" line="118"/>
        <source>Expires (ET)</source>
        <translation>Läuft ab (ET)</translation>
    </message>
    <message>
        <location filename="../src/models/chart/alertsmodel.cpp" line="120"/>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <location filename="../src/models/chart/alertsmodel.cpp" line="130"/>
        <source>Active, waits</source>
        <extracomment>State of an alert: it is active, but its prices do not come in now</extracomment>
        <translation>Aktiv, wartet</translation>
    </message>
</context>
<context>
    <name>tapeline::AlertsPanel</name>
    <message>
        <location filename="../ui/chart/alerts/alertspanel.cpp" line="192"/>
        <location filename="../ui/chart/alerts/alertspanel.cpp" line="272"/>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <location filename="../ui/chart/alerts/alertspanel.cpp" line="192"/>
        <location filename="../ui/chart/alerts/alertspanel.cpp" line="272"/>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <location filename="../ui/chart/alerts/alertspanel.cpp" line="193"/>
        <source>Watches the chosen alert again</source>
        <translation>Beobachtet den gewählten Alarm wieder</translation>
    </message>
    <message>
        <location filename="../ui/chart/alerts/alertspanel.cpp" line="194"/>
        <source>Does not watch the chosen alert for now</source>
        <translation>Beobachtet den gewählten Alarm vorerst nicht</translation>
    </message>
    <message>
        <location filename="../ui/chart/alerts/alertspanel.cpp" line="215"/>
        <source>The alerts could not be saved: %1. They are watched as they are; saving is tried again with the next change.</source>
        <translation>Die Alarme ließen sich nicht speichern: %1. Sie werden beobachtet, wie sie sind; mit der nächsten Änderung wird wieder gespeichert.</translation>
    </message>
    <message>
        <location filename="../ui/chart/alerts/alertspanel.cpp" line="228"/>
        <source>Choose a symbol first: type one, or link the panel to a chart.</source>
        <translation>Erst ein Symbol wählen: eines tippen oder das Fenster mit einem Chart verknüpfen.</translation>
    </message>
    <message>
        <location filename="../ui/chart/alerts/alertspanel.cpp" line="267"/>
        <source>New alert…</source>
        <translation>Neuer Alarm …</translation>
    </message>
    <message>
        <location filename="../ui/chart/alerts/alertspanel.cpp" line="271"/>
        <location filename="../ui/chart/alerts/alertspanel.cpp" line="354"/>
        <source>Edit…</source>
        <translation>Ändern …</translation>
    </message>
    <message>
        <location filename="../ui/chart/alerts/alertspanel.cpp" line="274"/>
        <location filename="../ui/chart/alerts/alertspanel.cpp" line="356"/>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <location filename="../ui/chart/alerts/alertspanel.cpp" line="277"/>
        <source>Open %1</source>
        <translation>%1 öffnen</translation>
    </message>
    <message>
        <location filename="../ui/chart/alerts/alertspanel.cpp" line="279"/>
        <location filename="../ui/chart/alerts/alertspanel.cpp" line="293"/>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <location filename="../ui/chart/alerts/alertspanel.cpp" line="289"/>
        <source>Show in a chart</source>
        <translation>Im Chart zeigen</translation>
    </message>
    <message>
        <location filename="../ui/chart/alerts/alertspanel.cpp" line="292"/>
        <source>Clear the log</source>
        <translation>Protokoll leeren</translation>
    </message>
    <message>
        <location filename="../ui/chart/alerts/alertspanel.cpp" line="311"/>
        <source>Sounds</source>
        <translation>Töne</translation>
    </message>
    <message>
        <location filename="../ui/chart/alerts/alertspanel.cpp" line="312"/>
        <source>System notifications while another program is in front</source>
        <translation>Mitteilungen des Systems, solange ein anderes Programm vorn ist</translation>
    </message>
    <message>
        <location filename="../ui/chart/alerts/alertspanel.cpp" line="345"/>
        <location filename="../ui/chart/alerts/alertspanel.cpp" line="347"/>
        <location filename="../ui/chart/alerts/alertspanel.cpp" line="364"/>
        <location filename="../src/app/alertbinding.cpp" line="54"/>
        <source>Alerts</source>
        <extracomment>Tab of the alerts panel: the alerts there are</extracomment>
        <translation>Alarme</translation>
    </message>
    <message>
        <location filename="../ui/chart/alerts/alertspanel.cpp" line="349"/>
        <source>Log</source>
        <extracomment>Tab of the alerts panel: what has fired</extracomment>
        <translation>Protokoll</translation>
    </message>
    <message>
        <location filename="../ui/chart/alerts/alertspanel.cpp" line="350"/>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <location filename="../ui/chart/alerts/alertspanel.cpp" line="351"/>
        <source>Filter the rows</source>
        <translation>Zeilen filtern</translation>
    </message>
    <message>
        <location filename="../ui/chart/alerts/alertspanel.cpp" line="352"/>
        <source>New…</source>
        <translation>Neu …</translation>
    </message>
    <message>
        <location filename="../ui/chart/alerts/alertspanel.cpp" line="353"/>
        <source>Makes an alert on the symbol of this panel</source>
        <translation>Legt einen Alarm für das Symbol dieses Fensters an</translation>
    </message>
    <message>
        <location filename="../ui/chart/alerts/alertspanel.cpp" line="355"/>
        <source>Changes the chosen alert (Enter)</source>
        <translation>Ändert den gewählten Alarm (Eingabe)</translation>
    </message>
    <message>
        <location filename="../ui/chart/alerts/alertspanel.cpp" line="357"/>
        <source>Deletes the chosen alert (Del)</source>
        <translation>Löscht den gewählten Alarm (Entf)</translation>
    </message>
    <message>
        <location filename="../ui/chart/alerts/alertspanel.cpp" line="358"/>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <location filename="../ui/chart/alerts/alertspanel.cpp" line="359"/>
        <source>Shows the bar in which it fired (Enter)</source>
        <translation>Zeigt die Kerze, in der er auslöste (Eingabe)</translation>
    </message>
    <message>
        <location filename="../ui/chart/alerts/alertspanel.cpp" line="360"/>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <location filename="../ui/chart/alerts/alertspanel.cpp" line="361"/>
        <source>Forgets all that has fired</source>
        <translation>Vergisst alles, was ausgelöst hat</translation>
    </message>
    <message>
        <location filename="../ui/chart/alerts/alertspanel.cpp" line="362"/>
        <location filename="../ui/chart/alerts/alertspanel.cpp" line="363"/>
        <source>Sounds and notifications</source>
        <translation>Töne und Mitteilungen</translation>
    </message>
    <message>
        <location filename="../ui/chart/alerts/alertspanel.cpp" line="366"/>
        <source>No alerts. Make one in a chart&apos;s menu, or with the bell above a chart.</source>
        <translation>Keine Alarme. Einen anlegen: im Menü eines Charts oder mit der Glocke darüber.</translation>
    </message>
    <message>
        <location filename="../ui/chart/alerts/alertspanel.cpp" line="367"/>
        <source>Alerts that fired</source>
        <translation>Ausgelöste Alarme</translation>
    </message>
    <message>
        <location filename="../ui/chart/alerts/alertspanel.cpp" line="368"/>
        <source>Nothing has fired yet.</source>
        <translation>Noch hat nichts ausgelöst.</translation>
    </message>
</context>
<context>
    <name>tapeline::AnalysisFigures</name>
    <message>
        <location filename="../ui/options/analysisfigures.cpp" line="58"/>
        <source>IV 30 d</source>
        <translation>IV 30 T</translation>
    </message>
    <message>
        <location filename="../ui/options/analysisfigures.cpp" line="59"/>
        <source>IV rank</source>
        <translation>IV-Rang</translation>
    </message>
    <message>
        <location filename="../ui/options/analysisfigures.cpp" line="60"/>
        <source>IV percentile</source>
        <translation>IV-Perzentil</translation>
    </message>
    <message>
        <location filename="../ui/options/analysisfigures.cpp" line="61"/>
        <source>Realised 30 d</source>
        <translation>Realisiert 30 T</translation>
    </message>
    <message>
        <location filename="../ui/options/analysisfigures.cpp" line="62"/>
        <source>Put/call volume</source>
        <translation>Put/Call Umsatz</translation>
    </message>
    <message>
        <location filename="../ui/options/analysisfigures.cpp" line="63"/>
        <source>Put/call OI</source>
        <translation>Put/Call OI</translation>
    </message>
    <message>
        <location filename="../ui/options/analysisfigures.cpp" line="64"/>
        <source>Skew 25 delta</source>
        <translation>Skew 25 Delta</translation>
    </message>
    <message>
        <location filename="../ui/options/analysisfigures.cpp" line="66"/>
        <source>Expected move</source>
        <translation>Erwartete Bewegung</translation>
    </message>
    <message>
        <location filename="../ui/options/analysisfigures.cpp" line="68"/>
        <source>Move to %1, straddle</source>
        <translation>Bewegung bis %1, Straddle</translation>
    </message>
    <message>
        <location filename="../ui/options/analysisfigures.cpp" line="69"/>
        <source>Max pain</source>
        <translation>Max Pain</translation>
    </message>
    <message>
        <location filename="../ui/options/analysisfigures.cpp" line="70"/>
        <source>Max pain %1</source>
        <translation>Max Pain %1</translation>
    </message>
    <message>
        <location filename="../ui/options/analysisfigures.cpp" line="71"/>
        <source>Gamma per 1 %</source>
        <translation>Gamma je 1 %</translation>
    </message>
    <message>
        <location filename="../ui/options/analysisfigures.cpp" line="79"/>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <location filename="../ui/options/analysisfigures.cpp" line="87"/>
        <source>%1 puts and %2 calls traded today, all expirations</source>
        <translation>%1 Puts und %2 Calls heute gehandelt, alle Verfallstage</translation>
    </message>
    <message>
        <location filename="../ui/options/analysisfigures.cpp" line="91"/>
        <source>%1 puts and %2 calls open, all expirations</source>
        <translation>%1 Puts und %2 Calls offen, alle Verfallstage</translation>
    </message>
    <message>
        <location filename="../ui/options/analysisfigures.cpp" line="95"/>
        <source>What dealers trade when the underlying moves by 1 %, if they have bought all calls and written all puts that stand open. Nobody publishes whether they have.</source>
        <translation>Was Händler umsetzen, wenn sich der Basiswert um 1 % bewegt, falls sie alle offenen Calls gekauft und alle offenen Puts verkauft haben. Ob sie das haben, veröffentlicht niemand.</translation>
    </message>
    <message>
        <location filename="../ui/options/analysisfigures.cpp" line="115"/>
        <source>At the money forward, between the two expirations around 30 days by variance</source>
        <translation>Am Terminkurs, nach Varianz zwischen den beiden Verfallstagen um 30 Tage</translation>
    </message>
    <message>
        <location filename="../ui/options/analysisfigures.cpp" line="116"/>
        <source>Of the expiration nearest to 30 days: none lies on its other side</source>
        <translation>Vom Verfallstag, der 30 Tagen am nächsten liegt: Auf der anderen Seite liegt keiner</translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/options/analysisfigures.cpp" line="119"/>
        <source>Among the %n day(s) before</source>
        <translation>
            <numerusform>Unter dem %n Tag davor</numerusform>
            <numerusform>Unter den %n Tagen davor</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../ui/options/analysisfigures.cpp" line="120"/>
        <source>Needs %1 days with volatilities; there are %2. One is kept for every day that the chain was seen late in the session.</source>
        <translation>Braucht %1 Tage mit Volatilitäten; es gibt %2. Aufgehoben wird eine für jeden Tag, an dem die Kette spät in der Sitzung zu sehen war.</translation>
    </message>
    <message>
        <location filename="../ui/options/analysisfigures.cpp" line="133"/>
        <source>By Yang and Zhang, from nights, days and ranges of 30 trading days; from close to close %1</source>
        <translation>Nach Yang und Zhang, aus Nächten, Tagen und Schwankungsbreiten von 30 Handelstagen; von Schluss zu Schluss %1</translation>
    </message>
    <message>
        <location filename="../ui/options/analysisfigures.cpp" line="136"/>
        <source>Needs daily bars of 30 trading days</source>
        <translation>Braucht Tageskerzen von 30 Handelstagen</translation>
    </message>
    <message>
        <location filename="../ui/options/analysisfigures.cpp" line="156"/>
        <source>Volatility of the put with delta -0.25 less that of the call with 0.25, in points, %1</source>
        <translation>Volatilität des Puts mit Delta -0,25 abzüglich der des Calls mit 0,25, in Punkten, %1</translation>
    </message>
    <message>
        <location filename="../ui/options/analysisfigures.cpp" line="166"/>
        <source>±%1 (%2)</source>
        <extracomment>The expected move in dollars and in percent</extracomment>
        <translation>±%1 (%2)</translation>
    </message>
    <message>
        <location filename="../ui/options/analysisfigures.cpp" line="170"/>
        <source>0.85 of the straddle at the money: %1. By volatility, one standard deviation: %2. By straddle and strangles: %3.</source>
        <translation>0,85 des Straddles am Geld: %1. Nach Volatilität, eine Standardabweichung: %2. Nach Straddle und Strangles: %3.</translation>
    </message>
    <message>
        <location filename="../ui/options/analysisfigures.cpp" line="176"/>
        <source>The strike where the options that stand open would pay least, %1</source>
        <translation>Der Strike, bei dem die offenen Optionen am wenigsten auszahlen würden, %1</translation>
    </message>
</context>
<context>
    <name>tapeline::AnalysisPanel</name>
    <message>
        <location filename="../ui/options/analysispanel.cpp" line="173"/>
        <location filename="../src/app/analysisbinding.cpp" line="83"/>
        <source>Chain analysis</source>
        <translation>Kettenanalyse</translation>
    </message>
    <message>
        <location filename="../ui/options/analysispanel.cpp" line="174"/>
        <source>Smile</source>
        <translation>Smile</translation>
    </message>
    <message>
        <location filename="../ui/options/analysispanel.cpp" line="174"/>
        <source>Term structure</source>
        <translation>Laufzeitstruktur</translation>
    </message>
    <message>
        <location filename="../ui/options/analysispanel.cpp" line="174"/>
        <source>Surface</source>
        <translation>Fläche</translation>
    </message>
    <message>
        <location filename="../ui/options/analysispanel.cpp" line="175"/>
        <location filename="../ui/options/analysispanel.cpp" line="192"/>
        <source>Open interest</source>
        <translation>Open Interest</translation>
    </message>
    <message>
        <location filename="../ui/options/analysispanel.cpp" line="175"/>
        <source>Gamma exposure</source>
        <translation>Gamma-Exposure</translation>
    </message>
    <message>
        <location filename="../ui/options/analysispanel.cpp" line="180"/>
        <source>What to see of the chain</source>
        <translation>Was von der Kette zu sehen ist</translation>
    </message>
    <message>
        <location filename="../ui/options/analysispanel.cpp" line="181"/>
        <source>Expirations</source>
        <translation>Verfallstage</translation>
    </message>
    <message>
        <location filename="../ui/options/analysispanel.cpp" line="182"/>
        <source>Expirations whose smiles are shown</source>
        <translation>Verfallstage, deren Smiles zu sehen sind</translation>
    </message>
    <message>
        <location filename="../ui/options/analysispanel.cpp" line="189"/>
        <source>Horizontal scale</source>
        <translation>Waagrechte Skala</translation>
    </message>
    <message>
        <location filename="../ui/options/analysispanel.cpp" line="189"/>
        <source>By strike</source>
        <translation>Nach Strike</translation>
    </message>
    <message>
        <location filename="../ui/options/analysispanel.cpp" line="189"/>
        <location filename="../ui/options/analysispanel.cpp" line="190"/>
        <source>By moneyness</source>
        <translation>Nach Moneyness</translation>
    </message>
    <message>
        <location filename="../ui/options/analysispanel.cpp" line="190"/>
        <source>Rows of the surface</source>
        <translation>Zeilen der Fläche</translation>
    </message>
    <message>
        <location filename="../ui/options/analysispanel.cpp" line="190"/>
        <source>By delta</source>
        <translation>Nach Delta</translation>
    </message>
    <message>
        <location filename="../ui/options/analysispanel.cpp" line="191"/>
        <source>Expiration</source>
        <translation>Verfall</translation>
    </message>
    <message>
        <location filename="../ui/options/analysispanel.cpp" line="191"/>
        <source>All expirations</source>
        <translation>Alle Verfallstage</translation>
    </message>
    <message>
        <location filename="../ui/options/analysispanel.cpp" line="192"/>
        <source>What the bars show</source>
        <translation>Was die Balken zeigen</translation>
    </message>
    <message>
        <location filename="../ui/options/analysispanel.cpp" line="192"/>
        <source>Volume</source>
        <translation>Umsatz</translation>
    </message>
    <message>
        <location filename="../ui/options/analysispanel.cpp" line="193"/>
        <source>Whose volatilities and Greeks</source>
        <translation>Wessen Volatilitäten und Griechen</translation>
    </message>
    <message>
        <location filename="../ui/options/analysispanel.cpp" line="193"/>
        <source>Our figures</source>
        <translation>Unsere Zahlen</translation>
    </message>
    <message>
        <location filename="../ui/options/analysispanel.cpp" line="193"/>
        <source>The service&apos;s</source>
        <translation>Die des Dienstes</translation>
    </message>
    <message>
        <location filename="../ui/options/analysispanel.cpp" line="195"/>
        <source>Rings are calls, discs puts, crosses outliers that the curve leaves out.</source>
        <translation>Ringe sind Calls, Scheiben Puts, Kreuze Ausreißer, die die Kurve auslässt.</translation>
    </message>
    <message>
        <location filename="../ui/options/analysispanel.cpp" line="197"/>
        <source>Assumes that dealers have bought the calls that stand open and written the puts: what they trade, in dollars, when the underlying moves by 1 %.</source>
        <translation>Nimmt an, dass Händler die offenen Calls gekauft und die offenen Puts verkauft haben: was sie in Dollar umsetzen, wenn sich der Basiswert um 1 % bewegt.</translation>
    </message>
    <message>
        <location filename="../ui/options/analysispanel.cpp" line="286"/>
        <source>%1 has no listed options.</source>
        <translation>Auf %1 gibt es keine Optionen.</translation>
    </message>
    <message>
        <location filename="../ui/options/analysispanel.cpp" line="306"/>
        <source>Reckoning the volatilities of %1.</source>
        <translation>Die Volatilitäten von %1 werden gerechnet.</translation>
    </message>
    <message>
        <location filename="../ui/options/analysispanel.cpp" line="307"/>
        <source>No contract of %1 has a volatility yet: there are no quotes with two sides.</source>
        <translation>Noch hat kein Kontrakt auf %1 eine Volatilität: Es gibt keine zweiseitigen Quotes.</translation>
    </message>
    <message>
        <location filename="../ui/options/analysispanel.cpp" line="312"/>
        <source>Nothing of %1 stands open or has been traded today.</source>
        <translation>Auf %1 steht nichts offen, und heute wurde nichts gehandelt.</translation>
    </message>
    <message>
        <location filename="../ui/options/analysispanel.cpp" line="314"/>
        <source>Exposure needs Greeks and open interest; they are not known yet.</source>
        <translation>Das Exposure braucht Griechen und Open Interest; sie sind noch nicht bekannt.</translation>
    </message>
    <message>
        <location filename="../ui/options/analysispanel.cpp" line="317"/>
        <source>There are no quotes of these options: volatilities are the service&apos;s, and the move of the straddle is not known.</source>
        <translation>Von diesen Optionen gibt es keine Quotes: Die Volatilitäten sind die des Dienstes, und die Bewegung nach dem Straddle ist nicht bekannt.</translation>
    </message>
</context>
<context>
    <name>tapeline::AppearancePage</name>
    <message>
        <location filename="../ui/dialogs/appearancepage.cpp" line="92"/>
        <source>Appearance</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <location filename="../ui/dialogs/appearancepage.cpp" line="103"/>
        <location filename="../ui/dialogs/appearancepage.cpp" line="134"/>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <location filename="../ui/dialogs/appearancepage.cpp" line="126"/>
        <source>&lt;span style=&apos;color:%1&apos;&gt;▲ +1.24 %&lt;/span&gt; &amp;nbsp; &lt;span style=&apos;color:%2&apos;&gt;▼ −0.87 %&lt;/span&gt;</source>
        <extracomment>Sample of the colours of rising and falling prices</extracomment>
        <translation>&lt;span style=&apos;color:%1&apos;&gt;▲ +1,24 %&lt;/span&gt; &amp;nbsp; &lt;span style=&apos;color:%2&apos;&gt;▼ −0,87 %&lt;/span&gt;</translation>
    </message>
    <message>
        <location filename="../ui/dialogs/appearancepage.cpp" line="133"/>
        <source>&amp;Theme</source>
        <translation>&amp;Farbschema</translation>
    </message>
    <message>
        <location filename="../ui/dialogs/appearancepage.cpp" line="135"/>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <location filename="../ui/dialogs/appearancepage.cpp" line="136"/>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <location filename="../ui/dialogs/appearancepage.cpp" line="137"/>
        <source>&amp;Rising and falling prices</source>
        <translation>&amp;Steigende und fallende Kurse</translation>
    </message>
    <message>
        <location filename="../ui/dialogs/appearancepage.cpp" line="138"/>
        <source>Green and red</source>
        <translation>Grün und Rot</translation>
    </message>
    <message>
        <location filename="../ui/dialogs/appearancepage.cpp" line="139"/>
        <source>Blue and orange (easier to tell apart)</source>
        <translation>Blau und Orange (leichter zu unterscheiden)</translation>
    </message>
    <message>
        <location filename="../ui/dialogs/appearancepage.cpp" line="140"/>
        <source>Red and green (East Asian)</source>
        <translation>Rot und Grün (ostasiatisch)</translation>
    </message>
    <message>
        <location filename="../ui/dialogs/appearancepage.cpp" line="141"/>
        <source>Text &amp;size</source>
        <translation>Schrift&amp;größe</translation>
    </message>
    <message>
        <location filename="../ui/dialogs/appearancepage.cpp" line="143"/>
        <source> %</source>
        <extracomment>Behind the number of the text size</extracomment>
        <translation> %</translation>
    </message>
    <message>
        <location filename="../ui/dialogs/appearancepage.cpp" line="144"/>
        <source>&amp;Language</source>
        <translation>S&amp;prache</translation>
    </message>
    <message>
        <location filename="../ui/dialogs/appearancepage.cpp" line="145"/>
        <source>&amp;Flash prices when they change</source>
        <translation>Geänderte &amp;Kurse aufleuchten lassen</translation>
    </message>
</context>
<context>
    <name>tapeline::AttachmentsView</name>
    <message>
        <location filename="../ui/journal/attachmentsview.cpp" line="57"/>
        <source>Add a file to the trade</source>
        <translation>Datei zum Geschäft hinzufügen</translation>
    </message>
    <message>
        <location filename="../ui/journal/attachmentsview.cpp" line="57"/>
        <location filename="../ui/journal/attachmentsview.cpp" line="193"/>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <location filename="../ui/journal/attachmentsview.cpp" line="91"/>
        <source>%1 is larger than 10 MB and was not added. Make it smaller, or keep it elsewhere and name it in the notes.</source>
        <translation>%1 ist größer als 10 MB und wurde nicht hinzugefügt. Verkleinern Sie die Datei, oder bewahren Sie sie anderswo auf und nennen Sie sie in den Notizen.</translation>
    </message>
    <message>
        <location filename="../ui/journal/attachmentsview.cpp" line="98"/>
        <source>%1 could not be read and was not added: %2</source>
        <translation>%1 konnte nicht gelesen werden und wurde nicht hinzugefügt: %2</translation>
    </message>
    <message>
        <location filename="../ui/journal/attachmentsview.cpp" line="110"/>
        <source>There is no picture in the clipboard.</source>
        <translation>In der Zwischenablage ist kein Bild.</translation>
    </message>
    <message>
        <location filename="../ui/journal/attachmentsview.cpp" line="118"/>
        <source>The picture is larger than 10 MB and was not added.</source>
        <translation>Das Bild ist größer als 10 MB und wurde nicht hinzugefügt.</translation>
    </message>
    <message>
        <location filename="../ui/journal/attachmentsview.cpp" line="122"/>
        <source>Picture %1.png</source>
        <translation>Bild %1.png</translation>
    </message>
    <message>
        <location filename="../ui/journal/attachmentsview.cpp" line="145"/>
        <source>The copy could not be written: %1</source>
        <translation>Die Kopie konnte nicht geschrieben werden: %1</translation>
    </message>
    <message>
        <location filename="../ui/journal/attachmentsview.cpp" line="172"/>
        <source>%1 (%2)</source>
        <extracomment>A file and its size</extracomment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <location filename="../ui/journal/attachmentsview.cpp" line="176"/>
        <location filename="../ui/journal/attachmentsview.cpp" line="193"/>
        <source>Save a copy</source>
        <translation>Kopie speichern</translation>
    </message>
    <message>
        <location filename="../ui/journal/attachmentsview.cpp" line="177"/>
        <source>Save a copy of %1</source>
        <translation>Kopie von %1 speichern</translation>
    </message>
    <message>
        <location filename="../ui/journal/attachmentsview.cpp" line="181"/>
        <source>Remove; it stays in the history</source>
        <translation>Entfernen; im Verlauf bleibt es</translation>
    </message>
    <message>
        <location filename="../ui/journal/attachmentsview.cpp" line="182"/>
        <source>Remove %1</source>
        <translation>%1 entfernen</translation>
    </message>
    <message>
        <location filename="../ui/journal/attachmentsview.cpp" line="202"/>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <location filename="../ui/journal/attachmentsview.cpp" line="203"/>
        <source>Add…</source>
        <translation>Hinzufügen …</translation>
    </message>
    <message>
        <location filename="../ui/journal/attachmentsview.cpp" line="204"/>
        <source>Add a file of up to 10 MB; it can also be dropped here</source>
        <translation>Eine Datei bis 10 MB hinzufügen; sie lässt sich auch hierher ziehen</translation>
    </message>
    <message>
        <location filename="../ui/journal/attachmentsview.cpp" line="205"/>
        <source>Add a file</source>
        <translation>Datei hinzufügen</translation>
    </message>
    <message>
        <location filename="../ui/journal/attachmentsview.cpp" line="206"/>
        <source>Paste picture</source>
        <translation>Bild einfügen</translation>
    </message>
    <message>
        <location filename="../ui/journal/attachmentsview.cpp" line="207"/>
        <source>Adds the picture in the clipboard</source>
        <translation>Fügt das Bild aus der Zwischenablage hinzu</translation>
    </message>
</context>
<context>
    <name>tapeline::BackupDialog</name>
    <message>
        <location filename="../ui/journal/backupdialog.cpp" line="107"/>
        <source>Back up the journal</source>
        <translation>Journal sichern</translation>
    </message>
    <message>
        <location filename="../ui/journal/backupdialog.cpp" line="107"/>
        <source>Journals (*.db)</source>
        <translation>Journale (*.db)</translation>
    </message>
    <message>
        <location filename="../ui/journal/backupdialog.cpp" line="109"/>
        <source>Copying…</source>
        <translation>Wird kopiert …</translation>
    </message>
    <message>
        <location filename="../ui/journal/backupdialog.cpp" line="113"/>
        <source>The whole journal is in %1.</source>
        <translation>Das ganze Journal ist in %1.</translation>
    </message>
    <message>
        <location filename="../ui/journal/backupdialog.cpp" line="116"/>
        <source>There is no backup: %1.</source>
        <translation>Es gibt keine Sicherung: %1.</translation>
    </message>
    <message>
        <location filename="../ui/journal/backupdialog.cpp" line="125"/>
        <source>Restore the journal</source>
        <translation>Journal wiederherstellen</translation>
    </message>
    <message>
        <location filename="../ui/journal/backupdialog.cpp" line="125"/>
        <source>Journals (*.db);;All files (*)</source>
        <translation>Journale (*.db);;Alle Dateien (*)</translation>
    </message>
    <message>
        <location filename="../ui/journal/backupdialog.cpp" line="134"/>
        <source>Looking at the file…</source>
        <translation>Die Datei wird geprüft …</translation>
    </message>
    <message>
        <location filename="../ui/journal/backupdialog.cpp" line="138"/>
        <source>%1 cannot become the journal: %2.</source>
        <translation>%1 kann nicht das Journal werden: %2.</translation>
    </message>
    <message>
        <location filename="../ui/journal/backupdialog.cpp" line="159"/>
        <source>Nothing was changed: %1.</source>
        <translation>Nichts wurde geändert: %1.</translation>
    </message>
    <message>
        <location filename="../ui/journal/backupdialog.cpp" line="174"/>
        <source>The backup still waits: %1.</source>
        <translation>Die Sicherung wartet weiterhin: %1.</translation>
    </message>
    <message>
        <location filename="../ui/journal/backupdialog.cpp" line="175"/>
        <source>The journal stays as it is.</source>
        <translation>Das Journal bleibt, wie es ist.</translation>
    </message>
    <message>
        <location filename="../ui/journal/backupdialog.cpp" line="207"/>
        <source>A backup waits: it becomes the journal when the desk is started the next time.</source>
        <translation>Eine Sicherung wartet: Sie wird beim nächsten Start des Programms zum Journal.</translation>
    </message>
    <message>
        <location filename="../ui/journal/backupdialog.cpp" line="214"/>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <location filename="../ui/journal/backupdialog.cpp" line="217"/>
        <source>%1 holds %2 account(s) with %3 event(s), %4 trade(s) and %5 note(s); its newest event is of %6. At the next start of the desk it takes the place of the journal. What is in the journal now, and what comes until then, stays beside it in a file that begins with %7.</source>
        <translation>%1 enthält Konten: %2, Ereignisse: %3, Geschäfte: %4, Notizen: %5; das neueste Ereignis ist von %6. Beim nächsten Start des Programms tritt sie an die Stelle des Journals. Was jetzt im Journal ist und bis dahin hinzukommt, bleibt daneben in einer Datei, deren Name mit %7 beginnt.</translation>
    </message>
    <message>
        <location filename="../ui/journal/backupdialog.cpp" line="237"/>
        <source>Back up and restore the journal</source>
        <translation>Journal sichern und wiederherstellen</translation>
    </message>
    <message>
        <location filename="../ui/journal/backupdialog.cpp" line="238"/>
        <source>Back up</source>
        <translation>Sichern</translation>
    </message>
    <message>
        <location filename="../ui/journal/backupdialog.cpp" line="240"/>
        <source>All accounts, trades, notes, attachments and pictures go into one file. The desk goes on meanwhile. The journal lies in %1.</source>
        <translation>Alle Konten, Geschäfte, Notizen, Anhänge und Bilder gehen in eine Datei. Das Programm läuft dabei weiter. Das Journal liegt in %1.</translation>
    </message>
    <message>
        <location filename="../ui/journal/backupdialog.cpp" line="243"/>
        <source>Back up to a file…</source>
        <translation>In eine Datei sichern …</translation>
    </message>
    <message>
        <location filename="../ui/journal/backupdialog.cpp" line="244"/>
        <source>Restore</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <location filename="../ui/journal/backupdialog.cpp" line="246"/>
        <source>A backup takes the place of the whole journal; nothing is mixed. The journal that was there is kept, and you are told what the file holds before anything happens.</source>
        <translation>Eine Sicherung tritt an die Stelle des ganzen Journals; nichts wird vermischt. Das bisherige Journal wird aufgehoben, und bevor etwas geschieht, erfahren Sie, was die Datei enthält.</translation>
    </message>
    <message>
        <location filename="../ui/journal/backupdialog.cpp" line="248"/>
        <source>Choose a backup…</source>
        <translation>Sicherung wählen …</translation>
    </message>
    <message>
        <location filename="../ui/journal/backupdialog.cpp" line="249"/>
        <source>Restore at the next start</source>
        <translation>Beim nächsten Start wiederherstellen</translation>
    </message>
    <message>
        <location filename="../ui/journal/backupdialog.cpp" line="250"/>
        <source>Do not restore it</source>
        <translation>Nicht wiederherstellen</translation>
    </message>
    <message>
        <location filename="../ui/journal/backupdialog.cpp" line="251"/>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>tapeline::BadgeLabel</name>
    <message>
        <location filename="../ui/status/badgelabel.cpp" line="27"/>
        <source>REAL-TIME</source>
        <translation>ECHTZEIT</translation>
    </message>
    <message>
        <location filename="../ui/status/badgelabel.cpp" line="27"/>
        <source>Prices arrive as they happen.</source>
        <translation>Kurse kommen an, wie sie entstehen.</translation>
    </message>
    <message>
        <location filename="../ui/status/badgelabel.cpp" line="30"/>
        <source>DELAYED %1 min</source>
        <extracomment>Of prices, by %1 minutes</extracomment>
        <translation>VERZÖGERT %1 min</translation>
    </message>
    <message>
        <location filename="../ui/status/badgelabel.cpp" line="31"/>
        <source>Your plan delivers prices %1 minutes after they happened.</source>
        <translation>Der Tarif liefert Kurse %1 Minuten nach ihrem Entstehen.</translation>
    </message>
    <message>
        <location filename="../ui/status/badgelabel.cpp" line="35"/>
        <source>END OF DAY</source>
        <translation>TAGESENDE</translation>
    </message>
    <message>
        <location filename="../ui/status/badgelabel.cpp" line="35"/>
        <source>Your plan delivers prices after the day has ended.</source>
        <translation>Der Tarif liefert Kurse nach dem Ende des Handelstags.</translation>
    </message>
    <message>
        <location filename="../ui/status/badgelabel.cpp" line="40"/>
        <source>WAITING</source>
        <translation>WARTET</translation>
    </message>
    <message>
        <location filename="../ui/status/badgelabel.cpp" line="40"/>
        <source>No price has arrived yet.</source>
        <translation>Es ist noch kein Kurs angekommen.</translation>
    </message>
    <message>
        <location filename="../ui/status/badgelabel.cpp" line="46"/>
        <source>STALE</source>
        <translation>VERALTET</translation>
    </message>
    <message>
        <location filename="../ui/status/badgelabel.cpp" line="47"/>
        <source>The connection has been silent for three seconds. These prices may no longer hold.</source>
        <translation>Die Verbindung schweigt seit drei Sekunden. Diese Kurse gelten vielleicht nicht mehr.</translation>
    </message>
    <message>
        <location filename="../ui/status/badgelabel.cpp" line="52"/>
        <source>SIMULATED</source>
        <translation>SIMULIERT</translation>
    </message>
    <message>
        <location filename="../ui/status/badgelabel.cpp" line="53"/>
        <source>These prices come from the built-in simulated market. They are not real.</source>
        <translation>Diese Kurse stammen vom eingebauten simulierten Markt. Sie sind nicht echt.</translation>
    </message>
    <message>
        <location filename="../ui/status/badgelabel.cpp" line="56"/>
        <source>REPLAY</source>
        <translation>AUFZEICHNUNG</translation>
    </message>
    <message>
        <location filename="../ui/status/badgelabel.cpp" line="56"/>
        <source>These prices come from a recording.</source>
        <translation>Diese Kurse stammen aus einer Aufzeichnung.</translation>
    </message>
    <message>
        <location filename="../ui/status/badgelabel.cpp" line="68"/>
        <source>KEPT</source>
        <extracomment>A data badge such as &quot;SIMULATED&quot; over bars that were kept from before</extracomment>
        <translation>AUFGEHOBEN</translation>
    </message>
    <message>
        <location filename="../ui/status/badgelabel.cpp" line="68"/>
        <source>%1 · kept</source>
        <translation>%1 · aufgehoben</translation>
    </message>
    <message>
        <location filename="../ui/status/badgelabel.cpp" line="70"/>
        <source>These bars were kept from before, as they were on %1 at %2 New York time. Newer ones have not come yet.</source>
        <extracomment>%1 is a date, %2 a time of day</extracomment>
        <translation>Diese Kerzen sind von früher aufgehoben, wie sie am %1 um %2 New Yorker Zeit waren. Neuere sind noch nicht da.</translation>
    </message>
    <message>
        <location filename="../ui/status/badgelabel.cpp" line="80"/>
        <source>Some of these bars are from %1: unofficial, perhaps late, and perhaps different.</source>
        <extracomment>%1 is a source of data such as Yahoo Finance</extracomment>
        <translation>Ein Teil dieser Kerzen ist von %1: nicht amtlich, vielleicht verspätet und vielleicht anders.</translation>
    </message>
    <message>
        <location filename="../ui/status/badgelabel.cpp" line="89"/>
        <source>%1 · estimated</source>
        <extracomment>A data badge such as &quot;REAL-TIME&quot; whose values are computed from something coarser</extracomment>
        <translation>%1 · geschätzt</translation>
    </message>
</context>
<context>
    <name>tapeline::BookBar</name>
    <message>
        <location filename="../ui/book/bookbar.cpp" line="82"/>
        <source>Sizes at rest over time, with the trades</source>
        <translation>Liegende Größen über die Zeit, mit den Abschlüssen</translation>
    </message>
    <message>
        <location filename="../ui/book/bookbar.cpp" line="83"/>
        <source>The panel is too narrow for the heat map</source>
        <translation>Das Fenster ist zu schmal für die Heatmap</translation>
    </message>
    <message>
        <location filename="../ui/book/bookbar.cpp" line="105"/>
        <source>incomplete</source>
        <translation>unvollständig</translation>
    </message>
    <message>
        <location filename="../ui/book/bookbar.cpp" line="108"/>
        <source>spread %1</source>
        <extracomment>%1 is the difference between the best ask and the best bid</extracomment>
        <translation>Spanne %1</translation>
    </message>
    <message>
        <location filename="../ui/book/bookbar.cpp" line="111"/>
        <source>imbalance %1</source>
        <extracomment>%1 is from -1 (all is offered) to +1 (all is bid)</extracomment>
        <translation>Übergewicht %1</translation>
    </message>
    <message>
        <location filename="../ui/book/bookbar.cpp" line="114"/>
        <source>micro %1</source>
        <extracomment>%1 is the microprice</extracomment>
        <translation>Mikrokurs %1</translation>
    </message>
    <message>
        <location filename="../ui/book/bookbar.cpp" line="117"/>
        <source>volume %1</source>
        <extracomment>%1 is what was traded today</extracomment>
        <translation>Umsatz %1</translation>
    </message>
    <message>
        <location filename="../ui/book/bookbar.cpp" line="132"/>
        <source>Bring the market to the middle and follow it (Space)</source>
        <translation>Den Markt in die Mitte holen und ihm folgen (Leertaste)</translation>
    </message>
    <message>
        <location filename="../ui/book/bookbar.cpp" line="133"/>
        <source>Centre</source>
        <translation>Zentrieren</translation>
    </message>
    <message>
        <location filename="../ui/book/bookbar.cpp" line="135"/>
        <source>Heat map</source>
        <translation>Heatmap</translation>
    </message>
    <message>
        <location filename="../ui/book/bookbar.cpp" line="136"/>
        <source>What the order book shows</source>
        <translation>Was das Orderbuch zeigt</translation>
    </message>
    <message>
        <location filename="../ui/book/bookbar.cpp" line="137"/>
        <source>Options of the order book</source>
        <translation>Optionen des Orderbuchs</translation>
    </message>
</context>
<context>
    <name>tapeline::BookMenu</name>
    <message>
        <location filename="../ui/book/bookmenu.cpp" line="17"/>
        <source>As suits the price</source>
        <translation>Wie es zum Kurs passt</translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/book/bookmenu.cpp" line="18"/>
        <source>%n price step(s)</source>
        <translation>
            <numerusform>%n Kursschritt</numerusform>
            <numerusform>%n Kursschritte</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../ui/book/bookmenu.cpp" line="25"/>
        <source>%1 s</source>
        <extracomment>Length of a column of the heat map in seconds</extracomment>
        <translation>%1 s</translation>
    </message>
    <message>
        <location filename="../ui/book/bookmenu.cpp" line="47"/>
        <source>Heat map of sizes at rest</source>
        <translation>Heatmap der liegenden Größen</translation>
    </message>
    <message>
        <location filename="../ui/book/bookmenu.cpp" line="48"/>
        <source>Trades as bubbles</source>
        <translation>Abschlüsse als Blasen</translation>
    </message>
    <message>
        <location filename="../ui/book/bookmenu.cpp" line="49"/>
        <source>Microprice</source>
        <translation>Mikrokurs</translation>
    </message>
    <message>
        <location filename="../ui/book/bookmenu.cpp" line="50"/>
        <source>Order-flow imbalance</source>
        <translation>Übergewicht des Orderflusses</translation>
    </message>
    <message>
        <location filename="../ui/book/bookmenu.cpp" line="51"/>
        <source>Traded volume in the ladder</source>
        <translation>Umsatz in der Leiter</translation>
    </message>
    <message>
        <location filename="../ui/book/bookmenu.cpp" line="56"/>
        <source>A row is</source>
        <translation>Eine Zeile ist</translation>
    </message>
    <message>
        <location filename="../ui/book/bookmenu.cpp" line="57"/>
        <source>A column is</source>
        <translation>Eine Spalte ist</translation>
    </message>
</context>
<context>
    <name>tapeline::BookPanel</name>
    <message>
        <location filename="../ui/book/bookcommands.cpp" line="27"/>
        <source>Order book: centre and follow</source>
        <translation>Orderbuch: zentrieren und folgen</translation>
    </message>
    <message>
        <location filename="../ui/book/bookcommands.cpp" line="30"/>
        <source>Order book: heat map</source>
        <translation>Orderbuch: Heatmap</translation>
    </message>
    <message>
        <location filename="../ui/book/bookcommands.cpp" line="33"/>
        <source>Order book: trades as bubbles</source>
        <translation>Orderbuch: Abschlüsse als Blasen</translation>
    </message>
    <message>
        <location filename="../ui/book/bookcommands.cpp" line="36"/>
        <source>Order book: microprice</source>
        <translation>Orderbuch: Mikrokurs</translation>
    </message>
    <message>
        <location filename="../ui/book/bookcommands.cpp" line="40"/>
        <source>Order book: order-flow imbalance</source>
        <translation>Orderbuch: Übergewicht des Orderflusses</translation>
    </message>
    <message>
        <location filename="../ui/book/bookcommands.cpp" line="43"/>
        <source>Order book: traded volume</source>
        <translation>Orderbuch: Umsatz</translation>
    </message>
    <message>
        <location filename="../ui/book/bookcommands.cpp" line="46"/>
        <source>Order book: coarser rows</source>
        <translation>Orderbuch: gröbere Zeilen</translation>
    </message>
    <message>
        <location filename="../ui/book/bookcommands.cpp" line="49"/>
        <source>Order book: finer rows</source>
        <translation>Orderbuch: feinere Zeilen</translation>
    </message>
    <message>
        <location filename="../ui/book/bookpanel.cpp" line="167"/>
        <location filename="../src/app/desk.cpp" line="220"/>
        <source>Order book</source>
        <translation>Orderbuch</translation>
    </message>
    <message>
        <location filename="../ui/book/booktext.cpp" line="60"/>
        <source>No quotes yet</source>
        <translation>Noch keine Quotes</translation>
    </message>
    <message>
        <location filename="../ui/book/booktext.cpp" line="62"/>
        <source>Best bid and offer</source>
        <translation>Bester Geld- und Briefkurs</translation>
    </message>
    <message>
        <location filename="../ui/book/booktext.cpp" line="64"/>
        <source>Best quotes by venue</source>
        <translation>Beste Kurse je Handelsplatz</translation>
    </message>
    <message>
        <location filename="../ui/book/booktext.cpp" line="66"/>
        <source>Depth of one venue</source>
        <translation>Tiefe eines Handelsplatzes</translation>
    </message>
    <message>
        <location filename="../ui/book/booktext.cpp" line="74"/>
        <source>Something of the stream is missing: the book is shown as it was before, until the next quote comes, or the venue sends its depth whole.</source>
        <translation>Etwas vom Datenstrom fehlt: Das Buch wird gezeigt, wie es vorher war, bis der nächste Quote kommt oder der Handelsplatz seine Tiefe ganz schickt.</translation>
    </message>
    <message>
        <location filename="../ui/book/booktext.cpp" line="81"/>
        <source>The best bid and offer of the whole market. What rests behind them is not published here, so other prices show trades only.</source>
        <translation>Der beste Geld- und Briefkurs des ganzen Marktes. Was dahinter liegt, wird hier nicht veröffentlicht; zu anderen Kursen stehen daher nur Abschlüsse.</translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/book/booktext.cpp" line="84"/>
        <source>The best bid and offer of %n venue(s), sizes at one price added up. What rests behind them is not published.</source>
        <translation>
            <numerusform>Der beste Geld- und Briefkurs von %n Handelsplatz. Was dahinter liegt, wird nicht veröffentlicht.</numerusform>
            <numerusform>Die besten Geld- und Briefkurse von %n Handelsplätzen, Größen zu einem Kurs zusammengezählt. Was dahinter liegt, wird nicht veröffentlicht.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../ui/book/booktext.cpp" line="88"/>
        <source>The levels that one venue publishes near the best prices, up to 200 a side. What rests beyond is not known.</source>
        <translation>Die Stufen, die ein Handelsplatz nahe den besten Kursen veröffentlicht, bis zu 200 je Seite. Was darüber hinaus liegt, ist nicht bekannt.</translation>
    </message>
</context>
<context>
    <name>tapeline::BreakdownSection</name>
    <message>
        <location filename="../ui/journal/breakdownsection.cpp" line="84"/>
        <source>Breakdown</source>
        <translation>Aufschlüsselung</translation>
    </message>
    <message>
        <location filename="../ui/journal/breakdownsection.cpp" line="124"/>
        <source>%1 A click on a bar, or Enter in a row, shows only those trades.</source>
        <translation>%1 Ein Klick auf einen Balken oder Eingabe in einer Zeile zeigt nur diese Geschäfte.</translation>
    </message>
    <message>
        <location filename="../ui/journal/breakdownsection.cpp" line="149"/>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/journal/breakdownsection.cpp" line="151"/>
        <source>%Ln trade(s)</source>
        <translation>
            <numerusform>%Ln Geschäft</numerusform>
            <numerusform>%Ln Geschäfte</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../ui/journal/breakdownsection.cpp" line="157"/>
        <source>%1 is not defined for any of these groups.</source>
        <translation>%1: für keine dieser Gruppen definiert.</translation>
    </message>
    <message>
        <location filename="../ui/journal/breakdownsection.cpp" line="164"/>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <location filename="../ui/journal/breakdownsection.cpp" line="170"/>
        <source>%1 by %2; the table beside has the figures.</source>
        <translation>%1 nach %2; die Tabelle daneben enthält die Zahlen.</translation>
    </message>
    <message>
        <location filename="../ui/journal/breakdownsection.cpp" line="195"/>
        <source>By what the trades are grouped</source>
        <translation>Wonach die Geschäfte gruppiert sind</translation>
    </message>
    <message>
        <location filename="../ui/journal/breakdownsection.cpp" line="198"/>
        <location filename="../ui/journal/breakdownsection.cpp" line="199"/>
        <source>What the bars show</source>
        <translation>Was die Balken zeigen</translation>
    </message>
    <message>
        <location filename="../ui/journal/breakdownsection.cpp" line="200"/>
        <source>Groups of trades as bars</source>
        <translation>Gruppen von Geschäften als Balken</translation>
    </message>
    <message>
        <location filename="../ui/journal/breakdownsection.cpp" line="201"/>
        <source>Groups of trades</source>
        <translation>Gruppen von Geschäften</translation>
    </message>
</context>
<context>
    <name>tapeline::BreakdownText</name>
    <message>
        <location filename="../src/analytics/performance/breakdowntext.cpp" line="26"/>
        <source>Stretched up, busy</source>
        <translation>Nach oben gedehnt, lebhaft</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/breakdowntext.cpp" line="28"/>
        <source>Stretched up, quiet</source>
        <translation>Nach oben gedehnt, ruhig</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/breakdowntext.cpp" line="30"/>
        <source>Balanced, busy</source>
        <translation>Ausgeglichen, lebhaft</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/breakdowntext.cpp" line="32"/>
        <source>Balanced, quiet</source>
        <translation>Ausgeglichen, ruhig</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/breakdowntext.cpp" line="34"/>
        <source>Stretched down, busy</source>
        <translation>Nach unten gedehnt, lebhaft</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/breakdowntext.cpp" line="36"/>
        <source>Stretched down, quiet</source>
        <translation>Nach unten gedehnt, ruhig</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/breakdowntext.cpp" line="45"/>
        <source>Closed</source>
        <translation>Geschlossen</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/breakdowntext.cpp" line="47"/>
        <source>Pre-market</source>
        <translation>Vorbörse</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/breakdowntext.cpp" line="49"/>
        <source>Regular hours</source>
        <translation>Regulärer Handel</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/breakdowntext.cpp" line="51"/>
        <source>After hours</source>
        <translation>Nachbörse</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/breakdowntext.cpp" line="60"/>
        <source>Long</source>
        <translation>Long</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/breakdowntext.cpp" line="62"/>
        <source>Short</source>
        <translation>Short</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/breakdowntext.cpp" line="64"/>
        <source>Structure</source>
        <translation>Struktur</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/breakdowntext.cpp" line="82"/>
        <source>Below %1</source>
        <translation>Unter %1</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/breakdowntext.cpp" line="84"/>
        <source>%1 and above</source>
        <translation>Ab %1</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/breakdowntext.cpp" line="86"/>
        <source>%1 to %2</source>
        <extracomment>A range of values, such as &quot;5 min to 15 min&quot;</extracomment>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/breakdowntext.cpp" line="95"/>
        <source>No tag</source>
        <translation>Ohne Schlagwort</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/breakdowntext.cpp" line="96"/>
        <source>No setup</source>
        <translation>Ohne Setup</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/breakdowntext.cpp" line="96"/>
        <source>No mistake</source>
        <translation>Ohne Fehler</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/breakdowntext.cpp" line="105"/>
        <source>Tag</source>
        <translation>Schlagwort</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/breakdowntext.cpp" line="107"/>
        <source>Setup</source>
        <translation>Setup</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/breakdowntext.cpp" line="109"/>
        <source>Mistake</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/breakdowntext.cpp" line="111"/>
        <source>Symbol</source>
        <translation>Symbol</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/breakdowntext.cpp" line="113"/>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/breakdowntext.cpp" line="115"/>
        <source>Side</source>
        <translation>Seite</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/breakdowntext.cpp" line="117"/>
        <source>Hour</source>
        <translation>Stunde</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/breakdowntext.cpp" line="119"/>
        <source>Weekday</source>
        <translation>Wochentag</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/breakdowntext.cpp" line="121"/>
        <source>Holding time</source>
        <translation>Haltedauer</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/breakdowntext.cpp" line="123"/>
        <source>Price</source>
        <translation>Kurs</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/breakdowntext.cpp" line="125"/>
        <source>Relative volume</source>
        <translation>Relativer Umsatz</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/breakdowntext.cpp" line="127"/>
        <source>Market regime</source>
        <translation>Marktlage</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/breakdowntext.cpp" line="129"/>
        <source>Part of the session</source>
        <translation>Teil der Sitzung</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/breakdowntext.cpp" line="138"/>
        <source>A trade with several tags counts in each of them.</source>
        <translation>Ein Geschäft mit mehreren Schlagwörtern zählt bei jedem davon.</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/breakdowntext.cpp" line="140"/>
        <source>The setup that you noted.</source>
        <translation>Das Setup, das Sie notiert haben.</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/breakdowntext.cpp" line="142"/>
        <source>A trade with several mistakes counts in each of them.</source>
        <translation>Ein Geschäft mit mehreren Fehlern zählt bei jedem davon.</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/breakdowntext.cpp" line="144"/>
        <source>Options and their structures count for their underlying where the trade says so.</source>
        <translation>Optionen und ihre Strukturen zählen zu ihrem Basiswert, wo das Geschäft ihn nennt.</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/breakdowntext.cpp" line="147"/>
        <source>The account that held it, with the market it belongs to.</source>
        <translation>Das Konto, das es hielt, mit dem Markt, zu dem es gehört.</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/breakdowntext.cpp" line="149"/>
        <source>Long, short, or a structure of several legs.</source>
        <translation>Long, short oder eine Struktur aus mehreren Legs.</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/breakdowntext.cpp" line="151"/>
        <source>Hour of the opening, Eastern time.</source>
        <translation>Stunde der Eröffnung, New Yorker Zeit.</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/breakdowntext.cpp" line="153"/>
        <source>Weekday of the opening, Eastern time.</source>
        <translation>Wochentag der Eröffnung, New Yorker Zeit.</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/breakdowntext.cpp" line="155"/>
        <source>Time from the opening to the closing.</source>
        <translation>Zeit von der Eröffnung bis zur Schließung.</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/breakdowntext.cpp" line="157"/>
        <source>Mean entry price; structures have none.</source>
        <translation>Mittlerer Einstiegskurs; Strukturen haben keinen.</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/breakdowntext.cpp" line="159"/>
        <source>Volume of the session at the entry, relative to the same time of the days before.</source>
        <translation>Umsatz der Sitzung beim Einstieg, im Verhältnis zur gleichen Zeit der Tage davor.</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/breakdowntext.cpp" line="162"/>
        <source>Stretched: more than a quarter of a daily ATR from VWAP at the entry, else balanced. Busy: at least one and a half times the usual volume, else quiet.</source>
        <translation>Gedehnt: beim Einstieg mehr als ein Viertel einer Tages-ATR vom VWAP entfernt, sonst ausgeglichen. Lebhaft: mindestens das Anderthalbfache des üblichen Umsatzes, sonst ruhig.</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/breakdowntext.cpp" line="166"/>
        <source>Part of the session in which it was opened.</source>
        <translation>Teil der Sitzung, in dem es eröffnet wurde.</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/breakdowntext.cpp" line="176"/>
        <source>Not known</source>
        <translation>Nicht bekannt</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/breakdowntext.cpp" line="238"/>
        <source>%1 points</source>
        <translation>%1 Prozentpunkte</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/breakdowntext.cpp" line="246"/>
        <source>%1 (%2 to %3)</source>
        <extracomment>A figure with the range it lies in: &quot;0.35 R (0.10 R to 0.62 R)&quot;</extracomment>
        <translation>%1 (%2 bis %3)</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/breakdowntext.cpp" line="256"/>
        <source>Too few trades to compare: %1 of each are needed.</source>
        <translation>Zu wenige Geschäfte für einen Vergleich: %1 von jeder Seite sind nötig.</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/breakdowntext.cpp" line="259"/>
        <source>%1 and %2 cannot be told apart: the difference may be luck.</source>
        <translation>%1 und %2 lassen sich nicht unterscheiden: Der Unterschied kann Glück sein.</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/breakdowntext.cpp" line="262"/>
        <location filename="../src/analytics/performance/breakdowntext.cpp" line="265"/>
        <source>%1 is better than %2, in %3 of the resamples: more than luck.</source>
        <translation>%1 ist besser als %2, in %3 der neuen Ziehungen: mehr als Glück.</translation>
    </message>
</context>
<context>
    <name>tapeline::CachedSymbolsModel</name>
    <message>
        <location filename="../src/models/data/cachedsymbolsmodel.cpp" line="75"/>
        <source>Symbol</source>
        <translation>Symbol</translation>
    </message>
    <message>
        <location filename="../src/models/data/cachedsymbolsmodel.cpp" line="77"/>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <location filename="../src/models/data/cachedsymbolsmodel.cpp" line="79"/>
        <source>Bars</source>
        <translation>Kerzen</translation>
    </message>
    <message>
        <location filename="../src/models/data/cachedsymbolsmodel.cpp" line="81"/>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <location filename="../src/models/data/cachedsymbolsmodel.cpp" line="83"/>
        <source>Days</source>
        <translation>Tage</translation>
    </message>
    <message>
        <location filename="../src/models/data/cachedsymbolsmodel.cpp" line="85"/>
        <source>Last used</source>
        <translation>Zuletzt benutzt</translation>
    </message>
</context>
<context>
    <name>tapeline::CalendarPanel</name>
    <message>
        <location filename="../ui/reference/calendarpanel.cpp" line="166"/>
        <source>Nothing is known of the next days.</source>
        <translation>Von den nächsten Tagen ist nichts bekannt.</translation>
    </message>
    <message>
        <location filename="../ui/reference/calendarpanel.cpp" line="168"/>
        <source>The market&apos;s time is not known yet.</source>
        <translation>Die Zeit des Marktes ist noch nicht bekannt.</translation>
    </message>
    <message>
        <location filename="../ui/reference/calendarpanel.cpp" line="171"/>
        <source>Choose a symbol.</source>
        <translation>Wählen Sie ein Symbol.</translation>
    </message>
    <message>
        <location filename="../ui/reference/calendarpanel.cpp" line="171"/>
        <source>The watchlists are empty.</source>
        <translation>Die Watchlists sind leer.</translation>
    </message>
    <message>
        <location filename="../ui/reference/calendarpanel.cpp" line="182"/>
        <source>Watchlists</source>
        <translation>Watchlists</translation>
    </message>
    <message>
        <location filename="../ui/reference/calendarpanel.cpp" line="183"/>
        <source>Symbol</source>
        <translation>Symbol</translation>
    </message>
    <message>
        <location filename="../ui/reference/calendarpanel.cpp" line="194"/>
        <location filename="../src/app/desk.cpp" line="249"/>
        <source>Calendar</source>
        <translation>Kalender</translation>
    </message>
    <message>
        <location filename="../ui/reference/calendarpanel.cpp" line="195"/>
        <source>Whose days</source>
        <translation>Wessen Termine</translation>
    </message>
</context>
<context>
    <name>tapeline::CalendarView</name>
    <message numerus="yes">
        <location filename="../ui/journal/calendarview.cpp" line="79"/>
        <location filename="../ui/journal/calendarview.cpp" line="221"/>
        <source>%n trade(s)</source>
        <translation>
            <numerusform>%n Geschäft</numerusform>
            <numerusform>%n Geschäfte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/journal/calendarview.cpp" line="84"/>
        <location filename="../ui/journal/calendarview.cpp" line="223"/>
        <source>%n open</source>
        <translation>
            <numerusform>%n offen</numerusform>
            <numerusform>%n offen</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../ui/journal/calendarview.cpp" line="86"/>
        <source>no trades</source>
        <translation>keine Geschäfte</translation>
    </message>
    <message>
        <location filename="../ui/journal/calendarview.cpp" line="88"/>
        <source>with notes</source>
        <translation>mit Notizen</translation>
    </message>
    <message>
        <location filename="../ui/journal/calendarview.cpp" line="90"/>
        <source>%1: %2</source>
        <extracomment>A day and what it came to</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <location filename="../ui/journal/calendarview.cpp" line="95"/>
        <source>Calendar</source>
        <translation>Kalender</translation>
    </message>
    <message>
        <location filename="../ui/journal/calendarview.cpp" line="167"/>
        <source>Week</source>
        <translation>Woche</translation>
    </message>
    <message>
        <location filename="../ui/journal/calendarview.cpp" line="266"/>
        <source>open</source>
        <translation>offen</translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/journal/calendarview.cpp" line="270"/>
        <source>%n more</source>
        <translation>
            <numerusform>%n weiteres</numerusform>
            <numerusform>%n weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tapeline::CandidatesModel</name>
    <message>
        <location filename="../src/models/options/candidatesmodel.cpp" line="37"/>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <location filename="../src/models/options/candidatesmodel.cpp" line="104"/>
        <source>Strategy</source>
        <translation>Strategie</translation>
    </message>
    <message>
        <location filename="../src/models/options/candidatesmodel.cpp" line="106"/>
        <source>Expiration</source>
        <translation>Verfall</translation>
    </message>
    <message>
        <location filename="../src/models/options/candidatesmodel.cpp" line="108"/>
        <source>Legs</source>
        <translation>Legs</translation>
    </message>
    <message>
        <location filename="../src/models/options/candidatesmodel.cpp" line="111"/>
        <source>Debit</source>
        <extracomment>Negative: a credit</extracomment>
        <translation>Debit</translation>
    </message>
    <message>
        <location filename="../src/models/options/candidatesmodel.cpp" line="113"/>
        <source>Reward</source>
        <translation>Ertrag</translation>
    </message>
    <message>
        <location filename="../src/models/options/candidatesmodel.cpp" line="115"/>
        <source>Risk</source>
        <translation>Risiko</translation>
    </message>
    <message>
        <location filename="../src/models/options/candidatesmodel.cpp" line="117"/>
        <source>R : R</source>
        <translation>E : R</translation>
    </message>
    <message>
        <location filename="../src/models/options/candidatesmodel.cpp" line="119"/>
        <source>Chance</source>
        <translation>Chance</translation>
    </message>
    <message>
        <location filename="../src/models/options/candidatesmodel.cpp" line="121"/>
        <source>Exp. value</source>
        <translation>Erw.-Wert</translation>
    </message>
    <message>
        <location filename="../src/models/options/candidatesmodel.cpp" line="123"/>
        <source>Delta</source>
        <translation>Delta</translation>
    </message>
    <message>
        <location filename="../src/models/options/candidatesmodel.cpp" line="125"/>
        <source>Spread</source>
        <translation>Spanne</translation>
    </message>
    <message>
        <location filename="../src/models/options/candidatesmodel.cpp" line="127"/>
        <source>Open int.</source>
        <translation>Open Int.</translation>
    </message>
    <message>
        <location filename="../src/models/options/candidatesmodel.cpp" line="149"/>
        <source>%1 : 1</source>
        <translation>%1 : 1</translation>
    </message>
</context>
<context>
    <name>tapeline::CandidatesView</name>
    <message>
        <location filename="../ui/options/candidatesview.cpp" line="194"/>
        <source>View of the market</source>
        <translation>Sicht des Markts</translation>
    </message>
    <message>
        <location filename="../ui/options/candidatesview.cpp" line="195"/>
        <source>Δ from </source>
        <translation>Δ von </translation>
    </message>
    <message>
        <location filename="../ui/options/candidatesview.cpp" line="196"/>
        <location filename="../ui/options/candidatesview.cpp" line="198"/>
        <source>to </source>
        <translation>bis </translation>
    </message>
    <message>
        <location filename="../ui/options/candidatesview.cpp" line="197"/>
        <source>days </source>
        <translation>Tage </translation>
    </message>
    <message>
        <location filename="../ui/options/candidatesview.cpp" line="200"/>
        <source>R : R ≥ </source>
        <extracomment>Reward against risk, at least</extracomment>
        <translation>E : R ≥ </translation>
    </message>
    <message>
        <location filename="../ui/options/candidatesview.cpp" line="202"/>
        <source>OI ≥ </source>
        <extracomment>Open interest, at least</extracomment>
        <translation>OI ≥ </translation>
    </message>
    <message>
        <location filename="../ui/options/candidatesview.cpp" line="203"/>
        <source>spread ≤ </source>
        <translation>Spanne ≤ </translation>
    </message>
    <message>
        <location filename="../ui/options/candidatesview.cpp" line="204"/>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <location filename="../ui/options/candidatesview.cpp" line="206"/>
        <source>IV rank </source>
        <extracomment>Where implied volatility stands against its history</extracomment>
        <translation>IV-Rang </translation>
    </message>
    <message>
        <location filename="../ui/options/candidatesview.cpp" line="207"/>
        <source>IV rank unknown</source>
        <translation>IV-Rang unbekannt</translation>
    </message>
    <message>
        <location filename="../ui/options/candidatesview.cpp" line="209"/>
        <source>Where implied volatility stands between the lowest and the highest of a year, 0 to 100. From 50 on only credits are taken, up to 30 only debits.</source>
        <translation>Wo die implizite Volatilität zwischen der niedrigsten und der höchsten eines Jahres steht, 0 bis 100. Ab 50 gelten nur Credits, bis 30 nur Debits.</translation>
    </message>
    <message>
        <location filename="../ui/options/candidatesview.cpp" line="211"/>
        <source>Rank of implied volatility</source>
        <translation>Rang der impliziten Volatilität</translation>
    </message>
    <message>
        <location filename="../ui/options/candidatesview.cpp" line="212"/>
        <source>Least delta of the leg nearest to the money</source>
        <translation>Kleinstes Delta des Legs, das dem Geld am nächsten liegt</translation>
    </message>
    <message>
        <location filename="../ui/options/candidatesview.cpp" line="213"/>
        <source>Greatest delta of the leg nearest to the money</source>
        <translation>Größtes Delta des Legs, das dem Geld am nächsten liegt</translation>
    </message>
    <message>
        <location filename="../ui/options/candidatesview.cpp" line="214"/>
        <source>Fewest days to the expiration</source>
        <translation>Mindestens so viele Tage bis zum Verfall</translation>
    </message>
    <message>
        <location filename="../ui/options/candidatesview.cpp" line="215"/>
        <source>Most days to the expiration</source>
        <translation>Höchstens so viele Tage bis zum Verfall</translation>
    </message>
    <message>
        <location filename="../ui/options/candidatesview.cpp" line="216"/>
        <source>Least reward against risk</source>
        <translation>Kleinster Ertrag gegen Risiko</translation>
    </message>
    <message>
        <location filename="../ui/options/candidatesview.cpp" line="217"/>
        <source>Least open interest of every leg</source>
        <translation>Kleinstes Open Interest jedes Legs</translation>
    </message>
    <message>
        <location filename="../ui/options/candidatesview.cpp" line="218"/>
        <source>Widest spread of every leg, in percent of the middle</source>
        <translation>Weiteste Spanne jedes Legs, in Prozent der Mitte</translation>
    </message>
    <message>
        <location filename="../ui/options/candidatesview.cpp" line="219"/>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <location filename="../ui/options/candidatesview.cpp" line="221"/>
        <source>Looks through the nearest eight expirations, forty strikes around the money of each. Prices are natural: bought at the ask, sold at the bid. Unlimited gains count at two deviations.</source>
        <translation>Sieht die nächsten acht Verfallstage durch, je vierzig Strikes um das Geld. Preise sind natürlich: zum Brief gekauft, zum Geld verkauft. Unbegrenzter Gewinn zählt bei zwei Standardabweichungen.</translation>
    </message>
    <message>
        <location filename="../ui/options/candidatesview.cpp" line="224"/>
        <source>Search for strategies that keep to the rules above.</source>
        <translation>Nach Strategien suchen, die sich an die Regeln oben halten.</translation>
    </message>
</context>
<context>
    <name>tapeline::ChainBar</name>
    <message>
        <location filename="../ui/options/chainbar.cpp" line="93"/>
        <source>rate %1 % (assumed)</source>
        <extracomment>%1 is the riskless rate in percent a year</extracomment>
        <translation>Zins %1 % (angenommen)</translation>
    </message>
    <message>
        <location filename="../ui/options/chainbar.cpp" line="93"/>
        <source>rate %1 %</source>
        <translation>Zins %1 %</translation>
    </message>
    <message>
        <location filename="../ui/options/chainbar.cpp" line="98"/>
        <source>yield %1 % (by parity)</source>
        <extracomment>%1 is the dividend yield in percent a year</extracomment>
        <translation>Rendite %1 % (aus Parität)</translation>
    </message>
    <message>
        <location filename="../ui/options/chainbar.cpp" line="98"/>
        <source>yield %1 %</source>
        <translation>Rendite %1 %</translation>
    </message>
    <message>
        <location filename="../ui/options/chainbar.cpp" line="95"/>
        <source>no dividends known</source>
        <translation>keine Dividenden bekannt</translation>
    </message>
    <message>
        <location filename="../ui/options/chainbar.cpp" line="121"/>
        <source>± %1 strikes</source>
        <extracomment>How many strikes on each side of the price</extracomment>
        <translation>± %1 Strikes</translation>
    </message>
    <message>
        <location filename="../ui/options/chainbar.cpp" line="121"/>
        <source>All strikes</source>
        <translation>Alle Strikes</translation>
    </message>
    <message>
        <location filename="../ui/options/chainbar.cpp" line="123"/>
        <source>Strikes shown on each side of the price</source>
        <translation>Strikes auf jeder Seite des Kurses</translation>
    </message>
    <message>
        <location filename="../ui/options/chainbar.cpp" line="125"/>
        <source>Greeks: Tapeline</source>
        <extracomment>Whose Greeks and volatilities are shown</extracomment>
        <translation>Griechen: Tapeline</translation>
    </message>
    <message>
        <location filename="../ui/options/chainbar.cpp" line="126"/>
        <source>Greeks: service</source>
        <translation>Griechen: Dienst</translation>
    </message>
    <message>
        <location filename="../ui/options/chainbar.cpp" line="127"/>
        <source>Whose Greeks and volatilities are shown</source>
        <translation>Wessen Griechen und Volatilitäten zu sehen sind</translation>
    </message>
    <message>
        <location filename="../ui/options/chainbar.cpp" line="128"/>
        <source>Reckoned here from the quotes, or as the service tells them. Where one of them is not known the other is shown. The column ΔIV compares them.</source>
        <translation>Hier aus den Quotes gerechnet, oder wie der Dienst sie nennt. Wo die einen nicht bekannt sind, stehen die anderen. Die Spalte ΔIV vergleicht beide.</translation>
    </message>
    <message>
        <location filename="../ui/options/chainbar.cpp" line="131"/>
        <source>Choose which contracts are shown</source>
        <translation>Wählen, welche Kontrakte zu sehen sind</translation>
    </message>
    <message>
        <location filename="../ui/options/chainbar.cpp" line="132"/>
        <source>Filter…</source>
        <translation>Filter …</translation>
    </message>
    <message>
        <location filename="../ui/options/chainbar.cpp" line="133"/>
        <source>Choose the columns</source>
        <translation>Spalten wählen</translation>
    </message>
    <message>
        <location filename="../ui/options/chainbar.cpp" line="134"/>
        <source>Columns…</source>
        <translation>Spalten …</translation>
    </message>
    <message>
        <location filename="../ui/options/chainbar.cpp" line="135"/>
        <source>Bring the price of the underlying into the middle (Home)</source>
        <translation>Den Kurs des Basiswerts in die Mitte holen (Pos1)</translation>
    </message>
    <message>
        <location filename="../ui/options/chainbar.cpp" line="136"/>
        <source>Centre</source>
        <translation>Zentrieren</translation>
    </message>
</context>
<context>
    <name>tapeline::ChainColumns</name>
    <message>
        <location filename="../src/models/options/chaincolumn.cpp" line="180"/>
        <source>Bid</source>
        <translation>Geld</translation>
    </message>
    <message>
        <location filename="../src/models/options/chaincolumn.cpp" line="182"/>
        <source>Ask</source>
        <translation>Brief</translation>
    </message>
    <message>
        <location filename="../src/models/options/chaincolumn.cpp" line="185"/>
        <source>Mid</source>
        <extracomment>The middle between bid and ask</extracomment>
        <translation>Mitte</translation>
    </message>
    <message>
        <location filename="../src/models/options/chaincolumn.cpp" line="188"/>
        <source>B size</source>
        <extracomment>How much is bid for; a narrow heading</extracomment>
        <translation>Geld-St.</translation>
    </message>
    <message>
        <location filename="../src/models/options/chaincolumn.cpp" line="191"/>
        <source>A size</source>
        <extracomment>How much is offered; a narrow heading</extracomment>
        <translation>Brief-St.</translation>
    </message>
    <message>
        <location filename="../src/models/options/chaincolumn.cpp" line="193"/>
        <source>Last</source>
        <translation>Letzter</translation>
    </message>
    <message>
        <location filename="../src/models/options/chaincolumn.cpp" line="195"/>
        <source>Change</source>
        <translation>Änd.</translation>
    </message>
    <message>
        <location filename="../src/models/options/chaincolumn.cpp" line="197"/>
        <source>Volume</source>
        <translation>Umsatz</translation>
    </message>
    <message>
        <location filename="../src/models/options/chaincolumn.cpp" line="200"/>
        <source>OI</source>
        <extracomment>Open interest; a narrow heading</extracomment>
        <translation>OI</translation>
    </message>
    <message>
        <location filename="../src/models/options/chaincolumn.cpp" line="203"/>
        <source>IV %</source>
        <extracomment>Implied volatility, in percent; a narrow heading</extracomment>
        <translation>IV %</translation>
    </message>
    <message>
        <location filename="../src/models/options/chaincolumn.cpp" line="206"/>
        <source>ΔIV</source>
        <extracomment>Our implied volatility less the service&apos;s; a narrow heading</extracomment>
        <translation>ΔIV</translation>
    </message>
    <message>
        <location filename="../src/models/options/chaincolumn.cpp" line="208"/>
        <source>Delta</source>
        <translation>Delta</translation>
    </message>
    <message>
        <location filename="../src/models/options/chaincolumn.cpp" line="210"/>
        <source>Gamma</source>
        <translation>Gamma</translation>
    </message>
    <message>
        <location filename="../src/models/options/chaincolumn.cpp" line="212"/>
        <source>Theta</source>
        <translation>Theta</translation>
    </message>
    <message>
        <location filename="../src/models/options/chaincolumn.cpp" line="214"/>
        <source>Vega</source>
        <translation>Vega</translation>
    </message>
    <message>
        <location filename="../src/models/options/chaincolumn.cpp" line="216"/>
        <source>Rho</source>
        <translation>Rho</translation>
    </message>
    <message>
        <location filename="../src/models/options/chaincolumn.cpp" line="219"/>
        <source>Intr.</source>
        <extracomment>Intrinsic value; a narrow heading</extracomment>
        <translation>Innerer</translation>
    </message>
    <message>
        <location filename="../src/models/options/chaincolumn.cpp" line="222"/>
        <source>Time</source>
        <extracomment>Time value; a narrow heading</extracomment>
        <translation>Zeitw.</translation>
    </message>
    <message>
        <location filename="../src/models/options/chaincolumn.cpp" line="225"/>
        <source>ITM %</source>
        <extracomment>Probability of ending in the money, in percent; a narrow heading</extracomment>
        <translation>ITM %</translation>
    </message>
    <message>
        <location filename="../src/models/options/chaincolumn.cpp" line="228"/>
        <source>Touch %</source>
        <extracomment>Probability that the strike is touched, in percent; a narrow heading</extracomment>
        <translation>Erreicht %</translation>
    </message>
    <message>
        <location filename="../src/models/options/chaincolumn.cpp" line="231"/>
        <source>B/E</source>
        <extracomment>Break-even price; a narrow heading</extracomment>
        <translation>G-Schw.</translation>
    </message>
    <message>
        <location filename="../src/models/options/chaincolumn.cpp" line="234"/>
        <source>Spr %</source>
        <extracomment>The spread in percent of the middle; a narrow heading</extracomment>
        <translation>Sp. %</translation>
    </message>
    <message>
        <location filename="../src/models/options/chaincolumn.cpp" line="237"/>
        <source>Liq.</source>
        <extracomment>Liquidity score, 0 to 100; a narrow heading</extracomment>
        <translation>Liq.</translation>
    </message>
    <message>
        <location filename="../src/models/options/chaincolumn.cpp" line="247"/>
        <source>The best price somebody pays</source>
        <translation>Der beste Preis, den jemand zahlt</translation>
    </message>
    <message>
        <location filename="../src/models/options/chaincolumn.cpp" line="249"/>
        <source>The best price somebody sells at</source>
        <translation>Der beste Preis, zu dem jemand verkauft</translation>
    </message>
    <message>
        <location filename="../src/models/options/chaincolumn.cpp" line="251"/>
        <source>The middle between bid and ask</source>
        <translation>Die Mitte zwischen Geld und Brief</translation>
    </message>
    <message>
        <location filename="../src/models/options/chaincolumn.cpp" line="253"/>
        <source>Contracts at the bid</source>
        <translation>Kontrakte am Geld</translation>
    </message>
    <message>
        <location filename="../src/models/options/chaincolumn.cpp" line="255"/>
        <source>Contracts at the ask</source>
        <translation>Kontrakte am Brief</translation>
    </message>
    <message>
        <location filename="../src/models/options/chaincolumn.cpp" line="257"/>
        <source>The last price that was traded</source>
        <translation>Der zuletzt gehandelte Preis</translation>
    </message>
    <message>
        <location filename="../src/models/options/chaincolumn.cpp" line="259"/>
        <source>The last price against the close of the day before</source>
        <translation>Der letzte Preis gegen den Schlusskurs des Vortags</translation>
    </message>
    <message>
        <location filename="../src/models/options/chaincolumn.cpp" line="261"/>
        <source>Contracts traded today</source>
        <translation>Heute gehandelte Kontrakte</translation>
    </message>
    <message>
        <location filename="../src/models/options/chaincolumn.cpp" line="263"/>
        <source>Contracts that stood open at the end of the last trading day</source>
        <translation>Kontrakte, die am Ende des letzten Handelstags offen standen</translation>
    </message>
    <message>
        <location filename="../src/models/options/chaincolumn.cpp" line="265"/>
        <source>Implied volatility, percent a year</source>
        <translation>Implizite Volatilität, Prozent im Jahr</translation>
    </message>
    <message>
        <location filename="../src/models/options/chaincolumn.cpp" line="267"/>
        <source>Our implied volatility less the service&apos;s, in points</source>
        <translation>Unsere implizite Volatilität abzüglich der des Dienstes, in Punkten</translation>
    </message>
    <message>
        <location filename="../src/models/options/chaincolumn.cpp" line="269"/>
        <source>Change of the price for one dollar of the underlying</source>
        <translation>Änderung des Preises je Dollar des Basiswerts</translation>
    </message>
    <message>
        <location filename="../src/models/options/chaincolumn.cpp" line="271"/>
        <source>Change of delta for one dollar of the underlying</source>
        <translation>Änderung des Deltas je Dollar des Basiswerts</translation>
    </message>
    <message>
        <location filename="../src/models/options/chaincolumn.cpp" line="273"/>
        <source>Change of the price by a day that passes</source>
        <translation>Änderung des Preises, wenn ein Tag vergeht</translation>
    </message>
    <message>
        <location filename="../src/models/options/chaincolumn.cpp" line="275"/>
        <source>Change of the price for a point of volatility</source>
        <translation>Änderung des Preises je Punkt Volatilität</translation>
    </message>
    <message>
        <location filename="../src/models/options/chaincolumn.cpp" line="277"/>
        <source>Change of the price for a percent of interest; reckoned here</source>
        <translation>Änderung des Preises je Prozent Zins; hier gerechnet</translation>
    </message>
    <message>
        <location filename="../src/models/options/chaincolumn.cpp" line="279"/>
        <source>What exercise would pay now</source>
        <translation>Was die Ausübung jetzt brächte</translation>
    </message>
    <message>
        <location filename="../src/models/options/chaincolumn.cpp" line="281"/>
        <source>The middle less the intrinsic value</source>
        <translation>Die Mitte abzüglich des inneren Werts</translation>
    </message>
    <message>
        <location filename="../src/models/options/chaincolumn.cpp" line="283"/>
        <source>Probability of ending in the money, by the volatility shown</source>
        <translation>Wahrscheinlichkeit, im Geld zu enden, nach der gezeigten Volatilität</translation>
    </message>
    <message>
        <location filename="../src/models/options/chaincolumn.cpp" line="285"/>
        <source>Probability that the underlying trades at the strike before expiry</source>
        <translation>Wahrscheinlichkeit, dass der Basiswert den Strike vor dem Verfall erreicht</translation>
    </message>
    <message>
        <location filename="../src/models/options/chaincolumn.cpp" line="287"/>
        <source>Where a buyer at the middle neither gains nor loses at expiry</source>
        <translation>Wo ein Käufer zur Mitte am Verfall weder gewinnt noch verliert</translation>
    </message>
    <message>
        <location filename="../src/models/options/chaincolumn.cpp" line="289"/>
        <source>The spread in percent of the middle</source>
        <translation>Die Spanne in Prozent der Mitte</translation>
    </message>
    <message>
        <location filename="../src/models/options/chaincolumn.cpp" line="291"/>
        <source>How easily it is traded, 0 to 100: spread, sizes, volume, open interest</source>
        <translation>Wie leicht er sich handeln lässt, 0 bis 100: Spanne, Mengen, Umsatz, Open Interest</translation>
    </message>
</context>
<context>
    <name>tapeline::ChainFilterForm</name>
    <message>
        <location filename="../ui/options/chainfilterform.cpp" line="67"/>
        <source>Delta from</source>
        <translation>Delta von</translation>
    </message>
    <message>
        <location filename="../ui/options/chainfilterform.cpp" line="68"/>
        <source>Delta to</source>
        <translation>Delta bis</translation>
    </message>
    <message>
        <location filename="../ui/options/chainfilterform.cpp" line="69"/>
        <source>From the price, at most</source>
        <translation>Vom Kurs entfernt, höchstens</translation>
    </message>
    <message>
        <location filename="../ui/options/chainfilterform.cpp" line="70"/>
        <source>Volume, at least</source>
        <translation>Umsatz, mindestens</translation>
    </message>
    <message>
        <location filename="../ui/options/chainfilterform.cpp" line="71"/>
        <source>Open interest, at least</source>
        <translation>Open Interest, mindestens</translation>
    </message>
    <message>
        <location filename="../ui/options/chainfilterform.cpp" line="72"/>
        <source>Spread, at most</source>
        <translation>Spanne, höchstens</translation>
    </message>
    <message>
        <location filename="../ui/options/chainfilterform.cpp" line="75"/>
        <source>any</source>
        <extracomment>A limit that is not set</extracomment>
        <translation>beliebig</translation>
    </message>
    <message>
        <location filename="../ui/options/chainfilterform.cpp" line="76"/>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <location filename="../ui/options/chainfilterform.cpp" line="78"/>
        <source>Show all contracts</source>
        <translation>Alle Kontrakte zeigen</translation>
    </message>
    <message>
        <location filename="../ui/options/chainfilterform.cpp" line="79"/>
        <source>Filter of the option chain</source>
        <translation>Filter der Optionskette</translation>
    </message>
</context>
<context>
    <name>tapeline::ChainPanel</name>
    <message>
        <location filename="../ui/options/chainpanel.cpp" line="154"/>
        <source>Choose a symbol to see its options.</source>
        <translation>Ein Symbol wählen, um seine Optionen zu sehen.</translation>
    </message>
    <message>
        <location filename="../ui/options/chainpanel.cpp" line="155"/>
        <source>%1 has no options here.</source>
        <translation>Auf %1 gibt es hier keine Optionen.</translation>
    </message>
    <message>
        <location filename="../ui/options/chainpanel.cpp" line="160"/>
        <source>The option chain of %1 is loading.</source>
        <translation>Die Optionskette von %1 wird geladen.</translation>
    </message>
    <message>
        <location filename="../ui/options/chainpanel.cpp" line="163"/>
        <source>No contract passes the filter.</source>
        <translation>Kein Kontrakt passiert den Filter.</translation>
    </message>
    <message>
        <location filename="../ui/options/chainpanel.cpp" line="165"/>
        <source>There are no options on %1.</source>
        <translation>Auf %1 gibt es keine Optionen.</translation>
    </message>
    <message>
        <location filename="../ui/options/chainpanel.cpp" line="169"/>
        <source>The option chain of %1 could not be fetched. What went wrong is in the panel Connection.</source>
        <translation>Die Optionskette von %1 ließ sich nicht holen. Was schiefging, steht im Fenster Verbindung.</translation>
    </message>
    <message>
        <location filename="../ui/options/chainpanel.cpp" line="173"/>
        <source>A recording holds no option chain.</source>
        <translation>Eine Aufzeichnung enthält keine Optionskette.</translation>
    </message>
    <message>
        <location filename="../ui/options/chainpanel.cpp" line="185"/>
        <source>Contracts without prices. %1</source>
        <translation>Kontrakte ohne Preise. %1</translation>
    </message>
    <message>
        <location filename="../ui/options/chainpanel.cpp" line="220"/>
        <source>put/call volume %1</source>
        <extracomment>%1 is the ratio of puts to calls</extracomment>
        <translation>Put/Call Umsatz %1</translation>
    </message>
    <message>
        <location filename="../ui/options/chainpanel.cpp" line="222"/>
        <source>put/call OI %1</source>
        <translation>Put/Call OI %1</translation>
    </message>
    <message>
        <location filename="../ui/options/chainpanel.cpp" line="224"/>
        <source>max pain %1</source>
        <translation>Max Pain %1</translation>
    </message>
    <message>
        <location filename="../ui/options/chainpanel.cpp" line="227"/>
        <source>gamma exposure %1 per 1 %</source>
        <extracomment>%1 is an amount of money</extracomment>
        <translation>Gamma-Exposure %1 je 1 %</translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/options/chainpanel.cpp" line="232"/>
        <source>%Ln strike(s) hidden</source>
        <translation>
            <numerusform>%Ln Strike verborgen</numerusform>
            <numerusform>%Ln Strikes verborgen</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../ui/options/chainpanel.cpp" line="268"/>
        <source>Usual columns</source>
        <translation>Übliche Spalten</translation>
    </message>
    <message>
        <location filename="../ui/options/chainpanel.cpp" line="282"/>
        <source>Open %1</source>
        <extracomment>%1 is an option contract</extracomment>
        <translation>%1 öffnen</translation>
    </message>
    <message>
        <location filename="../ui/options/chainpanel.cpp" line="284"/>
        <source>Buy in a strategy</source>
        <translation>In einer Strategie kaufen</translation>
    </message>
    <message>
        <location filename="../ui/options/chainpanel.cpp" line="287"/>
        <source>Sell in a strategy</source>
        <translation>In einer Strategie verkaufen</translation>
    </message>
    <message>
        <location filename="../ui/options/chainpanel.cpp" line="291"/>
        <source>Copy symbol</source>
        <translation>Symbol kopieren</translation>
    </message>
    <message>
        <location filename="../ui/options/chainpanel.cpp" line="298"/>
        <location filename="../src/app/optionsbinding.cpp" line="24"/>
        <source>Option chain</source>
        <translation>Optionskette</translation>
    </message>
</context>
<context>
    <name>tapeline::ChainTable</name>
    <message>
        <location filename="../ui/options/chaintable.cpp" line="43"/>
        <location filename="../ui/options/chaintable.cpp" line="404"/>
        <source>Option chain</source>
        <translation>Optionskette</translation>
    </message>
    <message>
        <location filename="../ui/options/chaintable.cpp" line="290"/>
        <source>Strike</source>
        <translation>Strike</translation>
    </message>
    <message>
        <location filename="../ui/options/chaintable.cpp" line="294"/>
        <location filename="../ui/options/chaintable.cpp" line="295"/>
        <source>Calls</source>
        <translation>Calls</translation>
    </message>
    <message>
        <location filename="../ui/options/chaintable.cpp" line="296"/>
        <source>Puts</source>
        <translation>Puts</translation>
    </message>
    <message>
        <location filename="../ui/options/chaintableinput.cpp" line="200"/>
        <source>The price hardly depends on volatility: the figure is uncertain.</source>
        <translation>Der Preis hängt kaum von der Volatilität ab: Die Zahl ist unsicher.</translation>
    </message>
    <message>
        <location filename="../ui/options/chaintableinput.cpp" line="203"/>
        <source>The quote is below what exercise pays: no volatility explains it.</source>
        <translation>Der Quote liegt unter dem, was die Ausübung bringt: Keine Volatilität erklärt ihn.</translation>
    </message>
    <message>
        <location filename="../ui/options/chaintableinput.cpp" line="206"/>
        <source>The quote is above what any volatility explains.</source>
        <translation>Der Quote liegt über dem, was irgendeine Volatilität erklärt.</translation>
    </message>
    <message>
        <location filename="../ui/options/chaintableinput.cpp" line="209"/>
        <source>Without bid and ask there is nothing to reckon from.</source>
        <translation>Ohne Geld und Brief gibt es nichts, woraus zu rechnen wäre.</translation>
    </message>
    <message>
        <location filename="../ui/options/chaintableinput.cpp" line="212"/>
        <source>The contract has ended.</source>
        <translation>Der Kontrakt ist beendet.</translation>
    </message>
    <message>
        <location filename="../ui/options/chaintableinput.cpp" line="215"/>
        <source>Not reckoned yet.</source>
        <translation>Noch nicht gerechnet.</translation>
    </message>
</context>
<context>
    <name>tapeline::ChartAlerts</name>
    <message>
        <location filename="../ui/chart/alerts/alertcommands.cpp" line="20"/>
        <source>Chart: new alert…</source>
        <translation>Chart: neuer Alarm …</translation>
    </message>
    <message>
        <location filename="../ui/chart/alerts/chartalerts.cpp" line="31"/>
        <source>%1, %2</source>
        <extracomment>A line of an alert on a chart: what it waits for, and how often it fires</extracomment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <location filename="../ui/chart/alerts/chartalerts.cpp" line="62"/>
        <source>Alert</source>
        <translation>Alarm</translation>
    </message>
    <message>
        <location filename="../ui/chart/alerts/chartalerts.cpp" line="63"/>
        <source>New alert at the crosshair&apos;s price, or the last (Alt+A)</source>
        <translation>Neuer Alarm beim Kurs des Fadenkreuzes, sonst beim letzten (Alt+A)</translation>
    </message>
    <message>
        <location filename="../ui/chart/alerts/chartalerts.cpp" line="294"/>
        <location filename="../ui/chart/alerts/chartalerts.cpp" line="388"/>
        <source>Delete the alert</source>
        <translation>Alarm löschen</translation>
    </message>
    <message>
        <location filename="../ui/chart/alerts/chartalerts.cpp" line="362"/>
        <source>Alert on this shape…</source>
        <translation>Alarm auf diese Form …</translation>
    </message>
    <message>
        <location filename="../ui/chart/alerts/chartalerts.cpp" line="362"/>
        <source>Alert on this line…</source>
        <translation>Alarm auf diese Linie …</translation>
    </message>
    <message>
        <location filename="../ui/chart/alerts/chartalerts.cpp" line="386"/>
        <source>Edit the alert…</source>
        <translation>Alarm ändern …</translation>
    </message>
    <message>
        <location filename="../ui/chart/alerts/chartalerts.cpp" line="387"/>
        <source>Pause the alert</source>
        <translation>Alarm anhalten</translation>
    </message>
    <message>
        <location filename="../ui/chart/alerts/chartalerts.cpp" line="399"/>
        <source>Alert at %1…</source>
        <extracomment>Menu of a chart, at a price</extracomment>
        <translation>Alarm bei %1 …</translation>
    </message>
    <message>
        <location filename="../ui/chart/alerts/chartalerts.cpp" line="402"/>
        <source>New alert…</source>
        <translation>Neuer Alarm …</translation>
    </message>
    <message>
        <location filename="../ui/chart/alerts/chartalerts.cpp" line="410"/>
        <source>Alert on %1…</source>
        <extracomment>Menu of a chart; %1 is an indicator: &quot;Alert on EMA 20…&quot;</extracomment>
        <translation>Alarm auf %1 …</translation>
    </message>
</context>
<context>
    <name>tapeline::ChartBackdrop</name>
    <message>
        <location filename="../ui/chart/chartbackdrop.cpp" line="165"/>
        <source>ET</source>
        <extracomment>In the corner below the price axis: the times are US Eastern time</extracomment>
        <translation>ET</translation>
    </message>
</context>
<context>
    <name>tapeline::ChartCommands</name>
    <message>
        <location filename="../ui/chart/chartcommands.cpp" line="34"/>
        <source>Chart: cumulative delta as candles</source>
        <translation>Chart: kumuliertes Delta als Kerzen</translation>
    </message>
    <message>
        <location filename="../ui/chart/chartcommands.cpp" line="37"/>
        <source>Chart: cumulative delta as a line</source>
        <translation>Chart: kumuliertes Delta als Linie</translation>
    </message>
    <message>
        <location filename="../ui/chart/chartcommands.cpp" line="39"/>
        <source>Chart: delta of each bar</source>
        <translation>Chart: Delta jeder Kerze</translation>
    </message>
    <message>
        <location filename="../ui/chart/chartcommands.cpp" line="42"/>
        <source>Chart: hide the cumulative delta</source>
        <translation>Chart: kumuliertes Delta ausblenden</translation>
    </message>
    <message>
        <location filename="../ui/chart/chartcommands.cpp" line="45"/>
        <source>Chart: divergence marks on or off</source>
        <translation>Chart: Divergenzzeichen ein oder aus</translation>
    </message>
    <message>
        <location filename="../ui/chart/chartcommands.cpp" line="47"/>
        <source>Chart: footprint on or off</source>
        <translation>Chart: Footprint ein oder aus</translation>
    </message>
    <message>
        <location filename="../ui/chart/chartcommands.cpp" line="50"/>
        <source>Chart: no volume profile</source>
        <translation>Chart: kein Umsatzprofil</translation>
    </message>
    <message>
        <location filename="../ui/chart/chartcommands.cpp" line="53"/>
        <source>Chart: volume profile of what is in view</source>
        <translation>Chart: Umsatzprofil des sichtbaren Bereichs</translation>
    </message>
    <message>
        <location filename="../ui/chart/chartcommands.cpp" line="56"/>
        <source>Chart: volume profile of the day</source>
        <translation>Chart: Umsatzprofil des Tages</translation>
    </message>
    <message>
        <location filename="../ui/chart/chartcommands.cpp" line="59"/>
        <source>Chart: volume profile of several days</source>
        <translation>Chart: Umsatzprofil mehrerer Tage</translation>
    </message>
    <message>
        <location filename="../ui/chart/chartcommands.cpp" line="62"/>
        <source>Chart: developing levels on or off</source>
        <translation>Chart: werdende Niveaus ein oder aus</translation>
    </message>
    <message>
        <location filename="../ui/chart/chartcommands.cpp" line="65"/>
        <source>Chart: naked points of control on or off</source>
        <translation>Chart: unberührte POCs ein oder aus</translation>
    </message>
    <message>
        <location filename="../ui/chart/chartcommands.cpp" line="94"/>
        <source>Chart: rule %1</source>
        <translation>Chart: Regel %1</translation>
    </message>
    <message>
        <location filename="../ui/chart/chartcommands.cpp" line="107"/>
        <source>Chart: volume profile of a range…</source>
        <translation>Chart: Umsatzprofil eines Bereichs …</translation>
    </message>
    <message>
        <location filename="../ui/chart/chartcommands.cpp" line="113"/>
        <source>Chart: remove the range of the volume profile</source>
        <translation>Chart: Bereich des Umsatzprofils entfernen</translation>
    </message>
    <message>
        <location filename="../ui/chart/chartcommands.cpp" line="124"/>
        <source>Chart: earnings, dividends and splits on or off</source>
        <translation>Chart: Ergebnisse, Dividenden und Splits an oder aus</translation>
    </message>
    <message>
        <location filename="../ui/chart/chartcommands.cpp" line="131"/>
        <source>Chart: news on or off</source>
        <translation>Chart: Nachrichten an oder aus</translation>
    </message>
    <message>
        <location filename="../ui/chart/chartcommands.cpp" line="139"/>
        <source>Chart: indicators…</source>
        <translation>Chart: Indikatoren …</translation>
    </message>
    <message>
        <location filename="../ui/chart/chartcommands.cpp" line="168"/>
        <source>Chart: select the next line above</source>
        <translation>Chart: nächste Linie darüber wählen</translation>
    </message>
    <message>
        <location filename="../ui/chart/chartcommands.cpp" line="171"/>
        <source>Chart: select the next line below</source>
        <translation>Chart: nächste Linie darunter wählen</translation>
    </message>
    <message>
        <location filename="../ui/chart/chartcommands.cpp" line="174"/>
        <source>Chart: cancel the selected order</source>
        <translation>Chart: gewählte Order stornieren</translation>
    </message>
    <message>
        <location filename="../ui/chart/chartcommands.cpp" line="197"/>
        <source>Chart: compare to…</source>
        <translation>Chart: vergleichen mit …</translation>
    </message>
    <message>
        <location filename="../ui/chart/drawings/drawingcommands.cpp" line="30"/>
        <source>Drawings: undo</source>
        <translation>Zeichnungen: rückgängig</translation>
    </message>
    <message>
        <location filename="../ui/chart/drawings/drawingcommands.cpp" line="32"/>
        <source>Drawings: do again</source>
        <translation>Zeichnungen: wiederholen</translation>
    </message>
    <message>
        <location filename="../ui/chart/drawings/drawingcommands.cpp" line="34"/>
        <source>Drawings: copy</source>
        <translation>Zeichnungen: kopieren</translation>
    </message>
    <message>
        <location filename="../ui/chart/drawings/drawingcommands.cpp" line="36"/>
        <source>Drawings: paste</source>
        <translation>Zeichnungen: einfügen</translation>
    </message>
    <message>
        <location filename="../ui/chart/drawings/drawingcommands.cpp" line="39"/>
        <source>Drawings: delete the chosen ones</source>
        <translation>Zeichnungen: gewählte löschen</translation>
    </message>
    <message>
        <location filename="../ui/chart/drawings/drawingcommands.cpp" line="42"/>
        <source>Drawings: delete all of the symbol</source>
        <translation>Zeichnungen: alle des Symbols löschen</translation>
    </message>
    <message>
        <location filename="../ui/chart/drawings/drawingcommands.cpp" line="45"/>
        <source>Drawings: lock or unlock all</source>
        <translation>Zeichnungen: alle sperren oder entsperren</translation>
    </message>
    <message>
        <location filename="../ui/chart/drawings/drawingcommands.cpp" line="51"/>
        <source>Drawings: hide or show all</source>
        <translation>Zeichnungen: alle aus- oder einblenden</translation>
    </message>
    <message>
        <location filename="../ui/chart/drawings/drawingcommands.cpp" line="57"/>
        <source>Drawings: no magnet</source>
        <translation>Zeichnungen: kein Magnet</translation>
    </message>
    <message>
        <location filename="../ui/chart/drawings/drawingcommands.cpp" line="60"/>
        <source>Drawings: weak magnet</source>
        <translation>Zeichnungen: schwacher Magnet</translation>
    </message>
    <message>
        <location filename="../ui/chart/drawings/drawingcommands.cpp" line="63"/>
        <source>Drawings: strong magnet</source>
        <translation>Zeichnungen: starker Magnet</translation>
    </message>
    <message>
        <location filename="../ui/chart/drawings/drawingcommands.cpp" line="66"/>
        <source>Drawings: keep the tool in hand, or not</source>
        <translation>Zeichnungen: Werkzeug in der Hand behalten oder nicht</translation>
    </message>
    <message>
        <location filename="../ui/chart/drawings/drawingcommands.cpp" line="72"/>
        <source>Drawings: show or hide the tools</source>
        <translation>Zeichnungen: Werkzeuge ein- oder ausblenden</translation>
    </message>
    <message>
        <location filename="../ui/chart/drawings/drawingcommands.cpp" line="106"/>
        <source>Draw: %1</source>
        <extracomment>A command; %1 is a tool: &quot;Draw: Trend line&quot;</extracomment>
        <translation>Zeichnen: %1</translation>
    </message>
</context>
<context>
    <name>tapeline::ChartDrawings</name>
    <message>
        <location filename="../ui/chart/drawings/chartdrawingsinput.cpp" line="412"/>
        <source>%1, locked</source>
        <extracomment>Tool tip of a drawing that cannot be moved; %1: &quot;Trend line&quot;</extracomment>
        <translation>%1, gesperrt</translation>
    </message>
    <message>
        <location filename="../ui/chart/drawings/chartdrawingsinput.cpp" line="629"/>
        <source>%1 from %2</source>
        <extracomment>Of a drawing, for screen readers: &quot;Trend line from 187.32&quot;</extracomment>
        <translation>%1 ab %2</translation>
    </message>
    <message>
        <location filename="../ui/chart/drawings/chartdrawingsmenu.cpp" line="72"/>
        <source>Settings…</source>
        <translation>Einstellungen …</translation>
    </message>
    <message>
        <location filename="../ui/chart/drawings/chartdrawingsmenu.cpp" line="73"/>
        <source>Duplicate</source>
        <translation>Duplizieren</translation>
    </message>
    <message>
        <location filename="../ui/chart/drawings/chartdrawingsmenu.cpp" line="74"/>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <location filename="../ui/chart/drawings/chartdrawingsmenu.cpp" line="75"/>
        <source>Cut</source>
        <translation>Ausschneiden</translation>
    </message>
    <message>
        <location filename="../ui/chart/drawings/chartdrawingsmenu.cpp" line="77"/>
        <source>Unlock</source>
        <translation>Entsperren</translation>
    </message>
    <message>
        <location filename="../ui/chart/drawings/chartdrawingsmenu.cpp" line="77"/>
        <source>Lock</source>
        <translation>Sperren</translation>
    </message>
    <message>
        <location filename="../ui/chart/drawings/chartdrawingsmenu.cpp" line="79"/>
        <source>Hide</source>
        <translation>Ausblenden</translation>
    </message>
    <message>
        <location filename="../ui/chart/drawings/chartdrawingsmenu.cpp" line="83"/>
        <source>Bring to front</source>
        <translation>Nach vorn</translation>
    </message>
    <message>
        <location filename="../ui/chart/drawings/chartdrawingsmenu.cpp" line="84"/>
        <source>Send to back</source>
        <translation>Nach hinten</translation>
    </message>
    <message>
        <location filename="../ui/chart/drawings/chartdrawingsmenu.cpp" line="85"/>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <location filename="../ui/chart/drawings/chartdrawingsmenu.cpp" line="91"/>
        <source>Paste drawing</source>
        <translation>Zeichnung einfügen</translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/chart/drawings/chartdrawingsmenu.cpp" line="97"/>
        <source>Show %n hidden drawing(s)</source>
        <translation>
            <numerusform>%n ausgeblendete Zeichnung zeigen</numerusform>
            <numerusform>%n ausgeblendete Zeichnungen zeigen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tapeline::ChartEventText</name>
    <message>
        <location filename="../src/models/reference/chartevent.cpp" line="56"/>
        <source>Ex-dividend: %1 a share</source>
        <translation>Ex-Dividende: %1 je Aktie</translation>
    </message>
    <message>
        <location filename="../src/models/reference/chartevent.cpp" line="67"/>
        <source>Split: %1</source>
        <extracomment>%1 is &quot;4 for 1&quot;</extracomment>
        <translation>Split: %1</translation>
    </message>
</context>
<context>
    <name>tapeline::ChartEvents</name>
    <message>
        <location filename="../ui/chart/events/chartevents.cpp" line="143"/>
        <source>Earnings, dividends and splits</source>
        <translation>Ergebnisse, Dividenden und Splits</translation>
    </message>
    <message>
        <location filename="../ui/chart/events/chartevents.cpp" line="144"/>
        <source>News</source>
        <translation>Nachrichten</translation>
    </message>
</context>
<context>
    <name>tapeline::ChartExport</name>
    <message>
        <location filename="../ui/chart/chartexport.cpp" line="49"/>
        <source>Save picture of the chart</source>
        <translation>Bild des Charts speichern</translation>
    </message>
    <message>
        <location filename="../ui/chart/chartexport.cpp" line="54"/>
        <source>Pictures (*.png)</source>
        <translation>Bilder (*.png)</translation>
    </message>
    <message>
        <location filename="../ui/chart/chartexport.cpp" line="54"/>
        <source>Vector pictures (*.svg)</source>
        <translation>Vektorbilder (*.svg)</translation>
    </message>
    <message>
        <location filename="../ui/chart/chartexport.cpp" line="54"/>
        <source>Documents (*.pdf)</source>
        <translation>Dokumente (*.pdf)</translation>
    </message>
    <message>
        <location filename="../ui/chart/chartexport.cpp" line="85"/>
        <source>Print the chart</source>
        <translation>Chart drucken</translation>
    </message>
    <message>
        <location filename="../ui/chart/chartexport.cpp" line="95"/>
        <source>Print…</source>
        <translation>Drucken …</translation>
    </message>
    <message>
        <location filename="../ui/chart/chartexport.cpp" line="101"/>
        <source>Chart: copy picture</source>
        <translation>Chart: Bild kopieren</translation>
    </message>
    <message>
        <location filename="../ui/chart/chartexport.cpp" line="104"/>
        <source>Chart: save picture…</source>
        <translation>Chart: Bild speichern …</translation>
    </message>
    <message>
        <location filename="../ui/chart/chartexport.cpp" line="107"/>
        <source>Chart: print…</source>
        <translation>Chart: drucken …</translation>
    </message>
</context>
<context>
    <name>tapeline::ChartIndicators</name>
    <message>
        <location filename="../ui/chart/studies/chartindicators.cpp" line="70"/>
        <source>Indicators</source>
        <translation>Indikatoren</translation>
    </message>
    <message>
        <location filename="../ui/chart/studies/chartindicators.cpp" line="71"/>
        <source>Add indicators to the chart, and change those on it</source>
        <translation>Indikatoren zum Chart hinzufügen und die vorhandenen ändern</translation>
    </message>
    <message>
        <location filename="../ui/chart/studies/chartindicators.cpp" line="72"/>
        <source>Volume</source>
        <translation>Umsatz</translation>
    </message>
    <message>
        <location filename="../ui/chart/studies/chartindicators.cpp" line="73"/>
        <source>Fit indicators with the prices</source>
        <translation>Indikatoren mit den Kursen einpassen</translation>
    </message>
    <message>
        <location filename="../ui/chart/studies/chartindicators.cpp" line="74"/>
        <source>Indicators over the prices take part in their scale</source>
        <translation>Indikatoren über den Kursen bestimmen deren Skala mit</translation>
    </message>
</context>
<context>
    <name>tapeline::ChartLegend</name>
    <message>
        <location filename="../ui/chart/chartlegend.cpp" line="64"/>
        <source>O</source>
        <comment>opening price</comment>
        <extracomment>Legend of a chart: opening price, one letter</extracomment>
        <translation>O</translation>
    </message>
    <message>
        <location filename="../ui/chart/chartlegend.cpp" line="65"/>
        <source>H</source>
        <comment>highest price</comment>
        <translation>H</translation>
    </message>
    <message>
        <location filename="../ui/chart/chartlegend.cpp" line="66"/>
        <source>L</source>
        <comment>lowest price</comment>
        <translation>T</translation>
    </message>
    <message>
        <location filename="../ui/chart/chartlegend.cpp" line="67"/>
        <source>C</source>
        <comment>closing price</comment>
        <translation>S</translation>
    </message>
    <message>
        <location filename="../ui/chart/chartlegend.cpp" line="78"/>
        <source>Quotes</source>
        <comment>number of quotes in a bar</comment>
        <extracomment>Legend of a chart of currencies, whose volume is not known: how many quotes a bar had</extracomment>
        <translation>Quotes</translation>
    </message>
    <message>
        <location filename="../ui/chart/chartlegend.cpp" line="81"/>
        <source>Vol</source>
        <comment>volume of a bar</comment>
        <translation>Vol</translation>
    </message>
    <message>
        <location filename="../ui/chart/chartlegend.cpp" line="83"/>
        <source>VWAP</source>
        <comment>volume-weighted average price of a bar</comment>
        <translation>VWAP</translation>
    </message>
</context>
<context>
    <name>tapeline::ChartOverlay</name>
    <message>
        <location filename="../ui/chart/chartoverlay.cpp" line="194"/>
        <source>Type a symbol to see its chart</source>
        <translation>Symbol tippen, um den Chart zu sehen</translation>
    </message>
    <message>
        <location filename="../ui/chart/chartoverlay.cpp" line="200"/>
        <source>Loading %1</source>
        <translation>%1 wird geladen</translation>
    </message>
    <message>
        <location filename="../ui/chart/chartoverlay.cpp" line="203"/>
        <source>Loading earlier bars… %1&#x202f;%</source>
        <extracomment>In the corner of a chart while history is fetched; %1 is 0 to 100</extracomment>
        <translation>Frühere Kerzen werden geladen … %1&#x202f;%</translation>
    </message>
    <message>
        <location filename="../ui/chart/chartoverlay.cpp" line="206"/>
        <source>Earlier bars could not be loaded. Scroll left to try again.</source>
        <translation>Frühere Kerzen konnten nicht geladen werden. Nach links schieben, um es erneut zu versuchen.</translation>
    </message>
    <message>
        <location filename="../ui/chart/chartoverlay.cpp" line="211"/>
        <source>%1 has no bars in this timeframe</source>
        <translation>%1 hat keine Kerzen in dieser Zeiteinheit</translation>
    </message>
</context>
<context>
    <name>tapeline::ChartPanel</name>
    <message>
        <location filename="../ui/chart/chartpanel.cpp" line="272"/>
        <location filename="../src/app/desk.cpp" line="216"/>
        <source>Chart</source>
        <translation>Chart</translation>
    </message>
    <message>
        <location filename="../ui/chart/chartpanel.cpp" line="277"/>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <location filename="../ui/chart/chartpanel.cpp" line="278"/>
        <source>Compare to other symbols</source>
        <translation>Mit anderen Symbolen vergleichen</translation>
    </message>
</context>
<context>
    <name>tapeline::ChartPicture</name>
    <message>
        <location filename="../ui/chart/chartpicture.cpp" line="50"/>
        <source>%1 could not be written</source>
        <translation>%1 konnte nicht geschrieben werden</translation>
    </message>
    <message>
        <location filename="../ui/chart/chartpicture.cpp" line="86"/>
        <source>%1 ET</source>
        <extracomment>A time in New York, in the line below a picture</extracomment>
        <translation>%1 ET</translation>
    </message>
    <message>
        <location filename="../ui/chart/chartpicture.cpp" line="218"/>
        <source>the printer does not take the page</source>
        <translation>der Drucker nimmt die Seite nicht an</translation>
    </message>
</context>
<context>
    <name>tapeline::ChartToolBar</name>
    <message>
        <location filename="../ui/chart/charttoolbar.cpp" line="115"/>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <location filename="../ui/chart/charttoolbar.cpp" line="116"/>
        <source>More buttons of the chart</source>
        <translation>Weitere Knöpfe des Charts</translation>
    </message>
</context>
<context>
    <name>tapeline::ChartTrading</name>
    <message>
        <location filename="../ui/chart/charttradinginput.cpp" line="174"/>
        <source>Reverse the position at the market</source>
        <translation>Position zum Markt drehen</translation>
    </message>
    <message>
        <location filename="../ui/chart/charttradinginput.cpp" line="176"/>
        <source>Close the position at the market, and cancel its orders</source>
        <translation>Position zum Markt schließen und ihre Orders stornieren</translation>
    </message>
    <message>
        <location filename="../ui/chart/charttradinginput.cpp" line="177"/>
        <location filename="../ui/chart/charttradingmenu.cpp" line="102"/>
        <source>Cancel the order</source>
        <translation>Order stornieren</translation>
    </message>
    <message>
        <location filename="../ui/chart/charttradingmenu.cpp" line="81"/>
        <source>Close the position</source>
        <extracomment>Menu of a position&apos;s line in a chart</extracomment>
        <translation>Position schließen</translation>
    </message>
    <message>
        <location filename="../ui/chart/charttradingmenu.cpp" line="84"/>
        <source>Reverse the position</source>
        <translation>Position drehen</translation>
    </message>
    <message>
        <location filename="../ui/chart/charttradingmenu.cpp" line="87"/>
        <source>Halve the position</source>
        <translation>Position halbieren</translation>
    </message>
    <message>
        <location filename="../ui/chart/charttradingmenu.cpp" line="90"/>
        <location filename="../ui/chart/charttradingmenu.cpp" line="105"/>
        <source>Stop to break-even</source>
        <translation>Stop auf Einstand</translation>
    </message>
    <message>
        <location filename="../ui/chart/charttradingmenu.cpp" line="98"/>
        <source>Change the order…</source>
        <translation>Order ändern …</translation>
    </message>
    <message>
        <location filename="../ui/chart/charttradingmenu.cpp" line="140"/>
        <source>%1 %2 at the market</source>
        <extracomment>Menu of a chart; %1 is a side, %2 a quantity: &quot;Buy 100 at the market&quot;</extracomment>
        <translation>%1 %2 zum Markt</translation>
    </message>
    <message>
        <location filename="../ui/chart/charttradingmenu.cpp" line="142"/>
        <source>%1 %2 %3 at %4</source>
        <extracomment>Menu of a chart; side, quantity, type of order, price: &quot;Buy 100 limit at 512.30&quot;</extracomment>
        <translation>%1 %2 %3 zu %4</translation>
    </message>
    <message>
        <location filename="../ui/chart/charttradingmenu.cpp" line="157"/>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
</context>
<context>
    <name>tapeline::ChartType</name>
    <message>
        <location filename="../ui/chart/charttype.cpp" line="21"/>
        <source>Candles</source>
        <translation>Kerzen</translation>
    </message>
    <message>
        <location filename="../ui/chart/charttype.cpp" line="23"/>
        <source>Hollow candles</source>
        <translation>Hohle Kerzen</translation>
    </message>
    <message>
        <location filename="../ui/chart/charttype.cpp" line="24"/>
        <source>Bars</source>
        <translation>Balken</translation>
    </message>
    <message>
        <location filename="../ui/chart/charttype.cpp" line="25"/>
        <source>HLC bars</source>
        <translation>HLC-Balken</translation>
    </message>
    <message>
        <location filename="../ui/chart/charttype.cpp" line="27"/>
        <source>Heikin-Ashi</source>
        <translation>Heikin-Ashi</translation>
    </message>
    <message>
        <location filename="../ui/chart/charttype.cpp" line="28"/>
        <source>Line</source>
        <translation>Linie</translation>
    </message>
    <message>
        <location filename="../ui/chart/charttype.cpp" line="30"/>
        <source>Line with markers</source>
        <translation>Linie mit Punkten</translation>
    </message>
    <message>
        <location filename="../ui/chart/charttype.cpp" line="31"/>
        <source>Step line</source>
        <translation>Stufenlinie</translation>
    </message>
    <message>
        <location filename="../ui/chart/charttype.cpp" line="32"/>
        <source>Area</source>
        <translation>Fläche</translation>
    </message>
    <message>
        <location filename="../ui/chart/charttype.cpp" line="33"/>
        <source>Baseline</source>
        <translation>Grundlinie</translation>
    </message>
    <message>
        <location filename="../ui/chart/charttype.cpp" line="34"/>
        <source>Columns</source>
        <translation>Säulen</translation>
    </message>
</context>
<context>
    <name>tapeline::ChecklistView</name>
    <message>
        <location filename="../ui/journal/checklistview.cpp" line="90"/>
        <source>Take the item away</source>
        <translation>Punkt wegnehmen</translation>
    </message>
    <message>
        <location filename="../ui/journal/checklistview.cpp" line="91"/>
        <source>Take “%1” away</source>
        <translation>„%1“ wegnehmen</translation>
    </message>
    <message>
        <location filename="../ui/journal/checklistview.cpp" line="136"/>
        <source>Checklist %1/%2</source>
        <extracomment>Heading: how many items of the checklist are done</extracomment>
        <translation>Checkliste %1/%2</translation>
    </message>
    <message>
        <location filename="../ui/journal/checklistview.cpp" line="141"/>
        <source>Checklist</source>
        <translation>Checkliste</translation>
    </message>
    <message>
        <location filename="../ui/journal/checklistview.cpp" line="142"/>
        <source>Use every day</source>
        <translation>Jeden Tag verwenden</translation>
    </message>
    <message>
        <location filename="../ui/journal/checklistview.cpp" line="143"/>
        <source>New days begin with these items</source>
        <translation>Neue Tage beginnen mit diesen Punkten</translation>
    </message>
    <message>
        <location filename="../ui/journal/checklistview.cpp" line="144"/>
        <source>Add an item</source>
        <translation>Punkt hinzufügen</translation>
    </message>
    <message>
        <location filename="../ui/journal/checklistview.cpp" line="145"/>
        <source>Add an item to the checklist</source>
        <translation>Punkt zur Checkliste hinzufügen</translation>
    </message>
</context>
<context>
    <name>tapeline::ColorButton</name>
    <message>
        <location filename="../ui/chart/drawings/colorbutton.cpp" line="50"/>
        <location filename="../ui/chart/drawings/colorbutton.cpp" line="70"/>
        <source>As the theme has it</source>
        <translation>Wie das Farbschema</translation>
    </message>
    <message>
        <location filename="../ui/chart/drawings/colorbutton.cpp" line="52"/>
        <source>Blue</source>
        <translation>Blau</translation>
    </message>
    <message>
        <location filename="../ui/chart/drawings/colorbutton.cpp" line="52"/>
        <source>Orange</source>
        <translation>Orange</translation>
    </message>
    <message>
        <location filename="../ui/chart/drawings/colorbutton.cpp" line="52"/>
        <source>Violet</source>
        <translation>Violett</translation>
    </message>
    <message>
        <location filename="../ui/chart/drawings/colorbutton.cpp" line="52"/>
        <source>Turquoise</source>
        <translation>Türkis</translation>
    </message>
    <message>
        <location filename="../ui/chart/drawings/colorbutton.cpp" line="53"/>
        <source>Pink</source>
        <translation>Rosa</translation>
    </message>
    <message>
        <location filename="../ui/chart/drawings/colorbutton.cpp" line="53"/>
        <source>Yellow</source>
        <translation>Gelb</translation>
    </message>
    <message>
        <location filename="../ui/chart/drawings/colorbutton.cpp" line="53"/>
        <source>Indigo</source>
        <translation>Indigo</translation>
    </message>
    <message>
        <location filename="../ui/chart/drawings/colorbutton.cpp" line="53"/>
        <source>Grey</source>
        <translation>Grau</translation>
    </message>
    <message>
        <location filename="../ui/chart/drawings/colorbutton.cpp" line="58"/>
        <source>Rise</source>
        <translation>Steigend</translation>
    </message>
    <message>
        <location filename="../ui/chart/drawings/colorbutton.cpp" line="59"/>
        <source>Fall</source>
        <translation>Fallend</translation>
    </message>
    <message>
        <location filename="../ui/chart/drawings/colorbutton.cpp" line="60"/>
        <source>As text</source>
        <translation>Wie Text</translation>
    </message>
    <message>
        <location filename="../ui/chart/drawings/colorbutton.cpp" line="62"/>
        <source>Another colour…</source>
        <translation>Andere Farbe …</translation>
    </message>
</context>
<context>
    <name>tapeline::CommandPalette</name>
    <message>
        <location filename="../ui/commands/commandpalette.cpp" line="194"/>
        <location filename="../ui/commands/commandpalette.cpp" line="195"/>
        <source>Search commands, panels and symbols</source>
        <translation>Befehle, Fenster und Symbole suchen</translation>
    </message>
    <message>
        <location filename="../ui/commands/commandpalette.cpp" line="196"/>
        <source>What was found</source>
        <translation>Suchergebnisse</translation>
    </message>
    <message>
        <location filename="../ui/commands/commandpalette.cpp" line="197"/>
        <source>Command palette</source>
        <translation>Befehlspalette</translation>
    </message>
</context>
<context>
    <name>tapeline::CommandRegistry</name>
    <message>
        <location filename="../ui/commands/commandregistry.cpp" line="26"/>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <location filename="../ui/commands/commandregistry.cpp" line="28"/>
        <source>View</source>
        <translation>Ansicht</translation>
    </message>
    <message>
        <location filename="../ui/commands/commandregistry.cpp" line="30"/>
        <source>Workspace</source>
        <translation>Arbeitsbereich</translation>
    </message>
    <message>
        <location filename="../ui/commands/commandregistry.cpp" line="32"/>
        <source>Symbol</source>
        <translation>Symbol</translation>
    </message>
    <message>
        <location filename="../ui/commands/commandregistry.cpp" line="34"/>
        <source>Market</source>
        <translation>Markt</translation>
    </message>
    <message>
        <location filename="../ui/commands/commandregistry.cpp" line="36"/>
        <source>Trade</source>
        <translation>Handel</translation>
    </message>
    <message>
        <location filename="../ui/commands/commandregistry.cpp" line="38"/>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
</context>
<context>
    <name>tapeline::CompanyPanel</name>
    <message>
        <location filename="../ui/reference/companypanel.cpp" line="212"/>
        <source>Choose a symbol.</source>
        <translation>Wählen Sie ein Symbol.</translation>
    </message>
    <message>
        <location filename="../ui/reference/companypanel.cpp" line="237"/>
        <source>Show %1 here and in the linked panels</source>
        <translation>%1 hier und in den verknüpften Fenstern zeigen</translation>
    </message>
    <message>
        <location filename="../ui/reference/companypanel.cpp" line="251"/>
        <source>Overview</source>
        <translation>Überblick</translation>
    </message>
    <message>
        <location filename="../ui/reference/companypanel.cpp" line="251"/>
        <source>Dividends</source>
        <translation>Dividenden</translation>
    </message>
    <message>
        <location filename="../ui/reference/companypanel.cpp" line="251"/>
        <source>Splits</source>
        <translation>Splits</translation>
    </message>
    <message>
        <location filename="../ui/reference/companypanel.cpp" line="252"/>
        <source>Earnings</source>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <location filename="../ui/reference/companypanel.cpp" line="252"/>
        <source>Short interest</source>
        <translation>Leerverkäufe</translation>
    </message>
    <message>
        <location filename="../ui/reference/companypanel.cpp" line="252"/>
        <source>Related</source>
        <translation>Verwandt</translation>
    </message>
    <message>
        <location filename="../ui/reference/companypanel.cpp" line="266"/>
        <location filename="../src/app/desk.cpp" line="245"/>
        <source>Company</source>
        <translation>Unternehmen</translation>
    </message>
    <message>
        <location filename="../ui/reference/companypanel.cpp" line="267"/>
        <source>What to see of the company</source>
        <translation>Was vom Unternehmen zu sehen ist</translation>
    </message>
</context>
<context>
    <name>tapeline::CompanyStates</name>
    <message>
        <location filename="../ui/reference/companytext.cpp" line="21"/>
        <source>Earnings are an add-on of the service (Benzinga Earnings) that your key does not have. Everything else here is part of every plan.</source>
        <translation>Ergebnisse sind ein Zusatz des Dienstes (Benzinga Earnings), den Ihr Schlüssel nicht hat. Alles andere hier gehört zu jedem Tarif.</translation>
    </message>
    <message>
        <location filename="../ui/reference/companytext.cpp" line="34"/>
        <source>The service refused this to your key, though it is part of every stocks plan. Test the key in Settings.</source>
        <translation>Der Dienst hat dies Ihrem Schlüssel verweigert, obwohl es zu jedem Tarif für Aktien gehört. Testen Sie den Schlüssel in den Einstellungen.</translation>
    </message>
    <message>
        <location filename="../ui/reference/companytext.cpp" line="42"/>
        <source>The plan&apos;s requests of this minute are spent. It is asked again by itself.</source>
        <translation>Die Anfragen dieser Minute sind verbraucht. Es wird von selbst noch einmal gefragt.</translation>
    </message>
    <message>
        <location filename="../ui/reference/companytext.cpp" line="44"/>
        <source>The service refused the key. Enter it anew in Settings.</source>
        <translation>Der Dienst hat den Schlüssel abgelehnt. Geben Sie ihn in den Einstellungen neu ein.</translation>
    </message>
    <message>
        <location filename="../ui/reference/companytext.cpp" line="47"/>
        <source>The service&apos;s answer cannot be read.</source>
        <translation>Die Antwort des Dienstes ist nicht lesbar.</translation>
    </message>
    <message>
        <location filename="../ui/reference/companytext.cpp" line="57"/>
        <source>The service did not answer. It is asked again by itself.</source>
        <translation>Der Dienst hat nicht geantwortet. Es wird von selbst noch einmal gefragt.</translation>
    </message>
    <message>
        <location filename="../ui/reference/companytext.cpp" line="65"/>
        <source>The service names no companies related to %1.</source>
        <translation>Der Dienst nennt keine mit %1 verwandten Unternehmen.</translation>
    </message>
    <message>
        <location filename="../ui/reference/companytext.cpp" line="67"/>
        <source>%1 has not been split as far as the service knows.</source>
        <translation>%1 wurde nicht gesplittet, soweit der Dienst es weiß.</translation>
    </message>
    <message>
        <location filename="../ui/reference/companytext.cpp" line="69"/>
        <source>%1 has paid no dividend as far as the service knows.</source>
        <translation>%1 hat keine Dividende gezahlt, soweit der Dienst es weiß.</translation>
    </message>
    <message>
        <location filename="../ui/reference/companytext.cpp" line="71"/>
        <source>No short interest of %1 was reported.</source>
        <translation>Leerverkäufe von %1 wurden nicht gemeldet.</translation>
    </message>
    <message>
        <location filename="../ui/reference/companytext.cpp" line="73"/>
        <source>There is no news.</source>
        <translation>Es gibt keine Nachrichten.</translation>
    </message>
    <message>
        <location filename="../ui/reference/companytext.cpp" line="74"/>
        <source>There is no news about %1.</source>
        <translation>Es gibt keine Nachrichten über %1.</translation>
    </message>
    <message>
        <location filename="../ui/reference/companytext.cpp" line="76"/>
        <source>No reports of %1 are known.</source>
        <translation>Ergebnisse von %1 sind nicht bekannt.</translation>
    </message>
    <message>
        <location filename="../ui/reference/companytext.cpp" line="83"/>
        <source>Nothing is known.</source>
        <translation>Nichts ist bekannt.</translation>
    </message>
    <message>
        <location filename="../ui/reference/companytext.cpp" line="91"/>
        <source>Asking the service …</source>
        <translation>Der Dienst wird gefragt …</translation>
    </message>
    <message>
        <location filename="../ui/reference/companytext.cpp" line="95"/>
        <source>The service does not know %1.</source>
        <translation>Der Dienst kennt %1 nicht.</translation>
    </message>
    <message>
        <location filename="../ui/reference/companytext.cpp" line="97"/>
        <source>A recording holds prices alone: there is nobody to ask about companies.</source>
        <translation>Eine Aufzeichnung enthält nur Kurse: Niemand kann nach Unternehmen gefragt werden.</translation>
    </message>
    <message>
        <location filename="../ui/reference/companytext.cpp" line="107"/>
        <source>Open %1 in the browser</source>
        <extracomment>%1 is the name of a web site, &quot;example.com&quot;</extracomment>
        <translation>%1 im Browser öffnen</translation>
    </message>
</context>
<context>
    <name>tapeline::CompanyText</name>
    <message>
        <location filename="../src/models/reference/companyrows.cpp" line="64"/>
        <source>yearly</source>
        <translation>jährlich</translation>
    </message>
    <message>
        <location filename="../src/models/reference/companyrows.cpp" line="66"/>
        <source>half-yearly</source>
        <translation>halbjährlich</translation>
    </message>
    <message>
        <location filename="../src/models/reference/companyrows.cpp" line="68"/>
        <source>quarterly</source>
        <translation>vierteljährlich</translation>
    </message>
    <message>
        <location filename="../src/models/reference/companyrows.cpp" line="70"/>
        <source>monthly</source>
        <translation>monatlich</translation>
    </message>
    <message>
        <location filename="../src/models/reference/companyrows.cpp" line="72"/>
        <source>irregular</source>
        <translation>unregelmäßig</translation>
    </message>
    <message>
        <location filename="../src/models/reference/companyrows.cpp" line="82"/>
        <source>before the open</source>
        <translation>vor der Eröffnung</translation>
    </message>
    <message>
        <location filename="../src/models/reference/companyrows.cpp" line="84"/>
        <source>after the close</source>
        <translation>nach dem Schluss</translation>
    </message>
    <message>
        <location filename="../src/models/reference/companyrows.cpp" line="92"/>
        <source>positive</source>
        <translation>positiv</translation>
    </message>
    <message>
        <location filename="../src/models/reference/companyrows.cpp" line="94"/>
        <source>negative</source>
        <translation>negativ</translation>
    </message>
    <message>
        <location filename="../src/models/reference/companyrows.cpp" line="95"/>
        <source>neutral</source>
        <translation>neutral</translation>
    </message>
    <message>
        <location filename="../src/models/reference/companyrows.cpp" line="132"/>
        <source>%1 %2 ET</source>
        <extracomment>%1 a date, %2 the time of day in New York</extracomment>
        <translation>%1 %2 ET</translation>
    </message>
    <message>
        <location filename="../src/models/reference/companyrows.cpp" line="144"/>
        <source>%1 trillion</source>
        <translation>%1 Bio.</translation>
    </message>
    <message>
        <location filename="../src/models/reference/companyrows.cpp" line="146"/>
        <source>%1 billion</source>
        <translation>%1 Mrd.</translation>
    </message>
    <message>
        <location filename="../src/models/reference/companyrows.cpp" line="148"/>
        <source>%1 million</source>
        <translation>%1 Mio.</translation>
    </message>
    <message>
        <location filename="../src/models/reference/companyrows.cpp" line="156"/>
        <source>%1 for %2</source>
        <extracomment>A split of shares: %1 new ones for %2 old ones</extracomment>
        <translation>%1 für %2</translation>
    </message>
    <message>
        <location filename="../src/models/reference/companyrows.cpp" line="172"/>
        <location filename="../src/models/reference/companyrows.cpp" line="256"/>
        <source>%1 %2</source>
        <extracomment>A quarter and its year, &quot;Q2 2026&quot;</extracomment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <location filename="../src/models/reference/companyrows.cpp" line="176"/>
        <source>%1: %2 a share, %3 expected</source>
        <extracomment>Earnings per share of a quarter: %1 is &quot;Q2 2026&quot;</extracomment>
        <translation>%1: %2 je Aktie, %3 erwartet</translation>
    </message>
    <message>
        <location filename="../src/models/reference/companyrows.cpp" line="179"/>
        <source>%1: %2 a share</source>
        <translation>%1: %2 je Aktie</translation>
    </message>
    <message>
        <location filename="../src/models/reference/companyrows.cpp" line="181"/>
        <source>%1: %2 a share expected</source>
        <translation>%1: %2 je Aktie erwartet</translation>
    </message>
    <message>
        <location filename="../src/models/reference/companyrows.cpp" line="187"/>
        <source>First day</source>
        <translation>Erster Tag</translation>
    </message>
    <message>
        <location filename="../src/models/reference/companyrows.cpp" line="187"/>
        <location filename="../src/models/reference/companyrows.cpp" line="334"/>
        <source>Split</source>
        <translation>Split</translation>
    </message>
    <message>
        <location filename="../src/models/reference/companyrows.cpp" line="202"/>
        <source>Ex-date</source>
        <translation>Ex-Tag</translation>
    </message>
    <message>
        <location filename="../src/models/reference/companyrows.cpp" line="202"/>
        <source>Amount</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <location filename="../src/models/reference/companyrows.cpp" line="202"/>
        <source>Paid on</source>
        <translation>Gezahlt am</translation>
    </message>
    <message>
        <location filename="../src/models/reference/companyrows.cpp" line="203"/>
        <source>Declared</source>
        <translation>Angekündigt</translation>
    </message>
    <message>
        <location filename="../src/models/reference/companyrows.cpp" line="203"/>
        <source>How often</source>
        <translation>Wie oft</translation>
    </message>
    <message>
        <location filename="../src/models/reference/companyrows.cpp" line="222"/>
        <source>Settled</source>
        <translation>Stichtag</translation>
    </message>
    <message>
        <location filename="../src/models/reference/companyrows.cpp" line="222"/>
        <source>Shares short</source>
        <translation>Leer verkauft</translation>
    </message>
    <message>
        <location filename="../src/models/reference/companyrows.cpp" line="223"/>
        <source>Days to cover</source>
        <translation>Tage zum Eindecken</translation>
    </message>
    <message>
        <location filename="../src/models/reference/companyrows.cpp" line="223"/>
        <source>Average volume</source>
        <translation>Mittleres Volumen</translation>
    </message>
    <message>
        <location filename="../src/models/reference/companyrows.cpp" line="238"/>
        <location filename="../src/models/reference/companyrows.cpp" line="296"/>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <location filename="../src/models/reference/companyrows.cpp" line="238"/>
        <source>Quarter</source>
        <translation>Quartal</translation>
    </message>
    <message>
        <location filename="../src/models/reference/companyrows.cpp" line="238"/>
        <source>Per share</source>
        <translation>Je Aktie</translation>
    </message>
    <message>
        <location filename="../src/models/reference/companyrows.cpp" line="239"/>
        <source>Expected</source>
        <translation>Erwartet</translation>
    </message>
    <message>
        <location filename="../src/models/reference/companyrows.cpp" line="239"/>
        <source>Revenue</source>
        <translation>Umsatz</translation>
    </message>
    <message>
        <location filename="../src/models/reference/companyrows.cpp" line="267"/>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <location filename="../src/models/reference/companyrows.cpp" line="267"/>
        <location filename="../src/models/reference/companyrows.cpp" line="296"/>
        <source>Symbol</source>
        <translation>Symbol</translation>
    </message>
    <message>
        <location filename="../src/models/reference/companyrows.cpp" line="267"/>
        <source>Tone</source>
        <translation>Ton</translation>
    </message>
    <message>
        <location filename="../src/models/reference/companyrows.cpp" line="268"/>
        <source>Headline</source>
        <translation>Schlagzeile</translation>
    </message>
    <message>
        <location filename="../src/models/reference/companyrows.cpp" line="268"/>
        <source>Publisher</source>
        <translation>Herausgeber</translation>
    </message>
    <message>
        <location filename="../src/models/reference/companyrows.cpp" line="296"/>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <location filename="../src/models/reference/companyrows.cpp" line="297"/>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <location filename="../src/models/reference/companyrows.cpp" line="309"/>
        <source>Market closed</source>
        <translation>Börse geschlossen</translation>
    </message>
    <message>
        <location filename="../src/models/reference/companyrows.cpp" line="311"/>
        <source>Early close</source>
        <translation>Früher Schluss</translation>
    </message>
    <message>
        <location filename="../src/models/reference/companyrows.cpp" line="312"/>
        <source>The regular session ends early.</source>
        <translation>Die reguläre Sitzung endet früher.</translation>
    </message>
    <message>
        <location filename="../src/models/reference/companyrows.cpp" line="317"/>
        <source>Earnings</source>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <location filename="../src/models/reference/companyrows.cpp" line="318"/>
        <source>Earnings (projected)</source>
        <translation>Ergebnisse (geschätzt)</translation>
    </message>
    <message>
        <location filename="../src/models/reference/companyrows.cpp" line="322"/>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <location filename="../src/models/reference/companyrows.cpp" line="328"/>
        <source>Ex-dividend</source>
        <translation>Ex-Dividende</translation>
    </message>
    <message>
        <location filename="../src/models/reference/companyrows.cpp" line="329"/>
        <source>%1 a share, paid on %2</source>
        <translation>%1 je Aktie, gezahlt am %2</translation>
    </message>
</context>
<context>
    <name>tapeline::ComparisonBar</name>
    <message>
        <location filename="../ui/chart/comparisonbar.cpp" line="31"/>
        <source>could not be loaded</source>
        <translation>konnte nicht geladen werden</translation>
    </message>
    <message>
        <location filename="../ui/chart/comparisonbar.cpp" line="34"/>
        <source>loading…</source>
        <translation>lädt …</translation>
    </message>
    <message>
        <location filename="../ui/chart/comparisonbar.cpp" line="36"/>
        <source>no bars in this timeframe</source>
        <translation>keine Kerzen in dieser Zeiteinheit</translation>
    </message>
    <message>
        <location filename="../ui/chart/comparisonbar.cpp" line="137"/>
        <source>Show or hide its line</source>
        <translation>Linie ein- oder ausblenden</translation>
    </message>
    <message>
        <location filename="../ui/chart/comparisonbar.cpp" line="141"/>
        <source>Compare no longer</source>
        <translation>Nicht mehr vergleichen</translation>
    </message>
    <message>
        <location filename="../ui/chart/comparisonbar.cpp" line="142"/>
        <source>Compare to %1 no longer</source>
        <translation>Nicht mehr mit %1 vergleichen</translation>
    </message>
    <message>
        <location filename="../ui/chart/comparisonbar.cpp" line="189"/>
        <source>Compared to %1</source>
        <translation>Verglichen mit %1</translation>
    </message>
    <message>
        <location filename="../ui/chart/comparisonbar.cpp" line="238"/>
        <source>Compare to</source>
        <translation>Vergleichen mit</translation>
    </message>
    <message>
        <location filename="../ui/chart/comparisonbar.cpp" line="239"/>
        <source>Symbol to compare to</source>
        <translation>Symbol zum Vergleichen</translation>
    </message>
</context>
<context>
    <name>tapeline::ComparisonSection</name>
    <message>
        <location filename="../ui/journal/comparisonsection.cpp" line="98"/>
        <source>Comparison</source>
        <translation>Vergleich</translation>
    </message>
    <message>
        <location filename="../ui/journal/comparisonsection.cpp" line="203"/>
        <source>There is only one group here: there is nothing to compare.</source>
        <translation>Hier gibt es nur eine Gruppe: nichts zu vergleichen.</translation>
    </message>
    <message>
        <location filename="../ui/journal/comparisonsection.cpp" line="204"/>
        <source>Choose two different groups.</source>
        <translation>Wählen Sie zwei verschiedene Gruppen.</translation>
    </message>
    <message>
        <location filename="../ui/journal/comparisonsection.cpp" line="244"/>
        <source>Before %1</source>
        <translation>Vor %1</translation>
    </message>
    <message>
        <location filename="../ui/journal/comparisonsection.cpp" line="244"/>
        <source>Since %1</source>
        <translation>Seit %1</translation>
    </message>
    <message>
        <location filename="../ui/journal/comparisonsection.cpp" line="254"/>
        <source>Figure</source>
        <translation>Kennzahl</translation>
    </message>
    <message>
        <location filename="../ui/journal/comparisonsection.cpp" line="254"/>
        <source>Difference</source>
        <translation>Unterschied</translation>
    </message>
    <message>
        <location filename="../ui/journal/comparisonsection.cpp" line="256"/>
        <source>In brackets: where the figure lies with 95 % confidence, by drawing the trades anew %1 times, with the same draws every time.</source>
        <translation>In Klammern: wo die Kennzahl mit 95 % Sicherheit liegt, nach %1 neuen Ziehungen der Geschäfte, immer denselben.</translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/journal/comparisonsection.cpp" line="261"/>
        <source>%Ln trade(s) of both are counted in neither.</source>
        <translation>
            <numerusform>%Ln Geschäft aus beiden zählt in keiner.</numerusform>
            <numerusform>%Ln Geschäfte aus beiden zählen in keiner.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../ui/journal/comparisonsection.cpp" line="288"/>
        <source>Two periods, split at</source>
        <translation>Zwei Zeiträume, getrennt am</translation>
    </message>
    <message>
        <location filename="../ui/journal/comparisonsection.cpp" line="291"/>
        <source>What is compared</source>
        <translation>Was verglichen wird</translation>
    </message>
    <message>
        <location filename="../ui/journal/comparisonsection.cpp" line="292"/>
        <source>First day of the second period</source>
        <translation>Erster Tag des zweiten Zeitraums</translation>
    </message>
    <message>
        <location filename="../ui/journal/comparisonsection.cpp" line="293"/>
        <source>First group</source>
        <translation>Erste Gruppe</translation>
    </message>
    <message>
        <location filename="../ui/journal/comparisonsection.cpp" line="294"/>
        <source>Second group</source>
        <translation>Zweite Gruppe</translation>
    </message>
    <message>
        <location filename="../ui/journal/comparisonsection.cpp" line="295"/>
        <source>Net by the number of trades</source>
        <translation>Netto nach der Zahl der Geschäfte</translation>
    </message>
    <message>
        <location filename="../ui/journal/comparisonsection.cpp" line="296"/>
        <source>Both curves</source>
        <translation>Beide Kurven</translation>
    </message>
    <message>
        <location filename="../ui/journal/comparisonsection.cpp" line="297"/>
        <source>Figures of both, with their intervals</source>
        <translation>Kennzahlen beider, mit ihren Intervallen</translation>
    </message>
</context>
<context>
    <name>tapeline::ConnectionDesk</name>
    <message>
        <location filename="../src/app/connectiondesk.cpp" line="77"/>
        <source>%1 in the environment is ignored: it names no plan that is sold. Plans are written like “advanced” or “stocks=starter,options=basic”.</source>
        <extracomment>%1 are names of environment variables</extracomment>
        <translation>%1 in der Umgebung gilt nicht: Dort steht kein Tarif, den es gibt. Tarife werden so geschrieben: „advanced“ oder „stocks=starter,options=basic“.</translation>
    </message>
    <message>
        <location filename="../src/app/connectiondesk.cpp" line="140"/>
        <source>The service refused the key in %1. Set the variable to another key, or unset it, and start the program again.</source>
        <extracomment>%1 is the name of an environment variable</extracomment>
        <translation>Der Dienst hat den Schlüssel in %1 abgewiesen. Setzen Sie die Variable auf einen anderen Schlüssel oder löschen Sie sie, und starten Sie das Programm neu.</translation>
    </message>
    <message>
        <location filename="../src/app/connectiondesk.cpp" line="143"/>
        <source>The service refused the key. Enter another one in Settings, Connection.</source>
        <translation>Der Dienst hat den Schlüssel abgewiesen. Geben Sie in den Einstellungen unter Verbindung einen anderen ein.</translation>
    </message>
    <message>
        <location filename="../src/app/connectiondesk.cpp" line="179"/>
        <source>The diagnostics are in the clipboard. They hold no key.</source>
        <translation>Die Diagnose liegt in der Zwischenablage. Sie enthält keinen Schlüssel.</translation>
    </message>
</context>
<context>
    <name>tapeline::ConnectionLogModel</name>
    <message>
        <location filename="../src/models/connectionlogmodel.cpp" line="27"/>
        <location filename="../src/models/connectionlogmodel.cpp" line="30"/>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <location filename="../src/models/connectionlogmodel.cpp" line="32"/>
        <source>%1 min %2 s</source>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <location filename="../src/models/connectionlogmodel.cpp" line="33"/>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <location filename="../src/models/connectionlogmodel.cpp" line="51"/>
        <source>The live service was chosen.</source>
        <translation>Der Live-Dienst wurde gewählt.</translation>
    </message>
    <message>
        <location filename="../src/models/connectionlogmodel.cpp" line="53"/>
        <source>The simulated market was chosen.</source>
        <translation>Der simulierte Markt wurde gewählt.</translation>
    </message>
    <message>
        <location filename="../src/models/connectionlogmodel.cpp" line="55"/>
        <source>A recording was opened.</source>
        <translation>Eine Aufzeichnung wurde geöffnet.</translation>
    </message>
    <message>
        <location filename="../src/models/connectionlogmodel.cpp" line="64"/>
        <source>Another program took the stream.</source>
        <translation>Ein anderes Programm hat den Datenstrom übernommen.</translation>
    </message>
    <message>
        <location filename="../src/models/connectionlogmodel.cpp" line="65"/>
        <source>The stream was lost.</source>
        <translation>Der Datenstrom ging verloren.</translation>
    </message>
    <message>
        <location filename="../src/models/connectionlogmodel.cpp" line="67"/>
        <source>Another program took the stream. Next try in %1.</source>
        <extracomment>%1 is a length of time such as &quot;12 s&quot;</extracomment>
        <translation>Ein anderes Programm hat den Datenstrom übernommen. Nächster Versuch in %1.</translation>
    </message>
    <message>
        <location filename="../src/models/connectionlogmodel.cpp" line="68"/>
        <source>The stream was lost. Next try in %1.</source>
        <translation>Der Datenstrom ging verloren. Nächster Versuch in %1.</translation>
    </message>
    <message>
        <location filename="../src/models/connectionlogmodel.cpp" line="75"/>
        <source>Nothing was missed in a gap of %1.</source>
        <translation>In einer Lücke von %1 fehlte nichts.</translation>
    </message>
    <message numerus="yes">
        <location filename="../src/models/connectionlogmodel.cpp" line="78"/>
        <source>A gap of %1 was filled: %n line(s) fetched.</source>
        <extracomment>%n trades or bars, %1 is a length of time</extracomment>
        <translation>
            <numerusform>Eine Lücke von %1 wurde geschlossen: %n Zeile geholt.</numerusform>
            <numerusform>Eine Lücke von %1 wurde geschlossen: %n Zeilen geholt.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../src/models/connectionlogmodel.cpp" line="86"/>
        <source>What was missed could not be fetched. It is marked.</source>
        <translation>Was fehlt, ließ sich nicht holen. Es ist markiert.</translation>
    </message>
    <message>
        <location filename="../src/models/connectionlogmodel.cpp" line="87"/>
        <source>A gap of %1 could not be filled. It is marked.</source>
        <translation>Eine Lücke von %1 ließ sich nicht schließen. Sie ist markiert.</translation>
    </message>
    <message>
        <location filename="../src/models/connectionlogmodel.cpp" line="93"/>
        <source>This computer&apos;s clock and the service&apos;s differ by %1.</source>
        <translation>Die Uhr dieses Rechners und die des Dienstes weichen um %1 voneinander ab.</translation>
    </message>
    <message>
        <location filename="../src/models/connectionlogmodel.cpp" line="104"/>
        <source>The stream is connected.</source>
        <translation>Der Datenstrom ist verbunden.</translation>
    </message>
    <message>
        <location filename="../src/models/connectionlogmodel.cpp" line="106"/>
        <source>The stream fell silent: prices are stale.</source>
        <translation>Der Datenstrom ist verstummt: Kurse sind veraltet.</translation>
    </message>
    <message>
        <location filename="../src/models/connectionlogmodel.cpp" line="108"/>
        <source>The stream is back after %1 of silence.</source>
        <translation>Der Datenstrom ist nach %1 Stille zurück.</translation>
    </message>
    <message>
        <location filename="../src/models/connectionlogmodel.cpp" line="114"/>
        <source>The service refused the key.</source>
        <translation>Der Dienst hat den Schlüssel abgewiesen.</translation>
    </message>
    <message>
        <location filename="../src/models/connectionlogmodel.cpp" line="116"/>
        <source>The service refused the stream. It is not tried again until key or plan change.</source>
        <translation>Der Dienst lehnt den Datenstrom ab. Ein neuer Versuch folgt erst mit anderem Schlüssel oder Tarif.</translation>
    </message>
    <message numerus="yes">
        <location filename="../src/models/connectionlogmodel.cpp" line="123"/>
        <source>%n bar(s) differed from the service&apos;s and were put right.</source>
        <translation>
            <numerusform>%n Kerze wich von der des Dienstes ab und wurde berichtigt.</numerusform>
            <numerusform>%n Kerzen wichen von denen des Dienstes ab und wurden berichtigt.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../src/models/connectionlogmodel.cpp" line="128"/>
        <source>A request was given up.</source>
        <translation>Eine Anfrage wurde aufgegeben.</translation>
    </message>
    <message numerus="yes">
        <location filename="../src/models/connectionlogmodel.cpp" line="130"/>
        <source>%n message(s) could not be read.</source>
        <translation>
            <numerusform>%n Nachricht war nicht lesbar.</numerusform>
            <numerusform>%n Nachrichten waren nicht lesbar.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../src/models/connectionlogmodel.cpp" line="133"/>
        <source>%n trade(s) came twice and were counted once.</source>
        <translation>
            <numerusform>%n Umsatz kam doppelt und zählt einmal.</numerusform>
            <numerusform>%n Umsätze kamen doppelt und zählen einmal.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../src/models/connectionlogmodel.cpp" line="136"/>
        <source>Data had to wait %1: it came faster than it could be read.</source>
        <translation>Daten mussten %1 warten: Sie kamen schneller, als sie zu lesen waren.</translation>
    </message>
    <message>
        <location filename="../src/models/connectionlogmodel.cpp" line="141"/>
        <source>The service and Yahoo Finance disagree about the price.</source>
        <translation>Der Dienst und Yahoo Finance sind sich über den Kurs nicht einig.</translation>
    </message>
    <message>
        <location filename="../src/models/connectionlogmodel.cpp" line="158"/>
        <source>%1: %2</source>
        <extracomment>%1 is a symbol or the address of a request, %2 what happened to it, a sentence</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <location filename="../src/models/connectionlogmodel.cpp" line="249"/>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <location filename="../src/models/connectionlogmodel.cpp" line="251"/>
        <source>What happened</source>
        <translation>Was geschah</translation>
    </message>
    <message>
        <location filename="../src/models/connectionlogmodel.cpp" line="253"/>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <location filename="../src/models/connectionlogmodel.cpp" line="281"/>
        <source>%1 here, %2 Eastern</source>
        <extracomment>%1 is date and time on this computer&apos;s clock, %2 the time of day in New York</extracomment>
        <translation>%1 hier, %2 New York</translation>
    </message>
</context>
<context>
    <name>tapeline::ConnectionPage</name>
    <message>
        <location filename="../ui/dialogs/connectionpage.cpp" line="92"/>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <location filename="../ui/dialogs/connectionpage.cpp" line="133"/>
        <source>Enter a key first. You find it in your account at massive.com.</source>
        <translation>Zuerst einen Schlüssel eingeben. Er steht im Konto bei massive.com.</translation>
    </message>
    <message>
        <location filename="../ui/dialogs/connectionpage.cpp" line="136"/>
        <source>This is no key: a key has no spaces and only plain letters, digits and signs. Nothing was sent.</source>
        <translation>Das ist kein Schlüssel: Ein Schlüssel hat keine Leerzeichen und nur einfache Buchstaben, Ziffern und Zeichen. Nichts wurde gesendet.</translation>
    </message>
    <message>
        <location filename="../ui/dialogs/connectionpage.cpp" line="166"/>
        <location filename="../ui/dialogs/connectionpageview.cpp" line="217"/>
        <source>Asking the service…</source>
        <translation>Der Dienst wird gefragt …</translation>
    </message>
    <message>
        <location filename="../ui/dialogs/connectionpage.cpp" line="188"/>
        <source>Stopped. Nothing was changed.</source>
        <translation>Angehalten. Nichts wurde geändert.</translation>
    </message>
    <message>
        <location filename="../ui/dialogs/connectionpage.cpp" line="203"/>
        <source>Waiting for the plan&apos;s limit: at most a minute…</source>
        <translation>Es wird auf die Grenze des Tarifs gewartet: höchstens eine Minute …</translation>
    </message>
    <message>
        <location filename="../ui/dialogs/connectionpage.cpp" line="223"/>
        <source>The service answers. Press “Use this key” to keep it.</source>
        <translation>Der Dienst antwortet. „Schlüssel verwenden“ behält ihn.</translation>
    </message>
    <message>
        <location filename="../ui/dialogs/connectionpage.cpp" line="226"/>
        <source>Nothing can be had with this key.</source>
        <translation>Mit diesem Schlüssel ist nichts zu bekommen.</translation>
    </message>
    <message>
        <location filename="../ui/dialogs/connectionpage.cpp" line="252"/>
        <source>The key is in use.</source>
        <translation>Der Schlüssel wird verwendet.</translation>
    </message>
    <message>
        <location filename="../ui/dialogs/connectionpage.cpp" line="269"/>
        <source>The key was removed.</source>
        <translation>Der Schlüssel wurde entfernt.</translation>
    </message>
    <message>
        <location filename="../ui/dialogs/connectionpage.cpp" line="273"/>
        <source>The key was removed. The desk shows the simulated market.</source>
        <translation>Der Schlüssel wurde entfernt. Zu sehen ist der simulierte Markt.</translation>
    </message>
    <message>
        <location filename="../ui/dialogs/connectionpage.cpp" line="281"/>
        <source>The key could not be kept. It is not in use; try again.</source>
        <translation>Der Schlüssel ließ sich nicht aufbewahren. Er wird nicht verwendet; bitte erneut versuchen.</translation>
    </message>
    <message>
        <location filename="../ui/dialogs/connectionpage.cpp" line="283"/>
        <source>The key could not be removed. It is still kept; try again.</source>
        <translation>Der Schlüssel ließ sich nicht entfernen. Er ist noch da; bitte erneut versuchen.</translation>
    </message>
    <message>
        <location filename="../ui/dialogs/connectionpage.cpp" line="292"/>
        <source>The desk shows the simulated market until it is closed. It starts on the service for as long as %1 is set.</source>
        <extracomment>%1 is the name of an environment variable</extracomment>
        <translation>Zu sehen ist der simulierte Markt, bis das Programm beendet wird. Solange %1 gesetzt ist, beginnt es mit dem Dienst.</translation>
    </message>
    <message>
        <location filename="../ui/dialogs/connectionpage.cpp" line="296"/>
        <source>The desk shows the simulated market.</source>
        <translation>Zu sehen ist der simulierte Markt.</translation>
    </message>
    <message>
        <location filename="../ui/dialogs/connectionpageview.cpp" line="142"/>
        <source>%1: %2</source>
        <extracomment>%1 are asset classes, %2 why they cannot be had, as the service says it</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <location filename="../ui/dialogs/connectionpageview.cpp" line="142"/>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <location filename="../ui/dialogs/connectionpageview.cpp" line="152"/>
        <source>%1 in the environment overrides the key kept here, and whether the desk starts on the simulated market.</source>
        <extracomment>%1 is the name of an environment variable</extracomment>
        <translation>%1 in der Umgebung geht dem hier aufbewahrten Schlüssel vor, und auch der Wahl, mit dem simulierten Markt zu beginnen.</translation>
    </message>
    <message>
        <location filename="../ui/dialogs/connectionpageview.cpp" line="156"/>
        <source>Your key is kept in the system&apos;s keychain.</source>
        <translation>Der Schlüssel liegt im Schlüsselbund des Systems.</translation>
    </message>
    <message>
        <location filename="../ui/dialogs/connectionpageview.cpp" line="158"/>
        <source>Your key is kept in a private file that only you can read, because no keychain answered.</source>
        <translation>Der Schlüssel liegt in einer privaten Datei, die nur Sie lesen können, weil kein Schlüsselbund antwortet.</translation>
    </message>
    <message>
        <location filename="../ui/dialogs/connectionpageview.cpp" line="163"/>
        <source>The key will be kept in the system&apos;s keychain; where none answers, in a private file that only you can read.</source>
        <translation>Der Schlüssel kommt in den Schlüsselbund des Systems; antwortet keiner, in eine private Datei, die nur Sie lesen können.</translation>
    </message>
    <message>
        <location filename="../ui/dialogs/connectionpageview.cpp" line="188"/>
        <source>Paste your key here</source>
        <translation>Schlüssel hier einfügen</translation>
    </message>
    <message>
        <location filename="../ui/dialogs/connectionpageview.cpp" line="191"/>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <location filename="../ui/dialogs/connectionpageview.cpp" line="195"/>
        <source>%1 in the environment overrides the plans chosen here.</source>
        <extracomment>%1 is the name of an environment variable</extracomment>
        <translation>%1 in der Umgebung geht den hier gewählten Tarifen vor.</translation>
    </message>
    <message>
        <location filename="../ui/dialogs/connectionpageview.cpp" line="206"/>
        <source>With a key of massive.com the desk shows real prices, as recent as your plan allows. Without one it shows its simulated market.</source>
        <translation>Mit einem Schlüssel von massive.com zeigt Tapeline echte Kurse, so aktuell wie der Tarif es erlaubt. Ohne zeigt es seinen simulierten Markt.</translation>
    </message>
    <message>
        <location filename="../ui/dialogs/connectionpageview.cpp" line="208"/>
        <source>&amp;Key</source>
        <translation>&amp;Schlüssel</translation>
    </message>
    <message>
        <location filename="../ui/dialogs/connectionpageview.cpp" line="209"/>
        <source>What you have bought</source>
        <translation>Gebuchte Tarife</translation>
    </message>
    <message>
        <location filename="../ui/dialogs/connectionpageview.cpp" line="210"/>
        <source>&amp;Test connection</source>
        <translation>Verbindung &amp;testen</translation>
    </message>
    <message>
        <location filename="../ui/dialogs/connectionpageview.cpp" line="211"/>
        <source>&amp;Forget key</source>
        <translation>Schlüssel &amp;vergessen</translation>
    </message>
    <message>
        <location filename="../ui/dialogs/connectionpageview.cpp" line="212"/>
        <source>&amp;Detect my plan</source>
        <translation>Tarif &amp;erkennen</translation>
    </message>
    <message>
        <location filename="../ui/dialogs/connectionpageview.cpp" line="213"/>
        <source>Asks the service what the key opens and fills the plans in.</source>
        <translation>Fragt den Dienst, was der Schlüssel öffnet, und trägt die Tarife ein.</translation>
    </message>
    <message>
        <location filename="../ui/dialogs/connectionpageview.cpp" line="214"/>
        <source>&amp;Cancel</source>
        <translation>&amp;Abbrechen</translation>
    </message>
    <message>
        <location filename="../ui/dialogs/connectionpageview.cpp" line="215"/>
        <source>Use the &amp;simulated market</source>
        <translation>Simulierten &amp;Markt verwenden</translation>
    </message>
    <message>
        <location filename="../ui/dialogs/connectionpageview.cpp" line="216"/>
        <source>&amp;Use this key</source>
        <translation>Schlüssel ver&amp;wenden</translation>
    </message>
</context>
<context>
    <name>tapeline::ConnectionPanel</name>
    <message>
        <location filename="../ui/connection/connectionpanel.cpp" line="146"/>
        <source>Overview</source>
        <translation>Überblick</translation>
    </message>
    <message>
        <location filename="../ui/connection/connectionpanel.cpp" line="149"/>
        <source>Requests (%1)</source>
        <extracomment>Requests to the service, %1 of them wait</extracomment>
        <translation>Anfragen (%1)</translation>
    </message>
    <message>
        <location filename="../ui/connection/connectionpanel.cpp" line="149"/>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <location filename="../ui/connection/connectionpanel.cpp" line="237"/>
        <location filename="../src/app/desk.cpp" line="252"/>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <location filename="../ui/connection/connectionpanel.cpp" line="238"/>
        <source>Copy diagnostics</source>
        <translation>Diagnose kopieren</translation>
    </message>
    <message>
        <location filename="../ui/connection/connectionpanel.cpp" line="239"/>
        <source>Copies what a helper needs to know. It never holds your key.</source>
        <translation>Kopiert, was zur Hilfe nötig ist. Der Schlüssel ist nie dabei.</translation>
    </message>
    <message>
        <location filename="../ui/connection/connectionpanel.cpp" line="240"/>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <location filename="../ui/connection/connectionpanel.cpp" line="241"/>
        <location filename="../ui/connection/connectionpanel.cpp" line="242"/>
        <source>Connection settings</source>
        <translation>Einstellungen der Verbindung</translation>
    </message>
    <message>
        <location filename="../ui/connection/connectionpanel.cpp" line="243"/>
        <source>History of the connection</source>
        <translation>Verlauf der Verbindung</translation>
    </message>
</context>
<context>
    <name>tapeline::ConnectionSummary</name>
    <message>
        <location filename="../ui/connection/connectionsummary.cpp" line="29"/>
        <source>Live service</source>
        <translation>Live-Dienst</translation>
    </message>
    <message>
        <location filename="../ui/connection/connectionsummary.cpp" line="31"/>
        <source>Simulated market</source>
        <translation>Simulierter Markt</translation>
    </message>
    <message>
        <location filename="../ui/connection/connectionsummary.cpp" line="33"/>
        <source>Recording</source>
        <translation>Aufzeichnung</translation>
    </message>
    <message>
        <location filename="../ui/connection/connectionsummary.cpp" line="42"/>
        <source>real time</source>
        <translation>Echtzeit</translation>
    </message>
    <message>
        <location filename="../ui/connection/connectionsummary.cpp" line="44"/>
        <source>%1 minutes late</source>
        <translation>%1 Minuten verzögert</translation>
    </message>
    <message>
        <location filename="../ui/connection/connectionsummary.cpp" line="46"/>
        <source>completed sessions</source>
        <translation>abgeschlossene Handelstage</translation>
    </message>
    <message>
        <location filename="../ui/connection/connectionsummary.cpp" line="142"/>
        <source>%1: %2</source>
        <extracomment>%1 is the name of a value, %2 the value</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <location filename="../ui/connection/connectionsummary.cpp" line="161"/>
        <source>%1. %2</source>
        <extracomment>%1 is what the stream does, %2 a sentence that says why</extracomment>
        <translation>%1. %2</translation>
    </message>
    <message>
        <location filename="../ui/connection/connectionsummary.cpp" line="170"/>
        <source>%1, %2</source>
        <extracomment>%1 is where prices come from, %2 how recent they are</extracomment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <location filename="../ui/connection/connectionsummary.cpp" line="178"/>
        <location filename="../ui/connection/connectionsummary.cpp" line="199"/>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <location filename="../ui/connection/connectionsummary.cpp" line="180"/>
        <source>How long prices take from the market to this computer.</source>
        <translation>Wie lange Kurse vom Markt bis zu diesem Rechner brauchen.</translation>
    </message>
    <message>
        <location filename="../ui/connection/connectionsummary.cpp" line="181"/>
        <source>%1 a second</source>
        <translation>%1 je Sekunde</translation>
    </message>
    <message>
        <location filename="../ui/connection/connectionsummary.cpp" line="184"/>
        <source>%1 of %2 this minute</source>
        <translation>%1 von %2 in dieser Minute</translation>
    </message>
    <message>
        <location filename="../ui/connection/connectionsummary.cpp" line="185"/>
        <source>%1 this minute</source>
        <translation>%1 in dieser Minute</translation>
    </message>
    <message>
        <location filename="../ui/connection/connectionsummary.cpp" line="188"/>
        <source>%1, %2 waiting</source>
        <extracomment>%1 is such as &quot;3 of 5 this minute&quot;, %2 how many requests wait</extracomment>
        <translation>%1, %2 warten</translation>
    </message>
    <message>
        <location filename="../ui/connection/connectionsummary.cpp" line="191"/>
        <source>%1 unreadable, %2 repeated</source>
        <extracomment>%1 messages that could not be read, %2 trades that came twice</extracomment>
        <translation>%1 unlesbar, %2 doppelt</translation>
    </message>
    <message>
        <location filename="../ui/connection/connectionsummary.cpp" line="193"/>
        <source>Messages that could not be read, and trades that came twice and were counted once.</source>
        <translation>Nachrichten, die nicht lesbar waren, und Umsätze, die doppelt kamen und einmal zählen.</translation>
    </message>
    <message>
        <location filename="../ui/connection/connectionsummary.cpp" line="220"/>
        <source>%1 opens %2.</source>
        <extracomment>%1 is a plan, %2 what it opens, %3 what other plans add: &quot;Developer adds trades&quot;</extracomment>
        <translation>%1 öffnet %2.</translation>
    </message>
    <message>
        <location filename="../ui/connection/connectionsummary.cpp" line="221"/>
        <source>%1 opens %2. %3.</source>
        <translation>%1 öffnet %2. %3.</translation>
    </message>
    <message>
        <location filename="../ui/connection/connectionsummary.cpp" line="226"/>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <location filename="../ui/connection/connectionsummary.cpp" line="226"/>
        <source>Stream</source>
        <translation>Datenstrom</translation>
    </message>
    <message>
        <location filename="../ui/connection/connectionsummary.cpp" line="226"/>
        <source>Latency</source>
        <translation>Verzögerung</translation>
    </message>
    <message>
        <location filename="../ui/connection/connectionsummary.cpp" line="226"/>
        <source>Messages</source>
        <translation>Nachrichten</translation>
    </message>
    <message>
        <location filename="../ui/connection/connectionsummary.cpp" line="227"/>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <location filename="../ui/connection/connectionsummary.cpp" line="227"/>
        <source>Losses</source>
        <translation>Verluste</translation>
    </message>
    <message>
        <location filename="../ui/connection/connectionsummary.cpp" line="227"/>
        <source>Market</source>
        <translation>Markt</translation>
    </message>
    <message>
        <location filename="../ui/connection/connectionsummary.cpp" line="227"/>
        <source>Plan</source>
        <translation>Tarif</translation>
    </message>
</context>
<context>
    <name>tapeline::CrosshairLink</name>
    <message>
        <location filename="../ui/chart/crosshairlink.cpp" line="88"/>
        <source>Linked crosshair</source>
        <translation>Verknüpftes Fadenkreuz</translation>
    </message>
    <message>
        <location filename="../ui/chart/crosshairlink.cpp" line="89"/>
        <source>Charts of the same link colour show the time under the crosshair</source>
        <translation>Charts der gleichen Verknüpfung zeigen die Zeit unter dem Fadenkreuz</translation>
    </message>
    <message>
        <location filename="../ui/chart/crosshairlink.cpp" line="96"/>
        <source>Chart: linked crosshair on or off</source>
        <translation>Chart: verknüpftes Fadenkreuz ein oder aus</translation>
    </message>
</context>
<context>
    <name>tapeline::CurvePlot</name>
    <message>
        <location filename="../ui/journal/curveplot.cpp" line="206"/>
        <source>%1 %2 ET</source>
        <extracomment>A date and a time of day in New York</extracomment>
        <translation>%1 %2 ET</translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/journal/curveplot.cpp" line="209"/>
        <source>After %Ln trade(s)</source>
        <translation>
            <numerusform>Nach %Ln Geschäft</numerusform>
            <numerusform>Nach %Ln Geschäften</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../ui/journal/curveplot.cpp" line="214"/>
        <source>%1: %2</source>
        <extracomment>The name of a curve and its value</extracomment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>tapeline::DashboardPage</name>
    <message>
        <location filename="../ui/journal/dashboardpage.cpp" line="117"/>
        <source>Reckoning…</source>
        <translation>Wird berechnet …</translation>
    </message>
    <message>
        <location filename="../ui/journal/dashboardpage.cpp" line="119"/>
        <source>The journal is being read. Trades appear here as they are formed.</source>
        <translation>Das Journal wird gelesen. Geschäfte erscheinen hier, sobald sie gebildet sind.</translation>
    </message>
    <message>
        <location filename="../ui/journal/dashboardpage.cpp" line="121"/>
        <source>No closed trade passes the filter.</source>
        <translation>Kein geschlossenes Geschäft passiert den Filter.</translation>
    </message>
    <message>
        <location filename="../ui/journal/dashboardpage.cpp" line="123"/>
        <source>No trade is closed yet. Figures appear with the first one.</source>
        <translation>Noch ist kein Geschäft geschlossen. Mit dem ersten erscheinen die Kennzahlen.</translation>
    </message>
    <message>
        <location filename="../ui/journal/dashboardpage.cpp" line="126"/>
        <source>There are no trades yet.

Open and close a position, by the ticket, the chart or the ladder, and it is written down here by itself; or import the fills of your broker.</source>
        <translation>Noch gibt es keine Geschäfte.

Eröffnen und schließen Sie eine Position im Ticket, im Chart oder in der Kursleiter: Sie wird hier von selbst aufgeschrieben. Oder importieren Sie die Ausführungen Ihres Brokers.</translation>
    </message>
    <message>
        <location filename="../ui/journal/dashboardpage.cpp" line="168"/>
        <source>Sections of the dashboards</source>
        <translation>Abschnitte der Auswertung</translation>
    </message>
    <message>
        <location filename="../ui/journal/dashboardpage.cpp" line="169"/>
        <source>Clear the filter</source>
        <translation>Filter leeren</translation>
    </message>
</context>
<context>
    <name>tapeline::DataBinding</name>
    <message>
        <location filename="../src/app/databinding.cpp" line="66"/>
        <source>Download history…</source>
        <translation>Verlauf herunterladen …</translation>
    </message>
    <message>
        <location filename="../src/app/databinding.cpp" line="72"/>
        <source>Kept data…</source>
        <translation>Aufgehobene Daten …</translation>
    </message>
</context>
<context>
    <name>tapeline::DataPage</name>
    <message>
        <location filename="../ui/data/datapage.cpp" line="37"/>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <location filename="../ui/data/datapage.cpp" line="47"/>
        <source>Kept data</source>
        <translation>Aufgehobene Daten</translation>
    </message>
    <message>
        <location filename="../ui/data/datapage.cpp" line="48"/>
        <source>Sources</source>
        <translation>Quellen</translation>
    </message>
</context>
<context>
    <name>tapeline::DayPage</name>
    <message>
        <location filename="../ui/journal/daypage.cpp" line="115"/>
        <source>Plan, checklist and review are for all accounts.</source>
        <translation>Plan, Checkliste und Rückblick gelten für alle Konten.</translation>
    </message>
    <message>
        <location filename="../ui/journal/daypage.cpp" line="116"/>
        <source>Plan, checklist and review are for %1 alone.</source>
        <translation>Plan, Checkliste und Rückblick gelten nur für %1.</translation>
    </message>
    <message>
        <location filename="../ui/journal/daypage.cpp" line="178"/>
        <source>Trades of the day</source>
        <translation>Geschäfte des Tages</translation>
    </message>
    <message>
        <location filename="../ui/journal/daypage.cpp" line="179"/>
        <source>No trades on this day.</source>
        <translation>Keine Geschäfte an diesem Tag.</translation>
    </message>
    <message>
        <location filename="../ui/journal/daypage.cpp" line="180"/>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <location filename="../ui/journal/daypage.cpp" line="180"/>
        <source>What will you trade today, and what will you not?</source>
        <translation>Was werden Sie heute handeln, und was nicht?</translation>
    </message>
    <message>
        <location filename="../ui/journal/daypage.cpp" line="181"/>
        <source>Review</source>
        <translation>Rückblick</translation>
    </message>
    <message>
        <location filename="../ui/journal/daypage.cpp" line="181"/>
        <source>What went to plan, what did not, what do you change?</source>
        <translation>Was lief nach Plan, was nicht, was ändern Sie?</translation>
    </message>
</context>
<context>
    <name>tapeline::DaysPage</name>
    <message>
        <location filename="../ui/journal/dayspage.cpp" line="171"/>
        <source>MMMM yyyy</source>
        <extracomment>QLocale&apos;s format of a month and its year</extracomment>
        <translation>MMMM yyyy</translation>
    </message>
    <message>
        <location filename="../ui/journal/dayspage.cpp" line="174"/>
        <source>Week %1: %2 to %3</source>
        <extracomment>A week: its number, its first and its last day</extracomment>
        <translation>Woche %1: %2 bis %3</translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/journal/dayspage.cpp" line="199"/>
        <source>%n trade(s)</source>
        <translation>
            <numerusform>%n Geschäft</numerusform>
            <numerusform>%n Geschäfte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/journal/dayspage.cpp" line="201"/>
        <source>%n open</source>
        <translation>
            <numerusform>%n offen</numerusform>
            <numerusform>%n offen</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../ui/journal/dayspage.cpp" line="204"/>
        <source>Net %1</source>
        <extracomment>%1 is an amount of money</extracomment>
        <translation>Netto %1</translation>
    </message>
    <message>
        <location filename="../ui/journal/dayspage.cpp" line="218"/>
        <source>Month</source>
        <translation>Monat</translation>
    </message>
    <message>
        <location filename="../ui/journal/dayspage.cpp" line="219"/>
        <source>Week</source>
        <translation>Woche</translation>
    </message>
    <message>
        <location filename="../ui/journal/dayspage.cpp" line="220"/>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <location filename="../ui/journal/dayspage.cpp" line="221"/>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <location filename="../ui/journal/dayspage.cpp" line="222"/>
        <source>Earlier (Page Up)</source>
        <translation>Früher (Bild auf)</translation>
    </message>
    <message>
        <location filename="../ui/journal/dayspage.cpp" line="223"/>
        <source>Earlier</source>
        <translation>Früher</translation>
    </message>
    <message>
        <location filename="../ui/journal/dayspage.cpp" line="224"/>
        <source>Later (Page Down)</source>
        <translation>Später (Bild ab)</translation>
    </message>
    <message>
        <location filename="../ui/journal/dayspage.cpp" line="225"/>
        <source>Later</source>
        <translation>Später</translation>
    </message>
</context>
<context>
    <name>tapeline::Desk</name>
    <message>
        <location filename="../src/app/desk.cpp" line="475"/>
        <source>The newest drawings are not on the disk: %1. They stay on the chart, and writing is tried again every second.</source>
        <translation>Die neuesten Zeichnungen sind nicht auf der Festplatte: %1. Sie bleiben im Chart, und jede Sekunde wird das Schreiben wieder versucht.</translation>
    </message>
    <message>
        <location filename="../src/app/desk.cpp" line="483"/>
        <source>Paper trading stands still: %1</source>
        <translation>Der Handel auf dem Papier ruht: %1</translation>
    </message>
    <message numerus="yes">
        <location filename="../src/app/desk.cpp" line="493"/>
        <source>Nothing since %1 is on the disk: %2. Trading goes on in memory, and %n event(s) would be lost if the desk or the machine stopped now. Writing is tried again every second.</source>
        <translation>
            <numerusform>Seit %1 ist nichts mehr auf der Festplatte: %2. Der Handel geht im Arbeitsspeicher weiter, und %n Ereignis ginge verloren, wenn das Programm oder der Rechner jetzt anhielte. Das Schreiben wird jede Sekunde wieder versucht.</numerusform>
            <numerusform>Seit %1 ist nichts mehr auf der Festplatte: %2. Der Handel geht im Arbeitsspeicher weiter, und %n Ereignisse gingen verloren, wenn das Programm oder der Rechner jetzt anhielte. Das Schreiben wird jede Sekunde wieder versucht.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../src/app/desk.cpp" line="503"/>
        <source>The chosen journal could not be restored: %1. Yours is used as it was; restoring is tried again at the next start.</source>
        <translation>Das gewählte Journal konnte nicht wiederhergestellt werden: %1. Das Ihre wird benutzt, wie es war; beim nächsten Start wird es noch einmal versucht.</translation>
    </message>
    <message>
        <location filename="../src/app/desk.cpp" line="508"/>
        <source>The journal was restored. The one before it is kept as %1.</source>
        <translation>Das Journal wurde wiederhergestellt. Das vorige ist als %1 aufgehoben.</translation>
    </message>
</context>
<context>
    <name>tapeline::DeskMenus</name>
    <message>
        <location filename="../ui/frame/deskmenus.cpp" line="57"/>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <location filename="../ui/frame/deskmenus.cpp" line="63"/>
        <source>&amp;View</source>
        <translation>Ans&amp;icht</translation>
    </message>
    <message>
        <location filename="../ui/frame/deskmenus.cpp" line="64"/>
        <source>&amp;Workspace</source>
        <translation>A&amp;rbeitsbereich</translation>
    </message>
    <message>
        <location filename="../ui/frame/deskmenus.cpp" line="65"/>
        <source>&amp;Symbol</source>
        <translation>&amp;Symbol</translation>
    </message>
    <message>
        <location filename="../ui/frame/deskmenus.cpp" line="66"/>
        <source>&amp;Market</source>
        <translation>&amp;Markt</translation>
    </message>
    <message>
        <location filename="../ui/frame/deskmenus.cpp" line="67"/>
        <source>&amp;Trade</source>
        <translation>Ha&amp;ndel</translation>
    </message>
    <message>
        <location filename="../ui/frame/deskmenus.cpp" line="70"/>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <location filename="../ui/frame/deskmenus.cpp" line="74"/>
        <location filename="../ui/frame/deskmenus.cpp" line="75"/>
        <source>Add a workspace</source>
        <translation>Arbeitsbereich hinzufügen</translation>
    </message>
    <message>
        <location filename="../ui/frame/deskmenus.cpp" line="76"/>
        <source>Workspaces</source>
        <translation>Arbeitsbereiche</translation>
    </message>
    <message>
        <location filename="../ui/frame/deskmenus.cpp" line="106"/>
        <source>Panels of this workspace</source>
        <translation>Fenster dieses Arbeitsbereichs</translation>
    </message>
    <message>
        <location filename="../ui/frame/deskmenus.cpp" line="112"/>
        <source>Theme</source>
        <translation>Farbschema</translation>
    </message>
    <message>
        <location filename="../ui/frame/deskmenus.cpp" line="132"/>
        <source>There is no panel yet.</source>
        <translation>Noch kein Fenster vorhanden.</translation>
    </message>
    <message>
        <location filename="../ui/frame/deskmenus.cpp" line="150"/>
        <source>Timeframe</source>
        <translation>Zeiteinheit</translation>
    </message>
    <message>
        <location filename="../ui/frame/deskmenus.cpp" line="151"/>
        <source>Bars of trades, volume and range</source>
        <translation>Kerzen aus Abschlüssen, Umsatz und Spanne</translation>
    </message>
    <message>
        <location filename="../ui/frame/deskmenus.cpp" line="153"/>
        <source>Link group</source>
        <translation>Verknüpfung</translation>
    </message>
    <message>
        <location filename="../ui/frame/deskmenus.cpp" line="159"/>
        <source>Speed</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <location filename="../ui/frame/deskmenus.cpp" line="160"/>
        <source>Recording</source>
        <translation>Aufzeichnung</translation>
    </message>
    <message>
        <location filename="../ui/frame/deskmenus.cpp" line="161"/>
        <source>Time &amp;&amp; sales</source>
        <translation>Time &amp;&amp; Sales</translation>
    </message>
</context>
<context>
    <name>tapeline::DeskReplay</name>
    <message>
        <location filename="../src/app/deskreplay.cpp" line="121"/>
        <source>Open recording…</source>
        <translation>Aufzeichnung öffnen …</translation>
    </message>
    <message>
        <location filename="../src/app/deskreplay.cpp" line="127"/>
        <source>Leave the recording</source>
        <translation>Aufzeichnung verlassen</translation>
    </message>
    <message>
        <location filename="../src/app/deskreplay.cpp" line="139"/>
        <source>Open recording</source>
        <translation>Aufzeichnung öffnen</translation>
    </message>
    <message>
        <location filename="../src/app/deskreplay.cpp" line="140"/>
        <source>Recordings (*.jsonl *.jsonl.gz *.jsonl.zst);;All files (*)</source>
        <translation>Aufzeichnungen (*.jsonl *.jsonl.gz *.jsonl.zst);;Alle Dateien (*)</translation>
    </message>
</context>
<context>
    <name>tapeline::DeskToolBar</name>
    <message>
        <location filename="../ui/frame/desktoolbar.cpp" line="177"/>
        <source>Own interval…</source>
        <translation>Eigenes Intervall …</translation>
    </message>
    <message>
        <location filename="../ui/frame/desktoolbar.cpp" line="180"/>
        <source>Favourites in the tool bar</source>
        <extracomment>Menu of the timeframes that have a button on the tool bar</extracomment>
        <translation>Favoriten in der Leiste</translation>
    </message>
    <message>
        <location filename="../ui/frame/desktoolbar.cpp" line="219"/>
        <source>Forget an own interval</source>
        <translation>Eigenes Intervall vergessen</translation>
    </message>
    <message>
        <location filename="../ui/frame/desktoolbar.cpp" line="232"/>
        <location filename="../ui/frame/desktoolbar.cpp" line="233"/>
        <source>All timeframes</source>
        <translation>Alle Zeiteinheiten</translation>
    </message>
    <message>
        <location filename="../ui/frame/desktoolbar.cpp" line="243"/>
        <source>Search  %1</source>
        <extracomment>Button that opens the command palette; %1 is its shortcut</extracomment>
        <translation>Suchen  %1</translation>
    </message>
</context>
<context>
    <name>tapeline::DistributionSection</name>
    <message>
        <location filename="../ui/journal/distributionsection.cpp" line="68"/>
        <source>Distribution</source>
        <translation>Verteilung</translation>
    </message>
    <message>
        <location filename="../ui/journal/distributionsection.cpp" line="97"/>
        <source>None of these trades has a planned risk. A stop that stands when a trade is opened gives one, or type it in on the trade&apos;s page.</source>
        <translation>Keines dieser Geschäfte hat ein geplantes Risiko. Ein Stop, der bei der Eröffnung steht, ergibt eines; oder tragen Sie es auf der Seite des Geschäfts ein.</translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/journal/distributionsection.cpp" line="102"/>
        <source>%Ln trade(s) without a planned risk are left out.</source>
        <translation>
            <numerusform>%Ln Geschäft ohne geplantes Risiko ist ausgelassen.</numerusform>
            <numerusform>%Ln Geschäfte ohne geplantes Risiko sind ausgelassen.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../ui/journal/distributionsection.cpp" line="116"/>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <location filename="../ui/journal/distributionsection.cpp" line="118"/>
        <source>Below %1</source>
        <translation>Unter %1</translation>
    </message>
    <message>
        <location filename="../ui/journal/distributionsection.cpp" line="120"/>
        <source>%1 and above</source>
        <translation>Ab %1</translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/journal/distributionsection.cpp" line="125"/>
        <source>%Ln trade(s)</source>
        <translation>
            <numerusform>%Ln Geschäft</numerusform>
            <numerusform>%Ln Geschäfte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/journal/distributionsection.cpp" line="149"/>
        <source>Runs of %Ln winner(s)</source>
        <translation>
            <numerusform>Serien von %Ln Gewinner</numerusform>
            <numerusform>Serien von %Ln Gewinnern</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/journal/distributionsection.cpp" line="150"/>
        <source>Runs of %Ln loser(s)</source>
        <translation>
            <numerusform>Serien von %Ln Verlierer</numerusform>
            <numerusform>Serien von %Ln Verlierern</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/journal/distributionsection.cpp" line="151"/>
        <source>%Ln time(s)</source>
        <translation>
            <numerusform>%Ln Mal</numerusform>
            <numerusform>%Ln Mal</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../ui/journal/distributionsection.cpp" line="159"/>
        <source>Longest runs: %1 winners, %2 losers.</source>
        <translation>Längste Serien: %1 Gewinner, %2 Verlierer.</translation>
    </message>
    <message>
        <location filename="../ui/journal/distributionsection.cpp" line="167"/>
        <source>With two trades or more this says how deep they could have fallen in another order.</source>
        <translation>Ab zwei Geschäften steht hier, wie tief sie in anderer Reihenfolge hätten fallen können.</translation>
    </message>
    <message>
        <location filename="../ui/journal/distributionsection.cpp" line="170"/>
        <source>&lt;p&gt;The deepest fall of these trades was &lt;b&gt;%1&lt;/b&gt;.&lt;/p&gt;&lt;p&gt;In another order the same trades would have fallen by %2 as a rule, by more than &lt;b&gt;%3&lt;/b&gt; once in twenty, and by more than %4 once in a hundred. %5 of all orders fall as deep as it was, or deeper.&lt;/p&gt;&lt;p&gt;Be ready for the once in twenty: the results alone, without any change of the market, can bring it. Of %6 orders, with the same draws every time.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Der tiefste Rückgang dieser Geschäfte war &lt;b&gt;%1&lt;/b&gt;.&lt;/p&gt;&lt;p&gt;In anderer Reihenfolge wären dieselben Geschäfte in der Regel um %2 gefallen, einmal in zwanzig um mehr als &lt;b&gt;%3&lt;/b&gt; und einmal in hundert um mehr als %4. %5 aller Reihenfolgen fallen so tief wie diese oder tiefer.&lt;/p&gt;&lt;p&gt;Rechnen Sie mit dem einen Mal in zwanzig: Die Ergebnisse allein können es bringen, ohne dass sich der Markt ändert. Aus %6 Reihenfolgen, immer denselben.&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../ui/journal/distributionsection.cpp" line="177"/>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <location filename="../ui/journal/distributionsection.cpp" line="183"/>
        <source>Results</source>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <location filename="../ui/journal/distributionsection.cpp" line="184"/>
        <source>Results in units of the planned risk</source>
        <translation>Ergebnisse in Einheiten des geplanten Risikos</translation>
    </message>
    <message>
        <location filename="../ui/journal/distributionsection.cpp" line="185"/>
        <location filename="../ui/journal/distributionsection.cpp" line="192"/>
        <source>Runs of winners and losers</source>
        <translation>Serien von Gewinnern und Verlierern</translation>
    </message>
    <message>
        <location filename="../ui/journal/distributionsection.cpp" line="186"/>
        <source>Luck of the order</source>
        <translation>Glück der Reihenfolge</translation>
    </message>
    <message>
        <location filename="../ui/journal/distributionsection.cpp" line="188"/>
        <source>Trades</source>
        <translation>Geschäfte</translation>
    </message>
    <message>
        <location filename="../ui/journal/distributionsection.cpp" line="189"/>
        <source>How often</source>
        <translation>Wie oft</translation>
    </message>
    <message>
        <location filename="../ui/journal/distributionsection.cpp" line="190"/>
        <source>Distribution of results</source>
        <translation>Verteilung der Ergebnisse</translation>
    </message>
    <message>
        <location filename="../ui/journal/distributionsection.cpp" line="191"/>
        <source>Distribution of results in units of the planned risk</source>
        <translation>Verteilung der Ergebnisse in Einheiten des geplanten Risikos</translation>
    </message>
</context>
<context>
    <name>tapeline::DivergencePainter</name>
    <message>
        <location filename="../ui/chart/divergencepainter.cpp" line="109"/>
        <source>bull div</source>
        <extracomment>Beside a mark in the chart: bullish (rising) divergence, as short as can be</extracomment>
        <translation>Div. ↑</translation>
    </message>
    <message>
        <location filename="../ui/chart/divergencepainter.cpp" line="111"/>
        <source>bear div</source>
        <translation>Div. ↓</translation>
    </message>
</context>
<context>
    <name>tapeline::DownloadDialog</name>
    <message>
        <location filename="../ui/data/downloaddialog.cpp" line="72"/>
        <source>Download history</source>
        <translation>Verlauf herunterladen</translation>
    </message>
    <message>
        <location filename="../ui/data/downloaddialog.cpp" line="73"/>
        <source>Downloads</source>
        <translation>Downloads</translation>
    </message>
    <message>
        <location filename="../ui/data/downloaddialog.cpp" line="74"/>
        <source>Downloads go on when this window is closed, and after a restart. What is kept already is not asked for again; charts come first.</source>
        <translation>Downloads gehen weiter, wenn dieses Fenster geschlossen ist, und nach einem Neustart. Was schon aufgehoben ist, wird nicht noch einmal angefragt; Charts gehen vor.</translation>
    </message>
    <message>
        <location filename="../ui/data/downloaddialog.cpp" line="76"/>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>tapeline::DownloadForm</name>
    <message>
        <location filename="../ui/data/downloadform.cpp" line="186"/>
        <source>No watchlist is open.</source>
        <translation>Keine Watchlist ist offen.</translation>
    </message>
    <message>
        <location filename="../ui/data/downloadform.cpp" line="251"/>
        <source>&amp;Symbols</source>
        <translation>&amp;Symbole</translation>
    </message>
    <message>
        <location filename="../ui/data/downloadform.cpp" line="252"/>
        <source>AAPL MSFT SPY</source>
        <translation>AAPL MSFT SPY</translation>
    </message>
    <message>
        <location filename="../ui/data/downloadform.cpp" line="253"/>
        <source>Symbols, set apart by blanks</source>
        <translation>Symbole, durch Leerzeichen getrennt</translation>
    </message>
    <message>
        <location filename="../ui/data/downloadform.cpp" line="254"/>
        <source>Watchlist</source>
        <translation>Watchlist</translation>
    </message>
    <message>
        <location filename="../ui/data/downloadform.cpp" line="255"/>
        <source>Take the symbols of a watchlist</source>
        <translation>Die Symbole einer Watchlist nehmen</translation>
    </message>
    <message>
        <location filename="../ui/data/downloadform.cpp" line="257"/>
        <source>&amp;Bars of</source>
        <translation>&amp;Kerzen von</translation>
    </message>
    <message>
        <location filename="../ui/data/downloadform.cpp" line="258"/>
        <source>Bars of</source>
        <translation>Kerzen von</translation>
    </message>
    <message>
        <location filename="../ui/data/downloadform.cpp" line="261"/>
        <source>&amp;From</source>
        <translation>&amp;Von</translation>
    </message>
    <message>
        <location filename="../ui/data/downloadform.cpp" line="262"/>
        <source>First day</source>
        <translation>Erster Tag</translation>
    </message>
    <message>
        <location filename="../ui/data/downloadform.cpp" line="264"/>
        <source>to</source>
        <extracomment>Between two days: from 2024-01-02 to 2024-06-28</extracomment>
        <translation>bis</translation>
    </message>
    <message>
        <location filename="../ui/data/downloadform.cpp" line="265"/>
        <source>Last day</source>
        <translation>Letzter Tag</translation>
    </message>
    <message>
        <location filename="../ui/data/downloadform.cpp" line="272"/>
        <source>%1 Y</source>
        <extracomment>Button: so many years, so many months</extracomment>
        <translation>%1 J</translation>
    </message>
    <message>
        <location filename="../ui/data/downloadform.cpp" line="272"/>
        <source>%1 M</source>
        <translation>%1 M</translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/data/downloadform.cpp" line="273"/>
        <source>The last %n year(s)</source>
        <translation>
            <numerusform>Letztes %n Jahr</numerusform>
            <numerusform>Letzte %n Jahre</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/data/downloadform.cpp" line="274"/>
        <source>The last %n month(s)</source>
        <translation>
            <numerusform>Letzter %n Monat</numerusform>
            <numerusform>Letzte %n Monate</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../ui/data/downloadform.cpp" line="277"/>
        <source>&amp;Adjusted for splits</source>
        <translation>Um Splits &amp;bereinigt</translation>
    </message>
    <message>
        <location filename="../ui/data/downloadform.cpp" line="278"/>
        <source>&amp;Download</source>
        <translation>&amp;Herunterladen</translation>
    </message>
</context>
<context>
    <name>tapeline::DownloadList</name>
    <message>
        <location filename="../ui/data/downloadlist.cpp" line="88"/>
        <source>Downloads</source>
        <translation>Downloads</translation>
    </message>
    <message>
        <location filename="../ui/data/downloadlist.cpp" line="89"/>
        <source>Nothing is being downloaded.</source>
        <translation>Nichts wird heruntergeladen.</translation>
    </message>
</context>
<context>
    <name>tapeline::DownloadRow</name>
    <message>
        <location filename="../ui/data/downloadrow.cpp" line="99"/>
        <source>not adjusted</source>
        <translation>nicht bereinigt</translation>
    </message>
    <message>
        <location filename="../ui/data/downloadrow.cpp" line="108"/>
        <source>Paused</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <location filename="../ui/data/downloadrow.cpp" line="110"/>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <location filename="../ui/data/downloadrow.cpp" line="112"/>
        <source>Stopped</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <location filename="../ui/data/downloadrow.cpp" line="114"/>
        <source>Resumed after the restart</source>
        <translation>Nach dem Neustart fortgesetzt</translation>
    </message>
    <message>
        <location filename="../ui/data/downloadrow.cpp" line="144"/>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <location filename="../ui/data/downloadrow.cpp" line="144"/>
        <source>Try again</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <location filename="../ui/data/downloadrow.cpp" line="144"/>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <location filename="../ui/data/downloadrow.cpp" line="145"/>
        <source>Remove from this list</source>
        <translation>Aus der Liste nehmen</translation>
    </message>
    <message>
        <location filename="../ui/data/downloadrow.cpp" line="146"/>
        <source>Cancel: what has come stays kept</source>
        <translation>Abbrechen: Was da ist, bleibt aufgehoben</translation>
    </message>
    <message>
        <location filename="../ui/data/downloadrow.cpp" line="148"/>
        <source>%1: %2</source>
        <extracomment>%1 is what a button does, %2 a download</extracomment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>tapeline::DrawingDialog</name>
    <message>
        <location filename="../ui/chart/drawings/drawingdialog.cpp" line="87"/>
        <source>Style</source>
        <translation>Stil</translation>
    </message>
    <message>
        <location filename="../ui/chart/drawings/drawingdialog.cpp" line="89"/>
        <location filename="../ui/chart/drawings/drawingdialog.cpp" line="208"/>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <location filename="../ui/chart/drawings/drawingdialog.cpp" line="91"/>
        <source>Coordinates</source>
        <translation>Koordinaten</translation>
    </message>
    <message>
        <location filename="../ui/chart/drawings/drawingdialog.cpp" line="116"/>
        <source>Colour of the line</source>
        <translation>Farbe der Linie</translation>
    </message>
    <message>
        <location filename="../ui/chart/drawings/drawingdialog.cpp" line="119"/>
        <source>Width of the line</source>
        <translation>Breite der Linie</translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/chart/drawings/drawingdialog.cpp" line="121"/>
        <source>%n pixel(s)</source>
        <translation>
            <numerusform>%n Pixel</numerusform>
            <numerusform>%n Pixel</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../ui/chart/drawings/drawingdialog.cpp" line="124"/>
        <source>Kind of the line</source>
        <translation>Art der Linie</translation>
    </message>
    <message>
        <location filename="../ui/chart/drawings/drawingdialog.cpp" line="125"/>
        <source>Solid</source>
        <translation>Durchgezogen</translation>
    </message>
    <message>
        <location filename="../ui/chart/drawings/drawingdialog.cpp" line="125"/>
        <source>Dashed</source>
        <translation>Gestrichelt</translation>
    </message>
    <message>
        <location filename="../ui/chart/drawings/drawingdialog.cpp" line="125"/>
        <source>Dotted</source>
        <translation>Gepunktet</translation>
    </message>
    <message>
        <location filename="../ui/chart/drawings/drawingdialog.cpp" line="131"/>
        <source>Line</source>
        <translation>Linie</translation>
    </message>
    <message>
        <location filename="../ui/chart/drawings/drawingdialog.cpp" line="139"/>
        <source>Colour of the fill</source>
        <translation>Farbe der Füllung</translation>
    </message>
    <message>
        <location filename="../ui/chart/drawings/drawingdialog.cpp" line="142"/>
        <source>Opacity of the fill</source>
        <translation>Deckkraft der Füllung</translation>
    </message>
    <message>
        <location filename="../ui/chart/drawings/drawingdialog.cpp" line="144"/>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <location filename="../ui/chart/drawings/drawingdialog.cpp" line="149"/>
        <source>Fill</source>
        <translation>Füllung</translation>
    </message>
    <message>
        <location filename="../ui/chart/drawings/drawingdialog.cpp" line="154"/>
        <source>To the left</source>
        <translation>Nach links</translation>
    </message>
    <message>
        <location filename="../ui/chart/drawings/drawingdialog.cpp" line="156"/>
        <source>To the right</source>
        <translation>Nach rechts</translation>
    </message>
    <message>
        <location filename="../ui/chart/drawings/drawingdialog.cpp" line="162"/>
        <source>Goes on</source>
        <translation>Geht weiter</translation>
    </message>
    <message>
        <location filename="../ui/chart/drawings/drawingdialog.cpp" line="169"/>
        <source>Andrews</source>
        <translation>Andrews</translation>
    </message>
    <message>
        <location filename="../ui/chart/drawings/drawingdialog.cpp" line="169"/>
        <source>Schiff</source>
        <translation>Schiff</translation>
    </message>
    <message>
        <location filename="../ui/chart/drawings/drawingdialog.cpp" line="169"/>
        <source>Modified Schiff</source>
        <translation>Modifiziert nach Schiff</translation>
    </message>
    <message>
        <location filename="../ui/chart/drawings/drawingdialog.cpp" line="170"/>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <location filename="../ui/chart/drawings/drawingdialog.cpp" line="174"/>
        <source>Levels</source>
        <translation>Niveaus</translation>
    </message>
    <message>
        <location filename="../ui/chart/drawings/drawingdialog.cpp" line="186"/>
        <source>Show level %1</source>
        <translation>Niveau %1 zeigen</translation>
    </message>
    <message>
        <location filename="../ui/chart/drawings/drawingdialog.cpp" line="188"/>
        <source>Ratio of level %1</source>
        <translation>Verhältnis von Niveau %1</translation>
    </message>
    <message>
        <location filename="../ui/chart/drawings/drawingdialog.cpp" line="214"/>
        <source>Size of the letters</source>
        <translation>Schriftgröße</translation>
    </message>
    <message>
        <location filename="../ui/chart/drawings/drawingdialog.cpp" line="229"/>
        <source>Time of point %1, Eastern</source>
        <translation>Zeit von Punkt %1, New York</translation>
    </message>
    <message>
        <location filename="../ui/chart/drawings/drawingdialog.cpp" line="231"/>
        <source>Price of point %1</source>
        <translation>Kurs von Punkt %1</translation>
    </message>
    <message>
        <location filename="../ui/chart/drawings/drawingdialog.cpp" line="236"/>
        <source>Point %1</source>
        <translation>Punkt %1</translation>
    </message>
    <message>
        <location filename="../ui/chart/drawings/drawingdialog.cpp" line="241"/>
        <source>Times are Eastern, as 2026-08-13 10:00.</source>
        <translation>Zeiten sind die von New York, wie 2026-08-13 10:00.</translation>
    </message>
    <message>
        <location filename="../ui/chart/drawings/drawingdialog.cpp" line="249"/>
        <source>Use for new ones</source>
        <translation>Für neue verwenden</translation>
    </message>
    <message>
        <location filename="../ui/chart/drawings/drawingdialog.cpp" line="251"/>
        <source>Drawings that are made with this tool from now on look like this</source>
        <translation>Was mit diesem Werkzeug von nun an gezeichnet wird, sieht so aus</translation>
    </message>
    <message>
        <location filename="../ui/chart/drawings/drawingdialog.cpp" line="257"/>
        <source>The tool&apos;s own look, for this drawing and new ones</source>
        <translation>Das ursprüngliche Aussehen des Werkzeugs, für diese Zeichnung und neue</translation>
    </message>
    <message>
        <location filename="../ui/chart/drawings/drawingdialog.cpp" line="319"/>
        <source>“%1” is no ratio: a number from -100 to 100 is needed.</source>
        <translation>„%1“ ist kein Verhältnis: Nötig ist eine Zahl von -100 bis 100.</translation>
    </message>
    <message>
        <location filename="../ui/chart/drawings/drawingdialog.cpp" line="334"/>
        <source>“%1” is no time: one like 2026-08-13 10:00 is needed.</source>
        <translation>„%1“ ist keine Zeit: Nötig ist eine wie 2026-08-13 10:00.</translation>
    </message>
    <message>
        <location filename="../ui/chart/drawings/drawingdialog.cpp" line="341"/>
        <source>“%1” is no price: a number is needed.</source>
        <translation>„%1“ ist kein Kurs: Nötig ist eine Zahl.</translation>
    </message>
    <message>
        <location filename="../ui/chart/drawings/drawingdialog.cpp" line="356"/>
        <source>A text of nothing could not be found again.</source>
        <translation>Ein leerer Text wäre nicht wiederzufinden.</translation>
    </message>
</context>
<context>
    <name>tapeline::DrawingText</name>
    <message>
        <location filename="../ui/chart/drawings/drawingtext.cpp" line="27"/>
        <source>Trend line</source>
        <translation>Trendlinie</translation>
    </message>
    <message>
        <location filename="../ui/chart/drawings/drawingtext.cpp" line="29"/>
        <source>Ray</source>
        <translation>Strahl</translation>
    </message>
    <message>
        <location filename="../ui/chart/drawings/drawingtext.cpp" line="31"/>
        <source>Extended line</source>
        <translation>Verlängerte Linie</translation>
    </message>
    <message>
        <location filename="../ui/chart/drawings/drawingtext.cpp" line="33"/>
        <source>Arrow</source>
        <translation>Pfeil</translation>
    </message>
    <message>
        <location filename="../ui/chart/drawings/drawingtext.cpp" line="35"/>
        <source>Horizontal line</source>
        <translation>Horizontale Linie</translation>
    </message>
    <message>
        <location filename="../ui/chart/drawings/drawingtext.cpp" line="37"/>
        <source>Horizontal ray</source>
        <translation>Horizontaler Strahl</translation>
    </message>
    <message>
        <location filename="../ui/chart/drawings/drawingtext.cpp" line="39"/>
        <source>Vertical line</source>
        <translation>Vertikale Linie</translation>
    </message>
    <message>
        <location filename="../ui/chart/drawings/drawingtext.cpp" line="41"/>
        <source>Cross line</source>
        <translation>Kreuzlinie</translation>
    </message>
    <message>
        <location filename="../ui/chart/drawings/drawingtext.cpp" line="43"/>
        <source>Parallel channel</source>
        <translation>Parallelkanal</translation>
    </message>
    <message>
        <location filename="../ui/chart/drawings/drawingtext.cpp" line="45"/>
        <source>Rectangle</source>
        <translation>Rechteck</translation>
    </message>
    <message>
        <location filename="../ui/chart/drawings/drawingtext.cpp" line="47"/>
        <source>Ellipse</source>
        <translation>Ellipse</translation>
    </message>
    <message>
        <location filename="../ui/chart/drawings/drawingtext.cpp" line="49"/>
        <source>Triangle</source>
        <translation>Dreieck</translation>
    </message>
    <message>
        <location filename="../ui/chart/drawings/drawingtext.cpp" line="51"/>
        <source>Fibonacci retracement</source>
        <translation>Fibonacci-Retracement</translation>
    </message>
    <message>
        <location filename="../ui/chart/drawings/drawingtext.cpp" line="53"/>
        <source>Fibonacci extension</source>
        <translation>Fibonacci-Extension</translation>
    </message>
    <message>
        <location filename="../ui/chart/drawings/drawingtext.cpp" line="55"/>
        <source>Pitchfork</source>
        <translation>Pitchfork</translation>
    </message>
    <message>
        <location filename="../ui/chart/drawings/drawingtext.cpp" line="57"/>
        <source>Measure</source>
        <translation>Messen</translation>
    </message>
    <message>
        <location filename="../ui/chart/drawings/drawingtext.cpp" line="59"/>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <location filename="../ui/chart/drawings/drawingtext.cpp" line="61"/>
        <source>Callout</source>
        <translation>Sprechblase</translation>
    </message>
    <message>
        <location filename="../ui/chart/drawings/drawingtext.cpp" line="63"/>
        <source>Brush</source>
        <translation>Pinsel</translation>
    </message>
    <message>
        <location filename="../ui/chart/drawings/drawingtext.cpp" line="71"/>
        <source>Press and draw.</source>
        <translation>Drücken und zeichnen.</translation>
    </message>
    <message>
        <location filename="../ui/chart/drawings/drawingtext.cpp" line="74"/>
        <source>Click where it is to be.</source>
        <translation>Auf die Stelle klicken.</translation>
    </message>
    <message>
        <location filename="../ui/chart/drawings/drawingtext.cpp" line="76"/>
        <source>Click two points, or drag from one to the other.</source>
        <translation>Zwei Punkte klicken oder von einem zum anderen ziehen.</translation>
    </message>
    <message>
        <location filename="../ui/chart/drawings/drawingtext.cpp" line="78"/>
        <source>Click three points.</source>
        <translation>Drei Punkte klicken.</translation>
    </message>
    <message>
        <location filename="../ui/chart/drawings/drawingtext.cpp" line="91"/>
        <source>%1 d</source>
        <extracomment>Part of a length of time; %1 is a number</extracomment>
        <translation>%1 T</translation>
    </message>
    <message>
        <location filename="../ui/chart/drawings/drawingtext.cpp" line="92"/>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <location filename="../ui/chart/drawings/drawingtext.cpp" line="93"/>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <location filename="../ui/chart/drawings/drawingtext.cpp" line="94"/>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <location filename="../ui/chart/drawings/drawingtext.cpp" line="122"/>
        <location filename="../ui/chart/drawings/drawingtext.cpp" line="139"/>
        <source>%1 (%2)</source>
        <extracomment>Of a measure on a chart: change of the price, the same in percent
----------
A level of a Fibonacci tool: ratio, price</extracomment>
        <translation>%1 (%2)</translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/chart/drawings/drawingtext.cpp" line="126"/>
        <source>%1, %n tick(s)</source>
        <extracomment>Of a measure on a chart; %1 is the change</extracomment>
        <translation>
            <numerusform>%1, %n Tick</numerusform>
            <numerusform>%1, %n Ticks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/chart/drawings/drawingtext.cpp" line="131"/>
        <source>%n bar(s), %1</source>
        <translation>
            <numerusform>%n Kerze, %1</numerusform>
            <numerusform>%n Kerzen, %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tapeline::DrawingToolBox</name>
    <message>
        <location filename="../ui/chart/drawings/drawingtoolbox.cpp" line="327"/>
        <source>Drawing tools</source>
        <translation>Zeichenwerkzeuge</translation>
    </message>
    <message>
        <location filename="../ui/chart/drawings/drawingtoolbox.cpp" line="328"/>
        <source>Draw</source>
        <translation>Zeichnen</translation>
    </message>
    <message>
        <location filename="../ui/chart/drawings/drawingtoolbox.cpp" line="329"/>
        <source>Lines and shapes to draw on the chart</source>
        <translation>Linien und Formen, die sich in den Chart zeichnen lassen</translation>
    </message>
    <message>
        <location filename="../ui/chart/drawings/drawingtoolbox.cpp" line="330"/>
        <source>Cursor</source>
        <translation>Zeiger</translation>
    </message>
    <message>
        <location filename="../ui/chart/drawings/drawingtoolbox.cpp" line="331"/>
        <source>Cursor: choose and move drawings (Esc)</source>
        <translation>Zeiger: Zeichnungen wählen und bewegen (Esc)</translation>
    </message>
    <message>
        <location filename="../ui/chart/drawings/drawingtoolbox.cpp" line="332"/>
        <source>Magnet</source>
        <translation>Magnet</translation>
    </message>
    <message>
        <location filename="../ui/chart/drawings/drawingtoolbox.cpp" line="333"/>
        <source>Magnet: points stick to open, high, low and close of bars, and to other drawings (Ctrl turns it round while it is held)</source>
        <translation>Magnet: Punkte haften an Eröffnung, Hoch, Tief und Schluss der Kerzen und an anderen Zeichnungen (Strg gedrückt kehrt ihn um)</translation>
    </message>
    <message>
        <location filename="../ui/chart/drawings/drawingtoolbox.cpp" line="335"/>
        <source>Weak magnet: to what is near</source>
        <translation>Schwacher Magnet: zu dem, was nahe ist</translation>
    </message>
    <message>
        <location filename="../ui/chart/drawings/drawingtoolbox.cpp" line="336"/>
        <source>Strong magnet: always</source>
        <translation>Starker Magnet: immer</translation>
    </message>
    <message>
        <location filename="../ui/chart/drawings/drawingtoolbox.cpp" line="337"/>
        <source>Keep drawing</source>
        <translation>Weiterzeichnen</translation>
    </message>
    <message>
        <location filename="../ui/chart/drawings/drawingtoolbox.cpp" line="338"/>
        <source>Keep drawing: the tool stays in hand after a drawing</source>
        <translation>Weiterzeichnen: Das Werkzeug bleibt nach einer Zeichnung in der Hand</translation>
    </message>
    <message>
        <location filename="../ui/chart/drawings/drawingtoolbox.cpp" line="339"/>
        <source>Lock all drawings</source>
        <translation>Alle Zeichnungen sperren</translation>
    </message>
    <message>
        <location filename="../ui/chart/drawings/drawingtoolbox.cpp" line="340"/>
        <source>Hide all drawings</source>
        <translation>Alle Zeichnungen ausblenden</translation>
    </message>
    <message>
        <location filename="../ui/chart/drawings/drawingtoolbox.cpp" line="341"/>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <location filename="../ui/chart/drawings/drawingtoolbox.cpp" line="342"/>
        <source>Undo what was last done to the drawings (Ctrl+Z)</source>
        <translation>Das Letzte an den Zeichnungen rückgängig machen (Strg+Z)</translation>
    </message>
    <message>
        <location filename="../ui/chart/drawings/drawingtoolbox.cpp" line="343"/>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <location filename="../ui/chart/drawings/drawingtoolbox.cpp" line="344"/>
        <source>Do again what was undone (Ctrl+Shift+Z)</source>
        <translation>Rückgängiggemachtes wiederholen (Strg+Umschalt+Z)</translation>
    </message>
    <message>
        <location filename="../ui/chart/drawings/drawingtoolbox.cpp" line="345"/>
        <source>Delete the chosen drawings</source>
        <translation>Die gewählten Zeichnungen löschen</translation>
    </message>
    <message>
        <location filename="../ui/chart/drawings/drawingtoolbox.cpp" line="346"/>
        <source>Delete all drawings of the symbol</source>
        <translation>Alle Zeichnungen des Symbols löschen</translation>
    </message>
    <message>
        <location filename="../ui/chart/drawings/drawingtoolbox.cpp" line="348"/>
        <location filename="../ui/chart/drawings/drawingtoolbox.cpp" line="349"/>
        <source>Delete drawings</source>
        <translation>Zeichnungen löschen</translation>
    </message>
    <message>
        <location filename="../ui/chart/drawings/drawingtoolbox.cpp" line="350"/>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <location filename="../ui/chart/drawings/drawingtoolbox.cpp" line="351"/>
        <source>More drawing tools</source>
        <translation>Weitere Zeichenwerkzeuge</translation>
    </message>
</context>
<context>
    <name>tapeline::EquityCurve</name>
    <message>
        <location filename="../ui/trading/equitycurve.cpp" line="130"/>
        <source>%1 %2 ET: %3</source>
        <extracomment>A date, a time of day in New York, an amount of money</extracomment>
        <translation>%1 %2 ET: %3</translation>
    </message>
</context>
<context>
    <name>tapeline::ExcursionPlot</name>
    <message>
        <location filename="../ui/journal/excursionplot.cpp" line="181"/>
        <source>Losers</source>
        <translation>Verlierer</translation>
    </message>
    <message>
        <location filename="../ui/journal/excursionplot.cpp" line="181"/>
        <source>Winners</source>
        <translation>Gewinner</translation>
    </message>
    <message>
        <location filename="../ui/journal/excursionplot.cpp" line="217"/>
        <source>Target</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <location filename="../ui/journal/excursionplot.cpp" line="222"/>
        <source>Stop</source>
        <translation>Stop</translation>
    </message>
</context>
<context>
    <name>tapeline::ExcursionSection</name>
    <message>
        <location filename="../ui/journal/excursionsection.cpp" line="87"/>
        <source>MAE and MFE</source>
        <translation>MAE und MFE</translation>
    </message>
    <message>
        <location filename="../ui/journal/excursionsection.cpp" line="146"/>
        <source>None of these trades has both a planned risk and a way that was seen. Look at them in money, or plan with a stop.</source>
        <translation>Keines dieser Geschäfte hat ein geplantes Risiko und wurde auf seinem Weg gesehen. Betrachten Sie sie in Geld, oder planen Sie mit einem Stop.</translation>
    </message>
    <message>
        <location filename="../ui/journal/excursionsection.cpp" line="148"/>
        <source>How far these trades went was not seen: there were neither trades nor bars of the market while they were open.</source>
        <translation>Wie weit diese Geschäfte liefen, wurde nicht gesehen: Solange sie offen waren, gab es vom Markt weder Abschlüsse noch Kerzen.</translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/journal/excursionsection.cpp" line="151"/>
        <source>%Ln trade(s) by their worst and best open result.</source>
        <translation>
            <numerusform>%Ln Geschäft nach seinem schlechtesten und besten offenen Stand.</numerusform>
            <numerusform>%Ln Geschäfte nach ihrem schlechtesten und besten offenen Stand.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/journal/excursionsection.cpp" line="155"/>
        <source>%Ln trade(s) without a planned risk, or not seen on their way, are left out.</source>
        <translation>
            <numerusform>%Ln Geschäft ohne geplantes Risiko oder ohne gesehenen Weg ist ausgelassen.</numerusform>
            <numerusform>%Ln Geschäfte ohne geplantes Risiko oder ohne gesehenen Weg sind ausgelassen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/journal/excursionsection.cpp" line="158"/>
        <source>%Ln trade(s) not seen on their way are left out.</source>
        <translation>
            <numerusform>%Ln Geschäft ohne gesehenen Weg ist ausgelassen.</numerusform>
            <numerusform>%Ln Geschäfte ohne gesehenen Weg sind ausgelassen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/journal/excursionsection.cpp" line="161"/>
        <source>%Ln trade(s) are known roughly: from bars, or with gaps.</source>
        <translation>
            <numerusform>%Ln Geschäft ist ungefähr bekannt: aus Kerzen oder mit Lücken.</numerusform>
            <numerusform>%Ln Geschäfte sind ungefähr bekannt: aus Kerzen oder mit Lücken.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../ui/journal/excursionsection.cpp" line="163"/>
        <source>A click on a point opens its trade.</source>
        <translation>Ein Klick auf einen Punkt öffnet sein Geschäft.</translation>
    </message>
    <message>
        <location filename="../ui/journal/excursionsection.cpp" line="175"/>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <location filename="../ui/journal/excursionsection.cpp" line="180"/>
        <source>Result %1</source>
        <translation>Ergebnis %1</translation>
    </message>
    <message>
        <location filename="../ui/journal/excursionsection.cpp" line="186"/>
        <source>Worst %1</source>
        <translation>Schlechtester Stand %1</translation>
    </message>
    <message>
        <location filename="../ui/journal/excursionsection.cpp" line="187"/>
        <source>Best %1</source>
        <translation>Bester Stand %1</translation>
    </message>
    <message>
        <location filename="../ui/journal/excursionsection.cpp" line="190"/>
        <source>Exit efficiency %1</source>
        <translation>Ausstiegseffizienz %1</translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/journal/excursionsection.cpp" line="219"/>
        <source>Nothing can be suggested from %Ln trade(s) with a planned risk and a way that was seen: it takes %1.</source>
        <translation>
            <numerusform>Aus %Ln Geschäft mit geplantem Risiko und gesehenem Weg lässt sich nichts vorschlagen: Es braucht %1.</numerusform>
            <numerusform>Aus %Ln Geschäften mit geplantem Risiko und gesehenem Weg lässt sich nichts vorschlagen: Es braucht %1.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../ui/journal/excursionsection.cpp" line="226"/>
        <source>&lt;p&gt;A stop &lt;b&gt;%1&lt;/b&gt; from the entry would have brought %2 a trade instead of %3.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Ein Stop &lt;b&gt;%1&lt;/b&gt; vom Einstieg hätte %2 je Geschäft gebracht statt %3.&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../ui/journal/excursionsection.cpp" line="227"/>
        <source>&lt;p&gt;A target &lt;b&gt;%1&lt;/b&gt; from the entry would have brought %2 a trade instead of %3.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Ein Ziel &lt;b&gt;%1&lt;/b&gt; vom Einstieg hätte %2 je Geschäft gebracht statt %3.&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../ui/journal/excursionsection.cpp" line="230"/>
        <source>&lt;p&gt;In resamples the best one lies between %1 and %2. On trades that had no part in the choice it changes a trade by %3 to %4.&lt;/p&gt;</source>
        <translation>&lt;p&gt;In neuen Ziehungen liegt der beste zwischen %1 und %2. Bei Geschäften, die an der Wahl nicht beteiligt waren, ändert er eines um %3 bis %4.&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../ui/journal/excursionsection.cpp" line="235"/>
        <source>&lt;p&gt;That is more than luck.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Das ist mehr als Glück.&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../ui/journal/excursionsection.cpp" line="236"/>
        <source>&lt;p&gt;That cannot be told from luck: do not change your exits for it.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Das lässt sich von Glück nicht unterscheiden: Ändern Sie deswegen Ihre Ausstiege nicht.&lt;/p&gt;</translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/journal/excursionsection.cpp" line="237"/>
        <source>&lt;p&gt;From %Ln trade(s).&lt;/p&gt;</source>
        <translation>
            <numerusform>&lt;p&gt;Aus %Ln Geschäft.&lt;/p&gt;</numerusform>
            <numerusform>&lt;p&gt;Aus %Ln Geschäften.&lt;/p&gt;</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../ui/journal/excursionsection.cpp" line="252"/>
        <source>In units of the planned risk</source>
        <translation>In Einheiten des geplanten Risikos</translation>
    </message>
    <message>
        <location filename="../ui/journal/excursionsection.cpp" line="253"/>
        <source>In money</source>
        <translation>In Geld</translation>
    </message>
    <message>
        <location filename="../ui/journal/excursionsection.cpp" line="254"/>
        <source>Unit of the plot</source>
        <translation>Einheit des Diagramms</translation>
    </message>
    <message>
        <location filename="../ui/journal/excursionsection.cpp" line="255"/>
        <source>Suggested stop</source>
        <translation>Vorgeschlagener Stop</translation>
    </message>
    <message>
        <location filename="../ui/journal/excursionsection.cpp" line="256"/>
        <source>Suggested target</source>
        <translation>Vorgeschlagenes Ziel</translation>
    </message>
    <message>
        <location filename="../ui/journal/excursionsection.cpp" line="257"/>
        <source>Upwards the best open result (MFE), to the right the worst (MAE)</source>
        <translation>Nach oben der beste offene Stand (MFE), nach rechts der schlechteste (MAE)</translation>
    </message>
    <message>
        <location filename="../ui/journal/excursionsection.cpp" line="258"/>
        <source>Worst and best open results</source>
        <translation>Schlechtester und bester offener Stand</translation>
    </message>
    <message>
        <location filename="../ui/journal/excursionsection.cpp" line="259"/>
        <location filename="../ui/journal/excursionsection.cpp" line="260"/>
        <source>Reckoning…</source>
        <translation>Wird berechnet …</translation>
    </message>
</context>
<context>
    <name>tapeline::ExecutionsModel</name>
    <message>
        <location filename="../src/models/journal/executionsmodel.cpp" line="64"/>
        <source>Time (ET)</source>
        <translation>Zeit (ET)</translation>
    </message>
    <message>
        <location filename="../src/models/journal/executionsmodel.cpp" line="67"/>
        <source>What</source>
        <extracomment>Column: a fill, an exercise, an expiry</extracomment>
        <translation>Was</translation>
    </message>
    <message>
        <location filename="../src/models/journal/executionsmodel.cpp" line="69"/>
        <source>Symbol</source>
        <translation>Symbol</translation>
    </message>
    <message>
        <location filename="../src/models/journal/executionsmodel.cpp" line="71"/>
        <source>Side</source>
        <translation>Seite</translation>
    </message>
    <message>
        <location filename="../src/models/journal/executionsmodel.cpp" line="73"/>
        <source>Quantity</source>
        <translation>Menge</translation>
    </message>
    <message>
        <location filename="../src/models/journal/executionsmodel.cpp" line="75"/>
        <source>Price</source>
        <translation>Kurs</translation>
    </message>
    <message>
        <location filename="../src/models/journal/executionsmodel.cpp" line="77"/>
        <source>Fee</source>
        <translation>Gebühr</translation>
    </message>
    <message>
        <location filename="../src/models/journal/executionsmodel.cpp" line="79"/>
        <source>Realized</source>
        <translation>Realisiert</translation>
    </message>
    <message>
        <location filename="../src/models/journal/executionsmodel.cpp" line="81"/>
        <source>Slippage</source>
        <translation>Schlupf</translation>
    </message>
    <message>
        <location filename="../src/models/journal/executionsmodel.cpp" line="83"/>
        <source>Order</source>
        <translation>Order</translation>
    </message>
    <message>
        <location filename="../src/models/journal/executionsmodel.cpp" line="93"/>
        <source>Fill</source>
        <translation>Ausführung</translation>
    </message>
    <message>
        <location filename="../src/models/journal/executionsmodel.cpp" line="95"/>
        <source>Exercise</source>
        <translation>Ausübung</translation>
    </message>
    <message>
        <location filename="../src/models/journal/executionsmodel.cpp" line="97"/>
        <source>Assignment</source>
        <translation>Zuteilung</translation>
    </message>
    <message>
        <location filename="../src/models/journal/executionsmodel.cpp" line="99"/>
        <source>Expiry</source>
        <translation>Verfall</translation>
    </message>
    <message>
        <location filename="../src/models/journal/executionsmodel.cpp" line="101"/>
        <source>Split</source>
        <translation>Split</translation>
    </message>
    <message>
        <location filename="../src/models/journal/executionsmodel.cpp" line="103"/>
        <source>Correction</source>
        <translation>Berichtigung</translation>
    </message>
</context>
<context>
    <name>tapeline::ExpiryBar</name>
    <message>
        <location filename="../ui/options/expirybar.cpp" line="76"/>
        <source>Expirations</source>
        <translation>Verfallstage</translation>
    </message>
    <message>
        <location filename="../ui/options/expirybar.cpp" line="78"/>
        <source>Expirations: %1 is chosen</source>
        <translation>Verfallstage: %1 ist gewählt</translation>
    </message>
    <message>
        <location filename="../ui/options/expirybar.cpp" line="111"/>
        <source>d MMM yy</source>
        <extracomment>A day in a narrow tab, as QLocale writes it</extracomment>
        <translation>d. MMM yy</translation>
    </message>
    <message>
        <location filename="../ui/options/expirybar.cpp" line="111"/>
        <source>d MMM</source>
        <translation>d. MMM</translation>
    </message>
    <message>
        <location filename="../ui/options/expirybar.cpp" line="113"/>
        <source>%1 · %2 d</source>
        <extracomment>%1 is a day, %2 how many days are left until then</extracomment>
        <translation>%1 · %2 T</translation>
    </message>
    <message>
        <location filename="../ui/options/expirybar.cpp" line="122"/>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <location filename="../ui/options/expirybar.cpp" line="213"/>
        <source>Volatility at the money: %1 %</source>
        <translation>Volatilität am Geld: %1 %</translation>
    </message>
    <message>
        <location filename="../ui/options/expirybar.cpp" line="214"/>
        <source>Expected move by volatility: ±%1</source>
        <translation>Erwartete Bewegung nach Volatilität: ±%1</translation>
    </message>
    <message>
        <location filename="../ui/options/expirybar.cpp" line="215"/>
        <source>by 0.85 of the straddle: ±%1</source>
        <translation>nach 0,85 des Straddles: ±%1</translation>
    </message>
    <message>
        <location filename="../ui/options/expirybar.cpp" line="216"/>
        <source>by straddle and strangles: ±%1</source>
        <translation>nach Straddle und Strangles: ±%1</translation>
    </message>
    <message>
        <location filename="../ui/options/expirybar.cpp" line="217"/>
        <source>Max pain: %1</source>
        <translation>Max Pain: %1</translation>
    </message>
    <message>
        <location filename="../ui/options/expirybar.cpp" line="218"/>
        <source>Puts to calls by volume: %1</source>
        <translation>Puts zu Calls nach Umsatz: %1</translation>
    </message>
    <message>
        <location filename="../ui/options/expirybar.cpp" line="219"/>
        <source>Puts to calls by open interest: %1</source>
        <translation>Puts zu Calls nach Open Interest: %1</translation>
    </message>
</context>
<context>
    <name>tapeline::ExportDialog</name>
    <message>
        <location filename="../ui/journal/exportdialog.cpp" line="80"/>
        <source>Nothing was written.</source>
        <translation>Nichts wurde geschrieben.</translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/journal/exportdialog.cpp" line="89"/>
        <source>%n trade(s) were written to %1.</source>
        <translation>
            <numerusform>%n Geschäft wurde nach %1 geschrieben.</numerusform>
            <numerusform>%n Geschäfte wurden nach %1 geschrieben.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../ui/journal/exportdialog.cpp" line="95"/>
        <source>There is no file: %1.</source>
        <translation>Es gibt keine Datei: %1.</translation>
    </message>
    <message>
        <location filename="../ui/journal/exportdialog.cpp" line="186"/>
        <source>All accounts</source>
        <translation>Alle Konten</translation>
    </message>
    <message>
        <location filename="../ui/journal/exportdialog.cpp" line="209"/>
        <source>Files of this form (*.%1)</source>
        <extracomment>%1 is an ending of files such as &quot;csv&quot;</extracomment>
        <translation>Dateien dieser Form (*.%1)</translation>
    </message>
    <message>
        <location filename="../ui/journal/exportdialog.cpp" line="210"/>
        <location filename="../ui/journal/exportdialog.cpp" line="311"/>
        <source>Export the journal</source>
        <translation>Journal exportieren</translation>
    </message>
    <message>
        <location filename="../ui/journal/exportdialog.cpp" line="225"/>
        <source>Writing…</source>
        <translation>Wird geschrieben …</translation>
    </message>
    <message>
        <location filename="../ui/journal/exportdialog.cpp" line="267"/>
        <source>Figures with their definitions, curves, distributions, calendar and breakdowns as one page for any browser. It fetches nothing.</source>
        <translation>Kennzahlen mit ihren Definitionen, Kurven, Verteilungen, Kalender und Aufschlüsselungen als eine Seite für jeden Browser. Sie lädt nichts nach.</translation>
    </message>
    <message>
        <location filename="../ui/journal/exportdialog.cpp" line="272"/>
        <source>The same report on pages of A4.</source>
        <translation>Derselbe Bericht auf A4-Seiten.</translation>
    </message>
    <message>
        <location filename="../ui/journal/exportdialog.cpp" line="275"/>
        <source>One line a trade, with its notes, tags and figures, for a spreadsheet. Times are UTC.</source>
        <translation>Eine Zeile je Geschäft, mit Notizen, Schlagwörtern und Kennzahlen, für eine Tabellenkalkulation. Zeiten sind UTC.</translation>
    </message>
    <message>
        <location filename="../ui/journal/exportdialog.cpp" line="279"/>
        <source>One line a fill, in a form that an import takes in again. Times are UTC.</source>
        <translation>Eine Zeile je Ausführung, in einer Form, die sich wieder importieren lässt. Zeiten sind UTC.</translation>
    </message>
    <message>
        <location filename="../ui/journal/exportdialog.cpp" line="283"/>
        <source>Trades, executions, and all that was ever written about them, for other programs. A backup of the journal itself is a choice of its own.</source>
        <translation>Geschäfte, Ausführungen und alles, was je dazu geschrieben wurde, für andere Programme. Eine Sicherung des Journals selbst ist etwas Eigenes.</translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/journal/exportdialog.cpp" line="301"/>
        <source>%n trade(s)</source>
        <translation>
            <numerusform>%n Geschäft</numerusform>
            <numerusform>%n Geschäfte</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../ui/journal/exportdialog.cpp" line="312"/>
        <source>A trade counts for the day of its end in New York; one that is open for that of its opening.</source>
        <translation>Ein Geschäft zählt zum Tag seines Endes in New York, ein offenes zu dem seiner Eröffnung.</translation>
    </message>
    <message>
        <location filename="../ui/journal/exportdialog.cpp" line="314"/>
        <source>&amp;Account</source>
        <translation>&amp;Konto</translation>
    </message>
    <message>
        <location filename="../ui/journal/exportdialog.cpp" line="315"/>
        <source>&amp;Period</source>
        <translation>&amp;Zeitraum</translation>
    </message>
    <message>
        <location filename="../ui/journal/exportdialog.cpp" line="316"/>
        <source>to</source>
        <translation>bis</translation>
    </message>
    <message>
        <location filename="../ui/journal/exportdialog.cpp" line="317"/>
        <source>&amp;Form</source>
        <translation>&amp;Form</translation>
    </message>
    <message>
        <location filename="../ui/journal/exportdialog.cpp" line="318"/>
        <source>First day</source>
        <translation>Erster Tag</translation>
    </message>
    <message>
        <location filename="../ui/journal/exportdialog.cpp" line="319"/>
        <source>Last day</source>
        <translation>Letzter Tag</translation>
    </message>
    <message>
        <location filename="../ui/journal/exportdialog.cpp" line="320"/>
        <source>Progress of the export</source>
        <translation>Fortschritt des Exports</translation>
    </message>
    <message>
        <location filename="../ui/journal/exportdialog.cpp" line="321"/>
        <source>Export…</source>
        <translation>Exportieren …</translation>
    </message>
    <message>
        <location filename="../ui/journal/exportdialog.cpp" line="322"/>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <location filename="../ui/journal/exportdialog.cpp" line="323"/>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <location filename="../ui/journal/exportdialog.cpp" line="327"/>
        <source>All of the time</source>
        <translation>Gesamte Zeit</translation>
    </message>
    <message>
        <location filename="../ui/journal/exportdialog.cpp" line="328"/>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <location filename="../ui/journal/exportdialog.cpp" line="329"/>
        <source>This week</source>
        <translation>Diese Woche</translation>
    </message>
    <message>
        <location filename="../ui/journal/exportdialog.cpp" line="330"/>
        <source>This month</source>
        <translation>Dieser Monat</translation>
    </message>
    <message>
        <location filename="../ui/journal/exportdialog.cpp" line="331"/>
        <source>This quarter</source>
        <translation>Dieses Quartal</translation>
    </message>
    <message>
        <location filename="../ui/journal/exportdialog.cpp" line="332"/>
        <source>This year</source>
        <translation>Dieses Jahr</translation>
    </message>
    <message>
        <location filename="../ui/journal/exportdialog.cpp" line="333"/>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <location filename="../ui/journal/exportdialog.cpp" line="337"/>
        <source>Report, web page</source>
        <translation>Bericht, Webseite</translation>
    </message>
    <message>
        <location filename="../ui/journal/exportdialog.cpp" line="338"/>
        <source>Report, PDF</source>
        <translation>Bericht, PDF</translation>
    </message>
    <message>
        <location filename="../ui/journal/exportdialog.cpp" line="339"/>
        <source>Trades, CSV</source>
        <translation>Geschäfte, CSV</translation>
    </message>
    <message>
        <location filename="../ui/journal/exportdialog.cpp" line="340"/>
        <source>Executions, CSV</source>
        <translation>Ausführungen, CSV</translation>
    </message>
    <message>
        <location filename="../ui/journal/exportdialog.cpp" line="341"/>
        <source>Everything, JSON</source>
        <translation>Alles, JSON</translation>
    </message>
</context>
<context>
    <name>tapeline::ExposureBars</name>
    <message>
        <location filename="../ui/trading/exposurebars.cpp" line="27"/>
        <source>Other</source>
        <translation>Andere</translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/trading/exposurebars.cpp" line="38"/>
        <source>%n more</source>
        <translation>
            <numerusform>%n weiteres</numerusform>
            <numerusform>%n weitere</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../ui/trading/exposurebars.cpp" line="41"/>
        <source>By asset class</source>
        <translation>Nach Anlageklasse</translation>
    </message>
    <message>
        <location filename="../ui/trading/exposurebars.cpp" line="45"/>
        <source>All</source>
        <translation>Gesamt</translation>
    </message>
    <message>
        <location filename="../ui/trading/exposurebars.cpp" line="48"/>
        <location filename="../ui/trading/exposurebars.cpp" line="93"/>
        <source>Exposure by symbol</source>
        <translation>Engagement nach Symbol</translation>
    </message>
    <message>
        <location filename="../ui/trading/exposurebars.cpp" line="93"/>
        <source>Exposure: no open positions</source>
        <translation>Engagement: keine offenen Positionen</translation>
    </message>
    <message>
        <location filename="../ui/trading/exposurebars.cpp" line="98"/>
        <source>Gross</source>
        <translation>Brutto</translation>
    </message>
    <message>
        <location filename="../ui/trading/exposurebars.cpp" line="99"/>
        <source>Net</source>
        <translation>Netto</translation>
    </message>
</context>
<context>
    <name>tapeline::FigureRows</name>
    <message>
        <location filename="../src/models/journal/figurerows.cpp" line="104"/>
        <source>%1 (%2 to %3)</source>
        <translation>%1 (%2 bis %3)</translation>
    </message>
    <message numerus="yes">
        <location filename="../src/models/journal/figurerows.cpp" line="122"/>
        <source>%1 has %Ln trade(s).</source>
        <translation>
            <numerusform>%1 hat %Ln Geschäft.</numerusform>
            <numerusform>%1 hat %Ln Geschäfte.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../src/models/journal/figurerows.cpp" line="127"/>
        <source>There is nothing to compare yet. %1</source>
        <translation>Noch gibt es nichts zu vergleichen. %1</translation>
    </message>
    <message>
        <location filename="../src/models/journal/figurerows.cpp" line="129"/>
        <source>These cannot be told apart with %1 and %2 trades: the difference of the mean may be luck.</source>
        <translation>Mit %1 und %2 Geschäften lassen sich diese nicht unterscheiden: Der Unterschied der Mittel kann Glück sein.</translation>
    </message>
</context>
<context>
    <name>tapeline::FillMarks</name>
    <message>
        <location filename="../ui/chart/fillmarks.cpp" line="112"/>
        <source>%1 %2 at %3</source>
        <extracomment>A fill of an order: side, quantity, price</extracomment>
        <translation>%1 %2 zu %3</translation>
    </message>
    <message>
        <location filename="../ui/chart/fillmarks.cpp" line="115"/>
        <location filename="../ui/chart/fillmarks.cpp" line="132"/>
        <source>Fee %1</source>
        <translation>Gebühr %1</translation>
    </message>
    <message>
        <location filename="../ui/chart/fillmarks.cpp" line="129"/>
        <source>%1 fills: %2 %3 at %4 on average</source>
        <extracomment>Fills of one side in a chart: how many, side, quantity, average price</extracomment>
        <translation>%1 Ausführungen: %2 %3 zu durchschnittlich %4</translation>
    </message>
</context>
<context>
    <name>tapeline::FillPreviewModel</name>
    <message>
        <location filename="../src/models/journal/fillpreviewmodel.cpp" line="181"/>
        <source>Line</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <location filename="../src/models/journal/fillpreviewmodel.cpp" line="183"/>
        <source>Time (ET)</source>
        <translation>Zeit (ET)</translation>
    </message>
    <message>
        <location filename="../src/models/journal/fillpreviewmodel.cpp" line="185"/>
        <source>Symbol</source>
        <translation>Symbol</translation>
    </message>
    <message>
        <location filename="../src/models/journal/fillpreviewmodel.cpp" line="187"/>
        <source>Side</source>
        <translation>Seite</translation>
    </message>
    <message>
        <location filename="../src/models/journal/fillpreviewmodel.cpp" line="189"/>
        <source>Qty</source>
        <translation>Menge</translation>
    </message>
    <message>
        <location filename="../src/models/journal/fillpreviewmodel.cpp" line="191"/>
        <source>Price</source>
        <translation>Kurs</translation>
    </message>
    <message>
        <location filename="../src/models/journal/fillpreviewmodel.cpp" line="193"/>
        <source>×</source>
        <translation>×</translation>
    </message>
    <message>
        <location filename="../src/models/journal/fillpreviewmodel.cpp" line="195"/>
        <source>Fee</source>
        <translation>Gebühr</translation>
    </message>
    <message>
        <location filename="../src/models/journal/fillpreviewmodel.cpp" line="197"/>
        <source>Order</source>
        <translation>Order</translation>
    </message>
</context>
<context>
    <name>tapeline::FillProblemModel</name>
    <message>
        <location filename="../src/models/journal/fillproblemmodel.cpp" line="88"/>
        <source>Line</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <location filename="../src/models/journal/fillproblemmodel.cpp" line="90"/>
        <source>Column</source>
        <translation>Spalte</translation>
    </message>
    <message>
        <location filename="../src/models/journal/fillproblemmodel.cpp" line="92"/>
        <source>Reads</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <location filename="../src/models/journal/fillproblemmodel.cpp" line="94"/>
        <source>Why it is refused</source>
        <translation>Warum sie abgelehnt wird</translation>
    </message>
</context>
<context>
    <name>tapeline::FillText</name>
    <message>
        <location filename="../src/analytics/performance/filltext.cpp" line="15"/>
        <source>A quote is never closed, or text follows a closed one.</source>
        <translation>Ein Anführungszeichen wird nie geschlossen, oder nach einem geschlossenen folgt Text.</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/filltext.cpp" line="17"/>
        <source>The line has fewer fields than the columns need.</source>
        <translation>Die Zeile hat weniger Felder, als die Spalten brauchen.</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/filltext.cpp" line="19"/>
        <source>The line has more fields than the header: is a number with a comma not quoted?</source>
        <translation>Die Zeile hat mehr Felder als die Kopfzeile: Steht eine Zahl mit Komma ohne Anführungszeichen da?</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/filltext.cpp" line="21"/>
        <source>This is no date and time.</source>
        <translation>Das ist kein Datum mit Uhrzeit.</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/filltext.cpp" line="23"/>
        <source>The time lies ahead of now: is the time zone right?</source>
        <translation>Die Zeit liegt in der Zukunft: Stimmt die Zeitzone?</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/filltext.cpp" line="25"/>
        <source>The date is before 1990.</source>
        <translation>Das Datum liegt vor 1990.</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/filltext.cpp" line="27"/>
        <source>There is no symbol.</source>
        <translation>Das Symbol fehlt.</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/filltext.cpp" line="29"/>
        <source>This is neither buying nor selling.</source>
        <translation>Das ist weder Kauf noch Verkauf.</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/filltext.cpp" line="31"/>
        <source>The quantity is no number.</source>
        <translation>Die Menge ist keine Zahl.</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/filltext.cpp" line="33"/>
        <source>The quantity is 0.</source>
        <translation>Die Menge ist 0.</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/filltext.cpp" line="35"/>
        <source>It buys a negative quantity.</source>
        <translation>Gekauft wird eine negative Menge.</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/filltext.cpp" line="37"/>
        <source>The price is no number.</source>
        <translation>Der Kurs ist keine Zahl.</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/filltext.cpp" line="39"/>
        <source>The price is not above 0.</source>
        <translation>Der Kurs ist nicht größer als 0.</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/filltext.cpp" line="41"/>
        <source>The fee is no number.</source>
        <translation>Die Gebühr ist keine Zahl.</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/filltext.cpp" line="43"/>
        <source>The multiplier is no whole number above 0.</source>
        <translation>Der Multiplikator ist keine ganze Zahl größer als 0.</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/filltext.cpp" line="45"/>
        <source>What one contract of this stands for is not known; a column of multipliers would tell.</source>
        <translation>Wofür ein Kontrakt hiervon steht, ist nicht bekannt; eine Spalte mit Multiplikatoren würde es sagen.</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/filltext.cpp" line="49"/>
        <source>This is more than the journal can hold.</source>
        <translation>Das ist mehr, als das Journal fassen kann.</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/filltext.cpp" line="51"/>
        <source>The journal reckons in US dollars alone.</source>
        <translation>Das Journal rechnet nur in US-Dollar.</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/filltext.cpp" line="53"/>
        <source>The broker took this trade back.</source>
        <translation>Der Broker hat dieses Geschäft zurückgenommen.</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/filltext.cpp" line="55"/>
        <source>It expired, but nothing in the file had opened it.</source>
        <translation>Verfallen, aber nichts in der Datei hatte es eröffnet.</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/filltext.cpp" line="57"/>
        <source>Another line has the same execution id and says something else.</source>
        <translation>Eine andere Zeile hat dieselbe Ausführungs-ID und sagt etwas anderes.</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/filltext.cpp" line="66"/>
        <source>Line %1: %2</source>
        <translation>Zeile %1: %2</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/filltext.cpp" line="68"/>
        <source>Line %1, “%2”: %3</source>
        <translation>Zeile %1, „%2“: %3</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/filltext.cpp" line="69"/>
        <source>Line %1, %2 “%3”: %4</source>
        <translation>Zeile %1, %2 „%3“: %4</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/filltext.cpp" line="76"/>
        <source>Date and time</source>
        <translation>Datum und Uhrzeit</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/filltext.cpp" line="78"/>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/filltext.cpp" line="80"/>
        <source>Time of day</source>
        <translation>Uhrzeit</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/filltext.cpp" line="82"/>
        <source>Symbol</source>
        <translation>Symbol</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/filltext.cpp" line="84"/>
        <source>Side</source>
        <translation>Seite</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/filltext.cpp" line="86"/>
        <source>Quantity</source>
        <translation>Menge</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/filltext.cpp" line="88"/>
        <source>Price</source>
        <translation>Kurs</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/filltext.cpp" line="90"/>
        <source>Fee</source>
        <translation>Gebühr</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/filltext.cpp" line="92"/>
        <source>Multiplier</source>
        <translation>Multiplikator</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/filltext.cpp" line="94"/>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/filltext.cpp" line="96"/>
        <source>Currency</source>
        <translation>Währung</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/filltext.cpp" line="98"/>
        <source>Execution id</source>
        <translation>Ausführungs-ID</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/filltext.cpp" line="100"/>
        <source>Order id</source>
        <translation>Order-ID</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/filltext.cpp" line="102"/>
        <source>Underlying</source>
        <translation>Basiswert</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/filltext.cpp" line="104"/>
        <source>Expiry</source>
        <translation>Verfall</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/filltext.cpp" line="106"/>
        <source>Strike</source>
        <translation>Strike</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/filltext.cpp" line="108"/>
        <source>Call or put</source>
        <translation>Call oder Put</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/filltext.cpp" line="117"/>
        <source>The file is no UTF-8; it was read as Windows-1252.</source>
        <translation>Die Datei ist kein UTF-8; sie wurde als Windows-1252 gelesen.</translation>
    </message>
    <message numerus="yes">
        <location filename="../src/analytics/performance/filltext.cpp" line="119"/>
        <source>%n execution(s) stand in the file twice and count once.</source>
        <translation>
            <numerusform>%n Ausführung steht doppelt in der Datei und zählt einmal.</numerusform>
            <numerusform>%n Ausführungen stehen doppelt in der Datei und zählen einmal.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../src/analytics/performance/filltext.cpp" line="122"/>
        <source>%n fill(s) look like another and have no id: they are taken as parts of one order.</source>
        <translation>
            <numerusform>%n Ausführung gleicht einer anderen und hat keine ID: Sie gilt als Teil derselben Order.</numerusform>
            <numerusform>%n Ausführungen gleichen anderen und haben keine ID: Sie gelten als Teile einer Order.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../src/analytics/performance/filltext.cpp" line="127"/>
        <source>%n fill(s) have no time of day: midnight is taken.</source>
        <translation>
            <numerusform>%n Ausführung hat keine Uhrzeit: Angenommen wird Mitternacht.</numerusform>
            <numerusform>%n Ausführungen haben keine Uhrzeit: Angenommen wird Mitternacht.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../src/analytics/performance/filltext.cpp" line="130"/>
        <source>%n fill(s) have a fee below zero, which counts as received. If they were charges, paid fees are negative in this file.</source>
        <translation>
            <numerusform>%n Ausführung hat eine Gebühr unter null; sie gilt als erhalten. War sie gezahlt, dann sind gezahlte Gebühren in dieser Datei negativ.</numerusform>
            <numerusform>%n Ausführungen haben eine Gebühr unter null; sie gilt als erhalten. Waren sie gezahlt, dann sind gezahlte Gebühren in dieser Datei negativ.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../src/analytics/performance/filltext.cpp" line="138"/>
        <source>%n symbol(s) are kept as they are written, the service does not have them: %1.</source>
        <translation>
            <numerusform>%n Symbol bleibt, wie es geschrieben ist, der Dienst hat es nicht: %1.</numerusform>
            <numerusform>%n Symbole bleiben, wie sie geschrieben sind, der Dienst hat sie nicht: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../src/analytics/performance/filltext.cpp" line="144"/>
        <source>%n charge(s) belong to no fill of the file and are left out.</source>
        <translation>
            <numerusform>%n Belastung gehört zu keiner Ausführung der Datei und ist ausgelassen.</numerusform>
            <numerusform>%n Belastungen gehören zu keiner Ausführung der Datei und sind ausgelassen.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/filltext.cpp" line="155"/>
        <source>No date of the file tells whether the month or the day comes first. Choose which.</source>
        <translation>Kein Datum der Datei verrät, ob der Monat oder der Tag zuerst kommt. Wählen Sie es.</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/filltext.cpp" line="158"/>
        <source>Some dates of the file have the month first, others the day. Choose which is right; the others are bad lines.</source>
        <translation>In manchen Daten der Datei kommt der Monat zuerst, in anderen der Tag. Wählen Sie, was stimmt; die übrigen sind fehlerhafte Zeilen.</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/filltext.cpp" line="162"/>
        <source>No number of the file tells whether 1,234 is above a thousand or a little above one. Choose the decimal sign.</source>
        <translation>Keine Zahl der Datei verrät, ob 1,234 über tausend oder knapp über eins ist. Wählen Sie das Dezimaltrennzeichen.</translation>
    </message>
</context>
<context>
    <name>tapeline::FillsModel</name>
    <message>
        <location filename="../src/models/trading/fillsmodel.cpp" line="86"/>
        <source>Time (ET)</source>
        <translation>Zeit (ET)</translation>
    </message>
    <message>
        <location filename="../src/models/trading/fillsmodel.cpp" line="88"/>
        <source>Symbol</source>
        <translation>Symbol</translation>
    </message>
    <message>
        <location filename="../src/models/trading/fillsmodel.cpp" line="90"/>
        <source>Side</source>
        <translation>Seite</translation>
    </message>
    <message>
        <location filename="../src/models/trading/fillsmodel.cpp" line="92"/>
        <source>Quantity</source>
        <translation>Menge</translation>
    </message>
    <message>
        <location filename="../src/models/trading/fillsmodel.cpp" line="94"/>
        <source>Price</source>
        <translation>Kurs</translation>
    </message>
    <message>
        <location filename="../src/models/trading/fillsmodel.cpp" line="96"/>
        <source>Fee</source>
        <translation>Gebühr</translation>
    </message>
    <message>
        <location filename="../src/models/trading/fillsmodel.cpp" line="99"/>
        <source>Rule</source>
        <extracomment>Column: by which rule a fill came about</extracomment>
        <translation>Regel</translation>
    </message>
    <message>
        <location filename="../src/models/trading/fillsmodel.cpp" line="101"/>
        <source>Order</source>
        <translation>Order</translation>
    </message>
</context>
<context>
    <name>tapeline::FillsPanel</name>
    <message>
        <location filename="../ui/trading/fillspanel.cpp" line="34"/>
        <location filename="../ui/trading/fillspanel.cpp" line="42"/>
        <source>Receipt</source>
        <translation>Beleg</translation>
    </message>
    <message>
        <location filename="../ui/trading/fillspanel.cpp" line="39"/>
        <location filename="../ui/trading/fillspanel.cpp" line="40"/>
        <location filename="../src/app/desk.cpp" line="236"/>
        <source>Fills</source>
        <translation>Ausführungen</translation>
    </message>
    <message>
        <location filename="../ui/trading/fillspanel.cpp" line="41"/>
        <source>No fills yet.</source>
        <translation>Noch keine Ausführungen.</translation>
    </message>
    <message>
        <location filename="../ui/trading/fillspanel.cpp" line="43"/>
        <source>What the chosen fill rests on</source>
        <translation>Worauf die gewählte Ausführung beruht</translation>
    </message>
</context>
<context>
    <name>tapeline::FindingWords</name>
    <message>
        <location filename="../ui/connection/findingtext.cpp" line="19"/>
        <source>The plan lacks it</source>
        <translation>Im Tarif nicht enthalten</translation>
    </message>
    <message>
        <location filename="../ui/connection/findingtext.cpp" line="21"/>
        <source>The plan lacks it: %1 answers</source>
        <extracomment>%1 is a plan below the chosen one, such as &quot;Starter&quot;</extracomment>
        <translation>Im Tarif nicht enthalten: %1 antwortet</translation>
    </message>
    <message>
        <location filename="../ui/connection/findingtext.cpp" line="32"/>
        <source>Works</source>
        <translation>Funktioniert</translation>
    </message>
    <message>
        <location filename="../ui/connection/findingtext.cpp" line="34"/>
        <source>The key was refused</source>
        <translation>Der Schlüssel wurde abgelehnt</translation>
    </message>
    <message>
        <location filename="../ui/connection/findingtext.cpp" line="38"/>
        <source>Not offered by this server</source>
        <translation>Bietet dieser Server nicht an</translation>
    </message>
    <message>
        <location filename="../ui/connection/findingtext.cpp" line="40"/>
        <source>No network</source>
        <translation>Kein Netz</translation>
    </message>
    <message>
        <location filename="../ui/connection/findingtext.cpp" line="42"/>
        <source>Asked too often: wait a minute</source>
        <translation>Zu oft gefragt: eine Minute warten</translation>
    </message>
    <message>
        <location filename="../ui/connection/findingtext.cpp" line="45"/>
        <source>The service failed</source>
        <translation>Der Dienst hat versagt</translation>
    </message>
    <message>
        <location filename="../ui/connection/findingtext.cpp" line="54"/>
        <source>Asking for stocks…</source>
        <translation>Aktien werden abgefragt …</translation>
    </message>
    <message>
        <location filename="../ui/connection/findingtext.cpp" line="56"/>
        <source>Asking for options…</source>
        <translation>Optionen werden abgefragt …</translation>
    </message>
    <message>
        <location filename="../ui/connection/findingtext.cpp" line="58"/>
        <source>Asking for indices…</source>
        <translation>Indizes werden abgefragt …</translation>
    </message>
    <message>
        <location filename="../ui/connection/findingtext.cpp" line="60"/>
        <source>Asking for forex and crypto…</source>
        <translation>Devisen und Krypto werden abgefragt …</translation>
    </message>
    <message>
        <location filename="../ui/connection/findingtext.cpp" line="62"/>
        <source>Asking for futures…</source>
        <translation>Futures werden abgefragt …</translation>
    </message>
</context>
<context>
    <name>tapeline::FlowMenu</name>
    <message>
        <location filename="../ui/chart/flowmenu.cpp" line="83"/>
        <source>Order flow</source>
        <extracomment>Menu of a chart</extracomment>
        <translation>Orderfluss</translation>
    </message>
    <message>
        <location filename="../ui/chart/flowmenu.cpp" line="91"/>
        <source>Cumulative delta</source>
        <translation>Kumuliertes Delta</translation>
    </message>
    <message>
        <location filename="../ui/chart/flowmenu.cpp" line="93"/>
        <source>Candles</source>
        <translation>Kerzen</translation>
    </message>
    <message>
        <location filename="../ui/chart/flowmenu.cpp" line="94"/>
        <source>Line</source>
        <translation>Linie</translation>
    </message>
    <message>
        <location filename="../ui/chart/flowmenu.cpp" line="95"/>
        <source>Delta of each bar</source>
        <translation>Delta jeder Kerze</translation>
    </message>
    <message>
        <location filename="../ui/chart/flowmenu.cpp" line="96"/>
        <source>Hidden</source>
        <translation>Ausgeblendet</translation>
    </message>
    <message>
        <location filename="../ui/chart/flowmenu.cpp" line="101"/>
        <source>From 0 every day</source>
        <translation>Jeden Tag ab 0</translation>
    </message>
    <message>
        <location filename="../ui/chart/flowmenu.cpp" line="101"/>
        <source>Continuous</source>
        <translation>Fortlaufend</translation>
    </message>
    <message>
        <location filename="../ui/chart/flowmenu.cpp" line="103"/>
        <source>Divergence marks</source>
        <translation>Divergenzzeichen</translation>
    </message>
    <message>
        <location filename="../ui/chart/flowmenu.cpp" line="104"/>
        <source>Where the price makes a lower low and the cumulative delta a higher one, or the mirror, between swings of three bars on either side</source>
        <translation>Wo der Kurs ein tieferes Tief macht und das kumulierte Delta ein höheres, oder umgekehrt, zwischen Wendepunkten mit je drei Kerzen auf beiden Seiten</translation>
    </message>
    <message>
        <location filename="../ui/chart/flowmenu.cpp" line="108"/>
        <source>Rule</source>
        <extracomment>Submenu: how prints are told to be buys or sells</extracomment>
        <translation>Regel</translation>
    </message>
    <message>
        <location filename="../ui/chart/flowmenu.cpp" line="121"/>
        <source>Volume by price</source>
        <translation>Umsatz nach Kurs</translation>
    </message>
    <message>
        <location filename="../ui/chart/flowmenu.cpp" line="122"/>
        <source>Footprint</source>
        <translation>Footprint</translation>
    </message>
    <message>
        <location filename="../ui/chart/flowmenu.cpp" line="124"/>
        <source>No profile</source>
        <translation>Kein Profil</translation>
    </message>
    <message>
        <location filename="../ui/chart/flowmenu.cpp" line="125"/>
        <source>Profile of what is in view</source>
        <translation>Profil des sichtbaren Bereichs</translation>
    </message>
    <message>
        <location filename="../ui/chart/flowmenu.cpp" line="126"/>
        <source>Profile of the day</source>
        <translation>Profil des Tages</translation>
    </message>
    <message>
        <location filename="../ui/chart/flowmenu.cpp" line="129"/>
        <source>Profile of several days</source>
        <extracomment>Submenu: a volume profile of the last days added up</extracomment>
        <translation>Profil mehrerer Tage</translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/chart/flowmenu.cpp" line="133"/>
        <source>The last %n days</source>
        <translation>
            <numerusform>Der letzte %n Tag</numerusform>
            <numerusform>Die letzten %n Tage</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../ui/chart/flowmenu.cpp" line="142"/>
        <source>Profile of a range…</source>
        <extracomment>Menu of a chart; the person then drags over the bars</extracomment>
        <translation>Profil eines Bereichs …</translation>
    </message>
    <message>
        <location filename="../ui/chart/flowmenu.cpp" line="144"/>
        <source>Remove the range</source>
        <translation>Bereich entfernen</translation>
    </message>
    <message>
        <location filename="../ui/chart/flowmenu.cpp" line="149"/>
        <source>Developing levels</source>
        <translation>Werdende Niveaus</translation>
    </message>
    <message>
        <location filename="../ui/chart/flowmenu.cpp" line="151"/>
        <source>Point of control and value area of each day as they stood bar by bar</source>
        <translation>POC und Value Area jedes Tages, wie sie Kerze für Kerze standen</translation>
    </message>
    <message>
        <location filename="../ui/chart/flowmenu.cpp" line="152"/>
        <source>Naked points of control</source>
        <translation>Unberührte POCs</translation>
    </message>
    <message>
        <location filename="../ui/chart/flowmenu.cpp" line="153"/>
        <source>Of earlier days, where the price has not been again since</source>
        <translation>Früherer Tage, wo der Kurs seitdem nicht wieder war</translation>
    </message>
</context>
<context>
    <name>tapeline::FlowPane</name>
    <message>
        <location filename="../ui/chart/flowpane.cpp" line="201"/>
        <source>CVD %1</source>
        <extracomment>Legend of the order flow pane: cumulative volume delta</extracomment>
        <translation>CVD %1</translation>
    </message>
    <message>
        <location filename="../ui/chart/flowpane.cpp" line="203"/>
        <source>Delta %1</source>
        <extracomment>Legend of the order flow pane: delta of one bar</extracomment>
        <translation>Delta %1</translation>
    </message>
    <message>
        <location filename="../ui/chart/flowpane.cpp" line="206"/>
        <source>since %1</source>
        <extracomment>Legend of the order flow pane: of this bar only the prints since %1 are known</extracomment>
        <translation>seit %1</translation>
    </message>
    <message>
        <location filename="../ui/chart/flowpane.cpp" line="208"/>
        <source>estimated from bars, outside this scale</source>
        <translation>aus Kerzen geschätzt, außerhalb dieses Maßstabs</translation>
    </message>
    <message>
        <location filename="../ui/chart/flowpane.cpp" line="209"/>
        <source>estimated from bars</source>
        <translation>aus Kerzen geschätzt</translation>
    </message>
    <message>
        <location filename="../ui/chart/flowpane.cpp" line="216"/>
        <source>%1 % without a clear side</source>
        <extracomment>Legend of the order flow pane: share of the volume that traded between bid and ask</extracomment>
        <translation>%1 % ohne klare Seite</translation>
    </message>
    <message>
        <location filename="../ui/chart/flowpane.cpp" line="276"/>
        <source>Earlier bars: estimated, outside this scale</source>
        <extracomment>In the order flow pane: earlier bars are guessed, and not in view</extracomment>
        <translation>Frühere Kerzen: geschätzt, außerhalb dieses Maßstabs</translation>
    </message>
</context>
<context>
    <name>tapeline::FlowPanel</name>
    <message>
        <location filename="../ui/flow/flowpanel.cpp" line="95"/>
        <location filename="../src/app/desk.cpp" line="224"/>
        <source>Order flow</source>
        <translation>Orderfluss</translation>
    </message>
    <message>
        <location filename="../ui/flow/flowpanel.cpp" line="97"/>
        <source>Cumulative delta</source>
        <translation>Kumuliertes Delta</translation>
    </message>
    <message>
        <location filename="../ui/flow/flowpanel.cpp" line="99"/>
        <source>Net delta</source>
        <extracomment>Bought less sold volume of the newest prints</extracomment>
        <translation>Netto-Delta</translation>
    </message>
    <message>
        <location filename="../ui/flow/flowpanel.cpp" line="100"/>
        <source>Bought</source>
        <translation>Gekauft</translation>
    </message>
    <message>
        <location filename="../ui/flow/flowpanel.cpp" line="101"/>
        <source>Sold</source>
        <translation>Verkauft</translation>
    </message>
    <message>
        <location filename="../ui/flow/flowpanel.cpp" line="103"/>
        <source>Ratio</source>
        <extracomment>Bought by sold volume</extracomment>
        <translation>Verhältnis</translation>
    </message>
    <message>
        <location filename="../ui/flow/flowpanel.cpp" line="104"/>
        <source>Slope a print</source>
        <translation>Steigung je Umsatz</translation>
    </message>
    <message>
        <location filename="../ui/flow/flowpanel.cpp" line="105"/>
        <source>Divergence</source>
        <translation>Divergenz</translation>
    </message>
    <message>
        <location filename="../ui/flow/flowpanel.cpp" line="106"/>
        <source>VPIN</source>
        <translation>VPIN</translation>
    </message>
    <message>
        <location filename="../ui/flow/flowpanel.cpp" line="107"/>
        <source>Prints</source>
        <translation>Umsätze</translation>
    </message>
    <message>
        <location filename="../ui/flow/flowpanel.cpp" line="109"/>
        <source>Rules agree</source>
        <extracomment>Share of the prints on which all rules say the same</extracomment>
        <translation>Regeln einig</translation>
    </message>
    <message>
        <location filename="../ui/flow/flowpanel.cpp" line="111"/>
        <source>Since (ET)</source>
        <extracomment>Since when trades are counted</extracomment>
        <translation>Seit (ET)</translation>
    </message>
    <message>
        <location filename="../ui/flow/flowpanel.cpp" line="117"/>
        <source>How one-sided trading was, 0 to 1: the mean imbalance of the last 50 buckets of equal volume, each a fiftieth to a hundredth of what was traded so far. Nothing until they hold 20 prints each.</source>
        <translation>Wie einseitig gehandelt wurde, 0 bis 1: das mittlere Ungleichgewicht der letzten 50 Körbe gleichen Umsatzes, jeder ein Fünfzigstel bis ein Hundertstel des bisherigen. Nichts, solange sie nicht je 20 Umsätze enthalten.</translation>
    </message>
    <message>
        <location filename="../ui/flow/flowpanel.cpp" line="120"/>
        <source>&amp;Rule</source>
        <translation>&amp;Regel</translation>
    </message>
    <message>
        <location filename="../ui/flow/flowpanel.cpp" line="121"/>
        <source>&amp;Alert at a slope of</source>
        <translation>&amp;Alarm ab Steigung</translation>
    </message>
    <message>
        <location filename="../ui/flow/flowpanel.cpp" line="122"/>
        <source>Never</source>
        <translation>Nie</translation>
    </message>
    <message>
        <location filename="../ui/flow/flowpanel.cpp" line="123"/>
        <source>Sounds when the slope of the cumulative delta over the last 100 prints passes this many shares a print, up or down.</source>
        <translation>Ertönt, wenn die Steigung des kumulierten Deltas über die letzten 100 Umsätze so viele Aktien je Umsatz übersteigt, auf- oder abwärts.</translation>
    </message>
    <message>
        <location filename="../ui/flow/flowpanel.cpp" line="206"/>
        <source>The plan has no stream of trades. Charts show an estimate from bars.</source>
        <translation>Der Tarif hat keinen Strom der Umsätze. Charts zeigen eine Schätzung aus Kerzen.</translation>
    </message>
    <message>
        <location filename="../ui/flow/flowpanel.cpp" line="209"/>
        <source>Waiting for the first print</source>
        <translation>Wartet auf den ersten Umsatz</translation>
    </message>
    <message>
        <location filename="../ui/flow/flowpanel.cpp" line="233"/>
        <source>bullish</source>
        <translation>steigend</translation>
    </message>
    <message>
        <location filename="../ui/flow/flowpanel.cpp" line="234"/>
        <source>bearish</source>
        <translation>fallend</translation>
    </message>
    <message>
        <location filename="../ui/flow/flowpanel.cpp" line="235"/>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <location filename="../ui/flow/flowpanel.cpp" line="244"/>
        <source>%1 %</source>
        <extracomment>Share in percent</extracomment>
        <translation>%1 %</translation>
    </message>
    <message>
        <location filename="../ui/flow/flowpanel.cpp" line="247"/>
        <source>Crypto goes by the venue&apos;s word on each print.</source>
        <translation>Krypto richtet sich nach der Angabe des Handelsplatzes zu jedem Umsatz.</translation>
    </message>
    <message>
        <location filename="../ui/flow/flowpanel.cpp" line="251"/>
        <source>Without quotes there is only the %1.</source>
        <extracomment>%1 is the name of a rule that tells buys from sells</extracomment>
        <translation>Ohne Quotes gibt es nur: %1.</translation>
    </message>
</context>
<context>
    <name>tapeline::FlowText</name>
    <message>
        <location filename="../ui/chart/flowtext.cpp" line="21"/>
        <source>weighted by quote</source>
        <extracomment>A rule that tells buys from sells: prints inside the spread count half</extracomment>
        <translation>nach Quote gewichtet</translation>
    </message>
    <message>
        <location filename="../ui/chart/flowtext.cpp" line="23"/>
        <source>quote rule</source>
        <translation>Quote-Regel</translation>
    </message>
    <message>
        <location filename="../ui/chart/flowtext.cpp" line="25"/>
        <source>tick rule</source>
        <translation>Tick-Regel</translation>
    </message>
    <message>
        <location filename="../ui/chart/flowtext.cpp" line="27"/>
        <source>Lee-Ready</source>
        <translation>Lee-Ready</translation>
    </message>
    <message>
        <location filename="../ui/chart/flowtext.cpp" line="29"/>
        <source>EMO</source>
        <translation>EMO</translation>
    </message>
    <message>
        <location filename="../ui/chart/flowtext.cpp" line="31"/>
        <source>CLNV</source>
        <translation>CLNV</translation>
    </message>
    <message>
        <location filename="../ui/chart/flowtext.cpp" line="33"/>
        <source>venue&apos;s flag</source>
        <translation>Angabe des Handelsplatzes</translation>
    </message>
    <message>
        <location filename="../ui/chart/flowtext.cpp" line="42"/>
        <source>At the ask a buy, at the bid a sell; in between half a buy or half a sell.</source>
        <translation>Zum Brief ein Kauf, zum Geld ein Verkauf; dazwischen ein halber Kauf oder ein halber Verkauf.</translation>
    </message>
    <message>
        <location filename="../ui/chart/flowtext.cpp" line="46"/>
        <source>Above the middle of the quote a buy, below it a sell.</source>
        <translation>Über der Mitte des Quotes ein Kauf, darunter ein Verkauf.</translation>
    </message>
    <message>
        <location filename="../ui/chart/flowtext.cpp" line="49"/>
        <source>After a rise of the price a buy, after a fall a sell; needs no quotes.</source>
        <translation>Nach steigendem Kurs ein Kauf, nach fallendem ein Verkauf; braucht keine Quotes.</translation>
    </message>
    <message>
        <location filename="../ui/chart/flowtext.cpp" line="53"/>
        <source>The quote rule; at the middle the tick rule.</source>
        <translation>Die Quote-Regel; in der Mitte die Tick-Regel.</translation>
    </message>
    <message>
        <location filename="../ui/chart/flowtext.cpp" line="56"/>
        <source>At the ask a buy, at the bid a sell; elsewhere the tick rule.</source>
        <translation>Zum Brief ein Kauf, zum Geld ein Verkauf; sonst die Tick-Regel.</translation>
    </message>
    <message>
        <location filename="../ui/chart/flowtext.cpp" line="60"/>
        <source>In the upper 30 % of the spread a buy, in the lower 30 % a sell; elsewhere the tick rule.</source>
        <translation>In den oberen 30 % der Spanne ein Kauf, in den unteren 30 % ein Verkauf; sonst die Tick-Regel.</translation>
    </message>
    <message>
        <location filename="../ui/chart/flowtext.cpp" line="65"/>
        <source>What the venue says of each print (crypto).</source>
        <translation>Was der Handelsplatz zu jedem Umsatz sagt (Krypto).</translation>
    </message>
</context>
<context>
    <name>tapeline::FootprintPainter</name>
    <message>
        <location filename="../ui/chart/footprintpainter.cpp" line="306"/>
        <source>Footprint: no trades are known of these bars</source>
        <translation>Footprint: Von diesen Kerzen sind keine Umsätze bekannt</translation>
    </message>
    <message>
        <location filename="../ui/chart/footprintpainter.cpp" line="308"/>
        <source>Footprint: bars are too narrow. Zoom in with the wheel or +.</source>
        <translation>Footprint: Die Kerzen sind zu schmal. Mit dem Rad oder + hineinzoomen.</translation>
    </message>
    <message>
        <location filename="../ui/chart/footprintpainter.cpp" line="309"/>
        <source>Footprint: zoom in for the figures, with the wheel or +.</source>
        <translation>Footprint: Für die Zahlen hineinzoomen, mit dem Rad oder +.</translation>
    </message>
</context>
<context>
    <name>tapeline::GreeksModel</name>
    <message>
        <location filename="../src/models/options/greeksmodel.cpp" line="134"/>
        <source>Position</source>
        <translation>Position</translation>
    </message>
    <message>
        <location filename="../src/models/options/greeksmodel.cpp" line="136"/>
        <source>Quantity</source>
        <translation>Menge</translation>
    </message>
    <message>
        <location filename="../src/models/options/greeksmodel.cpp" line="139"/>
        <source>Days</source>
        <extracomment>Column: calendar days to expiry</extracomment>
        <translation>Tage</translation>
    </message>
    <message>
        <location filename="../src/models/options/greeksmodel.cpp" line="141"/>
        <source>IV</source>
        <translation>IV</translation>
    </message>
    <message>
        <location filename="../src/models/options/greeksmodel.cpp" line="144"/>
        <source>Delta</source>
        <extracomment>Column: in shares</extracomment>
        <translation>Delta</translation>
    </message>
    <message>
        <location filename="../src/models/options/greeksmodel.cpp" line="146"/>
        <source>Delta $</source>
        <translation>Delta $</translation>
    </message>
    <message>
        <location filename="../src/models/options/greeksmodel.cpp" line="148"/>
        <source>Beta</source>
        <translation>Beta</translation>
    </message>
    <message>
        <location filename="../src/models/options/greeksmodel.cpp" line="151"/>
        <source>%1 delta</source>
        <extracomment>Column: delta in shares of the index</extracomment>
        <translation>%1-Delta</translation>
    </message>
    <message>
        <location filename="../src/models/options/greeksmodel.cpp" line="153"/>
        <source>Gamma</source>
        <translation>Gamma</translation>
    </message>
    <message>
        <location filename="../src/models/options/greeksmodel.cpp" line="155"/>
        <source>Theta a day</source>
        <translation>Theta am Tag</translation>
    </message>
    <message>
        <location filename="../src/models/options/greeksmodel.cpp" line="157"/>
        <source>Vega</source>
        <translation>Vega</translation>
    </message>
    <message>
        <location filename="../src/models/options/greeksmodel.cpp" line="159"/>
        <source>Open P/L</source>
        <translation>Offener G/V</translation>
    </message>
    <message>
        <location filename="../src/models/options/greeksmodel.cpp" line="210"/>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <location filename="../src/models/options/greeksmodel.cpp" line="216"/>
        <source>%1 *</source>
        <extracomment>A beta that is assumed, not reckoned</extracomment>
        <translation>%1 *</translation>
    </message>
</context>
<context>
    <name>tapeline::HeatMapView</name>
    <message>
        <location filename="../ui/book/heatmapview.cpp" line="62"/>
        <location filename="../ui/book/heatmapview.cpp" line="616"/>
        <source>Heat map of resting sizes</source>
        <translation>Heatmap der liegenden Größen</translation>
    </message>
    <message>
        <location filename="../ui/book/heatmapview.cpp" line="301"/>
        <source>%1 at rest</source>
        <extracomment>Under the mouse: %1 shares rested there</extracomment>
        <translation>%1 liegen</translation>
    </message>
    <message>
        <location filename="../ui/book/heatmapview.cpp" line="309"/>
        <source>%1 traded</source>
        <extracomment>Under the mouse: %1 shares were traded there</extracomment>
        <translation>%1 gehandelt</translation>
    </message>
    <message>
        <location filename="../ui/book/heatmapview.cpp" line="422"/>
        <source>OFI ±%1</source>
        <extracomment>Order-flow imbalance of the best quotes; %1 is the height of the strip</extracomment>
        <translation>OFI ±%1</translation>
    </message>
    <message>
        <location filename="../ui/book/heatmapview.cpp" line="477"/>
        <source>At rest: 0</source>
        <extracomment>Before the colours of the heat map</extracomment>
        <translation>Liegend: 0</translation>
    </message>
    <message>
        <location filename="../ui/book/heatmapview.cpp" line="508"/>
        <source>Sizes at rest are drawn from now on: there is no record of books from before.</source>
        <translation>Liegende Größen werden ab jetzt gezeichnet: Frühere Bücher hält niemand fest.</translation>
    </message>
</context>
<context>
    <name>tapeline::HelpBrowser</name>
    <message>
        <location filename="../ui/dialogs/helpbrowser.cpp" line="104"/>
        <source>Tapeline help</source>
        <translation>Tapeline-Hilfe</translation>
    </message>
    <message>
        <location filename="../ui/dialogs/helpbrowser.cpp" line="105"/>
        <source>Help text</source>
        <translation>Hilfetext</translation>
    </message>
</context>
<context>
    <name>tapeline::ImportDialog</name>
    <message>
        <location filename="../ui/journal/importdialog.cpp" line="121"/>
        <source>Fills of another broker&apos;s</source>
        <translation>Ausführungen eines anderen Brokers</translation>
    </message>
    <message>
        <location filename="../ui/journal/importdialog.cpp" line="122"/>
        <source>Tables (*.csv *.txt *.tsv *.gz *.zst);;All files (*)</source>
        <translation>Tabellen (*.csv *.txt *.tsv *.gz *.zst);;Alle Dateien (*)</translation>
    </message>
    <message>
        <location filename="../ui/journal/importdialog.cpp" line="164"/>
        <source>%1 cannot be taken in: %2.</source>
        <translation>%1 kann nicht übernommen werden: %2.</translation>
    </message>
    <message>
        <location filename="../ui/journal/importdialog.cpp" line="204"/>
        <source>This cannot be taken in: %1.</source>
        <translation>Das kann nicht übernommen werden: %1.</translation>
    </message>
    <message>
        <location filename="../ui/journal/importdialog.cpp" line="227"/>
        <source>Nothing was taken in: %1.</source>
        <translation>Nichts wurde übernommen: %1.</translation>
    </message>
    <message>
        <location filename="../ui/journal/importdialog.cpp" line="244"/>
        <location filename="../ui/journal/importdialogview.cpp" line="152"/>
        <location filename="../ui/journal/importdialogview.cpp" line="188"/>
        <source>Bad lines</source>
        <translation>Fehlerhafte Zeilen</translation>
    </message>
    <message>
        <location filename="../ui/journal/importdialog.cpp" line="244"/>
        <source>Tables (*.csv)</source>
        <translation>Tabellen (*.csv)</translation>
    </message>
    <message>
        <location filename="../ui/journal/importdialog.cpp" line="249"/>
        <source>The list is in %1.</source>
        <translation>Die Liste ist in %1.</translation>
    </message>
    <message>
        <location filename="../ui/journal/importdialog.cpp" line="250"/>
        <source>The list cannot be written: %1.</source>
        <translation>Die Liste kann nicht geschrieben werden: %1.</translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/journal/importdialogview.cpp" line="109"/>
        <source>Import %n fill(s)</source>
        <translation>
            <numerusform>%n Ausführung importieren</numerusform>
            <numerusform>%n Ausführungen importieren</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../ui/journal/importdialogview.cpp" line="109"/>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <location filename="../ui/journal/importdialogview.cpp" line="110"/>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <location filename="../ui/journal/importdialogview.cpp" line="110"/>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/journal/importdialogview.cpp" line="120"/>
        <source>%n fill(s) are in the journal, under import/%1.</source>
        <translation>
            <numerusform>%n Ausführung ist im Journal, unter import/%1.</numerusform>
            <numerusform>%n Ausführungen sind im Journal, unter import/%1.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../ui/journal/importdialogview.cpp" line="127"/>
        <source>a date</source>
        <translation>ein Datum</translation>
    </message>
    <message>
        <location filename="../ui/journal/importdialogview.cpp" line="128"/>
        <source>a column for “%1”</source>
        <translation>eine Spalte für „%1“</translation>
    </message>
    <message>
        <location filename="../ui/journal/importdialogview.cpp" line="130"/>
        <source>Choose %1.</source>
        <translation>Es fehlt: %1.</translation>
    </message>
    <message>
        <location filename="../ui/journal/importdialogview.cpp" line="136"/>
        <source>No line of the file is a fill.</source>
        <translation>Keine Zeile der Datei ist eine Ausführung.</translation>
    </message>
    <message>
        <location filename="../ui/journal/importdialogview.cpp" line="138"/>
        <source>Give the account a name.</source>
        <translation>Geben Sie dem Konto einen Namen.</translation>
    </message>
    <message>
        <location filename="../ui/journal/importdialogview.cpp" line="140"/>
        <source>Nothing is taken in while lines are bad, unless they are left out.</source>
        <translation>Solange Zeilen fehlerhaft sind, wird nichts übernommen, außer sie werden ausgelassen.</translation>
    </message>
    <message>
        <location filename="../ui/journal/importdialogview.cpp" line="142"/>
        <source>All of it is in the journal already.</source>
        <translation>Alles davon steht schon im Journal.</translation>
    </message>
    <message>
        <location filename="../ui/journal/importdialogview.cpp" line="150"/>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <location filename="../ui/journal/importdialogview.cpp" line="152"/>
        <source>Bad lines: %1</source>
        <translation>Fehlerhafte Zeilen: %1</translation>
    </message>
    <message>
        <location filename="../ui/journal/importdialogview.cpp" line="163"/>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <location filename="../ui/journal/importdialogview.cpp" line="164"/>
        <source>form not recognised</source>
        <translation>Form nicht erkannt</translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/journal/importdialogview.cpp" line="167"/>
        <source>%n fill(s)</source>
        <translation>
            <numerusform>%n Ausführung</numerusform>
            <numerusform>%n Ausführungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/journal/importdialogview.cpp" line="169"/>
        <source>%n other line(s)</source>
        <translation>
            <numerusform>%n andere Zeile</numerusform>
            <numerusform>%n andere Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../ui/journal/importdialogview.cpp" line="185"/>
        <source>Import fills</source>
        <translation>Ausführungen importieren</translation>
    </message>
    <message>
        <location filename="../ui/journal/importdialogview.cpp" line="186"/>
        <source>Another file…</source>
        <translation>Andere Datei …</translation>
    </message>
    <message>
        <location filename="../ui/journal/importdialogview.cpp" line="187"/>
        <source>First lines as fills</source>
        <translation>Erste Zeilen als Ausführungen</translation>
    </message>
    <message>
        <location filename="../ui/journal/importdialogview.cpp" line="189"/>
        <source>Save this list…</source>
        <translation>Liste speichern …</translation>
    </message>
    <message>
        <location filename="../ui/journal/importdialogview.cpp" line="190"/>
        <source>Reading the file</source>
        <translation>Die Datei wird gelesen</translation>
    </message>
    <message>
        <location filename="../ui/journal/importdialogview.cpp" line="191"/>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
</context>
<context>
    <name>tapeline::ImportDrop</name>
    <message>
        <location filename="../ui/journal/importdrop.cpp" line="129"/>
        <source>Drop a file of fills here</source>
        <translation>Datei mit Ausführungen hierher ziehen</translation>
    </message>
    <message>
        <location filename="../ui/journal/importdrop.cpp" line="130"/>
        <source>Choose a file…</source>
        <translation>Datei wählen …</translation>
    </message>
    <message>
        <location filename="../ui/journal/importdrop.cpp" line="132"/>
        <source>Activity statements and Flex queries of Interactive Brokers, account statements of thinkorswim, the transaction history of tastytrade, orders of Webull, and any table with a time, a symbol, a quantity and a price. CSV, also as .gz or .zst. Nothing is kept before you say so.</source>
        <translation>Kontoauszüge und Flex-Abfragen von Interactive Brokers, Kontoauszüge von thinkorswim, die Transaktionsliste von tastytrade, Orders von Webull und jede Tabelle mit Zeit, Symbol, Menge und Kurs. CSV, auch als .gz oder .zst. Nichts wird aufgehoben, bevor Sie es sagen.</translation>
    </message>
</context>
<context>
    <name>tapeline::ImportForm</name>
    <message>
        <location filename="../ui/journal/importform.cpp" line="204"/>
        <source>By hand</source>
        <translation>Von Hand</translation>
    </message>
    <message>
        <location filename="../ui/journal/importform.cpp" line="206"/>
        <source>Any table of fills</source>
        <translation>Beliebige Tabelle von Ausführungen</translation>
    </message>
    <message>
        <location filename="../ui/journal/importform.cpp" line="356"/>
        <source>This computer&apos;s</source>
        <translation>Die dieses Rechners</translation>
    </message>
    <message>
        <location filename="../ui/journal/importform.cpp" line="357"/>
        <source>Eastern (New York)</source>
        <translation>Eastern (New York)</translation>
    </message>
    <message>
        <location filename="../ui/journal/importform.cpp" line="362"/>
        <location filename="../ui/journal/importform.cpp" line="367"/>
        <source>As the file shows</source>
        <translation>Wie die Datei zeigt</translation>
    </message>
    <message>
        <location filename="../ui/journal/importform.cpp" line="363"/>
        <source>Month first (12/31)</source>
        <translation>Monat zuerst (12/31)</translation>
    </message>
    <message>
        <location filename="../ui/journal/importform.cpp" line="364"/>
        <source>Day first (31/12)</source>
        <translation>Tag zuerst (31/12)</translation>
    </message>
    <message>
        <location filename="../ui/journal/importform.cpp" line="368"/>
        <source>Point (1,234.5)</source>
        <translation>Punkt (1,234.5)</translation>
    </message>
    <message>
        <location filename="../ui/journal/importform.cpp" line="369"/>
        <source>Comma (1.234,5)</source>
        <translation>Komma (1.234,5)</translation>
    </message>
    <message>
        <location filename="../ui/journal/importform.cpp" line="375"/>
        <source>&amp;Form</source>
        <translation>&amp;Form</translation>
    </message>
    <message>
        <location filename="../ui/journal/importform.cpp" line="376"/>
        <source>&amp;Account</source>
        <translation>&amp;Konto</translation>
    </message>
    <message>
        <location filename="../ui/journal/importform.cpp" line="377"/>
        <source>What the fills are kept under: import/…</source>
        <translation>Worunter die Ausführungen geführt werden: import/…</translation>
    </message>
    <message>
        <location filename="../ui/journal/importform.cpp" line="378"/>
        <source>Notation</source>
        <translation>Schreibweise</translation>
    </message>
    <message>
        <location filename="../ui/journal/importform.cpp" line="379"/>
        <source>Time &amp;zone</source>
        <translation>&amp;Zeitzone</translation>
    </message>
    <message>
        <location filename="../ui/journal/importform.cpp" line="380"/>
        <source>Of times that do not name one themselves</source>
        <translation>Für Zeiten, die selbst keine nennen</translation>
    </message>
    <message>
        <location filename="../ui/journal/importform.cpp" line="381"/>
        <source>&amp;Dates</source>
        <translation>&amp;Datum</translation>
    </message>
    <message>
        <location filename="../ui/journal/importform.cpp" line="382"/>
        <source>De&amp;cimal sign</source>
        <translation>Dezimal&amp;trennzeichen</translation>
    </message>
    <message>
        <location filename="../ui/journal/importform.cpp" line="383"/>
        <source>Fees that were paid are negative</source>
        <translation>Gezahlte Gebühren sind negativ</translation>
    </message>
    <message>
        <location filename="../ui/journal/importform.cpp" line="384"/>
        <source>Prices are of a whole contract</source>
        <translation>Kurse gelten für einen ganzen Kontrakt</translation>
    </message>
    <message>
        <location filename="../ui/journal/importform.cpp" line="385"/>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <location filename="../ui/journal/importform.cpp" line="389"/>
        <source>Further fee</source>
        <translation>Weitere Gebühr</translation>
    </message>
    <message>
        <location filename="../ui/journal/importform.cpp" line="391"/>
        <source>Column: %1</source>
        <translation>Spalte: %1</translation>
    </message>
    <message>
        <location filename="../ui/journal/importform.cpp" line="393"/>
        <source>Keep this form as…</source>
        <translation>Form aufheben als …</translation>
    </message>
    <message>
        <location filename="../ui/journal/importform.cpp" line="394"/>
        <source>Name of this form</source>
        <translation>Name dieser Form</translation>
    </message>
    <message>
        <location filename="../ui/journal/importform.cpp" line="395"/>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <location filename="../ui/journal/importform.cpp" line="396"/>
        <source>Forget</source>
        <translation>Vergessen</translation>
    </message>
</context>
<context>
    <name>tapeline::ImportOutcomeView</name>
    <message numerus="yes">
        <location filename="../ui/journal/importoutcome.cpp" line="112"/>
        <source>Leave out %n bad line(s) and take in the others</source>
        <translation>
            <numerusform>%n fehlerhafte Zeile auslassen und die übrigen übernehmen</numerusform>
            <numerusform>%n fehlerhafte Zeilen auslassen und die übrigen übernehmen</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../ui/journal/importoutcome.cpp" line="123"/>
        <source>What would come of it</source>
        <translation>Was daraus würde</translation>
    </message>
    <message>
        <location filename="../ui/journal/importoutcome.cpp" line="124"/>
        <source>New fills</source>
        <translation>Neue Ausführungen</translation>
    </message>
    <message>
        <location filename="../ui/journal/importoutcome.cpp" line="125"/>
        <source>Known already</source>
        <translation>Schon bekannt</translation>
    </message>
    <message>
        <location filename="../ui/journal/importoutcome.cpp" line="126"/>
        <source>Closed trades</source>
        <translation>Geschlossene Geschäfte</translation>
    </message>
    <message>
        <location filename="../ui/journal/importoutcome.cpp" line="127"/>
        <source>Still open</source>
        <translation>Noch offen</translation>
    </message>
    <message>
        <location filename="../ui/journal/importoutcome.cpp" line="128"/>
        <source>Net of the closed</source>
        <translation>Netto der geschlossenen</translation>
    </message>
    <message>
        <location filename="../ui/journal/importoutcome.cpp" line="129"/>
        <source>Of the whole account, with what was in it before</source>
        <translation>Für das ganze Konto, mit dem, was vorher darin war</translation>
    </message>
</context>
<context>
    <name>tapeline::IndicatorPicker</name>
    <message>
        <location filename="../ui/chart/studies/indicatorpicker.cpp" line="175"/>
        <source>Favourites</source>
        <translation>Favoriten</translation>
    </message>
    <message>
        <location filename="../ui/chart/studies/indicatorpicker.cpp" line="228"/>
        <source>%1, a favourite</source>
        <translation>%1, ein Favorit</translation>
    </message>
    <message>
        <location filename="../ui/chart/studies/indicatorpicker.cpp" line="297"/>
        <source>%1 (hidden)</source>
        <extracomment>In the list of a chart&apos;s indicators: %1 is there but not drawn</extracomment>
        <translation>%1 (ausgeblendet)</translation>
    </message>
    <message>
        <location filename="../ui/chart/studies/indicatorpicker.cpp" line="317"/>
        <source>No favourite any more</source>
        <translation>Kein Favorit mehr</translation>
    </message>
    <message>
        <location filename="../ui/chart/studies/indicatorpicker.cpp" line="318"/>
        <source>Favourite</source>
        <translation>Favorit</translation>
    </message>
    <message>
        <location filename="../ui/chart/studies/indicatorpicker.cpp" line="323"/>
        <source>Show</source>
        <translation>Einblenden</translation>
    </message>
    <message>
        <location filename="../ui/chart/studies/indicatorpicker.cpp" line="323"/>
        <source>Hide</source>
        <translation>Ausblenden</translation>
    </message>
    <message>
        <location filename="../ui/chart/studies/indicatorpicker.cpp" line="338"/>
        <location filename="../ui/chart/studies/indicatorpicker.cpp" line="341"/>
        <source>Indicators</source>
        <translation>Indikatoren</translation>
    </message>
    <message>
        <location filename="../ui/chart/studies/indicatorpicker.cpp" line="339"/>
        <source>Type a name: moving average, RSI, VWAP</source>
        <translation>Namen tippen: Durchschnitt, RSI, VWAP</translation>
    </message>
    <message>
        <location filename="../ui/chart/studies/indicatorpicker.cpp" line="340"/>
        <source>Search for an indicator</source>
        <translation>Indikator suchen</translation>
    </message>
    <message>
        <location filename="../ui/chart/studies/indicatorpicker.cpp" line="342"/>
        <source>No indicator is called that.</source>
        <translation>Kein Indikator heißt so.</translation>
    </message>
    <message>
        <location filename="../ui/chart/studies/indicatorpicker.cpp" line="343"/>
        <source>Add to the chart</source>
        <translation>Zum Chart hinzufügen</translation>
    </message>
    <message>
        <location filename="../ui/chart/studies/indicatorpicker.cpp" line="344"/>
        <source>On this chart</source>
        <translation>In diesem Chart</translation>
    </message>
    <message>
        <location filename="../ui/chart/studies/indicatorpicker.cpp" line="345"/>
        <source>Indicators on this chart</source>
        <translation>Indikatoren in diesem Chart</translation>
    </message>
    <message>
        <location filename="../ui/chart/studies/indicatorpicker.cpp" line="346"/>
        <source>Settings…</source>
        <translation>Einstellungen …</translation>
    </message>
    <message>
        <location filename="../ui/chart/studies/indicatorpicker.cpp" line="347"/>
        <source>Duplicate</source>
        <translation>Duplizieren</translation>
    </message>
    <message>
        <location filename="../ui/chart/studies/indicatorpicker.cpp" line="348"/>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <location filename="../ui/chart/studies/indicatorpicker.cpp" line="349"/>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>tapeline::IndicatorSettings</name>
    <message>
        <location filename="../ui/chart/studies/indicatorsettings.cpp" line="148"/>
        <source>yyyy-MM-dd HH:mm &apos;ET&apos;</source>
        <extracomment>Format of a date and time, as of QDateTime::toString(); ET is US Eastern time</extracomment>
        <translation>dd.MM.yyyy HH:mm &apos;ET&apos;</translation>
    </message>
    <message>
        <location filename="../ui/chart/studies/indicatorsettings.cpp" line="169"/>
        <source>Colour of %1</source>
        <translation>Farbe von %1</translation>
    </message>
    <message>
        <location filename="../ui/chart/studies/indicatorsettings.cpp" line="174"/>
        <source>Width of %1</source>
        <translation>Breite von %1</translation>
    </message>
    <message>
        <location filename="../ui/chart/studies/indicatorsettings.cpp" line="177"/>
        <source>%1 px</source>
        <extracomment>Width of a line in pixels</extracomment>
        <translation>%1 px</translation>
    </message>
    <message>
        <location filename="../ui/chart/studies/indicatorsettings.cpp" line="180"/>
        <source>Style of %1</source>
        <translation>Stil von %1</translation>
    </message>
    <message>
        <location filename="../ui/chart/studies/indicatorsettings.cpp" line="181"/>
        <source>Solid</source>
        <translation>Durchgezogen</translation>
    </message>
    <message>
        <location filename="../ui/chart/studies/indicatorsettings.cpp" line="181"/>
        <source>Dashed</source>
        <translation>Gestrichelt</translation>
    </message>
    <message>
        <location filename="../ui/chart/studies/indicatorsettings.cpp" line="181"/>
        <source>Dotted</source>
        <translation>Gepunktet</translation>
    </message>
    <message>
        <location filename="../ui/chart/studies/indicatorsettings.cpp" line="200"/>
        <source>Defaults</source>
        <translation>Standardwerte</translation>
    </message>
    <message>
        <location filename="../ui/chart/studies/indicatorsettings.cpp" line="202"/>
        <source>Save as default</source>
        <translation>Als Standard speichern</translation>
    </message>
    <message>
        <location filename="../ui/chart/studies/indicatorsettings.cpp" line="205"/>
        <source>Every %1 added from now on is set like this</source>
        <translation>Jeder neue %1 ist von nun an so eingestellt</translation>
    </message>
</context>
<context>
    <name>tapeline::IntervalDialog</name>
    <message>
        <location filename="../ui/frame/intervaldialog.cpp" line="21"/>
        <source>Change the interval</source>
        <translation>Intervall ändern</translation>
    </message>
    <message>
        <location filename="../ui/frame/intervaldialog.cpp" line="24"/>
        <source>Interval</source>
        <translation>Intervall</translation>
    </message>
    <message>
        <location filename="../ui/frame/intervaldialog.cpp" line="25"/>
        <source>5, 1h, 500T, 10000V, 25R, 10B</source>
        <translation>5, 1h, 500T, 10000V, 25R, 10B</translation>
    </message>
    <message>
        <location filename="../ui/frame/intervaldialog.cpp" line="30"/>
        <source>Change</source>
        <translation>Ändern</translation>
    </message>
    <message>
        <location filename="../ui/frame/intervaldialog.cpp" line="70"/>
        <source>A number is minutes; s, m, h, D, W and M are times. T ends bars after so many trades, V after so much volume, R after a range and B makes Renko bricks, both in the smallest steps of the price.</source>
        <translation>Eine Zahl sind Minuten; s, m, h, D, W und M sind Zeiten. T beendet Kerzen nach so vielen Abschlüssen, V nach so viel Umsatz, R nach einer Spanne, und B macht Renko-Steine, beide in kleinsten Schritten des Kurses.</translation>
    </message>
    <message>
        <location filename="../ui/frame/intervaldialog.cpp" line="75"/>
        <source>“%1” is no interval.</source>
        <extracomment>%1 is what was typed</extracomment>
        <translation>„%1“ ist kein Intervall.</translation>
    </message>
</context>
<context>
    <name>tapeline::JournalBinding</name>
    <message>
        <location filename="../src/app/journalbinding.cpp" line="92"/>
        <source>Import fills…</source>
        <translation>Ausführungen importieren …</translation>
    </message>
    <message>
        <location filename="../src/app/journalbinding.cpp" line="94"/>
        <source>Export journal…</source>
        <translation>Journal exportieren …</translation>
    </message>
    <message>
        <location filename="../src/app/journalbinding.cpp" line="96"/>
        <source>Back up or restore journal…</source>
        <translation>Journal sichern oder wiederherstellen …</translation>
    </message>
    <message>
        <location filename="../src/app/journalbinding.cpp" line="105"/>
        <source>Import…</source>
        <translation>Importieren …</translation>
    </message>
    <message>
        <location filename="../src/app/journalbinding.cpp" line="107"/>
        <source>Export…</source>
        <translation>Exportieren …</translation>
    </message>
    <message>
        <location filename="../src/app/journalbinding.cpp" line="109"/>
        <source>Backup…</source>
        <translation>Sicherung …</translation>
    </message>
    <message>
        <location filename="../src/app/journalbinding.cpp" line="126"/>
        <source>Dashboards</source>
        <translation>Auswertung</translation>
    </message>
    <message>
        <location filename="../src/app/journalbinding.cpp" line="137"/>
        <source>No recording that was opened here holds %1 at that time.</source>
        <translation>Keine hier geöffnete Aufzeichnung enthält %1 zu dieser Zeit.</translation>
    </message>
</context>
<context>
    <name>tapeline::JournalChips</name>
    <message>
        <location filename="../ui/journal/journalchips.cpp" line="53"/>
        <source>%1 of %2 trades</source>
        <translation>%1 von %2 Geschäften</translation>
    </message>
    <message>
        <location filename="../ui/journal/journalchips.cpp" line="73"/>
        <source>Take this filter away</source>
        <translation>Diesen Filter wegnehmen</translation>
    </message>
    <message>
        <location filename="../ui/journal/journalchips.cpp" line="74"/>
        <source>Take the filter away: %1</source>
        <translation>Filter wegnehmen: %1</translation>
    </message>
</context>
<context>
    <name>tapeline::JournalFilterBar</name>
    <message>
        <location filename="../ui/journal/journalfilterbar.cpp" line="125"/>
        <source>All accounts</source>
        <translation>Alle Konten</translation>
    </message>
    <message>
        <location filename="../ui/journal/journalfilterbar.cpp" line="128"/>
        <source>%1: all accounts</source>
        <extracomment>All accounts of a market: &quot;Simulated: all accounts&quot;</extracomment>
        <translation>%1: alle Konten</translation>
    </message>
    <message>
        <location filename="../ui/journal/journalfilterbar.cpp" line="169"/>
        <source>Saved filters</source>
        <translation>Gespeicherte Filter</translation>
    </message>
    <message>
        <location filename="../ui/journal/journalfilterbar.cpp" line="210"/>
        <source>Save this filter…</source>
        <translation>Diesen Filter speichern …</translation>
    </message>
    <message>
        <location filename="../ui/journal/journalfilterbar.cpp" line="213"/>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <location filename="../ui/journal/journalfilterbar.cpp" line="260"/>
        <source>Accounts</source>
        <translation>Konten</translation>
    </message>
    <message>
        <location filename="../ui/journal/journalfilterbar.cpp" line="261"/>
        <source>Whose trades are looked at</source>
        <translation>Wessen Geschäfte betrachtet werden</translation>
    </message>
    <message>
        <location filename="../ui/journal/journalfilterbar.cpp" line="262"/>
        <location filename="../ui/journal/journalfilterbar.cpp" line="263"/>
        <source>Search the notes</source>
        <translation>Notizen durchsuchen</translation>
    </message>
    <message>
        <location filename="../ui/journal/journalfilterbar.cpp" line="264"/>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <location filename="../ui/journal/journalfilterbar.cpp" line="265"/>
        <source>Period, symbol, side, setup, tag, result and more</source>
        <translation>Zeitraum, Symbol, Seite, Setup, Schlagwort, Ergebnis und mehr</translation>
    </message>
    <message>
        <location filename="../ui/journal/journalfilterbar.cpp" line="266"/>
        <source>Filters under a name of yours</source>
        <translation>Filter unter eigenem Namen</translation>
    </message>
    <message>
        <location filename="../ui/journal/journalfilterbar.cpp" line="267"/>
        <location filename="../ui/journal/journalfilterbar.cpp" line="268"/>
        <source>Name of the filter</source>
        <translation>Name des Filters</translation>
    </message>
    <message>
        <location filename="../ui/journal/journalfilterbar.cpp" line="269"/>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
</context>
<context>
    <name>tapeline::JournalFilterForm</name>
    <message>
        <location filename="../ui/journal/journalfilterform.cpp" line="188"/>
        <location filename="../ui/journal/journalfilterform.cpp" line="206"/>
        <location filename="../ui/journal/journalfilterform.cpp" line="209"/>
        <location filename="../ui/journal/journalfilterform.cpp" line="218"/>
        <location filename="../ui/journal/journalfilterform.cpp" line="226"/>
        <location filename="../ui/journal/journalfilterform.cpp" line="231"/>
        <source>Any</source>
        <translation>Alle</translation>
    </message>
    <message>
        <location filename="../ui/journal/journalfilterform.cpp" line="214"/>
        <source>Open and closed</source>
        <translation>Offen und geschlossen</translation>
    </message>
    <message>
        <location filename="../ui/journal/journalfilterform.cpp" line="215"/>
        <source>Closed</source>
        <translation>Geschlossen</translation>
    </message>
    <message>
        <location filename="../ui/journal/journalfilterform.cpp" line="216"/>
        <source>Open</source>
        <translation>Offen</translation>
    </message>
    <message>
        <location filename="../ui/journal/journalfilterform.cpp" line="219"/>
        <source>Winners</source>
        <translation>Gewinner</translation>
    </message>
    <message>
        <location filename="../ui/journal/journalfilterform.cpp" line="220"/>
        <source>Losers</source>
        <translation>Verlierer</translation>
    </message>
    <message>
        <location filename="../ui/journal/journalfilterform.cpp" line="221"/>
        <source>Break-even</source>
        <translation>Plusminus null</translation>
    </message>
    <message>
        <location filename="../ui/journal/journalfilterform.cpp" line="228"/>
        <source>%1 or better</source>
        <translation>%1 oder besser</translation>
    </message>
    <message>
        <location filename="../ui/journal/journalfilterform.cpp" line="232"/>
        <source>Something written</source>
        <translation>Mit Notizen</translation>
    </message>
    <message>
        <location filename="../ui/journal/journalfilterform.cpp" line="233"/>
        <source>Nothing written</source>
        <translation>Ohne Notizen</translation>
    </message>
    <message>
        <location filename="../ui/journal/journalfilterform.cpp" line="305"/>
        <source>Filter of the trades</source>
        <translation>Filter der Geschäfte</translation>
    </message>
    <message>
        <location filename="../ui/journal/journalfilterform.cpp" line="306"/>
        <source>Period</source>
        <translation>Zeitraum</translation>
    </message>
    <message>
        <location filename="../ui/journal/journalfilterform.cpp" line="307"/>
        <source>Days</source>
        <translation>Tage</translation>
    </message>
    <message>
        <location filename="../ui/journal/journalfilterform.cpp" line="308"/>
        <source>Symbol</source>
        <translation>Symbol</translation>
    </message>
    <message>
        <location filename="../ui/journal/journalfilterform.cpp" line="309"/>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <location filename="../ui/journal/journalfilterform.cpp" line="310"/>
        <source>Side</source>
        <translation>Seite</translation>
    </message>
    <message>
        <location filename="../ui/journal/journalfilterform.cpp" line="311"/>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <location filename="../ui/journal/journalfilterform.cpp" line="312"/>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <location filename="../ui/journal/journalfilterform.cpp" line="313"/>
        <source>Result in R</source>
        <translation>Ergebnis in R</translation>
    </message>
    <message>
        <location filename="../ui/journal/journalfilterform.cpp" line="314"/>
        <source>Setup</source>
        <translation>Setup</translation>
    </message>
    <message>
        <location filename="../ui/journal/journalfilterform.cpp" line="315"/>
        <source>Tag</source>
        <translation>Schlagwort</translation>
    </message>
    <message>
        <location filename="../ui/journal/journalfilterform.cpp" line="316"/>
        <source>Mistake</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <location filename="../ui/journal/journalfilterform.cpp" line="317"/>
        <source>Rating</source>
        <translation>Bewertung</translation>
    </message>
    <message>
        <location filename="../ui/journal/journalfilterform.cpp" line="318"/>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <location filename="../ui/journal/journalfilterform.cpp" line="319"/>
        <source>First day</source>
        <translation>Erster Tag</translation>
    </message>
    <message>
        <location filename="../ui/journal/journalfilterform.cpp" line="320"/>
        <source>Last day</source>
        <translation>Letzter Tag</translation>
    </message>
    <message>
        <location filename="../ui/journal/journalfilterform.cpp" line="321"/>
        <source>At least, in R</source>
        <translation>Mindestens, in R</translation>
    </message>
    <message>
        <location filename="../ui/journal/journalfilterform.cpp" line="322"/>
        <source>At most, in R</source>
        <translation>Höchstens, in R</translation>
    </message>
    <message>
        <location filename="../ui/journal/journalfilterform.cpp" line="326"/>
        <location filename="../ui/journal/journalfilterform.cpp" line="327"/>
        <source>to</source>
        <extracomment>Between two dates or two figures</extracomment>
        <translation>bis</translation>
    </message>
    <message>
        <location filename="../ui/journal/journalfilterform.cpp" line="328"/>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
</context>
<context>
    <name>tapeline::JournalOptions</name>
    <message>
        <location filename="../src/models/journal/journaloptions.cpp" line="89"/>
        <source>Plan written before the open</source>
        <translation>Plan vor der Eröffnung geschrieben</translation>
    </message>
    <message>
        <location filename="../src/models/journal/journaloptions.cpp" line="90"/>
        <source>News and events of the day read</source>
        <translation>Nachrichten und Termine des Tages gelesen</translation>
    </message>
    <message>
        <location filename="../src/models/journal/journaloptions.cpp" line="91"/>
        <source>Most that may be lost today is set</source>
        <translation>Höchster Verlust für heute festgelegt</translation>
    </message>
</context>
<context>
    <name>tapeline::JournalPanel</name>
    <message>
        <location filename="../ui/journal/journalpanel.cpp" line="126"/>
        <source>Trades</source>
        <translation>Geschäfte</translation>
    </message>
    <message>
        <location filename="../ui/journal/journalpanel.cpp" line="128"/>
        <source>Days</source>
        <translation>Tage</translation>
    </message>
    <message>
        <location filename="../ui/journal/journalpanel.cpp" line="230"/>
        <source>No recording covers this trade.</source>
        <translation>Keine Aufzeichnung deckt dieses Geschäft ab.</translation>
    </message>
    <message>
        <location filename="../ui/journal/journalpanel.cpp" line="310"/>
        <source>The journal is being read: not all trades are shown yet.</source>
        <translation>Das Journal wird gelesen: Noch sind nicht alle Geschäfte zu sehen.</translation>
    </message>
    <message>
        <location filename="../ui/journal/journalpanel.cpp" line="354"/>
        <location filename="../src/app/journalbinding.cpp" line="76"/>
        <source>Journal</source>
        <translation>Journal</translation>
    </message>
</context>
<context>
    <name>tapeline::JournalText</name>
    <message>
        <location filename="../src/models/journal/journaltext.cpp" line="36"/>
        <source>Winners</source>
        <translation>Gewinner</translation>
    </message>
    <message>
        <location filename="../src/models/journal/journaltext.cpp" line="38"/>
        <source>Losers</source>
        <translation>Verlierer</translation>
    </message>
    <message>
        <location filename="../src/models/journal/journaltext.cpp" line="40"/>
        <source>Break-even</source>
        <translation>Plusminus null</translation>
    </message>
    <message>
        <location filename="../src/models/journal/journaltext.cpp" line="49"/>
        <source>From %1</source>
        <translation>Ab %1</translation>
    </message>
    <message>
        <location filename="../src/models/journal/journaltext.cpp" line="51"/>
        <source>Until %1</source>
        <translation>Bis %1</translation>
    </message>
    <message>
        <location filename="../src/models/journal/journaltext.cpp" line="53"/>
        <location filename="../src/models/journal/journaltext.cpp" line="62"/>
        <source>%1 to %2</source>
        <extracomment>Two days: 1 Oct 2026 to 31 Oct 2026</extracomment>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <location filename="../src/models/journal/journaltext.cpp" line="59"/>
        <source>At least %1</source>
        <translation>Mindestens %1</translation>
    </message>
    <message>
        <location filename="../src/models/journal/journaltext.cpp" line="61"/>
        <source>At most %1</source>
        <translation>Höchstens %1</translation>
    </message>
    <message>
        <location filename="../src/models/journal/journaltext.cpp" line="70"/>
        <source>Checklist: %1 of %2 done</source>
        <translation>Checkliste: %1 von %2 erledigt</translation>
    </message>
    <message>
        <location filename="../src/models/journal/journaltext.cpp" line="77"/>
        <source>%1: taken away</source>
        <extracomment>A change in the history of notes; %1 is what was changed: &quot;Setup&quot;</extracomment>
        <translation>%1: entfernt</translation>
    </message>
    <message>
        <location filename="../src/models/journal/journaltext.cpp" line="79"/>
        <location filename="../src/models/journal/journaltext.cpp" line="259"/>
        <source>%1: %2</source>
        <extracomment>The same; %2 is what it was changed to
----------
Such as &quot;Hour: 10:00&quot;</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <location filename="../src/models/journal/journaltext.cpp" line="87"/>
        <source>Simulated</source>
        <translation>Simuliert</translation>
    </message>
    <message>
        <location filename="../src/models/journal/journaltext.cpp" line="89"/>
        <source>Live</source>
        <translation>Live</translation>
    </message>
    <message>
        <location filename="../src/models/journal/journaltext.cpp" line="91"/>
        <source>Replay</source>
        <translation>Aufzeichnung</translation>
    </message>
    <message>
        <location filename="../src/models/journal/journaltext.cpp" line="93"/>
        <source>Imported</source>
        <translation>Importiert</translation>
    </message>
    <message>
        <location filename="../src/models/journal/journaltext.cpp" line="101"/>
        <source>%1 (%2)</source>
        <extracomment>An account&apos;s name and its market: &quot;Paper (Simulated)&quot;</extracomment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <location filename="../src/models/journal/journaltext.cpp" line="108"/>
        <source>Long</source>
        <translation>Long</translation>
    </message>
    <message>
        <location filename="../src/models/journal/journaltext.cpp" line="110"/>
        <source>Short</source>
        <translation>Short</translation>
    </message>
    <message>
        <location filename="../src/models/journal/journaltext.cpp" line="112"/>
        <source>Structure</source>
        <translation>Struktur</translation>
    </message>
    <message>
        <location filename="../src/models/journal/journaltext.cpp" line="130"/>
        <source>%1 %2</source>
        <extracomment>An underlying and a form of options: &quot;SPY Iron condor&quot;</extracomment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <location filename="../src/models/journal/journaltext.cpp" line="164"/>
        <location filename="../src/models/journal/journaltext.cpp" line="240"/>
        <source>Closed</source>
        <translation>Geschlossen</translation>
    </message>
    <message>
        <location filename="../src/models/journal/journaltext.cpp" line="166"/>
        <source>Pre-market</source>
        <translation>Vorbörse</translation>
    </message>
    <message>
        <location filename="../src/models/journal/journaltext.cpp" line="168"/>
        <source>Regular hours</source>
        <translation>Regulärer Handel</translation>
    </message>
    <message>
        <location filename="../src/models/journal/journaltext.cpp" line="170"/>
        <source>After hours</source>
        <translation>Nachbörse</translation>
    </message>
    <message>
        <location filename="../src/models/journal/journaltext.cpp" line="181"/>
        <source>Real-time</source>
        <translation>Echtzeit</translation>
    </message>
    <message>
        <location filename="../src/models/journal/journaltext.cpp" line="183"/>
        <source>Delayed</source>
        <translation>Verzögert</translation>
    </message>
    <message>
        <location filename="../src/models/journal/journaltext.cpp" line="185"/>
        <source>End of day</source>
        <translation>Tagesende</translation>
    </message>
    <message>
        <location filename="../src/models/journal/journaltext.cpp" line="196"/>
        <source>%1 %2, %3</source>
        <extracomment>A trade in a structure of options: size, what, when</extracomment>
        <translation>%1 %2, %3</translation>
    </message>
    <message>
        <location filename="../src/models/journal/journaltext.cpp" line="198"/>
        <source>%1 %2 %3, %4</source>
        <extracomment>A trade: direction, size, what, when</extracomment>
        <translation>%1 %2 %3, %4</translation>
    </message>
    <message>
        <location filename="../src/models/journal/journaltext.cpp" line="207"/>
        <source>All time</source>
        <translation>Gesamte Zeit</translation>
    </message>
    <message>
        <location filename="../src/models/journal/journaltext.cpp" line="209"/>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <location filename="../src/models/journal/journaltext.cpp" line="211"/>
        <source>This week</source>
        <translation>Diese Woche</translation>
    </message>
    <message>
        <location filename="../src/models/journal/journaltext.cpp" line="213"/>
        <source>This month</source>
        <translation>Dieser Monat</translation>
    </message>
    <message>
        <location filename="../src/models/journal/journaltext.cpp" line="215"/>
        <source>This quarter</source>
        <translation>Dieses Quartal</translation>
    </message>
    <message>
        <location filename="../src/models/journal/journaltext.cpp" line="217"/>
        <source>This year</source>
        <translation>Dieses Jahr</translation>
    </message>
    <message>
        <location filename="../src/models/journal/journaltext.cpp" line="219"/>
        <source>From … to …</source>
        <translation>Von … bis …</translation>
    </message>
    <message>
        <location filename="../src/models/journal/journaltext.cpp" line="229"/>
        <source>“%1” in the notes</source>
        <translation>„%1“ in den Notizen</translation>
    </message>
    <message>
        <location filename="../src/models/journal/journaltext.cpp" line="240"/>
        <source>Open</source>
        <translation>Offen</translation>
    </message>
    <message>
        <location filename="../src/models/journal/journaltext.cpp" line="244"/>
        <source>Setup: %1</source>
        <translation>Setup: %1</translation>
    </message>
    <message>
        <location filename="../src/models/journal/journaltext.cpp" line="246"/>
        <source>Tag: %1</source>
        <translation>Schlagwort: %1</translation>
    </message>
    <message>
        <location filename="../src/models/journal/journaltext.cpp" line="248"/>
        <source>Mistake: %1</source>
        <translation>Fehler: %1</translation>
    </message>
    <message>
        <location filename="../src/models/journal/journaltext.cpp" line="251"/>
        <source>Rated %1 or better</source>
        <extracomment>%1 is a number of stars from 1 to 5</extracomment>
        <translation>Bewertung %1 oder besser</translation>
    </message>
    <message>
        <location filename="../src/models/journal/journaltext.cpp" line="255"/>
        <source>Nothing written</source>
        <translation>Ohne Notizen</translation>
    </message>
    <message>
        <location filename="../src/models/journal/journaltext.cpp" line="256"/>
        <source>Something written</source>
        <translation>Mit Notizen</translation>
    </message>
    <message>
        <location filename="../src/models/journal/journaltext.cpp" line="272"/>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <location filename="../src/models/journal/journaltext.cpp" line="274"/>
        <source>Setup</source>
        <translation>Setup</translation>
    </message>
    <message>
        <location filename="../src/models/journal/journaltext.cpp" line="276"/>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <location filename="../src/models/journal/journaltext.cpp" line="278"/>
        <source>Mistakes</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <location filename="../src/models/journal/journaltext.cpp" line="280"/>
        <source>Rating</source>
        <translation>Bewertung</translation>
    </message>
    <message>
        <location filename="../src/models/journal/journaltext.cpp" line="281"/>
        <source>%1 of 5</source>
        <translation>%1 von 5</translation>
    </message>
    <message>
        <location filename="../src/models/journal/journaltext.cpp" line="283"/>
        <source>Planned risk</source>
        <translation>Geplantes Risiko</translation>
    </message>
    <message>
        <location filename="../src/models/journal/journaltext.cpp" line="286"/>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <location filename="../src/models/journal/journaltext.cpp" line="288"/>
        <source>Review</source>
        <translation>Rückblick</translation>
    </message>
    <message>
        <location filename="../src/models/journal/journaltext.cpp" line="292"/>
        <source>File added: %1</source>
        <translation>Datei hinzugefügt: %1</translation>
    </message>
    <message>
        <location filename="../src/models/journal/journaltext.cpp" line="294"/>
        <source>File removed</source>
        <translation>Datei entfernt</translation>
    </message>
</context>
<context>
    <name>tapeline::JournalTradesModel</name>
    <message>
        <location filename="../src/models/journal/journaltradesmodel.cpp" line="233"/>
        <source>Opened (ET)</source>
        <translation>Eröffnet (ET)</translation>
    </message>
    <message>
        <location filename="../src/models/journal/journaltradesmodel.cpp" line="235"/>
        <source>Symbol</source>
        <translation>Symbol</translation>
    </message>
    <message>
        <location filename="../src/models/journal/journaltradesmodel.cpp" line="237"/>
        <source>Side</source>
        <translation>Seite</translation>
    </message>
    <message>
        <location filename="../src/models/journal/journaltradesmodel.cpp" line="239"/>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <location filename="../src/models/journal/journaltradesmodel.cpp" line="241"/>
        <source>Entry</source>
        <translation>Einstieg</translation>
    </message>
    <message>
        <location filename="../src/models/journal/journaltradesmodel.cpp" line="243"/>
        <source>Exit</source>
        <translation>Ausstieg</translation>
    </message>
    <message>
        <location filename="../src/models/journal/journaltradesmodel.cpp" line="245"/>
        <source>Net</source>
        <translation>Netto</translation>
    </message>
    <message>
        <location filename="../src/models/journal/journaltradesmodel.cpp" line="248"/>
        <source>R</source>
        <extracomment>Column: the result in units of the planned risk</extracomment>
        <translation>R</translation>
    </message>
    <message>
        <location filename="../src/models/journal/journaltradesmodel.cpp" line="251"/>
        <source>MAE</source>
        <extracomment>Column: maximum adverse excursion</extracomment>
        <translation>MAE</translation>
    </message>
    <message>
        <location filename="../src/models/journal/journaltradesmodel.cpp" line="254"/>
        <source>MFE</source>
        <extracomment>Column: maximum favourable excursion</extracomment>
        <translation>MFE</translation>
    </message>
    <message>
        <location filename="../src/models/journal/journaltradesmodel.cpp" line="257"/>
        <source>Efficiency</source>
        <extracomment>Column: how much of what could be had was taken at the exit</extracomment>
        <translation>Effizienz</translation>
    </message>
    <message>
        <location filename="../src/models/journal/journaltradesmodel.cpp" line="259"/>
        <source>Held</source>
        <translation>Haltedauer</translation>
    </message>
    <message>
        <location filename="../src/models/journal/journaltradesmodel.cpp" line="261"/>
        <source>Fees</source>
        <translation>Gebühren</translation>
    </message>
    <message>
        <location filename="../src/models/journal/journaltradesmodel.cpp" line="263"/>
        <source>Setup</source>
        <translation>Setup</translation>
    </message>
    <message>
        <location filename="../src/models/journal/journaltradesmodel.cpp" line="265"/>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <location filename="../src/models/journal/journaltradesmodel.cpp" line="267"/>
        <source>Rating</source>
        <translation>Bewertung</translation>
    </message>
    <message>
        <location filename="../src/models/journal/journaltradesmodel.cpp" line="269"/>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <location filename="../src/models/journal/journaltradesmodel.cpp" line="289"/>
        <source>%1 of 5</source>
        <translation>%1 von 5</translation>
    </message>
    <message>
        <location filename="../src/models/journal/journaltradesmodel.cpp" line="314"/>
        <source>~%1</source>
        <extracomment>A figure that is only roughly known</extracomment>
        <translation>~%1</translation>
    </message>
    <message>
        <location filename="../src/models/journal/journaltradesmodel.cpp" line="332"/>
        <source>open</source>
        <translation>offen</translation>
    </message>
</context>
<context>
    <name>tapeline::KeptData</name>
    <message>
        <location filename="../ui/data/keptdata.cpp" line="209"/>
        <source>Nothing new is kept, and what was kept before is not used.</source>
        <translation>Nichts Neues wird aufgehoben, und was früher aufgehoben wurde, wird nicht benutzt.</translation>
    </message>
    <message>
        <location filename="../ui/data/keptdata.cpp" line="211"/>
        <source>Counting…</source>
        <translation>Wird gezählt …</translation>
    </message>
    <message>
        <location filename="../ui/data/keptdata.cpp" line="212"/>
        <source>Nothing is kept yet.</source>
        <translation>Noch ist nichts aufgehoben.</translation>
    </message>
    <message>
        <location filename="../ui/data/keptdata.cpp" line="213"/>
        <source>No symbol is like this.</source>
        <translation>Kein Symbol sieht so aus.</translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/data/keptdata.cpp" line="244"/>
        <source> day(s)</source>
        <extracomment>Behind a number</extracomment>
        <translation>
            <numerusform> Tag</numerusform>
            <numerusform> Tage</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../ui/data/keptdata.cpp" line="291"/>
        <source>Every symbol was used in these days: there is nothing to clear.</source>
        <translation>Jedes Symbol wurde in diesen Tagen benutzt: Es gibt nichts zu löschen.</translation>
    </message>
    <message>
        <location filename="../ui/data/keptdata.cpp" line="296"/>
        <source>Clear everything: %1? What is needed again is asked for again.</source>
        <translation>Alles löschen: %1? Was wieder gebraucht wird, wird wieder angefragt.</translation>
    </message>
    <message>
        <location filename="../ui/data/keptdata.cpp" line="297"/>
        <source>Clear %1? What is needed again is asked for again.</source>
        <translation>%1 löschen? Was wieder gebraucht wird, wird wieder angefragt.</translation>
    </message>
    <message>
        <location filename="../ui/data/keptdata.cpp" line="327"/>
        <source>Nothing was cleared: %1</source>
        <translation>Nichts wurde gelöscht: %1</translation>
    </message>
    <message>
        <location filename="../ui/data/keptdata.cpp" line="328"/>
        <source>Cleared: %1 on the disk are free again.</source>
        <translation>Gelöscht: %1 auf der Platte sind wieder frei.</translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/data/keptdata.cpp" line="332"/>
        <source>%n symbol(s) could not be cleared: %1</source>
        <translation>
            <numerusform>%n Symbol ließ sich nicht löschen: %1</numerusform>
            <numerusform>%n Symbole ließen sich nicht löschen: %1</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../ui/data/keptdata.cpp" line="341"/>
        <source>Symbols</source>
        <translation>Symbole</translation>
    </message>
    <message>
        <location filename="../ui/data/keptdata.cpp" line="342"/>
        <source>Bars</source>
        <translation>Kerzen</translation>
    </message>
    <message>
        <location filename="../ui/data/keptdata.cpp" line="343"/>
        <source>On the disk</source>
        <translation>Auf der Platte</translation>
    </message>
    <message>
        <location filename="../ui/data/keptdata.cpp" line="344"/>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <location filename="../ui/data/keptdata.cpp" line="345"/>
        <source>Filter the symbols</source>
        <translation>Die Symbole filtern</translation>
    </message>
    <message>
        <location filename="../ui/data/keptdata.cpp" line="346"/>
        <source>Symbols that are kept</source>
        <translation>Aufgehobene Symbole</translation>
    </message>
    <message>
        <location filename="../ui/data/keptdata.cpp" line="347"/>
        <source>&amp;Clear selected</source>
        <translation>&amp;Auswahl löschen</translation>
    </message>
    <message>
        <location filename="../ui/data/keptdata.cpp" line="348"/>
        <source>Clear &amp;older than</source>
        <translation>Äl&amp;teres löschen als</translation>
    </message>
    <message>
        <location filename="../ui/data/keptdata.cpp" line="350"/>
        <source>Not used for so many days</source>
        <translation>So viele Tage nicht benutzt</translation>
    </message>
    <message>
        <location filename="../ui/data/keptdata.cpp" line="351"/>
        <source>Clear &amp;everything</source>
        <translation>Alle&amp;s löschen</translation>
    </message>
    <message>
        <location filename="../ui/data/keptdata.cpp" line="352"/>
        <source>C&amp;lear</source>
        <translation>&amp;Löschen</translation>
    </message>
    <message>
        <location filename="../ui/data/keptdata.cpp" line="353"/>
        <source>&amp;Keep</source>
        <translation>&amp;Behalten</translation>
    </message>
    <message>
        <location filename="../ui/data/keptdata.cpp" line="354"/>
        <source>Keep charts on the &amp;disk</source>
        <translation>Charts auf der Fest&amp;platte aufheben</translation>
    </message>
    <message>
        <location filename="../ui/data/keptdata.cpp" line="355"/>
        <source>A chart seen before opens at once, and only what is new is asked for.</source>
        <translation>Ein schon gesehener Chart öffnet sofort, und nur Neues wird angefragt.</translation>
    </message>
    <message>
        <location filename="../ui/data/keptdata.cpp" line="356"/>
        <source>At &amp;most</source>
        <translation>&amp;Höchstens</translation>
    </message>
    <message>
        <location filename="../ui/data/keptdata.cpp" line="357"/>
        <source> MB</source>
        <translation> MB</translation>
    </message>
    <message>
        <location filename="../ui/data/keptdata.cpp" line="358"/>
        <source>No limit</source>
        <translation>Keine Grenze</translation>
    </message>
    <message>
        <location filename="../ui/data/keptdata.cpp" line="359"/>
        <source>Over the limit, what was not used for the longest goes first.</source>
        <translation>Über der Grenze geht zuerst, was am längsten nicht benutzt wurde.</translation>
    </message>
    <message>
        <location filename="../ui/data/keptdata.cpp" line="360"/>
        <source>At most so many megabytes on the disk</source>
        <translation>Höchstens so viele Megabyte auf der Platte</translation>
    </message>
</context>
<context>
    <name>tapeline::KeyCard</name>
    <message>
        <location filename="../ui/trading/keycard.cpp" line="86"/>
        <source>no key</source>
        <translation>keine Taste</translation>
    </message>
    <message>
        <location filename="../ui/trading/keycard.cpp" line="89"/>
        <source>Keys act on the symbol of the panel with the focus, else on the one under the pointer.</source>
        <translation>Die Tasten gelten für das Symbol des Fensters mit dem Fokus, sonst für das unter dem Mauszeiger.</translation>
    </message>
    <message>
        <location filename="../ui/trading/keycard.cpp" line="92"/>
        <location filename="../ui/trading/keycard.cpp" line="112"/>
        <location filename="../ui/trading/keycard.cpp" line="113"/>
        <source>Trade keys</source>
        <translation>Handelstasten</translation>
    </message>
    <message>
        <location filename="../ui/trading/keycard.cpp" line="114"/>
        <source>Print…</source>
        <translation>Drucken …</translation>
    </message>
    <message>
        <location filename="../ui/trading/keycard.cpp" line="115"/>
        <source>Save as PDF…</source>
        <translation>Als PDF speichern …</translation>
    </message>
    <message>
        <location filename="../ui/trading/keycard.cpp" line="116"/>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <location filename="../ui/trading/keycard.cpp" line="164"/>
        <source>Save the trade keys</source>
        <translation>Handelstasten speichern</translation>
    </message>
    <message>
        <location filename="../ui/trading/keycard.cpp" line="164"/>
        <source>trade keys</source>
        <translation>Handelstasten</translation>
    </message>
    <message>
        <location filename="../ui/trading/keycard.cpp" line="165"/>
        <source>PDF document (*.pdf)</source>
        <translation>PDF-Dokument (*.pdf)</translation>
    </message>
    <message>
        <location filename="../ui/trading/keycard.cpp" line="169"/>
        <source>%1 could not be written.</source>
        <translation>%1 konnte nicht geschrieben werden.</translation>
    </message>
</context>
<context>
    <name>tapeline::KeyField</name>
    <message>
        <location filename="../ui/dialogs/keyfield.cpp" line="95"/>
        <source>Hide the key</source>
        <translation>Schlüssel verbergen</translation>
    </message>
    <message>
        <location filename="../ui/dialogs/keyfield.cpp" line="95"/>
        <source>Show the key</source>
        <translation>Schlüssel zeigen</translation>
    </message>
</context>
<context>
    <name>tapeline::LadderTradeBar</name>
    <message>
        <location filename="../ui/book/laddertradebar.cpp" line="117"/>
        <source>No paper account yet</source>
        <translation>Noch kein Papierkonto</translation>
    </message>
    <message>
        <location filename="../ui/book/laddertradebar.cpp" line="119"/>
        <source>No position</source>
        <translation>Keine Position</translation>
    </message>
    <message>
        <location filename="../ui/book/laddertradebar.cpp" line="122"/>
        <source>Long %1 at %2</source>
        <extracomment>%1 is a quantity, %2 the average price of the position</extracomment>
        <translation>Long %1 zu %2</translation>
    </message>
    <message>
        <location filename="../ui/book/laddertradebar.cpp" line="122"/>
        <source>Short %1 at %2</source>
        <translation>Short %1 zu %2</translation>
    </message>
    <message>
        <location filename="../ui/book/laddertradebar.cpp" line="142"/>
        <source>Size %1</source>
        <translation>Größe %1</translation>
    </message>
    <message>
        <location filename="../ui/book/laddertradebar.cpp" line="144"/>
        <source>Orders of %1 by click and key. Right or double click: another size</source>
        <translation>Orders über %1 mit Klick und Taste. Rechts- oder Doppelklick: andere Größe</translation>
    </message>
    <message>
        <location filename="../ui/book/laddertradebar.cpp" line="150"/>
        <source>Flatten</source>
        <translation>Glattstellen</translation>
    </message>
    <message>
        <location filename="../ui/book/laddertradebar.cpp" line="152"/>
        <source>End the position at the market and cancel the symbol&apos;s working orders</source>
        <translation>Position zum Markt beenden und die offenen Orders des Symbols stornieren</translation>
    </message>
    <message>
        <location filename="../ui/book/laddertradebar.cpp" line="153"/>
        <source>Reverse</source>
        <translation>Drehen</translation>
    </message>
    <message>
        <location filename="../ui/book/laddertradebar.cpp" line="154"/>
        <source>A position of the same size on the other side, at the market</source>
        <translation>Eine gleich große Position auf der anderen Seite, zum Markt</translation>
    </message>
    <message>
        <location filename="../ui/book/laddertradebar.cpp" line="155"/>
        <source>Cancel all</source>
        <translation>Storno alle</translation>
    </message>
    <message>
        <location filename="../ui/book/laddertradebar.cpp" line="156"/>
        <source>Cancel the symbol&apos;s working orders</source>
        <translation>Offene Orders des Symbols stornieren</translation>
    </message>
    <message>
        <location filename="../ui/book/laddertradebar.cpp" line="157"/>
        <source>One-click</source>
        <translation>Ein-Klick</translation>
    </message>
    <message>
        <location filename="../ui/book/laddertradebar.cpp" line="158"/>
        <source>Send orders without asking first</source>
        <translation>Orders senden, ohne vorher zu fragen</translation>
    </message>
    <message>
        <location filename="../ui/book/laddertradebar.cpp" line="198"/>
        <source>Another size</source>
        <translation>Andere Größe</translation>
    </message>
    <message>
        <location filename="../ui/book/laddertradebar.cpp" line="216"/>
        <source>“%1” is no quantity: a number above 0 is needed.</source>
        <translation>„%1“ ist keine Menge: Nötig ist eine Zahl über 0.</translation>
    </message>
</context>
<context>
    <name>tapeline::LadderTrading</name>
    <message>
        <location filename="../ui/book/laddertrading.cpp" line="145"/>
        <source>%1 %2 limit %3 · right click: stop</source>
        <extracomment>What a click would do: %1 is &quot;Buy&quot; or &quot;Sell&quot;, %2 a quantity, %3 a price</extracomment>
        <translation>%1 %2 Limit %3 · Rechtsklick: Stop</translation>
    </message>
    <message>
        <location filename="../ui/book/laddertrading.cpp" line="157"/>
        <source>Cancel the buy orders at %1 (%2)</source>
        <translation>Kauforders zu %1 stornieren (%2)</translation>
    </message>
    <message>
        <location filename="../ui/book/laddertrading.cpp" line="160"/>
        <source>Cancel the sell orders at %1 (%2)</source>
        <translation>Verkaufsorders zu %1 stornieren (%2)</translation>
    </message>
    <message>
        <location filename="../ui/book/laddertrading.cpp" line="164"/>
        <source>%1 %2 · drag to move, middle click cancels</source>
        <extracomment>%1 is &quot;Buy&quot; or &quot;Sell&quot;, %2 a quantity</extracomment>
        <translation>%1 %2 · Ziehen verschiebt, Mittelklick storniert</translation>
    </message>
    <message>
        <location filename="../ui/book/laddertrading.cpp" line="174"/>
        <source>Drag to another price · Esc leaves it</source>
        <translation>Zu anderem Kurs ziehen · Esc: lassen</translation>
    </message>
    <message>
        <location filename="../ui/book/laddertrading.cpp" line="176"/>
        <source>%1 %2 to %3 · Esc leaves it</source>
        <extracomment>What a drag would do: %1 is &quot;Buy&quot; or &quot;Sell&quot;, %2 and %3 are prices</extracomment>
        <translation>%1 %2 auf %3 · Esc: lassen</translation>
    </message>
    <message>
        <location filename="../ui/book/laddertrading.cpp" line="195"/>
        <source>Click: %1</source>
        <extracomment>%1 is an order</extracomment>
        <translation>Klick: %1</translation>
    </message>
    <message>
        <location filename="../ui/book/laddertrading.cpp" line="196"/>
        <source>Right click: %1</source>
        <translation>Rechtsklick: %1</translation>
    </message>
    <message>
        <location filename="../ui/book/laddertrading.cpp" line="203"/>
        <source>%1 filled</source>
        <extracomment>Behind an order: %1 is a quantity</extracomment>
        <translation>%1 ausgeführt</translation>
    </message>
    <message>
        <location filename="../ui/book/laddertrading.cpp" line="307"/>
        <source>This order cannot be moved now.</source>
        <translation>Diese Order lässt sich jetzt nicht verschieben.</translation>
    </message>
</context>
<context>
    <name>tapeline::LadderView</name>
    <message>
        <location filename="../ui/book/ladderview.cpp" line="45"/>
        <location filename="../ui/book/ladderviewinput.cpp" line="208"/>
        <source>Price ladder</source>
        <translation>Kursleiter</translation>
    </message>
    <message>
        <location filename="../ui/book/ladderview.cpp" line="324"/>
        <source>Sold</source>
        <translation>Verkauft</translation>
    </message>
    <message>
        <location filename="../ui/book/ladderview.cpp" line="326"/>
        <source>Bid</source>
        <translation>Geld</translation>
    </message>
    <message>
        <location filename="../ui/book/ladderview.cpp" line="328"/>
        <source>Price</source>
        <translation>Kurs</translation>
    </message>
    <message>
        <location filename="../ui/book/ladderview.cpp" line="330"/>
        <source>Ask</source>
        <translation>Brief</translation>
    </message>
    <message>
        <location filename="../ui/book/ladderview.cpp" line="332"/>
        <source>Bought</source>
        <translation>Gekauft</translation>
    </message>
    <message>
        <location filename="../ui/book/ladderview.cpp" line="334"/>
        <source>Volume</source>
        <translation>Umsatz</translation>
    </message>
    <message>
        <location filename="../ui/book/ladderview.cpp" line="337"/>
        <source>Buys</source>
        <extracomment>Heading of a narrow column: own buy orders</extracomment>
        <translation>Kauf</translation>
    </message>
    <message>
        <location filename="../ui/book/ladderview.cpp" line="340"/>
        <source>Sells</source>
        <extracomment>Heading of a narrow column: own sell orders</extracomment>
        <translation>Verk.</translation>
    </message>
    <message>
        <location filename="../ui/book/ladderviewinput.cpp" line="158"/>
        <source>Trades are known since %1 ET</source>
        <extracomment>%1 is a time of day in New York</extracomment>
        <translation>Abschlüsse sind seit %1 ET bekannt</translation>
    </message>
    <message>
        <location filename="../ui/book/ladderviewinput.cpp" line="165"/>
        <source>Traded today at the bid (sold) and at the ask (bought). What traded between them counts half to each.</source>
        <translation>Heute zum Geldkurs (verkauft) und zum Briefkurs (gekauft) gehandelt. Was dazwischen gehandelt wurde, zählt je zur Hälfte.</translation>
    </message>
    <message>
        <location filename="../ui/book/ladderviewinput.cpp" line="169"/>
        <source>Traded today at this price</source>
        <translation>Heute zu diesem Kurs gehandelt</translation>
    </message>
    <message>
        <location filename="../ui/book/ladderviewinput.cpp" line="194"/>
        <source>Bid for %1</source>
        <translation>Geld für %1</translation>
    </message>
    <message>
        <location filename="../ui/book/ladderviewinput.cpp" line="195"/>
        <source>Offered: %1</source>
        <translation>Brief: %1</translation>
    </message>
    <message>
        <location filename="../ui/book/ladderviewinput.cpp" line="197"/>
        <source>Traded today: %1 sold, %2 bought</source>
        <translation>Heute gehandelt: %1 verkauft, %2 gekauft</translation>
    </message>
</context>
<context>
    <name>tapeline::LevelPainter</name>
    <message>
        <location filename="../ui/chart/levelpainter.cpp" line="97"/>
        <source>dPOC</source>
        <extracomment>Volume profile: point of control as it developed during the day, as an abbreviation</extracomment>
        <translation>dPOC</translation>
    </message>
    <message>
        <location filename="../ui/chart/levelpainter.cpp" line="99"/>
        <source>dVAH</source>
        <extracomment>The same of the value area&apos;s highest price</extracomment>
        <translation>dVAH</translation>
    </message>
    <message>
        <location filename="../ui/chart/levelpainter.cpp" line="101"/>
        <source>dVAL</source>
        <extracomment>The same of the value area&apos;s lowest price</extracomment>
        <translation>dVAL</translation>
    </message>
    <message>
        <location filename="../ui/chart/levelpainter.cpp" line="108"/>
        <source>naked POC %1 (part of the day, est.) %2</source>
        <extracomment>As below, of a part of a day whose volume is estimated from bars</extracomment>
        <translation>unberührter POC %1 (Teil des Tages, gesch.) %2</translation>
    </message>
    <message>
        <location filename="../ui/chart/levelpainter.cpp" line="111"/>
        <source>naked POC %1 (est.) %2</source>
        <extracomment>As below, of a day whose volume is estimated from bars, at least in part</extracomment>
        <translation>unberührter POC %1 (gesch.) %2</translation>
    </message>
    <message>
        <location filename="../ui/chart/levelpainter.cpp" line="113"/>
        <source>naked POC %1 (part of the day) %2</source>
        <extracomment>Point of control of an earlier day that was not touched since; %1 is its date, %2 its price</extracomment>
        <translation>unberührter POC %1 (Teil des Tages) %2</translation>
    </message>
    <message>
        <location filename="../ui/chart/levelpainter.cpp" line="115"/>
        <source>naked POC %1 %2</source>
        <translation>unberührter POC %1 %2</translation>
    </message>
</context>
<context>
    <name>tapeline::LinkButton</name>
    <message>
        <location filename="../ui/workspace/linkbutton.cpp" line="70"/>
        <source>Link group: %1</source>
        <translation>Verknüpfung: %1</translation>
    </message>
    <message>
        <location filename="../ui/workspace/linkbutton.cpp" line="73"/>
        <source>Not linked: this panel keeps its own symbol. Click to link it.</source>
        <translation>Nicht verknüpft: Dieses Fenster behält sein eigenes Symbol. Klicken, um es zu verknüpfen.</translation>
    </message>
    <message>
        <location filename="../ui/workspace/linkbutton.cpp" line="74"/>
        <source>Linked: panels of the group %1 show the same symbol.</source>
        <translation>Verknüpft: Fenster der Gruppe %1 zeigen dasselbe Symbol.</translation>
    </message>
    <message>
        <location filename="../ui/workspace/linkbutton.cpp" line="85"/>
        <source>%1 (%2)</source>
        <extracomment>Menu of link groups; %1 is a colour, %2 the symbol that the group shows</extracomment>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>tapeline::LinkGroups</name>
    <message>
        <location filename="../ui/workspace/linkgroups.cpp" line="24"/>
        <source>Not linked</source>
        <translation>Nicht verknüpft</translation>
    </message>
    <message>
        <location filename="../ui/workspace/linkgroups.cpp" line="26"/>
        <source>Blue</source>
        <translation>Blau</translation>
    </message>
    <message>
        <location filename="../ui/workspace/linkgroups.cpp" line="28"/>
        <source>Orange</source>
        <translation>Orange</translation>
    </message>
    <message>
        <location filename="../ui/workspace/linkgroups.cpp" line="30"/>
        <source>Violet</source>
        <translation>Violett</translation>
    </message>
    <message>
        <location filename="../ui/workspace/linkgroups.cpp" line="32"/>
        <source>Teal</source>
        <translation>Petrol</translation>
    </message>
    <message>
        <location filename="../ui/workspace/linkgroups.cpp" line="34"/>
        <source>Pink</source>
        <translation>Rosa</translation>
    </message>
    <message>
        <location filename="../ui/workspace/linkgroups.cpp" line="36"/>
        <source>Lime</source>
        <translation>Hellgrün</translation>
    </message>
</context>
<context>
    <name>tapeline::LocalApiPage</name>
    <message>
        <location filename="../ui/dialogs/localapipage.cpp" line="100"/>
        <source>Local API</source>
        <translation>Lokale Schnittstelle</translation>
    </message>
    <message>
        <location filename="../ui/dialogs/localapipage.cpp" line="143"/>
        <source>Listening on http://127.0.0.1:%1</source>
        <translation>Lauscht auf http://127.0.0.1:%1</translation>
    </message>
    <message>
        <location filename="../ui/dialogs/localapipage.cpp" line="146"/>
        <source>Port %1 cannot be used: another program may have it. Choose another one.</source>
        <translation>Port %1 lässt sich nicht verwenden: Vielleicht hat ihn ein anderes Programm. Wählen Sie einen anderen.</translation>
    </message>
    <message>
        <location filename="../ui/dialogs/localapipage.cpp" line="149"/>
        <source>Switched off: nothing listens.</source>
        <translation>Ausgeschaltet: Nichts lauscht.</translation>
    </message>
    <message>
        <location filename="../ui/dialogs/localapipage.cpp" line="155"/>
        <source>Programs on this computer can read the paper accounts and send paper orders. Nothing can be reached from other computers, and nothing without the token. The help says how: “Local API”.</source>
        <translation>Programme auf diesem Rechner können die Papierkonten lesen und Papierorders senden. Von anderen Rechnern ist nichts zu erreichen, und nichts ohne den Token. Wie es geht, sagt die Hilfe: „Lokale Schnittstelle“.</translation>
    </message>
    <message>
        <location filename="../ui/dialogs/localapipage.cpp" line="158"/>
        <source>&amp;Let programs on this computer use the paper accounts</source>
        <translation>&amp;Programme auf diesem Rechner dürfen die Papierkonten verwenden</translation>
    </message>
    <message>
        <location filename="../ui/dialogs/localapipage.cpp" line="159"/>
        <source>&amp;Port</source>
        <translation>P&amp;ort</translation>
    </message>
    <message>
        <location filename="../ui/dialogs/localapipage.cpp" line="160"/>
        <location filename="../ui/dialogs/localapipage.cpp" line="167"/>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <location filename="../ui/dialogs/localapipage.cpp" line="161"/>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <location filename="../ui/dialogs/localapipage.cpp" line="162"/>
        <source>&amp;New token</source>
        <translation>&amp;Neuer Token</translation>
    </message>
    <message>
        <location filename="../ui/dialogs/localapipage.cpp" line="163"/>
        <source>A new token shuts out every program that knows the one before.</source>
        <translation>Ein neuer Token schließt jedes Programm aus, das den alten kennt.</translation>
    </message>
    <message>
        <location filename="../ui/dialogs/localapipage.cpp" line="166"/>
        <source>Copy the token</source>
        <translation>Token kopieren</translation>
    </message>
</context>
<context>
    <name>tapeline::MainWindow</name>
    <message>
        <location filename="../ui/frame/mainwindow.cpp" line="98"/>
        <source>Your workspaces could not be saved: %1. They stay open as they are.</source>
        <translation>Die Arbeitsbereiche konnten nicht gespeichert werden: %1. Sie bleiben geöffnet, wie sie sind.</translation>
    </message>
    <message>
        <location filename="../ui/frame/mainwindow.cpp" line="181"/>
        <source>“%1” is not a symbol. Stocks are written like AAPL, options like O:SPY251219C00650000, indices like I:SPX, coins like X:BTCUSD, currencies like C:EURUSD, futures like ESZ6.</source>
        <translation>„%1“ ist kein Symbol. Aktien schreibt man wie AAPL, Optionen wie O:SPY251219C00650000, Indizes wie I:SPX, Kryptowerte wie X:BTCUSD, Währungen wie C:EURUSD, Futures wie ESZ6.</translation>
    </message>
    <message>
        <location filename="../ui/frame/mainwindow.cpp" line="190"/>
        <source>There is no panel that could show %1. Add one from the View menu.</source>
        <translation>Kein Fenster kann %1 zeigen. Im Menü „Ansicht“ lässt sich eines hinzufügen.</translation>
    </message>
    <message>
        <location filename="../ui/frame/mainwindow.cpp" line="255"/>
        <source>SIMULATED MARKET - connect your Massive key in Settings</source>
        <translation>SIMULIERTER MARKT - Massive-Schlüssel in den Einstellungen verbinden</translation>
    </message>
    <message>
        <location filename="../ui/frame/mainwindow.cpp" line="256"/>
        <source>SIMULATED MARKET</source>
        <translation>SIMULIERTER MARKT</translation>
    </message>
    <message>
        <location filename="../ui/frame/mainwindow.cpp" line="258"/>
        <source>Connect</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <location filename="../ui/frame/mainwindow.cpp" line="285"/>
        <source>Tapeline</source>
        <translation>Tapeline</translation>
    </message>
    <message>
        <location filename="../ui/frame/mainwindow.cpp" line="302"/>
        <source>Tapeline was not closed, for what the warning says. Close it once more to end it all the same.</source>
        <translation>Tapeline wurde nicht beendet, aus dem Grund, den die Warnung nennt. Schließen Sie es noch einmal, um es trotzdem zu beenden.</translation>
    </message>
    <message>
        <location filename="../ui/frame/mainwindowcommands.cpp" line="42"/>
        <source>Tapeline workspace (*.tapeline-workspace)</source>
        <translation>Tapeline-Arbeitsbereich (*.tapeline-workspace)</translation>
    </message>
    <message>
        <location filename="../ui/frame/mainwindowcommands.cpp" line="50"/>
        <source>Settings…</source>
        <translation>Einstellungen …</translation>
    </message>
    <message>
        <location filename="../ui/frame/mainwindowcommands.cpp" line="54"/>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <location filename="../ui/frame/mainwindowcommands.cpp" line="78"/>
        <source>Search commands, panels and symbols…</source>
        <translation>Befehle, Fenster und Symbole suchen …</translation>
    </message>
    <message>
        <location filename="../ui/frame/mainwindowcommands.cpp" line="84"/>
        <source>Add panel: %1</source>
        <extracomment>Command; %1 is a kind of panel, such as &quot;Chart&quot;</extracomment>
        <translation>Fenster hinzufügen: %1</translation>
    </message>
    <message>
        <location filename="../ui/frame/mainwindowcommands.cpp" line="87"/>
        <source>Close the active panel</source>
        <translation>Aktives Fenster schließen</translation>
    </message>
    <message>
        <location filename="../ui/frame/mainwindowcommands.cpp" line="91"/>
        <source>Reset layout</source>
        <translation>Anordnung zurücksetzen</translation>
    </message>
    <message>
        <location filename="../ui/frame/mainwindowcommands.cpp" line="94"/>
        <source>Theme: as the system</source>
        <translation>Farbschema: wie das System</translation>
    </message>
    <message>
        <location filename="../ui/frame/mainwindowcommands.cpp" line="97"/>
        <source>Theme: dark</source>
        <translation>Farbschema: dunkel</translation>
    </message>
    <message>
        <location filename="../ui/frame/mainwindowcommands.cpp" line="100"/>
        <source>Theme: light</source>
        <translation>Farbschema: hell</translation>
    </message>
    <message>
        <location filename="../ui/frame/mainwindowcommands.cpp" line="103"/>
        <source>Larger text</source>
        <translation>Größere Schrift</translation>
    </message>
    <message>
        <location filename="../ui/frame/mainwindowcommands.cpp" line="106"/>
        <source>Smaller text</source>
        <translation>Kleinere Schrift</translation>
    </message>
    <message>
        <location filename="../ui/frame/mainwindowcommands.cpp" line="109"/>
        <source>Normal text size</source>
        <translation>Normale Schriftgröße</translation>
    </message>
    <message>
        <location filename="../ui/frame/mainwindowcommands.cpp" line="112"/>
        <source>Full screen</source>
        <translation>Vollbild</translation>
    </message>
    <message>
        <location filename="../ui/frame/mainwindowcommands.cpp" line="127"/>
        <source>New workspace: %1</source>
        <extracomment>Command; %1 is a kind of workspace, such as &quot;Order flow&quot;</extracomment>
        <translation>Neuer Arbeitsbereich: %1</translation>
    </message>
    <message>
        <location filename="../ui/frame/mainwindowcommands.cpp" line="130"/>
        <source>Rename this workspace</source>
        <translation>Arbeitsbereich umbenennen</translation>
    </message>
    <message>
        <location filename="../ui/frame/mainwindowcommands.cpp" line="133"/>
        <source>Close this workspace</source>
        <translation>Arbeitsbereich schließen</translation>
    </message>
    <message>
        <location filename="../ui/frame/mainwindowcommands.cpp" line="140"/>
        <source>Reopen the closed workspace</source>
        <translation>Geschlossenen Arbeitsbereich wieder öffnen</translation>
    </message>
    <message>
        <location filename="../ui/frame/mainwindowcommands.cpp" line="147"/>
        <source>Next workspace</source>
        <translation>Nächster Arbeitsbereich</translation>
    </message>
    <message>
        <location filename="../ui/frame/mainwindowcommands.cpp" line="150"/>
        <source>Previous workspace</source>
        <translation>Voriger Arbeitsbereich</translation>
    </message>
    <message>
        <location filename="../ui/frame/mainwindowcommands.cpp" line="153"/>
        <source>Export this workspace…</source>
        <translation>Arbeitsbereich exportieren …</translation>
    </message>
    <message>
        <location filename="../ui/frame/mainwindowcommands.cpp" line="156"/>
        <source>Import a workspace…</source>
        <translation>Arbeitsbereich importieren …</translation>
    </message>
    <message>
        <location filename="../ui/frame/mainwindowcommands.cpp" line="162"/>
        <source>Enter a symbol</source>
        <translation>Symbol eingeben</translation>
    </message>
    <message>
        <location filename="../ui/frame/mainwindowcommands.cpp" line="166"/>
        <source>Own interval…</source>
        <translation>Eigenes Intervall …</translation>
    </message>
    <message>
        <location filename="../ui/frame/mainwindowcommands.cpp" line="174"/>
        <source>Timeframe: %1</source>
        <extracomment>Command; %1 is the width of a bar, such as &quot;5 minutes&quot;</extracomment>
        <translation>Zeiteinheit: %1</translation>
    </message>
    <message>
        <location filename="../ui/frame/mainwindowcommands.cpp" line="184"/>
        <source>Link group: %1</source>
        <extracomment>Command; %1 is a colour, or &quot;Not linked&quot;</extracomment>
        <translation>Verknüpfung: %1</translation>
    </message>
    <message>
        <location filename="../ui/frame/mainwindowcommands.cpp" line="196"/>
        <source>Play or pause the replay</source>
        <translation>Aufzeichnung abspielen oder anhalten</translation>
    </message>
    <message>
        <location filename="../ui/frame/mainwindowcommands.cpp" line="202"/>
        <source>Speed: %1x</source>
        <extracomment>Command; %1 is how many times faster than real time</extracomment>
        <translation>Tempo: %1x</translation>
    </message>
    <message>
        <location filename="../ui/frame/mainwindowcommands.cpp" line="217"/>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <location filename="../ui/frame/mainwindowcommands.cpp" line="224"/>
        <source>Keyboard shortcuts…</source>
        <translation>Tastenkürzel …</translation>
    </message>
    <message>
        <location filename="../ui/frame/mainwindowcommands.cpp" line="231"/>
        <source>About Tapeline</source>
        <translation>Über Tapeline</translation>
    </message>
    <message>
        <location filename="../ui/frame/mainwindowcommands.cpp" line="282"/>
        <source>Panel</source>
        <extracomment>Behind the name of a panel, in the palette</extracomment>
        <translation>Fenster</translation>
    </message>
    <message>
        <location filename="../ui/frame/mainwindowcommands.cpp" line="304"/>
        <source>Export this workspace</source>
        <translation>Arbeitsbereich exportieren</translation>
    </message>
    <message>
        <location filename="../ui/frame/mainwindowcommands.cpp" line="307"/>
        <source>The workspace could not be written to %1: %2. Nothing was changed.</source>
        <translation>Der Arbeitsbereich konnte nicht nach %1 geschrieben werden: %2. Nichts wurde geändert.</translation>
    </message>
    <message>
        <location filename="../ui/frame/mainwindowcommands.cpp" line="316"/>
        <source>Import a workspace</source>
        <translation>Arbeitsbereich importieren</translation>
    </message>
    <message>
        <location filename="../ui/frame/mainwindowcommands.cpp" line="322"/>
        <source>%1 is not a workspace that this version can read. Nothing was changed.</source>
        <translation>%1 ist kein Arbeitsbereich, den diese Version lesen kann. Nichts wurde geändert.</translation>
    </message>
</context>
<context>
    <name>tapeline::MarketClockText</name>
    <message>
        <location filename="../ui/status/marketclocktext.cpp" line="24"/>
        <source>Market closed</source>
        <translation>Markt geschlossen</translation>
    </message>
    <message>
        <location filename="../ui/status/marketclocktext.cpp" line="26"/>
        <source>Pre-market</source>
        <translation>Vorbörse</translation>
    </message>
    <message>
        <location filename="../ui/status/marketclocktext.cpp" line="28"/>
        <source>Market open</source>
        <translation>Markt offen</translation>
    </message>
    <message>
        <location filename="../ui/status/marketclocktext.cpp" line="30"/>
        <source>After hours</source>
        <translation>Nachbörse</translation>
    </message>
    <message>
        <location filename="../ui/status/marketclocktext.cpp" line="41"/>
        <source>ends in %1</source>
        <extracomment>After-hours trading; %1 is the time left, such as &quot;2:14&quot; or &quot;14 min&quot;</extracomment>
        <translation>endet in %1</translation>
    </message>
    <message>
        <location filename="../ui/status/marketclocktext.cpp" line="43"/>
        <source>pre-market in %1</source>
        <translation>Vorbörse in %1</translation>
    </message>
    <message>
        <location filename="../ui/status/marketclocktext.cpp" line="45"/>
        <source>opens in %1</source>
        <translation>öffnet in %1</translation>
    </message>
    <message>
        <location filename="../ui/status/marketclocktext.cpp" line="47"/>
        <source>closes in %1</source>
        <translation>schließt in %1</translation>
    </message>
    <message>
        <location filename="../ui/status/marketclocktext.cpp" line="65"/>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <location filename="../ui/status/marketclocktext.cpp" line="67"/>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <location filename="../ui/status/marketclocktext.cpp" line="69"/>
        <source>%1:%2</source>
        <extracomment>Hours and minutes left</extracomment>
        <translation>%1:%2</translation>
    </message>
    <message>
        <location filename="../ui/status/marketclocktext.cpp" line="77"/>
        <source>%1 · %2</source>
        <extracomment>%1 is the part of the trading day, %2 what comes next, such as &quot;closes in 2:14&quot;</extracomment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <location filename="../ui/status/marketclocktext.cpp" line="87"/>
        <source>%1 ET</source>
        <extracomment>%1 is a time of day in New York, ET its zone</extracomment>
        <translation>%1 ET</translation>
    </message>
    <message>
        <location filename="../ui/status/marketclocktext.cpp" line="93"/>
        <source>%1 in your time zone (%2)</source>
        <translation>%1 in der eigenen Zeitzone (%2)</translation>
    </message>
</context>
<context>
    <name>tapeline::MomentRows</name>
    <message>
        <location filename="../src/models/journal/momentrows.cpp" line="47"/>
        <source>%1 (%2)</source>
        <extracomment>Distance from the VWAP in price and per cent: &quot;+0.42 (+0.16 %)&quot;</extracomment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <location filename="../src/models/journal/momentrows.cpp" line="56"/>
        <source>%1 × %2</source>
        <extracomment>Best bid and best ask: &quot;262.10 × 262.12&quot;</extracomment>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <location filename="../src/models/journal/momentrows.cpp" line="77"/>
        <source>Time (ET)</source>
        <translation>Zeit (ET)</translation>
    </message>
    <message>
        <location filename="../src/models/journal/momentrows.cpp" line="79"/>
        <source>Quote</source>
        <translation>Quote</translation>
    </message>
    <message>
        <location filename="../src/models/journal/momentrows.cpp" line="79"/>
        <source>Best bid and ask when the decision was taken</source>
        <translation>Bestes Geld und bester Brief zur Zeit der Entscheidung</translation>
    </message>
    <message>
        <location filename="../src/models/journal/momentrows.cpp" line="81"/>
        <source>Spread</source>
        <translation>Spanne</translation>
    </message>
    <message>
        <location filename="../src/models/journal/momentrows.cpp" line="83"/>
        <source>Last</source>
        <translation>Letzter</translation>
    </message>
    <message>
        <location filename="../src/models/journal/momentrows.cpp" line="85"/>
        <source>CVD</source>
        <translation>CVD</translation>
    </message>
    <message>
        <location filename="../src/models/journal/momentrows.cpp" line="85"/>
        <source>Bought less sold at market since the session began</source>
        <translation>Zum Markt gekauft minus verkauft seit Beginn der Sitzung</translation>
    </message>
    <message>
        <location filename="../src/models/journal/momentrows.cpp" line="87"/>
        <source>CVD a minute</source>
        <translation>CVD je Minute</translation>
    </message>
    <message>
        <location filename="../src/models/journal/momentrows.cpp" line="87"/>
        <source>Slope of the CVD over the last five minutes</source>
        <translation>Steigung des CVD in den letzten fünf Minuten</translation>
    </message>
    <message>
        <location filename="../src/models/journal/momentrows.cpp" line="89"/>
        <source>From VWAP</source>
        <translation>Zum VWAP</translation>
    </message>
    <message>
        <location filename="../src/models/journal/momentrows.cpp" line="89"/>
        <source>Last price less the session&apos;s volume-weighted average</source>
        <translation>Letzter Kurs minus nach Umsatz gewichtetes Mittel der Sitzung</translation>
    </message>
    <message>
        <location filename="../src/models/journal/momentrows.cpp" line="91"/>
        <source>Relative volume</source>
        <translation>Relativer Umsatz</translation>
    </message>
    <message>
        <location filename="../src/models/journal/momentrows.cpp" line="92"/>
        <source>The session&apos;s volume so far to that of the days before at this time</source>
        <translation>Bisheriger Umsatz der Sitzung zu dem der Tage davor um diese Zeit</translation>
    </message>
    <message>
        <location filename="../src/models/journal/momentrows.cpp" line="94"/>
        <source>ATR (14 days)</source>
        <translation>ATR (14 Tage)</translation>
    </message>
    <message>
        <location filename="../src/models/journal/momentrows.cpp" line="94"/>
        <source>Average true range of 14 daily bars</source>
        <translation>Average True Range aus 14 Tageskerzen</translation>
    </message>
    <message>
        <location filename="../src/models/journal/momentrows.cpp" line="96"/>
        <source>Session</source>
        <translation>Sitzung</translation>
    </message>
    <message>
        <location filename="../src/models/journal/momentrows.cpp" line="98"/>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <location filename="../src/models/journal/momentrows.cpp" line="98"/>
        <source>How old the data was by the plan</source>
        <translation>Wie alt die Daten nach dem Tarif waren</translation>
    </message>
</context>
<context>
    <name>tapeline::MomentView</name>
    <message>
        <location filename="../ui/journal/momentview.cpp" line="73"/>
        <source>Entry</source>
        <translation>Einstieg</translation>
    </message>
    <message>
        <location filename="../ui/journal/momentview.cpp" line="74"/>
        <source>Exit</source>
        <translation>Ausstieg</translation>
    </message>
    <message>
        <location filename="../ui/journal/momentview.cpp" line="83"/>
        <source>%1 at the entry</source>
        <translation>%1 beim Einstieg</translation>
    </message>
    <message>
        <location filename="../ui/journal/momentview.cpp" line="84"/>
        <source>%1 at the exit</source>
        <translation>%1 beim Ausstieg</translation>
    </message>
</context>
<context>
    <name>tapeline::MontageView</name>
    <message>
        <location filename="../ui/book/montageview.cpp" line="27"/>
        <location filename="../ui/book/montageview.cpp" line="194"/>
        <source>Best quotes by venue</source>
        <translation>Beste Kurse je Handelsplatz</translation>
    </message>
    <message>
        <location filename="../ui/book/montageview.cpp" line="133"/>
        <source>Venue</source>
        <translation>Handelsplatz</translation>
    </message>
    <message>
        <location filename="../ui/book/montageview.cpp" line="134"/>
        <source>Bid</source>
        <translation>Geld</translation>
    </message>
    <message>
        <location filename="../ui/book/montageview.cpp" line="134"/>
        <source>Ask</source>
        <translation>Brief</translation>
    </message>
    <message>
        <location filename="../ui/book/montageview.cpp" line="153"/>
        <source>%1 s ago</source>
        <extracomment>After a venue: %1 seconds have passed since its quote</extracomment>
        <translation>vor %1 s</translation>
    </message>
    <message>
        <location filename="../ui/book/montageview.cpp" line="180"/>
        <source>%1, quoted %2 s ago</source>
        <extracomment>%1 is a venue, %2 a number of seconds</extracomment>
        <translation>%1, Quote von vor %2 s</translation>
    </message>
</context>
<context>
    <name>tapeline::NewsPanel</name>
    <message>
        <location filename="../ui/reference/newspanel.cpp" line="146"/>
        <location filename="../ui/reference/newspanel.cpp" line="218"/>
        <source>Choose a symbol, or look at all news.</source>
        <translation>Wählen Sie ein Symbol, oder sehen Sie alle Nachrichten an.</translation>
    </message>
    <message>
        <location filename="../ui/reference/newspanel.cpp" line="189"/>
        <source>%1: %2</source>
        <extracomment>Why news are judged as they are; %1 is a symbol, %2 a sentence</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <location filename="../ui/reference/newspanel.cpp" line="199"/>
        <source>Symbol</source>
        <translation>Symbol</translation>
    </message>
    <message>
        <location filename="../ui/reference/newspanel.cpp" line="200"/>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <location filename="../ui/reference/newspanel.cpp" line="213"/>
        <location filename="../src/app/desk.cpp" line="247"/>
        <source>News</source>
        <translation>Nachrichten</translation>
    </message>
    <message>
        <location filename="../ui/reference/newspanel.cpp" line="214"/>
        <source>Whose news</source>
        <translation>Wessen Nachrichten</translation>
    </message>
</context>
<context>
    <name>tapeline::NoteHistory</name>
    <message>
        <location filename="../ui/journal/notehistory.cpp" line="41"/>
        <source>History of the notes</source>
        <translation>Verlauf der Notizen</translation>
    </message>
    <message>
        <location filename="../ui/journal/notehistory.cpp" line="51"/>
        <source>%1, by you</source>
        <translation>%1, von Ihnen</translation>
    </message>
    <message>
        <location filename="../ui/journal/notehistory.cpp" line="55"/>
        <source>Before: %1</source>
        <translation>Vorher: %1</translation>
    </message>
</context>
<context>
    <name>tapeline::NoteText</name>
    <message>
        <location filename="../ui/journal/notetext.cpp" line="182"/>
        <source>Only http and https addresses are opened: %1</source>
        <translation>Nur Adressen mit http und https werden geöffnet: %1</translation>
    </message>
    <message>
        <location filename="../ui/journal/notetext.cpp" line="209"/>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <location filename="../ui/journal/notetext.cpp" line="210"/>
        <source>Show the text as it is meant: **bold**, lists, headings</source>
        <translation>Den Text zeigen, wie er gemeint ist: **fett**, Listen, Überschriften</translation>
    </message>
    <message>
        <location filename="../ui/journal/notetext.cpp" line="211"/>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
</context>
<context>
    <name>tapeline::NoticeBar</name>
    <message>
        <location filename="../ui/frame/noticebar.cpp" line="95"/>
        <location filename="../ui/frame/noticebar.cpp" line="96"/>
        <source>Dismiss</source>
        <translation>Ausblenden</translation>
    </message>
</context>
<context>
    <name>tapeline::OptionDesk</name>
    <message>
        <location filename="../src/models/options/optiondesk.cpp" line="44"/>
        <location filename="../src/models/options/optiondesk.cpp" line="52"/>
        <location filename="../src/models/options/optiondesk.cpp" line="59"/>
        <source>%1 is part of no position in options.</source>
        <translation>%1 gehört zu keiner Position in Optionen.</translation>
    </message>
    <message>
        <location filename="../src/models/options/optiondesk.cpp" line="92"/>
        <source>The options on %1 are too many to be rolled in one order.</source>
        <translation>Die Optionen auf %1 sind zu viele, um in einer Order gerollt zu werden.</translation>
    </message>
    <message>
        <location filename="../src/models/options/optiondesk.cpp" line="94"/>
        <source>The chain of %1 does not have a later contract for each option: nothing is rolled.</source>
        <translation>Die Kette von %1 hat nicht für jede Option einen späteren Kontrakt: Es wird nichts gerollt.</translation>
    </message>
    <message>
        <location filename="../src/models/options/optiondesk.cpp" line="123"/>
        <source>%1 is left as it is: %2</source>
        <translation>%1 bleibt, wie es ist: %2</translation>
    </message>
    <message>
        <location filename="../src/models/options/optiondesk.cpp" line="126"/>
        <source>%1 exercised: %2</source>
        <translation>%1 ausgeübt: %2</translation>
    </message>
    <message>
        <location filename="../src/models/options/optiondesk.cpp" line="130"/>
        <source>%1 will not be exercised.</source>
        <translation>%1 wird nicht ausgeübt.</translation>
    </message>
    <message>
        <location filename="../src/models/options/optiondesk.cpp" line="132"/>
        <source>%1 will be exercised if it ends in the money.</source>
        <translation>%1 wird ausgeübt, wenn es im Geld endet.</translation>
    </message>
</context>
<context>
    <name>tapeline::OptionFlowBar</name>
    <message>
        <location filename="../ui/options/optionflowbar.cpp" line="144"/>
        <location filename="../ui/options/optionflowbar.cpp" line="145"/>
        <source>Show all prints</source>
        <translation>Alle Umsätze zeigen</translation>
    </message>
    <message>
        <location filename="../ui/options/optionflowbar.cpp" line="158"/>
        <source>Calls</source>
        <translation>Calls</translation>
    </message>
    <message>
        <location filename="../ui/options/optionflowbar.cpp" line="158"/>
        <source>Show calls</source>
        <translation>Calls zeigen</translation>
    </message>
    <message>
        <location filename="../ui/options/optionflowbar.cpp" line="159"/>
        <source>Puts</source>
        <translation>Puts</translation>
    </message>
    <message>
        <location filename="../ui/options/optionflowbar.cpp" line="159"/>
        <source>Show puts</source>
        <translation>Puts zeigen</translation>
    </message>
    <message>
        <location filename="../ui/options/optionflowbar.cpp" line="160"/>
        <source>Bought</source>
        <translation>Gekauft</translation>
    </message>
    <message>
        <location filename="../ui/options/optionflowbar.cpp" line="160"/>
        <source>Show prints at the ask or above</source>
        <translation>Umsätze am Brief oder darüber zeigen</translation>
    </message>
    <message>
        <location filename="../ui/options/optionflowbar.cpp" line="161"/>
        <source>Sold</source>
        <translation>Verkauft</translation>
    </message>
    <message>
        <location filename="../ui/options/optionflowbar.cpp" line="161"/>
        <source>Show prints at the bid or below</source>
        <translation>Umsätze am Geld oder darunter zeigen</translation>
    </message>
    <message>
        <location filename="../ui/options/optionflowbar.cpp" line="163"/>
        <source>No side</source>
        <extracomment>Prints whose side is not known or says little</extracomment>
        <translation>Keine Seite</translation>
    </message>
    <message>
        <location filename="../ui/options/optionflowbar.cpp" line="164"/>
        <source>Show prints inside the quote, legs of packages, and prints of which no quote is known</source>
        <translation>Umsätze zwischen Geld und Brief zeigen, Legs von Paketen, und solche, zu denen kein Quote bekannt ist</translation>
    </message>
    <message>
        <location filename="../ui/options/optionflowbar.cpp" line="166"/>
        <source>Sweeps</source>
        <translation>Sweeps</translation>
    </message>
    <message>
        <location filename="../ui/options/optionflowbar.cpp" line="167"/>
        <source>Show sweeps: intermarket sweep orders, and three prints of one side or more within 50 ms at several prices or exchanges</source>
        <translation>Sweeps zeigen: Intermarket-Sweep-Orders, und drei oder mehr Umsätze einer Seite binnen 50 ms zu mehreren Kursen oder an mehreren Börsen</translation>
    </message>
    <message>
        <location filename="../ui/options/optionflowbar.cpp" line="169"/>
        <source>Blocks</source>
        <translation>Blöcke</translation>
    </message>
    <message>
        <location filename="../ui/options/optionflowbar.cpp" line="170"/>
        <source>Show blocks: single prints of 500 contracts or $200,000 and more</source>
        <translation>Blöcke zeigen: einzelne Umsätze von 500 Kontrakten oder 200.000 $ und mehr</translation>
    </message>
    <message>
        <location filename="../ui/options/optionflowbar.cpp" line="172"/>
        <source>Multi-leg</source>
        <translation>Mehrere Legs</translation>
    </message>
    <message>
        <location filename="../ui/options/optionflowbar.cpp" line="172"/>
        <source>Show legs of packages, and options traded with stock</source>
        <translation>Legs von Paketen zeigen, und Optionen, die mit Aktien gehandelt wurden</translation>
    </message>
    <message>
        <location filename="../ui/options/optionflowbar.cpp" line="174"/>
        <source>Single</source>
        <extracomment>Prints that are neither sweep nor block nor a leg of several</extracomment>
        <translation>Einzeln</translation>
    </message>
    <message>
        <location filename="../ui/options/optionflowbar.cpp" line="174"/>
        <source>Show all other prints</source>
        <translation>Alle anderen Umsätze zeigen</translation>
    </message>
    <message>
        <location filename="../ui/options/optionflowbar.cpp" line="175"/>
        <source>Size ≥ OI</source>
        <translation>Größe ≥ OI</translation>
    </message>
    <message>
        <location filename="../ui/options/optionflowbar.cpp" line="176"/>
        <source>Only prints of as many contracts as were open the day before, or more</source>
        <translation>Nur Umsätze von mindestens so vielen Kontrakten, wie am Vortag offen standen</translation>
    </message>
    <message>
        <location filename="../ui/options/optionflowbar.cpp" line="195"/>
        <location filename="../ui/options/optionflowbar.cpp" line="203"/>
        <source>From %1</source>
        <extracomment>Which prints are shown, by premium: all</extracomment>
        <translation>Ab %1</translation>
    </message>
    <message>
        <location filename="../ui/options/optionflowbar.cpp" line="196"/>
        <location filename="../ui/options/optionflowbar.cpp" line="203"/>
        <source>Any premium</source>
        <translation>Jede Prämie</translation>
    </message>
    <message>
        <location filename="../ui/options/optionflowbar.cpp" line="197"/>
        <source>Premium of a print, at least</source>
        <translation>Prämie eines Umsatzes, mindestens</translation>
    </message>
    <message>
        <location filename="../ui/options/optionflowbar.cpp" line="215"/>
        <source>Any expiry</source>
        <translation>Jeder Verfall</translation>
    </message>
    <message>
        <location filename="../ui/options/optionflowbar.cpp" line="216"/>
        <source>Expiring today</source>
        <translation>Verfall heute</translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/options/optionflowbar.cpp" line="217"/>
        <source>Within %n day(s)</source>
        <translation>
            <numerusform>Binnen %n Tag</numerusform>
            <numerusform>Binnen %n Tagen</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../ui/options/optionflowbar.cpp" line="220"/>
        <source>Days to expiry, at most</source>
        <translation>Tage bis zum Verfall, höchstens</translation>
    </message>
    <message>
        <location filename="../ui/options/optionflowbar.cpp" line="238"/>
        <source>In the money</source>
        <translation>Im Geld</translation>
    </message>
    <message>
        <location filename="../ui/options/optionflowbar.cpp" line="240"/>
        <source>Out of the money</source>
        <translation>Aus dem Geld</translation>
    </message>
    <message>
        <location filename="../ui/options/optionflowbar.cpp" line="244"/>
        <source>Any strike</source>
        <translation>Jeder Strike</translation>
    </message>
    <message>
        <location filename="../ui/options/optionflowbar.cpp" line="247"/>
        <source>Where the strike stands to the price of the underlying</source>
        <translation>Wie der Strike zum Kurs des Basiswerts steht</translation>
    </message>
    <message>
        <location filename="../ui/options/optionflowbar.cpp" line="266"/>
        <source>Alerts</source>
        <translation>Alarme</translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/options/optionflowbar.cpp" line="266"/>
        <source>%n alert(s)</source>
        <translation>
            <numerusform>%n Alarm</numerusform>
            <numerusform>%n Alarme</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../ui/options/optionflowbar.cpp" line="267"/>
        <source>What calls for attention when it is traded</source>
        <translation>Was auffallen soll, wenn es gehandelt wird</translation>
    </message>
    <message>
        <location filename="../ui/options/optionflowbar.cpp" line="273"/>
        <source>Alert on: %1</source>
        <extracomment>%1 is what the filter lets through: &quot;calls · from $100K&quot;</extracomment>
        <translation>Alarm bei: %1</translation>
    </message>
    <message>
        <location filename="../ui/options/optionflowbar.cpp" line="279"/>
        <source>Prints that the filter as it is now lets through</source>
        <translation>Umsätze, die der Filter, wie er jetzt ist, durchlässt</translation>
    </message>
    <message>
        <location filename="../ui/options/optionflowbar.cpp" line="282"/>
        <source>Remove: %1</source>
        <extracomment>Takes an alert away; %1 is what it is about: &quot;calls · from $100K&quot;</extracomment>
        <translation>Entfernen: %1</translation>
    </message>
    <message>
        <location filename="../ui/options/optionflowbar.cpp" line="288"/>
        <source>Sound</source>
        <translation>Ton</translation>
    </message>
</context>
<context>
    <name>tapeline::OptionFlowPanel</name>
    <message>
        <location filename="../ui/options/optionflowpanel.cpp" line="193"/>
        <source>Only options of %1</source>
        <extracomment>Menu of a print; %1 is an underlying: &quot;SPY&quot;</extracomment>
        <translation>Nur Optionen auf %1</translation>
    </message>
    <message>
        <location filename="../ui/options/optionflowpanel.cpp" line="199"/>
        <source>Show all prints</source>
        <translation>Alle Umsätze zeigen</translation>
    </message>
    <message>
        <location filename="../ui/options/optionflowpanel.cpp" line="223"/>
        <source>Show in the link group</source>
        <translation>In der Verknüpfung zeigen</translation>
    </message>
    <message>
        <location filename="../ui/options/optionflowpanel.cpp" line="225"/>
        <source>Open in a panel of its own</source>
        <translation>In einem eigenen Fenster öffnen</translation>
    </message>
    <message>
        <location filename="../ui/options/optionflowpanel.cpp" line="277"/>
        <source>Symbol</source>
        <translation>Symbol</translation>
    </message>
    <message>
        <location filename="../ui/options/optionflowpanel.cpp" line="278"/>
        <source>The options of the symbol of the link group</source>
        <translation>Die Optionen des Symbols der Verknüpfung</translation>
    </message>
    <message>
        <location filename="../ui/options/optionflowpanel.cpp" line="281"/>
        <source>Watchlist</source>
        <translation>Watchlist</translation>
    </message>
    <message>
        <location filename="../ui/options/optionflowpanel.cpp" line="284"/>
        <source>The options of the first %1 symbols of the watchlists</source>
        <translation>Die Optionen der ersten %1 Symbole der Watchlists</translation>
    </message>
    <message>
        <location filename="../ui/options/optionflowpanel.cpp" line="285"/>
        <source>The options of all symbols of the watchlists</source>
        <translation>Die Optionen aller Symbole der Watchlists</translation>
    </message>
    <message>
        <location filename="../ui/options/optionflowpanel.cpp" line="331"/>
        <location filename="../ui/options/optionflowpanel.cpp" line="349"/>
        <source>No symbol with options is chosen.</source>
        <translation>Kein Symbol mit Optionen ist gewählt.</translation>
    </message>
    <message>
        <location filename="../ui/options/optionflowpanel.cpp" line="333"/>
        <source>A recording holds no chains: nothing can be ranked.</source>
        <translation>Eine Aufzeichnung enthält keine Ketten: Es gibt keine Rangfolge.</translation>
    </message>
    <message>
        <location filename="../ui/options/optionflowpanel.cpp" line="335"/>
        <source>Volume and open interest need %1.</source>
        <translation>Umsatz und Open Interest brauchen %1.</translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/options/optionflowpanel.cpp" line="337"/>
        <source>Reading %n chain(s)…</source>
        <translation>
            <numerusform>%n Kette wird gelesen …</numerusform>
            <numerusform>%n Ketten werden gelesen …</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../ui/options/optionflowpanel.cpp" line="339"/>
        <source>Not every chain could be read; asking goes on.</source>
        <translation>Nicht jede Kette ließ sich lesen; es wird weiter gefragt.</translation>
    </message>
    <message>
        <location filename="../ui/options/optionflowpanel.cpp" line="350"/>
        <source>Waiting for the first print</source>
        <translation>Wartet auf den ersten Umsatz</translation>
    </message>
    <message>
        <location filename="../ui/options/optionflowpanel.cpp" line="351"/>
        <source>No prints of options on this plan</source>
        <translation>Dieser Tarif bringt keine Umsätze von Optionen</translation>
    </message>
    <message>
        <location filename="../ui/options/optionflowpanel.cpp" line="352"/>
        <source>No contract is unusual today.</source>
        <translation>Heute ist kein Kontrakt ungewöhnlich.</translation>
    </message>
    <message>
        <location filename="../ui/options/optionflowpanel.cpp" line="363"/>
        <source>From %1 contracts, %2 × open interest and %3 on, expiring within %4 days. Premium is the volume at the last price; sides are of the prints seen here.</source>
        <extracomment>What makes a contract unusual; %1 contracts, %2 a factor, %3 dollars, %4 days</extracomment>
        <translation>Ab %1 Kontrakten, %2 × Open Interest und %3, Verfall binnen %4 Tagen. Prämie ist der Umsatz zum letzten Preis; Seiten sind die der hier gesehenen Umsätze.</translation>
    </message>
    <message>
        <location filename="../ui/options/optionflowpanel.cpp" line="397"/>
        <source>The newest alert. A click shows the print.</source>
        <translation>Der neueste Alarm. Ein Klick zeigt den Umsatz.</translation>
    </message>
    <message>
        <location filename="../ui/options/optionflowpanel.cpp" line="398"/>
        <source>Alert: %1</source>
        <translation>Alarm: %1</translation>
    </message>
    <message>
        <location filename="../ui/options/optionflowpanel.cpp" line="421"/>
        <location filename="../src/app/desk.cpp" line="256"/>
        <source>Options flow</source>
        <translation>Optionsfluss</translation>
    </message>
    <message>
        <location filename="../ui/options/optionflowpanel.cpp" line="422"/>
        <source>Prints</source>
        <translation>Umsätze</translation>
    </message>
    <message>
        <location filename="../ui/options/optionflowpanel.cpp" line="423"/>
        <location filename="../ui/options/optionflowpanel.cpp" line="425"/>
        <source>Unusual activity</source>
        <translation>Ungewöhnliche Aktivität</translation>
    </message>
    <message>
        <location filename="../ui/options/optionflowpanel.cpp" line="424"/>
        <source>Pages of the options flow</source>
        <translation>Seiten des Optionsflusses</translation>
    </message>
    <message>
        <location filename="../ui/options/optionflowcommands.cpp" line="18"/>
        <source>Options flow: pause or go on</source>
        <translation>Optionsfluss: anhalten oder fortsetzen</translation>
    </message>
    <message>
        <location filename="../ui/options/optionflowcommands.cpp" line="22"/>
        <source>Options flow: show all prints</source>
        <translation>Optionsfluss: alle Umsätze zeigen</translation>
    </message>
    <message>
        <location filename="../ui/options/optionflowcommands.cpp" line="26"/>
        <source>Options flow: of the symbol, or of the watchlist</source>
        <translation>Optionsfluss: des Symbols oder der Watchlist</translation>
    </message>
    <message>
        <location filename="../ui/options/optionflowcommands.cpp" line="34"/>
        <source>Options flow: prints, or unusual activity</source>
        <translation>Optionsfluss: Umsätze oder ungewöhnliche Aktivität</translation>
    </message>
    <message>
        <location filename="../ui/options/optionflowcommands.cpp" line="41"/>
        <source>Options flow: sound of alerts</source>
        <translation>Optionsfluss: Ton der Alarme</translation>
    </message>
</context>
<context>
    <name>tapeline::OptionFlowText</name>
    <message>
        <location filename="../ui/options/optionflowtext.cpp" line="33"/>
        <source>Sweep</source>
        <extracomment>Kind of an options trade: a sweep across exchanges</extracomment>
        <translation>Sweep</translation>
    </message>
    <message>
        <location filename="../ui/options/optionflowtext.cpp" line="36"/>
        <source>Block</source>
        <extracomment>Kind of an options trade: one large print</extracomment>
        <translation>Block</translation>
    </message>
    <message>
        <location filename="../ui/options/optionflowtext.cpp" line="40"/>
        <source>With stock</source>
        <translation>Mit Aktien</translation>
    </message>
    <message>
        <location filename="../ui/options/optionflowtext.cpp" line="42"/>
        <source>Multi-leg</source>
        <translation>Mehrere Legs</translation>
    </message>
    <message>
        <location filename="../ui/options/optionflowtext.cpp" line="52"/>
        <source>void</source>
        <translation>ungültig</translation>
    </message>
    <message>
        <location filename="../ui/options/optionflowtext.cpp" line="53"/>
        <source>late</source>
        <translation>spät</translation>
    </message>
    <message>
        <location filename="../ui/options/optionflowtext.cpp" line="54"/>
        <source>floor</source>
        <translation>Parkett</translation>
    </message>
    <message>
        <location filename="../ui/options/optionflowtext.cpp" line="55"/>
        <source>cross</source>
        <translation>Cross</translation>
    </message>
    <message>
        <location filename="../ui/options/optionflowtext.cpp" line="56"/>
        <source>auction</source>
        <translation>Auktion</translation>
    </message>
    <message>
        <location filename="../ui/options/optionflowtext.cpp" line="64"/>
        <source>above the ask</source>
        <translation>über dem Brief</translation>
    </message>
    <message>
        <location filename="../ui/options/optionflowtext.cpp" line="66"/>
        <source>at the ask</source>
        <translation>am Brief</translation>
    </message>
    <message>
        <location filename="../ui/options/optionflowtext.cpp" line="69"/>
        <source>inside the quote</source>
        <translation>zwischen Geld und Brief</translation>
    </message>
    <message>
        <location filename="../ui/options/optionflowtext.cpp" line="71"/>
        <source>at the bid</source>
        <translation>am Geld</translation>
    </message>
    <message>
        <location filename="../ui/options/optionflowtext.cpp" line="73"/>
        <source>below the bid</source>
        <translation>unter dem Geld</translation>
    </message>
    <message>
        <location filename="../ui/options/optionflowtext.cpp" line="77"/>
        <source>side not known</source>
        <translation>Seite nicht bekannt</translation>
    </message>
    <message>
        <location filename="../ui/options/optionflowtext.cpp" line="83"/>
        <source>Of a leg only the package&apos;s price was bargained for: its side says little and is not counted.</source>
        <translation>Bei einem Leg wurde nur über den Preis des Pakets verhandelt: Seine Seite sagt wenig und zählt nicht.</translation>
    </message>
    <message>
        <location filename="../ui/options/optionflowtext.cpp" line="86"/>
        <source>Reported late: it was not traded at the quote that is in force now.</source>
        <translation>Spät gemeldet: Nicht zu dem Quote gehandelt, der jetzt gilt.</translation>
    </message>
    <message>
        <location filename="../ui/options/optionflowtext.cpp" line="88"/>
        <source>The notice that an earlier print is void; it is no trade itself.</source>
        <translation>Die Nachricht, dass ein früherer Umsatz ungültig ist; selbst ist sie keiner.</translation>
    </message>
    <message>
        <location filename="../ui/options/optionflowtext.cpp" line="90"/>
        <source>No quote of this contract was known when it traded.</source>
        <translation>Als der Kontrakt gehandelt wurde, war kein Quote bekannt.</translation>
    </message>
    <message>
        <location filename="../ui/options/optionflowtext.cpp" line="108"/>
        <source>Time ET</source>
        <extracomment>Column of the options flow: time of day in New York (Eastern Time)</extracomment>
        <translation>Zeit ET</translation>
    </message>
    <message>
        <location filename="../ui/options/optionflowtext.cpp" line="110"/>
        <source>Contract</source>
        <translation>Kontrakt</translation>
    </message>
    <message>
        <location filename="../ui/options/optionflowtext.cpp" line="112"/>
        <source>Price</source>
        <translation>Preis</translation>
    </message>
    <message>
        <location filename="../ui/options/optionflowtext.cpp" line="114"/>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <location filename="../ui/options/optionflowtext.cpp" line="116"/>
        <source>Premium</source>
        <translation>Prämie</translation>
    </message>
    <message>
        <location filename="../ui/options/optionflowtext.cpp" line="119"/>
        <source>Size/OI</source>
        <extracomment>Column: the size as a share of the open interest</extracomment>
        <translation>Größe/OI</translation>
    </message>
    <message>
        <location filename="../ui/options/optionflowtext.cpp" line="121"/>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <location filename="../ui/options/optionflowtext.cpp" line="124"/>
        <source>Spot</source>
        <extracomment>Column: price of the underlying when an option was traded</extracomment>
        <translation>Basis</translation>
    </message>
    <message>
        <location filename="../ui/options/optionflowtext.cpp" line="126"/>
        <source>Venue</source>
        <translation>Platz</translation>
    </message>
    <message>
        <location filename="../ui/options/optionflowtext.cpp" line="187"/>
        <source>%1 %2 at %3 for %4, %5</source>
        <extracomment>One options trade; %1 a number of contracts, %2 the contract, %3 a price, %4 dollars, %5 the side: &quot;40 SPY 20 Mar 26 650 C at 12.35 for $49,400, at the ask&quot;</extracomment>
        <translation>%1 %2 zu %3 für %4, %5</translation>
    </message>
    <message>
        <location filename="../ui/options/optionflowtext.cpp" line="202"/>
        <source>Newest quote of the chain: %1 to %2, may be a minute old.</source>
        <translation>Neuester Quote der Kette: %1 zu %2, kann eine Minute alt sein.</translation>
    </message>
    <message>
        <location filename="../ui/options/optionflowtext.cpp" line="203"/>
        <source>Quote in force: %1 to %2.</source>
        <translation>Geltender Quote: %1 zu %2.</translation>
    </message>
    <message>
        <location filename="../ui/options/optionflowtext.cpp" line="208"/>
        <source>Open interest %1 at the end of the day before.</source>
        <translation>Open Interest %1 am Ende des Vortags.</translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/options/optionflowtext.cpp" line="210"/>
        <source>%n day(s) to expiry</source>
        <translation>
            <numerusform>%n Tag bis zum Verfall</numerusform>
            <numerusform>%n Tage bis zum Verfall</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../ui/options/optionflowtext.cpp" line="217"/>
        <source>Prints before this one are missing: the stream was away.</source>
        <translation>Umsätze davor fehlen: Der Datenstrom war weg.</translation>
    </message>
    <message>
        <location filename="../ui/options/optionflowtext.cpp" line="241"/>
        <source>$%1</source>
        <extracomment>Dollars, as short as can be</extracomment>
        <translation>%1 $</translation>
    </message>
    <message>
        <location filename="../ui/options/optionflowtext.cpp" line="254"/>
        <source>calls</source>
        <translation>Calls</translation>
    </message>
    <message>
        <location filename="../ui/options/optionflowtext.cpp" line="254"/>
        <source>puts</source>
        <translation>Puts</translation>
    </message>
    <message>
        <location filename="../ui/options/optionflowtext.cpp" line="258"/>
        <source>bought</source>
        <translation>gekauft</translation>
    </message>
    <message>
        <location filename="../ui/options/optionflowtext.cpp" line="260"/>
        <source>sold</source>
        <translation>verkauft</translation>
    </message>
    <message>
        <location filename="../ui/options/optionflowtext.cpp" line="262"/>
        <source>no side</source>
        <translation>keine Seite</translation>
    </message>
    <message>
        <location filename="../ui/options/optionflowtext.cpp" line="263"/>
        <location filename="../ui/options/optionflowtext.cpp" line="275"/>
        <source>no prints</source>
        <translation>keine Umsätze</translation>
    </message>
    <message>
        <location filename="../ui/options/optionflowtext.cpp" line="268"/>
        <source>single</source>
        <translation>einzeln</translation>
    </message>
    <message>
        <location filename="../ui/options/optionflowtext.cpp" line="270"/>
        <source>sweeps</source>
        <translation>Sweeps</translation>
    </message>
    <message>
        <location filename="../ui/options/optionflowtext.cpp" line="272"/>
        <source>blocks</source>
        <translation>Blöcke</translation>
    </message>
    <message>
        <location filename="../ui/options/optionflowtext.cpp" line="274"/>
        <source>multi-leg</source>
        <translation>mehrere Legs</translation>
    </message>
    <message>
        <location filename="../ui/options/optionflowtext.cpp" line="279"/>
        <source>from %1</source>
        <extracomment>%1 is an amount of dollars</extracomment>
        <translation>ab %1</translation>
    </message>
    <message>
        <location filename="../ui/options/optionflowtext.cpp" line="281"/>
        <source>size ≥ OI</source>
        <translation>Größe ≥ OI</translation>
    </message>
    <message>
        <location filename="../ui/options/optionflowtext.cpp" line="283"/>
        <source>expiring today</source>
        <translation>Verfall heute</translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/options/optionflowtext.cpp" line="285"/>
        <source>within %n day(s)</source>
        <translation>
            <numerusform>binnen %n Tag</numerusform>
            <numerusform>binnen %n Tagen</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../ui/options/optionflowtext.cpp" line="287"/>
        <source>out of the money</source>
        <translation>aus dem Geld</translation>
    </message>
    <message>
        <location filename="../ui/options/optionflowtext.cpp" line="288"/>
        <source>in the money</source>
        <translation>im Geld</translation>
    </message>
    <message>
        <location filename="../ui/options/optionflowtext.cpp" line="289"/>
        <source>All prints</source>
        <translation>Alle Umsätze</translation>
    </message>
    <message>
        <location filename="../ui/options/optionflowtext.cpp" line="312"/>
        <source>The service refused trades and snapshots of options.</source>
        <translation>Der Dienst verweigert Umsätze und Momentaufnahmen von Optionen.</translation>
    </message>
    <message>
        <location filename="../ui/options/optionflowtext.cpp" line="314"/>
        <source>Prints of options need %1; %2 ranks unusual activity.</source>
        <translation>Umsätze von Optionen brauchen %1; %2 hat die Rangfolge ungewöhnlicher Aktivität.</translation>
    </message>
    <message>
        <location filename="../ui/options/optionflowtext.cpp" line="318"/>
        <source>The service refused trades of options. Shown: unusual activity by volume and open interest.</source>
        <translation>Der Dienst verweigert Umsätze von Optionen. Zu sehen ist ungewöhnliche Aktivität nach Umsatz und Open Interest.</translation>
    </message>
    <message>
        <location filename="../ui/options/optionflowtext.cpp" line="321"/>
        <source>Prints of options need %1. Shown: unusual activity by volume and open interest.</source>
        <translation>Umsätze von Optionen brauchen %1. Zu sehen ist ungewöhnliche Aktivität nach Umsatz und Open Interest.</translation>
    </message>
    <message>
        <location filename="../ui/options/optionflowtext.cpp" line="329"/>
        <source>The service refused quotes of options: sides are not known.</source>
        <translation>Der Dienst verweigert Quotes von Optionen: Seiten sind nicht bekannt.</translation>
    </message>
    <message>
        <location filename="../ui/options/optionflowtext.cpp" line="331"/>
        <source>Sides need quotes of options: %1 has them. Shown: prints without sides.</source>
        <translation>Seiten brauchen Quotes von Optionen: %1 hat sie. Zu sehen sind Umsätze ohne Seiten.</translation>
    </message>
</context>
<context>
    <name>tapeline::OptionFlowTotalsBar</name>
    <message numerus="yes">
        <location filename="../ui/options/optionflowtotalsbar.cpp" line="55"/>
        <location filename="../ui/options/optionflowtotalsbar.cpp" line="81"/>
        <source>%n print(s)</source>
        <translation>
            <numerusform>%n Umsatz</numerusform>
            <numerusform>%n Umsätze</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../ui/options/optionflowtotalsbar.cpp" line="56"/>
        <source>Premium</source>
        <translation>Prämie</translation>
    </message>
    <message>
        <location filename="../ui/options/optionflowtotalsbar.cpp" line="58"/>
        <source>Calls bought</source>
        <extracomment>Premium of calls that were bought</extracomment>
        <translation>Calls gekauft</translation>
    </message>
    <message>
        <location filename="../ui/options/optionflowtotalsbar.cpp" line="60"/>
        <location filename="../ui/options/optionflowtotalsbar.cpp" line="62"/>
        <source>sold</source>
        <extracomment>After &quot;Calls bought $1.2M&quot; or &quot;Puts bought $1.2M&quot;: premium of those that were sold</extracomment>
        <translation>verkauft</translation>
    </message>
    <message>
        <location filename="../ui/options/optionflowtotalsbar.cpp" line="61"/>
        <source>Puts bought</source>
        <translation>Puts gekauft</translation>
    </message>
    <message>
        <location filename="../ui/options/optionflowtotalsbar.cpp" line="64"/>
        <source>Net bullish</source>
        <extracomment>What was paid for a rise less what was paid for a fall</extracomment>
        <translation>Netto bullisch</translation>
    </message>
    <message>
        <location filename="../ui/options/optionflowtotalsbar.cpp" line="70"/>
        <source>left out</source>
        <translation>ausgelassen</translation>
    </message>
    <message>
        <location filename="../ui/options/optionflowtotalsbar.cpp" line="79"/>
        <source>Totals of what is shown</source>
        <translation>Summen dessen, was zu sehen ist</translation>
    </message>
    <message>
        <location filename="../ui/options/optionflowtotalsbar.cpp" line="82"/>
        <source>Premium %1</source>
        <translation>Prämie %1</translation>
    </message>
    <message>
        <location filename="../ui/options/optionflowtotalsbar.cpp" line="83"/>
        <source>Calls bought %1, sold %2, without a side %3</source>
        <translation>Calls gekauft %1, verkauft %2, ohne Seite %3</translation>
    </message>
    <message>
        <location filename="../ui/options/optionflowtotalsbar.cpp" line="86"/>
        <source>Puts bought %1, sold %2, without a side %3</source>
        <translation>Puts gekauft %1, verkauft %2, ohne Seite %3</translation>
    </message>
    <message>
        <location filename="../ui/options/optionflowtotalsbar.cpp" line="89"/>
        <source>Calls bought and puts sold, less calls sold and puts bought: %1</source>
        <translation>Gekaufte Calls und verkaufte Puts, abzüglich verkaufter Calls und gekaufter Puts: %1</translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/options/optionflowtotalsbar.cpp" line="93"/>
        <source>%n print(s) were left out: more came than the window could take</source>
        <translation>
            <numerusform>%n Umsatz ist ausgelassen: Es kamen mehr, als das Fenster fassen konnte</numerusform>
            <numerusform>%n Umsätze sind ausgelassen: Es kamen mehr, als das Fenster fassen konnte</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tapeline::OptionFlowView</name>
    <message>
        <location filename="../ui/options/optionflowview.cpp" line="126"/>
        <source>Options flow</source>
        <translation>Optionsfluss</translation>
    </message>
    <message>
        <location filename="../ui/options/optionflowview.cpp" line="245"/>
        <source>Paused · back to live</source>
        <translation>Angehalten · zurück zu live</translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/options/optionflowview.cpp" line="246"/>
        <source>%n new print(s) · back to live</source>
        <translation>
            <numerusform>%n neuer Umsatz · zurück zu live</numerusform>
            <numerusform>%n neue Umsätze · zurück zu live</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../ui/options/optionflowview.cpp" line="284"/>
        <source>The filter hides every print</source>
        <translation>Der Filter verbirgt jeden Umsatz</translation>
    </message>
    <message>
        <location filename="../ui/options/optionflowviewinput.cpp" line="176"/>
        <source>Show in the link group</source>
        <translation>In der Verknüpfung zeigen</translation>
    </message>
    <message>
        <location filename="../ui/options/optionflowviewinput.cpp" line="179"/>
        <source>Open in a panel of its own</source>
        <translation>In einem eigenen Fenster öffnen</translation>
    </message>
    <message>
        <location filename="../ui/options/optionflowviewinput.cpp" line="182"/>
        <source>Copy print</source>
        <translation>Umsatz kopieren</translation>
    </message>
    <message>
        <location filename="../ui/options/optionflowviewinput.cpp" line="186"/>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
</context>
<context>
    <name>tapeline::OptionReminder</name>
    <message>
        <location filename="../src/models/options/optionreminders.cpp" line="66"/>
        <source>you receive about %1 in cash</source>
        <translation>erhalten Sie etwa %1 in bar</translation>
    </message>
    <message>
        <location filename="../src/models/options/optionreminders.cpp" line="67"/>
        <source>you pay about %1 in cash</source>
        <translation>zahlen Sie etwa %1 in bar</translation>
    </message>
    <message>
        <location filename="../src/models/options/optionreminders.cpp" line="77"/>
        <source>%1 is traded for the last time today, and is settled at the open of %2 tomorrow.</source>
        <translation>%1 wird heute zum letzten Mal gehandelt und morgen zur Eröffnung von %2 abgerechnet.</translation>
    </message>
    <message>
        <location filename="../src/models/options/optionreminders.cpp" line="81"/>
        <source>%1 ends today; the price of %2 is not known.</source>
        <translation>%1 endet heute; der Kurs von %2 ist nicht bekannt.</translation>
    </message>
    <message>
        <location filename="../src/models/options/optionreminders.cpp" line="83"/>
        <source>%1 ends today: with %2 at %3 it expires worthless.</source>
        <translation>%1 endet heute: mit %2 bei %3 verfällt es wertlos.</translation>
    </message>
    <message>
        <location filename="../src/models/options/optionreminders.cpp" line="86"/>
        <source>%1 ends today in the money (%2 at %3), and will not be exercised, as you wished: it expires without value.</source>
        <translation>%1 endet heute im Geld (%2 bei %3) und wird nicht ausgeübt, wie Sie es wollten: Es verfällt ohne Wert.</translation>
    </message>
    <message>
        <location filename="../src/models/options/optionreminders.cpp" line="90"/>
        <source>%1 ends today: with %2 at %3 %4.</source>
        <translation>%1 endet heute: mit %2 bei %3 %4.</translation>
    </message>
    <message>
        <location filename="../src/models/options/optionreminders.cpp" line="95"/>
        <source>%1 ends today: with %2 at %3 it will be exercised: %4.</source>
        <translation>%1 endet heute: mit %2 bei %3 wird es ausgeübt: %4.</translation>
    </message>
    <message>
        <location filename="../src/models/options/optionreminders.cpp" line="97"/>
        <source>%1 ends today: with %2 at %3 it will be assigned: %4.</source>
        <translation>%1 endet heute: mit %2 bei %3 wird es zugeteilt: %4.</translation>
    </message>
    <message>
        <location filename="../src/models/options/optionreminders.cpp" line="162"/>
        <source>%1 (%2 held) ends tomorrow.</source>
        <translation>%1 (%2 gehalten) endet morgen.</translation>
    </message>
    <message numerus="yes">
        <location filename="../src/models/options/optionreminders.cpp" line="163"/>
        <source>%1 (%2 held) ends in %n days.</source>
        <translation>
            <numerusform>%1 (%2 gehalten) endet in %n Tag.</numerusform>
            <numerusform>%1 (%2 gehalten) endet in %n Tagen.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../src/models/options/optionreminders.cpp" line="167"/>
        <source>%1 ends today in the money, and the account could not carry what it delivers (%2): it will be closed at the market a quarter of an hour before the close.</source>
        <translation>%1 endet heute im Geld, und das Konto könnte nicht tragen, was es liefert (%2): Es wird eine Viertelstunde vor Schluss zum Markt geschlossen.</translation>
    </message>
    <message>
        <location filename="../src/models/options/optionreminders.cpp" line="173"/>
        <source>%1 pays %2 a share to who holds it tomorrow, more than %3 is worth beyond exercise: it may be assigned tonight, and you would owe the dividend.</source>
        <translation>%1 zahlt %2 je Aktie an den, der sie morgen hält, mehr als %3 über den Ausübungswert hinaus wert ist: Es kann heute Abend zugeteilt werden, und Sie schuldeten die Dividende.</translation>
    </message>
    <message>
        <location filename="../src/models/options/optionreminders.cpp" line="188"/>
        <source>you buy %1 %2 at %3 for %4</source>
        <translation>Sie kaufen %1 %2 zu %3 für %4</translation>
    </message>
    <message>
        <location filename="../src/models/options/optionreminders.cpp" line="188"/>
        <source>you sell %1 %2 at %3 for %4</source>
        <translation>Sie verkaufen %1 %2 zu %3 für %4</translation>
    </message>
</context>
<context>
    <name>tapeline::OrderChangeDialog</name>
    <message>
        <location filename="../ui/chart/orderchangedialog.cpp" line="24"/>
        <source>Change the order</source>
        <translation>Order ändern</translation>
    </message>
    <message>
        <location filename="../ui/chart/orderchangedialog.cpp" line="28"/>
        <source>Quantity</source>
        <translation>Menge</translation>
    </message>
    <message>
        <location filename="../ui/chart/orderchangedialog.cpp" line="30"/>
        <source>Stop</source>
        <translation>Stop</translation>
    </message>
    <message>
        <location filename="../ui/chart/orderchangedialog.cpp" line="33"/>
        <source>Limit</source>
        <translation>Limit</translation>
    </message>
    <message>
        <location filename="../ui/chart/orderchangedialog.cpp" line="40"/>
        <source>Change</source>
        <translation>Ändern</translation>
    </message>
    <message>
        <location filename="../ui/chart/orderchangedialog.cpp" line="67"/>
        <source>“%1” is no price: a number above 0 is needed.</source>
        <translation>„%1“ ist kein Kurs: Nötig ist eine Zahl über 0.</translation>
    </message>
    <message>
        <location filename="../ui/chart/orderchangedialog.cpp" line="72"/>
        <source>%1 lies between two ticks: prices are multiples of %2 here.</source>
        <translation>%1 liegt zwischen zwei Ticks: Kurse sind hier Vielfache von %2.</translation>
    </message>
    <message>
        <location filename="../ui/chart/orderchangedialog.cpp" line="83"/>
        <source>“%1” is no quantity: a number above 0 is needed.</source>
        <translation>„%1“ ist keine Menge: Nötig ist eine Zahl über 0.</translation>
    </message>
    <message>
        <location filename="../ui/chart/orderchangedialog.cpp" line="85"/>
        <source>%1 are filled already: the quantity must be above that.</source>
        <translation>%1 sind schon ausgeführt: Die Menge muss darüber liegen.</translation>
    </message>
</context>
<context>
    <name>tapeline::OrderDraft</name>
    <message>
        <location filename="../src/models/trading/orderdraft.cpp" line="45"/>
        <source>%1 is missing</source>
        <translation>%1 fehlt</translation>
    </message>
    <message>
        <location filename="../src/models/trading/orderdraft.cpp" line="46"/>
        <source>%1: &quot;%2&quot; is no number</source>
        <translation>%1: „%2“ ist keine Zahl</translation>
    </message>
    <message>
        <location filename="../src/models/trading/orderdraft.cpp" line="71"/>
        <source>Quantity</source>
        <translation>Menge</translation>
    </message>
    <message>
        <location filename="../src/models/trading/orderdraft.cpp" line="78"/>
        <source>Amount</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <location filename="../src/models/trading/orderdraft.cpp" line="98"/>
        <source>Trailing distance</source>
        <translation>Trailing-Abstand</translation>
    </message>
    <message>
        <location filename="../src/models/trading/orderdraft.cpp" line="108"/>
        <source>Stop loss</source>
        <translation>Stop-Loss</translation>
    </message>
    <message>
        <location filename="../src/models/trading/orderdraft.cpp" line="120"/>
        <source>Last day</source>
        <translation>Letzter Tag</translation>
    </message>
    <message>
        <location filename="../src/models/trading/orderdraft.cpp" line="193"/>
        <source>%1 cannot be traded.</source>
        <extracomment>%1 is a symbol, such as that of an index</extracomment>
        <translation>%1 kann nicht gehandelt werden.</translation>
    </message>
    <message>
        <location filename="../src/models/trading/orderdraft.cpp" line="205"/>
        <source>Stop</source>
        <translation>Stop</translation>
    </message>
    <message>
        <location filename="../src/models/trading/orderdraft.cpp" line="207"/>
        <source>Limit</source>
        <translation>Limit</translation>
    </message>
    <message>
        <location filename="../src/models/trading/orderdraft.cpp" line="211"/>
        <source>Limit offset</source>
        <translation>Limitabstand</translation>
    </message>
    <message>
        <location filename="../src/models/trading/orderdraft.cpp" line="214"/>
        <source>Target</source>
        <translation>Ziel</translation>
    </message>
</context>
<context>
    <name>tapeline::OrdersModel</name>
    <message numerus="yes">
        <location filename="../src/models/trading/ordersmodel.cpp" line="52"/>
        <source>Package of %n</source>
        <extracomment>In place of a symbol: an order of several contracts at once</extracomment>
        <translation>
            <numerusform>Paket aus %n</numerusform>
            <numerusform>Paket aus %n</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../src/models/trading/ordersmodel.cpp" line="161"/>
        <source>Time (ET)</source>
        <translation>Zeit (ET)</translation>
    </message>
    <message>
        <location filename="../src/models/trading/ordersmodel.cpp" line="163"/>
        <source>Symbol</source>
        <translation>Symbol</translation>
    </message>
    <message>
        <location filename="../src/models/trading/ordersmodel.cpp" line="165"/>
        <source>Side</source>
        <translation>Seite</translation>
    </message>
    <message>
        <location filename="../src/models/trading/ordersmodel.cpp" line="167"/>
        <source>Quantity</source>
        <translation>Menge</translation>
    </message>
    <message>
        <location filename="../src/models/trading/ordersmodel.cpp" line="169"/>
        <source>Filled</source>
        <translation>Ausgeführt</translation>
    </message>
    <message>
        <location filename="../src/models/trading/ordersmodel.cpp" line="171"/>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <location filename="../src/models/trading/ordersmodel.cpp" line="173"/>
        <source>Limit</source>
        <translation>Limit</translation>
    </message>
    <message>
        <location filename="../src/models/trading/ordersmodel.cpp" line="175"/>
        <source>Stop</source>
        <translation>Stop</translation>
    </message>
    <message>
        <location filename="../src/models/trading/ordersmodel.cpp" line="178"/>
        <source>TIF</source>
        <extracomment>Column: time in force</extracomment>
        <translation>Gültig</translation>
    </message>
    <message>
        <location filename="../src/models/trading/ordersmodel.cpp" line="180"/>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <location filename="../src/models/trading/ordersmodel.cpp" line="182"/>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <location filename="../src/models/trading/ordersmodel.cpp" line="185"/>
        <source>Group</source>
        <extracomment>Column: to which bracket or group of orders it belongs</extracomment>
        <translation>Gruppe</translation>
    </message>
    <message>
        <location filename="../src/models/trading/ordersmodel.cpp" line="187"/>
        <source>Id</source>
        <translation>ID</translation>
    </message>
    <message>
        <location filename="../src/models/trading/ordersmodel.cpp" line="213"/>
        <source>%1 entry</source>
        <translation>%1 Einstieg</translation>
    </message>
    <message>
        <location filename="../src/models/trading/ordersmodel.cpp" line="216"/>
        <source>%1 stop</source>
        <translation>%1 Stop</translation>
    </message>
    <message>
        <location filename="../src/models/trading/ordersmodel.cpp" line="216"/>
        <source>%1 target</source>
        <translation>%1 Ziel</translation>
    </message>
</context>
<context>
    <name>tapeline::OrdersPanel</name>
    <message>
        <location filename="../ui/trading/orderspanel.cpp" line="78"/>
        <source>The order has ended meanwhile.</source>
        <translation>Die Order ist inzwischen beendet.</translation>
    </message>
    <message>
        <location filename="../ui/trading/orderspanel.cpp" line="83"/>
        <source>“%1” is no quantity: a number above 0 is needed.</source>
        <translation>„%1“ ist keine Menge: Nötig ist eine Zahl über 0.</translation>
    </message>
    <message>
        <location filename="../ui/trading/orderspanel.cpp" line="85"/>
        <source>%1 are filled already: the quantity must be above that.</source>
        <translation>%1 sind schon ausgeführt: Die Menge muss darüber liegen.</translation>
    </message>
    <message>
        <location filename="../ui/trading/orderspanel.cpp" line="94"/>
        <source>“%1” is no price: a number above 0 is needed.</source>
        <translation>„%1“ ist kein Kurs: Nötig ist eine Zahl über 0.</translation>
    </message>
    <message>
        <location filename="../ui/trading/orderspanel.cpp" line="120"/>
        <source>Why not yet? Receipt</source>
        <translation>Warum noch nicht? Beleg</translation>
    </message>
    <message>
        <location filename="../ui/trading/orderspanel.cpp" line="120"/>
        <source>Receipt</source>
        <translation>Beleg</translation>
    </message>
    <message>
        <location filename="../ui/trading/orderspanel.cpp" line="127"/>
        <source>Change: %1…</source>
        <translation>Ändern: %1 …</translation>
    </message>
    <message>
        <location filename="../ui/trading/orderspanel.cpp" line="131"/>
        <location filename="../ui/trading/orderspanel.cpp" line="152"/>
        <source>Cancel</source>
        <translation>Stornieren</translation>
    </message>
    <message>
        <location filename="../ui/trading/orderspanel.cpp" line="136"/>
        <source>Cancel all in %1</source>
        <translation>Alle in %1 stornieren</translation>
    </message>
    <message>
        <location filename="../ui/trading/orderspanel.cpp" line="138"/>
        <source>Cancel all orders</source>
        <translation>Alle Orders stornieren</translation>
    </message>
    <message>
        <location filename="../ui/trading/orderspanel.cpp" line="143"/>
        <location filename="../ui/trading/orderspanel.cpp" line="144"/>
        <location filename="../src/app/desk.cpp" line="232"/>
        <source>Orders</source>
        <translation>Orders</translation>
    </message>
    <message>
        <location filename="../ui/trading/orderspanel.cpp" line="145"/>
        <source>No orders here.</source>
        <translation>Hier sind keine Orders.</translation>
    </message>
    <message>
        <location filename="../ui/trading/orderspanel.cpp" line="147"/>
        <source>All</source>
        <extracomment>Which orders are shown</extracomment>
        <translation>Alle</translation>
    </message>
    <message>
        <location filename="../ui/trading/orderspanel.cpp" line="148"/>
        <source>Working</source>
        <translation>Offen</translation>
    </message>
    <message>
        <location filename="../ui/trading/orderspanel.cpp" line="149"/>
        <source>Ended</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <location filename="../ui/trading/orderspanel.cpp" line="150"/>
        <source>Modify</source>
        <translation>Ändern</translation>
    </message>
    <message>
        <location filename="../ui/trading/orderspanel.cpp" line="151"/>
        <source>Changes a price or the quantity of the chosen order in its row (F2)</source>
        <translation>Ändert einen Kurs oder die Menge der gewählten Order in ihrer Zeile (F2)</translation>
    </message>
    <message>
        <location filename="../ui/trading/orderspanel.cpp" line="153"/>
        <source>Cancels the chosen order (Del)</source>
        <translation>Storniert die gewählte Order (Entf)</translation>
    </message>
    <message>
        <location filename="../ui/trading/orderspanel.cpp" line="154"/>
        <source>Cancel all</source>
        <translation>Alle stornieren</translation>
    </message>
    <message>
        <location filename="../ui/trading/orderspanel.cpp" line="155"/>
        <source>Cancels every working order of the account</source>
        <translation>Storniert jede offene Order des Kontos</translation>
    </message>
</context>
<context>
    <name>tapeline::OverviewSection</name>
    <message>
        <location filename="../ui/journal/overviewsection.cpp" line="81"/>
        <source>Overview</source>
        <translation>Überblick</translation>
    </message>
    <message>
        <location filename="../ui/journal/overviewsection.cpp" line="133"/>
        <source>What %1 has earned since its first point, open trades included; deposits and withdrawals are taken out.</source>
        <translation>Was %1 seit seinem ersten Punkt verdient hat, mit offenen Geschäften, ohne Ein- und Auszahlungen.</translation>
    </message>
    <message>
        <location filename="../ui/journal/overviewsection.cpp" line="136"/>
        <source>Net of the closed trades, added up in the order of their closing. The equity of an account is shown for one account without a filter.</source>
        <translation>Netto der geschlossenen Geschäfte, summiert in der Reihenfolge ihres Endes. Das Eigenkapital wird für ein einzelnes Konto ohne Filter gezeigt.</translation>
    </message>
    <message>
        <location filename="../ui/journal/overviewsection.cpp" line="140"/>
        <source>Earned</source>
        <translation>Verdient</translation>
    </message>
    <message>
        <location filename="../ui/journal/overviewsection.cpp" line="140"/>
        <source>Net</source>
        <translation>Netto</translation>
    </message>
    <message>
        <location filename="../ui/journal/overviewsection.cpp" line="143"/>
        <source>Below the peak</source>
        <translation>Unter dem Höchststand</translation>
    </message>
    <message>
        <location filename="../ui/journal/overviewsection.cpp" line="153"/>
        <source>The curve ends at %1.</source>
        <translation>Die Kurve endet bei %1.</translation>
    </message>
    <message>
        <location filename="../ui/journal/overviewsection.cpp" line="155"/>
        <source>The deepest fall from a peak is %1.</source>
        <translation>Der tiefste Rückgang von einem Höchststand ist %1.</translation>
    </message>
    <message>
        <location filename="../ui/journal/overviewsection.cpp" line="167"/>
        <source>Equity and drawdown</source>
        <translation>Eigenkapital und Drawdown</translation>
    </message>
    <message>
        <location filename="../ui/journal/overviewsection.cpp" line="168"/>
        <source>Equity</source>
        <translation>Eigenkapital</translation>
    </message>
    <message>
        <location filename="../ui/journal/overviewsection.cpp" line="169"/>
        <location filename="../ui/journal/overviewsection.cpp" line="171"/>
        <source>Drawdown</source>
        <translation>Drawdown</translation>
    </message>
    <message>
        <location filename="../ui/journal/overviewsection.cpp" line="170"/>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <location filename="../ui/journal/overviewsection.cpp" line="173"/>
        <source>This needs the equity of an account: choose one account, and no filter.</source>
        <translation>Das braucht das Eigenkapital eines Kontos: Wählen Sie ein Konto und keinen Filter.</translation>
    </message>
</context>
<context>
    <name>tapeline::Panel</name>
    <message>
        <location filename="../ui/workspace/panel.cpp" line="53"/>
        <source>%1 · %2  %3</source>
        <extracomment>Title of a panel; %1 is a symbol, %2 a timeframe, %3 what is shown: &quot;AAPL · 5m Chart&quot;</extracomment>
        <translation>%1 · %2  %3</translation>
    </message>
    <message>
        <location filename="../ui/workspace/panel.cpp" line="55"/>
        <source>%1  %2</source>
        <extracomment>Title of a panel; %1 is a symbol such as AAPL, %2 what is shown, such as &quot;Chart&quot;</extracomment>
        <translation>%1  %2</translation>
    </message>
</context>
<context>
    <name>tapeline::PanelHeader</name>
    <message>
        <location filename="../ui/workspace/panelheader.cpp" line="97"/>
        <source>Put back into the window</source>
        <translation>Wieder ins Hauptfenster setzen</translation>
    </message>
    <message>
        <location filename="../ui/workspace/panelheader.cpp" line="98"/>
        <source>Float as a window of its own</source>
        <translation>Als eigenes Fenster lösen</translation>
    </message>
    <message>
        <location filename="../ui/workspace/panelheader.cpp" line="100"/>
        <source>Close this panel (reopen it from the View menu)</source>
        <translation>Schließen (im Menü „Ansicht“ wieder zu öffnen)</translation>
    </message>
    <message>
        <location filename="../ui/workspace/panelheader.cpp" line="101"/>
        <source>Close this panel</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>tapeline::PayoffPlot</name>
    <message>
        <location filename="../ui/options/payoffplot.cpp" line="323"/>
        <source>Profit and loss by the price of the underlying</source>
        <translation>Gewinn und Verlust nach dem Kurs des Basiswerts</translation>
    </message>
    <message>
        <location filename="../ui/options/payoffplot.cpp" line="329"/>
        <source>There is no break-even.</source>
        <translation>Es gibt keine Gewinnschwelle.</translation>
    </message>
    <message>
        <location filename="../ui/options/payoffplot.cpp" line="330"/>
        <source>Break-even at %1.</source>
        <translation>Gewinnschwelle bei %1.</translation>
    </message>
</context>
<context>
    <name>tapeline::PerformanceReport</name>
    <message>
        <location filename="../src/analytics/performance/performancereport.cpp" line="59"/>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/performancereport.cpp" line="61"/>
        <source>from %1</source>
        <translation>ab %1</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/performancereport.cpp" line="62"/>
        <source>up to %1</source>
        <translation>bis %1</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/performancereport.cpp" line="63"/>
        <source>all of the time</source>
        <translation>gesamte Zeit</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/performancereport.cpp" line="111"/>
        <source>Net result of closed trades</source>
        <translation>Nettoergebnis der geschlossenen Geschäfte</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/performancereport.cpp" line="113"/>
        <source>Drawdown of closed trades</source>
        <translation>Drawdown der geschlossenen Geschäfte</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/performancereport.cpp" line="124"/>
        <source>Change of the account&apos;s worth, open positions included, without deposits</source>
        <translation>Änderung des Kontowerts, mit offenen Positionen, ohne Einzahlungen</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/performancereport.cpp" line="140"/>
        <source>Trades by net result</source>
        <translation>Geschäfte nach Nettoergebnis</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/performancereport.cpp" line="144"/>
        <source>Trades by R</source>
        <translation>Geschäfte nach R</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/performancereport.cpp" line="148"/>
        <source>Net result by day; a bar marks a losing day</source>
        <translation>Nettoergebnis nach Tag; ein Balken kennzeichnet einen Verlusttag</translation>
    </message>
    <message numerus="yes">
        <location filename="../src/analytics/performance/performancereport.cpp" line="185"/>
        <source>%n more are not shown.</source>
        <translation>
            <numerusform>%n weitere ist nicht gezeigt.</numerusform>
            <numerusform>%n weitere sind nicht gezeigt.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/performancereport.cpp" line="199"/>
        <source>Symbol</source>
        <translation>Symbol</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/performancereport.cpp" line="199"/>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/performancereport.cpp" line="199"/>
        <source>Setup</source>
        <translation>Setup</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/performancereport.cpp" line="200"/>
        <source>R</source>
        <translation>R</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/performancereport.cpp" line="214"/>
        <source>Best trades</source>
        <translation>Beste Geschäfte</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/performancereport.cpp" line="216"/>
        <source>Worst trades</source>
        <translation>Schlechteste Geschäfte</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/performancereport.cpp" line="225"/>
        <source>Trading report</source>
        <translation>Handelsbericht</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/performancereport.cpp" line="226"/>
        <source>All accounts</source>
        <translation>Alle Konten</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/performancereport.cpp" line="228"/>
        <source>%1, %2</source>
        <extracomment>An account and a period</extracomment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/performancereport.cpp" line="231"/>
        <source>No trade was closed.</source>
        <translation>Kein Geschäft wurde geschlossen.</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/performancereport.cpp" line="236"/>
        <source>Figures</source>
        <translation>Kennzahlen</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/performancereport.cpp" line="238"/>
        <source>Curves</source>
        <translation>Kurven</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/performancereport.cpp" line="240"/>
        <source>Results</source>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/performancereport.cpp" line="242"/>
        <source>Breakdowns</source>
        <translation>Aufschlüsselungen</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/performancereport.cpp" line="246"/>
        <source>Definitions</source>
        <translation>Definitionen</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/performancereport.cpp" line="249"/>
        <source>Days and hours are Eastern. Written by Tapeline on %1.</source>
        <translation>Tage und Stunden sind die von New York. Geschrieben von Tapeline am %1.</translation>
    </message>
</context>
<context>
    <name>tapeline::PlanForm</name>
    <message>
        <location filename="../ui/dialogs/planform.cpp" line="132"/>
        <source>Asking…</source>
        <translation>Wird gefragt …</translation>
    </message>
    <message>
        <location filename="../ui/dialogs/planform.cpp" line="144"/>
        <source>%1: %2</source>
        <extracomment>%1 is an asset class, %2 what the service said about it</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <location filename="../ui/dialogs/planform.cpp" line="153"/>
        <source>Plan for %1</source>
        <extracomment>Of a list of plans; %1 is an asset class</extracomment>
        <translation>Tarif für %1</translation>
    </message>
</context>
<context>
    <name>tapeline::PlanText</name>
    <message>
        <location filename="../ui/status/plantext.cpp" line="31"/>
        <source>minute bars</source>
        <translation>Minutenkerzen</translation>
    </message>
    <message>
        <location filename="../ui/status/plantext.cpp" line="33"/>
        <source>second bars</source>
        <translation>Sekundenkerzen</translation>
    </message>
    <message>
        <location filename="../ui/status/plantext.cpp" line="35"/>
        <source>snapshots</source>
        <translation>Momentaufnahmen</translation>
    </message>
    <message>
        <location filename="../ui/status/plantext.cpp" line="37"/>
        <source>trades</source>
        <translation>Umsätze</translation>
    </message>
    <message>
        <location filename="../ui/status/plantext.cpp" line="39"/>
        <source>quotes</source>
        <translation>Quotes</translation>
    </message>
    <message>
        <location filename="../ui/status/plantext.cpp" line="41"/>
        <source>stream</source>
        <translation>Datenstrom</translation>
    </message>
    <message>
        <location filename="../ui/status/plantext.cpp" line="43"/>
        <source>stream of trades</source>
        <translation>Strom der Umsätze</translation>
    </message>
    <message>
        <location filename="../ui/status/plantext.cpp" line="45"/>
        <source>stream of quotes</source>
        <translation>Strom der Quotes</translation>
    </message>
    <message>
        <location filename="../ui/status/plantext.cpp" line="47"/>
        <source>reference data</source>
        <translation>Stammdaten</translation>
    </message>
    <message>
        <location filename="../ui/status/plantext.cpp" line="49"/>
        <source>financial statements</source>
        <translation>Bilanzen</translation>
    </message>
    <message>
        <location filename="../ui/status/plantext.cpp" line="58"/>
        <source>The service refused each trade. Shown: one line a second.</source>
        <translation>Der Dienst verweigert einzelne Umsätze. Zu sehen: eine Zeile je Sekunde.</translation>
    </message>
    <message>
        <location filename="../ui/status/plantext.cpp" line="60"/>
        <source>Each trade needs %1. Shown: one line a second.</source>
        <extracomment>%1 is a plan such as &quot;Stocks Developer&quot;</extracomment>
        <translation>Einzelne Umsätze brauchen %1. Zu sehen: eine Zeile je Sekunde.</translation>
    </message>
    <message>
        <location filename="../ui/status/plantext.cpp" line="66"/>
        <source>The service refused quotes. Shown: the last trade.</source>
        <translation>Der Dienst verweigert Quotes. Zu sehen: der letzte Umsatz.</translation>
    </message>
    <message>
        <location filename="../ui/status/plantext.cpp" line="67"/>
        <source>The service refused quotes. Shown: the price of the last second.</source>
        <translation>Der Dienst verweigert Quotes. Zu sehen: der Kurs der letzten Sekunde.</translation>
    </message>
    <message>
        <location filename="../ui/status/plantext.cpp" line="68"/>
        <source>Bid and ask need %1. Shown: the last trade.</source>
        <translation>Geld und Brief brauchen %1. Zu sehen: der letzte Umsatz.</translation>
    </message>
    <message>
        <location filename="../ui/status/plantext.cpp" line="69"/>
        <source>Bid and ask need %1. Shown: the price of the last second.</source>
        <translation>Geld und Brief brauchen %1. Zu sehen: der Kurs der letzten Sekunde.</translation>
    </message>
    <message>
        <location filename="../ui/status/plantext.cpp" line="84"/>
        <source>%1: the service has no %2.</source>
        <extracomment>%1 is an asset class, %2 a kind of data such as &quot;trades&quot;</extracomment>
        <translation>%1: Der Dienst hat keine Daten dieser Art (%2).</translation>
    </message>
    <message>
        <location filename="../ui/status/plantext.cpp" line="91"/>
        <source>, </source>
        <comment>Between the parts of a list</comment>
        <translation>, </translation>
    </message>
    <message>
        <location filename="../ui/status/plantext.cpp" line="100"/>
        <source>Nobody reports trades of currencies. Shown: one line a second.</source>
        <translation>Abschlüsse in Währungen meldet niemand. Zu sehen: eine Zeile je Sekunde.</translation>
    </message>
    <message>
        <location filename="../ui/status/plantext.cpp" line="110"/>
        <source>Time &amp; sales needs a stream; the service refused it.</source>
        <translation>Time &amp; Sales braucht einen Datenstrom; der Dienst verweigert ihn.</translation>
    </message>
    <message>
        <location filename="../ui/status/plantext.cpp" line="112"/>
        <source>Time &amp; sales needs %1; %2 has no stream.</source>
        <extracomment>%1 is a plan such as &quot;Stocks Developer&quot;, %2 the name of the present one, such as &quot;Basic&quot;</extracomment>
        <translation>Time &amp; Sales braucht %1; %2 hat keinen Datenstrom.</translation>
    </message>
    <message>
        <location filename="../ui/status/plantext.cpp" line="123"/>
        <source>Bid and ask need %1.</source>
        <extracomment>%1 is a plan such as &quot;Stocks Advanced&quot;</extracomment>
        <translation>Geld und Brief brauchen %1.</translation>
    </message>
    <message>
        <location filename="../ui/status/plantext.cpp" line="125"/>
        <source>The service refused bid and ask. Shown: trades by price.</source>
        <translation>Der Dienst hat Geld und Brief verweigert. Gezeigt: Abschlüsse nach Kurs.</translation>
    </message>
    <message>
        <location filename="../ui/status/plantext.cpp" line="127"/>
        <source>Bid and ask need %1. Shown: trades by price.</source>
        <extracomment>%1 is a plan such as &quot;Stocks Advanced&quot;</extracomment>
        <translation>Geld und Brief brauchen %1. Gezeigt: Abschlüsse nach Kurs.</translation>
    </message>
    <message>
        <location filename="../ui/status/plantext.cpp" line="142"/>
        <source>The service refused the stream. Shown: completed sessions.</source>
        <translation>Der Dienst verweigert den Datenstrom. Zu sehen: abgeschlossene Handelstage.</translation>
    </message>
    <message>
        <location filename="../ui/status/plantext.cpp" line="143"/>
        <source>Prices of today need %1. Shown: completed sessions.</source>
        <translation>Kurse von heute brauchen %1. Zu sehen: abgeschlossene Handelstage.</translation>
    </message>
    <message>
        <location filename="../ui/status/plantext.cpp" line="150"/>
        <source>There are no trades of it: these bars are estimated from bars of time.</source>
        <translation>Davon gibt es keine Abschlüsse: Diese Kerzen sind aus Kerzen der Zeit geschätzt.</translation>
    </message>
    <message>
        <location filename="../ui/status/plantext.cpp" line="154"/>
        <source>The service refused its trades: these bars are estimated from bars of time.</source>
        <translation>Der Dienst hat die Abschlüsse verweigert: Diese Kerzen sind aus Kerzen der Zeit geschätzt.</translation>
    </message>
    <message>
        <location filename="../ui/status/plantext.cpp" line="157"/>
        <source>Estimated from bars of time: trades need %1.</source>
        <extracomment>%1 is a plan such as &quot;Stocks Developer&quot;</extracomment>
        <translation>Aus Kerzen der Zeit geschätzt: Abschlüsse brauchen %1.</translation>
    </message>
    <message>
        <location filename="../ui/status/plantext.cpp" line="167"/>
        <source>The service refused bars of seconds. Minutes and longer work.</source>
        <translation>Der Dienst verweigert Sekundenkerzen. Minuten und länger funktionieren.</translation>
    </message>
    <message>
        <location filename="../ui/status/plantext.cpp" line="169"/>
        <source>Bars of seconds need %1; %2 has minutes and longer.</source>
        <extracomment>%1 is a plan such as &quot;Stocks Starter&quot;, %2 the name of the present one</extracomment>
        <translation>Sekundenkerzen brauchen %1; %2 hat Minuten und länger.</translation>
    </message>
    <message>
        <location filename="../ui/status/plantext.cpp" line="174"/>
        <source>%1 is an end-of-day plan: the chart ends with the last completed session.</source>
        <extracomment>%1 is the name of a plan</extracomment>
        <translation>%1 ist ein Tagesende-Tarif: Der Chart endet mit dem letzten abgeschlossenen Handelstag.</translation>
    </message>
    <message>
        <location filename="../ui/status/plantext.cpp" line="205"/>
        <source>%1 adds %2</source>
        <extracomment>%1 is the name of a plan, %2 what it adds: &quot;Developer adds trades&quot;</extracomment>
        <translation>%1 bringt zusätzlich %2</translation>
    </message>
    <message>
        <location filename="../ui/status/plantext.cpp" line="208"/>
        <source>the service refused %1</source>
        <extracomment>%1 is a list of kinds of data</extracomment>
        <translation>der Dienst verweigert %1</translation>
    </message>
</context>
<context>
    <name>tapeline::PlanWords</name>
    <message>
        <location filename="../src/models/planwords.cpp" line="19"/>
        <source>Minute bars are not in your plan: %1 has them.</source>
        <translation>Minutenkerzen sind nicht im Tarif: %1 hat sie.</translation>
    </message>
    <message>
        <location filename="../src/models/planwords.cpp" line="21"/>
        <source>Second bars are not in your plan: %1 has them.</source>
        <translation>Sekundenkerzen sind nicht im Tarif: %1 hat sie.</translation>
    </message>
    <message>
        <location filename="../src/models/planwords.cpp" line="23"/>
        <source>Snapshots are not in your plan: %1 has them.</source>
        <translation>Momentaufnahmen sind nicht im Tarif: %1 hat sie.</translation>
    </message>
    <message>
        <location filename="../src/models/planwords.cpp" line="25"/>
        <source>Trades are not in your plan: %1 has them.</source>
        <translation>Umsätze sind nicht im Tarif: %1 hat sie.</translation>
    </message>
    <message>
        <location filename="../src/models/planwords.cpp" line="27"/>
        <source>Quotes are not in your plan: %1 has them.</source>
        <translation>Quotes sind nicht im Tarif: %1 hat sie.</translation>
    </message>
    <message>
        <location filename="../src/models/planwords.cpp" line="29"/>
        <source>A stream is not in your plan: %1 has one.</source>
        <translation>Ein Datenstrom ist nicht im Tarif: %1 hat einen.</translation>
    </message>
    <message>
        <location filename="../src/models/planwords.cpp" line="31"/>
        <source>A stream of trades is not in your plan: %1 has one.</source>
        <translation>Ein Strom der Umsätze ist nicht im Tarif: %1 hat einen.</translation>
    </message>
    <message>
        <location filename="../src/models/planwords.cpp" line="33"/>
        <source>A stream of quotes is not in your plan: %1 has one.</source>
        <translation>Ein Strom der Quotes ist nicht im Tarif: %1 hat einen.</translation>
    </message>
    <message>
        <location filename="../src/models/planwords.cpp" line="35"/>
        <source>Reference data is not in your plan: %1 has it.</source>
        <translation>Stammdaten sind nicht im Tarif: %1 hat sie.</translation>
    </message>
    <message>
        <location filename="../src/models/planwords.cpp" line="37"/>
        <source>Financial statements are not in your plan: %1 has them.</source>
        <translation>Bilanzen sind nicht im Tarif: %1 hat sie.</translation>
    </message>
    <message>
        <location filename="../src/models/planwords.cpp" line="49"/>
        <source>Stocks</source>
        <translation>Aktien</translation>
    </message>
    <message>
        <location filename="../src/models/planwords.cpp" line="51"/>
        <source>Options</source>
        <translation>Optionen</translation>
    </message>
    <message>
        <location filename="../src/models/planwords.cpp" line="53"/>
        <source>Indices</source>
        <translation>Indizes</translation>
    </message>
    <message>
        <location filename="../src/models/planwords.cpp" line="55"/>
        <source>Forex and crypto</source>
        <translation>Devisen und Krypto</translation>
    </message>
    <message>
        <location filename="../src/models/planwords.cpp" line="57"/>
        <source>Futures</source>
        <translation>Futures</translation>
    </message>
    <message>
        <location filename="../src/models/planwords.cpp" line="65"/>
        <source>%1 %2</source>
        <extracomment>%1 is what a plan is bought for, such as &quot;Stocks&quot;; %2 its name, such as &quot;Developer&quot;</extracomment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <location filename="../src/models/planwords.cpp" line="73"/>
        <source>%1: the service has no such data.</source>
        <extracomment>%1 is what a plan is bought for, such as &quot;Indices&quot;</extracomment>
        <translation>%1: Der Dienst hat keine solchen Daten.</translation>
    </message>
</context>
<context>
    <name>tapeline::PlotText</name>
    <message>
        <location filename="../ui/journal/plottext.cpp" line="45"/>
        <source>%1 R</source>
        <extracomment>A result in units of the planned risk</extracomment>
        <translation>%1 R</translation>
    </message>
</context>
<context>
    <name>tapeline::PortfolioGreeksPanel</name>
    <message>
        <location filename="../ui/options/portfoliogreekspanel.cpp" line="194"/>
        <source>Quotes of option chains are in %1: volatilities are missing.</source>
        <translation>Quotes der Optionsketten hat %1: Volatilitäten fehlen.</translation>
    </message>
    <message>
        <location filename="../ui/options/portfoliogreekspanel.cpp" line="223"/>
        <source>If it happened now</source>
        <translation>Geschähe es jetzt</translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/options/portfoliogreekspanel.cpp" line="224"/>
        <source>If it happened in %n days</source>
        <translation>
            <numerusform>Geschähe es in %n Tag</numerusform>
            <numerusform>Geschähe es in %n Tagen</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../ui/options/portfoliogreekspanel.cpp" line="246"/>
        <source>today</source>
        <translation>heute</translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/options/portfoliogreekspanel.cpp" line="246"/>
        <source>%n d</source>
        <translation>
            <numerusform>%n T</numerusform>
            <numerusform>%n T</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../ui/options/portfoliogreekspanel.cpp" line="247"/>
        <source>%1 (%2): %3 contracts on %4</source>
        <translation>%1 (%2): %3 Kontrakte auf %4</translation>
    </message>
    <message>
        <location filename="../ui/options/portfoliogreekspanel.cpp" line="251"/>
        <source>Expiring: %1</source>
        <translation>Verfall: %1</translation>
    </message>
    <message>
        <location filename="../ui/options/portfoliogreekspanel.cpp" line="267"/>
        <source>%1 %2 (%3 days)</source>
        <translation>%1 %2 (%3 Tage)</translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/options/portfoliogreekspanel.cpp" line="274"/>
        <source>%n positions have no volatility yet and are not counted.</source>
        <translation>
            <numerusform>%n Position hat noch keine Volatilität und zählt nicht mit.</numerusform>
            <numerusform>%n Positionen haben noch keine Volatilität und zählen nicht mit.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../ui/options/portfoliogreekspanel.cpp" line="276"/>
        <source>Betas to %1 by a year of daily closes: %2.</source>
        <translation>Betas zu %1 aus Schlusskursen eines Jahres: %2.</translation>
    </message>
    <message>
        <location filename="../ui/options/portfoliogreekspanel.cpp" line="279"/>
        <source>* Beta of %1 is not known and taken as 1.</source>
        <translation>* Das Beta von %1 ist nicht bekannt und wird mit 1 angenommen.</translation>
    </message>
    <message>
        <location filename="../ui/options/portfoliogreekspanel.cpp" line="323"/>
        <location filename="../src/app/portfoliobinding.cpp" line="53"/>
        <source>Portfolio Greeks</source>
        <translation>Portfolio-Griechen</translation>
    </message>
    <message>
        <location filename="../ui/options/portfoliogreekspanel.cpp" line="324"/>
        <source>Greeks by underlying</source>
        <translation>Griechen je Basiswert</translation>
    </message>
    <message>
        <location filename="../ui/options/portfoliogreekspanel.cpp" line="325"/>
        <source>No positions in stocks or options.</source>
        <translation>Keine Positionen in Aktien oder Optionen.</translation>
    </message>
    <message>
        <location filename="../ui/options/portfoliogreekspanel.cpp" line="326"/>
        <source>Delta $</source>
        <translation>Delta $</translation>
    </message>
    <message>
        <location filename="../ui/options/portfoliogreekspanel.cpp" line="327"/>
        <source>Index delta</source>
        <translation>Index-Delta</translation>
    </message>
    <message>
        <location filename="../ui/options/portfoliogreekspanel.cpp" line="329"/>
        <source>Shares of the index that the portfolio moves like, by the betas of its stocks</source>
        <translation>Wie so viel Stück des Index sich das Portfolio bewegt, nach den Betas seiner Aktien</translation>
    </message>
    <message>
        <location filename="../ui/options/portfoliogreekspanel.cpp" line="330"/>
        <source>Gamma $ a percent</source>
        <translation>Gamma $ je Prozent</translation>
    </message>
    <message>
        <location filename="../ui/options/portfoliogreekspanel.cpp" line="331"/>
        <source>How Delta $ changes when all prices rise by 1 %</source>
        <translation>Wie sich Delta $ ändert, wenn alle Kurse um 1 % steigen</translation>
    </message>
    <message>
        <location filename="../ui/options/portfoliogreekspanel.cpp" line="332"/>
        <source>Theta a day</source>
        <translation>Theta am Tag</translation>
    </message>
    <message>
        <location filename="../ui/options/portfoliogreekspanel.cpp" line="333"/>
        <source>Vega a point</source>
        <translation>Vega je Punkt</translation>
    </message>
    <message>
        <location filename="../ui/options/portfoliogreekspanel.cpp" line="334"/>
        <source>Open P/L</source>
        <translation>Offener G/V</translation>
    </message>
    <message>
        <location filename="../ui/options/portfoliogreekspanel.cpp" line="335"/>
        <source>Beta to</source>
        <translation>Beta zu</translation>
    </message>
    <message>
        <location filename="../ui/options/portfoliogreekspanel.cpp" line="336"/>
        <source>Index that betas are by</source>
        <translation>Index, auf den sich die Betas beziehen</translation>
    </message>
    <message>
        <location filename="../ui/options/portfoliogreekspanel.cpp" line="337"/>
        <source>Positions</source>
        <translation>Positionen</translation>
    </message>
    <message>
        <location filename="../ui/options/portfoliogreekspanel.cpp" line="338"/>
        <source>Lists every position under its underlying</source>
        <translation>Zeigt jede Position unter ihrem Basiswert</translation>
    </message>
    <message>
        <location filename="../ui/options/portfoliogreekspanel.cpp" line="339"/>
        <source>Days ahead</source>
        <translation>Tage voraus</translation>
    </message>
</context>
<context>
    <name>tapeline::PositionsModel</name>
    <message>
        <location filename="../src/models/trading/positionsmodel.cpp" line="169"/>
        <source>Symbol</source>
        <translation>Symbol</translation>
    </message>
    <message>
        <location filename="../src/models/trading/positionsmodel.cpp" line="171"/>
        <source>Quantity</source>
        <translation>Menge</translation>
    </message>
    <message>
        <location filename="../src/models/trading/positionsmodel.cpp" line="173"/>
        <source>Average</source>
        <translation>Durchschnitt</translation>
    </message>
    <message>
        <location filename="../src/models/trading/positionsmodel.cpp" line="175"/>
        <source>Mark</source>
        <translation>Marktkurs</translation>
    </message>
    <message>
        <location filename="../src/models/trading/positionsmodel.cpp" line="177"/>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <location filename="../src/models/trading/positionsmodel.cpp" line="179"/>
        <source>Open P/L</source>
        <translation>Offener G/V</translation>
    </message>
    <message>
        <location filename="../src/models/trading/positionsmodel.cpp" line="181"/>
        <source>Open P/L %</source>
        <translation>Offener G/V %</translation>
    </message>
    <message>
        <location filename="../src/models/trading/positionsmodel.cpp" line="184"/>
        <source>With stop</source>
        <extracomment>Column: how much of a position a stop would end</extracomment>
        <translation>Mit Stop</translation>
    </message>
    <message>
        <location filename="../src/models/trading/positionsmodel.cpp" line="186"/>
        <source>Strategy</source>
        <translation>Strategie</translation>
    </message>
    <message>
        <location filename="../src/models/trading/positionsmodel.cpp" line="189"/>
        <source>Expires</source>
        <extracomment>Column: days to the expiry of an option</extracomment>
        <translation>Verfall</translation>
    </message>
    <message>
        <location filename="../src/models/trading/positionsmodel.cpp" line="191"/>
        <source>Moneyness</source>
        <translation>Moneyness</translation>
    </message>
    <message>
        <location filename="../src/models/trading/positionsmodel.cpp" line="222"/>
        <source>%1 d</source>
        <translation>%1 T</translation>
    </message>
    <message>
        <location filename="../src/models/trading/positionsmodel.cpp" line="226"/>
        <source>%1 % in</source>
        <translation>%1 % im Geld</translation>
    </message>
    <message>
        <location filename="../src/models/trading/positionsmodel.cpp" line="226"/>
        <source>%1 % out</source>
        <translation>%1 % aus dem Geld</translation>
    </message>
</context>
<context>
    <name>tapeline::PositionsPanel</name>
    <message>
        <location filename="../ui/trading/positionspanel.cpp" line="85"/>
        <source>Close %1</source>
        <translation>%1 schließen</translation>
    </message>
    <message>
        <location filename="../ui/trading/positionspanel.cpp" line="88"/>
        <source>Close half of %1</source>
        <translation>%1 halbieren</translation>
    </message>
    <message>
        <location filename="../ui/trading/positionspanel.cpp" line="90"/>
        <source>Reverse %1</source>
        <translation>%1 drehen</translation>
    </message>
    <message>
        <location filename="../ui/trading/positionspanel.cpp" line="92"/>
        <source>Stop to break-even</source>
        <translation>Stop auf Einstand</translation>
    </message>
    <message>
        <location filename="../ui/trading/positionspanel.cpp" line="94"/>
        <source>Protect with a stop…</source>
        <translation>Mit Stop absichern …</translation>
    </message>
    <message>
        <location filename="../ui/trading/positionspanel.cpp" line="98"/>
        <source>Cancel the orders in %1</source>
        <translation>Orders in %1 stornieren</translation>
    </message>
    <message>
        <location filename="../ui/trading/positionspanel.cpp" line="103"/>
        <source>Close everything</source>
        <translation>Alles schließen</translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/trading/positionspanel.cpp" line="117"/>
        <source>Close %1 together (%n legs)</source>
        <extracomment>%1 is a strategy: &quot;Iron condor&quot;</extracomment>
        <translation>
            <numerusform>%1 zusammen schließen (%n Leg)</numerusform>
            <numerusform>%1 zusammen schließen (%n Legs)</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../ui/trading/positionspanel.cpp" line="121"/>
        <source>Roll to a later expiration…</source>
        <translation>Auf einen späteren Verfall rollen …</translation>
    </message>
    <message>
        <location filename="../ui/trading/positionspanel.cpp" line="123"/>
        <source>Adjust in the strategy builder…</source>
        <translation>Im Strategiebaukasten anpassen …</translation>
    </message>
    <message>
        <location filename="../ui/trading/positionspanel.cpp" line="139"/>
        <location filename="../ui/trading/positionspanel.cpp" line="224"/>
        <source>Exercise now</source>
        <translation>Jetzt ausüben</translation>
    </message>
    <message>
        <location filename="../ui/trading/positionspanel.cpp" line="144"/>
        <source>%1 of %2: %3</source>
        <translation>%1 von %2: %3</translation>
    </message>
    <message>
        <location filename="../ui/trading/positionspanel.cpp" line="208"/>
        <source>Exercise %1 of %2 now: %3? It cannot be taken back.</source>
        <extracomment>%1 is a number of contracts, %2 their name, %3 what comes of it: &quot;you buy 200 SPY at 500.00&quot;</extracomment>
        <translation>%1 Stück %2 jetzt ausüben: %3? Das lässt sich nicht zurücknehmen.</translation>
    </message>
    <message>
        <location filename="../ui/trading/positionspanel.cpp" line="150"/>
        <location filename="../ui/trading/positionspanel.cpp" line="225"/>
        <source>Do not exercise</source>
        <translation>Nicht ausüben</translation>
    </message>
    <message>
        <location filename="../ui/trading/positionspanel.cpp" line="228"/>
        <location filename="../ui/trading/positionspanel.cpp" line="229"/>
        <location filename="../src/app/desk.cpp" line="226"/>
        <source>Positions</source>
        <translation>Positionen</translation>
    </message>
    <message>
        <location filename="../ui/trading/positionspanel.cpp" line="230"/>
        <source>No open positions.</source>
        <translation>Keine offenen Positionen.</translation>
    </message>
    <message>
        <location filename="../ui/trading/positionspanel.cpp" line="231"/>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <location filename="../ui/trading/positionspanel.cpp" line="232"/>
        <source>Ends the chosen position at the market and cancels its orders</source>
        <translation>Beendet die gewählte Position zum Markt und storniert ihre Orders</translation>
    </message>
    <message>
        <location filename="../ui/trading/positionspanel.cpp" line="234"/>
        <source>Half</source>
        <extracomment>Button: closes half of a position</extracomment>
        <translation>Halbieren</translation>
    </message>
    <message>
        <location filename="../ui/trading/positionspanel.cpp" line="235"/>
        <source>Closes half of the chosen position at the market</source>
        <translation>Schließt die Hälfte der gewählten Position zum Markt</translation>
    </message>
    <message>
        <location filename="../ui/trading/positionspanel.cpp" line="236"/>
        <source>Reverse</source>
        <translation>Drehen</translation>
    </message>
    <message>
        <location filename="../ui/trading/positionspanel.cpp" line="237"/>
        <source>The same size on the other side</source>
        <translation>Die gleiche Größe auf der anderen Seite</translation>
    </message>
    <message>
        <location filename="../ui/trading/positionspanel.cpp" line="238"/>
        <source>Break-even</source>
        <translation>Einstand</translation>
    </message>
    <message>
        <location filename="../ui/trading/positionspanel.cpp" line="239"/>
        <source>Takes the stop of the chosen position to its average price</source>
        <translation>Zieht den Stop der gewählten Position auf ihren Durchschnittskurs</translation>
    </message>
</context>
<context>
    <name>tapeline::PriceChart</name>
    <message>
        <location filename="../ui/chart/pricechart.cpp" line="126"/>
        <source>Copy picture</source>
        <translation>Bild kopieren</translation>
    </message>
    <message>
        <location filename="../ui/chart/pricechart.cpp" line="127"/>
        <source>Save picture…</source>
        <translation>Bild speichern …</translation>
    </message>
    <message>
        <location filename="../ui/chart/pricechart.cpp" line="128"/>
        <source>Reset view</source>
        <translation>Ansicht zurücksetzen</translation>
    </message>
    <message>
        <location filename="../ui/chart/pricechart.cpp" line="129"/>
        <source>Logarithmic scale</source>
        <translation>Logarithmische Skala</translation>
    </message>
    <message>
        <location filename="../ui/chart/pricechart.cpp" line="131"/>
        <source>Price chart of %1</source>
        <translation>Kurschart von %1</translation>
    </message>
    <message>
        <location filename="../ui/chart/pricechart.cpp" line="131"/>
        <source>Price chart</source>
        <translation>Kurschart</translation>
    </message>
</context>
<context>
    <name>tapeline::ProfilePainter</name>
    <message>
        <location filename="../ui/chart/profilepainter.cpp" line="165"/>
        <source>POC</source>
        <extracomment>Volume profile: price with the largest volume (point of control), as an abbreviation</extracomment>
        <translation>POC</translation>
    </message>
    <message>
        <location filename="../ui/chart/profilepainter.cpp" line="167"/>
        <source>VAH</source>
        <extracomment>Volume profile: highest price of the value area, as an abbreviation</extracomment>
        <translation>VAH</translation>
    </message>
    <message>
        <location filename="../ui/chart/profilepainter.cpp" line="169"/>
        <source>VAL</source>
        <extracomment>Volume profile: lowest price of the value area, as an abbreviation</extracomment>
        <translation>VAL</translation>
    </message>
    <message>
        <location filename="../ui/chart/profilepainter.cpp" line="259"/>
        <source>Drag over the bars for their volume profile, or Left, Right and Enter. Esc: leave it.</source>
        <translation>Über die Kerzen ziehen für ihr Umsatzprofil, oder Links, Rechts und Eingabe. Esc: lassen.</translation>
    </message>
    <message>
        <location filename="../ui/chart/profilepainter.cpp" line="280"/>
        <source>Volume profile: no trades are known of these bars</source>
        <translation>Umsatzprofil: Von diesen Kerzen sind keine Abschlüsse bekannt</translation>
    </message>
    <message>
        <location filename="../ui/chart/profilepainter.cpp" line="287"/>
        <source>Profile of what is in view, %1</source>
        <extracomment>Volume profile; %1 is a span of time</extracomment>
        <translation>Profil des sichtbaren Bereichs, %1</translation>
    </message>
    <message>
        <location filename="../ui/chart/profilepainter.cpp" line="291"/>
        <source>Profile of the day, %1</source>
        <extracomment>Volume profile; %1 is a span of time</extracomment>
        <translation>Profil des Tages, %1</translation>
    </message>
    <message>
        <location filename="../ui/chart/profilepainter.cpp" line="295"/>
        <source>Profile of the range, %1</source>
        <extracomment>Volume profile; %1 is a span of time</extracomment>
        <translation>Profil des Bereichs, %1</translation>
    </message>
    <message>
        <location filename="../ui/chart/profilepainter.cpp" line="299"/>
        <source>Profile of %1 of %2 days, %3</source>
        <extracomment>Volume profile; %1 of %2 days are known; %3 is a span of time</extracomment>
        <translation>Profil von %1 von %2 Tagen, %3</translation>
    </message>
    <message>
        <location filename="../ui/chart/profilepainter.cpp" line="319"/>
        <source>%1 to %2</source>
        <extracomment>Volume profile: the times of its first and of its last bar</extracomment>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <location filename="../ui/chart/profilepainter.cpp" line="328"/>
        <source>prints missing</source>
        <extracomment>Volume profile: there was a gap in the trades it is made of</extracomment>
        <translation>Umsätze fehlen</translation>
    </message>
    <message>
        <location filename="../ui/chart/profilepainter.cpp" line="342"/>
        <source>estimated from bars</source>
        <extracomment>Volume profile: none of its trades are known</extracomment>
        <translation>aus Kerzen geschätzt</translation>
    </message>
    <message>
        <location filename="../ui/chart/profilepainter.cpp" line="346"/>
        <source>less than 1 % of the volume estimated from bars</source>
        <extracomment>Volume profile: of very few bars trades are not known</extracomment>
        <translation>weniger als 1 % des Umsatzes aus Kerzen geschätzt</translation>
    </message>
    <message>
        <location filename="../ui/chart/profilepainter.cpp" line="348"/>
        <source>%1 % of the volume estimated from bars</source>
        <extracomment>Volume profile: %1 is a share of 1 to 99</extracomment>
        <translation>%1 % des Umsatzes aus Kerzen geschätzt</translation>
    </message>
    <message>
        <location filename="../ui/chart/profilepainter.cpp" line="359"/>
        <source>the first day in part</source>
        <extracomment>Volume profile of several days: the chart&apos;s bars begin within the first one</extracomment>
        <translation>der erste Tag zum Teil</translation>
    </message>
    <message>
        <location filename="../ui/chart/profilepainter.cpp" line="365"/>
        <source>trades known since %1</source>
        <extracomment>Volume profile: trades before that time are not in it</extracomment>
        <translation>Abschlüsse bekannt seit %1</translation>
    </message>
</context>
<context>
    <name>tapeline::ProfileView</name>
    <message>
        <location filename="../ui/reference/profileview.cpp" line="78"/>
        <source>Sector</source>
        <translation>Branche</translation>
    </message>
    <message>
        <location filename="../ui/reference/profileview.cpp" line="79"/>
        <source>Market value</source>
        <translation>Börsenwert</translation>
    </message>
    <message>
        <location filename="../ui/reference/profileview.cpp" line="81"/>
        <source>Shares outstanding</source>
        <translation>Aktien im Umlauf</translation>
    </message>
    <message>
        <location filename="../ui/reference/profileview.cpp" line="82"/>
        <source>Employees</source>
        <translation>Beschäftigte</translation>
    </message>
    <message>
        <location filename="../ui/reference/profileview.cpp" line="84"/>
        <source>Listed since</source>
        <translation>Notiert seit</translation>
    </message>
    <message>
        <location filename="../ui/reference/profileview.cpp" line="87"/>
        <source>Exchange</source>
        <translation>Börse</translation>
    </message>
    <message>
        <location filename="../ui/reference/profileview.cpp" line="88"/>
        <source>Round lot</source>
        <translation>Handelseinheit</translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/reference/profileview.cpp" line="89"/>
        <source>%n share(s)</source>
        <translation>
            <numerusform>%n Aktie</numerusform>
            <numerusform>%n Aktien</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../ui/reference/profileview.cpp" line="90"/>
        <source>Address</source>
        <translation>Anschrift</translation>
    </message>
    <message>
        <location filename="../ui/reference/profileview.cpp" line="91"/>
        <source>Telephone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <location filename="../ui/reference/profileview.cpp" line="92"/>
        <source>CIK</source>
        <translation>CIK</translation>
    </message>
</context>
<context>
    <name>tapeline::ProtectionBar</name>
    <message>
        <location filename="../ui/trading/protectionbar.cpp" line="36"/>
        <source>%1 %2 of %3</source>
        <extracomment>So much of a position has no stop: &quot;SPY 50 of 200&quot;</extracomment>
        <translation>%1 %2 von %3</translation>
    </message>
    <message>
        <location filename="../ui/trading/protectionbar.cpp" line="161"/>
        <source>Protect %1 with a stop…</source>
        <translation>%1 mit Stop absichern …</translation>
    </message>
    <message>
        <location filename="../ui/trading/protectionbar.cpp" line="164"/>
        <source>Do not remind me of %1</source>
        <translation>Nicht an %1 erinnern</translation>
    </message>
    <message>
        <location filename="../ui/trading/protectionbar.cpp" line="198"/>
        <source>Stop for %1, away from the market by</source>
        <extracomment>%1 is a symbol; behind it a distance is typed in</extracomment>
        <translation>Stop für %1, Abstand zum Markt</translation>
    </message>
    <message>
        <location filename="../ui/trading/protectionbar.cpp" line="227"/>
        <source>That is no price for a stop.</source>
        <translation>Das ergibt keinen Kurs für einen Stop.</translation>
    </message>
    <message>
        <location filename="../ui/trading/protectionbar.cpp" line="228"/>
        <source>A distance above 0 is needed, such as %1.</source>
        <translation>Nötig ist ein Abstand über 0, etwa %1.</translation>
    </message>
    <message>
        <location filename="../ui/trading/protectionbar.cpp" line="271"/>
        <source>Without a stop:</source>
        <translation>Ohne Stop:</translation>
    </message>
    <message>
        <location filename="../ui/trading/protectionbar.cpp" line="272"/>
        <source>distance</source>
        <translation>Abstand</translation>
    </message>
    <message>
        <location filename="../ui/trading/protectionbar.cpp" line="273"/>
        <source>Distance of the stop from the market</source>
        <translation>Abstand des Stops zum Markt</translation>
    </message>
    <message>
        <location filename="../ui/trading/protectionbar.cpp" line="274"/>
        <source>Place stop</source>
        <translation>Stop setzen</translation>
    </message>
    <message>
        <location filename="../ui/trading/protectionbar.cpp" line="275"/>
        <source>Not now</source>
        <translation>Nicht jetzt</translation>
    </message>
</context>
<context>
    <name>tapeline::QualityBadge</name>
    <message>
        <location filename="../ui/chart/quality/qualitybadge.cpp" line="51"/>
        <source>Data quality</source>
        <translation>Datenqualität</translation>
    </message>
    <message>
        <location filename="../ui/chart/quality/qualitybadge.cpp" line="55"/>
        <source>%1 (%2 of 100)</source>
        <extracomment>%1 is &quot;Grade A: sound&quot;, %2 a number up to 100</extracomment>
        <translation>%1 (%2 von 100)</translation>
    </message>
    <message>
        <location filename="../ui/chart/quality/qualitybadge.cpp" line="56"/>
        <source>Data quality. %1</source>
        <translation>Datenqualität. %1</translation>
    </message>
    <message>
        <location filename="../ui/chart/quality/qualitybadge.cpp" line="58"/>
        <source>A click shows what is behind it.</source>
        <translation>Ein Klick zeigt, was dahintersteht.</translation>
    </message>
</context>
<context>
    <name>tapeline::QualityView</name>
    <message>
        <location filename="../ui/chart/quality/qualitytext.cpp" line="25"/>
        <source>The symbol is no stock&apos;s</source>
        <translation>Das Symbol ist keines einer Aktie</translation>
    </message>
    <message>
        <location filename="../ui/chart/quality/qualitytext.cpp" line="26"/>
        <source>The symbol is no option&apos;s</source>
        <translation>Das Symbol ist keines einer Option</translation>
    </message>
    <message>
        <location filename="../ui/chart/quality/qualitytext.cpp" line="28"/>
        <source>The symbol is no pair&apos;s or index&apos;s</source>
        <translation>Das Symbol ist keines eines Paars oder Index</translation>
    </message>
    <message>
        <location filename="../ui/chart/quality/qualitytext.cpp" line="30"/>
        <source>A number that cannot be: not above 0, or not finite</source>
        <translation>Eine unmögliche Zahl: nicht über 0 oder nicht endlich</translation>
    </message>
    <message>
        <location filename="../ui/chart/quality/qualitytext.cpp" line="34"/>
        <source>Open or close lie outside of high and low</source>
        <translation>Eröffnung oder Schluss liegen außerhalb von Hoch und Tief</translation>
    </message>
    <message>
        <location filename="../ui/chart/quality/qualitytext.cpp" line="36"/>
        <source>The average price lies outside of high and low</source>
        <translation>Der Durchschnittskurs liegt außerhalb von Hoch und Tief</translation>
    </message>
    <message>
        <location filename="../ui/chart/quality/qualitytext.cpp" line="39"/>
        <source>Prices moved without volume, or volume without trades</source>
        <translation>Kurse bewegt ohne Umsatz, oder Umsatz ohne Abschlüsse</translation>
    </message>
    <message>
        <location filename="../ui/chart/quality/qualitytext.cpp" line="42"/>
        <source>A time that goes back, fits no bar or lies ahead</source>
        <translation>Eine Zeit, die zurückgeht, zu keiner Kerze passt oder voraus liegt</translation>
    </message>
    <message>
        <location filename="../ui/chart/quality/qualitytext.cpp" line="44"/>
        <source>A bar that came twice</source>
        <translation>Eine Kerze, die zweimal kam</translation>
    </message>
    <message>
        <location filename="../ui/chart/quality/qualitytext.cpp" line="46"/>
        <source>Bars while the exchange was closed</source>
        <translation>Kerzen bei geschlossener Börse</translation>
    </message>
    <message>
        <location filename="../ui/chart/quality/qualitytext.cpp" line="47"/>
        <source>Bars are missing</source>
        <translation>Kerzen fehlen</translation>
    </message>
    <message>
        <location filename="../ui/chart/quality/qualitytext.cpp" line="49"/>
        <source>A split is worked in on one side of its day only</source>
        <translation>Ein Split ist nur auf einer Seite seines Tages eingerechnet</translation>
    </message>
    <message>
        <location filename="../ui/chart/quality/qualitytext.cpp" line="51"/>
        <source>Quotes that cannot be</source>
        <translation>Unmögliche Quotes</translation>
    </message>
    <message>
        <location filename="../ui/chart/quality/qualitytext.cpp" line="53"/>
        <source>Crossed or very wide quotes</source>
        <translation>Gekreuzte oder sehr weite Quotes</translation>
    </message>
    <message>
        <location filename="../ui/chart/quality/qualitytext.cpp" line="54"/>
        <source>Trades far from the quote</source>
        <translation>Abschlüsse weit vom Quote</translation>
    </message>
    <message>
        <location filename="../ui/chart/quality/qualitytext.cpp" line="57"/>
        <source>A move far beyond what the bars before show</source>
        <translation>Eine Bewegung weit jenseits der Kerzen davor</translation>
    </message>
    <message>
        <location filename="../ui/chart/quality/qualitytext.cpp" line="60"/>
        <source>More than twenty times the usual volume</source>
        <translation>Mehr als das Zwanzigfache des üblichen Umsatzes</translation>
    </message>
    <message>
        <location filename="../ui/chart/quality/qualitytext.cpp" line="62"/>
        <source>The price stands still while shares change hands</source>
        <translation>Der Kurs steht still, während gehandelt wird</translation>
    </message>
    <message>
        <location filename="../ui/chart/quality/qualitytext.cpp" line="65"/>
        <source>The stream goes back, repeats itself or falls silent</source>
        <translation>Der Stream geht zurück, wiederholt sich oder verstummt</translation>
    </message>
    <message>
        <location filename="../ui/chart/quality/qualitytext.cpp" line="68"/>
        <source>Data comes later than it should</source>
        <translation>Daten kommen später, als sie sollten</translation>
    </message>
    <message>
        <location filename="../ui/chart/quality/qualitytext.cpp" line="70"/>
        <source>The day and its minutes do not come to the same</source>
        <translation>Der Tag und seine Minuten ergeben nicht dasselbe</translation>
    </message>
    <message>
        <location filename="../ui/chart/quality/qualitytext.cpp" line="73"/>
        <source>More decimals than can be held</source>
        <translation>Mehr Nachkommastellen, als gehalten werden können</translation>
    </message>
    <message>
        <location filename="../ui/chart/quality/qualitytext.cpp" line="75"/>
        <source>Option prices that do not fit</source>
        <translation>Optionspreise, die nicht passen</translation>
    </message>
    <message>
        <location filename="../ui/chart/quality/qualitytext.cpp" line="76"/>
        <source>Times in another unit</source>
        <translation>Zeiten in einer anderen Einheit</translation>
    </message>
    <message>
        <location filename="../ui/chart/quality/qualitytext.cpp" line="78"/>
        <source>Quote sizes in another unit</source>
        <translation>Quote-Größen in einer anderen Einheit</translation>
    </message>
    <message>
        <location filename="../ui/chart/quality/qualitytext.cpp" line="93"/>
        <source>Grade A: sound</source>
        <translation>Note A: einwandfrei</translation>
    </message>
    <message>
        <location filename="../ui/chart/quality/qualitytext.cpp" line="95"/>
        <source>Grade B: good</source>
        <translation>Note B: gut</translation>
    </message>
    <message>
        <location filename="../ui/chart/quality/qualitytext.cpp" line="97"/>
        <source>Grade C: with gaps or faults</source>
        <translation>Note C: mit Lücken oder Fehlern</translation>
    </message>
    <message>
        <location filename="../ui/chart/quality/qualitytext.cpp" line="99"/>
        <source>Grade D: doubtful</source>
        <translation>Note D: zweifelhaft</translation>
    </message>
    <message>
        <location filename="../ui/chart/quality/qualitytext.cpp" line="101"/>
        <source>Grade F: not to be relied on</source>
        <translation>Note F: nicht verlässlich</translation>
    </message>
    <message>
        <location filename="../ui/chart/quality/qualitytext.cpp" line="105"/>
        <source>No grade yet: fewer than 20 bars</source>
        <translation>Noch keine Note: weniger als 20 Kerzen</translation>
    </message>
    <message>
        <location filename="../ui/chart/quality/qualitytext.cpp" line="121"/>
        <source>Unusable</source>
        <extracomment>How bad an issue of the data is: the record cannot be used</extracomment>
        <translation>Unbrauchbar</translation>
    </message>
    <message>
        <location filename="../ui/chart/quality/qualitytext.cpp" line="123"/>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <location filename="../ui/chart/quality/qualitytext.cpp" line="127"/>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <location filename="../ui/chart/quality/qualitytext.cpp" line="141"/>
        <source>Bars checked: %1</source>
        <extracomment>%1 is a number of bars</extracomment>
        <translation>Geprüfte Kerzen: %1</translation>
    </message>
    <message>
        <location filename="../ui/chart/quality/qualitytext.cpp" line="147"/>
        <source>missing: %1 of %2</source>
        <extracomment>Of the bars that the sessions should have: %1 how many are missing, %2 of how many</extracomment>
        <translation>es fehlen: %1 von %2</translation>
    </message>
    <message>
        <location filename="../ui/chart/quality/qualityview.cpp" line="97"/>
        <source>%1 (%2 of 100)</source>
        <extracomment>%1 is a symbol, %2 &quot;Grade A: sound&quot;, %3 a number up to 100</extracomment>
        <translation>%1 (%2 von 100)</translation>
    </message>
    <message>
        <location filename="../ui/chart/quality/qualityview.cpp" line="222"/>
        <location filename="../ui/chart/quality/qualityview.cpp" line="223"/>
        <source>Data quality</source>
        <translation>Datenqualität</translation>
    </message>
    <message>
        <location filename="../ui/chart/quality/qualityview.cpp" line="224"/>
        <source>Complete</source>
        <translation>Vollständig</translation>
    </message>
    <message>
        <location filename="../ui/chart/quality/qualityview.cpp" line="224"/>
        <source>Valid</source>
        <translation>Gültig</translation>
    </message>
    <message>
        <location filename="../ui/chart/quality/qualityview.cpp" line="224"/>
        <source>Fresh</source>
        <translation>Frisch</translation>
    </message>
    <message>
        <location filename="../ui/chart/quality/qualityview.cpp" line="224"/>
        <source>Consistent</source>
        <translation>Stimmig</translation>
    </message>
    <message>
        <location filename="../ui/chart/quality/qualityview.cpp" line="225"/>
        <source>Without anomalies</source>
        <translation>Ohne Ausreißer</translation>
    </message>
    <message>
        <location filename="../ui/chart/quality/qualityview.cpp" line="230"/>
        <location filename="../ui/chart/quality/qualityview.cpp" line="231"/>
        <source>What was found</source>
        <extracomment>A time of day there</extracomment>
        <translation>Was gefunden wurde</translation>
    </message>
    <message>
        <location filename="../ui/chart/quality/qualityview.cpp" line="230"/>
        <source>Bars</source>
        <translation>Kerzen</translation>
    </message>
    <message>
        <location filename="../ui/chart/quality/qualityview.cpp" line="230"/>
        <source>First (New York)</source>
        <translation>Zuerst (New York)</translation>
    </message>
    <message>
        <location filename="../ui/chart/quality/qualityview.cpp" line="230"/>
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <location filename="../ui/chart/quality/qualityview.cpp" line="232"/>
        <source>No rule found anything.</source>
        <translation>Keine Regel hat etwas gefunden.</translation>
    </message>
    <message>
        <location filename="../ui/chart/quality/qualityview.cpp" line="233"/>
        <source>A click goes there in the chart. Marked bars are shown as they came; nothing is left out.</source>
        <translation>Ein Klick geht im Chart dorthin. Markierte Kerzen werden gezeigt, wie sie kamen; nichts wird weggelassen.</translation>
    </message>
</context>
<context>
    <name>tapeline::QuestionBox</name>
    <message>
        <location filename="../ui/trading/questionbox.cpp" line="117"/>
        <source>It would be refused.</source>
        <translation>Das würde abgelehnt.</translation>
    </message>
    <message>
        <location filename="../ui/trading/questionbox.cpp" line="118"/>
        <source>Asked because a limit that only warns is passed.</source>
        <translation>Gefragt wird, weil eine Grenze überschritten ist, die nur warnt.</translation>
    </message>
    <message>
        <location filename="../ui/trading/questionbox.cpp" line="119"/>
        <source>One-click trading is off.</source>
        <translation>Der Ein-Klick-Handel ist aus.</translation>
    </message>
    <message>
        <location filename="../ui/trading/questionbox.cpp" line="136"/>
        <source>Cancel: %1</source>
        <translation>Stornieren: %1</translation>
    </message>
    <message>
        <location filename="../ui/trading/questionbox.cpp" line="139"/>
        <source>Change: %1 → %2</source>
        <translation>Ändern: %1 → %2</translation>
    </message>
    <message>
        <location filename="../ui/trading/questionbox.cpp" line="199"/>
        <source>Send this?</source>
        <translation>Das senden?</translation>
    </message>
    <message>
        <location filename="../ui/trading/questionbox.cpp" line="200"/>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <location filename="../ui/trading/questionbox.cpp" line="201"/>
        <source>Don&apos;t send</source>
        <translation>Nicht senden</translation>
    </message>
</context>
<context>
    <name>tapeline::RatingBar</name>
    <message>
        <location filename="../ui/journal/ratingbar.cpp" line="128"/>
        <source>Rating: none</source>
        <translation>Bewertung: keine</translation>
    </message>
    <message>
        <location filename="../ui/journal/ratingbar.cpp" line="128"/>
        <source>Rating: %1 of 5</source>
        <translation>Bewertung: %1 von 5</translation>
    </message>
    <message>
        <location filename="../ui/journal/ratingbar.cpp" line="129"/>
        <source>Press 1 to 5 to rate, 0 to take the rating away</source>
        <translation>1 bis 5 bewertet, 0 nimmt die Bewertung weg</translation>
    </message>
</context>
<context>
    <name>tapeline::ReceiptText</name>
    <message>
        <location filename="../src/models/trading/receipttext.cpp" line="28"/>
        <source>Just now</source>
        <translation>Gerade eben</translation>
    </message>
    <message>
        <location filename="../src/models/trading/receipttext.cpp" line="40"/>
        <source>%1: %2.</source>
        <extracomment>%1 is what happened to an order, %2 why</extracomment>
        <translation>%1: %2.</translation>
    </message>
    <message>
        <location filename="../src/models/trading/receipttext.cpp" line="45"/>
        <source>%1 at %2</source>
        <translation>%1 zu %2</translation>
    </message>
    <message>
        <location filename="../src/models/trading/receipttext.cpp" line="55"/>
        <source>Refused before it was sent</source>
        <translation>Vor dem Senden abgelehnt</translation>
    </message>
    <message>
        <location filename="../src/models/trading/receipttext.cpp" line="57"/>
        <source>Refused</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <location filename="../src/models/trading/receipttext.cpp" line="59"/>
        <source>Accepted</source>
        <translation>Angenommen</translation>
    </message>
    <message>
        <location filename="../src/models/trading/receipttext.cpp" line="61"/>
        <source>The stop was triggered</source>
        <translation>Der Stop wurde ausgelöst</translation>
    </message>
    <message>
        <location filename="../src/models/trading/receipttext.cpp" line="63"/>
        <source>Partly filled, %1</source>
        <translation>Teilweise ausgeführt, %1</translation>
    </message>
    <message>
        <location filename="../src/models/trading/receipttext.cpp" line="65"/>
        <source>Filled, %1</source>
        <translation>Ausgeführt, %1</translation>
    </message>
    <message>
        <location filename="../src/models/trading/receipttext.cpp" line="67"/>
        <source>Expired</source>
        <translation>Abgelaufen</translation>
    </message>
    <message>
        <location filename="../src/models/trading/receipttext.cpp" line="79"/>
        <source>Sent: %1</source>
        <translation>Gesendet: %1</translation>
    </message>
    <message>
        <location filename="../src/models/trading/receipttext.cpp" line="81"/>
        <source>A change was asked for</source>
        <translation>Eine Änderung wurde verlangt</translation>
    </message>
    <message>
        <location filename="../src/models/trading/receipttext.cpp" line="83"/>
        <source>Changed to: %1</source>
        <translation>Geändert in: %1</translation>
    </message>
    <message>
        <location filename="../src/models/trading/receipttext.cpp" line="85"/>
        <source>The change was refused</source>
        <translation>Die Änderung wurde abgelehnt</translation>
    </message>
    <message>
        <location filename="../src/models/trading/receipttext.cpp" line="87"/>
        <source>Cancelling was asked for</source>
        <translation>Die Stornierung wurde verlangt</translation>
    </message>
    <message>
        <location filename="../src/models/trading/receipttext.cpp" line="89"/>
        <source>Cancelled</source>
        <translation>Storniert</translation>
    </message>
    <message>
        <location filename="../src/models/trading/receipttext.cpp" line="91"/>
        <source>Cancelling was refused</source>
        <translation>Die Stornierung wurde abgelehnt</translation>
    </message>
    <message>
        <location filename="../src/models/trading/receipttext.cpp" line="99"/>
        <source>Quote of %1: bid %2 × %3, ask %4 × %5</source>
        <translation>Quote von %1: Geld %2 × %3, Brief %4 × %5</translation>
    </message>
    <message>
        <location filename="../src/models/trading/receipttext.cpp" line="109"/>
        <source>The data were real-time.</source>
        <translation>Die Daten kamen in Echtzeit.</translation>
    </message>
    <message>
        <location filename="../src/models/trading/receipttext.cpp" line="111"/>
        <source>The data were delayed.</source>
        <translation>Die Daten waren verzögert.</translation>
    </message>
    <message>
        <location filename="../src/models/trading/receipttext.cpp" line="113"/>
        <source>The data were those of the end of the day.</source>
        <translation>Die Daten waren die vom Tagesende.</translation>
    </message>
    <message>
        <location filename="../src/models/trading/receipttext.cpp" line="117"/>
        <source>How recent the data were is not known.</source>
        <translation>Wie aktuell die Daten waren, ist nicht bekannt.</translation>
    </message>
    <message>
        <location filename="../src/models/trading/receipttext.cpp" line="123"/>
        <source>fees %1</source>
        <translation>Gebühren %1</translation>
    </message>
    <message>
        <location filename="../src/models/trading/receipttext.cpp" line="124"/>
        <source>On average %1, %2.</source>
        <translation>Im Durchschnitt %1, %2.</translation>
    </message>
    <message>
        <location filename="../src/models/trading/receipttext.cpp" line="125"/>
        <source>All in all %1.</source>
        <translation>Insgesamt %1.</translation>
    </message>
    <message>
        <location filename="../src/models/trading/receipttext.cpp" line="138"/>
        <source>It does not work any more.</source>
        <translation>Die Order ist nicht mehr offen.</translation>
    </message>
    <message>
        <location filename="../src/models/trading/receipttext.cpp" line="141"/>
        <source>The order %1.</source>
        <extracomment>%1: &quot;waits in the queue at its price (800 ahead)&quot;</extracomment>
        <translation>Die Order %1.</translation>
    </message>
    <message>
        <location filename="../src/models/trading/receipttext.cpp" line="149"/>
        <source>Rule: %1</source>
        <translation>Regel: %1</translation>
    </message>
    <message>
        <location filename="../src/models/trading/receipttext.cpp" line="154"/>
        <source>Print of %1: %2 at %3</source>
        <translation>Abschluss von %1: %2 zu %3</translation>
    </message>
    <message>
        <location filename="../src/models/trading/receipttext.cpp" line="158"/>
        <source>Ahead in the queue before it: %1</source>
        <translation>In der Schlange davor: %1</translation>
    </message>
    <message>
        <location filename="../src/models/trading/receipttext.cpp" line="161"/>
        <source>Slippage against you, in the price: %1 a unit</source>
        <translation>Schlupf zu Ihren Lasten, im Kurs enthalten: %1 je Stück</translation>
    </message>
    <message>
        <location filename="../src/models/trading/receipttext.cpp" line="163"/>
        <source>Of the order so far, strict rules would have filled %1, generous ones %2</source>
        <translation>Von der Order hätten strenge Regeln bis hier %1 ausgeführt, großzügige %2</translation>
    </message>
    <message>
        <location filename="../src/models/trading/receipttext.cpp" line="166"/>
        <source>Fee: %1</source>
        <translation>Gebühr: %1</translation>
    </message>
    <message>
        <location filename="../src/models/trading/receipttext.cpp" line="176"/>
        <source>What happened</source>
        <translation>Was geschah</translation>
    </message>
    <message>
        <location filename="../src/models/trading/receipttext.cpp" line="177"/>
        <source>What happened on %1, times in ET</source>
        <translation>Was am %1 geschah, Zeiten in ET</translation>
    </message>
    <message>
        <location filename="../src/models/trading/receipttext.cpp" line="185"/>
        <source>It is on its way; nothing is written down yet.</source>
        <translation>Sie ist unterwegs; noch ist nichts vermerkt.</translation>
    </message>
    <message>
        <location filename="../src/models/trading/receipttext.cpp" line="191"/>
        <source>Fill %1 of %2</source>
        <translation>Ausführung %1 von %2</translation>
    </message>
</context>
<context>
    <name>tapeline::ReceiptView</name>
    <message>
        <location filename="../ui/trading/receiptview.cpp" line="168"/>
        <location filename="../ui/trading/receiptview.cpp" line="169"/>
        <location filename="../ui/trading/receiptview.cpp" line="170"/>
        <source>Receipt</source>
        <translation>Beleg</translation>
    </message>
    <message>
        <location filename="../ui/trading/receiptview.cpp" line="171"/>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <location filename="../ui/trading/receiptview.cpp" line="172"/>
        <source>Copies the whole receipt</source>
        <translation>Kopiert den ganzen Beleg</translation>
    </message>
</context>
<context>
    <name>tapeline::ReplayBar</name>
    <message>
        <location filename="../ui/status/replaybar.cpp" line="92"/>
        <source>Pause the replay</source>
        <translation>Aufzeichnung anhalten</translation>
    </message>
    <message>
        <location filename="../ui/status/replaybar.cpp" line="92"/>
        <source>Play the replay</source>
        <translation>Aufzeichnung abspielen</translation>
    </message>
    <message>
        <location filename="../ui/status/replaybar.cpp" line="99"/>
        <source>%1x</source>
        <extracomment>Speed against real time, such as &quot;10x&quot;</extracomment>
        <translation>%1x</translation>
    </message>
    <message>
        <location filename="../ui/status/replaybar.cpp" line="101"/>
        <location filename="../ui/status/replaybar.cpp" line="102"/>
        <source>Speed of the replay</source>
        <translation>Tempo der Aufzeichnung</translation>
    </message>
    <message>
        <location filename="../ui/status/replaybar.cpp" line="107"/>
        <source>Position in the recording: click or drag to go elsewhere</source>
        <translation>Stelle in der Aufzeichnung: klicken oder ziehen, um anderswohin zu gehen</translation>
    </message>
    <message>
        <location filename="../ui/status/replaybar.cpp" line="108"/>
        <source>Position in the recording</source>
        <translation>Stelle in der Aufzeichnung</translation>
    </message>
</context>
<context>
    <name>tapeline::RequestQueueModel</name>
    <message numerus="yes">
        <location filename="../src/models/requestqueuemodel.cpp" line="38"/>
        <source>Waits for the plan&apos;s %n a minute</source>
        <translation>
            <numerusform>Wartet: der Plan hat %n je Minute</numerusform>
            <numerusform>Wartet: der Plan hat %n je Minute</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../src/models/requestqueuemodel.cpp" line="39"/>
        <source>Waits: too many in one second</source>
        <translation>Wartet: zu viele in einer Sekunde</translation>
    </message>
    <message>
        <location filename="../src/models/requestqueuemodel.cpp" line="68"/>
        <source>The service&apos;s clock</source>
        <translation>Uhr des Dienstes</translation>
    </message>
    <message>
        <location filename="../src/models/requestqueuemodel.cpp" line="70"/>
        <source>Holidays</source>
        <translation>Feiertage</translation>
    </message>
    <message>
        <location filename="../src/models/requestqueuemodel.cpp" line="72"/>
        <source>List of symbols</source>
        <translation>Liste der Symbole</translation>
    </message>
    <message>
        <location filename="../src/models/requestqueuemodel.cpp" line="74"/>
        <source>Figures of the day</source>
        <translation>Zahlen des Tages</translation>
    </message>
    <message>
        <location filename="../src/models/requestqueuemodel.cpp" line="76"/>
        <source>Bars of a chart</source>
        <translation>Kerzen eines Charts</translation>
    </message>
    <message>
        <location filename="../src/models/requestqueuemodel.cpp" line="78"/>
        <source>The bar under way</source>
        <translation>Die laufende Kerze</translation>
    </message>
    <message>
        <location filename="../src/models/requestqueuemodel.cpp" line="80"/>
        <source>Check of finished bars</source>
        <translation>Prüfung fertiger Kerzen</translation>
    </message>
    <message>
        <location filename="../src/models/requestqueuemodel.cpp" line="82"/>
        <source>What was missed</source>
        <translation>Was verpasst wurde</translation>
    </message>
    <message>
        <location filename="../src/models/requestqueuemodel.cpp" line="84"/>
        <source>Trades for the order flow</source>
        <translation>Abschlüsse für den Orderflow</translation>
    </message>
    <message>
        <location filename="../src/models/requestqueuemodel.cpp" line="86"/>
        <source>Splits and dividends</source>
        <translation>Splits und Dividenden</translation>
    </message>
    <message>
        <location filename="../src/models/requestqueuemodel.cpp" line="88"/>
        <source>Facts about a company</source>
        <translation>Angaben zu einem Unternehmen</translation>
    </message>
    <message>
        <location filename="../src/models/requestqueuemodel.cpp" line="90"/>
        <source>Download of history</source>
        <translation>Download von Verlauf</translation>
    </message>
    <message>
        <location filename="../src/models/requestqueuemodel.cpp" line="92"/>
        <source>An option chain</source>
        <translation>Eine Optionskette</translation>
    </message>
    <message>
        <location filename="../src/models/requestqueuemodel.cpp" line="94"/>
        <source>Comparison of sources</source>
        <translation>Vergleich der Quellen</translation>
    </message>
    <message>
        <location filename="../src/models/requestqueuemodel.cpp" line="96"/>
        <source>Request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <location filename="../src/models/requestqueuemodel.cpp" line="106"/>
        <source>Waits for those under way</source>
        <translation>Wartet auf laufende</translation>
    </message>
    <message>
        <location filename="../src/models/requestqueuemodel.cpp" line="110"/>
        <source>The service asked for a pause</source>
        <translation>Der Dienst bat um eine Pause</translation>
    </message>
    <message>
        <location filename="../src/models/requestqueuemodel.cpp" line="112"/>
        <source>Failed, and is tried again</source>
        <translation>Fehlgeschlagen, wird wiederholt</translation>
    </message>
    <message>
        <location filename="../src/models/requestqueuemodel.cpp" line="114"/>
        <source>Under way, try %1</source>
        <translation>Unterwegs, Versuch %1</translation>
    </message>
    <message>
        <location filename="../src/models/requestqueuemodel.cpp" line="114"/>
        <source>Under way</source>
        <translation>Unterwegs</translation>
    </message>
    <message>
        <location filename="../src/models/requestqueuemodel.cpp" line="126"/>
        <source>The next request may go at once.</source>
        <translation>Die nächste Anfrage darf sofort gehen.</translation>
    </message>
    <message>
        <location filename="../src/models/requestqueuemodel.cpp" line="128"/>
        <source>The next request may go in about %1.</source>
        <extracomment>%1 is a length of time such as &quot;40 s&quot;</extracomment>
        <translation>Die nächste Anfrage darf in etwa %1 gehen.</translation>
    </message>
    <message>
        <location filename="../src/models/requestqueuemodel.cpp" line="136"/>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <location filename="../src/models/requestqueuemodel.cpp" line="137"/>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <location filename="../src/models/requestqueuemodel.cpp" line="247"/>
        <source>Symbol</source>
        <translation>Symbol</translation>
    </message>
    <message>
        <location filename="../src/models/requestqueuemodel.cpp" line="249"/>
        <source>What for</source>
        <translation>Wofür</translation>
    </message>
    <message>
        <location filename="../src/models/requestqueuemodel.cpp" line="251"/>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <location filename="../src/models/requestqueuemodel.cpp" line="253"/>
        <source>Goes in</source>
        <translation>Geht in</translation>
    </message>
    <message>
        <location filename="../src/models/requestqueuemodel.cpp" line="255"/>
        <source>Since</source>
        <translation>Seit</translation>
    </message>
    <message>
        <location filename="../src/models/requestqueuemodel.cpp" line="271"/>
        <source>%1: %2</source>
        <extracomment>%1 is a service that is asked, %2 what for</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <location filename="../src/models/requestqueuemodel.cpp" line="289"/>
        <source>%1, about %2</source>
        <extracomment>%1 is why a request waits, %2 a length of time such as &quot;40 s&quot;</extracomment>
        <translation>%1, etwa %2</translation>
    </message>
    <message numerus="yes">
        <location filename="../src/models/requestqueuemodel.cpp" line="292"/>
        <source>%1. %n request(s) go before it.</source>
        <extracomment>%1 says why a request waits, %n how many others go before it</extracomment>
        <translation>
            <numerusform>%1. %n Anfrage geht vor.</numerusform>
            <numerusform>%1. %n Anfragen gehen vor.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tapeline::RequestsView</name>
    <message>
        <location filename="../ui/connection/requestsview.cpp" line="181"/>
        <source>Nothing waits: every request was answered.</source>
        <translation>Nichts wartet: Jede Anfrage ist beantwortet.</translation>
    </message>
    <message>
        <location filename="../ui/connection/requestsview.cpp" line="182"/>
        <source>Requests that were not answered yet</source>
        <translation>Noch nicht beantwortete Anfragen</translation>
    </message>
    <message>
        <location filename="../ui/connection/requestsview.cpp" line="201"/>
        <source>%1 of the plan&apos;s %2 requests in the last minute</source>
        <extracomment>%1 requests of %2 that the plan allows</extracomment>
        <translation>%1 von %2 Anfragen des Plans in der letzten Minute</translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/connection/requestsview.cpp" line="202"/>
        <source>%n request(s) in the last minute, without a limit</source>
        <translation>
            <numerusform>%n Anfrage in der letzten Minute, ohne Grenze</numerusform>
            <numerusform>%n Anfragen in der letzten Minute, ohne Grenze</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/connection/requestsview.cpp" line="215"/>
        <source>Since %1: %2 request(s), %3 refused as too many, %4 failed, %5 received</source>
        <extracomment>%1 is the time the program&apos;s first request went out, %2 a number of requests, %3 of those that were too many for the plan, %4 of those that failed, %5 a size such as &quot;4.2 MB&quot;</extracomment>
        <translation>
            <numerusform>Seit %1: %2 Anfrage, %3 als zu viel abgewiesen, %4 fehlgeschlagen, %5 empfangen</numerusform>
            <numerusform>Seit %1: %2 Anfragen, %3 als zu viel abgewiesen, %4 fehlgeschlagen, %5 empfangen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tapeline::ScaleMenu</name>
    <message>
        <location filename="../ui/chart/scalemenu.cpp" line="83"/>
        <source>Price scale</source>
        <extracomment>Menu of a chart</extracomment>
        <translation>Kursskala</translation>
    </message>
    <message>
        <location filename="../ui/chart/scalemenu.cpp" line="84"/>
        <source>Fit what is in view</source>
        <translation>Sichtbares einpassen</translation>
    </message>
    <message>
        <location filename="../ui/chart/scalemenu.cpp" line="85"/>
        <source>Linear</source>
        <translation>Linear</translation>
    </message>
    <message>
        <location filename="../ui/chart/scalemenu.cpp" line="86"/>
        <source>Logarithmic</source>
        <translation>Logarithmisch</translation>
    </message>
    <message>
        <location filename="../ui/chart/scalemenu.cpp" line="87"/>
        <source>Percent</source>
        <translation>Prozent</translation>
    </message>
    <message>
        <location filename="../ui/chart/scalemenu.cpp" line="88"/>
        <source>Indexed to 100</source>
        <translation>Auf 100 bezogen</translation>
    </message>
    <message>
        <location filename="../ui/chart/scalemenu.cpp" line="89"/>
        <source>Inverted</source>
        <translation>Umgekehrt</translation>
    </message>
    <message>
        <location filename="../ui/chart/scalemenu.cpp" line="91"/>
        <source>Fit prices only</source>
        <extracomment>Of the scale of a chart: other symbols and indicators may leave the view</extracomment>
        <translation>Nur Kurse einpassen</translation>
    </message>
    <message>
        <location filename="../ui/chart/scalemenu.cpp" line="111"/>
        <source>Chart: linear scale</source>
        <translation>Chart: lineare Skala</translation>
    </message>
    <message>
        <location filename="../ui/chart/scalemenu.cpp" line="115"/>
        <source>Chart: logarithmic scale on or off</source>
        <translation>Chart: logarithmische Skala ein oder aus</translation>
    </message>
    <message>
        <location filename="../ui/chart/scalemenu.cpp" line="120"/>
        <source>Chart: percent scale on or off</source>
        <translation>Chart: Prozentskala ein oder aus</translation>
    </message>
    <message>
        <location filename="../ui/chart/scalemenu.cpp" line="125"/>
        <source>Chart: scale indexed to 100 on or off</source>
        <translation>Chart: auf 100 bezogene Skala ein oder aus</translation>
    </message>
    <message>
        <location filename="../ui/chart/scalemenu.cpp" line="128"/>
        <source>Chart: inverted scale on or off</source>
        <translation>Chart: umgekehrte Skala ein oder aus</translation>
    </message>
    <message>
        <location filename="../ui/chart/scalemenu.cpp" line="132"/>
        <source>Chart: fit prices only on or off</source>
        <translation>Chart: nur Kurse einpassen ein oder aus</translation>
    </message>
</context>
<context>
    <name>tapeline::ScenarioBox</name>
    <message>
        <location filename="../ui/trading/scenariobox.cpp" line="76"/>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <location filename="../ui/trading/scenariobox.cpp" line="83"/>
        <source>Equity %1 (%2), open P/L %3</source>
        <translation>Eigenkapital %1 (%2), offener G/V %3</translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/trading/scenariobox.cpp" line="91"/>
        <source>%n more</source>
        <translation>
            <numerusform>%n weitere</numerusform>
            <numerusform>%n weitere</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../ui/trading/scenariobox.cpp" line="95"/>
        <source>Not modelled and left out: %1</source>
        <translation>Nicht nachgebildet und ausgelassen: %1</translation>
    </message>
    <message>
        <location filename="../ui/trading/scenariobox.cpp" line="112"/>
        <source>Move of all prices in percent</source>
        <translation>Bewegung aller Kurse in Prozent</translation>
    </message>
</context>
<context>
    <name>tapeline::ScenarioGrid</name>
    <message>
        <location filename="../ui/options/scenariogrid.cpp" line="32"/>
        <source>%1 pt</source>
        <extracomment>Points of volatility</extracomment>
        <translation>%1 Pkt.</translation>
    </message>
    <message>
        <location filename="../ui/options/scenariogrid.cpp" line="42"/>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <location filename="../ui/options/scenariogrid.cpp" line="71"/>
        <source>Profit or loss by price and volatility</source>
        <translation>Gewinn oder Verlust nach Kurs und Volatilität</translation>
    </message>
    <message>
        <location filename="../ui/options/scenariogrid.cpp" line="76"/>
        <source>volatility %1: %2</source>
        <translation>Volatilität %1: %2</translation>
    </message>
    <message>
        <location filename="../ui/options/scenariogrid.cpp" line="79"/>
        <source>Price %1: %2</source>
        <translation>Kurs %1: %2</translation>
    </message>
    <message>
        <location filename="../ui/options/scenariogrid.cpp" line="117"/>
        <source>Price / IV</source>
        <translation>Kurs / IV</translation>
    </message>
</context>
<context>
    <name>tapeline::ScenarioSheet</name>
    <message>
        <location filename="../ui/options/scenariosheet.cpp" line="120"/>
        <source>At %1: %2</source>
        <translation>Bei %1: %2</translation>
    </message>
    <message>
        <location filename="../ui/options/scenariosheet.cpp" line="165"/>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <location filename="../ui/options/scenariosheet.cpp" line="170"/>
        <source>%1 pts</source>
        <translation>%1 Pkt.</translation>
    </message>
    <message>
        <location filename="../ui/options/scenariosheet.cpp" line="193"/>
        <source>There is nothing to reckon yet: every leg needs a price.</source>
        <translation>Noch gibt es nichts zu rechnen: Jedes Leg braucht einen Preis.</translation>
    </message>
    <message>
        <location filename="../ui/options/scenariosheet.cpp" line="213"/>
        <source>%1  %2 %</source>
        <extracomment>A price, and the move that leads there in percent</extracomment>
        <translation>%1  %2 %</translation>
    </message>
    <message>
        <location filename="../ui/options/scenariosheet.cpp" line="255"/>
        <source>Profit and loss</source>
        <translation>Gewinn und Verlust</translation>
    </message>
    <message>
        <location filename="../ui/options/scenariosheet.cpp" line="255"/>
        <source>Delta</source>
        <translation>Delta</translation>
    </message>
    <message>
        <location filename="../ui/options/scenariosheet.cpp" line="255"/>
        <source>Gamma</source>
        <translation>Gamma</translation>
    </message>
    <message>
        <location filename="../ui/options/scenariosheet.cpp" line="255"/>
        <source>Theta a day</source>
        <translation>Theta am Tag</translation>
    </message>
    <message>
        <location filename="../ui/options/scenariosheet.cpp" line="255"/>
        <source>Vega a point</source>
        <translation>Vega je Punkt</translation>
    </message>
    <message>
        <location filename="../ui/options/scenariosheet.cpp" line="256"/>
        <source>by price and day</source>
        <translation>nach Kurs und Tag</translation>
    </message>
    <message>
        <location filename="../ui/options/scenariosheet.cpp" line="256"/>
        <source>by price and volatility</source>
        <translation>nach Kurs und Volatilität</translation>
    </message>
    <message>
        <location filename="../ui/options/scenariosheet.cpp" line="257"/>
        <source>What the table tells</source>
        <translation>Was die Tabelle sagt</translation>
    </message>
    <message>
        <location filename="../ui/options/scenariosheet.cpp" line="258"/>
        <source>What the columns are</source>
        <translation>Was die Spalten sind</translation>
    </message>
    <message>
        <location filename="../ui/options/scenariosheet.cpp" line="259"/>
        <source>Scenarios</source>
        <translation>Szenarien</translation>
    </message>
</context>
<context>
    <name>tapeline::ServiceConnection</name>
    <message>
        <location filename="../src/app/serviceconnection.cpp" line="53"/>
        <source>No key was found, so this is the simulated market. Enter your key in Settings, Connection.</source>
        <translation>Es fand sich kein Schlüssel, daher ist dies der simulierte Markt. Den Schlüssel unter Einstellungen, Verbindung eingeben.</translation>
    </message>
    <message>
        <location filename="../src/app/serviceconnection.cpp" line="56"/>
        <source>Your key could not be read (%1), so this is the simulated market. Enter it again in Settings, Connection.</source>
        <extracomment>%1 is a reason, from the system</extracomment>
        <translation>Der Schlüssel ließ sich nicht lesen (%1), daher ist dies der simulierte Markt. Geben Sie ihn in den Einstellungen unter Verbindung noch einmal ein.</translation>
    </message>
    <message>
        <location filename="../src/app/serviceconnection.cpp" line="81"/>
        <source>The simulated market could not be started: %1.</source>
        <translation>Der simulierte Markt konnte nicht gestartet werden: %1.</translation>
    </message>
</context>
<context>
    <name>tapeline::SessionStatusBar</name>
    <message>
        <location filename="../ui/status/sessionstatusbar.cpp" line="114"/>
        <source>%1 msg/s</source>
        <translation>%1 Nachr./s</translation>
    </message>
    <message>
        <location filename="../ui/status/sessionstatusbar.cpp" line="107"/>
        <source>%1
Click for the history of the connection.</source>
        <extracomment>%1 is a sentence about the stream</extracomment>
        <translation>%1
Klicken für den Verlauf der Verbindung.</translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/status/sessionstatusbar.cpp" line="115"/>
        <source>Messages a second from the stream. %n could not be read.</source>
        <translation>
            <numerusform>Nachrichten je Sekunde. %n war nicht lesbar.</numerusform>
            <numerusform>Nachrichten je Sekunde. %n waren nicht lesbar.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../ui/status/sessionstatusbar.cpp" line="119"/>
        <source>Requests for history in the last minute, and how many your plan allows.
Click for what waits.</source>
        <translation>Anfragen nach Verlauf in der letzten Minute, und wie viele der Plan erlaubt.
Ein Klick zeigt, was wartet.</translation>
    </message>
    <message>
        <location filename="../ui/status/sessionstatusbar.cpp" line="121"/>
        <source>Requests for history in the last minute.
Click for what waits.</source>
        <translation>Anfragen nach Verlauf in der letzten Minute.
Ein Klick zeigt, was wartet.</translation>
    </message>
    <message>
        <location filename="../ui/status/sessionstatusbar.cpp" line="134"/>
        <source>%1x</source>
        <extracomment>Speed of the simulated market or of a replay, against real time</extracomment>
        <translation>%1x</translation>
    </message>
    <message>
        <location filename="../ui/status/sessionstatusbar.cpp" line="135"/>
        <source>How fast market time passes. Change it in the Market menu.</source>
        <translation>Wie schnell die Marktzeit vergeht. Zu ändern im Menü „Markt“.</translation>
    </message>
</context>
<context>
    <name>tapeline::SessionView</name>
    <message>
        <location filename="../ui/chart/sessionview.cpp" line="60"/>
        <source>Extended hours</source>
        <extracomment>Menu of a chart</extracomment>
        <translation>Erweiterte Zeiten</translation>
    </message>
    <message>
        <location filename="../ui/chart/sessionview.cpp" line="61"/>
        <source>Hide extended hours</source>
        <translation>Erweiterte Zeiten ausblenden</translation>
    </message>
    <message>
        <location filename="../ui/chart/sessionview.cpp" line="62"/>
        <source>Bars before the opening and after the close of the exchange are left out; one that reaches into the session stays.</source>
        <translation>Kerzen vor der Eröffnung und nach dem Schluss der Börse bleiben weg; eine, die in die Sitzung reicht, bleibt.</translation>
    </message>
    <message>
        <location filename="../ui/chart/sessionview.cpp" line="64"/>
        <source>Shade extended hours</source>
        <translation>Erweiterte Zeiten schattieren</translation>
    </message>
    <message>
        <location filename="../ui/chart/sessionview.cpp" line="78"/>
        <source>Chart: hide extended hours on or off</source>
        <translation>Chart: erweiterte Zeiten ausblenden ein oder aus</translation>
    </message>
    <message>
        <location filename="../ui/chart/sessionview.cpp" line="84"/>
        <source>Chart: shade extended hours on or off</source>
        <translation>Chart: erweiterte Zeiten schattieren ein oder aus</translation>
    </message>
</context>
<context>
    <name>tapeline::SettingsDialog</name>
    <message>
        <location filename="../ui/dialogs/settingsdialog.cpp" line="80"/>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <location filename="../ui/dialogs/settingsdialog.cpp" line="81"/>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <location filename="../ui/dialogs/settingsdialog.cpp" line="82"/>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
</context>
<context>
    <name>tapeline::ShortcutEditor</name>
    <message>
        <location filename="../ui/commands/shortcuteditor.cpp" line="148"/>
        <source>%1 belongs to “%2”, which will have no shortcut any more.</source>
        <translation>%1 gehört zu „%2“, das dann kein Kürzel mehr hat.</translation>
    </message>
    <message>
        <location filename="../ui/commands/shortcuteditor.cpp" line="159"/>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <location filename="../ui/commands/shortcuteditor.cpp" line="160"/>
        <location filename="../ui/commands/shortcuteditor.cpp" line="161"/>
        <source>Search by command or key</source>
        <translation>Nach Befehl oder Taste suchen</translation>
    </message>
    <message>
        <location filename="../ui/commands/shortcuteditor.cpp" line="162"/>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <location filename="../ui/commands/shortcuteditor.cpp" line="162"/>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
    <message>
        <location filename="../ui/commands/shortcuteditor.cpp" line="162"/>
        <source>Shortcut</source>
        <translation>Kürzel</translation>
    </message>
    <message>
        <location filename="../ui/commands/shortcuteditor.cpp" line="163"/>
        <source>Commands and their shortcuts</source>
        <translation>Befehle und ihre Kürzel</translation>
    </message>
    <message>
        <location filename="../ui/commands/shortcuteditor.cpp" line="164"/>
        <location filename="../ui/commands/shortcuteditor.cpp" line="165"/>
        <source>New shortcut</source>
        <translation>Neues Kürzel</translation>
    </message>
    <message>
        <location filename="../ui/commands/shortcuteditor.cpp" line="166"/>
        <source>Assign</source>
        <translation>Zuweisen</translation>
    </message>
    <message>
        <location filename="../ui/commands/shortcuteditor.cpp" line="167"/>
        <source>Take away</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <location filename="../ui/commands/shortcuteditor.cpp" line="168"/>
        <source>Reset all</source>
        <translation>Alle zurücksetzen</translation>
    </message>
</context>
<context>
    <name>tapeline::SmilePlot</name>
    <message>
        <location filename="../ui/options/smileplot.cpp" line="118"/>
        <source>Implied volatility</source>
        <translation>Implizite Volatilität</translation>
    </message>
    <message>
        <location filename="../ui/options/smileplot.cpp" line="121"/>
        <source>Strike</source>
        <translation>Strike</translation>
    </message>
    <message>
        <location filename="../ui/options/smileplot.cpp" line="125"/>
        <source>Strike in percent of the forward</source>
        <translation>Strike in Prozent des Terminkurses</translation>
    </message>
    <message>
        <location filename="../ui/options/smileplot.cpp" line="162"/>
        <source>%1 now</source>
        <translation>%1 jetzt</translation>
    </message>
    <message>
        <location filename="../ui/options/smileplot.cpp" line="163"/>
        <source>Forward</source>
        <translation>Terminkurs</translation>
    </message>
    <message>
        <location filename="../ui/options/smileplot.cpp" line="180"/>
        <source>%1 call, %2</source>
        <translation>%1 Call, %2</translation>
    </message>
    <message>
        <location filename="../ui/options/smileplot.cpp" line="183"/>
        <source>%1 put, %2</source>
        <translation>%1 Put, %2</translation>
    </message>
    <message>
        <location filename="../ui/options/smileplot.cpp" line="186"/>
        <source>Quoted %1, curve %2</source>
        <translation>Gestellt %1, Kurve %2</translation>
    </message>
    <message>
        <location filename="../ui/options/smileplot.cpp" line="189"/>
        <source>Half the spread is worth %1</source>
        <translation>Die halbe Spanne macht %1 aus</translation>
    </message>
    <message>
        <location filename="../ui/options/smileplot.cpp" line="191"/>
        <source>Outlier: not used for the curve</source>
        <translation>Ausreißer: zählt für die Kurve nicht</translation>
    </message>
</context>
<context>
    <name>tapeline::SourcesForm</name>
    <message>
        <location filename="../ui/data/sourcesform.cpp" line="135"/>
        <source>&amp;Ask Yahoo Finance where Massive refuses or is down</source>
        <translation>&amp;Yahoo Finance fragen, wo Massive ablehnt oder ausfällt</translation>
    </message>
    <message>
        <location filename="../ui/data/sourcesform.cpp" line="136"/>
        <source>An unofficial source that needs no key: late, without a promise, and it may stop working any day. It is told which symbols you look at. What comes from it is marked.</source>
        <translation>Eine nicht amtliche Quelle, die keinen Schlüssel braucht: verspätet, ohne Zusage, und sie kann jeden Tag ausfallen. Sie erfährt, welche Symbole angesehen werden. Was von ihr kommt, ist gekennzeichnet.</translation>
    </message>
    <message>
        <location filename="../ui/data/sourcesform.cpp" line="139"/>
        <source>Who is asked for bars</source>
        <translation>Wer nach Kerzen gefragt wird</translation>
    </message>
    <message>
        <location filename="../ui/data/sourcesform.cpp" line="140"/>
        <source>&amp;Stocks</source>
        <translation>&amp;Aktien</translation>
    </message>
    <message>
        <location filename="../ui/data/sourcesform.cpp" line="140"/>
        <source>&amp;Indices</source>
        <translation>&amp;Indizes</translation>
    </message>
    <message>
        <location filename="../ui/data/sourcesform.cpp" line="140"/>
        <source>&amp;Forex</source>
        <translation>&amp;Devisen</translation>
    </message>
    <message>
        <location filename="../ui/data/sourcesform.cpp" line="140"/>
        <source>&amp;Crypto</source>
        <translation>&amp;Krypto</translation>
    </message>
    <message>
        <location filename="../ui/data/sourcesform.cpp" line="141"/>
        <source>Massive, then Yahoo Finance</source>
        <translation>Massive, dann Yahoo Finance</translation>
    </message>
    <message>
        <location filename="../ui/data/sourcesform.cpp" line="142"/>
        <source>Yahoo Finance, then Massive</source>
        <translation>Yahoo Finance, dann Massive</translation>
    </message>
    <message>
        <location filename="../ui/data/sourcesform.cpp" line="143"/>
        <source>Massive only</source>
        <translation>Nur Massive</translation>
    </message>
    <message>
        <location filename="../ui/data/sourcesform.cpp" line="150"/>
        <source>Who is asked for bars: %1</source>
        <extracomment>%1 is an asset class</extracomment>
        <translation>Wer nach Kerzen gefragt wird: %1</translation>
    </message>
    <message>
        <location filename="../ui/data/sourcesform.cpp" line="152"/>
        <source>&amp;Tell me when two prices differ by more than</source>
        <translation>&amp;Melden, wenn zwei Kurse weiter auseinanderliegen als</translation>
    </message>
    <message>
        <location filename="../ui/data/sourcesform.cpp" line="153"/>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <location filename="../ui/data/sourcesform.cpp" line="156"/>
        <source>Late prices are compared with those of the same time. Which of two is wrong cannot be known from them alone.</source>
        <translation>Verspätete Kurse werden mit denen derselben Zeit verglichen. Welcher von zweien falsch ist, sagen sie allein nicht.</translation>
    </message>
</context>
<context>
    <name>tapeline::StatisticText</name>
    <message>
        <location filename="../src/analytics/performance/statistictext.cpp" line="72"/>
        <source>Trades</source>
        <translation>Geschäfte</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/statistictext.cpp" line="74"/>
        <source>Winners</source>
        <translation>Gewinner</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/statistictext.cpp" line="76"/>
        <source>Losers</source>
        <translation>Verlierer</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/statistictext.cpp" line="78"/>
        <source>Break-even</source>
        <translation>Plusminus null</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/statistictext.cpp" line="80"/>
        <source>Win rate</source>
        <translation>Trefferquote</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/statistictext.cpp" line="82"/>
        <source>Win rate without break-even</source>
        <translation>Trefferquote ohne plusminus null</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/statistictext.cpp" line="84"/>
        <source>Profit factor</source>
        <translation>Profitfaktor</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/statistictext.cpp" line="86"/>
        <source>Expectancy</source>
        <translation>Erwartungswert</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/statistictext.cpp" line="88"/>
        <source>Gross profit</source>
        <translation>Summe der Gewinne</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/statistictext.cpp" line="90"/>
        <source>Gross loss</source>
        <translation>Summe der Verluste</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/statistictext.cpp" line="92"/>
        <source>Net</source>
        <translation>Netto</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/statistictext.cpp" line="94"/>
        <source>Before fees</source>
        <translation>Vor Gebühren</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/statistictext.cpp" line="96"/>
        <source>Fees</source>
        <translation>Gebühren</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/statistictext.cpp" line="98"/>
        <source>Average win</source>
        <translation>Mittlerer Gewinn</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/statistictext.cpp" line="100"/>
        <source>Average loss</source>
        <translation>Mittlerer Verlust</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/statistictext.cpp" line="102"/>
        <source>Payoff</source>
        <translation>Payoff-Ratio</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/statistictext.cpp" line="104"/>
        <source>Largest win</source>
        <translation>Größter Gewinn</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/statistictext.cpp" line="106"/>
        <source>Largest loss</source>
        <translation>Größter Verlust</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/statistictext.cpp" line="108"/>
        <source>Max drawdown</source>
        <translation>Max. Drawdown</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/statistictext.cpp" line="110"/>
        <source>Max drawdown, %</source>
        <translation>Max. Drawdown, %</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/statistictext.cpp" line="112"/>
        <source>Longest drawdown</source>
        <translation>Längster Drawdown</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/statistictext.cpp" line="114"/>
        <source>Recovery factor</source>
        <translation>Erholungsfaktor</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/statistictext.cpp" line="116"/>
        <source>Expectancy R</source>
        <translation>Erwartungswert R</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/statistictext.cpp" line="118"/>
        <source>Without planned risk</source>
        <translation>Ohne geplantes Risiko</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/statistictext.cpp" line="120"/>
        <source>SQN</source>
        <translation>SQN</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/statistictext.cpp" line="122"/>
        <source>SQN, at most 100 trades</source>
        <translation>SQN, höchstens 100 Geschäfte</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/statistictext.cpp" line="124"/>
        <source>Kelly</source>
        <translation>Kelly</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/statistictext.cpp" line="126"/>
        <source>Longest winning streak</source>
        <translation>Längste Gewinnserie</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/statistictext.cpp" line="128"/>
        <source>Longest losing streak</source>
        <translation>Längste Verlustserie</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/statistictext.cpp" line="130"/>
        <source>Average holding time</source>
        <translation>Mittlere Haltedauer</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/statistictext.cpp" line="132"/>
        <source>Average holding of winners</source>
        <translation>Mittlere Haltedauer, Gewinner</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/statistictext.cpp" line="134"/>
        <source>Average holding of losers</source>
        <translation>Mittlere Haltedauer, Verlierer</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/statistictext.cpp" line="136"/>
        <source>Exposure</source>
        <translation>Zeit im Markt</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/statistictext.cpp" line="138"/>
        <source>Turnover</source>
        <translation>Umschlag</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/statistictext.cpp" line="140"/>
        <source>Average MAE</source>
        <translation>Mittlere MAE</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/statistictext.cpp" line="142"/>
        <source>Average MFE</source>
        <translation>Mittlere MFE</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/statistictext.cpp" line="144"/>
        <source>Exit efficiency</source>
        <translation>Ausstiegseffizienz</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/statistictext.cpp" line="146"/>
        <source>Without MAE and MFE</source>
        <translation>Ohne MAE und MFE</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/statistictext.cpp" line="148"/>
        <source>Days of equity</source>
        <translation>Tage mit Eigenkapital</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/statistictext.cpp" line="150"/>
        <source>Sharpe ratio</source>
        <translation>Sharpe-Ratio</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/statistictext.cpp" line="152"/>
        <source>Sortino ratio</source>
        <translation>Sortino-Ratio</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/statistictext.cpp" line="154"/>
        <source>Max drawdown of equity</source>
        <translation>Max. Drawdown des Eigenkapitals</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/statistictext.cpp" line="156"/>
        <source>Max drawdown of equity, %</source>
        <translation>Max. Drawdown des Eigenkapitals, %</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/statistictext.cpp" line="158"/>
        <source>Longest drawdown of equity</source>
        <translation>Längster Drawdown des Eigenkapitals</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/statistictext.cpp" line="160"/>
        <source>Recovery factor of equity</source>
        <translation>Erholungsfaktor des Eigenkapitals</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/statistictext.cpp" line="162"/>
        <source>CAGR</source>
        <translation>CAGR</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/statistictext.cpp" line="164"/>
        <source>Calmar ratio</source>
        <translation>Calmar-Ratio</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/statistictext.cpp" line="166"/>
        <source>Ulcer index</source>
        <translation>Ulcer-Index</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/statistictext.cpp" line="176"/>
        <source>Closed round trips: from flat to flat, however many fills that took.</source>
        <translation>Geschlossene Geschäfte: von glatt bis wieder glatt, in wie vielen Ausführungen auch immer.</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/statistictext.cpp" line="178"/>
        <source>Trades whose net result, after fees, is above zero.</source>
        <translation>Geschäfte, deren Ergebnis nach Gebühren über null liegt.</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/statistictext.cpp" line="180"/>
        <source>Trades whose net result, after fees, is below zero.</source>
        <translation>Geschäfte, deren Ergebnis nach Gebühren unter null liegt.</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/statistictext.cpp" line="182"/>
        <source>Trades whose net result, after fees, is exactly zero.</source>
        <translation>Geschäfte, deren Ergebnis nach Gebühren genau null ist.</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/statistictext.cpp" line="184"/>
        <source>Winners divided by all trades; break-even trades count as trades.</source>
        <translation>Gewinner durch alle Geschäfte; Geschäfte plusminus null zählen als Geschäfte.</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/statistictext.cpp" line="186"/>
        <source>Winners divided by winners and losers; break-even trades are left out.</source>
        <translation>Gewinner durch Gewinner und Verlierer; Geschäfte plusminus null bleiben außen vor.</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/statistictext.cpp" line="188"/>
        <source>Gross profit divided by gross loss. Infinite when nothing was lost, undefined without winners and losers.</source>
        <translation>Summe der Gewinne durch Summe der Verluste. Unendlich, wenn nichts verloren wurde; nicht definiert ohne Gewinner und Verlierer.</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/statistictext.cpp" line="191"/>
        <source>Net result divided by the number of trades: what one trade brings.</source>
        <translation>Nettoergebnis durch die Zahl der Geschäfte: was ein Geschäft bringt.</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/statistictext.cpp" line="193"/>
        <source>Sum of the net results of the winners.</source>
        <translation>Summe der Nettoergebnisse der Gewinner.</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/statistictext.cpp" line="195"/>
        <source>Sum of the net results of the losers, as a positive amount.</source>
        <translation>Summe der Nettoergebnisse der Verlierer, als positiver Betrag.</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/statistictext.cpp" line="197"/>
        <source>Sum of the results of all trades after fees.</source>
        <translation>Summe der Ergebnisse aller Geschäfte nach Gebühren.</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/statistictext.cpp" line="199"/>
        <source>Sum of the results of all trades before fees.</source>
        <translation>Summe der Ergebnisse aller Geschäfte vor Gebühren.</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/statistictext.cpp" line="201"/>
        <source>Commissions and fees of all fills of these trades.</source>
        <translation>Provisionen und Gebühren aller Ausführungen dieser Geschäfte.</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/statistictext.cpp" line="203"/>
        <source>Gross profit divided by the number of winners.</source>
        <translation>Summe der Gewinne durch die Zahl der Gewinner.</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/statistictext.cpp" line="205"/>
        <source>Gross loss divided by the number of losers.</source>
        <translation>Summe der Verluste durch die Zahl der Verlierer.</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/statistictext.cpp" line="207"/>
        <source>Average win divided by average loss.</source>
        <translation>Mittlerer Gewinn durch mittleren Verlust.</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/statistictext.cpp" line="209"/>
        <source>The highest net result of one trade.</source>
        <translation>Das höchste Nettoergebnis eines Geschäfts.</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/statistictext.cpp" line="211"/>
        <source>The lowest net result of one trade, as a positive amount.</source>
        <translation>Das niedrigste Nettoergebnis eines Geschäfts, als positiver Betrag.</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/statistictext.cpp" line="213"/>
        <source>The deepest fall of the curve of closed trades from a peak; the start counts as a peak.</source>
        <translation>Der tiefste Rückgang der Kurve geschlossener Geschäfte von einem Höchststand; der Anfang zählt als einer.</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/statistictext.cpp" line="216"/>
        <source>The deepest fall of the curve of closed trades as a share of its peak. Needs to know what the account was worth at the start.</source>
        <translation>Der tiefste Rückgang der Kurve geschlossener Geschäfte als Anteil am Höchststand. Dazu muss bekannt sein, was das Konto anfangs wert war.</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/statistictext.cpp" line="219"/>
        <source>The longest time from a peak of the curve of closed trades to its recovery, or to the last trade.</source>
        <translation>Die längste Zeit von einem Höchststand der Kurve geschlossener Geschäfte bis zur Erholung oder bis zum letzten Geschäft.</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/statistictext.cpp" line="222"/>
        <source>Net result divided by the max drawdown in money.</source>
        <translation>Nettoergebnis durch den maximalen Drawdown in Geld.</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/statistictext.cpp" line="224"/>
        <source>Mean of R: the net result in units of the risk planned at the entry. Trades without a planned risk are left out and counted.</source>
        <translation>Mittel von R: das Nettoergebnis in Einheiten des beim Einstieg geplanten Risikos. Geschäfte ohne geplantes Risiko bleiben außen vor und werden gezählt.</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/statistictext.cpp" line="227"/>
        <source>Trades that had no stop at the entry and no risk noted; figures in R leave them out.</source>
        <translation>Geschäfte ohne Stop beim Einstieg und ohne notiertes Risiko; Kennzahlen in R lassen sie aus.</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/statistictext.cpp" line="230"/>
        <source>System quality number: the root of the number of trades times mean R, divided by the sample deviation of R.</source>
        <translation>System Quality Number: die Wurzel aus der Zahl der Geschäfte mal mittleres R, durch die Standardabweichung von R in der Stichprobe.</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/statistictext.cpp" line="233"/>
        <source>The system quality number with the number of trades taken as at most 100, as Van Tharp does, so that many trades alone do not raise it.</source>
        <translation>Die System Quality Number, in der wie bei Van Tharp höchstens 100 Geschäfte zählen, damit viele allein sie nicht erhöhen.</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/statistictext.cpp" line="236"/>
        <source>w - (1 - w) / payoff, with w the win rate without break-even: the share of capital to stake that grows fastest if the past went on. Most traders use a small part of it.</source>
        <translation>w - (1 - w) / Payoff-Ratio, w ist die Trefferquote ohne plusminus null: der Anteil des Kapitals, dessen Einsatz am schnellsten wächst, wenn es weiterginge wie bisher. Die meisten nehmen einen kleinen Teil davon.</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/statistictext.cpp" line="240"/>
        <source>Most winners in a row, in the order of closing; a break-even trade ends a streak.</source>
        <translation>Die meisten Gewinner hintereinander, in der Reihenfolge des Endes; ein Geschäft plusminus null beendet eine Serie.</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/statistictext.cpp" line="243"/>
        <source>Most losers in a row, in the order of closing; a break-even trade ends a streak.</source>
        <translation>Die meisten Verlierer hintereinander, in der Reihenfolge des Endes; ein Geschäft plusminus null beendet eine Serie.</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/statistictext.cpp" line="246"/>
        <source>Mean time from the opening to the closing of a trade.</source>
        <translation>Mittlere Zeit von der Eröffnung bis zur Schließung eines Geschäfts.</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/statistictext.cpp" line="248"/>
        <source>Mean time from the opening to the closing of winners.</source>
        <translation>Mittlere Zeit von der Eröffnung bis zur Schließung der Gewinner.</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/statistictext.cpp" line="250"/>
        <source>Mean time from the opening to the closing of losers.</source>
        <translation>Mittlere Zeit von der Eröffnung bis zur Schließung der Verlierer.</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/statistictext.cpp" line="252"/>
        <source>Share of the time from the first opening to the last closing in which something was held; nights and weekends count.</source>
        <translation>Anteil der Zeit von der ersten Eröffnung bis zur letzten Schließung, in der etwas gehalten wurde; Nächte und Wochenenden zählen mit.</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/statistictext.cpp" line="255"/>
        <source>Value bought and sold (largest size of a trade at its mean prices) divided by mean daily equity.</source>
        <translation>Gekaufter und verkaufter Wert (größte Größe eines Geschäfts zu seinen mittleren Kursen) durch das mittlere tägliche Eigenkapital.</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/statistictext.cpp" line="258"/>
        <source>Maximum adverse excursion: how far a trade was against you at worst, before fees. Mean in R.</source>
        <translation>Maximum Adverse Excursion: wie weit ein Geschäft schlimmstenfalls gegen Sie lief, vor Gebühren. Mittel in R.</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/statistictext.cpp" line="261"/>
        <source>Maximum favourable excursion: how far a trade was ahead at best, before fees. Mean in R.</source>
        <translation>Maximum Favourable Excursion: wie weit ein Geschäft bestenfalls vorn lag, vor Gebühren. Mittel in R.</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/statistictext.cpp" line="264"/>
        <source>How much of the best open results was taken: (exit - entry) / (best - entry), in sums over trades that were ahead at some time. 100 % is the best exits there were.</source>
        <translation>Wie viel von den besten offenen Ständen mitgenommen wurde: (Ausstieg - Einstieg) / (bester - Einstieg), in Summen über Geschäfte, die einmal vorn lagen. 100 % sind die besten Ausstiege, die es gab.</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/statistictext.cpp" line="268"/>
        <source>Trades whose way from entry to exit was not seen; MAE, MFE and exit efficiency leave them out.</source>
        <translation>Geschäfte, deren Weg vom Einstieg zum Ausstieg nicht gesehen wurde; MAE, MFE und Ausstiegseffizienz lassen sie aus.</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/statistictext.cpp" line="271"/>
        <source>Daily returns of the account, by the session calendar at the 16:00 Eastern mark, deposits and withdrawals taken out.</source>
        <translation>Tägliche Renditen des Kontos nach dem Handelskalender, um 16:00 New Yorker Zeit, ohne Ein- und Auszahlungen.</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/statistictext.cpp" line="274"/>
        <source>Mean daily return divided by its sample deviation, times the root of 252. The risk-free rate is taken as zero.</source>
        <translation>Mittlere tägliche Rendite durch ihre Standardabweichung, mal Wurzel aus 252. Der risikofreie Zins gilt als null.</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/statistictext.cpp" line="277"/>
        <source>Mean daily return divided by the downside deviation, times the root of 252; all days are in the divisor, days above zero as zero.</source>
        <translation>Mittlere tägliche Rendite durch die Abweichung nach unten, mal Wurzel aus 252; im Nenner stehen alle Tage, solche über null als null.</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/statistictext.cpp" line="280"/>
        <source>The deepest fall of the account&apos;s worth from a peak, open positions included, sampled on every fill and once a minute.</source>
        <translation>Der tiefste Rückgang des Kontowerts von einem Höchststand, mit offenen Positionen, gemessen bei jeder Ausführung und einmal je Minute.</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/statistictext.cpp" line="283"/>
        <source>The deepest fall of the account&apos;s worth as a share of its peak, open positions included, deposits and withdrawals taken out.</source>
        <translation>Der tiefste Rückgang des Kontowerts als Anteil am Höchststand, mit offenen Positionen, ohne Ein- und Auszahlungen.</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/statistictext.cpp" line="286"/>
        <source>The longest time from a peak of the account&apos;s worth to its recovery, or to now.</source>
        <translation>Die längste Zeit von einem Höchststand des Kontowerts bis zur Erholung oder bis jetzt.</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/statistictext.cpp" line="289"/>
        <source>What the account has gained, divided by its max drawdown in money.</source>
        <translation>Was das Konto gewonnen hat, durch seinen maximalen Drawdown in Geld.</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/statistictext.cpp" line="291"/>
        <source>Compound growth a year of the account&apos;s worth. Hidden below 60 days, which say nothing of a year.</source>
        <translation>Wachstum des Kontowerts je Jahr mit Zinseszins. Unter 60 Tagen nicht gezeigt: Sie sagen nichts über ein Jahr.</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/statistictext.cpp" line="294"/>
        <source>CAGR divided by the max drawdown of equity.</source>
        <translation>CAGR durch den maximalen Drawdown des Eigenkapitals.</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/statistictext.cpp" line="296"/>
        <source>Root of the mean square of daily drawdowns in per cent: deep and long falls weigh more.</source>
        <translation>Wurzel aus dem mittleren Quadrat der täglichen Drawdowns in Prozent: Tiefe und lange wiegen mehr.</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/statistictext.cpp" line="315"/>
        <source>%1 R</source>
        <extracomment>A result in units of the planned risk, as &quot;1.25 R&quot;</extracomment>
        <translation>%1 R</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/statistictext.cpp" line="320"/>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/statistictext.cpp" line="335"/>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/statistictext.cpp" line="337"/>
        <source>%1 min %2 s</source>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/statistictext.cpp" line="337"/>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/statistictext.cpp" line="339"/>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/statistictext.cpp" line="339"/>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/statistictext.cpp" line="340"/>
        <source>%1 d %2 h</source>
        <translation>%1 T %2 h</translation>
    </message>
    <message>
        <location filename="../src/analytics/performance/statistictext.cpp" line="340"/>
        <source>%1 d</source>
        <translation>%1 T</translation>
    </message>
</context>
<context>
    <name>tapeline::StrategyFigures</name>
    <message>
        <location filename="../ui/options/strategyfigures.cpp" line="113"/>
        <source>Net credit</source>
        <translation>Netto-Credit</translation>
    </message>
    <message>
        <location filename="../ui/options/strategyfigures.cpp" line="113"/>
        <location filename="../ui/options/strategyfigures.cpp" line="165"/>
        <source>Net debit</source>
        <translation>Netto-Debit</translation>
    </message>
    <message>
        <location filename="../ui/options/strategyfigures.cpp" line="121"/>
        <source>unlimited</source>
        <translation>unbegrenzt</translation>
    </message>
    <message>
        <location filename="../ui/options/strategyfigures.cpp" line="131"/>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <location filename="../ui/options/strategyfigures.cpp" line="137"/>
        <source>%1 : 1</source>
        <extracomment>Reward against risk</extracomment>
        <translation>%1 : 1</translation>
    </message>
    <message>
        <location filename="../ui/options/strategyfigures.cpp" line="166"/>
        <source>Most it gains</source>
        <translation>Höchster Gewinn</translation>
    </message>
    <message>
        <location filename="../ui/options/strategyfigures.cpp" line="167"/>
        <source>Most it loses</source>
        <translation>Höchster Verlust</translation>
    </message>
    <message>
        <location filename="../ui/options/strategyfigures.cpp" line="168"/>
        <source>Break-even</source>
        <translation>Gewinnschwelle</translation>
    </message>
    <message>
        <location filename="../ui/options/strategyfigures.cpp" line="169"/>
        <source>Chance of profit</source>
        <translation>Gewinnchance</translation>
    </message>
    <message>
        <location filename="../ui/options/strategyfigures.cpp" line="170"/>
        <source>Expected value</source>
        <translation>Erwartungswert</translation>
    </message>
    <message>
        <location filename="../ui/options/strategyfigures.cpp" line="171"/>
        <source>Reward : risk</source>
        <translation>Ertrag : Risiko</translation>
    </message>
    <message>
        <location filename="../ui/options/strategyfigures.cpp" line="173"/>
        <source>P/L at the sliders</source>
        <extracomment>Profit if the market is as the sliders say</extracomment>
        <translation>G/V laut Reglern</translation>
    </message>
    <message>
        <location filename="../ui/options/strategyfigures.cpp" line="174"/>
        <source>Delta</source>
        <translation>Delta</translation>
    </message>
    <message>
        <location filename="../ui/options/strategyfigures.cpp" line="175"/>
        <source>Gamma</source>
        <translation>Gamma</translation>
    </message>
    <message>
        <location filename="../ui/options/strategyfigures.cpp" line="176"/>
        <source>Theta a day</source>
        <translation>Theta am Tag</translation>
    </message>
    <message>
        <location filename="../ui/options/strategyfigures.cpp" line="177"/>
        <source>Vega a point</source>
        <translation>Vega je Punkt</translation>
    </message>
    <message>
        <location filename="../ui/options/strategyfigures.cpp" line="178"/>
        <source>Rho a percent</source>
        <translation>Rho je Prozent</translation>
    </message>
    <message>
        <location filename="../ui/options/strategyfigures.cpp" line="179"/>
        <source>Takes of buying power</source>
        <translation>Bindet an Kaufkraft</translation>
    </message>
    <message>
        <location filename="../ui/options/strategyfigures.cpp" line="180"/>
        <source>Buying power then</source>
        <translation>Kaufkraft danach</translation>
    </message>
    <message>
        <location filename="../ui/options/strategyfigures.cpp" line="185"/>
        <source>That it ends above break-even when its first options end: prices are spread lognormally around the forward price by the volatility at the money.</source>
        <translation>Dass sie am Ende ihrer ersten Optionen über der Gewinnschwelle steht: Kurse sind lognormal um den Terminkurs verteilt, nach der Volatilität am Geld.</translation>
    </message>
    <message>
        <location filename="../ui/options/strategyfigures.cpp" line="188"/>
        <source>The mean of what it pays at the first end, by the prices of all options of that expiration (their smile), discounted, less what it costs.</source>
        <translation>Das Mittel dessen, was sie am ersten Ende auszahlt, nach den Preisen aller Optionen des Verfallstags (ihrem Smile), abgezinst, abzüglich der Kosten.</translation>
    </message>
    <message>
        <location filename="../ui/options/strategyfigures.cpp" line="191"/>
        <source>At the end of its first options. Options that end later count with what the model says then.</source>
        <translation>Am Ende ihrer ersten Optionen. Spätere zählen mit dem, was das Modell dann sagt.</translation>
    </message>
    <message>
        <location filename="../ui/options/strategyfigures.cpp" line="193"/>
        <source>Moves like so many units of the underlying.</source>
        <translation>Bewegt sich wie so viele Einheiten des Basiswerts.</translation>
    </message>
    <message>
        <location filename="../ui/options/strategyfigures.cpp" line="195"/>
        <source>What the account says that the order would hold back. Of several orders the sum, at most.</source>
        <translation>Was die Order nach Angabe des Kontos zurückhalten würde. Bei mehreren Orders höchstens die Summe.</translation>
    </message>
</context>
<context>
    <name>tapeline::StrategyLegRow</name>
    <message>
        <location filename="../ui/options/strategylegrow.cpp" line="206"/>
        <source>Held long</source>
        <translation>Gehalten, long</translation>
    </message>
    <message>
        <location filename="../ui/options/strategylegrow.cpp" line="206"/>
        <source>Held short</source>
        <translation>Gehalten, short</translation>
    </message>
    <message>
        <location filename="../ui/options/strategylegrow.cpp" line="232"/>
        <source>%1 shares</source>
        <translation>%1 Stück</translation>
    </message>
    <message>
        <location filename="../ui/options/strategylegrow.cpp" line="283"/>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <location filename="../ui/options/strategylegrow.cpp" line="295"/>
        <source>Turns the leg round</source>
        <translation>Dreht das Leg um</translation>
    </message>
    <message>
        <location filename="../ui/options/strategylegrow.cpp" line="296"/>
        <source>Takes this leg out</source>
        <translation>Nimmt dieses Leg heraus</translation>
    </message>
    <message>
        <location filename="../ui/options/strategylegrow.cpp" line="298"/>
        <source>Size of leg %1</source>
        <translation>Größe des Legs %1</translation>
    </message>
    <message>
        <location filename="../ui/options/strategylegrow.cpp" line="299"/>
        <source>Expiration of leg %1</source>
        <translation>Verfall des Legs %1</translation>
    </message>
    <message>
        <location filename="../ui/options/strategylegrow.cpp" line="300"/>
        <source>Strike of leg %1</source>
        <translation>Strike des Legs %1</translation>
    </message>
    <message>
        <location filename="../ui/options/strategylegrow.cpp" line="301"/>
        <source>Call or put of leg %1</source>
        <translation>Call oder Put des Legs %1</translation>
    </message>
    <message>
        <location filename="../ui/options/strategylegrow.cpp" line="302"/>
        <source>Price of leg %1</source>
        <translation>Preis des Legs %1</translation>
    </message>
    <message>
        <location filename="../ui/options/strategylegrow.cpp" line="303"/>
        <source>The middle of the quote; a price that is typed stands in for it. Empty takes the market&apos;s again.</source>
        <translation>Die Mitte des Quotes; ein getippter Preis steht für sie. Leer gilt wieder der des Markts.</translation>
    </message>
</context>
<context>
    <name>tapeline::StrategyLegsView</name>
    <message>
        <location filename="../ui/options/strategylegsview.cpp" line="104"/>
        <source>Side</source>
        <translation>Seite</translation>
    </message>
    <message>
        <location filename="../ui/options/strategylegsview.cpp" line="104"/>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <location filename="../ui/options/strategylegsview.cpp" line="104"/>
        <source>Expiration</source>
        <translation>Verfall</translation>
    </message>
    <message>
        <location filename="../ui/options/strategylegsview.cpp" line="104"/>
        <source>Strike</source>
        <translation>Strike</translation>
    </message>
    <message>
        <location filename="../ui/options/strategylegsview.cpp" line="105"/>
        <source>Bid</source>
        <translation>Geld</translation>
    </message>
    <message>
        <location filename="../ui/options/strategylegsview.cpp" line="105"/>
        <source>Price</source>
        <translation>Preis</translation>
    </message>
    <message>
        <location filename="../ui/options/strategylegsview.cpp" line="105"/>
        <source>Ask</source>
        <translation>Brief</translation>
    </message>
    <message>
        <location filename="../ui/options/strategylegsview.cpp" line="105"/>
        <source>IV</source>
        <translation>IV</translation>
    </message>
    <message>
        <location filename="../ui/options/strategylegsview.cpp" line="105"/>
        <source>Delta</source>
        <translation>Delta</translation>
    </message>
    <message>
        <location filename="../ui/options/strategylegsview.cpp" line="106"/>
        <source>Gamma</source>
        <translation>Gamma</translation>
    </message>
    <message>
        <location filename="../ui/options/strategylegsview.cpp" line="106"/>
        <source>Theta</source>
        <translation>Theta</translation>
    </message>
    <message>
        <location filename="../ui/options/strategylegsview.cpp" line="106"/>
        <source>Vega</source>
        <translation>Vega</translation>
    </message>
    <message>
        <location filename="../ui/options/strategylegsview.cpp" line="110"/>
        <source>Choose a template, or click a bid or an ask in the options chain to add a leg.</source>
        <translation>Eine Vorlage wählen, oder in der Optionskette ein Geld oder einen Brief anklicken, um ein Leg hinzuzufügen.</translation>
    </message>
</context>
<context>
    <name>tapeline::StrategyOrderBar</name>
    <message>
        <location filename="../ui/options/strategyorderbar.cpp" line="180"/>
        <source>credit</source>
        <translation>Credit</translation>
    </message>
    <message>
        <location filename="../ui/options/strategyorderbar.cpp" line="180"/>
        <source>debit</source>
        <translation>Debit</translation>
    </message>
    <message>
        <location filename="../ui/options/strategyorderbar.cpp" line="184"/>
        <source>Send as one order</source>
        <translation>Als eine Order senden</translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/options/strategyorderbar.cpp" line="185"/>
        <source>Send as %n order(s)</source>
        <translation>
            <numerusform>Als %n Order senden</numerusform>
            <numerusform>Als %n Orders senden</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../ui/options/strategyorderbar.cpp" line="207"/>
        <source>There is no paper account yet.</source>
        <translation>Es gibt noch kein Papierkonto.</translation>
    </message>
    <message>
        <location filename="../ui/options/strategyorderbar.cpp" line="361"/>
        <source>Packages</source>
        <translation>Pakete</translation>
    </message>
    <message>
        <location filename="../ui/options/strategyorderbar.cpp" line="365"/>
        <source>Middle</source>
        <translation>Mitte</translation>
    </message>
    <message>
        <location filename="../ui/options/strategyorderbar.cpp" line="365"/>
        <source>Natural</source>
        <translation>Natürlich</translation>
    </message>
    <message>
        <location filename="../ui/options/strategyorderbar.cpp" line="365"/>
        <source>Own price</source>
        <translation>Eigener Preis</translation>
    </message>
    <message>
        <location filename="../ui/options/strategyorderbar.cpp" line="365"/>
        <source>Market</source>
        <translation>Markt</translation>
    </message>
    <message>
        <location filename="../ui/options/strategyorderbar.cpp" line="367"/>
        <source>Natural: bought legs at the ask, sold legs at the bid, as the market gives them at once.</source>
        <translation>Natürlich: gekaufte Legs zum Brief, verkaufte zum Geld, wie der Markt sie sofort gibt.</translation>
    </message>
    <message>
        <location filename="../ui/options/strategyorderbar.cpp" line="369"/>
        <source>Price of the package</source>
        <translation>Preis des Pakets</translation>
    </message>
    <message>
        <location filename="../ui/options/strategyorderbar.cpp" line="376"/>
        <source>How long the order works</source>
        <translation>Wie lange die Order gilt</translation>
    </message>
    <message>
        <location filename="../ui/options/strategyorderbar.cpp" line="377"/>
        <source>Limit, per unit of the underlying</source>
        <translation>Limit, je Einheit des Basiswerts</translation>
    </message>
    <message>
        <location filename="../ui/options/strategyorderbar.cpp" line="378"/>
        <source>Of one package, per unit of the underlying; arrows change it by a cent.</source>
        <translation>Eines Pakets, je Einheit des Basiswerts; Pfeile ändern um einen Cent.</translation>
    </message>
    <message>
        <location filename="../ui/options/strategyorderbar.cpp" line="380"/>
        <source>Whether the package is paid for or pays</source>
        <translation>Ob das Paket kostet oder bringt</translation>
    </message>
</context>
<context>
    <name>tapeline::StrategyOrders</name>
    <message>
        <location filename="../src/models/options/strategyorders.cpp" line="87"/>
        <source>Options are traded in whole contracts.</source>
        <translation>Optionen werden in ganzen Kontrakten gehandelt.</translation>
    </message>
    <message>
        <location filename="../src/models/options/strategyorders.cpp" line="101"/>
        <source>One option alone has a price above 0.</source>
        <translation>Eine einzelne Option hat einen Preis über 0.</translation>
    </message>
    <message>
        <location filename="../src/models/options/strategyorders.cpp" line="109"/>
        <source>A leg is more than 1,000 times as large as another one.</source>
        <translation>Ein Leg ist mehr als 1.000-mal so groß wie ein anderes.</translation>
    </message>
    <message>
        <location filename="../src/models/options/strategyorders.cpp" line="175"/>
        <source>The chain does not have %1.</source>
        <translation>Die Kette hat %1 nicht.</translation>
    </message>
    <message>
        <location filename="../src/models/options/strategyorders.cpp" line="177"/>
        <source>%1 has ended.</source>
        <translation>%1 ist beendet.</translation>
    </message>
    <message>
        <location filename="../src/models/options/strategyorders.cpp" line="179"/>
        <source>%1 has no quote on both sides.</source>
        <translation>%1 hat keinen zweiseitigen Quote.</translation>
    </message>
    <message>
        <location filename="../src/models/options/strategyorders.cpp" line="183"/>
        <source>There is nothing to send yet.</source>
        <translation>Noch gibt es nichts zu senden.</translation>
    </message>
</context>
<context>
    <name>tapeline::StrategyPanel</name>
    <message numerus="yes">
        <location filename="../ui/options/strategypanel.cpp" line="216"/>
        <source>A strategy has at most %n leg(s).</source>
        <translation>
            <numerusform>Eine Strategie hat höchstens %n Leg.</numerusform>
            <numerusform>Eine Strategie hat höchstens %n Legs.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../ui/options/strategypanel.cpp" line="239"/>
        <location filename="../ui/options/strategypanel.cpp" line="252"/>
        <source>in about 30 days</source>
        <translation>in etwa 30 Tagen</translation>
    </message>
    <message>
        <location filename="../ui/options/strategypanel.cpp" line="324"/>
        <source>At %1:</source>
        <translation>Bei %1:</translation>
    </message>
    <message>
        <location filename="../ui/options/strategypanel.cpp" line="326"/>
        <source>first end</source>
        <translation>erstes Ende</translation>
    </message>
    <message>
        <location filename="../ui/options/strategypanel.cpp" line="326"/>
        <source>at expiry</source>
        <translation>am Verfall</translation>
    </message>
    <message>
        <location filename="../ui/options/strategypanel.cpp" line="328"/>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <location filename="../ui/options/strategypanel.cpp" line="332"/>
        <source>at the sliders</source>
        <translation>laut Reglern</translation>
    </message>
    <message>
        <location filename="../ui/options/strategypanel.cpp" line="349"/>
        <source>Quotes of options are not in your plan (%1 has them): type the price of each leg.</source>
        <translation>Quotes von Optionen sind nicht im Tarif (%1 hat sie): Tippen Sie den Preis jedes Legs.</translation>
    </message>
    <message>
        <location filename="../ui/options/strategypanel.cpp" line="353"/>
        <source>Options are not in your plan: %1 has them.</source>
        <translation>Optionen sind nicht im Tarif: %1 hat sie.</translation>
    </message>
    <message>
        <location filename="../ui/options/strategypanel.cpp" line="355"/>
        <source>There are no options on %1.</source>
        <translation>Auf %1 gibt es keine Optionen.</translation>
    </message>
    <message>
        <location filename="../ui/options/strategypanel.cpp" line="357"/>
        <source>The chain of %1 could not be loaded; the panel Connection says why.</source>
        <translation>Die Kette von %1 ließ sich nicht laden; warum, steht im Fenster Verbindung.</translation>
    </message>
    <message>
        <location filename="../ui/options/strategypanel.cpp" line="360"/>
        <source>A recording has no option chains.</source>
        <translation>Eine Aufzeichnung hat keine Optionsketten.</translation>
    </message>
    <message>
        <location filename="../ui/options/strategypanel.cpp" line="391"/>
        <location filename="../src/app/strategybinding.cpp" line="37"/>
        <source>Strategy builder</source>
        <translation>Strategiebaukasten</translation>
    </message>
    <message>
        <location filename="../ui/options/strategypanel.cpp" line="392"/>
        <source>Templates</source>
        <translation>Vorlagen</translation>
    </message>
    <message>
        <location filename="../ui/options/strategypanel.cpp" line="393"/>
        <source>Chooses contracts by rules and says which</source>
        <translation>Wählt Kontrakte nach Regeln und sagt, nach welchen</translation>
    </message>
    <message>
        <location filename="../ui/options/strategypanel.cpp" line="394"/>
        <source>The expiration that templates choose from</source>
        <translation>Der Verfallstag, aus dem Vorlagen wählen</translation>
    </message>
    <message>
        <location filename="../ui/options/strategypanel.cpp" line="395"/>
        <source>Reverse</source>
        <translation>Drehen</translation>
    </message>
    <message>
        <location filename="../ui/options/strategypanel.cpp" line="396"/>
        <source>Buys what is sold and sells what is bought</source>
        <translation>Kauft, was verkauft ist, und verkauft, was gekauft ist</translation>
    </message>
    <message>
        <location filename="../ui/options/strategypanel.cpp" line="397"/>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <location filename="../ui/options/strategypanel.cpp" line="398"/>
        <source>Takes all legs out</source>
        <translation>Nimmt alle Legs heraus</translation>
    </message>
    <message>
        <location filename="../ui/options/strategypanel.cpp" line="399"/>
        <source>Payoff</source>
        <translation>Auszahlung</translation>
    </message>
    <message>
        <location filename="../ui/options/strategypanel.cpp" line="400"/>
        <source>Scenarios</source>
        <translation>Szenarien</translation>
    </message>
    <message>
        <location filename="../ui/options/strategypanel.cpp" line="401"/>
        <source>Candidates</source>
        <translation>Kandidaten</translation>
    </message>
</context>
<context>
    <name>tapeline::StrategyText</name>
    <message>
        <location filename="../src/models/options/strategytext.cpp" line="27"/>
        <source>%1 %</source>
        <extracomment>A share in percent</extracomment>
        <translation>%1 %</translation>
    </message>
    <message>
        <location filename="../src/models/options/strategytext.cpp" line="47"/>
        <source>Own combination</source>
        <translation>Eigene Verbindung</translation>
    </message>
    <message>
        <location filename="../src/models/options/strategytext.cpp" line="49"/>
        <source>Shares</source>
        <translation>Aktien</translation>
    </message>
    <message>
        <location filename="../src/models/options/strategytext.cpp" line="49"/>
        <source>Shares sold short</source>
        <translation>Leerverkaufte Aktien</translation>
    </message>
    <message>
        <location filename="../src/models/options/strategytext.cpp" line="51"/>
        <source>Long call</source>
        <translation>Long Call</translation>
    </message>
    <message>
        <location filename="../src/models/options/strategytext.cpp" line="51"/>
        <source>Short call</source>
        <translation>Short Call</translation>
    </message>
    <message>
        <location filename="../src/models/options/strategytext.cpp" line="53"/>
        <source>Long put</source>
        <translation>Long Put</translation>
    </message>
    <message>
        <location filename="../src/models/options/strategytext.cpp" line="53"/>
        <source>Cash-secured put</source>
        <translation>Bargedeckter Put</translation>
    </message>
    <message>
        <location filename="../src/models/options/strategytext.cpp" line="55"/>
        <source>Covered call</source>
        <translation>Covered Call</translation>
    </message>
    <message>
        <location filename="../src/models/options/strategytext.cpp" line="57"/>
        <source>Protective put</source>
        <translation>Protective Put</translation>
    </message>
    <message>
        <location filename="../src/models/options/strategytext.cpp" line="59"/>
        <source>Collar</source>
        <translation>Collar</translation>
    </message>
    <message>
        <location filename="../src/models/options/strategytext.cpp" line="61"/>
        <source>Bull call spread (debit)</source>
        <translation>Bull-Call-Spread (Debit)</translation>
    </message>
    <message>
        <location filename="../src/models/options/strategytext.cpp" line="61"/>
        <source>Bear call spread (credit)</source>
        <translation>Bear-Call-Spread (Credit)</translation>
    </message>
    <message>
        <location filename="../src/models/options/strategytext.cpp" line="63"/>
        <source>Bear put spread (debit)</source>
        <translation>Bear-Put-Spread (Debit)</translation>
    </message>
    <message>
        <location filename="../src/models/options/strategytext.cpp" line="63"/>
        <source>Bull put spread (credit)</source>
        <translation>Bull-Put-Spread (Credit)</translation>
    </message>
    <message>
        <location filename="../src/models/options/strategytext.cpp" line="65"/>
        <source>Long straddle</source>
        <translation>Long Straddle</translation>
    </message>
    <message>
        <location filename="../src/models/options/strategytext.cpp" line="65"/>
        <source>Short straddle</source>
        <translation>Short Straddle</translation>
    </message>
    <message>
        <location filename="../src/models/options/strategytext.cpp" line="67"/>
        <source>Long strangle</source>
        <translation>Long Strangle</translation>
    </message>
    <message>
        <location filename="../src/models/options/strategytext.cpp" line="67"/>
        <source>Short strangle</source>
        <translation>Short Strangle</translation>
    </message>
    <message>
        <location filename="../src/models/options/strategytext.cpp" line="69"/>
        <source>Risk reversal</source>
        <translation>Risk Reversal</translation>
    </message>
    <message>
        <location filename="../src/models/options/strategytext.cpp" line="69"/>
        <source>Risk reversal, sold</source>
        <translation>Risk Reversal, verkauft</translation>
    </message>
    <message>
        <location filename="../src/models/options/strategytext.cpp" line="71"/>
        <source>Call butterfly</source>
        <translation>Call-Butterfly</translation>
    </message>
    <message>
        <location filename="../src/models/options/strategytext.cpp" line="71"/>
        <source>Call butterfly, sold</source>
        <translation>Call-Butterfly, verkauft</translation>
    </message>
    <message>
        <location filename="../src/models/options/strategytext.cpp" line="73"/>
        <source>Put butterfly</source>
        <translation>Put-Butterfly</translation>
    </message>
    <message>
        <location filename="../src/models/options/strategytext.cpp" line="73"/>
        <source>Put butterfly, sold</source>
        <translation>Put-Butterfly, verkauft</translation>
    </message>
    <message>
        <location filename="../src/models/options/strategytext.cpp" line="75"/>
        <source>Iron butterfly, bought</source>
        <translation>Iron Butterfly, gekauft</translation>
    </message>
    <message>
        <location filename="../src/models/options/strategytext.cpp" line="75"/>
        <source>Iron butterfly</source>
        <translation>Iron Butterfly</translation>
    </message>
    <message>
        <location filename="../src/models/options/strategytext.cpp" line="77"/>
        <source>Call condor</source>
        <translation>Call-Condor</translation>
    </message>
    <message>
        <location filename="../src/models/options/strategytext.cpp" line="77"/>
        <source>Call condor, sold</source>
        <translation>Call-Condor, verkauft</translation>
    </message>
    <message>
        <location filename="../src/models/options/strategytext.cpp" line="79"/>
        <source>Put condor</source>
        <translation>Put-Condor</translation>
    </message>
    <message>
        <location filename="../src/models/options/strategytext.cpp" line="79"/>
        <source>Put condor, sold</source>
        <translation>Put-Condor, verkauft</translation>
    </message>
    <message>
        <location filename="../src/models/options/strategytext.cpp" line="81"/>
        <source>Iron condor, bought</source>
        <translation>Iron Condor, gekauft</translation>
    </message>
    <message>
        <location filename="../src/models/options/strategytext.cpp" line="81"/>
        <source>Iron condor</source>
        <translation>Iron Condor</translation>
    </message>
    <message>
        <location filename="../src/models/options/strategytext.cpp" line="83"/>
        <source>Call calendar</source>
        <translation>Call-Calendar</translation>
    </message>
    <message>
        <location filename="../src/models/options/strategytext.cpp" line="83"/>
        <source>Call calendar, sold</source>
        <translation>Call-Calendar, verkauft</translation>
    </message>
    <message>
        <location filename="../src/models/options/strategytext.cpp" line="85"/>
        <source>Put calendar</source>
        <translation>Put-Calendar</translation>
    </message>
    <message>
        <location filename="../src/models/options/strategytext.cpp" line="85"/>
        <source>Put calendar, sold</source>
        <translation>Put-Calendar, verkauft</translation>
    </message>
    <message>
        <location filename="../src/models/options/strategytext.cpp" line="87"/>
        <source>Call diagonal</source>
        <translation>Call-Diagonal</translation>
    </message>
    <message>
        <location filename="../src/models/options/strategytext.cpp" line="87"/>
        <source>Call diagonal, sold</source>
        <translation>Call-Diagonal, verkauft</translation>
    </message>
    <message>
        <location filename="../src/models/options/strategytext.cpp" line="89"/>
        <source>Put diagonal</source>
        <translation>Put-Diagonal</translation>
    </message>
    <message>
        <location filename="../src/models/options/strategytext.cpp" line="89"/>
        <source>Put diagonal, sold</source>
        <translation>Put-Diagonal, verkauft</translation>
    </message>
    <message>
        <location filename="../src/models/options/strategytext.cpp" line="91"/>
        <source>Call ratio spread</source>
        <translation>Call-Ratio-Spread</translation>
    </message>
    <message>
        <location filename="../src/models/options/strategytext.cpp" line="91"/>
        <source>Call backspread</source>
        <translation>Call-Backspread</translation>
    </message>
    <message>
        <location filename="../src/models/options/strategytext.cpp" line="93"/>
        <source>Put ratio spread</source>
        <translation>Put-Ratio-Spread</translation>
    </message>
    <message>
        <location filename="../src/models/options/strategytext.cpp" line="93"/>
        <source>Put backspread</source>
        <translation>Put-Backspread</translation>
    </message>
    <message>
        <location filename="../src/models/options/strategytext.cpp" line="114"/>
        <source>the strike nearest to the forward price</source>
        <translation>der Strike, der dem Terminkurs am nächsten liegt</translation>
    </message>
    <message>
        <location filename="../src/models/options/strategytext.cpp" line="116"/>
        <source>delta %1, nearest to %2</source>
        <translation>Delta %1, am nächsten an %2</translation>
    </message>
    <message>
        <location filename="../src/models/options/strategytext.cpp" line="119"/>
        <source>%1 expected moves away, at least %2 wanted</source>
        <translation>%1 erwartete Bewegungen entfernt, mindestens %2 gewünscht</translation>
    </message>
    <message>
        <location filename="../src/models/options/strategytext.cpp" line="122"/>
        <source>as far away on the other side</source>
        <translation>auf der anderen Seite ebenso weit</translation>
    </message>
    <message>
        <location filename="../src/models/options/strategytext.cpp" line="124"/>
        <source>the same strike</source>
        <translation>derselbe Strike</translation>
    </message>
    <message>
        <location filename="../src/models/options/strategytext.cpp" line="134"/>
        <source>contracts without a quote</source>
        <translation>Kontrakte ohne Quote</translation>
    </message>
    <message>
        <location filename="../src/models/options/strategytext.cpp" line="136"/>
        <source>contracts for their spread</source>
        <translation>Kontrakte wegen ihrer Spanne</translation>
    </message>
    <message>
        <location filename="../src/models/options/strategytext.cpp" line="138"/>
        <source>contracts for their open interest</source>
        <translation>Kontrakte wegen ihres Open Interest</translation>
    </message>
    <message>
        <location filename="../src/models/options/strategytext.cpp" line="140"/>
        <source>for delta</source>
        <translation>wegen Delta</translation>
    </message>
    <message>
        <location filename="../src/models/options/strategytext.cpp" line="142"/>
        <source>for the side of volatility</source>
        <translation>wegen der Seite der Volatilität</translation>
    </message>
    <message>
        <location filename="../src/models/options/strategytext.cpp" line="144"/>
        <source>for reward against risk</source>
        <translation>wegen Ertrag gegen Risiko</translation>
    </message>
    <message>
        <location filename="../src/models/options/strategytext.cpp" line="146"/>
        <source>for probability</source>
        <translation>wegen der Wahrscheinlichkeit</translation>
    </message>
    <message>
        <location filename="../src/models/options/strategytext.cpp" line="148"/>
        <source>not looked at any more</source>
        <translation>nicht mehr angesehen</translation>
    </message>
    <message>
        <location filename="../src/models/options/strategytext.cpp" line="184"/>
        <source>%1 %2 of the underlying</source>
        <extracomment>&quot;Buy&quot;, a number</extracomment>
        <translation>%1 %2 vom Basiswert</translation>
    </message>
    <message>
        <location filename="../src/models/options/strategytext.cpp" line="190"/>
        <source>No volatility of this expiration is known: deltas are those of %1.</source>
        <translation>Von diesem Verfallstag ist keine Volatilität bekannt: Deltas sind die bei %1.</translation>
    </message>
    <message>
        <location filename="../src/models/options/strategytext.cpp" line="198"/>
        <source>The chain has no contracts that fit this template. Choose another expiration, or wait until the chain is here.</source>
        <translation>Die Kette hat keine Kontrakte für diese Vorlage. Einen anderen Verfallstag wählen, oder warten, bis die Kette da ist.</translation>
    </message>
    <message>
        <location filename="../src/models/options/strategytext.cpp" line="200"/>
        <source>There is no such template.</source>
        <translation>Eine solche Vorlage gibt es nicht.</translation>
    </message>
    <message>
        <location filename="../src/models/options/strategytext.cpp" line="210"/>
        <source>%1 is not in the chain.</source>
        <translation>%1 ist nicht in der Kette.</translation>
    </message>
    <message>
        <location filename="../src/models/options/strategytext.cpp" line="212"/>
        <source>%1 has no quote on both sides: type a price for it.</source>
        <translation>%1 hat keinen zweiseitigen Quote: einen Preis tippen.</translation>
    </message>
    <message>
        <location filename="../src/models/options/strategytext.cpp" line="214"/>
        <source>%1 has ended: take it out.</source>
        <translation>%1 ist beendet: herausnehmen.</translation>
    </message>
    <message numerus="yes">
        <location filename="../src/models/options/strategytext.cpp" line="222"/>
        <source>This goes as %n order(s): shares by themselves and first, then the options, those that are bought before the others.</source>
        <translation>
            <numerusform>Das geht als %n Order: zuerst die Aktien für sich, dann die Optionen, die gekauften vor den anderen.</numerusform>
            <numerusform>Das geht als %n Orders: zuerst die Aktien für sich, dann die Optionen, die gekauften vor den anderen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../src/models/options/strategytext.cpp" line="226"/>
        <source>This is more than one package takes: it goes as %n order(s), those that are bought first.</source>
        <translation>
            <numerusform>Das ist mehr, als ein Paket fasst: Es geht als %n Order, die gekauften zuerst.</numerusform>
            <numerusform>Das ist mehr, als ein Paket fasst: Es geht als %n Orders, die gekauften zuerst.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../src/models/options/strategytext.cpp" line="230"/>
        <source>A package has whole shares, up to 1,000 a contract: these go as an order of their own, before the options. One may fill without the other.</source>
        <translation>Ein Paket hat ganze Aktien, bis zu 1.000 je Kontrakt: Diese gehen als eigene Order, vor den Optionen. Die eine kann ohne die andere ausgeführt werden.</translation>
    </message>
    <message>
        <location filename="../src/models/options/strategytext.cpp" line="239"/>
        <source>Any view</source>
        <translation>Jede Sicht</translation>
    </message>
    <message>
        <location filename="../src/models/options/strategytext.cpp" line="241"/>
        <source>Rising</source>
        <translation>Steigend</translation>
    </message>
    <message>
        <location filename="../src/models/options/strategytext.cpp" line="243"/>
        <source>Falling</source>
        <translation>Fallend</translation>
    </message>
    <message>
        <location filename="../src/models/options/strategytext.cpp" line="245"/>
        <source>Calm</source>
        <translation>Ruhig</translation>
    </message>
    <message>
        <location filename="../src/models/options/strategytext.cpp" line="247"/>
        <source>Moving, either way</source>
        <translation>Bewegt, gleich wohin</translation>
    </message>
    <message>
        <location filename="../src/models/options/strategytext.cpp" line="258"/>
        <source>%1 %2</source>
        <extracomment>A number, and a reason as &quot;for delta&quot;</extracomment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <location filename="../src/models/options/strategytext.cpp" line="260"/>
        <source>%1 combinations reckoned, %2 keep to the rules.</source>
        <translation>%1 Verbindungen gerechnet, %2 halten sich an die Regeln.</translation>
    </message>
    <message>
        <location filename="../src/models/options/strategytext.cpp" line="263"/>
        <source>Left out: %1.</source>
        <translation>Ausgelassen: %1.</translation>
    </message>
    <message>
        <location filename="../src/models/options/strategytext.cpp" line="285"/>
        <source>Delta %1 lies within %2 to %3.</source>
        <translation>Delta %1 liegt zwischen %2 und %3.</translation>
    </message>
    <message>
        <location filename="../src/models/options/strategytext.cpp" line="288"/>
        <source>Reward against risk is %1 to 1, at least %2 to 1 is asked for.</source>
        <translation>Ertrag gegen Risiko ist %1 zu 1, verlangt ist mindestens %2 zu 1.</translation>
    </message>
    <message>
        <location filename="../src/models/options/strategytext.cpp" line="291"/>
        <source>The widest spread is %1, at most %2.</source>
        <translation>Die weiteste Spanne ist %1, höchstens %2.</translation>
    </message>
    <message>
        <location filename="../src/models/options/strategytext.cpp" line="293"/>
        <source>The least open interest is %1, at least %2.</source>
        <translation>Das kleinste Open Interest ist %1, mindestens %2.</translation>
    </message>
    <message>
        <location filename="../src/models/options/strategytext.cpp" line="298"/>
        <source>The rank of volatility is not known: debits and credits are both taken.</source>
        <translation>Der Rang der Volatilität ist nicht bekannt: Debits und Credits gelten beide.</translation>
    </message>
    <message>
        <location filename="../src/models/options/strategytext.cpp" line="302"/>
        <source>A debit: volatility ranks at %1, below %2.</source>
        <translation>Ein Debit: Der Rang der Volatilität ist %1, unter %2.</translation>
    </message>
    <message>
        <location filename="../src/models/options/strategytext.cpp" line="303"/>
        <source>A credit: volatility ranks at %1, above %2.</source>
        <translation>Ein Credit: Der Rang der Volatilität ist %1, über %2.</translation>
    </message>
</context>
<context>
    <name>tapeline::StreamWords</name>
    <message>
        <location filename="../ui/status/streamtext.cpp" line="22"/>
        <source>No stream</source>
        <translation>Kein Datenstrom</translation>
    </message>
    <message>
        <location filename="../ui/status/streamtext.cpp" line="24"/>
        <source>Connecting</source>
        <translation>Verbindet</translation>
    </message>
    <message>
        <location filename="../ui/status/streamtext.cpp" line="24"/>
        <source>The connection is being made.</source>
        <translation>Die Verbindung wird aufgebaut.</translation>
    </message>
    <message>
        <location filename="../ui/status/streamtext.cpp" line="26"/>
        <source>Signing in</source>
        <translation>Meldet sich an</translation>
    </message>
    <message>
        <location filename="../ui/status/streamtext.cpp" line="26"/>
        <source>The service is looking at the key.</source>
        <translation>Der Dienst prüft den Schlüssel.</translation>
    </message>
    <message>
        <location filename="../ui/status/streamtext.cpp" line="31"/>
        <source>Stream is silent</source>
        <translation>Datenstrom schweigt</translation>
    </message>
    <message>
        <location filename="../ui/status/streamtext.cpp" line="32"/>
        <source>No byte has come for three seconds. Prices may no longer hold.</source>
        <translation>Seit drei Sekunden kam kein Byte. Kurse gelten vielleicht nicht mehr.</translation>
    </message>
    <message>
        <location filename="../ui/status/streamtext.cpp" line="35"/>
        <source>The connection was lost. It is tried again.</source>
        <translation>Die Verbindung ging verloren. Sie wird neu versucht.</translation>
    </message>
    <message>
        <location filename="../ui/status/streamtext.cpp" line="39"/>
        <source>No recording</source>
        <translation>Keine Aufzeichnung</translation>
    </message>
    <message>
        <location filename="../ui/status/streamtext.cpp" line="39"/>
        <source>The file cannot be played.</source>
        <translation>Die Datei kann nicht abgespielt werden.</translation>
    </message>
    <message>
        <location filename="../ui/status/streamtext.cpp" line="41"/>
        <source>Stream refused</source>
        <translation>Datenstrom abgelehnt</translation>
    </message>
    <message>
        <location filename="../ui/status/streamtext.cpp" line="42"/>
        <source>The service refused key or plan. It is not tried again until they change.</source>
        <translation>Der Dienst lehnt Schlüssel oder Tarif ab. Ein neuer Versuch folgt erst, wenn sie sich ändern.</translation>
    </message>
    <message>
        <location filename="../ui/status/streamtext.cpp" line="47"/>
        <source>Your plan allows one connection, and another program took it.</source>
        <translation>Der Tarif erlaubt eine Verbindung, und ein anderes Programm hat sie übernommen.</translation>
    </message>
    <message>
        <location filename="../ui/status/streamtext.cpp" line="57"/>
        <source>%1 has no stream: prices are those of completed sessions.</source>
        <translation>%1 hat keinen Datenstrom: Die Kurse sind die abgeschlossener Handelstage.</translation>
    </message>
    <message>
        <location filename="../ui/status/streamtext.cpp" line="59"/>
        <source>Nothing is streamed.</source>
        <translation>Es wird nichts übertragen.</translation>
    </message>
    <message>
        <location filename="../ui/status/streamtext.cpp" line="66"/>
        <source>Catching up %1</source>
        <extracomment>The market is faster than the computer; %1 is how late data is, such as &quot;8 s&quot;</extracomment>
        <translation>Holt %1 auf</translation>
    </message>
    <message>
        <location filename="../ui/status/streamtext.cpp" line="67"/>
        <source>The market is faster than this computer: data had to wait.</source>
        <translation>Der Markt ist schneller als dieser Rechner: Daten mussten warten.</translation>
    </message>
    <message>
        <location filename="../ui/status/streamtext.cpp" line="72"/>
        <source>Stream</source>
        <extracomment>State of the stream and its delay, such as &quot;Stream 12 ms&quot;</extracomment>
        <translation>Datenstrom</translation>
    </message>
    <message>
        <location filename="../ui/status/streamtext.cpp" line="72"/>
        <source>Stream %1</source>
        <translation>Datenstrom %1</translation>
    </message>
    <message>
        <location filename="../ui/status/streamtext.cpp" line="73"/>
        <source>The stream is live. The number tells how long prices take to get here.</source>
        <translation>Der Datenstrom läuft. Die Zahl sagt, wie lange Kurse hierher brauchen.</translation>
    </message>
    <message>
        <location filename="../ui/status/streamtext.cpp" line="87"/>
        <source>Reconnecting</source>
        <translation>Verbindet neu</translation>
    </message>
    <message>
        <location filename="../ui/status/streamtext.cpp" line="89"/>
        <source>Reconnecting in %1</source>
        <extracomment>%1 is a time left, such as &quot;12 s&quot;</extracomment>
        <translation>Verbindet neu in %1</translation>
    </message>
    <message>
        <location filename="../ui/status/streamtext.cpp" line="95"/>
        <source>Taken by another program</source>
        <translation>Von anderem Programm übernommen</translation>
    </message>
    <message>
        <location filename="../ui/status/streamtext.cpp" line="97"/>
        <source>Taken by another program, retry in %1</source>
        <extracomment>The stream was taken; %1 is the time until the next attempt, such as &quot;12 s&quot;</extracomment>
        <translation>Von anderem Programm übernommen, neuer Versuch in %1</translation>
    </message>
    <message>
        <location filename="../ui/status/streamtext.cpp" line="108"/>
        <source>%1 Reason: %2</source>
        <extracomment>%1 are sentences about the stream, %2 is why, as the service or the system says it</extracomment>
        <translation>%1 Grund: %2</translation>
    </message>
    <message>
        <location filename="../ui/status/streamtext.cpp" line="115"/>
        <source>%1 µs</source>
        <translation>%1 µs</translation>
    </message>
    <message>
        <location filename="../ui/status/streamtext.cpp" line="117"/>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <location filename="../ui/status/streamtext.cpp" line="118"/>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <location filename="../ui/status/streamtext.cpp" line="125"/>
        <source>REST %1/%2 this min</source>
        <translation>REST %1/%2 je min</translation>
    </message>
    <message>
        <location filename="../ui/status/streamtext.cpp" line="126"/>
        <source>REST %1 this min</source>
        <translation>REST %1 je min</translation>
    </message>
    <message>
        <location filename="../ui/status/streamtext.cpp" line="130"/>
        <source>%1, %2 waiting</source>
        <extracomment>%1 is such as &quot;REST 3/5 this min&quot;, %2 how many requests wait</extracomment>
        <translation>%1, %2 warten</translation>
    </message>
</context>
<context>
    <name>tapeline::StrikePlot</name>
    <message>
        <location filename="../ui/options/strikeplot.cpp" line="106"/>
        <source>Strike</source>
        <translation>Strike</translation>
    </message>
    <message>
        <location filename="../ui/options/strikeplot.cpp" line="109"/>
        <source>Gamma exposure per 1 %, in dollars</source>
        <translation>Gamma-Exposure je 1 %, in Dollar</translation>
    </message>
    <message>
        <location filename="../ui/options/strikeplot.cpp" line="110"/>
        <source>Contracts open</source>
        <translation>Offene Kontrakte</translation>
    </message>
    <message>
        <location filename="../ui/options/strikeplot.cpp" line="111"/>
        <source>Contracts traded today</source>
        <translation>Heute gehandelte Kontrakte</translation>
    </message>
    <message>
        <location filename="../ui/options/strikeplot.cpp" line="158"/>
        <source>%1 now</source>
        <translation>%1 jetzt</translation>
    </message>
    <message>
        <location filename="../ui/options/strikeplot.cpp" line="161"/>
        <source>Max pain %1</source>
        <translation>Max Pain %1</translation>
    </message>
    <message>
        <location filename="../ui/options/strikeplot.cpp" line="174"/>
        <source>Strike %1</source>
        <translation>Strike %1</translation>
    </message>
    <message>
        <location filename="../ui/options/strikeplot.cpp" line="176"/>
        <source>Calls %1</source>
        <translation>Calls %1</translation>
    </message>
    <message>
        <location filename="../ui/options/strikeplot.cpp" line="177"/>
        <source>Puts %1</source>
        <translation>Puts %1</translation>
    </message>
    <message>
        <location filename="../ui/options/strikeplot.cpp" line="178"/>
        <source>Net %1</source>
        <translation>Netto %1</translation>
    </message>
    <message>
        <location filename="../ui/options/strikeplot.cpp" line="181"/>
        <source>Open: %1 calls, %2 puts</source>
        <translation>Offen: %1 Calls, %2 Puts</translation>
    </message>
    <message>
        <location filename="../ui/options/strikeplot.cpp" line="184"/>
        <source>Traded today: %1 calls, %2 puts</source>
        <translation>Heute gehandelt: %1 Calls, %2 Puts</translation>
    </message>
    <message>
        <location filename="../ui/options/strikeplot.cpp" line="193"/>
        <source>Calls (up)</source>
        <translation>Calls (oben)</translation>
    </message>
    <message>
        <location filename="../ui/options/strikeplot.cpp" line="194"/>
        <source>Puts (down)</source>
        <translation>Puts (unten)</translation>
    </message>
    <message>
        <location filename="../ui/options/strikeplot.cpp" line="197"/>
        <source>Net</source>
        <translation>Netto</translation>
    </message>
</context>
<context>
    <name>tapeline::StudyInput</name>
    <message>
        <location filename="../ui/chart/studies/studyinput.cpp" line="174"/>
        <source>Settings of %1…</source>
        <extracomment>Menu of an indicator on a chart; %1 is &quot;EMA 20 Close&quot;</extracomment>
        <translation>Einstellungen von %1 …</translation>
    </message>
    <message>
        <location filename="../ui/chart/studies/studyinput.cpp" line="177"/>
        <source>Show %1</source>
        <translation>%1 einblenden</translation>
    </message>
    <message>
        <location filename="../ui/chart/studies/studyinput.cpp" line="177"/>
        <source>Hide %1</source>
        <translation>%1 ausblenden</translation>
    </message>
    <message>
        <location filename="../ui/chart/studies/studyinput.cpp" line="180"/>
        <source>Duplicate %1</source>
        <translation>%1 duplizieren</translation>
    </message>
    <message>
        <location filename="../ui/chart/studies/studyinput.cpp" line="183"/>
        <source>Remove %1</source>
        <translation>%1 entfernen</translation>
    </message>
    <message>
        <location filename="../ui/chart/studies/studyinput.cpp" line="187"/>
        <source>Move to the prices</source>
        <translation>Zu den Kursen</translation>
    </message>
    <message>
        <location filename="../ui/chart/studies/studyinput.cpp" line="190"/>
        <source>Move to a pane of its own</source>
        <translation>In einen eigenen Bereich</translation>
    </message>
    <message>
        <location filename="../ui/chart/studies/studyinput.cpp" line="194"/>
        <source>Move to the pane above</source>
        <translation>In den Bereich darüber</translation>
    </message>
    <message>
        <location filename="../ui/chart/studies/studyinput.cpp" line="198"/>
        <source>Move to the pane below</source>
        <translation>In den Bereich darunter</translation>
    </message>
    <message>
        <location filename="../ui/chart/studies/studyinput.cpp" line="208"/>
        <source>Move this pane up</source>
        <translation>Diesen Bereich nach oben</translation>
    </message>
    <message>
        <location filename="../ui/chart/studies/studyinput.cpp" line="212"/>
        <source>Move this pane down</source>
        <translation>Diesen Bereich nach unten</translation>
    </message>
    <message>
        <location filename="../ui/chart/studies/studyinput.cpp" line="215"/>
        <source>All panes as before</source>
        <translation>Alle Bereiche wie zuvor</translation>
    </message>
    <message>
        <location filename="../ui/chart/studies/studyinput.cpp" line="216"/>
        <source>Maximise this pane</source>
        <translation>Diesen Bereich maximieren</translation>
    </message>
    <message>
        <location filename="../ui/chart/studies/studyinput.cpp" line="219"/>
        <source>Close this pane</source>
        <translation>Diesen Bereich schließen</translation>
    </message>
</context>
<context>
    <name>tapeline::StudyLegend</name>
    <message>
        <location filename="../ui/chart/studies/studylegend.cpp" line="231"/>
        <source>Show</source>
        <translation>Einblenden</translation>
    </message>
    <message>
        <location filename="../ui/chart/studies/studylegend.cpp" line="231"/>
        <source>Hide</source>
        <translation>Ausblenden</translation>
    </message>
    <message>
        <location filename="../ui/chart/studies/studylegend.cpp" line="233"/>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <location filename="../ui/chart/studies/studylegend.cpp" line="235"/>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <location filename="../ui/chart/studies/studylegend.cpp" line="237"/>
        <source>Move this pane up</source>
        <translation>Diesen Bereich nach oben</translation>
    </message>
    <message>
        <location filename="../ui/chart/studies/studylegend.cpp" line="239"/>
        <source>Move this pane down</source>
        <translation>Diesen Bereich nach unten</translation>
    </message>
    <message>
        <location filename="../ui/chart/studies/studylegend.cpp" line="241"/>
        <source>All panes as before</source>
        <translation>Alle Bereiche wie zuvor</translation>
    </message>
    <message>
        <location filename="../ui/chart/studies/studylegend.cpp" line="241"/>
        <source>Maximise this pane</source>
        <translation>Diesen Bereich maximieren</translation>
    </message>
    <message>
        <location filename="../ui/chart/studies/studylegend.cpp" line="243"/>
        <source>Close this pane</source>
        <translation>Diesen Bereich schließen</translation>
    </message>
    <message>
        <location filename="../ui/chart/studies/studylegend.cpp" line="245"/>
        <source>Show the names of the indicators</source>
        <translation>Namen der Indikatoren zeigen</translation>
    </message>
    <message>
        <location filename="../ui/chart/studies/studylegend.cpp" line="246"/>
        <source>Fold the names of the indicators away</source>
        <translation>Namen der Indikatoren einklappen</translation>
    </message>
</context>
<context>
    <name>tapeline::SurfacePlot</name>
    <message>
        <location filename="../ui/options/surfaceplot.cpp" line="38"/>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <location filename="../ui/options/surfaceplot.cpp" line="41"/>
        <source>at the money</source>
        <translation>am Geld</translation>
    </message>
    <message>
        <location filename="../ui/options/surfaceplot.cpp" line="43"/>
        <source>%1 put</source>
        <extracomment>The delta of a put or call in hundredths</extracomment>
        <translation>%1 Put</translation>
    </message>
    <message>
        <location filename="../ui/options/surfaceplot.cpp" line="43"/>
        <source>%1 call</source>
        <translation>%1 Call</translation>
    </message>
    <message>
        <location filename="../ui/options/surfaceplot.cpp" line="97"/>
        <source>Implied volatility in percent, by expiration</source>
        <translation>Implizite Volatilität in Prozent, je Verfallstag</translation>
    </message>
    <message>
        <location filename="../ui/options/surfaceplot.cpp" line="204"/>
        <source>%1: no quotes so far out</source>
        <translation>%1: so weit außen keine Quotes</translation>
    </message>
    <message>
        <location filename="../ui/options/surfaceplot.cpp" line="207"/>
        <source>%1: strike %2</source>
        <translation>%1: Strike %2</translation>
    </message>
    <message>
        <location filename="../ui/options/surfaceplot.cpp" line="208"/>
        <source>Volatility %1</source>
        <translation>Volatilität %1</translation>
    </message>
</context>
<context>
    <name>tapeline::SymbolBox</name>
    <message>
        <location filename="../ui/frame/symbolbox.cpp" line="124"/>
        <location filename="../ui/frame/symbolbox.cpp" line="125"/>
        <source>Symbol</source>
        <translation>Symbol</translation>
    </message>
    <message>
        <location filename="../ui/frame/symbolbox.cpp" line="126"/>
        <source>Type a symbol or a name, then press Enter.</source>
        <translation>Symbol oder Namen tippen, dann Eingabetaste.</translation>
    </message>
</context>
<context>
    <name>tapeline::TapeBar</name>
    <message>
        <location filename="../ui/tape/tapebar.cpp" line="65"/>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <location filename="../ui/tape/tapebar.cpp" line="66"/>
        <source>Choose which prints are shown</source>
        <translation>Wählen, welche Umsätze zu sehen sind</translation>
    </message>
    <message>
        <location filename="../ui/tape/tapebar.cpp" line="67"/>
        <source>Filter…</source>
        <translation>Filter …</translation>
    </message>
    <message>
        <location filename="../ui/tape/tapebar.cpp" line="68"/>
        <source>Group sweeps: prints of one side within 50 ms at several prices or venues in one row</source>
        <translation>Sweeps zusammenfassen: Umsätze einer Seite binnen 50 ms zu mehreren Kursen oder an mehreren Plätzen in einer Zeile</translation>
    </message>
    <message>
        <location filename="../ui/tape/tapebar.cpp" line="70"/>
        <source>Group sweeps</source>
        <translation>Sweeps zusammenfassen</translation>
    </message>
    <message>
        <location filename="../ui/tape/tapebar.cpp" line="71"/>
        <source>Sound when a large print comes</source>
        <translation>Ton, wenn ein großer Umsatz kommt</translation>
    </message>
    <message>
        <location filename="../ui/tape/tapebar.cpp" line="72"/>
        <source>Sound on large prints</source>
        <translation>Ton bei großen Umsätzen</translation>
    </message>
</context>
<context>
    <name>tapeline::TapeChips</name>
    <message>
        <location filename="../ui/tape/tapechips.cpp" line="51"/>
        <source>%1 of prints shown</source>
        <translation>%1 der Umsätze zu sehen</translation>
    </message>
    <message>
        <location filename="../ui/tape/tapechips.cpp" line="84"/>
        <source>Take this filter away</source>
        <translation>Diesen Filter wegnehmen</translation>
    </message>
    <message>
        <location filename="../ui/tape/tapechips.cpp" line="85"/>
        <source>Take the filter away: %1</source>
        <translation>Filter wegnehmen: %1</translation>
    </message>
</context>
<context>
    <name>tapeline::TapeFilterForm</name>
    <message>
        <location filename="../ui/tape/tapefilterform.cpp" line="203"/>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <location filename="../ui/tape/tapefilterform.cpp" line="204"/>
        <source>Smallest size in shares</source>
        <translation>Kleinste Größe in Stück</translation>
    </message>
    <message>
        <location filename="../ui/tape/tapefilterform.cpp" line="205"/>
        <source>Largest size in shares</source>
        <translation>Größte Größe in Stück</translation>
    </message>
    <message>
        <location filename="../ui/tape/tapefilterform.cpp" line="207"/>
        <location filename="../ui/tape/tapefilterform.cpp" line="208"/>
        <source>any</source>
        <extracomment>A limit of size that is not set</extracomment>
        <translation>beliebig</translation>
    </message>
    <message>
        <location filename="../ui/tape/tapefilterform.cpp" line="210"/>
        <source>to</source>
        <extracomment>Between two sizes: &quot;100 to 500&quot;</extracomment>
        <translation>bis</translation>
    </message>
    <message>
        <location filename="../ui/tape/tapefilterform.cpp" line="211"/>
        <source>Sides</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <location filename="../ui/tape/tapefilterform.cpp" line="212"/>
        <source>Buys</source>
        <translation>Käufe</translation>
    </message>
    <message>
        <location filename="../ui/tape/tapefilterform.cpp" line="213"/>
        <source>Sells</source>
        <translation>Verkäufe</translation>
    </message>
    <message>
        <location filename="../ui/tape/tapefilterform.cpp" line="214"/>
        <source>Between, unknown</source>
        <translation>Dazwischen, unbekannt</translation>
    </message>
    <message>
        <location filename="../ui/tape/tapefilterform.cpp" line="215"/>
        <location filename="../ui/tape/tapefilterform.cpp" line="222"/>
        <source>Off exchange</source>
        <translation>Außerbörslich</translation>
    </message>
    <message>
        <location filename="../ui/tape/tapefilterform.cpp" line="216"/>
        <location filename="../ui/tape/tapefilterform.cpp" line="223"/>
        <source>Odd lots</source>
        <translation>Odd Lots</translation>
    </message>
    <message>
        <location filename="../ui/tape/tapefilterform.cpp" line="218"/>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <location filename="../ui/tape/tapefilterform.cpp" line="219"/>
        <source>Hide</source>
        <translation>Verbergen</translation>
    </message>
    <message>
        <location filename="../ui/tape/tapefilterform.cpp" line="220"/>
        <source>Only these</source>
        <translation>Nur diese</translation>
    </message>
    <message>
        <location filename="../ui/tape/tapefilterform.cpp" line="233"/>
        <location filename="../ui/tape/tapefilterform.cpp" line="234"/>
        <source>Only these venues</source>
        <translation>Nur diese Plätze</translation>
    </message>
    <message>
        <location filename="../ui/tape/tapefilterform.cpp" line="235"/>
        <source>Hide these conditions</source>
        <translation>Diese Bedingungen verbergen</translation>
    </message>
    <message>
        <location filename="../ui/tape/tapefilterform.cpp" line="236"/>
        <source>Only these conditions</source>
        <translation>Nur diese Bedingungen</translation>
    </message>
    <message>
        <location filename="../ui/tape/tapefilterform.cpp" line="237"/>
        <source>What the conditions chosen do</source>
        <translation>Was die gewählten Bedingungen bewirken</translation>
    </message>
    <message>
        <location filename="../ui/tape/tapefilterform.cpp" line="238"/>
        <source>Conditions</source>
        <translation>Bedingungen</translation>
    </message>
    <message>
        <location filename="../ui/tape/tapefilterform.cpp" line="225"/>
        <source>Show all prints</source>
        <translation>Alle Umsätze zeigen</translation>
    </message>
    <message>
        <location filename="../ui/tape/tapefilterform.cpp" line="226"/>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <location filename="../ui/tape/tapefilterform.cpp" line="227"/>
        <source>Filter of time and sales</source>
        <translation>Filter für Time &amp; Sales</translation>
    </message>
</context>
<context>
    <name>tapeline::TapeFilterText</name>
    <message>
        <location filename="../ui/tape/tapefiltertext.cpp" line="54"/>
        <source>From %1 shares</source>
        <translation>Ab %1 Stück</translation>
    </message>
    <message>
        <location filename="../ui/tape/tapefiltertext.cpp" line="56"/>
        <source>Up to %1 shares</source>
        <translation>Bis %1 Stück</translation>
    </message>
    <message>
        <location filename="../ui/tape/tapefiltertext.cpp" line="58"/>
        <source>%1 to %2 shares</source>
        <extracomment>A range of sizes</extracomment>
        <translation>%1 bis %2 Stück</translation>
    </message>
    <message>
        <location filename="../ui/tape/tapefiltertext.cpp" line="65"/>
        <source>buys</source>
        <translation>Käufe</translation>
    </message>
    <message>
        <location filename="../ui/tape/tapefiltertext.cpp" line="67"/>
        <source>sells</source>
        <translation>Verkäufe</translation>
    </message>
    <message>
        <location filename="../ui/tape/tapefiltertext.cpp" line="70"/>
        <source>in between</source>
        <extracomment>Prints between bid and ask, or of unknown side</extracomment>
        <translation>dazwischen</translation>
    </message>
    <message>
        <location filename="../ui/tape/tapefiltertext.cpp" line="72"/>
        <source>No side</source>
        <translation>Keine Seite</translation>
    </message>
    <message>
        <location filename="../ui/tape/tapefiltertext.cpp" line="74"/>
        <location filename="../ui/tape/tapefiltertext.cpp" line="87"/>
        <location filename="../ui/tape/tapefiltertext.cpp" line="99"/>
        <source>Only %1</source>
        <extracomment>Which sides pass; %1 is &quot;buys&quot;, or &quot;buys, sells&quot;</extracomment>
        <translation>Nur %1</translation>
    </message>
    <message>
        <location filename="../ui/tape/tapefiltertext.cpp" line="84"/>
        <location filename="../ui/tape/tapefiltertext.cpp" line="102"/>
        <source>Not %1</source>
        <translation>Nicht %1</translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/tape/tapefiltertext.cpp" line="89"/>
        <source>Only %n venue(s)</source>
        <translation>
            <numerusform>Nur %n Platz</numerusform>
            <numerusform>Nur %n Plätze</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/tape/tapefiltertext.cpp" line="100"/>
        <source>Only %n condition(s)</source>
        <translation>
            <numerusform>Nur %n Bedingung</numerusform>
            <numerusform>Nur %n Bedingungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/tape/tapefiltertext.cpp" line="103"/>
        <source>Not %n condition(s)</source>
        <translation>
            <numerusform>Ohne %n Bedingung</numerusform>
            <numerusform>Ohne %n Bedingungen</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../ui/tape/tapefiltertext.cpp" line="123"/>
        <source>Only off exchange</source>
        <translation>Nur außerbörslich</translation>
    </message>
    <message>
        <location filename="../ui/tape/tapefiltertext.cpp" line="124"/>
        <source>Not off exchange</source>
        <translation>Nicht außerbörslich</translation>
    </message>
    <message>
        <location filename="../ui/tape/tapefiltertext.cpp" line="127"/>
        <source>Only odd lots</source>
        <translation>Nur Odd Lots</translation>
    </message>
    <message>
        <location filename="../ui/tape/tapefiltertext.cpp" line="128"/>
        <source>No odd lots</source>
        <translation>Keine Odd Lots</translation>
    </message>
    <message>
        <location filename="../ui/tape/tapefiltertext.cpp" line="181"/>
        <source>%1%</source>
        <extracomment>A share in percent</extracomment>
        <translation>%1 %</translation>
    </message>
</context>
<context>
    <name>tapeline::TapeMeter</name>
    <message>
        <location filename="../ui/tape/tapemeter.cpp" line="74"/>
        <source>%1/s</source>
        <translation>%1/s</translation>
    </message>
    <message>
        <location filename="../ui/tape/tapemeter.cpp" line="76"/>
        <source>%1 %2/s</source>
        <extracomment>Speed of the tape, as short as can be: %1 of %2 (shares or contracts) a second</extracomment>
        <translation>%1 %2/s</translation>
    </message>
    <message>
        <location filename="../ui/tape/tapemeter.cpp" line="79"/>
        <source>%1/s · %2</source>
        <extracomment>Speed of the tape, as short as can be: %1 prints a second, %2 is &quot;1,200 sh/s&quot;</extracomment>
        <translation>%1/s · %2</translation>
    </message>
    <message>
        <location filename="../ui/tape/tapemeter.cpp" line="93"/>
        <source>Now %1 prints and %2 shares a second</source>
        <translation>Jetzt %1 Umsätze und %2 Stück in der Sekunde</translation>
    </message>
    <message>
        <location filename="../ui/tape/tapemeter.cpp" line="95"/>
        <source>On average of the last minutes %1 prints and %2 shares</source>
        <translation>Im Durchschnitt der letzten Minuten %1 Umsätze und %2 Stück</translation>
    </message>
    <message>
        <location filename="../ui/tape/tapemeter.cpp" line="96"/>
        <source>%1 times the average</source>
        <translation>Das %1-Fache des Durchschnitts</translation>
    </message>
    <message>
        <location filename="../ui/tape/tapemeter.cpp" line="138"/>
        <source>Speed of the tape</source>
        <translation>Tempo des Bandes</translation>
    </message>
</context>
<context>
    <name>tapeline::TapePanel</name>
    <message>
        <location filename="../ui/tape/tapepanel.cpp" line="176"/>
        <source>Sound on large prints</source>
        <translation>Ton bei großen Umsätzen</translation>
    </message>
    <message>
        <location filename="../ui/tape/tapepanel.cpp" line="181"/>
        <source>Filter…</source>
        <translation>Filter …</translation>
    </message>
    <message>
        <location filename="../ui/tape/tapepanel.cpp" line="192"/>
        <source>Hide odd lots</source>
        <translation>Odd Lots verbergen</translation>
    </message>
    <message>
        <location filename="../ui/tape/tapepanel.cpp" line="193"/>
        <source>Hide prints off exchange</source>
        <translation>Außerbörsliche Umsätze verbergen</translation>
    </message>
    <message>
        <location filename="../ui/tape/tapepanel.cpp" line="196"/>
        <source>Show all prints</source>
        <translation>Alle Umsätze zeigen</translation>
    </message>
    <message>
        <location filename="../ui/tape/tapepanel.cpp" line="205"/>
        <source>Only prints of %1</source>
        <extracomment>Menu of a print; %1 is a venue: &quot;ARCA&quot;</extracomment>
        <translation>Nur Umsätze von %1</translation>
    </message>
    <message>
        <location filename="../ui/tape/tapepanel.cpp" line="211"/>
        <source>Hide prints of %1</source>
        <extracomment>Menu of a print; %1 is a venue: &quot;ARCA&quot;</extracomment>
        <translation>Umsätze von %1 verbergen</translation>
    </message>
    <message>
        <location filename="../ui/tape/tapepanel.cpp" line="222"/>
        <location filename="../src/app/desk.cpp" line="218"/>
        <source>Time &amp; sales</source>
        <translation>Time &amp; Sales</translation>
    </message>
    <message>
        <location filename="../ui/tape/tapecommands.cpp" line="17"/>
        <source>Time &amp; sales: filter…</source>
        <translation>Time &amp; Sales: Filter …</translation>
    </message>
    <message>
        <location filename="../ui/tape/tapecommands.cpp" line="20"/>
        <source>Time &amp; sales: show all prints</source>
        <translation>Time &amp; Sales: alle Umsätze zeigen</translation>
    </message>
    <message>
        <location filename="../ui/tape/tapecommands.cpp" line="24"/>
        <source>Time &amp; sales: group sweeps</source>
        <translation>Time &amp; Sales: Sweeps zusammenfassen</translation>
    </message>
    <message>
        <location filename="../ui/tape/tapecommands.cpp" line="28"/>
        <source>Time &amp; sales: sound on large prints</source>
        <translation>Time &amp; Sales: Ton bei großen Umsätzen</translation>
    </message>
    <message>
        <location filename="../ui/tape/tapecommands.cpp" line="31"/>
        <source>Time &amp; sales: pause or go on</source>
        <translation>Time &amp; Sales: anhalten oder weiter</translation>
    </message>
</context>
<context>
    <name>tapeline::TapeTotalsBar</name>
    <message>
        <location filename="../ui/tape/shorttext.cpp" line="23"/>
        <source>%1K</source>
        <extracomment>A number in thousands, as short as can be: &quot;312K&quot;</extracomment>
        <translation>%1 Tsd.</translation>
    </message>
    <message>
        <location filename="../ui/tape/shorttext.cpp" line="26"/>
        <source>%1M</source>
        <extracomment>A number in millions, as short as can be: &quot;1.24M&quot;</extracomment>
        <translation>%1 Mio.</translation>
    </message>
    <message>
        <location filename="../ui/tape/shorttext.cpp" line="29"/>
        <source>%1B</source>
        <extracomment>A number in billions, as short as can be: &quot;3.10B&quot;</extracomment>
        <translation>%1 Mrd.</translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/tape/tapetotalsbar.cpp" line="64"/>
        <source>%n chosen</source>
        <comment>prints</comment>
        <translation>
            <numerusform>%n gewählt</numerusform>
            <numerusform>%n gewählt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/tape/tapetotalsbar.cpp" line="66"/>
        <location filename="../ui/tape/tapetotalsbar.cpp" line="97"/>
        <source>%n print(s)</source>
        <translation>
            <numerusform>%n Umsatz</numerusform>
            <numerusform>%n Umsätze</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../ui/tape/tapetotalsbar.cpp" line="70"/>
        <source>$%1</source>
        <translation>%1 $</translation>
    </message>
    <message>
        <location filename="../ui/tape/tapetotalsbar.cpp" line="72"/>
        <source>VWAP</source>
        <translation>VWAP</translation>
    </message>
    <message>
        <location filename="../ui/tape/tapetotalsbar.cpp" line="96"/>
        <source>Totals of the chosen rows</source>
        <translation>Summen der gewählten Zeilen</translation>
    </message>
    <message>
        <location filename="../ui/tape/tapetotalsbar.cpp" line="96"/>
        <source>Totals of what is shown</source>
        <translation>Summen dessen, was zu sehen ist</translation>
    </message>
    <message>
        <location filename="../ui/tape/tapetotalsbar.cpp" line="102"/>
        <source>%1 shares for %2</source>
        <translation>%1 Stück für %2</translation>
    </message>
    <message>
        <location filename="../ui/tape/tapetotalsbar.cpp" line="104"/>
        <source>%1 for %2</source>
        <translation>%1 für %2</translation>
    </message>
    <message>
        <location filename="../ui/tape/tapetotalsbar.cpp" line="105"/>
        <source>Average price %1</source>
        <translation>Durchschnittskurs %1</translation>
    </message>
    <message>
        <location filename="../ui/tape/tapetotalsbar.cpp" line="107"/>
        <source>Bought %1, sold %2, difference %3</source>
        <translation>Gekauft %1, verkauft %2, Unterschied %3</translation>
    </message>
</context>
<context>
    <name>tapeline::TapeUnit</name>
    <message>
        <location filename="../ui/tape/tapeunit.h" line="27"/>
        <source>sh</source>
        <extracomment>Unit on the tape, as short as can be: shares</extracomment>
        <translation>Stk</translation>
    </message>
    <message>
        <location filename="../ui/tape/tapeunit.h" line="31"/>
        <source>ct</source>
        <extracomment>Unit on the tape, as short as can be: contracts</extracomment>
        <translation>Ktr</translation>
    </message>
</context>
<context>
    <name>tapeline::TapeView</name>
    <message>
        <location filename="../ui/tape/conditiontext.cpp" line="17"/>
        <source>avg</source>
        <extracomment>Short trade condition: average price trade</extracomment>
        <translation>Ø</translation>
    </message>
    <message>
        <location filename="../ui/tape/conditiontext.cpp" line="23"/>
        <source>late</source>
        <extracomment>Short trade condition: reported late, out of sequence</extracomment>
        <translation>spät</translation>
    </message>
    <message>
        <location filename="../ui/tape/conditiontext.cpp" line="28"/>
        <source>settle</source>
        <extracomment>Short trade condition: settles otherwise than usual (cash, next day, seller)</extracomment>
        <translation>Valuta</translation>
    </message>
    <message>
        <location filename="../ui/tape/conditiontext.cpp" line="32"/>
        <source>close</source>
        <extracomment>Short trade condition: closing auction</extracomment>
        <translation>Schluss</translation>
    </message>
    <message>
        <location filename="../ui/tape/conditiontext.cpp" line="35"/>
        <source>cross</source>
        <extracomment>Short trade condition: cross trade</extracomment>
        <translation>Cross</translation>
    </message>
    <message>
        <location filename="../ui/tape/conditiontext.cpp" line="38"/>
        <source>deriv</source>
        <extracomment>Short trade condition: derivatively priced</extracomment>
        <translation>Deriv</translation>
    </message>
    <message>
        <location filename="../ui/tape/conditiontext.cpp" line="41"/>
        <source>ext</source>
        <extracomment>Short trade condition: outside regular hours (Form T)</extracomment>
        <translation>ext</translation>
    </message>
    <message>
        <location filename="../ui/tape/conditiontext.cpp" line="44"/>
        <source>ISO</source>
        <extracomment>Short trade condition: intermarket sweep order; the usual abbreviation</extracomment>
        <translation>ISO</translation>
    </message>
    <message>
        <location filename="../ui/tape/conditiontext.cpp" line="48"/>
        <source>official</source>
        <extracomment>Short trade condition: official opening or closing price, stated again</extracomment>
        <translation>amtl.</translation>
    </message>
    <message>
        <location filename="../ui/tape/conditiontext.cpp" line="52"/>
        <source>open</source>
        <extracomment>Short trade condition: opening auction</extracomment>
        <translation>Eröff.</translation>
    </message>
    <message>
        <location filename="../ui/tape/conditiontext.cpp" line="56"/>
        <source>reopen</source>
        <extracomment>Short trade condition: auction after a halt</extracomment>
        <translation>Wieder.</translation>
    </message>
    <message>
        <location filename="../ui/tape/conditiontext.cpp" line="60"/>
        <source>prior</source>
        <extracomment>Short trade condition: price of an earlier time</extracomment>
        <translation>früher</translation>
    </message>
    <message>
        <location filename="../ui/tape/conditiontext.cpp" line="63"/>
        <source>odd</source>
        <extracomment>Short trade condition: odd lot</extracomment>
        <translation>klein</translation>
    </message>
    <message>
        <location filename="../ui/tape/conditiontext.cpp" line="67"/>
        <source>cont</source>
        <extracomment>Short trade condition: contingent on another trade</extracomment>
        <translation>bed.</translation>
    </message>
    <message>
        <location filename="../ui/tape/conditiontext.cpp" line="157"/>
        <source>Condition %1</source>
        <translation>Bedingung %1</translation>
    </message>
    <message>
        <location filename="../ui/tape/tapetext.cpp" line="34"/>
        <source>above the ask</source>
        <translation>über dem Brief</translation>
    </message>
    <message>
        <location filename="../ui/tape/tapetext.cpp" line="36"/>
        <source>at the ask</source>
        <translation>am Brief</translation>
    </message>
    <message>
        <location filename="../ui/tape/tapetext.cpp" line="38"/>
        <source>at the bid</source>
        <translation>am Geld</translation>
    </message>
    <message>
        <location filename="../ui/tape/tapetext.cpp" line="40"/>
        <source>below the bid</source>
        <translation>unter dem Geld</translation>
    </message>
    <message>
        <location filename="../ui/tape/tapetext.cpp" line="43"/>
        <source>between bid and ask</source>
        <translation>zwischen Geld und Brief</translation>
    </message>
    <message>
        <location filename="../ui/tape/tapetext.cpp" line="47"/>
        <source>no quote before it</source>
        <translation>kein Quote davor</translation>
    </message>
    <message>
        <location filename="../ui/tape/tapetext.cpp" line="57"/>
        <source>fetched after a break</source>
        <translation>nach einer Unterbrechung geholt</translation>
    </message>
    <message>
        <location filename="../ui/tape/tapetext.cpp" line="59"/>
        <source>all trades of one second</source>
        <translation>alle Umsätze einer Sekunde</translation>
    </message>
    <message>
        <location filename="../ui/tape/tapetext.cpp" line="69"/>
        <source>Fetched after a break: the quote at its time is not known.</source>
        <translation>Nach einer Unterbrechung geholt: Das Quote zu dieser Zeit ist nicht bekannt.</translation>
    </message>
    <message>
        <location filename="../ui/tape/tapetext.cpp" line="72"/>
        <source>All trades of one second: the last price and the sum of the sizes.</source>
        <translation>Alle Umsätze einer Sekunde: der letzte Kurs und die Summe der Stückzahlen.</translation>
    </message>
    <message>
        <location filename="../ui/tape/tapetext.cpp" line="76"/>
        <source>Prints before this one are missing: they could not be fetched.</source>
        <translation>Umsätze davor fehlen: Sie ließen sich nicht holen.</translation>
    </message>
    <message>
        <location filename="../ui/tape/tapetext.cpp" line="80"/>
        <source>Far from the quote, reported off the exchanges: taken for an error. It counts in volume, and sets no price.</source>
        <translation>Weit vom Quote, außerbörslich gemeldet: gilt als Fehler. Zählt im Umsatz und setzt keinen Kurs.</translation>
    </message>
    <message>
        <location filename="../ui/tape/tapetext.cpp" line="171"/>
        <source>off market</source>
        <extracomment>In place of a trade condition: the price is far from the quote and taken for an error</extracomment>
        <translation>marktfern</translation>
    </message>
    <message>
        <location filename="../ui/tape/tapetext.cpp" line="188"/>
        <source>1 s</source>
        <extracomment>In place of a venue: the line sums up all trades of one second</extracomment>
        <translation>1 s</translation>
    </message>
    <message>
        <location filename="../ui/tape/tapetext.cpp" line="208"/>
        <source>%1 at %2, %3, %4</source>
        <extracomment>One print, read aloud: %1 shares, %2 price, %3 &quot;at the ask&quot; and the like, %4 time of day</extracomment>
        <translation>%1 zu %2, %3, %4</translation>
    </message>
    <message>
        <location filename="../ui/tape/tapetext.cpp" line="218"/>
        <source>%1 Eastern, %2 here</source>
        <extracomment>%1 is a time of day in New York, %2 the same instant on this computer&apos;s clock</extracomment>
        <translation>%1 New York, %2 hier</translation>
    </message>
    <message>
        <location filename="../ui/tape/tapetext.cpp" line="224"/>
        <source>Off exchange</source>
        <translation>Außerbörslich</translation>
    </message>
    <message>
        <location filename="../ui/tape/tapetext.cpp" line="228"/>
        <source>Quote %1 × %2: %3</source>
        <extracomment>The quote in force before a print: %1 bid, %2 ask, %3 &quot;at the ask&quot; and the like</extracomment>
        <translation>Quote %1 × %2: %3</translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/tape/tapetext.cpp" line="251"/>
        <source>%n venue(s)</source>
        <translation>
            <numerusform>%n Platz</numerusform>
            <numerusform>%n Plätze</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/tape/tapetext.cpp" line="288"/>
        <source>Sweep of %n buy(s)</source>
        <translation>
            <numerusform>Sweep aus %n Kauf</numerusform>
            <numerusform>Sweep aus %n Käufen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/tape/tapetext.cpp" line="289"/>
        <source>Sweep of %n sell(s)</source>
        <translation>
            <numerusform>Sweep aus %n Verkauf</numerusform>
            <numerusform>Sweep aus %n Verkäufen</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../ui/tape/tapetext.cpp" line="291"/>
        <source>%1, %2 at %3 on average, %4</source>
        <extracomment>A sweep, read aloud: %1 &quot;Sweep of 5 buys&quot;, %2 shares, %3 average price, %4 time of day</extracomment>
        <translation>%1, %2 zu durchschnittlich %3, %4</translation>
    </message>
    <message>
        <location filename="../ui/tape/tapetext.cpp" line="304"/>
        <source>Prices %1</source>
        <extracomment>Of a sweep: %1 is a range of prices, &quot;187.30–187.34&quot;</extracomment>
        <translation>Kurse %1</translation>
    </message>
    <message>
        <location filename="../ui/tape/tapetext.cpp" line="306"/>
        <source>At least three prints of one side within 50 ms at two prices or venues: most likely one order.</source>
        <translation>Wenigstens drei Umsätze einer Seite binnen 50 ms zu zwei Kursen oder an zwei Plätzen: wahrscheinlich ein Auftrag.</translation>
    </message>
    <message>
        <location filename="../ui/tape/tapeview.cpp" line="177"/>
        <source>Time and sales</source>
        <translation>Time &amp; Sales</translation>
    </message>
    <message>
        <location filename="../ui/tape/tapeview.cpp" line="180"/>
        <source>Time ET</source>
        <extracomment>Column of the tape: time of day in New York (Eastern Time)</extracomment>
        <translation>Zeit ET</translation>
    </message>
    <message>
        <location filename="../ui/tape/tapeview.cpp" line="180"/>
        <source>Price</source>
        <translation>Kurs</translation>
    </message>
    <message>
        <location filename="../ui/tape/tapeview.cpp" line="180"/>
        <source>Size</source>
        <translation>Stück</translation>
    </message>
    <message>
        <location filename="../ui/tape/tapeview.cpp" line="180"/>
        <source>Venue</source>
        <translation>Platz</translation>
    </message>
    <message>
        <location filename="../ui/tape/tapeview.cpp" line="182"/>
        <source>Cond</source>
        <extracomment>Column of the tape: trade conditions</extracomment>
        <translation>Bed.</translation>
    </message>
    <message>
        <location filename="../ui/tape/tapeview.cpp" line="308"/>
        <source>Paused · back to live</source>
        <translation>Angehalten · zurück zu live</translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/tape/tapeview.cpp" line="309"/>
        <source>%n new print(s) · back to live</source>
        <translation>
            <numerusform>%n neuer Umsatz · zurück zu live</numerusform>
            <numerusform>%n neue Umsätze · zurück zu live</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../ui/tape/tapeview.cpp" line="349"/>
        <source>The filter hides every print</source>
        <translation>Der Filter verbirgt jeden Umsatz</translation>
    </message>
    <message>
        <location filename="../ui/tape/tapeview.cpp" line="350"/>
        <source>Waiting for the first print</source>
        <translation>Wartet auf den ersten Umsatz</translation>
    </message>
    <message>
        <location filename="../ui/tape/tapeview.cpp" line="351"/>
        <source>No prints on this plan</source>
        <translation>Dieser Tarif bringt keine Umsätze</translation>
    </message>
    <message>
        <location filename="../ui/tape/tapeviewinput.cpp" line="270"/>
        <source>Copy print</source>
        <translation>Umsatz kopieren</translation>
    </message>
    <message>
        <location filename="../ui/tape/tapeviewinput.cpp" line="247"/>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <location filename="../ui/tape/tapeviewinput.cpp" line="252"/>
        <source>Milliseconds</source>
        <translation>Millisekunden</translation>
    </message>
    <message>
        <location filename="../ui/tape/tapeviewinput.cpp" line="256"/>
        <source>Group sweeps</source>
        <translation>Sweeps zusammenfassen</translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/tape/tapeviewinput.cpp" line="270"/>
        <source>Copy %n row(s)</source>
        <translation>
            <numerusform>%n Zeile kopieren</numerusform>
            <numerusform>%n Zeilen kopieren</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../ui/tape/tapeviewinput.cpp" line="274"/>
        <source>Select all</source>
        <translation>Alles auswählen</translation>
    </message>
    <message>
        <location filename="../ui/tape/tapeviewinput.cpp" line="280"/>
        <source>Close the sweep</source>
        <translation>Sweep schließen</translation>
    </message>
    <message>
        <location filename="../ui/tape/tapeviewinput.cpp" line="280"/>
        <source>Open the sweep</source>
        <translation>Sweep öffnen</translation>
    </message>
    <message>
        <location filename="../ui/tape/tapeviewinput.cpp" line="289"/>
        <source>Emphasise prints</source>
        <extracomment>Menu of the tape: which prints stand out</extracomment>
        <translation>Umsätze hervorheben</translation>
    </message>
    <message>
        <location filename="../ui/tape/tapeviewinput.cpp" line="298"/>
        <source>Large for the day, or from %1</source>
        <extracomment>Which prints stand out: by themselves those that are large for this day; %1 is &quot;$200,000&quot;</extracomment>
        <translation>Groß für den Tag oder ab %1</translation>
    </message>
    <message>
        <location filename="../ui/tape/tapeviewinput.cpp" line="303"/>
        <source>From %1</source>
        <extracomment>Which prints stand out; %1 is an amount of money</extracomment>
        <translation>Ab %1</translation>
    </message>
    <message>
        <location filename="../ui/tape/tapeviewinput.cpp" line="305"/>
        <source>None</source>
        <extracomment>Which prints stand out: none</extracomment>
        <translation>Keine</translation>
    </message>
</context>
<context>
    <name>tapeline::TemplateDialog</name>
    <message>
        <location filename="../ui/chart/studies/templatedialog.cpp" line="115"/>
        <source>Update</source>
        <translation>Aktualisieren</translation>
    </message>
    <message>
        <location filename="../ui/chart/studies/templatedialog.cpp" line="115"/>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <location filename="../ui/chart/studies/templatedialog.cpp" line="139"/>
        <source>That could not be kept; nothing was changed.</source>
        <translation>Das ließ sich nicht speichern; nichts wurde geändert.</translation>
    </message>
    <message>
        <location filename="../ui/chart/studies/templatedialog.cpp" line="144"/>
        <source>Chart templates</source>
        <translation>Chartvorlagen</translation>
    </message>
    <message>
        <location filename="../ui/chart/studies/templatedialog.cpp" line="145"/>
        <location filename="../ui/chart/studies/templatedialog.cpp" line="146"/>
        <source>Name of the template</source>
        <translation>Name der Vorlage</translation>
    </message>
    <message>
        <location filename="../ui/chart/studies/templatedialog.cpp" line="147"/>
        <source>Templates</source>
        <translation>Vorlagen</translation>
    </message>
    <message>
        <location filename="../ui/chart/studies/templatedialog.cpp" line="148"/>
        <source>Apply</source>
        <translation>Anwenden</translation>
    </message>
    <message>
        <location filename="../ui/chart/studies/templatedialog.cpp" line="149"/>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <location filename="../ui/chart/studies/templatedialog.cpp" line="150"/>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <location filename="../ui/chart/studies/templatedialog.cpp" line="151"/>
        <source>For new charts</source>
        <translation>Für neue Charts</translation>
    </message>
    <message>
        <location filename="../ui/chart/studies/templatedialog.cpp" line="152"/>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>tapeline::TemplateMenu</name>
    <message>
        <location filename="../ui/chart/studies/templatemenu.cpp" line="52"/>
        <source>%1 (new charts)</source>
        <extracomment>In the menu of chart templates: %1 is the look of new charts</extracomment>
        <translation>%1 (neue Charts)</translation>
    </message>
    <message>
        <location filename="../ui/chart/studies/templatemenu.cpp" line="57"/>
        <source>Save or manage templates…</source>
        <translation>Vorlagen speichern oder verwalten …</translation>
    </message>
    <message>
        <location filename="../ui/chart/studies/templatemenu.cpp" line="84"/>
        <source>Templates</source>
        <translation>Vorlagen</translation>
    </message>
    <message>
        <location filename="../ui/chart/studies/templatemenu.cpp" line="85"/>
        <source>Give the chart a look that was saved, or save this one</source>
        <translation>Dem Chart ein gespeichertes Aussehen geben oder dieses speichern</translation>
    </message>
</context>
<context>
    <name>tapeline::TermPlot</name>
    <message>
        <location filename="../ui/options/termplot.cpp" line="51"/>
        <source>Days to expiry (root scale)</source>
        <translation>Tage bis zum Verfall (Wurzelskala)</translation>
    </message>
    <message>
        <location filename="../ui/options/termplot.cpp" line="60"/>
        <source>Volatility at the money forward</source>
        <translation>Volatilität am Terminkurs</translation>
    </message>
    <message>
        <location filename="../ui/options/termplot.cpp" line="65"/>
        <source>Front over next expiration: %1. Above 1 the near is feared more than the far.</source>
        <translation>Erster durch zweiten Verfallstag: %1. Über 1 wird das Nahe mehr gefürchtet als das Ferne.</translation>
    </message>
    <message>
        <location filename="../ui/options/termplot.cpp" line="101"/>
        <source>30 days %1</source>
        <translation>30 Tage %1</translation>
    </message>
    <message>
        <location filename="../ui/options/termplot.cpp" line="117"/>
        <source>At the money %1</source>
        <translation>Am Geld %1</translation>
    </message>
    <message>
        <location filename="../ui/options/termplot.cpp" line="119"/>
        <source>Less total variance than the expiration before: calendar arbitrage on paper</source>
        <translation>Weniger Gesamtvarianz als am Verfallstag davor: auf dem Papier Kalenderarbitrage</translation>
    </message>
</context>
<context>
    <name>tapeline::TicketForm</name>
    <message>
        <location filename="../ui/trading/ticketform.cpp" line="339"/>
        <source>Quantity</source>
        <translation>Menge</translation>
    </message>
    <message>
        <location filename="../ui/trading/ticketform.cpp" line="341"/>
        <source>Risk</source>
        <extracomment>The size follows from the amount that is lost at the stop loss</extracomment>
        <translation>Risiko</translation>
    </message>
    <message>
        <location filename="../ui/trading/ticketform.cpp" line="343"/>
        <source>Cash</source>
        <extracomment>The size follows from the amount that is paid</extracomment>
        <translation>Betrag</translation>
    </message>
    <message>
        <location filename="../ui/trading/ticketform.cpp" line="345"/>
        <source>Risk (2 ATR)</source>
        <extracomment>The size follows from the amount that is lost over two average true ranges</extracomment>
        <translation>Risiko (2 ATR)</translation>
    </message>
    <message>
        <location filename="../ui/trading/ticketform.cpp" line="354"/>
        <source>Buy</source>
        <translation>Kaufen</translation>
    </message>
    <message>
        <location filename="../ui/trading/ticketform.cpp" line="355"/>
        <source>Sell</source>
        <translation>Verkaufen</translation>
    </message>
    <message>
        <location filename="../ui/trading/ticketform.cpp" line="357"/>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <location filename="../ui/trading/ticketform.cpp" line="357"/>
        <source>Stop</source>
        <translation>Stop</translation>
    </message>
    <message>
        <location filename="../ui/trading/ticketform.cpp" line="357"/>
        <source>Limit</source>
        <translation>Limit</translation>
    </message>
    <message>
        <location filename="../ui/trading/ticketform.cpp" line="357"/>
        <source>Trail by</source>
        <translation>Abstand</translation>
    </message>
    <message>
        <location filename="../ui/trading/ticketform.cpp" line="358"/>
        <source>Offset</source>
        <translation>Limitabstand</translation>
    </message>
    <message>
        <location filename="../ui/trading/ticketform.cpp" line="358"/>
        <source>Target</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <location filename="../ui/trading/ticketform.cpp" line="358"/>
        <source>Stop loss</source>
        <translation>Stop-Loss</translation>
    </message>
    <message>
        <location filename="../ui/trading/ticketform.cpp" line="365"/>
        <source>Last day</source>
        <translation>Letzter Tag</translation>
    </message>
    <message>
        <location filename="../ui/trading/ticketform.cpp" line="366"/>
        <source>0.50 or 1 %</source>
        <translation>0,50 oder 1 %</translation>
    </message>
    <message>
        <location filename="../ui/trading/ticketform.cpp" line="369"/>
        <source>Price at which the position is to be closed with a profit; empty for none.</source>
        <translation>Kurs, zu dem die Position mit Gewinn geschlossen werden soll; leer für keinen.</translation>
    </message>
    <message>
        <location filename="../ui/trading/ticketform.cpp" line="371"/>
        <source>Price at which the position is closed with a loss, or a distance as in &quot;2 ATR&quot;; empty for none.</source>
        <translation>Kurs, zu dem die Position mit Verlust geschlossen wird, oder ein Abstand wie „2 ATR“; leer für keinen.</translation>
    </message>
    <message>
        <location filename="../ui/trading/ticketform.cpp" line="373"/>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <location filename="../ui/trading/ticketform.cpp" line="374"/>
        <source>In force</source>
        <translation>Gültigkeit</translation>
    </message>
    <message>
        <location filename="../ui/trading/ticketform.cpp" line="375"/>
        <source>What the size is said by</source>
        <translation>Wonach die Größe angegeben ist</translation>
    </message>
    <message>
        <location filename="../ui/trading/ticketform.cpp" line="376"/>
        <source>Ext. hours</source>
        <translation>Erw. Zeiten</translation>
    </message>
    <message>
        <location filename="../ui/trading/ticketform.cpp" line="377"/>
        <source>Reduce only</source>
        <translation>Nur verringern</translation>
    </message>
    <message>
        <location filename="../ui/trading/ticketform.cpp" line="378"/>
        <source>Post only</source>
        <translation>Nur passiv</translation>
    </message>
    <message>
        <location filename="../ui/trading/ticketform.cpp" line="379"/>
        <source>Also before 9:30 and after 16:00 Eastern; limit orders only.</source>
        <translation>Auch vor 9:30 und nach 16:00 New Yorker Zeit; nur Limit-Orders.</translation>
    </message>
    <message>
        <location filename="../ui/trading/ticketform.cpp" line="380"/>
        <source>Ends or reduces a position, never turns it round.</source>
        <translation>Beendet oder verringert eine Position, dreht sie nie.</translation>
    </message>
    <message>
        <location filename="../ui/trading/ticketform.cpp" line="381"/>
        <source>Is refused where it would be filled at once.</source>
        <translation>Wird abgelehnt, wo sie sofort ausgeführt würde.</translation>
    </message>
</context>
<context>
    <name>tapeline::TicketPanel</name>
    <message>
        <location filename="../ui/trading/ticketpanel.cpp" line="234"/>
        <source>Bid</source>
        <translation>Geld</translation>
    </message>
    <message>
        <location filename="../ui/trading/ticketpanel.cpp" line="235"/>
        <source>Ask</source>
        <translation>Brief</translation>
    </message>
    <message>
        <location filename="../ui/trading/ticketpanel.cpp" line="250"/>
        <source>No account yet</source>
        <translation>Noch kein Konto</translation>
    </message>
    <message>
        <location filename="../ui/trading/ticketpanel.cpp" line="266"/>
        <source>%1 %2 %3</source>
        <translation>%1 %2 %3</translation>
    </message>
    <message>
        <location filename="../ui/trading/ticketpanel.cpp" line="364"/>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <location filename="../ui/trading/ticketpanel.cpp" line="369"/>
        <source>Save as preset…</source>
        <translation>Als Vorlage speichern …</translation>
    </message>
    <message>
        <location filename="../ui/trading/ticketpanel.cpp" line="373"/>
        <source>Save as preset</source>
        <translation>Als Vorlage speichern</translation>
    </message>
    <message>
        <location filename="../ui/trading/ticketpanel.cpp" line="374"/>
        <source>Name of the preset</source>
        <translation>Name der Vorlage</translation>
    </message>
    <message>
        <location filename="../ui/trading/ticketpanel.cpp" line="430"/>
        <location filename="../src/app/desk.cpp" line="222"/>
        <source>Ticket</source>
        <translation>Orderticket</translation>
    </message>
    <message>
        <location filename="../ui/trading/ticketpanel.cpp" line="431"/>
        <source>Presets</source>
        <translation>Vorlagen</translation>
    </message>
    <message>
        <location filename="../ui/trading/ticketpanel.cpp" line="432"/>
        <source>One-click</source>
        <translation>Ein-Klick</translation>
    </message>
    <message>
        <location filename="../ui/trading/ticketpanel.cpp" line="433"/>
        <source>Orders go out at once, without a question. Off at every start.</source>
        <translation>Orders gehen sofort hinaus, ohne Frage. Bei jedem Start aus.</translation>
    </message>
    <message>
        <location filename="../ui/trading/ticketpanel.cpp" line="434"/>
        <source>Flatten</source>
        <translation>Glattstellen</translation>
    </message>
    <message>
        <location filename="../ui/trading/ticketpanel.cpp" line="435"/>
        <source>Reverse</source>
        <translation>Drehen</translation>
    </message>
    <message>
        <location filename="../ui/trading/ticketpanel.cpp" line="436"/>
        <source>Cancel all</source>
        <translation>Storno alle</translation>
    </message>
    <message>
        <location filename="../ui/trading/ticketpanel.cpp" line="437"/>
        <source>Ends the position at the market and cancels what works in it.</source>
        <translation>Beendet die Position zum Markt und storniert ihre offenen Orders.</translation>
    </message>
    <message>
        <location filename="../ui/trading/ticketpanel.cpp" line="438"/>
        <source>A position of the same size on the other side.</source>
        <translation>Eine gleich große Position auf der anderen Seite.</translation>
    </message>
    <message>
        <location filename="../ui/trading/ticketpanel.cpp" line="439"/>
        <source>Cancels the working orders of this symbol.</source>
        <translation>Storniert die offenen Orders dieses Symbols.</translation>
    </message>
    <message>
        <location filename="../ui/trading/ticketpanel.cpp" line="440"/>
        <source>Takes this price into the ticket.</source>
        <translation>Übernimmt diesen Kurs ins Ticket.</translation>
    </message>
</context>
<context>
    <name>tapeline::TicketSummary</name>
    <message>
        <location filename="../ui/trading/ticketsummary.cpp" line="91"/>
        <source>Expected price</source>
        <translation>Erwarteter Kurs</translation>
    </message>
    <message>
        <location filename="../ui/trading/ticketsummary.cpp" line="91"/>
        <location filename="../ui/trading/ticketsummary.cpp" line="123"/>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <location filename="../ui/trading/ticketsummary.cpp" line="91"/>
        <source>Fees, at most</source>
        <translation>Gebühren, höchstens</translation>
    </message>
    <message>
        <location filename="../ui/trading/ticketsummary.cpp" line="92"/>
        <source>Position</source>
        <translation>Position</translation>
    </message>
    <message>
        <location filename="../ui/trading/ticketsummary.cpp" line="92"/>
        <source>Buying power</source>
        <translation>Kaufkraft</translation>
    </message>
    <message>
        <location filename="../ui/trading/ticketsummary.cpp" line="92"/>
        <source>At risk</source>
        <translation>Im Risiko</translation>
    </message>
    <message>
        <location filename="../ui/trading/ticketsummary.cpp" line="123"/>
        <source>Proceeds</source>
        <translation>Erlös</translation>
    </message>
    <message>
        <location filename="../ui/trading/ticketsummary.cpp" line="130"/>
        <source> (%1 : 1)</source>
        <extracomment>Reward against risk of a bracket</extracomment>
        <translation> (%1 : 1)</translation>
    </message>
</context>
<context>
    <name>tapeline::TimeframeBook</name>
    <message>
        <location filename="../ui/frame/timeframebook.cpp" line="128"/>
        <source>Time</source>
        <extracomment>What ends a bar of a chart</extracomment>
        <translation>Zeit</translation>
    </message>
    <message>
        <location filename="../ui/frame/timeframebook.cpp" line="130"/>
        <source>Trades</source>
        <translation>Abschlüsse</translation>
    </message>
    <message>
        <location filename="../ui/frame/timeframebook.cpp" line="132"/>
        <source>Volume</source>
        <translation>Umsatz</translation>
    </message>
    <message>
        <location filename="../ui/frame/timeframebook.cpp" line="134"/>
        <source>Range</source>
        <translation>Spanne</translation>
    </message>
    <message>
        <location filename="../ui/frame/timeframebook.cpp" line="136"/>
        <source>Renko</source>
        <translation>Renko</translation>
    </message>
</context>
<context>
    <name>tapeline::TimeframeText</name>
    <message numerus="yes">
        <location filename="../ui/workspace/timeframetext.cpp" line="28"/>
        <source>%n trade(s)</source>
        <translation>
            <numerusform>%n Abschluss</numerusform>
            <numerusform>%n Abschlüsse</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/workspace/timeframetext.cpp" line="31"/>
        <source>Volume of %n</source>
        <extracomment>Bars that end with so much volume</extracomment>
        <translation>
            <numerusform>Umsatz von %n</numerusform>
            <numerusform>Umsatz von %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/workspace/timeframetext.cpp" line="34"/>
        <source>Range of %n step(s)</source>
        <extracomment>Bars that end with so large a range, in the smallest steps of the price</extracomment>
        <translation>
            <numerusform>Spanne von %n Schritt</numerusform>
            <numerusform>Spanne von %n Schritten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/workspace/timeframetext.cpp" line="36"/>
        <source>Renko bricks of %n step(s)</source>
        <translation>
            <numerusform>Renko-Steine von %n Schritt</numerusform>
            <numerusform>Renko-Steine von %n Schritten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/workspace/timeframetext.cpp" line="40"/>
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n Sekunde</numerusform>
            <numerusform>%n Sekunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/workspace/timeframetext.cpp" line="42"/>
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n Minute</numerusform>
            <numerusform>%n Minuten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/workspace/timeframetext.cpp" line="44"/>
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n Stunde</numerusform>
            <numerusform>%n Stunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/workspace/timeframetext.cpp" line="46"/>
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n Tag</numerusform>
            <numerusform>%n Tage</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/workspace/timeframetext.cpp" line="48"/>
        <source>%n week(s)</source>
        <translation>
            <numerusform>%n Woche</numerusform>
            <numerusform>%n Wochen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/workspace/timeframetext.cpp" line="50"/>
        <source>%n month(s)</source>
        <translation>
            <numerusform>%n Monat</numerusform>
            <numerusform>%n Monate</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/workspace/timeframetext.cpp" line="52"/>
        <source>%n quarter(s)</source>
        <translation>
            <numerusform>%n Quartal</numerusform>
            <numerusform>%n Quartale</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/workspace/timeframetext.cpp" line="54"/>
        <source>%n year(s)</source>
        <translation>
            <numerusform>%n Jahr</numerusform>
            <numerusform>%n Jahre</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tapeline::TradeChart</name>
    <message>
        <location filename="../ui/journal/tradechart.cpp" line="58"/>
        <source>Bars of %1 are being fetched.</source>
        <translation>Kerzen von %1 werden geholt.</translation>
    </message>
    <message>
        <location filename="../ui/journal/tradechart.cpp" line="80"/>
        <source>The bars around this trade could not be fetched: %1</source>
        <translation>Die Kerzen um dieses Geschäft konnten nicht geholt werden: %1</translation>
    </message>
    <message>
        <location filename="../ui/journal/tradechart.cpp" line="81"/>
        <source>There are no bars of %1 from then: none were kept, and the source has none.</source>
        <translation>Von %1 gibt es keine Kerzen aus dieser Zeit: Es sind keine aufgehoben, und die Quelle hat keine.</translation>
    </message>
</context>
<context>
    <name>tapeline::TradeDesk</name>
    <message>
        <location filename="../src/models/trading/tradedesk.cpp" line="253"/>
        <source>There is no working order.</source>
        <translation>Es gibt keine offene Order.</translation>
    </message>
    <message>
        <location filename="../src/models/trading/tradedesk.cpp" line="254"/>
        <source>There is no working order in %1.</source>
        <translation>In %1 gibt es keine offene Order.</translation>
    </message>
    <message>
        <location filename="../src/models/trading/tradedesk.cpp" line="261"/>
        <location filename="../src/models/trading/tradedesk.cpp" line="275"/>
        <location filename="../src/models/trading/tradedesk.cpp" line="282"/>
        <location filename="../src/models/trading/tradedesk.cpp" line="294"/>
        <source>There is no position in %1.</source>
        <translation>In %1 gibt es keine Position.</translation>
    </message>
    <message>
        <location filename="../src/models/trading/tradedesk.cpp" line="268"/>
        <source>There is neither a position nor a working order.</source>
        <translation>Es gibt weder eine Position noch eine offene Order.</translation>
    </message>
    <message>
        <location filename="../src/models/trading/tradedesk.cpp" line="291"/>
        <source>The stop of %1 is there already, or the market is not beyond the average price yet.</source>
        <translation>Der Stop von %1 ist schon dort, oder der Markt ist noch nicht über den Durchschnittskurs hinaus.</translation>
    </message>
    <message>
        <location filename="../src/models/trading/tradedesk.cpp" line="313"/>
        <source>There is no quote of %1.</source>
        <translation>Für %1 gibt es keinen Quote.</translation>
    </message>
    <message>
        <location filename="../src/models/trading/tradedesk.cpp" line="322"/>
        <source>There is no paper account yet.</source>
        <translation>Es gibt noch kein Papierkonto.</translation>
    </message>
</context>
<context>
    <name>tapeline::TradeFacts</name>
    <message>
        <location filename="../ui/journal/tradefacts.cpp" line="88"/>
        <source>No orders are known for this trade: its fills were imported, or came of an exercise or a split.</source>
        <translation>Zu diesem Geschäft sind keine Orders bekannt: Seine Ausführungen wurden importiert oder kamen von einer Ausübung oder einem Split.</translation>
    </message>
    <message>
        <location filename="../ui/journal/tradefacts.cpp" line="101"/>
        <source>Context</source>
        <translation>Umfeld</translation>
    </message>
    <message>
        <location filename="../ui/journal/tradefacts.cpp" line="102"/>
        <location filename="../ui/journal/tradefacts.cpp" line="106"/>
        <source>Executions</source>
        <translation>Ausführungen</translation>
    </message>
    <message>
        <location filename="../ui/journal/tradefacts.cpp" line="103"/>
        <location filename="../ui/journal/tradefacts.cpp" line="108"/>
        <source>Orders</source>
        <translation>Orders</translation>
    </message>
    <message>
        <location filename="../ui/journal/tradefacts.cpp" line="104"/>
        <source>Pictures</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <location filename="../ui/journal/tradefacts.cpp" line="105"/>
        <source>About this trade</source>
        <translation>Über dieses Geschäft</translation>
    </message>
    <message>
        <location filename="../ui/journal/tradefacts.cpp" line="107"/>
        <source>No executions are known.</source>
        <translation>Es sind keine Ausführungen bekannt.</translation>
    </message>
    <message>
        <location filename="../ui/journal/tradefacts.cpp" line="109"/>
        <source>Chart at the entry</source>
        <translation>Chart beim Einstieg</translation>
    </message>
    <message>
        <location filename="../ui/journal/tradefacts.cpp" line="109"/>
        <location filename="../ui/journal/tradefacts.cpp" line="110"/>
        <source>No picture was kept.</source>
        <translation>Kein Bild aufgehoben.</translation>
    </message>
    <message>
        <location filename="../ui/journal/tradefacts.cpp" line="110"/>
        <source>Chart at the exit</source>
        <translation>Chart beim Ausstieg</translation>
    </message>
</context>
<context>
    <name>tapeline::TradeHand</name>
    <message>
        <location filename="../ui/trading/tradehand.cpp" line="80"/>
        <source>No symbol is at hand. Click a panel that has one, or point at it.</source>
        <translation>Kein Symbol ist zur Hand. Ein Fenster mit Symbol anklicken oder darauf zeigen.</translation>
    </message>
</context>
<context>
    <name>tapeline::TradeHead</name>
    <message>
        <location filename="../ui/journal/tradehead.cpp" line="95"/>
        <source>Open</source>
        <translation>Offen</translation>
    </message>
    <message>
        <location filename="../ui/journal/tradehead.cpp" line="118"/>
        <source>%1 (%2)</source>
        <extracomment>An amount of money and the same in units of the planned risk</extracomment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <location filename="../ui/journal/tradehead.cpp" line="140"/>
        <source>Opens the recording shortly before the entry</source>
        <translation>Öffnet die Aufzeichnung kurz vor dem Einstieg</translation>
    </message>
    <message>
        <location filename="../ui/journal/tradehead.cpp" line="166"/>
        <source>Back to the list</source>
        <translation>Zurück zur Liste</translation>
    </message>
    <message>
        <location filename="../ui/journal/tradehead.cpp" line="166"/>
        <source>Back to the list (Esc)</source>
        <translation>Zurück zur Liste (Esc)</translation>
    </message>
    <message>
        <location filename="../ui/journal/tradehead.cpp" line="167"/>
        <source>Trade above</source>
        <translation>Geschäft darüber</translation>
    </message>
    <message>
        <location filename="../ui/journal/tradehead.cpp" line="167"/>
        <source>The trade above it in the list (Alt+Up)</source>
        <translation>Das Geschäft darüber in der Liste (Alt+Auf)</translation>
    </message>
    <message>
        <location filename="../ui/journal/tradehead.cpp" line="168"/>
        <source>Trade below</source>
        <translation>Geschäft darunter</translation>
    </message>
    <message>
        <location filename="../ui/journal/tradehead.cpp" line="168"/>
        <source>The trade below it in the list (Alt+Down)</source>
        <translation>Das Geschäft darunter in der Liste (Alt+Ab)</translation>
    </message>
    <message>
        <location filename="../ui/journal/tradehead.cpp" line="169"/>
        <source>Trades</source>
        <translation>Geschäfte</translation>
    </message>
    <message>
        <location filename="../ui/journal/tradehead.cpp" line="170"/>
        <source>Show on chart</source>
        <translation>Im Chart zeigen</translation>
    </message>
    <message>
        <location filename="../ui/journal/tradehead.cpp" line="171"/>
        <source>Takes the link group of this panel to the trade&apos;s symbol</source>
        <translation>Führt die verbundenen Fenster zum Symbol des Geschäfts</translation>
    </message>
    <message>
        <location filename="../ui/journal/tradehead.cpp" line="172"/>
        <source>Replay this trade</source>
        <translation>Geschäft abspielen</translation>
    </message>
    <message>
        <location filename="../ui/journal/tradehead.cpp" line="175"/>
        <source>Net</source>
        <translation>Netto</translation>
    </message>
    <message>
        <location filename="../ui/journal/tradehead.cpp" line="175"/>
        <source>Realized profit or loss after fees</source>
        <translation>Realisierter Gewinn oder Verlust nach Gebühren</translation>
    </message>
    <message>
        <location filename="../ui/journal/tradehead.cpp" line="176"/>
        <source>Gross</source>
        <translation>Brutto</translation>
    </message>
    <message>
        <location filename="../ui/journal/tradehead.cpp" line="176"/>
        <source>Realized profit or loss before fees</source>
        <translation>Realisierter Gewinn oder Verlust vor Gebühren</translation>
    </message>
    <message>
        <location filename="../ui/journal/tradehead.cpp" line="177"/>
        <source>Fees</source>
        <translation>Gebühren</translation>
    </message>
    <message>
        <location filename="../ui/journal/tradehead.cpp" line="177"/>
        <source>Commissions and fees of all executions</source>
        <translation>Provisionen und Gebühren aller Ausführungen</translation>
    </message>
    <message>
        <location filename="../ui/journal/tradehead.cpp" line="178"/>
        <source>R</source>
        <translation>R</translation>
    </message>
    <message>
        <location filename="../ui/journal/tradehead.cpp" line="178"/>
        <source>Net in units of the planned risk</source>
        <translation>Netto in Einheiten des geplanten Risikos</translation>
    </message>
    <message>
        <location filename="../ui/journal/tradehead.cpp" line="179"/>
        <source>Planned risk</source>
        <translation>Geplantes Risiko</translation>
    </message>
    <message>
        <location filename="../ui/journal/tradehead.cpp" line="180"/>
        <source>What the stop behind the entry would have lost, or what you set</source>
        <translation>Was der Stop hinter dem Einstieg verloren hätte, oder was Sie festgelegt haben</translation>
    </message>
    <message>
        <location filename="../ui/journal/tradehead.cpp" line="181"/>
        <source>Entry</source>
        <translation>Einstieg</translation>
    </message>
    <message>
        <location filename="../ui/journal/tradehead.cpp" line="181"/>
        <source>Mean price of the openings</source>
        <translation>Mittlerer Kurs der Eröffnungen</translation>
    </message>
    <message>
        <location filename="../ui/journal/tradehead.cpp" line="182"/>
        <source>Exit</source>
        <translation>Ausstieg</translation>
    </message>
    <message>
        <location filename="../ui/journal/tradehead.cpp" line="182"/>
        <source>Mean price of the closings so far</source>
        <translation>Mittlerer Kurs der bisherigen Schließungen</translation>
    </message>
    <message>
        <location filename="../ui/journal/tradehead.cpp" line="183"/>
        <source>Held</source>
        <translation>Haltedauer</translation>
    </message>
    <message>
        <location filename="../ui/journal/tradehead.cpp" line="183"/>
        <source>From the first opening to the last closing</source>
        <translation>Von der ersten Eröffnung bis zur letzten Schließung</translation>
    </message>
    <message>
        <location filename="../ui/journal/tradehead.cpp" line="184"/>
        <source>MAE</source>
        <translation>MAE</translation>
    </message>
    <message>
        <location filename="../ui/journal/tradehead.cpp" line="185"/>
        <source>Maximum adverse excursion: the worst open result on the way. ~: from bars, or not seen all the way</source>
        <translation>Maximum Adverse Excursion: der schlechteste offene Stand auf dem Weg. ~: aus Kerzen oder nicht ganz gesehen</translation>
    </message>
    <message>
        <location filename="../ui/journal/tradehead.cpp" line="187"/>
        <source>MFE</source>
        <translation>MFE</translation>
    </message>
    <message>
        <location filename="../ui/journal/tradehead.cpp" line="188"/>
        <source>Maximum favourable excursion: the best open result on the way. ~: from bars, or not seen all the way</source>
        <translation>Maximum Favourable Excursion: der beste offene Stand auf dem Weg. ~: aus Kerzen oder nicht ganz gesehen</translation>
    </message>
    <message>
        <location filename="../ui/journal/tradehead.cpp" line="190"/>
        <source>Exit efficiency</source>
        <translation>Ausstiegseffizienz</translation>
    </message>
    <message>
        <location filename="../ui/journal/tradehead.cpp" line="191"/>
        <source>Result before fees to the best open result: 100 % is the best exit there was</source>
        <translation>Ergebnis vor Gebühren zum besten offenen Stand: 100 % ist der beste Ausstieg, den es gab</translation>
    </message>
    <message>
        <location filename="../ui/journal/tradehead.cpp" line="193"/>
        <source>Slippage</source>
        <translation>Schlupf</translation>
    </message>
    <message>
        <location filename="../ui/journal/tradehead.cpp" line="194"/>
        <source>Paid against the quotes when the decisions were taken; below zero it was gained</source>
        <translation>Bezahlt gegenüber Geld und Brief zur Zeit der Entscheidungen; unter null gewonnen</translation>
    </message>
</context>
<context>
    <name>tapeline::TradeLabels</name>
    <message>
        <location filename="../ui/chart/tradelayout.cpp" line="98"/>
        <source>%1 : 1</source>
        <extracomment>Reward of a trade in proportion to its risk: &quot;2.5 : 1&quot;</extracomment>
        <translation>%1 : 1</translation>
    </message>
</context>
<context>
    <name>tapeline::TradeMarks</name>
    <message>
        <location filename="../ui/journal/trademarks.cpp" line="79"/>
        <source>Entry %1</source>
        <translation>Einstieg %1</translation>
    </message>
    <message>
        <location filename="../ui/journal/trademarks.cpp" line="83"/>
        <source>Stop %1</source>
        <translation>Stop %1</translation>
    </message>
    <message>
        <location filename="../ui/journal/trademarks.cpp" line="86"/>
        <source>Worst %1</source>
        <translation>Schlechtester %1</translation>
    </message>
    <message>
        <location filename="../ui/journal/trademarks.cpp" line="88"/>
        <source>Best %1</source>
        <translation>Bester %1</translation>
    </message>
    <message>
        <location filename="../ui/journal/trademarks.cpp" line="120"/>
        <source>%1 %2 at %3</source>
        <extracomment>&quot;Buy 100 at 262.10&quot;</extracomment>
        <translation>%1 %2 zu %3</translation>
    </message>
</context>
<context>
    <name>tapeline::TradeNotesForm</name>
    <message>
        <location filename="../ui/journal/tradenotesform.cpp" line="214"/>
        <source>The risk is an amount of money above zero, such as 120.50.</source>
        <translation>Das Risiko ist ein Geldbetrag über null, etwa 120,50.</translation>
    </message>
    <message>
        <location filename="../ui/journal/tradenotesform.cpp" line="227"/>
        <source>%1 by the stop</source>
        <translation>%1 nach dem Stop</translation>
    </message>
    <message>
        <location filename="../ui/journal/tradenotesform.cpp" line="228"/>
        <source>no stop stood behind the entry</source>
        <translation>hinter dem Einstieg stand kein Stop</translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/journal/tradenotesform.cpp" line="236"/>
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n Änderung</numerusform>
            <numerusform>%n Änderungen</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../ui/journal/tradenotesform.cpp" line="247"/>
        <location filename="../ui/journal/tradenotesform.cpp" line="253"/>
        <source>Setup</source>
        <translation>Setup</translation>
    </message>
    <message>
        <location filename="../ui/journal/tradenotesform.cpp" line="248"/>
        <location filename="../ui/journal/tradenotesform.cpp" line="254"/>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <location filename="../ui/journal/tradenotesform.cpp" line="249"/>
        <location filename="../ui/journal/tradenotesform.cpp" line="255"/>
        <source>Mistakes</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <location filename="../ui/journal/tradenotesform.cpp" line="250"/>
        <source>Rating</source>
        <translation>Bewertung</translation>
    </message>
    <message>
        <location filename="../ui/journal/tradenotesform.cpp" line="251"/>
        <source>Planned risk</source>
        <translation>Geplantes Risiko</translation>
    </message>
    <message>
        <location filename="../ui/journal/tradenotesform.cpp" line="252"/>
        <source>Name of the setup</source>
        <translation>Name des Setups</translation>
    </message>
    <message>
        <location filename="../ui/journal/tradenotesform.cpp" line="254"/>
        <source>Add a tag</source>
        <translation>Schlagwort hinzufügen</translation>
    </message>
    <message>
        <location filename="../ui/journal/tradenotesform.cpp" line="255"/>
        <source>Add a mistake</source>
        <translation>Fehler hinzufügen</translation>
    </message>
    <message>
        <location filename="../ui/journal/tradenotesform.cpp" line="256"/>
        <source>What you were ready to lose. Empty: by the stop that stood behind the entry. Earlier values stay in the history.</source>
        <translation>Was Sie zu verlieren bereit waren. Leer: nach dem Stop, der hinter dem Einstieg stand. Frühere Werte bleiben im Verlauf.</translation>
    </message>
    <message>
        <location filename="../ui/journal/tradenotesform.cpp" line="258"/>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <location filename="../ui/journal/tradenotesform.cpp" line="259"/>
        <source>What did you see, what did you do, what would you do again?</source>
        <translation>Was haben Sie gesehen, was getan, was würden Sie wieder tun?</translation>
    </message>
    <message>
        <location filename="../ui/journal/tradenotesform.cpp" line="260"/>
        <source>All that was ever written here, and when</source>
        <translation>Alles, was hier je stand, und wann</translation>
    </message>
</context>
<context>
    <name>tapeline::TradePanel</name>
    <message>
        <location filename="../ui/trading/tradepanel.cpp" line="200"/>
        <source>Only %1</source>
        <translation>Nur %1</translation>
    </message>
    <message>
        <location filename="../ui/trading/tradepanel.cpp" line="219"/>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <location filename="../ui/trading/tradepanel.cpp" line="220"/>
        <source>Filter the rows</source>
        <translation>Zeilen filtern</translation>
    </message>
    <message>
        <location filename="../ui/trading/tradepanel.cpp" line="221"/>
        <source>Only the symbol of this panel&apos;s link group</source>
        <translation>Nur das Symbol der Verknüpfung dieses Fensters</translation>
    </message>
    <message>
        <location filename="../ui/trading/tradepanel.cpp" line="250"/>
        <source>Open %1</source>
        <translation>%1 öffnen</translation>
    </message>
    <message>
        <location filename="../ui/trading/tradepanel.cpp" line="251"/>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
</context>
<context>
    <name>tapeline::TradeSums</name>
    <message>
        <location filename="../ui/journal/tradesums.cpp" line="76"/>
        <source>What these trades come to</source>
        <translation>Was diese Geschäfte ergeben</translation>
    </message>
</context>
<context>
    <name>tapeline::TradeText</name>
    <message>
        <location filename="../src/models/trading/tradetext.cpp" line="32"/>
        <source>there is an order of this name already</source>
        <translation>eine Order dieses Namens gibt es schon</translation>
    </message>
    <message>
        <location filename="../src/models/trading/tradetext.cpp" line="34"/>
        <source>this type of order is not offered here</source>
        <translation>dieser Ordertyp wird hier nicht angeboten</translation>
    </message>
    <message>
        <location filename="../src/models/trading/tradetext.cpp" line="36"/>
        <source>this time in force is not offered here</source>
        <translation>diese Gültigkeit wird hier nicht angeboten</translation>
    </message>
    <message>
        <location filename="../src/models/trading/tradetext.cpp" line="38"/>
        <source>these conditions do not go together</source>
        <translation>diese Bedingungen passen nicht zusammen</translation>
    </message>
    <message>
        <location filename="../src/models/trading/tradetext.cpp" line="40"/>
        <source>the quantity must be above 0</source>
        <translation>die Menge muss über 0 liegen</translation>
    </message>
    <message>
        <location filename="../src/models/trading/tradetext.cpp" line="42"/>
        <source>the quantity is no multiple of the smallest unit</source>
        <translation>die Menge ist kein Vielfaches der kleinsten Einheit</translation>
    </message>
    <message>
        <location filename="../src/models/trading/tradetext.cpp" line="44"/>
        <source>the quantity is too large</source>
        <translation>die Menge ist zu groß</translation>
    </message>
    <message>
        <location filename="../src/models/trading/tradetext.cpp" line="46"/>
        <source>fractions can be traded by market and limit orders of the day only</source>
        <translation>Bruchteile lassen sich nur mit tagesgültigen Markt- und Limit-Orders handeln</translation>
    </message>
    <message>
        <location filename="../src/models/trading/tradetext.cpp" line="48"/>
        <source>a price is missing</source>
        <translation>ein Kurs fehlt</translation>
    </message>
    <message>
        <location filename="../src/models/trading/tradetext.cpp" line="50"/>
        <source>the price must be above 0</source>
        <translation>der Kurs muss über 0 liegen</translation>
    </message>
    <message>
        <location filename="../src/models/trading/tradetext.cpp" line="52"/>
        <source>the symbol is not known</source>
        <translation>das Symbol ist nicht bekannt</translation>
    </message>
    <message>
        <location filename="../src/models/trading/tradetext.cpp" line="54"/>
        <source>this cannot be traded</source>
        <translation>das lässt sich nicht handeln</translation>
    </message>
    <message>
        <location filename="../src/models/trading/tradetext.cpp" line="56"/>
        <source>the contract has expired</source>
        <translation>der Kontrakt ist verfallen</translation>
    </message>
    <message>
        <location filename="../src/models/trading/tradetext.cpp" line="58"/>
        <source>the market is closed for this order</source>
        <translation>der Markt ist für diese Order geschlossen</translation>
    </message>
    <message>
        <location filename="../src/models/trading/tradetext.cpp" line="60"/>
        <source>it is too late for the auction</source>
        <translation>für die Auktion ist es zu spät</translation>
    </message>
    <message>
        <location filename="../src/models/trading/tradetext.cpp" line="62"/>
        <source>trading is halted</source>
        <translation>der Handel ist ausgesetzt</translation>
    </message>
    <message>
        <location filename="../src/models/trading/tradetext.cpp" line="64"/>
        <source>it is too late to cancel</source>
        <translation>für eine Stornierung ist es zu spät</translation>
    </message>
    <message>
        <location filename="../src/models/trading/tradetext.cpp" line="66"/>
        <source>the price is no multiple of the tick</source>
        <translation>der Kurs ist kein Vielfaches des Ticks</translation>
    </message>
    <message>
        <location filename="../src/models/trading/tradetext.cpp" line="68"/>
        <source>the price is too far from the market</source>
        <translation>der Kurs ist zu weit vom Markt entfernt</translation>
    </message>
    <message>
        <location filename="../src/models/trading/tradetext.cpp" line="70"/>
        <source>the market is through the stop already</source>
        <translation>der Markt ist schon durch den Stop</translation>
    </message>
    <message>
        <location filename="../src/models/trading/tradetext.cpp" line="72"/>
        <source>a post-only order would take liquidity</source>
        <translation>eine passive Order würde Liquidität nehmen</translation>
    </message>
    <message>
        <location filename="../src/models/trading/tradetext.cpp" line="74"/>
        <source>there is no quote</source>
        <translation>es gibt keinen Quote</translation>
    </message>
    <message>
        <location filename="../src/models/trading/tradetext.cpp" line="76"/>
        <source>the market data are stale</source>
        <translation>die Marktdaten sind veraltet</translation>
    </message>
    <message>
        <location filename="../src/models/trading/tradetext.cpp" line="78"/>
        <source>the spread is too wide</source>
        <translation>die Spanne ist zu weit</translation>
    </message>
    <message>
        <location filename="../src/models/trading/tradetext.cpp" line="80"/>
        <source>the data are delayed, and the account does not trade on such</source>
        <translation>die Daten sind verzögert, und darauf handelt das Konto nicht</translation>
    </message>
    <message>
        <location filename="../src/models/trading/tradetext.cpp" line="82"/>
        <source>the exits stand on the wrong side of the entry</source>
        <translation>die Ausstiege stehen auf der falschen Seite des Einstiegs</translation>
    </message>
    <message>
        <location filename="../src/models/trading/tradetext.cpp" line="84"/>
        <source>there is no position for it to reduce</source>
        <translation>es gibt keine Position, die sie verringern könnte</translation>
    </message>
    <message>
        <location filename="../src/models/trading/tradetext.cpp" line="96"/>
        <source>the account does not sell short</source>
        <translation>das Konto verkauft nicht leer</translation>
    </message>
    <message>
        <location filename="../src/models/trading/tradetext.cpp" line="98"/>
        <source>this cannot be sold short</source>
        <translation>das lässt sich nicht leerverkaufen</translation>
    </message>
    <message>
        <location filename="../src/models/trading/tradetext.cpp" line="100"/>
        <source>the account is not cleared for this kind of options</source>
        <translation>das Konto ist für diese Art von Optionen nicht freigegeben</translation>
    </message>
    <message>
        <location filename="../src/models/trading/tradetext.cpp" line="102"/>
        <source>not enough buying power</source>
        <translation>nicht genug Kaufkraft</translation>
    </message>
    <message>
        <location filename="../src/models/trading/tradetext.cpp" line="104"/>
        <source>over the limit per trade</source>
        <translation>über der Grenze je Geschäft</translation>
    </message>
    <message>
        <location filename="../src/models/trading/tradetext.cpp" line="106"/>
        <source>over the limit per symbol</source>
        <translation>über der Grenze je Symbol</translation>
    </message>
    <message>
        <location filename="../src/models/trading/tradetext.cpp" line="108"/>
        <source>over the limit per strategy</source>
        <translation>über der Grenze je Strategie</translation>
    </message>
    <message>
        <location filename="../src/models/trading/tradetext.cpp" line="110"/>
        <source>below the cash reserve</source>
        <translation>unter der Barreserve</translation>
    </message>
    <message>
        <location filename="../src/models/trading/tradetext.cpp" line="112"/>
        <source>the daily loss limit is reached</source>
        <translation>der höchste Tagesverlust ist erreicht</translation>
    </message>
    <message>
        <location filename="../src/models/trading/tradetext.cpp" line="114"/>
        <source>too many orders in a minute</source>
        <translation>zu viele Orders in einer Minute</translation>
    </message>
    <message>
        <location filename="../src/models/trading/tradetext.cpp" line="116"/>
        <source>the account is in a margin call</source>
        <translation>das Konto steht im Margin Call</translation>
    </message>
    <message>
        <location filename="../src/models/trading/tradetext.cpp" line="118"/>
        <source>the pattern-day-trader rule forbids it</source>
        <translation>die Pattern-Day-Trader-Regel verbietet es</translation>
    </message>
    <message>
        <location filename="../src/models/trading/tradetext.cpp" line="120"/>
        <source>openings are stopped (kill switch)</source>
        <translation>Eröffnungen sind gesperrt (Not-Aus)</translation>
    </message>
    <message>
        <location filename="../src/models/trading/tradetext.cpp" line="122"/>
        <source>it would trade with an order of your own</source>
        <translation>sie würde mit einer eigenen Order handeln</translation>
    </message>
    <message>
        <location filename="../src/models/trading/tradetext.cpp" line="124"/>
        <source>there is no such order</source>
        <translation>eine solche Order gibt es nicht</translation>
    </message>
    <message>
        <location filename="../src/models/trading/tradetext.cpp" line="126"/>
        <source>the order has ended already</source>
        <translation>die Order ist schon beendet</translation>
    </message>
    <message>
        <location filename="../src/models/trading/tradetext.cpp" line="128"/>
        <source>the order cannot be changed to this</source>
        <translation>so lässt sich die Order nicht ändern</translation>
    </message>
    <message>
        <location filename="../src/models/trading/tradetext.cpp" line="130"/>
        <source>this amount cannot be moved</source>
        <translation>dieser Betrag lässt sich nicht bewegen</translation>
    </message>
    <message>
        <location filename="../src/models/trading/tradetext.cpp" line="132"/>
        <source>the option cannot be exercised</source>
        <translation>die Option lässt sich nicht ausüben</translation>
    </message>
    <message>
        <location filename="../src/models/trading/tradetext.cpp" line="134"/>
        <source>there are working orders: cancel them first</source>
        <translation>es gibt offene Orders: erst stornieren</translation>
    </message>
    <message>
        <location filename="../src/models/trading/tradetext.cpp" line="136"/>
        <source>no account can take it</source>
        <translation>kein Konto kann sie annehmen</translation>
    </message>
    <message>
        <location filename="../src/models/trading/tradetext.cpp" line="148"/>
        <source>what was not filled at once is cancelled (IOC)</source>
        <translation>was nicht sofort ausgeführt wurde, ist storniert (IOC)</translation>
    </message>
    <message>
        <location filename="../src/models/trading/tradetext.cpp" line="150"/>
        <source>it could not be filled whole at once (FOK)</source>
        <translation>sie war nicht sofort ganz ausführbar (FOK)</translation>
    </message>
    <message>
        <location filename="../src/models/trading/tradetext.cpp" line="152"/>
        <source>the other exit was filled</source>
        <translation>der andere Ausstieg wurde ausgeführt</translation>
    </message>
    <message>
        <location filename="../src/models/trading/tradetext.cpp" line="154"/>
        <source>its entry ended</source>
        <translation>ihr Einstieg ist beendet</translation>
    </message>
    <message>
        <location filename="../src/models/trading/tradetext.cpp" line="156"/>
        <source>the position is closed</source>
        <translation>die Position ist geschlossen</translation>
    </message>
    <message>
        <location filename="../src/models/trading/tradetext.cpp" line="158"/>
        <source>no size was offered for too long</source>
        <translation>zu lange war keine Größe da</translation>
    </message>
    <message>
        <location filename="../src/models/trading/tradetext.cpp" line="160"/>
        <source>the day ended</source>
        <translation>der Tag ist zu Ende</translation>
    </message>
    <message>
        <location filename="../src/models/trading/tradetext.cpp" line="162"/>
        <source>its time is over</source>
        <translation>ihre Zeit ist abgelaufen</translation>
    </message>
    <message>
        <location filename="../src/models/trading/tradetext.cpp" line="164"/>
        <source>the auction did not fill it</source>
        <translation>die Auktion hat sie nicht ausgeführt</translation>
    </message>
    <message>
        <location filename="../src/models/trading/tradetext.cpp" line="166"/>
        <source>cancelled by you</source>
        <translation>von Ihnen storniert</translation>
    </message>
    <message>
        <location filename="../src/models/trading/tradetext.cpp" line="168"/>
        <source>closed before expiry: the account could not carry the shares</source>
        <translation>vor dem Verfall geschlossen: das Konto könnte die Aktien nicht tragen</translation>
    </message>
    <message>
        <location filename="../src/models/trading/tradetext.cpp" line="170"/>
        <source>a corporate action ended it</source>
        <translation>eine Kapitalmaßnahme hat sie beendet</translation>
    </message>
    <message>
        <location filename="../src/models/trading/tradetext.cpp" line="172"/>
        <source>the time stop was due</source>
        <translation>der Zeitstop war fällig</translation>
    </message>
    <message>
        <location filename="../src/models/trading/tradetext.cpp" line="174"/>
        <source>implied volatility reached its stop</source>
        <translation>die implizite Volatilität hat ihren Stop erreicht</translation>
    </message>
    <message>
        <location filename="../src/models/trading/tradetext.cpp" line="176"/>
        <source>waits for the session to open</source>
        <translation>wartet auf die Eröffnung des Handels</translation>
    </message>
    <message>
        <location filename="../src/models/trading/tradetext.cpp" line="178"/>
        <source>waits for its entry to fill</source>
        <translation>wartet auf die Ausführung ihres Einstiegs</translation>
    </message>
    <message>
        <location filename="../src/models/trading/tradetext.cpp" line="180"/>
        <source>waits for the end of the halt</source>
        <translation>wartet auf das Ende der Aussetzung</translation>
    </message>
    <message>
        <location filename="../src/models/trading/tradetext.cpp" line="182"/>
        <source>waits for fresh quotes</source>
        <translation>wartet auf frische Quotes</translation>
    </message>
    <message>
        <location filename="../src/models/trading/tradetext.cpp" line="184"/>
        <source>waits for a first quote</source>
        <translation>wartet auf einen ersten Quote</translation>
    </message>
    <message>
        <location filename="../src/models/trading/tradetext.cpp" line="186"/>
        <source>waits until the quotes are not crossed any more</source>
        <translation>wartet, bis die Quotes nicht mehr gekreuzt sind</translation>
    </message>
    <message>
        <location filename="../src/models/trading/tradetext.cpp" line="188"/>
        <source>waits for the auction</source>
        <translation>wartet auf die Auktion</translation>
    </message>
    <message>
        <location filename="../src/models/trading/tradetext.cpp" line="190"/>
        <source>waits for the market to reach its limit</source>
        <translation>wartet, bis der Markt ihr Limit erreicht</translation>
    </message>
    <message>
        <location filename="../src/models/trading/tradetext.cpp" line="192"/>
        <source>waits in the queue at its price</source>
        <translation>wartet in der Schlange zu ihrem Kurs</translation>
    </message>
    <message>
        <location filename="../src/models/trading/tradetext.cpp" line="194"/>
        <source>waits for its stop to trigger</source>
        <translation>wartet, bis ihr Stop auslöst</translation>
    </message>
    <message>
        <location filename="../src/models/trading/tradetext.cpp" line="196"/>
        <source>waits for more size</source>
        <translation>wartet auf mehr Größe</translation>
    </message>
    <message>
        <location filename="../src/models/trading/tradetext.cpp" line="198"/>
        <source>waits for the price bands to allow it</source>
        <translation>wartet, bis die Kursbänder sie zulassen</translation>
    </message>
    <message>
        <location filename="../src/models/trading/tradetext.cpp" line="200"/>
        <source>is on its way to the market</source>
        <translation>ist unterwegs zum Markt</translation>
    </message>
    <message>
        <location filename="../src/models/trading/tradetext.cpp" line="210"/>
        <location filename="../src/models/trading/tradetext.cpp" line="446"/>
        <source>stop %1</source>
        <translation>Stop %1</translation>
    </message>
    <message>
        <location filename="../src/models/trading/tradetext.cpp" line="212"/>
        <location filename="../src/models/trading/tradetext.cpp" line="448"/>
        <source>trailing by %1</source>
        <translation>Trailing %1</translation>
    </message>
    <message>
        <location filename="../src/models/trading/tradetext.cpp" line="214"/>
        <source>trailing by %1 %</source>
        <translation>Trailing %1 %</translation>
    </message>
    <message>
        <location filename="../src/models/trading/tradetext.cpp" line="216"/>
        <location filename="../src/models/trading/tradetext.cpp" line="450"/>
        <source>limit %1</source>
        <translation>Limit %1</translation>
    </message>
    <message>
        <location filename="../src/models/trading/tradetext.cpp" line="218"/>
        <source>at market</source>
        <translation>zum Markt</translation>
    </message>
    <message>
        <location filename="../src/models/trading/tradetext.cpp" line="243"/>
        <source>package</source>
        <translation>Paket</translation>
    </message>
    <message>
        <location filename="../src/models/trading/tradetext.cpp" line="247"/>
        <source>Bought %1 %2 at %3</source>
        <translation>%1 %2 zu %3 gekauft</translation>
    </message>
    <message>
        <location filename="../src/models/trading/tradetext.cpp" line="247"/>
        <source>Sold %1 %2 at %3</source>
        <translation>%1 %2 zu %3 verkauft</translation>
    </message>
    <message>
        <location filename="../src/models/trading/tradetext.cpp" line="249"/>
        <source>Bought %1 of %2 %3 at %4</source>
        <translation>%1 von %2 %3 zu %4 gekauft</translation>
    </message>
    <message>
        <location filename="../src/models/trading/tradetext.cpp" line="249"/>
        <source>Sold %1 of %2 %3 at %4</source>
        <translation>%1 von %2 %3 zu %4 verkauft</translation>
    </message>
    <message>
        <location filename="../src/models/trading/tradetext.cpp" line="257"/>
        <source>extended hours</source>
        <translation>erweiterte Zeiten</translation>
    </message>
    <message>
        <location filename="../src/models/trading/tradetext.cpp" line="259"/>
        <source>reduce only</source>
        <translation>nur verringern</translation>
    </message>
    <message>
        <location filename="../src/models/trading/tradetext.cpp" line="261"/>
        <source>post only</source>
        <translation>nur passiv</translation>
    </message>
    <message>
        <location filename="../src/models/trading/tradetext.cpp" line="263"/>
        <source>target %1</source>
        <translation>Ziel %1</translation>
    </message>
    <message>
        <location filename="../src/models/trading/tradetext.cpp" line="265"/>
        <source>stop loss %1</source>
        <translation>Stop-Loss %1</translation>
    </message>
    <message>
        <location filename="../src/models/trading/tradetext.cpp" line="273"/>
        <source>Buy</source>
        <translation>Kauf</translation>
    </message>
    <message>
        <location filename="../src/models/trading/tradetext.cpp" line="273"/>
        <source>Sell</source>
        <translation>Verkauf</translation>
    </message>
    <message>
        <location filename="../src/models/trading/tradetext.cpp" line="280"/>
        <source>Market</source>
        <translation>Markt</translation>
    </message>
    <message>
        <location filename="../src/models/trading/tradetext.cpp" line="282"/>
        <source>Limit</source>
        <translation>Limit</translation>
    </message>
    <message>
        <location filename="../src/models/trading/tradetext.cpp" line="284"/>
        <source>Stop</source>
        <translation>Stop</translation>
    </message>
    <message>
        <location filename="../src/models/trading/tradetext.cpp" line="286"/>
        <source>Stop limit</source>
        <translation>Stop-Limit</translation>
    </message>
    <message>
        <location filename="../src/models/trading/tradetext.cpp" line="288"/>
        <source>Trailing stop</source>
        <translation>Trailing-Stop</translation>
    </message>
    <message>
        <location filename="../src/models/trading/tradetext.cpp" line="290"/>
        <source>Trailing stop limit</source>
        <translation>Trailing-Stop-Limit</translation>
    </message>
    <message>
        <location filename="../src/models/trading/tradetext.cpp" line="299"/>
        <source>Stocks</source>
        <translation>Aktien</translation>
    </message>
    <message>
        <location filename="../src/models/trading/tradetext.cpp" line="301"/>
        <source>Options</source>
        <translation>Optionen</translation>
    </message>
    <message>
        <location filename="../src/models/trading/tradetext.cpp" line="303"/>
        <source>Indices</source>
        <translation>Indizes</translation>
    </message>
    <message>
        <location filename="../src/models/trading/tradetext.cpp" line="305"/>
        <source>Forex</source>
        <translation>Devisen</translation>
    </message>
    <message>
        <location filename="../src/models/trading/tradetext.cpp" line="307"/>
        <source>Crypto</source>
        <translation>Krypto</translation>
    </message>
    <message>
        <location filename="../src/models/trading/tradetext.cpp" line="309"/>
        <source>Futures</source>
        <translation>Futures</translation>
    </message>
    <message>
        <location filename="../src/models/trading/tradetext.cpp" line="320"/>
        <source>Displayed size taken</source>
        <translation>Gezeigte Größe genommen</translation>
    </message>
    <message>
        <location filename="../src/models/trading/tradetext.cpp" line="322"/>
        <source>Book walked</source>
        <translation>Buch durchlaufen</translation>
    </message>
    <message>
        <location filename="../src/models/trading/tradetext.cpp" line="324"/>
        <source>Queue reached</source>
        <translation>An der Reihe</translation>
    </message>
    <message>
        <location filename="../src/models/trading/tradetext.cpp" line="326"/>
        <source>Traded through</source>
        <translation>Jenseits gehandelt</translation>
    </message>
    <message>
        <location filename="../src/models/trading/tradetext.cpp" line="328"/>
        <source>Quote crossed</source>
        <translation>Vom Quote erreicht</translation>
    </message>
    <message>
        <location filename="../src/models/trading/tradetext.cpp" line="330"/>
        <source>Touched</source>
        <translation>Berührt</translation>
    </message>
    <message>
        <location filename="../src/models/trading/tradetext.cpp" line="332"/>
        <source>Auction</source>
        <translation>Auktion</translation>
    </message>
    <message>
        <location filename="../src/models/trading/tradetext.cpp" line="334"/>
        <source>Package</source>
        <translation>Paket</translation>
    </message>
    <message>
        <location filename="../src/models/trading/tradetext.cpp" line="336"/>
        <source>Bar (last resort)</source>
        <translation>Kerze (letzter Ausweg)</translation>
    </message>
    <message>
        <location filename="../src/models/trading/tradetext.cpp" line="345"/>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <location filename="../src/models/trading/tradetext.cpp" line="347"/>
        <source>GTC</source>
        <translation>GTC</translation>
    </message>
    <message>
        <location filename="../src/models/trading/tradetext.cpp" line="349"/>
        <source>GTD</source>
        <translation>GTD</translation>
    </message>
    <message>
        <location filename="../src/models/trading/tradetext.cpp" line="351"/>
        <source>IOC</source>
        <translation>IOC</translation>
    </message>
    <message>
        <location filename="../src/models/trading/tradetext.cpp" line="353"/>
        <source>FOK</source>
        <translation>FOK</translation>
    </message>
    <message>
        <location filename="../src/models/trading/tradetext.cpp" line="355"/>
        <source>On open</source>
        <translation>Zur Eröffnung</translation>
    </message>
    <message>
        <location filename="../src/models/trading/tradetext.cpp" line="357"/>
        <source>On close</source>
        <translation>Zum Schluss</translation>
    </message>
    <message>
        <location filename="../src/models/trading/tradetext.cpp" line="368"/>
        <source>On its way</source>
        <translation>Unterwegs</translation>
    </message>
    <message>
        <location filename="../src/models/trading/tradetext.cpp" line="371"/>
        <source>Refused</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <location filename="../src/models/trading/tradetext.cpp" line="373"/>
        <source>Working</source>
        <translation>Offen</translation>
    </message>
    <message>
        <location filename="../src/models/trading/tradetext.cpp" line="375"/>
        <source>Triggered</source>
        <translation>Ausgelöst</translation>
    </message>
    <message>
        <location filename="../src/models/trading/tradetext.cpp" line="377"/>
        <source>Partly filled</source>
        <translation>Teilausgeführt</translation>
    </message>
    <message>
        <location filename="../src/models/trading/tradetext.cpp" line="379"/>
        <source>Filled</source>
        <translation>Ausgeführt</translation>
    </message>
    <message>
        <location filename="../src/models/trading/tradetext.cpp" line="381"/>
        <source>Changing</source>
        <translation>Wird geändert</translation>
    </message>
    <message>
        <location filename="../src/models/trading/tradetext.cpp" line="383"/>
        <source>Cancelling</source>
        <translation>Wird storniert</translation>
    </message>
    <message>
        <location filename="../src/models/trading/tradetext.cpp" line="385"/>
        <source>Cancelled</source>
        <translation>Storniert</translation>
    </message>
    <message>
        <location filename="../src/models/trading/tradetext.cpp" line="387"/>
        <source>Expired</source>
        <translation>Abgelaufen</translation>
    </message>
    <message>
        <location filename="../src/models/trading/tradetext.cpp" line="431"/>
        <source>Triggered: %1</source>
        <translation>Ausgelöst: %1</translation>
    </message>
    <message>
        <location filename="../src/models/trading/tradetext.cpp" line="433"/>
        <source>Ended: %1</source>
        <translation>Beendet: %1</translation>
    </message>
    <message>
        <location filename="../src/models/trading/tradetext.cpp" line="435"/>
        <source>Refused: %1</source>
        <translation>Abgelehnt: %1</translation>
    </message>
    <message>
        <location filename="../src/models/trading/tradetext.cpp" line="444"/>
        <source>quantity %1</source>
        <translation>Menge %1</translation>
    </message>
    <message>
        <location filename="../src/models/trading/tradetext.cpp" line="468"/>
        <location filename="../src/models/trading/tradetext.cpp" line="475"/>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <location filename="../src/models/trading/tradetext.cpp" line="408"/>
        <source>package (%1)</source>
        <extracomment>Of options, with its legs: &quot;package (+1 SPY 18 Dec 26 470 P, ...)&quot;</extracomment>
        <translation>Paket (%1)</translation>
    </message>
</context>
<context>
    <name>tapeline::TradesPage</name>
    <message>
        <location filename="../ui/journal/tradespage.cpp" line="126"/>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <location filename="../ui/journal/tradespage.cpp" line="127"/>
        <source>Show on chart</source>
        <translation>Im Chart zeigen</translation>
    </message>
    <message>
        <location filename="../ui/journal/tradespage.cpp" line="128"/>
        <source>Replay this trade</source>
        <translation>Geschäft abspielen</translation>
    </message>
    <message>
        <location filename="../ui/journal/tradespage.cpp" line="130"/>
        <source>Only %1</source>
        <translation>Nur %1</translation>
    </message>
    <message>
        <location filename="../ui/journal/tradespage.cpp" line="137"/>
        <source>Only “%1”</source>
        <translation>Nur „%1“</translation>
    </message>
    <message>
        <location filename="../ui/journal/tradespage.cpp" line="144"/>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <location filename="../ui/journal/tradespage.cpp" line="167"/>
        <source>Trades</source>
        <translation>Geschäfte</translation>
    </message>
    <message>
        <location filename="../ui/journal/tradespage.cpp" line="169"/>
        <source>No trade passes this filter.</source>
        <translation>Kein Geschäft passiert diesen Filter.</translation>
    </message>
    <message>
        <location filename="../ui/journal/tradespage.cpp" line="171"/>
        <source>The journal is being read.</source>
        <translation>Das Journal wird gelesen.</translation>
    </message>
    <message>
        <location filename="../ui/journal/tradespage.cpp" line="173"/>
        <source>No trades here yet. A trade is written down by itself as soon as an order of yours is filled.</source>
        <translation>Hier sind noch keine Geschäfte. Ein Geschäft wird von selbst aufgeschrieben, sobald eine Ihrer Orders ausgeführt ist.</translation>
    </message>
</context>
<context>
    <name>tapeline::TradingPage</name>
    <message>
        <location filename="../ui/trading/tradingpage.cpp" line="178"/>
        <source>Trading</source>
        <translation>Handel</translation>
    </message>
    <message>
        <location filename="../ui/trading/tradingpage.cpp" line="188"/>
        <source>&amp;Sizes to choose from</source>
        <translation>&amp;Größen zur Wahl</translation>
    </message>
    <message>
        <location filename="../ui/trading/tradingpage.cpp" line="189"/>
        <source>Up to six, set apart by blanks.</source>
        <translation>Bis zu sechs, durch Leerzeichen getrennt.</translation>
    </message>
    <message>
        <location filename="../ui/trading/tradingpage.cpp" line="190"/>
        <source>Up to six quantities above 0, set apart by blanks. The sizes were not changed.</source>
        <translation>Bis zu sechs Mengen über 0, durch Leerzeichen getrennt. Die Größen wurden nicht geändert.</translation>
    </message>
    <message>
        <location filename="../ui/trading/tradingpage.cpp" line="192"/>
        <source>&amp;In force</source>
        <translation>Gültig&amp;keit</translation>
    </message>
    <message>
        <location filename="../ui/trading/tradingpage.cpp" line="193"/>
        <source>Until the end of the day</source>
        <translation>Bis zum Ende des Tages</translation>
    </message>
    <message>
        <location filename="../ui/trading/tradingpage.cpp" line="194"/>
        <source>Until cancelled (GTC)</source>
        <translation>Bis auf Widerruf (GTC)</translation>
    </message>
    <message>
        <location filename="../ui/trading/tradingpage.cpp" line="195"/>
        <source>S&amp;top loss of a click, in ticks</source>
        <translation>&amp;Stop-Loss eines Klicks, in Ticks</translation>
    </message>
    <message>
        <location filename="../ui/trading/tradingpage.cpp" line="196"/>
        <source>T&amp;arget of a click, in ticks</source>
        <translation>&amp;Ziel eines Klicks, in Ticks</translation>
    </message>
    <message>
        <location filename="../ui/trading/tradingpage.cpp" line="198"/>
        <source>None</source>
        <translation>Ohne</translation>
    </message>
    <message>
        <location filename="../ui/trading/tradingpage.cpp" line="199"/>
        <source>&amp;Remind of options so many days before they end</source>
        <translation>An Optionen so viele Tage vor ihrem Ende &amp;erinnern</translation>
    </message>
    <message>
        <location filename="../ui/trading/tradingpage.cpp" line="200"/>
        <source>On the last day</source>
        <translation>Am letzten Tag</translation>
    </message>
    <message>
        <location filename="../ui/trading/tradingpage.cpp" line="201"/>
        <source>&amp;Limit orders also in extended hours</source>
        <translation>&amp;Limit-Orders auch in erweiterten Zeiten</translation>
    </message>
    <message>
        <location filename="../ui/trading/tradingpage.cpp" line="202"/>
        <source>S&amp;ound when an order fills or is refused</source>
        <translation>&amp;Ton, wenn eine Order ausgeführt oder abgelehnt wird</translation>
    </message>
    <message>
        <location filename="../ui/trading/tradingpage.cpp" line="203"/>
        <source>&amp;Desktop notification while another program is in front</source>
        <translation>&amp;Mitteilung auf dem Desktop, solange ein anderes Programm vorn ist</translation>
    </message>
</context>
<context>
    <name>tapeline::TypeMenu</name>
    <message>
        <location filename="../ui/chart/typemenu.cpp" line="65"/>
        <source>How the bars are painted</source>
        <translation>Wie die Kerzen gezeichnet sind</translation>
    </message>
    <message>
        <location filename="../ui/chart/typemenu.cpp" line="80"/>
        <source>Chart: %1</source>
        <extracomment>Command; %1 is a kind of painting such as candles or line</extracomment>
        <translation>Chart: %1</translation>
    </message>
</context>
<context>
    <name>tapeline::UnusualModel</name>
    <message>
        <location filename="../src/models/options/unusualmodel.cpp" line="217"/>
        <source>Contract</source>
        <translation>Kontrakt</translation>
    </message>
    <message>
        <location filename="../src/models/options/unusualmodel.cpp" line="220"/>
        <source>Score</source>
        <extracomment>Column: how unusual the day of a contract is</extracomment>
        <translation>Wert</translation>
    </message>
    <message>
        <location filename="../src/models/options/unusualmodel.cpp" line="223"/>
        <source>Vol/OI</source>
        <extracomment>Column: the day&apos;s volume to open interest</extracomment>
        <translation>Ums./OI</translation>
    </message>
    <message>
        <location filename="../src/models/options/unusualmodel.cpp" line="225"/>
        <source>Volume</source>
        <translation>Umsatz</translation>
    </message>
    <message>
        <location filename="../src/models/options/unusualmodel.cpp" line="228"/>
        <source>OI</source>
        <extracomment>Column: open interest, as short as can be</extracomment>
        <translation>OI</translation>
    </message>
    <message>
        <location filename="../src/models/options/unusualmodel.cpp" line="230"/>
        <source>Premium</source>
        <translation>Prämie</translation>
    </message>
    <message>
        <location filename="../src/models/options/unusualmodel.cpp" line="233"/>
        <source>Side seen</source>
        <extracomment>Column: whether a contract was rather bought or sold, of the prints that were seen</extracomment>
        <translation>Seite</translation>
    </message>
    <message>
        <location filename="../src/models/options/unusualmodel.cpp" line="235"/>
        <source>Last</source>
        <translation>Letzter</translation>
    </message>
    <message>
        <location filename="../src/models/options/unusualmodel.cpp" line="238"/>
        <source>IV</source>
        <extracomment>Column: implied volatility, as short as can be</extracomment>
        <translation>IV</translation>
    </message>
    <message>
        <location filename="../src/models/options/unusualmodel.cpp" line="241"/>
        <source>IV chg</source>
        <extracomment>Column: change of implied volatility, in points</extracomment>
        <translation>ΔIV</translation>
    </message>
    <message>
        <location filename="../src/models/options/unusualmodel.cpp" line="244"/>
        <source>Days</source>
        <extracomment>Column: days to expiry, as short as can be</extracomment>
        <translation>Tage</translation>
    </message>
    <message>
        <location filename="../src/models/options/unusualmodel.cpp" line="299"/>
        <source>%1 % bought</source>
        <extracomment>Of the premium whose side is known; %1 is a number of per cent</extracomment>
        <translation>%1 % gekauft</translation>
    </message>
    <message>
        <location filename="../src/models/options/unusualmodel.cpp" line="301"/>
        <source>%1 % sold</source>
        <extracomment>Of the premium whose side is known; %1 is a number of per cent</extracomment>
        <translation>%1 % verkauft</translation>
    </message>
</context>
<context>
    <name>tapeline::WatchlistDelegate</name>
    <message>
        <location filename="../ui/watchlist/watchlistdelegate.cpp" line="120"/>
        <source>halt</source>
        <extracomment>Mark behind a symbol: trading is halted; as short as possible</extracomment>
        <translation>Halt</translation>
    </message>
</context>
<context>
    <name>tapeline::WatchlistModel</name>
    <message>
        <location filename="../src/models/watchlistmodel.cpp" line="372"/>
        <source>%1%</source>
        <extracomment>A change in percent; %1 is the number with its sign</extracomment>
        <translation>%1 %</translation>
    </message>
    <message>
        <location filename="../src/models/watchlistmodel.cpp" line="375"/>
        <source>%1 × %2</source>
        <extracomment>Shares at the best bid and at the best ask</extracomment>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <location filename="../src/models/watchlistmodel.cpp" line="499"/>
        <source>Symbol</source>
        <translation>Symbol</translation>
    </message>
    <message>
        <location filename="../src/models/watchlistmodel.cpp" line="502"/>
        <source>Trend</source>
        <extracomment>Column of small charts: the course of the price since the list was opened</extracomment>
        <translation>Verlauf</translation>
    </message>
    <message>
        <location filename="../src/models/watchlistmodel.cpp" line="505"/>
        <source>Last</source>
        <extracomment>Column: price of the last trade</extracomment>
        <translation>Letzter</translation>
    </message>
    <message>
        <location filename="../src/models/watchlistmodel.cpp" line="508"/>
        <source>Chg</source>
        <extracomment>Column: change against the previous close, in currency</extracomment>
        <translation>+/−</translation>
    </message>
    <message>
        <location filename="../src/models/watchlistmodel.cpp" line="511"/>
        <source>Chg %</source>
        <extracomment>Column: change against the previous close, in percent</extracomment>
        <translation>+/− %</translation>
    </message>
    <message>
        <location filename="../src/models/watchlistmodel.cpp" line="513"/>
        <source>Bid</source>
        <translation>Geld</translation>
    </message>
    <message>
        <location filename="../src/models/watchlistmodel.cpp" line="515"/>
        <source>Ask</source>
        <translation>Brief</translation>
    </message>
    <message>
        <location filename="../src/models/watchlistmodel.cpp" line="518"/>
        <source>Bid × ask size</source>
        <extracomment>Column: shares at the best bid and at the best ask</extracomment>
        <translation>Geld- × Briefgröße</translation>
    </message>
    <message>
        <location filename="../src/models/watchlistmodel.cpp" line="520"/>
        <source>Volume</source>
        <translation>Volumen</translation>
    </message>
</context>
<context>
    <name>tapeline::WatchlistPanel</name>
    <message>
        <location filename="../ui/watchlist/watchlistpanel.cpp" line="97"/>
        <location filename="../src/app/desk.cpp" line="214"/>
        <source>Watchlist</source>
        <translation>Watchlist</translation>
    </message>
    <message>
        <location filename="../ui/watchlist/watchlistpanel.cpp" line="98"/>
        <location filename="../ui/watchlist/watchlistpanel.cpp" line="99"/>
        <source>Add symbol</source>
        <translation>Symbol hinzufügen</translation>
    </message>
    <message>
        <location filename="../ui/watchlist/watchlistpanel.cpp" line="132"/>
        <source>“%1” is not a symbol.</source>
        <translation>„%1“ ist kein Symbol.</translation>
    </message>
    <message>
        <location filename="../ui/watchlist/watchlistpanel.cpp" line="134"/>
        <source>%1 is in this list already.</source>
        <translation>%1 steht schon in dieser Liste.</translation>
    </message>
</context>
<context>
    <name>tapeline::WatchlistView</name>
    <message>
        <location filename="../ui/watchlist/watchlistview.cpp" line="112"/>
        <source>Watchlist</source>
        <translation>Watchlist</translation>
    </message>
    <message>
        <location filename="../ui/watchlist/watchlistview.cpp" line="326"/>
        <source>Open %1</source>
        <translation>%1 öffnen</translation>
    </message>
    <message>
        <location filename="../ui/watchlist/watchlistview.cpp" line="328"/>
        <source>Remove %1 from this list</source>
        <translation>%1 aus der Liste entfernen</translation>
    </message>
    <message>
        <location filename="../ui/watchlist/watchlistview.cpp" line="333"/>
        <source>Undo removing %1</source>
        <translation>Entfernen von %1 zurücknehmen</translation>
    </message>
    <message>
        <location filename="../ui/watchlist/watchlistview.cpp" line="336"/>
        <source>Add symbol</source>
        <translation>Symbol hinzufügen</translation>
    </message>
    <message>
        <location filename="../ui/watchlist/watchlistview.cpp" line="339"/>
        <source>My own order</source>
        <translation>Eigene Reihenfolge</translation>
    </message>
    <message>
        <location filename="../ui/watchlist/watchlistview.cpp" line="344"/>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
</context>
<context>
    <name>tapeline::WhatIfBar</name>
    <message>
        <location filename="../ui/options/whatifbar.cpp" line="132"/>
        <source>%1 %  (%2)</source>
        <extracomment>A move in percent, and the price it leads to</extracomment>
        <translation>%1 %  (%2)</translation>
    </message>
    <message>
        <location filename="../ui/options/whatifbar.cpp" line="134"/>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <location filename="../ui/options/whatifbar.cpp" line="137"/>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <location filename="../ui/options/whatifbar.cpp" line="138"/>
        <source>in %1 d  (%2)</source>
        <translation>in %1 T  (%2)</translation>
    </message>
    <message>
        <location filename="../ui/options/whatifbar.cpp" line="142"/>
        <source>%1 pts</source>
        <extracomment>Points of volatility</extracomment>
        <translation>%1 Pkt.</translation>
    </message>
    <message>
        <location filename="../ui/options/whatifbar.cpp" line="148"/>
        <source>Price</source>
        <translation>Kurs</translation>
    </message>
    <message>
        <location filename="../ui/options/whatifbar.cpp" line="149"/>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <location filename="../ui/options/whatifbar.cpp" line="150"/>
        <source>Volatility</source>
        <translation>Volatilität</translation>
    </message>
    <message>
        <location filename="../ui/options/whatifbar.cpp" line="154"/>
        <source>Moves the volatility of every option by so many points.</source>
        <translation>Verschiebt die Volatilität jeder Option um so viele Punkte.</translation>
    </message>
    <message>
        <location filename="../ui/options/whatifbar.cpp" line="155"/>
        <source>Back to the market as it is</source>
        <translation>Zurück zum Markt, wie er ist</translation>
    </message>
</context>
<context>
    <name>tapeline::WhatIfSection</name>
    <message>
        <location filename="../ui/journal/whatifsection.cpp" line="96"/>
        <source>What if</source>
        <translation>Was wäre wenn</translation>
    </message>
    <message>
        <location filename="../ui/journal/whatifsection.cpp" line="179"/>
        <source>No mistakes are noted yet. Note them on the pages of trades, and this says what they cost.</source>
        <translation>Noch sind keine Fehler notiert. Notieren Sie sie auf den Seiten der Geschäfte; dann steht hier, was sie kosten.</translation>
    </message>
    <message>
        <location filename="../ui/journal/whatifsection.cpp" line="182"/>
        <source>No tags are noted yet. Add them on the pages of trades.</source>
        <translation>Noch sind keine Schlagwörter notiert. Fügen Sie sie auf den Seiten der Geschäfte hinzu.</translation>
    </message>
    <message>
        <location filename="../ui/journal/whatifsection.cpp" line="183"/>
        <source>No setups are noted yet. Add them on the pages of trades.</source>
        <translation>Noch sind keine Setups notiert. Fügen Sie sie auf den Seiten der Geschäfte hinzu.</translation>
    </message>
    <message>
        <location filename="../ui/journal/whatifsection.cpp" line="209"/>
        <source>Figure</source>
        <translation>Kennzahl</translation>
    </message>
    <message>
        <location filename="../ui/journal/whatifsection.cpp" line="209"/>
        <location filename="../ui/journal/whatifsection.cpp" line="212"/>
        <source>As it was</source>
        <translation>Wie es war</translation>
    </message>
    <message>
        <location filename="../ui/journal/whatifsection.cpp" line="209"/>
        <location filename="../ui/journal/whatifsection.cpp" line="215"/>
        <source>Then</source>
        <translation>Dann</translation>
    </message>
    <message>
        <location filename="../ui/journal/whatifsection.cpp" line="209"/>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <location filename="../ui/journal/whatifsection.cpp" line="221"/>
        <source>Net as it was %1, then %2.</source>
        <translation>Netto wie es war %1, dann %2.</translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/journal/whatifsection.cpp" line="234"/>
        <source>%Ln trade(s) would not have been made.</source>
        <translation>
            <numerusform>%Ln Geschäft wäre nicht gemacht worden.</numerusform>
            <numerusform>%Ln Geschäfte wären nicht gemacht worden.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/journal/whatifsection.cpp" line="237"/>
        <source>%Ln trade(s) would have ended at the stop. What came after an exit is not known: a stop farther away than the one that was used changes nothing.</source>
        <translation>
            <numerusform>%Ln Geschäft hätte am Stop geendet. Was nach einem Ausstieg kam, ist nicht bekannt: Ein Stop, der weiter weg liegt als der verwendete, ändert nichts.</numerusform>
            <numerusform>%Ln Geschäfte hätten am Stop geendet. Was nach einem Ausstieg kam, ist nicht bekannt: Ein Stop, der weiter weg liegt als der verwendete, ändert nichts.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/journal/whatifsection.cpp" line="242"/>
        <source>%Ln trade(s) would have ended at the target. A target beyond the exits that were taken changes nothing.</source>
        <translation>
            <numerusform>%Ln Geschäft hätte am Ziel geendet. Ein Ziel jenseits der Ausstiege, die es gab, ändert nichts.</numerusform>
            <numerusform>%Ln Geschäfte hätten am Ziel geendet. Ein Ziel jenseits der Ausstiege, die es gab, ändert nichts.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/journal/whatifsection.cpp" line="247"/>
        <source>%Ln trade(s) would have come out differently if resting orders were only filled when the price trades through them.</source>
        <translation>
            <numerusform>%Ln Geschäft wäre anders ausgegangen, würden wartende Orders nur ausgeführt, wenn der Kurs sie durchbricht.</numerusform>
            <numerusform>%Ln Geschäfte wären anders ausgegangen, würden wartende Orders nur ausgeführt, wenn der Kurs sie durchbricht.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/journal/whatifsection.cpp" line="253"/>
        <source>%Ln trade(s) lack what it takes and stay as they were.</source>
        <translation>
            <numerusform>%Ln Geschäft fehlt das Nötige; es bleibt, wie es war.</numerusform>
            <numerusform>%Ln Geschäften fehlt das Nötige; sie bleiben, wie sie waren.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/journal/whatifsection.cpp" line="256"/>
        <source>%Ln trade(s) are judged by a way that is known roughly.</source>
        <translation>
            <numerusform>%Ln Geschäft ist nach einem Weg beurteilt, der nur ungefähr bekannt ist.</numerusform>
            <numerusform>%Ln Geschäfte sind nach Wegen beurteilt, die nur ungefähr bekannt sind.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../ui/journal/whatifsection.cpp" line="271"/>
        <source>Without a mistake</source>
        <translation>Ohne einen Fehler</translation>
    </message>
    <message>
        <location filename="../ui/journal/whatifsection.cpp" line="271"/>
        <source>Without a tag</source>
        <translation>Ohne ein Schlagwort</translation>
    </message>
    <message>
        <location filename="../ui/journal/whatifsection.cpp" line="272"/>
        <source>Without a setup</source>
        <translation>Ohne ein Setup</translation>
    </message>
    <message>
        <location filename="../ui/journal/whatifsection.cpp" line="272"/>
        <source>With another stop</source>
        <translation>Mit anderem Stop</translation>
    </message>
    <message>
        <location filename="../ui/journal/whatifsection.cpp" line="273"/>
        <source>With another target</source>
        <translation>Mit anderem Ziel</translation>
    </message>
    <message>
        <location filename="../ui/journal/whatifsection.cpp" line="273"/>
        <source>With stricter fills</source>
        <translation>Mit strengeren Ausführungen</translation>
    </message>
    <message>
        <location filename="../ui/journal/whatifsection.cpp" line="276"/>
        <source>What would have been different</source>
        <translation>Was anders gewesen wäre</translation>
    </message>
    <message>
        <location filename="../ui/journal/whatifsection.cpp" line="277"/>
        <source>Trades that are left out</source>
        <translation>Geschäfte, die ausgelassen werden</translation>
    </message>
    <message>
        <location filename="../ui/journal/whatifsection.cpp" line="278"/>
        <source>Distance from the entry</source>
        <translation>Abstand vom Einstieg</translation>
    </message>
    <message>
        <location filename="../ui/journal/whatifsection.cpp" line="279"/>
        <source>R (times the planned risk)</source>
        <translation>R (mal das geplante Risiko)</translation>
    </message>
    <message>
        <location filename="../ui/journal/whatifsection.cpp" line="280"/>
        <source>% of the value at the entry</source>
        <translation>% des Werts beim Einstieg</translation>
    </message>
    <message>
        <location filename="../ui/journal/whatifsection.cpp" line="281"/>
        <source>Unit of the distance</source>
        <translation>Einheit des Abstands</translation>
    </message>
    <message>
        <location filename="../ui/journal/whatifsection.cpp" line="282"/>
        <source>Net of closed trades</source>
        <translation>Netto der geschlossenen Geschäfte</translation>
    </message>
    <message>
        <location filename="../ui/journal/whatifsection.cpp" line="283"/>
        <source>Curves before and after</source>
        <translation>Kurven vorher und nachher</translation>
    </message>
    <message>
        <location filename="../ui/journal/whatifsection.cpp" line="284"/>
        <source>Figures before and after</source>
        <translation>Kennzahlen vorher und nachher</translation>
    </message>
</context>
<context>
    <name>tapeline::WordChips</name>
    <message>
        <location filename="../ui/journal/wordchips.cpp" line="114"/>
        <source>Take “%1” away</source>
        <translation>„%1“ wegnehmen</translation>
    </message>
    <message>
        <location filename="../ui/journal/wordchips.cpp" line="115"/>
        <source>%1: take “%2” away</source>
        <translation>%1: „%2“ wegnehmen</translation>
    </message>
</context>
<context>
    <name>tapeline::Workspace</name>
    <message>
        <location filename="../ui/workspace/layoutpreset.cpp" line="56"/>
        <source>Trade</source>
        <extracomment>Name of a workspace: the desk for trading</extracomment>
        <translation>Handel</translation>
    </message>
    <message>
        <location filename="../ui/workspace/layoutpreset.cpp" line="58"/>
        <source>Order flow</source>
        <extracomment>Name of a workspace: who buys and who sells</extracomment>
        <translation>Orderfluss</translation>
    </message>
    <message>
        <location filename="../ui/workspace/layoutpreset.cpp" line="60"/>
        <source>Options</source>
        <extracomment>Name of a workspace: option chains and strategies</extracomment>
        <translation>Optionen</translation>
    </message>
    <message>
        <location filename="../ui/workspace/layoutpreset.cpp" line="62"/>
        <source>Portfolio</source>
        <extracomment>Name of a workspace: what is held, and what came of it</extracomment>
        <translation>Portfolio</translation>
    </message>
    <message>
        <location filename="../ui/workspace/layoutpreset.cpp" line="65"/>
        <source>Journal</source>
        <extracomment>Name of a workspace: past trades, and what is learned from them</extracomment>
        <translation>Journal</translation>
    </message>
    <message>
        <location filename="../ui/workspace/workspace.cpp" line="291"/>
        <source>There is no panel here. Add one from the View menu, or press Ctrl+K.</source>
        <translation>Hier ist kein Fenster. Eines hinzufügen: Menü „Ansicht“ oder Strg+K.</translation>
    </message>
</context>
<context>
    <name>tapeline::WorkspaceArea</name>
    <message>
        <location filename="../ui/workspace/workspacearea.cpp" line="189"/>
        <source>%1 %2</source>
        <extracomment>Name of a second workspace of the same kind, such as &quot;Trade 2&quot;</extracomment>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>tapeline::WorkspaceTabs</name>
    <message>
        <location filename="../ui/workspace/workspacetabs.cpp" line="34"/>
        <source>Name of the workspace</source>
        <translation>Name des Arbeitsbereichs</translation>
    </message>
</context>
</TS>
