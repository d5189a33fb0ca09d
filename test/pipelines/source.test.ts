import { expect, test } from "vitest";
import { shapeMistakes } from "../../pipelines/shape-mistake.ts";
import { nameOfAddress, Source } from "../../pipelines/source.ts";

/** What is wrong with a source; nothing when it is one. */
function mistakes(source: object): string[] {
  const parsed = Source.safeParse(source, { reportInput: true });
  return parsed.success
    ? []
    : shapeMistakes(parsed.error.issues).map(({ where, says }) => `${where.join(".")}: ${says}`);
}

const secret = { environment: "NAME" };
const https = { kind: "https", url: "https://example.org/people.csv" };
const sftp = {
  kind: "sftp",
  host: "example.org",
  host_key: `SHA256:${"a".repeat(43)}`,
  username: "agency",
  password: secret,
};
const s3 = { kind: "s3", bucket: "exports", access_key_id: secret, secret_access_key: { file: "keys/s3" } };

test("each kind of source can be said in a few lines, with limits that are sane unless said", () => {
  for (const source of [{ kind: "folder" }, https, sftp, s3]) expect(mistakes(source)).toEqual([]);
  expect(Source.parse(https)).toEqual({
    kind: "https",
    url: ["https://example.org/people.csv"],
    limits: { bytes: 2_000_000_000, seconds: 1800, idle_seconds: 30, files: 1000 },
  });
  expect(Source.parse(sftp)).toMatchObject({ port: 22, path: ".", host_key: [sftp.host_key] });
  expect(Source.parse(s3)).toMatchObject({ region: "us-east-1", prefix: "" });
});

test.each<[object, string]>([
  [{ kind: "ftp" }, "kind: write one of folder, https, sftp, s3"],
  [{ ...https, url: "http://example.org/people.csv" }, "url: write an address that begins with https://"],
  [{ ...https, url: "file:///etc/passwd" }, "url: write an address that begins with https://"],
  [
    { ...https, url: "https://me@example.org/a.csv" },
    "url: write the address without user name, password or token, and say where they are kept in token or password",
  ],
  [
    { ...https, url: "https://example.org/a.csv?X-Amz-Signature=1" },
    "url: write the address without user name, password or token, and say where they are kept in token or password",
  ],
  [{ ...https, save_as: "../people.csv" }, "save_as: write the name of a file, not a path"],
  [
    { ...https, save_as: "a.csv", url: ["https://example.org/1", "https://example.org/2"] },
    "save_as: one name can be given to the file of one address only",
  ],
  [{ ...https, token: secret, username: "me", password: secret }, "token: give a token or a password, not both"],
  [{ ...https, username: "me" }, "username: a user name goes with a password"],
  [{ ...https, token: secret, token_header: "X-Key\r\nHost" }, "token_header: write the name of a header"],
  [{ ...https, follow: true }, "follow: there is no such setting"],
  [{ ...https, limits: { seconds: 0 } }, "limits.seconds: write a number above 0"],
  [{ ...sftp, host_key: "MD5:00" }, "host_key: write the fingerprint as ssh-keygen -lf prints it: SHA256:…"],
  [{ ...sftp, host: "example.org/../x" }, "host: write the name of a host"],
  [{ ...sftp, key: secret }, "key: give a key or a password, one of the two"],
  [{ ...s3, bucket: "Exports/other" }, "bucket: write the name of a bucket"],
  [
    { ...s3, secret_access_key: "wJalrXUtnFEMI" },
    "secret_access_key: say where the secret is kept, as { environment: NAME } or { file: path }, and never write the secret itself here",
  ],
  [{ ...s3, private_network_because: "yes" }, "private_network_because: write at least 20 characters"],
])("a mistake in a source says what to write: %j", (source, says) => {
  expect(mistakes(source)).toEqual([says]);
});

test("a file is called what the end of its address says, or what it is given", () => {
  expect(nameOfAddress({}, "https://example.org/a/people%202026.csv?form=csv")).toBe("people 2026.csv");
  expect(nameOfAddress({}, "https://example.org/a/people%zz.csv")).toBe("people%zz.csv");
  expect(nameOfAddress({ save_as: "people.csv" }, "https://example.org/export")).toBe("people.csv");
});
