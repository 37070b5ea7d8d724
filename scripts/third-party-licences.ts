import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

/** One package that ships with the program; the shape of `ThirdPartyLicence` in the contract. */
interface Licence {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  readonly text: string;
}

interface LockEntry {
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly peer?: boolean;
}

const LICENCE_FILE = /^(?:licen[cs]e|copying|notice)(?:[.-].*)?$/i;
/** Where a package's files lie, from the id of a module or a key of the lock file. */
const PACKAGE_FOLDER = /^.*node_modules\/(?:@[^/]+\/)?[^/]+/;

/**
 * Writes `licences.json` beside the built page: every package that is installed with the program
 * (by the lock file) and every one whose code went into the page (by the modules of this build).
 */
export function thirdPartyLicences(root: string): Plugin {
  return {
    name: 'third-party-licences',
    generateBundle() {
      const bundled = [...this.getModuleIds()]
        .map((id) => PACKAGE_FOLDER.exec(id.replaceAll('\\', '/'))?.[0])
        .filter((folder) => folder !== undefined)
        .map((folder) => folder.slice(folder.lastIndexOf('node_modules/')));
      const folders = new Set([...installedFolders(root), ...bundled]);
      const licences = [...folders]
        .map((folder) => licenceOf(join(root, folder)))
        .filter((licence) => licence !== null)
        .sort((a, b) => a.name.localeCompare(b.name, 'en') || a.version.localeCompare(b.version));
      this.emitFile({
        type: 'asset',
        fileName: 'licences.json',
        source: JSON.stringify(licences),
      });
    },
  };
}

/** Folders of the packages that are not only for development. */
function installedFolders(root: string): readonly string[] {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    readonly packages: Readonly<Record<string, LockEntry>>;
  };
  return Object.entries(lock.packages)
    .filter(([folder, { dev }]) => folder !== '' && dev !== true)
    .map(([folder]) => folder);
}

/** Null for a package that is not on this computer: one for another system. */
function licenceOf(folder: string): Licence | null {
  const manifestPath = join(folder, 'package.json');
  if (!existsSync(manifestPath)) return null;
  const manifest = JSON.parse(readFileSync(manifestPath, 'utf8')) as {
    readonly name?: string;
    readonly version?: string;
    readonly license?: string | { readonly type?: string };
  };
  if (manifest.name === undefined) return null;
  const { license = '' } = manifest;
  const file = readdirSync(folder).find((name) => LICENCE_FILE.test(name));
  return {
    name: manifest.name,
    version: manifest.version ?? '',
    licence: typeof license === 'string' ? license : (license.type ?? ''),
    text: file === undefined ? '' : readFileSync(join(folder, file), 'utf8').trim(),
  };
}
