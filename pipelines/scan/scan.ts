import { checkRows, type Expected } from "./data-rows.ts";
import { type ScanFailure, scanFailure } from "./failure.ts";
import { checkPage, staysWithin } from "./page-html.ts";
import { type Forbidden, privateText } from "./private-text.ts";
import { readSite, type ShippedFile, type ShippedSite, siteFolders } from "./shipped.ts";
import { type NamedPartner, strangersIn } from "./strangers.ts";

/** What the sites of a publication may and may not say. */
export interface ScanTerms extends Forbidden {
  threshold: number;
  /** What a data file says at each address. */
  published: ReadonlyMap<string, string>;
  partners: readonly (NamedPartner & { programs: readonly { id: string; name: string }[] })[];
  /** The network's own name and words, which any site may say. */
  words: readonly string[];
}

/** What a scan went through and what it found, at most 20 of them. */
export interface ScanReport {
  sites: number;
  files: number;
  bytes: number;
  failures: ScanFailure[];
}

const LISTED = 20;
const MANIFEST = "manifest.json";
const KINDS = /\.(?:html|csv)$|^_headers$|^manifest\.json$/;

interface Listed {
  files: readonly { path: string; sha256: string; bytes: number }[];
}

function readManifest({ files }: ShippedSite): Listed | null {
  try {
    const parsed = JSON.parse(files.find(({ path }) => path === MANIFEST)?.text ?? "") as Partial<Listed>;
    return Array.isArray(parsed.files) ? (parsed as Listed) : null;
  } catch {
    return null;
  }
}

/** Every file is in the manifest with its hash, and none besides. */
function checkManifest(site: ShippedSite): ScanFailure[] {
  const manifest = readManifest(site);
  if (manifest === null) return [scanFailure(site.folder, MANIFEST, "no manifest")];
  const listed = new Map(manifest.files.map((file) => [file.path, file]));
  const shipped = new Map(site.files.map((file) => [file.path, file]));
  const failure = (path: string, kind: Parameters<typeof scanFailure>[2]) => scanFailure(site.folder, path, kind);
  return [
    ...[...shipped.keys()]
      .filter((path) => path !== MANIFEST && !listed.has(path))
      .map((path) => failure(path, "unlisted")),
    ...[...listed.values()].flatMap(({ path, sha256, bytes }) => {
      const found = shipped.get(path);
      if (found === undefined) return [failure(path, "missing")];
      return found.sha256 === sha256 && found.bytes === bytes ? [] : [failure(path, "changed")];
    }),
  ];
}

type Owner = ScanTerms["partners"][number] | undefined;

/** Who may have which figures, worked out from the folder of a site. */
function mayHaveIn(folder: string, owner: Owner): Expected["mayHave"] {
  if (folder === "staff") return () => true;
  return (slice, member) => {
    if (slice === "partner") return member === owner?.id;
    return slice !== "program" || (owner?.programs.some(({ id }) => id === member) ?? false);
  };
}

/** The scan of one site after the other: what is private is looked for once in files that are the same everywhere. */
function scanner(terms: ScanTerms): (site: ShippedSite) => ScanFailure[] {
  const known = new Map<string, ReturnType<typeof privateText>>();
  const isStranger = strangersIn(terms.partners);
  const privateIn = ({ path, text, sha256 }: ShippedFile) => {
    const found = known.get(sha256) ?? privateText(text, terms);
    known.set(sha256, found);
    return [...found, ...privateText(path, terms)];
  };
  return (site) => {
    const owner: Owner = terms.partners.find(({ id }) => site.folder === `agency/${id}`);
    const paths = new Set(site.files.map(({ path }) => path));
    const expected = { ...terms, mayHave: mayHaveIn(site.folder, owner) };
    const own = owner && [...terms.words, ...owner.programs.map(({ name }) => name)];
    const inFile = (file: ShippedFile) => {
      const { path, text } = file;
      const isPage = path.endsWith(".html");
      return [
        ...(KINDS.test(path) ? [] : (["unknown kind"] as const)),
        ...privateIn(file),
        ...(path.endsWith(".csv") ? checkRows(text, expected) : []),
        ...(isPage ? checkPage(text) : []),
        ...(isPage && !staysWithin(text, path, paths) ? (["link"] as const) : []),
        ...(owner && own && isStranger(`${path}\n${text}`, owner, own) ? (["stranger"] as const) : []),
      ].map((kind) => scanFailure(site.folder, path, kind));
    };
    return [...checkManifest(site), ...site.files.flatMap(inFile)];
  };
}

/** Goes through every file of the sites that are about to be shipped, and says what must not be there. It reads nothing else. */
export async function scanSites(folder: string, terms: ScanTerms): Promise<ScanReport> {
  const scan = scanner(terms);
  const report = { sites: 0, files: 0, bytes: 0, failures: [] as ScanFailure[] };
  for (const name of await siteFolders(folder)) {
    const site = await readSite(folder, name);
    report.sites += 1;
    report.files += site.files.length;
    report.bytes += site.files.reduce((sum, { bytes }) => sum + bytes, 0);
    report.failures.push(...scan(site).slice(0, LISTED - report.failures.length));
  }
  return report;
}
