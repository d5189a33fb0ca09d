import type { AudienceKind } from "./audience.ts";

const FOR = /^<!-- for: ([a-z, ]+) -->$/;

/** A page's Markdown for one audience: what stands below `<!-- for: staff, agency -->` is theirs alone, up to `<!-- for: all -->`. */
export function pageText(source: string, kind: AudienceKind): string {
  let isOurs = true;
  return source
    .split("\n")
    .filter((line) => {
      const [, whose] = FOR.exec(line.trim()) ?? [];
      if (whose !== undefined) isOurs = whose === "all" || whose.split(", ").includes(kind);
      return isOurs && whose === undefined;
    })
    .join("\n");
}
