<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>tapeline::BookMenu</name>
    <message numerus="yes">
        <location filename="../ui/book/bookmenu.cpp" line="18"/>
        <source>%n price step(s)</source>
        <translation>
            <numerusform>%n price step</numerusform>
            <numerusform>%n price steps</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tapeline::BookPanel</name>
    <message numerus="yes">
        <location filename="../ui/book/booktext.cpp" line="84"/>
        <source>The best bid and offer of %n venue(s), sizes at one price added up. What rests behind them is not published.</source>
        <translation>
            <numerusform>The best bid and offer of %n venue. What rests behind them is not published.</numerusform>
            <numerusform>The best bid and offer of %n venues, sizes at one price added up. What rests behind them is not published.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tapeline::ConnectionLogModel</name>
    <message numerus="yes">
        <location filename="../src/models/connectionlogmodel.cpp" line="78"/>
        <source>A gap of %1 was filled: %n line(s) fetched.</source>
        <extracomment>%n trades or bars, %1 is a length of time</extracomment>
        <translation>
            <numerusform>A gap of %1 was filled: %n line fetched.</numerusform>
            <numerusform>A gap of %1 was filled: %n lines fetched.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../src/models/connectionlogmodel.cpp" line="123"/>
        <source>%n bar(s) differed from the service&apos;s and were put right.</source>
        <translation>
            <numerusform>%n bar differed from the service&apos;s and was put right.</numerusform>
            <numerusform>%n bars differed from the service&apos;s and were put right.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../src/models/connectionlogmodel.cpp" line="130"/>
        <source>%n message(s) could not be read.</source>
        <translation>
            <numerusform>%n message could not be read.</numerusform>
            <numerusform>%n messages could not be read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../src/models/connectionlogmodel.cpp" line="133"/>
        <source>%n trade(s) came twice and were counted once.</source>
        <translation>
            <numerusform>%n trade came twice and was counted once.</numerusform>
            <numerusform>%n trades came twice and were counted once.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tapeline::ExposureBars</name>
    <message numerus="yes">
        <location filename="../ui/trading/exposurebars.cpp" line="38"/>
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tapeline::FlowMenu</name>
    <message numerus="yes">
        <location filename="../ui/chart/flowmenu.cpp" line="133"/>
        <source>The last %n days</source>
        <translation>
            <numerusform>The last %n day</numerusform>
            <numerusform>The last %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tapeline::OrdersModel</name>
    <message numerus="yes">
        <location filename="../src/models/trading/ordersmodel.cpp" line="52"/>
        <source>Package of %n</source>
        <extracomment>In place of a symbol: an order of several contracts at once</extracomment>
        <translation>
            <numerusform>Package of %n</numerusform>
            <numerusform>Package of %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tapeline::ScenarioBox</name>
    <message numerus="yes">
        <location filename="../ui/trading/scenariobox.cpp" line="91"/>
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tapeline::SessionStatusBar</name>
    <message numerus="yes">
        <location filename="../ui/status/sessionstatusbar.cpp" line="96"/>
        <source>Messages a second from the stream. %n could not be read.</source>
        <translation>
            <numerusform>Messages a second from the stream. %n could not be read.</numerusform>
            <numerusform>Messages a second from the stream. %n could not be read.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tapeline::TapeFilterText</name>
    <message numerus="yes">
        <location filename="../ui/tape/tapefiltertext.cpp" line="89"/>
        <source>Only %n venue(s)</source>
        <translation>
            <numerusform>Only %n venue</numerusform>
            <numerusform>Only %n venues</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/tape/tapefiltertext.cpp" line="100"/>
        <source>Only %n condition(s)</source>
        <translation>
            <numerusform>Only %n condition</numerusform>
            <numerusform>Only %n conditions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/tape/tapefiltertext.cpp" line="103"/>
        <source>Not %n condition(s)</source>
        <translation>
            <numerusform>Not %n condition</numerusform>
            <numerusform>Not %n conditions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tapeline::TapeTotalsBar</name>
    <message numerus="yes">
        <location filename="../ui/tape/tapetotalsbar.cpp" line="64"/>
        <source>%n chosen</source>
        <comment>prints</comment>
        <translation>
            <numerusform>%n chosen</numerusform>
            <numerusform>%n chosen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/tape/tapetotalsbar.cpp" line="66"/>
        <location filename="../ui/tape/tapetotalsbar.cpp" line="92"/>
        <source>%n print(s)</source>
        <translation>
            <numerusform>%n print</numerusform>
            <numerusform>%n prints</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tapeline::TapeView</name>
    <message numerus="yes">
        <location filename="../ui/tape/tapetext.cpp" line="220"/>
        <source>%n venue(s)</source>
        <translation>
            <numerusform>%n venue</numerusform>
            <numerusform>%n venues</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/tape/tapetext.cpp" line="257"/>
        <source>Sweep of %n buy(s)</source>
        <translation>
            <numerusform>Sweep of %n buy</numerusform>
            <numerusform>Sweep of %n buys</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/tape/tapetext.cpp" line="258"/>
        <source>Sweep of %n sell(s)</source>
        <translation>
            <numerusform>Sweep of %n sell</numerusform>
            <numerusform>Sweep of %n sells</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/tape/tapeviewinput.cpp" line="270"/>
        <source>Copy %n row(s)</source>
        <translation>
            <numerusform>Copy %n row</numerusform>
            <numerusform>Copy %n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/tape/tapeview.cpp" line="311"/>
        <source>%n new print(s) · back to live</source>
        <translation>
            <numerusform>%n new print · back to live</numerusform>
            <numerusform>%n new prints · back to live</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tapeline::TimeframeText</name>
    <message numerus="yes">
        <location filename="../ui/workspace/timeframetext.cpp" line="26"/>
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n second</numerusform>
            <numerusform>%n seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/workspace/timeframetext.cpp" line="28"/>
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/workspace/timeframetext.cpp" line="30"/>
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/workspace/timeframetext.cpp" line="32"/>
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/workspace/timeframetext.cpp" line="34"/>
        <source>%n week(s)</source>
        <translation>
            <numerusform>%n week</numerusform>
            <numerusform>%n weeks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/workspace/timeframetext.cpp" line="36"/>
        <source>%n month(s)</source>
        <translation>
            <numerusform>%n month</numerusform>
            <numerusform>%n months</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/workspace/timeframetext.cpp" line="38"/>
        <source>%n quarter(s)</source>
        <translation>
            <numerusform>%n quarter</numerusform>
            <numerusform>%n quarters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/workspace/timeframetext.cpp" line="40"/>
        <source>%n year(s)</source>
        <translation>
            <numerusform>%n year</numerusform>
            <numerusform>%n years</numerusform>
        </translation>
    </message>
</context>
</TS>
