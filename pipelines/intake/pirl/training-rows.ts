import { cell, derivedToken } from "./period-rows.ts";
import type { PirlSelection } from "./select-periods.ts";

const TRAININGS = [
  { nth: 1, entered: "1302", type: "1303" },
  { nth: 2, entered: "1309", type: "1310" },
  { nth: 3, entered: "1314", type: "1315" },
];

/** One service per training that a person entered, on the first day of it; type 0 is no training. */
export function trainingRows(periods: string): PirlSelection {
  const told = TRAININGS.map(
    ({ nth, entered, type }) => `{'nth': ${nth}, 'entered': ${cell(entered)}, 'type': ${cell(type)}}`,
  );
  const entered = TRAININGS.map((training) => training.entered);
  return {
    record: "service",
    rows: `from (select *, unnest([${told.join(", ")}]) as t from ${periods})
      where t.entered is not null or coalesce(t.type, '0') <> '0'`,
    fields: {
      service_token: { from: ["100"], sql: derivedToken("training", "t.nth") },
      person_token: { from: ["100"], sql: cell("100") },
      program_id: { from: [], sql: "program" },
      provided_on: { from: entered, sql: "t.entered" },
      type: { from: TRAININGS.map(({ type }) => type), sql: "'training'" },
    },
  };
}
