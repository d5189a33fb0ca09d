import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const root = path.resolve(import.meta.dirname, "..");
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "common measure's "));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What a user sees of one command, started from another folder: what it prints and its exit code. */
function command(...words: string[]): { code: number | null; says: string } {
  const env = { ...process.env, COMMON_MEASURE_KEYS: path.join(folder, "keys"), CI: "1" };
  const { status, stdout, stderr } = spawnSync(process.execPath, [path.join(root, "pipelines", "cli.ts"), ...words], {
    cwd: folder,
    env,
    encoding: "utf8",
  });
  return { code: status, says: stdout + stderr };
}

describe("a network of one's own, from an empty folder", () => {
  test("init makes it, and says what comes next", () => {
    const { code, says } = command("init", "our network");
    expect([code, says]).toEqual([0, expect.stringMatching(/^our network is ready\. Next:\n {2}1\. /)]);
    expect(command("init", "our network")).toEqual({ code: 1, says: "the folder is not empty: our network\n" });
  });

  test("before anything was sent a run says so and ends with 1, and status shows it", () => {
    const { code, says } = command("run", "--network", "our network/network.yaml");
    expect([code, says]).toEqual([1, expect.stringContaining("no partner has sent a file that can be used yet")]);
    expect(command("status", "--network", "our network/network.yaml").says).toMatch(/^run-\w+ {2}failed/);
    const preview = command("preview", "--network", "our network/network.yaml");
    expect([preview.code, preview.says]).toEqual([1, expect.stringContaining("there is no site yet")]);
  });

  test("a run prints what a data manager wants to see, and a second one that nothing has changed", () => {
    const example = path.join(import.meta.dirname, "cases", "a broken row is set aside and the rest of the file loads");
    const own = path.join(folder, "it's here");
    cpSync(path.join(example, "network"), own, { recursive: true });
    cpSync(path.join(example, "sends-1"), path.join(own, "exports"), { recursive: true });
    const network = path.join(own, "network.yaml");
    const first = command("run", "--network", network);
    expect(first.code).toBe(0);
    for (const line of [
      /Files read now {6}2: 2 accepted/,
      /Records {13}13 in the warehouse/,
      /Rows set aside {6}\d+/,
      /hub\/\w+\.csv, \w+: .+ \(first in row \d+\)/,
      /People {14}6 in 7 episodes/,
      /Measures {12}\d+/,
      /Cells .* shown, .* withheld/,
      /Audit {15}safe/,
      /Site .*index\.html/,
      /To open it .*preview/,
    ]) {
      expect(first.says).toMatch(line);
    }
    expect(command("run", "--network", network).says).toContain("nothing has changed since the last publication");
    expect(command("status", "--network", network).says).toMatch(/unchanged[\s\S]*published[\s\S]*receive \d/);
  });

  test("the name of a file that is named for a person stands nowhere but in the partner's own folder", () => {
    const own = path.join(folder, "it's here");
    for (const name of ["people-412-65-0001.csv", "412-65-0001.txt"])
      cpSync(path.join(own, "exports", "hub", "people.csv"), path.join(own, "exports", "hub", name));
    const { code, says } = command("run", "--network", path.join(own, "network.yaml"), "--again");
    expect([code, says]).toEqual([0, expect.stringContaining("holds what looks like a Social Security number")]);
    expect(says).toMatch(/hub\/sha256-[0-9a-f]{8} was refused/);
    const files = readdirSync(own, { recursive: true, withFileTypes: true })
      .map((entry) => ({ entry, file: path.join(entry.parentPath, entry.name) }))
      .filter(({ file }) => !file.startsWith(path.join(own, "exports")));
    expect(files.length).toBeGreaterThan(20);
    for (const { entry, file } of files)
      expect(`${file} ${entry.isFile() ? readFileSync(file, "latin1") : ""}`.includes("412-65-0001"), file).toBe(false);
    expect(says + command("status", "--network", path.join(own, "network.yaml")).says).not.toContain("412-65-0001");
  });

  test("mistakes in the configuration are all reported, and end with 2", () => {
    writeFileSync(path.join(folder, "our network", "network.yaml"), "id: Our Network\nname: x\n");
    const { code, says } = command("run", "--network", "our network/network.yaml");
    expect(code).toBe(2);
    expect(says).toMatch(
      /The configuration has 4 mistakes:\nour network\/network\.yaml:1:1 contact: this setting is missing[\s\S]*\n\S+ \S+:1:5 id: use lower-case letters/,
    );
  });
});

test("an unknown command or number is refused with a sentence", () => {
  expect(command("publish").code).not.toBe(0);
  expect(command("sample", "--people", "many")).toEqual({
    code: 1,
    says: expect.stringContaining("not a whole number above 0: many"),
  });
});
