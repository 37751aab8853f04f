// Stocks, and the lists of all classes: see clienttools.mjs.

import assert from 'node:assert/strict';
import { clientOf, fits, from, paging, run, single, sockets, sorted, streamed, to } from './clienttools.mjs';

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
  await assert.rejects(clientOf('stolen').getTicker({ ticker: 'AAPL' }),
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

function stream() {
  return streamed(sockets().stocks(), 'T.AAPL,Q.AAPL,AM.AAPL',
                  { T: 'ITradeStockEvent', Q: 'IQuoteStockEvent', AM: 'IAggregateStockEvent' },
                  event => event.sym === 'AAPL');
}

await run([reference, bars, ticks, snapshots, stream]);
