/** What `index.json` beside the scripts holds; generator/export/search_index.py writes it. */

export type Kind = "program" | "exercise" | "claim" | "rule" | "page" | "source";

export interface Index {
  schema: "pillars-search/1";
  examples: string[];
  ordinary: string[];
  leanings: { say: string[]; first: Kind[] }[];
  meanings: { say: string[]; means: string[]; first: Kind[] }[];
  entries: Entry[];
}

export interface Entry {
  kind: Kind;
  /** From the site's root; none for the home page. */
  address?: string;
  title: string;
  facts?: string;
  says?: string;
  names?: string;
  words?: string;
  /** The page it is a part of. */
  of?: string;
  /** How many programs use it. */
  uses?: number;
  /** Numbers of the meanings it is an answer to. */
  answers?: number[];
}
