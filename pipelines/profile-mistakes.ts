import { recordKind } from "../models/contract/catalogue.ts";
import type { Part } from "./lenient.ts";
import type { Feed, Partner, TableFeed } from "./network.ts";
import type { Mistake } from "./read-yaml.ts";

type Say = (steps: readonly PropertyKey[], says: string) => Mistake;

/** What a feed would send that its partner's profile does not take. */
export function profileMistakes(profile: Partner["profile"] | undefined, feed: Part<Feed>, say: Say): Mistake[] {
  if (profile === "aggregate_only" && sendsRows(feed))
    return [
      say([], "a partner of the profile aggregate_only sends no rows about people, be they hashed: it sends counts"),
    ];
  if (profile !== "safe_harbor") return [];
  if (feed.format === "hmis_csv_2022") return [say(["format"], `an HMIS export has days: ${INSTEAD}`)];
  const { record, columns } = feed as Part<TableFeed>;
  if (!record || !columns) return [];
  const { fields } = recordKind(record);
  return Object.keys(columns).flatMap((field) => {
    const type = fields[field]?.type;
    if (type === "date" || type === "month")
      return [
        say(
          ["columns", field],
          `the profile safe_harbor takes no day and no month, so ${record} cannot have ${field}: ${INSTEAD}`,
        ),
      ];
    return field === "county"
      ? [say(["columns", field], `the profile safe_harbor takes no place smaller than a state: leave it out`)]
      : [];
  });
}

const INSTEAD = "send it as a limited_dataset under an agreement, or counts alone as aggregate_only, or leave it out";

const sendsRows = (feed: Part<Feed>) => "record" in feed || feed.format === "hmis_csv_2022";
