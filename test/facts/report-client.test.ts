import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { type ReportClient, reportClient } from "../../models/facts/report-client.ts";
import { deidentify } from "../../pipelines/deidentify/deidentify.ts";
import { dataLab, loadHmis, stageHmis } from "../support/stage-hmis.ts";

const fixture = path.resolve(import.meta.dirname, "../fixtures/hmis");

async function clientsOf(folder: string, period: { from: string; to: string }): Promise<ReportClient[]> {
  const work = mkdtempSync(path.join(tmpdir(), "report-client-"));
  const to = path.join(work, "out");
  await deidentify({ from: folder, to, key: Buffer.alloc(32, 7), keyId: "test" });
  const { door, tables } = await stageHmis(to);
  try {
    await loadHmis(door, tables);
    return await reportClient(door.kysely, period).execute();
  } finally {
    await door.close();
    rmSync(work, { recursive: true });
  }
}

const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const median = (values: number[]) => {
  const sorted = values.toSorted((a, b) => a - b);
  return mean(sorted.slice(Math.ceil(sorted.length / 2) - 1, Math.floor(sorted.length / 2) + 1));
};
const days = (clients: ReportClient[]) => {
  const values = clients.map((client) => client.days_enrolled);
  return { mean: Math.round(mean(values)), median: Math.round(median(values)) };
};

/** The figures of HUD's annual performance report (Q5a, Q22b, Q23c, Q19a2). */
function report(clients: ReportClient[]) {
  const adults = clients.filter(({ age }) => age !== null && age >= 18);
  const leavers = clients.filter(({ leaver }) => leaver);
  const stayers = clients.filter(({ leaver }) => !leaver);
  const moved = clients.map((client) => client.earned_income_movement).filter((movement) => movement !== null);
  const count = (movement: string) => moved.filter((one) => one === movement).length;
  return {
    persons: clients.length,
    adults: adults.length,
    children: clients.filter(({ age }) => age !== null && age < 18).length,
    unknownAge: clients.filter(({ age }) => age === null).length,
    leavers: leavers.length,
    adultLeavers: adults.filter(({ leaver }) => leaver).length,
    stayers: stayers.length,
    adultStayers: adults.filter(({ leaver }) => !leaver).length,
    veterans: adults.filter(({ veteran }) => veteran).length,
    daysEnrolled: { leavers: days(leavers), stayers: days(stayers) },
    permanentExits: clients.filter((client) => client.permanent_exit).length,
    earnedIncomeStartToExit: {
      ...Object.fromEntries(["lost", "less", "same", "more", "gained", "none"].map((one) => [one, count(one)])),
      total: moved.length,
    },
  };
}

async function expectReport(folder: string, file: string) {
  const { source: _, period, ...expected } = JSON.parse(readFileSync(file, "utf8"));
  const clients = await clientsOf(folder, { from: period.start, to: period.end });
  expect(report(clients)).toEqual(expected);
}

test("agrees with the export worked by hand, after de-identification", async () => {
  await expectReport(path.join(fixture, "export"), path.join(fixture, "expected.json"));
});

describe.runIf(existsSync(dataLab))("HUD DataLab test kit", () => {
  test("agrees with HUD's certified results exactly, after de-identification", async () => {
    await expectReport(dataLab, path.join(dataLab, "expected.json"));
  });
});

test("an age of another day than the first of the period is not an age in it", async () => {
  const clients = await clientsOf(path.join(fixture, "export"), { from: "2024-07-02", to: "2025-06-30" });
  const ages = clients.map(({ age }) => age).toSorted((a, b) => (a ?? -1) - (b ?? -1));
  expect(ages).toEqual([null, null, null, null, 24, 44, 48]);
});
