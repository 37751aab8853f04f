// The service's official client with the state that Tapeline's hub keeps: quote, day figures, one-second and
// one-minute bars of every symbol. Usage: node marketstate.mjs WS MESSAGES; prints {"ns_per_message"}.

import { websocketClient } from '@massive.com/client-js';

const [base, wanted] = [process.argv[2], Number(process.argv[3])];
const states = new Map();

function stateOf(symbol) {
  let state = states.get(symbol);
  if (!state) {
    state = { bid: 0, ask: 0, bidSize: 0, askSize: 0, last: 0, lastSize: 0, high: 0, low: 0, open: 0, volume: 0,
              notional: 0, trades: 0, newest: 0, second: null, minute: null, prints: [] };
    states.set(symbol, state);
  }
  return state;
}

function intoBar(bar, start, price, size) {
  if (!bar || bar.start !== start)
    return { start, open: price, high: price, low: price, close: price, volume: size, notional: price * size, trades: 1 };
  if (price > bar.high) bar.high = price;
  if (price < bar.low) bar.low = price;
  bar.close = price;
  bar.volume += size;
  bar.notional += price * size;
  ++bar.trades;
  return bar;
}

function onTrade(event) {
  const state = stateOf(event.sym);
  const { p: price, s: size, t: time } = event;
  const side = price >= state.ask ? 1 : price <= state.bid ? -1 : 0;
  state.last = price;
  state.lastSize = size;
  if (!state.open) state.open = price;
  if (price > state.high) state.high = price;
  if (!state.low || price < state.low) state.low = price;
  state.volume += size;
  state.notional += price * size;
  ++state.trades;
  state.newest = time;
  state.second = intoBar(state.second, time - time % 1000, price, size);
  state.minute = intoBar(state.minute, time - time % 60000, price, size);
  state.prints.push({ time, price, size, side, bid: state.bid, ask: state.ask });
  if (state.prints.length > 2000)
    state.prints.splice(0, 1000);
}

function onQuote(event) {
  const state = stateOf(event.sym);
  state.bid = event.bp;
  state.ask = event.ap;
  state.bidSize = event.bs;
  state.askSize = event.as;
  state.newest = event.t;
}

let seen = 0;
let began = 0n;
const socket = websocketClient('advanced', base).stocks();
socket.onmessage = ({ data }) => {
  for (const event of JSON.parse(data)) {
    if (event.ev === 'T')
      onTrade(event);
    else if (event.ev === 'Q')
      onQuote(event);
    else if (event.ev === 'AM')
      stateOf(event.sym).minute = event;
    else if (event.ev === 'status') {
      if (event.status === 'auth_success')
        socket.send(JSON.stringify({ action: 'subscribe', params: 'T.*,Q.*,AM.*' }));
      continue;
    }
    if (seen++ === 0)
      began = process.hrtime.bigint();
  }
  if (seen < wanted)
    return;
  console.log(JSON.stringify({ ns_per_message: Number(process.hrtime.bigint() - began) / seen }));
  process.exit(0);
};
socket.onerror = error => { console.error(error.message); process.exit(1); };
