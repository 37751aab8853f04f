// Crypto: see clienttools.mjs.

import { fits, run, single, sockets, streamed } from './clienttools.mjs';

/** The books are retired: the client still asks for them, and their channel has no type any more. */
async function books() {
  fits('DeprecatedGetCryptoSnapshotTickerBook200Response',
       await single.deprecatedGetCryptoSnapshotTickerBook({ ticker: 'X:BTCUSD' }));
  await streamed(sockets().crypto(), 'XT.BTC-USD,XQ.BTC-USD',
                 { XT: 'ITradeCryptoEvent', XQ: 'IQuoteCryptoEvent' }, event => event.pair === 'BTC-USD');
}

await run([books]);
