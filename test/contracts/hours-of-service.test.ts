import { expect, test } from "vitest";
import type { ServiceTable } from "../../models/warehouse.ts";
import { taught } from "../measures/record-rows.ts";
import { enrolled, person } from "../support/warehouse.ts";
import { evidenceIn } from "./contract-of.ts";

const hours = (who: string, on: string, given: number | null, facts: Partial<ServiceTable> = {}) =>
  taught(who, on, { hours: given, ...facts });
const of = (who: string, ...service: object[]) => ({
  person: [person(who)],
  enrollment: [enrolled(who, "2024-01-10")],
  service,
});
const forty = { kind: "hours_of_service", hours: 40 } as const;

test("40 hours are reached on the day they come to 40, and 39.99 are not 40", async () => {
  const short = of("ann", hours("ann", "2024-01-10", 20), hours("ann", "2024-02-01", 19.99));
  expect(await evidenceIn(forty, short)).toEqual({});
  const enough = of(
    "bob",
    hours("bob", "2024-01-10", 20),
    hours("bob", "2024-02-01", 20),
    hours("bob", "2024-03-01", 5),
  );
  expect(await evidenceIn(forty, enough)).toEqual({ "bob-1": ["2024-02-01"] });
});

test("hours of one day count together", async () => {
  const day = of("cat", hours("cat", "2024-02-01", 20), hours("cat", "2024-02-01", 20, { service_key: "again" }));
  expect(await evidenceIn(forty, day)).toEqual({ "cat-1": ["2024-02-01"] });
});

test("hours before entry, after exit, after the last day counted, in another program or unknown are not in the episode", async () => {
  const outside = [
    hours("dan", "2024-01-09", 24),
    hours("dan", "2024-02-01", 24),
    hours("dan", "2024-06-02", 24),
    hours("dan", "2024-02-02", 24, { program_id: "hub-plus" }),
    hours("dan", "2024-02-03", null),
  ];
  const stay = enrolled("dan", "2024-01-10", { exited_on: "2024-06-01" });
  const rows = { person: [person("dan")], enrollment: [stay], service: outside };
  expect(await evidenceIn({ ...forty, hours: 24 }, rows)).toEqual({ "dan-1": ["2024-02-01"] });
  expect(await evidenceIn({ ...forty, hours: 24.01 }, rows)).toEqual({});
  expect(await evidenceIn({ ...forty, hours: 24 }, rows, "2024-01-31")).toEqual({});
});

test("the first and the last day of an episode are in it", async () => {
  const stay = enrolled("eve", "2024-01-10", { exited_on: "2024-06-01" });
  const service = [hours("eve", "2024-01-10", 20), hours("eve", "2024-06-01", 20)];
  const rows = { person: [person("eve")], enrollment: [stay], service };
  expect(await evidenceIn(forty, rows)).toEqual({ "eve-1": ["2024-06-01"] });
});

test("an hour of two episodes that overlap counts in the later one alone", async () => {
  const stays = [enrolled("fay", "2024-01-10"), enrolled("fay", "2024-03-01", { enrollment_key: "fay-2" })];
  const service = [hours("fay", "2024-02-28", 24), hours("fay", "2024-03-01", 24)];
  const rows = { person: [person("fay")], enrollment: stays, service };
  expect(await evidenceIn({ ...forty, hours: 24 }, rows)).toEqual({ "fay-1": ["2024-02-28"], "fay-2": ["2024-03-01"] });
  expect(await evidenceIn(forty, rows)).toEqual({});
});

test("where a type of service is named, the others do not count", async () => {
  const rows = of("gus", hours("gus", "2024-02-01", 24), hours("gus", "2024-02-02", 20, { type: "coaching" }));
  expect(await evidenceIn({ ...forty, hours: 20, service: "coaching" }, rows)).toEqual({ "gus-1": ["2024-02-02"] });
});
