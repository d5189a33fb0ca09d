import { expect, test } from "vitest";
import { type Encoding, TextDecoding } from "../../../pipelines/intake/decode-text.ts";

/** What bytes are read as in parts of a size, or their fault. */
function read(bytes: Buffer, encoding: Encoding = "utf-8", size = 3): string | object {
  const decoding = new TextDecoding(encoding);
  let text = "";
  for (let at = 0; at < bytes.length; at += size) text += decoding.read(bytes.subarray(at, at + size));
  text += decoding.read(null);
  return decoding.fault ?? text;
}

test.each([3, 4, 5, 1000])("in parts of %i bytes, letters and line ends cut in two come out whole", (size) => {
  const text = "a,ñ\r\n\u{1f600},b\rc\n";
  const whole = "a,ñ\n\u{1f600},b\nc\n";
  expect(read(Buffer.from(text), "utf-8", size)).toBe(whole);
  expect(read(Buffer.from(text, "utf16le"), "utf-16", size)).toBe(whole);
  expect(read(Buffer.from("Pe\u00f1a\r\n", "latin1"), "latin-1", size)).toBe("Peña\n");
});

test("a byte-order mark has the last word, and goes", () => {
  const marked = Buffer.from("\ufeffé\n");
  expect(read(marked, "windows-1252")).toBe("é\n");
  expect(read(Buffer.from("\ufeffé\n", "utf16le"))).toBe("é\n");
  expect(read(Buffer.from("\ufeffé\n", "utf16le").swap16(), "windows-1252")).toBe("é\n");
});

test("a NUL, half a letter and another encoding are faults, with the row they are in", () => {
  expect(read(Buffer.from("a\nb\0"))).toEqual({ code: "not-text", row: 2 });
  expect(read(Buffer.from("\ufeffa\nb\0", "utf16le"), "utf-8", 100)).toEqual({ code: "not-text", row: 2 });
  expect(read(Buffer.from("a\nb\nPe\u00f1a\n", "latin1"), "utf-8", 100)).toEqual({ code: "wrong-encoding", row: 3 });
  expect(read(Buffer.from("\ufeffab", "utf16le").subarray(0, 5), "utf-8", 100)).toEqual({
    code: "wrong-encoding",
    row: 1,
  });
});
