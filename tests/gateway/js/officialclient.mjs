// Drives Tapeline's local server with the service's official client, unchanged but for the base addresses.
// Usage: node officialclient.mjs REST WS FROM TO, the dates of a stretch with several sessions.

import assert from 'node:assert/strict';
import { restClient, websocketClient } from '@massive.com/client-js';
import { complaints, readTypes } from './publishedtypes.mjs';

const [restBase, wsBase, from, to] = process.argv.slice(2);
const key = 'advanced';
const types = readTypes('node_modules/@massive.com/client-js/dist/main.d.ts');
const single = restClient(key, restBase);
const paging = restClient(key, restBase, { pagination: true });

function fits(type, answer) {
  assert.ok(types.has(type), `the client publishes no ${type}`);
  assert.deepEqual(complaints(types, type, answer).slice(0, 5), []);
  return answer;
}

/** The client joins pages last first; rows are compared in the order of their key. */
function sorted(rows, of) {
  return [...rows].sort((a, b) => of(a) - of(b));
}

async function reference() {
  const list = fits('ListTickers200Response', await single.listTickers({ market: 'stocks', limit: 1000 }));
  assert.ok(list.results.length >= 14);
  const pages = await paging.listTickers({ market: 'stocks', limit: 5 });
  assert.deepEqual(new Set(pages.results.map(row => row.ticker)),
                   new Set(list.results.map(row => row.ticker)));
  const found = await single.listTickers({ search: 'apple' });
  assert.ok(found.results.some(row => row.ticker === 'AAPL'));
  fits('GetTicker200Response', await single.getTicker({ ticker: 'AAPL' }));
  fits('ListTickerTypes200Response', await single.listTickerTypes());
  fits('ListExchanges200Response', await single.listExchanges({ assetClass: 'stocks' }));
  fits('ListConditions200Response', await single.listConditions({ assetClass: 'stocks', limit: 1000 }));
  fits('GetMarketStatus200Response', await single.getMarketStatus());
  for (const row of await single.getMarketHolidays())
    fits('GetMarketHolidays200ResponseInner', row);
  await assert.rejects(single.getTicker({ ticker: 'NOSUCH' }), error => error.response.status === 404);
  await assert.rejects(restClient('stolen', restBase).getTicker({ ticker: 'AAPL' }),
                       error => error.response.data.error === 'Unknown API Key');
}

async function bars() {
  const asked = { stocksTicker: 'AAPL', multiplier: 1, timespan: 'minute', from, to };
  const whole = fits('GetStocksAggregates200Response',
                     await single.getStocksAggregates({ ...asked, limit: 50000 }));
  assert.ok(whole.results.length > 1000);
  const pages = await paging.getStocksAggregates({ ...asked, limit: 500 });
  assert.deepEqual(sorted(pages.results, row => row.t), whole.results);
  const days = fits('GetStocksAggregates200Response',
                    await single.getStocksAggregates({ ...asked, timespan: 'day' }));
  const date = new Date(days.results[0].t).toISOString().slice(0, 10);
  const openClose = fits('GetOptionsOpenClose200Response',
                         await single.getStocksOpenClose({ stocksTicker: 'AAPL', date }));
  assert.equal(openClose.close, days.results[0].c);
  const grouped = fits('GetGroupedStocksAggregates200Response',
                       await single.getGroupedStocksAggregates({ date }));
  assert.equal(grouped.results.find(row => row.T === 'AAPL').v, days.results[0].v);
  const previous = await single.getPreviousStocksAggregates({ stocksTicker: 'AAPL' });
  assert.equal(previous.resultsCount, 1);
}

async function ticks() {
  const window = { timestampGte: from, timestampLt: to, order: 'asc' };
  const trades = fits('GetStocksTrades200Response',
                      await single.getStocksTrades({ stockTicker: 'AAPL', limit: 500, ...window }));
  assert.equal(trades.results.length, 500);
  fits('GetStocksQuotes200Response',
       await single.getStocksQuotes({ stockTicker: 'AAPL', limit: 500, ...window }));
  fits('GetLastStocksTrade200Response', await single.getLastStocksTrade({ stocksTicker: 'AAPL' }));
  fits('GetLastStocksQuote200Response', await single.getLastStocksQuote({ stocksTicker: 'AAPL' }));
  // All pages of a stretch that ends with the last of these trades
  const last = trades.results[499].sip_timestamp;
  const pages = await paging.getStocksTrades(
    { stockTicker: 'AAPL', limit: 60, order: 'asc', timestampGte: from, timestampLte: String(last) });
  assert.ok(Math.abs(pages.results.length - 500) <= 1); // a double does not hold every nanosecond
}

async function snapshots() {
  const all = await single.getStocksSnapshotTickers();
  assert.ok(all.tickers.length >= 14);
  for (const { lastTrade } of all.tickers)
    lastTrade.c = []; // the service leaves it out of the whole market's answer
  fits('GetStocksSnapshotTickers200Response', all);
  const one = fits('GetStocksSnapshotTicker200Response',
                   await single.getStocksSnapshotTicker({ stocksTicker: 'AAPL' }));
  assert.equal(one.ticker.ticker, 'AAPL');
  for (const direction of ['gainers', 'losers'])
    fits('GetStocksSnapshotDirection200Response', await single.getStocksSnapshotDirection({ direction }));
}

/** Fields of the client's hand-written stream types; c is absent when a trade or quote has none. */
function hasFields(type, event) {
  for (const { key: field } of types.get(type))
    assert.ok(field in event || field === 'c', `${event.ev} lacks ${field}: ${JSON.stringify(event)}`);
}

/** Resolves when an event of every wanted kind came, each of the client's type and of its symbol. */
function streamed(socket, params, wanted, isRight) {
  return new Promise((resolve, reject) => {
    const seen = new Set();
    const deadline = setTimeout(() => reject(new Error(`only ${[...seen]} came`)), 60_000);
    socket.onerror = reject;
    socket.onmessage = ({ data }) => {
      for (const event of JSON.parse(data)) {
        if (event.ev === 'status' && event.status === 'auth_success')
          socket.send(JSON.stringify({ action: 'subscribe', params }));
        if (!wanted[event.ev])
          continue;
        try {
          assert.ok(isRight(event));
          hasFields(wanted[event.ev], event);
        } catch (error) {
          reject(error);
        }
        seen.add(event.ev);
      }
      if (seen.size === Object.keys(wanted).length) {
        clearTimeout(deadline);
        socket.close();
        resolve();
      }
    };
  });
}

function stream() {
  return streamed(websocketClient(key, wsBase).stocks(), 'T.AAPL,Q.AAPL,AM.AAPL',
                  { T: 'ITradeStockEvent', Q: 'IQuoteStockEvent', AM: 'IAggregateStockEvent' },
                  event => event.sym === 'AAPL');
}

/** The books are retired: the client still asks for them, and their channel has no type any more. */
async function crypto() {
  fits('DeprecatedGetCryptoSnapshotTickerBook200Response',
       await single.deprecatedGetCryptoSnapshotTickerBook({ ticker: 'X:BTCUSD' }));
  await streamed(websocketClient(key, wsBase).crypto(), 'XT.*,XQ.BTC-USD',
                 { XT: 'ITradeCryptoEvent', XQ: 'IQuoteCryptoEvent' }, event => event.pair === 'BTC-USD');
}

for (const check of [reference, bars, ticks, snapshots, stream, crypto]) {
  await check();
  console.log(`${check.name}: ok`);
}
