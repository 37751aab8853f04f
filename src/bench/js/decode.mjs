// What a JavaScript program does with the frames of a file, one a line: JSON.parse and reading the fields that
// Tapeline's decoder gives. Usage: node decode.mjs FILE ROUNDS; prints {"ns_per_message"}, the median round.

import { readFileSync } from 'node:fs';

const lines = readFileSync(process.argv[2], 'latin1').split('\n').filter(Boolean);
const rounds = Number(process.argv[3]);

let kept = 0; // so that nothing read is thrown away

function readTrade(event) {
  kept += event.sym.length + event.x + event.i.length + event.z + event.p + event.s + event.t + event.q;
  if (event.c)
    kept += event.c.length;
}

function readQuote(event) {
  kept += event.sym.length + event.bx + event.bp + event.bs + event.ax + event.ap + event.as + event.c + event.t
    + event.q + event.z;
}

function readBar(event) {
  kept += event.sym.length + event.v + event.av + event.op + event.vw + event.o + event.c + event.h + event.l
    + event.a + event.z + event.s + event.e;
}

function decodeAll() {
  let messages = 0;
  for (const line of lines) {
    for (const event of JSON.parse(line)) {
      ++messages;
      if (event.ev === 'Q') readQuote(event);
      else if (event.ev === 'T') readTrade(event);
      else readBar(event);
    }
  }
  return messages;
}

const times = [];
decodeAll(); // warm-up
for (let round = 0; round < rounds; ++round) {
  const start = process.hrtime.bigint();
  const messages = decodeAll();
  times.push(Number(process.hrtime.bigint() - start) / messages);
}
times.sort((a, b) => a - b);
console.log(JSON.stringify({ ns_per_message: times[times.length >> 1], kept }));
