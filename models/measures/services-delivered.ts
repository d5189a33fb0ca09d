import { type Kysely, sql } from "kysely";
import { service } from "../contract/service.ts";
import type { Warehouse } from "../warehouse.ts";
import type { Measure, MeasureKind, Sum } from "./measure.ts";
import { episodesByEntry } from "./population.ts";

const kind: MeasureKind = {
  kind: "count",
  base: "served",
  parts: [
    {
      id: "served",
      title: "Received it",
      means: "Episodes with at least one service of the type from entry to exit.",
      when: "true",
      printed: true,
      within: episodesByEntry,
    },
  ],
  identities: [],
  rates: [],
};

const sums: readonly Sum[] = [
  { id: "hours", title: "Hours of service", amount: "hundredths", among: "served", unit: "hours" },
  { id: "dollars", title: "Direct cost", amount: "cents", among: "served", unit: "dollars" },
];

export const servicesDelivered: Measure = {
  id: "services-delivered",
  version: 1,
  title: "Services delivered",
  question: "How many people received each type of service, how many hours of it, and at what direct cost?",
  numerator:
    "Episodes with at least one service of the type; the hours and the dollars of these services, as partners record them.",
  denominator: "None: this is a count.",
  exclusions: [
    "Services given before the person entered, after the person left, or after the last day of the data.",
    "Hours and costs that nobody recorded: they are not in the sums, so that the sums are rather too low.",
    "Costs that partners do not record with a service, such as rent and the pay of managers.",
  ],
  source:
    "Services as partners report them; no rule is published for it, so the rule is the project's own. Sums are protected by the p per cent rule, with p = 10.",
  unit: "people (episodes)",
  direction: "neither",
  quadrant: "how much",
  settlesAfterDays: 0,
  cohort: { people: "people who entered", quarter: "quarter of entry" },
  parameters: {
    offered: "a partner is in a type of service when it has sent at least one of it",
    types: "a person who received services of two types is counted in each",
    "counted people": "a person who took part twice counts once for each time",
    sums: "the whole network to date, each type by itself; hours are rounded to 10, dollars to 100",
    "sums shown":
      "withheld where what all but the two people with the most received comes to less than a tenth of what the one with the most received, and where that would be so after a partner takes off what its own people received, or where ten people or fewer would be left",
  },
  requires: ["person", "enrollment", "service"],
  unduplicated: false,
  severalPerPerson: true,
  series: Object.entries(service.fields.type.codes).map(([id, title]) => ({ id, title })),
  offeredIf: "exists (select 1 from given_service as g where g.partner_id = a.partner_id and g.type = s.series)",
  kind,
  sums,
  shape: [
    { slice: "network", periods: ["all"] },
    { slice: "partner", periods: ["all"] },
  ],
  query,
};

/** One row per episode and type of service in it; hours and cost are 0 where none is on record. */
function query(db: Kysely<Warehouse>) {
  return db
    .selectFrom("given_service as s")
    .groupBy(["s.enrollment_key", "s.person_key", "s.partner_id", "s.program_id", "s.entered_on", "s.type"])
    .select([
      sql<string>`s.enrollment_key || '/' || s.type`.as("unit_id"),
      "s.person_key",
      "s.partner_id",
      "s.program_id",
      "s.entered_on as anchored_on",
      "s.type as series",
      sql<number>`cast(coalesce(sum(s.hundredths), 0) as integer)`.as("hundredths"),
      sql<number>`cast(coalesce(sum(s.cents), 0) as integer)`.as("cents"),
    ]);
}
