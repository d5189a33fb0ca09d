import { recordKind } from "../models/contract/catalogue.ts";
import type { Part } from "./lenient.ts";
import type { Feed, Partner, TableFeed } from "./network.ts";
import type { Mistake } from "./read-yaml.ts";

type Say = (steps: readonly PropertyKey[], says: string) => Mistake;

/** What a feed would send that its partner's profile does not take. */
export function profileMistakes(profile: Partner["profile"] | undefined, feed: Part<Feed>, say: Say): Mistake[] {
  if (profile !== "safe_harbor") return [];
  if (feed.format === "hmis_csv" || feed.format === "wioa_pirl")
    return [say(["format"], `an export of this format has days: ${INSTEAD}`)];
  if ("tables" in feed)
    return (feed.tables ?? []).flatMap((table, at) =>
      table ? tableMistakes(table, (steps, says) => say(["tables", at, ...steps], says)) : [],
    );
  return tableMistakes(feed as Part<TableFeed>, say);
}

function tableMistakes({ record, columns }: Pick<Part<TableFeed>, "record" | "columns">, say: Say): Mistake[] {
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
