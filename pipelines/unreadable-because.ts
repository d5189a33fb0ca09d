const REASONS: Readonly<Record<string, string>> = {
  ENOENT: "it is not there",
  EACCES: "the pipeline may not read it",
  EPERM: "the pipeline may not read it",
  ELOOP: "it is a link",
  EISDIR: "it is a folder",
  ENOTDIR: "it is not a folder",
};

/** Why a file or folder cannot be read, as the end of a sentence. */
export const unreadableBecause = ({ code }: { code?: string | undefined }): string =>
  REASONS[code ?? ""] ?? `reading fails (${code ?? "no code"})`;
