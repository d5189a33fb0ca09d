import { expect, test } from "vitest";
import { taught } from "../measures/record-rows.ts";
import { enrolled, person } from "../support/warehouse.ts";
import { evidenceIn } from "./contract-of.ts";

const completed = { kind: "component_completed", service: "training" } as const;
const left = { exited_on: "2024-06-01", exit_reason: "completed" };
const who = ["ann", "bob", "cat", "dan", "eve"];
const rows = {
  person: who.map((one) => person(one)),
  enrollment: [
    enrolled("ann", "2024-01-10", left),
    enrolled("bob", "2024-01-10", { ...left, exit_reason: "no_contact" }),
    enrolled("cat", "2024-01-10"),
    enrolled("dan", "2024-01-10", left),
    enrolled("eve", "2024-01-10", { ...left, exit_reason: null }),
  ],
  service: [
    taught("ann", "2024-02-01"),
    taught("bob", "2024-02-01"),
    taught("cat", "2024-02-01"),
    taught("dan", "2024-02-01", { type: "coaching" }),
    taught("eve", "2024-02-01"),
  ],
};

test("a component is completed on the last day of an episode that ended as completed and had its service", async () => {
  expect(await evidenceIn(completed, rows)).toEqual({ "ann-1": ["2024-06-01"] });
});

test("an exit that is still to come completes nothing", async () => {
  expect(await evidenceIn(completed, rows, "2024-05-31")).toEqual({});
  expect(await evidenceIn(completed, rows, "2024-06-01")).toEqual({ "ann-1": ["2024-06-01"] });
});
