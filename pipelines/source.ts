import * as z from "zod";

const NOT_HERE =
  "say where the secret is kept, as { environment: NAME } or { file: path }, and never write the secret itself here";

/** Where a secret is kept: a variable of the environment, or a file only its owner may read, from the folder of network.yaml. */
export const SecretPlace = z.union([
  z.strictObject(
    { environment: z.string().regex(/^[A-Za-z_][A-Za-z0-9_]*$/, "write the name of a variable of the environment") },
    NOT_HERE,
  ),
  z.strictObject({ file: z.string().min(1) }, NOT_HERE),
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
  /** Of one file. */
  bytes: z.int().positive().default(2_000_000_000),
  /** Of all the work on the feed in one run. */
  seconds: z.number().positive().max(86_400).default(1800),
  /** Without a byte arriving. */
  idle_seconds: z.number().positive().max(3600).default(30),
  /** Of the files that the source offers. */
  files: z.int().positive().max(100_000).default(1000),
});
export type Limits = z.output<typeof Limits>;

const overNetwork = {
  limits: Limits.prefault({}),
  /** Why the source stands in a private network; without it no private address is connected to. */
  private_network_because: z.string().min(20).optional(),
};

/** The partner's folder, into which somebody puts the files. */
const FolderSource = z.strictObject({ kind: z.literal("folder") });

const HttpsSource = z
  .strictObject({
    kind: z.literal("https"),
    /** One address, or a list of them. */
    url: z
      .union([Address, z.array(Address).min(1).max(100)])
      .transform((url) => (typeof url === "string" ? [url] : url)),
    /** Name of the file here, where the one address does not end with one. */
    save_as: z
      .string()
      .regex(/^[^./\\\p{C}][^/\\\p{C}]{0,199}$/u, "write the name of a file, not a path")
      .optional(),
    token: SecretPlace.optional(),
    /** Header that carries the token alone; without it the token goes as `Authorization: Bearer`. */
    token_header: z
      .string()
      .regex(/^[A-Za-z][A-Za-z0-9-]{0,63}$/, "write the name of a header")
      .optional(),
    username: z.string().min(1).max(200).optional(),
    password: SecretPlace.optional(),
    /** Certificates to trust for this source instead of the usual ones (PEM), from the folder of network.yaml. */
    ca_file: z.string().min(1).optional(),
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
    host: HostName,
    port: z.int().min(1).max(65_535).default(22),
    /** The fingerprint of the host key, or of each that the host may show. */
    host_key: z.union([HostKey, z.array(HostKey).min(1)]).transform((key) => (typeof key === "string" ? [key] : key)),
    username: z.string().min(1).max(200),
    password: SecretPlace.optional(),
    /** A private key in OpenSSH or PEM form. */
    key: SecretPlace.optional(),
    passphrase: SecretPlace.optional(),
    /** Folder on the host. */
    path: z.string().min(1).max(1000).default("."),
    ...overNetwork,
  })
  .refine(({ key, password }) => (key === undefined) !== (password === undefined), {
    path: ["key"],
    message: "give a key or a password, one of the two",
  });

const S3Source = z.strictObject({
  kind: z.literal("s3"),
  bucket: z.string().regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, "write the name of a bucket"),
  region: z
    .string()
    .regex(/^[a-z0-9-]{1,40}$/, "write a region such as us-east-1")
    .default("us-east-1"),
  /** What the keys of the files begin with, `/` at its end included. */
  prefix: z.string().max(900).default(""),
  /** Where the storage is, when it is not AWS. */
  endpoint: Address.optional(),
  /** Whether the bucket stands in the path or in the name of the host; in the path unless it is AWS. */
  addressing: z.enum(["path", "virtual_host"]).optional(),
  access_key_id: SecretPlace,
  secret_access_key: SecretPlace,
  session_token: SecretPlace.optional(),
  ca_file: z.string().min(1).optional(),
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
