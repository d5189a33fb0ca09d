import { expect, test } from "vitest";
import { statesOf } from "../../pipelines/states.ts";

test("the states of a network are those of its counties, each once", () => {
  const county = (id: string) => ({ id, title: id });
  expect(statesOf({ counties: ["TN-157", "TN-047", "MS-033"].map(county) })).toEqual(["TN", "MS"]);
  expect(statesOf({ counties: [] })).toEqual([]);
});
