import { createHmac } from "node:crypto";
import { expect, test } from "vitest";
import { sampleKey, TokenKey } from "../../data/sample/token.ts";
import { TOKEN_PATTERN } from "../../models/contract/field.ts";

function bitsOf(bytes: Buffer): string {
  return [...bytes].map((byte) => byte.toString(2).padStart(8, "0")).join("");
}

test("a token is the first 130 bits of an HMAC-SHA-256, in base 32", () => {
  const key = new TokenKey(7, "somewhere-1");
  for (const text of ["person 1", "", "episode 123456789 3", "x".repeat(48)]) {
    const bits = bitsOf(createHmac("sha256", sampleKey(7, "somewhere-1")).update(text).digest());
    const letters = Array.from({ length: 26 }, (_, at) =>
      "abcdefghijklmnopqrstuvwxyz234567".charAt(Number.parseInt(bits.slice(at * 5, at * 5 + 5), 2)),
    );
    expect(key.token(text)).toBe(`v1:somewhere-1:${letters.join("")}`);
  }
});

test("tokens have the form of the contract and differ between partners", () => {
  const tokens = ["riverbend-hub-1", "northgate-hub-1"].map((id) => new TokenKey(1, id).token("person 16"));
  for (const token of tokens) expect(token).toMatch(new RegExp(`^${TOKEN_PATTERN}$`));
  expect(new Set(tokens.map((token) => token.slice(-26))).size).toBe(2);
});
