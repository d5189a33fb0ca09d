import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import type { ListedFinding } from "../../../pipelines/quality/list-findings.ts";
import { readRemembered, remember } from "../../../pipelines/quality/remembered.ts";

test("findings are kept for the next run, readable by this user alone; before the first run there are none to compare with", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "common-measure-findings-"));
  const file = path.join(folder, "findings.json");
  const finding = { partner_id: "hub", rule: "required", row_number: 3 } as ListedFinding;
  expect(readRemembered(file)).toBeNull();
  remember(file, "run-1", [finding]);
  expect(readRemembered(file)).toEqual([finding]);
  expect([readdirSync(folder), statSync(file).mode & 0o777]).toEqual([["findings.json"], 0o600]);
  rmSync(folder, { recursive: true });
});
