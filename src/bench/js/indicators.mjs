// The same indicators as indicatorrow.cpp by the npm package technicalindicators, bar by bar as a stream gives
// them. Usage: node indicators.mjs BARS ROUNDS; prints {"ns_per_value","indicators"}, the median round.

import technical from 'technicalindicators';

const count = Number(process.argv[2]);
const rounds = Number(process.argv[3]);

let state = 12345;
const random = () => (state = (Math.imul(state, 1103515245) + 12345) >>> 0) / 2 ** 32;
const bars = [];
for (let i = 0, price = 100; i < count; ++i) {
  const open = price;
  price = Math.max(1, price + random() - 0.5);
  bars.push({
    open, close: price, high: Math.max(open, price) + random() / 4, low: Math.min(open, price) - random() / 4,
    volume: 100 + Math.floor(random() * 10000),
  });
}

const ofClose = (type, parameters) => {
  const indicator = new technical[type]({ values: [], ...parameters });
  return (bar) => indicator.nextValue(bar.close);
};
const ofBar = (type, parameters) => {
  const none = { open: [], high: [], low: [], close: [], volume: [] };
  const indicator = new technical[type]({ ...none, ...parameters });
  return (bar) => indicator.nextValue(bar);
};
const indicators = () => [
  ofClose('SMA', { period: 20 }), ofClose('EMA', { period: 20 }), ofClose('WMA', { period: 20 }),
  ofClose('WEMA', { period: 14 }), ofClose('RSI', { period: 14 }),
  ofClose('MACD', { fastPeriod: 12, slowPeriod: 26, signalPeriod: 9, SimpleMAOscillator: false,
    SimpleMASignal: false }),
  ofClose('BollingerBands', { period: 20, stdDev: 2 }), ofClose('ROC', { period: 12 }),
  ofClose('TRIX', { period: 18 }), ofClose('SD', { period: 20 }),
  ofClose('StochasticRSI', { rsiPeriod: 14, stochasticPeriod: 14, kPeriod: 3, dPeriod: 3 }),
  ofBar('Stochastic', { period: 14, signalPeriod: 3 }), ofBar('ATR', { period: 14 }),
  ofBar('ADX', { period: 14 }), ofBar('CCI', { period: 20 }), ofBar('WilliamsR', { period: 14 }),
  ofBar('PSAR', { step: 0.02, max: 0.2 }), ofBar('OBV', {}), ofBar('ADL', {}), ofBar('MFI', { period: 14 }),
  ofBar('AwesomeOscillator', { fastPeriod: 5, slowPeriod: 34 }), ofBar('ForceIndex', { period: 13 }),
];

let kept = 0; // so that nothing computed is thrown away
function runAll() {
  const all = indicators();
  for (const bar of bars)
    for (const next of all)
      kept += next(bar) === undefined ? 0 : 1;
  return all.length;
}

const times = [];
runAll(); // warm-up
let used = 0;
for (let round = 0; round < rounds; ++round) {
  const start = process.hrtime.bigint();
  used = runAll();
  times.push(Number(process.hrtime.bigint() - start) / (count * used));
}
times.sort((a, b) => a - b);
console.log(JSON.stringify({ ns_per_value: times[times.length >> 1], indicators: used, kept }));
