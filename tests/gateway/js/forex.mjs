// Currencies: see clienttools.mjs.

import assert from 'node:assert/strict';
import { fits, from, paging, run, single, sockets, sorted, streamed, to } from './clienttools.mjs';

const forexTicker = 'C:EURUSD';

async function bars() {
  const asked = { forexTicker, multiplier: 1, timespan: 'minute', from, to };
  const whole = fits('GetCryptoAggregates200Response', await single.getForexAggregates({ ...asked, limit: 50000 }));
  assert.equal(whole.results.length, 3 * 1440);
  const pages = await paging.getForexAggregates({ ...asked, limit: 1000 });
  assert.deepEqual(sorted(pages.results, row => row.t), whole.results);
  const grouped = fits('GetGroupedCryptoAggregates200Response', await single.getGroupedForexAggregates({ date: from }));
  assert.equal(grouped.results.length, 2);
  fits('GetPreviousForexAggregates200Response', await single.getPreviousForexAggregates({ forexTicker }));
}

async function quotes() {
  fits('GetForexQuotes200Response', await single.getForexQuotes({ fxTicker: forexTicker, timestampGte: from, limit: 500 }));
  const last = fits('GetLastCurrencyQuote200Response', await single.getLastCurrencyQuote({ from: 'EUR', to: 'USD' }));
  assert.ok(last.last.bid < last.last.ask);
  const there = fits('GetCurrencyConversion200Response',
                     await single.getCurrencyConversion({ from: 'EUR', to: 'USD', amount: 100, precision: 4 }));
  const back = fits('GetCurrencyConversion200Response',
                    await single.getCurrencyConversion({ from: 'USD', to: 'EUR', amount: there.converted, precision: 4 }));
  assert.ok(Math.abs(back.converted - 100) < 0.1);
}

async function snapshots() {
  const all = fits('GetForexSnapshotTickers200Response', await single.getForexSnapshotTickers());
  assert.equal(all.tickers.length, 2);
  fits('GetForexSnapshotTicker200Response', await single.getForexSnapshotTicker({ ticker: forexTicker }));
}

async function stream() {
  await streamed(sockets().forex(), 'C.EUR/USD,CAS.EUR/USD,CA.EUR-USD',
                 { C: 'IQuoteForexEvent', CAS: 'IAggegateForexEvent', CA: 'IAggegateForexEvent' },
                 event => (event.pair ?? event.p) === 'EUR/USD');
}

await run([bars, quotes, snapshots, stream]);
