import { html, type Markup } from "../../dashboards/markup.ts";
import { timeliness } from "../../models/quality/timeliness.ts";
import { daysText, sentence } from "../amounts.ts";
import { section, shareCells, shareColumns, table } from "../report-table.ts";
import { type Pack, rowsIn } from "./pack.ts";

const words = (title: string) => ({ title, words: true as const });

/** Feeds with their rhythm and their latest event, and how soon entries and exits are reported. */
export const timelinessSection = (pack: Pack): Markup | null =>
  section(timeliness.title, timeliness.means, [feedTable(pack), reportTable(pack)]);

function feedTable(pack: Pack) {
  const of = (item: string, feed: string | null) =>
    rowsIn(pack, "timeliness", item).filter(({ feed_id }) => feed_id === feed);
  return table(
    "Your feeds. The latest event is that of the freshest file, before the day it came.",
    [
      words("Feed"),
      { title: "Last came" },
      { title: "Usual gap" },
      words("By its own rhythm"),
      { title: "Latest event" },
    ],
    rowsIn(pack, "timeliness", "since_last_delivery").map(({ feed_id, days }) => {
      const [late] = of("late", feed_id);
      const [gap] = of("usual_gap", feed_id);
      const events = of("latest_event", feed_id).map((row) => row.days!);
      return [
        feed_id,
        ago(days!),
        gap ? daysText(gap.days!) : "",
        verdict(late?.numerator ?? null),
        events.length > 0 ? before(Math.min(...events)) : "",
      ];
    }),
  );
}

const ago = (days: number) => (days === 0 ? "today" : `${daysText(days)} ago`);
const before = (days: number) => (days === 0 ? "the same day" : `${daysText(days)} before`);

function verdict(late: number | null) {
  if (late === null) return "Not known yet";
  return late ? html`<span class="late">Late</span>` : "On time";
}

function reportTable(pack: Pack) {
  const rows = ["entered_on", "exited_on"].flatMap((event) => rowsIn(pack, "timeliness", event));
  return table(
    "Entries and exits first told of after the first day of delivery",
    [words("What is counted"), { title: "Half within" }, ...shareColumns("In time", "Reported")],
    rows.map((row) => [sentence(row.says), daysText(row.days!), ...shareCells(row.numerator!, row.denominator!)]),
  );
}
