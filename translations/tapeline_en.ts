<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>AnalysisText</name>
    <message numerus="yes">
        <location filename="../ui/options/analysistext.cpp" line="78"/>
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/options/analysistext.cpp" line="79"/>
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DataText</name>
    <message numerus="yes">
        <location filename="../src/models/data/datatext.cpp" line="29"/>
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../src/models/data/datatext.cpp" line="30"/>
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../src/models/data/datatext.cpp" line="42"/>
        <source>%1 bar(s)</source>
        <extracomment>%1 is a number of bars</extracomment>
        <translation>
            <numerusform>%1 bar</numerusform>
            <numerusform>%1 bars</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../src/models/data/datatext.cpp" line="77"/>
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>%n day ago</numerusform>
            <numerusform>%n days ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../src/models/data/datatext.cpp" line="91"/>
        <source>%n symbol(s)</source>
        <translation>
            <numerusform>%n symbol</numerusform>
            <numerusform>%n symbols</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../src/models/data/datatext.cpp" line="102"/>
        <source>%1 and %n more</source>
        <extracomment>%1 are symbols</extracomment>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../src/models/data/datatext.cpp" line="112"/>
        <source>At most %1 request(s). Your plan sets no limit.</source>
        <extracomment>%1 is a number, 1 or more</extracomment>
        <translation>
            <numerusform>At most %1 request. Your plan sets no limit.</numerusform>
            <numerusform>At most %1 requests. Your plan sets no limit.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../src/models/data/datatext.cpp" line="115"/>
        <source>At most %1 request(s): about %2 on your plan.</source>
        <extracomment>%1 is a number, 1 or more, %2 a time such as &quot;5 minutes&quot;</extracomment>
        <translation>
            <numerusform>At most %1 request: about %2 on your plan.</numerusform>
            <numerusform>At most %1 requests: about %2 on your plan.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../src/models/data/datatext.cpp" line="126"/>
        <source>%1 of %n symbol(s) · %2</source>
        <extracomment>%1 is a number of symbols, %2 &quot;1,234 bars&quot;</extracomment>
        <translation>
            <numerusform>%1 of %n symbol · %2</numerusform>
            <numerusform>%1 of %n symbols · %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DownloadDraft</name>
    <message numerus="yes">
        <location filename="../src/models/data/downloaddraft.cpp" line="33"/>
        <source>%n symbol(s) at once are too many: up to %1 are taken.</source>
        <translation>
            <numerusform>%n symbol at once is too many: up to %1 are taken.</numerusform>
            <numerusform>%n symbols at once are too many: up to %1 are taken.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tapeline::AlertBook</name>
    <message numerus="yes">
        <location filename="../src/models/chart/alertbook.cpp" line="208"/>
        <source>%n alert(s) are active, more cannot be watched. Pause or delete one first.</source>
        <translation>
            <numerusform>%n alert is active, more cannot be watched. Pause or delete one first.</numerusform>
            <numerusform>%n alerts are active, more cannot be watched. Pause or delete one first.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tapeline::AlertNews</name>
    <message numerus="yes">
        <location filename="../ui/chart/alerts/alertnews.cpp" line="42"/>
        <source>%1 (and %n more before it)</source>
        <extracomment>%1 is the newest of several alerts that fired</extracomment>
        <translation>
            <numerusform>%1 (and %n more before it)</numerusform>
            <numerusform>%1 (and %n more before it)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tapeline::AlertText</name>
    <message numerus="yes">
        <location filename="../src/models/chart/alerttext.cpp" line="93"/>
        <source>%1 rises by %2 % within %n bar(s)</source>
        <translation>
            <numerusform>%1 rises by %2 % within %n bar</numerusform>
            <numerusform>%1 rises by %2 % within %n bars</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../src/models/chart/alerttext.cpp" line="96"/>
        <source>%1 falls by %2 % within %n bar(s)</source>
        <translation>
            <numerusform>%1 falls by %2 % within %n bar</numerusform>
            <numerusform>%1 falls by %2 % within %n bars</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../src/models/chart/alerttext.cpp" line="122"/>
        <source>%1 rose by %2 % within %n bar(s)</source>
        <translation>
            <numerusform>%1 rose by %2 % within %n bar</numerusform>
            <numerusform>%1 rose by %2 % within %n bars</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../src/models/chart/alerttext.cpp" line="125"/>
        <source>%1 fell by %2 % within %n bar(s)</source>
        <translation>
            <numerusform>%1 fell by %2 % within %n bar</numerusform>
            <numerusform>%1 fell by %2 % within %n bars</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../src/models/chart/alerttext.cpp" line="137"/>
        <source>%1, %n min delayed</source>
        <extracomment>%1 is what happened; the plan&apos;s data is late by %n minutes</extracomment>
        <translation>
            <numerusform>%1, %n min delayed</numerusform>
            <numerusform>%1, %n min delayed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../src/models/chart/alerttext.cpp" line="229"/>
        <source>%n-second bars</source>
        <translation>
            <numerusform>%n-second bars</numerusform>
            <numerusform>%n-second bars</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../src/models/chart/alerttext.cpp" line="231"/>
        <source>%n-minute bars</source>
        <translation>
            <numerusform>%n-minute bars</numerusform>
            <numerusform>%n-minute bars</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../src/models/chart/alerttext.cpp" line="233"/>
        <source>%n-hour bars</source>
        <translation>
            <numerusform>%n-hour bars</numerusform>
            <numerusform>%n-hour bars</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../src/models/chart/alerttext.cpp" line="235"/>
        <source>%n-day bars</source>
        <translation>
            <numerusform>%n-day bars</numerusform>
            <numerusform>%n-day bars</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../src/models/chart/alerttext.cpp" line="237"/>
        <source>%n-week bars</source>
        <translation>
            <numerusform>%n-week bars</numerusform>
            <numerusform>%n-week bars</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../src/models/chart/alerttext.cpp" line="239"/>
        <source>%n-month bars</source>
        <translation>
            <numerusform>%n-month bars</numerusform>
            <numerusform>%n-month bars</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../src/models/chart/alerttext.cpp" line="241"/>
        <source>%n-quarter bars</source>
        <translation>
            <numerusform>%n-quarter bars</numerusform>
            <numerusform>%n-quarter bars</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../src/models/chart/alerttext.cpp" line="243"/>
        <source>%n-year bars</source>
        <translation>
            <numerusform>%n-year bars</numerusform>
            <numerusform>%n-year bars</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tapeline::AnalysisFigures</name>
    <message numerus="yes">
        <location filename="../ui/options/analysisfigures.cpp" line="119"/>
        <source>Among the %n day(s) before</source>
        <translation>
            <numerusform>Among the %n day before</numerusform>
            <numerusform>Among the %n days before</numerusform>
        </translation>
    </message>
