import { recordKind } from "../../models/contract/catalogue.ts";
import type { TableFeed } from "../network.ts";

/** The columns of a partner's file that the feed gives a meaning. */
export function agreedColumns(feed: TableFeed): { column: string; field: string; required: boolean }[] {
  const { fields } = recordKind(feed.record);
  const mapped = Object.entries(feed.columns).flatMap(([field, { from }]) =>
    from === undefined ? [] : [{ column: from, field, required: fields[field]?.required === true }],
  );
  const domains = Object.entries(feed.wide?.domains ?? {}).map(([domain, column]) => ({
    column,
    field: domain,
    required: true,
  }));
  const goals = Object.entries(feed.wide?.goals ?? {}).map(([domain, column]) => ({
    column,
    field: `${domain} as a goal`,
    required: false,
  }));
  return [...mapped, ...domains, ...goals];
}
