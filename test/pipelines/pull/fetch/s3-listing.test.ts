import { expect, test } from "vitest";
import { s3Page } from "../../../../pipelines/pull/fetch/s3-listing.ts";

const list = (inner: string) =>
  `<ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/">${inner}</ListBucketResult>`;
const object = (key: string, size = "3") =>
  `<Contents><Key>${key}</Key><LastModified>2026-01-01T00:00:00.000Z</LastModified><ETag>&quot;abc&quot;</ETag><Size>${size}</Size></Contents>`;

test("a page has its objects, with keys as they are, and says where the next one begins", () => {
  const more = "<IsTruncated>true</IsTruncated><NextContinuationToken>a&amp;b</NextContinuationToken>";
  expect(s3Page(list(more + object("hub/people+1%2B&#37;2Bx.csv") + object("%C3%A9.csv", "12")))).toEqual({
    objects: [
      { key: "hub/people 1++x.csv", version: '"abc"', bytes: 3 },
      { key: "é.csv", version: '"abc"', bytes: 12 },
    ],
    next: "a&b",
  });
  expect(s3Page(list("<IsTruncated>false</IsTruncated>"))).toEqual({ objects: [], next: null });
});

test("what is no list, or one with entities of its own, is none", () => {
  const bomb = `<!DOCTYPE x [<!ENTITY a "aaaaaaaa">]>`;
  for (const xml of [
    "",
    "<html></html>",
    bomb + list(object("a.csv")),
    list(object("%zz.csv")),
    list(object("a.csv", "many")),
    list("<Contents><Key>a.csv</Key></Contents>"),
    list("<IsTruncated>true</IsTruncated>"),
  ])
    expect(s3Page(xml)).toBeNull();
});
