import * as z from "zod";

const NOT_HERE =
  "say where the secret is kept, as { environment: NAME } or { file: path }, and never write the secret itself here";

/** Where a secret is kept: a variable of the environment, or a file only its owner may read, from the folder of network.yaml. */
export const SecretPlace = z.union([
  z.strictObject(
    {
      environment: z
        .string()
        .regex(/^[A-Za-z_][A-Za-z0-9_]*$/, "write the name of a variable of the environment")
        .describe("Variable of the environment that holds the secret."),
    },
    NOT_HERE,
  ),
  z.strictObject(
    { file: z.string().min(1).describe("File that holds the secret, readable by its owner alone.") },
    NOT_HERE,
  ),
]);
export type SecretPlace = z.output<typeof SecretPlace>;

const urlOf = (text: string) => (URL.canParse(text) ? new URL(text) : null);
const SECRET_WORDS = /token|secret|passw|passphrase|api[-_]?key|signature|credential|^(key|sig|auth|code)$/i;
const carriesSecret = (url: URL) => [...url.searchParams.keys()].some((key) => SECRET_WORDS.test(key));

/** An address on the web without any secret in it. */
const Address = z
  .string()
  .max(2000)
  .refine((text) => urlOf(text)?.protocol === "https:", "write an address that begins with https://")
  .refine((text) => {
    const url = urlOf(text);
    return !url || (url.username === "" && url.password === "" && !carriesSecret(url));
  }, "write the address without user name, password or token, and say where they are kept in token or password");

const HostName = z.string().regex(/^[A-Za-z0-9]([A-Za-z0-9.:-]{0,251}[A-Za-z0-9])?$/, "write the name of a host");

/** Limits of what is fetched for one feed. */
const Limits = z.strictObject({
  bytes: z.int().positive().default(2_000_000_000).describe("The most bytes of one file."),
  seconds: z
    .number()
    .positive()
    .max(86_400)
    .default(1800)
    .describe("The most seconds of all the work on the feed in one run."),
  idle_seconds: z.number().positive().max(3600).default(30).describe("The most seconds without a byte arriving."),
  files: z.int().positive().max(100_000).default(1000).describe("The most files that the source may offer."),
});
export type Limits = z.output<typeof Limits>;

const CaFile = z
  .string()
  .min(1)
  .optional()
  .describe("Certificates to trust for this source instead of the usual ones (PEM), from the folder of network.yaml.");

const overNetwork = {
  limits: Limits.prefault({}).describe("Limits of what is fetched for the feed."),
  private_network_because: z
    .string()
    .min(20)
    .optional()
    .describe("Why the source stands in a private network; without it no private address is connected to."),
};

/** The partner's folder, into which somebody puts the files. */
const FolderSource = z.strictObject({ kind: z.literal("folder") });

const HttpsSource = z
  .strictObject({
    kind: z.literal("https"),
    url: z
      .union([Address, z.array(Address).min(1).max(100)])
      .describe("One address, or a list of them; without any secret in them.")
      .transform((url) => (typeof url === "string" ? [url] : url)),
    save_as: z
      .string()
      .regex(/^[^./\\\p{C}][^/\\\p{C}]{0,199}$/u, "write the name of a file, not a path")
      .optional()
      .describe("Name of the file here, where the one address does not end with one."),
    token: SecretPlace.optional().describe("Where the token is kept."),
    token_header: z
      .string()
      .regex(/^[A-Za-z][A-Za-z0-9-]{0,63}$/, "write the name of a header")
      .optional()
      .describe("Header that carries the token alone; without it the token goes as Authorization: Bearer."),
    username: z.string().min(1).max(200).optional().describe("User name that goes with the password."),
    password: SecretPlace.optional().describe("Where the password is kept."),
    ca_file: CaFile,
    ...overNetwork,
  })
  .refine(({ token, password }) => !(token && password), {
    path: ["token"],
    message: "give a token or a password, not both",
  })
  .refine(({ username, password }) => (username === undefined) === (password === undefined), {
    path: ["username"],
    message: "a user name goes with a password",
  })
  .refine(({ url, save_as }) => save_as === undefined || url.length === 1, {
    path: ["save_as"],
    message: "one name can be given to the file of one address only",
  });

/** The fingerprint of a host key, as `ssh-keygen -lf` prints it. */
const HostKey = z
  .string()
  .regex(/^SHA256:[A-Za-z0-9+/]{43}$/, "write the fingerprint as ssh-keygen -lf prints it: SHA256:…");

const SftpSource = z
  .strictObject({
    kind: z.literal("sftp"),
    host: HostName.describe("Name or address of the host."),
    port: z.int().min(1).max(65_535).default(22).describe("Port of the host."),
    host_key: z
      .union([HostKey, z.array(HostKey).min(1)])
      .describe("The fingerprint of the host key, or of each that the host may show.")
      .transform((key) => (typeof key === "string" ? [key] : key)),
    username: z.string().min(1).max(200).describe("User name at the host."),
    password: SecretPlace.optional().describe("Where the password is kept."),
    key: SecretPlace.optional().describe("Where the private key is kept, in OpenSSH or PEM form."),
    passphrase: SecretPlace.optional().describe("Where the passphrase of the key is kept."),
    path: z.string().min(1).max(1000).default(".").describe("Folder on the host."),
    ...overNetwork,
  })
  .refine(({ key, password }) => (key === undefined) !== (password === undefined), {
    path: ["key"],
    message: "give a key or a password, one of the two",
  });

const S3Source = z.strictObject({
  kind: z.literal("s3"),
  bucket: z
    .string()
    .regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, "write the name of a bucket")
    .describe("Name of the bucket."),
  region: z
    .string()
    .regex(/^[a-z0-9-]{1,40}$/, "write a region such as us-east-1")
    .default("us-east-1")
    .describe("Region of the bucket."),
  prefix: z.string().max(900).default("").describe("What the keys of the files begin with, / at its end included."),
  endpoint: Address.optional().describe("Where the storage is, when it is not AWS."),
  addressing: z
    .enum(["path", "virtual_host"])
    .optional()
    .describe("Whether the bucket stands in the path or in the name of the host; in the path unless it is AWS."),
  access_key_id: SecretPlace.describe("Where the id of the access key is kept."),
  secret_access_key: SecretPlace.describe("Where the secret access key is kept."),
  session_token: SecretPlace.optional().describe("Where the session token is kept."),
  ca_file: CaFile,
  ...overNetwork,
});

/** Where the files of a feed come from. */
export const Source = z.union([FolderSource, HttpsSource, SftpSource, S3Source]);
export type Source = z.output<typeof Source>;
/** A source that files are fetched from. */
export type RemoteSource = Exclude<Source, { kind: "folder" }>;
export type HttpsSource = z.output<typeof HttpsSource>;
export type SftpSource = z.output<typeof SftpSource>;
export type S3Source = z.output<typeof S3Source>;

/** The name a file from an address has here: the one given, or the last part of the address. */
export function nameOfAddress({ save_as }: Pick<HttpsSource, "save_as">, address: string): string {
  if (save_as) return save_as;
  const last = new URL(address).pathname.split("/").at(-1)!;
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}
