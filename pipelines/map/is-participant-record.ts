import { bindHeader, isPirlHeader } from "../intake/pirl/bind-header.ts";
import { Feed, type PirlFeed } from "../network.ts";

/** A feed of participant records of which nothing is agreed yet. */
export const bareRecord = Feed.parse({
  id: "map",
  files: "*",
  format: "wioa_pirl",
  programs: { otherwise: "map" },
}) as PirlFeed;

/** Whether names are those of a WIOA participant record: its participants and days of entry are among them, or most are elements of it. */
export function isParticipantRecord(header: readonly string[]): boolean {
  // An amount or a month begins like the number of an element.
  const names = header.filter((name) => !/^\d+[-.:]\d/.test(name));
  if (!isPirlHeader(names, bareRecord)) return false;
  const { columns, strangers } = bindHeader(names, bareRecord);
  return (columns.has("100") && columns.has("900")) || names.length - strangers.length > header.length / 2;
}
