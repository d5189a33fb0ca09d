import { expect, test } from "vitest";
import { checkedAddresses } from "../../../../pipelines/pull/fetch/checked-address.ts";
import type { SourceFailure } from "../../../../pipelines/pull/fetch/source-failure.ts";

const check = async (addresses: string[], { privateNetwork = false, host = "exports.example.org" } = {}) => {
  const effects = { addressesOf: async () => addresses, loopback: false };
  try {
    return await checkedAddresses(host, { privateNetwork, effects });
  } catch (error) {
    return (error as SourceFailure).fault.code;
  }
};

test("a public address may be connected to, and is the one that was looked up", async () => {
  expect(await check(["93.184.216.34", "2606:2800:220:1:248:1893:25c8:1946"])).toEqual([
    "93.184.216.34",
    "2606:2800:220:1:248:1893:25c8:1946",
  ]);
});

test.each([
  "127.0.0.1",
  "169.254.169.254",
  "0.0.0.0",
  "10.0.0.1",
  "172.16.5.4",
  "192.168.1.1",
  "100.64.0.1",
  "224.0.0.1",
  "255.255.255.255",
  "::1",
  "::",
  "fe80::1",
  "fd12:3456::1",
  "::ffff:127.0.0.1",
  "::ffff:169.254.169.254",
  "64:ff9b::7f00:1",
  "2002:7f00:1::",
  "not an address",
])("%s is not connected to", async (address) => {
  expect(await check([address])).toBe("source-untrusted");
  expect(await check(["93.184.216.34", address])).toBe("source-untrusted");
});

test("an address in place of a name is judged as well, in the brackets of a URL too", async () => {
  for (const host of [new URL("https://0x7f000001/").hostname, "[::ffff:7f00:1]", "[::1]", "10.1.2.3"])
    expect(await check(["93.184.216.34"], { host })).toBe("source-untrusted");
});

test("where the feed says why, private addresses may be connected to, and this machine and its network's own still not", async () => {
  for (const address of ["10.0.0.1", "192.168.1.1", "100.64.0.1", "fd12:3456::1"])
    expect(await check([address], { privateNetwork: true })).toEqual([address]);
  for (const address of ["127.0.0.1", "::1", "169.254.169.254", "fe80::1"])
    expect(await check([address], { privateNetwork: true })).toBe("source-untrusted");
});
