<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>tapeline::ConnectionLogModel</name>
    <message numerus="yes">
        <source>A gap of %1 was filled: %n line(s) fetched.</source>
        <translation>
            <numerusform>A gap of %1 was filled: %n line fetched.</numerusform>
            <numerusform>A gap of %1 was filled: %n lines fetched.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n bar(s) differed from the service's and were put right.</source>
        <translation>
            <numerusform>%n bar differed from the service's and was put right.</numerusform>
            <numerusform>%n bars differed from the service's and were put right.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) could not be read.</source>
        <translation>
            <numerusform>%n message could not be read.</numerusform>
            <numerusform>%n messages could not be read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n trade(s) came twice and were counted once.</source>
        <translation>
            <numerusform>%n trade came twice and was counted once.</numerusform>
            <numerusform>%n trades came twice and were counted once.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tapeline::SessionStatusBar</name>
    <message numerus="yes">
        <source>Messages a second from the stream. %n could not be read.</source>
        <translation>
            <numerusform>Messages a second from the stream. %n could not be read.</numerusform>
            <numerusform>Messages a second from the stream. %n could not be read.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tapeline::TapeView</name>
    <message numerus="yes">
        <source>%n venue(s)</source>
        <translation>
            <numerusform>%n venue</numerusform>
            <numerusform>%n venues</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Sweep of %n buy(s)</source>
        <translation>
            <numerusform>Sweep of %n buy</numerusform>
            <numerusform>Sweep of %n buys</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Sweep of %n sell(s)</source>
        <translation>
            <numerusform>Sweep of %n sell</numerusform>
            <numerusform>Sweep of %n sells</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copy %n row(s)</source>
        <translation>
            <numerusform>Copy %n row</numerusform>
            <numerusform>Copy %n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
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
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n second</numerusform>
            <numerusform>%n seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n week(s)</source>
        <translation>
            <numerusform>%n week</numerusform>
            <numerusform>%n weeks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n month(s)</source>
        <translation>
            <numerusform>%n month</numerusform>
            <numerusform>%n months</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n quarter(s)</source>
        <translation>
            <numerusform>%n quarter</numerusform>
            <numerusform>%n quarters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n year(s)</source>
        <translation>
            <numerusform>%n year</numerusform>
            <numerusform>%n years</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tapeline::TapeFilterText</name>
    <message numerus="yes">
        <source>Only %n venue(s)</source>
        <translation>
            <numerusform>Only %n venue</numerusform>
            <numerusform>Only %n venues</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Only %n condition(s)</source>
        <translation>
            <numerusform>Only %n condition</numerusform>
            <numerusform>Only %n conditions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
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
        <source>%n chosen</source>
        <comment>prints</comment>
        <translation>
            <numerusform>%n chosen</numerusform>
            <numerusform>%n chosen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n print(s)</source>
        <translation>
            <numerusform>%n print</numerusform>
            <numerusform>%n prints</numerusform>
        </translation>
    </message>
</context>
</TS>
