import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Encoding } from "../../../pipelines/intake/decode-text.ts";
import { firstRecord } from "../../../pipelines/intake/first-record.ts";
import { hashFile, readText } from "../../../pipelines/intake/read-text.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "common-measure-text-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** What a file of these bytes is read as, or its fault. */
async function read(bytes: Buffer | string, encoding: Encoding = "utf-8"): Promise<string | object> {
  const [from, to] = [path.join(folder, "from"), path.join(folder, "to")];
  writeFileSync(from, bytes);
  const { fault, hash } = await readText(from, to, encoding);
  expect(hash).toBe(createHash("sha256").update(bytes).digest("hex"));
  return fault ?? readFileSync(to, "utf8");
}

test("line ends become LF, mixed or alone, and a byte-order mark goes", async () => {
  expect(await read("\ufeffa\r\nb\nc\rd")).toBe("a\nb\nc\nd");
  expect(await read("a\r")).toBe("a\n");
  expect(await read(`${"x".repeat((1 << 20) - 1)}\r\ny`)).toBe(`${"x".repeat((1 << 20) - 1)}\ny`);
});

test("a letter cut in two by a chunk is still one letter", async () => {
  const text = `${"x".repeat((1 << 20) - 1)}ñ`;
  expect(await read(text)).toBe(text);
});

test("windows-1252 and latin-1 are read, typographic marks included", async () => {
  expect(await read(Buffer.from([0x46, 0xf3, 0x96, 0x92]), "windows-1252")).toBe("Fó–’");
  expect(await read(Buffer.from("Formación", "latin1"), "latin-1")).toBe("Formación");
});

test("what is not of the encoding is a fault with its row, and so is a NUL", async () => {
  expect(await read(Buffer.concat([Buffer.from("a\nb\nc"), Buffer.from([0xf1]), Buffer.from("\n")]))).toEqual({
    code: "wrong-encoding",
    row: 3,
  });
  expect(await read("a\nb\0\n")).toEqual({ code: "not-text", row: 2 });
  expect(await read(Buffer.from("a\n", "utf16le"))).toEqual({ code: "not-text", row: 1 });
});

test("the header is one record, quoted cells and all", () => {
  expect(firstRecord('a;"b;c";"d""e";"f\ng";\nh', ";")).toEqual(["a", "b;c", 'd"e', "f\ng", ""]);
});

test("a link in the place of the file is not followed, when it is hashed and when it is read", async () => {
  const link = path.join(folder, "link");
  symlinkSync("/etc/hostname", link);
  await expect(hashFile(link)).rejects.toThrow("it is a link");
  await expect(readText(link, path.join(folder, "to"), "utf-8")).rejects.toThrow("it is a link");
});
