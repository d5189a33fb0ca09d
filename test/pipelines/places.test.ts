import { expect, test } from "vitest";
import { placesOf } from "../../pipelines/places.ts";

const keys = (environment: Record<string, string>) =>
  placesOf({ folder: "/net", site: "dist" }, { HOME: "/home/ana", ...environment }).keys;

test("the keys are where COMMON_MEASURE_KEYS says, or in the user's configuration; set to nothing is not set", () => {
  expect(keys({ COMMON_MEASURE_KEYS: "/safe" })).toBe("/safe");
  expect(keys({ XDG_CONFIG_HOME: "/conf" })).toBe("/conf/common-measure");
  expect(keys({})).toBe("/home/ana/.config/common-measure");
  expect(keys({ COMMON_MEASURE_KEYS: "", XDG_CONFIG_HOME: "" })).toBe("/home/ana/.config/common-measure");
});
