/** A file that was received, for each kind of record in it. */
export interface ReceivedFileTable {
  partner_id: string;
  feed_id: string;
  /** SHA-256 of the delivery, hex. */
  file_hash: string;
  file_name: string;
  record: string;
  received_on: string;
  /** Rows of the file, broken ones included. */
  row_count: number;
  /** Whether its records are in use; of a stopped file only the reasons are. */
  in_use: boolean;
  /** Whether a later file of the same name was received: what is to be mended is then said of that one. */
  superseded: boolean;
}

/** The partner's column behind a field of one file. */
export interface ReceivedColumnTable {
  partner_id: string;
  feed_id: string;
  file_hash: string;
  record: string;
  field: string;
  column_name: string;
}

/** A day on which something of a feed was received, whatever became of it. */
export interface DeliveryDayTable {
  partner_id: string;
  feed_id: string;
  delivered_on: string;
}

/** The entry or exit of one episode, and the day on which a file first told of it. */
export interface FirstReportTable {
  partner_id: string;
  feed_id: string;
  event: "entered_on" | "exited_on";
  event_on: string;
  reported_on: string;
}

/** The day of the run itself, which is not always the last day counted. */
export interface ReportDayTable {
  read_on: string;
}

/** Tables of what was received, which only the quality of data is read from; the same text makes them in PostgreSQL. */
export const receivedTables: Readonly<Record<string, string>> = {
  received_file:
    "partner_id varchar, feed_id varchar, file_hash varchar, file_name varchar, record varchar, received_on date, row_count bigint, in_use boolean, superseded boolean",
  received_column:
    "partner_id varchar, feed_id varchar, file_hash varchar, record varchar, field varchar, column_name varchar",
  delivery_day: "partner_id varchar, feed_id varchar, delivered_on date",
  first_report: "partner_id varchar, feed_id varchar, event varchar, event_on date, reported_on date",
  report_day: "read_on date",
};

/** Portable SQL: whether a row `s` set aside is of a file that no later one of the same name has taken the place of. */
export const OF_CURRENT_FILE = `not exists (select 1 from received_file as old
  where old.partner_id = s.partner_id and old.feed_id = s.feed_id and old.file_hash = s.file_hash and old.superseded)`;
