// Indices: see clienttools.mjs.

import assert from 'node:assert/strict';
import { fits, from, run, single, sockets, streamed, to } from './clienttools.mjs';

const indicesTicker = 'I:SPX';

async function bars() {
  const minutes = await single.getIndicesAggregates({ indicesTicker, multiplier: 1, timespan: 'minute', from, to, limit: 50000 });
  assert.equal(minutes.results.length, 3 * 390);
  fits('GetPreviousIndicesAggregates200Response', await single.getPreviousIndicesAggregates({ indicesTicker }));
  const day = fits('GetIndicesOpenClose200Response', await single.getIndicesOpenClose({ indicesTicker, date: from }));
  assert.equal(day.open, minutes.results[0].o);
}

async function snapshot() {
  const all = fits('GetIndicesSnapshot200Response', await single.getIndicesSnapshot({ tickerAnyOf: 'I:SPX,I:NDX,I:NONE' }));
  assert.equal(all.results.length, 3);
  assert.equal(all.results.filter(row => row.error === 'NOT_FOUND').length, 1);
}

async function stream() {
  await streamed(sockets().indices(), 'V.I:SPX,A.I:SPX,AM.I:SPX',
                 { V: 'IIndexValueEvent', A: 'IAggregateIndexEvent', AM: 'IAggregateIndexEvent' },
                 event => (event.sym ?? event.T) === 'I:SPX');
}

await run([bars, snapshot, stream]);
