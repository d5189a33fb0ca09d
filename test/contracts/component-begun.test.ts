import { expect, test } from "vitest";
import { taught } from "../measures/record-rows.ts";
import { enrolled, person } from "../support/warehouse.ts";
import { evidenceIn } from "./contract-of.ts";

const begun = { kind: "component_begun", service: "training" } as const;
const who = ["ann", "bob", "cat", "dan", "eve"];
const stays = who.map((one) => enrolled(one, "2024-01-10", { exited_on: "2024-06-01" }));

test("a component has begun with the first service of its type in the episode", async () => {
  const service = [
    taught("ann", "2024-03-01"),
    taught("ann", "2024-02-01"),
    taught("bob", "2024-02-01", { type: "coaching" }),
    taught("cat", "2024-01-09"),
    taught("dan", "2024-06-02"),
    taught("eve", "2024-01-10", { hours: null }),
  ];
  const rows = { person: who.map((one) => person(one)), enrollment: stays, service };
  expect(await evidenceIn(begun, rows)).toEqual({ "ann-1": ["2024-02-01"], "eve-1": ["2024-01-10"] });
});

test("a service of a day that is not counted yet has not begun it", async () => {
  const rows = {
    person: [person("ann")],
    enrollment: [enrolled("ann", "2024-01-10")],
    service: [taught("ann", "2024-03-01")],
  };
  expect(await evidenceIn(begun, rows, "2024-02-29")).toEqual({});
  expect(await evidenceIn(begun, rows, "2024-03-01")).toEqual({ "ann-1": ["2024-03-01"] });
});
