import * as z from "zod";

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** What a release says of itself. Nothing in it is a withheld number, or lets one be worked out: shares are whole per cent. */
export const Manifest = z.strictObject({
  release: z.int().min(1),
  /** SHA-256 of the manifest of the release before, null for the first. */
  previous: sha256.nullable(),
  network: z.string(),
  as_of: z.iso.date(),
  run: z.string(),
  configuration_hash: z.string(),
  code_version: z.string(),
  contract_version: z.int(),
  measures: z.array(z.strictObject({ id: z.string(), version: z.int() })),
  /** Quarters that were opened again for it. */
  restated: z.array(z.string()),
  protection: z.strictObject({
    threshold: z.int(),
    minimum_denominator: z.int(),
    width: z.int(),
    cells: z.int(),
    cells_shown: z.int(),
    cells_withheld: z.int(),
    audit: z.string(),
    cells_attacked: z.int(),
  }),
  files: z.array(z.strictObject({ path: z.string(), bytes: z.int(), sha256 })),
});
export type Manifest = z.infer<typeof Manifest>;

export const MANIFEST = "manifest.json";
export const LEDGER = "ledger.csv";

export const manifestText = (manifest: Manifest) => `${JSON.stringify(manifest, null, 1)}\n`;
