import { expect, test } from "vitest";
import { signedHeaders } from "../../../../pipelines/pull/fetch/sigv4.ts";
import { isSigned } from "../../../support/verify-signature.ts";

// The examples of https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html
const credentials = {
  accessKeyId: "AKIAIOSFODNN7EXAMPLE",
  secretAccessKey: "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
  region: "us-east-1",
};
const now = new Date("2013-05-24T00:00:00Z");
const published = [
  {
    what: "an object in part",
    target: "/test.txt",
    headers: { range: "bytes=0-9" },
    signature: "f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41",
  },
  {
    what: "the lifecycle of a bucket",
    target: "/?lifecycle",
    headers: {},
    signature: "fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543",
  },
  {
    what: "a list of objects",
    target: "/?max-keys=2&prefix=J",
    headers: {},
    signature: "34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7",
  },
];

test.each(published)("the signature of AWS's own example comes out: $what", ({ target, headers, signature }) => {
  const url = new URL(`https://examplebucket.s3.amazonaws.com${target}`);
  const signed = signedHeaders(url, headers, credentials, now);
  expect(signed.authorization).toContain(`Signature=${signature}`);
  expect(signed.authorization).toContain("Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request");
});

test.each(published)(
  "the tests' storage, which works signatures out on its own, accepts AWS's example: $what",
  (example) => {
    const signed = ["host", ...Object.keys(example.headers), "x-amz-content-sha256", "x-amz-date"].join(";");
    const headers = {
      ...example.headers,
      host: "examplebucket.s3.amazonaws.com",
      "x-amz-content-sha256": "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
      "x-amz-date": "20130524T000000Z",
      authorization: `AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request,SignedHeaders=${signed},Signature=${example.signature}`,
    };
    const request = { method: "GET", target: example.target, headers };
    expect(isSigned(request, credentials.accessKeyId, credentials.secretAccessKey)).toBe(true);
    expect(isSigned(request, credentials.accessKeyId, `${credentials.secretAccessKey}x`)).toBe(false);
    expect(isSigned({ ...request, target: "/other" }, credentials.accessKeyId, credentials.secretAccessKey)).toBe(
      false,
    );
  },
);

test("a session token is signed with the rest", () => {
  const url = new URL("https://examplebucket.s3.amazonaws.com/test.txt");
  const signed = signedHeaders(url, {}, { ...credentials, sessionToken: "session" }, now);
  expect(signed["x-amz-security-token"]).toBe("session");
  expect(signed.authorization).toContain("SignedHeaders=host;x-amz-content-sha256;x-amz-date;x-amz-security-token,");
});
