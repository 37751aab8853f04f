// What the checks with the service's official client share: the client with our base addresses, its published
// types, and a stream that is listened to. Usage of each file: node FILE REST WS FROM TO, where the dates are of a
// stretch with several sessions.

import assert from 'node:assert/strict';
import { restClient, websocketClient } from '@massive.com/client-js';
import { complaints, readTypes } from './publishedtypes.mjs';

const [restBase, wsBase, firstDate, lastDate] = process.argv.slice(2);
const types = readTypes('node_modules/@massive.com/client-js/dist/main.d.ts');

export const key = 'advanced';
export const from = firstDate;
export const to = lastDate;
export const single = restClient(key, restBase);
export const paging = restClient(key, restBase, { pagination: true });

export function clientOf(otherKey) {
  return restClient(otherKey, restBase);
}

export function sockets() {
  return websocketClient(key, wsBase);
}

/** The body of a path that the client has no call for, or calls by an older name. */
export async function fetched(path) {
  const answer = await fetch(restBase + path, { headers: { Authorization: `Bearer ${key}` } });
  assert.equal(answer.status, 200, path);
  return answer.json();
}

/** An answer, which must be of a type that the client publishes. */
export function fits(type, answer) {
  assert.ok(types.has(type), `the client publishes no ${type}`);
  assert.deepEqual(complaints(types, type, answer).slice(0, 5), []);
  return answer;
}

/** The client joins pages last first; rows are compared in the order of their key. */
export function sorted(rows, of) {
  return [...rows].sort((a, b) => of(a) - of(b));
}

/** Fields of the client's hand-written stream types; c is absent when a trade or quote has none. */
function hasFields(type, event) {
  for (const { key: field } of types.get(type))
    assert.ok(field in event || field === 'c', `${event.ev} lacks ${field}: ${JSON.stringify(event)}`);
}

/** Resolves when an event of every wanted kind came, each of the client's type and of its symbol. */
export function streamed(socket, params, wanted, isRight) {
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

/** Runs checks one after the other; a line for each that passes. */
export async function run(checks) {
  for (const check of checks) {
    await check();
    console.log(`${check.name}: ok`);
  }
}
