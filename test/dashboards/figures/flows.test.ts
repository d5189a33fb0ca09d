import { JSDOM } from "jsdom";
import { expect, test } from "vitest";
import { readFigureRequest } from "../../../dashboards/figure-request.ts";
import { flows } from "../../../dashboards/figures/flows.ts";
import { lookUp } from "../../../dashboards/lookup.ts";
import type { Publication } from "../../../models/published.ts";
import { samplePublication } from "../../support/publication.ts";

const publication = samplePublication();
const { document } = new JSDOM("").window;
const request = readFigureRequest("id: f\nchart: flows\nmeasure: referral-matrix\nslice: partner\nmember: each", {});

/** The release with these numbers of one sender to each partner, and with no other shown. */
function withNumbers(sender: string, numbers: Readonly<Record<string, number>>): Publication {
  const cell = publication.cell.map((row) => {
    if (row.measure !== "referral-matrix" || row.status === "not_collected") return row;
    const value = row.member === sender ? (numbers[row.part] ?? null) : null;
    return value === null
      ? { ...row, status: "withheld" as const, value }
      : { ...row, status: "shown" as const, value };
  });
  return { ...publication, cell };
}

const content = (from: Publication) => flows(request, lookUp(from));
const textsAt = (from: Publication, width: number) =>
  [...content(from).draw({ document, width, id: "f" }).querySelectorAll("text")].map((text) => text.textContent);

const some = withNumbers("harbor-house", { sent: 500, "to_bridge-works": 320, "to_cedar-family": 40 });

test("the largest number shown is said with all that its sender sent", () => {
  const { headline, summary } = content(some);
  expect(headline).toBe("The largest number shown is 320 referrals, from Harbor House to Bridge Works & Learning");
  expect(summary[0]).toBe("Of 500 referrals that Harbor House sent, 320 went to Bridge Works & Learning.");
  expect(summary[1]).toBe("2 of 6 numbers are shown.");
});

test("a partner's number to itself is not among those that could be shown", () => {
  const cell = some.cell.map((row) =>
    row.measure === "referral-matrix" && row.part === `to_${row.member}`
      ? { ...row, status: "not_applicable" as const, value: null }
      : row,
  );
  const { summary } = content({ ...some, cell });
  expect(summary[1]).toBe("2 of 4 numbers are shown.");
  expect(summary).toContain("A person counts once for each referral; a partner refers nobody to itself (n/a).");
});

test("where all that a sender sent is withheld no part of it is said, and where nothing is shown neither is a number", () => {
  const { sent: _, ...parts } = { sent: 0, "to_bridge-works": 320 };
  expect(content(withNumbers("harbor-house", parts)).summary[0]).toBe("1 of 6 numbers are shown.");
  const nothing = content(withNumbers("harbor-house", {}));
  expect(nothing.headline).toBe("Who sends people to whom: no number can be shown");
  expect(nothing.summary.join(" ")).not.toMatch(/[1-9]/);
});

test("a number that is withheld is hatched and never drawn as a number, and senders that do not send referrals have no row", () => {
  const svg = content(some).draw({ document, width: 760, id: "f" });
  expect([...svg.querySelectorAll("rect[fill^=url]")].length).toBe(9);
  expect(textsAt(some, 760).filter((words) => /^[\d,]+$/.test(words))).toEqual(["40", "320", "500"]);
  expect(content(some).table.rows.map(({ name }) => name)).toEqual([
    "Bridge Works & Learning",
    "Harbor House",
    "Whole network",
  ]);
});

test("where a matrix has no room each sender has its largest numbers, the largest first", () => {
  expect(textsAt(some, 330)).toEqual([
    "The three largest numbers shown of each sender",
    ...["Bridge Works & Learning", "all sent: withheld", "withheld"],
    ...["Harbor House", "of 500 sent", "320", "to Bridge Works & Learning", "40", "to =Cedar Family Network"],
  ]);
});
