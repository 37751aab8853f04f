// Crypto: see clienttools.mjs.

import assert from 'node:assert/strict';
import { fits, from, paging, run, single, sockets, sorted, streamed, to } from './clienttools.mjs';

const cryptoTicker = 'X:BTCUSD';

async function bars() {
  const asked = { cryptoTicker, multiplier: 1, timespan: 'minute', from, to };
  const whole = fits('GetCryptoAggregates200Response',
                     await single.getCryptoAggregates({ ...asked, limit: 50000 }));
  assert.equal(whole.results.length, 3 * 1440);
  const pages = await paging.getCryptoAggregates({ ...asked, limit: 1000 });
  assert.deepEqual(sorted(pages.results, row => row.t), whole.results);
  const grouped = fits('GetGroupedCryptoAggregates200Response',
                       await single.getGroupedCryptoAggregates({ date: from }));
  assert.equal(grouped.results.length, 3);
  fits('GetPreviousCryptoAggregates200Response', await single.getPreviousCryptoAggregates({ cryptoTicker }));
  const day = fits('GetCryptoOpenClose200Response',
                   await single.getCryptoOpenClose({ from: 'BTC', to: 'USD', date: from }));
  assert.equal(day.open, whole.results[0].o);
  fits('GetCryptoSMA200Response', await single.getCryptoSMA({ cryptoTicker }));
  fits('GetCryptoMACD200Response', await single.getCryptoMACD({ cryptoTicker }));
}

async function ticks() {
  const trades = fits('GetCryptoTrades200Response',
                      await single.getCryptoTrades({ cryptoTicker, timestampGte: from, order: 'asc', limit: 500 }));
  assert.equal(trades.results.length, 500);
  const last = fits('GetLastCryptoTrade200Response', await single.getLastCryptoTrade({ from: 'BTC', to: 'USD' }));
  assert.equal(last.symbol, 'BTC-USD');
}

async function snapshots() {
  const all = fits('GetCryptoSnapshotTickers200Response', await single.getCryptoSnapshotTickers());
  assert.equal(all.tickers.length, 3);
  const one = fits('GetCryptoSnapshotTicker200Response', await single.getCryptoSnapshotTicker({ ticker: cryptoTicker }));
  assert.equal(one.ticker.ticker, cryptoTicker);
  for (const direction of ['gainers', 'losers'])
    fits('GetCryptoSnapshotDirection200Response', await single.getCryptoSnapshotDirection({ direction }));
  const universal = fits('GetSnapshots200Response',
                         await single.getSnapshots({ tickerAnyOf: 'AAPL,I:SPX,C:EURUSD,X:BTCUSD,NOSUCH', limit: 10 }));
  assert.equal(universal.results.length, 5);
}

/** The books are retired: the client still asks for them, and their channel has no type any more. */
async function books() {
  fits('DeprecatedGetCryptoSnapshotTickerBook200Response',
       await single.deprecatedGetCryptoSnapshotTickerBook({ ticker: 'X:BTCUSD' }));
}

async function stream() {
  await streamed(sockets().crypto(), 'XT.BTC-USD,XQ.BTC-USD,XAS.BTC-USD,XA.BTC-USD',
                 { XT: 'ITradeCryptoEvent', XQ: 'IQuoteCryptoEvent', XAS: 'IAggregateCryptoEvent',
                   XA: 'IAggregateCryptoEvent' },
                 event => event.pair === 'BTC-USD');
}

await run([bars, ticks, snapshots, books, stream]);
