// Futures: see clienttools.mjs. Their session bars have no published type.

import assert from 'node:assert/strict';
import { fetched, fits, from, run, single, sockets, streamed } from './clienttools.mjs';

async function lists() {
  const contracts = fits('GetFuturesV1Contracts200Response',
                         await fetched('/futures/v1/contracts?product_code=ES&active=true&date=2026-08-13'));
  assert.ok(contracts.results.length >= 4);
  fits('GetFuturesV1Products200Response', await fetched('/futures/v1/products'));
  fits('GetFuturesV1Schedules200Response', await fetched(`/futures/v1/schedules?session_end_date=${from}`));
  fits('GetFuturesV1MarketStatus200Response', await fetched('/futures/v1/market-status'));
  fits('GetFuturesV1Exchanges200Response', await fetched('/futures/v1/exchanges'));
}

async function prices() {
  const bars = await fetched('/futures/v1/aggs/ESU6?limit=3');
  assert.equal(bars.results.length, 3);
  fits('GetFuturesV1TradesTicker200Response', await fetched('/futures/v1/trades/ESU6'));
  fits('GetFuturesV1QuotesTicker200Response', await fetched('/futures/v1/quotes/ESU6'));
  fits('GetFuturesV1Snapshot200Response', await fetched('/futures/v1/snapshot?product_code=ES'));
}

async function stream() {
  await streamed(sockets().futures(), 'T.ESU6,Q.ESU6,A.ESU6,AM.ESU6',
                 { T: 'ITradeFuturesEvent', Q: 'IQuoteFuturesEvent', A: 'IAggregateFuturesEvent',
                   AM: 'IAggregateFuturesEvent' },
                 event => event.sym === 'ESU6');
}

await run([lists, prices, stream]);
