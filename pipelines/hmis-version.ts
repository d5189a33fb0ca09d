/** The versions of HUD's HMIS CSV that are read, by the fiscal year each is named for. */
export const hmisVersions = ["2022", "2024", "2026"] as const;
export type HmisVersion = (typeof hmisVersions)[number];

/** The versions in words, for messages. */
export const HMIS_VERSIONS_SAID = "HMIS CSV FY2022, FY2024 or FY2026";

/** The version that a CSVVersion names (`FY2022`, `2024 v1.4`), or null for any other. */
export function hmisVersion(csvVersion: string): HmisVersion | null {
  const year = /^(?:FY ?)?(\d{4})\b/i.exec(csvVersion.trim())?.[1];
  return hmisVersions.find((version) => version === year) ?? null;
}
