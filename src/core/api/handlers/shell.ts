import { existsSync, readFileSync } from 'node:fs';
import type { RouteName } from '@shared/ipc/registry';
import { licencesSchema, type ThirdPartyLicence } from '@shared/ipc/shell';
import { pictureLibraryVersions } from '../../images/library-versions';
import { sqliteVersion } from '../../storage/sqlite-version';
import type { Workspace } from '../../workspace/port';
import type { Handlers } from '../router';
import { noShellDesk } from '../shell-desk';
import type { Shell } from './app';

type ShellRouteName = Extract<RouteName, `shell.${string}`>;

/** Answers about the program itself, whether or not a product is open. */
export function createShellHandlers(
  workspace: Workspace,
  { version, desk = noShellDesk, licencesPath }: Omit<Shell, 'openedFiles'>,
): Pick<Handlers, ShellRouteName> {
  return {
    'shell.takeCommands': () => ({ commands: [...desk.takeCommands()] }),
    'shell.getState': () => desk.state(),
    'shell.reportUnsaved': ({ kinds, isSettled }) => {
      desk.reportUnsaved(kinds, isSettled);
      return {};
    },
    'shell.dismissCrash': () => {
      desk.dismissCrash();
      return desk.state();
    },
    'shell.checkForUpdate': async () => {
      await desk.checkForUpdate();
      return desk.state();
    },
    'shell.downloadUpdate': async () => {
      await desk.downloadUpdate();
      return desk.state();
    },
    'shell.installUpdate': async () => {
      await desk.installUpdate();
      return {};
    },
    'shell.openFolder': async () => {
      await desk.openFolder();
      return {};
    },
    'shell.getAbout': async () => {
      const state = workspace.state();
      return {
        version,
        electron: desk.runtime?.electron ?? null,
        chromium: desk.runtime?.chromium ?? null,
        node: process.versions.node,
        sqlite: sqliteVersion(),
        ...pictureLibraryVersions(),
        redis: state.kind === 'open' ? await state.storebridge.redisVersion() : null,
        system: `${process.platform} ${process.arch}`,
        home: workspace.home,
      };
    },
    'shell.getLicences': () => ({ licences: readLicences(licencesPath) }),
  };
}

/** The list that the build wrote beside the page; empty in a program that runs unbuilt. */
function readLicences(path: string | undefined): ThirdPartyLicence[] {
  if (path === undefined || !existsSync(path)) return [];
  return licencesSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
}
