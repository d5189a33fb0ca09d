import * as yauzl from "yauzl";
import type { Unsafe } from "../../findings.ts";
import { judgeArchive, MOST_ENTRIES } from "./judge-archive.ts";

/** What is in a zip folder, as its directory says, folders left out; or why it is not opened. */
export type Directory = { entries: yauzl.Entry[]; unsafe?: undefined } | { unsafe: Unsafe };

/** Reads the directory of a zip folder and judges it, before anything is unpacked; of one that the inbox holds, made there of one that was judged, the sizes are as they are. */
export async function checkArchive(file: string, { isSealed = false } = {}): Promise<Directory> {
  const entries: yauzl.Entry[] = [];
  let zip: yauzl.ZipFile | undefined;
  try {
    zip = await yauzl.openPromise(file, { lazyEntries: true, autoClose: false });
    if (zip.entryCount > MOST_ENTRIES) return { unsafe: "too_many_entries" };
    for await (const entry of zip.eachEntry()) entries.push(entry);
  } catch (error) {
    return {
      unsafe: /(?:relative path|absolute path|invalid characters)/.test((error as Error).message) ? "paths" : "broken",
    };
  } finally {
    zip?.close();
  }
  const unsafe = judgeArchive(entries, isSealed);
  return unsafe ? { unsafe } : { entries: entries.filter(({ fileName }) => !fileName.endsWith("/")) };
}
