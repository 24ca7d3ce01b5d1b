/** Lookups by names that come from outside: an address, this browser's storage, what somebody types. */

/**
 * What a record has under a name; nothing for `constructor` and the like, which every object has.
 * @template T
 * @param {Record<string, T>} record
 * @param {string} name
 * @returns {T | undefined}
 */
export function entryOf(record, name) {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}
