/** What `facts.json` beside a guide holds; generator/export/facts_json.py writes it. */

import type { KitTable } from "../finder/kit.js";

export interface Facts {
  schema: "pillars-facts/1";
  id: string;
  title: string;
  groups: Group[];
  kit: KitTable & { slots: string };
}

export interface Group {
  name: string;
  rows: Row[];
}

/** Rows of the same name are about the same thing in every program. */
export interface Row {
  name: string;
  text: string;
  under: string;
  /** Weekly sets against the band we show for the program's level. */
  band?: { sets: number; low: number; high: number };
}
