/** A list that a person opened with the app: double click, drop on the icon, command line. */
export interface OpenedFile {
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

/** Files on their way from the desktop into the import screen. */
export interface OpenedFiles {
  /**
   * The next of the opened files, each once; null when none is left. Throws INTAKE_TOO_LARGE or
   * IPC_FILE_UNREADABLE for one that cannot be had; the next call gives the one behind it.
   */
  take(): Promise<OpenedFile | null>;
  /** Tells when another one can be taken. */
  subscribe(listener: () => void): () => void;
}

/** For shells that files cannot be opened with. */
export const noOpenedFiles: OpenedFiles = {
  take: async () => null,
  subscribe: () => () => undefined,
};
