import { expect, test } from "vitest";
import { manifestOf, publicationHash } from "../../../pipelines/site/manifest.ts";
import { samplePublication } from "../../support/publication.ts";

const publication = samplePublication();

test("a manifest lists every file with its hash and size, the versions and what protection left", () => {
  const files = new Map([
    ["index.html", "é"],
    ["data/a.csv", ""],
  ]);
  const manifest = manifestOf("funders", publication, "hash", files);
  expect(manifest).toMatchObject({
    audience: "funders",
    as_of: "2026-09-30",
    publication: "hash",
    code_version: "0.1.0",
  });
  expect(manifest.measures).toContainEqual({ id: "matrix-movement", version: 2 });
  expect(manifest.files).toEqual([
    { path: "data/a.csv", sha256: "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", bytes: 0 },
    { path: "index.html", sha256: "4a99557e4033c3539de2eb65472017cad5f9557f7a0625a09f1c3f6e2ba69c4c", bytes: 2 },
  ]);
  const { cells_shown, cells_withheld, percent_shown } = manifest.protection;
  expect(percent_shown).toBe(Math.round((100 * cells_shown) / (cells_shown + cells_withheld)));
});

test("the hash of a publication does not change with the order of its rows, nor with what is withheld, and does with a number", () => {
  const hash = publicationHash(publication);
  expect(publicationHash({ ...publication, cell: publication.cell.toReversed() })).toBe(hash);
  expect(publicationHash(samplePublication("another"))).toBe(hash);
  const [first, ...rest] = publication.cell;
  expect(publicationHash({ ...publication, cell: [{ ...first!, value: 4711 }, ...rest] })).not.toBe(hash);
});
