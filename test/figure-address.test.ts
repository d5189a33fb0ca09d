import { expect, test } from "vitest";
import { addressText, readAddress } from "../models/figure-address.ts";

test.each([
  ["people-served/all/network/network/to-date/people", "all", "count", "people"],
  ["matrix-movement/housing/partner/riverbend-hub/PY2025/rate:improved", "year", "rate", "improved"],
  ["services-delivered/training/network/network/to-date/sum:hours", "all", "sum", "hours"],
  ["people-served/all/tier/tier-1/2025-Q3/people", "quarter", "count", "people"],
])("%s is read as it is written", (text, period_kind, kind, figure) => {
  const at = readAddress(text);
  expect(at).toMatchObject({ period_kind, kind, figure });
  expect(addressText(at)).toBe(text);
});

test.each([
  ["people-served/all/network/network/to-date", /^not an address of a figure .*: people-served/],
  ["people-served/all/network/network/to-date/people/more", /^not an address/],
  ["people-served/all/galaxy/milky-way/to-date/people", /^no such slice: galaxy/],
  ["people-served/all/network/network/to-date/mode:people", /^no such kind of figure: mode/],
])("%s is no address", (text, says) => {
  expect(() => readAddress(text)).toThrow(says);
});
