import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Finding, outcome, sentence } from "../../pipelines/findings.ts";
import { preparePlaces } from "../../pipelines/places.ts";
import type { Delivery } from "../../pipelines/pull/deliveries.ts";
import { convertDelivery, fingerprint } from "../../pipelines/receive/convert-delivery.ts";
import { type IntakeDoor, intakeDoor } from "../../pipelines/receive/intake-door.ts";
import { SmallNetwork } from "../support/small-network.ts";
import { type Dice, diceOf, mutated } from "./mutate.ts";
import { type Format, formats } from "./seeds.ts";

// Files are mutated in many places each. A run ends at the files or at the seconds of a format, whichever is first; a file is the
// same whenever it is made, so that what fails can be made again from its format and its number. `npm run fuzz` takes the time for all
// files; FUZZ_SECONDS and FUZZ_FIRST look longer and elsewhere.
const MOST_FILES = 400;
const FEWEST_FILES = 4;
const SECONDS = Number(process.env.FUZZ_SECONDS ?? 24) / Object.keys(formats).length;
const FIRST = Number(process.env.FUZZ_FIRST ?? 1);

let small: SmallNetwork;
let intake: IntakeDoor;
beforeAll(() => {
  small = new SmallNetwork();
  preparePlaces(small.places);
  intake = intakeDoor(small.places, "1GB");
});
afterAll(async () => {
  await intake.close();
  small.remove();
});

/** Files with one of them changed, a little anywhere or a lot below its first line, and now and then another one too. */
function changed(seed: ReadonlyMap<string, Buffer>, dice: Dice): { files: Map<string, Buffer>; mutations: number } {
  const names = [...seed.keys()];
  const files = new Map(seed);
  let mutations = 0;
  for (let time = 0; time < 1 + (dice(4) === 0 ? 1 : 0); time++) {
    const name = names[dice(names.length)]!;
    const bytes = files.get(name)!;
    const kept = dice(2) === 0 ? 0 : bytes.indexOf(10) + 1;
    const times = 1 + dice(kept === 0 ? 6 : 40);
    mutations += times;
    files.set(name, Buffer.concat([bytes.subarray(0, kept), mutated(bytes.subarray(kept), times, dice)]));
  }
  return { files, mutations };
}

/** A mutated export on disk: its files are changed, or what they pack. */
async function written({ packs }: Format, good: ReadonlyMap<string, Buffer>, dice: Dice) {
  const inside = packs && dice(3) > 0;
  const made = changed(inside ? await packs.parts() : good, dice);
  const [name] = good.keys();
  const files = inside ? new Map([[name!, Buffer.from(await packs.pack(made.files))]]) : made.files;
  rmSync(small.path("exports/hub"), { recursive: true });
  mkdirSync(small.path("exports/hub"));
  for (const [name, bytes] of files) writeFileSync(small.path(`exports/hub/${name}`), bytes);
  return { files, mutations: made.mutations };
}

const LONG_ENOUGH = 8;

/** Cells of texts that are said by nobody else: tokens and long words, below the header. */
function cellsOf(texts: readonly string[]): string[] {
  const cells = texts.flatMap((text) =>
    text
      .split("\n")
      .slice(1)
      .flatMap((line) => line.split(/[,;]/)),
  );
  const isTelling = (cell: string) => cell.length >= LONG_ENOUGH && /\d|:/.test(cell);
  return [...new Set(cells.map((cell) => cell.replaceAll('"', "")).filter(isTelling))];
}

/** What is said, but for the name of a column where any text may be one. */
const saidOf = (finding: Finding, namedAnywhere: boolean): string =>
  sentence(
    namedAnywhere && "column" in finding.facts
      ? ({ ...finding, facts: { ...finding.facts, column: "column" } } as Finding)
      : finding,
  );

describe.each(Object.entries(formats))("mutated exports: %s", (_format, format: Format) => {
  const { feed, seed, text, named_anywhere = false } = format;
  test(
    "every one ends accepted, set aside or refused, with a sentence that repeats no cell",
    async () => {
      small.partner("hub", [feed]);
      const { network, places, key } = small;
      const partner = network.partners.find(({ id }) => id === "hub")!;
      const reception = { places, key, memory: "1GB" };
      const good = await seed();
      const cells = cellsOf(text === undefined ? [...good.values()].map(String) : [text]);
      expect(cells.length).toBeGreaterThan(6);
      const came: Record<string, number> = { accepted: 0, stopped: 0, refused: 0 };
      const began = performance.now();
      const isTime = () => performance.now() - began < 1000 * SECONDS;
      let mutations = 0;
      for (let number = FIRST; number < FIRST + MOST_FILES && (isTime() || number < FIRST + FEWEST_FILES); number++) {
        const { files, mutations: more } = await written(format, good, diceOf(number));
        mutations += more;
        const delivery: Delivery = {
          partner,
          feed: partner.feeds[0]!,
          name: partner.feeds[0]!.files,
          files: [...files.keys()].map((name) => ({ name, path: path.join(small.folder, "exports/hub", name) })),
        };
        const single = delivery.files.length === 1 ? { ...delivery, name: delivery.files[0]!.name } : delivery;
        const received = await fingerprint(single, reception)
          .then((print) => convertDelivery(intake, single, print, reception))
          .catch((error) => {
            throw new Error(`file ${number} ends in an error: ${(error as Error).message}`, { cause: error });
          });
        came[received.outcome]! += 1;
        const says = received.findings.map((finding) => saidOf(finding, named_anywhere));
        const isSaid =
          received.outcome === "accepted" || received.findings.some((each) => outcome(each) === received.outcome);
        expect([number, isSaid, says.every((each) => /^[^\n]{10,}\.$/.test(each))]).toEqual([number, true, true]);
        // What stands in the first line of a file is the name of a column, whatever it was meant to be.
        const heads = [...files.values()].map((bytes) => bytes.toString("latin1").split("\n", 1)[0]!).join("\n");
        const told = cells.filter((cell) => !heads.includes(cell) && says.some((each) => each.includes(cell)));
        expect([number, told]).toEqual([number, []]);
      }
      expect(mutations).toBeGreaterThan(FEWEST_FILES);
      expect(Object.values(came).reduce((sum, each) => sum + each)).toBeGreaterThanOrEqual(FEWEST_FILES);
      expect(came.stopped! + came.refused!).toBeGreaterThan(0);
    },
    1000 * (SECONDS + 120),
  );

  test("the export itself, unchanged, is accepted", async () => {
    const own = new SmallNetwork();
    own.partner("hub", [feed]);
    for (const [name, bytes] of await seed()) writeFileSync(own.path(`exports/hub/${name}`), bytes);
    const { fresh } = await own.take();
    own.remove();
    expect(fresh.map(({ outcome: came, converted }) => [came, converted.every(({ broken }) => broken === 0)])).toEqual([
      ["accepted", true],
    ]);
  });
});

test("the same dice make the same file", () => {
  const bytes = Buffer.from("a,b\n1,2\n");
  const make = () => mutated(bytes, 12, diceOf(5));
  expect(make().equals(make())).toBe(true);
});
