import { expect, test } from "vitest";
import { loadStructure } from "../../../pipelines/build/structure.ts";
import { Partner } from "../../../pipelines/network.ts";
import { openWarehouse } from "../../../pipelines/warehouse.ts";
import { testNetwork } from "../../support/network.ts";

test("a partner sends the record kinds it has feeds for, and the fields it has columns for", async () => {
  const [hub] = testNetwork.partners;
  const columns = { exit_destination: "Where to", entered_on: "Start" };
  const feeds = [{ id: "stays", record: "enrollment", files: "stays.csv", columns }];
  const door = await openWarehouse(":memory:");
  const partner = Partner.parse({ ...hub!, feeds });
  await loadStructure(door, { ...testNetwork, partners: [partner] }, "2025-12-31");
  const sent = await door.rows<{ record: string }>("select record from partner_record order by record");
  await door.close();
  expect(sent.map(({ record }) => record)).toEqual([
    "enrollment",
    "enrollment.entered_on",
    "enrollment.exit_destination",
  ]);
});
