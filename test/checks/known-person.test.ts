import { expect, test } from "vitest";
import { knownPerson } from "../../models/checks/known-person.ts";
import { offenders } from "../support/offenders.ts";
import { enrolled, person } from "../support/warehouse.ts";

test("an enrollment whose person the same partner has described is fine, one whose person another partner described is not", async () => {
  const rows = {
    person: [person("ann"), person("bob", { partner_id: "school" })],
    enrollment: [enrolled("ann", "2024-01-01", { row_number: 2 }), enrolled("bob", "2024-01-01", { row_number: 3 })],
  };
  expect(await offenders(knownPerson, "enrollment", rows)).toEqual([3]);
});
