import { type Dimension, quoted, selectQuality } from "./dimension.ts";
import { datedRecords } from "./event-dates.ts";

/** Days after an entry or exit within which it is reported in time. */
export const IN_TIME_DAYS = 30;

/** How many times its usual gap a feed may let pass before it is late. */
export const LATE_GAPS = 1.5;

/** Delivery days of a feed from which on it has a rhythm. */
export const RHYTHM_DELIVERIES = 3;

const sameFile = (table: string) =>
  `${table}.partner_id = f.partner_id and ${table}.feed_id = f.feed_id and ${table}.file_hash = f.file_hash`;

/** Days from the latest event that a file in use tells of to the day it was received; dates after that day are plans or mistakes. */
const latestEvents = datedRecords.map(({ record, fields }) => {
  const events = fields
    .map(
      (field) =>
        `select partner_id, feed_id, file_hash, ${field} as event_on from ${record} where ${field} is not null`,
    )
    .join(" union all ");
  return `${selectQuality({
    partner_id: "f.partner_id",
    record: "f.record",
    item: "'latest_event'",
    feed_id: "f.feed_id",
    file_name: "f.file_name",
    days: "f.received_on - max(e.event_on)",
    says: "'Days from the latest event in the file to the day it was received'",
  })} from received_file as f join (${events}) as e on ${sameFile("e")} and e.event_on <= f.received_on
    where f.record = ${quoted(record)} and f.in_use and not f.superseded
    group by f.partner_id, f.record, f.feed_id, f.file_name, f.file_hash, f.received_on`;
});

/** One row per feed: the last delivery, and the usual days between two where there are enough to tell. */
const rhythm = `(select partner_id, feed_id, max(delivered_on) as last_on, count(*) as deliveries,
    percentile_cont(0.5) within group (order by gap) as usual_gap
  from (select partner_id, feed_id, delivered_on,
      delivered_on - lag(delivered_on) over (partition by partner_id, feed_id order by delivered_on) as gap
    from delivery_day) as dated
  group by partner_id, feed_id) as g`;
const hasRhythm = `g.deliveries >= ${RHYTHM_DELIVERIES}`;

const sinceLast = `${selectQuality({
  partner_id: "g.partner_id",
  item: "'since_last_delivery'",
  feed_id: "g.feed_id",
  days: "d.read_on - g.last_on",
  says: "'Days since something of this feed was received'",
})} from ${rhythm} cross join report_day as d`;

const usualGap = `${selectQuality({
  partner_id: "g.partner_id",
  item: "'usual_gap'",
  feed_id: "g.feed_id",
  days: "g.usual_gap",
  says: "'Usual days between two deliveries of this feed (the median)'",
})} from ${rhythm} where ${hasRhythm}`;

const late = `${selectQuality({
  partner_id: "g.partner_id",
  item: "'late'",
  feed_id: "g.feed_id",
  numerator: `case when d.read_on - g.last_on > ${LATE_GAPS} * g.usual_gap then 1 else 0 end`,
  denominator: "1",
  says: `'Late: more than ${LATE_GAPS} times its usual gap has passed'`,
})} from ${rhythm} cross join report_day as d where ${hasRhythm}`;

/** Entries and exits told of after the feed's first day, which brings what happened before; how many within 30 days, and the median. */
const reported = `${selectQuality({
  partner_id: "r.partner_id",
  record: "'enrollment'",
  item: "r.event",
  numerator: `sum(case when r.reported_on - r.event_on <= ${IN_TIME_DAYS} then 1 else 0 end)`,
  denominator: "count(*)",
  days: "percentile_cont(0.5) within group (order by r.reported_on - r.event_on)",
  says: `case r.event when 'entered_on' then 'Entries' else 'Exits' end || ' reported within ${IN_TIME_DAYS} days; half of them within the days given'`,
})} from first_report as r
  join (select partner_id, feed_id, min(delivered_on) as first_on from delivery_day group by partner_id, feed_id) as b
    on b.partner_id = r.partner_id and b.feed_id = r.feed_id and r.reported_on > b.first_on
  where r.event_on <= r.reported_on group by r.partner_id, r.event`;

export const timeliness: Dimension = {
  id: "timeliness",
  title: "On time",
  means: `How fresh each file was when it came, whether a feed keeps its own rhythm, and how soon entries and exits are reported. A feed has a rhythm once it has come on ${RHYTHM_DELIVERIES} different days.`,
  queries: [...latestEvents, sinceLast, usualGap, late, reported],
};
