// DuckDB counts the patterns with RE2, a theme an alternation, and adds them up by group.
// usage: node duckdb.mjs PATTERNS.json FOLDER THREADS   (the npm package @duckdb/node-api where node finds it)
// PATTERNS.json: {theme: expression}. Prints theme;group;hits, and "# load" in seconds on stderr: reading the texts in.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import path from "node:path";

const require = createRequire(path.join(process.cwd(), "anywhere.js"));
const { DuckDBInstance } = require("@duckdb/node-api");
const [patterns, folder, threads] = process.argv.slice(2);
const themes = Object.entries(JSON.parse(readFileSync(patterns, "utf8")));
const quoted = (text) => `'${text.replaceAll("'", "''")}'`;

const began = performance.now();
const base = await (await DuckDBInstance.create(":memory:", { threads })).connect();
await base.run(`create table said as select "group", content
  from read_text(${quoted(folder + "/int_*.txt")}) texts join read_csv(${quoted(folder + "/meta.csv")}, delim = ';') people
  on parse_filename(texts.filename, true) = people.respondent`);
console.error(`# load ${(performance.now() - began) / 1000}`);

const sums = themes.map(([, expression]) => `sum(len(regexp_extract_all(content, ${quoted(expression)})))::int`);
const rows = await (await base.run(`select "group", ${sums.join(", ")} from said group by all`)).getRows();
for (const [group, ...counts] of rows) counts.forEach((count, i) => console.log([themes[i][0], group, count].join(";")));
