import { expect, test } from "vitest";
import { referralOutcomes } from "../../models/measures/referral-outcomes.ts";
import { isIn, stateMoves } from "../../models/measures/referral-state.ts";

test("a state is named in SQL by the column of its day", () => {
  expect(isIn(14, "open", "failed")).toBe("state_14 in ('open', 'failed')");
});

test("whoever waits or is accepted can go on, and whatever has ended stays", () => {
  expect(stateMoves(14, 30).identities).toEqual([
    {
      total: "waiting_14",
      of: [
        "waiting_30",
        "waiting_14_open_30",
        "waiting_14_connected_30",
        "waiting_14_failed_30",
        "waiting_14_refused_30",
      ],
    },
    { total: "open_14", of: ["open_14_open_30", "open_14_connected_30", "open_14_failed_30"] },
    { total: "open_30", of: ["open_14_open_30", "waiting_14_open_30"] },
    { total: "connected_30", of: ["connected_14", "waiting_14_connected_30", "open_14_connected_30"] },
    { total: "failed_30", of: ["failed_14", "waiting_14_failed_30", "open_14_failed_30"] },
    { total: "refused_30", of: ["refused_14", "waiting_14_refused_30"] },
  ]);
});

test("referral outcomes state the moves between their days, and print none", () => {
  for (const { parts, identities } of [stateMoves(14, 30), stateMoves(30, 90)]) {
    expect(parts.every(({ printed }) => !printed)).toBe(true);
    expect(referralOutcomes.kind.parts).toEqual(expect.arrayContaining(parts));
    expect(referralOutcomes.kind.identities).toEqual(expect.arrayContaining(identities));
  }
});
