import { expect, test } from "vitest";
import { loadStructure } from "../../../pipelines/build/structure.ts";
import { Partner } from "../../../pipelines/network.ts";
import { openWarehouse } from "../../../pipelines/warehouse.ts";
import { benefited } from "../../measures/record-rows.ts";
import { testNetwork } from "../../support/network.ts";
import { warehouseOf } from "../../support/warehouse.ts";

test("a partner sends the record kinds it has feeds for, the fields it has columns for, and the codes it has words for", async () => {
  const [hub] = testNetwork.partners;
  const columns = {
    exit_destination: { from: "Where to", words: { Home: "permanent", "Own flat": "permanent", Street: "homeless" } },
    entered_on: "Start",
  };
  const feeds = [
    { id: "stays", record: "enrollment", files: "stays.csv", columns },
    { id: "help", record: "benefit_month", files: "help.csv", columns: { benefit: { constant: "housing" } } },
    { id: "answers", record: "benefit_month", files: "answers.csv", columns: { grew_up_with_assistance: "Said" } },
  ];
  const door = await openWarehouse(":memory:");
  const partner = Partner.parse({ ...hub!, feeds });
  await loadStructure(door, { ...testNetwork, partners: [partner] }, "2025-12-31");
  const sent = await door.rows<{ record: string }>("select record from partner_record order by record");
  await door.close();
  expect(sent.map(({ record }) => record)).toEqual([
    "benefit_month",
    "benefit_month.benefit",
    "benefit_month.benefit.housing",
    "benefit_month.grew_up_with_assistance",
    "benefit_month.grew_up_with_assistance.no",
    "benefit_month.grew_up_with_assistance.unknown",
    "benefit_month.grew_up_with_assistance.yes",
    "enrollment",
    "enrollment.entered_on",
    "enrollment.exit_destination",
    "enrollment.exit_destination.homeless",
    "enrollment.exit_destination.permanent",
  ]);
});

test("a public format sends what is in it: of a participant record jobs by the quarter, and not their days", async () => {
  const feeds = [
    { id: "hmis", format: "hmis_csv", files: "h-*.csv", projects: {} },
    { id: "pirl", format: "wioa_pirl", files: "p-*.csv", programs: { otherwise: "hub-core" } },
  ];
  const door = await openWarehouse(":memory:");
  const partner = Partner.parse({ ...testNetwork.partners[0]!, feeds });
  await loadStructure(door, { ...testNetwork, partners: [partner] }, "2025-12-31");
  const sent = await door.rows<{ record: string }>("select record from partner_record order by record");
  await door.close();
  expect(sent.map(({ record }) => record)).toEqual([
    ...["credential", "enrollment", "enrollment.exit_destination", "enrollment.prior_living", "household_member"],
    ...["income", "job", "person", "service", "skill_gain"],
  ]);
});

test("a benefit that a partner reports in the contract's own words is one it sends, once", async () => {
  const months = ["2024-01-01", "2024-02-01"].map((month) => benefited("ann", month, { benefit: "wic" }));
  const sent = [{ partner_id: "hub", record: "benefit_month.benefit.snap" }];
  const door = await warehouseOf({ partner_record: sent, benefit_month: [...months, benefited("ann", "2024-01-01")] });
  const rows = await door.rows<{ record: string }>(
    "select record from partner_record where record like 'benefit_month.benefit.%' order by record",
  );
  await door.close();
  expect(rows.map(({ record }) => record)).toEqual(["benefit_month.benefit.snap", "benefit_month.benefit.wic"]);
});
