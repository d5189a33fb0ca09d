import { bindHeader } from "../intake/pirl/bind-header.ts";
import { Feed } from "../network.ts";
import { screenHeader } from "../screen/screen-header.ts";
import { bareRecord } from "./is-participant-record.ts";
import type { SeenFile, SeenTable } from "./seen-file.ts";

/** The feed under which a file is screened before anything of it is mapped: it gives nothing a meaning and agrees to every column whose name says nothing against it. */
export function draftFeed(name: string, seen: SeenFile, zipped: boolean): Feed {
  const { format, encoding, delimiter, tables } = seen;
  const shared = { id: "map", files: "*" };
  if (format === "hmis_csv") return Feed.parse({ ...shared, format, projects: {} });
  const agreed = (header: readonly string[]) =>
    header.filter((column) => screenHeader(name, [column], new Set()).length === 0);
  if (format === "wioa_pirl") {
    const strangers = tables.flatMap(({ header }) => bindHeader(header, bareRecord).strangers);
    const inside = zipped ? { inside: "*" } : {};
    return Feed.parse({ ...bareRecord, encoding, delimiter, ignore: agreed(strangers), ...inside });
  }
  const written = { ...shared, format, encoding, delimiter };
  const held = placed(tables).map(({ header, ...at }) => ({
    ...at,
    record: "person",
    columns: {},
    ignore: agreed(header),
  }));
  if (held.length > 1) return Feed.parse({ ...written, tables: held });
  return Feed.parse({ ...written, ...(zipped ? { inside: "*" } : {}), record: "person", columns: {}, ...held[0] });
}

/** The tables by their places; files of one name in several folders of a zip folder are one table. */
function placed(tables: readonly SeenTable[]): SeenTable[] {
  const places = new Map<string, SeenTable>();
  for (const table of tables) {
    const place = JSON.stringify([table.inside, table.sheet]);
    const header = [...new Set([...(places.get(place)?.header ?? []), ...table.header])];
    places.set(place, { ...table, header });
  }
  return [...places.values()];
}
