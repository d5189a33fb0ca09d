import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { enrollment } from "../../../models/contract/enrollment.ts";
import { person } from "../../../models/contract/person.ts";
import { createRecordTable } from "../../../models/contract/record-table.ts";
import { treatRare } from "../../../pipelines/build/rare-combinations.ts";
import type { Partner } from "../../../pipelines/network.ts";
import { type Door, openWarehouse, quoteText } from "../../../pipelines/warehouse.ts";

let door: Door;
beforeEach(async () => {
  door = await openWarehouse(":memory:");
  for (const record of [person, enrollment]) await door.run(createRecordTable(record));
  await door.run(
    "create temp table source (partner varchar, feed varchar, hash varchar, record varchar, file varchar)",
  );
  await door.run(`create table set_aside (partner_id varchar, feed_id varchar, file_hash varchar, row_number bigint,
    file_name varchar, record varchar, column_name varchar, rule varchar, says varchar)`);
  await door.run("insert into source values ('hub', 'people', 'h', 'person', 'people.csv')");
});
afterEach(() => door.close());

/** Adds people of the hub who are alike; ages are at entry. */
async function people(count: number, { gender = "woman", language = "english", county = "TN-157", age = 30 } = {}) {
  const [row] = await door.rows<{ n: number }>("select count(*) as n from person");
  for (let at = 0; at < count; at++) {
    const key = quoteText(`p${row!.n + at}`);
    await door.run(`insert into person (person_key, gender, race_ethnicity, language, county, partner_id, feed_id, file_hash, row_number)
      values (${key}, '${gender}', 'black', '${language}', '${county}', 'hub', 'people', 'h', ${row!.n + at + 1})`);
    await door.run(
      `insert into enrollment (enrollment_key, person_key, age_at_entry, partner_id) values (${key}, ${key}, ${age}, 'hub')`,
    );
  }
}

const treat = (does: Partner["rare"]["people"], k = 5) => treatRare(door, [{ id: "hub", rare: { k, people: does } }]);
const known = () =>
  door.rows(`select gender, language, county, age_at_entry as age, count(*) as n from person join enrollment using (person_key)
    group by all order by n desc, gender`);

describe("fewer than k people who are alike", () => {
  test("are counted, as are their combinations, and a warning changes nothing", async () => {
    await people(5);
    await people(4, { gender: "man" });
    await people(1, { age: 17 });
    const before = await known();
    expect(await treat("warn")).toEqual([{ partner: "hub", k: 5, did: "warn", people: 5, combinations: 2, left: 5 }]);
    expect(await known()).toEqual(before);
  });

  test("are none where there are k of each, and then nothing is said", async () => {
    await people(5);
    await people(5, { gender: "man" });
    expect(await treat("generalise")).toEqual([]);
  });

  test("lose their language first, and nothing more when that is enough", async () => {
    await people(5);
    await people(3, { gender: "man" });
    await people(2, { gender: "man", language: "spanish" });
    expect(await treat("generalise")).toMatchObject([{ people: 5, combinations: 2, left: 0 }]);
    expect(await known()).toEqual([
      { gender: "man", language: null, county: "TN-157", age: 30, n: 5 },
      { gender: "woman", language: "english", county: "TN-157", age: 30, n: 5 },
    ]);
  });

  test("lose all that is known step by step, the age on every record too, and who is rare still is counted", async () => {
    await people(5);
    await people(1, { gender: "man", language: "arabic", county: "MS-033", age: 70 });
    expect(await treat("generalise")).toMatchObject([{ people: 1, combinations: 1, left: 1 }]);
    expect((await known())[1]).toEqual({ gender: null, language: null, county: null, age: null, n: 1 });
  });

  test("are set aside with their row when the partner refuses them", async () => {
    await people(5);
    await people(2, { county: "MS-033" });
    expect(await treat("refuse")).toMatchObject([{ did: "refuse", people: 2, combinations: 1, left: 0 }]);
    expect(await door.rows("select file_name, row_number, rule from set_aside order by row_number")).toEqual([
      { file_name: "people.csv", row_number: 6, rule: "rare_combination" },
      { file_name: "people.csv", row_number: 7, rule: "rare_combination" },
    ]);
    expect(await door.rows("select count(*) as n from person")).toEqual([{ n: 5 }]);
  });

  test("are those of one partner, whose k is its own", async () => {
    await people(3);
    expect(await treat("warn", 3)).toEqual([]);
    expect(await treat("warn", 4)).toMatchObject([{ people: 3 }]);
  });
});
