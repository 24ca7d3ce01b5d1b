/**
 * What we use of MiniSearch 7.2.0 (MIT, minisearch.LICENSE.txt). The script beside this file is
 * `dist/es/index.js` of the npm package, byte for byte; its own types describe all of it.
 */

export type Query = string | { combineWith: "AND" | "OR"; queries: Query[] };

/** Whether to go on from a word; `false` for none. */
export type Test = false | ((term: string) => boolean);

export interface Options<T> {
  fields: string[];
  extractField: (document: T, field: string) => unknown;
  tokenize: (text: string, field?: string) => string[];
  processTerm: (term: string) => string;
  searchOptions: {
    tokenize: (text: string) => string[];
    boost: Record<string, number>;
    weights: { fuzzy: number; prefix: number };
    prefix: Test;
  };
}

export interface Result {
  id: number;
  score: number;
  /** Words of the document that met the query. */
  terms: string[];
}

export default class MiniSearch<T> {
  constructor(options: Options<T>);
  addAll(documents: readonly T[]): void;
  search(query: Query, options?: { prefix?: Test; fuzzy?: (term: string) => number }): Result[];
}
