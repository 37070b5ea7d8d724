/** A list that a person opened with the app: double click, drop on the icon, command line. */
export interface OpenedFile {
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

/** Files on their way from the desktop into the import screen. */
export interface OpenedFiles {
  /**
   * The file opened last, once; null when there is none. Throws INTAKE_TOO_LARGE or
   * IPC_FILE_UNREADABLE.
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
