// Options: see clienttools.mjs.

import assert from 'node:assert/strict';
import { clientOf, fits, from, paging, run, single, sockets, sorted, streamed, to } from './clienttools.mjs';

/** A contract of SPY that expires in some weeks, near the money: it is traded all day. */
async function nearMoney() {
  const { results } = await single.getLastStocksTrade({ stocksTicker: 'SPY' });
  const chain = await single.getOptionsChain(
    { underlyingAsset: 'SPY', contractType: 'call', expirationDate: '2026-08-21', limit: 250,
      strikePriceGte: Math.round(results.p), strikePriceLt: Math.round(results.p) + 1 });
  return chain.results[0].details.ticker;
}

async function contracts() {
  const asked = { underlyingTicker: 'SPY', contractType: 'put', expirationDate: '2026-08-21' };
  const list = fits('ListOptionsContracts200Response',
                    await single.listOptionsContracts({ ...asked, limit: 1000 }));
  assert.ok(list.results.length > 80);
  const pages = await paging.listOptionsContracts({ ...asked, limit: 20 });
  assert.deepEqual(sorted(pages.results, row => row.strike_price),
                   sorted(list.results, row => row.strike_price));
  const one = fits('GetOptionsContract200Response',
                   await single.getOptionsContract({ optionsTicker: list.results[0].ticker }));
  assert.deepEqual(one.results, list.results[0]);
  await assert.rejects(single.getOptionsContract({ optionsTicker: 'O:SPY260821C00000001' }),
                       error => error.response.status === 404);
}

async function lists() {
  const { results } = fits('ListConditions200Response', await single.listConditions({ assetClass: 'options', limit: 1000 }));
  assert.ok(results.some(row => row.id === 209));
  const exchanges = fits('ListExchanges200Response', await single.listExchanges({ assetClass: 'options' }));
  assert.ok(exchanges.results.every(row => row.id >= 300));
}

async function chains() {
  for (const underlyingAsset of ['SPY', 'AAPL', 'NVDA', 'I:SPX']) {
    const chain = await single.getOptionsChain({ underlyingAsset, limit: 250 });
    assert.equal(chain.results.length, 250);
  }
  const chain = await single.getOptionsChain(
    { underlyingAsset: 'SPY', expirationDate: '2026-08-21', limit: 250 });
  // Rows without a trade today or without a computable volatility leave fields out, as the service does
  const whole = chain.results.filter(row => row.greeks && row.day.previous_close);
  assert.ok(whole.length > 20);
  fits('GetOptionsChain200Response', { ...chain, results: whole });
  const pages = await paging.getOptionsChain({ underlyingAsset: 'SPY', expirationDate: '2026-08-21', limit: 50 });
  assert.ok(pages.results.length >= chain.results.length);
  const optionContract = await nearMoney();
  fits('GetOptionContract200Response',
       await single.getOptionContract({ underlyingAsset: 'SPY', optionContract }));
}

async function bars() {
  const optionsTicker = await nearMoney();
  const asked = { optionsTicker, multiplier: 1, timespan: 'minute', from: '2026-08-13', to: '2026-08-13' };
  const minutes = await single.getOptionsAggregates({ ...asked, limit: 50000 });
  assert.ok(minutes.results.length > 5);
  const days = await single.getOptionsAggregates({ ...asked, timespan: 'day', from, to });
  assert.ok(days.results.length > 0);
  const date = new Date(days.results[0].t).toISOString().slice(0, 10);
  const day = fits('GetOptionsOpenClose200Response', await single.getOptionsOpenClose({ optionsTicker, date }));
  assert.equal(day.close, days.results[0].c);
  assert.equal((await single.getPreviousOptionsAggregates({ optionsTicker })).status, 'OK');
}

async function ticks() {
  const optionsTicker = await nearMoney();
  const trades = fits('GetOptionsTrades200Response', await single.getOptionsTrades({ optionsTicker, limit: 20 }));
  assert.ok(trades.results.length > 5);
  fits('GetOptionsQuotes200Response', await single.getOptionsQuotes({ optionsTicker, limit: 100 }));
  fits('GetLastOptionsTrade200Response', await single.getLastOptionsTrade({ optionsTicker }));
  await assert.rejects(clientOf('developer').getOptionsQuotes({ optionsTicker }),
                       error => error.response.status === 403);
}

async function stream() {
  const contract = await nearMoney();
  await streamed(sockets().options(), `T.*,Q.${contract},A.*,AM.*`,
                 { T: 'ITradeOptionsEvent', Q: 'IQuoteOptionsEvent', A: 'IAggregateOptionsEvent',
                   AM: 'IAggregateOptionsEvent' },
                 event => event.sym.startsWith('O:') && (event.ev !== 'Q' || event.sym === contract));
}

await run([contracts, lists, chains, bars, ticks, stream]);
