// Checks answers against the types that the official client publishes in its main.d.ts: the client itself does
// not look at what it gets. The file is generated and regular, so reading its interfaces takes no compiler.

import { readFileSync } from 'node:fs';

/** name -> [{ key, optional, type }] */
export function readTypes(file) {
  const types = new Map();
  let fields = null;
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    const opening = line.match(/^(?:interface|declare type) (\w+) (?:= )?\{$/);
    if (opening) {
      fields = [];
      types.set(opening[1], fields);
    } else if (line === '}' || line === '};') {
      fields = null;
    } else if (fields) {
      const field = line.match(/^ {4}'?([\w.]+)'?(\??): (.+);$/);
      if (field)
        fields.push({ key: field[1], optional: field[2] === '?', type: field[3] });
    }
  }
  return types;
}

/** The complaints about a value; an empty list when it fits. */
export function complaints(types, type, value, path = type) {
  const list = type.match(/^Array<(.+)>$/);
  if (list) {
    if (!Array.isArray(value))
      return [`${path} is no list`];
    return value.flatMap((item, i) => complaints(types, list[1], item, `${path}[${i}]`));
  }
  if (['string', 'number', 'boolean'].includes(type))
    return typeof value === type ? [] : [`${path} is ${JSON.stringify(value)}, no ${type}`];
  const fields = types.get(type);
  if (!fields)
    return []; // an enumeration: text of some set
  if (typeof value !== 'object' || value === null)
    return [`${path} is no object`];
  return fields.flatMap(({ key, optional, type: inner }) => {
    // The service writes null for a list without entries (sample 21 of the 2022 client)
    if (value[key] === undefined || value[key] === null)
      return optional || value[key] === null ? [] : [`${path}.${key} is missing`];
    return complaints(types, inner, value[key], `${path}.${key}`);
  });
}
