import fc from "fast-check";
import { expect, test } from "vitest";
import { firstForm } from "../../../pipelines/screen/first-form.ts";
import { firstFormSql, suspectSql } from "../../../pipelines/screen/form-sql.ts";
import { plainSql } from "../../../pipelines/screen/plain-sql.ts";
import { plainText } from "../../../pipelines/screen/plain-text.ts";
import { valueForms } from "../../../pipelines/screen/value-forms.ts";
import { openWarehouse } from "../../../pipelines/warehouse.ts";

const IDENTIFYING = [
  "ana@example.org",
  "412-65-0001",
  "412650001",
  "9015550143",
  "(901) 555-0143",
  "4111 1111 1111 1111",
  "38104-1234",
  "192.168.0.1",
  "2001:db8::1",
  "35.1495, -90.0490",
  "12 N. Main St, Apt 4",
  "po box 112",
  "0477D2FF9011E58A5BFE1F9FD31D0E31",
  "long text ".repeat(5),
  "long".repeat(51),
  "IMG_2031.jpg",
  "facebook.com/ana",
  "https://example.org/1",
  "352099001761481",
  "00:1A:2B:3C:4D:5E",
  "1EG4-TE5-MK72",
  "D123456789012",
  "1M8GDM9AXKP042788",
  "1M8GDM9A1KP042788",
  "ana @ example . org",
  "ana (at) example",
  "ssn 412650001",
  "412.65-0001",
  "ana@office",
  "12 Highway 61",
  "Apple Road 12",
  "+44 20 7946 0958",
  "4 1 2 6 5 0 0 0 1",
  "412-650001",
  "901-5550143",
  "Calle Luna 12",
  "12 Apple Ridge",
  "Apt. 4B",
  "0c1d2e3f0c1d2e3f0c1d",
  "0c1d2e3f-4a5b6c7d",
  "of 0477D2FF9011E58A5BFE1F9FD31D0E31 too",
  "sha256:ungWv48Bz-pBQUDeXa4iI7",
  "ungWv48Bz+pBQUDeXa4iIw==",
  "ungWv48BzXpBQUDeXa4iI7",
  "gezdgnbvgy3tqojqgezdgnbvgy",
  "0c1d2e3f0c",
];
const piece = fc.oneof(
  fc.constantFrom(...IDENTIFYING),
  fc.constantFrom(
    "2024-07-01",
    "v1:k1:abcdefgh234567abcdefgh2345",
    "ſ",
    "K",
    "😀",
    "٤١٢",
    "\u200b",
    "１２",
    "365 Apple Road",
  ),
  fc.constantFrom(" ", "\t", "\n", "\r\n", "\u00a0", "-", ".", ",", "/", "@", "'", "+1", "_", "("),
  fc.string({ maxLength: 4, unit: "binary" }).map((text) => text.replaceAll("\0", "")),
  fc.nat().map(String),
);
const cell = fc.array(piece, { minLength: 1, maxLength: 4 }).map((pieces) => pieces.join("").toWellFormed());

test("a value has the same form in a query over many and looked at alone", async () => {
  const cells = [...IDENTIFYING, ...fc.sample(cell, { numRuns: 4000, seed: 7 })];
  const door = await openWarehouse(":memory:");
  await door.run("create table sent (place integer, cell varchar)");
  await door.append(
    "sent",
    { place: "integer", cell: "varchar" },
    cells.map((cell, place) => ({ place, cell })),
  );
  const found = await door.rows<{ form: number | null; plain: string }>(
    `select case when ${suspectSql("cell")} then ${firstFormSql("plain")} end as form, plain
    from (select *, ${plainSql("cell")} as plain from sent) order by place`,
  );
  await door.close();
  expect(found.map(({ plain }) => plain)).toEqual(cells.map(plainText));
  const differ = cells.filter((cell, place) => firstForm(cell) !== found[place]!.form);
  expect(differ).toEqual([]);
  const forms = new Set(found.map(({ form }) => form));
  expect(valueForms.filter((_, place) => !forms.has(place))).toEqual([]);
});
