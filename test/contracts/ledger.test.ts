import { expect, test } from "vitest";
import { type LedgerClaim, type LedgerLine, newLines } from "../../models/contracts/ledger.ts";

const claim = (episode: string, amount_cents: number, facts: Partial<LedgerClaim> = {}): LedgerClaim => ({
  ...{ contract: "pay", episode, outcome: "begun", occurrence: 1, achieved_on: "2024-02-01", reason: null },
  ...{ amount_cents, file: "stays.csv", row: 2, ...facts },
});
const lost = (episode: string) => claim(episode, 0, { reason: "no_evidence", achieved_on: null });

/** What is added to a ledger by runs of one claim list each, as `run: episode cents reason`. */
function posted(...runs: LedgerClaim[][]): string[] {
  const ledger: LedgerLine[] = [];
  for (const [at, claims] of runs.entries())
    ledger.push(...newLines(ledger, claims, { run: `run-${at + 1}`, posted_on: `2024-0${at + 3}-01` }));
  return ledger.map(({ run, episode, amount_cents, reason }) =>
    [`${run}:`, episode, amount_cents, reason].filter((part) => part !== null).join(" "),
  );
}

test("a claim is paid once, however often it is made", () => {
  const claims = [claim("ann", 100), claim("bob", 200), lost("cat")];
  expect(posted(claims, claims, claims)).toEqual(["run-1: ann 100", "run-1: bob 200"]);
});

test("what is no longer payable is taken back once with the reason, and paid again when the evidence is back", () => {
  const found = [claim("ann", 100)];
  expect(posted(found, [lost("ann")], [lost("ann")], found, found)).toEqual([
    "run-1: ann 100",
    "run-2: ann -100 no_evidence",
    "run-4: ann 100",
  ]);
});

test("an episode that is gone is taken back", () => {
  expect(posted([claim("ann", 100), claim("bob", 200)], [claim("bob", 200)])).toEqual([
    "run-1: ann 100",
    "run-1: bob 200",
    "run-2: ann -100 episode_gone",
  ]);
});

test("an outcome that is gone is told from an episode that is gone, and another contract's episode of the same name does not count", () => {
  const twice = [claim("ann", 100), claim("ann", 100, { occurrence: 2 })];
  expect(posted(twice, [claim("ann", 100)]).at(-1)).toBe("run-2: ann -100 outcome_gone");
  expect(posted(twice, [lost("ann")]).slice(2)).toEqual([
    "run-2: ann -100 no_evidence",
    "run-2: ann -100 outcome_gone",
  ]);
  expect(posted([claim("ann", 100)], [claim("ann", 0, { contract: "other" })]).at(-1)).toBe(
    "run-2: ann -100 episode_gone",
  );
});

test("another amount is a clawback of the old one and a payment of the new one; another day at the same amount is nothing", () => {
  expect(posted([claim("ann", 100)], [claim("ann", 120, { achieved_on: "2024-07-01" })])).toEqual([
    "run-1: ann 100",
    "run-2: ann -100 restated",
    "run-2: ann 120",
  ]);
  expect(posted([claim("ann", 100)], [claim("ann", 100, { achieved_on: "2024-02-09" })])).toEqual(["run-1: ann 100"]);
});

test("an amount restated to an earlier day is paid once, however often the run is made", () => {
  const earlier = [claim("ann", 100, { achieved_on: "2024-01-09" })];
  expect(posted([claim("ann", 120)], earlier, earlier, earlier)).toEqual([
    "run-1: ann 120",
    "run-2: ann -120 restated",
    "run-2: ann 100",
  ]);
});

test("what the ledger has paid is what is payable now, whatever came between", () => {
  const histories = [
    [
      [claim("ann", 100), claim("bob", 50)],
      [lost("ann"), claim("bob", 70)],
      [claim("ann", 90), lost("bob")],
    ],
    [[lost("ann")], [claim("ann", 5), claim("ann", 5, { occurrence: 2 })], [claim("ann", 5)]],
  ];
  for (const runs of histories) {
    const paid = posted(...runs).reduce((sum, line) => sum + Number(line.split(" ")[2]), 0);
    expect(paid).toBe(runs.at(-1)!.reduce((sum, { amount_cents }) => sum + amount_cents, 0));
  }
});

test("a clawback keeps the day and place of what was paid", () => {
  const ledger = newLines([], [claim("ann", 100)], { run: "run-1", posted_on: "2024-03-01" });
  expect(newLines(ledger, [], { run: "run-2", posted_on: "2024-04-01" })).toEqual([
    {
      ...{ contract: "pay", episode: "ann", outcome: "begun", occurrence: 1, achieved_on: "2024-02-01" },
      ...{ entry: "clawback", amount_cents: -100, posted_on: "2024-04-01", run: "run-2", reason: "episode_gone" },
      ...{ file: "stays.csv", row: 2 },
    },
  ]);
});