</context>
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
    <name>tapeline::BreakdownSection</name>
    <message numerus="yes">
        <location filename="../ui/journal/breakdownsection.cpp" line="151"/>
        <source>%Ln trade(s)</source>
        <translation>
            <numerusform>%Ln trade</numerusform>
            <numerusform>%Ln trades</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tapeline::CalendarView</name>
    <message numerus="yes">
        <location filename="../ui/journal/calendarview.cpp" line="79"/>
        <location filename="../ui/journal/calendarview.cpp" line="221"/>
        <source>%n trade(s)</source>
        <translation>
            <numerusform>%n trade</numerusform>
            <numerusform>%n trades</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/journal/calendarview.cpp" line="84"/>
        <location filename="../ui/journal/calendarview.cpp" line="223"/>
        <source>%n open</source>
        <translation>
            <numerusform>%n open</numerusform>
            <numerusform>%n open</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/journal/calendarview.cpp" line="270"/>
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tapeline::ChainPanel</name>
    <message numerus="yes">
        <location filename="../ui/options/chainpanel.cpp" line="232"/>
        <source>%Ln strike(s) hidden</source>
        <translation>
            <numerusform>%Ln strike hidden</numerusform>
            <numerusform>%Ln strikes hidden</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tapeline::ChartDrawings</name>
    <message numerus="yes">
        <location filename="../ui/chart/drawings/chartdrawingsmenu.cpp" line="97"/>
        <source>Show %n hidden drawing(s)</source>
        <translation>
            <numerusform>Show %n hidden drawing</numerusform>
            <numerusform>Show %n hidden drawings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tapeline::ComparisonSection</name>
    <message numerus="yes">
        <location filename="../ui/journal/comparisonsection.cpp" line="261"/>
        <source>%Ln trade(s) of both are counted in neither.</source>
        <translation>
            <numerusform>%Ln trade of both is counted in neither.</numerusform>
            <numerusform>%Ln trades of both are counted in neither.</numerusform>
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
    <name>tapeline::CurvePlot</name>
    <message numerus="yes">
        <location filename="../ui/journal/curveplot.cpp" line="209"/>
        <source>After %Ln trade(s)</source>
        <translation>
            <numerusform>After %Ln trade</numerusform>
            <numerusform>After %Ln trades</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tapeline::DaysPage</name>
    <message numerus="yes">
        <location filename="../ui/journal/dayspage.cpp" line="199"/>
        <source>%n trade(s)</source>
        <translation>
            <numerusform>%n trade</numerusform>
            <numerusform>%n trades</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/journal/dayspage.cpp" line="201"/>
        <source>%n open</source>
        <translation>
            <numerusform>%n open</numerusform>
            <numerusform>%n open</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tapeline::Desk</name>
    <message numerus="yes">
        <location filename="../src/app/desk.cpp" line="493"/>
        <source>Nothing since %1 is on the disk: %2. Trading goes on in memory, and %n event(s) would be lost if the desk or the machine stopped now. Writing is tried again every second.</source>
        <translation>
            <numerusform>Nothing since %1 is on the disk: %2. Trading goes on in memory, and %n event would be lost if the desk or the machine stopped now. Writing is tried again every second.</numerusform>
            <numerusform>Nothing since %1 is on the disk: %2. Trading goes on in memory, and %n events would be lost if the desk or the machine stopped now. Writing is tried again every second.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tapeline::DistributionSection</name>
    <message numerus="yes">
        <location filename="../ui/journal/distributionsection.cpp" line="102"/>
        <source>%Ln trade(s) without a planned risk are left out.</source>
        <translation>
            <numerusform>%Ln trade without a planned risk is left out.</numerusform>
            <numerusform>%Ln trades without a planned risk are left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/journal/distributionsection.cpp" line="125"/>
        <source>%Ln trade(s)</source>
        <translation>
            <numerusform>%Ln trade</numerusform>
            <numerusform>%Ln trades</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/journal/distributionsection.cpp" line="149"/>
        <source>Runs of %Ln winner(s)</source>
        <translation>
            <numerusform>Runs of %Ln winner</numerusform>
            <numerusform>Runs of %Ln winners</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/journal/distributionsection.cpp" line="150"/>
        <source>Runs of %Ln loser(s)</source>
        <translation>
            <numerusform>Runs of %Ln loser</numerusform>
            <numerusform>Runs of %Ln losers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/journal/distributionsection.cpp" line="151"/>
        <source>%Ln time(s)</source>
        <translation>
            <numerusform>%Ln time</numerusform>
            <numerusform>%Ln times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tapeline::DownloadForm</name>
    <message numerus="yes">
        <location filename="../ui/data/downloadform.cpp" line="273"/>
        <source>The last %n year(s)</source>
        <translation>
            <numerusform>The last %n year</numerusform>
            <numerusform>The last %n years</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/data/downloadform.cpp" line="274"/>
        <source>The last %n month(s)</source>
        <translation>
            <numerusform>The last %n month</numerusform>
            <numerusform>The last %n months</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tapeline::DrawingDialog</name>
    <message numerus="yes">
        <location filename="../ui/chart/drawings/drawingdialog.cpp" line="121"/>
        <source>%n pixel(s)</source>
        <translation>
            <numerusform>%n pixel</numerusform>
            <numerusform>%n pixels</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tapeline::DrawingText</name>
    <message numerus="yes">
        <location filename="../ui/chart/drawings/drawingtext.cpp" line="126"/>
        <source>%1, %n tick(s)</source>
        <extracomment>Of a measure on a chart; %1 is the change</extracomment>
        <translation>
            <numerusform>%1, %n tick</numerusform>
            <numerusform>%1, %n ticks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/chart/drawings/drawingtext.cpp" line="131"/>
        <source>%n bar(s), %1</source>
        <translation>
            <numerusform>%n bar, %1</numerusform>
            <numerusform>%n bars, %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tapeline::ExcursionSection</name>
    <message numerus="yes">
        <location filename="../ui/journal/excursionsection.cpp" line="151"/>
        <source>%Ln trade(s) by their worst and best open result.</source>
        <translation>
            <numerusform>%Ln trade by its worst and best open result.</numerusform>
            <numerusform>%Ln trades by their worst and best open result.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/journal/excursionsection.cpp" line="155"/>
        <source>%Ln trade(s) without a planned risk, or not seen on their way, are left out.</source>
        <translation>
            <numerusform>%Ln trade without a planned risk, or not seen on its way, is left out.</numerusform>
            <numerusform>%Ln trades without a planned risk, or not seen on their way, are left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/journal/excursionsection.cpp" line="158"/>
        <source>%Ln trade(s) not seen on their way are left out.</source>
        <translation>
            <numerusform>%Ln trade not seen on its way is left out.</numerusform>
            <numerusform>%Ln trades not seen on their way are left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/journal/excursionsection.cpp" line="161"/>
        <source>%Ln trade(s) are known roughly: from bars, or with gaps.</source>
        <translation>
            <numerusform>%Ln trade is known roughly: from bars, or with gaps.</numerusform>
            <numerusform>%Ln trades are known roughly: from bars, or with gaps.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/journal/excursionsection.cpp" line="219"/>
        <source>Nothing can be suggested from %Ln trade(s) with a planned risk and a way that was seen: it takes %1.</source>
        <translation>
            <numerusform>Nothing can be suggested from %Ln trade with a planned risk and a way that was seen: it takes %1.</numerusform>
            <numerusform>Nothing can be suggested from %Ln trades with a planned risk and a way that was seen: it takes %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/journal/excursionsection.cpp" line="237"/>
        <source>&lt;p&gt;From %Ln trade(s).&lt;/p&gt;</source>
        <translation>
            <numerusform>&lt;p&gt;From %Ln trade.&lt;/p&gt;</numerusform>
            <numerusform>&lt;p&gt;From %Ln trades.&lt;/p&gt;</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tapeline::ExportDialog</name>
    <message numerus="yes">
        <location filename="../ui/journal/exportdialog.cpp" line="89"/>
        <source>%n trade(s) were written to %1.</source>
        <translation>
            <numerusform>%n trade was written to %1.</numerusform>
            <numerusform>%n trades were written to %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/journal/exportdialog.cpp" line="301"/>
        <source>%n trade(s)</source>
        <translation>
            <numerusform>%n trade</numerusform>
            <numerusform>%n trades</numerusform>
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
    <name>tapeline::FigureRows</name>
    <message numerus="yes">
        <location filename="../src/models/journal/figurerows.cpp" line="122"/>
        <source>%1 has %Ln trade(s).</source>
        <translation>
            <numerusform>%1 has %Ln trade.</numerusform>
            <numerusform>%1 has %Ln trades.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tapeline::FillText</name>
    <message numerus="yes">
        <location filename="../src/analytics/performance/filltext.cpp" line="119"/>
        <source>%n execution(s) stand in the file twice and count once.</source>
        <translation>
            <numerusform>%n execution stands in the file twice and counts once.</numerusform>
            <numerusform>%n executions stand in the file twice and count once.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../src/analytics/performance/filltext.cpp" line="122"/>
        <source>%n fill(s) look like another and have no id: they are taken as parts of one order.</source>
        <translation>
            <numerusform>%n fill looks like another and has no id: it is taken as part of the same order.</numerusform>
            <numerusform>%n fills look like another and have no id: they are taken as parts of one order.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../src/analytics/performance/filltext.cpp" line="127"/>
        <source>%n fill(s) have no time of day: midnight is taken.</source>
        <translation>
            <numerusform>%n fill has no time of day: midnight is taken.</numerusform>
            <numerusform>%n fills have no time of day: midnight is taken.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../src/analytics/performance/filltext.cpp" line="130"/>
        <source>%n fill(s) have a fee below zero, which counts as received. If they were charges, paid fees are negative in this file.</source>
        <translation>
            <numerusform>%n fill has a fee below zero, which counts as received. If it was a charge, paid fees are negative in this file.</numerusform>
            <numerusform>%n fills have a fee below zero, which counts as received. If they were charges, paid fees are negative in this file.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../src/analytics/performance/filltext.cpp" line="138"/>
        <source>%n symbol(s) are kept as they are written, the service does not have them: %1.</source>
        <translation>
            <numerusform>%n symbol is kept as it is written, the service does not have it: %1.</numerusform>
            <numerusform>%n symbols are kept as they are written, the service does not have them: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../src/analytics/performance/filltext.cpp" line="144"/>
        <source>%n charge(s) belong to no fill of the file and are left out.</source>
        <translation>
            <numerusform>%n charge belongs to no fill of the file and is left out.</numerusform>
            <numerusform>%n charges belong to no fill of the file and are left out.</numerusform>
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
    <name>tapeline::ImportDialog</name>
    <message numerus="yes">
        <location filename="../ui/journal/importdialogview.cpp" line="109"/>
        <source>Import %n fill(s)</source>
        <translation>
            <numerusform>Import %n fill</numerusform>
            <numerusform>Import %n fills</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/journal/importdialogview.cpp" line="120"/>
        <source>%n fill(s) are in the journal, under import/%1.</source>
        <translation>
            <numerusform>%n fill is in the journal, under import/%1.</numerusform>
            <numerusform>%n fills are in the journal, under import/%1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/journal/importdialogview.cpp" line="167"/>
        <source>%n fill(s)</source>
        <translation>
            <numerusform>%n fill</numerusform>
            <numerusform>%n fills</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/journal/importdialogview.cpp" line="169"/>
        <source>%n other line(s)</source>
        <translation>
            <numerusform>%n other line</numerusform>
            <numerusform>%n other lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tapeline::ImportOutcomeView</name>
    <message numerus="yes">
        <location filename="../ui/journal/importoutcome.cpp" line="112"/>
        <source>Leave out %n bad line(s) and take in the others</source>
        <translation>
            <numerusform>Leave out %n bad line and take in the others</numerusform>
            <numerusform>Leave out %n bad lines and take in the others</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tapeline::KeptData</name>
    <message numerus="yes">
        <location filename="../ui/data/keptdata.cpp" line="244"/>
        <source> day(s)</source>
        <extracomment>Behind a number</extracomment>
        <translation>
            <numerusform> day</numerusform>
            <numerusform> days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/data/keptdata.cpp" line="332"/>
        <source>%n symbol(s) could not be cleared: %1</source>
        <translation>
            <numerusform>%n symbol could not be cleared: %1</numerusform>
            <numerusform>%n symbols could not be cleared: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tapeline::OptionFlowBar</name>
    <message numerus="yes">
        <location filename="../ui/options/optionflowbar.cpp" line="217"/>
        <source>Within %n day(s)</source>
        <translation>
            <numerusform>Within %n day</numerusform>
            <numerusform>Within %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/options/optionflowbar.cpp" line="266"/>
        <source>%n alert(s)</source>
        <translation>
            <numerusform>%n alert</numerusform>
            <numerusform>%n alerts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tapeline::OptionFlowPanel</name>
    <message numerus="yes">
        <location filename="../ui/options/optionflowpanel.cpp" line="337"/>
        <source>Reading %n chain(s)…</source>
        <translation>
            <numerusform>Reading %n chain…</numerusform>
            <numerusform>Reading %n chains…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tapeline::OptionFlowText</name>
    <message numerus="yes">
        <location filename="../ui/options/optionflowtext.cpp" line="210"/>
        <source>%n day(s) to expiry</source>
        <translation>
            <numerusform>%n day to expiry</numerusform>
            <numerusform>%n days to expiry</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/options/optionflowtext.cpp" line="285"/>
        <source>within %n day(s)</source>
        <translation>
            <numerusform>within %n day</numerusform>
            <numerusform>within %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tapeline::OptionFlowTotalsBar</name>
    <message numerus="yes">
        <location filename="../ui/options/optionflowtotalsbar.cpp" line="55"/>
        <location filename="../ui/options/optionflowtotalsbar.cpp" line="81"/>
        <source>%n print(s)</source>
        <translation>
            <numerusform>%n print</numerusform>
            <numerusform>%n prints</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/options/optionflowtotalsbar.cpp" line="93"/>
        <source>%n print(s) were left out: more came than the window could take</source>
        <translation>
            <numerusform>%n print was left out: more came than the window could take</numerusform>
            <numerusform>%n prints were left out: more came than the window could take</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tapeline::OptionFlowView</name>
    <message numerus="yes">
        <location filename="../ui/options/optionflowview.cpp" line="246"/>
        <source>%n new print(s) · back to live</source>
        <translation>
            <numerusform>%n new print · back to live</numerusform>
            <numerusform>%n new prints · back to live</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tapeline::OptionReminder</name>
    <message numerus="yes">
        <location filename="../src/models/options/optionreminders.cpp" line="163"/>
        <source>%1 (%2 held) ends in %n days.</source>
        <translation>
            <numerusform>%1 (%2 held) ends in %n day.</numerusform>
            <numerusform>%1 (%2 held) ends in %n days.</numerusform>
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
    <name>tapeline::PerformanceReport</name>
    <message numerus="yes">
        <location filename="../src/analytics/performance/performancereport.cpp" line="185"/>
        <source>%n more are not shown.</source>
        <translation>
            <numerusform>%n more is not shown.</numerusform>
            <numerusform>%n more are not shown.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tapeline::PortfolioGreeksPanel</name>
    <message numerus="yes">
        <location filename="../ui/options/portfoliogreekspanel.cpp" line="224"/>
        <source>If it happened in %n days</source>
        <translation>
            <numerusform>If it happened in %n day</numerusform>
            <numerusform>If it happened in %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/options/portfoliogreekspanel.cpp" line="246"/>
        <source>%n d</source>
        <translation>
            <numerusform>%n d</numerusform>
            <numerusform>%n d</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/options/portfoliogreekspanel.cpp" line="274"/>
        <source>%n positions have no volatility yet and are not counted.</source>
        <translation>
            <numerusform>%n position has no volatility yet and is not counted.</numerusform>
            <numerusform>%n positions have no volatility yet and are not counted.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tapeline::PositionsPanel</name>
    <message numerus="yes">
        <location filename="../ui/trading/positionspanel.cpp" line="117"/>
        <source>Close %1 together (%n legs)</source>
        <extracomment>%1 is a strategy: &quot;Iron condor&quot;</extracomment>
        <translation>
            <numerusform>Close %1 together (%n leg)</numerusform>
            <numerusform>Close %1 together (%n legs)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tapeline::ProfileView</name>
    <message numerus="yes">
        <location filename="../ui/reference/profileview.cpp" line="89"/>
        <source>%n share(s)</source>
        <translation>
            <numerusform>%n share</numerusform>
            <numerusform>%n shares</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tapeline::RequestQueueModel</name>
    <message numerus="yes">
        <location filename="../src/models/requestqueuemodel.cpp" line="38"/>
        <source>Waits for the plan&apos;s %n a minute</source>
        <translation>
            <numerusform>Waits for the plan&apos;s %n a minute</numerusform>
            <numerusform>Waits for the plan&apos;s %n a minute</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../src/models/requestqueuemodel.cpp" line="292"/>
        <source>%1. %n request(s) go before it.</source>
        <extracomment>%1 says why a request waits, %n how many others go before it</extracomment>
        <translation>
            <numerusform>%1. %n request goes before it.</numerusform>
            <numerusform>%1. %n requests go before it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tapeline::RequestsView</name>
    <message numerus="yes">
        <location filename="../ui/connection/requestsview.cpp" line="202"/>
        <source>%n request(s) in the last minute, without a limit</source>
        <translation>
            <numerusform>%n request in the last minute, without a limit</numerusform>
            <numerusform>%n requests in the last minute, without a limit</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/connection/requestsview.cpp" line="215"/>
        <source>Since %1: %2 request(s), %3 refused as too many, %4 failed, %5 received</source>
        <extracomment>%1 is the time the program&apos;s first request went out, %2 a number of requests, %3 of those that were too many for the plan, %4 of those that failed, %5 a size such as &quot;4.2 MB&quot;</extracomment>
        <translation>
            <numerusform>Since %1: %2 request, %3 refused as too many, %4 failed, %5 received</numerusform>
            <numerusform>Since %1: %2 requests, %3 refused as too many, %4 failed, %5 received</numerusform>
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
        <location filename="../ui/status/sessionstatusbar.cpp" line="115"/>
        <source>Messages a second from the stream. %n could not be read.</source>
        <translation>
            <numerusform>Messages a second from the stream. %n could not be read.</numerusform>
            <numerusform>Messages a second from the stream. %n could not be read.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tapeline::StrategyOrderBar</name>
    <message numerus="yes">
        <location filename="../ui/options/strategyorderbar.cpp" line="185"/>
        <source>Send as %n order(s)</source>
        <translation>
            <numerusform>Send as %n order</numerusform>
            <numerusform>Send as %n orders</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tapeline::StrategyPanel</name>
    <message numerus="yes">
        <location filename="../ui/options/strategypanel.cpp" line="216"/>
        <source>A strategy has at most %n leg(s).</source>
        <translation>
            <numerusform>A strategy has at most %n leg.</numerusform>
            <numerusform>A strategy has at most %n legs.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tapeline::StrategyText</name>
    <message numerus="yes">
        <location filename="../src/models/options/strategytext.cpp" line="222"/>
        <source>This goes as %n order(s): shares by themselves and first, then the options, those that are bought before the others.</source>
        <translation>
            <numerusform>This goes as %n order: shares by themselves and first, then the options, those that are bought before the others.</numerusform>
            <numerusform>This goes as %n orders: shares by themselves and first, then the options, those that are bought before the others.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../src/models/options/strategytext.cpp" line="226"/>
        <source>This is more than one package takes: it goes as %n order(s), those that are bought first.</source>
        <translation>
            <numerusform>This is more than one package takes: it goes as %n order, those that are bought first.</numerusform>
            <numerusform>This is more than one package takes: it goes as %n orders, those that are bought first.</numerusform>
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
        <location filename="../ui/tape/tapetotalsbar.cpp" line="97"/>
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
        <location filename="../ui/tape/tapetext.cpp" line="251"/>
        <source>%n venue(s)</source>
        <translation>
            <numerusform>%n venue</numerusform>
            <numerusform>%n venues</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/tape/tapetext.cpp" line="288"/>
        <source>Sweep of %n buy(s)</source>
        <translation>
            <numerusform>Sweep of %n buy</numerusform>
            <numerusform>Sweep of %n buys</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/tape/tapetext.cpp" line="289"/>
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
        <location filename="../ui/tape/tapeview.cpp" line="309"/>
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
        <location filename="../ui/workspace/timeframetext.cpp" line="28"/>
        <source>%n trade(s)</source>
        <translation>
            <numerusform>%n trade</numerusform>
            <numerusform>%n trades</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/workspace/timeframetext.cpp" line="31"/>
        <source>Volume of %n</source>
        <extracomment>Bars that end with so much volume</extracomment>
        <translation>
            <numerusform>Volume of %n</numerusform>
            <numerusform>Volume of %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/workspace/timeframetext.cpp" line="34"/>
        <source>Range of %n step(s)</source>
        <extracomment>Bars that end with so large a range, in the smallest steps of the price</extracomment>
        <translation>
            <numerusform>Range of %n step</numerusform>
            <numerusform>Range of %n steps</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/workspace/timeframetext.cpp" line="36"/>
        <source>Renko bricks of %n step(s)</source>
        <translation>
            <numerusform>Renko bricks of %n step</numerusform>
            <numerusform>Renko bricks of %n steps</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/workspace/timeframetext.cpp" line="40"/>
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n second</numerusform>
            <numerusform>%n seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/workspace/timeframetext.cpp" line="42"/>
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/workspace/timeframetext.cpp" line="44"/>
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/workspace/timeframetext.cpp" line="46"/>
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/workspace/timeframetext.cpp" line="48"/>
        <source>%n week(s)</source>
        <translation>
            <numerusform>%n week</numerusform>
            <numerusform>%n weeks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/workspace/timeframetext.cpp" line="50"/>
        <source>%n month(s)</source>
        <translation>
            <numerusform>%n month</numerusform>
            <numerusform>%n months</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/workspace/timeframetext.cpp" line="52"/>
        <source>%n quarter(s)</source>
        <translation>
            <numerusform>%n quarter</numerusform>
            <numerusform>%n quarters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/workspace/timeframetext.cpp" line="54"/>
        <source>%n year(s)</source>
        <translation>
            <numerusform>%n year</numerusform>
            <numerusform>%n years</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tapeline::TradeNotesForm</name>
    <message numerus="yes">
        <location filename="../ui/journal/tradenotesform.cpp" line="236"/>
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n change</numerusform>
            <numerusform>%n changes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tapeline::WhatIfSection</name>
    <message numerus="yes">
        <location filename="../ui/journal/whatifsection.cpp" line="234"/>
        <source>%Ln trade(s) would not have been made.</source>
        <translation>
            <numerusform>%Ln trade would not have been made.</numerusform>
            <numerusform>%Ln trades would not have been made.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/journal/whatifsection.cpp" line="237"/>
        <source>%Ln trade(s) would have ended at the stop. What came after an exit is not known: a stop farther away than the one that was used changes nothing.</source>
        <translation>
            <numerusform>%Ln trade would have ended at the stop. What came after an exit is not known: a stop farther away than the one that was used changes nothing.</numerusform>
            <numerusform>%Ln trades would have ended at the stop. What came after an exit is not known: a stop farther away than the one that was used changes nothing.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/journal/whatifsection.cpp" line="242"/>
        <source>%Ln trade(s) would have ended at the target. A target beyond the exits that were taken changes nothing.</source>
        <translation>
            <numerusform>%Ln trade would have ended at the target. A target beyond the exits that were taken changes nothing.</numerusform>
            <numerusform>%Ln trades would have ended at the target. A target beyond the exits that were taken changes nothing.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/journal/whatifsection.cpp" line="247"/>
        <source>%Ln trade(s) would have come out differently if resting orders were only filled when the price trades through them.</source>
        <translation>
            <numerusform>%Ln trade would have come out differently if resting orders were only filled when the price trades through them.</numerusform>
            <numerusform>%Ln trades would have come out differently if resting orders were only filled when the price trades through them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/journal/whatifsection.cpp" line="253"/>
        <source>%Ln trade(s) lack what it takes and stay as they were.</source>
        <translation>
            <numerusform>%Ln trade lacks what it takes and stays as it was.</numerusform>
            <numerusform>%Ln trades lack what it takes and stay as they were.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/journal/whatifsection.cpp" line="256"/>
        <source>%Ln trade(s) are judged by a way that is known roughly.</source>
        <translation>
            <numerusform>%Ln trade is judged by a way that is known roughly.</numerusform>
            <numerusform>%Ln trades are judged by a way that is known roughly.</numerusform>
        </translation>
    </message>
</context>
</TS>
